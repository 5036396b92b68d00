//! The only total of a table, told again right over or below it: 查处案件 1240 起，分类如下：; 表2 案件查处情况（共 1240 起）; 以上共计 1240 起.
//!
//! *Invariant:* words lead to the table or back from it, or its caption says what the paragraph counts; what differs is told only
//! where one slip explains it.

use super::below::{caption_below, end_of_table, is_of_a_part, start_of_table};
use super::conclude;
use super::indicator::{is_indicator, is_sure_slip};
use super::key::neutral;
use crate::claims::cues;
use crate::claims::label;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::claims::table::Named;
use crate::claims::{Operand, Statement, figure};
use crate::facts::Class;
use crate::review::ClaimKind;
use crate::search;

/// The fewest characters of a key that two figures of two digits may be one slip apart under.
const KEY: usize = 4;

/// The restatements of the totals among `named` in the `passages` round their tables that are none of `known`.
pub fn claims(passages: &[Passage<'_>], named: &[Named], known: &[Statement]) -> Vec<Statement> {
    let totals: Vec<&Named> = named.iter().filter(|one| one.is_total).collect();
    let mut out = Vec::new();
    for passage in passages.iter().filter(|passage| !totals.is_empty() && !passage.mentions.is_empty()) {
        let within = |from: u32, to: u32| -> Vec<&Named> {
            let is_there = |one: &&&Named| (from..to).contains(&one.operand.span.start);
            of_the_last_year(totals.iter().filter(is_there).copied().collect())
        };
        let below = end_of_table(passage).map_or(Vec::new(), |end| within(passage.end(), end));
        let above =
            start_of_table(passage).map_or(Vec::new(), |start| within(start, passage.paragraph.start));
        let over = if below.is_empty() { Vec::new() } else { over(passage, &below) };
        let under = if above.is_empty() { Vec::new() } else { under(passage, &above) };
        let is_new = |(mention, _): &(&Mention<'_>, &Named)| {
            let told = |one: &Statement| one.operands.iter().any(|first| first.span == mention.quantity.span);
            !known.iter().any(|one| one.kind == ClaimKind::Restated && told(one))
        };
        let found = over.into_iter().chain(under).filter(is_new);
        out.extend(found.filter_map(|(mention, total)| restatement(mention, total)));
    }
    out
}

/// Of columns of years those of the last: 2023年, 2024年.
fn of_the_last_year(totals: Vec<&Named>) -> Vec<&Named> {
    let last = totals.iter().filter_map(|one| one.year).max();
    totals.into_iter().filter(|one| one.year == last).collect()
}

/// The only one of `totals` that may count what `mention` does.
fn only_alike<'n>(mention: &Mention<'_>, totals: &[&'n Named]) -> Option<&'n Named> {
    let is_of_its_year =
        |one: &&Named| one.year.is_none() || mention.year.is_none() || one.year == mention.year;
    let mut alike = totals.iter().copied().filter(|one| is_alike(mention, one)).filter(is_of_its_year);
    alike.next().filter(|_| alike.next().is_none())
}

/// Whether `mention` may count what `total` does.
fn is_alike(mention: &Mention<'_>, total: &Named) -> bool {
    let class = mention.quantity.class();
    mention.quantity.is_amount()
        && (total.class == class
            || total.class.is_none() && matches!(class, Some(Class::Word(_) | Class::Person)))
}

/// The figures of the last sentence of `passage`, over the table, each the only one of what a column sorts.
fn over<'p, 'a, 'n>(passage: &'p Passage<'a>, totals: &[&'n Named]) -> Vec<(&'p Mention<'a>, &'n Named)> {
    const LEADING: &[&str] = &["如下", "下表", "见表", "附表"];
    let caption = caption_below(passage).unwrap_or("");
    let line = passage.between(passage.paragraph.start, passage.end());
    let told: Vec<(usize, &'p Mention<'a>)> = passage
        .sentence_of(passage.mentions.len().saturating_sub(1))
        .into_iter()
        .filter(|(at, mention)| is_whole(passage, *at, mention))
        .collect();
    let is_told = |mention: &Mention<'_>| {
        // The caption itself may have the figure: 表1 案件办理情况（共 1240 件）.
        let is_caption = || {
            mention.lead == Lead::Open
                && search::ending(mention.before, cues::ALL_SUMS).is_some()
                && line.starts_with('表')
        };
        // What leads to the table is the last that the paragraph says.
        let words = passage.between(mention.quantity.span.end, passage.end()).trim_end_matches(['。', '：']);
        let last = words.rsplit('。').next().unwrap_or(words);
        let is_over_caption = || is_one_turned_round(&neutral(mention.before), caption);
        label::has(last, LEADING) || last.len() == words.len() && is_over_caption() || is_caption()
    };
    if told.is_empty() || is_of_a_part(passage) {
        return Vec::new();
    }
    let pair = |(at, mention): &(usize, &'p Mention<'a>)| {
        let total = only_alike(mention, totals)?;
        let is_only = told.iter().all(|(other, one)| other == at || !is_alike(one, total));
        (is_only && is_told(mention)).then_some((*mention, total))
    };
    told.iter().filter_map(pair).collect()
}

/// The figures of the first sentence of `passage`, below the table, where words take up all that stands in it or are those
/// over its column.
fn under<'p, 'a, 'n>(passage: &'p Passage<'a>, totals: &[&'n Named]) -> Vec<(&'p Mention<'a>, &'n Named)> {
    const BACK: &[&str] = &["以上", "上述", "上表"];
    let first = passage.mentions.iter().enumerate().take_while(|(_, mention)| mention.sentence == 0);
    let pair = |(at, mention): (usize, &'p Mention<'a>)| {
        let words = mention.before;
        let takes_up = label::begins(words, BACK) && label::has(words, cues::SUMS_AND_TOGETHER)
            || cues::SUMS.contains(&words);
        let total = if takes_up && at == 0 {
            only_alike(mention, totals)?
        } else {
            let name = neutral(words);
            let mut called = totals.iter().copied().filter(|total| total.name == name);
            called.next().filter(|total| is_alike(mention, total) && called.next().is_none())?
        };
        is_whole(passage, at, mention).then_some((mention, total))
    };
    first.filter_map(pair).collect()
}

/// Whether the figure at `index` is told as that of all, by its own words.
fn is_whole(passage: &Passage<'_>, index: usize, mention: &Mention<'_>) -> bool {
    is_indicator(passage, index, mention) || search::ending(mention.before, cues::SUMS_AND_TOGETHER).is_some()
}

/// 办结复议案件 and 表1 复议案件办结情况: whether `caption` says what `words` do, verb and object in either order.
fn is_one_turned_round(words: &str, caption: &str) -> bool {
    const ENDS: &[&str] = &["情况", "统计", "汇总", "明细", "一览", "表"];
    let is_number =
        |ch: char| ch.is_ascii_digit() || matches!(ch, '表' | '附' | ' ' | '-' | '：' | '、' | '.');
    let mut caption = caption.trim_start_matches(is_number);
    while let Some(shorter) = search::ahead(caption, ENDS) {
        caption = shorter;
    }
    let caption = neutral(caption);
    search::length(words) >= KEY
        && words.len() == caption.len()
        && [words, words].concat().contains(&*caption)
}

fn restatement(mention: &Mention<'_>, total: &Named) -> Option<Statement> {
    let (told, cell) = (mention.quantity.base()?, total.quantity.base()?);
    let same = told.minus(cell)?.abs() <= mention.quantity.tolerance()?.plus(total.quantity.tolerance()?)?;
    if !same && !is_sure_slip(told, cell, KEY) {
        return None;
    }
    let shown = (figure(mention.quantity), figure(&total.quantity));
    if mention.quantity.span.start > total.operand.span.start {
        let operands =
            vec![Operand { role: "first", ..total.operand.clone() }, Operand::of("again", mention)];
        let computed = cell.divided_by_power(mention.quantity.factor)?;
        return Some(conclude(same, (shown.1, shown.0), operands, computed, mention.quantity.value, false));
    }
    let computed = told.divided_by_power(total.quantity.factor)?;
    let operands = vec![Operand::of("first", mention), total.operand.clone()];
    Some(conclude(same, shown, operands, computed, total.quantity.value, false))
}
