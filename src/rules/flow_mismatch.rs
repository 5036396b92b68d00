//! A closing stock that opening, inflow and outflow do not give.

use super::arithmetic;
use super::{Group, Rule, Sink};
use crate::draft::Draft;
use crate::facts::Decimal;
use crate::lang::Text;
use crate::review::{ClaimKind, Severity};

pub(super) const RULE: Rule = Rule {
    id: "flow-mismatch",
    group: Group::Numbers,
    severity: Severity::Error,
    title: Text {
        zh: "增减变动后的数与期末数不符",
        en: "Opening and movements do not give the closing figure",
    },
    page: include_str!("../../rules/flow-mismatch.md"),
    check,
};

fn check(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    for (claim, fault) in arithmetic::broken(draft, ClaimKind::Flow) {
        let Some(closing) = claim.operands_as("closing").next() else { continue };
        let (unit, computed, written) = (closing.unit.trim(), fault.computed, closing.value);
        let sum = claim.equation.split(" ≠ ").next().unwrap_or(&claim.equation);
        let slip = arithmetic::slipped(
            claim,
            fault,
            &[("opening", 1), ("inflow", 1), ("outflow", -1), ("closing", -1)],
        )
        .filter(|(operand, _)| operand.role != "closing");
        let explained = arithmetic::slip_sentence(draft, slip);
        // Only what is on a list can be renamed or amended.
        let renamed = if matches!(unit, "项" | "件" | "部") {
            "修改名称、调整依据等不影响数量。"
        } else {
            ""
        };
        let message = draft.lang.pick(
            format!(
                "按增减变动计算应为 {computed} {unit}（{sum}），文中写 {written} {unit}，{}。{renamed}请核对各数。{explained}",
                overshoot(fault.excess, unit)
            ),
            format!(
                "The movements give {computed} {unit} ({sum}), the text says {written} {unit}, a difference of {}. Renaming or amending does not change the number. Check the figures.{explained}",
                fault.excess.abs()
            ),
        );
        let mut finding = arithmetic::finding(sink, claim, fault, closing, message);
        finding = arithmetic::suggest(finding, draft, closing, computed);
        if let Some((operand, wanted)) = slip {
            finding = arithmetic::suggest(finding, draft, operand, wanted);
        }
        sink.push(finding);
    }
}

/// How much more or less than computed is written, from computed − written.
fn overshoot(excess: Decimal, unit: &str) -> String {
    let way = if excess.is_negative() { "多" } else { "少" };
    format!("{way}写了 {} {unit}", excess.abs())
}
