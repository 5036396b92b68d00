//! Columns that are computed from other columns: shares, rates, growth, differences.
//!
//! A rate in the 合计 row is computed from the totals like any other; only shares add up.
//!
//! *Invariant:* what a column is computed from is said by the titles; where two columns could be
//! meant there is no claim.

use super::grid::{ColumnKind, Grid, RowKind};
use super::verdict::{self, Check, Verdict};
use super::{Place, sums, words};
use crate::claims::judge::{Interval, Sum};
use crate::claims::{Claim, Fault, Operand, Reason, Statement, figure};
use crate::facts::Decimal;
use crate::lang::Text;
use crate::review::{ClaimKind, Status};
use crate::source::ViewSpan;

/// How a column is computed from two others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Formula {
    /// First ÷ second.
    Quotient,
    /// (second − first) ÷ second: 压缩比, 降幅.
    Saved,
    /// (first − second) ÷ second: 增长率.
    Growth,
    /// first − second: 增减.
    Difference,
}

/// One computed cell: the written result and what it is computed from.
struct Computed {
    formula: Formula,
    result: Place,
    first: Place,
    second: Place,
}

/// The statements about computed columns of `grid`.
pub fn claims(grid: &Grid, out: &mut Vec<Statement>) {
    for column in 0..grid.columns.len() {
        if let Some((formula, first, second)) = operands_of(grid, column) {
            let rows = (0..grid.rows.len())
                .filter(|&row| grid.rows.get(row).is_some_and(|row| row.kind != RowKind::Aside));
            let cells = rows.map(|row| Computed {
                formula,
                result: Place { row, column },
                first: Place { row, column: first },
                second: Place { row, column: second },
            });
            // What a rate is made of is only guessed from its name; the others say it.
            settle(grid, cells, grid.is_clear && formula != Formula::Quotient, out);
        } else if !shares(grid, column, out) && !from_year_to_year(grid, column, out) {
            unnamed(grid, column, out);
        }
    }
}

/// What the column at `column` is computed from.
fn operands_of(grid: &Grid, column: usize) -> Option<(Formula, usize, usize)> {
    let own = grid.columns.get(column)?;
    let title = own.title.as_str();
    // Two groups of columns, each with its own rate: only what stands behind the last rate counts.
    let start = (0..column).rev().find(|&at| is_computed(grid, at)).map_or(0, |at| at + 1);
    let only = |fits: &dyn Fn(&str) -> bool| -> Option<usize> {
        let mut found = (start..column).filter(|&at| {
            grid.columns.get(at).is_some_and(|column| {
                matches!(column.kind, ColumnKind::Amount | ColumnKind::Total(_) | ColumnKind::Aside)
                    && fits(&column.title)
            })
        });
        let first = found.next()?;
        found.next().is_none().then_some(first)
    };
    if title.contains("压缩") || title.contains("压减") {
        let now = only(&|title| words::has(title, &["承诺", "压缩后", "压减后"]))?;
        let before = only(&|title| words::has(title, &["法定", "压缩前", "压减前"]))?;
        return (own.kind == ColumnKind::Rate).then_some((Formula::Saved, now, before));
    }
    if words::is_change(title) || words::has(title, &["降幅", "下降"]) {
        // Two differences in a row (增减, 增长率) are computed from the same two columns.
        let start = (0..column)
            .rev()
            .find(|&at| grid.columns.get(at).is_some_and(|column| !words::is_change(&column.title)))
            .map(|last| (0..last).rev().find(|&at| is_computed(grid, at)).map_or(0, |at| at + 1))?;
        let (current, previous) = years(grid, start, column)?;
        return match own.kind {
            ColumnKind::Rate if words::has(title, &["降幅", "下降"]) => {
                Some((Formula::Saved, current, previous))
            }
            ColumnKind::Rate => Some((Formula::Growth, current, previous)),
            ColumnKind::Amount | ColumnKind::Aside if !words::has(title, &["降幅", "下降"]) => {
                Some((Formula::Difference, current, previous))
            }
            _ => None,
        };
    }
    let stem = title.strip_suffix('率').filter(|_| own.kind == ColumnKind::Rate)?;
    let stem = ["按期", "按时", "及时"].iter().find_map(|word| stem.strip_prefix(word)).unwrap_or(stem);
    if stem.chars().count() < 2 {
        return None;
    }
    let above = only(&|title| title.contains(stem) && !words::has(title, &["未", "不", "应"]))?;
    let below = only(&|title| {
        !title.contains(stem)
            && words::has(
                title,
                &[
                    "受理", "收到", "应", "总", "合计", "发现", "排查", "检查", "抽", "承办", "提出", "参",
                    "登记", "调解",
                ],
            )
    })
    .or_else(|| only(&|title| !title.contains(stem)))?;
    Some((Formula::Quotient, above, below))
}

/// The columns of this year and the year before, each the only one of its kind.
fn years(grid: &Grid, start: usize, end: usize) -> Option<(usize, usize)> {
    let amounts: Vec<usize> = (start..end)
        .filter(|&at| {
            grid.columns.get(at).is_some_and(|column| {
                matches!(column.kind, ColumnKind::Amount | ColumnKind::Aside)
                    && !words::is_change(&column.title)
            })
        })
        .collect();
    let [first, second] = amounts.as_slice() else { return of_the_same_name(grid, &amounts) };
    let title = |at: usize| grid.columns.get(at).map_or("", |column| column.title.as_str());
    let is_pair = |previous: &str, current: &str| match (words::year(previous), words::year(current)) {
        (Some(previous), Some(current)) => previous.checked_add(1) == Some(current),
        _ => {
            words::is_previous(previous) && words::is_current(current)
                || is_of_the_year_before(previous, current)
        }
    };
    if is_pair(title(*first), title(*second)) {
        return Some((*second, *first));
    }
    is_pair(title(*second), title(*first)).then_some((*first, *second))
}

/// 件数, 同比增减, 上年件数: the year before stands behind the change, under the name of the only column in front.
fn of_the_same_name(grid: &Grid, in_front: &[usize]) -> Option<(usize, usize)> {
    let [current] = in_front else { return None };
    let title = grid.columns.get(*current)?.title.as_str();
    let mut earlier = grid.columns.iter().enumerate().filter(|(_, column)| {
        let name =
            ["上年同期", "上年", "去年同期", "去年"].iter().find_map(|cue| column.title.strip_prefix(cue));
        matches!(column.kind, ColumnKind::Amount | ColumnKind::Aside) && name == Some(title)
    });
    let (previous, _) = earlier.next()?;
    earlier.next().is_none().then_some((*current, previous))
}

/// Whether `previous` is the title `current` with the year before in front: 上年件数 and 件数.
fn is_of_the_year_before(previous: &str, current: &str) -> bool {
    const BEFORE: &[&str] = &["上年同期", "上年", "去年同期", "去年"];
    !current.is_empty() && BEFORE.iter().any(|cue| previous.strip_prefix(cue) == Some(current))
}

fn is_computed(grid: &Grid, column: usize) -> bool {
    grid.columns
        .get(column)
        .is_some_and(|column| column.kind == ColumnKind::Rate || words::is_change(&column.title))
}

/// 占比: each row's count as a share of the total's, and all shares together.
fn shares(grid: &Grid, column: usize, out: &mut Vec<Statement>) -> bool {
    let is_share = grid.columns.get(column).is_some_and(|own| {
        own.kind == ColumnKind::Rate && words::has(&own.title, &["占比", "比重", "比例", "百分比"])
    });
    let Some(total) = sums::only_total(grid).filter(|_| is_share) else { return false };
    let first = out.len();
    let counts = column.checked_sub(1).filter(|&at| {
        grid.columns
            .get(at)
            .is_some_and(|left| matches!(left.kind, ColumnKind::Amount | ColumnKind::Total(_)))
    });
    if let Some(counts) = counts {
        let rows = (0..grid.rows.len())
            .filter(|&row| grid.rows.get(row).is_some_and(|row| row.kind != RowKind::Aside));
        let cells = rows.map(|row| Computed {
            formula: Formula::Quotient,
            result: Place { row, column },
            first: Place { row, column: counts },
            second: Place { row: total, column: counts },
        });
        settle(grid, cells, false, out);
    }
    let is_explained = out.len() > first;
    let rows =
        (0..grid.rows.len()).filter(|&row| grid.rows.get(row).is_some_and(|row| row.kind == RowKind::Detail));
    let parts = rows.map(|row| Place { row, column }).collect();
    if let Some(check) = sums::check(grid, sums::Total { total: Place { row: total, column }, parts })
        && check.subject.parts.len() >= 2
        && (check.sum == Sum::Meets || !is_explained)
    {
        let has_subtotals = grid.rows.iter().filter(|row| matches!(row.kind, RowKind::Total(_))).count() > 1;
        sums::conclude(grid, vec![check], grid.is_clear && !has_subtotals, out);
    }
    true
}

/// 年度, 案件数, 增长率: each row grew from the one above it, where the rows are years in order.
fn from_year_to_year(grid: &Grid, column: usize, out: &mut Vec<Statement>) -> bool {
    let is_growth = grid.columns.get(column).is_some_and(|own| {
        own.kind == ColumnKind::Rate && words::is_change(&own.title) && !own.title.contains("环比")
    });
    let year_of = |row: usize| {
        let label = grid.rows.get(row).map_or("", |row| row.label.as_str());
        let is_of_years =
            || grid.columns.first().is_some_and(|first| matches!(first.title.as_str(), "年度" | "年份"));
        let written = || grid.figure(row, 0).filter(|_| is_of_years())?.value.to_whole()?.try_into().ok();
        words::year(label).or_else(written)
    };
    let years: Option<Vec<u16>> = (0..grid.rows.len()).map(year_of).collect();
    let follow =
        |years: &Vec<u16>| years.iter().zip(years.iter().skip(1)).all(|(year, next)| year + 1 == *next);
    let is_in_order = years.filter(|years| years.len() >= 2).is_some_and(|years| follow(&years));
    let amount = column.checked_sub(1).filter(|&at| {
        grid.columns
            .get(at)
            .is_some_and(|left| matches!(left.kind, ColumnKind::Amount | ColumnKind::Total(_)))
    });
    let Some(amount) = amount.filter(|_| is_growth && is_in_order) else { return false };
    let cells = (1..grid.rows.len()).map(|row| Computed {
        formula: Formula::Growth,
        result: Place { row, column },
        first: Place { row, column: amount },
        second: Place { row: row - 1, column: amount },
    });
    settle(grid, cells, grid.is_clear, out);
    true
}

/// A rate whose name neither of its two columns bears (接警, 处警, 出警率): it is of the one before, told by what the
/// other rows hold.
fn unnamed(grid: &Grid, column: usize, out: &mut Vec<Statement>) {
    const LEAST_ROWS: usize = 2;
    let kind = |at: usize| grid.columns.get(at).map(|column| column.kind);
    let start = (0..column).rev().find(|&at| is_computed(grid, at)).map_or(0, |at| at + 1);
    let counts: Vec<usize> = (start..column)
        .filter(|&at| {
            matches!(kind(at), Some(ColumnKind::Amount | ColumnKind::Total(_) | ColumnKind::Subset))
        })
        .collect();
    let [second, first] = counts.as_slice() else { return };
    if kind(column) != Some(ColumnKind::Rate) {
        return;
    }
    let checks: Vec<Check<Computed>> = (0..grid.rows.len())
        .filter(|&row| grid.rows.get(row).is_some_and(|row| row.kind != RowKind::Aside))
        .filter_map(|row| {
            let place = |column: usize| Place { row, column };
            let (first, second) = (place(*first), place(*second));
            check(grid, Computed { formula: Formula::Quotient, result: place(column), first, second })
        })
        .collect();
    let holding = checks.iter().filter(|check| check.sum == Sum::Meets && check.is_telling).count();
    if holding >= LEAST_ROWS && holding * 2 > checks.len() {
        for (check, verdict) in verdict::settle(checks, false) {
            out.extend(statement(grid, &check, verdict));
        }
    }
}

fn settle(grid: &Grid, cells: impl Iterator<Item = Computed>, is_clear: bool, out: &mut Vec<Statement>) {
    let checks: Vec<Check<Computed>> = cells.filter_map(|cell| check(grid, cell)).collect();
    for (check, verdict) in verdict::settle(checks, is_clear) {
        out.extend(statement(grid, &check, verdict));
    }
}

/// The check of one computed cell; `None` where a cell is blank or the base is nothing.
fn check(grid: &Grid, subject: Computed) -> Option<Check<Computed>> {
    let written = grid.at(subject.result)?;
    let (first, second) = (grid.at(subject.first)?, grid.at(subject.second)?);
    if first.class().is_some_and(|class| second.class().is_some_and(|other| other != class)) {
        return None;
    }
    let zero = Decimal::ZERO;
    let is_blank = second.value <= zero || first.value < zero;
    if subject.formula != Formula::Difference && is_blank {
        return None;
    }
    let sum = compute(grid, &subject, written.value).unwrap_or(Sum::Unclear);
    Some(Check {
        written: written.value,
        parts: Vec::new(),
        is_telling: !first.value.is_zero() && first.value != second.value,
        sum,
        subject,
    })
}

/// What `subject` comes to, against what is `written`; a last place off by one is let pass.
fn compute(grid: &Grid, subject: &Computed, written: Decimal) -> Option<Sum> {
    let (first, second) = (grid.interval(subject.first)?, grid.interval(subject.second)?);
    let value = |first: Decimal, second: Decimal| -> Option<Decimal> {
        let above = match subject.formula {
            Formula::Quotient => first,
            Formula::Saved => second.minus(first)?,
            Formula::Growth | Formula::Difference => first.minus(second)?,
        };
        match subject.formula {
            Formula::Difference => Some(above),
            _ => above.times(Decimal::whole(100))?.div_rounded(second, written.places()),
        }
    };
    let ends = |interval: Interval| -> Option<[Decimal; 2]> {
        Some([interval.value.minus(interval.tolerance)?, interval.value.plus(interval.tolerance)?])
    };
    let mut values = Vec::with_capacity(4);
    for first in ends(first)? {
        for second in ends(second)? {
            values.push(value(first, second)?);
        }
    }
    let step = match subject.formula {
        Formula::Difference => grid.interval(subject.result)?.tolerance,
        _ => written.step(),
    };
    let (low, high) = (values.iter().min()?.minus(step)?, values.iter().max()?.plus(step)?);
    if low <= written && written <= high {
        return Some(Sum::Meets);
    }
    let computed = value(first.value, second.value)?;
    // Some write a fall without its sign.
    if computed.is_negative() && computed.abs() == written {
        return Some(Sum::Unclear);
    }
    Some(Sum::Off { computed, excess: computed.minus(written)? })
}

fn statement(grid: &Grid, check: &Check<Computed>, verdict: Verdict) -> Option<Statement> {
    const NO_SIGN: Text = Text { zh: "下降未写负号", en: "a fall written without its sign" };
    let Computed { formula, result, first, second } = check.subject;
    let (a, b) = (figure(grid.at(first)?), figure(grid.at(second)?));
    let percent = if formula == Formula::Difference { "" } else { "%" };
    let terms = match formula {
        Formula::Quotient => format!("{a} ÷ {b}"),
        Formula::Saved => format!("({b} − {a}) ÷ {b}"),
        Formula::Growth => format!("({a} − {b}) ÷ {b}"),
        Formula::Difference => format!("{a} − {b}"),
    };
    let written = format!("{}{percent}", grid.at(result)?.value);
    let is = if percent.is_empty() { "=" } else { "≈" };
    let (status, equation, note, fault) = match (verdict, check.sum) {
        (Verdict::Broken { certain }, Sum::Off { computed, excess }) => (
            Status::Broken,
            format!("{terms} {is} {computed}{percent} ≠ {written}"),
            None,
            Some(Fault { computed, excess, certain, reason: Reason::Arithmetic }),
        ),
        (Verdict::Holds, _) => (Status::Holds, format!("{terms} {is} {written}"), None, None),
        (Verdict::Open(note), Sum::Off { .. }) => {
            (Status::Open, format!("{terms} ≈ {written}"), Some(note), None)
        }
        _ => (Status::Open, format!("{terms} ≈ {written}"), Some(NO_SIGN), None),
    };
    let (kind, operands) = operands(grid, &check.subject)?;
    Some(Claim::new(kind, status, equation, note, operands, fault))
}

fn operands(grid: &Grid, subject: &Computed) -> Option<(ClaimKind, Vec<Operand<ViewSpan>>)> {
    let (kind, roles) = match subject.formula {
        Formula::Quotient => (ClaimKind::Rate, ["rate", "numerator", "denominator"]),
        Formula::Saved => (ClaimKind::Rate, ["rate", "complement", "denominator"]),
        Formula::Growth | Formula::Difference => (ClaimKind::Table, ["change", "current", "previous"]),
    };
    let places = [subject.result, subject.first, subject.second];
    let operands: Option<Vec<_>> =
        roles.into_iter().zip(places).map(|(role, place)| grid.operand(role, place)).collect();
    Some((kind, operands?))
}
