//! Means of so many months, days or years, of which the text tells how many: 全年受理来电 43800 件，月均 3650 件; 五年来共办案 1500
//! 件，年均 300 件.
//!
//! *Invariant:* the count and its time stand in the clauses right before the mean; a mean of days may be of working days, and is
//! wrong only where it is of neither.

use super::mean::is_exact;
use super::share_two_characters;
use crate::claims::growth;
use crate::claims::judge::{self, Interval};
use crate::claims::label;
use crate::claims::notes::ROUNDED;
use crate::claims::period;
use crate::claims::statement::{Mention, Passage};
use crate::claims::{Claim, Fault, Operand, Reason, Statement, cues, figure};
use crate::facts::{Decimal, Precision, year};
use crate::numeral;
use crate::review::{ClaimKind, Status};
use crate::search;

/// What a mean is of by the words that it begins with.
const MEANS: &[(Per, &[&str])] = &[
    (Per::Month, &["月均", "平均每月", "每月平均", "月平均", "平均每个月"]),
    (Per::Day, &["日均", "平均每天", "平均每日", "每天平均", "每日平均", "日平均"]),
    (Per::Year, &["年均", "平均每年", "每年平均", "年平均"]),
];

/// The unit of time that a mean is of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Per {
    Month,
    Day,
    Year,
}

/// The statement of the mean at `index`, if it is one of a time whose length is told.
pub fn claim(passage: &Passage<'_>, index: usize) -> Option<Statement> {
    let mean = passage.mentions.get(index)?;
    let above = passage.mentions.get(index.checked_sub(1)?)?;
    let (per, verb) = mean_of(mean.before)?;
    let is_pair = above.segment == mean.segment
        && above.bracket == mean.bracket
        && mean.clause == above.clause + 1
        && above.quantity.class() == mean.quantity.class()
        && above.quantity.measure.is_some()
        && [above, mean].iter().all(|one| one.quantity.is_amount());
    let is_count = above.quantity.precision == Precision::Exact
        && is_exact(mean)
        && !passage.is_part(index - 1)
        && !growth::changes_by(above)
        && !label::has(above.before, cues::AVERAGE)
        && !label::has(above.before, cues::COMPARISON)
        && !label::has(mean.after, &["以上", "以下", "左右"]);
    // 全年受理 1200 件，月均办结 95 件: another thing was done.
    let is_of_the_same = verb.is_empty() || share_two_characters(verb, above.before);
    if !is_pair || !is_count || !is_of_the_same {
        return None;
    }
    let units = units_in(above.run_up, per)?;
    judged(mean, above, per, &units)
}

/// What a mean behind `before` is of, and the verb behind that.
fn mean_of(before: &str) -> Option<(Per, &str)> {
    MEANS.iter().find_map(|(per, words)| {
        let rest = search::behind(before, words)?;
        Some((*per, rest.trim_end_matches(['为', '达', '约', '近', '超'])))
    })
}

/// How many of the unit `per` the time has that `words` name; of days the years of either length.
fn units_in(words: &str, per: Per) -> Option<Vec<i128>> {
    const NOT_ALL: &[&str] = &["以来", "截至", "至今", "运行", "开通", "起", "后"];
    if label::has(words, NOT_ALL) {
        return None;
    }
    if per == Per::Year {
        return years_in(words).map(|years| vec![years]);
    }
    // 五年来 and 2020年至2024年 are longer than a year, and of months only those that are named count.
    let (months, ahead, _) = period::of(words).filter(|_| years_in(words).is_none())?;
    // 救助站全年 is of the year, 七月全年 of nothing.
    let is_first = !ahead.contains(['季', '月', '日', '半', '五', '届']);
    match per {
        Per::Month if is_first => Some(vec![i128::from(months.count())]),
        Per::Day if is_first && months == period::Months::ALL => Some(vec![365, 366]),
        _ => None,
    }
}

/// The number of years that `words` name: 近五年来, 三年共, 2020年至2024年.
fn years_in(words: &str) -> Option<i128> {
    let named: Vec<year::NamedYear> = year::written(words).collect();
    if let [first, last] = named.as_slice() {
        let between = words.get(first.span.end as usize..last.span.start as usize)?;
        let is_span = matches!(between, "至" | "到" | "—" | "-" | "–" | "~" | "～");
        let count = i128::from(last.year) - i128::from(first.year) + 1;
        return (is_span && count >= 2).then_some(count);
    }
    let (ahead, behind) = words.split_once('年').filter(|_| named.is_empty())?;
    let number = ahead.trim_start_matches(['近', '过', '去', '这', '以', '往', '最', '的', '前']);
    let mut digits = number.chars();
    let count = digits.next().filter(|_| digits.next().is_none())?;
    let count = numeral::digit(count).or_else(|| count.to_digit(10)).filter(|count| *count >= 2)?;
    label::begins(behind, &["来", "间", "共", "累计", "内", "总", "合计"]).then_some(i128::from(count))
}

/// Whether the mean is what `above` makes of one of `units`.
fn judged(mean: &Mention<'_>, above: &Mention<'_>, per: Per, units: &[i128]) -> Option<Statement> {
    const WORKING_DAYS: std::ops::RangeInclusive<i128> = 235..=262;
    let sum = Interval::of(above.quantity)?;
    let written = mean.quantity.value;
    let factor = Decimal::whole(mean.quantity.factor);
    let quotient =
        |sum: Decimal, of: i128| sum.div_rounded(Decimal::whole(of).times(factor)?, written.places());
    let is_of = |of: i128| {
        let least = quotient(sum.value.minus(sum.tolerance)?, of)?.minus(written.step())?;
        let most = quotient(sum.value.plus(sum.tolerance)?, of)?.plus(written.step())?;
        Some(least <= written && written <= most)
    };
    let told = *units.first()?;
    let holds = units.iter().copied().find(|of| is_of(*of) == Some(true));
    let of = holds.unwrap_or(told);
    let computed = quotient(sum.value, of)?;
    let excess = computed.minus(written)?;
    let shown = format!("{} ÷ {of}", figure(above.quantity));
    let shown_mean = figure(mean.quantity);
    let operands = vec![Operand::of("rate", mean), Operand::of("numerator", above)];
    if holds.is_some() {
        let note = (!excess.is_zero()).then_some(ROUNDED);
        let equation = format!("{shown} ≈ {shown_mean}");
        return Some(Claim::new(ClaimKind::Rate, Status::Holds, equation, note, operands, None));
    }
    let is_of_working_days = per == Per::Day && WORKING_DAYS.into_iter().any(|of| is_of(of) == Some(true));
    let is_near = excess.abs().times(Decimal::whole(3))? <= written;
    if is_of_working_days || !(is_near || judge::is_one_slip(written, computed)) {
        return None;
    }
    let scale: String = shown_mean.chars().skip_while(|ch| ch.is_ascii_digit() || *ch == '.').collect();
    let equation = format!("{shown} ≈ {computed}{scale} ≠ {shown_mean}");
    let fault = Fault { computed, excess, certain: false, reason: Reason::Arithmetic };
    Some(Claim::new(ClaimKind::Rate, Status::Broken, equation, None, operands, Some(fault)))
}
