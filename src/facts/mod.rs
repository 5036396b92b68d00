//! Figures, dates, document numbers and what is cited, read from the folded view.
//!
//! Takes the [`Source`], gives [`Facts`].
//!
//! *Invariant:* facts do not overlap, come in the order of the text, and hold exact values.

pub mod cell;
pub mod citation;
pub mod date;
mod decimal;
mod digits;
pub mod document_number;
pub mod measure;
pub mod month_range;
mod no_figure;
mod one_of_a_row;
mod quantity;
mod reading;
mod share_words;
mod token;
pub mod year;
pub mod year_range;

pub use decimal::Decimal;
pub use measure::{Class, Measure};
pub use quantity::{Precision, Quantity};
pub use token::{Token, TokenKind};

use crate::order;
use crate::source::{Source, ViewSpan};

/// The facts of one draft.
#[derive(Debug, Default)]
pub struct Facts {
    /// Marks, figures, titles and quotations in the order of the text.
    pub tokens: Vec<Token>,
    /// The figures with their measure words.
    pub quantities: Vec<Quantity>,
    /// The figures that fill a cell of a table by themselves.
    pub cells: Vec<Quantity>,
    /// The dates.
    pub dates: Vec<date::DateFact>,
    /// The document numbers.
    pub document_numbers: Vec<document_number::DocumentNumber>,
    /// The documents that are cited.
    pub citations: Vec<citation::Citation>,
    /// The years that are named.
    pub years: Vec<year::NamedYear>,
    /// The spans of years.
    pub year_ranges: Vec<year_range::YearRange>,
    /// Where a span of years has a year with a digit too few or too many.
    pub cut_year_ranges: Vec<ViewSpan>,
    /// The spans of months.
    pub month_ranges: Vec<month_range::MonthRange>,
}

impl Facts {
    /// Reads the facts of `source`.
    pub fn read(source: &Source<'_>) -> Self {
        let view = &source.view.text;
        let digits = source.landmarks.digits();
        let (tokens, quantities) = token::read(view, source.landmarks.all());
        let document_numbers = document_number::read(view, source.landmarks.marks());
        let year_ranges = year_range::read(view, digits);
        let citations = citation::read(view, &tokens, &document_numbers, &year_ranges);
        Self {
            tokens,
            quantities,
            cells: cell::figures(source),
            dates: date::read(view, digits),
            document_numbers,
            citations,
            years: year::read(view, digits),
            year_ranges,
            cut_year_ranges: year_range::read_cut(view, digits),
            month_ranges: month_range::read(view, digits),
        }
    }

    /// Whether `span` lies in a title or a quotation: the words of another paper.
    pub fn is_cited(&self, span: ViewSpan) -> bool {
        let at = self.tokens.partition_point(|token| token.span.end <= span.start);
        self.tokens.get(at).is_some_and(|token| {
            matches!(token.kind, TokenKind::Title | TokenKind::Quotation) && token.span.overlaps(span)
        })
    }

    /// The figures that a clerk would want checked: those that say what they count or measure, in the
    /// order of the text. In a table the header says it.
    pub fn figures(&self) -> impl Iterator<Item = &Quantity> {
        let is_cell = |quantity: &Quantity| {
            let at = self.cells.partition_point(|cell| cell.span.end <= quantity.span.start);
            self.cells.get(at).is_some_and(|cell| cell.span.overlaps(quantity.span))
        };
        let says_what = move |quantity: &&Quantity| quantity.measure.is_some() || quantity.factor > 1;
        let mut figures: Vec<&Quantity> =
            self.quantities.iter().filter(says_what).filter(|quantity| !is_cell(quantity)).collect();
        figures.extend(&self.cells);
        order::sort_by_key(&mut figures, |quantity| quantity.span);
        figures.into_iter()
    }
}
