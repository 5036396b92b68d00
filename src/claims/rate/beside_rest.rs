//! A rate told between what was done and what is left: 216 个社区中，195 个已与律师事务所签订合同，签约率 90.3%，剩余 21 个明年签约.
//!
//! *Invariant:* what was done and what is left make the whole exactly, and the name of the rate has a sign of the words behind what was done.

use super::quotient::Quotient;
use super::sums::Sums;
use crate::claims::Statement;
use crate::claims::cues;
use crate::claims::label;
use crate::claims::statement::Passage;

/// The statement of the rate called `name` at `index`, where what is left stands right behind it.
pub fn claim(passage: &Passage<'_>, index: usize, name: &str, sums: &Sums) -> Option<Statement> {
    let part_index = index.checked_sub(1)?;
    let (rate, part) = (passage.mentions.get(index)?, passage.mentions.get(part_index)?);
    let rest = passage.mentions.get(index + 1)?;
    let stands_between = rate.clause == part.clause + 1
        && rest.clause == rate.clause + 1
        && rest.sentence == part.sentence
        && sums.are_siblings(part, rest);
    let is_left =
        label::begins(rest.before, cues::REST) || label::begins(rest.before, &["剩余", "尚有", "还有", "未"]);
    let told = passage.between(part.quantity.span.end, rate.start);
    let is_called = label::strip(name).chars().any(|sign| told.contains(sign));
    if !stands_between || !is_left || !is_called {
        return None;
    }
    let whole = passage.mentions.get(sums.whole_of(passage, part)?)?;
    Quotient::new(rate, &[part], &[whole])?.judge()
}
