//! A stock that came in by batches: 首批承接 31 项，第二批承接 16 项，交回 5 项，现行使 42 项.
//!
//! *Invariant:* the first figure is of the first batch, so that nothing was there before; every figure up to the stock of
//! now says what it does.

use super::movement::{Movement, movement};
use super::statement::{Understood, statement};
use super::verb_form::{by_its_verb, without_time};
use super::verbs;
use crate::claims::Statement;
use crate::claims::label;
use crate::claims::statement::{Mention, Passage};
use crate::review::Status;

/// The most figures in front of the stock.
const MOST: usize = 8;

/// The statement that the stock at `index` is what came in by batches less what went.
pub fn claim(passage: &Passage<'_>, index: usize) -> Option<Statement> {
    let closing = passage.mentions.get(index).filter(|closing| closing.depth == 0)?;
    if movement(closing) != Some(Movement::Closing) {
        return None;
    }
    let mut moves: Vec<(Movement, &Mention<'_>)> = Vec::new();
    let mut is_sure = true;
    let mut begins = false;
    for (_, mention) in passage.back_from(index).take(MOST) {
        if mention.sentence != closing.sentence || begins {
            break;
        }
        if mention.depth > 0 || mention.quantity.class() != closing.quantity.class() {
            continue;
        }
        let verb = verbs::does(None, mention);
        is_sure &= verb.is_some_and(|verb| verb.is_sure);
        let does = verb.map(|verb| verb.does).or_else(|| by_its_verb(mention));
        match does? {
            found @ (Movement::Inflow | Movement::Outflow) => moves.push((found, mention)),
            Movement::Neutral => {}
            _ => return None,
        }
        begins = is_of_first_batch(mention.before);
    }
    moves.reverse();
    let came_first = moves.first().is_some_and(|(does, _)| *does == Movement::Inflow);
    if !begins || !came_first || moves.len() < 2 {
        return None;
    }
    let understood = if is_sure { Understood::Told } else { Understood::Likely };
    let found = statement(None, &moves, closing, understood);
    (found.status != Status::Open).then_some(found)
}

/// Whether `words` tell of the first of several batches.
fn is_of_first_batch(words: &str) -> bool {
    const FIRST: &[&str] = &["首批", "第一批", "首次", "第一次", "第一轮", "首轮"];
    label::begins(without_time(words), FIRST)
}
