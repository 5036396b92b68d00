//! Several changes in one row, told apart by 分别: 受理 54 件、办结 51 件，同比分别增加 9 件、6 件，分别增长 20%、13.3%.
//!
//! *Invariant:* figures are paired by their order, and only where there are as many of one row as of the other.

use std::ops::Range;

use super::change::{Change, change_kind, direction};
use super::departure::starts;
use super::earlier::{is_earlier, is_set_against};
use super::pair::arrives;
use super::{implied, subject, verdict, words};
use crate::claims::cue_set::Cue;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::claims::{Statement, cues, label};
use crate::facts::year;

/// The changes of one row.
pub struct Row {
    /// Which figures they are.
    pub range: Range<usize>,
    /// The direction of each.
    kinds: Vec<Change>,
}

impl Row {
    /// Whether all of them go the way of `kind`.
    pub fn is_all(&self, kind: Change) -> bool {
        self.kinds.iter().all(|one| *one == kind)
    }
}

/// The row of changes that begins at `index`: 分别增长 20%、13.3%, or 分别增长 20% 和下降 5%, or without 分别
/// several figures behind one word.
pub fn row_at(passage: &Passage<'_>, index: usize) -> Option<Row> {
    let first = passage.mentions.get(index)?;
    let has_another = passage.mentions.get(index + 1).is_some_and(|next| {
        next.lead == Lead::Pause
            && next.before.is_empty()
            && next.quantity.is_share() == first.quantity.is_share()
    });
    if !has_another && !first.has(Cue::Respectively) {
        return None;
    }
    let mut kinds = vec![direction(first, &first.before.replace("分别", ""))?];
    for (_, next) in passage.ahead_from(index + 1) {
        if next.lead != Lead::Pause
            || next.bracket != first.bracket
            || next.clause != first.clause
            || next.quantity.class() != first.quantity.class() && first.quantity.is_share()
        {
            break;
        }
        let kind = if next.before.is_empty() { kinds.last().copied() } else { direction(next, next.before) };
        kinds.push(kind?);
    }
    Some(Row { range: index..index + kinds.len(), kinds })
}

/// The statements of the changes in `row`; none where it cannot be said which figures changed by them.
pub fn claims(passage: &Passage<'_>, row: &Row) -> Vec<Statement> {
    let count = row.kinds.len();
    if count < 2 {
        return Vec::new();
    }
    let sides = Sides::around(passage, row);
    let changes = passage.mentions.get(row.range.clone()).unwrap_or_default();
    let current = sides.current_row(count);
    let previous = if sides.previous.len() == count { Some(sides.previous.as_slice()) } else { None };
    // 受理 86 件、94 件，败诉率分别下降 2.1%、1.6%.
    let is_another = |row: &[&Mention<'_>]| {
        changes.first().zip(row.first()).is_some_and(|(change, now)| {
            !words::has_no_subject(&change.before.replace("分别", ""))
                && subject::is_another(change, now, now)
        })
    };
    if current.is_some_and(is_another) {
        return Vec::new();
    }
    let each = changes.iter().zip(&row.kinds).enumerate();
    match (current, previous) {
        (Some(current), None) if is_of_years(passage, current) => each
            .skip(1)
            .zip(current.iter().zip(current.iter().skip(1)))
            .filter_map(|((_, (change, kind)), (before, now))| verdict::judged(change, *kind, now, before))
            .collect(),
        (Some(current), Some(previous)) => each
            .zip(current.iter().zip(previous))
            .filter(|((_, (change, _)), (now, before))| {
                now.quantity.class() == before.quantity.class()
                    && (!change.quantity.is_amount() || change.quantity.class() == now.quantity.class())
            })
            .filter_map(|((_, (change, kind)), (now, before))| verdict::judged(change, *kind, now, before))
            .collect(),
        (Some(current), None) if sides.steps.len() == count => each
            .zip(current.iter().zip(&sides.steps))
            .filter(|((_, (change, _)), (now, step))| {
                change.quantity.is_share() && now.quantity.class() == step.quantity.class()
            })
            .filter_map(|((_, (change, kind)), (now, step))| implied::judged(now, step, change, *kind))
            .collect(),
        _ => Vec::new(),
    }
}

/// What stands around a row of changes in its sentence.
#[derive(Default)]
struct Sides<'p, 'a> {
    /// The figures now, in order.
    current: Vec<&'p Mention<'a>>,
    /// The figures before.
    previous: Vec<&'p Mention<'a>>,
    /// The changes in amount that stand right in front of changes in percent.
    steps: Vec<&'p Mention<'a>>,
}

impl<'p, 'a> Sides<'p, 'a> {
    fn around(passage: &'p Passage<'a>, row: &Row) -> Self {
        let mut sides = Self::default();
        let Some(first) = passage.mentions.get(row.range.start) else { return sides };
        let mut before: Vec<(usize, &'p Mention<'a>)> = passage
            .back_from(row.range.start)
            .take_while(|(_, mention)| mention.segment == first.segment)
            .filter(|(_, mention)| mention.bracket == first.bracket)
            .collect();
        before.reverse();
        let mut steps_to = 0;
        // A figure of a row is of the time that the first of the row names.
        let mut is_row_of_the_past = false;
        for (at, mention) in before {
            if at < steps_to {
                sides.steps.push(mention);
                continue;
            }
            if let Some(steps) = row_at(passage, at) {
                steps_to = steps.range.end;
                sides.steps = vec![mention];
                continue;
            }
            // 平均每件 0.56 万元 is what the figures beside it make.
            if change_kind(mention).is_some() || mention.has(Cue::Average) {
                continue;
            }
            is_row_of_the_past = match mention.lead {
                _ if starts(mention) => true,
                Lead::Pause if !arrives(mention) => is_row_of_the_past,
                _ => {
                    is_past(mention)
                        || sides.current.first().is_some_and(|now| is_row_of_before(mention, now))
                }
            };
            let side = if is_row_of_the_past { &mut sides.previous } else { &mut sides.current };
            side.push(mention);
        }
        if steps_to != row.range.start {
            sides.steps.clear();
        }
        if sides.previous.is_empty() {
            sides.previous = previous_in_bracket(passage, row.range.start);
        }
        if sides.previous.is_empty() {
            sides.previous = previous_behind(passage, row.range.end);
        }
        if sides.current.is_empty() {
            sides.current = current_in_sentence_before(passage, row.range.start);
        }
        sides
    }

    /// The `count` figures of now: all that stand in front, the only row of them that counts as the row of before does, or the
    /// last row.
    fn current_row(&self, count: usize) -> Option<&[&'p Mention<'a>]> {
        if self.current.len() > count && self.previous.len() == count {
            let mut alike = self.current.windows(count).filter(|row| {
                let leads = row.iter().enumerate().all(|(at, now)| (at == 0) == (now.lead != Lead::Pause));
                let counts = |(now, before): (&&Mention<'_>, &&Mention<'_>)| {
                    now.quantity.class() == before.quantity.class()
                };
                leads && row.iter().zip(&self.previous).all(counts)
            });
            match (alike.next(), alike.next()) {
                // 立案 320 件、结案 300 件，移送公安 6 件、检察 8 件，较上年: of either row.
                (Some(_), Some(_)) => return None,
                (Some(only), None) => return Some(only),
                _ => {}
            }
        }
        let start = self.current.len().checked_sub(count)?;
        let row = self.current.get(start..)?;
        let is_row = row.iter().skip(1).all(|mention| mention.lead == Lead::Pause)
            && row.first().is_some_and(|first| first.lead != Lead::Pause);
        (start == 0 || is_row).then_some(row)
    }
}

/// The row that a sentence without a subject of its own is about: 受理、办结分别为 54 件、51 件。同比分别增长 20%、13.3%.
fn current_in_sentence_before<'p, 'a>(passage: &'p Passage<'a>, index: usize) -> Vec<&'p Mention<'a>> {
    const BEGINNINGS: &[&str] = &["分别", "与上年", "与去年", "上年", "去年", "上年同期"];
    let Some(change) = passage.mentions.get(index) else { return Vec::new() };
    let words = passage.between(change.sentence_start, change.quantity.span.start);
    if !label::begins(words, cues::AGAINST_LAST_YEAR) && !label::begins(words, BEGINNINGS) {
        return Vec::new();
    }
    let mut row: Vec<&'p Mention<'a>> = passage
        .back_from(index)
        .map(|(_, mention)| mention)
        .filter(|mention| mention.sentence != change.sentence && mention.depth == 0)
        .take_while(|mention| mention.sentence + 1 == change.sentence)
        .collect();
    row.reverse();
    let is_row = row.iter().skip(1).all(|mention| mention.lead == Lead::Pause)
        && row.iter().all(|mention| mention.quantity.is_amount() && change_kind(mention).is_none());
    if is_row { row } else { Vec::new() }
}

/// The row of figures of an earlier time in the bracket in front of the change at `index`: 420 件、398 件（上年分别为 400 件、360 件），同比分别增长.
fn previous_in_bracket<'p, 'a>(passage: &'p Passage<'a>, index: usize) -> Vec<&'p Mention<'a>> {
    let Some(change) = passage.mentions.get(index) else { return Vec::new() };
    let mut row: Vec<&'p Mention<'a>> = passage
        .back_from(index)
        .map(|(_, mention)| mention)
        .take_while(|mention| {
            mention.depth.checked_sub(change.depth) == Some(1) && mention.segment == change.segment
        })
        .collect();
    row.reverse();
    let opens = row.first().is_some_and(|first| first.lead == Lead::Open && is_past(first));
    let is_row = row.iter().skip(1).all(|mention| mention.lead == Lead::Pause && mention.before.is_empty());
    if opens && is_row { row } else { Vec::new() }
}

/// The row of figures of an earlier time at `index`: （上年分别为 45 件、45 件）; or behind a stronger mark with 分别.
fn previous_behind<'p, 'a>(passage: &'p Passage<'a>, index: usize) -> Vec<&'p Mention<'a>> {
    let Some(first) = passage.mentions.get(index) else { return Vec::new() };
    let is_led = match first.lead {
        Lead::Open | Lead::Comma => true,
        Lead::Semicolon | Lead::Start => first.has(Cue::Respectively),
        _ => false,
    };
    let opens = is_led && is_past(first);
    passage
        .ahead_from(index)
        .enumerate()
        .take_while(|(at, (_, mention))| {
            opens
                && mention.clause == first.clause
                && mention.bracket == first.bracket
                && (*at == 0 || mention.lead == Lead::Pause)
        })
        .map(|(_, (_, mention))| mention)
        .collect()
}

/// Whether `row` has a figure for each of several years in order: 2023年、2024年分别受理 100 件、120 件.
fn is_of_years(passage: &Passage<'_>, row: &[&Mention<'_>]) -> bool {
    let Some(first) = row.first() else { return false };
    let words = passage.between(first.sentence_start, first.quantity.span.start);
    let years: Vec<u16> = year::written(words).map(|named| named.year).collect();
    let follow = years.iter().zip(years.iter().skip(1)).all(|(year, next)| year + 1 == *next);
    years.len() == row.len() && follow
}

/// 167 件，2022年分别为 191 件: whether `mention` heads a row of a year before that of `now`, and says nothing else of it.
fn is_row_of_before(mention: &Mention<'_>, now: &Mention<'_>) -> bool {
    let Some(named) = year::written(mention.before).next().filter(|named| named.span.start == 0) else {
        return false;
    };
    let rest =
        mention.before.get(named.span.end as usize..).unwrap_or("").trim_start_matches(['度', '同', '期']);
    matches!(rest, "分别为" | "分别是" | "分别有" | "依次为") && now.year.is_none_or(|year| year > named.year)
}

/// Whether the figure is of an earlier time; 其中上年结转 is among those of now.
fn is_past(mention: &Mention<'_>) -> bool {
    let is_against_a_year = || is_set_against(mention) && year::last(mention.before).is_some();
    (is_earlier(mention) || is_against_a_year())
        && !mention.before.contains("其中")
        && !mention.has(Cue::CarriedOver)
}
