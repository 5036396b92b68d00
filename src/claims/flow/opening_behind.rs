//! Stocks of which the one of before is told last: 解除矫正 128 人，新入矫 136 人，年末在矫 315 人，年初为 307 人; 在册 286 人，新接收 164 人，
//! 解除 158 人，上年末 280 人.
//!
//! *Invariant:* the stock of the end stands right before that of the beginning or at the head of the row, and every figure of the row says
//! what it does.

use super::movement::{Movement, movement};
use super::statement::{Understood, statement};
use super::verb_form::by_its_verb;
use super::verbs;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::claims::{Statement, cues, label};
use crate::search;

/// The most movements.
const MOST: usize = 6;

/// The statement of the figure at `index` as the stock of before.
pub fn claim(passage: &Passage<'_>, index: usize) -> Option<Statement> {
    let opening = passage.mentions.get(index).filter(|opening| is_told_last(opening))?;
    let at = index.checked_sub(1)?;
    let last = passage.mentions.get(at)?;
    if is_of_the_end(last, opening) {
        let row = row_before(passage, at, last);
        return row.is_whole.then(|| row.with(opening, last)).flatten();
    }
    // 在册 286 人，新接收 164 人，解除 158 人，上年末 270 人: the stock of now begins the row.
    let row = row_before(passage, index, opening);
    let closing = passage.mentions.get(row.first.checked_sub(1)?)?;
    let is_first = closing.sentence == opening.sentence
        && closing.clause + 1 == passage.mentions.get(row.first)?.clause
        && closing.depth == 0
        && closing.quantity.class() == opening.quantity.class()
        && label::has(closing.before, NOW)
        && !label::has(closing.before, CHANGE);
    is_first.then(|| row.with(opening, closing)).flatten()
}

/// Words of a stock that is there now.
const NOW: &[&str] = &["在册", "在矫", "在管", "现有", "现存", "实有", "目前", "年末", "年底", "期末"];

/// Words of a change.
const CHANGE: &[&str] = &["较", "比", "增", "减"];

/// The movements in front of a stock.
struct Row<'p, 'a> {
    moves: Vec<(Movement, &'p Mention<'a>)>,
    /// The place of the first of them.
    first: usize,
    /// Whether each of them tells by its words what it does.
    is_sure: bool,
    /// Whether nothing but movements stands in front of the stock.
    is_whole: bool,
}

impl Row<'_, '_> {
    fn with(&self, opening: &Mention<'_>, closing: &Mention<'_>) -> Option<Statement> {
        let understood = if self.is_sure { Understood::Told } else { Understood::Likely };
        (!self.moves.is_empty()).then(|| statement(Some(opening), &self.moves, closing, understood))
    }
}

/// The movements right in front of `stock`, which stands at `at`.
fn row_before<'p, 'a>(passage: &'p Passage<'a>, at: usize, stock: &Mention<'_>) -> Row<'p, 'a> {
    let mut row = Row { moves: Vec::new(), first: at, is_sure: true, is_whole: true };
    let mut next_clause = stock.clause;
    for (place, mention) in passage.back_from(at).take(MOST) {
        let adjoins = mention.sentence == stock.sentence
            && mention.depth == 0
            && mention.quantity.class() == stock.quantity.class()
            && mention.clause + 1 >= next_clause;
        if !adjoins {
            break;
        }
        let told = movement(mention).or_else(|| verbs::does(None, mention).map(|verb| verb.does));
        let is_sure = told.is_some();
        match told.or_else(|| by_its_verb(mention)) {
            Some(found @ (Movement::Inflow | Movement::Outflow)) => row.moves.push((found, mention)),
            Some(Movement::Neutral) => {}
            _ => {
                row.is_whole = false;
                break;
            }
        }
        row.is_sure &= is_sure;
        (row.first, next_clause) = (place, mention.clause);
    }
    row.moves.reverse();
    row
}

/// 年初为 307 人, 上年末 41 名: whether the words of `mention` tell no more than the time of the stock of before.
fn is_told_last(mention: &Mention<'_>) -> bool {
    const BEFORE: &[&str] = &["年初", "期初", "上年末", "上年底", "去年底", "去年末"];
    const SMALL: &[&str] = &["", "为", "是", "有", "共", "共有", "在册", "在矫", "实有", "数为"];
    let rest = search::behind(mention.before, BEFORE);
    mention.lead == Lead::Comma
        && mention.depth == 0
        && mention.quantity.is_amount()
        && rest.is_some_and(|rest| SMALL.contains(&rest))
}

/// Whether `closing` is the stock of the end, right before that of the beginning.
fn is_of_the_end(closing: &Mention<'_>, opening: &Mention<'_>) -> bool {
    const END: &[&str] = &["年末", "年底", "期末", "目前", "现有", "现在", "实有", "现行"];
    closing.lead == Lead::Comma
        && closing.clause + 1 == opening.clause
        && closing.sentence == opening.sentence
        && closing.depth == 0
        && closing.quantity.class() == opening.quantity.class()
        && (label::begins(closing.before.trim_start_matches("截至").trim_start_matches("截止"), END)
            || cues::SO_FAR.contains(&closing.before))
        && !label::has(closing.before, CHANGE)
}
