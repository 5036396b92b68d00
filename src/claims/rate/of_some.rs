//! Rates of some of those that were counted, of whom no count is told.
//!
//! *Invariant:* only what stands behind 其中 is looked at, and what it names stands in the words of no count.

use super::general::object_of;
use super::verbs::QUALIFIERS;
use crate::claims::label;
use crate::claims::statement::{Mention, Passage};
use crate::search;

/// Whether the rate is of some of those that were counted, of whom no count is told: 整改 190 处，其中燃气隐患整改率 98%.
pub fn is_of_some(passage: &Passage<'_>, index: usize, name: &str) -> bool {
    const FIRST: usize = 2;
    const SMALL: &[&str] = &["其中，", "其中", "的", "，"];
    if !passage.mentions.get(index).is_some_and(|rate| rate.before.starts_with("其中")) {
        return false;
    }
    let mut object = object_of(label::strip(name));
    while let Some(shorter) = SMALL.iter().find_map(|word| object.strip_prefix(word)) {
        object = shorter;
    }
    let first = label::first_characters(object, FIRST);
    let is_told = |mention: &Mention<'_>| mention.run_up.contains(first) || mention.after.contains(first);
    first.chars().count() == FIRST
        && !search::has(object, QUALIFIERS)
        && !passage.sentence_of(index).iter().any(|(at, mention)| *at != index && is_told(mention))
}
