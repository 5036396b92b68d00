//! Rates whose name says that they are of some of what the counts beside them tell: 受理 126 件，办结 120 件，到期案件办结率 100%;
//! 制定 26 件，备案 24 件，应备案文件备案率 100%.
//!
//! *Invariant:* a word of the name narrows it only where nothing between the counts and the name says it too.

use super::due::is_due;
use super::names;
use crate::claims::Statement;
use crate::claims::label;
use crate::claims::statement::Passage;
use crate::review::Status;
use crate::search::{self, Words};

/// Words of those that are looked at by themselves.
const SOME: &[&str] = &[
    "到期",
    "存量",
    "增量",
    "重点",
    "重大",
    "较大",
    "疑难",
    "突出",
    "复查",
    "复检",
    "复验",
    "补考",
    "补检",
    "整改后",
    "加急",
    "特急",
    "简易",
    "通知",
    "上半年",
    "下半年",
    "季度",
    "首批",
    "第一批",
    "第二批",
    "首轮",
    "当年",
    "新收",
    "新增",
    "新受理",
    "往年",
    "上年",
    "历年",
    "审限内",
    "正职",
    "一把手",
    "规模以上",
    "骨干",
    "一线",
    "示范",
    "试点",
];

/// One look tells whether a name has any of them.
const ANY_OF_SOME: Words = Words::of(SOME);

/// 上年同期结案率 94%: whether the rate of `statement`, which does not fit its counts exactly, is named as that of the year before.
pub fn is_of_another_year(passage: &Passage<'_>, statement: &Statement) -> bool {
    const BEFORE: &[&str] = &["上年", "去年", "同期", "上一年", "上期"];
    let rate = statement
        .operands_as("rate")
        .find_map(|rate| passage.mentions.get(passage.index_at(rate.span.start)));
    let name = rate.and_then(|rate| names::rate_name(rate.before));
    statement.fault.is_some() && name.is_some_and(|name| search::beginning(name, BEFORE).is_some())
}

/// How many characters in front of the name and behind it are read.
const FARTHEST: usize = 160;

/// Whether the broken `statement` is of a rate whose name says of which of its counts it is, and these do not.
pub fn is_of_some_by_its_name(passage: &Passage<'_>, statement: &Statement) -> bool {
    if statement.status != Status::Broken {
        return false;
    }
    let mention = |start: u32| passage.mentions.get(passage.index_at(start));
    let of = |role| statement.operands_as(role).filter_map(|operand| mention(operand.span.start));
    let Some(rate) = of("rate").next() else { return false };
    let Some(name) = names::rate_name(rate.before) else { return false };
    let counts = || of("numerator").chain(of("denominator")).chain(of("complement"));
    let Some(first) = counts().map(|count| count.sentence_start).min() else { return false };
    let end = rate.start;
    // A rate in front of its counts: what they are called comes behind it.
    let last = counts().map(|count| count.quantity.span.end + count.after.len() as u32).max().unwrap_or(end);
    let in_front = label::last_characters(passage.between(first.min(end), end), FARTHEST);
    let behind = passage.between(rate.quantity.span.end, last.max(rate.quantity.span.end));
    let behind = label::first_characters(behind, FARTHEST);
    let is_said = |word: &str| in_front.contains(word) || behind.contains(word);
    let is_due_by_name = name.starts_with('应') && !search::has(name, &["应诉", "应急", "应用", "应对"]);
    ANY_OF_SOME.stand_in(name) && SOME.iter().any(|word| name.contains(word) && !is_said(word))
        || is_due_by_name && !counts().any(is_due)
}
