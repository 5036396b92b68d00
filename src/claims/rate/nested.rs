//! Rates of some that 其中 names, with what was done of these behind them: 受理 1863 件，调解成功 1294 件，其中法院委派的 1217 件，调解成功 763
//! 件，成功率 62.7%.
//!
//! *Invariant:* the verb of what was done stands before it once more, so that it is of those that 其中 names and of no others.

use super::quotient::Quotient;
use crate::claims::Statement;
use crate::claims::cue_set::Cue;
use crate::claims::label;
use crate::claims::list;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::review::Status;
use crate::search;

/// The statement of the rate called `name` at `index` with what 其中 names and what was done of it, right before it.
pub fn claim(passage: &Passage<'_>, index: usize, name: &str) -> Option<Statement> {
    const FIRST: usize = 2;
    let rate = passage.mentions.get(index)?;
    let done_at = index.checked_sub(1)?;
    let some_at = done_at.checked_sub(1)?;
    let (some, done) = (passage.mentions.get(some_at)?, passage.mentions.get(done_at)?);
    let stem = label::first_characters(label::strip(name), FIRST);
    let is_row = rate.lead == Lead::Comma
        && rate.clause == done.clause + 1
        && rate.depth == done.depth
        && !rate.has(Cue::Among)
        && search::length(stem) == FIRST
        && done.name.contains(stem);
    if !is_row || !some.begins(Cue::Among) || !list::is_told_of_part(passage, some_at, done_at) {
        return None;
    }
    let of_some = Quotient::new(rate, &[done], &[some])?.judge()?;
    if of_some.status == Status::Holds {
        return Some(of_some);
    }
    of_all(passage, rate, some_at).or(Some(of_some))
}

/// 受理 120 件，办结 118 件，其中新办 80 件，办结 79 件，办结率 98.3%: the statement of `rate` with the two figures right before the part at `some`, where
/// it holds; with a rate of their own in between it is of the part alone.
fn of_all(passage: &Passage<'_>, rate: &Mention<'_>, some: usize) -> Option<Statement> {
    let (done, all) =
        (passage.mentions.get(some.checked_sub(1)?)?, passage.mentions.get(some.checked_sub(2)?)?);
    let are_counts = [done, all].iter().all(|count| {
        count.quantity.is_amount() && count.sentence == rate.sentence && count.depth == rate.depth
    });
    let quotient = Quotient::new(rate, &[done], &[all]).filter(|_| are_counts)?;
    quotient.judge().filter(|found| found.status == Status::Holds)
}
