//! A change whose verb says the contrary of its two figures: 由 120 件上升为 98 件.
//!
//! *Invariant:* ranks and grades rise as their figures fall, and what is improved may be either; of those nothing is said.

use super::change::{Change, change_kind};
use crate::claims::judge::Interval;
use crate::claims::label;
use crate::claims::statement::{Mention, Passage};
use crate::claims::{Claim, Fault, Operand, Reason, Statement, figure};
use crate::facts::{Class, Precision};
use crate::review::{ClaimKind, Status};
use crate::search;

const UP: &[&str] = &["上升", "增加", "增长", "上涨", "攀升", "扩大", "增多", "走高", "增", "升"];
const DOWN: &[&str] = &[
    "下降", "减少", "降低", "下滑", "回落", "压减", "缩减", "精简", "压缩", "缩短", "缩小", "收窄", "萎缩",
    "下跌", "滑落", "走低", "减", "降",
];

/// Verbs that tell a rise of a share only: 办结时限由 20 天提升到 15 天 is better, and less.
const BETTER: &[&str] = &["提高", "提升"];

/// Measure words of ranks and grades.
const RANKS: &[&str] = &["位", "名", "级", "等", "档", "类", "星", "星级", "等次"];

/// The statement that the figure at `index` came from the one before it, where the verb tells the other way.
pub fn claim(passage: &Passage<'_>, index: usize) -> Option<Statement> {
    let current = passage.mentions.get(index)?;
    let direction = arrives_by(current)?;
    let previous = passage.mentions.get(index.checked_sub(1)?)?;
    let is_pair = departs(previous.before)
        && current.sentence == previous.sentence
        && current.clause <= previous.clause + 1
        && current.bracket == previous.bracket
        && current.quantity.measure.is_some()
        && current.quantity.is_in_unit_of(previous.quantity)
        && [current, previous].iter().all(|mention| mention.quantity.precision == Precision::Exact)
        && ![current, previous].iter().any(|mention| counts_each(mention))
        && !RANKS.contains(&current.quantity.word());
    // 由 120 件上升为 98 件，增长 22%: then the change is said to go the wrong way.
    let is_said_again = || {
        passage
            .mentions
            .get(index + 1)
            .is_some_and(|next| next.sentence == current.sentence && change_kind(next) == Some(direction))
    };
    if !is_pair || is_said_again() {
        return None;
    }
    let (now, before) = (Interval::of(current.quantity)?, Interval::of(previous.quantity)?);
    let gap = now.value.minus(before.value)?;
    let is_contrary = match direction {
        Change::Up => gap.is_negative(),
        _ => !gap.is_negative(),
    };
    if !is_contrary || gap.abs() <= now.tolerance.plus(before.tolerance)? {
        return None;
    }
    let sign = if gap.is_negative() { "<" } else { ">" };
    let equation = format!("{} {sign} {}", figure(current.quantity), figure(previous.quantity));
    let operands = vec![Operand::of("current", current), Operand::of("previous", previous)];
    let fault = Fault { computed: gap, excess: gap, certain: false, reason: Reason::WrongDirection };
    Some(Claim::new(ClaimKind::Growth, Status::Broken, equation, None, operands, Some(fault)))
}

/// The direction of the verb that leads to `mention`: 上升为, 减少到今年的.
fn arrives_by(mention: &Mention<'_>) -> Option<Change> {
    const TIMES: &[&str] =
        &["本年度的", "本年的", "今年的", "目前的", "现在的", "本年度", "本年", "今年", "目前", "现在", "的"];
    let words = search::ahead(mention.before, TIMES).unwrap_or(mention.before);
    let verb = words.strip_suffix(['为', '至', '到'])?;
    let ends = |verbs: &[&str]| search::ending(verb, verbs).is_some();
    let is_share = mention.quantity.class() == Some(Class::Percent);
    match () {
        () if ends(BETTER) => is_share.then_some(Change::Up),
        () if ends(UP) => Some(Change::Up),
        () if ends(DOWN) => Some(Change::Down),
        () => None,
    }
}

/// Whether a change begins with the figure behind `words`, and nothing but a time stands between: 由, 从上年的.
fn departs(words: &str) -> bool {
    const LONGEST_TIME: usize = 8;
    const TIMES: &[char] = &['年', '月', '期', '季', '初', '末', '底', '前', '原', '先'];
    words.rsplit_once(['由', '从', '自']).is_some_and(|(_, time)| {
        let is_time = time.contains(TIMES) && search::length(time) <= LONGEST_TIME;
        (time.is_empty() || is_time) && !label::has(time, &["负", "-", "−", "下降", "第"])
    })
}

/// Whether the figure is of each of several or of a span of time.
fn counts_each(mention: &Mention<'_>) -> bool {
    label::has(mention.run_up, &["每", "均", "排名", "名次", "位次", "排位"])
}
