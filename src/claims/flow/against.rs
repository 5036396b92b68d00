//! A stock set against an earlier one, and what came and went between them: 共 17 项，与2022年版的 16 项相比增加 2 项、删除 1 项.
//!
//! *Invariant:* only movements of both directions are read so; one alone is a change, which is read with the changes.

use super::movement::{Movement, in_words};
use super::statement::{Understood, statement};
use super::verb_form::by_its_verb;
use super::verbs;
use crate::claims::cue_set::Cue;
use crate::claims::growth;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::claims::{Fault, Statement, cues, label};

/// The most movements between two stocks.
const MOST_MOVEMENTS: usize = 8;

/// The statement about the stock that is set against the one at `index`.
pub fn claim(passage: &Passage<'_>, index: usize) -> Option<Statement> {
    let is_earlier =
        |mention: &&Mention<'_>| growth::is_set_against(mention) || is_told_beside(passage, index);
    let earlier = passage.mentions.get(index).filter(is_earlier)?;
    let is_stock = earlier.quantity.is_amount() && !growth::changes_by(earlier) && earlier.depth == 0;
    let moves = is_stock.then(|| moves_behind(passage, index))?;
    let has = |wanted: Movement| moves.iter().any(|(found, _)| *found == wanted);
    if !has(Movement::Inflow) || !has(Movement::Outflow) {
        return None;
    }
    let (_, now) = passage
        .back_from(index)
        .take_while(|(_, mention)| mention.segment == earlier.segment)
        .find(|(_, mention)| mention.depth == 0 && mention.quantity.class() == earlier.quantity.class())?;
    let is_now = now.clause + 1 >= earlier.clause
        && now.lead != Lead::Pause
        && !growth::is_set_against(now)
        && !growth::changes_by(now)
        && in_words(now).is_none_or(|found| found == Movement::Closing);
    let found = is_now.then(|| statement(Some(earlier), &moves, now, Understood::Told))?;
    Some(Statement { fault: found.fault.map(|fault| Fault { certain: false, ..fault }), ..found })
}

/// 年初 346 人，年末 339 人，其中退休 12 人、考录 5 人: the statement about the stock at `index` and that right behind it, with what 其中
/// names of both directions behind them.
pub fn claim_in_turn(passage: &Passage<'_>, index: usize) -> Option<Statement> {
    passage.mentions.get(index + 2).filter(|first| first.begins(Cue::Among))?;
    let (earlier, now) = (passage.mentions.get(index)?, passage.mentions.get(index + 1)?);
    let is_pair = now.quantity.class() == earlier.quantity.class()
        && now.quantity.is_amount()
        && now.segment == earlier.segment
        && now.clause == earlier.clause + 1
        && earlier.depth == 0
        && in_words(earlier) == Some(Movement::Opening)
        && in_words(now) == Some(Movement::Closing);
    let moves = is_pair.then(|| moves_behind(passage, index + 1))?;
    let has = |wanted: Movement| moves.iter().any(|(found, _)| *found == wanted);
    if !has(Movement::Inflow) || !has(Movement::Outflow) {
        return None;
    }
    let found = statement(Some(earlier), &moves, now, Understood::Told);
    Some(Statement { fault: found.fault.map(|fault| Fault { certain: false, ..fault }), ..found })
}

/// 年末在岗 439 人，上年末 412 人: whether the figure at `index` is the stock of before, told right behind that of now with nothing but
/// its time.
fn is_told_beside(passage: &Passage<'_>, index: usize) -> bool {
    const TIMES: &[&str] = &["上年末", "上年底", "去年末", "去年底", "年初", "期初", "上年年末", "上年年底"];
    let now = index.checked_sub(1).and_then(|now| passage.mentions.get(now));
    passage.mentions.get(index).zip(now).is_some_and(|(earlier, now)| {
        TIMES.contains(&earlier.before.trim_end_matches(['为', '是', '有']))
            && earlier.lead == Lead::Comma
            && earlier.clause == now.clause + 1
            && now.quantity.class() == earlier.quantity.class()
            && in_words(now) == Some(Movement::Closing)
    })
}

/// Whether the change at `index` is one of several movements between two stocks, and not all that lies between them.
pub fn is_one_of_several(passage: &Passage<'_>, index: usize) -> bool {
    let Some(change) = passage.mentions.get(index) else { return false };
    let earlier = passage
        .back_from(index)
        .take(MOST_MOVEMENTS)
        .take_while(|(_, mention)| mention.segment == change.segment)
        .find(|(_, mention)| growth::is_set_against(mention) && !growth::changes_by(mention));
    earlier.is_some_and(|(at, _)| {
        let moves = moves_behind(passage, at);
        let has = |wanted: Movement| moves.iter().any(|(found, _)| *found == wanted);
        moves.iter().any(|(_, moved)| moved.token == change.token)
            && has(Movement::Inflow)
            && has(Movement::Outflow)
    })
}

/// What came and went, told right behind the figure at `index`.
fn moves_behind<'p, 'a>(passage: &'p Passage<'a>, index: usize) -> Vec<(Movement, &'p Mention<'a>)> {
    let mut moves = Vec::new();
    let Some(stock) = passage.mentions.get(index) else { return moves };
    let mut clause = stock.clause;
    for (at, mention) in passage.ahead_from(index + 1).take(MOST_MOVEMENTS) {
        // 比上年增加 8 起，比前年减少 6 起: two changes, each against a stock of its own.
        let is_next = !mention.has(Cue::Comparison)
            && mention.segment == stock.segment
            && mention.bracket == stock.bracket
            && mention.clause <= clause + 1
            && mention.quantity.class() == stock.quantity.class()
            && !(mention.lead == Lead::Comma && leads_to_another(passage, at));
        // 与上年 165 件相比，今年受理 132 件，减少 33 件: what there is this year moves nothing.
        let is_of_now = label::begins(mention.before, cues::THIS_YEAR) && growth::is_compared_with(stock);
        if is_next && is_of_now {
            clause = mention.clause;
            continue;
        }
        match movement_of(mention).filter(|_| is_next) {
            Some(found @ (Movement::Inflow | Movement::Outflow)) => moves.push((found, mention)),
            Some(Movement::Neutral) => {}
            // 比上年末的 78 名净增 8 名，其中新任 14 名、离任 6 名: the net is what these make.
            Some(Movement::Net) if tells_of_it_next(passage, at) => {}
            _ => break,
        }
        clause = mention.clause;
    }
    moves
}

/// 98 项，比上年的 76 项增加 22 项，调出 3 项后实际为 95 项: whether what went or came at `index` leads to a stock of its own.
fn leads_to_another(passage: &Passage<'_>, index: usize) -> bool {
    let pair = passage.mentions.get(index).zip(passage.mentions.get(index + 1));
    pair.is_some_and(|(moved, left)| {
        moved.after.starts_with('后') && left.clause <= moved.clause + 1 && growth::leads_there(left.before)
    })
}

/// What `mention` does to a stock, by a cue, a known verb or the form of its verb.
pub fn movement_of(mention: &Mention<'_>) -> Option<Movement> {
    let by_verb = || verbs::in_words(mention.before).map(|verb| verb.does);
    in_words(mention).or_else(by_verb).or_else(|| by_its_verb(mention))
}

/// Whether the figure behind the one at `index` begins what is among it.
fn tells_of_it_next(passage: &Passage<'_>, index: usize) -> bool {
    passage.mentions.get(index + 1).is_some_and(|next| next.begins(Cue::Among))
}
