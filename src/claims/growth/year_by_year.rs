//! A row of years and the changes from each to the next behind it: 2022年 1268 件，2023年 1126 件，2024年 982 件，逐年下降 11.2%、12.8%.
//!
//! *Invariant:* there is one change less than there are years, or one for each, these follow each other, and 分别, 依次 or 逐年 tells the changes apart.

use super::verdict;
use super::year_words::years_of;
use crate::claims::Statement;
use crate::claims::cue_set::Cue;
use crate::claims::label;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::search;

/// The most years of a row.
const MOST: usize = 10;

/// The statements of the changes that begin at `index`; none where no such row stands in front of them.
pub fn claims(passage: &Passage<'_>, index: usize) -> Vec<Statement> {
    const APART: &[&str] = &["逐年", "分别", "依次", "逐步"];
    let Some(first) = passage.mentions.get(index) else { return Vec::new() };
    // 败诉率分别下降: what changed is something else.
    let names_none = || {
        let ahead =
            APART.iter().find_map(|apart| search::split(first.before, apart)).map_or("", |(ahead, _)| ahead);
        ahead.chars().all(|sign| sign.is_ascii_digit() || "年、和两三四五六近后同比较上均度".contains(sign))
    };
    let is_row = first.quantity.is_share() && label::has(first.before, APART) && names_none();
    let kind = passage.change_at(index).filter(|_| is_row);
    let Some(kind) = kind else { return Vec::new() };
    let goes_on = |next: &&Mention<'_>| {
        next.lead == Lead::Pause && next.before.is_empty() && next.quantity.class() == first.quantity.class()
    };
    let further = passage.ahead_from(index + 1).map(|(_, next)| next).take_while(goes_on).take(MOST);
    let changes: Vec<&Mention<'_>> = std::iter::once(first).chain(further).collect();
    let row = row_before(passage, index);
    // 三年分别下降 6.2%、11.2%、12.8%: of the first year the one before is not told.
    let untold = (changes.len() + 1).checked_sub(row.len()).filter(|untold| *untold <= 1);
    let Some(untold) = untold.filter(|_| changes.len() >= 2 && are_years(&row)) else { return Vec::new() };
    let steps = row.windows(2).zip(changes.into_iter().skip(untold));
    let judged = steps.map(|(pair, change)| match pair {
        [previous, current] => verdict::judged(change, kind, current, previous),
        _ => None,
    });
    judged.flatten().collect()
}

/// The figures right in front of the changes at `index`, in order.
fn row_before<'p, 'a>(passage: &'p Passage<'a>, index: usize) -> Vec<&'p Mention<'a>> {
    let sentence = passage.mentions.get(index).map(|change| change.sentence);
    let class = index
        .checked_sub(1)
        .and_then(|last| passage.mentions.get(last))
        .and_then(|last| last.quantity.class());
    let is_one = |part: &&Mention<'_>| {
        Some(part.sentence) == sentence && part.quantity.class() == class && part.quantity.is_amount()
    };
    let mut row: Vec<&Mention<'a>> =
        passage.back_from(index).map(|(_, part)| part).take_while(is_one).take(MOST + 1).collect();
    row.reverse();
    row
}

/// Whether the figures of `row` are told of one year after the other, each by its own name, or all by those in front of the first.
pub fn are_years(row: &[&Mention<'_>]) -> bool {
    let follow = |years: &[u16]| {
        years.len() == row.len()
            && years.windows(2).all(|pair| matches!(pair, [one, next] if one.abs_diff(*next) == 1))
    };
    let own: Option<Vec<u16>> = row.iter().map(|part| only_year(part)).collect();
    let shared = || {
        let first = row.first().filter(|first| first.has(Cue::Respectively));
        let others = row.iter().skip(1).all(|part| part.before.is_empty());
        first.map(|first| years_of(first.run_up)).filter(|_| others)
    };
    own.or_else(shared).is_some_and(|years| follow(&years))
}

/// The year by which `part` is named.
pub fn only_year(part: &Mention<'_>) -> Option<u16> {
    match years_of(part.before).as_slice() {
        [year] => Some(*year),
        _ => None,
    }
}
