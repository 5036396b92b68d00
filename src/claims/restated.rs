//! The same indicator twice: a figure restated must be the same figure.
//!
//! *Invariant:* two figures are one indicator only where the text names both alike and gives both
//! the same part: the stock after a change, and the share of a total in the same paragraph.

use super::{Claim, Fault, Operand, Statement};
use crate::review::{ClaimKind, Status};

/// A closing stock that the same paragraph also names as a part of a total.
///
/// 权责清单共 350 项，其中行政许可 16 项 … 行政许可原有 27 项，调整后行政许可共 16 项.
pub fn claims(known: &[Statement], out: &mut Vec<Statement>) {
    for flow in known.iter().filter(|statement| statement.kind == ClaimKind::Flow) {
        let (Some(opening), Some(closing)) = (flow.operands.first(), flow.operands.last()) else { continue };
        let subject = opening.label.as_str();
        if subject.chars().count() < 2 {
            continue;
        }
        let part = known
            .iter()
            .filter(|statement| statement.kind == ClaimKind::Total && !statement.span.overlaps(flow.span))
            .flat_map(|statement| &statement.operands)
            .find(|operand| {
                operand.role == "part" && operand.label == subject && operand.unit == closing.unit
            });
        if let Some(part) = part {
            out.push(compare(part, closing));
        }
    }
}

fn compare(first: &Operand<crate::source::ViewSpan>, again: &Operand<crate::source::ViewSpan>) -> Statement {
    let same = first.value == again.value;
    let (status, sign) = if same { (Status::Holds, "=") } else { (Status::Broken, "≠") };
    let equation = format!("{} {sign} {}", first.value, again.value);
    let fault = (!same).then(|| Fault {
        computed: first.value,
        excess: first.value.minus(again.value).unwrap_or_default(),
        certain: false,
    });
    let operands =
        vec![Operand { role: "first", ..first.clone() }, Operand { role: "again", ..again.clone() }];
    Claim::new(ClaimKind::Restated, status, equation, None, operands, fault)
}
