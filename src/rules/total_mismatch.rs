//! Parts that the text says are all, but that do not add up to their total.
//!
//! *Invariant:* judges nothing itself; no fix of a figure is safe.

use super::arithmetic;
use super::{Group, Rule, Sink};
use crate::draft::Draft;
use crate::facts::Decimal;
use crate::lang::Text;
use crate::review::{ClaimKind, Severity};

pub(super) const RULE: Rule = Rule {
    id: "total-mismatch",
    group: Group::Numbers,
    severity: Severity::Error,
    title: Text { zh: "分项之和与总数不符", en: "Parts do not add up to their total" },
    page: page!("total-mismatch"),
    check,
};

fn check(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    for (claim, fault) in arithmetic::broken(draft, ClaimKind::Total) {
        let Some(total) = claim.operands_as("total").next() else { continue };
        let unit = total.unit.trim();
        let gap = arithmetic::difference(draft, fault.excess, unit);
        let sum = arithmetic::amount(fault.computed, unit);
        let written = arithmetic::amount(total.value, unit);
        let slip = arithmetic::slipped(claim, fault, &[("part", 1), ("total", -1)]);
        let explained = arithmetic::slip_sentence(draft, slip.filter(|(operand, _)| operand.role == "part"));
        let message = if let Some((product, _)) =
            claim.equation.split_once(" = ").filter(|(product, _)| product.contains('×'))
        {
            // 6 个街道各 2 名: no list of parts, but so many of each.
            draft.lang.pick(
                format!("按每份的数量计算应为 {sum}（{product}），文中写为 {written}。请核对各处数量。"),
                format!(
                    "So many of each make {sum} ({product}), but the text says {written}. Check the figures."
                ),
            )
        } else if fault.certain {
            draft.lang.pick(
                format!("各分项之和为 {sum}，比总数 {written}{gap}。请核对总数和各分项。{explained}"),
                format!(
                    "The parts add up to {sum}, but the total is given as {written}: {gap}. Check the total and the parts.{explained}"
                ),
            )
        } else {
            let is_close = is_close(fault.excess, total.value);
            let (near_zh, near_en) = if is_close {
                ("，相差很小", "close to the total of")
            } else {
                ("", "against a total of")
            };
            draft.lang.pick(
                format!("所列各项之和为 {sum}，比 {written}{gap}{near_zh}。如果各项已经列全，请核对。{explained}"),
                format!(
                    "The items listed add up to {sum}, {near_en} {written} but not equal: {gap}. If the list is meant to be complete, check it.{explained}"
                ),
            )
        };
        let mut finding = arithmetic::finding(sink, claim, fault, total, message);
        finding = arithmetic::suggest(finding, draft, total, fault.computed);
        if let Some((operand, wanted)) = slip.filter(|(operand, _)| operand.role == "part") {
            finding = arithmetic::suggest(finding, draft, operand, wanted);
        }
        sink.push(finding);
    }
}

/// Whether `excess` is no more than a tenth of `total`.
fn is_close(excess: Decimal, total: Decimal) -> bool {
    excess.abs().times(Decimal::whole(10)).is_some_and(|tenfold| tenfold <= total.abs())
}
