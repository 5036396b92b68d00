//! Movements whose verbs stand behind their figures: 年初在编 214 名，先后有 18 名考录、6 名选调，9 名退休，年末在编 229 名.
//!
//! *Invariant:* every figure of the stock's measure word between its two ends has nothing before it but 有 and a time, and a
//! verb behind it that is known; where one has not, nothing is read.

use super::movement::{Movement, movement};
use super::statement::{Understood, statement};
use super::verb_form::{by_direction, by_its_verb, without_time};
use super::verbs;
use crate::claims::Statement;
use crate::claims::cue_set::CuesBefore;
use crate::claims::label;
use crate::claims::statement::{Mention, Passage};
use crate::search;

/// The most characters of a verb behind its figure.
const LONGEST_VERB: usize = 5;

/// The statement about the stock at `start` with the movements behind it, and the figure to go on with.
pub fn claim(passage: &Passage<'_>, start: usize) -> Option<(Statement, usize)> {
    let opening = passage.mentions.get(start)?;
    let mut movements: Vec<(Movement, &Mention<'_>)> = Vec::new();
    let mut understood = Understood::Told;
    for (at, mention) in passage.ahead_from(start + 1) {
        if mention.sentence != opening.sentence {
            return None;
        }
        if mention.depth > 0 || mention.quantity.class() != opening.quantity.class() {
            continue;
        }
        if !has_verb_behind(mention) {
            let closes = !movements.is_empty() && movement(mention) == Some(Movement::Closing);
            return closes.then(|| (statement(Some(opening), &movements, mention, understood), at + 1));
        }
        let (does, is_sure) = told_behind(opening, mention)?;
        movements.push((does, mention));
        if !is_sure {
            understood = Understood::Likely;
        }
    }
    None
}

/// Whether nothing but 有 and a time stands before `mention`, and a short word behind it.
fn has_verb_behind(mention: &Mention<'_>) -> bool {
    const HAVE: &[&str] = &["", "有", "又有", "还有", "其间有", "期间有", "其间", "新有"];
    HAVE.contains(&without_time(mention.before))
        && (2..=LONGEST_VERB).contains(&search::length(mention.after))
        && mention.quantity.is_amount()
}

/// What the verb behind `mention` does to the stock of `opening`, and whether it is sure.
fn told_behind(opening: &Mention<'_>, mention: &Mention<'_>) -> Option<(Movement, bool)> {
    let verb = mention.after;
    let turned = Mention {
        before: verb,
        run_up: verb,
        name: label::strip(verb),
        cues: CuesBefore::of(verb, verb.len()),
        after: "",
        ..*mention
    };
    let moves = |does: &Movement| matches!(does, Movement::Inflow | Movement::Outflow | Movement::Neutral);
    let known = verbs::does(Some(opening), &turned).map(|verb| (verb.does, verb.is_sure));
    let by_form = || by_direction(&turned).or_else(|| by_its_verb(&turned)).map(|does| (does, false));
    known.or_else(by_form).filter(|(does, _)| moves(does))
}
