//! Documents that a draft cites: their titles, the years that these name, the numbers behind them.
//!
//! Takes the titles of the body, gives what is compared where one document is cited twice.
//!
//! *Invariant:* only what is written out; a number belongs to the title right before it.

use std::borrow::Cow;

use super::{Sink, prose};
use crate::draft::Draft;
use crate::facts::TokenKind;
use crate::facts::document_number::DocumentNumber;
use crate::facts::year_range::YearRange;
use crate::numbers::Groups;
use crate::order;
use crate::source::{Span, ViewSpan};

/// A cited document.
pub(super) struct Citation<'d> {
    /// The title with its marks.
    pub span: ViewSpan,
    /// Its letters and digits, the span of years left out.
    pub stem: String,
    /// The span of years that its title names, where it names one.
    pub range: Option<&'d YearRange>,
    /// The number that follows it.
    pub number: Option<&'d DocumentNumber>,
    /// Whether other titles stand directly before it and share the number.
    pub is_listed: bool,
}

/// Every title of the body with the number that follows it.
pub(super) fn citations<'d>(draft: &'d Draft<'_>) -> Vec<Citation<'d>> {
    let view = draft.source.view.text.as_str();
    let numbers = &draft.facts.document_numbers;
    let all_ranges = &draft.facts.year_ranges;
    let mut before = None;
    let mut citations = Vec::new();
    for token in draft.facts.tokens.iter().filter(|token| token.kind == TokenKind::Title) {
        let span = token.span;
        let gap = before.replace(span.end).and_then(|end: u32| view.get(end as usize..span.start as usize));
        let from = all_ranges.partition_point(|range| range.span.start < span.start);
        let mut ranges = all_ranges.iter().skip(from).take_while(|range| span.contains(range.span));
        let range = match (ranges.next(), ranges.next()) {
            (Some(range), None) => Some(range),
            _ => None,
        };
        let after = numbers.partition_point(|number| number.span.start < span.end);
        let number = numbers.get(after).filter(|number| {
            let gap = view.get(span.end as usize..number.span.start as usize);
            gap.is_some_and(|gap| matches!(gap, "" | "（" | "("))
        });
        citations.push(Citation {
            span,
            stem: stem(view, span, range),
            range,
            number,
            is_listed: gap.is_some_and(|gap| matches!(gap, "" | "、" | "和" | "及" | "与")),
        });
    }
    citations
}

/// The letters and digits of the title at `span` without those of `range`.
fn stem(view: &str, span: ViewSpan, range: Option<&YearRange>) -> String {
    let text = match range {
        Some(range) => [
            ViewSpan { start: span.start, end: range.span.start }.of(view),
            ViewSpan { start: range.span.end, end: span.end }.of(view),
        ],
        None => [span.of(view), ""],
    };
    let mut stem = String::with_capacity(span.len());
    for piece in text {
        let is_mark = |ch| !prose::is_han(ch) && !ch.is_alphanumeric();
        piece.split(is_mark).for_each(|words| stem.push_str(words));
    }
    stem
}

/// Code, year and number.
pub(super) fn key<'v>(number: &DocumentNumber, view: &'v str) -> (&'v str, &'v str, &'v str) {
    (number.code.of(view), number.year.of(view), number.number.of(view))
}

/// The same as one text.
pub(super) fn written(number: &DocumentNumber, view: &str) -> String {
    let (code, year, number) = key(number, view);
    [code, year, number].join(" ")
}

/// Of `all`, those that conflict with the reading that is met most often (the first of several), by
/// reading; each with one of that reading.
pub(super) fn conflicts<T>(
    all: &[T],
    reading: impl Fn(&T) -> String,
    conflict: impl Fn(&T, &T) -> bool,
) -> Vec<(Vec<&T>, &T)> {
    let mut readings = Groups::default();
    for one in all {
        readings.add(Cow::Owned(reading(one)), one);
    }
    let mut readings = readings.all().to_vec();
    order::sort_by_key(&mut readings, |same| usize::MAX - same.len());
    let mut readings = readings.into_iter();
    let Some(right) = readings.next().and_then(|same| same.first().copied()) else { return Vec::new() };
    readings
        .filter(|same| same.first().is_some_and(|one| conflict(one, right)))
        .map(|same| (same, right))
        .collect()
}

/// One finding for all `places`, which are written otherwise than at `usual`; `message` takes both as they are written.
pub(super) fn report(
    draft: &Draft<'_>,
    sink: &mut Sink<'_>,
    places: &[ViewSpan],
    usual: ViewSpan,
    message: impl Fn(&str, &str) -> String,
) {
    let Some(&first) = places.first() else { return };
    let message = message(draft.source.folded(first), draft.source.folded(usual));
    let spans: Vec<Span> = places.iter().map(|&place| draft.source.original(place)).collect();
    let finding = sink.finding(draft.source.original(first), message);
    let finding = finding.with_related(draft.source.original(usual), "elsewhere", None);
    sink.push(finding.standing_for(&spans));
}
