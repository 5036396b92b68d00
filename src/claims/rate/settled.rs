//! What is said of a rate once every doubt has been asked.
//!
//! *Invariant:* nothing here finds a rate; it is passed on, left open or dropped.

use super::general::COUNTS_UNCLEAR;
use super::{doubts, elsewhere, holding, named_some, restated_base};
use crate::claims::Statement;
use crate::claims::statement::Passage;
use crate::order;
use crate::review::Status;

/// The statement with the base that the words name or correct: nothing where the rate is of other counts, and left open where
/// others may explain it.
pub fn beyond_doubt(passage: &Passage<'_>, statement: Statement) -> Option<Statement> {
    let statement = restated_base::corrected(passage, statement)?;
    let is_of_another = doubts::is_of_other_counts(&statement)
        || doubts::is_of_other_measure(passage, &statement)
        || doubts::is_of_some_apart(passage, &statement)
        || doubts::is_of_its_own_count(passage, &statement)
        || elsewhere::is_of_its_own_sentence(passage, &statement)
        || elsewhere::is_of_the_whole_of_its_part(passage, &statement)
        || doubts::is_of_the_sum_behind(passage, &statement)
        || doubts::is_of_some_named_in_front(passage, &statement)
        || named_some::is_of_another_year(passage, &statement);
    if is_of_another {
        return None;
    }
    let is_unclear = named_some::is_of_some_by_its_name(passage, &statement)
        || doubts::is_explained(passage, &statement)
        || doubts::has_nearer_counts(passage, &statement)
        || elsewhere::is_of_what_else_was_done(passage, &statement)
        || elsewhere::leaves_some_out(passage, &statement);
    if is_unclear { holding(statement, COUNTS_UNCLEAR) } else { Some(statement) }
}

/// Drops of `found` the broken rates whose counts make another rate that holds: 破案 380 起，破案率 90.5%，命案破案率 100%. Two rates of the same
/// counts are one.
pub fn retain_one_of_the_same_counts(found: &mut Vec<Statement>) {
    if found.len() < 2 || !found.iter().any(|statement| statement.status == Status::Broken) {
        return;
    }
    let is_count = |role: &str| matches!(role, "numerator" | "denominator" | "complement");
    let counts_of = |statement: &Statement| -> Vec<(&'static str, u32)> {
        let counts = statement.operands.iter().filter(|operand| is_count(operand.role));
        counts.map(|operand| (operand.role, operand.span.start)).collect()
    };
    let holds = |statement: &&Statement| statement.status == Status::Holds;
    let is_pair = |counts: &Vec<(&'static str, u32)>| counts.len() >= 2;
    let mut of_holding: Vec<_> = found.iter().filter(holds).map(counts_of).filter(is_pair).collect();
    order::sort(&mut of_holding);
    found.retain(|statement| {
        statement.status != Status::Broken || of_holding.binary_search(&counts_of(statement)).is_err()
    });
}
