//! A stock that was made less by so many, and what is left: 由 186 项精简 27 项，目前保留 159 项.
//!
//! *Invariant:* nothing but the verb stands between the first two figures, and no word that leads to where the change ends;
//! the third is the next figure of the same measure word and says that it is what there is.

use super::movement::{Movement, movement};
use super::statement::{Understood, statement};
use super::verbs;
use crate::claims::Statement;
use crate::claims::cue_set::Cue;
use crate::claims::growth;
use crate::claims::label;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::review::Status;
use crate::search;

/// Verbs of making less and of making more that are short for 减少 and 增加, beside those that a flow knows.
const LESS: &[&str] = &[
    "精简", "压减", "核减", "削减", "缩减", "压缩", "清减", "裁减", "减少", "砍掉", "减", "取消", "下调",
    "调减", "剔除", "注销", "关停", "销号", "清退", "淘汰", "裁撤", "撤销",
];
const MORE: &[&str] = &["增加", "新增", "扩充", "增补", "调增", "增设", "充实", "增"];

/// What may stand round the verb.
const AROUND: &[&str] =
    &["中", "里", "内", "再", "又", "共", "累计", "一次性", "陆续", "进一步", "的", "了", "已"];

/// Words of what there is behind it, besides those that close any stock.
const THERE: &[&str] = &["保留", "现", "目前", "剩", "还有", "仍有", "尚有", "余", "最终", "为", "实有"];

/// The statement about the change that begins with the figure at `index`, and the figure to go on with.
pub fn claim(passage: &Passage<'_>, index: usize) -> Option<(Statement, usize)> {
    let [from, by, left] = passage.mentions.get(index..index + 3)? else { return None };
    let is_row = growth::starts(from)
        && from.quantity.is_amount()
        && from.quantity.measure.is_some()
        && [by, left].iter().all(|next| {
            next.quantity.class() == from.quantity.class()
                && next.quantity.is_amount()
                && next.sentence == from.sentence
                && next.bracket == from.bracket
        });
    if !is_row || !matches!(by.lead, Lead::Nothing) || left.lead != Lead::Comma {
        return None;
    }
    let (does, is_sure) = direction(by.before)?;
    let is_left = left.clause == by.clause + 1 && tells_what_there_is(left);
    // 由 186 项精简 27 项，保留 27 项: 为 was left out, and the second figure is where it went.
    let is_short_for_to = by.exact() == left.exact();
    if !is_left || is_short_for_to {
        return None;
    }
    // 从 120 项中取消 15 项，保留 95 项，合并 10 项: what became of others may follow; （含新增 1 项）: or what came.
    let goes_on = passage.mentions.get(index + 3).is_some_and(|next| {
        next.sentence == left.sentence
            && (next.bracket == left.bracket || next.lead == Lead::Open)
            && next.quantity.class() == left.quantity.class()
            && !next.has(Cue::Among)
    });
    let understood = if is_sure { Understood::Told } else { Understood::Likely };
    let found = statement(Some(from), &[(does, by)], left, understood);
    (!goes_on || found.status == Status::Holds).then_some((found, index + 3))
}

/// What the verb that is all of `words` does, and whether it is sure.
fn direction(words: &str) -> Option<(Movement, bool)> {
    let mut verb = words;
    while let Some(shorter) = search::beginning(verb, AROUND).and_then(|front| verb.strip_prefix(front)) {
        verb = shorter;
    }
    while let Some(shorter) = search::ending(verb, AROUND).and_then(|end| verb.strip_suffix(end)) {
        verb = shorter;
    }
    if LESS.contains(&verb) {
        return Some((Movement::Outflow, true));
    }
    if MORE.contains(&verb) {
        return Some((Movement::Inflow, true));
    }
    const LONGEST_VERB: usize = 4;
    let known = verbs::in_words(verb).filter(|_| search::length(verb) <= LONGEST_VERB)?;
    matches!(known.does, Movement::Inflow | Movement::Outflow).then_some((known.does, known.is_sure))
}

/// Whether `left` says that it is what there is now.
fn tells_what_there_is(left: &Mention<'_>) -> bool {
    const LONGEST: usize = 8;
    let is_short = || label::begins(left.before, THERE) && search::length(left.before) <= LONGEST;
    !left.has(Cue::Among) && (movement(left) == Some(Movement::Closing) || is_short())
}
