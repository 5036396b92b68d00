//! All that there was to do, told between what came in and what was done: 上年结转 12 件，新收 86 件，共办理 98 件，办结 79 件，
//! 结转下年 19 件.
//!
//! *Invariant:* it is no movement; 共办理 is one where nothing behind it was done, or where it fits as what went out.

use super::movement::{Movement, is_new_behind, movement};
use crate::claims::cue_set::Cue;
use crate::claims::cues;
use crate::claims::judge::{self, Sum};
use crate::claims::label;
use crate::claims::scope;
use crate::claims::statement::{Mention, Passage};
use crate::claims::{Statement, total};
use crate::review::Status;
use crate::search;

/// Verbs of dealing with all there was, which may as well mean what was done with.
const DEALING: &[&str] = &["办理", "审理", "处理", "承办", "办案", "审查", "调处", "整改"];

/// Verbs of what there was to do.
const THERE: &[&str] = &["受理", "收", "接", "登记", "有", "需", "待", "在办", "应"];

/// The figures before the one at `index` that it is the sum of: what was carried over and what came in.
pub fn parts(passage: &Passage<'_>, index: usize) -> Option<Vec<usize>> {
    let sum = passage.mentions.get(index).filter(|sum| sum.depth == 0 && sum.quantity.is_amount())?;
    let verb = verb(sum.before)?;
    let may_be_done = label::begins(verb, DEALING);
    if !may_be_done && !verb.is_empty() && !label::begins(verb, THERE) {
        return None;
    }
    let parts = row_before(passage, index, sum)?;
    let is_what_was_done =
        || !is_followed_by_what_was_done(passage, index) || fits_as_done(passage, index, &parts);
    (!may_be_done || !is_what_was_done()).then_some(parts)
}

/// 交办积案 38 件，加上年留存的 6 件，共 44 件: whether the figure at `index` sums up the opening at `start` and one before it of
/// which no word says that it came in, so that the sum is all there was and not the opening alone.
pub fn adds_what_was_before(passage: &Passage<'_>, start: usize, index: usize) -> bool {
    let is_untold = |&at: &usize| {
        at < start && passage.mentions.get(at).is_some_and(|part| movement(part) != Some(Movement::Inflow))
    };
    passage.list_of(start).is_some_and(|list| list.whole == index && list.parts.iter().any(is_untold))
}

/// The statement that the figure at `index` is the sum of what was carried over and what came in.
pub fn claim(passage: &Passage<'_>, index: usize) -> Option<Statement> {
    const FAR: i128 = 25;
    let parts = parts(passage, index)?;
    let sum = passage.mentions.get(index)?;
    // 新收 86 件，上年结转 12 件，共 98 件 is a list already.
    let is_list = parts.iter().any(|&at| passage.list_of(at).is_some_and(|list| list.whole == index));
    let parts: Vec<&Mention<'_>> = parts.iter().filter_map(|&at| passage.mentions.get(at)).collect();
    let terms: Vec<_> = parts.iter().map(|part| (1, part.quantity)).collect();
    let found = judge::adds_up(&terms, sum.quantity);
    // What is far off may count something else.
    let is_far = matches!(found, Sum::Off { computed, .. }
        if !judge::is_within_percent(computed, sum.quantity.value, FAR));
    (!is_list && !is_far).then(|| total::total(sum, &parts, found, found.status(), parts.len() == 2))
}

/// What stands behind the word of a sum in `words`: nothing in 共计, 办理 in 共办理; 应办 is one word.
fn verb(words: &str) -> Option<&str> {
    let words = search::behind(words, cues::THIS_YEAR).unwrap_or_else(|| scope::without(words));
    let words =
        search::beginning(words, cues::ALL_SUMS).and_then(|cue| words.strip_prefix(cue)).or_else(|| {
            // 应办 98 件: what has to be done is all of it. 应诉 and 应急 are words of their own.
            words.starts_with('应').then_some(words)
        })?;
    (!label::begins(words, &["应诉", "应急", "应用", "应聘", "应届"])).then_some(words)
}

/// What was carried over and what came in, right before the figure at `index`, in either order.
fn row_before(passage: &Passage<'_>, index: usize, sum: &Mention<'_>) -> Option<Vec<usize>> {
    let mut row = Vec::new();
    let is_due = sum.before.starts_with('应');
    let (mut has_opening, mut has_inflow) = (false, false);
    for (at, mention) in passage.back_from(index) {
        if mention.sentence != sum.sentence {
            break;
        }
        // 年内更新 52 艘，上年末 1676 艘；应检 1588 艘: what is due behind a semicolon is of something else.
        if is_due && mention.segment != sum.segment {
            break;
        }
        if mention.depth > 0 || mention.quantity.class() != sum.quantity.class() {
            continue;
        }
        let is_of_another =
            passage.list_of(at).is_some_and(|list| list.whole != index && !list.parts.contains(&index));
        // 收到 98 件，受理 86 件，不予受理 12 件，加上上年结转: which of them was dealt with is left open.
        match movement(mention) {
            Some(Movement::Inflow) if is_of_another => return None,
            _ if is_of_another => continue,
            _ => {}
        }
        // 86 件新收案件加上年结转的 12 件: what came in may stand behind its figure.
        match movement(mention).or_else(|| is_new_behind(mention).then_some(Movement::Inflow))? {
            // 新收 86 件，上年结转 12 件: what came in before that is of something else.
            Movement::Opening if has_inflow => {
                row.push(at);
                has_opening = true;
                break;
            }
            Movement::Opening if !has_opening => has_opening = true,
            Movement::Inflow => has_inflow = true,
            _ => return None,
        }
        row.push(at);
        if has_opening && has_inflow {
            break;
        }
    }
    row.reverse();
    (has_opening && has_inflow).then_some(row)
}

/// Whether a figure behind the one at `index` tells what was done.
fn is_followed_by_what_was_done(passage: &Passage<'_>, index: usize) -> bool {
    let Some(sum) = passage.mentions.get(index) else { return false };
    passage
        .ahead_from(index + 1)
        .take_while(|(_, next)| next.sentence == sum.sentence)
        .filter(|(_, next)| next.quantity.class() == sum.quantity.class())
        .any(|(_, next)| next.has(Cue::Done) || label::has(next.before, cues::STAGES))
}

/// Whether what is left behind the figure at `index` is right if that is what went out.
fn fits_as_done(passage: &Passage<'_>, index: usize, parts: &[usize]) -> bool {
    let Some(done) = passage.mentions.get(index) else { return false };
    let came: Vec<_> =
        parts.iter().filter_map(|&at| passage.mentions.get(at)).map(|part| (1, part.quantity)).collect();
    let terms = [came, vec![(-1, done.quantity)]].concat();
    passage
        .ahead_from(index + 1)
        .take_while(|(_, next)| next.sentence == done.sentence)
        .filter(|(_, next)| movement(next) == Some(Movement::Closing))
        .any(|(_, left)| judge::adds_up(&terms, left.quantity).status() == Status::Holds)
}
