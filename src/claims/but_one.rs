//! All of a row but one that is named: 《甲办法》《乙规划》《丙方案》3 项列入目录，除乙规划继续论证外，其余 2 项已公布.
//!
//! *Invariant:* what is left out bears the name of exactly one of the titles or quotations that stand in front of their number.

use super::statement::{Lead, Mention, Passage};
use super::{Claim, Fault, Operand, Reason, Statement};
use crate::facts::{Decimal, TokenKind};
use crate::review::{ClaimKind, Status};
use crate::search;
use crate::source::ViewSpan;

/// The most titles of a row.
const MOST: usize = 20;

/// The statements about rows of which one is left out in `passage`.
pub fn claims(passage: &Passage<'_>, out: &mut Vec<Statement>) {
    let found = passage.mentions.iter().enumerate().filter_map(|(index, _)| claim(passage, index));
    out.extend(found);
}

fn claim(passage: &Passage<'_>, index: usize) -> Option<Statement> {
    let rest = passage.mentions.get(index)?;
    if !is_what_is_left(rest) {
        return None;
    }
    let (named, span) = left_out(passage, index)?;
    let whole = passage.mentions.get(index.checked_sub(1)?)?;
    let are_counted = whole.sentence == rest.sentence
        && whole.quantity.class() == rest.quantity.class()
        && [whole, rest].iter().all(|figure| figure.quantity.is_amount() && figure.exact().is_some());
    let row = if are_counted { row_beside(passage, whole) } else { Vec::new() };
    let mut bearing = row.iter().filter(|item| is_short_for(named, item));
    if row.len() < 2 || bearing.next().is_none() || bearing.next().is_some() {
        return None;
    }
    judged(whole, rest, span)
}

/// 另外 3 项均已公布: whether the figure is all that is left of others.
fn is_what_is_left(rest: &Mention<'_>) -> bool {
    matches!(rest.before, "另外" | "其余" | "其他" | "其它" | "剩余" | "余下" | "另" | "其余的")
        && rest.lead == Lead::Comma
        && rest.depth == 0
}

/// What 除…外 leaves out in front of the figure at `index`, and where it stands.
fn left_out<'a>(passage: &Passage<'a>, index: usize) -> Option<(&'a str, ViewSpan)> {
    let rest = passage.mentions.get(index)?;
    let ahead = rest.run_up.strip_suffix(rest.before)?.strip_suffix('，')?;
    let clause = ahead.rsplit(['，', '；', '。']).next()?;
    let words = clause.strip_prefix('除')?;
    let named = words
        .strip_suffix("以外")
        .or_else(|| words.strip_suffix("之外"))
        .or_else(|| words.strip_suffix('外'))?;
    // 除甲、乙外: of several it is not told here.
    if named.contains('、') {
        return None;
    }
    let end = rest.quantity.span.start.checked_sub((rest.before.len() + '，'.len_utf8()) as u32)?;
    let start = end.checked_sub(clause.len() as u32)?;
    (passage.between(start, end) == clause).then_some((named, ViewSpan { start, end }))
}

/// The titles or quotations right in front of `whole`, or behind it and a colon, without their signs.
fn row_beside<'a>(passage: &Passage<'a>, whole: &Mention<'_>) -> Vec<&'a str> {
    let in_front = row_of(passage, (0..whole.token).rev());
    if in_front.is_empty() && passage.kind(whole.token + 1) == Some(TokenKind::Colon) {
        return row_of(passage, whole.token + 2..passage.range.end);
    }
    in_front
}

/// The titles or quotations at `tokens`, as far as nothing but marks stands between them.
fn row_of<'a>(passage: &Passage<'a>, tokens: impl Iterator<Item = usize>) -> Vec<&'a str> {
    let name = |token: usize| match passage.kind(token) {
        Some(TokenKind::Title | TokenKind::Quotation) => {
            let span = passage.span(token);
            Some(Some(passage.between(span.start, span.end).trim_matches(['《', '》', '“', '”'])))
        }
        Some(TokenKind::Pause) => Some(None),
        _ => None,
    };
    tokens.map_while(name).flatten().take(MOST).collect()
}

/// Whether `named` begins with the name of `item`, or with what is short for it: 水价方案 of 居民生活用水价格调整方案. Three
/// signs of it in order are enough.
fn is_short_for(named: &str, item: &str) -> bool {
    const LEAST: usize = 3;
    let named = named.trim_start_matches(['《', '“']);
    let least = LEAST.min(search::length(item));
    let mut rest = item.chars();
    named.chars().take(least).all(|sign| rest.any(|other| other == sign)) && search::length(named) >= least
}

/// The claim that one and `rest` are `whole`.
fn judged(whole: &Mention<'_>, rest: &Mention<'_>, span: ViewSpan) -> Option<Statement> {
    let one = Decimal::whole(1);
    let (all, left) = (whole.exact()?, rest.exact()?);
    let computed = left.plus(one)?;
    let excess = computed.minus(all)?;
    let left_out = Operand {
        role: "part",
        value: one,
        unit: whole.quantity.unit(),
        label: String::new(),
        span,
        digits: None,
    };
    let operands = vec![Operand::of("total", whole), left_out, Operand::of("part", rest)];
    if excess.is_zero() {
        let equation = format!("1 + {left} = {all}");
        return Some(Claim::new(ClaimKind::Total, Status::Holds, equation, None, operands, None));
    }
    let equation = format!("1 + {left} = {computed} ≠ {all}");
    let fault = Fault { computed, excess, certain: false, reason: Reason::Arithmetic };
    Some(Claim::new(ClaimKind::Total, Status::Broken, equation, None, operands, Some(fault)))
}
