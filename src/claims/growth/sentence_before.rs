//! A change against an earlier figure that begins its sentence: 办理公证 18640 件。与上年的 17260 件相比，增长 8%.
//!
//! *Invariant:* nothing but the comparison stands in front of the change, and of the sentence before only one figure counts alike.

use super::change::change_kind;
use super::earlier::{is_compared_with, is_earlier, is_set_against};
use super::words;
use crate::claims::statement::{Mention, Passage};
use crate::facts::year;
use crate::search;

/// The figure now and the figure before that the change at `index` lies between.
pub fn pair<'p>(passage: &'p Passage<'_>, index: usize) -> Option<(&'p Mention<'p>, &'p Mention<'p>)> {
    let change = passage.mentions.get(index)?;
    let at = index.checked_sub(1)?;
    let previous = passage.mentions.get(at)?;
    let is_compared = (is_set_against(previous) || is_compared_with(previous))
        && (is_earlier(previous) || year::last(previous.before).is_some());
    let begins = previous.start == previous.sentence_start && previous.depth == 0;
    let follows = change.sentence == previous.sentence
        && change.clause <= previous.clause + 1
        && change.bracket == previous.bracket
        && words::has_no_subject(search::behind(change.before, words::COMPARED).unwrap_or(change.before));
    if !(is_compared && begins && follows) {
        return None;
    }
    let mut alike = passage
        .back_from(at)
        .take_while(|(_, mention)| mention.sentence + 1 >= previous.sentence)
        .filter(|(_, mention)| mention.quantity.class() == previous.quantity.class() && mention.depth == 0);
    let (now, current) = alike.next()?;
    let is_only = alike.next().is_none() && !passage.is_part(now);
    let is_now = change_kind(current).is_none() && !is_earlier(current) && !is_set_against(current);
    (is_only && is_now).then_some((current, previous))
}
