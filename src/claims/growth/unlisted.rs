//! Changes whose verb no list knows, where only a change can be meant: 较上年的 36 微克改善 11.1%, 比前一年的 2520 万元多出
//! 530 万元, 上年为 40 微克，改善 22.5%.
//!
//! *Invariant:* such a figure stands right behind an earlier one that another is set against, or behind a pair; behind
//! one that only tells of the past, the verb itself must tell of a change.

use super::change::{Change, changes_by, is_left_behind};
use super::departure::starts;
use super::earlier::{is_earlier, is_set_against};
use super::limits;
use crate::claims::cue_set::Cue;
use crate::claims::cues;
use crate::claims::label;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::facts::Class;
use crate::search;

/// The most characters of a verb.
const LONGEST: usize = 4;

/// The change that the figure at `index` is against the earlier figure right before it.
pub fn change(passage: &Passage<'_>, index: usize) -> Option<Change> {
    let (change, earlier) = (passage.mentions.get(index)?, passage.mentions.get(index.checked_sub(1)?)?);
    let class = change.quantity.class();
    let is_relative = matches!(class, Some(Class::Percent | Class::PercentagePoint));
    let is_verb = (1..=LONGEST).contains(&search::length(change.before))
        && !change.before.contains(['的', '占', '为', '至', '到', '达', '率', '比', '各', '均'])
        && !change.has(Cue::Respectively);
    // 98.5%，高于上年（96.2%）2.3 个百分点: the word of comparison tells the direction.
    let is_behind = match change.lead {
        Lead::Nothing => true,
        Lead::Close => earlier.lead == Lead::Open,
        _ => false,
    };
    if is_behind && class == Some(Class::PercentagePoint) && matches!(change.before, "" | "的水平" | "水平")
    {
        return by_comparison(earlier);
    }
    if let Some(told) = of_the_same_things(passage, index) {
        return Some(told);
    }
    if !is_verb {
        return None;
    }
    if change.lead == Lead::Nothing && is_set_against(earlier) {
        let is_step = || class == earlier.quantity.class() && change.quantity.is_amount();
        let by_first = || change.before.chars().next().and_then(direction);
        let by_how_much = || told(change.before).or_else(by_first).filter(|_| is_step());
        return if is_relative { Some(Change::Either) } else { by_how_much() };
    }
    let is_next = change.lead == Lead::Comma && change.clause == earlier.clause + 1;
    let is_behind_pair = || {
        let told = |at: &usize| passage.mentions.get(*at).is_some_and(|mention| !changes_by(mention));
        (0..index).rev().take(2).find(told).is_some_and(|to| ends_a_pair(passage, to))
    };
    // 由上年 25 起减至 19 起，少发生 6 起: the first sign of the verb tells it of an amount.
    if is_next
        && class == earlier.quantity.class()
        && change.before.starts_with(['多', '少'])
        && is_behind_pair()
    {
        return change.before.chars().next().and_then(direction);
    }
    if is_next
        && class == earlier.quantity.class()
        && (is_behind_pair() || is_behind_stocks(passage, index))
        && is_only_one(passage, index)
        && let Some(told) = came_or_went(earlier, change.before)
    {
        return Some(told);
    }
    if !is_next || !is_relative {
        return None;
    }
    if is_behind_pair() {
        return Some(Change::Either);
    }
    told(change.before).filter(|_| is_behind_the_past(passage, index))
}

/// 编制由 120 名增加到 138 名，本次新增编制 18 名: the same where the time and the things that came are named as well.
pub fn of_the_same_things(passage: &Passage<'_>, index: usize) -> Option<Change> {
    const TIMES: &[&str] = &["本次", "此次", "本轮", "这次", "今年", "全年", "本年", "年内"];
    let (change, to) = (passage.mentions.get(index)?, passage.mentions.get(index.checked_sub(1)?)?);
    let from = passage.mentions.get(index.checked_sub(2)?)?;
    let words = search::behind(change.before, TIMES).unwrap_or(change.before);
    let words = words.trim_start_matches(['共', '净', '已']);
    let (verb, things) = ["新增加", "新增", "增设", "新设", "取消", "核减", "精简", "压减"]
        .iter()
        .find_map(|verb| Some((*verb, words.strip_prefix(*verb)?)))?;
    let is_next = change.lead == Lead::Comma
        && change.clause == to.clause + 1
        && change.quantity.class() == to.quantity.class()
        && is_left_behind(passage, index - 2);
    let are_the_same = things.is_empty() || from.before.contains(things);
    if is_next && are_the_same && is_only_one(passage, index) { came_or_went(to, verb) } else { None }
}

/// 由 56 项增加到 82 项，新增 26 项: what came is all by which it grew, where `to` says that it grew and nothing is told to have gone.
fn came_or_went(to: &Mention<'_>, words: &str) -> Option<Change> {
    let verb = words.trim_start_matches(['共', '净', '已']);
    if matches!(verb, "新增" | "新增加" | "增设" | "新设") && to.before.contains(['增', '扩', '升', '达'])
    {
        return Some(Change::Up);
    }
    let is_less = to.before.contains(['减', '压', '缩', '降']);
    (is_less && matches!(verb, "取消" | "核减" | "精简" | "删减" | "压减")).then_some(Change::Down)
}

/// 上年底 8640 名，今年底达到 9420 名，新增 780 名: whether what there was at the end of the year before and what has been reached since stand
/// before the figure at `index`.
fn is_behind_stocks(passage: &Passage<'_>, index: usize) -> bool {
    const ENDS: &[&str] = &["年底", "年末", "年初"];
    let pair = index.checked_sub(2).and_then(|at| passage.mentions.get(at..index));
    matches!(pair, Some([from, to]) if from.clause + 1 == to.clause
        && from.sentence == to.sentence
        && from.quantity.class() == to.quantity.class()
        && label::has(from.run_up, ENDS)
        && (is_earlier(from) || from.run_up.contains("年初"))
        && label::has(to.before, ENDS)
        && to.before.ends_with(['达', '到']))
}

/// Whether no figure behind the one at `index` in its sentence counts the same.
fn is_only_one(passage: &Passage<'_>, index: usize) -> bool {
    let Some(one) = passage.mentions.get(index) else { return false };
    passage
        .ahead_from(index + 1)
        .take_while(|(_, next)| next.sentence == one.sentence)
        .all(|(_, next)| next.quantity.class() != one.quantity.class())
}

/// The direction that the words in front of an earlier share tell: 高于上年的 96.2%.
fn by_comparison(earlier: &Mention<'_>) -> Option<Change> {
    let words = if earlier.lead == Lead::Open { earlier.run_up } else { earlier.before };
    let clause = words.rsplit('，').next()?;
    let is_of_before = is_earlier(earlier) && earlier.quantity.is_share();
    match () {
        () if !is_of_before => None,
        () if clause.starts_with("高于") || clause.starts_with("高出") => Some(Change::Up),
        () if clause.starts_with("低于") => Some(Change::Down),
        () => None,
    }
}

/// What a verb tells of a change by its last sign: 走低; or by what it says of the matter: 改善.
fn told(verb: &str) -> Option<Change> {
    const EITHER: &[&str] = &["改善", "好转", "变好", "向好", "恶化", "变差", "提速", "优化"];
    const OTHERWISE: &[&str] = &["最高", "最低", "至少", "年高", "新高", "中高", "新低"];
    let verb = verb.trim_end_matches('了');
    if OTHERWISE.contains(&verb) {
        return None;
    }
    if EITHER.contains(&verb) {
        return Some(Change::Either);
    }
    if cues::SAVED.contains(&verb) {
        return Some(Change::Down);
    }
    verb.chars().next_back().and_then(direction)
}

/// The direction that a sign of a verb tells: 多 in 多出, 低 in 走低.
fn direction(sign: char) -> Option<Change> {
    match sign {
        '多' | '增' | '升' | '涨' | '高' | '扩' => Some(Change::Up),
        '少' | '减' | '降' | '缩' | '低' | '落' | '窄' | '滑' | '跌' => Some(Change::Down),
        _ => None,
    }
}

/// Whether the figure before the one at `index` tells of the past and the one before that of now: 浓度 31 微克，上年为 40
/// 微克，改善.
fn is_behind_the_past(passage: &Passage<'_>, index: usize) -> bool {
    let pair =
        index.checked_sub(2).and_then(|at| passage.mentions.get(at)).zip(passage.mentions.get(index - 1));
    pair.is_some_and(|(now, past): (&Mention<'_>, &Mention<'_>)| {
        is_earlier(past)
            && !is_earlier(now)
            && past.clause == now.clause + 1
            && past.sentence == now.sentence
            && past.quantity.class() == now.quantity.class()
            && !changes_by(past)
            && !changes_by(now)
            && !starts(now)
    })
}

/// Whether the figure at `index` and the one before it are where a change ended and began: 由 8 个工作日缩短到 6 个工作日,
/// 法定时限 20 个工作日，承诺时限 8 个工作日.
fn ends_a_pair(passage: &Passage<'_>, index: usize) -> bool {
    let Some(from) = index.checked_sub(1) else { return false };
    let pair = passage.mentions.get(from).zip(passage.mentions.get(index));
    pair.is_some_and(|(first, second)| limits::are_limits(first, second) || is_left_behind(passage, from))
}
