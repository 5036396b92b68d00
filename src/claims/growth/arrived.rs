//! A change between what was and what it came to: 与上年的 96 宗相比，立案少了 24 宗，为 72 宗; 比上年的 40 件增长 20%，达
//! 48 件.
//!
//! *Invariant:* the earlier figure is set against something, the change follows it, and the last figure has nothing
//! before it but a word of arriving and nothing behind it.

use super::change::change_kind;
use super::pair::{is_earlier, is_set_against};
use crate::claims::label;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::facts::Class;

/// All that may stand before the figure at which a change arrived.
const ARRIVING: &[&str] = &[
    "为",
    "达",
    "达到",
    "降为",
    "降至",
    "降到",
    "减至",
    "减到",
    "减为",
    "增至",
    "增到",
    "增为",
    "升至",
    "升到",
    "现为",
    "变为",
    "共",
    "共计",
    "总数为",
    "总量为",
    "总额为",
    "仅为",
    "已达",
    "回落至",
    "缩减至",
];

/// The figure now and the figure before that the change at `index` lies between.
pub fn pair<'p>(passage: &'p Passage<'_>, index: usize) -> Option<(&'p Mention<'p>, &'p Mention<'p>)> {
    let change = passage.mentions.get(index)?;
    let (previous, current) =
        (passage.mentions.get(index.checked_sub(1)?)?, passage.mentions.get(index + 1)?);
    let class = previous.quantity.class();
    let is_of_them = match change.quantity.class() {
        Some(Class::Percent) => previous.quantity.is_amount(),
        Some(Class::PercentagePoint) => previous.quantity.is_share(),
        own => own == class && change.quantity.is_amount(),
    };
    let is_row = current.sentence == previous.sentence
        && change.clause <= previous.clause + 1
        && current.clause == change.clause + 1
        && current.lead == Lead::Comma
        && [previous, change, current].iter().all(|mention| mention.bracket == change.bracket)
        && current.quantity.class() == class;
    let is_compared = is_set_against(previous) && (is_earlier(previous) || previous.before.contains('年'));
    let arrives = ARRIVING.contains(&current.before) && is_alone(current);
    (is_row && is_of_them && is_compared && arrives && change_kind(change).is_some())
        .then_some((current, previous))
}

/// Whether nothing is said behind the figure: 为 82 家企业 is not where the change arrived.
fn is_alone(current: &Mention<'_>) -> bool {
    current.after.is_empty() || label::begins(current.after, &["左右"])
}
