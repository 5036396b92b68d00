//! The row of figures in front of a sum.
//!
//! *Invariant:* marks and words end the row, or the number of parts that the sum names; its values never do.

use super::companions::{MOST_MEASURES, rows_of_companions};
use super::no_whole::counts_actors;
use super::parts::are_new_and_old;
use super::varies;
use super::whole::fits;
use crate::claims::cue_set::Cue;
use crate::claims::growth;
use crate::claims::label;
use crate::claims::statement::{Lead, Passage};
use crate::search;

/// The figures before the one at `before` that the sum at `index` may be of, in order, no more than `limit`.
pub fn row_before(passage: &Passage<'_>, index: usize, before: usize, limit: Option<usize>) -> Vec<usize> {
    let Some(total) = passage.mentions.get(index) else { return Vec::new() };
    let mut parts = Vec::new();
    let mut style = None;
    for (at, part) in passage.back_from(before) {
        // 一是河道类 31 起；二是 … 三是其他 9 起，共计 52 起.
        let is_enumerated = label::begins_with_ordinal(part.before) && part.sentence == total.sentence;
        let is_elsewhere = part.segment != total.segment && !is_enumerated;
        if part.sentence != total.sentence || is_elsewhere || part.bracket != total.bracket {
            if part.depth > total.depth && part.segment == total.segment {
                continue;
            }
            break;
        }
        if !part.quantity.is_amount() || growth::is_left_behind(passage, at) {
            continue;
        }
        if varies(part) {
            break;
        }
        // 山区片 6 个乡镇划定 187 个: how many they are is passed over.
        if limit != Some(parts.len())
            && counts_actors(part, passage.mentions.get(at + 1))
            && !parts.is_empty()
        {
            if matches!(part.lead, Lead::Start | Lead::Semicolon | Lead::Open | Lead::Colon) {
                break;
            }
            continue;
        }
        // 由 23 项精简为 14 项，取消 9 项，累计有 11 项: what it became is no part beside a movement.
        let became = |at: usize| at.checked_sub(1).is_some_and(|old| growth::is_left_behind(passage, old));
        if became(at) && !parts.iter().all(|&part| became(part)) {
            break;
        }
        if limit != Some(parts.len()) && !fits(passage, index, at) && is_told_with_it(passage, at) {
            continue;
        }
        // 其中许可 12 件，处罚 9 件，两项合计 21 件: as many as are said, whatever they begin with.
        let is_last_of_all = limit.is_some_and(|limit| limit == parts.len() + 1);
        // 新收 901 件，上年结转 63 件，共 964 件: the year before belongs to the sum as well.
        let before = at.checked_sub(1).and_then(|before| passage.mentions.get(before));
        let is_of_both = || before.is_some_and(|before| are_new_and_old(before, part));
        if !fits(passage, index, at)
            || (part.begins(Cue::NewStatement) && !is_last_of_all && !is_of_both())
            || limit == Some(parts.len())
            || (total.before.starts_with("罚没") && !label::has(part.before, &["罚", "没收"]))
        {
            break;
        }
        parts.push(at);
        match (style, part.lead) {
            (_, Lead::Semicolon) if is_enumerated => style = Some(Lead::Semicolon),
            (_, Lead::Start | Lead::Semicolon | Lead::Open | Lead::Colon) => break,
            (None, lead) => style = Some(lead),
            (Some(Lead::Pause), Lead::Comma) => break,
            _ => {}
        }
    }
    parts.reverse();
    parts
}

/// Where each of `parts` has further figures of other measure words right behind it (46 宗 2140 亩), these, a row for each
/// word.
pub fn told_with(passage: &Passage<'_>, parts: &[usize]) -> Vec<Vec<usize>> {
    let behind = |part: usize| {
        let further = passage.ahead_from(part + 1).take_while(|(at, _)| is_told_with_it(passage, *at));
        further.map(|(at, _)| at).take(MOST_MEASURES)
    };
    rows_of_companions(passage, parts, parts.iter().flat_map(|&part| behind(part)).collect())
}

/// 处罚 46 件、罚款 38 万元: whether the figure at `index` tells a second thing of the one before it.
pub fn is_told_with_it(passage: &Passage<'_>, index: usize) -> bool {
    const LONGEST: usize = 4;
    let before = index.checked_sub(1).and_then(|before| passage.mentions.get(before));
    passage.mentions.get(index).zip(before).is_some_and(|(mention, before)| {
        matches!(mention.lead, Lead::Pause | Lead::Nothing)
            && mention.quantity.measure.is_some()
            && mention.quantity.class() != before.quantity.class()
            && search::length(mention.before) <= LONGEST
    })
}
