//! A change that is that of the years before: 三年分别为 500 件、420 件、357 件，最后一年下降 16%, which is by how much the year
//! before fell.
//!
//! *Invariant:* the change of the years that are named is exactly another one, near as it lies, and that of the years
//! before is exactly what is written.

use super::change::Change;
use super::verdict;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::claims::{Fault, Reason, Statement, figure, sign_of};
use crate::review::Status;

/// `found` as wrong where `change` from `previous` on is, to its last place, that of the row up to `previous`.
pub fn instead(
    passage: &Passage<'_>,
    found: Statement,
    (change, kind): (&Mention<'_>, Change),
    (current, previous): (&Mention<'_>, &Mention<'_>),
) -> Statement {
    let Some(fault) = found.fault.filter(|fault| fault.reason == Reason::BesideExact) else { return found };
    let is_next = |mention: &Mention<'_>| mention.lead == Lead::Pause && mention.before.is_empty();
    let at = passage.index_of(previous);
    let before = at.checked_sub(1).and_then(|before| passage.mentions.get(before));
    let is_row = is_next(current) && is_next(previous) && passage.index_of(current) == at + 1;
    let of_the_years_before = before
        .filter(|before| is_row && before.quantity.class() == previous.quantity.class())
        .and_then(|before| verdict::judged(change, kind, previous, before));
    let is_theirs = |other: &Statement| {
        other.status == Status::Holds && other.fault.is_none() && other.equation.contains(" = ")
    };
    let Some((shown, _)) = found
        .equation
        .split_once(" ≈ ")
        .filter(|_| of_the_years_before.is_some_and(|other| is_theirs(&other)))
    else {
        return found;
    };
    let (computed, sign) = (fault.computed, sign_of(change.quantity));
    let equation = format!("{shown} = {computed}{sign} ≠ {}", figure(change.quantity));
    let fault = Some(Fault { certain: false, reason: Reason::Arithmetic, ..fault });
    Statement { status: Status::Broken, equation, note: None, fault, ..found }
}
