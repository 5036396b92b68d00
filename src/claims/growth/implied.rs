//! A change given twice, in amount and in percent, without the earlier figure: 立案 54 起，同比增加 9 起，
//! 增长 20%. The earlier figure is then 45.
//!
//! *Invariant:* where several figures of the sentence may have changed, one that fits is enough and
//! none that fits is no mistake.

use super::change::{Change, change_kind};
use crate::claims::cues;
use crate::claims::label;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::claims::{Claim, Fault, Operand, Reason, Statement, figure};
use crate::facts::{Class, Decimal, Precision};
use crate::review::{ClaimKind, Status};

/// The statement that the percentage at `index` makes together with the amount right before it.
pub fn claim(passage: &Passage<'_>, index: usize) -> Option<Statement> {
    let percent = passage.mentions.get(index)?;
    let step_index = index.checked_sub(1)?;
    let step = passage.mentions.get(step_index)?;
    let kind = change_kind(percent)?;
    let fits = percent.quantity.class() == Some(Class::Percent)
        && step.quantity.is_amount()
        && change_kind(step) == Some(kind)
        && matches!(step.lead, Lead::Comma | Lead::Open)
        && percent.lead == Lead::Comma
        && percent.bracket == step.bracket
        && percent.clause == step.clause + 1
        && label::begins(step.before, cues::AGAINST_LAST_YEAR)
        && !step.before.contains("分别")
        && percent.before.chars().count() <= 6
        && !percent.before.contains('率');
    if !fits {
        return None;
    }
    let candidates: Vec<&Mention<'_>> = passage
        .back_from(step_index)
        .map(|(_, mention)| mention)
        .take_while(|mention| mention.segment == step.segment)
        .filter(|mention| {
            mention.quantity.class() == step.quantity.class()
                && (mention.depth == 0 || mention.bracket == step.bracket)
                && change_kind(mention).is_none()
        })
        .take(4)
        .collect();
    let readings: Vec<Statement> =
        candidates.iter().filter_map(|current| judged(current, step, percent, kind)).collect();
    // What has added up over years is not set against one year.
    let is_of_a_year = |mention: &&Mention<'_>| !label::has(mention.before, &["累计", "总数", "总量"]);
    let is_only = readings.len() == 1
        && candidates.first().filter(|only| is_of_a_year(only))?.clause + 1 == step.clause;
    readings.into_iter().find(|reading| reading.status == Status::Holds || is_only)
}

/// The statement that `current` came about by `step`, which is `percent` of what was before.
pub fn judged(
    current: &Mention<'_>,
    step: &Mention<'_>,
    percent: &Mention<'_>,
    kind: Change,
) -> Option<Statement> {
    let (now, by, written) = (current.quantity.base()?, step.quantity.base()?, percent.quantity.value);
    let is_clear =
        [current, step, percent].iter().all(|mention| mention.quantity.precision == Precision::Exact);
    let sign = match kind {
        Change::Up => "−",
        Change::Down => "+",
        Change::Multiple => return None,
    };
    let earlier = |now: Decimal, by: Decimal| if kind == Change::Up { now.minus(by) } else { now.plus(by) };
    let before = earlier(now, by)?;
    if !is_clear || before.is_negative() || before.is_zero() {
        return None;
    }
    let places = written.places();
    let share = |by: Decimal, before: Decimal| by.times(Decimal::whole(100))?.div_rounded(before, places);
    let computed = share(by, before)?;
    let (loose, looser) = (step.quantity.tolerance()?, current.quantity.tolerance()?);
    let both = loose.plus(looser)?;
    let least = share(by.minus(loose)?, before.plus(both)?)?;
    let most = share(by.plus(loose)?, before.minus(both)?).unwrap_or(computed);
    let excess = computed.minus(written)?;
    let holds = excess.abs() <= written.step() || (least <= written && written <= most);
    let shown = format!(
        "{} ÷ ({} {sign} {})",
        figure(step.quantity),
        figure(current.quantity),
        figure(step.quantity)
    );
    let operands =
        vec![Operand::of("current", current), Operand::of("change", percent), Operand::of("change", step)];
    let shown_percent = figure(percent.quantity);
    if holds {
        let equation = format!("{shown} ≈ {shown_percent}");
        return Some(Claim::new(ClaimKind::Growth, Status::Holds, equation, None, operands, None));
    }
    let equation = format!("{shown} ≈ {computed}% ≠ {shown_percent}");
    let fault = Fault { computed, excess, certain: true, reason: Reason::Arithmetic };
    Some(Claim::new(ClaimKind::Growth, Status::Broken, equation, None, operands, Some(fault)))
}
