//! A rate whose name takes one sign or word from each figure of a row: 调解 180 件、撤诉 140 件，调撤率; 改判 3 件、发回 1 件，改判发回率.
//!
//! *Invariant:* each sign stands in the words of its own figure and in those of no other of the row.

use super::super::quotient::Quotient;
use super::is_count;
use crate::claims::Statement;
use crate::claims::label::label;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::search;

/// The statement of the rate called `name` at `index` with the row in front of it of which its name has one half each: 调 and 撤, 改判
/// and 发回.
pub fn claim(passage: &Passage<'_>, index: usize, name: &str) -> Option<Statement> {
    let count = search::length(name);
    let middle = name.char_indices().nth(count / 2).map(|(at, _)| at)?;
    let (a, b) = name.split_at_checked(middle).filter(|_| matches!(count, 2 | 4))?;
    let rate = passage.mentions.get(index)?;
    let second_index = index.checked_sub(1)?;
    let first_index = second_index.checked_sub(1)?;
    let (first, second) = (passage.mentions.get(first_index)?, passage.mentions.get(second_index)?);
    let is_row = second.lead == Lead::Pause
        && second.clause == first.clause
        && rate.clause == second.clause + 1
        && rate.sentence == second.sentence
        && first.quantity.class() == second.quantity.class()
        && is_count(first)
        && is_count(second);
    let has = |mention: &Mention<'_>, word: &str| super::label::has(label(mention), &[word]);
    let is_made_of_them = has(first, a) && has(second, b) && !has(first, b) && !has(second, a);
    // 城关、城东: the row goes on in front.
    let goes_on = first.lead == Lead::Pause;
    if !is_row || !is_made_of_them || goes_on {
        return None;
    }
    let listed = passage.list_of(first_index).map(|list| list.whole);
    let whole = listed.or_else(|| {
        let mut alike = passage
            .back_from(first_index)
            .take_while(|(_, mention)| mention.sentence == rate.sentence)
            .filter(|(_, mention)| mention.quantity.class() == first.quantity.class());
        let (only, _) = alike.next().filter(|(_, mention)| is_count(mention))?;
        alike.next().is_none().then_some(only)
    });
    let whole = passage.mentions.get(whole?)?;
    let quotient = Quotient::new(rate, &[first, second], &[whole])?;
    if quotient.numerator > quotient.denominator { None } else { quotient.judge() }
}
