//! A table: titled columns, labelled rows, and what the figures of each are.
//!
//! *Invariant:* a figure is given only where its row leaves no doubt which column it stands in.

use super::words::Level;
use crate::facts::Quantity;
use crate::facts::cell::Cell;

/// A table.
pub struct Grid {
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows below the header.
    pub rows: Vec<Record>,
    /// Whether it has a header with a title for every column.
    pub is_clear: bool,
}

/// A column.
pub struct Column {
    /// Its title without the unit.
    pub title: String,
    /// The unit in the title's bracket.
    pub unit: String,
    /// What its figures are.
    pub kind: ColumnKind,
}

/// What the figures of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    /// Words, or figures among words.
    Words,
    /// The numbers of the rows.
    Serial,
    /// Amounts that may be added.
    Amount,
    /// The total of other columns.
    Total(Level),
    /// Part of the column before it.
    Subset,
    /// Shares and rates.
    Rate,
    /// Figures that do not add up: averages, years, limits of time.
    Aside,
}

/// A row.
pub struct Record {
    /// What names it.
    pub label: String,
    /// What its figures count in, where a column says it.
    pub unit: String,
    /// What its figures are.
    pub kind: RowKind,
    /// One cell for each column.
    pub cells: Vec<Cell>,
    /// Whether it is certain to which column each cell belongs.
    pub is_aligned: bool,
}

/// What the figures of a row are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// To be added.
    Detail,
    /// The total of other rows.
    Total(Level),
    /// Part of the row before it.
    Subset,
    /// Rates, last year, remarks.
    Aside,
}

impl Grid {
    /// The figure in `row` and `column`.
    pub fn figure(&self, row: usize, column: usize) -> Option<&Quantity> {
        self.rows.get(row).filter(|row| row.is_aligned)?.cells.get(column)?.figure()
    }
}

impl Column {
    /// Whether whole figures may be rounded: shares, and money in 万元.
    pub fn is_rounded(&self) -> bool {
        self.kind == ColumnKind::Rate || self.unit.contains(['万', '亿', '千', '%'])
    }
}
