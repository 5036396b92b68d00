//! Several that became fewer or more beside other movements of a stock: 将6项合并为3项, 合并6项为3项, 2项拆分为5项.
//!
//! *Invariant:* answered from words and places; no value is looked at.

use super::movement::{Movement, movement};
use crate::claims::label;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::search;

/// Verbs of becoming one, or of becoming several.
const BECOMES: &[&str] =
    &["合并", "整合", "归并", "撤并", "并转", "重组", "拆分", "分拆", "拆解", "分解", "细分", "优化", "压减"];

/// What the figure at `index` does behind the stock at `opening`: what there was of those goes out, what they became comes in.
pub fn movement_at(passage: &Passage<'_>, opening: usize, index: usize) -> Option<Movement> {
    let is_behind = |from: usize| from > opening && became(passage, from);
    if is_behind(index) {
        return Some(Movement::Outflow);
    }
    index.checked_sub(1).filter(|&from| is_behind(from)).map(|_| Movement::Inflow)
}

/// Whether the figure at `index` is of those that became what the next one counts.
fn became(passage: &Passage<'_>, index: usize) -> bool {
    let (Some(from), Some(to)) = (passage.mentions.get(index), passage.mentions.get(index + 1)) else {
        return false;
    };
    let is_pair = to.lead == Lead::Nothing
        && from.quantity.is_amount()
        && from.quantity.class() == to.quantity.class()
        && from.clause == to.clause
        && from.depth == 0
        && !matches!(movement(from), Some(Movement::Opening | Movement::Closing));
    // 取消 9 项，其中 6 项合并为 3 项: part of what was told in front of it.
    is_pair && !from.before.contains("其中") && leads_there(from, to)
}

/// Whether words between the two figures, or round the first, tell that the one became the other.
fn leads_there(from: &Mention<'_>, to: &Mention<'_>) -> bool {
    const LONGEST: usize = 10;
    const IS_NOW: &[&str] = &["为", "成", "成为", "形成"];
    let words = to.before;
    let ends = || search::ending(words, IS_NOW).and_then(|end| words.strip_suffix(end));
    let Some(between) = ends().filter(|between| search::length(between) <= LONGEST) else { return false };
    search::has(between, BECOMES) || label::has(from.before, BECOMES) && search::length(between) <= 4
}
