//! The arithmetic of a statement whose roles are known.
//!
//! A rounded figure is an interval, half a unit of its last place on each side; a statement is wrong
//! only where the intervals do not meet.
//!
//! *Invariant:* exact decimals throughout; what is too large to be held is open, never wrong.

use crate::facts::{Decimal, Precision, Quantity};
use crate::review::Status;

/// What the arithmetic says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sum {
    /// The terms give the written figure, or could before rounding.
    Meets,
    /// The terms give `computed`, and `written` is `excess` more (or less, if negative).
    Off {
        /// What the terms give, in the unit of the written figure.
        computed: Decimal,
        /// Computed − written.
        excess: Decimal,
    },
    /// A figure is an approximation, or too large.
    Unclear,
}

impl Sum {
    /// What is said of a statement that must come out.
    pub fn status(self) -> Status {
        match self {
            Self::Meets => Status::Holds,
            Self::Off { .. } => Status::Broken,
            Self::Unclear => Status::Open,
        }
    }
}

/// What a figure may have been before it was rounded: `tolerance` on each side of `value`.
#[derive(Clone, Copy, Debug)]
pub struct Interval {
    /// The figure in its base unit.
    pub value: Decimal,
    /// Nothing for a plain count.
    pub tolerance: Decimal,
}

impl Interval {
    /// The interval of `quantity`, 万 and 亿 multiplied out; `None` if too large.
    pub fn of(quantity: &Quantity) -> Option<Self> {
        Some(Self { value: quantity.base()?, tolerance: quantity.tolerance()? })
    }
}

/// Whether the signed `terms` add up to `result`.
pub fn adds_up(terms: &[(i8, &Quantity)], result: &Quantity) -> Sum {
    let all_exact = terms.iter().all(|(_, term)| term.precision == Precision::Exact);
    if !all_exact || result.precision != Precision::Exact {
        return Sum::Unclear;
    }
    let terms: Option<Vec<_>> = terms.iter().map(|(sign, term)| Some((*sign, Interval::of(term)?))).collect();
    let both = terms.zip(Interval::of(result));
    both.map_or(Sum::Unclear, |(terms, whole)| balance(&terms, whole, result.factor))
}

/// Whether the signed `terms` make `result` without any rounding.
pub fn is_even(terms: &[(i8, &Quantity)], result: &Quantity) -> bool {
    let sum = terms.iter().try_fold(Decimal::ZERO, |sum, (sign, term)| {
        let value = term.base()?;
        if *sign < 0 { sum.minus(value) } else { sum.plus(value) }
    });
    sum.zip(result.base()).and_then(|(sum, written)| sum.minus(written)).is_some_and(|gap| gap.is_zero())
}

/// Whether the signed `terms` can add up to `result`; what is off is told in units of `factor`.
pub fn balance(terms: &[(i8, Interval)], result: Interval, factor: i128) -> Sum {
    let sum = || {
        let mut total = Decimal::ZERO;
        let mut slack = result.tolerance;
        for (sign, term) in terms {
            total = if *sign < 0 { total.minus(term.value)? } else { total.plus(term.value)? };
            slack = slack.plus(term.tolerance)?;
        }
        let excess = total.minus(result.value)?;
        // What was rounded lies nearer than half a unit on one side at least, so that all of it is never reached.
        if excess.is_zero() || excess.abs() < slack {
            return Some(Sum::Meets);
        }
        Some(Sum::Off { computed: total.divided_by_power(factor)?, excess: excess.divided_by_power(factor)? })
    };
    sum().unwrap_or(Sum::Unclear)
}

/// How many of `terms`, counted from the first, add up to `result`: all the numbers for which they do.
pub fn that_add_up(terms: &[&Quantity], result: &Quantity) -> Vec<usize> {
    let Some(whole) = Interval::of(result).filter(|_| result.precision == Precision::Exact) else {
        return Vec::new();
    };
    let mut so_far = Interval { value: Decimal::ZERO, tolerance: whole.tolerance };
    let mut add = |term: &Quantity| {
        let term = Interval::of(term).filter(|_| term.precision == Precision::Exact)?;
        so_far.value = so_far.value.plus(term.value)?;
        so_far.tolerance = so_far.tolerance.plus(term.tolerance)?;
        let gap = so_far.value.minus(whole.value)?.abs();
        Some(gap.is_zero() || gap < so_far.tolerance)
    };
    let meets = terms.iter().map_while(|term| add(term)).enumerate();
    meets.filter(|(_, meets)| *meets).map(|(at, _)| at + 1).collect()
}

/// Whether `a` lies within `percent` percent of `b`.
pub fn is_within_percent(a: Decimal, b: Decimal, percent: i128) -> bool {
    let near =
        || Some(a.minus(b)?.abs().times(Decimal::whole(100))? <= b.abs().times(Decimal::whole(percent))?);
    near().unwrap_or(false)
}

/// Whether `excess` is no more than one unit of the last place of `written`, and that unit is small against the
/// figure: of 46.3% it may be left out, of 1‰ it is as much as the figure itself.
pub fn is_last_place(excess: Decimal, written: Decimal) -> bool {
    const LEAST_UNITS: i128 = 5;
    let is_small = || Some(written.step().times(Decimal::whole(LEAST_UNITS))? <= written.abs());
    excess.abs() <= written.step() && is_small().unwrap_or(false)
}

/// Whether one altered digit or two swapped neighbours turn `written` into `wanted`.
pub fn is_one_slip(written: Decimal, wanted: Decimal) -> bool {
    is_swapped(written, wanted)
        || differing_digits(written, wanted).is_some_and(|differing| differing.number == 1)
}

/// Whether two swapped neighbours turn `written` into `wanted`; a decimal point may stand between them.
pub fn is_swapped(written: Decimal, wanted: Decimal) -> bool {
    let Some(differing) = differing_digits(written, wanted) else { return false };
    matches!(differing, Differing { number: 2, lower: (at, (a, b)), upper: (next, (c, d)) }
        if next == at + 1 && a == d && b == c)
}

/// In what digits two figures of one length differ.
#[derive(Default)]
struct Differing {
    number: usize,
    /// The place of the first, counted from the end, and what it is in each.
    lower: (usize, (i128, i128)),
    /// The same of the last.
    upper: (usize, (i128, i128)),
}

/// In what digits `written` differs from `wanted`; `None` where one is longer than the other.
fn differing_digits(written: Decimal, wanted: Decimal) -> Option<Differing> {
    if wanted.is_negative() || written.is_negative() || written.places() != wanted.places() {
        return None;
    }
    let mut differing = Differing::default();
    let (mut rest, mut place) = ((written.mantissa(), wanted.mantissa()), 0);
    // 0.5 has two digits.
    let least = usize::from(written.places());
    while place <= least || rest != (0, 0) {
        if place > least && (rest.0 == 0 || rest.1 == 0) {
            return None;
        }
        let pair = (rest.0 % 10, rest.1 % 10);
        if pair.0 != pair.1 {
            if differing.number == 0 {
                differing.lower = (place, pair);
            }
            differing.upper = (place, pair);
            differing.number += 1;
        }
        rest = (rest.0 / 10, rest.1 / 10);
        place += 1;
    }
    Some(differing)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_nothing_near_that_it_cannot_hold() {
        assert!(!is_within_percent(Decimal::whole(i128::MAX), Decimal::whole(1), 5));
        assert!(is_within_percent(Decimal::whole(105), Decimal::whole(100), 5));
        assert!(!is_within_percent(Decimal::whole(106), Decimal::whole(100), 5));
    }

    #[test]
    fn knows_a_slip() {
        let slip = |a, b| is_one_slip(Decimal::whole(a), Decimal::whole(b));
        assert!(!slip(1565, 1656) && slip(1566, 1656) && slip(459, 457) && slip(28, 18) && slip(2738, 2378));
        assert!(!slip(248, 260) && !slip(9, 12) && !slip(5, -5));
        assert!(!slip(1234, 4231), "swapped, but no neighbours");
        let tenths = |a, b| is_one_slip(Decimal::new(a, 1).unwrap(), Decimal::new(b, 1).unwrap());
        assert!(tenths(3861, 3816) && !tenths(3861, 3186), "the point stands between neighbours");
        assert!(!slip(15, -5), "nothing below zero is meant");
    }
}
