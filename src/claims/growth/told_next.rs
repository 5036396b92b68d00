//! A change whose earlier figure is told by itself behind it: 受理 186 件，同比增长 24%。上年受理 150 件; 新收 186 件，同比增长 24%；上年新收 150
//! 件; 较上年增长 24%，达到 186 件，上年为 150 件.
//!
//! *Invariant:* what stands behind begins with the year before and has the verb or the noun of the figure of now, or none; nothing else
//! of its measure word stands between.

use super::arrived;
use super::change::change_kind;
use super::pair::{Time, time_and_noun};
use super::words;
use crate::claims::cue_set::Cue;
use crate::claims::label;
use crate::claims::period;
use crate::claims::respective;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::search;

/// The figure now and the figure before that the change at `index` lies between.
pub fn pair<'p>(passage: &'p Passage<'_>, index: usize) -> Option<(&'p Mention<'p>, &'p Mention<'p>)> {
    let change = passage.mentions.get(index)?;
    let told = words::behind_comparison(change.before).unwrap_or(change.before);
    let has_subject = !words::has_no_subject(told);
    behind_the_arrival(passage, index)
        .or_else(|| of_the_period_before(passage, index))
        .or_else(|| if has_subject { None } else { in_the_next_segment(passage, index) })
        .or_else(|| if has_subject { None } else { shared_out_behind(passage, index) })
}

/// 处罚 856 件，减少 12.5%；罚没 1286 万元，增加 8.6%，上年分别为 960 件、1184 万元: of the row of the year before, shared out behind the change at
/// `index`, the one that counts like the figure of now, where no other of the row does.
fn shared_out_behind<'p>(
    passage: &'p Passage<'_>,
    index: usize,
) -> Option<(&'p Mention<'p>, &'p Mention<'p>)> {
    const FARTHEST: usize = 6;
    let change = passage.mentions.get(index)?;
    let (_, current) = passage
        .back_from(index)
        .take_while(|(_, mention)| mention.segment == change.segment)
        .find(|(_, mention)| change_kind(mention).is_none())?;
    let (head, first) = passage
        .ahead_from(index + 1)
        .take(FARTHEST)
        .take_while(|(_, mention)| mention.sentence == change.sentence)
        .find(|(_, mention)| mention.has(Cue::Respectively))?;
    let (time, noun) = time_and_noun(first)?;
    let is_last_year =
        matches!(time, Time::Past) && matches!(noun, "分别" | "同期分别") && first.depth == change.depth;
    let row = respective::row_of_any(passage, head).filter(|_| is_last_year)?;
    let mut alike = row
        .filter_map(|at| passage.mentions.get(at))
        .filter(|mention| mention.quantity.class() == current.quantity.class());
    let previous = alike.next().filter(|_| alike.next().is_none())?;
    (current.clause + 2 >= change.clause).then_some((current, previous))
}

/// 较上年增长 24%，达到 186 件，上年为 150 件.
fn behind_the_arrival<'p>(
    passage: &'p Passage<'_>,
    index: usize,
) -> Option<(&'p Mention<'p>, &'p Mention<'p>)> {
    let (change, current) = (passage.mentions.get(index)?, passage.mentions.get(index + 1)?);
    let previous = passage.mentions.get(index + 2)?;
    let follow = arrived::is_where_it_arrived(current)
        && current.clause == change.clause + 1
        && previous.clause == current.clause + 1
        && previous.lead == Lead::Comma
        && previous.segment == change.segment;
    let is_alike =
        current.quantity.class() == previous.quantity.class() && current.bracket == previous.bracket;
    (follow && is_alike && is_of_last_year(previous, "")).then_some((current, previous))
}

/// 第三季度受理 312 件，环比增长 8%，第二季度为 289 件; or in a bracket.
fn of_the_period_before<'p>(
    passage: &'p Passage<'_>,
    index: usize,
) -> Option<(&'p Mention<'p>, &'p Mention<'p>)> {
    let change = passage.mentions.get(index).filter(|change| change.before.contains("环比"))?;
    let previous = passage.mentions.get(index + 1)?;
    let adjoins = matches!(previous.lead, Lead::Comma | Lead::Semicolon | Lead::Open)
        && previous.sentence == change.sentence
        && previous.clause <= change.clause + 1;
    let (months, _, rest) = period::of(previous.before).filter(|_| adjoins)?;
    let noun = rest.trim_end_matches(['为', '是', '有', '共']);
    let (_, current) = passage
        .back_from(index)
        .take_while(|(_, mention)| mention.segment == change.segment)
        .find(|(_, mention)| change_kind(mention).is_none())?;
    let (months_of_now, ..) = period::of(current.before)?;
    let is_of_it = noun.is_empty() || current.before.contains(noun);
    let is_alike = current.quantity.class() == previous.quantity.class();
    (is_of_it && is_alike && months.is_right_before(months_of_now)).then_some((current, previous))
}

/// 受理 186 件，同比增长 24%。上年受理 150 件: in the next sentence or segment, of which it is the first figure.
fn in_the_next_segment<'p>(
    passage: &'p Passage<'_>,
    index: usize,
) -> Option<(&'p Mention<'p>, &'p Mention<'p>)> {
    let change = passage.mentions.get(index)?;
    let (_, current) = passage
        .back_from(index)
        .take_while(|(_, mention)| mention.segment == change.segment)
        .find(|(_, mention)| change_kind(mention).is_none())?;
    // 应诉 126 件，上升 8.6%，其中一审 86 件、二审 40 件；上年应诉 116 件: its parts may stand between.
    let whole = passage.index_of(current);
    let is_its_part = |at: usize| passage.list_of(at).is_some_and(|list| list.whole == whole);
    let (at, previous) = passage.ahead_from(index + 1).find(|(at, _)| !is_its_part(*at))?;
    let last = passage.mentions.get(at.checked_sub(1)?)?;
    let ends = passage.between(last.quantity.span.end, previous.start);
    let ends_its_segment = matches!(previous.lead, Lead::Start | Lead::Semicolon)
        && previous.segment == change.segment + 1
        && ends.len() == '。'.len_utf8();
    let is_next = ends_its_segment || at > index + 1 && previous.lead == Lead::Comma && ends == "，";
    let is_alike = current.quantity.class() == previous.quantity.class()
        && [current, previous].iter().all(|mention| mention.depth == change.depth)
        && current.clause + 2 >= change.clause
        && !passage.is_part(passage.index_of(current));
    (is_next && is_alike && is_of_last_year(previous, label::label(current))).then_some((current, previous))
}

/// Whether the words of `previous` are no more than the year before and what is in `now`.
fn is_of_last_year(previous: &Mention<'_>, now: &str) -> bool {
    const SHORTEST: usize = 2;
    let Some((Time::Past, noun)) = time_and_noun(previous) else { return false };
    let noun = noun.trim_start_matches("同期").trim_start_matches('共');
    noun.is_empty()
        || search::length(noun) >= SHORTEST && (now.contains(noun) || noun.contains(now) && !now.is_empty())
}
