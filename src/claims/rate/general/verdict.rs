//! What is to be said of a rate whose counts were found by its name.
//!
//! *Invariant:* what the words do not settle is reported only where it lies near or one slip explains it.

use super::super::holding;
use super::super::quotient::Quotient;
use super::wording::Bears;
use crate::claims::statement::Mention;
use crate::claims::{Fault, Statement, judge};
use crate::facts::Decimal;
use crate::lang::Text;
use crate::review::Status;

/// Why a rate of which nobody can tell the base is left open.
pub const COUNTS_UNCLEAR: Text = Text {
    zh: "比率以哪个数为基数，文中看不出，未作判断",
    en: "the text does not tell of which count the rate is; not judged",
};

/// How many points a rate may lie from its counts to be a mistake, where its base is not settled.
pub const NEAR: i128 = 10;

/// The fewest digits of a rate that one slip may explain where the words do not settle the counts.
pub const LEAST_DIGITS: i128 = 100;

/// The division, judged; nothing where what should be a part is more than the whole.
pub fn read(
    rate: &Mention<'_>,
    above: &[&Mention<'_>],
    below: &[&Mention<'_>],
    bears: Bears,
) -> Option<Statement> {
    let quotient = match (bears, above) {
        (Bears::Name, _) => Quotient::new(rate, above, below)?,
        (Bears::Opposite, [left_out]) => Quotient::remainder_of(rate, below, left_out)?,
        (Bears::Opposite, _) => return None,
    };
    let is_part = !quotient.numerator.is_negative() && quotient.numerator <= quotient.denominator;
    if is_part { quotient.judge() } else { None }
}

/// The reading that holds; else the first, broken if it is sure or one slip explains it, else left open.
pub fn settle(
    readings: Vec<Statement>,
    rate: &Mention<'_>,
    is_sure: bool,
    is_reached: bool,
) -> Option<Statement> {
    if let Some(holds) = readings.iter().find(|reading| reading.status == Status::Holds) {
        return Some(holds.clone());
    }
    let first = readings.into_iter().next()?;
    if is_sure || first.status != Status::Broken {
        return Some(first);
    }
    // Where the base stands two clauses in front, only what lies near it is a mistake.
    let is_near = first.fault.is_some_and(|fault| fault.excess.abs() <= Decimal::whole(NEAR));
    if is_reached && is_near {
        return Some(uncertain(first));
    }
    slipped(first.clone(), rate, LEAST_DIGITS).or_else(|| holding(first, COUNTS_UNCLEAR))
}

/// The broken statement where one altered digit of the rate explains it, as a likely mistake.
pub fn slipped(statement: Statement, rate: &Mention<'_>, digits: i128) -> Option<Statement> {
    let fault = statement.fault.filter(|_| statement.status == Status::Broken)?;
    let written = rate.quantity.value;
    let has_digits = written >= written.step().times(Decimal::whole(digits))?;
    let is_telling = has_digits && judge::is_one_slip(written, fault.computed);
    is_telling.then(|| uncertain(statement))
}

/// The broken statement as a likely mistake.
pub fn uncertain(statement: Statement) -> Statement {
    let fault = statement.fault.map(|fault| Fault { certain: false, ..fault });
    Statement { fault, ..statement }
}

/// Whether the statement is wrong beyond doubt.
pub fn is_certain(statement: &Statement) -> bool {
    statement.status == Status::Broken && statement.fault.is_some_and(|fault| fault.certain)
}
