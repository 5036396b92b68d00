//! Events of one sentence whose dates run against their order: finished before begun.
//!
//! *Invariant:* a year that is not written is that of the date before it in the sentence, or none.

mod after_signature;
mod drawn;
#[cfg(test)]
mod event_tests;
mod events;
mod in_advance;
mod link;
mod marker;
mod months;
#[cfg(test)]
mod pair_tests;
mod pairs;
mod stages;
mod told;

use std::cmp::Ordering;

use super::{Group, Rule, Sink};
use crate::draft::Draft;
use crate::facts::date::{DateFact, YearWord};
use crate::lang::{Lang, Text};
use crate::review::Severity;
use crate::source::ViewSpan;

pub(super) static RULE: Rule = Rule {
    id: "date-order",
    group: Group::Dates,
    severity: Severity::Warning,
    title: Text { zh: "先后时间颠倒", en: "Events in an impossible order" },
    page: page!("date-order"),
    check,
};

/// Dates farther apart, in bytes, are not of one matter.
const LONGEST: usize = 300;

fn check(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    after_signature::check(draft, sink);
    let view = draft.source.view.text.as_str();
    let is_apart = |between: &str| between.len() > LONGEST || between.contains(['。', '；', '\n']);
    let words = |one: &DateFact, other: &DateFact| {
        view.get(one.span.end as usize..other.span.start as usize).unwrap_or("")
    };
    let mut year = None;
    let mut last: Option<&DateFact> = None;
    for pair in draft.facts.dates.windows(2) {
        let [first, second] = pair else { continue };
        year = year_of(first, last.filter(|last| !is_apart(words(last, first))), year);
        last = Some(first);
        if first.is_anniversary() || second.is_anniversary() {
            continue;
        }
        if is_apart(words(first, second)) {
            continue;
        }
        in_advance::check(draft, sink, first, second);
        let Some(written) = compare(first, second, year).filter(|order| *order != Ordering::Equal) else {
            continue;
        };
        report(draft, sink, first.span, second.span, written);
    }
    months::check(draft, sink);
}

/// Tells of two dates that are `written` in an order other than the words between them ask for.
fn report(draft: &Draft<'_>, sink: &mut Sink<'_>, first: ViewSpan, second: ViewSpan, written: Ordering) {
    let view = draft.source.view.text.as_str();
    let between = view.get(first.end as usize..second.start as usize).unwrap_or("");
    let follows = || drawn::follows(events::clause_before(view, first.start as usize), between);
    let told = marker::order(between)
        .or_else(|| follows().then_some(Ordering::Less))
        .or_else(|| in_advance::order(between, view.get(second.end as usize..).unwrap_or("")))
        .or_else(|| events::contradiction(view, first, second, written));
    if told.is_none_or(|told| told == written) {
        return;
    }
    let (one, other) = (draft.source.folded(first), draft.source.folded(second));
    // 6月10日办结，6月12日受理: the later event is told first.
    let message = match (draft.lang, told) {
        (Lang::Zh, Some(Ordering::Greater)) => {
            format!("按文意，“{other}”的事在“{one}”的事之前，日期却更晚。请核对这两个日期。")
        }
        (Lang::En, Some(Ordering::Greater)) => format!(
            "The text puts what happened on “{other}” before “{one}”, but the date is later. Check both dates."
        ),
        (Lang::Zh, _) => format!("按文意，“{other}”的事在“{one}”的事之后，日期却更早。请核对这两个日期。"),
        (Lang::En, _) => format!(
            "The text puts what happened on “{other}” after “{one}”, but the date is earlier. Check both dates."
        ),
    };
    let finding = sink.finding(draft.source.original(second), message);
    sink.push(finding.with_related(draft.source.original(first), "first", None));
}

/// The year of `date`, or that of the date before it in the sentence, where it goes on in it: 2024年3月29日通过，5月30日批准.
fn year_of(date: &DateFact, before: Option<&DateFact>, year: Option<u16>) -> Option<u16> {
    let goes_on = |before: &DateFact| date.year_word.is_none() && before.full_month() <= date.full_month();
    date.full_year().or_else(|| before.filter(|before| goes_on(before)).and(year))
}

/// How two dates in the order of the text compare, where that is certain, the first in `year` if that is told before it: a
/// year that is not written is never guessed, unless the dates are near.
fn compare(first: &DateFact, second: &DateFact, year: Option<u16>) -> Option<Ordering> {
    let (month, other_month) = (first.full_month()?, second.full_month()?);
    let is_same_year = match (first.full_year(), second.full_year()) {
        (Some(year), Some(other)) if year != other => return Some(year.cmp(&other)),
        (None, Some(other)) => match year {
            Some(year) if year == other => true,
            _ => return None,
        },
        (None, None) if second.year_word == Some(YearWord::Next) => return None,
        (year, other) => year == other && (year.is_some() || second.year_word == Some(YearWord::Same)),
    };
    if month != other_month {
        // 12月20日召开，随后1月5日印发 runs into the next year, 1月5日印发，此前的12月20日 comes from the last.
        let may_be_another_year = !is_same_year && month.abs_diff(other_month) >= 6;
        return (!may_be_another_year).then(|| month.cmp(&other_month));
    }
    let (day, other_day) = (first.day?, second.day?);
    Some(day.value.cmp(&other_day.value))
}
