//! A row with one figure for every year, and a change between two of them: 2021年至2024年分别为 84 件、98 件、112 件、125 件，2024年比
//! 2021年增长 49%.
//!
//! *Invariant:* the years are named one by one or as a span, and there are as many of them as figures.

use super::change::{change_kind, without_direction};
use super::departure::starts;
use super::words;
use super::year_words::{is_of_the_row, is_over_years, named_in, names_several, years_of};
use crate::claims::cue_set::Cue;
use crate::claims::cues;
use crate::claims::label;
use crate::claims::respective::IN_ORDER;
use crate::claims::statement::{Lead, Mention, Passage, REACH};
use crate::facts::year;
use crate::search;

/// A figure now and a figure before.
type Pair<'p> = (&'p Mention<'p>, &'p Mention<'p>);

/// 2021年至2024年分别为 84 件、98 件、112 件、125 件，2024年比2021年增长: the figures of the two years that the change at `index`
/// names, where the row before it has one for every year.
pub fn of_named_years<'p>(passage: &'p Passage<'_>, index: usize) -> Option<Pair<'p>> {
    of_years(passage, index, named_in(passage.mentions.get(index)?)?)
}

/// The figures of the years `now` and `before` in the row before the change at `index`.
fn of_years<'p>(passage: &'p Passage<'_>, index: usize, (now, before): (u16, u16)) -> Option<Pair<'p>> {
    const MOST_CHANGES: usize = 6;
    let change = passage.mentions.get(index)?;
    // 2023年比2022年增长 17%，2024年比2023年增长 14%: another change may stand between.
    let (last, _) =
        passage.back_from(index).take(MOST_CHANGES).find(|(_, mention)| change_kind(mention).is_none())?;
    // 三年累计 497 场，其中2024年比2023年增长: so may the sum of the row.
    let is_sum = |mention: &Mention<'_>| {
        mention.lead == Lead::Comma && label::has(mention.before, &["累计", "合计", "共", "总计"])
    };
    let last = if passage.mentions.get(last).is_some_and(is_sum) { last.checked_sub(1)? } else { last };
    let is_inner = |mention: &Mention<'_>| mention.lead == Lead::Pause && mention.before.is_empty();
    let inner = passage.back_from(last + 1).take_while(|(_, mention)| is_inner(mention)).count();
    let row = passage.mentions.get(last.checked_sub(inner)?..=last)?;
    let (head, end) = (row.first()?, row.last()?);
    let is_row = row.len() >= 2
        && row.iter().all(|mention| mention.quantity.class() == end.quantity.class())
        && end.clause < change.clause
        && end.sentence == change.sentence;
    let words = passage.between(start_of(passage, index)?, head.quantity.span.start);
    let years: Vec<u16> = years_of(words);
    if names_several(words) || !is_of_the_row(change.before, words) {
        return None;
    }
    let at = |wanted: u16| years.iter().position(|year| *year == wanted).and_then(|place| row.get(place));
    (is_row && years.len() == row.len()).then(|| at(now).zip(at(before))).flatten()
}

/// Words of so many years up to now.
const SPANS_OF_YEARS: &[(&str, usize)] = &[
    ("三年来", 3),
    ("近三年", 3),
    ("最近三年", 3),
    ("四年来", 4),
    ("近四年", 4),
    ("五年来", 5),
    ("近五年", 5),
    ("两年来", 2),
    ("近两年", 2),
];

/// The same of a change that is told of some of the row by nothing but its years: 其中2024年比2023年增长.
pub fn among_the_row<'p>(passage: &'p Passage<'_>, index: usize) -> Option<Pair<'p>> {
    const SMALL: &[&str] = &[
        "同比",
        "较上年",
        "比上年",
        "较去年",
        "比去年",
        "年",
        "度",
        "共",
        "累计",
        "又",
        "再",
        "大幅",
        "约",
        "略有",
    ];
    let change = passage.mentions.get(index)?;
    let words = without_direction(change).strip_prefix("其中")?;
    let last = year::written(words).next_back()?;
    let mut rest = words.get(last.span.end as usize..)?;
    while let Some(shorter) = search::behind(rest, SMALL) {
        rest = shorter;
    }
    if !rest.is_empty() {
        return None;
    }
    let alone = (year::written(words).count() == 1 && last.span.start == 0).then_some(last.year);
    let of_the_last = alone.and_then(|year| Some((year, year.checked_sub(1)?)));
    of_years(passage, index, named_in(change).or(of_the_last)?)
}

/// 2022年、2023年、2024年分别… 84 件、120 件、150 件，2024年较上年增长: the last two of the row.
pub fn to_the_last<'p>(passage: &'p Passage<'_>, index: usize) -> Option<Pair<'p>> {
    let change = passage.mentions.get(index)?;
    let (last, before) =
        (passage.mentions.get(index.checked_sub(1)?)?, passage.mentions.get(index.checked_sub(2)?)?);
    let is_row = last.lead == Lead::Pause
        && last.before.is_empty()
        && last.sentence == change.sentence
        && before.quantity.class() == last.quantity.class();
    if !is_row {
        return None;
    }
    let start = start_of(passage, index)?;
    let sentence = passage.between(start, change.quantity.span.start);
    let is_in_order = label::has(sentence, IN_ORDER);
    let is_yearly = is_in_order && change.has(Cue::AgainstLastYear);
    // 三年来分别为 120 件、150 件、186 件，今年较上年增长 24%: as many years as there are figures.
    let row = passage.back_from(index).take_while(|(_, mention)| {
        mention.lead == Lead::Pause && mention.before.is_empty() && mention.sentence == change.sentence
    });
    let count = row.count() + 1;
    let is_of_all_years =
        is_yearly && SPANS_OF_YEARS.iter().any(|(words, years)| *years == count && sentence.contains(words));
    if is_of_all_years && label::begins(change.before, cues::THIS_YEAR) {
        return Some((last, before));
    }
    // 2024年较上年: the change must be that of the last year named.
    let latest = year::written(sentence).map(|named| named.year).max();
    let is_last = latest.is_some() && latest == year::last(sentence);
    let in_front = row_words(passage, index, start);
    if is_yearly && is_last && !names_several(in_front) {
        return Some((last, before));
    }
    if let Some(found) =
        of_two_years(passage, index, start).filter(|_| is_in_order && !names_several(in_front))
    {
        return Some(found);
    }
    // 三年累计下降: from the first of the row to the last.
    let row: Vec<&Mention<'_>> = passage
        .back_from(index)
        .map(|(_, mention)| mention)
        .take_while(|mention| {
            mention.sentence == change.sentence && mention.quantity.class() == last.quantity.class()
        })
        .collect();
    let first = row.last()?;
    let is_span = is_in_order
        && (change.before.contains("累计") || is_over_years(change.before, row.len()))
        && !change.before.contains(['较', '比'])
        && row.len() == years_of(passage.between(start, first.quantity.span.start)).len();
    is_span.then_some((last, first))
}

/// 2025年、2024年分别受理 186 件、150 件，增长 24%: the figures of the two years of the row before the change at `index`, of which one is the next
/// of the other; of a row that goes back in time the first is that of now.
fn of_two_years<'p>(passage: &'p Passage<'_>, index: usize, start: u32) -> Option<Pair<'p>> {
    let change = passage.mentions.get(index)?;
    let (second, first) =
        (passage.mentions.get(index.checked_sub(1)?)?, passage.mentions.get(index.checked_sub(2)?)?);
    let years = years_of(passage.between(start, first.quantity.span.start));
    let is_alone = first.lead != Lead::Pause || !first.before.is_empty();
    let told = words::behind_comparison(change.before).unwrap_or(change.before);
    if !is_alone || !words::has_no_subject(told) || change.clause != second.clause + 1 {
        return None;
    }
    match years.as_slice() {
        [one, other] if one.checked_add(1) == Some(*other) => Some((second, first)),
        [one, other] if other.checked_add(1) == Some(*one) => Some((first, second)),
        _ => None,
    }
}

/// 收案 380 件，2022年、2023年分别为 465 件、420 件，两年累计下降 18.3%: from the first of a row of earlier years to the figure of
/// now in front of it.
pub fn since_the_first<'p>(passage: &'p Passage<'_>, index: usize) -> Option<Pair<'p>> {
    let change = passage.mentions.get(index)?;
    let (now, row) = now_and_before(passage, index)?;
    let first = row.first()?.0;
    // 2022年、2023年分别为 60 件、52 件，较2022年下降: against the year that is named.
    let named = ["较", "比"].iter().find_map(|against| search::split(change.before, against));
    if let Some((subject, against)) = named {
        let year = year::written(against).next().filter(|year| year.span.start == 0)?;
        let is_alone = subject.is_empty() && year::written(against).count() == 1;
        let of_year = row.iter().find(|(_, named)| *named == year.year).filter(|_| is_alone);
        return of_year.map(|(previous, _)| (now, *previous));
    }
    let is_over_all = is_over_years(change.before, row.len() + 1) || label::begins(change.before, &["累计"]);
    // 2022年、2023年分别新增 12 人、15 人，两年累计增加 27 人: what is added up are changes themselves.
    let tells_a_change =
        |mention: &Mention<'_>| mention.before.contains(['增', '减', '升', '降', '新', '涨', '落']);
    let are_changes = row.iter().any(|(one, _)| tells_a_change(one));
    let is_sum = (are_changes != tells_a_change(now)) || (are_changes && change.quantity.is_amount());
    let is_near = change.clause <= row.last()?.0.clause + 1 && first.clause <= now.clause + 1;
    (is_over_all && !label::has(change.before, cues::AVERAGE) && !is_sum && is_near).then_some((now, first))
}

/// The figure of now and those of earlier years behind it, in order and with their years, that end right before the change at `index`.
fn now_and_before<'p>(
    passage: &'p Passage<'_>,
    index: usize,
) -> Option<(&'p Mention<'p>, Vec<(&'p Mention<'p>, u16)>)> {
    let change = passage.mentions.get(index)?;
    let last = passage.mentions.get(index.checked_sub(1)?)?;
    let mut row: Vec<&'p Mention<'p>> = Vec::new();
    let mut years: Vec<u16> = Vec::new();
    for (_, mention) in passage.back_from(index) {
        let is_alike = mention.quantity.class() == last.quantity.class()
            && mention.segment == change.segment
            && mention.depth == change.depth
            && change_kind(mention).is_none();
        if !is_alike {
            return None;
        }
        if mention.before.is_empty() && mention.lead == Lead::Pause {
            row.push(mention);
            continue;
        }
        let mut named = years_of(mention.run_up);
        let is_later = years.iter().all(|year| named.last().is_some_and(|named| named > year));
        if named.is_empty() || (named.len() == 1 && !years.is_empty() && is_later) {
            let is_of_it = |words: &str| {
                let behind =
                    year::written(words).next_back().and_then(|last| words.get(last.span.end as usize..));
                let noun = behind.unwrap_or(words).split(['分', '依']).next().unwrap_or("");
                search::length(noun) < 2 || mention.run_up.contains(noun)
            };
            // 2022年、2023年行政复议分别为: of another thing than the figure in front.
            let are_of_it = row.iter().all(|one| is_of_it(one.before));
            let is_now = are_of_it
                && row.len() >= 2
                && row.len() == years.len()
                && years.is_sorted_by(|later, earlier| later > earlier);
            let mut row: Vec<(&'p Mention<'p>, u16)> = row.into_iter().zip(years).collect();
            row.reverse();
            return is_now.then_some((mention, row));
        }
        // 2022年 465 件、2023年 420 件, or all behind 分别.
        let is_shared_out = named.len() == 1 || label::has(mention.before, &["分别", "依次"]);
        row.push(mention);
        named.reverse();
        years.append(&mut named);
        if !is_shared_out || row.len() != years.len() {
            return None;
        }
    }
    None
}

/// 由2021年的 14.6%、2022年的 12.1%、2023年的 10.8% 降到2024年的 9.9%，累计下降: the first of the row from which the change at `index`
/// leads, unless it is told to be against the year before.
pub fn from_the_first<'p>(passage: &'p Passage<'_>, index: usize) -> Option<Pair<'p>> {
    const MOST_CHANGES: usize = 3;
    let change = passage.mentions.get(index)?;
    // 比上年下降 0.8 个百分点，累计下降 4.7 个百分点: another change may stand between.
    let before = passage.back_from(index).take(MOST_CHANGES);
    let (at, now) = before.into_iter().find(|(_, mention)| change_kind(mention).is_none())?;
    let row = passage.row_ending_at(at.checked_sub(1)?);
    let first = *row.first().filter(|first| row.len() >= 2 && starts(first))?;
    let leads_on = now.has(Cue::To)
        && now.lead == Lead::Nothing
        && now.quantity.class() == first.quantity.class()
        && now.sentence == change.sentence
        && change.clause <= now.clause + u32::try_from(index - at).unwrap_or(1);
    let is_against_another = change.has(Cue::AgainstLastYear)
        || change.before.contains(['较', '比'])
        || label::has(change.before, cues::AVERAGE);
    (leads_on && !is_against_another).then_some((now, first))
}

/// Where the sentence of the change at `index` begins, or as far back in it as a statement reaches.
fn start_of(passage: &Passage<'_>, index: usize) -> Option<u32> {
    let change = passage.mentions.get(index)?;
    // Only behind so many figures may the sentence be without an end.
    let farthest = passage.back_from(index).nth(REACH - 1).map(|(_, farthest)| farthest.start);
    Some(farthest.map_or(change.sentence_start, |start| start.max(change.sentence_start)))
}

/// The words from `start` to the first figure of the row that ends right before the change at `index`.
fn row_words<'a>(passage: &Passage<'a>, index: usize, start: u32) -> &'a str {
    let head = passage
        .back_from(index)
        .find(|(_, mention)| mention.lead != Lead::Pause || !mention.before.is_empty());
    passage.between(start, head.map_or(start, |(_, head)| head.quantity.span.start))
}
