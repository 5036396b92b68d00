//! What came of papers that were sent: 发出建议书 12 份、督办函 5 份，已收到反馈 16 份，剩余 1 份.
//!
//! *Invariant:* nothing but the row of papers stands in front, and what came of them takes up the words of none.

use super::movement::Movement;
use super::statement::{Understood, statement};
use crate::claims::Statement;
use crate::claims::label;
use crate::claims::rate::share_two_characters;
use crate::claims::statement::{Lead, Mention};

/// The statement that what came of a row of papers, and the rest, are all of them; `row` from the last to the first.
pub fn claim(row: &[&Mention<'_>], rest: &Mention<'_>) -> Option<Statement> {
    const ANSWERED: &[&str] = &["已", "均", "目前已", "收到", "反馈", "回复", "答复", "采纳", "收回"];
    let (done, sent) = row.split_first().filter(|(_, sent)| sent.len() >= 2)?;
    let (first, others) = sent.split_last()?;
    let is_row = rest.is_rest()
        && label::begins(done.before, ANSWERED)
        && done.lead == Lead::Comma
        && first.clause + 1 == done.clause
        && done.clause + 1 == rest.clause
        && first.lead != Lead::Pause
        && others.iter().all(|paper| paper.lead == Lead::Pause && paper.clause == first.clause)
        // 下达整改通知书 86 份、处罚决定书 12 份，已整改 62 份: of those alone whose words it takes up.
        && !sent.iter().any(|paper| share_two_characters(done.before, paper.before));
    is_row.then(|| {
        let mut moved: Vec<_> = sent.iter().rev().map(|paper| (Movement::Inflow, *paper)).collect();
        moved.push((Movement::Outflow, done));
        statement(None, &moved, rest, Understood::Likely)
    })
}
