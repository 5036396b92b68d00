//! What the rules about arithmetic share: a broken claim becomes a finding with its evidence.
//!
//! *Invariant:* nothing is recomputed here; the claim says what is wrong.

use crate::claims::{Claim, Fault, Operand, Reason, is_one_slip};
use crate::draft::Draft;
use crate::facts::Decimal;
use crate::review::{ClaimKind, Safety, Severity, Status};
use crate::rules::{Finding, Sink};

/// The broken claims of `kind` with what is wrong.
pub fn broken<'a>(draft: &'a Draft<'_>, kind: ClaimKind) -> impl Iterator<Item = (&'a Claim, Fault)> {
    draft
        .claims
        .iter()
        .filter(move |claim| claim.kind == kind && claim.status == Status::Broken)
        .filter_map(|claim| Some((claim, claim.fault?)))
}

/// The claims of `kind` that hold but for one unit of the last place.
pub fn off_by_one<'a>(draft: &'a Draft<'_>, kind: ClaimKind) -> impl Iterator<Item = (&'a Claim, Fault)> {
    draft
        .claims
        .iter()
        .filter(move |claim| claim.kind == kind && claim.status == Status::Holds)
        .filter_map(|claim| Some((claim, claim.fault?)))
        .filter(|(_, fault)| matches!(fault.reason, Reason::LastPlace | Reason::BesideExact))
}

/// The hint that the last place of `written` is not what rounding gives.
pub fn last_place_hint(
    draft: &Draft<'_>,
    sink: &Sink<'_>,
    claim: &Claim,
    fault: Fault,
    written: &Operand,
) -> Finding {
    let (computed, value) = (amount(fault.computed, &written.unit), amount(written.value, &written.unit));
    let message = match fault.reason {
        Reason::BesideExact => draft.lang.pick(
            format!("按文中数字恰为 {computed}，无须四舍五入，文中写 {value}，末位差 1，请核对。"),
            format!("The figures give exactly {computed}, with nothing to round; the text says {value}, off by one in the last place. Please check."),
        ),
        _ => draft.lang.pick(
            format!("按文中数字四舍五入为 {computed}，文中写 {value}，末位差 1，可能是截尾或凑整，请确认。"),
            format!("Rounded, the figures give {computed}; the text says {value}, off by one in the last place. Truncated, or made to fit? Please confirm."),
        ),
    };
    let finding = finding(sink, claim, fault, written, message).with_severity(Severity::Hint);
    suggest(finding, draft, written, fault.computed)
}

/// A finding at `subject`, the figure that the others contradict, with all figures as evidence.
pub fn finding(sink: &Sink<'_>, claim: &Claim, fault: Fault, subject: &Operand, message: String) -> Finding {
    let mut finding = sink.finding(subject.span, message);
    for operand in &claim.operands {
        finding = finding.with_related(operand.span, operand.role, Some(operand.value.to_string()));
    }
    if fault.certain { finding } else { finding.with_severity(Severity::Warning) }
}

/// How many statements before and behind may hold the same figure.
const NEAR: usize = 100;

/// Whether another statement, one that holds, has the figure of `operand`.
fn is_confirmed(draft: &Draft<'_>, operand: &Operand) -> bool {
    let at = draft.claims.partition_point(|claim| claim.span.start < operand.span.start);
    let near = draft.claims.get(at.saturating_sub(NEAR)..(at + NEAR).min(draft.claims.len()));
    near.unwrap_or(&[]).iter().any(|claim| {
        claim.status == Status::Holds
            && matches!(claim.kind, ClaimKind::Total | ClaimKind::Flow | ClaimKind::Table)
            && claim.operands.iter().take(NEAR).any(|other| other.span == operand.span)
    })
}

/// The same with the suggestion to write `value` in `operand`, where it has digits to replace and no
/// other sum needs it as it is.
pub fn suggest(finding: Finding, draft: &Draft<'_>, operand: &Operand, value: Decimal) -> Finding {
    let Some(digits) = operand.digits.filter(|_| !value.is_negative()) else { return finding };
    if is_confirmed(draft, operand) {
        return finding;
    }
    let (written, unit) = (operand.value, &operand.unit);
    let (written, wanted) = (amount(written, unit), amount(value, unit));
    let title =
        draft.lang.pick(format!("将“{written}”改为“{wanted}”"), format!("Change “{written}” to “{wanted}”"));
    finding.with_fix(Safety::Suggest, title, digits, value.to_string())
}

/// The one operand of those in `roles` in which one altered digit, or two swapped ones, would make
/// the claim right, with the value that it would then have; nothing where several could be it.
pub fn slipped<'a>(claim: &'a Claim, fault: Fault, roles: &[(&str, i8)]) -> Option<(&'a Operand, Decimal)> {
    let mut candidates = claim.operands.iter().filter_map(|operand| {
        let (_, sign) = roles.iter().find(|(role, _)| *role == operand.role)?;
        let wanted = match sign {
            1 => operand.value.minus(fault.excess)?,
            _ => operand.value.plus(fault.excess)?,
        };
        // 9 项 is no slip for none at all.
        (!wanted.is_zero() && is_one_slip(operand.value, wanted)).then_some((operand, wanted))
    });
    let only = candidates.next()?;
    candidates.next().is_none().then_some(only)
}

/// What the slip explains, as a sentence to go behind the message.
pub fn slip_sentence(draft: &Draft<'_>, slip: Option<(&Operand, Decimal)>) -> String {
    match slip {
        Some((operand, wanted)) if !operand.label.is_empty() => draft.lang.pick(
            format!("若“{}”为 {wanted} 则相符。", operand.label),
            format!(" If “{}” were {wanted}, it would agree.", operand.label),
        ),
        _ => String::new(),
    }
}

/// `excess` in words: 多 1 项 or 少 1 项.
pub fn difference(draft: &Draft<'_>, excess: Decimal, unit: &str) -> String {
    let gap = amount(excess.abs(), unit);
    match excess.is_negative() {
        false => draft.lang.pick(format!("多 {gap}"), format!("{gap} too many")),
        true => draft.lang.pick(format!("少 {gap}"), format!("{gap} too few")),
    }
}

/// A figure with its unit as messages write it: 350 项, 4.86 万元, 97.6%.
pub fn amount(value: Decimal, unit: &str) -> String {
    match unit.trim() {
        "" => value.to_string(),
        sign @ ("%" | "‰") => format!("{value}{sign}"),
        unit => format!("{value} {unit}"),
    }
}
