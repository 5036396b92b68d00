//! A total in a table that is not the sum of its rows or columns, or a difference that is not one.
//!
//! *Invariant:* judges nothing itself; a figure in which two broken sums cross is named in both.

use std::borrow::Cow;

use super::arithmetic;
use super::{Group, Rule, Sink};
use crate::claims::{Claim, Fault, Operand};
use crate::draft::Draft;
use crate::facts::Decimal;
use crate::lang::Text;
use crate::numbers::Groups;
use crate::review::{ClaimKind, Severity};
use crate::search;
use crate::source::Span;

pub(super) const RULE: Rule = Rule {
    id: "table-total",
    group: Group::Numbers,
    severity: Severity::Error,
    title: Text { zh: "表内合计不符", en: "A total in a table does not add up" },
    page: page!("table-total"),
    check,
};

/// How many broken sums before and behind one may belong to the same table.
const NEAR: usize = 100;

/// The longest sum that is written out in a message, in characters.
const LONGEST_SUM: usize = 60;

fn check(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    let broken: Vec<(&Claim, Fault)> = arithmetic::broken(draft, ClaimKind::Table).collect();
    let mut told = Groups::default();
    for (index, &(claim, fault)) in broken.iter().enumerate() {
        let Some(subject) = claim.operands.first() else { continue };
        // The corner of a table may be wrong by its row and by its column.
        let corner = format!("{} {}", subject.span.start, subject.span.end);
        let is_told = told.get(&corner).last() == Some(&fault.computed);
        told.add(Cow::Owned(corner), fault.computed);
        if is_told {
            continue;
        }
        let near = broken.get(index.saturating_sub(NEAR)..(index + NEAR).min(broken.len())).unwrap_or(&[]);
        let slip = arithmetic::slipped(claim, fault, &[("part", 1), ("total", -1)])
            .filter(|(operand, _)| operand.role == "part");
        let culprit = crossing(near, claim, fault).or(slip);
        let explained = match culprit {
            Some((operand, wanted)) => draft.lang.pick(
                format!("若{}为 {wanted} 则相符。", place(draft, operand)),
                format!(" If {} were {wanted}, it would agree.", place(draft, operand)),
            ),
            None => String::new(),
        };
        let mut finding = arithmetic::finding(
            sink,
            claim,
            fault,
            subject,
            message(draft, claim, fault, subject) + &explained,
        );
        if !is_whole_of_shares(claim, subject) {
            finding = arithmetic::suggest(finding, draft, subject, fault.computed);
        }
        if let Some((operand, wanted)) = culprit {
            finding = arithmetic::suggest(finding, draft, operand, wanted);
        }
        sink.push(finding);
    }
}

fn message(draft: &Draft<'_>, claim: &Claim, fault: Fault, subject: &Operand) -> String {
    let at = place(draft, subject);
    let unit = match subject.unit.as_ref() {
        "" if claim.equation.contains('%') => "%",
        unit => unit,
    };
    let computed = arithmetic::amount(fault.computed, unit);
    let written = arithmetic::amount(subject.value, unit);
    let terms = terms(&claim.equation);
    let terms = if search::length(terms) > LONGEST_SUM {
        draft.lang.pick("各项相加", "all parts together")
    } else {
        terms
    };
    let doubt = if fault.certain {
        String::new()
    } else {
        draft.lang.pick(
            "如果某一行本是另一行的一部分，请标明“其中”。".to_owned(),
            " If one row is part of another, mark it as such (其中).".to_owned(),
        )
    };
    if is_whole_of_shares(claim, subject) {
        return draft.lang.pick(
            format!("表中{at}写为 {written}，各项相加为 {computed}（{terms}）。请核对各项。"),
            format!(
                "In the table, {at} says {written}, but the parts make {computed} ({terms}). Check the parts."
            ),
        );
    }
    draft.lang.pick(
        format!("表中{at}应为 {computed}（{terms}），实际写为 {written}。请核对。{doubt}"),
        format!(
            "In the table, {at} should be {computed} ({terms}), but says {written}. Check the figures.{doubt}"
        ),
    )
}

/// Whether the total is all of the shares: then it is a share that is wrong, not the 100%.
fn is_whole_of_shares(claim: &Claim, subject: &Operand) -> bool {
    subject.role == "total" && claim.equation.contains('%')
}

/// The arithmetic in front of its result.
fn terms(equation: &str) -> &str {
    equation.split_once(" = ").or(equation.split_once(" ≈ ")).map_or(equation, |(terms, _)| terms)
}

/// “3月”一行“小计”.
fn place(draft: &Draft<'_>, operand: &Operand) -> String {
    match operand.label.split_once(Operand::<Span>::BETWEEN) {
        Some((row, column)) => {
            draft.lang.pick(format!("“{row}”一行“{column}”"), format!("“{column}” in the row “{row}”"))
        }
        None => draft.lang.pick(format!("“{}”", operand.label), format!("“{}”", operand.label)),
    }
}

/// The figure in which this broken sum and another one of the table, off by as much, cross: if it is
/// wrong, both are explained; with the value that it would then have.
fn crossing<'a>(
    broken: &[(&Claim, Fault)],
    claim: &'a Claim,
    fault: Fault,
) -> Option<(&'a Operand, Decimal)> {
    let others = broken.iter().filter(|(other, off)| {
        off.excess == fault.excess && other.span.overlaps(claim.span) && other.span != claim.span
    });
    let mut shared = others.flat_map(|(other, _)| {
        let is_shared = |part: &&Operand| other.operands_as("part").any(|own| own.span == part.span);
        claim.operands_as("part").filter(is_shared)
    });
    let only = shared.next()?;
    let wanted = only.value.minus(fault.excess)?;
    (shared.next().is_none() && !wanted.is_negative()).then_some((only, wanted))
}
