//! Rates whose name stands before a change: 网办率由上年的 90% 提高到 94%; 合格率较上年提高 2 个百分点，达到 94%.
//!
//! *Invariant:* only the words between the name and the rate tell that it is of that name; a change of something else stands
//! in front of no name of a rate.

use super::names;
use crate::claims::cues;
use crate::claims::growth;
use crate::claims::label;
use crate::claims::statement::{Lead, Passage};
use crate::facts::Class;
use crate::search;

/// The most characters between the mark and the rate that a change came to: 提升至了.
const LONGEST_ARRIVAL: usize = 4;

/// 网办率由上年的 90% 提高到 94%: the name of the second rate stands before the first.
pub fn from_another<'p>(passage: &'p Passage<'_>, index: usize) -> Option<(usize, &'p str)> {
    let to = passage.mentions.get(index)?;
    let from_index = index.checked_sub(1)?;
    let from = passage.mentions.get(from_index)?;
    let is_pair = from.quantity.is_share()
        && to.quantity.is_share()
        && from.clause == to.clause
        && search::ending(to.before, cues::TO).is_some();
    let (name, _) = from.before.split_once('由').or_else(|| from.before.split_once('从'))?;
    let name = names::rate_name(name)?;
    is_pair.then_some((from_index, name))
}

/// 合格率较上年提高 2 个百分点，达到 94%: the name of the rate stands before the change by which it came to it.
pub fn by_a_change<'p>(passage: &'p Passage<'_>, index: usize) -> Option<(usize, &'p str)> {
    let to = passage.mentions.get(index)?;
    let change_index = index.checked_sub(1)?;
    let change = passage.mentions.get(change_index)?;
    let arrives = label::begins(
        to.before,
        &[
            "达",
            "为",
            "升至",
            "升到",
            "增至",
            "降至",
            "降到",
            "提高到",
            "提升至",
            "上升至",
            "下降至",
            "下降到",
        ],
    );
    let fits = change.quantity.class() == Some(Class::PercentagePoint)
        && growth::changes_by(change)
        && to.lead == Lead::Comma
        && to.clause == change.clause + 1
        && to.sentence == change.sentence
        && to.bracket == change.bracket
        && arrives
        && search::length(to.before) <= LONGEST_ARRIVAL;
    let (name, behind) = change.before.rsplit_once('率')?;
    (fits
        && !name.is_empty()
        && label::begins(behind, &["较", "比", "同比", "环比", "提", "上", "增", "下", "降", "与", "相"]))
    .then_some((change_index, name))
}
