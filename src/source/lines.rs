//! Physical lines, and the paragraphs that they were before a page break cut them.
//!
//! Drafts come from PDF and Word: a paragraph may be cut in the middle of a word or a figure. A line
//! is joined to the next where it was plainly cut; headings, titles, sign-offs and table rows never
//! are.
//!
//! *Invariant:* every non-blank line is in exactly one paragraph, in the order of the text.

use super::cells;
use super::fold::is_blank;
use super::markers;
use super::scan::Scan;
use super::shape::{self, Shape};
use super::view::View;
use super::{Span, ViewSpan};

/// One physical line without its line end.
#[derive(Clone, Copy, Debug)]
pub struct Line {
    /// Where it stands in the draft.
    pub span: Span,
}

/// One paragraph, heading, title line or table row: one line of the view.
#[derive(Clone, Debug)]
pub struct Paragraph {
    /// Where it stands in the draft, from its first line to its last.
    pub span: Span,
    /// Where it stands in the view, without the line feed.
    pub view: ViewSpan,
    /// Prose, or the cells of a table row.
    pub row: Row,
}

/// What a paragraph is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// Running text.
    Prose,
    /// A table row with its cells, which may be empty.
    Cells(Vec<ViewSpan>),
    /// A table row kept apart by blanks: an empty cell leaves no trace in it.
    Loose(Vec<ViewSpan>),
    /// The line of dashes below a header of pipes.
    Ruler,
}

impl Row {
    /// The cells of a table row, none for anything else.
    pub fn cells(&self) -> &[ViewSpan] {
        match self {
            Self::Cells(cells) | Self::Loose(cells) => cells,
            Self::Prose | Self::Ruler => &[],
        }
    }
}

/// The non-blank lines of a draft.
pub(super) fn split(scan: &Scan<'_>) -> Vec<Line> {
    let text = scan.text;
    let mut lines = Vec::new();
    let mut push = |start: usize, end: usize| {
        if text.get(start..end).is_some_and(|line| !line.chars().all(is_blank)) {
            lines.push(Line { span: Span::new(start, end) });
        }
    };
    let mut start = 0;
    for sign in scan.signs.all() {
        if matches!(sign.sign, '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{c}') {
            push(start, sign.at as usize);
            start = sign.end() as usize;
        }
    }
    push(start, text.len());
    lines
}

/// Joins and folds `lines`.
pub(super) fn fold(scan: &Scan<'_>, lines: &[Line]) -> (View, Vec<Paragraph>) {
    let text = scan.text;
    let shapes = shape::shapes(scan, lines);
    let mut view = View::for_scan(scan);
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    let mut in_head = true;
    for (index, line) in lines.iter().enumerate() {
        let raw = line.span.of(text);
        let shape = shapes.get(index).copied().unwrap_or(Shape::Prose);
        // The line that opens the body is never the rest of a title.
        let was_in_head = in_head;
        in_head = in_head && !markers::opens_body(raw);
        if shape == Shape::Prose
            && let Some(last) = paragraphs.last_mut()
            && last.row == Row::Prose
        {
            let so_far = last.view.of(&view.text);
            let after = lines.get(index + 1).map_or("", |next| next.span.of(text));
            if markers::continues(so_far, raw, after, was_in_head) {
                view.fold(scan, line.span, false);
                last.span = last.span.join(line.span);
                last.view.end = view.len() as u32;
                continue;
            }
        }
        if shape == Shape::NextCell
            && let Some(last) = paragraphs.last_mut()
            && let Row::Cells(cells) = &mut last.row
        {
            view.push_separator('\t', line.span.start as usize);
            let from = view.len();
            view.fold(scan, line.span, false);
            cells.push(ViewSpan::new(from, view.len()));
            last.span = last.span.join(line.span);
            last.view.end = view.len() as u32;
            continue;
        }
        if !paragraphs.is_empty() {
            view.push_separator('\n', line.span.start as usize);
        }
        let start = view.len();
        let row = match shape {
            Shape::Prose => {
                view.fold(scan, line.span, false);
                Row::Prose
            }
            Shape::Ruler => {
                view.fold(scan, line.span, true);
                Row::Ruler
            }
            Shape::Gaps | Shape::Blanks => Row::Loose(fold_cells(&mut view, scan, line.span, shape)),
            _ => Row::Cells(fold_cells(&mut view, scan, line.span, shape)),
        };
        paragraphs.push(Paragraph { span: line.span, view: ViewSpan::new(start, view.len()), row });
    }
    (view, paragraphs)
}

fn fold_cells(view: &mut View, scan: &Scan<'_>, line: Span, shape: Shape) -> Vec<ViewSpan> {
    let raw = line.of(scan.text);
    let base = line.start as usize;
    let ranges: Vec<(usize, usize)> = match shape {
        Shape::Gaps => cells::gap_cells(raw),
        Shape::Blanks => cells::blank_cells(raw),
        Shape::Commas => cells::comma_cells(raw),
        Shape::FirstCell | Shape::NextCell => vec![(0, raw.len())],
        Shape::SecondCell => vec![(0, 0), (0, raw.len())],
        _ => {
            let mut ranges = Vec::new();
            let mut start = 0;
            let is_separator = |ch| if shape == Shape::Tabs { ch == '\t' } else { matches!(ch, '|' | '｜') };
            for (at, found) in raw.match_indices(is_separator).chain([(raw.len(), "")]) {
                ranges.push((start, at));
                start = at + found.len();
            }
            if shape == Shape::Pipes {
                drop_outer_blanks(raw, &mut ranges);
            }
            ranges
        }
    };
    let mut cells = Vec::with_capacity(ranges.len());
    for (index, (start, end)) in ranges.into_iter().enumerate() {
        if index > 0 {
            view.push_separator('\t', base + start);
        }
        let from = view.len();
        view.fold(scan, Span::new(base + start, base + end), false);
        cells.push(ViewSpan::new(from, view.len()));
    }
    cells
}

/// Without what stands before the first pipe and behind the last where a row is framed by pipes.
fn drop_outer_blanks(raw: &str, ranges: &mut Vec<(usize, usize)>) {
    let is_empty = |range: Option<&(usize, usize)>| {
        range.is_some_and(|&(start, end)| raw.get(start..end).is_some_and(|cell| cell.chars().all(is_blank)))
    };
    if ranges.len() > 2 && is_empty(ranges.first()) && is_empty(ranges.last()) {
        ranges.remove(0);
        ranges.pop();
    }
}
