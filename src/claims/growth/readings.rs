//! The ways to read a change whose two figures are known, with what each comes to.
//!
//! Takes a change and the figures that it lies between ([`Case`]), gives its [`Reading`]s: 上升 1.5% between two
//! percentages may mean points.
//!
//! *Invariant:* what a reading comes to is computed of the two figures; of the change only its unit and its places are used.

use super::change::Change;
use crate::claims::figure;
use crate::claims::judge;
use crate::claims::statement::{Lead, Mention};
use crate::facts::{Class, Decimal};

/// A change with the two figures that it lies between.
pub struct Case<'m> {
    pub change: &'m Mention<'m>,
    pub kind: Change,
    pub current: &'m Mention<'m>,
    pub previous: &'m Mention<'m>,
    /// What the two figures come to in their smallest unit.
    pub new: Decimal,
    pub old: Decimal,
}

/// One way to read a change, with what it comes to.
pub struct Reading {
    pub value: Decimal,
    /// With the larger figure first.
    pub shown: String,
    /// With the present figure first, for a wrong direction.
    pub signed: String,
    /// Whether the written change is a rounded quotient.
    pub is_rounded: bool,
    /// Whether one unit of the last place may be missing; 3 倍 is never 2 倍.
    may_be_truncated: bool,
    pub is_exact: bool,
    slack: Decimal,
    /// From the least to the most that it can be before the two figures were rounded.
    pub range: Option<(Decimal, Decimal)>,
}

impl Reading {
    /// Whether it comes to what is `written`.
    pub fn fits(&self, written: Decimal) -> bool {
        self.value.minus(written).is_some_and(|gap| gap.abs() <= self.slack)
    }

    /// Whether it comes to what is `written` but for the last place, or may have before its figures were rounded.
    pub fn is_near(&self, written: Decimal) -> bool {
        self.value.minus(written).is_some_and(|gap| {
            gap.abs() <= self.slack || (self.may_be_truncated && judge::is_last_place(gap, written))
        }) || self.range.is_some_and(|(least, most)| least <= written && written <= most)
    }
}

/// The two figures of a change as they are shown.
struct Shown {
    now: String,
    before: String,
}

impl<'m> Case<'m> {
    /// That of `change` between `previous` and `current`, if these are in one unit.
    pub fn of(
        change: &'m Mention<'m>,
        kind: Change,
        current: &'m Mention<'m>,
        previous: &'m Mention<'m>,
    ) -> Option<Self> {
        // 由 30 天压缩至 10 个工作日: of different calendars.
        // 比上年（40）增长 20%，达 48 件: in a bracket the number alone is enough, where neither is in 万.
        let is_bare = previous.lead == Lead::Open
            && previous.quantity.measure.is_none()
            && previous.quantity.factor == current.quantity.factor;
        if !is_bare && !current.quantity.is_in_unit_of(previous.quantity) {
            return None;
        }
        let (new, old) = (current.quantity.base()?, previous.quantity.base()?);
        Some(Self { change, kind, current, previous, new, old })
    }

    /// Whether the figures changed in the direction that is told.
    pub fn is_right_way(&self) -> bool {
        match self.kind {
            Change::Up => self.new >= self.old,
            Change::Down => self.new <= self.old,
            Change::Multiple | Change::Either => true,
        }
    }

    /// The ways to read the change, the likeliest first.
    pub fn readings(&self) -> Option<Vec<Reading>> {
        let (change, current) = (self.change.quantity, self.current.quantity);
        let figures = Shown { now: figure(current), before: figure(self.previous.quantity) };
        let difference = self.new.minus(self.old)?.abs();
        Some(match change.class() {
            Some(Class::PercentagePoint) => vec![self.plain(difference, &figures)?],
            Some(Class::Percent) if current.is_share() => {
                vec![self.plain(difference, &figures)?, self.by_difference(difference, 100, &figures)?]
            }
            Some(Class::Percent) => vec![self.by_difference(difference, 100, &figures)?],
            Some(Class::Times) if self.kind == Change::Multiple => {
                let shown = format!("{} ÷ {}", figures.now, figures.before);
                vec![self.quotient(self.new, 1, shown.clone(), shown)?]
            }
            Some(Class::Times) => vec![self.by_difference(difference, 1, &figures)?],
            _ if change.is_in_unit_of(current) && !current.is_share() => {
                vec![self.plain(difference, &figures)?]
            }
            _ => return None,
        })
    }

    /// So many more or less: 增加 9 起, 提高 3 个百分点.
    fn plain(&self, difference: Decimal, figures: &Shown) -> Option<Reading> {
        let (change, current) = (self.change.quantity, self.current.quantity);
        let is_amount = change.is_amount();
        let factor = if is_amount { change.factor } else { 1 };
        let value = difference.divided_by_power(factor)?;
        let slack = if is_amount {
            let both = current.tolerance()?.plus(self.previous.quantity.tolerance()?)?;
            both.plus(change.tolerance()?)?.divided_by_power(factor)?
        } else if value.places() > change.value.places() {
            // 由 92.1% 提高到 95.0%，提高 3 个百分点.
            change.value.step().half()?
        } else {
            Decimal::ZERO
        };
        let (larger, smaller) = self.by_size(figures);
        Some(Reading {
            value,
            shown: format!("{larger} − {smaller}"),
            signed: format!("{} − {}", figures.now, figures.before),
            is_rounded: false,
            // The exact shares were rounded, their difference may be one unit off.
            may_be_truncated: current.is_share(),
            is_exact: true,
            slack,
            range: None,
        })
    }

    /// So much of the figure before, `times` it: 增长 20%, 增长 2 倍.
    fn by_difference(&self, difference: Decimal, times: i128, figures: &Shown) -> Option<Reading> {
        let (larger, smaller) = self.by_size(figures);
        let Shown { now, before } = figures;
        let signed = format!("({now} − {before}) ÷ {before}");
        self.quotient(difference, times, format!("({larger} − {smaller}) ÷ {before}"), signed)
    }

    /// `above` against the figure before, `times` it.
    fn quotient(&self, above: Decimal, times: i128, shown: String, signed: String) -> Option<Reading> {
        let (old, places) = (self.old, self.change.quantity.value.places());
        let value = above.times(Decimal::whole(times))?.div_rounded(old, places)?;
        let is_exact = above.times(Decimal::whole(times))? == value.times(old)?;
        let below = self.previous.quantity.tolerance()?;
        let both = self.current.quantity.tolerance()?.plus(below)?;
        let least = above.minus(both)?.times(Decimal::whole(times))?;
        let most = above.plus(both)?.times(Decimal::whole(times))?;
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
    }

    /// The larger of the two figures and the smaller.
    fn by_size<'s>(&self, figures: &'s Shown) -> (&'s str, &'s str) {
        let Shown { now, before } = figures;
        if self.new >= self.old { (now, before) } else { (before, now) }
    }
}
