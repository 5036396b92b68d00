//! Figures, dates and document numbers, read from the folded view in one pass.
//!
//! *Invariant:* facts do not overlap, come in the order of the text, and hold exact values.

pub mod date;
mod decimal;
pub mod measure;
pub mod numeral;
mod quantity;
mod token;

pub use date::Date;
pub use decimal::Decimal;
pub use measure::{Class, Measure};
pub use quantity::{Precision, Quantity};
pub use token::{Token, TokenKind};

use crate::document::Document;
use crate::source::Source;

/// The facts of one draft.
#[derive(Debug, Default)]
pub struct Facts {
    /// Marks, figures, titles and quotations in the order of the text.
    pub tokens: Vec<Token>,
    /// The figures with their measure words.
    pub quantities: Vec<Quantity>,
    /// The dates.
    pub dates: Vec<date::DateFact>,
}

impl Facts {
    /// Reads the facts of `source`.
    pub fn read(source: &Source<'_>, _document: &Document) -> Self {
        let (tokens, quantities) = token::read(&source.view.text);
        Self { tokens, quantities, dates: Vec::new() }
    }

    /// The figures that a clerk would want checked.
    pub fn figures(&self) -> impl Iterator<Item = &Quantity> {
        self.quantities.iter()
    }
}
