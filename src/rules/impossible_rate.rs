//! A rate of completion above 100%.

use super::arithmetic;
use super::{Group, Rule, Sink};
use crate::claims::Reason;
use crate::draft::Draft;
use crate::lang::Text;
use crate::review::{ClaimKind, Severity};

pub(super) const RULE: Rule = Rule {
    id: "impossible-rate",
    group: Group::Numbers,
    severity: Severity::Error,
    title: Text { zh: "比率超过 100%", en: "A rate above 100%" },
    page: include_str!("../../rules/impossible-rate.md"),
    check,
};

fn check(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    let faults =
        arithmetic::broken(draft, ClaimKind::Rate).filter(|(_, fault)| fault.reason == Reason::Impossible);
    for (claim, fault) in faults {
        let Some(rate) = claim.operands_as("rate").next() else { continue };
        let message = draft.lang.pick(
            format!(
                "“{}”为 {}%，超过 100%。办结、合格一类的比率是部分与整体之比，不会超过 100%，请核对。",
                rate.label, rate.value
            ),
            format!(
                "“{}” is {}%. A rate of what was done out of what there was cannot exceed 100%; check it.",
                rate.label, rate.value
            ),
        );
        sink.push(arithmetic::finding(sink, claim, fault, rate, message));
    }
}
