//! From rows of cells to a table: which rows are its header, what its columns and rows are, which cell stands in which.
//!
//! *Invariant:* a figure is given a column only where the row leaves no doubt which one it is.

use super::grid::{Column, ColumnKind, Grid, Record, RowKind};
use super::rows::Raw;
use super::{ragged, words};
use crate::facts::cell::{self, Cell};
use crate::facts::{Class, Quantity, measure};

/// A longer table is data, not part of a report.
const MOST_ROWS: usize = 1000;
/// A wider one, too.
pub const MOST_COLUMNS: usize = 60;

/// The table that `rows` make; `None` where it has no labels, no figures or is too large.
pub fn grid(rows: &[Raw<'_>]) -> Option<Grid> {
    let aligned = ragged::align(rows);
    let rows = aligned.as_deref().unwrap_or(rows);
    // A title merged over the whole table has one cell with words.
    let caption = rows.iter().take_while(|row| row.words() == 1 && !row.has_amount()).count();
    let rows = if rows.get(caption).is_some_and(Raw::opens_header) { rows.get(caption..)? } else { rows };
    let top = rows.first()?;
    let header = match top.opens_header() {
        true => 1 + rows.iter().skip(1).take(2).take_while(|row| row.continues_header(top)).count(),
        false => 0,
    };
    let (header, body) = rows.split_at_checked(header)?;
    let width = match header.iter().map(|row| row.cells.len()).max() {
        Some(width) => width,
        None => body.iter().map(|row| row.cells.len()).max()?,
    };
    if body.len() > MOST_ROWS || width > MOST_COLUMNS {
        return None;
    }
    let full: Vec<&Raw<'_>> = body.iter().filter(|row| row.cells.len() == width).collect();
    let titles: Vec<(String, bool)> = (0..width).map(|column| title(header, column)).collect();
    let columns: Vec<Column> =
        titles.iter().enumerate().map(|(at, title)| column(title, &full, at)).collect();
    let is_label = |column: &&Column| matches!(column.kind, ColumnKind::Words | ColumnKind::Serial);
    let labels = columns.iter().take_while(is_label).count();
    let is_clear = !header.is_empty()
        && header.iter().all(|row| row.cells.len() == width)
        && columns.iter().skip(labels).all(|column| !column.title.is_empty());
    if full.is_empty() || labels == 0 || labels == width {
        return None;
    }
    let mut grid = Grid { columns, rows: Vec::new(), is_clear };
    let base = body.iter().map(|row| row.indent).min().unwrap_or(0);
    for row in body {
        let record = record(row, &grid, labels, base);
        grid.rows.push(record);
    }
    settle_levels(&mut grid);
    Some(grid)
}

/// The title of a column and whether it stands below 其中.
fn title(header: &[Raw<'_>], column: usize) -> (String, bool) {
    let text = |row: &Raw<'_>| row.texts.get(column).copied().unwrap_or("").to_owned();
    let lowest = header.iter().rev().map(text).find(|text| !text.is_empty()).unwrap_or_default();
    let group = header.first().filter(|_| header.len() > 1).map_or("", |top| {
        top.texts
            .get(..=column)
            .unwrap_or(&[])
            .iter()
            .rev()
            .find(|text| !text.is_empty())
            .copied()
            .unwrap_or("")
    });
    (lowest, words::is_subset(group))
}

fn column(title: &(String, bool), rows: &[&Raw<'_>], at: usize) -> Column {
    let (name, unit) = words::split_unit(&title.0);
    let of = |kind| Column { title: name.to_owned(), unit: unit.to_owned(), kind };
    let figures: Vec<&Quantity> =
        rows.iter().filter_map(|row| row.cells.get(at).and_then(Cell::figure)).collect();
    if words::is_serial(name) {
        return of(ColumnKind::Serial);
    }
    let are_years = figures.len() > 1 && figures.iter().all(|figure| cell::is_year(figure));
    if figures.is_empty() || rows.iter().any(|row| row.is_words(at)) || (at == 0 && are_years) {
        return of(ColumnKind::Words);
    }
    let is_numbering = at == 0
        && name.is_empty()
        && figures.iter().enumerate().all(|(at, figure)| figure.value.to_whole() == Some(at as i128 + 1));
    let all_shares = figures.iter().all(|figure| figure.is_share());
    let differs = |figure: &&Quantity| {
        matches!(figure.class(), Some(Class::Time | Class::Times | Class::PercentagePoint))
    };
    of(match () {
        () if is_numbering => ColumnKind::Serial,
        // 同比增减（件） is counted, 同比（%） is not.
        () if all_shares || unit == "%" || words::is_rate(name) && !counts_things(unit) => ColumnKind::Rate,
        () if title.1 || words::is_subset(name) => ColumnKind::Subset,
        () if are_years => ColumnKind::Aside,
        () if words::is_aside(name) || figures.iter().any(differs) => ColumnKind::Aside,
        () => words::total_level(name).map_or(ColumnKind::Amount, ColumnKind::Total),
    })
}

/// Whether `unit` counts people, money or things.
fn counts_things(unit: &str) -> bool {
    measure::read(unit)
        .is_some_and(|measure| matches!(measure.class, Class::Word(_) | Class::Person | Class::Money))
}

fn record(row: &Raw<'_>, grid: &Grid, labels: usize, base: usize) -> Record {
    let (cells, is_aligned) = fit(row, grid.columns.len(), labels);
    let is_unit = |at: usize, text: &str| {
        grid.columns.get(at).is_some_and(|column| words::is_unit(&column.title, text))
    };
    let is_words = |at: usize| grid.columns.get(at).is_some_and(|column| column.kind == ColumnKind::Words);
    let names: Vec<&str> = row
        .texts
        .iter()
        .zip(&row.cells)
        .take(labels)
        .enumerate()
        .filter(|(at, (text, cell))| (is_words(*at) || matches!(cell, Cell::Words)) && !is_unit(*at, text))
        .map(|(_, (text, _))| *text)
        .collect();
    let total = names.iter().find_map(|name| Some((*name, words::row_level(words::split_unit(name).0)?)));
    let label = total.map(|(name, _)| name).or(names.last().copied()).unwrap_or("");
    let has_share = cells.iter().zip(&grid.columns).any(|(cell, column)| {
        matches!(column.kind, ColumnKind::Amount | ColumnKind::Total(_))
            && cell.figure().is_some_and(|figure| !cell::is_summable(figure.class()))
    });
    let behind_subset = grid.rows.last().is_some_and(|above| above.kind == RowKind::Subset);
    let kind = match total {
        Some((_, level)) => RowKind::Total(level),
        None if words::is_subset(label) || (behind_subset && row.indent > base) => RowKind::Subset,
        None if has_share || label.is_empty() || words::is_aside_row(label) => RowKind::Aside,
        None => RowKind::Detail,
    };
    let unit = row.texts.iter().enumerate().find(|(at, text)| is_aligned && is_unit(*at, text));
    let unit = unit.map_or("", |(_, text)| *text);
    Record { label: label.to_owned(), unit: unit.to_owned(), kind, cells, is_aligned }
}

/// The cells of `row` in `width` columns, and whether it is certain which is which.
fn fit(row: &Raw<'_>, width: usize, labels: usize) -> (Vec<Cell>, bool) {
    let mut cells = row.cells.clone();
    while cells.len() > width && row.texts.get(cells.len() - 1).is_some_and(|text| text.is_empty()) {
        cells.pop();
    }
    let Some(missing) = width.checked_sub(cells.len()) else { return (cells, false) };
    if missing == 0 {
        return (cells, true);
    }
    // 合计 merged over the columns of labels.
    if missing < labels && row.is_words(0) && !row.is_words(1) && cells.len() >= 2 {
        cells.splice(1..1, vec![Cell::Blank; missing]);
        return (cells, true);
    }
    let is_certain = !row.is_loose || cells.len() <= labels;
    cells.resize(width, Cell::Blank);
    (cells, is_certain)
}

/// 总计 is above 合计 only where both stand in the table; 累计 beside either is of another time.
fn settle_levels(grid: &mut Grid) {
    let is_by_name = |row: &Record| words::total_level(words::split_unit(&row.label).0).is_some();
    if grid.rows.iter().any(is_by_name) {
        let others = grid.rows.iter_mut().filter(|row| !is_by_name(row));
        others.filter(|row| matches!(row.kind, RowKind::Total(_))).for_each(|row| row.kind = RowKind::Aside);
    }
    let has_total = grid.rows.iter().any(|row| row.kind == RowKind::Total(words::TOTAL));
    for row in grid.rows.iter_mut().filter(|_| !has_total) {
        if row.kind == RowKind::Total(words::GRAND) {
            row.kind = RowKind::Total(words::TOTAL);
        }
    }
    let has_total = grid.columns.iter().any(|column| column.kind == ColumnKind::Total(words::TOTAL));
    for column in grid.columns.iter_mut().filter(|_| !has_total) {
        if column.kind == ColumnKind::Total(words::GRAND) {
            column.kind = ColumnKind::Total(words::TOTAL);
        }
    }
}
