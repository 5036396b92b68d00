//! The years that words name, one by one, as a span, or by their number: 2022年、2023年, 2021—2024年, 三年.
//!
//! Takes words in front of a row or of a change, gives the years; [`super::series`] finds their figures.
//!
//! *Invariant:* no figure but the years themselves is looked at.

use super::words::{COMPARED, WITH};
use crate::claims::bounds::SPANS;
use crate::claims::cue_set::Cue;
use crate::claims::label;
use crate::claims::statement::{Mention, REACH};
use crate::facts::year;
use crate::numeral;
use crate::search;

/// The later and the earlier year that the words before `change` name.
pub fn named_in(change: &Mention<'_>) -> Option<(u16, u16)> {
    two_years(change.run_up).or_else(|| year_and_the_one_before(change))
}

/// 2024年同比 and 2024年较上年: the year that the words before `change` name, and the one before it.
fn year_and_the_one_before(change: &Mention<'_>) -> Option<(u16, u16)> {
    let named = year::written(change.before).next_back().filter(|_| change.has(Cue::AgainstLastYear))?;
    Some((named.year, named.year.checked_sub(1)?))
}

/// The years that `words` name one by one (2022年、2023年) or as a span (2021年至2024年).
pub fn years_of(words: &str) -> Vec<u16> {
    let named: Vec<year::NamedYear> = year::written(words).collect();
    // 2022、2023、2024年: only the last bears 年.
    if let [last] = named.as_slice()
        && let Some(ahead) = words.get(..last.span.start as usize).and_then(|words| words.strip_suffix('、'))
    {
        let of = |digits: &str| digits.parse().ok().filter(|year| (1950..2100).contains(year));
        let before = ahead.rsplit('、').take(REACH).map(|name| of(name.get(name.len().saturating_sub(4)..)?));
        let mut years: Vec<u16> = before.map_while(|year| year).collect();
        years.reverse();
        years.push(last.year);
        return years;
    }
    // 2021—2024年: only the last bears 年.
    if let [last] = named.as_slice()
        && let Some(ahead) = words.get(..last.span.start as usize)
        && let Some(ahead) = search::ahead(ahead, SPANS)
        && let Some(first) =
            ahead.get(ahead.len().saturating_sub(4)..).and_then(|digits| digits.parse::<u16>().ok())
    {
        return (first..=last.year).take(REACH).collect();
    }
    if let [first, last] = named.as_slice()
        && words
            .get(first.span.end as usize..last.span.start as usize)
            .is_some_and(|between| SPANS.contains(&between))
    {
        return (first.year..=last.year).take(REACH).collect();
    }
    named.iter().map(|named| named.year).collect()
}

/// The later and the earlier year of 2024年比2021年 and 2024年较2021年.
fn two_years(words: &str) -> Option<(u16, u16)> {
    let mut named = year::written(words).rev();
    let (second, first) = (named.next()?, named.next()?);
    let between = words.get(first.span.end as usize..second.span.start as usize)?;
    let behind = words.get(second.span.end as usize..)?;
    // 2023年与2022年相比
    let are_compared = WITH.contains(&between) && label::begins(behind, COMPARED);
    let is_against = matches!(between, "比" | "较" | "相比" | "相较于" | "较之" | "同比" | "环比");
    ((is_against || are_compared) && first.year > second.year).then_some((first.year, second.year))
}

/// 2021年至2023年受理、立案、办结依次为: the figures are of the things that are named behind the years, in order.
pub fn names_several(words: &str) -> bool {
    let last = year::written(words).next_back();
    last.and_then(|last| words.get(last.span.end as usize..)).is_some_and(|behind| behind.contains('、'))
}

/// Whether what the words before a change name in front of their year, if anything, stands in `words`: 办结量2023年比2022年增长
/// is of no row of 受理量.
pub fn is_of_the_row(change: &str, words: &str) -> bool {
    let subject = year::written(change).next().and_then(|first| change.get(..first.span.start as usize));
    let subject = subject.unwrap_or("").trim_end_matches(['数', '量', '在', '，']);
    let head = subject.char_indices().rev().nth(1).and_then(|(at, _)| subject.get(at..));
    matches!(subject, "" | "其中" | "即") || head.is_some_and(|head| words.contains(head))
}

/// 三年增长, 三年间提高: whether `words` begin with as many years as there are in the row, or as many as lie between its ends.
pub fn is_over_years(words: &str, count: usize) -> bool {
    let number = words.split_once('年').map_or("", |(number, _)| number);
    let years =
        if number == "两" { Some(2) } else { numeral::ordinal_prefix(number).map(|(years, _)| years) };
    years
        .and_then(|years| usize::try_from(years).ok())
        .is_some_and(|years| years == count || years + 1 == count)
}
