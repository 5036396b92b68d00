//! What came in less what went out, as a column behind these: 新增, 注销, 净增.
//!
//! *Invariant:* the columns in front are told by their titles, and something comes in and something goes out; with one
//! that is not told nothing is said.

use super::balance::{self, Balance, Move};
use super::grid::{ColumnKind, Grid, RowKind};
use super::verdict::Check;
use super::{Place, words};
use crate::claims::judge::Sum;

/// The columns that make the net in the column `at`, in order.
pub fn columns(grid: &Grid, at: usize) -> Option<Vec<(Move, usize)>> {
    let own =
        grid.columns.get(at).filter(|own| own.kind == ColumnKind::Amount && words::is_net(&own.title))?;
    let mut moves = Vec::new();
    for (before, column) in grid.columns.iter().enumerate().take(at).rev() {
        let is_amount = matches!(column.kind, ColumnKind::Amount | ColumnKind::Total(_));
        let is_stock = words::is_former_stock(&column.title);
        // 上年结余, 收入, 支出, 本年结余: what is left may hold what was there before.
        if is_stock && own.title.contains("结余") {
            return None;
        }
        match column.kind {
            ColumnKind::Subset => continue,
            _ if is_stock || words::is_net(&column.title) => break,
            ColumnKind::Words | ColumnKind::Serial | ColumnKind::Rate => break,
            _ if !is_amount || column.unit != own.unit || words::is_previous(&column.title) => return None,
            _ => {}
        }
        match words::movement(&column.title)? {
            words::Movement::In => moves.push((Move::In, before)),
            words::Movement::Out => moves.push((Move::Out, before)),
            words::Movement::Neither => {}
        }
    }
    moves.reverse();
    let has = |wanted: Move| moves.iter().any(|(does, _)| *does == wanted);
    (has(Move::In) && has(Move::Out)).then_some(moves)
}

/// The checks of every row of `grid`, together for each column with a net.
pub fn checks(grid: &Grid) -> Vec<Vec<Check<Balance>>> {
    let nets = (0..grid.columns.len()).filter_map(|at| Some((at, columns(grid, at)?)));
    nets.map(|(net, moves)| {
        let rows = grid.rows.iter().enumerate().filter(|(_, row)| row.kind != RowKind::Aside);
        let check = |row: usize| {
            let place = |column: usize| Place { row, column };
            let moves = moves.iter().map(|&(does, column)| (does, place(column))).collect();
            balance::check(grid, Balance { opening: None, moves, closing: place(net) })
        };
        rows.filter_map(|(row, _)| check(row)).collect::<Vec<_>>()
    })
    .filter(|checks| is_meant(checks))
    .collect()
}

/// Whether the net holds in as many rows as it fails in: what came in and what went out may be of different things.
fn is_meant(checks: &[Check<Balance>]) -> bool {
    let holding = checks.iter().filter(|check| check.sum == Sum::Meets && check.is_telling).count();
    let failing = checks.iter().filter(|check| matches!(check.sum, Sum::Off { .. })).count();
    holding >= failing
}
