//! What a change in a clause of its own is of: 事故由 86 起减少到 74 起，下降 14% is of them, 死亡人数下降 25% is not.
//!
//! *Invariant:* only words are read; a clause without a subject is of the figures in front of it, one with a subject
//! only where that is named in front of them as well.

use super::change;
use super::words;
use crate::claims::cue_set::Cue;
use crate::claims::cues;
use crate::claims::label;
use crate::claims::period::{self, Months};
use crate::claims::scope;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::facts::{Class, year};
use crate::search;

/// Words in front of a change that name nothing.
const ADVERBS: &[&str] = &[
    "同比",
    "环比",
    "即",
    "相应",
    "共",
    "累计",
    "总共",
    "总体",
    "整体",
    "合计",
    "平均",
    "净",
    "大幅",
    "实际",
    "直接",
    "已",
    "约",
    "则",
    "分别",
    "依次",
    "进一步",
    "实现",
    "同口径",
    "可比口径",
    "按可比口径",
    "一年间",
    "一年来",
    "其间",
    "期间",
    "本年度",
    "本年",
    "今年",
    "当年",
    "年内",
    "，",
];

/// Nouns that many subjects end in.
const GENERAL: &[&str] = &["案件", "事项", "项目", "工作", "情况", "企业", "人员"];

/// Words that name a span of time, whatever it is of.
const SPANS: &[&str] = &["用时", "耗时", "时间", "时限", "时长", "周期"];

/// Words of what a figure may be set against besides the one before it.
const ELSEWHERE: &[&str] =
    &["全省", "全国", "全市平均", "平均水平", "省均", "目标", "计划", "预期", "再", "又"];

/// Whether `change` in a clause behind `first` and `second` is of something else than they are.
pub fn is_another(change: &Mention<'_>, first: &Mention<'_>, second: &Mention<'_>) -> bool {
    // The figure of before may stand in a bracket behind the change.
    if change.lead == Lead::Comma && change.start > first.start && is_of_another_place(change, first) {
        return true;
    }
    if !matches!(change.lead, Lead::Comma | Lead::Open) || change.start < first.start.max(second.start) {
        return false;
    }
    let words = change.before;
    // 本年是上年的 1.5 倍: both are named by their time.
    if words.ends_with('的') && change.quantity.class() == Some(Class::Times) {
        return false;
    }
    let is_of_some = words.strip_prefix("其中").is_some_and(|words| !names_both_years(words, first, second));
    if is_of_some || label::has(words, ELSEWHERE) {
        return true;
    }
    // 比上年的 802 件少 36 件，比前年少 15 件: the figure of the year before that is not told.
    let is_older = |words: &str| label::has(words, &["比前年", "较前年"]);
    if is_older(words) && ![first, second].iter().any(|mention| is_older(mention.before)) {
        return true;
    }
    names_another(words::without_degree(change::without_direction(change)), first, second)
}

/// 县（市、区）收案 1434 件，全市收案同比增长: whether `change` names a place or body and `now` is told of another.
fn is_of_another_place(change: &Mention<'_>, now: &Mention<'_>) -> bool {
    let told = scope::level_or_place(named_by(change)).zip(scope::level_or_place(now.before));
    told.is_some_and(|(one, other)| one != other)
}

/// What the words of `change` say that changed: 全市收案 of 全市收案同比增长.
fn named_by<'a>(change: &Mention<'a>) -> &'a str {
    without_comparison(words::without_degree(change::without_direction(change)))
}

/// Whether `change` names what `current` counts, and nothing else.
pub fn is_called(change: &Mention<'_>, current: &Mention<'_>) -> bool {
    const SHORTEST: usize = 2;
    let name = named_by(change);
    search::length(name) >= SHORTEST && label::label(current) == name
}

/// The only figure of the sentences before whose words end in what the change at `index` names with its place: 占全市收案 1846 件的;
/// or, where it names the place alone, the only one of its own sentence that begins with that.
pub fn called_before<'p, 'a>(
    passage: &'p Passage<'a>,
    index: usize,
    (now, before): (&Mention<'_>, &Mention<'_>),
) -> Option<&'p Mention<'a>> {
    const FARTHEST: u32 = 3;
    let change = passage.mentions.get(index)?;
    let name = named_by(change);
    if !is_of_another_place(change, now) {
        return None;
    }
    let is_place = scope::level_or_place(name) == Some(name);
    let mut called = passage
        .back_from(index)
        .map(|(_, mention)| mention)
        .take_while(|mention| mention.sentence + if is_place { 0 } else { FARTHEST } >= change.sentence)
        .filter(|mention| {
            (mention.before.ends_with(name) || is_place && mention.before.starts_with(name))
                && mention.quantity.class() == before.quantity.class()
                && mention.token != before.token
                && !mention.has(Cue::Comparison)
                && !mention.has(Cue::Earlier)
                && !change::changes_by(mention)
        });
    called.next().filter(|_| called.next().is_none())
}

/// Whether `words`, what stands before a verb of change, name something of which neither of the two figures is.
pub fn names_another(words: &str, first: &Mention<'_>, second: &Mention<'_>) -> bool {
    let subject = without_comparison(words);
    let subject =
        cues::COUNTED.iter().chain(&["总"]).find_map(|end| subject.strip_suffix(end)).unwrap_or(subject);
    // 应诉案件 are no 复议案件; 案件 alone are any.
    let subject = search::ahead(subject, GENERAL).filter(|rest| !rest.is_empty()).unwrap_or(subject);
    let Some((at, _)) = subject.char_indices().rev().nth(1) else { return false };
    let head = subject.get(at..).unwrap_or(subject);
    if first.quantity.class() == Some(Class::Time) && SPANS.contains(&head) {
        return false;
    }
    let earlier = if first.start < second.start { first } else { second };
    ![earlier.run_up, earlier.after, second.before, first.before].iter().any(|words| words.contains(head))
}

/// 检查企业 420 家，上年 400 家，食品企业检查增长 20%: whether `change` names the things of both figures, and more narrowly than they do.
pub fn is_of_some(change: &Mention<'_>, first: &Mention<'_>, second: &Mention<'_>) -> bool {
    const FEWEST: usize = 2;
    if !matches!(change.lead, Lead::Comma | Lead::Open) || change.start < first.start.max(second.start) {
        return false;
    }
    let name = scope::without(named_by(change));
    let name = search::ahead(name, cues::COUNTED).unwrap_or(name);
    let name = search::ahead(name, GENERAL).unwrap_or(name);
    let earlier = if first.start < second.start { first } else { second };
    let told = [earlier.run_up, earlier.after, second.before, first.before, first.after, second.after];
    let is_told = |sign: char| told.iter().any(|words| words.contains(sign));
    let is_shared = name.chars().any(is_told);
    let is_small = |sign: char| "数量额率总均全等的各类增新发办理受审结次件".contains(sign);
    let is_narrower =
        is_shared && name.chars().filter(|&sign| !is_told(sign) && !is_small(sign)).count() >= FEWEST;
    // 网上投诉 of 投诉, where 上年 has one of the two signs: a word of its own in front of what is told.
    let noun = label::last_characters(name, FEWEST);
    let attribute = name.strip_suffix(noun).filter(|_| told.iter().any(|words| words.contains(noun)));
    let is_told_whole = |word: &str| told.iter().any(|words| words.contains(word));
    let has_attribute = attribute.is_some_and(|word| {
        search::length(word) >= FEWEST && !word.chars().any(is_small) && !is_told_whole(word)
    });
    is_narrower || has_attribute || is_of_part_of_the_year(change, first, second)
}

/// 受理 1260 件，上年 1120 件，四季度增长 20%: whether `change` names a part of the year that neither figure does.
fn is_of_part_of_the_year(change: &Mention<'_>, first: &Mention<'_>, second: &Mention<'_>) -> bool {
    let months = |words: &str| period::of(words).map(|(months, ..)| months);
    months(change.before).is_some_and(|part| {
        part != Months::ALL && ![first, second].iter().any(|of| months(of.run_up) == Some(part))
    })
}

/// 2021年 812 批次、2022年 734 批次、2023年 661 批次，其中2023年较2022年下降: whether `words` begin with one year set against another,
/// and the two figures are those of these years by their own words.
fn names_both_years(words: &str, first: &Mention<'_>, second: &Mention<'_>) -> bool {
    let mut named = year::written(words);
    let (Some(now), Some(before)) = (named.next(), named.next()) else { return false };
    let between = words.get(now.span.end as usize..before.span.start as usize);
    let are = |one: &Mention<'_>, other: &Mention<'_>| {
        year::last(one.before) == Some(now.year) && year::last(other.before) == Some(before.year)
    };
    now.span.start == 0
        && between.is_some_and(|between| label::begins(between, &["较", "比", "同比", "与"]))
        && (are(first, second) || are(second, first))
}

/// `words` without what they compare with, adverbs and times: nothing is left of 2024年较上年 and of 四年累计.
pub fn without_comparison(words: &str) -> &str {
    const AGAINST: &[&str] = &["较", "比", "同比", "环比", "与"];
    let mut rest = words;
    while let Some(shorter) =
        ADVERBS.iter().chain(cues::AGAINST_LAST_YEAR).find_map(|word| rest.strip_prefix(*word))
    {
        rest = shorter;
    }
    let at = AGAINST.iter().filter_map(|word| rest.find(word)).min().unwrap_or(rest.len());
    rest = rest.get(..at).unwrap_or("");
    while let Some(shorter) = search::ahead(rest, ADVERBS) {
        rest = shorter;
    }
    let is_time = rest.ends_with(['年', '期', '月', '底', '末'])
        || ["季度", "年间", "年来"].iter().any(|time| rest.ends_with(time));
    if is_time { "" } else { rest }
}
