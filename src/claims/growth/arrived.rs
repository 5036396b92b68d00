//! A change between what was and what it came to: 与上年的 96 宗相比，立案少了 24 宗，为 72 宗; 比上年（40 件）增长 20%，达 48 件;
//! 上年 40 家，净增 8 家，达 48 家.
//!
//! *Invariant:* the earlier figure is set against something or moved by a net, the change follows it, and the last figure
//! has nothing before it but a word of arriving and nothing behind it.

use super::change::change_kind;
use super::earlier::{is_earlier, is_set_against};
use crate::claims::cue_set::Cue;
use crate::claims::cues;
use crate::claims::flow::movement::{Movement, movement};
use crate::claims::label;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::facts::{Class, year};
use crate::search;

/// All that may stand before the figure at which a change arrived.
const ARRIVING: &[&str] = &[
    "为",
    "达",
    "达到",
    "降为",
    "降至",
    "降到",
    "减至",
    "减到",
    "减为",
    "增至",
    "增到",
    "增为",
    "升至",
    "升到",
    "现为",
    "变为",
    "共",
    "共计",
    "总数为",
    "总量为",
    "总额为",
    "仅为",
    "已达",
    "回落至",
    "缩减至",
    "增加到",
    "增加至",
    "增长到",
    "增长至",
    "上升到",
    "上升至",
    "减少到",
    "减少至",
    "下降到",
    "下降至",
    "降低到",
    "降低至",
    "升为",
    "总数达",
    "总量达",
    "总额达",
    "总数达到",
    "总量达到",
    "总额达到",
];

/// The figure now and the figure before that the change at `index` lies between.
pub fn pair<'p>(passage: &'p Passage<'_>, index: usize) -> Option<(&'p Mention<'p>, &'p Mention<'p>)> {
    let change = passage.mentions.get(index)?;
    let (previous, current) =
        (passage.mentions.get(index.checked_sub(1)?)?, passage.mentions.get(index + 1)?);
    // 比上年（40）增长: the number alone counts what is told of.
    let is_bare = previous.lead == Lead::Open && previous.quantity.measure.is_none();
    let class = if is_bare { current.quantity.class() } else { previous.quantity.class() };
    let is_of_them = match change.quantity.class() {
        Some(Class::Percent) => previous.quantity.is_amount(),
        Some(Class::PercentagePoint) => previous.quantity.is_share(),
        own => own == class && change.quantity.is_amount(),
    };
    let is_in_bracket = previous.lead == Lead::Open && change.lead == Lead::Close;
    let is_row = current.sentence == previous.sentence
        && change.clause <= previous.clause + 1
        && current.clause == change.clause + 1
        && current.lead == Lead::Comma
        && current.bracket == change.bracket
        && (previous.bracket == change.bracket || is_in_bracket)
        && current.quantity.class() == class;
    let is_compared = is_set_against(previous) && (is_earlier(previous) || previous.before.contains('年'))
        || is_against_a_time(previous)
        || change.has(Cue::Net) && is_stock_before(previous, change);
    // 较上年增加 862 起、增长 7.2%，达到 12860 起: by how much it changed is no figure of before.
    let is_figure = change_kind(previous).is_none();
    let leads_there = is_where_it_arrived(current) && change_kind(change).is_some();
    (is_row && is_of_them && is_compared && is_figure && leads_there).then_some((current, previous))
}

/// Whether the words of the figure say only that a change came to it: ，达到 54 起.
pub fn is_where_it_arrived(current: &Mention<'_>) -> bool {
    current.lead == Lead::Comma && ARRIVING.contains(&current.before) && is_alone(current)
}

/// 复议申请较上年度 40 件, 较上年（40 件）: whether the words end in those of comparison and an earlier time.
fn is_against_a_time(previous: &Mention<'_>) -> bool {
    subject(previous).is_some()
}

/// Whether what changed is named in front of the comparison, so that no figure before it is meant.
pub fn has_subject(previous: &Mention<'_>) -> bool {
    subject(previous).is_some_and(|subject| !subject.is_empty())
}

/// The words in front of those of comparison and an earlier time.
fn subject<'a>(previous: &Mention<'a>) -> Option<&'a str> {
    let words = match previous.lead {
        Lead::Open if previous.before.is_empty() => {
            previous.run_up.strip_suffix('（')?.rsplit(['，', '；', '、']).next()?
        }
        _ => previous.before,
    };
    let mut rest = words.trim_end_matches(['的', '为', '度']);
    if let Some(named) = year::written(rest).next_back().filter(|named| named.span.end as usize == rest.len())
    {
        rest = rest.get(..named.span.start as usize)?;
    }
    while let Some(shorter) = search::ahead(rest, cues::EARLIER) {
        rest = shorter;
    }
    rest.strip_suffix(['较', '比']).filter(|_| rest.len() < words.len())
}

/// Whether `previous` is what there was before `net` moved it; 2022年末 is the year before 2023年净增.
pub fn is_stock_before(previous: &Mention<'_>, net: &Mention<'_>) -> bool {
    let years = year::last(previous.before).zip(year::last(net.before));
    let is_end_of_year = previous.has(Cue::YearEnd) && years.is_some_and(|(before, now)| before + 1 == now);
    is_stock(previous) || is_end_of_year
}

/// 上年 40 家, 去年全区有企业 40 家: what there was before, and not what came in then.
fn is_stock(previous: &Mention<'_>) -> bool {
    const TIMES: &[&str] = &["上年", "去年", "年初", "期初", "上一年"];
    let is_of_before = || {
        let words = previous.before.trim_end_matches(['度', '为', '的', '共', '有']);
        let is_there =
            label::has(previous.before, &["有"]) && !label::has(previous.before, &["有效", "有关", "没有"]);
        TIMES.iter().any(|time| words.ends_with(time)) || label::begins(words, TIMES) && is_there
    };
    let told = movement(previous);
    !is_set_against(previous) && (told == Some(Movement::Opening) || told.is_none() && is_of_before())
}

/// Whether nothing is said behind the figure: 为 82 家企业 is not where the change arrived.
fn is_alone(current: &Mention<'_>) -> bool {
    current.after.is_empty() || label::begins(current.after, &["左右"])
}
