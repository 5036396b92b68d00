//! The cells of a line: what stands between wide gaps, blanks or half-width commas; and what may fill one.
//!
//! Takes a line, gives the byte ranges of its cells; takes a cell, tells whether it looks like one and holds a figure.
//!
//! *Invariant:* every range lies between two characters of its line, and they are in order.

use super::fold::is_blank;
use super::markers;

/// The longest cell that may stand alone on its line, in characters.
pub(super) const LONGEST_LONE_CELL: usize = 20;

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

/// Whether `line` may be one cell: short, without marks of a sentence, no heading and no date.
pub(super) fn is_cell(line: &str) -> bool {
    let line = line.trim_matches(is_blank);
    !markers::is_longer(line, LONGEST_LONE_CELL)
        && !line.contains(['。', '，', '；', '：', '、', '！', '？', '《', '“', '\t', '|'])
        && !markers::is_marker(line)
        && !markers::is_date_line(line)
}

/// Whether `cell` holds a figure with at most a unit, or stands for an empty one.
pub(super) fn is_figure(cell: &str) -> bool {
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
