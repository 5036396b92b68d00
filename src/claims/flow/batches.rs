//! A stock that came in by batches: 首批承接 31 项，第二批承接 16 项，交回 5 项，现行使 42 项.
//!
//! *Invariant:* the first figure is of the first batch, so that nothing was there before; every figure up to the stock of
//! now says what it does.

use super::movement::{Movement, movement};
use super::statement::{Understood, statement};
use super::verb_form::by_its_verb;
use super::verbs;
use crate::claims::Statement;
use crate::claims::cue_set::Cue;
use crate::claims::label;
use crate::claims::statement::{Mention, Passage};
use crate::review::Status;
use crate::search;

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
        let made =
            made_here(mention, closing).or_else(|| is_batch_alone(mention).then_some(Movement::Inflow));
        let verb = verbs::does(None, mention).filter(|_| made.is_none());
        is_sure &= made.is_some() || verb.is_some_and(|verb| verb.is_sure);
        let does = made.or_else(|| verb.map(|verb| verb.does)).or_else(|| by_its_verb(mention));
        match does? {
            found @ (Movement::Inflow | Movement::Outflow) => moves.push((found, mention)),
            Movement::Neutral => {}
            _ => return None,
        }
        begins = mention.has(Cue::FirstBatch);
    }
    moves.reverse();
    let came_first = moves.first().is_some_and(|(does, _)| *does == Movement::Inflow);
    if !begins || !came_first || moves.len() < 2 {
        return None;
    }
    let understood = if is_sure { Understood::Told } else { Understood::Likely };
    let found = statement(None, &moves, closing, understood);
    // 首批命名 8 个，第二批命名 11 个，现有 26 个: where nothing went, there may be others besides.
    // 首批录用辅警 46 名，离职 9 名，现有辅警 118 名: and so there may where the stock has a noun of its own.
    let goes = moves.iter().any(|(does, _)| *does == Movement::Outflow);
    let is_all = goes
        && (is_of_batches(closing, moves.first().map_or("", |(_, first)| first.before))
            || moves
                .iter()
                .all(|(does, moved)| *does == Movement::Outflow || made_here(moved, closing).is_some()));
    (found.status == Status::Holds || is_all && found.status == Status::Broken).then_some(found)
}

/// 现有 42 项, 现实际行使 42 项: whether the stock has no noun that others than the batches could bear, the words of the `first` of
/// which it may take up: 首批纳入监管 210 家，年底监管 231 家.
fn is_of_batches(closing: &Mention<'_>, first: &str) -> bool {
    const NOW: &[&str] = &["截至目前", "目前", "现在", "现", "年底", "年末"];
    const THERE: &[&str] =
        &["", "有", "共", "共有", "实有", "仍有", "还有", "余", "剩余", "保留", "在册", "在管", "为"];
    let words = search::behind(closing.before, NOW).unwrap_or(closing.before);
    THERE.contains(&words) || first.ends_with(words) || search::ending(words, EXERCISED).is_some()
}

/// Verbs of those who do what was handed down to them.
const EXERCISED: &[&str] = &["行使", "承接", "实施", "执行", "承担"];

/// What `mention` does to the stock `closing`, where it is told from the side of those who give it: 首批下放 45 项 come in where they
/// are exercised, 收回 9 项 go out; and what a batch made (认定示范点 12 个) is there under its name.
fn made_here(mention: &Mention<'_>, closing: &Mention<'_>) -> Option<Movement> {
    const GIVEN: &[&str] = &["下放", "赋予", "赋权", "委托", "授权"];
    const TAKEN_BACK: &[&str] = &["收回", "上收", "取消", "停止", "终止"];
    const MADE: &[&str] = &["认定", "命名", "评定", "建成", "创建", "授牌", "确定", "设立", "挂牌"];
    const NOUN: usize = 2;
    let is_batch = label::has(mention.before, &["批", "首次", "首轮"]);
    let is_exercised = label::has(closing.before, EXERCISED);
    if is_exercised && is_batch && label::has(mention.before, GIVEN) {
        return Some(Movement::Inflow);
    }
    if is_exercised && label::has(mention.before, TAKEN_BACK) {
        return Some(Movement::Outflow);
    }
    let at = closing.before.char_indices().rev().nth(NOUN - 1).map(|(at, _)| at)?;
    let noun = closing.before.get(at..)?;
    let first_has_noun = mention.before.ends_with(noun) || search::ending(mention.before, MADE).is_some();
    (is_batch && label::has(mention.before, MADE) && first_has_noun).then_some(Movement::Inflow)
}

/// 首批 186 家，第二批 92 家，: whether `mention` is of one batch and nothing else is said of it.
fn is_batch_alone(mention: &Mention<'_>) -> bool {
    const LONGEST: usize = 3;
    mention.before.ends_with(['批', '轮'])
        && search::length(mention.before) <= LONGEST
        && mention.after.is_empty()
}
