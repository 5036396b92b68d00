//! A change behind a breakdown of the figure of now: 今年 360 件，其中消费类 200 件、服务类 160 件；去年 300 件，增长 20%.
//!
//! *Invariant:* a semicolon stands behind the breakdown, and the earlier figure names no part of it.

use super::change::change_kind;
use super::earlier::is_earlier;
use super::pair::{Time, time_and_noun};
use super::words;
use crate::claims::statement::{Lead, Mention, Passage};

/// The whole of the breakdown in the segment in front, and the
/// figure of before that has a segment of its own.
pub fn pair<'p>(passage: &'p Passage<'_>, index: usize) -> Option<(&'p Mention<'p>, &'p Mention<'p>)> {
    let before = index.checked_sub(1)?;
    let (change, earlier) = (passage.mentions.get(index)?, passage.mentions.get(before)?);
    let Some((Time::Past, noun)) = time_and_noun(earlier) else { return None };
    let part = before.checked_sub(1)?;
    let whole = match passage.list_of(part) {
        Some(list) => list.whole,
        None => part,
    };
    let now = passage.mentions.get(whole)?;
    let noun = noun.strip_prefix('同').map_or(noun, |rest| rest.trim_start_matches('期'));
    let is_next = earlier.lead == Lead::Semicolon
        && earlier.sentence == now.sentence
        && earlier.sentence == change.sentence
        && now.segment + 1 == earlier.segment
        && change.clause == earlier.clause + 1
        && [now, earlier, change].iter().all(|mention| mention.depth == 0);
    let is_of_the_same = noun.is_empty() || now.before.contains(noun);
    let is_first = whole
        .checked_sub(1)
        .and_then(|other| passage.mentions.get(other))
        .is_none_or(|other| other.segment != now.segment);
    (is_next
        && is_first
        && is_of_the_same
        && now.quantity.class() == earlier.quantity.class()
        && now.quantity.is_amount()
        && change_kind(now).is_none()
        && !is_earlier(now)
        && words::has_no_subject(change.before))
    .then_some((now, earlier))
}
