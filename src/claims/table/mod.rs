//! Numeric statements in tables: totals of rows and columns, parts, shares and rates.
//!
//! Takes the table rows of the source, gives statements of the kinds `table`, `subset`, `rate` and `flow`.
//! A relation is read from header and labels; a single figure is called wrong only where the
//! relation is seen to hold elsewhere in the table, or where nothing else is possible.
//!
//! *Invariant:* the grammar of sentences never sees a cell, and this folder never sees a sentence.

mod balance;
mod by_time;
mod carry;
mod grid;
mod layout;
mod members;
mod named;
mod net;
mod parts;
mod ragged;
mod ratio;
mod remaining;
mod rows;
mod stock;
mod subset;
mod sums;
mod verdict;
mod words;

use super::judge::Interval;
use super::{Operand, Statement};
use crate::document::Document;
use crate::facts::{Precision, Quantity};
use crate::review::ClaimKind;
use crate::source::{Source, ViewSpan};
use grid::Grid;
pub use named::Named;

/// The statements in the tables of the draft, and their figures that running text may say again.
pub fn claims(source: &Source<'_>, document: &Document, out: &mut Vec<Statement>) -> Vec<Named> {
    let mut found = Vec::new();
    for grid in rows::tables(source, document).iter().filter_map(|rows| layout::grid(rows)) {
        let mut balances = net::checks(&grid);
        balances.insert(0, stock::checks(&grid));
        let wrong: Vec<_> = balances.iter().flat_map(|checks| balance::wrong(checks)).collect();
        sums::claims(&grid, &wrong, out);
        for checks in balances {
            balance::conclude(&grid, checks, ClaimKind::Table, out);
        }
        subset::claims(&grid, out);
        ratio::claims(&grid, out);
        carry::claims(&grid, out);
        remaining::claims(&grid, out);
        found.extend(named::figures(&grid));
    }
    found
}

/// A cell by its row and column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Place {
    row: usize,
    column: usize,
}

impl Grid {
    fn at(&self, place: Place) -> Option<&Quantity> {
        self.figure(place.row, place.column)
    }

    /// What the figure at `place` may have been before rounding; `None` for an approximation.
    fn interval(&self, place: Place) -> Option<Interval> {
        let quantity = self.at(place).filter(|quantity| quantity.precision == Precision::Exact)?;
        let mut interval = Interval::of(quantity)?;
        let is_rounded = quantity.is_share() || self.columns.get(place.column)?.is_rounded();
        if is_rounded && quantity.factor == 1 {
            interval.tolerance = quantity.value.step().half()?;
        }
        Some(interval)
    }

    /// The figure at `place` in the part `role`, named by row and column.
    fn operand(&self, role: &'static str, place: Place) -> Option<Operand<ViewSpan>> {
        let quantity = self.at(place)?;
        let row = self.rows.get(place.row).map_or("", |row| row.label.as_str());
        let column = self.columns.get(place.column).map_or("", |column| column.title.as_str());
        let between = if row.is_empty() || column.is_empty() { "" } else { Operand::<ViewSpan>::BETWEEN };
        Some(Operand {
            role,
            value: quantity.value,
            unit: quantity.unit(),
            label: format!("{row}{between}{column}"),
            span: quantity.span,
            digits: (!quantity.value.is_negative()).then_some(quantity.number),
        })
    }
}

#[cfg(test)]
mod tests;
