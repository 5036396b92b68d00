//! What came in and what was carried over against what was done and what is carried on: 新收 + 上年结转 = 办理结果总计 +
//! 结转下年度, as rows of a table or as its columns.
//!
//! *Invariant:* each of the four is named once, in this order but for the first two; else nothing is said.

use super::balance::{self, Balance, Move};
use super::grid::{ColumnKind, Grid, RowKind};
use super::verdict::Check;
use super::{Place, words};
use crate::claims::Statement;
use crate::review::ClaimKind;

/// The four rows, or the four columns.
#[derive(Clone, Copy, Debug)]
pub struct Carry {
    /// What came in.
    pub received: usize,
    /// What was carried over from the year before.
    pub carried: usize,
    /// What was done with.
    pub done: usize,
    /// What is carried on to the next year.
    pub left: usize,
}

/// The four rows of `grid`.
pub fn rows(grid: &Grid) -> Option<Carry> {
    let lines = grid.rows.iter().map(|row| (row.label.as_str(), matches!(row.kind, RowKind::Total(_))));
    find(&lines.collect::<Vec<_>>())
}

/// Whether the four are columns of `grid`.
pub fn has_columns(grid: &Grid) -> bool {
    columns(grid).is_some()
}

fn columns(grid: &Grid) -> Option<Carry> {
    let lines = grid.columns.iter().map(|column| (column.title.as_str(), false));
    find(&lines.collect::<Vec<_>>())
}

/// The four among `lines`, each with whether it is a total.
fn find(lines: &[(&str, bool)]) -> Option<Carry> {
    let only = |is_named: &dyn Fn(&str) -> bool| {
        let mut found = lines.iter().enumerate().filter(|(_, (label, _))| is_named(label)).map(|(at, _)| at);
        found.next().filter(|_| found.next().is_none())
    };
    let carried = only(&words::is_carried_over)?;
    let received = only(&words::is_received)?;
    let left = only(&words::is_carried_on)?;
    let from = carried.max(received) + 1;
    let between = lines.get(from..left)?;
    let done = between
        .iter()
        .rposition(|(_, is_total)| *is_total)
        .or_else(|| between.iter().position(|(label, _)| words::is_done(label)))?;
    Some(Carry { received, carried, done: from + done, left })
}

/// The statements of `grid` about what was carried over.
pub fn claims(grid: &Grid, out: &mut Vec<Statement>) {
    let is_amount = |kind: ColumnKind| {
        matches!(kind, ColumnKind::Amount | ColumnKind::Total(_) | ColumnKind::Subset | ColumnKind::Aside)
    };
    if let Some(carry) = rows(grid) {
        let columns = grid.columns.iter().enumerate().filter(|(_, column)| is_amount(column.kind));
        let checks = columns.filter_map(|(column, _)| check(grid, carry, |row| Place { row, column }));
        balance::conclude(grid, checks.collect(), ClaimKind::Flow, out);
    }
    if let Some(carry) = columns(grid) {
        let rows = grid.rows.iter().enumerate().filter(|(_, row)| row.kind != RowKind::Aside);
        let checks = rows.filter_map(|(row, _)| check(grid, carry, |column| Place { row, column }));
        balance::conclude(grid, checks.collect(), ClaimKind::Flow, out);
    }
}

fn check(grid: &Grid, carry: Carry, place: impl Fn(usize) -> Place) -> Option<Check<Balance>> {
    balance::check(
        grid,
        Balance {
            opening: Some(place(carry.carried)),
            moves: vec![(Move::In, place(carry.received)), (Move::Out, place(carry.done))],
            closing: place(carry.left),
        },
    )
}
