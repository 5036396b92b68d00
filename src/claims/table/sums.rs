//! Totals: every 合计 row against the rows, every 小计 column against the columns that it adds up.
//!
//! Takes the grid and the cells that are known to be wrong, gives a statement for each total that has parts.
//!
//! *Invariant:* one reading of the structure answers for all cells of a total row or column.

use super::grid::{ColumnKind, Grid, RowKind};
use super::members::{Member, best};
use super::verdict::{self, Check, Verdict};
use super::{Place, carry};
use crate::claims::judge::{self, Sum};
use crate::claims::{Claim, Fault, Reason, Statement};
use crate::facts::{Decimal, Quantity};
use crate::review::{ClaimKind, Status};

/// A total and what it adds up.
pub(super) struct Total {
    pub total: Place,
    pub parts: Vec<Place>,
}

/// The statements about the totals of `grid`. A total that only misses by what a cell of its own is known to be `wrong`
/// by is not called wrong again; nor is one that shares with the total of a row the one cell that would make both right.
pub fn claims(grid: &Grid, wrong: &[(Place, Decimal)], out: &mut Vec<Statement>) {
    let across: Vec<(Check<Total>, Verdict)> =
        (0..grid.columns.len()).flat_map(|at| row_sums(grid, at)).collect();
    let slips = broken(&across);
    let wrong: Vec<(Place, Decimal)> = wrong.iter().copied().chain(wrong_totals(&slips)).collect();
    let mut down = Vec::new();
    let mut rows: Vec<Member> = grid.rows.iter().map(|row| row_member(row.kind)).collect();
    // What came in is no part of what was done with it.
    if let Some(carry) = carry::rows(grid) {
        for at in [carry.received, carry.carried, carry.left] {
            if let Some(member) = rows.get_mut(at) {
                *member = Member::Out;
            }
        }
    }
    let columns: Vec<usize> = (0..grid.columns.len()).filter(|&at| is_added_down(grid, at)).collect();
    for level in 1..=3 {
        let (mut checks, mut is_clear) = (Vec::new(), grid.is_clear);
        for at in (0..rows.len()).filter(|&at| rows.get(at) == Some(&Member::Total(level))) {
            let (found, is_certain) = best(&rows, at, |parts| {
                columns
                    .iter()
                    .filter_map(|&column| {
                        let parts = parts.iter().map(|&row| Place { row, column }).collect();
                        check(grid, Total { total: Place { row: at, column }, parts })
                    })
                    .collect()
            });
            checks.extend(found);
            is_clear &= is_certain;
        }
        checks.retain(|check| !is_told_elsewhere(grid, check, &wrong) && !is_one_slip_with(check, &slips));
        down.extend(verdict::settle(checks, is_clear));
    }
    let wrong: Vec<(Place, Decimal)> = wrong_totals(&broken(&down)).collect();
    let across = across.iter().filter(|(check, _)| !is_told_elsewhere(grid, check, &wrong));
    let settled = down.iter().chain(across);
    out.extend(settled.filter_map(|(check, verdict)| statement(grid, check, *verdict)));
}

/// How many wrong sums of a table may explain others.
const MOST_SLIPS: usize = 64;

/// Those that were `settled` as wrong.
fn broken(settled: &[(Check<Total>, Verdict)]) -> Vec<&Check<Total>> {
    let is_broken = |verdict: &Verdict| matches!(verdict, Verdict::Broken { .. });
    settled
        .iter()
        .filter(|(_, verdict)| is_broken(verdict))
        .map(|(check, _)| check)
        .take(MOST_SLIPS)
        .collect()
}

/// The cells of the totals that are wrong by `checks`, each with what it should be.
fn wrong_totals(checks: &[&Check<Total>]) -> impl Iterator<Item = (Place, Decimal)> {
    checks.iter().filter_map(|check| match check.sum {
        Sum::Off { computed, .. } => Some((check.subject.total, computed)),
        _ => None,
    })
}

/// Whether `check` misses by as much as one of the `slips`, and the two have their total or an addend in common.
fn is_one_slip_with(check: &Check<Total>, slips: &[&Check<Total>]) -> bool {
    let Sum::Off { excess, .. } = check.sum else { return false };
    slips.iter().any(|slip| {
        matches!(slip.sum, Sum::Off { excess: other, .. } if other == excess)
            && (slip.subject.total == check.subject.total
                || slip.subject.parts.iter().any(|part| check.subject.parts.contains(part)))
    })
}

/// Whether `check` misses by what one of its parts is `wrong` by.
fn is_told_elsewhere(grid: &Grid, check: &Check<Total>, wrong: &[(Place, Decimal)]) -> bool {
    let Sum::Off { excess, .. } = check.sum else { return false };
    wrong.iter().any(|(place, computed)| {
        check.subject.parts.contains(place)
            && grid.at(*place).and_then(|written| written.value.minus(*computed)) == Some(excess)
    })
}

/// What the column `at`, if it is a total, says of every row.
fn row_sums(grid: &Grid, at: usize) -> Vec<(Check<Total>, Verdict)> {
    let Some(own) = grid.columns.get(at).filter(|column| matches!(column.kind, ColumnKind::Total(_))) else {
        return Vec::new();
    };
    let members: Vec<Member> = grid
        .columns
        .iter()
        .map(|column| match column.kind {
            ColumnKind::Total(level) => Member::Total(level),
            _ if !own.unit.is_empty() && !column.unit.is_empty() && own.unit != column.unit => Member::Out,
            ColumnKind::Amount => Member::Addend,
            ColumnKind::Subset => Member::Subset,
            ColumnKind::Aside => Member::Maybe,
            _ => Member::Out,
        })
        .collect();
    let mut units = grid.columns.iter().filter(|column| column.kind == ColumnKind::Amount);
    let mixed = units.next().is_some_and(|first| units.any(|other| other.unit != first.unit));
    if own.unit.is_empty() && mixed {
        return Vec::new();
    }
    let (checks, is_certain) = best(&members, at, |parts| {
        if parts.len() < 2 {
            return Vec::new();
        }
        let rows = (0..grid.rows.len())
            .filter(|&row| grid.rows.get(row).is_some_and(|row| row.kind != RowKind::Aside));
        rows.filter_map(|row| {
            let parts = parts.iter().map(|&column| Place { row, column }).collect();
            check(grid, Total { total: Place { row, column: at }, parts })
        })
        .collect()
    });
    // A total in front of its parts may count more than these.
    let stands_behind = members.iter().take(at).any(|member| *member == Member::Addend);
    let is_clear = grid.is_clear && stands_behind && is_certain;
    let binds = is_clear && at + 1 == members.len() && binds_every_row(&members, &checks);
    let (small, checks): (Vec<_>, Vec<_>) =
        checks.into_iter().partition(|check| binds && verdict::is_no_sum(check) && check.sum != Sum::Meets);
    let mut settled = verdict::settle(checks, is_clear);
    settled.extend(small.into_iter().map(|check| (check, Verdict::Broken { certain: true })));
    settled
}

/// 维持, 纠正, 尚未审结, 总计: whether nothing but addends stands in front of the total, and all rows but one hold, so that a total no
/// larger than one of its parts is wrong and no mean.
fn binds_every_row(members: &[Member], checks: &[Check<Total>]) -> bool {
    let addends = members.iter().filter(|member| **member == Member::Addend).count();
    let others = members.iter().filter(|member| matches!(member, Member::Subset | Member::Maybe)).count();
    let holding = checks.iter().filter(|check| check.sum == Sum::Meets).count();
    let is_shown = checks.iter().any(|check| check.sum == Sum::Meets && !check.written.is_zero());
    addends >= 3 && others == 0 && is_shown && holding >= 2 && holding + 1 == checks.len()
}

fn row_member(kind: RowKind) -> Member {
    match kind {
        RowKind::Detail => Member::Addend,
        RowKind::Total(level) => Member::Total(level),
        RowKind::Subset => Member::Subset,
        RowKind::Aside => Member::Out,
    }
}

fn is_added_down(grid: &Grid, column: usize) -> bool {
    grid.columns.get(column).is_some_and(|column| {
        matches!(column.kind, ColumnKind::Amount | ColumnKind::Total(_) | ColumnKind::Subset)
    })
}

/// The check of one total; `None` where its cell or all its parts are blank, or units differ.
pub(super) fn check(grid: &Grid, subject: Total) -> Option<Check<Total>> {
    let written = grid.at(subject.total)?;
    let is_aligned = |place: &Place| grid.rows.get(place.row).is_some_and(|row| row.is_aligned);
    if !subject.parts.iter().all(is_aligned) {
        return None;
    }
    let parts: Vec<Place> = subject.parts.into_iter().filter(|&part| grid.at(part).is_some()).collect();
    let figures: Vec<&Quantity> = parts.iter().filter_map(|&part| grid.at(part)).collect();
    let class = written.class();
    let differs =
        |figure: &&Quantity| figure.class().is_some_and(|other| class.is_some_and(|class| class != other));
    if figures.is_empty() || figures.iter().any(differs) {
        return None;
    }
    let terms: Option<Vec<_>> = parts.iter().map(|&part| Some((1, grid.interval(part)?))).collect();
    let sum = terms
        .zip(grid.interval(subject.total))
        .map_or(Sum::Unclear, |(terms, total)| judge::balance(&terms, total, written.factor));
    Some(Check {
        written: written.value,
        parts: figures.iter().map(|figure| figure.value).collect(),
        is_telling: figures.iter().filter(|figure| !figure.value.is_zero()).count() >= 2,
        sum,
        subject: Total { total: subject.total, parts },
    })
}

/// Settles `checks` as instances of one relation and adds their statements.
pub(super) fn conclude(grid: &Grid, checks: Vec<Check<Total>>, is_clear: bool, out: &mut Vec<Statement>) {
    for (check, verdict) in verdict::settle(checks, is_clear) {
        out.extend(statement(grid, &check, verdict));
    }
}

fn statement(grid: &Grid, check: &Check<Total>, verdict: Verdict) -> Option<Statement> {
    let total = grid.operand("total", check.subject.total)?;
    let parts = check.subject.parts.iter().filter_map(|&part| grid.operand("part", part));
    let terms: Vec<&Quantity> = check.subject.parts.iter().filter_map(|&part| grid.at(part)).collect();
    let written = crate::claims::figure(grid.at(check.subject.total)?);
    let scale = written.trim_start_matches(|ch: char| ch.is_ascii_digit() || matches!(ch, '.' | '-'));
    let terms = sum_of(&terms);
    let (status, equation, note, fault) = match (verdict, check.sum) {
        (Verdict::Broken { certain }, Sum::Off { computed, excess }) => {
            // With as many places as the written figure: 31.20, not 31.2.
            let computed = computed.plus(total.value.minus(total.value)?)?;
            let fault = Fault { computed, excess, certain, reason: Reason::Arithmetic };
            (Status::Broken, format!("{terms} = {computed}{scale} ≠ {written}"), None, Some(fault))
        }
        (Verdict::Open(note), Sum::Off { computed, .. }) => {
            (Status::Open, format!("{terms} = {computed}{scale} ≠ {written}"), Some(note), None)
        }
        (Verdict::Open(note), _) => (Status::Open, format!("{terms} ≈ {written}"), Some(note), None),
        _ => (Status::Holds, format!("{terms} = {written}"), None, None),
    };
    let operands = std::iter::once(total).chain(parts).collect();
    Some(Claim::new(ClaimKind::Table, status, equation, note, operands, fault))
}

/// The sum as it is written: 9 − 7 where a term is below zero.
fn sum_of(terms: &[&Quantity]) -> String {
    let mut shown = String::new();
    for (at, term) in terms.iter().enumerate() {
        let figure = crate::claims::figure(term);
        match (at, figure.strip_prefix('-')) {
            (0, _) => shown.push_str(&figure),
            (_, Some(amount)) => shown.push_str(&format!(" − {amount}")),
            (_, None) => shown.push_str(&format!(" + {figure}")),
        }
    }
    shown
}

/// The row that is the one total of everything above or below.
pub(super) fn only_total(grid: &Grid) -> Option<usize> {
    let mut tops = (0..grid.rows.len()).filter(|&at| {
        grid.rows.get(at).is_some_and(|row| matches!(row.kind, RowKind::Total(level) if level > 1))
    });
    let only = tops.next()?;
    tops.next().is_none().then_some(only)
}
