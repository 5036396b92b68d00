//! A part that is larger than the whole it is taken from.
//!
//! *Invariant:* one part alone exceeds its whole; sums are left to `total-mismatch`.

use super::arithmetic;
use super::{Group, Rule, Sink};
use crate::claims::Reason;
use crate::draft::Draft;
use crate::lang::Text;
use crate::review::{ClaimKind, Severity};

pub(super) const RULE: Rule = Rule {
    id: "subset-exceeds",
    group: Group::Numbers,
    severity: Severity::Error,
    title: Text { zh: "“其中”大于总数", en: "A part exceeds its whole" },
    page: page!("subset-exceeds"),
    check,
};

fn check(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    for (claim, fault) in arithmetic::broken(draft, ClaimKind::Subset) {
        let Some(whole) = claim.operands_as("whole").next() else { continue };
        let Some(part) = claim.operands_as("part").find(|part| part.value == fault.computed) else {
            continue;
        };
        let gap = arithmetic::difference(draft, fault.excess, part.unit.trim());
        let larger = arithmetic::amount(part.value, &part.unit);
        let all = arithmetic::amount(whole.value, &whole.unit);
        let message = match fault.reason {
            Reason::Impossible => draft.lang.pick(
                format!("{larger}出自前面的 {all}，{gap}。做成的不会比原有的多，请核对这两个数字。"),
                format!("{larger} came of {all}: {gap}. No more can come of things than there were. Check both figures."),
            ),
            _ => draft.lang.pick(
                format!("“其中”所列的 {larger}大于总数 {all}，{gap}。部分不会大于整体，请核对这两个数字。"),
                format!(
                    "{larger} is given as part of {all}: {gap}. A part cannot exceed its whole. Check both figures."
                ),
            ),
        };
        sink.push(arithmetic::finding(sink, claim, fault, part, message));
    }
}
