//! A slogan that counts, and in a bracket behind it or in front what it counts: “四个一”机制（一张清单、一本台账、一套流程、一支队伍）.
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
    let quotation = passage.span(at);
    let words = passage.between(quotation.start, quotation.end);
    let slogan = words.strip_prefix('“')?.strip_suffix('”')?;
    let sign = slogan.strip_suffix("个一").filter(|sign| search::length(sign) == 1)?;
    let number = numeral::digit(sign.chars().next()?).filter(|number| *number >= 2)?;
    let (start_of_row, end_of_row) = bracket_in_front(passage, at).or_else(|| bracket_behind(passage, at))?;
    let items: Vec<&str> = passage.between(start_of_row, end_of_row).split('、').collect();
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
    let span = ViewSpan::new(start_of_row as usize, end_of_row as usize);
    compared(stated, &Listed { least: count, likely: count, most, span, is_open_ended }, false)
}

/// The most tokens of a bracket.
const MOST_TOKENS: usize = 40;

/// “四个一”机制（一张清单、一本台账）: where the bracket behind the quotation at `at` begins and ends within its signs.
fn bracket_behind(passage: &Passage<'_>, at: usize) -> Option<(u32, u32)> {
    let open = passage.span(at + 1);
    let noun = passage.between(passage.span(at).end, open.start);
    if passage.kind(at + 1) != Some(TokenKind::Open) || search::length(noun) > LONGEST_NOUN {
        return None;
    }
    let close = (at + 2..at + 2 + MOST_TOKENS).find_map(|index| match passage.kind(index) {
        Some(TokenKind::Pause | TokenKind::Figure(_)) => None,
        Some(TokenKind::Close) => Some(Some(passage.span(index))),
        _ => Some(None),
    })??;
    Some((open.end, close.start))
}

/// （一张清单、一本台账）“四个一”机制: the same right in front of it.
fn bracket_in_front(passage: &Passage<'_>, at: usize) -> Option<(u32, u32)> {
    let close = at.checked_sub(1).filter(|&close| passage.kind(close) == Some(TokenKind::Close))?;
    let adjoins = passage.span(close).end == passage.span(at).start;
    let open =
        (close.saturating_sub(MOST_TOKENS)..close).rev().find_map(|index| match passage.kind(index) {
            Some(TokenKind::Pause | TokenKind::Figure(_)) => None,
            Some(TokenKind::Open) => Some(Some(passage.span(index))),
            _ => Some(None),
        })??;
    adjoins.then(|| (open.end, passage.span(close).start))
}
