//! The sum behind items that semicolons part, each with its share or without: 同意 286 件，占 89.4%；不同意 24 件，占 7.5%；其他 10 件，合计 320 件.
//!
//! *Invariant:* every segment of the sentence in front of the sum has one amount in the measure of the sum and besides it only shares;
//! the sum says nothing but that it is one.

use super::whole::fits;
use crate::claims::cue_set::Cue;
use crate::claims::cues;
use crate::claims::label;
use crate::claims::statement::{Lead, Mention, Passage};

/// The most items.
const MOST: usize = 24;

/// The items that the figure at `index` sums up, in order.
pub fn row_before(passage: &Passage<'_>, index: usize) -> Option<Vec<usize>> {
    let total = passage.mentions.get(index).filter(|total| total.depth == 0)?;
    let is_behind_all = matches!(total.lead, Lead::Comma | Lead::Semicolon);
    if !is_behind_all || !cues::SUMS.contains(&total.before) {
        return None;
    }
    let mut parts: Vec<usize> = Vec::new();
    let mut last_segment = None;
    for (at, part) in passage.back_from(index).take_while(|(_, part)| part.sentence == total.sentence) {
        if part.quantity.is_share() {
            continue;
        }
        // 受理 320 件，同意 286 件；不同意 34 件: two in one segment are no row.
        if !is_item(part)
            || !fits(passage, index, at)
            || last_segment == Some(part.segment)
            || parts.len() == MOST
        {
            return None;
        }
        last_segment = Some(part.segment);
        parts.push(at);
    }
    parts.reverse();
    let lead = |at: &usize| passage.mentions.get(*at).map(|part| part.lead);
    let are_parted = parts.iter().skip(1).all(|at| lead(at) == Some(Lead::Semicolon));
    (parts.len() >= 2 && are_parted).then_some(parts)
}

/// Whether `part` may be one of the items: a plain amount with a name.
fn is_item(part: &Mention<'_>) -> bool {
    part.depth == 0
        && part.quantity.is_amount()
        && !part.before.is_empty()
        && ![Cue::Among, Cue::Comparison, Cue::Opening, Cue::CarriedOver].into_iter().any(|cue| part.has(cue))
        && !part.begins(Cue::NewStatement)
        && !label::tells_of_each(part.before)
        && !label::begins(part.before, cues::SUMS_AND_TOGETHER)
}
