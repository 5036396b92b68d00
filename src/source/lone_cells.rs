//! Tables of which each cell stands on a line of its own, as copies out of a PDF or a web page have them.
//!
//! Takes lines and the shapes that are known of them, says which are cells and which of these begin a row.
//!
//! *Invariant:* a row is complete or there is none: a figure never stands below the label of another column.

use super::cells::{is_cell, is_figure};
use super::fold::is_blank;
use super::shape::Shape;

/// Marks the rows whose cells stand on `lines` of their own: as many labels as there are columns, then rows of
/// a label and figures, every one complete.
pub(super) fn cell_lines(lines: &[&str], shapes: &mut [Shape]) {
    let mut start = 0;
    while start < lines.len() {
        let is_free = |at: usize| shapes.get(at) == Some(&Shape::Prose);
        let run = (start..lines.len())
            .take_while(|&at| is_free(at) && lines.get(at).is_some_and(|line| is_cell(line)))
            .count();
        let cells = lines.get(start..start + run).unwrap_or(&[]);
        if let (Some((first, found)), Some(slots)) = (cell_rows(cells), shapes.get_mut(start..start + run)) {
            slots.iter_mut().skip(first).zip(found).for_each(|(slot, shape)| *slot = shape);
        }
        start += run.max(1);
    }
}

/// The rows among `cells`, from the first cell of the header on.
fn cell_rows(cells: &[&str]) -> Option<(usize, Vec<Shape>)> {
    let is_figure_at = |at: usize| cells.get(at).is_some_and(|cell| is_figure(cell));
    let is_label_at = |at: usize| cells.get(at).is_some_and(|cell| !is_figure(cell));
    let figures_from = |at: usize| (at..cells.len()).take_while(|&at| is_figure_at(at)).count();
    let first_figure = (0..cells.len()).find(|&at| is_figure_at(at))?;
    let numbered = cells.iter().take(first_figure).position(|cell| cell.trim_matches(is_blank) == "序号");
    let (header, columns) = match numbered {
        Some(header) => (header, first_figure - header),
        None => {
            let columns = figures_from(first_figure) + 1;
            (first_figure.checked_sub(columns + 1)?, columns)
        }
    };
    // A column without any figure would shift all others: nothing but a title may stand above.
    let above = header.checked_sub(1).and_then(|above| cells.get(above));
    let is_title = |line: &&str| line.contains('表') || line.trim_matches(is_blank).ends_with("情况");
    if columns < 2 || (numbered.is_some() && columns < 3) || !above.is_none_or(is_title) {
        return None;
    }
    let row = |first: Shape, count: usize| std::iter::once(first).chain(vec![Shape::NextCell; count - 1]);
    let mut shapes: Vec<Shape> = row(Shape::FirstCell, columns).collect();
    let mut rows = 0;
    while let at = header + shapes.len()
        && at < cells.len()
    {
        let is_numbered_row = numbered.is_some() && is_figure_at(at);
        let label = if is_numbered_row { at + 1 } else { at };
        let wanted = if numbered.is_some() { columns - 2 } else { columns - 1 };
        match (is_label_at(label), figures_from(label + 1)) {
            // What follows the table.
            (true, 0) if !is_numbered_row => break,
            (true, found) if found == wanted => {}
            // The number of the next row stands right behind the figures of this one.
            (true, found) if numbered.is_some() && found == wanted + 1 => {}
            _ => return None,
        }
        match (numbered, is_numbered_row) {
            (Some(_), false) => shapes.extend(row(Shape::SecondCell, columns - 1)),
            _ => shapes.extend(row(Shape::FirstCell, columns)),
        }
        rows += 1;
    }
    (rows >= 2).then_some((header, shapes))
}
