//! A rate behind two counts that 分别 shares out: 受理、办结投诉分别为 862 件、793 件，办结率 92%.
//!
//! *Invariant:* the row has two figures and two names, of which the one bears the verb of the rate and the other what it is of.

use super::names::Verbs;
use super::quotient::Quotient;
use crate::claims::Statement;
use crate::claims::label;
use crate::claims::list;
use crate::claims::statement::{Lead, Passage};

/// The statement of the rate at `index`, whose counts are told by the verbs of `known`.
pub fn claim(passage: &Passage<'_>, index: usize, known: &Verbs) -> Option<Statement> {
    let rate = passage.mentions.get(index)?;
    let first_at = index.checked_sub(2)?;
    let pair = passage.mentions.get(first_at..index)?;
    let [first, second] = pair else { return None };
    let is_row = second.lead == Lead::Pause
        && second.before.is_empty()
        && first.quantity.class() == second.quantity.class()
        && rate.lead == Lead::Comma
        && rate.clause == second.clause + 1
        && rate.depth == first.depth;
    let names = list::names_shared(passage, first_at).filter(|names| is_row && names.len() == 2)?;
    let is_above = |name: &str| label::has(name, known.above);
    let (above, below) = match names.as_slice() {
        [one, other] if is_above(one) && label::has(other, known.below) && !is_above(other) => {
            (first, second)
        }
        [one, other] if is_above(other) && label::has(one, known.below) && !is_above(one) => (second, first),
        _ => return None,
    };
    let quotient = Quotient::new(rate, &[above], &[below])?;
    // What was done may be of the year before as well.
    if quotient.numerator > quotient.denominator { None } else { quotient.judge() }
}
