//! The arithmetic of a change whose two figures are known.
//!
//! Takes a change with the figures that it lies between, gives the claim that it is what they make, judged by the ways to
//! read it ([`readings`](super::readings)).
//!
//! *Invariant:* a written change is rounded; one unit of the last place is noted, not called wrong, and
//! 3 倍 is never 2 倍.

use super::change::Change;
use super::readings::{Case, Reading};
use crate::claims::judge;
use crate::claims::notes::{APPROXIMATE, BESIDE_EXACT, LAST_PLACE, ROUNDED};
use crate::claims::statement::Mention;
use crate::claims::{Claim, Fault, Operand, Reason, Statement, figure};
use crate::facts::{Class, Decimal, Precision};
use crate::review::{ClaimKind, Status};
use crate::source::ViewSpan;

/// The claim that `current` is `previous` changed by `change`, judged.
pub fn judged(
    change: &Mention<'_>,
    kind: Change,
    current: &Mention<'_>,
    previous: &Mention<'_>,
) -> Option<Statement> {
    let case = Case::of(change, kind, current, previous)?;
    let operands = vec![
        Operand::of("current", current),
        Operand::of("previous", previous),
        Operand::of("change", change),
    ];
    let readings = case.readings()?;
    let reading = readings.first()?;
    let is_right_way = case.is_right_way();
    if is_right_way && let Some(found) = by_bound(&case, reading, &operands) {
        return Some(found);
    }
    let is_exact = |mention: &Mention<'_>| mention.quantity.precision == Precision::Exact;
    if ![change, current, previous].into_iter().all(is_exact) {
        let equation = format!("{} ≈ {}", reading.shown, figure(change.quantity));
        return Some(Claim::new(
            ClaimKind::Growth,
            Status::Open,
            equation,
            Some(APPROXIMATE),
            operands,
            None,
        ));
    }
    let written = change.quantity.value;
    let fitting = || readings.iter().find(|reading| reading.fits(written));
    let near = || readings.iter().find(|reading| reading.is_near(written));
    match fitting().or_else(near).filter(|_| is_right_way) {
        Some(found) => holding(&case, found, operands),
        None => broken(&case, reading, operands),
    }
}

/// The claim that the change is what it comes to as `found`, to its last place at least.
fn holding(case: &Case<'_>, found: &Reading, operands: Vec<Operand<ViewSpan>>) -> Option<Statement> {
    let quantity = case.change.quantity;
    let written = quantity.value;
    let fits = found.fits(written);
    let is_equal = found.is_exact && fits && (quantity.is_amount() || found.value == written);
    let sign = if is_equal { "=" } else { "≈" };
    let equation = format!("{} {sign} {}", found.shown, figure(quantity));
    let excess = found.value.minus(written)?;
    let is_last_place = !fits && judge::is_last_place(excess, written);
    let (last_place, reason) = match found.is_rounded && found.is_exact {
        true => (BESIDE_EXACT, Reason::BesideExact),
        false => (LAST_PLACE, Reason::LastPlace),
    };
    let note = (!fits).then_some(if is_last_place { last_place } else { ROUNDED });
    let fault = is_last_place.then_some(Fault { computed: found.value, excess, certain: true, reason });
    Some(Claim::new(ClaimKind::Growth, Status::Holds, equation, note, operands, fault))
}

/// The claim that the change is not what it comes to as `reading`, and why.
fn broken(case: &Case<'_>, reading: &Reading, operands: Vec<Operand<ViewSpan>>) -> Option<Statement> {
    let Case { change, new, old, .. } = *case;
    let written = change.quantity.value;
    let is_right_way = case.is_right_way();
    let wrong_base = (reading.is_rounded && !new.is_zero())
        .then(|| new.minus(old)?.abs().times(Decimal::whole(100))?.div_rounded(new, written.places()))
        .flatten()
        .is_some_and(|value| value == written);
    let reason = if !is_right_way {
        Reason::WrongDirection
    } else if wrong_base {
        Reason::WrongBase
    } else {
        Reason::Arithmetic
    };
    let shown_change = figure(change.quantity);
    let unit = shown_change.trim_start_matches(|ch: char| ch.is_ascii_digit() || ch == '.');
    let relation = if reading.is_exact { "=" } else { "≈" };
    let signs = match (is_right_way, case.kind) {
        (true, _) | (_, Change::Multiple | Change::Either) => ("", ""),
        (false, Change::Up) => ("−", "+"),
        (false, Change::Down) => ("+", "−"),
    };
    let shown = if is_right_way { &reading.shown } else { &reading.signed };
    let equation =
        format!("{shown} {relation} {}{}{unit} ≠ {}{shown_change}", signs.0, reading.value, signs.1);
    let excess = reading.value.minus(written)?;
    let fault = Fault { computed: reading.value, excess, certain: true, reason };
    Some(Claim::new(ClaimKind::Growth, Status::Broken, equation, None, operands, Some(fault)))
}

/// The claim where the change alone is no exact figure but a bound or so many tenths: 增长 20%以上, 下降三成.
fn by_bound(case: &Case<'_>, reading: &Reading, operands: &[Operand<ViewSpan>]) -> Option<Statement> {
    // A whole tenth is said of what lies nearer to it than to the next, and 三成五 of what lies nearer than half of that.
    const LOOSE: i128 = 5;
    const LOOSE_BETWEEN_TENTHS: i128 = 3;
    let is_exact = |mention: &Mention<'_>| mention.quantity.precision == Precision::Exact;
    let change = case.change;
    let is_share = change.quantity.class() == Some(Class::Percent) && reading.is_rounded;
    if !is_share || ![case.current, case.previous].into_iter().all(is_exact) {
        return None;
    }
    let written = change.quantity.value;
    let tenths = written.div_rounded(Decimal::whole(10), 0)?.times(Decimal::whole(10))?;
    let loose = match written.places() == 0 && tenths != written {
        true => Decimal::whole(LOOSE_BETWEEN_TENTHS),
        false => Decimal::whole(LOOSE),
    };
    let excess = reading.value.minus(written)?;
    let (least, most) = reading.range.unwrap_or((reading.value, reading.value));
    let (least, most) = (least.minus(written)?, most.minus(written)?);
    let (holds, sign, not) = match change.quantity.precision {
        Precision::AtLeast => (!most.is_negative(), "≥", "<"),
        Precision::AtMost => (least.is_negative() || least.is_zero(), "≤", ">"),
        Precision::Rounded => (least <= loose && most.plus(loose)? >= Decimal::ZERO, "≈", "≠"),
        Precision::Exact | Precision::Approximate => return None,
    };
    let shown = figure(change.quantity);
    let (status, equation, fault) = if holds {
        (Status::Holds, format!("{} {sign} {shown}", reading.shown), None)
    } else {
        let fault = Fault { computed: reading.value, excess, certain: false, reason: Reason::Arithmetic };
        (Status::Broken, format!("{} ≈ {}% {not} {shown}", reading.shown, reading.value), Some(fault))
    };
    Some(Claim::new(ClaimKind::Growth, status, equation, None, operands.to_vec(), fault))
}
