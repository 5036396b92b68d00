//! Growth and comparison: two figures and the change that the text gives between them.
//!
//! The pair is found by words: 由…增至…, 比上年的…, （上年…）, 上年同期…, or two named years. Without
//! both figures there is no claim.
//!
//! *Invariant:* the direction word is part of the statement: a right amount with the wrong direction
//! is wrong.

mod doubling;
mod implied;

use super::cues;
use super::label;
use super::notes::{APPROXIMATE, LAST_PLACE, ROUNDED};
use super::statement::{Lead, Mention, Passage};
use super::{Claim, Fault, Operand, Reason, Statement, figure};
use crate::facts::{Class, Decimal, Precision, year};
use crate::review::{ClaimKind, Status};

const UP: &[&str] = &[
    "增长", "上升", "增加", "提高", "提升", "增幅", "涨幅", "升幅", "上涨", "增多", "多", "增", "升", "攀升",
];
const DOWN: &[&str] = &[
    "下降", "减少", "降低", "降幅", "减幅", "回落", "压减", "少", "减", "降", "下滑", "缩短", "压缩", "精简",
];

/// What may stand between the direction word and the change.
const BEHIND: &[&str] =
    &["", "了", "达", "为", "达到", "率", "率为", "率达", "幅度", "幅度为", "幅度达", "约"];

/// The statements about growth in `passage`.
pub fn claims(passage: &Passage<'_>, out: &mut Vec<Statement>) {
    for (index, change) in passage.mentions.iter().enumerate() {
        out.extend(doubling::claim(passage, index));
        let Some(kind) = change_kind(change) else { continue };
        match pair(passage, index) {
            Some((current, previous)) => out.extend(judged(change, kind, current, previous)),
            None => out.extend(implied::claim(passage, index)),
        }
    }
}

/// What a change says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Change {
    /// 增长, 上升 …
    Up,
    /// 下降, 减少 …
    Down,
    /// 是…的 3 倍.
    Multiple,
}

fn change_kind(mention: &Mention<'_>) -> Option<Change> {
    let words = mention.before;
    if mention.quantity.class() == Some(Class::Times) && words.ends_with('的') {
        return Some(Change::Multiple);
    }
    let ends_in = |cues: &[&str]| {
        cues.iter().any(|cue| {
            words
                .rfind(cue)
                .is_some_and(|at| words.get(at + cue.len()..).is_some_and(|rest| BEHIND.contains(&rest)))
        })
    };
    let is_new_amount = mention.quantity.is_amount() && label::has(words, &["至", "到", "由", "从", "新增"]);
    // 压缩率 is read with the rates.
    let is_a_rate = label::has(words, &["压缩率", "压缩比", "缩短率", "压减率"]);
    if is_new_amount || is_a_rate {
        return None;
    }
    match (ends_in(UP), ends_in(DOWN)) {
        (true, false) => Some(Change::Up),
        (false, true) => Some(Change::Down),
        _ => None,
    }
}

/// Whether the figure at `index` is by how much something changed against an earlier figure, so that
/// it is no stock of its own: the 25 in 较上年的 148 件增加 25 件.
pub(super) fn is_difference(passage: &Passage<'_>, index: usize) -> bool {
    let Some(mention) = passage.mentions.get(index) else { return false };
    let compares = |words: &str| label::has(words, cues::COMPARISON);
    let before = index.checked_sub(1).and_then(|before| passage.mentions.get(before));
    change_kind(mention).is_some()
        && (compares(mention.before)
            || before.is_some_and(|before| {
                compares(before.before)
                    && before.clause + 1 >= mention.clause
                    && before.sentence == mention.sentence
            }))
}

/// Whether the figure at `index` is where a change began: 由 1.42 万人减少到 1.36 万人.
pub(super) fn is_left_behind(passage: &Passage<'_>, index: usize) -> bool {
    let (Some(from), Some(to)) = (passage.mentions.get(index), passage.mentions.get(index + 1)) else {
        return false;
    };
    starts(from)
        && ["到", "至", "为"].iter().any(|cue| to.before.ends_with(cue))
        && from.quantity.class() == to.quantity.class()
        && to.clause <= from.clause + 1
}

/// The figure now and the figure before that the change at `index` lies between.
fn pair<'p>(passage: &'p Passage<'_>, index: usize) -> Option<(&'p Mention<'p>, &'p Mention<'p>)> {
    let change = passage.mentions.get(index)?;
    if let Some(behind) = passage.mentions.get(index + 1)
        && behind.lead == Lead::Open
        && is_earlier(behind)
        && behind.sentence == change.sentence
    {
        let current = nearest(passage, index, behind.quantity.class(), change)?;
        return Some((passage.mentions.get(current)?, behind));
    }
    pair_before(passage, index).or_else(|| pair_behind(passage, index))
}

/// 比上年减少 120 件，由 1560 件降至 1440 件; 同比增长 15%，2023年受理 200 件.
fn pair_behind<'p>(passage: &'p Passage<'_>, index: usize) -> Option<(&'p Mention<'p>, &'p Mention<'p>)> {
    let change = passage.mentions.get(index)?;
    let first = passage.mentions.get(index + 1).filter(|first| first.segment == change.segment)?;
    if let Some(second) = passage.mentions.get(index + 2)
        && second.segment == change.segment
        && first.quantity.class() == second.quantity.class()
        && starts(first)
        && arrives(second)
    {
        return Some((second, first));
    }
    let current = passage.mentions.get(nearest(passage, index, first.quantity.class(), change)?)?;
    let names_a_year = year(first).is_some() || is_earlier(first);
    let is_next_clause = first.lead == Lead::Comma && first.clause == change.clause + 1;
    // The figure of the year before must be of the same thing: 2023年受理 behind 受理行政复议申请.
    let verb = first.before.rsplit(['年', '期']).next().unwrap_or("").trim_end_matches('为');
    let is_of_the_same = verb.is_empty() || current.before.contains(verb);
    (names_a_year && is_next_clause && is_of_the_same && current.clause + 1 == change.clause)
        .then_some((current, first))
}

/// The pair in front of the change.
fn pair_before<'p>(passage: &'p Passage<'_>, index: usize) -> Option<(&'p Mention<'p>, &'p Mention<'p>)> {
    let change = passage.mentions.get(index)?;
    // 上年为 45 起，同比增加 9 起，增长 20%: the 9 are the change as well and no figure of a year.
    let is_change = |at: &usize| {
        passage.mentions.get(*at).is_some_and(|mention| {
            change_kind(mention).is_some() && (mention.quantity.is_amount() || is_point(mention))
        })
    };
    let second_index = (0..index).rev().take(2).find(|at| !is_change(at))?;
    let second = passage.mentions.get(second_index)?;
    let steps = u32::try_from(index - second_index).unwrap_or(1);
    let reach = change.sentence == second.sentence && change.clause <= second.clause + steps;
    let is_span_of_time = second.quantity.class() == Some(Class::Time) && arrives(second);
    let comparable = second.quantity.is_amount() || second.quantity.is_share() || is_span_of_time;
    if !reach || !comparable {
        return None;
    }
    let first_index = nearest(passage, second_index, second.quantity.class(), change)?;
    let first = passage.mentions.get(first_index)?;
    if starts(first) && arrives(second) && first_index + 1 == second_index {
        return Some((second, first));
    }
    if is_earlier(second) && !is_earlier(first) {
        return Some((first, second));
    }
    if is_earlier(first) && !is_earlier(second) && second.clause <= first.clause + 1 {
        return Some((second, first));
    }
    match (year(first), year(second)) {
        (Some(a), Some(b)) if a > b => Some((first, second)),
        (Some(a), Some(b)) if a < b && second.clause <= first.clause + 1 => Some((second, first)),
        _ => series(passage, index),
    }
}

/// 2022年、2023年、2024年分别… 84 件、120 件、150 件，2024年较上年增长: the last two of the row.
fn series<'p>(passage: &'p Passage<'_>, index: usize) -> Option<(&'p Mention<'p>, &'p Mention<'p>)> {
    let change = passage.mentions.get(index)?;
    let (last, before) =
        (passage.mentions.get(index.checked_sub(1)?)?, passage.mentions.get(index.checked_sub(2)?)?);
    let is_row = last.lead == Lead::Pause
        && last.before.is_empty()
        && last.sentence == change.sentence
        && before.quantity.class() == last.quantity.class();
    let start = change.sentence_start;
    let sentence = passage.between(start, change.quantity.span.start);
    let is_yearly = sentence.contains("分别") && label::has(change.before, cues::AGAINST_LAST_YEAR);
    // 2024年较上年: the change must be that of the last year named.
    let latest = year::written(sentence).map(|named| named.year).max();
    let is_last = latest.is_some() && latest == year::last(sentence);
    (is_row && is_yearly && is_last).then_some((last, before))
}

/// The nearest figure before `index` in the sentence of `change` that counts alike.
fn nearest(passage: &Passage<'_>, index: usize, class: Option<Class>, change: &Mention<'_>) -> Option<usize> {
    passage
        .back_from(index)
        .take_while(|(_, mention)| mention.segment == change.segment)
        .find(|(_, mention)| {
            mention.quantity.class() == class && mention.depth == 0 && change_kind(mention).is_none()
        })
        .map(|(at, _)| at)
}

fn is_point(mention: &Mention<'_>) -> bool {
    mention.quantity.class() == Some(Class::PercentagePoint)
}

fn starts(mention: &Mention<'_>) -> bool {
    label::has(mention.before, &["由", "从"])
}

fn arrives(mention: &Mention<'_>) -> bool {
    label::has(mention.before, &["至", "到", "为"])
}

/// Whether the words name an earlier time.
fn is_earlier(mention: &Mention<'_>) -> bool {
    let names_the_past = label::has(mention.before, cues::EARLIER);
    names_the_past || (mention.lead == Lead::Open && year(mention).is_some())
}

fn year(mention: &Mention<'_>) -> Option<u16> {
    year::last(mention.run_up)
}

fn judged(
    change: &Mention<'_>,
    kind: Change,
    current: &Mention<'_>,
    previous: &Mention<'_>,
) -> Option<Statement> {
    let (new, old) = (current.quantity.base()?, previous.quantity.base()?);
    let operands = vec![
        Operand::of("current", current),
        Operand::of("previous", previous),
        Operand::of("change", change),
    ];
    let written = change.quantity.value;
    let readings = readings(change, kind, current, previous, new, old)?;
    let reading = readings.first()?;
    let all_exact =
        [change, current, previous].iter().all(|mention| mention.quantity.precision == Precision::Exact);
    if !all_exact {
        let equation = format!("{} ≈ {}", reading.shown, figure(change.quantity));
        return Some(Claim::new(
            ClaimKind::Growth,
            Status::Open,
            equation,
            Some(APPROXIMATE),
            operands,
            None,
        ));
    }
    let is_right_way = match kind {
        Change::Up => new >= old,
        Change::Down => new <= old,
        Change::Multiple => true,
    };
    let fits = |reading: &Reading| reading.value.minus(written).is_some_and(|gap| gap.abs() <= reading.slack);
    let near = |reading: &Reading| {
        reading.value.minus(written).is_some_and(|gap| {
            gap.abs() <= reading.slack || (reading.may_be_truncated && gap.abs() <= written.step())
        }) || reading.range.is_some_and(|(least, most)| least <= written && written <= most)
    };
    if is_right_way && let Some(found) = readings.iter().find(|reading| near(reading)) {
        let sign = if found.is_exact { "=" } else { "≈" };
        let equation = format!("{} {sign} {}", found.shown, figure(change.quantity));
        let excess = found.value.minus(written)?;
        let is_last_place = !fits(found) && excess.abs() <= written.step();
        let note = (!fits(found)).then_some(if is_last_place { LAST_PLACE } else { ROUNDED });
        let fault = is_last_place.then_some(Fault {
            computed: found.value,
            excess,
            certain: true,
            reason: Reason::LastPlace,
        });
        return Some(Claim::new(ClaimKind::Growth, Status::Holds, equation, note, operands, fault));
    }
    let wrong_base = (reading.is_rounded && !new.is_zero())
        .then(|| new.minus(old)?.abs().times(Decimal::whole(100))?.div_rounded(new, written.places()))
        .flatten()
        .is_some_and(|value| value == written);
    let reason = if !is_right_way {
        Reason::WrongDirection
    } else if wrong_base {
        Reason::WrongBase
    } else {
        Reason::Arithmetic
    };
    let unit =
        figure(change.quantity).trim_start_matches(|ch: char| ch.is_ascii_digit() || ch == '.').to_owned();
    let relation = if reading.is_exact { "=" } else { "≈" };
    let signs = match (is_right_way, kind) {
        (true, _) | (_, Change::Multiple) => ("", ""),
        (false, Change::Up) => ("−", "+"),
        (false, Change::Down) => ("+", "−"),
    };
    let shown = if is_right_way { &reading.shown } else { &reading.signed };
    let equation = format!(
        "{shown} {relation} {}{}{unit} ≠ {}{}",
        signs.0,
        reading.value,
        signs.1,
        figure(change.quantity)
    );
    let excess = reading.value.minus(written)?;
    let fault = Fault { computed: reading.value, excess, certain: true, reason };
    Some(Claim::new(ClaimKind::Growth, Status::Broken, equation, None, operands, Some(fault)))
}

/// One way to read a change, with what it comes to.
struct Reading {
    value: Decimal,
    /// With the larger figure first.
    shown: String,
    /// With the present figure first, for a wrong direction.
    signed: String,
    /// Whether the written change is a rounded quotient.
    is_rounded: bool,
    /// Whether one unit of the last place may be missing; 3 倍 is never 2 倍.
    may_be_truncated: bool,
    is_exact: bool,
    slack: Decimal,
    /// From the least to the most that it can be before the two figures were rounded.
    range: Option<(Decimal, Decimal)>,
}

/// The ways to read `change`; 上升 1.5% between two percentages may mean points.
fn readings(
    change: &Mention<'_>,
    kind: Change,
    current: &Mention<'_>,
    previous: &Mention<'_>,
    new: Decimal,
    old: Decimal,
) -> Option<Vec<Reading>> {
    let places = change.quantity.value.places();
    let (now, before) = (figure(current.quantity), figure(previous.quantity));
    let (larger, smaller) = if new >= old { (&now, &before) } else { (&before, &now) };
    let difference = new.minus(old)?.abs();
    let quotient = |above: Decimal, times: i128, shown: String, signed: String| -> Option<Reading> {
        let value = above.times(Decimal::whole(times))?.div_rounded(old, places)?;
        let is_exact = above.times(Decimal::whole(times))? == value.times(old)?;
        let both = current.quantity.tolerance()?.plus(previous.quantity.tolerance()?)?;
        let least = above.minus(both)?.times(Decimal::whole(times))?;
        let most = above.plus(both)?.times(Decimal::whole(times))?;
        let below = previous.quantity.tolerance()?;
        let range = least
            .div_rounded(old.plus(below)?, places)
            .zip(old.minus(below).and_then(|old| most.div_rounded(old, places)));
        Some(Reading {
            value,
            shown,
            signed,
            is_rounded: true,
            may_be_truncated: times == 100,
            is_exact,
            slack: Decimal::ZERO,
            range,
        })
    };
    let plain = || -> Option<Reading> {
        let factor = if change.quantity.is_amount() { change.quantity.factor } else { 1 };
        let slack = current.quantity.tolerance()?.plus(previous.quantity.tolerance()?)?;
        let slack = if change.quantity.is_amount() {
            slack.plus(change.quantity.tolerance()?)?
        } else {
            Decimal::ZERO
        };
        Some(Reading {
            value: difference.divided_by_power(factor)?,
            shown: format!("{larger} − {smaller}"),
            signed: format!("{now} − {before}"),
            is_rounded: false,
            may_be_truncated: false,
            is_exact: true,
            slack: slack.divided_by_power(factor)?,
            range: None,
        })
    };
    let by_difference = |times: i128| {
        let signed = format!("({now} − {before}) ÷ {before}");
        quotient(difference, times, format!("({larger} − {smaller}) ÷ {before}"), signed)
    };
    Some(match change.quantity.class() {
        Some(Class::PercentagePoint) => vec![plain()?],
        Some(Class::Percent) if current.quantity.is_share() => vec![plain()?, by_difference(100)?],
        Some(Class::Percent) => vec![by_difference(100)?],
        Some(Class::Times) if kind == Change::Multiple => {
            let shown = format!("{now} ÷ {before}");
            vec![quotient(new, 1, shown.clone(), shown)?]
        }
        Some(Class::Times) => vec![by_difference(1)?],
        class if class == current.quantity.class() && !current.quantity.is_share() => vec![plain()?],
        _ => return None,
    })
}
