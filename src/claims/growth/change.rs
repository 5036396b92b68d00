//! The change itself: 增长, 下降, 是…的 3 倍, and what is no change although it sounds like one.
//!
//! *Invariant:* the direction is told by the last words before the figure.

use super::departure::starts;
use super::earlier::is_compared_with;
use crate::claims::cue_set::Cue;
use crate::claims::cues;
use crate::claims::label;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::facts::Class;
use crate::facts::year;
use crate::search::{self, Endings};

use super::words::{self, DOWN, UP};

/// What may stand between the direction word and the change, if anything does.
const BEHIND: &[&str] = &[
    "了",
    "达",
    "为",
    "达到",
    "率",
    "率为",
    "率达",
    "幅度",
    "幅度为",
    "幅度达",
    "约",
    "比例",
    "比例为",
    "比例达",
    "超过",
    "均超过",
    "幅度超过",
    "逾",
];

const UP_WORDS: Endings = Endings::of(UP);
const DOWN_WORDS: Endings = Endings::of(DOWN);
const BEHIND_WORDS: Endings = Endings::of(BEHIND);

/// What a change says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// 增长, 上升 …
    Up,
    /// 下降, 减少 …
    Down,
    /// 是…的 3 倍.
    Multiple,
    /// A verb that no list knows, where only a change can be meant: 较上年的 36 微克改善 11.1%.
    Either,
}

/// What the words before `mention` say of it, if they say that something changed by it.
pub fn change_kind(mention: &Mention<'_>) -> Option<Change> {
    direction(mention, mention.before).or_else(|| told_by_comparison(mention))
}

/// 同比少发 1190 起: behind 同比 and the like the verb need not be known, as long as it tells the direction.
fn told_by_comparison(mention: &Mention<'_>) -> Option<Change> {
    const LONGEST: usize = 5;
    const UP: &[char] = &['多', '增', '升', '涨', '扩', '高'];
    const DOWN: &[char] = &['少', '减', '降', '压', '缩', '低', '落', '窄', '滑'];
    const OTHERWISE: &[char] = &['至', '到', '为', '占', '是', '的', '达', '新', '第', '均', '速'];
    let verb = words::behind_comparison(mention.before)?;
    if verb.contains(OTHERWISE) || search::length(verb) > LONGEST {
        return None;
    }
    match (verb.contains(UP), verb.contains(DOWN)) {
        (true, false) => Some(Change::Up),
        (false, true) => Some(Change::Down),
        _ => None,
    }
}

/// The same where `words` are those that tell it.
pub fn direction(mention: &Mention<'_>, words: &str) -> Option<Change> {
    if mention.quantity.class() == Some(Class::Times) && words.ends_with('的') {
        return Some(Change::Multiple);
    }
    // 增减幅度 24%: which way it went is not said.
    if search::ending(words, &["增减幅度", "增减幅", "增减率", "增减", "增降幅度", "升降幅度"]).is_some()
    {
        return Some(Change::Either);
    }
    let told = match (ends_in(words, &UP_WORDS), ends_in(words, &DOWN_WORDS)) {
        // 负增长 ends in 增长.
        (true, true) if words.contains("负增长") => Change::Down,
        (true, false) => Change::Up,
        (false, true) => Change::Down,
        _ => return None,
    };
    // Of a share 为 leads to the change, of a count or a span of time to what there is now.
    let is_there = mention.quantity.is_amount() || mention.quantity.class() == Some(Class::Time);
    let is_new_amount = is_there && label::has(words, &["至", "到", "由", "从", "新增"]);
    // 由 64 家压减为 48 家: behind a verb 为 leads to what there is now; behind 降幅 to the change.
    let arrives_at =
        is_there && words.strip_suffix('为').is_some_and(|verb| !verb.ends_with(['幅', '度', '率']));
    // 压缩率 is read with the rates.
    let is_proportion = || {
        let told = &["回落比例", "下降比例", "上升比例", "增长比例", "下滑比例"];
        label::has(words, &["比例"]) && !label::has(words, told)
    };
    let is_a_rate = label::has(words, &["压缩率", "压缩比", "缩短率", "压减率"]) || is_proportion();
    (!is_new_amount && !arrives_at && !is_a_rate).then_some(told)
}

/// Whether `words` end in one of `cues`, or in one with a word of [`BEHIND`] behind it.
fn ends_in(words: &str, cues: &Endings) -> bool {
    let ends = |words: &str| cues.ending(words).is_some();
    let has_more = BEHIND_WORDS.ending(words).is_some();
    ends(words) || (has_more && BEHIND.iter().any(|behind| words.strip_suffix(behind).is_some_and(ends)))
}

/// The words before `mention` without the one that says how it changed; of a verb that no list knows, without its last
/// two characters.
pub fn without_direction<'a>(mention: &Mention<'a>) -> &'a str {
    let words = mention.before;
    let told = |words: &'a str| {
        let cue =
            UP_WORDS.ending(words).into_iter().chain(DOWN_WORDS.ending(words)).max_by_key(|cue| cue.len())?;
        words.strip_suffix(cue)
    };
    let behind = || BEHIND.iter().find_map(|behind| told(words.strip_suffix(behind)?));
    told(words).or_else(behind).unwrap_or_else(|| {
        let at = words.char_indices().rev().nth(1).map_or(0, |(at, _)| at);
        words.get(..at).unwrap_or("")
    })
}

/// Whether `words` lead to where a change ends: 减至, 增加到, 减至本年.
pub fn leads_there(words: &str) -> bool {
    let words = words.strip_suffix('的').unwrap_or(words);
    let words = search::ahead(words, cues::THIS_YEAR).unwrap_or(words);
    // 调整为2024年版的 287 项.
    let bare = words.trim_end_matches(['的', '版', '度', '底', '末']);
    let year = year::written(bare).next_back().filter(|named| named.span.end as usize == bare.len());
    let words = year.and_then(|named| bare.get(..named.span.start as usize)).unwrap_or(words);
    words.ends_with(['到', '至', '为'])
}

/// Whether the words before `mention` say that something changed by it.
pub fn changes_by(mention: &Mention<'_>) -> bool {
    change_kind(mention).is_some()
}

/// Whether the figure at `index` is by how much something changed against an earlier figure, so that
/// it is no stock of its own: the 25 in 较上年的 148 件增加 25 件.
pub fn is_difference(passage: &Passage<'_>, index: usize) -> bool {
    let Some(mention) = passage.mentions.get(index) else { return false };
    let before = index.checked_sub(1).and_then(|before| passage.mentions.get(before));
    let is_compared = || {
        mention.has(Cue::Comparison)
            || before.is_some_and(|before| {
                (before.has(Cue::Comparison) || is_compared_with(before))
                    && before.clause + 1 >= mention.clause
                    && before.sentence == mention.sentence
            })
            || is_one_of_changes(passage, index, mention)
    };
    // 比计划的 1200 尾多放 60 尾: right behind what it is set against the verb need not be known.
    let is_more = || {
        const LONGEST: usize = 4;
        mention.lead == Lead::Nothing
            && mention.before.starts_with(['多', '少'])
            && search::length(mention.before) <= LONGEST
            && before.is_some_and(|before| before.quantity.class() == mention.quantity.class())
    };
    (passage.change_at(index).is_some() || is_more()) && is_compared()
}

/// 与上年相比，收案增加 167 件，上升 10.2%，结案增加 34 件: whether a comparison opens a row of changes in which `mention` stands.
fn is_one_of_changes(passage: &Passage<'_>, index: usize, mention: &Mention<'_>) -> bool {
    const MOST: usize = 6;
    let row = passage.back_from(index).take(MOST);
    let mut changes = row
        .take_while(|(at, before)| before.sentence == mention.sentence && passage.change_at(*at).is_some());
    mention.runs_up_with(Cue::Comparison) || changes.any(|(_, before)| before.runs_up_with(Cue::Comparison))
}

/// The most changes that stand between a count and its share.
pub const MOST_ASIDE: usize = 2;

/// 22958 件，比上年增加 50.6%，占总量的 55.8%: whether the figure at `index` stands between a count and the share at `share`, and tells
/// in clauses of its own by how much the count changed.
pub fn is_aside(passage: &Passage<'_>, index: usize, share: usize) -> bool {
    let (Some(change), Some(share_of)) = (passage.mentions.get(index), passage.mentions.get(share)) else {
        return false;
    };
    index < share
        && share - index <= MOST_ASIDE
        && share_of.before.starts_with('占')
        && share_of.lead == Lead::Comma
        && change.lead == Lead::Comma
        && change.segment == share_of.segment
        && change.clause + (share - index) as u32 == share_of.clause
        && change_kind(change).is_some()
        && words::has_no_subject(words::behind_comparison(change.before).unwrap_or(change.before))
}

/// Whether the figure at `index` is where a change began: 由 1.42 万人减少到 1.36 万人.
pub fn is_left_behind(passage: &Passage<'_>, index: usize) -> bool {
    let (Some(from), Some(to)) = (passage.mentions.get(index), passage.mentions.get(index + 1)) else {
        return false;
    };
    starts(from)
        && leads_there(to.before)
        && from.quantity.class() == to.quantity.class()
        && to.clause <= from.clause + 1
}
