//! Sums that say of how many figures they are: 三项合计 192 起.
//!
//! *Invariant:* where the words leave open which figures these are, the sum is wrong only where it is nearly right of some.

use super::row::read;
use super::{holding, is_nearly, is_right};
use crate::claims::label;
use crate::claims::list::List;
use crate::claims::rate::share_two_characters;
use crate::claims::statement::Passage;
use crate::claims::{Fault, Statement};
use crate::review::Status;

/// The statement of a sum that says of how many figures it is, `first` of the nearest row: where the words leave open
/// which figures these are, it is wrong only if it is wrong of each row and nearly right of one, and then no more than
/// likely.
pub fn of_number(passage: &Passage<'_>, list: &List, first: Statement) -> Option<Statement> {
    if first.status != Status::Broken {
        return Some(first);
    }
    // 三部门罚没合计 194.7 万元: of those that tell of 罚没, where others of the row do not.
    let told = passage.mentions.get(list.whole).map_or("", |whole| whole.before);
    let is_told = |at: &usize| {
        passage.mentions.get(*at).is_some_and(|part| share_two_characters(label::label(part), told))
    };
    let named: Vec<usize> = list.parts.iter().copied().filter(is_told).collect();
    if (2..list.parts.len()).contains(&named.len()) {
        return holding(read(passage, &List { parts: named, ..list.clone() }, list.whole));
    }
    if list.rows.is_empty() && !list.is_distant {
        // 办结 481 件。两类申请合计 215 件: over the end of a sentence only what is nearly right is of those.
        let sentence = |at: usize| passage.mentions.get(at).map(|mention| mention.sentence);
        let is_apart = list.parts.first().is_some_and(|&part| sentence(part) != sentence(list.whole));
        return Some(first).filter(|first| !is_apart || is_nearly(first));
    }
    let others = list.rows.iter().map(|row| List { parts: row.clone(), ..list.clone() });
    let mut readings: Vec<Statement> = others.filter_map(|row| read(passage, &row, list.whole)).collect();
    readings.insert(0, first);
    let likely = readings.iter().position(is_right).or_else(|| readings.iter().position(is_nearly));
    let mut chosen = readings.swap_remove(likely?);
    chosen.fault = chosen.fault.map(|fault| Fault { certain: false, ..fault });
    Some(chosen)
}
