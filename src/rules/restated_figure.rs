//! The same indicator with two figures.

use super::arithmetic;
use super::{Group, Rule, Sink};
use crate::draft::Draft;
use crate::lang::Text;
use crate::review::{ClaimKind, Severity};

pub(super) const RULE: Rule = Rule {
    id: "restated-figure",
    group: Group::Numbers,
    severity: Severity::Warning,
    title: Text { zh: "同一指标前后不一致", en: "The same indicator with two figures" },
    page: include_str!("../../rules/restated-figure.md"),
    check,
};

fn check(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    for (claim, fault) in arithmetic::broken(draft, ClaimKind::Restated) {
        let (Some(first), Some(again)) =
            (claim.operands_as("first").next(), claim.operands_as("again").next())
        else {
            continue;
        };
        let name = if first.label.is_empty() { String::new() } else { format!("“{}”", first.label) };
        let message = draft.lang.pick(
            format!(
                "{name}前文为 {} {}，此处为 {} {}，前后不一致。请核对以哪一个为准。",
                first.value, first.unit, again.value, again.unit
            ),
            format!(
                "{} was {} {} before and is {} {} here. Check which of the two is right.",
                if name.is_empty() { "It" } else { &name },
                first.value,
                first.unit,
                again.value,
                again.unit
            ),
        );
        let finding = arithmetic::finding(sink, claim, fault, again, message);
        sink.push(arithmetic::suggest(finding, draft, again, fault.computed));
    }
}
