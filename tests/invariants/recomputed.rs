//! A second opinion on the ledger: every claim judged again from its operands alone.
//!
//! Shares no code with `src/claims`: figures are read anew from their text and are exact fractions. What does not
//! fit into them has no verdict here.
//!
//! Two things are taken from the equation, since no operand says them: the relation of a bound (≥, ≤), and which
//! way a change goes.

use super::figures::{Figure, Fraction, Reading};
use hegao::review::{Claim, ClaimKind, Status};

/// What is wrong with the status of `claim`, which was made from `text`.
pub fn fault(claim: &Claim, text: &str) -> Option<String> {
    let holds = match claim.status {
        Status::Holds => may_hold(claim, Reading::generous(claim, text)),
        Status::Broken => may_hold(claim, Reading::strict()).map(|holds| !holds),
        Status::Open => None,
    };
    (holds == Some(false)).then(|| format!("{:?} {:?} {}", claim.kind, claim.status, claim.equation))
}

/// Whether `claim` may hold under `reading`; `None` where its figures are too large, or it has none.
fn may_hold(claim: &Claim, reading: Reading) -> Option<bool> {
    let all = |role: &str| -> Option<Vec<Figure>> {
        claim.operands.iter().filter(|one| one.role == role).map(|one| Figure::of(one, reading)).collect()
    };
    let one = |role: &str| -> Option<Figure> { all(role)?.first().copied() };
    let sum = |role: &str| -> Option<Figure> {
        all(role)?.into_iter().try_fold(Figure::exactly(Fraction::whole(0)), Figure::plus)
    };
    match claim.kind {
        ClaimKind::Total => sum("part")?.adds_up_to(one("total")?),
        ClaimKind::Table if claim.operands.iter().any(|one| one.role == "total") => {
            sum("part")?.adds_up_to(one("total")?)
        }
        ClaimKind::Subset => {
            let whole = one("whole")?;
            all("part")?
                .iter()
                .try_fold(true, |holds, part| Some(holds && part.least.is_at_most(whole.most)?))
        }
        // 较年初减少 188 户，其中退出 590 户、新纳入 402 户: a loss is what went less what came.
        ClaimKind::Flow if claim.operands.first().is_some_and(|first| first.role == "outflow") => {
            sum("outflow")?.minus(sum("inflow")?)?.adds_up_to(one("closing")?)
        }
        ClaimKind::Flow => {
            sum("opening")?.plus(sum("inflow")?)?.minus(sum("outflow")?)?.adds_up_to(one("closing")?)
        }
        ClaimKind::Rate => rate(claim, reading, &one, &sum),
        ClaimKind::Growth => growth(claim, reading, &one),
        ClaimKind::Table => {
            let (change, current, previous) = (one("change")?, one("current")?, one("previous")?);
            if claim.equation.contains('÷') {
                current.minus(previous)?.over(previous)?.times(100)?.rounds_to(change, reading)
            } else if begins_with(claim, "previous") {
                previous.minus(current)?.meets(change)
            } else {
                current.minus(previous)?.meets(change)
            }
        }
        ClaimKind::Count => {
            let (stated, listed) = (one("stated")?.value, one("listed")?.value);
            let is_bound = claim.equation.contains(['≤', '>']);
            if is_bound { listed.is_at_most(stated) } else { Some(listed.minus(stated)?.0 == 0) }
        }
        ClaimKind::Restated => one("first")?.meets(one("again")?),
    }
}

/// Whether the equation of `claim` begins with its figure in the part `role`: what a limit was shortened by is taken
/// from the earlier one.
fn begins_with(claim: &Claim, role: &str) -> bool {
    let first = claim.equation.split(' ').next().unwrap_or_default();
    let digits = first.trim_end_matches(|ch: char| !ch.is_ascii_digit());
    claim.operands.iter().any(|one| one.role == role && one.value == digits)
}

fn rate(
    claim: &Claim,
    reading: Reading,
    one: &impl Fn(&str) -> Option<Figure>,
    sum: &impl Fn(&str) -> Option<Figure>,
) -> Option<bool> {
    let written = one("rate")?;
    let has = |role: &str| claim.operands.iter().any(|one| one.role == role);
    let unit = claim.operands.iter().find(|one| one.role == "rate").map_or("", |one| one.unit.as_str());
    // A mean counts in a unit of its own; below a header with % a share has none.
    let is_mean = !unit.is_empty() && !unit.starts_with(['%', '‰']);
    let hundred = match unit {
        // Or in so many of every hundred.
        _ if is_mean && claim.equation.contains(" × 1000 ") => 1000,
        _ if is_mean && claim.equation.contains(" × 100 ") => 100,
        _ if is_mean => 1,
        "‰" => 1000,
        _ => 100,
    };
    if has("part") {
        return make_up_all(claim, reading);
    }
    let below = match sum("denominator").filter(|_| has("denominator")) {
        Some(below) => below,
        // 全年 43800 件，月均 3650 件: the year is no figure of the text.
        None if is_mean && has("numerator") => time_in(&claim.equation)?,
        None => return written.value.is_at_most(Fraction::whole(100)),
    };
    let share = |is_exact: bool| -> Option<Figure> {
        let exact = |figure: Figure| if is_exact { figure.without_slack() } else { figure };
        let below = exact(below);
        let above = if has("complement") {
            below.minus(exact(one("complement")?))?
        } else {
            exact(sum("numerator")?)
        };
        above.over(below)?.times(hundred)
    };
    let half = written.step.over(Fraction::whole(2))?;
    let slack = if reading.rounds { half } else { Fraction::whole(0) };
    if claim.equation.contains(['≥', '<']) {
        return written.value.minus(slack)?.is_at_most(share(true)?.value);
    }
    if claim.equation.contains(['≤', '>']) {
        return share(true)?.value.is_at_most(written.value.plus(slack)?);
    }
    if is_in_tenths(claim, "rate") {
        // Words are as near as half of a half tenth; what lies at that edge is not told here.
        let near = Fraction::new(if reading.rounds { 51 } else { 49 }, 20)?;
        return share(true)?.value.minus(written.value)?.abs()?.is_at_most(near);
    }
    let claims_all = written.value.0 == hundred * written.value.1 && !reading.rounds_all && !is_mean;
    if claims_all {
        let gap = share(true)?.value.minus(written.value)?;
        // 100% says that none is left; 100.0% may have been rounded.
        let is_whole = written.step.0 == written.step.1;
        return if is_whole { Some(gap.0 == 0) } else { gap.abs()?.is_at_most(half) };
    }
    share(!reading.rounds)?.rounds_to(written, reading)
}

/// How many months, days or years of a mean stand below the line of `equation`.
fn time_in(equation: &str) -> Option<Figure> {
    let (_, below) = equation.split_once(" ÷ ")?;
    let number: i128 = below.split(' ').next()?.parse().ok()?;
    let is_time = (1..=12).contains(&number) || matches!(number, 365 | 366);
    is_time.then(|| Figure::exactly(Fraction::whole(number)))
}

/// Whether the figure of `claim` in the part `role` is said in words that are no nearer than tenths: 九成, 三分之二.
fn is_in_tenths(claim: &Claim, role: &str) -> bool {
    let quote = claim.operands.iter().find(|one| one.role == role).map_or("", |one| one.quote.as_str());
    quote.contains('成') || quote.contains("分之") && !quote.contains("百分之") && !quote.contains("千分之")
}

/// Whether the shares of `claim` make 100%, as far as each may have been rounded.
fn make_up_all(claim: &Claim, reading: Reading) -> Option<bool> {
    let parts = claim.operands.iter().filter(|one| one.role == "part").count();
    // The rest is one of the shares that make 100%; a sum that is told stands on the other side.
    let is_sum_told = claim.equation.matches(" + ").count() + 1 == parts;
    let rate = claim.operands.iter().find(|one| one.role == "rate");
    let told = rate.filter(|_| is_sum_told).and_then(|one| Figure::of(one, reading));
    let shares: Vec<Figure> = claim
        .operands
        .iter()
        .filter(|one| !is_sum_told || one.role == "part")
        .map(|one| Figure::of(one, reading))
        .collect::<Option<_>>()?;
    let nothing = Fraction::whole(0);
    let sum = shares.iter().try_fold(nothing, |sum, share| sum.plus(share.value))?;
    let coarsest = shares.iter().chain(&told).try_fold(nothing, |step, share| step.larger(share.step))?;
    let rounded = shares.len() + usize::from(is_sum_told);
    let slack = coarsest.times(Fraction::new(i128::try_from(rounded).ok()?, 2)?)?;
    let all = told.map_or(Fraction::whole(100), |told| told.value);
    sum.minus(all)?.abs()?.is_at_most(slack)
}

/// Whether a change by `share` may be what a bound or so many tenths, `written`, say.
fn by_bound(claim: &Claim, reading: Reading, share: Figure, written: Figure) -> Option<bool> {
    let half = written.step.over(Fraction::whole(2))?;
    let slack = if reading.rounds { half } else { Fraction::whole(0) };
    if claim.equation.contains(['≥', '<']) {
        return written.value.minus(slack)?.is_at_most(share.most);
    }
    if claim.equation.contains(['≤', '>']) {
        return share.least.is_at_most(written.value.plus(slack)?);
    }
    // A tenth is said of what is nearer to it than to the next, a half tenth (三成五) of what is nearer to it than to a tenth;
    // what lies at that edge is not told here.
    let is_half_tenth = written.value.over(Fraction::whole(10))?.1 != 1;
    let near = match (is_half_tenth, reading.rounds) {
        (true, true) => 31,
        (true, false) => 29,
        (false, true) => 56,
        (false, false) => 54,
    };
    let near = Fraction::new(near, 10)?;
    let is_above = share.least.minus(written.value)?.is_at_most(near)?;
    Some(is_above && written.value.minus(share.most)?.is_at_most(near)?)
}

fn growth(claim: &Claim, reading: Reading, one: &impl Fn(&str) -> Option<Figure>) -> Option<bool> {
    let current = one("current")?;
    let change = claim.operands.iter().find(|one| one.role == "change")?;
    let written = Figure::of(change, reading)?;
    let last = claim.operands.iter().rfind(|one| one.role == "change")?;
    let Some(previous) = one("previous") else {
        let by = Figure::of(last, reading)?;
        let before = if claim.equation.contains(" + ") { current.plus(by)? } else { current.minus(by)? };
        return by.over(before)?.times(100)?.rounds_to(written, reading);
    };
    if ["番", "一倍", "倍增"].iter().any(|word| change.label.contains(word)) {
        // 近 and 约 in front of the words allow for more than the words alone.
        let (share, most) = if reading.rounds {
            (Fraction(85, 100), current.most.over(previous.least)?)
        } else {
            (Fraction(97, 100), current.value.over(previous.value)?)
        };
        return written.value.times(share)?.is_at_most(most);
    }
    let goes = current.value.minus(previous.value)?.0;
    let is_wrong_way =
        (claim.equation.contains("≠ +") && goes < 0) || (claim.equation.contains("≠ −") && goes > 0);
    if is_wrong_way {
        return Some(false);
    }
    let difference = current.minus(previous)?.abs()?;
    let is_bound = claim.equation.contains(['≥', '<', '≤', '>']);
    if change.unit == "%" && (is_bound || is_in_tenths(claim, "change")) {
        return by_bound(claim, reading, difference.over(previous)?.times(100)?, written);
    }
    // 3 倍 is never 2 倍.
    let times = Reading { halves: 1, ..reading };
    match change.unit.as_str() {
        "%" => {
            let is_share = claim
                .operands
                .iter()
                .any(|one| one.role == "current" && matches!(one.unit.as_str(), "%" | "‰"));
            let points = is_share && difference.rounds_to(written, reading)?;
            Some(points || difference.over(previous)?.times(100)?.rounds_to(written, reading)?)
        }
        "倍" if claim.equation.contains(" − ") => difference.over(previous)?.rounds_to(written, times),
        "倍" => current.over(previous)?.rounds_to(written, times),
        unit if unit.contains("百分点") => difference.rounds_to(written, reading),
        _ => difference.meets(written),
    }
}
