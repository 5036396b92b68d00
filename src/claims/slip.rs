//! Sums that would be right but for one slip of the pen: an altered digit, or two that were swapped.
//!
//! Takes a whole, its parts and what their sum says; tells how little would make it right.
//!
//! *Invariant:* no role is chosen here; whether a slip may be told is decided by who asks.

use super::judge::{self, Sum};
use super::kinds;
use super::label::label;
use super::parallel;
use super::statement::{Lead, Mention};

/// The first of `parts` that already are the whole, so that the others begin a new statement: 其中商标 142
/// 件，专利 31 件，移送司法机关 9 件.
pub fn first_that_add_up<'p, 'a>(
    whole: &Mention<'_>,
    parts: &'p [&'p Mention<'a>],
) -> Option<&'p [&'p Mention<'a>]> {
    let terms: Vec<_> = parts.iter().map(|part| part.quantity).collect();
    let several = judge::that_add_up(&terms, whole.quantity).into_iter().filter(|count| *count > 1);
    several.filter_map(|count| parts.split_at_checked(count)).find_map(|(first, others)| {
        (!others.is_empty() && may_end_before(parts, first.len())).then_some(first)
    })
}

/// Whether a new statement may begin with the part at `next`. 调解 708 件、裁决 22 件、终止 8 件: what is named in the same way
/// as those before it is one of them.
fn may_end_before(parts: &[&Mention<'_>], next: usize) -> bool {
    let row: Vec<&str> = parts.iter().take(next + 1).map(|part| label(part)).collect();
    let is_paused = parts.get(next).is_some_and(|part| part.lead == Lead::Pause);
    // 重复访 13 批次，初访 81 批次，集体访 5 批次: the first two are all there can be.
    let are_all = || {
        let (_, first) = row.split_last().unwrap_or((&"", &[]));
        kinds::are_complete(first) || parallel::leave_nothing(first)
    };
    !kinds::are_of_one_set(&row)
        && (are_all() || !(parallel::are_parallel(&row) || (is_paused && parallel::are_of_one_length(&row))))
}

/// Whether one altered digit or two swapped ones in one figure would make the sum right.
pub fn explained_by_slip(whole: &Mention<'_>, parts: &[&Mention<'_>], sum: Sum) -> bool {
    let Sum::Off { computed, excess } = sum else { return false };
    judge::is_one_slip(whole.quantity.value, computed)
        || parts.iter().any(|part| {
            part.quantity.factor == whole.quantity.factor
                && part.quantity.value.minus(excess).is_some_and(|wanted| {
                    !wanted.is_zero() && judge::is_one_slip(part.quantity.value, wanted)
                })
        })
}

/// Whether `sum` misses by no more than one slip of the pen, and by little: more where the parts are more than the
/// whole, and where two digits were swapped.
pub fn slip_within(whole: &Mention<'_>, parts: &[&Mention<'_>], sum: Sum) -> bool {
    let Sum::Off { excess, .. } = sum else { return false };
    let percent = if excess.is_negative() { 10 } else { 20 };
    swap_within(whole, parts, sum, 60) || is_slip_within(whole, parts, sum, percent)
}

/// Whether one slip of the pen would make the sum right, and it is off by no more than `percent` percent.
pub fn is_slip_within(whole: &Mention<'_>, parts: &[&Mention<'_>], sum: Sum, percent: i128) -> bool {
    matches!(sum, Sum::Off { computed, .. } if judge::is_within_percent(computed, whole.quantity.value, percent))
        && explained_by_slip(whole, parts, sum)
}

/// Whether two swapped digits in one figure would make the sum right, and it is off by no more than `percent` percent.
pub fn swap_within(whole: &Mention<'_>, parts: &[&Mention<'_>], sum: Sum, percent: i128) -> bool {
    let Sum::Off { computed, excess } = sum else { return false };
    let written = whole.quantity.value;
    // Said first: few sums are nearly right.
    judge::is_within_percent(computed, written, percent)
        && (judge::is_swapped(written, computed)
            || parts.iter().any(|part| {
                let wanted = part.quantity.value.minus(excess);
                part.quantity.factor == whole.quantity.factor
                    && wanted.is_some_and(|wanted| judge::is_swapped(part.quantity.value, wanted))
            }))
}
