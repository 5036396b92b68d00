//! What is left behind two measures or more: 核查 145 家，关停 21 家，限期整改 38 家，其余 86 家运行规范.
//!
//! *Invariant:* the measures are no steps of one work, and what is left fits no other figures of the row either.

use super::goes_on;
use crate::claims::judge;
use crate::claims::label;
use crate::claims::slip;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::claims::{Statement, total};
use crate::review::Status;

/// 核查 145 家，关停 21 家，限期整改 38 家，其余 96 家运行规范: the statement of what is left at `index` behind two measures or more,
/// `row` from the last to what was looked at. Wrong only where what is left fits no other figures of the row either, and one
/// slip explains it: of what was done step by step (立案, 移送) it may be left of any step.
pub(super) fn claim(
    passage: &Passage<'_>,
    index: usize,
    row: &[&Mention<'_>],
    rest: &Mention<'_>,
) -> Option<Statement> {
    const MOST: usize = 6;
    let (whole, measures) = row.split_last()?;
    let is_measure = |measure: &Mention<'_>| {
        matches!(measure.lead, Lead::Comma | Lead::Pause)
            && measure.segment == rest.segment
            && measure.quantity.factor == whole.quantity.factor
            && !measure.before.is_empty()
            && !label::has(measure.before, STEPS)
            && !measure.run_up.contains("其中")
    };
    let is_row = (2..=MOST).contains(&measures.len())
        && rest.is_rest()
        && whole.depth == 0
        && whole.segment == rest.segment
        && !label::is_place(whole.before)
        && !goes_on(passage, index, rest)
        && measures.iter().all(|measure| is_measure(measure))
        && row.iter().copied().chain([rest]).all(|mention| mention.exact().is_some());
    if !is_row || is_left_of_some(row, rest) {
        return None;
    }
    let mut parts: Vec<&Mention<'_>> = measures.iter().rev().copied().collect();
    parts.push(rest);
    let terms: Vec<_> = parts.iter().map(|part| (1, part.quantity)).collect();
    let sum = judge::adds_up(&terms, whole.quantity);
    let found = total::total(whole, &parts, sum, sum.status(), false);
    (found.status == Status::Holds || slip::explained_by_slip(whole, &parts, sum)).then_some(found)
}

/// Words of steps that one case goes through: what is left behind them may be left of any.
const STEPS: &[&str] = &[
    "受理", "立案", "收案", "办结", "结案", "审结", "查结", "化解", "执结", "移送", "移交", "起诉", "核实",
    "查实", "属实", "完成", "解决", "销号", "处置", "已", "申请", "报名", "参加", "通过", "入围",
];

/// Whether the rest is what some figure of `row`, the last first, leaves of an earlier one, so that it need not be left of all.
fn is_left_of_some(row: &[&Mention<'_>], rest: &Mention<'_>) -> bool {
    let left = rest.exact();
    row.iter().enumerate().any(|(at, done)| {
        let earlier = row.iter().skip(at + 1);
        earlier
            .clone()
            .any(|whole| whole.exact().zip(done.exact()).and_then(|(whole, done)| whole.minus(done)) == left)
    })
}
