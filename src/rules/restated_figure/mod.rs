//! The same thing with two figures: an indicator, the number and the years of a document ([`document`]), or the day from
//! which it is in force ([`in_force`]), or the day of a meeting ([`meeting`]).
//!
//! *Invariant:* of two figures of an indicator the later is reported, and the earlier one is its evidence.

mod document;
mod in_force;
mod meeting;

use super::arithmetic;
use super::{Group, Rule, Sink};
use crate::draft::Draft;
use crate::lang::Text;
use crate::review::{ClaimKind, Severity};

pub(super) static RULE: Rule = Rule {
    id: "restated-figure",
    group: Group::Numbers,
    severity: Severity::Warning,
    title: Text { zh: "同一指标、文件前后不一致", en: "The same thing with two figures" },
    page: page!("restated-figure"),
    check,
};

fn check(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    indicators(draft, sink);
    document::check(draft, sink);
    in_force::check(draft, sink);
    meeting::check(draft, sink);
}

fn indicators(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    for (claim, fault) in arithmetic::broken(draft, ClaimKind::Restated) {
        let (Some(first), Some(again)) =
            (claim.operands_as("first").next(), claim.operands_as("again").next())
        else {
            continue;
        };
        let before = arithmetic::amount(first.value, &first.unit);
        let here = arithmetic::amount(again.value, &again.unit);
        let message = match first.label.as_str() {
            "" => draft.lang.pick(
                format!("前文为 {before}，此处为 {here}，前后不一致。请核对以哪个为准。"),
                format!("It was {before} before and is {here} here. Check which of the two is right."),
            ),
            label => draft.lang.pick(
                format!("“{label}”前文为 {before}，此处为 {here}，前后不一致。请核对以哪个为准。"),
                format!("“{label}” was {before} before and is {here} here. Check which of the two is right."),
            ),
        };
        let finding = arithmetic::finding(sink, claim, fault, again, message);
        sink.push(arithmetic::suggest(finding, draft, again, fault.computed));
    }
}
