//! Parts that are told in two measures at once: 拆除 214 处、3.86 万平方米，其中既有 176 处、3.21 万平方米，新增 38 处、0.65 万平方米.
//!
//! *Invariant:* where the parts are all in one measure they are all in the other; that is likely and no more, since only the
//! first measure shows it.

use super::claim;
use crate::claims::Statement;
use crate::claims::judge::{self, Sum};
use crate::claims::list::{List, Opener};
use crate::claims::statement::{Mention, Passage};
use crate::facts::Decimal;
use crate::review::{ClaimKind, Status};

/// The least whole of which parts are no chance.
const TELLING: i128 = 20;

/// How many lists away the other measure stands at most.
const NEAREST: usize = 3;

/// The total of the list at `at`, where the same parts are all of another measure and it was `told` as no more than a
/// subset.
pub fn as_the_other(passage: &Passage<'_>, at: usize, told: &[Option<Statement>]) -> Option<Statement> {
    let list = passage.lists.get(at)?;
    let is_subset = told.get(at)?.as_ref().is_some_and(|found| found.kind == ClaimKind::Subset);
    let mut others = (at.saturating_sub(NEAREST)..=at + NEAREST).filter(|&other| other != at);
    let is_told = is_subset
        && !list.is_open_ended
        && others.any(|other| {
            let found = told.get(other).and_then(Option::as_ref);
            passage.lists.get(other).is_some_and(|other| are_measured_together(list, other))
                && found.is_some_and(is_all)
        });
    if !is_told {
        return None;
    }
    let whole = passage.mentions.get(list.whole)?;
    let parts: Vec<&Mention<'_>> = list.parts.iter().filter_map(|&part| passage.mentions.get(part)).collect();
    let terms: Vec<_> = parts.iter().map(|part| (1, part.quantity)).collect();
    let sum = judge::adds_up(&terms, whole.quantity);
    matches!(sum, Sum::Off { .. }).then(|| claim::total(whole, &parts, sum, Status::Broken, false))
}

/// Whether both lists are of the same parts, each in a measure of its own, with their wholes side by side.
fn are_measured_together(list: &List, other: &List) -> bool {
    const SAYING: &[Opener] =
        &[Opener::Among, Opener::Bracket, Opener::Colon, Opener::Partition, Opener::Sorted];
    let are_the_same = list.names == other.parts || other.names == list.parts;
    are_the_same
        && list.whole.abs_diff(other.whole) == 1
        && SAYING.contains(&list.opener)
        && !other.is_open_ended
        && list.parts.len() >= 2
}

/// Whether `found` is a total that holds by no chance.
fn is_all(found: &Statement) -> bool {
    let least = |step: Decimal| step.times(Decimal::whole(TELLING));
    found.kind == ClaimKind::Total
        && found.status == Status::Holds
        && found
            .operands_as("total")
            .all(|total| least(total.value.step()).is_some_and(|least| total.value >= least))
}
