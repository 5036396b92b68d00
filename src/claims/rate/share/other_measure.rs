//! A share of what counts in another measure word: 检查 1460 处次，发现问题 365 个，占 25%.
//!
//! *Invariant:* both figures are of things and stand alone in their sentence; it is told only where it fits, or would but for
//! one slip of the pen.

use crate::claims::Statement;
use crate::claims::cue_set::Cue;
use crate::claims::rate::general::{LEAST_DIGITS, slipped};
use crate::claims::rate::quotient::Quotient;
use crate::claims::statement::{Mention, Passage};
use crate::facts::Class;
use crate::review::Status;

/// 检查 1460 处次，发现问题 365 个，占 25%: what was found counts in another measure word than what was looked at, and the
/// share is of nothing else. Only where it fits, or would but for one slip.
pub(super) fn claim(passage: &Passage<'_>, index: usize, part_index: usize) -> Option<Statement> {
    let (rate, part) = (passage.mentions.get(index)?, passage.mentions.get(part_index)?);
    let is_thing = |mention: &Mention<'_>| matches!(mention.quantity.class(), Some(Class::Word(_)));
    let mut before = passage
        .back_from(part_index)
        .map(|(_, mention)| mention)
        .take_while(|mention| mention.sentence == part.sentence);
    let whole = before.next().filter(|whole| is_thing(whole) && is_thing(part))?;
    let is_only = before.all(|mention| !is_thing(mention));
    let is_near = whole.clause + 1 == part.clause && whole.depth == part.depth && !whole.has(Cue::Comparison);
    let quotient = Quotient::new(rate, &[part], &[whole])?;
    if !is_only || !is_near || quotient.numerator > quotient.denominator {
        return None;
    }
    let statement = quotient.judge()?;
    if statement.status == Status::Holds { Some(statement) } else { slipped(statement, rate, LEAST_DIGITS) }
}
