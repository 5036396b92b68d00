//! The arithmetic of a change whose two figures are known.
//!
//! *Invariant:* a written change is rounded; one unit of the last place is noted, not called wrong, and
//! 3 倍 is never 2 倍.

use super::change::Change;
use crate::claims::judge;
use crate::claims::notes::{APPROXIMATE, BESIDE_EXACT, LAST_PLACE, ROUNDED};
use crate::claims::statement::{Lead, Mention};
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
    // 由 30 天压缩至 10 个工作日: of different calendars.
    // 比上年（40）增长 20%，达 48 件: in a bracket the number alone is enough, where neither is in 万.
    let is_bare = previous.lead == Lead::Open
        && previous.quantity.measure.is_none()
        && previous.quantity.factor == current.quantity.factor;
    if !is_bare && !current.quantity.is_in_unit_of(previous.quantity) {
        return None;
    }
    let (new, old) = (current.quantity.base()?, previous.quantity.base()?);
    let operands = vec![
        Operand::of("current", current),
        Operand::of("previous", previous),
        Operand::of("change", change),
    ];
    let (written, is_amount) = (change.quantity.value, change.quantity.is_amount());
    let readings = readings(change, kind, current, previous, new, old)?;
    let reading = readings.first()?;
    let all_exact =
        [change, current, previous].iter().all(|mention| mention.quantity.precision == Precision::Exact);
    let is_right_way = match kind {
        Change::Up => new >= old,
        Change::Down => new <= old,
        Change::Multiple | Change::Either => true,
    };
    if is_right_way && let Some(found) = by_bound(change, reading, [current, previous], &operands) {
        return Some(found);
    }
    if !all_exact {
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
    let fits = |reading: &Reading| reading.value.minus(written).is_some_and(|gap| gap.abs() <= reading.slack);
    let near = |reading: &Reading| {
        reading.value.minus(written).is_some_and(|gap| {
            gap.abs() <= reading.slack || (reading.may_be_truncated && judge::is_last_place(gap, written))
        }) || reading.range.is_some_and(|(least, most)| least <= written && written <= most)
    };
    let best = readings
        .iter()
        .find(|reading| fits(reading))
        .or_else(|| readings.iter().find(|reading| near(reading)));
    if is_right_way && let Some(found) = best {
        let is_equal = found.is_exact && fits(found) && (is_amount || found.value == written);
        let sign = if is_equal { "=" } else { "≈" };
        let equation = format!("{} {sign} {}", found.shown, figure(change.quantity));
        let excess = found.value.minus(written)?;
        let is_last_place = !fits(found) && judge::is_last_place(excess, written);
        let (last_place, reason) = match found.is_rounded && found.is_exact {
            true => (BESIDE_EXACT, Reason::BesideExact),
            false => (LAST_PLACE, Reason::LastPlace),
        };
        let note = (!fits(found)).then_some(if is_last_place { last_place } else { ROUNDED });
        let fault = is_last_place.then_some(Fault { computed: found.value, excess, certain: true, reason });
        return Some(Claim::new(ClaimKind::Growth, Status::Holds, equation, note, operands, fault));
    }
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
    let unit =
        figure(change.quantity).trim_start_matches(|ch: char| ch.is_ascii_digit() || ch == '.').to_owned();
    let relation = if reading.is_exact { "=" } else { "≈" };
    let signs = match (is_right_way, kind) {
        (true, _) | (_, Change::Multiple | Change::Either) => ("", ""),
        (false, Change::Up) => ("−", "+"),
        (false, Change::Down) => ("+", "−"),
    };
    let shown = if is_right_way { &reading.shown } else { &reading.signed };
    let equation = format!(
        "{shown} {relation} {}{}{unit} ≠ {}{}",
        signs.0,
        reading.value,
        signs.1,
        figure(change.quantity)
    );
    let excess = reading.value.minus(written)?;
    let fault = Fault { computed: reading.value, excess, certain: true, reason };
    Some(Claim::new(ClaimKind::Growth, Status::Broken, equation, None, operands, Some(fault)))
}

/// The claim where the change alone is no exact figure but a bound or so many tenths: 增长 20%以上, 下降三成.
fn by_bound(
    change: &Mention<'_>,
    reading: &Reading,
    figures: [&Mention<'_>; 2],
    operands: &[Operand<ViewSpan>],
) -> Option<Statement> {
    // A whole tenth is said of what lies nearer to it than to the next.
    const LOOSE: i128 = 5;
    let is_exact = |mention: &Mention<'_>| mention.quantity.precision == Precision::Exact;
    let is_share = change.quantity.class() == Some(Class::Percent) && reading.is_rounded;
    if !is_share || !figures.into_iter().all(is_exact) {
        return None;
    }
    let written = change.quantity.value;
    let excess = reading.value.minus(written)?;
    let (least, most) = reading.range.unwrap_or((reading.value, reading.value));
    let (least, most) = (least.minus(written)?, most.minus(written)?);
    let (holds, sign, not) = match change.quantity.precision {
        Precision::AtLeast => (!most.is_negative(), "≥", "<"),
        Precision::AtMost => (least.is_negative() || least.is_zero(), "≤", ">"),
        Precision::Rounded => {
            (least <= Decimal::whole(LOOSE) && most.plus(Decimal::whole(LOOSE))? >= Decimal::ZERO, "≈", "≠")
        }
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

/// One way to read a change, with what it comes to.
struct Reading {
    value: Decimal,
    /// With the larger figure first.
    shown: String,
    /// With the present figure first, for a wrong direction.
    signed: String,
    /// Whether the written change is a rounded quotient.
    is_rounded: bool,
    /// Whether one unit of the last place may be missing; 3 倍 is never 2 倍.
    may_be_truncated: bool,
    is_exact: bool,
    slack: Decimal,
    /// From the least to the most that it can be before the two figures were rounded.
    range: Option<(Decimal, Decimal)>,
}

/// The ways to read `change`; 上升 1.5% between two percentages may mean points.
fn readings(
    change: &Mention<'_>,
    kind: Change,
    current: &Mention<'_>,
    previous: &Mention<'_>,
    new: Decimal,
    old: Decimal,
) -> Option<Vec<Reading>> {
    let written = change.quantity.value;
    let places = written.places();
    let (now, before) = (figure(current.quantity), figure(previous.quantity));
    let (larger, smaller) = if new >= old { (&now, &before) } else { (&before, &now) };
    let difference = new.minus(old)?.abs();
    let quotient = |above: Decimal, times: i128, shown: String, signed: String| -> Option<Reading> {
        let value = above.times(Decimal::whole(times))?.div_rounded(old, places)?;
        let is_exact = above.times(Decimal::whole(times))? == value.times(old)?;
        let both = current.quantity.tolerance()?.plus(previous.quantity.tolerance()?)?;
        let least = above.minus(both)?.times(Decimal::whole(times))?;
        let most = above.plus(both)?.times(Decimal::whole(times))?;
        let below = previous.quantity.tolerance()?;
        let range = least
            .div_rounded(old.plus(below)?, places)
            .zip(old.minus(below).and_then(|old| most.div_rounded(old, places)));
        Some(Reading {
            value,
            shown,
            signed,
            is_rounded: true,
            may_be_truncated: times == 100,
            is_exact,
            slack: Decimal::ZERO,
            range,
        })
    };
    let plain = || -> Option<Reading> {
        let factor = if change.quantity.is_amount() { change.quantity.factor } else { 1 };
        let value = difference.divided_by_power(factor)?;
        let is_amount = change.quantity.is_amount();
        let slack = if is_amount {
            let both = current.quantity.tolerance()?.plus(previous.quantity.tolerance()?)?;
            both.plus(change.quantity.tolerance()?)?.divided_by_power(factor)?
        } else if value.places() > places {
            // 由 92.1% 提高到 95.0%，提高 3 个百分点.
            written.step().half()?
        } else {
            Decimal::ZERO
        };
        Some(Reading {
            value,
            shown: format!("{larger} − {smaller}"),
            signed: format!("{now} − {before}"),
            is_rounded: false,
            // The exact shares were rounded, their difference may be one unit off.
            may_be_truncated: current.quantity.is_share(),
            is_exact: true,
            slack,
            range: None,
        })
    };
    let by_difference = |times: i128| {
        let signed = format!("({now} − {before}) ÷ {before}");
        quotient(difference, times, format!("({larger} − {smaller}) ÷ {before}"), signed)
    };
    Some(match change.quantity.class() {
        Some(Class::PercentagePoint) => vec![plain()?],
        Some(Class::Percent) if current.quantity.is_share() => vec![plain()?, by_difference(100)?],
        Some(Class::Percent) => vec![by_difference(100)?],
        Some(Class::Times) if kind == Change::Multiple => {
            let shown = format!("{now} ÷ {before}");
            vec![quotient(new, 1, shown.clone(), shown)?]
        }
        Some(Class::Times) => vec![by_difference(1)?],
        _ if change.quantity.is_in_unit_of(current.quantity) && !current.quantity.is_share() => {
            vec![plain()?]
        }
        _ => return None,
    })
}
