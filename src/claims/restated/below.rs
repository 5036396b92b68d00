//! The figures of the table right below a paragraph, told in it: 全年发生行政复议 2 件、行政诉讼 1 件 over a table with the 总计 of both.
//!
//! *Invariant:* the paragraph stands right over the table and bears the names of its rows or columns; what differs is told
//! where another figure of the two agrees, or one slip explains it.

use super::conclude;
use super::indicator::{is_indicator, is_sure_slip};
use super::key::neutral;
use crate::claims::label;
use crate::claims::statement::{Mention, Passage};
use crate::claims::table::Named;
use crate::claims::{Operand, Statement, figures};
use crate::facts::{Class, Decimal, Precision, year};
use crate::order;
use crate::search;

/// The most rows of a table below a paragraph.
const MOST_ROWS: usize = 40;
/// The most characters of a paragraph in which years are looked for.
const LONGEST: usize = 4000;
/// The most names that a paragraph is looked through for.
const MOST_NAMES: usize = 24;

/// What one name counts in the table: 行政诉讼（未经复议）and 行政诉讼（复议后）together.
struct Row<'n> {
    name: &'n str,
    cells: Vec<&'n Named>,
}

/// The restatements of `passages` in the tables right below them, with the figures `named` there; `known` are those found
/// by their names alone.
pub fn claims(passages: &[Passage<'_>], named: &[Named], known: &[Statement]) -> Vec<Statement> {
    let mut out = Vec::new();
    let mut named: Vec<&Named> = named.iter().collect();
    order::sort_by_key(&mut named, |one| one.operand.span.start);
    let of_text = |statement: &Statement| statement.operands_as("first").map(|first| first.span.start).next();
    let mut known: Vec<u32> = known.iter().filter_map(of_text).collect();
    order::sort(&mut known);
    for passage in passages {
        let rows = rows_below(passage, &named);
        let told: Vec<(&Mention<'_>, &Row<'_>)> = told_again(passage, &rows);
        let agreeing = told.iter().filter(|(mention, row)| agrees(mention, row) == Some(true)).count();
        for (mention, row) in told {
            let is_known = || known.binary_search(&mention.quantity.span.start).is_ok();
            if !is_known() {
                out.extend(restatement(mention, row, agreeing > 0));
            }
        }
    }
    out
}

/// The names of the table that begins right below `passage`, each with its figures.
fn rows_below<'n>(passage: &Passage<'_>, named: &[&'n Named]) -> Vec<Row<'n>> {
    let mut rows: Vec<Row<'n>> = Vec::new();
    if named.is_empty() || passage.mentions.is_empty() {
        return rows;
    }
    let Some(end) = end_of_table(passage) else { return rows };
    let first = named.partition_point(|one| one.operand.span.start < passage.end());
    let below = named.get(first..).unwrap_or_default().iter().copied();
    for one in below.take_while(|one| one.operand.span.start < end).take(MOST_NAMES) {
        let name = one.name.split('（').next().unwrap_or("");
        match rows.iter_mut().find(|row| row.name == name) {
            Some(row) => row.cells.push(one),
            None => rows.push(Row { name, cells: vec![one] }),
        }
    }
    rows
}

/// What keeps the cells of a row apart.
const CELLS: &[char] = &['\t', '|', '│', '｜'];
/// The most characters of the rows in front of a paragraph in which their beginning is looked for.
const LONGEST_ABOVE: usize = 4000;

/// Where the table ends that begins in the line behind `passage` or behind its caption there, if one does.
pub fn end_of_table(passage: &Passage<'_>) -> Option<u32> {
    let caption = caption_below(passage).map_or(0, |caption| caption.len() + 1);
    let start = passage.end() as usize + 1 + caption;
    let behind = passage.view.get(start..)?;
    let rows = behind.split_inclusive('\n').take(MOST_ROWS).take_while(|line| line.contains(CELLS));
    let length: usize = rows.map(str::len).sum();
    (length > 0).then(|| u32::try_from(start + length).unwrap_or(0))
}

/// The line between `passage` and a table that is the caption of it: 表1 行政复议案件办结情况.
pub fn caption_below<'a>(passage: &Passage<'a>) -> Option<&'a str> {
    const LONGEST_CAPTION: usize = 40;
    let behind = passage.view.get(passage.end() as usize..)?.strip_prefix('\n')?;
    let (line, rows) = behind.split_once('\n')?;
    let is_caption = line.starts_with('表') || line.ends_with(['表', '况']) || line.ends_with("统计");
    let is_alone = !line.contains(CELLS) && !line.contains(['。', '，', '；', '：']);
    let is_over_rows = || rows.split('\n').next().is_some_and(|row| row.contains(CELLS));
    (is_caption && is_alone && search::length(line) <= LONGEST_CAPTION && is_over_rows()).then_some(line)
}

/// Where the table begins that ends in the line in front of `passage`, if one does.
pub fn start_of_table(passage: &Passage<'_>) -> Option<u32> {
    let ahead = passage.view.get(..passage.paragraph.start as usize)?.strip_suffix('\n')?;
    let mut length = 0;
    for row in ahead.rsplit('\n').take_while(|line| line.contains(CELLS)) {
        length += row.len() + 1;
        if length > LONGEST_ABOVE {
            return None;
        }
    }
    (length > 0).then(|| passage.paragraph.start - u32::try_from(length).unwrap_or(0))
}

/// The figures of `passage` that bear the name of one of `rows` alone, each name once.
fn told_again<'p, 'a, 'r, 'n>(
    passage: &'p Passage<'a>,
    rows: &'r [Row<'n>],
) -> Vec<(&'p Mention<'a>, &'r Row<'n>)> {
    let bears = |mention: &Mention<'_>, row: &Row<'_>| {
        let name = neutral(mention.before);
        let ahead = name.strip_suffix(row.name).filter(|_| search::length(row.name) >= 2);
        // 三个中队全年立案 788 件: whose they are, in front of the year.
        let is_of_the_year = || {
            let words = mention.before.rsplit_once("全年").map_or("", |(_, words)| words);
            words.trim_start_matches(['共', '累', '计']) == row.name
        };
        ahead.is_some_and(|ahead| ahead.is_empty() || ahead.ends_with("公开") || ahead == "发生")
            || is_of_the_year()
    };
    let alike = |mention: &Mention<'_>, row: &Row<'_>| {
        row.cells.iter().all(|cell| {
            cell.quantity.precision == Precision::Exact
                && (cell.class == mention.quantity.class()
                    || cell.class.is_none()
                        && matches!(mention.quantity.class(), Some(Class::Word(_) | Class::Person)))
        })
    };
    if rows.is_empty() || is_of_a_part(passage) {
        return Vec::new();
    }
    // 2023年立案 96 件 … 2024年各所情况如下: what an earlier year had is not in the table.
    let from = passage.mentions.first().map_or(passage.end(), |first| first.sentence_start);
    let words = label::first_characters(passage.between(from, passage.end()), LONGEST);
    let latest = year::written(words).map(|named| named.year).max();
    let is_of_its_year = |mention: &Mention<'_>, row: &Row<'_>| {
        let own = year::last(mention.run_up);
        let of_table = row.cells.iter().find_map(|cell| cell.year);
        let is_of_now = || own == of_table.or(latest);
        (own.is_none() || is_of_now()) && !label::has(mention.run_up, &["上年", "去年", "往年", "同期"])
    };
    let mut found = Vec::new();
    for row in rows {
        let mut told = passage.mentions.iter().enumerate().filter(|(index, mention)| {
            bears(mention, row)
                && is_indicator(passage, *index, mention)
                && alike(mention, row)
                && is_of_its_year(mention, row)
        });
        if let Some((_, mention)) = told.next()
            && told.next().is_none()
        {
            found.push((mention, row));
        }
    }
    found
}

/// Whether the words that lead to the table say that it has less or more than the year: 上半年各所办案情况如下.
pub fn is_of_a_part(passage: &Passage<'_>) -> bool {
    const PARTS: &[&str] = &[
        "季度",
        "半年",
        "月",
        "部分",
        "主要",
        "重点",
        "排名",
        "前十",
        "前五",
        "前三",
        "典型",
        "其中",
        "近三年",
        "近年",
        "历年",
        "示例",
        "个别",
        "本级",
        "机关",
    ];
    const LEAD: usize = 60;
    let end = passage.mentions.last().map_or(passage.end(), |last| last.quantity.span.end);
    let words = passage.between(end, passage.end());
    label::has(label::first_characters(words, LEAD), PARTS)
}

/// What the cells of `row` make together.
fn sum_of(row: &Row<'_>) -> Option<Decimal> {
    row.cells.iter().try_fold(Decimal::ZERO, |sum, cell| sum.plus(cell.quantity.base()?))
}

/// Whether `mention` is what the table says.
fn agrees(mention: &Mention<'_>, row: &Row<'_>) -> Option<bool> {
    let mut tolerance = mention.quantity.tolerance()?;
    for cell in &row.cells {
        tolerance = tolerance.plus(cell.quantity.tolerance()?)?;
    }
    Some(mention.quantity.base()?.minus(sum_of(row)?)?.abs() <= tolerance)
}

fn restatement(mention: &Mention<'_>, row: &Row<'_>, has_another: bool) -> Option<Statement> {
    let same = agrees(mention, row)?;
    let (told, cells) = (mention.quantity.base()?, sum_of(row)?);
    if !same && !has_another && !is_sure_slip(told, cells, search::length(row.name)) {
        return None;
    }
    let quantities = || row.cells.iter().map(|cell| &cell.quantity);
    let shown = (super::figure(mention.quantity), figures(quantities(), " + "));
    // Of several rows the last that has any is pointed at, and it is told what they make.
    let has_any = |cell: &&&Named| !cell.quantity.value.is_zero();
    let cell = *row.cells.iter().rev().find(has_any).or(row.cells.last())?;
    let factor = cell.quantity.factor;
    let written = cells.divided_by_power(factor)?;
    let unit =
        if mention.quantity.factor == factor { mention.quantity.unit() } else { cell.operand.unit.clone() };
    let digits = cell.operand.digits.filter(|_| row.cells.len() == 1);
    let again = Operand { value: written, unit, digits, ..cell.operand.clone() };
    let operands = vec![Operand::of("first", mention), again];
    Some(conclude(same, shown, operands, told.divided_by_power(factor)?, written, false))
}
