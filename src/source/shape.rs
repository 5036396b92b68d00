//! Which lines are rows of a table, and how their cells are kept apart.
//!
//! Tables come from Word, from a web page, from a spreadsheet or from a PDF: with tabs, pipes, wide gaps, half-width
//! commas, single blanks or one cell on each line. The last three look like text, so they are rows only where the
//! pattern of labels and figures leaves no doubt.
//!
//! *Invariant:* a line that could be running text stays [`Shape::Prose`].

use super::Landmark;
use super::cells::{blank_cells, comma_cells, gap_cells};
use super::fold::is_blank;
use super::lines::Line;
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

/// The longest cell that may stand alone on its line, in characters.
const LONGEST_LONE_CELL: usize = 20;

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

/// Rows whose cells stand on lines of their own: as many labels as there are columns, then rows of
/// a label and figures, every one complete.
fn cell_lines(lines: &[&str], shapes: &mut [Shape]) {
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

/// Whether `line` may be one cell: short, without marks of a sentence, no heading and no date.
fn is_cell(line: &str) -> bool {
    let line = line.trim_matches(is_blank);
    !markers::is_longer(line, LONGEST_LONE_CELL)
        && !line.contains(['。', '，', '；', '：', '、', '！', '？', '《', '“', '\t', '|'])
        && !markers::is_marker(line)
        && !markers::is_date_line(line)
}

/// Whether `cell` holds a figure with at most a unit, or stands for an empty one.
fn is_figure(cell: &str) -> bool {
    let cell = cell.trim_matches(is_blank);
    if matches!(cell, "-" | "－" | "—" | "——" | "–" | "--" | "/") {
        return true;
    }
    let cell = cell.strip_prefix(['-', '－', '−', '+']).unwrap_or(cell);
    let is_digit = |ch| matches!(ch, '0'..='9' | '０'..='９');
    let unit = cell.trim_start_matches(|ch| is_digit(ch) || matches!(ch, ',' | '，' | '.' | '．' | ' '));
    cell.starts_with(is_digit)
        && !markers::is_longer(unit, 4)
        && !unit.contains(is_digit)
        && !unit.starts_with(['年', '月', '日', '号', '级', '届', '热', '平', '版', '-', '—', ':', '：', '/'])
}
