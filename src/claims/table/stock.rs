//! What there was, what came in, what went out and what there is, as columns of a table: 原有, 新增, 取消, 现有.
//!
//! *Invariant:* every column between the two stocks is told by its title; with one that is not, nothing is said.

use super::balance::{self, Balance, Move};
use super::grid::{ColumnKind, Grid, RowKind};
use super::verdict::Check;
use super::{Place, carry, net, words};

/// The columns of a stock and its movements.
struct Columns {
    opening: usize,
    moves: Vec<(Move, usize)>,
    closing: usize,
}

fn columns(grid: &Grid) -> Option<Columns> {
    if carry::has_columns(grid) {
        return None;
    }
    let title = |at: usize| grid.columns.get(at).map_or("", |column| column.title.as_str());
    let opening = (0..grid.columns.len()).find(|&at| words::is_former_stock(title(at)))?;
    let closing = (opening + 1..grid.columns.len()).find(|&at| words::is_present_stock(title(at)))?;
    let is_amount = |at: usize| {
        grid.columns.get(at).is_some_and(|column| {
            matches!(column.kind, ColumnKind::Amount | ColumnKind::Total(_) | ColumnKind::Aside)
        })
    };
    if !(opening..=closing).all(is_amount) {
        return None;
    }
    let mut moves = Vec::new();
    // 新增, 注销, 净增: the net is what these make, and no movement beside them.
    let is_net = |at: usize| net::columns(grid, at).is_some();
    for at in (opening + 1..closing).filter(|&at| !is_net(at)) {
        match words::movement(title(at))? {
            words::Movement::In => moves.push((Move::In, at)),
            words::Movement::Out => moves.push((Move::Out, at)),
            words::Movement::Neither => {}
        }
    }
    (!moves.is_empty()).then_some(Columns { opening, moves, closing })
}

/// The check of every row of `grid` that tells of a stock.
pub fn checks(grid: &Grid) -> Vec<Check<Balance>> {
    let Some(columns) = columns(grid) else { return Vec::new() };
    let rows = grid.rows.iter().enumerate().filter(|(_, row)| row.kind != RowKind::Aside);
    rows.filter_map(|(row, _)| {
        let place = |column: usize| Place { row, column };
        let moves = columns.moves.iter().map(|&(does, column)| (does, place(column))).collect();
        balance::check(
            grid,
            Balance { opening: Some(place(columns.opening)), moves, closing: place(columns.closing) },
        )
    })
    .collect()
}
