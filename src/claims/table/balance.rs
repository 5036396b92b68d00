//! A stock before and after in one row or column of a table: what the movements between make of the one, against the
//! other. Without a stock before, what they make by themselves: the net.
//!
//! *Invariant:* which cells are the stock and which the movements is decided by who asks, before any figure is seen.

use super::Place;
use super::grid::Grid;
use super::verdict::{self, Check, Verdict};
use crate::claims::judge::{self, Sum};
use crate::claims::notes::NO_SIGN;
use crate::claims::{Claim, Fault, Operand, Reason, Statement, figure};
use crate::facts::Decimal;
use crate::review::{ClaimKind, Status};
use crate::source::ViewSpan;

/// Whether something comes into a stock or goes out of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// It comes in.
    In,
    /// It goes out.
    Out,
}

/// The cells of a stock before, of what came in and went out, and of the stock after; or of the net that these make.
#[derive(Clone, Debug)]
pub struct Balance {
    /// The stock before; nothing where the movements make a net.
    pub opening: Option<Place>,
    /// What came in or went out, in the order of the table.
    pub moves: Vec<(Move, Place)>,
    /// The stock after, or the net.
    pub closing: Place,
}

/// The check of `balance`; `None` where a cell of it has no figure.
pub fn check(grid: &Grid, balance: Balance) -> Option<Check<Balance>> {
    let written = grid.at(balance.closing)?;
    let (mut terms, mut all) = (Vec::new(), Decimal::ZERO);
    if let Some(opening) = balance.opening {
        terms.push((1, grid.interval(opening)?));
        all = grid.at(opening)?.value;
    }
    let (mut comes_in, mut goes_out) = (false, false);
    for (does, place) in &balance.moves {
        let (sign, moved) = match does {
            Move::In => (1, &mut comes_in),
            Move::Out => (-1, &mut goes_out),
        };
        let value = grid.at(*place)?.value;
        *moved |= !value.is_zero();
        if *does == Move::In {
            all = all.plus(value)?;
        }
        terms.push((sign, grid.interval(*place)?));
    }
    let sum = match judge::balance(&terms, grid.interval(balance.closing)?, written.factor) {
        // Some write a fall without its sign.
        Sum::Off { computed, .. } if computed.is_negative() && computed.abs() == written.value => {
            Sum::Unclear
        }
        sum => sum,
    };
    // What is far off is far off what there was in all, not the few that are left.
    Some(Check { subject: balance, sum, written: all, parts: Vec::new(), is_telling: comes_in && goes_out })
}

/// Settles `checks` as instances of one relation and adds their statements, of the kind `kind`.
pub fn conclude(grid: &Grid, checks: Vec<Check<Balance>>, kind: ClaimKind, out: &mut Vec<Statement>) {
    for (check, verdict) in verdict::settle(checks, true) {
        out.extend(statement(grid, &check, verdict, kind));
    }
}

/// The closing stocks of `checks` that are surely wrong, each with what it should be.
pub fn wrong(checks: &[Check<Balance>]) -> Vec<(Place, Decimal)> {
    let holds = checks.iter().any(|check| check.sum == Sum::Meets && check.is_telling);
    let computed = |check: &Check<Balance>| match check.sum {
        Sum::Off { computed, .. } => Some((check.subject.closing, computed)),
        _ => None,
    };
    checks.iter().filter_map(computed).filter(|_| holds).collect()
}

fn statement(grid: &Grid, check: &Check<Balance>, verdict: Verdict, kind: ClaimKind) -> Option<Statement> {
    let Balance { opening, moves, closing } = &check.subject;
    let mut sum = String::new();
    let mut operands: Vec<Operand<ViewSpan>> = Vec::new();
    if let Some(opening) = *opening {
        sum.push_str(&figure(grid.at(opening)?));
        operands.push(grid.operand("opening", opening)?);
    }
    for (does, place) in moves {
        let (role, sign) = match does {
            Move::In => ("inflow", if sum.is_empty() { "" } else { " + " }),
            Move::Out => ("outflow", " − "),
        };
        sum.push_str(sign);
        sum.push_str(&figure(grid.at(*place)?));
        operands.push(grid.operand(role, *place)?);
    }
    // What a relation of cells is about stands first among them.
    let at = if kind == ClaimKind::Table { 0 } else { operands.len() };
    let role = if opening.is_some() { "closing" } else { "change" };
    operands.insert(at, grid.operand(role, *closing)?);
    let left = figure(grid.at(*closing)?);
    let (status, equation, note, fault) = match (verdict, check.sum) {
        (Verdict::Broken { certain }, Sum::Off { computed, excess }) => {
            let fault = Fault { computed, excess, certain, reason: Reason::Arithmetic };
            (Status::Broken, format!("{sum} = {computed} ≠ {left}"), None, Some(fault))
        }
        (Verdict::Open(note), _) => {
            let is_exact = moves.iter().all(|(_, place)| grid.interval(*place).is_some());
            let note = if opening.is_none() && is_exact { NO_SIGN } else { note };
            (Status::Open, format!("{sum} ≟ {left}"), Some(note), None)
        }
        _ => (Status::Holds, format!("{sum} = {left}"), None, None),
    };
    Some(Claim::new(kind, status, equation, note, operands, fault))
}
