//! A rate or share that does not match the counts it is made of.
//!
//! *Invariant:* a rate that cannot be is left to `impossible-rate`.

use super::arithmetic;
use super::{Group, Rule, Sink};
use crate::claims::{Fault, Reason};
use crate::draft::Draft;
use crate::lang::Text;
use crate::review::{ClaimKind, Severity};

pub(super) const RULE: Rule = Rule {
    id: "rate-mismatch",
    group: Group::Numbers,
    severity: Severity::Warning,
    title: Text { zh: "比率与计数不符", en: "A rate does not match its counts" },
    page: page!("rate-mismatch"),
    check,
};

fn check(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    let impossible = |fault: &Fault| fault.reason == Reason::Impossible;
    for (claim, fault) in arithmetic::broken(draft, ClaimKind::Rate).filter(|(_, fault)| !impossible(fault)) {
        let Some(rate) = claim.operands_as("rate").next() else { continue };
        let (computed, written) = (fault.computed, rate.value);
        let quotient = claim.equation.split(" ≈ ").next().unwrap_or(&claim.equation);
        // A mean has a measure word of its own.
        let (computed_as, written_as) =
            (arithmetic::amount(computed, &rate.unit), arithmetic::amount(written, &rate.unit));
        let message = draft.lang.pick(
            format!("按文中数字计算应为 {computed_as}（{quotient}），文中写为 {written_as}。请核对比率和所用的数字。"),
            format!("The counts give {computed_as} ({quotient}), but the text says {written_as}. Check the rate and its counts."),
        );
        let finding = arithmetic::finding(sink, claim, fault, rate, message);
        sink.push(arithmetic::suggest(finding, draft, rate, computed));
    }
    for (claim, fault) in arithmetic::off_by_one(draft, ClaimKind::Rate) {
        let Some(rate) = claim.operands_as("rate").next() else { continue };
        let hint = arithmetic::last_place_hint(draft, sink, claim, fault, rate);
        sink.push(hint);
    }
}
