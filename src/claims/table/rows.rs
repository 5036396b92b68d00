//! The rows of a draft's tables as they were found: the words of their cells and what these are.
//!
//! *Invariant:* nothing is told of columns here; a new header begins a new table.

use super::layout::MOST_COLUMNS;
use crate::document::{BlockKind, Document};
use crate::facts::cell::{self, Cell};
use crate::source::{Paragraph, Row, Source, ViewSpan};

/// A row as it was found.
pub struct Raw<'a> {
    /// The words of its cells.
    pub texts: Vec<&'a str>,
    /// What they are.
    pub cells: Vec<Cell>,
    /// Whether nothing but blanks kept them apart.
    pub is_loose: bool,
    /// How far it was moved in.
    pub indent: usize,
}

impl Raw<'_> {
    /// Whether a cell holds a figure other than a year.
    pub fn has_amount(&self) -> bool {
        self.cells.iter().filter_map(Cell::figure).any(|figure| !cell::is_year(figure))
    }

    /// How many of its cells hold words.
    pub fn words(&self) -> usize {
        self.cells.iter().filter(|cell| matches!(cell, Cell::Words)).count()
    }

    /// Whether the cell in `column` holds words.
    pub fn is_words(&self, column: usize) -> bool {
        matches!(self.cells.get(column), Some(Cell::Words))
    }

    /// Whether it can be the first row of a header: at least two titles and no figure but years.
    pub fn opens_header(&self) -> bool {
        let years = self.cells.iter().filter_map(Cell::figure).count();
        !self.has_amount() && self.words() >= 1 && self.words() + years >= 2
    }

    /// Whether it goes on with a header whose first row is `above`.
    pub fn continues_header(&self, above: &Raw<'_>) -> bool {
        let first = self.texts.first().copied().unwrap_or("");
        let has_dash = self
            .cells
            .iter()
            .zip(&self.texts)
            .any(|(cell, text)| matches!(cell, Cell::Blank) && !text.is_empty());
        !self.has_amount()
            && !has_dash
            && self.words() >= 1
            && (first.is_empty() || above.texts.first() == Some(&first))
    }
}

/// The tables of the draft, each as its rows.
pub fn tables<'a>(source: &'a Source<'_>, document: &Document) -> Vec<Vec<Raw<'a>>> {
    let mut tables = Vec::new();
    let mut run: Vec<Raw<'_>> = Vec::new();
    for (paragraph, block) in source.paragraphs.iter().zip(&document.blocks) {
        if block.kind != BlockKind::TableRow {
            split(std::mem::take(&mut run), &mut tables);
        } else if paragraph.row != Row::Ruler {
            run.push(raw(source, paragraph));
        }
    }
    split(run, &mut tables);
    tables
}

fn raw<'a>(source: &'a Source<'_>, paragraph: &Paragraph) -> Raw<'a> {
    let spans = paragraph.row.cells();
    let view = &source.view.text;
    let first = spans.iter().find(|span| !span.is_empty()).copied().unwrap_or_default();
    let before = crate::source::Span { end: source.original(first).start, ..paragraph.span };
    Raw {
        texts: spans.iter().map(|span| span.of(view)).collect(),
        cells: spans.iter().map(|&span: &ViewSpan| cell::read(view, span)).collect(),
        is_loose: matches!(paragraph.row, Row::Loose(_)),
        indent: source.quote(before).chars().filter(|ch| ch.is_whitespace()).count(),
    }
}

/// Splits neighbouring rows where a new header begins: words in every column that held figures.
fn split<'a>(rows: Vec<Raw<'a>>, tables: &mut Vec<Vec<Raw<'a>>>) {
    let mut table = Vec::new();
    let mut numeric: Vec<usize> = Vec::new();
    for row in rows {
        let is_new = !numeric.is_empty() && numeric.iter().all(|&column| row.is_words(column));
        if is_new && row.opens_header() {
            tables.push(std::mem::take(&mut table));
            numeric.clear();
        }
        for (column, cell) in row.cells.iter().enumerate().take(MOST_COLUMNS).skip(1) {
            let is_amount = cell.figure().is_some_and(|figure| !cell::is_year(figure));
            if is_amount && !numeric.contains(&column) {
                numeric.push(column);
            }
        }
        table.push(row);
    }
    tables.push(table);
}
