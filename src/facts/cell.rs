//! The cells of table rows: a figure with its unit, nothing, or words.
//!
//! A cell says more than a figure in a sentence: 2024 below 件数 is a count, -7 is below zero, and
//! 12345 is no telephone number. So cells are read by themselves.
//!
//! *Invariant:* a cell is a figure only where nothing else stands in it.

use super::measure;
use super::quantity::{Precision, Quantity};
use super::{Class, Decimal};
use crate::source::{Source, ViewSpan};

/// What stands in a cell.
#[derive(Clone, Copy, Debug)]
pub enum Cell {
    /// Nothing, or a mark that means nothing: — and /.
    Blank,
    /// A figure.
    Figure(Quantity),
    /// Words.
    Words,
}

impl Cell {
    /// Its figure.
    pub fn figure(&self) -> Option<&Quantity> {
        match self {
            Self::Figure(quantity) => Some(quantity),
            _ => None,
        }
    }
}

/// Reads the cell at `span` of `view`.
pub fn read(view: &str, span: ViewSpan) -> Cell {
    let text = span.of(view);
    let is_dash = |ch: char| matches!(ch, '-' | '—' | '–' | '－' | '―' | '─');
    if text.is_empty() || text.chars().all(is_dash) || matches!(text, "/" | "\\" | "无") {
        return Cell::Blank;
    }
    figure(text, span).map_or(Cell::Words, Cell::Figure)
}

/// The figures in the cells of all tables but for those of the first column, which name the row, and
/// for years.
pub(super) fn figures(source: &Source<'_>) -> Vec<Quantity> {
    let view = &source.view.text;
    let cells = source.paragraphs.iter().flat_map(|paragraph| paragraph.row.cells().iter().skip(1));
    cells
        .filter_map(|&span| match read(view, span) {
            Cell::Figure(quantity) if !is_year(&quantity) => Some(quantity),
            _ => None,
        })
        .collect()
}

/// Whether `quantity` can only be a year: 19xx or 20xx without a unit.
pub fn is_year(quantity: &Quantity) -> bool {
    let range = Decimal::whole(1950)..Decimal::whole(2100);
    quantity.measure.is_none()
        && quantity.number.len() == 4
        && quantity.factor == 1
        && quantity.value.places() == 0
        && range.contains(&quantity.value)
}

fn figure(text: &str, span: ViewSpan) -> Option<Quantity> {
    let (about, rest) = match text.strip_prefix(['约', '近']) {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let unsigned = rest.strip_prefix(['-', '−', '+']).unwrap_or(rest);
    let is_negative = unsigned.len() < rest.len() && !rest.starts_with('+');
    let (value, length) = decimal(unsigned)?;
    let value = if is_negative { Decimal::ZERO.minus(value)? } else { value };
    let start = span.start as usize + (text.len() - unsigned.len());
    let mut tail = unsigned.get(length..)?;
    let mut precision = if about { Precision::Approximate } else { Precision::Exact };
    let mut skip_about = |tail: &mut &str| {
        if let Some(rest) = tail.strip_prefix(['余', '多']) {
            precision = Precision::Approximate;
            *tail = rest;
        }
    };
    skip_about(&mut tail);
    let mut factor = 1;
    for (scale, by) in [('千', 1000), ('万', 10_000), ('亿', 100_000_000)] {
        if let Some(rest) = tail.strip_prefix(scale) {
            factor *= by;
            tail = rest;
        }
    }
    skip_about(&mut tail);
    let measure = measure::read(tail);
    let is_name = measure.is_some_and(|measure| {
        matches!(measure.word, "年" | "月" | "日" | "周" | "级" | "届" | "大" | "号" | "期")
    });
    let unit = measure.map_or(0, |measure| measure.word.len());
    if is_name || tail.len() != unit {
        return None;
    }
    let quantity = Quantity {
        span: ViewSpan::new(span.start as usize, span.end as usize),
        number: ViewSpan::new(start, start + length),
        value,
        factor,
        measure,
        precision,
        is_chinese: false,
    };
    (!quantity.is_scaled_share()).then_some(quantity)
}

/// The decimal with which `text` begins, with marks between its thousands, and how long it is.
fn decimal(text: &str) -> Option<(Decimal, usize)> {
    let mut mantissa: i128 = 0;
    let (mut scale, mut length, mut group) = (0u8, 0, 0);
    let mut has_point = false;
    for (at, ch) in text.char_indices() {
        let following =
            || text.get(at + ch.len_utf8()..).map(|rest| rest.bytes().take_while(u8::is_ascii_digit).count());
        match ch {
            '0'..='9' => {
                mantissa =
                    mantissa.checked_mul(10)?.checked_add(i128::from(u32::from(ch) - u32::from('0')))?;
                scale += u8::from(has_point);
                group += 1;
            }
            ',' | '，' | ' ' | '\'' if !has_point && (1..=3).contains(&group) && following() == Some(3) => {
                group = 0
            }
            '.' if !has_point && group > 0 && following() > Some(0) => has_point = true,
            _ => break,
        }
        length = at + ch.len_utf8();
        if scale > 12 {
            return None;
        }
    }
    if length == 0 || !text.starts_with(|ch: char| ch.is_ascii_digit()) {
        return None;
    }
    Some((Decimal::new(mantissa, scale)?, length))
}

/// Whether a figure of this class may stand in a sum.
pub fn is_summable(class: Option<Class>) -> bool {
    !matches!(
        class,
        Some(Class::Percent | Class::PerMille | Class::PercentagePoint | Class::Times | Class::Time)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(cell: &str, wanted: &str) {
        let found = match read(cell, ViewSpan::new(0, cell.len())) {
            Cell::Blank => "blank".to_owned(),
            Cell::Words => "words".to_owned(),
            Cell::Figure(quantity) => format!("{}{}", quantity.value, quantity.unit()),
        };
        assert_eq!(found, wanted, "{cell}");
    }

    #[test]
    fn reads_cells() {
        check("2024", "2024");
        check("-10.0%", "-10.0%");
        check("75件", "75件");
        check("1,286", "1286");
        check("1，286，300", "1286300");
        check("1.2万元", "1.2万元");
        check("0", "0");
        check("20个工作日", "20个工作日");
        for blank in ["", "—", "——", "-", "/"] {
            check(blank, "blank");
        }
        for words in [
            "12345热线",
            "1月",
            "2023年",
            "3-5",
            "1.2.3",
            "城东街道",
            "5,12",
            "（5）",
            "一大队",
            "20万%",
            "3亿个百分点",
        ] {
            check(words, "words");
        }
    }
}
