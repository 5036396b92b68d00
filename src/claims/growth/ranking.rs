//! By how many places a rank changed: 排名由全省第12位上升至第7位，前移 5 位; 位居全市第三名，较上年第六名上升 3 个名次.
//!
//! Ranks are no figures of their own, so they are read of the words in front of the change.
//!
//! *Invariant:* the words since the figure before name two ranks and no more, of one sentence and one place.

use std::borrow::Cow;

use crate::claims::statement::{Mention, Passage};
use crate::claims::{Claim, Fault, Operand, Reason, Statement};
use crate::facts::{Decimal, Precision};
use crate::numeral;
use crate::review::{ClaimKind, Status};
use crate::search;
use crate::source::ViewSpan;

/// By which words a rank changes.
const MOVES: &[&str] = &[
    "前移", "前进", "上升", "提升", "提高", "跃升", "上移", "晋升", "进步", "进位", "升", "后移", "下降",
    "下滑", "后退", "退后", "下移", "退步", "降", "退",
];
/// What may stand between such a word and the figure.
const SMALL: &[&str] = &["了", "共", "达"];
/// The units of a rank, and of how many places it moved.
const PLACES: &[&str] = &["位", "名"];
const STEPS: &[&str] = &["个位次", "个名次", "位次", "名次", "个位", "位", "名"];
/// Words that set a rank against an earlier one.
const AGAINST: &[&str] = &["较", "比", "上年", "去年", "上一年", "同期"];

/// The statement of the change of a rank at `index`.
pub fn claim(passage: &Passage<'_>, index: usize) -> Option<Statement> {
    let change = passage.mentions.get(index)?;
    let words = search::ahead(change.before, SMALL).unwrap_or(change.before);
    search::ending(words, MOVES)?;
    let unit = unit_of(passage, change)?;
    let ranks = ranks(change.run_up)?;
    let [first, second] = ranks;
    let between = change.run_up.get(first.end..second.start)?;
    if first.of != second.of && !second.of.is_empty() {
        return None;
    }
    // 第3名，较上年第6名: the second is the earlier one.
    let (current, previous) = if search::has(between, AGAINST) { (first, second) } else { (second, first) };
    let (low, high) = (current.number.min(previous.number), current.number.max(previous.number));
    let computed = Decimal::whole(i128::from(high - low));
    let written = change.quantity.value;
    if change.quantity.precision != Precision::Exact || high == low {
        return None;
    }
    let offset = change.quantity.span.start as usize - change.run_up.len();
    let operand = |role: &'static str, rank: Rank<'_>| Operand {
        role,
        value: Decimal::whole(i128::from(rank.number)),
        unit: Cow::Borrowed(rank.unit),
        label: rank.of.to_owned(),
        span: ViewSpan::new(offset + rank.start, offset + rank.end),
        digits: None,
    };
    let moved = Operand { unit: Cow::Borrowed(unit), ..Operand::of("change", change) };
    let operands = vec![operand("current", current), operand("previous", previous), moved];
    let shown = format!("{high} − {low} = {computed}");
    if computed == written {
        return Some(Claim::new(ClaimKind::Growth, Status::Holds, shown, None, operands, None));
    }
    let fault =
        Fault { computed, excess: computed.minus(written)?, certain: false, reason: Reason::Arithmetic };
    let equation = format!("{shown} ≠ {written}");
    Some(Claim::new(ClaimKind::Growth, Status::Broken, equation, None, operands, Some(fault)))
}

/// A rank as it is written in some words.
#[derive(Clone, Copy)]
struct Rank<'a> {
    number: u32,
    /// Where it begins, with 第, and ends, with its unit.
    start: usize,
    end: usize,
    /// Among whom: 全省 of 全省第12位.
    of: &'a str,
    unit: &'static str,
}

/// The two ranks of `words`, if these name no more and no less and do not leave their sentence.
fn ranks(words: &str) -> Option<[Rank<'_>; 2]> {
    const LONGEST: usize = 80;
    if search::length(words) > LONGEST || words.contains(['。', '；', '！', '？', '\n']) {
        return None;
    }
    let mut found = words.match_indices('第').filter_map(|(start, sign)| {
        let behind = words.get(start + sign.len()..)?;
        let digits = behind.trim_start_matches(|ch: char| ch.is_ascii_digit());
        let number = behind.strip_suffix(digits)?;
        let (number, rest) = match number {
            "" => numeral::ordinal_prefix(behind)?,
            number => (number.parse().ok()?, digits),
        };
        let unit = *PLACES.iter().find(|unit| rest.starts_with(**unit))?;
        let of = words.get(..start).and_then(|ahead| scope_at_the_end(ahead)).unwrap_or("");
        Some(Rank { number, start, end: words.len() - rest.len() + unit.len(), of, unit })
    });
    let pair = [found.next()?, found.next()?];
    found.next().is_none().then_some(pair)
}

/// 全省 at the end of `words`.
fn scope_at_the_end(words: &str) -> Option<&str> {
    const LENGTH: usize = 2;
    let at = words.char_indices().rev().nth(LENGTH - 1)?.0;
    words.get(at..).filter(|of| of.starts_with('全'))
}

/// The unit of the change, if it counts places: 位, 个名次.
fn unit_of(passage: &Passage<'_>, change: &Mention<'_>) -> Option<&'static str> {
    let number_end = change.quantity.number.end;
    let behind = passage.between(number_end, passage.end());
    let behind = behind.trim_start();
    let unit = *STEPS.iter().find(|unit| behind.starts_with(**unit))?;
    let rest = behind.strip_prefix(unit)?;
    rest.chars().next().is_none_or(|ch| "，。；、）,;".contains(ch)).then_some(unit)
}
