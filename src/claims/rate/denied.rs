//! Rates of what a prosecutor denied: 批准逮捕 386 人，不批准逮捕 126 人，不捕率 24.6%.
//!
//! *Invariant:* the rate is of what was granted and what was denied together, and of nothing else that is told; those who
//! were let go on conditions are not, so that the statement holds or stays open.

use super::general::{COUNTS_UNCLEAR, is_count};
use super::holding;
use super::quotient::Quotient;
use crate::claims::Statement;
use crate::claims::label;
use crate::claims::statement::{Mention, Passage};

/// What is granted or denied, by the last sign of its name: 逮捕, 起诉 and 公诉.
const GRANTED: [char; 2] = ['捕', '诉'];

/// Words of what was asked for, granted or not.
const ASKED_FOR: &[&str] = &["提请", "报请", "审查", "受理", "移送", "收到"];

/// The statement of the rate called `name` at `index`; left open where it lies far from the two counts.
pub fn claim(passage: &Passage<'_>, index: usize, name: &str) -> Option<Statement> {
    let rate = passage.mentions.get(index)?;
    let granted = label::strip(name).strip_prefix('不')?.chars().next_back()?;
    if !GRANTED.contains(&granted) {
        return None;
    }
    let denied_index = index.checked_sub(1)?;
    let denied = passage.mentions.get(denied_index)?;
    let is_of_them = |count: &Mention<'_>| count.name.ends_with(granted) && is_count(count);
    if !(is_of_them(denied) && denied.name.contains('不') && denied.clause + 1 == rate.clause) {
        return None;
    }
    let (_, all) =
        passage
            .back_from(denied_index)
            .take_while(|(_, count)| count.sentence == rate.sentence)
            .find(|(_, count)| is_of_them(count) && count.quantity.class() == denied.quantity.class())?;
    if all.name.contains('不') {
        return None;
    }
    // 提请批准逮捕 512 人，不批准逮捕 126 人: what was asked for is all of them.
    let is_asked_for = label::has(all.before, ASKED_FOR);
    let below: &[&Mention<'_>] = if is_asked_for { &[all] } else { &[all, denied] };
    holding(Quotient::new(rate, &[denied], below)?.judge()?, COUNTS_UNCLEAR)
}
