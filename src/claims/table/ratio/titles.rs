//! What a column is computed from, told by its title and those of the columns beside it.
//!
//! *Invariant:* only titles and the kinds of columns are read, never the figures below them.

use super::super::grid::{ColumnKind, Grid};
use super::super::words;
use super::formula::Formula;
use crate::claims::cues::LAST_YEAR;
use crate::claims::rate::IN_TIME;
use crate::facts::year;
use crate::search;

/// What the column at `column` is computed from.
pub fn operands_of(grid: &Grid, column: usize) -> Option<(Formula, usize, usize)> {
    let own = grid.columns.get(column)?;
    let title = own.title.as_str();
    // Two groups of columns, each with its own rate: only what stands behind the last rate counts.
    let start = (0..column).rev().find(|&at| is_computed(grid, at)).map_or(0, |at| at + 1);
    let only = |fits: &dyn Fn(&str) -> bool| -> Option<usize> {
        let mut found = (start..column).filter(|&at| {
            grid.columns.get(at).is_some_and(|column| {
                matches!(column.kind, ColumnKind::Amount | ColumnKind::Total(_) | ColumnKind::Aside)
                    && fits(&column.title)
            })
        });
        let first = found.next()?;
        found.next().is_none().then_some(first)
    };
    if words::is_saved(title) {
        let now = only(&words::is_limit_of_now)?;
        let before = only(&words::is_limit_of_before)?;
        let unit = |at: usize| grid.columns.get(at).map_or("", |column| column.unit.as_str());
        let is_one_unit = unit(now) == unit(before) && (unit(column).is_empty() || unit(column) == unit(now));
        return match own.kind {
            ColumnKind::Rate if unit(now) == unit(before) => Some((Formula::Saved, now, before)),
            ColumnKind::Amount | ColumnKind::Aside if is_one_unit && words::is_saved_time(title) => {
                Some((Formula::Less, now, before))
            }
            _ => None,
        };
    }
    if words::is_change(title) || words::is_decline(title) {
        // Two differences in a row (增减, 增长率) are computed from the same two columns.
        let start = (0..column)
            .rev()
            .find(|&at| grid.columns.get(at).is_some_and(|column| !words::is_change(&column.title)))
            .map(|last| (0..last).rev().find(|&at| is_computed(grid, at)).map_or(0, |at| at + 1))?;
        let (current, previous) = years(grid, start, column)?;
        return match own.kind {
            ColumnKind::Rate if words::is_decline(title) => Some((Formula::Saved, current, previous)),
            ColumnKind::Rate => Some((Formula::Growth, current, previous)),
            ColumnKind::Amount | ColumnKind::Aside if !words::is_decline(title) => {
                Some((Formula::Difference, current, previous))
            }
            _ => None,
        };
    }
    let stem = title.strip_suffix('率').filter(|_| own.kind == ColumnKind::Rate)?;
    let stem = search::behind(stem, IN_TIME).unwrap_or(stem);
    if search::length(stem) < 2 {
        return None;
    }
    let above = only(&|title| title.contains(stem) && !words::has(title, &["未", "不", "应"]))?;
    let below = only(&|title| {
        !title.contains(stem)
            && words::has(
                title,
                &[
                    "受理", "收到", "应", "总", "合计", "发现", "排查", "检查", "抽", "承办", "提出", "参",
                    "登记", "调解", "立案", "收案", "新收", "交办", "转办", "接收", "任务", "计划", "目标",
                ],
            )
    })
    .or_else(|| only(&|title| !title.contains(stem)))?;
    Some((Formula::Quotient, above, below))
}

/// The columns of this year and the year before, each the only one of its kind.
fn years(grid: &Grid, start: usize, end: usize) -> Option<(usize, usize)> {
    let amounts: Vec<usize> = (start..end)
        .filter(|&at| {
            grid.columns.get(at).is_some_and(|column| {
                matches!(column.kind, ColumnKind::Amount | ColumnKind::Aside)
                    && !words::is_change(&column.title)
            })
        })
        .collect();
    let title = |at: usize| grid.columns.get(at).map_or("", |column| column.title.as_str());
    let [first, second] = amounts.as_slice() else {
        return of_the_same_name(grid, &amounts).or_else(|| of_the_last_years(&amounts, &title, end));
    };
    let is_pair = |previous: &str, current: &str| match (words::year(previous), words::year(current)) {
        (Some(previous), Some(current)) => previous.checked_add(1) == Some(current),
        _ => {
            words::is_previous(previous) && words::is_current(current)
                || is_of_the_year_before(previous, current)
        }
    };
    if is_pair(title(*first), title(*second)) {
        return Some((*second, *first));
    }
    is_pair(title(*second), title(*first)).then_some((*first, *second))
}

/// 2022年, 2023年, 2024年, 增长: of several years in order the last two, where the change names no other.
fn of_the_last_years<'t>(
    amounts: &[usize],
    title: &dyn Fn(usize) -> &'t str,
    change: usize,
) -> Option<(usize, usize)> {
    let [.., previous, current] = amounts else { return None };
    let years: Option<Vec<u16>> = amounts.iter().map(|&at| words::year(title(at))).collect();
    let years = years?;
    let follow = years.iter().zip(years.iter().skip(1)).all(|(year, next)| year + 1 == *next);
    let last = *years.last()?;
    let is_of_last = year::written(title(change)).all(|named| named.year == last || named.year + 1 == last);
    let is_yearly = !["年均", "平均", "累计", "三年"].iter().any(|word| title(change).contains(word));
    (follow && is_of_last && is_yearly).then_some((*current, *previous))
}

/// 件数, 同比增减, 上年件数: the year before stands behind the change, under the name of the only column in front.
fn of_the_same_name(grid: &Grid, in_front: &[usize]) -> Option<(usize, usize)> {
    let [current] = in_front else { return None };
    let title = grid.columns.get(*current)?.title.as_str();
    let mut earlier = grid.columns.iter().enumerate().filter(|(_, column)| {
        let name = search::behind(&column.title, LAST_YEAR);
        matches!(column.kind, ColumnKind::Amount | ColumnKind::Aside) && name == Some(title)
    });
    let (previous, _) = earlier.next()?;
    earlier.next().is_none().then_some((*current, previous))
}

/// Whether `previous` is the title `current` with the year before in front: 上年件数 and 件数.
fn is_of_the_year_before(previous: &str, current: &str) -> bool {
    !current.is_empty() && LAST_YEAR.iter().any(|cue| previous.strip_prefix(cue) == Some(current))
}

/// Whether the column at `column` is computed from others: a rate or a change.
pub fn is_computed(grid: &Grid, column: usize) -> bool {
    grid.columns
        .get(column)
        .is_some_and(|column| column.kind == ColumnKind::Rate || words::is_change(&column.title))
}
