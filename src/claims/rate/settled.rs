//! What is said of a rate once every doubt has been asked.
//!
//! *Invariant:* nothing here finds a rate; it is passed on, left open or dropped.

use super::general::COUNTS_UNCLEAR;
use super::{doubts, elsewhere, holding, restated_base};
use crate::claims::Statement;
use crate::claims::statement::Passage;

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
        || doubts::is_of_some_named_in_front(passage, &statement);
    if is_of_another {
        return None;
    }
    let is_unclear = doubts::is_explained(passage, &statement)
        || doubts::has_nearer_counts(passage, &statement)
        || elsewhere::is_of_what_else_was_done(passage, &statement)
        || elsewhere::leaves_some_out(passage, &statement);
    if is_unclear { holding(statement, COUNTS_UNCLEAR) } else { Some(statement) }
}
