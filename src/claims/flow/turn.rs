//! Stocks on both sides of a change that is named, and stocks that only say that they are there: 清理前共有 72 件, 整合后为 61 个,
//! 在册 98 户.
//!
//! *Invariant:* what only says that it is there closes a flow as the last figure of its sentence, behind a movement.

use super::movement::{Movement, movement};
use super::verb_form::without_time;
use crate::claims::cues;
use crate::claims::growth;
use crate::claims::label;
use crate::claims::scope;
use crate::claims::statement::Passage;
use crate::search::{self, Words};

/// What a stock is gone through for, before 前 and 后.
const TURNS: Words = Words::of(&[
    "清理", "梳理", "整合", "更新", "修订", "撤并", "改革", "合并", "精简", "优化", "整治", "规范", "压减",
    "归并", "调整", "换届", "改选", "普查", "核查", "核减", "归集",
]);

/// Versions of a list before this one.
const BEFORE: Words = Words::of(cues::VERSIONS_BEFORE);

/// Versions of now.
const NOW: Words = Words::of(cues::VERSIONS_OF_NOW);

/// Words that say that there is something.
const THERE: &[&str] = &[
    "在册",
    "在岗",
    "在编",
    "在职",
    "在营",
    "在管",
    "在库",
    "在建",
    "在矫",
    "在院",
    "在养",
    "在园",
    "在校",
    "在办",
    "在用",
    "库存",
    "存栏",
    "存案",
    "旧存",
    "待结",
    "待办",
    "余存",
    "实存",
    "账存",
    "余下",
    "列管",
    "实有",
    "结存",
    "存续",
    "总数为",
    "总数达",
    "总数达到",
    "总量为",
    "总量达",
    "总量达到",
    "总人数为",
    "总人数达",
    "总规模达",
    "登记在册",
    "现行有效",
    "在册登记",
    "清单为",
    "目录为",
    "名录为",
    "清单共",
    "目录共",
    "清单事项为",
    "目录事项为",
];

/// Nouns of what has one version after another.
const LISTS: &[&str] = &["清单", "目录", "名录", "名单", "台账", "指南", "汇编"];

/// Ends of verbs that tell where a change led.
const LED_TO: &[&str] = &[
    "增至",
    "增加到",
    "增加至",
    "增长到",
    "增长至",
    "减至",
    "减少到",
    "减少至",
    "降至",
    "下降到",
    "下降至",
    "扩大到",
    "扩充到",
    "扩充至",
    "压减到",
    "压减至",
    "压缩到",
    "压缩至",
    "精简到",
    "精简至",
    "缩减到",
    "缩减至",
];

/// Whether `words` tell of a stock before a change, or of a list before this one.
pub fn opens(words: &str) -> bool {
    turned(words, "前") || BEFORE.beginning(without_time(words)).is_some() || is_of_a_version_before(words)
}

/// 权责清单上一版列有: whether the list that has an earlier version is named in front of that.
fn is_of_a_version_before(words: &str) -> bool {
    cues::VERSIONS_BEFORE.iter().filter(|version| version.ends_with('版')).any(|version| {
        search::split(words, version).is_some_and(|(list, _)| search::ending(list, LISTS).is_some())
    })
}

/// Whether `words` tell of a stock behind a change, or of the list of now.
pub fn closes(words: &str) -> bool {
    turned(words, "后") || NOW.beginning(without_time(words)).is_some()
}

/// 清理前共有, 整合后为: a verb that changes a list, its side, and a word of what is there.
fn turned(words: &str, side: &str) -> bool {
    const IS: &[&str] = &["共", "有", "为", "仍", "剩", "余", "现", "实", "保留", "的"];
    search::split(words, side).is_some_and(|(verb, there)| {
        let at = verb.char_indices().rev().nth(1).map_or(0, |(at, _)| at);
        let verb = verb.get(at..).unwrap_or("");
        let there = scope::without(
            there
                .strip_prefix('我')
                .and_then(|there| there.strip_prefix(['市', '县', '区', '局', '镇']))
                .unwrap_or(there),
        );
        TURNS.beginning(verb).is_some() && (there.is_empty() || label::begins(there, IS))
    })
}

/// Whether the figure at `index` only says that so many are there, or that the movements led there, and is the last of its
/// sentence that counts so.
pub fn is_left(passage: &Passage<'_>, index: usize) -> bool {
    let Some(mention) = passage.mentions.get(index) else { return false };
    let words = mention.before.trim_start_matches(['现', '共', '仍', '尚', '还']);
    let is_there =
        label::begins(words, THERE) || search::ending(words, THERE).is_some_and(|end| end.len() > 6);
    // 由 3 个增至 5 个 is a change of its own.
    let leads = || {
        search::ending(words, LED_TO).is_some()
            && index
                .checked_sub(1)
                .and_then(|at| passage.mentions.get(at))
                .is_some_and(|from| !growth::starts(from))
    };
    let is_last = || {
        !passage
            .ahead_from(index + 1)
            .take_while(|(_, next)| next.sentence == mention.sentence)
            .any(|(_, next)| next.depth == 0 && next.quantity.class() == mention.quantity.class())
    };
    // 跨年度结转 39 件 behind what was done is carried on.
    let is_carried_on = || label::begins(words, &["跨年度结转", "跨年结转"]);
    let is_of_before = || matches!(movement(mention), Some(Movement::Opening | Movement::Net));
    mention.quantity.is_amount()
        && mention.depth == 0
        && (((is_there || leads()) && !is_of_before()) || is_carried_on())
        && is_last()
}
