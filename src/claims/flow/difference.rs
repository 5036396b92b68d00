//! By how much a stock changed, and the movements behind 其中 that made it do so: 较年初增加 27 家，其中新登记 46 家、注销
//! 19 家; 减少 188 户，其中新纳入 402 户、退出 590 户.
//!
//! *Invariant:* only movements of both directions are read so, each of all and not of some that are named.

use super::movement::Movement;
use super::net::movements_of_both_directions;
use super::statement::{Understood, statement};
use crate::claims::cue_set::Cue;
use crate::claims::growth::{self, Change};
use crate::claims::statement::{Lead, Passage};
use crate::claims::{Fault, Statement};

/// The statement that the difference at `index` is what the movements right behind it make.
pub fn claim(passage: &Passage<'_>, index: usize) -> Option<Statement> {
    let first = passage
        .mentions
        .get(index + 1)
        .filter(|first| first.begins(Cue::Among) || first.lead == Lead::Open)?;
    let change = passage.mentions.get(index).filter(|_| growth::is_difference(passage, index))?;
    let adding = match growth::change_kind(change)? {
        Change::Up => Movement::Inflow,
        Change::Down => Movement::Outflow,
        _ => return None,
    };
    // 较上年末 4193 人净减 85 人: with the stock of before told, the movements are read against both stocks.
    let earlier = index.checked_sub(1).and_then(|earlier| passage.mentions.get(earlier));
    let is_told = earlier.is_some_and(|earlier| {
        growth::is_set_against(earlier) && earlier.quantity.class() == change.quantity.class()
    });
    // 净增 is read with the nets.
    let is_net = change.has(Cue::Net) && adding == Movement::Inflow;
    if is_told || is_net || first.sentence != change.sentence {
        return None;
    }
    let movements = movements_of_both_directions(passage, index, first, adding)?;
    let found = statement(None, &movements, change, Understood::Told);
    Some(Statement { fault: found.fault.map(|fault| Fault { certain: false, ..fault }), ..found })
}
