//! By how much a stock rose, and the movements behind 其中 that made it do so: 较年初增加 27 家，其中新登记 46 家、注销
//! 19 家.
//!
//! *Invariant:* only movements of both directions are read so, each of all and not of some that are named.

use super::movement::{Movement, in_words};
use super::net::{MOST_MOVEMENTS, is_bare};
use super::statement::{Understood, statement};
use crate::claims::cue_set::Cue;
use crate::claims::growth::{self, Change};
use crate::claims::statement::{Mention, Passage};
use crate::claims::{Fault, Statement};

/// The statement that the difference at `index` is what the movements right behind it make.
pub fn claim(passage: &Passage<'_>, index: usize) -> Option<Statement> {
    let first = passage.mentions.get(index + 1).filter(|first| first.begins(Cue::Among))?;
    let change = passage.mentions.get(index).filter(|_| growth::is_difference(passage, index))?;
    // A loss is no sum of what came less what went.
    if growth::change_kind(change) != Some(Change::Up) {
        return None;
    }
    // 较上年末 4193 人净减 85 人: with the stock of before told, the movements are read against both stocks.
    let earlier = index.checked_sub(1).and_then(|earlier| passage.mentions.get(earlier));
    let is_told = earlier.is_some_and(|earlier| {
        growth::is_set_against(earlier) && earlier.quantity.class() == change.quantity.class()
    });
    // 净增 is read with the nets.
    if is_told || change.has(Cue::Net) || first.sentence != change.sentence {
        return None;
    }
    let mut movements: Vec<(Movement, &Mention<'_>)> = Vec::new();
    for (_, mention) in passage.ahead_from(index + 1).take(MOST_MOVEMENTS) {
        let is_one = mention.segment == first.segment
            && mention.bracket == first.bracket
            && mention.clause <= first.clause + 1
            && is_bare(mention)
            && mention.quantity.class() == change.quantity.class();
        match in_words(mention).filter(|_| is_one) {
            Some(found @ (Movement::Inflow | Movement::Outflow)) => movements.push((found, mention)),
            _ => break,
        }
    }
    let has = |wanted: Movement| movements.iter().any(|(found, _)| *found == wanted);
    if !has(Movement::Inflow) || !has(Movement::Outflow) {
        return None;
    }
    let found = statement(None, &movements, change, Understood::Told);
    Some(Statement { fault: found.fault.map(|fault| Fault { certain: false, ..fault }), ..found })
}
