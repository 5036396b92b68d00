//! A slogan that counts, and in a bracket behind it what it counts: “四个一”机制（一张清单、一本台账、一套流程、一支队伍）.
//!
//! *Invariant:* every item of the bracket begins with 一, as the slogan says; only a near miss is called one.

use super::{Listed, compared};
use crate::claims::statement::Passage;
use crate::claims::{Operand, Statement};
use crate::facts::{Decimal, TokenKind};
use crate::numeral;
use crate::search;
use crate::source::ViewSpan;

/// The most characters between the slogan and its bracket: 机制, 工作法, 专项行动.
const LONGEST_NOUN: usize = 6;

/// The statements of the slogans in `passage`.
pub fn claims(passage: &Passage<'_>, out: &mut Vec<Statement>) {
    let quoted = passage.range.clone().filter(|&at| passage.kind(at) == Some(TokenKind::Quotation));
    out.extend(quoted.filter_map(|at| claim(passage, at)));
}

/// The statement of the quotation that is the token `at`.
fn claim(passage: &Passage<'_>, at: usize) -> Option<Statement> {
    const MOST_TOKENS: usize = 40;
    let quotation = passage.span(at);
    let words = passage.between(quotation.start, quotation.end);
    let slogan = words.strip_prefix('“')?.strip_suffix('”')?;
    let sign = slogan.strip_suffix("个一").filter(|sign| search::length(sign) == 1)?;
    let number = numeral::digit(sign.chars().next()?).filter(|number| *number >= 2)?;
    let open = passage.span(at + 1);
    let noun = passage.between(quotation.end, open.start);
    if passage.kind(at + 1) != Some(TokenKind::Open) || search::length(noun) > LONGEST_NOUN {
        return None;
    }
    let close = (at + 2..at + 2 + MOST_TOKENS).find_map(|index| match passage.kind(index) {
        Some(TokenKind::Pause | TokenKind::Figure(_)) => None,
        Some(TokenKind::Close) => Some(Some(passage.span(index))),
        _ => Some(None),
    })??;
    let items: Vec<&str> = passage.between(open.end, close.start).split('、').collect();
    let are_of_it = items.iter().all(|item| item.starts_with('一') && search::length(item) >= 3);
    let is_open_ended = items.last().is_some_and(|last| last.ends_with('等'));
    let is_near = number.abs_diff(u32::try_from(items.len()).ok()?) <= 1;
    if items.len() < 2 || !are_of_it || is_open_ended || !is_near {
        return None;
    }
    let start = quotation.start as usize + '“'.len_utf8();
    let stated = Operand {
        role: "stated",
        value: Decimal::whole(i128::from(number)),
        unit: "个".into(),
        label: slogan.to_owned(),
        span: ViewSpan::new(start, start + slogan.len()),
        digits: None,
    };
    let count = items.len();
    // 一张清单和一本台账 may be two.
    let most = count + items.iter().filter(|item| item.contains(['和', '及', '与'])).count();
    let span = ViewSpan::new(open.end as usize, close.start as usize);
    compared(stated, &Listed { least: count, likely: count, most, span, is_open_ended }, false)
}
