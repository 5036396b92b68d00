//! Where a change begins: 由 20 个工作日, 从 1.42 万人, 自上年的 71.5%.
//!
//! Takes a figure, for [`at_that_speed`] with its passage; gives whether a change begins with it, or the pair of a change.
//!
//! *Invariant:* 自 is such a word only for itself, never as a part of 自然, 来自 and the like.

use super::change;
use super::pair::{Time, arrives, time_and_noun};
use crate::claims::cue_set::Cue;
use crate::claims::label;
use crate::claims::respective::IN_ORDER;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::facts::{Class, year};
use crate::search;

/// Whether a change begins with the figure.
pub fn starts(mention: &Mention<'_>) -> bool {
    mention.has(Cue::From) || has_since(mention.before)
}

/// Whether 自 stands in `words` for itself.
fn has_since(words: &str) -> bool {
    const BEHIND: &[char] = &[
        '然', '主', '查', '治', '筹', '我', '行', '动', '贸', '营', '愿', '觉', '身', '由', '有', '建', '产',
        '用', '首', '来', '助', '费', '家', '纠', '学', '备', '给', '立', '律', '评', '发', '制', '考', '报',
        '收', '救',
    ];
    const AHEAD: &[char] = &['来', '亲', '各', '独', '私', '擅', '出', '源', '发', '取', '暗', '放'];
    words.match_indices('自').any(|(at, sign)| {
        let (ahead, behind) = (words.get(..at), words.get(at + sign.len()..));
        ahead.is_some_and(|ahead| !ahead.ends_with(AHEAD))
            && behind.is_some_and(|behind| !behind.starts_with(BEHIND))
    })
}

/// The pair of the change at `index`, or where it is one of several years behind 从 80 万元降至 60 万元，再降至 48 万元 the one from
/// where the first began; nothing where that is not told.
pub fn over_the_years<'p>(
    passage: &'p Passage<'_>,
    index: usize,
    pair: Option<(&'p Mention<'p>, &'p Mention<'p>)>,
) -> Option<(&'p Mention<'p>, &'p Mention<'p>)> {
    let change = passage.mentions.get(index)?;
    let span = change.before.trim_start_matches('近');
    let years =
        span.trim_start_matches(|ch: char| ch.is_ascii_digit() || "两二三四五六七八九十几数".contains(ch));
    let number = span.strip_suffix(years).map_or(0, search::length);
    if !(1..=2).contains(&number) || !years.starts_with('年') {
        return pair;
    }
    let is_on_the_way =
        |mention: &Mention<'_>| change::leads_there(mention.before) && !label::has(mention.before, IN_ORDER);
    let (current, previous) = match pair {
        Some(pair) => pair,
        None => {
            let before = index.checked_sub(2)?;
            (passage.mentions.get(before + 1)?, passage.mentions.get(before)?)
        }
    };
    if !is_on_the_way(previous) || (pair.is_none() && !is_on_the_way(current)) {
        return pair;
    }
    let from = passage
        .back_from(passage.index_of(previous))
        .map(|(_, mention)| mention)
        .take_while(|mention| mention.sentence == change.sentence)
        .find(|mention| starts(mention) && mention.quantity.class() == current.quantity.class());
    from.map(|from| (current, from))
}

/// 从 4.2 万户增长到 4.83 万户，增速达 15%: the figure where the change told at `index` led to, and the one where it began. The speed of
/// money may be at constant prices, and that of several years one of each.
pub fn at_that_speed<'p>(
    passage: &'p Passage<'_>,
    index: usize,
) -> Option<(&'p Mention<'p>, &'p Mention<'p>)> {
    const SPEED: &[&str] = &["增速", "增速为", "增速达", "增速达到", "增速约", "增速约为", "增速高达"];
    let speed = passage.mentions.get(index).filter(|speed| SPEED.contains(&speed.before))?;
    let [first, last] = passage.mentions.get(index.checked_sub(2)?..index)? else { return None };
    // 上年同期 240 件，今年 300 件，增速 25%: each year with its figure is as good as the two ends.
    let (previous, current, is_told) = match (time_and_noun(first), time_and_noun(last)) {
        (Some((Time::Past, one)), Some((Time::Now, other))) if one == other || other.is_empty() => {
            (first, last, true)
        }
        (Some((Time::Now, one)), Some((Time::Past, other))) if one == other || other.is_empty() => {
            (last, first, true)
        }
        _ => (first, last, starts(first) && arrives(last)),
    };
    let is_of_them = speed.quantity.class() == Some(Class::Percent)
        && speed.lead == Lead::Comma
        && speed.clause == last.clause + 1
        && [first, last].iter().all(|mention| mention.bracket == speed.bracket)
        && last.sentence == first.sentence
        && last.clause <= first.clause + 1
        && is_told;
    let is_count = current.quantity.is_amount()
        && current.quantity.class() == previous.quantity.class()
        && current.quantity.class() != Some(Class::Money);
    let is_of_one_year =
        year::last(previous.before).is_none_or(|from| year::last(current.before) == Some(from + 1));
    (is_of_them && is_count && is_of_one_year).then_some((current, previous))
}
