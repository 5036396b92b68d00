//! Columns that are computed from other columns: shares, rates, growth, differences.
//!
//! [`titles`] tells what a column is computed from, [`formula`] whether a cell is right. A rate in the 合计 row is
//! computed from the totals like any other; only shares add up.
//!
//! *Invariant:* what a column is computed from is said by the titles, or by what its other rows hold; where two
//! columns could be meant there is no claim.

mod formula;
mod titles;

use super::grid::{ColumnKind, Grid, RowKind};
use super::verdict::{self, Check};
use super::{Place, sums, words};
use crate::claims::Statement;
use crate::claims::cues;
use crate::claims::judge::Sum;
use formula::{Computed, Formula};
use titles::{is_computed, operands_of};

/// The statements about computed columns of `grid`.
pub fn claims(grid: &Grid, out: &mut Vec<Statement>) {
    for column in 0..grid.columns.len() {
        if let Some((formula, first, second)) = operands_of(grid, column) {
            let rows = (0..grid.rows.len())
                .filter(|&row| grid.rows.get(row).is_some_and(|row| row.kind != RowKind::Aside));
            let cells = rows.map(|row| Computed {
                formula,
                result: Place { row, column },
                first: Place { row, column: first },
                second: Place { row, column: second },
            });
            // What a rate is made of is only guessed from its name; the others say it.
            settle(grid, cells, grid.is_clear && formula != Formula::Quotient, out);
        } else if !shares(grid, column, out) && !from_year_to_year(grid, column, out) {
            unnamed(grid, column, out);
        }
    }
}

/// 占比: each row's count as a share of the total's, and all shares together.
fn shares(grid: &Grid, column: usize, out: &mut Vec<Statement>) -> bool {
    let is_share = grid.columns.get(column).is_some_and(|own| {
        own.kind == ColumnKind::Rate
            && (words::has(&own.title, cues::SHARE_NOUNS) || words::has(&own.title, &["占比", "百分比"]))
    });
    let Some(total) = sums::only_total(grid).filter(|_| is_share) else { return false };
    let first = out.len();
    let counts = column.checked_sub(1).filter(|&at| {
        grid.columns
            .get(at)
            .is_some_and(|left| matches!(left.kind, ColumnKind::Amount | ColumnKind::Total(_)))
    });
    if let Some(counts) = counts {
        let rows = (0..grid.rows.len())
            .filter(|&row| grid.rows.get(row).is_some_and(|row| row.kind != RowKind::Aside));
        let cells = rows.map(|row| Computed {
            formula: Formula::Quotient,
            result: Place { row, column },
            first: Place { row, column: counts },
            second: Place { row: total, column: counts },
        });
        settle(grid, cells, false, out);
    }
    let is_explained = out.len() > first;
    let rows =
        (0..grid.rows.len()).filter(|&row| grid.rows.get(row).is_some_and(|row| row.kind == RowKind::Detail));
    let parts = rows.map(|row| Place { row, column }).collect();
    if let Some(check) = sums::check(grid, sums::Total { total: Place { row: total, column }, parts })
        && check.subject.parts.len() >= 2
        && (check.sum == Sum::Meets || !is_explained)
    {
        let has_subtotals = grid.rows.iter().filter(|row| matches!(row.kind, RowKind::Total(_))).count() > 1;
        sums::conclude(grid, vec![check], grid.is_clear && !has_subtotals, out);
    }
    true
}

/// 年度, 案件数, 增长率: each row grew from the one above it, where the rows are years in order.
fn from_year_to_year(grid: &Grid, column: usize, out: &mut Vec<Statement>) -> bool {
    let is_growth = grid.columns.get(column).is_some_and(|own| {
        own.kind == ColumnKind::Rate && words::is_change(&own.title) && !own.title.contains("环比")
    });
    let year_of = |row: usize| {
        let label = grid.rows.get(row).map_or("", |row| row.label.as_str());
        let is_of_years =
            || grid.columns.first().is_some_and(|first| matches!(first.title.as_str(), "年度" | "年份"));
        let written = || grid.figure(row, 0).filter(|_| is_of_years())?.value.to_whole()?.try_into().ok();
        words::year(label).or_else(written)
    };
    let years: Option<Vec<u16>> = (0..grid.rows.len()).map(year_of).collect();
    let follow =
        |years: &Vec<u16>| years.iter().zip(years.iter().skip(1)).all(|(year, next)| year + 1 == *next);
    let is_in_order = years.filter(|years| years.len() >= 2).is_some_and(|years| follow(&years));
    let amount = column.checked_sub(1).filter(|&at| {
        grid.columns
            .get(at)
            .is_some_and(|left| matches!(left.kind, ColumnKind::Amount | ColumnKind::Total(_)))
    });
    let Some(amount) = amount.filter(|_| is_growth && is_in_order) else { return false };
    let cells = (1..grid.rows.len()).map(|row| Computed {
        formula: Formula::Growth,
        result: Place { row, column },
        first: Place { row, column: amount },
        second: Place { row: row - 1, column: amount },
    });
    settle(grid, cells, grid.is_clear, out);
    true
}

/// A rate whose name neither of its two columns bears (接警, 处警, 出警率): it is of the one before, told by what the
/// other rows hold.
fn unnamed(grid: &Grid, column: usize, out: &mut Vec<Statement>) {
    const LEAST_ROWS: usize = 2;
    let kind = |at: usize| grid.columns.get(at).map(|column| column.kind);
    let start = (0..column).rev().find(|&at| is_computed(grid, at)).map_or(0, |at| at + 1);
    let counts: Vec<usize> = (start..column)
        .filter(|&at| {
            matches!(kind(at), Some(ColumnKind::Amount | ColumnKind::Total(_) | ColumnKind::Subset))
        })
        .collect();
    let [second, first] = counts.as_slice() else { return };
    if kind(column) != Some(ColumnKind::Rate) {
        return;
    }
    let checks: Vec<Check<Computed>> = (0..grid.rows.len())
        .filter(|&row| grid.rows.get(row).is_some_and(|row| row.kind != RowKind::Aside))
        .filter_map(|row| {
            let place = |column: usize| Place { row, column };
            let (first, second) = (place(*first), place(*second));
            formula::check(
                grid,
                Computed { formula: Formula::Quotient, result: place(column), first, second },
            )
        })
        .collect();
    let holding = checks.iter().filter(|check| check.sum == Sum::Meets && check.is_telling).count();
    if holding >= LEAST_ROWS && holding * 2 > checks.len() {
        for (check, verdict) in verdict::settle(checks, false) {
            out.extend(formula::statement(grid, &check, verdict));
        }
    }
}

fn settle(grid: &Grid, cells: impl Iterator<Item = Computed>, is_clear: bool, out: &mut Vec<Statement>) {
    let checks: Vec<Check<Computed>> = cells.filter_map(|cell| formula::check(grid, cell)).collect();
    for (check, verdict) in verdict::settle(checks, is_clear) {
        out.extend(formula::statement(grid, &check, verdict));
    }
}
