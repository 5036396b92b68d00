//! One computed cell: what it should be, and what is to be said of it.
//!
//! *Invariant:* a last place off by one is let pass, and what was rounded before it was divided as well.

use super::super::Place;
use super::super::grid::Grid;
use super::super::verdict::{Check, Verdict};
use crate::claims::judge::{Interval, Sum};
use crate::claims::notes::NO_SIGN;
use crate::claims::{Claim, Fault, Operand, Reason, Statement, figure};
use crate::facts::Decimal;
use crate::review::{ClaimKind, Status};
use crate::source::ViewSpan;

/// How a column is computed from two others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Formula {
    /// First ÷ second.
    Quotient,
    /// (second − first) ÷ second: 压缩比, 降幅.
    Saved,
    /// (first − second) ÷ second: 增长率.
    Growth,
    /// first − second: 增减.
    Difference,
    /// second − first: 压减时限.
    Less,
}

/// One computed cell: the written result and what it is computed from.
pub struct Computed {
    pub formula: Formula,
    pub result: Place,
    pub first: Place,
    pub second: Place,
}

/// The check of one computed cell; `None` where a cell is blank or the base is nothing.
pub fn check(grid: &Grid, subject: Computed) -> Option<Check<Computed>> {
    let written = grid.at(subject.result)?;
    let (first, second) = (grid.at(subject.first)?, grid.at(subject.second)?);
    let have_units = first.measure.is_some() && second.measure.is_some();
    if have_units && !first.is_in_unit_of(second) {
        return None;
    }
    let is_difference = matches!(subject.formula, Formula::Difference | Formula::Less);
    if is_difference && have_units && written.measure.is_some() && !written.is_in_unit_of(first) {
        return None;
    }
    let zero = Decimal::ZERO;
    let is_blank = second.value <= zero || first.value < zero;
    if !is_difference && is_blank {
        return None;
    }
    let sum = compute(grid, &subject, written.value).unwrap_or(Sum::Unclear);
    Some(Check {
        written: written.value,
        parts: Vec::new(),
        is_telling: !first.value.is_zero() && first.value != second.value,
        sum,
        subject,
    })
}

/// What `subject` comes to, against what is `written`; a last place off by one is let pass.
fn compute(grid: &Grid, subject: &Computed, written: Decimal) -> Option<Sum> {
    let (first, second) = (grid.interval(subject.first)?, grid.interval(subject.second)?);
    let value = |first: Decimal, second: Decimal| -> Option<Decimal> {
        let above = match subject.formula {
            Formula::Quotient => first,
            Formula::Saved | Formula::Less => second.minus(first)?,
            Formula::Growth | Formula::Difference => first.minus(second)?,
        };
        match subject.formula {
            Formula::Difference | Formula::Less => Some(above),
            _ => above.times(Decimal::whole(100))?.div_rounded(second, written.places()),
        }
    };
    let ends = |interval: Interval| -> Option<[Decimal; 2]> {
        Some([interval.value.minus(interval.tolerance)?, interval.value.plus(interval.tolerance)?])
    };
    let mut values = Vec::with_capacity(4);
    for first in ends(first)? {
        for second in ends(second)? {
            values.push(value(first, second)?);
        }
    }
    let step = match subject.formula {
        Formula::Difference | Formula::Less => grid.interval(subject.result)?.tolerance,
        _ => written.step(),
    };
    let (low, high) = (values.iter().min()?.minus(step)?, values.iter().max()?.plus(step)?);
    if low <= written && written <= high {
        return Some(Sum::Meets);
    }
    let computed = value(first.value, second.value)?;
    // Some write a fall without its sign.
    if computed.is_negative() && computed.abs() == written {
        return Some(Sum::Unclear);
    }
    Some(Sum::Off { computed, excess: computed.minus(written)? })
}

/// The statement that `check` makes, with its `verdict`.
pub fn statement(grid: &Grid, check: &Check<Computed>, verdict: Verdict) -> Option<Statement> {
    let Computed { formula, result, first, second } = check.subject;
    let (a, b) = (figure(grid.at(first)?), figure(grid.at(second)?));
    let percent = if matches!(formula, Formula::Difference | Formula::Less) { "" } else { "%" };
    let terms = match formula {
        Formula::Quotient => format!("{a} ÷ {b}"),
        Formula::Saved => format!("({b} − {a}) ÷ {b}"),
        Formula::Growth => format!("({a} − {b}) ÷ {b}"),
        Formula::Difference => format!("{a} − {b}"),
        Formula::Less => format!("{b} − {a}"),
    };
    let written = format!("{}{percent}", grid.at(result)?.value);
    let is = if percent.is_empty() { "=" } else { "≈" };
    let (status, equation, note, fault) = match (verdict, check.sum) {
        (Verdict::Broken { certain }, Sum::Off { computed, excess }) => (
            Status::Broken,
            format!("{terms} {is} {computed}{percent} ≠ {written}"),
            None,
            Some(Fault { computed, excess, certain, reason: Reason::Arithmetic }),
        ),
        (Verdict::Holds, _) => (Status::Holds, format!("{terms} {is} {written}"), None, None),
        (Verdict::Open(note), Sum::Off { .. }) => {
            (Status::Open, format!("{terms} ≈ {written}"), Some(note), None)
        }
        _ => (Status::Open, format!("{terms} ≈ {written}"), Some(NO_SIGN), None),
    };
    let (kind, operands) = operands(grid, &check.subject)?;
    Some(Claim::new(kind, status, equation, note, operands, fault))
}

fn operands(grid: &Grid, subject: &Computed) -> Option<(ClaimKind, Vec<Operand<ViewSpan>>)> {
    let (kind, roles) = match subject.formula {
        Formula::Quotient => (ClaimKind::Rate, ["rate", "numerator", "denominator"]),
        Formula::Saved => (ClaimKind::Rate, ["rate", "complement", "denominator"]),
        Formula::Growth | Formula::Difference | Formula::Less => {
            (ClaimKind::Table, ["change", "current", "previous"])
        }
    };
    let places = [subject.result, subject.first, subject.second];
    let operands: Option<Vec<_>> =
        roles.into_iter().zip(places).map(|(role, place)| grid.operand(role, place)).collect();
    Some((kind, operands?))
}
