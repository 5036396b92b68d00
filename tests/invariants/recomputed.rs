//! A second opinion on the ledger: every claim judged again from its operands alone.
//!
//! Shares no code with `src/claims`: figures are read anew from their text and are exact fractions. What does not
//! fit into them has no verdict here.
//!
//! Two things are taken from the equation, since no operand says them: the relation of a bound (≥, ≤), and which
//! way a change goes.

use hegao::review::{Claim, ClaimKind, Operand, Status};

/// What is wrong with the status of `claim`, which was made from `text`.
pub fn fault(claim: &Claim, text: &str) -> Option<String> {
    let holds = match claim.status {
        Status::Holds => may_hold(claim, Reading::generous(claim, text)),
        Status::Broken => may_hold(claim, Reading::strict()).map(|holds| !holds),
        Status::Open => None,
    };
    (holds == Some(false)).then(|| format!("{:?} {:?} {}", claim.kind, claim.status, claim.equation))
}

/// How far figures may lie from what is written.
#[derive(Clone, Copy)]
struct Reading {
    /// How many half units of the last place a rounded result may be off.
    halves: i128,
    /// Whether figures may have been rounded before they were written.
    rounds: bool,
    /// Whether whole figures may have been rounded too: a table may count in 万元.
    rounds_whole: bool,
    /// Whether 100% may be a rounded figure.
    rounds_all: bool,
}

impl Reading {
    /// For what is said to hold.
    fn generous(claim: &Claim, text: &str) -> Self {
        let in_table =
            claim.kind == ClaimKind::Table || claim.operands.iter().any(|one| one.label.contains(" · "));
        let rounds_whole = in_table && text.contains(['万', '亿', '千', '%', '％']);
        Self { halves: 3, rounds: true, rounds_whole, rounds_all: in_table }
    }

    /// For what is said to be broken.
    fn strict() -> Self {
        Self { halves: 1, rounds: false, rounds_whole: false, rounds_all: false }
    }
}

/// An exact fraction; the lower number is above zero.
#[derive(Clone, Copy, Debug)]
struct Fraction(i128, i128);

impl Fraction {
    fn new(above: i128, below: i128) -> Option<Self> {
        let (mut a, mut b) = (above.checked_abs()?, below.checked_abs()?);
        while b != 0 {
            (a, b) = (b, a % b);
        }
        let sign = below.signum();
        (below != 0).then(|| Self(sign * above / a, sign * below / a))
    }

    fn whole(value: i128) -> Self {
        Self(value, 1)
    }

    fn plus(self, other: Self) -> Option<Self> {
        let above = self.0.checked_mul(other.1)?.checked_add(other.0.checked_mul(self.1)?)?;
        Self::new(above, self.1.checked_mul(other.1)?)
    }

    fn minus(self, other: Self) -> Option<Self> {
        self.plus(Self(other.0.checked_neg()?, other.1))
    }

    fn times(self, other: Self) -> Option<Self> {
        Self::new(self.0.checked_mul(other.0)?, self.1.checked_mul(other.1)?)
    }

    fn over(self, other: Self) -> Option<Self> {
        Self::new(self.0.checked_mul(other.1)?, self.1.checked_mul(other.0)?)
    }

    fn abs(self) -> Option<Self> {
        Some(Self(self.0.checked_abs()?, self.1))
    }

    fn is_at_most(self, other: Self) -> Option<bool> {
        Some(self.minus(other)?.0 <= 0)
    }

    fn smaller(self, other: Self) -> Option<Self> {
        Some(if self.is_at_most(other)? { self } else { other })
    }

    fn larger(self, other: Self) -> Option<Self> {
        Some(if self.is_at_most(other)? { other } else { self })
    }
}

/// A figure with all that it may have been before it was rounded.
#[derive(Clone, Copy, Debug)]
struct Figure {
    least: Fraction,
    value: Fraction,
    most: Fraction,
    /// One unit of its last place.
    step: Fraction,
}

impl Figure {
    fn of(operand: &Operand, reading: Reading) -> Option<Self> {
        let digits: String = operand.value.chars().filter(|ch| *ch != '.').collect();
        let places = operand.value.split_once('.').map_or(0, |(_, behind)| behind.len());
        let below = 10_i128.checked_pow(u32::try_from(places).ok()?)?;
        let factor = Fraction::whole(factor(&operand.unit));
        let value = Fraction::new(digits.parse().ok()?, below)?.times(factor)?;
        let step = Fraction::new(1, below)?.times(factor)?;
        let is_rounded = places > 0 || factor.0 != 1 || reading.rounds_whole;
        let slack = if is_rounded { step.over(Fraction::whole(2))? } else { Fraction::whole(0) };
        Some(Self { least: value.minus(slack)?, value, most: value.plus(slack)?, step })
    }

    fn exactly(value: Fraction) -> Self {
        Self { least: value, value, most: value, step: Fraction::whole(0) }
    }

    fn without_slack(self) -> Self {
        Self { least: self.value, most: self.value, ..self }
    }

    fn plus(self, other: Self) -> Option<Self> {
        Some(Self {
            least: self.least.plus(other.least)?,
            value: self.value.plus(other.value)?,
            most: self.most.plus(other.most)?,
            step: self.step,
        })
    }

    fn minus(self, other: Self) -> Option<Self> {
        Some(Self {
            least: self.least.minus(other.most)?,
            value: self.value.minus(other.value)?,
            most: self.most.minus(other.least)?,
            step: self.step,
        })
    }

    /// `None` where it may be nothing that is divided by.
    fn over(self, other: Self) -> Option<Self> {
        if other.least.0 <= 0 {
            return None;
        }
        let ends = [
            self.least.over(other.least)?,
            self.least.over(other.most)?,
            self.most.over(other.least)?,
            self.most.over(other.most)?,
        ];
        let [first, rest @ ..] = ends;
        let least = rest.iter().try_fold(first, |least, end| least.smaller(*end))?;
        let most = rest.iter().try_fold(first, |most, end| most.larger(*end))?;
        Some(Self { least, value: self.value.over(other.value)?, most, step: self.step })
    }

    fn times(self, factor: i128) -> Option<Self> {
        let factor = Fraction::whole(factor);
        Some(Self {
            least: self.least.times(factor)?,
            value: self.value.times(factor)?,
            most: self.most.times(factor)?,
            step: self.step,
        })
    }

    fn abs(self) -> Option<Self> {
        let value = self.value.abs()?;
        let slack = self.most.minus(self.least)?.over(Fraction::whole(2))?;
        Some(Self { least: value.minus(slack)?, value, most: value.plus(slack)?, step: self.step })
    }

    /// Whether it may be `other`.
    fn meets(self, other: Self) -> Option<bool> {
        Some(self.least.is_at_most(other.most)? && other.least.is_at_most(self.most)?)
    }

    /// Whether it may be what was written as `written`, the result of a division that was rounded.
    fn rounds_to(self, written: Self, reading: Reading) -> Option<bool> {
        let slack = written.step.times(Fraction::new(reading.halves, 2)?)?;
        // Half a unit may go up or down: only what is nearer rounds to it for certain.
        let near = written.value.minus(self.value)?.abs()?.minus(slack)?;
        if reading.rounds {
            let least = self.least.minus(slack)?;
            return Some(
                least.is_at_most(written.value)? && written.value.is_at_most(self.most.plus(slack)?)?,
            );
        }
        Some(near.0 < 0)
    }
}

/// What 千, 万 and 亿 in front of a measure word stand for.
fn factor(unit: &str) -> i128 {
    const NAMES: [&str; 3] = ["千克", "千米", "千瓦"];
    let scale = unit.chars().take_while(|_| !NAMES.iter().any(|name| unit.starts_with(name)));
    scale
        .map_while(|ch| {
            [('千', 1000), ('万', 10_000), ('亿', 100_000_000)].into_iter().find(|(sign, _)| *sign == ch)
        })
        .map(|(_, factor)| factor)
        .product()
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
        ClaimKind::Total => sum("part")?.meets(one("total")?),
        ClaimKind::Table if claim.operands.iter().any(|one| one.role == "total") => {
            sum("part")?.meets(one("total")?)
        }
        ClaimKind::Subset => {
            let whole = one("whole")?;
            all("part")?
                .iter()
                .try_fold(true, |holds, part| Some(holds && part.least.is_at_most(whole.most)?))
        }
        ClaimKind::Flow => {
            sum("opening")?.plus(sum("inflow")?)?.minus(sum("outflow")?)?.meets(one("closing")?)
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
    if !has("denominator") {
        return written.value.is_at_most(Fraction::whole(100));
    }
    let below = sum("denominator")?;
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
        return Some(share(true)?.value.minus(written.value)?.0 == 0);
    }
    share(!reading.rounds)?.rounds_to(written, reading)
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
    // A tenth is said of what is nearer to it than to the next; what lies at that edge is not told here.
    let near = Fraction::new(if reading.rounds { 56 } else { 54 }, 10)?;
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
