//! What the rules share that compare the documents a draft cites more than once.
//!
//! Takes citations that have one thing in common, gives those that conflict in another, and the finding for them.
//!
//! *Invariant:* of several readings the one met most often stands; each of the others is one finding.

use std::borrow::Cow;

use super::Sink;
use crate::draft::Draft;
use crate::facts::document_number::DocumentNumber;
use crate::numbers::Groups;
use crate::order;
use crate::source::{Span, ViewSpan};

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
