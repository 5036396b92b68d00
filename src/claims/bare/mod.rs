//! A whole and a row of parts behind it that no word opens: 在编人员 94 人。机关 41 人，大队 38 人，事业单位 15 人。
//!
//! Takes the figures of a passage that are in no list yet, gives a `total` where the row fits its whole or misses it by
//! one slip of the pen.
//!
//! *Invariant:* the form of the row decides whether it is of the whole; since no word says so, what misses by more than
//! a slip is of something else, and nothing is said.

mod place;
mod row;

use super::fitting::{figures_of, is_first_of_turns};
use super::judge;
use super::list;
use super::statement::{Lead, Mention, Passage};
use super::total::total;
use super::{Statement, growth};
use crate::review::Status;
use crate::search;

/// The rows of `passage` that `known` statements do not hold.
pub fn claims(passage: &Passage<'_>, known: &[Statement], out: &mut Vec<Statement>) {
    // Where the figures that other statements hold begin; made for the first row that asks.
    let mut told: Option<Vec<u32>> = None;
    for (index, first) in passage.mentions.iter().enumerate().skip(1) {
        // 图斑 74 个、面积 46.8 亩，合法用地 29 个 18.3 亩: the whole may be told in two measures, as its parts are.
        let counts = |at: &usize| {
            passage.mentions.get(*at).is_some_and(|stated| stated.quantity.class() == first.quantity.class())
        };
        let second = index.checked_sub(2).filter(|_| list::is_told_with_it(passage, index - 1));
        let Some(whole) = [Some(index - 1), second].into_iter().flatten().find(counts) else { continue };
        let Some(stated) = passage.mentions.get(whole) else { continue };
        if !may_begin(passage, whole, stated, first, index) {
            continue;
        }
        let told = told.get_or_insert_with(|| figures_of(known));
        if told.binary_search(&first.quantity.span.start).is_err()
            && let Some(found) = row::claim(passage, whole, index)
        {
            if found.status == Status::Holds {
                out.extend(in_the_other_measure(passage, whole, index));
            }
            out.push(found);
        }
    }
}

/// 合法用地 29 个 18.3 亩、违法用地 45 个 25.8 亩: what the parts that begin at `index`, and are all of the figure at `whole`, make in their
/// other measure.
fn in_the_other_measure(passage: &Passage<'_>, whole: usize, index: usize) -> Option<Statement> {
    let (_, mut rows) = list::rows_behind(passage, index, whole);
    let (parts, stated) = (rows.pop()?, passage.mentions.get(whole + 1)?);
    let parts: Vec<&Mention<'_>> = parts.iter().filter_map(|&part| passage.mentions.get(part)).collect();
    let is_measured_so = parts.iter().all(|part| part.quantity.class() == stated.quantity.class());
    let terms: Vec<_> = parts.iter().map(|part| (1, part.quantity)).collect();
    let sum = judge::adds_up(&terms, stated.quantity);
    (rows.is_empty() && is_measured_so).then(|| total(stated, &parts, sum, sum.status(), false))
}

/// 抽取企业 164 家。经核查，合格的 127 家: whether no more than how it was found out stands in front of `first` in its sentence.
fn begins_what_was_found(first: &Mention<'_>) -> bool {
    const LONGEST: usize = 8;
    let ahead = first.run_up.strip_suffix(first.before).and_then(|ahead| ahead.strip_suffix('，'));
    ahead.is_some_and(|clause| clause.starts_with('经') && search::length(clause) <= LONGEST)
        && first.run_up.len() == (first.quantity.span.start - first.sentence_start) as usize
}

/// Whether a row may begin with `first`, the figure right behind `stated`: by its marks alone.
fn may_begin(
    passage: &Passage<'_>,
    whole: usize,
    stated: &Mention<'_>,
    first: &Mention<'_>,
    index: usize,
) -> bool {
    let follows = match first.lead {
        Lead::Comma if begins_what_was_found(first) => first.sentence == stated.sentence + 1,
        Lead::Comma => {
            first.sentence == stated.sentence
                && first.segment == stated.segment
                && first.clause == stated.clause + 1
        }
        Lead::Semicolon => first.sentence == stated.sentence && first.clause == stated.clause + 1,
        Lead::Start => first.sentence == stated.sentence + 1 && first.run_up == first.before,
        _ => false,
    };
    follows
        && !first.before.starts_with('每')
        && !is_first_of_turns(stated, first)
        && !growth::is_compared_with(first)
        && !growth::is_difference(passage, index)
        && stated.quantity.is_amount()
        && stated.quantity.measure.is_some()
        && stated.quantity.class() == first.quantity.class()
        && stated.bracket == first.bracket
        && !passage.is_part(index)
        && !passage.is_part(whole)
        && !list::numbers_kinds(passage, index)
}
