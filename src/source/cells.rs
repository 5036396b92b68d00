//! The cells of a line: what stands between wide gaps, blanks or half-width commas.
//!
//! *Invariant:* every range lies between two characters of its line, and they are in order.

use super::fold::is_blank;

/// The cells of a line whose cells are kept apart by two blanks or more, as byte ranges.
pub(super) fn gap_cells(line: &str) -> Vec<(usize, usize)> {
    let mut cells: Vec<(usize, usize)> = Vec::new();
    let (mut start, mut end, mut blanks) = (None, 0, 0);
    for (at, ch) in line.char_indices() {
        if is_blank(ch) {
            blanks += 1;
            continue;
        }
        if let Some(first) = start
            && blanks >= 2
        {
            // 合　　计 is one word, spread out.
            let is_spread = ch == '计' && matches!(line.get(first..end), Some("合" | "小" | "总" | "共"));
            if !is_spread {
                cells.push((first, end));
                start = Some(at);
            }
        }
        start = start.or(Some(at));
        end = at + ch.len_utf8();
        blanks = 0;
    }
    cells.extend(start.map(|first| (first, end)));
    cells
}

/// The words of a line as byte ranges.
pub(super) fn blank_cells(line: &str) -> Vec<(usize, usize)> {
    let mut cells = Vec::new();
    let mut start = 0;
    for (at, found) in line.match_indices(is_blank).chain([(line.len(), "")]) {
        if start < at {
            cells.push((start, at));
        }
        start = at + found.len();
    }
    cells
}

/// What stands between the half-width commas of a line, as byte ranges.
pub(super) fn comma_cells(line: &str) -> Vec<(usize, usize)> {
    let mut cells = Vec::new();
    let mut start = 0;
    for (at, found) in line.match_indices(',').chain([(line.len(), "")]) {
        cells.push((start, at));
        start = at + found.len();
    }
    cells
}
