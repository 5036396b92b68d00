//! A body and those of whom it is made up: 由 12 名专家、8 名律师、5 名人大代表组成的 25 人专家库.
//!
//! *Invariant:* 由 stands in front of the first of the row, 组成 between the last and the number of all.

use super::whole::fits;
use crate::claims::statement::{Lead, Passage};
use crate::search;

/// Words that lead from those who make it up to what they make up.
const MADE_UP: &[&str] = &["组成的", "组成", "构成的", "组建的", "共同组成的"];

/// The figures that make up the one at `index`, right in front of it.
pub fn row_before(passage: &Passage<'_>, index: usize) -> Option<Vec<usize>> {
    let total = passage.mentions.get(index).filter(|total| total.lead == Lead::Nothing)?;
    let last = index.checked_sub(1)?;
    search::ending(total.before, MADE_UP)?;
    let row = passage.row_ending_at(last);
    let first = row.first().filter(|_| row.len() >= 2)?;
    let is_opened = first.before.ends_with('由') && first.clause == total.clause;
    let parts: Vec<usize> = row.iter().map(|part| passage.index_of(part)).collect();
    let are_persons = parts.iter().all(|&part| fits(passage, index, part));
    (is_opened && are_persons && total.exact().is_some()).then_some(parts)
}
