//! A stated number of things beside a list of more or fewer.
//!
//! *Invariant:* judges nothing itself; what is broken is a claim already.

use super::arithmetic;
use super::{Group, Rule, Sink};
use crate::draft::Draft;
use crate::lang::Text;
use crate::review::{ClaimKind, Severity};

pub(super) const RULE: Rule = Rule {
    id: "count-mismatch",
    group: Group::Numbers,
    severity: Severity::Error,
    title: Text { zh: "所写个数与列举不符", en: "The stated number differs from the list" },
    page: page!("count-mismatch"),
    check,
};

fn check(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    for (claim, fault) in arithmetic::broken(draft, ClaimKind::Count) {
        let Some(stated) = claim.operands_as("stated").next() else { continue };
        let (quote, listed) = (draft.source.quote(stated.span), fault.computed);
        // 五大领域 counts things, not 大.
        let unit = Some(stated.unit.trim())
            .filter(|unit| !matches!(*unit, "" | "大" | "方面" | "环节" | "领域"))
            .unwrap_or("个");
        let message = if claim.equation.contains('>') {
            draft.lang.pick(
                format!("“{quote}”之前已列出 {listed} {unit}，比所写的还多。请核对个数和所列内容。"),
                format!(
                    "{listed} are listed before “{quote}”, more than it says. Check the number and the list."
                ),
            )
        } else {
            draft.lang.pick(
                format!("文中写“{quote}”，实际列出 {listed} {unit}。请核对个数，或者补齐、删减所列内容。"),
                format!(
                    "The text says “{quote}”, but lists {listed}. Check the number, or correct the list."
                ),
            )
        };
        let finding = arithmetic::finding(sink, claim, fault, stated, message);
        sink.push(arithmetic::suggest(finding, draft, stated, listed));
    }
}
