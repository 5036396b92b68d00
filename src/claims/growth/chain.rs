//! A row of years, each with its change: 2021年办案 45 件，2022年办案 72 件，同比增长 60%；2023年办案 90 件，同比增长 25%.
//!
//! Takes a change right behind the figure of its year; gives that and the figure of the year before, of which a change was
//! told already.
//!
//! *Invariant:* nothing but changes of the earlier figure stands between the two, and both have the same words behind their
//! years.

use super::change::{change_kind, without_direction};
use crate::claims::statement::{Mention, Passage};
use crate::facts::year;

/// The most changes of the earlier figure.
const MOST_CHANGES: usize = 3;

/// What may stand in front of the direction of a change from the year before.
const FROM_LAST_YEAR: &[&str] =
    &["", "同比", "比上年", "较上年", "比去年", "较去年", "比上年同期", "较上年同期"];

/// The figure of the year of the change at `index`, and that of the year before.
pub fn pair<'p>(passage: &'p Passage<'_>, index: usize) -> Option<(&'p Mention<'p>, &'p Mention<'p>)> {
    let change = passage.mentions.get(index)?;
    let now_index = index.checked_sub(1)?;
    let now = passage.mentions.get(now_index)?;
    // 90 件（不含旧存），同比增长: a bracket may say that the figure is of something else.
    let is_bare = |mention: &Mention<'_>| mention.run_up.trim_start_matches('，') == mention.before;
    let is_next = change.clause == now.clause + 1 && is_bare(change);
    if !FROM_LAST_YEAR.contains(&without_direction(change)) || !is_next {
        return None;
    }
    let (at, before) = passage
        .back_from(now_index)
        .take(MOST_CHANGES + 1)
        .take_while(|(_, mention)| mention.sentence == change.sentence)
        .find(|(_, mention)| change_kind(mention).is_none())?;
    let ((year, words), (year_before, words_before)) = (year_and_words(now)?, year_and_words(before)?);
    let is_chain = [now, before].iter().all(|mention| mention.depth == 0 && mention.quantity.is_amount())
        && now.quantity.class() == before.quantity.class()
        && year == year_before + 1
        && words == words_before
        && passage.mentions.get(at + 1).is_some_and(is_bare);
    is_chain.then_some((now, before))
}

/// The year with which the words of `mention` begin, and what stands behind it.
fn year_and_words<'a>(mention: &Mention<'a>) -> Option<(u16, &'a str)> {
    let mut named = year::written(mention.before);
    let year = named.next().filter(|year| year.span.start == 0 && named.next().is_none())?;
    let words = mention.before.get(year.span.end as usize..)?;
    Some((year.year, words.trim_start_matches('度').trim_end_matches(['为', '是', '有', '达', '共'])))
}
