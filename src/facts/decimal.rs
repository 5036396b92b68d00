//! Exact decimals: figures are never floating point.
//!
//! *Invariant:* nothing is rounded but by `div_rounded`, which says to how many places; what does not fit
//! gives nothing.

use std::cmp::Ordering;
use std::fmt;

/// `mantissa` × 10^−`scale`, exact.
#[derive(Clone, Copy, Debug, Default)]
pub struct Decimal {
    mantissa: i128,
    scale: u8,
}

/// The most places behind the point that are kept.
const MAX_SCALE: u8 = 18;

impl Decimal {
    /// Zero.
    pub const ZERO: Self = Self { mantissa: 0, scale: 0 };

    /// The whole number `value`.
    pub const fn whole(value: i128) -> Self {
        Self { mantissa: value, scale: 0 }
    }

    /// `mantissa` × 10^−`scale`; `None` where the scale is beyond what is kept.
    pub fn new(mantissa: i128, scale: u8) -> Option<Self> {
        (scale <= MAX_SCALE).then_some(Self { mantissa, scale })
    }

    /// One unit of the last written place: 0.1 for 97.2, 1 for 350.
    pub fn step(self) -> Self {
        Self { mantissa: 1, scale: self.scale }
    }

    /// How many places are written behind the point.
    pub fn places(self) -> u8 {
        self.scale
    }

    /// Its digits as one number, without the point.
    pub fn mantissa(self) -> i128 {
        self.mantissa
    }

    /// Whether it is below zero.
    pub fn is_negative(self) -> bool {
        self.mantissa < 0
    }

    /// Whether it is zero.
    pub fn is_zero(self) -> bool {
        self.mantissa == 0
    }

    /// Its value as a whole number, where it is one.
    pub fn to_whole(self) -> Option<i128> {
        let factor = power(self.scale)?;
        (self.mantissa % factor == 0).then_some(self.mantissa / factor)
    }

    /// Without its sign.
    pub fn abs(self) -> Self {
        Self { mantissa: self.mantissa.saturating_abs(), scale: self.scale }
    }

    /// The sum; `None` where it is too large to be held.
    pub fn plus(self, other: Self) -> Option<Self> {
        let (a, b, scale) = aligned(self, other)?;
        Some(Self { mantissa: a.checked_add(b)?, scale })
    }

    /// The difference; `None` where it is too large to be held.
    pub fn minus(self, other: Self) -> Option<Self> {
        self.plus(Self { mantissa: other.mantissa.checked_neg()?, scale: other.scale })
    }

    /// The product; `None` where it is too large to be held.
    pub fn times(self, other: Self) -> Option<Self> {
        let scale = self.scale.checked_add(other.scale).filter(|&scale| scale <= MAX_SCALE)?;
        Some(Self { mantissa: self.mantissa.checked_mul(other.mantissa)?, scale })
    }

    /// `self` ÷ `other`, rounded half up to `places` behind the point.
    ///
    /// `None` where `other` is zero or the figures are too large to be held.
    pub fn div_rounded(self, other: Self, places: u8) -> Option<Self> {
        let (a, b, _) = aligned(self, other)?;
        let scaled = a.checked_mul(power(places)?)?.checked_mul(2)?.checked_add(b)?;
        let twice = b.checked_mul(2)?;
        (b != 0).then(|| Self { mantissa: scaled.div_euclid(twice), scale: places })
    }

    /// Divided by `factor`, which must be a power of ten; exact, and no longer than it needs to be.
    pub fn divided_by_power(self, factor: i128) -> Option<Self> {
        let (mut rest, mut value) = (factor, self);
        while rest > 1 {
            value = match (value.scale, value.mantissa % 10) {
                (0, 0) => Self { mantissa: value.mantissa / 10, scale: 0 },
                (scale, _) => Self::new(value.mantissa, scale + 1)?,
            };
            rest /= 10;
        }
        while value.scale > 0 && value.mantissa % 10 == 0 {
            value = Self { mantissa: value.mantissa / 10, scale: value.scale - 1 };
        }
        Some(value)
    }

    /// Half of it, exact.
    pub fn half(self) -> Option<Self> {
        Some(Self { mantissa: self.mantissa.checked_mul(5)?, scale: self.scale.checked_add(1)? })
    }
}

fn power(exponent: u8) -> Option<i128> {
    10i128.checked_pow(u32::from(exponent))
}

/// The mantissas of both at the finer of their scales.
fn aligned(a: Decimal, b: Decimal) -> Option<(i128, i128, u8)> {
    if a.scale == b.scale {
        return Some((a.mantissa, b.mantissa, a.scale));
    }
    let scale = a.scale.max(b.scale);
    let raise = |value: Decimal| value.mantissa.checked_mul(power(scale - value.scale)?);
    Some((raise(a)?, raise(b)?, scale))
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Decimal {}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        match aligned(*self, *other) {
            Some((a, b, _)) => a.cmp(&b),
            // Too far apart to be brought to one scale: the one with the larger whole part is larger.
            None => {
                let whole = |value: &Self| power(value.scale).map_or(0, |factor| value.mantissa / factor);
                whole(self).cmp(&whole(other))
            }
        }
    }
}

/// As it was written: without thousands marks, with the places behind the point.
impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Most figures are short, and what is short is written faster.
        if self.scale == 0 {
            return match i64::try_from(self.mantissa) {
                Ok(short) => write!(f, "{short}"),
                Err(_) => write!(f, "{}", self.mantissa),
            };
        }
        let sign = if self.mantissa < 0 { "-" } else { "" };
        let (digits, places) = (self.mantissa.unsigned_abs(), usize::from(self.scale));
        if let (Ok(digits), Some(unit)) = (u64::try_from(digits), 10u64.checked_pow(u32::from(self.scale))) {
            return write!(f, "{sign}{}.{:0>places$}", digits / unit, digits % unit);
        }
        // With more places than the longest mantissa has digits, there is nothing before the point.
        let unit = 10u128.checked_pow(u32::from(self.scale));
        let (whole, fraction) = unit.map_or((0, digits), |unit| (digits / unit, digits % unit));
        write!(f, "{sign}{whole}.{fraction:0>places$}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(mantissa: i128, scale: u8) -> Decimal {
        Decimal::new(mantissa, scale).unwrap()
    }

    #[test]
    fn is_exact() {
        assert_eq!(decimal(1, 1).plus(decimal(2, 1)).unwrap(), decimal(3, 1));
        assert_eq!(decimal(972, 1).to_string(), "97.2");
        assert_eq!(decimal(-5, 2).to_string(), "-0.05");
        assert_eq!(decimal(350, 0).minus(decimal(351, 0)).unwrap().to_string(), "-1");
        assert!(decimal(100, 2) == decimal(1, 0) && decimal(101, 2) > decimal(1, 0));
    }

    #[test]
    fn is_written_as_it_was() {
        for (mantissa, scale, written) in [
            (0, 0, "0"),
            (0, 2, "0.00"),
            (-1, 1, "-0.1"),
            (1234, 2, "12.34"),
            (1, 18, "0.000000000000000001"),
            (i128::MIN, 0, "-170141183460469231731687303715884105728"),
            (i128::MAX, 1, "17014118346046923173168730371588410572.7"),
        ] {
            assert_eq!(decimal(mantissa, scale).to_string(), written);
        }
        let long = decimal(12, 0).div_rounded(decimal(7, 0), 30).unwrap();
        assert_eq!(long.to_string(), "1.714285714285714285714285714286");
    }

    #[test]
    fn divides_with_half_up() {
        let hundred = Decimal::whole(100);
        assert_eq!(
            decimal(70, 0).times(hundred).unwrap().div_rounded(decimal(72, 0), 1).unwrap(),
            decimal(972, 1)
        );
        assert_eq!(decimal(1, 0).div_rounded(decimal(8, 0), 2).unwrap(), decimal(13, 2));
        assert_eq!(decimal(1, 0).div_rounded(Decimal::ZERO, 2), None);
    }

    #[test]
    fn refuses_what_it_cannot_hold() {
        assert_eq!(Decimal::whole(i128::MAX).plus(Decimal::whole(1)), None);
        assert_eq!(Decimal::new(1, 40), None);
        assert!(Decimal::whole(i128::MAX) > decimal(1, 18));
    }
}
