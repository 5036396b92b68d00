//! Columns that leave nothing of the one before them: what is left beside what was done (受理, 办结, 未结), and how it was
//! decided (申请, 准予, 不予).
//!
//! *Invariant:* they stand side by side in this order; a row is wrong only where other rows hold.

use super::grid::{ColumnKind, Grid, RowKind};
use super::sums::{self, Total};
use super::verdict::Check;
use super::{Place, balance, by_time, carry, words};
use crate::claims::judge::Sum;
use crate::claims::{kinds, parallel};
use crate::review::ClaimKind;

/// Words with which the title of what is left begins.
const LEFT: &[&str] = &["未", "尚未", "剩余", "在办", "正在", "待", "余"];

/// The most columns that outcomes fill.
const MOST_OUTCOMES: usize = 4;

/// The statements of `grid` about what is left, and about outcomes that are all there can be.
pub fn claims(grid: &Grid, out: &mut Vec<super::Statement>) {
    if carry::has_columns(grid) {
        return;
    }
    let title = |at: usize| grid.columns.get(at).map_or("", |column| column.title.as_str());
    for last in 2..grid.columns.len() {
        let is_left = LEFT.iter().any(|word| title(last).starts_with(word));
        // 未通过 tells how it was decided, and not that it is still to be.
        if is_left && are_beside(grid, last - 2, last) && !kinds::are_outcomes(&[title(last)]) {
            of_what_is_left(grid, last, out);
            continue;
        }
        for count in 2..=MOST_OUTCOMES.min(last) {
            let labels: Vec<&str> = (last + 1 - count..=last).map(title).collect();
            let goes_on =
                |next: &str| !next.is_empty() && kinds::are_of_one_set(&[&labels, &[next][..]].concat());
            // 优秀, 良好, 合格, 不合格: 良好 is one of them and not their whole.
            let is_row = !goes_on(title(last - count)) && !goes_on(title(last + 1));
            if is_row && are_beside(grid, last - count, last) && are_all(&labels) {
                of_outcomes(grid, last - count, last, &labels, out);
                break;
            }
        }
    }
}

/// The statements of the column `last`, what is left: of what came in and what was done in the two before it. Year by year
/// what was left before comes in as well, where the figures do not speak against it; what came in newly is never the
/// sum of the two others unless other years show that it was meant so.
fn of_what_is_left(grid: &Grid, last: usize, out: &mut Vec<super::Statement>) {
    let sums = checks(grid, last - 2, last);
    let Some(found) = by_time::checks(grid, last - 2, last) else {
        sums::conclude(grid, sums, false, out);
        return;
    };
    let holds = |check: &&Check<Total>| {
        let row = check.subject.total.row;
        check.sum == Sum::Meets && found.iter().any(|found| found.subject.closing.row == row)
    };
    let holding = sums.iter().filter(holds).count();
    let is_new = grid.columns.get(last - 2).is_some_and(|column| words::is_received(&column.title));
    if by_time::are_carried_on(&found, holding) {
        balance::conclude(grid, found, ClaimKind::Flow, out);
    } else if !is_new || holding > 0 {
        sums::conclude(grid, sums, false, out);
    }
}

/// The checks of the column `whole` against those behind it up to `last`. A total row is checked by what it adds up.
fn checks(grid: &Grid, whole: usize, last: usize) -> Vec<Check<Total>> {
    let details =
        (0..grid.rows.len()).filter(|&row| grid.rows.get(row).is_some_and(|row| row.kind == RowKind::Detail));
    let of_row = |row: usize| {
        let place = |column: usize| Place { row, column };
        sums::check(grid, Total { total: place(whole), parts: (whole + 1..=last).map(place).collect() })
    };
    details.filter_map(of_row).collect()
}

/// Whether the columns behind `whole` up to `last` are amounts, and it is one or their total.
fn are_beside(grid: &Grid, whole: usize, last: usize) -> bool {
    let kind = |at: usize| grid.columns.get(at).map(|column| column.kind);
    (whole + 1..=last).all(|at| kind(at) == Some(ColumnKind::Amount))
        && matches!(kind(whole), Some(ColumnKind::Amount | ColumnKind::Total(_)))
}

/// 准予 and 不予, 合格 and 不合格, 优秀 … 不合格: whether `titles` are all that can come of a thing.
fn are_all(titles: &[&str]) -> bool {
    let are_two = matches!(titles, [one, other] if parallel::are_contrary(one, other));
    are_two || kinds::are_complete(titles)
}

/// The statements of the column `whole` about its outcomes, where most rows show that they are all of it. Of what came in
/// some may not be decided yet, some was taken back, and some who were asked gave no answer: there only more than came in is
/// wrong. What was tested or marked has its mark.
fn of_outcomes(grid: &Grid, whole: usize, last: usize, titles: &[&str], out: &mut Vec<super::Statement>) {
    let mut found = checks(grid, whole, last);
    let telling = found.iter().filter(|check| check.sum == Sum::Meets && check.is_telling).count();
    let broken = found.iter().filter(|check| matches!(check.sum, Sum::Off { .. })).count();
    if telling <= broken {
        return;
    }
    let is_short =
        |check: &Check<Total>| matches!(check.sum, Sum::Off { excess, .. } if excess.is_negative());
    let are_marks = titles.iter().any(|title| title.ends_with("合格"));
    found.retain(|check| are_marks || !is_short(check));
    sums::conclude(grid, found, false, out);
}
