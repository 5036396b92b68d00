//! Rates of some of those that were counted, of whom no count is told.
//!
//! *Invariant:* only what stands behind 其中 is looked at, and what it names stands in the words of no count.

use super::general::object_of;
use super::verbs::QUALIFIERS;
use crate::claims::label;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::search;

/// Whether the rate is of some of those that were counted, of whom no count is told: 整改 190 处，其中燃气隐患整改率 98%.
pub fn is_of_some(passage: &Passage<'_>, index: usize, name: &str) -> bool {
    is_named_nowhere(passage, index, name, |_, _| false)
}

/// 一般隐患 1764 项、重大隐患 6 项，整改 1752 项，其中重大隐患整改率 100%: whether the rate called `name` at `index` is of one of a row, of which
/// nothing tells what was done, or of some of whom no count is told at all.
pub fn is_of_one_of_a_row(passage: &Passage<'_>, index: usize, name: &str) -> bool {
    is_named_nowhere(passage, index, name, |at, mention| {
        // 重大隐患 6 项，整改 6 项，其中重大隐患整改率 100%: what was done of it stands right between the two.
        let next = passage.mentions.get(at + 1).filter(|next| next.clause == mention.clause);
        let is_in_row = mention.lead == Lead::Pause || next.is_some_and(|next| next.lead == Lead::Pause);
        is_in_row && at + 1 < index
    })
}

/// Whether the rate called `name` at `index` is of some of those that were counted, whom the words of no figure name but of
/// those that `is_passed_over`.
fn is_named_nowhere(
    passage: &Passage<'_>,
    index: usize,
    name: &str,
    is_passed_over: impl Fn(usize, &Mention<'_>) -> bool,
) -> bool {
    const FIRST: usize = 2;
    const SMALL: &[&str] = &["其中，", "其中", "的", "，"];
    if !passage.mentions.get(index).is_some_and(|rate| rate.before.starts_with("其中")) {
        return false;
    }
    let mut object = object_of(label::strip(name));
    while let Some(shorter) = search::behind(object, SMALL) {
        object = shorter;
    }
    let first = label::first_characters(object, FIRST);
    let is_told = |mention: &Mention<'_>| mention.run_up.contains(first) || mention.after.contains(first);
    search::length(first) == FIRST
        && !search::has(object, QUALIFIERS)
        && !passage
            .sentence_of(index)
            .iter()
            .any(|(at, mention)| *at != index && is_told(mention) && !is_passed_over(*at, mention))
}
