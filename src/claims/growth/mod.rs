//! Growth and comparison: two figures and the change that the text gives between them.
//!
//! [`change`] tells what is a change, [`pair`] between which two figures, [`verdict`] whether it is right;
//! [`paired`] reads several changes in a row, [`implied`] and [`doubling`] what needs no written pair of figures
//! and change.
//!
//! *Invariant:* the direction word is part of the statement: a right amount with the wrong direction
//! is wrong.

mod change;
mod doubling;
mod implied;
mod pair;
mod paired;
mod verdict;

use super::statement::Passage;
use super::{Statement, cues, label};
pub(super) use change::{changes_by, is_difference, is_left_behind};

/// The statements about growth in `passage`.
pub fn claims(passage: &Passage<'_>, out: &mut Vec<Statement>) {
    let mut paired_to = 0;
    for (index, change) in passage.mentions.iter().enumerate() {
        out.extend(doubling::claim(passage, index));
        if index < paired_to {
            continue;
        }
        if let Some(row) = paired::row_at(passage, index) {
            out.extend(paired::claims(passage, &row));
            paired_to = row.range.end;
            continue;
        }
        let Some(kind) = change::change_kind(change).or_else(|| change::against_the_earlier(passage, index))
        else {
            continue;
        };
        // 由 92.1% 提高到 97.3%，年均提高 1.3 个百分点: what is told is the mean of several changes.
        if label::has(change.before, cues::AVERAGE) {
            continue;
        }
        match pair::pair(passage, index) {
            Some((current, previous)) => out.extend(verdict::judged(change, kind, current, previous)),
            None => {
                out.extend(implied::of_the_earlier(passage, index).or_else(|| implied::claim(passage, index)))
            }
        }
    }
}
