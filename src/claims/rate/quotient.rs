//! The division behind a rate, and how far a written rate may lie from it.
//!
//! *Invariant:* a rate is right when it rounds to what is written; one unit of the last place off is
//! noted as truncated, not called wrong; 100% is exact.

use super::super::{Claim, Fault, Operand, Reason, Statement, figure, figures};
use super::mean;
use crate::claims::judge;
use crate::claims::notes::{APPROXIMATE, BESIDE_EXACT, LAST_PLACE, ROUNDED};
use crate::claims::statement::Mention;
use crate::facts::{Decimal, Precision, Quantity};
use crate::lang::Text;
use crate::review::{ClaimKind, Status};

/// A division with the words for its two sides.
pub struct Quotient<'a> {
    /// The written rate.
    pub rate: &'a Mention<'a>,
    /// What is above the line.
    pub numerator: Decimal,
    /// What is below the line.
    pub denominator: Decimal,
    /// The division as it is shown: 70 ÷ 72.
    pub shown: String,
    /// All figures of the claim.
    pub operands: Vec<Operand<crate::source::ViewSpan>>,
    /// Whether every figure is exact.
    pub is_clear: bool,
    /// How far the exact counts above and below the line may lie from the written ones.
    slack: (Decimal, Decimal),
}

impl<'a> Quotient<'a> {
    /// The sum of `above` ÷ the sum of `below`; `None` where a figure is too large to be held.
    pub fn new(rate: &'a Mention<'a>, above: &[&Mention<'_>], below: &[&Mention<'_>]) -> Option<Self> {
        let total = |side: &[&Mention<'_>]| {
            side.iter().try_fold(Decimal::ZERO, |sum, mention| sum.plus(mention.quantity.base()?))
        };
        let slack = |side: &[&Mention<'_>]| {
            side.iter().try_fold(Decimal::ZERO, |sum, mention| sum.plus(mention.quantity.tolerance()?))
        };
        let words = |side: &[&Mention<'_>]| {
            let terms = figures(side.iter().map(|mention| mention.quantity), " + ");
            if side.len() > 1 { format!("({terms})") } else { terms }
        };
        let unit = below.first()?.quantity;
        if above.iter().any(|mention| is_of_another_calendar(mention.quantity, unit)) {
            return None;
        }
        let mut operands = vec![Operand::of("rate", rate)];
        operands.extend(above.iter().map(|mention| Operand::of("numerator", mention)));
        operands.extend(below.iter().map(|mention| Operand::of("denominator", mention)));
        let is_clear =
            above.iter().chain(below).all(|mention| mention.quantity.precision == Precision::Exact);
        Some(Self {
            rate,
            numerator: total(above)?,
            denominator: total(below)?,
            shown: format!("{} ÷ {}", words(above), words(below)),
            operands,
            is_clear,
            slack: (slack(above)?, slack(below)?),
        })
    }

    /// The same for what is left of `all` when `taken` is taken away: (`all` − `taken`) ÷ `all`.
    pub fn remainder(rate: &'a Mention<'a>, all: &Mention<'_>, taken: &Mention<'_>) -> Option<Self> {
        Self::remainder_of(rate, &[all], taken)
    }

    /// The same for what is left of all of `row`.
    pub fn remainder_of(rate: &'a Mention<'a>, row: &[&Mention<'_>], taken: &Mention<'_>) -> Option<Self> {
        if row.iter().any(|all| is_of_another_calendar(all.quantity, taken.quantity)) {
            return None;
        }
        let base = row.iter().try_fold(Decimal::ZERO, |sum, all| sum.plus(all.quantity.base()?))?;
        let less = taken.quantity.base()?;
        let is_mean = row.iter().any(|all| all.quantity.precision != Precision::Exact);
        // 由平均 16 个工作日压减至 4 个工作日: a mean is rounded, and what it became may be one.
        let slack = |mention: &Mention<'_>| {
            let written = mention.quantity.tolerance()?;
            let step =
                mention.quantity.value.step().times(Decimal::whole(mention.quantity.factor))?.half()?;
            Some(if is_mean { written.max(step) } else { written })
        };
        let slack_of_row = row.iter().try_fold(Decimal::ZERO, |sum, all| sum.plus(slack(all)?))?;
        let terms = figures(row.iter().map(|all| all.quantity), " + ");
        let shown_base = if row.len() > 1 { format!("({terms})") } else { terms.clone() };
        let mut operands = vec![Operand::of("rate", rate), Operand::of("complement", taken)];
        operands.extend(row.iter().map(|all| Operand::of("denominator", all)));
        Some(Self {
            rate,
            numerator: base.minus(less)?,
            denominator: base,
            shown: format!("({terms} − {}) ÷ {shown_base}", figure(taken.quantity)),
            operands,
            is_clear: row.iter().all(|all| mean::is_exact(all)) && mean::is_exact(taken),
            slack: (slack_of_row.plus(slack(taken)?)?, slack_of_row),
        })
    }

    /// The same, left open for the reason `note`.
    pub fn open(self, note: Text) -> Statement {
        let sign = if self.rate.quantity.precision == Precision::Exact { "≟" } else { "≈" };
        let equation = format!("{} {sign} {}", self.shown, figure(self.rate.quantity));
        Claim::new(ClaimKind::Rate, Status::Open, equation, Some(note), self.operands, None)
    }

    /// Whether counts that round to the written ones could give `written`: 1.36 万 of 1.37 万 may be 99.9%.
    fn meets_rounded(&self, written: Decimal, hundred: Decimal) -> Option<bool> {
        let (above, below) = self.slack;
        let per_hundred = |numerator: Decimal, denominator: Decimal| {
            numerator.times(hundred)?.div_rounded(denominator, written.places())
        };
        let least = per_hundred(self.numerator.minus(above)?, self.denominator.plus(below)?)?;
        let most = per_hundred(self.numerator.plus(above)?, self.denominator.minus(below)?)?;
        Some(least <= written && written <= most)
    }

    /// Whether the counts make something else than 约 allows: 约 49% is not said of 39%. By more than five points, and by more
    /// than a tenth of what is written.
    fn is_far_off(&self) -> Option<bool> {
        const POINTS: i128 = 5;
        let is_percent = self.rate.quantity.class() == Some(crate::facts::Class::Percent);
        let written = self.rate.quantity.value;
        let computed =
            self.numerator.times(Decimal::whole(100))?.div_rounded(self.denominator, written.places())?;
        let excess = computed.minus(written)?.abs();
        let is_beyond_a_tenth = excess.times(Decimal::whole(10))? > written.abs();
        Some(is_percent && is_beyond_a_tenth && excess > Decimal::whole(POINTS))
    }

    /// The claim, judged; `None` where the base is zero.
    pub fn judge(self) -> Option<Statement> {
        let is_about = self.rate.quantity.precision == Precision::Approximate;
        if !self.is_clear || (is_about && !self.is_far_off().unwrap_or(false)) {
            return Some(self.open(APPROXIMATE));
        }
        let hundred = Decimal::whole(if self.rate.quantity.class() == Some(crate::facts::Class::PerMille) {
            1000
        } else {
            100
        });
        let written = self.rate.quantity.value;
        let shown_rate = figure(self.rate.quantity);
        let sign = shown_rate.trim_start_matches(|ch: char| ch.is_ascii_digit() || ch == '.').to_owned();
        let computed = self.numerator.times(hundred)?.div_rounded(self.denominator, written.places())?;
        let excess = computed.minus(written)?;
        let is_exact = self.numerator.times(hundred)? == self.denominator.times(written)?;
        let is_even = self.numerator.times(hundred)? == self.denominator.times(computed)?;
        let bound = self.rate.quantity.precision;
        // 不足7% is not said of 7.4%: a bound is not rounded.
        let finer = self
            .numerator
            .times(hundred)?
            .div_rounded(self.denominator, written.places().saturating_add(1))?;
        let beyond = finer.minus(written)?;
        let meets_bound = match bound {
            Precision::AtLeast => !excess.is_negative() && !beyond.is_negative(),
            Precision::AtMost => beyond.is_negative() || beyond.is_zero(),
            // Half a tenth has a name of its own (八成五), so that 九成 is nearer than half of that.
            Precision::Rounded => beyond.abs().times(Decimal::whole(2))? <= Decimal::whole(5),
            _ => false,
        };
        let is_loose = [self.slack.0, self.slack.1].iter().any(|slack| !slack.is_zero());
        let meets_bound = meets_bound || (is_loose && self.meets_rounded(written, hundred).unwrap_or(false));
        // 2090 of 2091 are 100.0% where one place is written, but never 100%.
        let claims_all =
            written == hundred && bound == Precision::Exact && (written.places() == 0 || !excess.is_zero());
        // 办理 33.2 万人次，其中 7.4 万人次，占 22.4%: what the counts were before they were rounded makes it, and nothing is a place off.
        let meets_loosely =
            || is_loose && !claims_all && self.meets_rounded(written, hundred).unwrap_or(false);
        let is_rounded = bound == Precision::Exact && !is_exact && !excess.is_zero() && meets_loosely();
        let is_last_place = judge::is_last_place(excess, written) && !claims_all && !is_rounded;
        let (status, relation, note) = if bound != Precision::Exact {
            let relation = match bound {
                Precision::AtLeast => "≥",
                Precision::AtMost => "≤",
                _ => "≈",
            };
            let note = (bound == Precision::Rounded && !is_exact && meets_bound).then_some(ROUNDED);
            (if meets_bound { Status::Holds } else { Status::Broken }, relation, note)
        } else if is_exact {
            (Status::Holds, "=", None)
        } else if excess.is_zero() && !claims_all {
            (Status::Holds, "≈", None)
        } else if is_last_place {
            (Status::Holds, "≈", Some(if is_even { BESIDE_EXACT } else { LAST_PLACE }))
        } else if is_rounded {
            (Status::Holds, "≈", Some(ROUNDED))
        } else {
            (Status::Broken, "≠", None)
        };
        let exactly = self
            .numerator
            .times(hundred)?
            .div_rounded(self.denominator, written.places().saturating_add(2))?;
        // 1858 of 1862 rounds to 100%, but is not all of them: then the finer figure tells.
        let computed = match bound {
            Precision::Exact if computed.is_zero() => {
                told_from_nothing(self.numerator.times(hundred)?, self.denominator, computed)
            }
            Precision::Exact => trimmed(computed, exactly),
            _ if computed == finer => computed,
            _ => finer,
        };
        let equation = match status {
            Status::Broken => {
                format!("{} ≈ {computed}{sign} {} {shown_rate}", self.shown, negated(relation))
            }
            _ => format!("{} {relation} {shown_rate}", self.shown),
        };
        let reason = match (status, is_last_place && !excess.is_zero() && bound == Precision::Exact) {
            (Status::Broken, _) => Some(Reason::Arithmetic),
            (_, true) if is_even => Some(Reason::BesideExact),
            (_, true) => Some(Reason::LastPlace),
            _ => None,
        };
        let excess = computed.minus(written).unwrap_or_default();
        let certain = !matches!(bound, Precision::Rounded | Precision::Approximate);
        let fault = reason.map(|reason| Fault { computed, excess, certain, reason });
        Some(Claim::new(ClaimKind::Rate, status, equation, note, self.operands, fault))
    }
}

/// Whether both are spans of time, told in units of which nobody can say how many of one make the other.
fn is_of_another_calendar(one: &Quantity, other: &Quantity) -> bool {
    one.class() == other.class() && !one.is_in_unit_of(other)
}

/// `rounded`, which is nothing, with as many more places as `above` ÷ `below` needs to be told from nothing: 0.04, and not 0.0.
fn told_from_nothing(above: Decimal, below: Decimal, rounded: Decimal) -> Decimal {
    const MOST_PLACES: u8 = 6;
    let mut finer =
        (1..=MOST_PLACES).filter_map(|more| above.div_rounded(below, rounded.places().saturating_add(more)));
    finer.find(|value| !value.is_zero()).unwrap_or(rounded)
}

/// `rounded`, or the finer `exactly` where rounding hides the difference from a whole.
fn trimmed(rounded: Decimal, exactly: Decimal) -> Decimal {
    let hundred = Decimal::whole(100);
    if rounded == hundred && exactly != hundred { exactly } else { rounded }
}

fn negated(relation: &str) -> &str {
    match relation {
        "≥" => "<",
        "≤" => ">",
        _ => "≠",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_little_from_nothing() {
        let told = |above: i128, below: i128| {
            let rounded = Decimal::whole(above * 100).div_rounded(Decimal::whole(below), 1)?;
            let told = told_from_nothing(Decimal::whole(above * 100), Decimal::whole(below), rounded);
            Some(told.to_string())
        };
        assert_eq!(told(5, 12500).as_deref(), Some("0.04"));
        assert_eq!(told(2, 30000).as_deref(), Some("0.01"));
        assert_eq!(told(1, 250_000).as_deref(), Some("0.0004"));
        assert_eq!(told(0, 12500).as_deref(), Some("0.0"));
    }
}
