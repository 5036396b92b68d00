//! A row in a bracket between a noun and its sum: 应诉案件（一审 29 件、二审 17 件）共计 46 件.
//!
//! *Invariant:* nothing stands between the bracket and the sum but a word that sums up, and the bracket holds nothing but the row.

use crate::claims::cues;
use crate::claims::statement::{Lead, Mention, Passage};

/// The figures of the bracket right in front of the sum at `index`.
pub fn row(passage: &Passage<'_>, index: usize) -> Option<Vec<usize>> {
    let total = passage.mentions.get(index)?;
    let last = passage.mentions.get(index.checked_sub(1)?)?;
    let is_behind_bracket = last.depth.checked_sub(total.depth) == Some(1) && last.sentence == total.sentence;
    let between = passage.between(last.quantity.span.end, total.quantity.span.start);
    let words = between.strip_prefix(last.after)?.strip_prefix('）').filter(|_| is_behind_bracket)?;
    if !cues::SUMS_AND_TOGETHER.contains(&words) {
        return None;
    }
    let mut row: Vec<usize> = passage
        .back_from(index)
        .take_while(|(_, part)| part.bracket == last.bracket)
        .map(|(at, _)| at)
        .collect();
    row.reverse();
    let is_part = |(place, at): (usize, &usize)| {
        passage.mentions.get(*at).is_some_and(|part: &Mention<'_>| {
            part.quantity.class() == total.quantity.class()
                && !part.before.is_empty()
                && (part.lead == Lead::Open) == (place == 0)
                && matches!(part.lead, Lead::Open | Lead::Pause | Lead::Comma | Lead::Semicolon)
        })
    };
    (row.len() >= 2 && row.iter().enumerate().all(is_part)).then_some(row)
}
