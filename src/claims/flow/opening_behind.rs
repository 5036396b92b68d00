//! Stocks of which the one of before is told last: 解除矫正 128 人，新入矫 136 人，年末在矫 315 人，年初为 307 人.
//!
//! *Invariant:* the stock of the end stands right before that of the beginning, and every figure of the row in front of it says
//! what it does.

use super::movement::{Movement, movement};
use super::statement::{Understood, statement};
use super::verb_form::by_its_verb;
use super::verbs;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::claims::{Statement, label};

/// The most movements.
const MOST: usize = 6;

/// The statement of the figure at `index` as the stock of before.
pub fn claim(passage: &Passage<'_>, index: usize) -> Option<Statement> {
    let opening = passage.mentions.get(index).filter(|opening| is_told_last(opening))?;
    let at = index.checked_sub(1)?;
    let closing = passage.mentions.get(at).filter(|closing| is_of_the_end(closing, opening))?;
    let mut moves: Vec<(Movement, &Mention<'_>)> = Vec::new();
    let mut is_sure = true;
    let mut next_clause = closing.clause;
    for (_, mention) in passage.back_from(at).take(MOST) {
        let adjoins = mention.sentence == closing.sentence
            && mention.depth == 0
            && mention.quantity.class() == closing.quantity.class()
            && mention.clause + 1 >= next_clause;
        if !adjoins {
            break;
        }
        let verb = verbs::does(None, mention);
        let told = movement(mention).or_else(|| verb.as_ref().map(|verb| verb.does));
        is_sure &= told.is_some();
        match told.or_else(|| by_its_verb(mention))? {
            found @ (Movement::Inflow | Movement::Outflow) => moves.push((found, mention)),
            Movement::Neutral => {}
            _ => return None,
        }
        next_clause = mention.clause;
    }
    moves.reverse();
    let understood = if is_sure { Understood::Told } else { Understood::Likely };
    (!moves.is_empty()).then(|| statement(Some(opening), &moves, closing, understood))
}

/// 年初为 307 人, 上年末 41 名: whether the words of `mention` tell no more than the time of the stock of before.
fn is_told_last(mention: &Mention<'_>) -> bool {
    const BEFORE: &[&str] = &["年初", "期初", "上年末", "上年底", "去年底", "去年末"];
    const SMALL: &[&str] = &["", "为", "是", "有", "共", "共有", "在册", "在矫", "实有", "数为"];
    let rest = BEFORE.iter().find_map(|time| mention.before.strip_prefix(*time));
    mention.lead == Lead::Comma
        && mention.depth == 0
        && mention.quantity.is_amount()
        && rest.is_some_and(|rest| SMALL.contains(&rest))
}

/// Whether `closing` is the stock of the end, right before that of the beginning.
fn is_of_the_end(closing: &Mention<'_>, opening: &Mention<'_>) -> bool {
    const END: &[&str] = &["年末", "年底", "期末", "目前", "现有", "现在", "实有"];
    const CHANGE: &[&str] = &["较", "比", "增", "减"];
    closing.lead == Lead::Comma
        && closing.clause + 1 == opening.clause
        && closing.sentence == opening.sentence
        && closing.depth == 0
        && closing.quantity.class() == opening.quantity.class()
        && label::begins(closing.before, END)
        && !label::has(closing.before, CHANGE)
}
