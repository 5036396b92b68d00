//! A growth that the two figures do not give, or in the wrong direction.
//!
//! *Invariant:* judges nothing itself; in which way a growth is wrong the claim says.

use super::arithmetic;
use super::{Group, Rule, Sink};
use crate::claims::{Fault, Operand, Reason};
use crate::draft::Draft;
use crate::lang::Text;
use crate::review::{ClaimKind, Severity};

pub(super) const RULE: Rule = Rule {
    id: "growth-mismatch",
    group: Group::Numbers,
    severity: Severity::Warning,
    title: Text { zh: "增减幅度与两期数字不符", en: "A growth does not match its two figures" },
    page: page!("growth-mismatch"),
    check,
};

fn check(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    for (claim, fault) in arithmetic::broken(draft, ClaimKind::Growth) {
        // Without one of the two figures the text gives the change in amount.
        let current = claim.operands_as("current").next();
        let previous = claim.operands_as("previous").next();
        let Some(change) = claim.operands_as("change").next() else {
            if let Some((now, before)) = current.zip(previous) {
                sink.push(arithmetic::finding(sink, claim, fault, now, contrary(draft, fault, now, before)));
            }
            continue;
        };
        let result = arithmetic::amount(fault.computed, &change.unit);
        let written = arithmetic::amount(change.value, &change.unit);
        let sum = claim.equation.split(" ≠ ").next().unwrap_or(&claim.equation);
        let quotient = sum.split(" ≈ ").next().and_then(|sum| sum.split(" = ").next()).unwrap_or(sum);
        let message = match (fault.reason, current, previous) {
            (Reason::WrongDirection, Some(current), Some(previous)) => {
                // The equation shows what the text says behind its ≠.
                let way = if claim.equation.contains("≠ −") { ("增加", "rise") } else { ("减少", "fall") };
                let (now, before) = (with_unit(current), with_unit(previous));
                draft.lang.pick(
                    format!("由“{before}”到“{now}”是{}，文中的增减方向写反了（{sum}）。请核对用词和数字。", way.0),
                    format!("From {before} to {now} is a {}, but the text says the opposite ({sum}). Check the wording and the figures.", way.1),
                )
            }
            (Reason::NotLevel, Some(current), Some(previous)) => {
                let (now, before) = (with_unit(current), with_unit(previous));
                draft.lang.pick(
                    format!("文中说“持平”，两期数字却不同：本期 {now}，上期 {before}。请核对数字，或写明增减。"),
                    format!("The text calls the two figures level, but they differ: {now} now, {before} before. Check the figures, or say by how much they changed."),
                )
            }
            (Reason::WrongBase, Some(current), _) => draft.lang.pick(
                format!("增减幅度应以上期数为基数，计算应为 {result}（{quotient}）；文中的 {written} 是误以本期数 {} 为基数得出的。请核对。", current.value),
                format!("A change is measured against the earlier figure, which gives {result} ({quotient}); the {written} in the text comes from dividing by the present figure, {}. Check it.", current.value),
            ),
            (_, None, _) => draft.lang.pick(
                format!("按上期数和增减数计算应为 {result}（{quotient}），文中写为 {written}。请核对这三个数字。"),
                format!("The earlier figure and its change in amount give {result} ({quotient}), but the text says {written}. Check all three."),
            ),
            (_, _, None) => draft.lang.pick(
                format!("按本期数和增减数计算应为 {result}（{quotient}），文中写为 {written}。请核对这三个数字。"),
                format!("The figure and its change in amount give {result} ({quotient}), but the text says {written}. Check all three."),
            ),
            _ => draft.lang.pick(
                format!("按两期数字计算应为 {result}（{quotient}），文中写为 {written}。请核对。"),
                format!("The two figures give {result} ({quotient}), but the text says {written}. Check all three."),
            ),
        };
        let mut finding = arithmetic::finding(sink, claim, fault, change, message);
        if !matches!(fault.reason, Reason::WrongDirection | Reason::NotLevel) {
            finding = arithmetic::suggest(finding, draft, change, fault.computed);
        }
        sink.push(finding);
    }
    for (claim, fault) in arithmetic::off_by_one(draft, ClaimKind::Growth) {
        let Some(change) = claim.operands_as("change").next() else { continue };
        let hint = arithmetic::last_place_hint(draft, sink, claim, fault, change);
        sink.push(hint);
    }
}

/// What is said of a verb that tells the other way.
fn contrary(draft: &Draft<'_>, fault: Fault, now: &Operand, before: &Operand) -> String {
    let is_fall = fault.computed.is_negative();
    let (now, before) = (with_unit(now), with_unit(before));
    let zh = if is_fall { ("减少", "增加") } else { ("增加", "减少") };
    let en = if is_fall { ("fall", "rise") } else { ("rise", "fall") };
    draft.lang.pick(
        format!("由“{before}”到“{now}”是{}，文中的用词却是{}。请核对用词和数字。", zh.0, zh.1),
        format!(
            "From {before} to {now} is a {}, but the verb tells of a {}. Check the wording and the figures.",
            en.0, en.1
        ),
    )
}

fn with_unit(operand: &Operand) -> String {
    arithmetic::amount(operand.value, &operand.unit)
}
