//! Which other figures the words may mean, where they do not say how far a row goes.
//!
//! Takes a list, gives it once more with fewer parts or with more.
//!
//! *Invariant:* nothing is judged here; a row is tried only where the one that stands there does not fit.

use super::claim::exceeds;
use crate::claims::cue_set::Cue;
use crate::claims::judge;
use crate::claims::kinds;
use crate::claims::label;
use crate::claims::list::List;
use crate::claims::parallel;
use crate::claims::statement::Passage;

/// `list` without its first part, its first two parts, and so on.
pub fn shorter_rows(list: &List) -> impl Iterator<Item = List> {
    (1..list.parts.len().saturating_sub(1))
        .map(|from| List { parts: list.parts.get(from..).unwrap_or_default().to_vec(), ..list.clone() })
}

/// `list` with the figure before its first part, the two before it, and so on, no farther than the sentence before.
pub fn longer_rows(passage: &Passage<'_>, list: &List) -> Vec<List> {
    const MOST: usize = 6;
    let (Some(&first), Some(whole)) = (list.parts.first(), passage.mentions.get(list.whole)) else {
        return Vec::new();
    };
    let mut parts = list.parts.clone();
    let mut rows = Vec::new();
    for (at, mention) in
        passage.back_from(first).take_while(|(_, mention)| mention.sentence + 1 >= whole.sentence)
    {
        if mention.depth == 0 && mention.quantity.class() == whole.quantity.class() && rows.len() < MOST {
            parts.insert(0, at);
            rows.push(List { parts: parts.clone(), ..list.clone() });
        }
    }
    rows
}

/// Whether a figure between the whole of `list` and its parts counts alike and is as large as the largest part.
pub fn is_below_one_between(passage: &Passage<'_>, list: &List) -> bool {
    const MOST: usize = 12;
    let Some(&first) = list.parts.first() else { return false };
    let between = passage.back_from(first).take(MOST).take_while(|(at, _)| *at > list.whole);
    let parts = || list.parts.iter().filter_map(|&part| passage.mentions.get(part));
    between.into_iter().any(|(_, mention)| {
        mention.depth == 0
            && !mention.has(Cue::Comparison)
            && parts()
                .all(|part| part.quantity.class() == mention.quantity.class() && !exceeds(part, mention))
    })
}

/// The figure that the ones behind it, up to the whole of `list`, break down: the first of its segment, where two or more
/// follow it that add up to it or are named as kinds of one thing.
pub fn whole_of_breakdown(passage: &Passage<'_>, list: &List) -> Option<usize> {
    const MOST: usize = 12;
    let last = passage.mentions.get(list.whole)?;
    let mut row: Vec<usize> = passage
        .back_from(list.whole)
        .take_while(|(_, mention)| mention.segment == last.segment)
        .filter(|(_, mention)| mention.depth == 0 && mention.quantity.class() == last.quantity.class())
        .map(|(at, _)| at)
        .take(MOST)
        .collect();
    let whole = row.pop()?;
    row.reverse();
    row.push(list.whole);
    let parts: Vec<_> = row.iter().filter_map(|&part| passage.mentions.get(part)).collect();
    let stated = passage.mentions.get(whole).filter(|_| parts.len() >= 2)?;
    let labels: Vec<&str> = parts.iter().map(|part| label::label(part)).collect();
    let terms: Vec<_> = parts.iter().map(|part| (1, part.quantity)).collect();
    let is_breakdown = judge::adds_up(&terms, stated.quantity) == judge::Sum::Meets
        || kinds::are_complete(&labels)
        || parallel::leave_nothing(&labels);
    is_breakdown.then_some(whole)
}
