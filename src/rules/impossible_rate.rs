//! A rate of completion above 100%, and shares of one whole that are more than it.
//!
//! *Invariant:* speaks only where the claim itself says that the rate cannot be.

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
    page: page!("impossible-rate"),
    check,
};

fn check(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    let faults =
        arithmetic::broken(draft, ClaimKind::Rate).filter(|(_, fault)| fault.reason == Reason::Impossible);
    for (claim, fault) in faults {
        let Some(rate) = claim.operands_as("rate").next() else { continue };
        // Shares of one whole, each of which could be.
        if claim.operands_as("part").next().is_some() {
            let sum = fault.computed;
            let message = draft.lang.pick(
                format!("所列各项占比之和为 {sum}%，超过了 100%。各项是同一整体中互不重叠的份额，合计不会超过 100%。请核对各项占比。"),
                format!("The shares add up to {sum}%. They are parts of one whole that do not overlap, and cannot exceed 100% together. Check them."),
            );
            sink.push(arithmetic::finding(sink, claim, fault, rate, message));
            continue;
        }
        let message = draft.lang.pick(
            format!(
                "“{}”写为 {}%，超过了 100%。这类比率是完成数与应完成数之比，不会超过 100%。请核对。",
                rate.label, rate.value
            ),
            format!(
                "“{}” is given as {}%. What was done cannot exceed 100% of what there was to do. Check the rate.",
                rate.label, rate.value
            ),
        );
        sink.push(arithmetic::finding(sink, claim, fault, rate, message));
    }
}
