//! Tables whose merged cells were lost when they were copied: rows of different length that all end in as many figures.
//!
//! *Invariant:* figures are counted from the end of the row, and only where every row with figures has as many.

use super::rows::Raw;
use super::words;
use crate::facts::cell::Cell;

/// The fewest rows that show how many figures a row has.
const FEWEST_ROWS: usize = 3;

/// `rows` with one label in front of their figures and one title above each; `None` where they are not ragged or
/// the header does not say the titles.
pub fn align<'a>(rows: &[Raw<'a>]) -> Option<Vec<Raw<'a>>> {
    let header = rows.iter().take_while(|row| !row.has_amount()).count();
    let (header, body) = rows.split_at_checked(header)?;
    let longest = header.iter().map(|row| row.cells.len()).max()?;
    let figures = figures_at_end(body.first()?);
    let is_ragged = body.len() >= FEWEST_ROWS
        && figures >= 2
        && body.iter().all(|row| row.cells.len() > longest && figures_at_end(row) == figures);
    if !is_ragged {
        return None;
    }
    let mut titles = leaves(header, figures)?;
    titles.insert(0, "");
    let top = Raw {
        cells: titles.iter().map(|_| Cell::Words).collect(),
        texts: titles,
        is_loose: false,
        indent: 0,
    };
    let rows = body.iter().map(|row| {
        let from = row.cells.len() - figures;
        let label = row.texts.get(..from)?.iter().rev().find(|text| !text.is_empty())?;
        let mut texts = vec![*label];
        texts.extend(row.texts.get(from..)?);
        let mut cells = vec![Cell::Words];
        cells.extend_from_slice(row.cells.get(from..)?);
        Some(Raw { texts, cells, is_loose: row.is_loose, indent: row.indent })
    });
    let rows: Option<Vec<Raw<'a>>> = rows.collect();
    Some(std::iter::once(top).chain(rows?).collect())
}

/// How many cells at the end of `row` hold figures, with blanks among them.
fn figures_at_end(row: &Raw<'_>) -> usize {
    row.cells.iter().rev().take_while(|cell| !matches!(cell, Cell::Words)).count()
}

/// The titles of `count` columns: one row of them, or a row in which a group stands for those in the row below.
fn leaves<'a>(header: &[Raw<'a>], count: usize) -> Option<Vec<&'a str>> {
    let rows: Vec<&Raw<'a>> = header.iter().skip_while(|row| row.texts.len() < 3).collect();
    let titles = match rows.as_slice() {
        [only] => only.texts.clone(),
        [upper, lower] => {
            // 总计 has no parts of its own; what stands before it has.
            let group = upper.texts.iter().rposition(|title| words::total_level(title).is_none())?;
            let mut titles = upper.texts.clone();
            titles.splice(group..=group, lower.texts.iter().copied());
            titles
        }
        _ => return None,
    };
    // The corner above the labels may have a word of its own.
    let extra = titles.len().checked_sub(count).filter(|extra| *extra <= 1)?;
    titles.get(extra..).map(<[&str]>::to_vec)
}
