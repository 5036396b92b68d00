//! Parts that each stand in a bracket of their own behind their names: 持证人员 320 人，分布在公安（120 人）、城管（88 人）及其他
//! 部门（112 人）.
//!
//! *Invariant:* a word that shares out leads from the whole to the first name, nothing but names and pauses stands between
//! the brackets, and 等 behind the last one leaves the row open.

use super::Opener;
use super::whole::is_free;
use crate::claims::cues;
use crate::claims::label;
use crate::claims::statement::{Lead, Passage};
use crate::search;

/// Words that divide what was counted into what follows.
const DIVIDES: &[&str] = &["分为", "划分为", "分别为", "分别是", "具体为", "包括", "由"];

/// Words of where all of it is or comes from; each thing is in one place.
const SHARES_OUT: &[&str] = &[
    "分布在",
    "分布于",
    "分布到",
    "分布情况为",
    "来自于",
    "来自",
    "设在",
    "设于",
    "建在",
    "派驻在",
    "安装在",
    "分属",
    "隶属于",
    "归属于",
    "配备在",
    "配备到",
    "部署在",
    "投放在",
];

/// The most characters of one name, and of what stands between a whole and the word that shares it out.
const LONGEST_NAME: usize = 12;
const LONGEST_NOUN: usize = 10;

/// The row that the figure at `index` begins: how sure it is that it is all, its whole and its parts.
pub fn row_at(passage: &Passage<'_>, index: usize) -> Option<(Opener, usize, Vec<usize>)> {
    let whole = index.checked_sub(1)?;
    if !stands_alone(passage, index) {
        return None;
    }
    let (stated, first) = (passage.mentions.get(whole)?, passage.mentions.get(index)?);
    if stated.sentence != first.sentence
        || first.depth.checked_sub(stated.depth) != Some(1)
        || !is_free(passage, whole, index, &[])
    {
        return None;
    }
    let (is_divided, name) = opened(passage.between(stated.quantity.span.end, first.start))?;
    let (mut parts, mut last_name) = (vec![index], name);
    while let Some((part, name)) = parts.last().and_then(|&last| next_part(passage, last)) {
        parts.push(part);
        last_name = name;
    }
    let last = parts.last().and_then(|&last| passage.mentions.get(last))?;
    let behind = passage.between(last.quantity.span.end, passage.end());
    let is_open =
        label::begins(behind.trim_start_matches('）'), &["等", "、", "和", "及", "与", "以及", "，包括"]);
    if parts.len() < 2 || is_open {
        return None;
    }
    let has_rest = label::begins(last_name, cues::REST);
    match (is_divided || has_rest, parts.len()) {
        (true, _) => Some((Opener::Partition, whole, parts)),
        // Where things are need not be told of all: only a near miss is.
        (false, 3..) => Some((Opener::Rest, whole, parts)),
        _ => None,
    }
}

/// Whether the figure at `index` is all that stands in its bracket.
fn stands_alone(passage: &Passage<'_>, index: usize) -> bool {
    passage.mentions.get(index).is_some_and(|part| {
        part.lead == Lead::Open
            && part.before.is_empty()
            && part.after.is_empty()
            && part.quantity.is_amount()
            && passage.between(part.quantity.span.end, passage.end()).starts_with('）')
    })
}

/// Whether `words` between a whole and the first part lead on by a word of division, and the first name.
fn opened(words: &str) -> Option<(bool, &str)> {
    const ADVERBS: &[&str] = &["分别", "主要", "具体", "全部", "均"];
    let words = words.strip_suffix('（')?;
    let (noun, rest) = words.split_once('，').unwrap_or((words, words));
    let rest = search::behind(rest, ADVERBS).unwrap_or(rest);
    let lead = |words: &'static [&'static str]| {
        words.iter().find_map(|lead| rest.strip_prefix(lead)).filter(|name| is_name(name))
    };
    if search::length(noun) > LONGEST_NOUN && words.contains('，') {
        return None;
    }
    lead(DIVIDES).map(|name| (true, name)).or_else(|| lead(SHARES_OUT).map(|name| (false, name)))
}

/// The part behind the one at `index`, and its name.
fn next_part<'a>(passage: &Passage<'a>, index: usize) -> Option<(usize, &'a str)> {
    let (part, next) = (passage.mentions.get(index)?, passage.mentions.get(index + 1)?);
    let words = passage.between(part.quantity.span.end, next.start);
    let words = words.strip_prefix('）')?.strip_suffix('（')?;
    let joint = search::beginning(words, &["、", "以及", "和", "及", "与"])?;
    let name = words.strip_prefix(joint)?;
    let is_next =
        is_name(name) && stands_alone(passage, index + 1) && next.quantity.class() == part.quantity.class();
    is_next.then_some((index + 1, name))
}

/// Whether `words` are a name and nothing else.
fn is_name(words: &str) -> bool {
    (1..=LONGEST_NAME).contains(&search::length(words))
        && !words.contains(['，', '；', '：', '。', '（', '）', '、'])
}
