//! What is left of a column beside what was done: 受理, 办结, 未结.
//!
//! *Invariant:* the three stand side by side in this order; a row is wrong only where other rows hold.

use super::grid::{ColumnKind, Grid, RowKind};
use super::sums::{self, Total};
use super::{Place, carry};

/// Words with which the title of what is left begins.
const LEFT: &[&str] = &["未", "尚未", "剩余", "在办", "正在", "待", "余"];

/// The statements of `grid` about what is left.
pub fn claims(grid: &Grid, out: &mut Vec<super::Statement>) {
    if carry::has_columns(grid) {
        return;
    }
    let kind = |at: usize| grid.columns.get(at).map(|column| column.kind);
    for left in 2..grid.columns.len() {
        let title = grid.columns.get(left).map_or("", |column| column.title.as_str());
        let are_amounts = [left, left - 1].iter().all(|&at| kind(at) == Some(ColumnKind::Amount))
            && matches!(kind(left - 2), Some(ColumnKind::Amount | ColumnKind::Total(_)));
        if !are_amounts || !LEFT.iter().any(|word| title.starts_with(word)) {
            continue;
        }
        // A total row is checked by what it adds up.
        let details = (0..grid.rows.len())
            .filter(|&row| grid.rows.get(row).is_some_and(|row| row.kind == RowKind::Detail));
        let checks = details.filter_map(|row| {
            let place = |column: usize| Place { row, column };
            sums::check(grid, Total { total: place(left - 2), parts: vec![place(left - 1), place(left)] })
        });
        sums::conclude(grid, checks.collect(), false, out);
    }
}
