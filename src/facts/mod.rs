//! Figures, dates and document numbers, read from the folded view in one pass.
//!
//! *Invariant:* facts do not overlap, come in the order of the text, and hold exact values.

pub mod calendar;
pub mod date;
mod decimal;
pub mod document_number;
pub mod year_range;

pub use calendar::Date;
pub use decimal::Decimal;

use crate::document::Document;
use crate::source::{Source, ViewSpan};

/// The facts of one draft.
#[derive(Debug, Default)]
pub struct Facts {
    /// The figures with their measure words.
    pub quantities: Vec<Quantity>,
    /// The dates.
    pub dates: Vec<date::DateFact>,
    /// The document numbers.
    pub document_numbers: Vec<document_number::DocumentNumber>,
    /// The spans of years.
    pub year_ranges: Vec<year_range::YearRange>,
}

/// A figure with its measure word.
#[derive(Debug)]
pub struct Quantity {
    /// Where it stands in the view.
    pub span: ViewSpan,
}

impl Facts {
    /// Reads the facts of `source`.
    pub fn read(source: &Source<'_>, _document: &Document) -> Self {
        let view = &source.view.text;
        Self {
            quantities: Vec::new(),
            dates: date::read(view),
            document_numbers: document_number::read(view),
            year_ranges: year_range::read(view),
        }
    }

    /// The figures that a clerk would want checked.
    pub fn figures(&self) -> impl Iterator<Item = &Quantity> {
        self.quantities.iter()
    }
}
