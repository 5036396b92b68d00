//! A closing stock that opening, inflow and outflow do not give.
//!
//! *Invariant:* judges nothing itself; what is broken is a claim already.

use super::arithmetic;
use super::{Group, Rule, Sink};
use crate::draft::Draft;
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
    page: page!("flow-mismatch"),
    check,
};

fn check(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    for (claim, fault) in arithmetic::broken(draft, ClaimKind::Flow) {
        let Some(closing) = claim.operands_as("closing").next() else { continue };
        let result = arithmetic::amount(fault.computed, &closing.unit);
        let written = arithmetic::amount(closing.value, &closing.unit);
        let gap = arithmetic::amount(fault.excess.abs(), &closing.unit);
        let sum = claim.equation.split(" ≠ ").next().unwrap_or(&claim.equation);
        // 较年初减少 188 户，其中退出 590 户、新纳入 402 户: of a loss what came in takes away.
        let is_loss = claim.operands.first().is_some_and(|first| first.role == "outflow");
        let (came, went) = if is_loss { (-1, 1) } else { (1, -1) };
        let signs = [("opening", 1), ("inflow", came), ("outflow", went), ("closing", -1)];
        let slip = arithmetic::slipped(claim, fault, &signs).filter(|(operand, _)| operand.role != "closing");
        let explained = arithmetic::slip_sentence(draft, slip);
        // Whoever counts what was only renamed as new gets such a difference.
        let renamed =
            match claim.operands.iter().any(|operand| operand.role == "opening" && operand.unit == "项") {
                true => draft.lang.pick(
                    "修改名称、调整依据不改变数量。",
                    "Renaming or amending does not change the number. ",
                ),
                false => "",
            };
        let asked = match claim.operands_as("opening").next() {
            Some(_) => draft
                .lang
                .pick("期初、增减和期末各数", "the opening figure, the movements and the closing figure"),
            None => draft.lang.pick("增减各数和净数", "the movements and the net figure"),
        };
        let message = draft.lang.pick(
            format!(
                "按增减变动计算应为 {result}（{sum}），文中写为 {written}，相差 {gap}。{renamed}请核对{asked}。{explained}"
            ),
            format!(
                "The movements give {result} ({sum}), but the text says {written}: a difference of {gap}. {renamed}Check {asked}.{explained}"
            ),
        );
        let mut finding = arithmetic::finding(sink, claim, fault, closing, message);
        finding = arithmetic::suggest(finding, draft, closing, fault.computed);
        if let Some((operand, wanted)) = slip {
            finding = arithmetic::suggest(finding, draft, operand, wanted);
        }
        sink.push(finding);
    }
}
