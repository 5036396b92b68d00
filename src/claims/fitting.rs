//! Rows that make the figure beside them exactly, with no word or form that says so: 调处 17 件，调解 13 件、裁决 4 件.
//!
//! Takes the figures of a passage that no sum or flow holds, gives a `total` that holds for each such row. The ledger
//! shows it, so that a clerk sees which figures fit together.
//!
//! *Invariant:* nothing here is ever broken: where only the values speak, a row that does not fit says nothing.

use super::cues;
use super::growth;
use super::judge::Sum;
use super::label;
use super::list;
use super::notes;
use super::statement::{Lead, Mention, Passage};
use super::total::total;
use super::{Claim, Statement};
use crate::facts::Decimal;
use crate::order;
use crate::review::{ClaimKind, Status};

/// The fewest steps of its last place that a figure must have for a row to make it by no chance.
const TELLING: i128 = 15;

/// The rows of `passage` that no statement in `known` holds.
pub fn claims(passage: &Passage<'_>, known: &[Statement], out: &mut Vec<Statement>) {
    let mut told: Option<Vec<u32>> = None;
    for (index, mention) in passage.mentions.iter().enumerate().skip(1) {
        let Some((whole, parts)) = row_behind(passage, index).or_else(|| row_before(passage, index)) else {
            continue;
        };
        let told = told.get_or_insert_with(|| figures_of(known));
        let is_told = |mention: &&Mention<'_>| told.binary_search(&mention.quantity.span.start).is_ok();
        // One list may be broken where its neighbour fits; of what is told already nothing is added.
        if !is_told(&whole) && !is_told(&mention) && !parts.iter().any(is_told) {
            let found = total(whole, &parts, Sum::Meets, Status::Holds, true);
            out.push(Claim { note: Some(notes::BY_VALUE), ..found });
        }
    }
}

/// Where the figures of the sums and flows among `known` begin, in the order of the text.
pub fn figures_of(known: &[Statement]) -> Vec<u32> {
    let sums = known
        .iter()
        .filter(|statement| matches!(statement.kind, ClaimKind::Total | ClaimKind::Subset | ClaimKind::Flow));
    let mut starts: Vec<u32> =
        sums.flat_map(|statement| &statement.operands).map(|operand| operand.span.start).collect();
    order::sort(&mut starts);
    starts
}

/// The figure in front of the one at `index` and the parts that begin with that one, where they make it.
fn row_behind<'p, 'a>(
    passage: &'p Passage<'a>,
    index: usize,
) -> Option<(&'p Mention<'a>, Vec<&'p Mention<'a>>)> {
    let (whole, first) = (passage.mentions.get(index.checked_sub(1)?)?, passage.mentions.get(index)?);
    let follows = matches!(first.lead, Lead::Comma | Lead::Colon)
        && first.segment == whole.segment
        && first.clause <= whole.clause + 1
        && first.bracket == whole.bracket;
    if !follows
        || is_first_of_turns(whole, first)
        || !may_be_made(passage, index - 1)
        || first.quantity.class() != whole.quantity.class()
    {
        return None;
    }
    let row: Vec<&Mention<'_>> = list::rows_behind(passage, index, index - 1)
        .0
        .into_iter()
        .take_while(|&part| may_be_part(passage, part))
        .filter_map(|part| passage.mentions.get(part))
        .collect();
    let end = parts_that_make(whole, &row)?;
    Some((whole, row.into_iter().take(end).collect()))
}

/// 第一阶段排查 320 处，第二阶段整改 298 处，第三阶段复查 22 处: the first of several turns is not made of the others.
pub fn is_first_of_turns(first: &Mention<'_>, next: &Mention<'_>) -> bool {
    first.before.starts_with('第') && next.before.starts_with('第')
}

/// The figure at `index` and the parts in front of it, where its words begin as those of a sum and they make it.
fn row_before<'p, 'a>(
    passage: &'p Passage<'a>,
    index: usize,
) -> Option<(&'p Mention<'a>, Vec<&'p Mention<'a>>)> {
    let whole = passage.mentions.get(index)?;
    let sums_up = label::begins(whole.before, cues::ALL_SUMS) || whole.before.starts_with("全年");
    if whole.lead != Lead::Comma || !sums_up || !may_be_made(passage, index) {
        return None;
    }
    let row: Vec<&Mention<'_>> = passage
        .back_from(index)
        .take_while(|(at, part)| {
            part.segment == whole.segment
                && part.bracket == whole.bracket
                && part.quantity.class() == whole.quantity.class()
                && may_be_part(passage, *at)
        })
        .map(|(_, part)| part)
        .collect();
    let count = parts_that_make(whole, &row)?;
    let mut parts: Vec<&Mention<'_>> = row.into_iter().take(count).collect();
    parts.reverse();
    Some((whole, parts))
}

/// Whether the figure at `index` counts something, exactly, and is so large that it is made by no chance.
fn may_be_made(passage: &Passage<'_>, index: usize) -> bool {
    passage.mentions.get(index).is_some_and(|whole| {
        let least = whole.quantity.value.step().times(Decimal::whole(TELLING));
        whole.quantity.is_amount()
            && whole.quantity.measure.is_some()
            && whole.exact().is_some()
            && least.is_some_and(|least| whole.quantity.value >= least)
            && !growth::is_difference(passage, index)
    })
}

/// Whether the figure at `index` may be one of a row: an exact amount that is neither nothing nor a change.
fn may_be_part(passage: &Passage<'_>, index: usize) -> bool {
    passage.mentions.get(index).is_some_and(|part| {
        part.quantity.is_amount()
            && part.exact().is_some_and(|value| !value.is_zero())
            && !growth::is_difference(passage, index)
    })
}

/// How many of `row`, two or more, make `whole`.
fn parts_that_make(whole: &Mention<'_>, row: &[&Mention<'_>]) -> Option<usize> {
    let whole = whole.exact()?;
    let mut sum = Decimal::ZERO;
    for (at, part) in row.iter().enumerate() {
        sum = sum.plus(part.exact()?)?;
        if at > 0 && sum == whole {
            return Some(at + 1);
        }
    }
    None
}
