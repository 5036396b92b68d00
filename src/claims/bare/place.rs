//! Where a row that no word opens stands: its whole begins something, and nothing goes on behind it.
//!
//! *Invariant:* answered from words and places; no value is looked at.

use crate::claims::label;
use crate::claims::statement::{Mention, Passage};
use crate::claims::{cues, growth, list};

/// Whether the figure at `whole` is the first of its segment that counts so, and neither a place, a comparison nor a
/// change.
pub(super) fn stands_alone(passage: &Passage<'_>, whole: usize, parts: &[usize]) -> bool {
    let Some(stated) = passage.mentions.get(whole) else { return false };
    let is_next_sentence = parts
        .first()
        .and_then(|&first| passage.mentions.get(first))
        .is_some_and(|first| first.sentence != stated.sentence);
    !label::is_place(stated.before)
        && !label::has(stated.before, cues::COMPARISON)
        && !label::begins(stated.before, cues::AVERAGE)
        && !growth::is_difference(passage, whole)
        && !passage
            .back_from(whole)
            .take_while(|(_, before)| before.sentence == stated.sentence)
            .filter(|(_, before)| is_next_sentence || before.segment == stated.segment)
            .any(|(_, before)| before.quantity.class() == stated.quantity.class())
}

/// Whether another figure that counts alike follows the row, so that it is no row of its own.
pub(super) fn goes_on(passage: &Passage<'_>, parts: &[usize]) -> bool {
    const DETAILS: &[&str] = &["其中", "平均", "人均", "同比", "较", "比", "另", "涉及"];
    let last = parts.last().and_then(|&last| Some((passage.mentions.get(last)?, last)));
    // 由代表 12 名、委员 9 名、专家等组成: what a mark follows is not the last of the row.
    let ends_in_mark = |last: &Mention<'_>| {
        passage
            .between(last.quantity.span.end, passage.end())
            .strip_prefix(last.after)
            .is_some_and(|rest| rest.starts_with('、'))
    };
    last.is_some_and(|(last, at)| {
        // 合法用地 29 个、18.3 亩: its other measure ends it.
        (ends_in_mark(last) && !list::is_told_with_it(passage, at + 1))
            || passage
                .ahead_from(at + 1)
                .take_while(|(_, next)| next.segment == last.segment)
                .find(|(_, next)| next.depth <= last.depth && next.quantity.class() == last.quantity.class())
                .is_some_and(|(_, next)| !label::begins(next.before, DETAILS))
    })
}
