//! Exact fractions, and figures with all that they may have been before they were rounded.
//!
//! Takes an operand and how generously it is read, gives the figure; `None` where it is too large for these numbers.

use hegao::review::{Claim, ClaimKind, Operand};

/// How far figures may lie from what is written.
#[derive(Clone, Copy)]
pub struct Reading {
    /// How many half units of the last place a rounded result may be off.
    pub halves: i128,
    /// Whether figures may have been rounded before they were written.
    pub rounds: bool,
    /// Whether whole figures may have been rounded too: a table may count in 万元.
    pub rounds_whole: bool,
    /// Whether 100% may be a rounded figure.
    pub rounds_all: bool,
}

impl Reading {
    /// For what is said to hold.
    pub fn generous(claim: &Claim, text: &str) -> Self {
        let in_table =
            claim.kind == ClaimKind::Table || claim.operands.iter().any(|one| one.label.contains(" · "));
        let rounds_whole = in_table && text.contains(['万', '亿', '千', '%', '％']);
        Self { halves: 3, rounds: true, rounds_whole, rounds_all: in_table }
    }

    /// For what is said to be broken.
    pub fn strict() -> Self {
        Self { halves: 1, rounds: false, rounds_whole: false, rounds_all: false }
    }
}

/// An exact fraction; the lower number is above zero.
#[derive(Clone, Copy, Debug)]
pub struct Fraction(pub i128, pub i128);

impl Fraction {
    pub fn new(above: i128, below: i128) -> Option<Self> {
        let (mut a, mut b) = (above.checked_abs()?, below.checked_abs()?);
        while b != 0 {
            (a, b) = (b, a % b);
        }
        let sign = below.signum();
        (below != 0).then(|| Self(sign * above / a, sign * below / a))
    }

    pub fn whole(value: i128) -> Self {
        Self(value, 1)
    }

    pub fn plus(self, other: Self) -> Option<Self> {
        let above = self.0.checked_mul(other.1)?.checked_add(other.0.checked_mul(self.1)?)?;
        Self::new(above, self.1.checked_mul(other.1)?)
    }

    pub fn minus(self, other: Self) -> Option<Self> {
        self.plus(Self(other.0.checked_neg()?, other.1))
    }

    pub fn times(self, other: Self) -> Option<Self> {
        Self::new(self.0.checked_mul(other.0)?, self.1.checked_mul(other.1)?)
    }

    pub fn over(self, other: Self) -> Option<Self> {
        Self::new(self.0.checked_mul(other.1)?, self.1.checked_mul(other.0)?)
    }

    pub fn abs(self) -> Option<Self> {
        Some(Self(self.0.checked_abs()?, self.1))
    }

    pub fn is_at_most(self, other: Self) -> Option<bool> {
        Some(self.minus(other)?.0 <= 0)
    }

    pub fn smaller(self, other: Self) -> Option<Self> {
        Some(if self.is_at_most(other)? { self } else { other })
    }

    pub fn larger(self, other: Self) -> Option<Self> {
        Some(if self.is_at_most(other)? { other } else { self })
    }
}

/// A figure with all that it may have been before it was rounded.
#[derive(Clone, Copy, Debug)]
pub struct Figure {
    pub least: Fraction,
    pub value: Fraction,
    pub most: Fraction,
    /// One unit of its last place.
    pub step: Fraction,
}

impl Figure {
    pub fn of(operand: &Operand, reading: Reading) -> Option<Self> {
        let digits: String = operand.value.chars().filter(|ch| *ch != '.').collect();
        let places = operand.value.split_once('.').map_or(0, |(_, behind)| behind.len());
        let below = 10_i128.checked_pow(u32::try_from(places).ok()?)?;
        let factor = Fraction::whole(factor(&operand.unit));
        let value = Fraction::new(digits.parse().ok()?, below)?.times(factor)?;
        let step = Fraction::new(1, below)?.times(factor)?;
        let is_rounded = places > 0 || factor.0 != 1 || reading.rounds_whole;
        let slack = if is_rounded { step.over(Fraction::whole(2))? } else { Fraction::whole(0) };
        Some(Self { least: value.minus(slack)?, value, most: value.plus(slack)?, step })
    }

    pub fn exactly(value: Fraction) -> Self {
        Self { least: value, value, most: value, step: Fraction::whole(0) }
    }

    pub fn without_slack(self) -> Self {
        Self { least: self.value, most: self.value, ..self }
    }

    pub fn plus(self, other: Self) -> Option<Self> {
        Some(Self {
            least: self.least.plus(other.least)?,
            value: self.value.plus(other.value)?,
            most: self.most.plus(other.most)?,
            step: self.step,
        })
    }

    pub fn minus(self, other: Self) -> Option<Self> {
        Some(Self {
            least: self.least.minus(other.most)?,
            value: self.value.minus(other.value)?,
            most: self.most.minus(other.least)?,
            step: self.step,
        })
    }

    /// `None` where it may be nothing that is divided by.
    pub fn over(self, other: Self) -> Option<Self> {
        if other.least.0 <= 0 {
            return None;
        }
        let ends = [
            self.least.over(other.least)?,
            self.least.over(other.most)?,
            self.most.over(other.least)?,
            self.most.over(other.most)?,
        ];
        let [first, rest @ ..] = ends;
        let least = rest.iter().try_fold(first, |least, end| least.smaller(*end))?;
        let most = rest.iter().try_fold(first, |most, end| most.larger(*end))?;
        Some(Self { least, value: self.value.over(other.value)?, most, step: self.step })
    }

    pub fn times(self, factor: i128) -> Option<Self> {
        let factor = Fraction::whole(factor);
        Some(Self {
            least: self.least.times(factor)?,
            value: self.value.times(factor)?,
            most: self.most.times(factor)?,
            step: self.step,
        })
    }

    pub fn abs(self) -> Option<Self> {
        let value = self.value.abs()?;
        let slack = self.most.minus(self.least)?.over(Fraction::whole(2))?;
        Some(Self { least: value.minus(slack)?, value, most: value.plus(slack)?, step: self.step })
    }

    /// Whether the sum that this is may be `other`: nothing is rounded up and down by half a unit at once, so that two that only touch
    /// never do, but for those without any slack.
    pub fn adds_up_to(self, other: Self) -> Option<bool> {
        let touches = |one: Fraction, other: Fraction| Some(one.minus(other)?.0 == 0);
        let is_exact = touches(self.least, self.most)? && touches(other.least, other.most)?;
        let only_touch = touches(self.least, other.most)? || touches(other.least, self.most)?;
        Some(self.meets(other)? && (is_exact || !only_touch))
    }

    /// Whether it may be `other`.
    pub fn meets(self, other: Self) -> Option<bool> {
        Some(self.least.is_at_most(other.most)? && other.least.is_at_most(self.most)?)
    }

    /// Whether it may be what was written as `written`, the result of a division that was rounded.
    pub fn rounds_to(self, written: Self, reading: Reading) -> Option<bool> {
        let slack = written.step.times(Fraction::new(reading.halves, 2)?)?;
        // Half a unit may go up or down: only what is nearer rounds to it for certain.
        let near = written.value.minus(self.value)?.abs()?.minus(slack)?;
        if reading.rounds {
            let least = self.least.minus(slack)?;
            return Some(
                least.is_at_most(written.value)? && written.value.is_at_most(self.most.plus(slack)?)?,
            );
        }
        Some(near.0 < 0)
    }
}

/// What 千, 万 and 亿 in front of a measure word stand for.
fn factor(unit: &str) -> i128 {
    const NAMES: [&str; 3] = ["千克", "千米", "千瓦"];
    let scale = unit.chars().take_while(|_| !NAMES.iter().any(|name| unit.starts_with(name)));
    scale
        .map_while(|ch| {
            [('千', 1000), ('万', 10_000), ('亿', 100_000_000)].into_iter().find(|(sign, _)| *sign == ch)
        })
        .map(|(_, factor)| factor)
        .product()
}
