//! Means of a row that is told time by time: 2022年 312 件、2023年 346 件、2024年 382 件，年均 347 件; 第一期 86 人、第二期 92 人，平均每期 89 人.
//!
//! *Invariant:* every figure of the row is named by its year or its turn, from one to the next, and the mean is of that unit.

use super::mean::is_exact;
use crate::claims::cue_set::Cue;
use crate::claims::growth;
use crate::claims::judge;
use crate::claims::label;
use crate::claims::notes::ROUNDED;
use crate::claims::statement::{Mention, Passage};
use crate::claims::{Claim, Fault, Operand, Reason, Statement, cues, figure};
use crate::facts::{Decimal, Precision};
use crate::numeral;
use crate::review::{ClaimKind, Status};

/// Words of a mean of a year.
const OF_YEARS: &[&str] = &["年均", "平均每年", "每年平均", "年平均"];

/// Words of a mean of a turn.
const OF_TURNS: &[&str] =
    &["平均每期", "每期平均", "期均", "平均每批", "每批平均", "批均", "平均每次", "每次平均", "平均每轮"];

/// The most figures of a row.
const MOST: usize = 10;

/// The statement of the mean at `index`, if a row of its unit stands right before it.
pub fn claim(passage: &Passage<'_>, index: usize) -> Option<Statement> {
    let mean = passage.mentions.get(index).filter(|mean| mean.before.contains('均'))?;
    let is_of_years = label::begins(mean.before, OF_YEARS);
    let changes = mean.before.contains(['增', '减', '降', '升', '率', '长']);
    if !(is_of_years || label::begins(mean.before, OF_TURNS)) || changes || !is_exact(mean) {
        return None;
    }
    let row = row_before(passage, index, mean)?;
    let are_named = if is_of_years { growth::are_years(&row) } else { are_turns(&row) };
    if are_named { judged(mean, &row) } else { None }
}

/// The figures right before the mean that count as it does, in order.
fn row_before<'p, 'a>(
    passage: &'p Passage<'a>,
    index: usize,
    mean: &Mention<'_>,
) -> Option<Vec<&'p Mention<'a>>> {
    let last = passage.mentions.get(index.checked_sub(1)?)?;
    let mut row: Vec<&Mention<'a>> = Vec::new();
    for (_, part) in passage.back_from(index).take(MOST) {
        let is_alike = part.segment == mean.segment
            && part.bracket == mean.bracket
            && part.quantity.class() == mean.quantity.class()
            && part.quantity.is_amount();
        let is_shared_out = part.has(Cue::Respectively);
        let is_named = is_turn(part, None) || growth::only_year(part).is_some() || part.before.is_empty();
        if !is_alike || !(is_named || is_shared_out) {
            break;
        }
        row.push(part);
        if is_shared_out {
            break;
        }
    }
    row.reverse();
    let are_exact = row.iter().all(|part| {
        part.quantity.precision == Precision::Exact && !label::has(part.before, cues::COMPARISON)
    });
    (row.len() >= 2 && last.clause + 1 == mean.clause && are_exact).then_some(row)
}

/// Whether the figures of `row` are told of one turn after the other, from the first on.
fn are_turns(row: &[&Mention<'_>]) -> bool {
    (1..).zip(row).all(|(number, part)| is_turn(part, Some(number)))
}

/// Whether `part` is told of a turn, and of the one with that number.
fn is_turn(part: &Mention<'_>, number: Option<u32>) -> bool {
    let told = part.before.strip_prefix('第').and_then(numeral::ordinal_prefix);
    told.is_some_and(|(told, rest)| {
        rest.starts_with(['期', '批', '次', '轮']) && number.is_none_or(|number| number == told)
    })
}

/// Whether the mean is what the figures of `row` make by their number.
fn judged(mean: &Mention<'_>, row: &[&Mention<'_>]) -> Option<Statement> {
    let written = mean.quantity.value;
    let number = i128::try_from(row.len()).ok()?;
    let sum = row.iter().try_fold(Decimal::ZERO, |sum, part| sum.plus(part.quantity.base()?))?;
    let factor = Decimal::whole(number).times(Decimal::whole(mean.quantity.factor))?;
    let computed = sum.div_rounded(factor, written.places())?;
    let excess = computed.minus(written)?;
    let terms: Vec<String> = row.iter().map(|part| figure(part.quantity)).collect();
    let shown = format!("({}) ÷ {number}", terms.join(" + "));
    let shown_mean = figure(mean.quantity);
    let mut operands = vec![Operand::of("rate", mean)];
    operands.extend(row.iter().map(|part| Operand::of("numerator", part)));
    if excess.abs() <= written.step() {
        let note = (!excess.is_zero()).then_some(ROUNDED);
        let equation = format!("{shown} ≈ {shown_mean}");
        return Some(Claim::new(ClaimKind::Rate, Status::Holds, equation, note, operands, None));
    }
    let is_near = excess.abs().times(Decimal::whole(3))? <= written;
    if !is_near && !judge::is_one_slip(written, computed) {
        return None;
    }
    let scale: String = shown_mean.chars().skip_while(|ch| ch.is_ascii_digit() || *ch == '.').collect();
    let equation = format!("{shown} ≈ {computed}{scale} ≠ {shown_mean}");
    let fault = Fault { computed, excess, certain: false, reason: Reason::Arithmetic };
    Some(Claim::new(ClaimKind::Rate, Status::Broken, equation, None, operands, Some(fault)))
}
