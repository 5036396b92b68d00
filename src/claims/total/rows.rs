//! Which other figures the words may mean, where they do not say how far a row goes.
//!
//! Takes a list, gives it once more with fewer parts or with more.
//!
//! *Invariant:* nothing is judged here; a row is tried only where the one that stands there does not fit.

use super::claim::exceeds;
use crate::claims::cue_set::Cue;
use crate::claims::list::List;
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
