//! The figures of a table that have a name of their own, so that running text can say them again: 行政处罚（件） in a
//! list of figures, the 合计 below a column, the 总计 of a row.
//!
//! *Invariant:* a figure of an earlier year, a part, a rate or one that several columns qualify has no name here.

use super::grid::{ColumnKind, Grid, RowKind};
use super::{Place, words};
use crate::claims::Operand;
use crate::facts::{Class, Quantity, measure};
use crate::source::ViewSpan;

/// A figure with its name.
pub struct Named {
    /// What it counts, without the unit.
    pub name: String,
    /// What it counts in, if the table says it.
    pub class: Option<Class>,
    /// The year above it.
    pub year: Option<u16>,
    /// The figure.
    pub quantity: Quantity,
    /// Whether it is the sum of its column.
    pub is_total: bool,
    /// Whether 万 or the like stands in the header and not beside it.
    pub is_scaled: bool,
    /// The same as it stands in a claim.
    pub operand: Operand<ViewSpan>,
}

/// The figures of `grid` with a name.
pub fn figures(grid: &Grid) -> Vec<Named> {
    let mut found = Vec::new();
    if !grid.is_clear {
        return found;
    }
    if let Some(column) = value_column(grid) {
        for (row, record) in grid.rows.iter().enumerate().filter(|(_, row)| row.kind == RowKind::Detail) {
            let (name, unit) = words::split_unit(&record.label);
            let unit = [unit, record.unit.as_str()].into_iter().find(|unit| !unit.is_empty());
            found.extend(named(grid, Place { row, column }, name, unit));
        }
    }
    if let Some(row) = only_total(grid) {
        let amounts = grid.columns.iter().enumerate().filter(|(_, column)| column.kind == ColumnKind::Amount);
        found
            .extend(amounts.filter_map(|(column, own)| named(grid, Place { row, column }, &own.title, None)));
    }
    found
}

/// The column that holds the value of each row: the only one with amounts of this year, or the total of all.
fn value_column(grid: &Grid) -> Option<usize> {
    let totals: Vec<usize> = at_kind(grid, |kind| kind == ColumnKind::Total(words::TOTAL));
    if let [only] = totals.as_slice() {
        return Some(*only);
    }
    let amounts = at_kind(grid, |kind| matches!(kind, ColumnKind::Amount | ColumnKind::Aside));
    let is_of_now = |column: &usize| {
        grid.columns
            .get(*column)
            .is_some_and(|column| !words::is_previous(&column.title) && !words::is_change(&column.title))
    };
    let now: Vec<usize> = amounts.into_iter().filter(is_of_now).collect();
    let [only] = now.as_slice() else { return None };
    grid.columns.get(*only).filter(|column| words::is_value(&column.title)).map(|_| *only)
}

fn at_kind(grid: &Grid, wanted: impl Fn(ColumnKind) -> bool) -> Vec<usize> {
    let columns = grid.columns.iter().enumerate();
    columns.filter(|(_, column)| wanted(column.kind)).map(|(at, _)| at).collect()
}

/// The only total row, where every other row is added up in it.
fn only_total(grid: &Grid) -> Option<usize> {
    let mut totals = grid
        .rows
        .iter()
        .enumerate()
        .filter(|(_, row)| matches!(row.kind, RowKind::Total(_)))
        .map(|(at, _)| at);
    totals.next().filter(|_| totals.next().is_none())
}

fn named(grid: &Grid, place: Place, name: &str, row_unit: Option<&str>) -> Option<Named> {
    let mut quantity = *grid.at(place)?;
    let column = grid.columns.get(place.column)?;
    let unit = row_unit.unwrap_or(&column.unit);
    // 万元 in the header multiplies every figure below it.
    let is_scaled = unit.contains(['万', '亿', '千']) && quantity.factor == 1;
    let unit = if is_scaled {
        const SCALES: &[(char, i128)] = &[('万', 10_000), ('亿', 100_000_000), ('千', 1000)];
        let (sign, factor) = SCALES.iter().find(|(sign, _)| unit.starts_with(*sign))?;
        quantity.factor = *factor;
        unit.strip_prefix(*sign)?
    } else {
        unit
    };
    // Below 件数 stand so many 件.
    let counted = column.title.strip_suffix('数').unwrap_or("");
    let of_title = || measure::read(counted).filter(|measure| measure.word == counted);
    let of_unit = measure::read(unit).or_else(of_title);
    let class = quantity.class().or_else(|| of_unit.map(|measure| measure.class));
    if name.is_empty() {
        return None;
    }
    let operand = grid.operand("again", place)?;
    Some(Named {
        name: name.to_owned(),
        class,
        year: words::year(&column.title),
        quantity,
        is_total: matches!(grid.rows.get(place.row)?.kind, RowKind::Total(_)),
        is_scaled,
        operand,
    })
}
