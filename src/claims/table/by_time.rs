//! What is left at the end of each year of a table, carried on into the next: 年度, 新收, 审结, 未结.
//!
//! Takes the columns of what came in, what was done and what is left, gives the check of every row against the one of
//! the time before it.
//!
//! *Invariant:* the rows are times that follow each other without a gap; the first of them has no stock before it, and
//! is no check.

use super::balance::{self, Balance, Move};
use super::grid::{Grid, RowKind};
use super::verdict::Check;
use super::{Place, words};
use crate::claims::judge::Sum;
use crate::claims::period;

/// The checks of the rows of `grid` with what came in in the column `received`, what was done in the next and what is left in
/// `left`; `None` where the rows are no times in order.
pub fn checks(grid: &Grid, received: usize, left: usize) -> Option<Vec<Check<Balance>>> {
    let done = received + 1;
    let rows: Vec<usize> = (0..grid.rows.len())
        .filter(|&row| grid.rows.get(row).is_some_and(|row| row.kind == RowKind::Detail))
        .collect();
    let label = |row: usize| grid.rows.get(row).map_or("", |row| row.label.as_str());
    let mut pairs: Vec<(usize, usize)> = rows.iter().copied().zip(rows.iter().copied().skip(1)).collect();
    let is_next = |&(before, row): &(usize, usize)| follows(label(before), label(row));
    if !pairs.iter().all(is_next) {
        // The latest year may stand first.
        pairs = pairs.into_iter().map(|(row, before)| (before, row)).collect();
    }
    if done + 1 != left || pairs.is_empty() || !pairs.iter().all(is_next) {
        return None;
    }
    let check = |(before, row): (usize, usize)| {
        let place = |column: usize| Place { row, column };
        let opening = Some(Place { row: before, column: left });
        let moves = vec![(Move::In, place(received)), (Move::Out, place(done))];
        balance::check(grid, Balance { opening, moves, closing: place(left) })
    };
    Some(pairs.into_iter().filter_map(check).collect())
}

/// Whether the figures speak for it that what is left is carried on: no fewer rows hold by that than the `sums` of a row
/// by itself do, of those that have a row before them.
pub fn are_carried_on(found: &[Check<Balance>], sums: usize) -> bool {
    let holding = found.iter().filter(|check| check.sum == Sum::Meets && check.is_telling).count();
    holding > 0 && holding >= sums
}

/// Whether the time `next` is the one right behind `time`: 2022 behind 2021, 二季度 behind 一季度.
fn follows(time: &str, next: &str) -> bool {
    match (words::year(time), words::year(next)) {
        (Some(year), Some(following)) => year + 1 == following,
        _ => period::follow_each_other(time, next),
    }
}
