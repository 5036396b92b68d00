//! The claims about a whole and its parts: `total` and `subset`, with their equations.
//!
//! *Invariant:* what is approximate or too large is open, never wrong.

use crate::claims::judge::{self, Sum};
use crate::claims::statement::Mention;
use crate::claims::{Claim, Fault, Operand, Reason, Statement, figure, figures, notes};
use crate::facts::{Decimal, Precision, Quantity};
use crate::lang::Text;
use crate::review::{ClaimKind, Status};
use crate::source::ViewSpan;

/// The total `whole` of `parts`, as `sum` and `status` say.
pub fn total(
    whole: &Mention<'_>,
    parts: &[&Mention<'_>],
    sum: Sum,
    status: Status,
    certain: bool,
) -> Statement {
    let operands = operands("total", whole, parts);
    let terms = figures(parts.iter().map(|part| part.quantity), " + ");
    let written = figure(whole.quantity);
    let signed: Vec<(i8, &Quantity)> = parts.iter().map(|part| (1, part.quantity)).collect();
    let is_rounded = status == Status::Holds && !judge::is_even(&signed, whole.quantity);
    let (equation, fault) = match sum {
        Sum::Off { computed, excess } if status == Status::Broken => (
            format!("{terms} = {computed}{} ≠ {written}", whole.quantity.scale()),
            Some(Fault { computed, excess, certain, reason: Reason::Arithmetic }),
        ),
        _ if status == Status::Open || is_rounded => (format!("{terms} ≈ {written}"), None),
        _ => (format!("{terms} = {written}"), None),
    };
    let note = match (status, sum) {
        (Status::Open, _) => Some(notes::APPROXIMATE),
        _ if is_rounded => Some(notes::ROUNDED),
        _ => None,
    };
    Claim::new(ClaimKind::Total, status, equation, note, operands, fault)
}

/// The operands of a statement: the whole in the part `role`, and its parts.
fn operands(role: &'static str, whole: &Mention<'_>, parts: &[&Mention<'_>]) -> Vec<Operand<ViewSpan>> {
    let parts = parts.iter().map(|part| Operand::of("part", part));
    let mut operands = Vec::with_capacity(1 + parts.len());
    operands.push(Operand::of(role, whole));
    operands.extend(parts);
    operands
}

/// That none of `parts` is more than `whole`.
pub fn subset(whole: &Mention<'_>, parts: &[&Mention<'_>]) -> Statement {
    let operands = operands("whole", whole, parts);
    let exceeding = parts.iter().find(|part| exceeds(part, whole));
    let is_clear = |mention: &Mention<'_>| mention.quantity.precision == Precision::Exact;
    let clear = is_clear(whole) && parts.iter().all(|part| is_clear(part));
    let is_held = parts.iter().all(|part| surplus(part, whole).is_some());
    let (status, fault) = match exceeding {
        Some(part) => {
            let computed = part.quantity.value;
            let excess = surplus(part, whole).unwrap_or_default();
            (Status::Broken, Some(Fault { computed, excess, certain: true, reason: Reason::Arithmetic }))
        }
        None if clear && is_held => (Status::Holds, None),
        None => (Status::Open, None),
    };
    let written = figure(whole.quantity);
    let sign = if exceeding.is_some() { ">" } else { "≤" };
    let shown = match exceeding {
        Some(part) => figure(part.quantity),
        None => figures(parts.iter().map(|part| part.quantity), "、"),
    };
    let equation = format!("{shown} {sign} {written}");
    let reason = if clear {
        Text { zh: "数字过大，不作比较", en: "a figure is too large; it is not compared" }
    } else {
        Text { zh: "有约数，不作比较", en: "an approximate figure; it is not compared" }
    };
    let note = (status == Status::Open).then_some(reason);
    Claim::new(ClaimKind::Subset, status, equation, note, operands, fault)
}

/// By how much `part` is more than `whole`, in the unit of the part.
fn surplus(part: &Mention<'_>, whole: &Mention<'_>) -> Option<Decimal> {
    part.quantity.base()?.minus(whole.quantity.base()?)?.divided_by_power(part.quantity.factor)
}

/// Whether `part` is more than `whole`, both exact.
pub fn exceeds(part: &Mention<'_>, whole: &Mention<'_>) -> bool {
    let exact = |mention: &Mention<'_>| mention.quantity.precision == Precision::Exact;
    let surplus = || {
        let slack = part.quantity.tolerance()?.plus(whole.quantity.tolerance()?)?;
        Some(part.quantity.base()?.minus(whole.quantity.base()?)? > slack)
    };
    exact(part) && exact(whole) && surplus().unwrap_or(false)
}
