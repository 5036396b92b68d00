//! 其中: a row or column that is part of the one before it.
//!
//! *Invariant:* a part is only ever compared with the whole next to it, in the same unit.

use super::Place;
use super::grid::{ColumnKind, Grid, RowKind};
use super::sums::{self, Total};
use crate::claims::judge::Interval;
use crate::claims::{Claim, Fault, Reason, Statement};
use crate::claims::{cues, kinds, label};
use crate::review::{ClaimKind, Status};

/// The statements about the parts of rows and columns in `grid`.
pub fn claims(grid: &Grid, out: &mut Vec<Statement>) {
    let is_amount =
        |kind: ColumnKind| matches!(kind, ColumnKind::Amount | ColumnKind::Total(_) | ColumnKind::Subset);
    for (row, record) in grid.rows.iter().enumerate().filter(|(_, row)| row.kind == RowKind::Subset) {
        let above = grid.rows.iter().take(row).rposition(|above| above.kind != RowKind::Subset);
        let Some(whole) =
            above.filter(|&above| grid.rows.get(above).is_some_and(|above| above.kind != RowKind::Aside))
        else {
            continue;
        };
        let columns = grid.columns.iter().enumerate().filter(|(_, column)| is_amount(column.kind));
        let pairs: Vec<(Place, Place)> = columns
            .filter(|_| record.is_aligned)
            .map(|(column, _)| (Place { row: whole, column }, Place { row, column }))
            .collect();
        let rows = rows_of_whole(grid, row);
        match rows.len() {
            0 | 1 => compare(grid, &pairs, out),
            _ => {
                let all_of = |total: Place| Total {
                    total,
                    parts: rows.iter().map(|&row| Place { row, ..total }).collect(),
                };
                let checks = pairs.iter().filter_map(|&(whole, _)| sums::check(grid, all_of(whole)));
                sums::conclude(grid, checks.collect(), grid.is_clear, out);
            }
        }
    }
    for (column, own) in grid.columns.iter().enumerate() {
        let before = grid.columns.iter().take(column).rposition(|before| before.kind != ColumnKind::Subset);
        let Some(whole) = before.filter(|_| own.kind == ColumnKind::Subset) else { continue };
        let fits = grid.columns.get(whole).is_some_and(|whole| {
            matches!(whole.kind, ColumnKind::Amount | ColumnKind::Total(_)) && whole.unit == own.unit
        });
        let rows = (0..grid.rows.len()).filter(|_| fits);
        let pairs: Vec<(Place, Place)> =
            rows.map(|row| (Place { row, column: whole }, Place { row, column })).collect();
        compare(grid, &pairs, out);
    }
}

/// The rows from the 其中 at `first` on, where their labels are all that there can be: 维持, 撤销, 驳回, 终止.
fn rows_of_whole(grid: &Grid, first: usize) -> Vec<usize> {
    let mut rows = vec![first];
    rows.extend(
        (first + 1..grid.rows.len())
            .take_while(|&row| grid.rows.get(row).is_some_and(|row| row.kind == RowKind::Detail)),
    );
    let labels: Vec<&str> = rows
        .iter()
        .filter_map(|&row| grid.rows.get(row))
        .map(|row| row.label.trim_start_matches("其中").trim_start_matches(['：', ':', '，']).trim())
        .collect();
    // Rows that begin a table anew stand behind others; what follows must end with it.
    let ends_table = rows.last().is_some_and(|&last| last + 1 == grid.rows.len());
    let closes = labels.last().is_some_and(|last| label::begins(last, cues::REST));
    if ends_table && (kinds::are_complete(&labels) || (closes && kinds::are_of_one_set(&labels))) {
        rows
    } else {
        Vec::new()
    }
}

/// The statements that each second figure is part of its first; none if that holds nowhere.
fn compare(grid: &Grid, pairs: &[(Place, Place)], out: &mut Vec<Statement>) {
    let statements: Vec<Statement> =
        pairs.iter().filter_map(|&(whole, part)| statement(grid, whole, part)).collect();
    let holding = statements.iter().filter(|statement| statement.status == Status::Holds).count();
    if holding > 0 || statements.len() == 1 {
        out.extend(statements);
    }
}

fn statement(grid: &Grid, whole: Place, part: Place) -> Option<Statement> {
    let (all, some) = (grid.at(whole)?, grid.at(part)?);
    let Interval { value, tolerance } = grid.interval(whole)?;
    let inner = grid.interval(part)?;
    let units_differ = all.class().is_some_and(|class| some.class().is_some_and(|other| other != class));
    if units_differ || value.is_negative() || inner.value.is_negative() {
        return None;
    }
    let exceeds = inner.value.minus(value)? > tolerance.plus(inner.tolerance)?;
    let (shown, written) = (crate::claims::figure(some), crate::claims::figure(all));
    let operands = vec![grid.operand("whole", whole)?, grid.operand("part", part)?];
    let (status, equation, fault) = match exceeds {
        false => (Status::Holds, format!("{shown} ≤ {written}"), None),
        true => {
            let excess = some.value.minus(all.value)?;
            let fault = Fault { computed: some.value, excess, certain: true, reason: Reason::Arithmetic };
            (Status::Broken, format!("{shown} > {written}"), Some(fault))
        }
    };
    Some(Claim::new(ClaimKind::Subset, status, equation, None, operands, fault))
}
