//! A stated number of things beside a list of more or fewer.

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
    page: include_str!("../../rules/count-mismatch.md"),
    check,
};

fn check(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    for (claim, fault) in arithmetic::broken(draft, ClaimKind::Count) {
        let Some(stated) = claim.operands_as("stated").next() else { continue };
        let (listed, written) = (fault.computed, stated.value);
        let quote = draft.source.quote(stated.span);
        // 六大领域 are six of them: 大 and the nouns that count themselves need a measure word.
        let unit = match stated.unit.trim() {
            "大" | "方面" | "环节" | "领域" | "级" => "个",
            unit => unit,
        };
        let message = if claim.equation.contains('>') {
            draft.lang.pick(
                format!("“等”字前已列出 {listed} {unit}，多于所写的“{quote}”。请核对个数。"),
                format!("{listed} are listed before “and others, {written} in all”: more than stated. Check the number."),
            )
        } else {
            draft.lang.pick(
                format!("文中写“{quote}”，实际列出 {listed} {unit}。请核对个数，或补齐、删减所列内容。"),
                format!("The text says {written} {unit}, but lists {listed}. Check the number, or complete the list."),
            )
        };
        let finding = arithmetic::finding(sink, claim, fault, stated, message);
        sink.push(arithmetic::suggest(finding, draft, stated, listed));
    }
}
