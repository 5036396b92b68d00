//! Which lines are rows of a table, and how their cells are kept apart.
//!
//! Tables come from Word, from a web page, from a spreadsheet or from a PDF: with tabs, pipes, wide gaps, half-width
//! commas, single blanks or one cell on each line. The last three look like text, so they are rows only where the
//! pattern of labels and figures leaves no doubt.
//!
//! *Invariant:* a line that could be running text stays [`Shape::Prose`].

use super::Landmark;
use super::cells::{LONGEST_LONE_CELL, blank_cells, comma_cells, gap_cells, is_cell, is_figure};
use super::fold::is_blank;
use super::lines::Line;
use super::lone_cells::cell_lines;
use super::markers;
use super::scan::Scan;

/// How the cells of a line are kept apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Running text.
    Prose,
    /// By tabs.
    Tabs,
    /// By pipes.
    Pipes,
    /// By two blanks or more.
    Gaps,
    /// By single blanks.
    Blanks,
    /// By half-width commas, as a spreadsheet writes them.
    Commas,
    /// The line of dashes below a header of pipes.
    Ruler,
    /// The line is one cell, the first of its row.
    FirstCell,
    /// The line is one cell, the second of a row whose first is empty.
    SecondCell,
    /// The line is one cell further on in the row of the line before.
    NextCell,
}

/// The shape of every line; a row that stands alone is prose, for a table has at least two.
pub(super) fn shapes(scan: &Scan<'_>, lines: &[Line]) -> Vec<Shape> {
    let raw: Vec<&str> = lines.iter().map(|line| line.span.of(scan.text)).collect();
    let mut shapes: Vec<Shape> =
        lines.iter().map(|line| shape_of(line.span.of(scan.text), scan.signs.within(line.span))).collect();
    complete(&raw, &mut shapes);
    drop_lone_rows(&mut shapes);
    let mut start = 0;
    while start < raw.len() {
        let length = shapes.iter().skip(start).take_while(|shape| **shape == Shape::Prose).count();
        let lines = raw.get(start..start + length).unwrap_or(&[]);
        if let Some(slots) = shapes.get_mut(start..start + length) {
            plain_rows(lines, slots, Shape::Blanks, 2);
            plain_rows(lines, slots, Shape::Commas, 3);
            cell_lines(lines, slots);
        }
        start += length.max(1);
    }
    shapes
}

/// The shape of `line`, in which stand `signs`.
fn shape_of(line: &str, signs: &[Landmark]) -> Shape {
    let pipes = signs.iter().filter(|sign| matches!(sign.sign, '|' | '｜')).count();
    let trimmed = line.trim_matches(is_blank);
    if pipes >= 1 {
        let is_ruler =
            trimmed.chars().all(|ch| matches!(ch, '|' | '｜' | '-' | ':' | '：' | '+') || is_blank(ch));
        return match is_ruler {
            true if trimmed.contains("--") => Shape::Ruler,
            _ if pipes >= 2 || trimmed.contains(" | ") => Shape::Pipes,
            _ => Shape::Prose,
        };
    }
    let inner = inner_signs(line, signs);
    if trimmed.ends_with(['。', '；', '：']) || !inner.iter().any(|sign| is_blank(sign.sign)) {
        return Shape::Prose;
    }
    let has_tab = inner.iter().any(|sign| sign.sign == '\t');
    if !has_tab && !has_gap(inner) {
        return Shape::Prose;
    }
    if has_tab {
        // 一、<tab>总体情况 is a heading, 一、本年新收<tab>12 is a row.
        let has_figures = trimmed.split('\t').skip(1).any(is_figure);
        return if markers::is_marker(trimmed) && !has_figures { Shape::Prose } else { Shape::Tabs };
    }
    let cells: Vec<&str> = gap_cells(trimmed).into_iter().filter_map(|(a, b)| trimmed.get(a..b)).collect();
    let figures = cells.iter().filter(|cell| is_figure(cell)).count();
    let has_row_label = markers::is_marker(trimmed) && !cells.iter().skip(1).any(|cell| is_figure(cell));
    if !has_row_label && (cells.len() >= 3 || (cells.len() == 2 && figures == 1)) {
        Shape::Gaps
    } else {
        Shape::Prose
    }
}

/// Whether two blanks stand side by side among `signs`.
fn has_gap(signs: &[Landmark]) -> bool {
    let pairs = signs.iter().zip(signs.iter().skip(1));
    pairs.into_iter().any(|(one, next)| one.end() == next.at && is_blank(one.sign) && is_blank(next.sign))
}

/// Those of the `signs` of `line` that stand between the blanks at its ends.
fn inner_signs<'s>(line: &str, signs: &'s [Landmark]) -> &'s [Landmark] {
    let is_outer = |ch: &char| is_blank(*ch);
    let (before, behind) =
        (line.chars().take_while(is_outer).count(), line.chars().rev().take_while(is_outer).count());
    signs.get(before..signs.len().saturating_sub(behind)).unwrap_or(&[])
}

/// Adds the rows that do not look like any by themselves: with one cell only, with a sentence in a
/// cell, or the header of a table of two columns.
fn complete(raw: &[&str], shapes: &mut [Shape]) {
    for index in 0..raw.len() {
        let at = |place: Option<usize>| place.and_then(|place| shapes.get(place)).copied();
        let (above, below) = (at(index.checked_sub(1)), at(Some(index + 1)));
        let Some(line) = raw.get(index).filter(|_| at(Some(index)) == Some(Shape::Prose)) else { continue };
        let next = raw.get(index + 1).copied().unwrap_or("");
        let is_plain = !markers::is_marker(line);
        let has_tabs = line.trim_start_matches(is_blank).contains('\t');
        let has_figures = |line: &str| line.split(['\t', '|', '｜']).skip(1).any(is_figure);
        let shape = match (above, below) {
            (Some(Shape::Tabs), _) | (_, Some(Shape::Tabs)) if has_tabs && is_plain => Shape::Tabs,
            (Some(above @ (Shape::Tabs | Shape::Pipes)), Some(below))
                if above == below && is_plain && is_row_label(line) && has_figures(next) =>
            {
                above
            }
            (_, Some(Shape::Gaps)) if is_plain && gap_cells(line).len() == 2 && is_header(line, next) => {
                Shape::Gaps
            }
            _ => Shape::Prose,
        };
        if let Some(slot) = shapes.get_mut(index) {
            *slot = shape;
        }
    }
}

/// Whether `line` is short and without marks, like the label of a row whose cells are empty.
fn is_row_label(line: &str) -> bool {
    let line = line.trim_matches(is_blank);
    is_cell(line)
        && !markers::is_longer(line, 12)
        && !["表", "附表", "续表"].iter().any(|word| line.starts_with(word))
}

/// Whether `line` can be the header above the row `next` of two cells.
fn is_header(line: &str, next: &str) -> bool {
    let cells = |line: &str| -> Vec<bool> {
        let ranges = gap_cells(line);
        ranges.into_iter().filter_map(|(start, end)| line.get(start..end)).map(is_figure).collect()
    };
    cells(line) == [false, false] && cells(next) == [false, true] && !line.contains(['。', '，', '；', '：'])
}

fn drop_lone_rows(shapes: &mut [Shape]) {
    let family = |shape: Shape| if shape == Shape::Ruler { Shape::Pipes } else { shape };
    for index in 0..shapes.len() {
        let Some(&shape) = shapes.get(index) else { break };
        let neighbour = |at: Option<usize>| {
            at.and_then(|at| shapes.get(at)).is_some_and(|&other| family(other) == family(shape))
        };
        if shape != Shape::Prose
            && !neighbour(index.checked_sub(1))
            && !neighbour(Some(index + 1))
            && let Some(slot) = shapes.get_mut(index)
        {
            *slot = Shape::Prose;
        }
    }
}

/// Rows kept apart by single blanks or commas: a header of at least so many words, then two lines or more of as many
/// words, of which all but the first are figures.
fn plain_rows(lines: &[&str], shapes: &mut [Shape], shape: Shape, least: usize) {
    let ranges = if shape == Shape::Commas { comma_cells } else { blank_cells };
    let words = |line: &&str| -> Vec<bool> {
        if line.contains(['。', '，', '；', '：', '、', '！', '？', '《']) {
            return Vec::new();
        }
        let cells = ranges(line);
        if cells.len() < least {
            return Vec::new();
        }
        let words = || cells.iter().filter_map(|&(start, end)| line.get(start..end));
        let is_short =
            words().all(|word| !word.trim().is_empty() && !markers::is_longer(word, LONGEST_LONE_CELL));
        if is_short { words().map(is_figure).collect() } else { Vec::new() }
    };
    let read: Vec<Vec<bool>> = lines.iter().map(words).collect();
    let mut index = 0;
    while let Some(header) = read.get(index) {
        let is_row = |row: &&Vec<bool>| {
            row.len() == header.len()
                && row.first() == Some(&false)
                && row.iter().skip(1).all(|figure| *figure)
        };
        let is_free = |at: &usize| shapes.get(*at) == Some(&Shape::Prose);
        let can_be_header = header.len() >= least && !header.contains(&true);
        let rows = read.iter().skip(index + 1).take_while(|row| can_be_header && is_row(row)).count();
        if rows < 2 {
            index += 1;
            continue;
        }
        if (index..=index + rows).all(|at| is_free(&at)) {
            shapes.iter_mut().skip(index).take(rows + 1).for_each(|slot| *slot = shape);
        }
        index += rows + 1;
    }
}
