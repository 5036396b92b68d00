//! The figure that a share is told of: 立案 78 件，占 41%; 税收占 76%.
//!
//! *Invariant:* it stands before the share, in its sentence, and what a share names it need not be called in full.

use super::super::ahead;
use crate::claims::growth;
use crate::claims::label::label;
use crate::claims::statement::Passage;

/// The count that the share at `index` is of: the one right before it, or the nearest of its sentence
/// that is called `name`.
pub fn part_of(passage: &Passage<'_>, index: usize, name: &str) -> Option<usize> {
    let rate = passage.mentions.get(index)?;
    let part_index = index.checked_sub(1)?;
    if name.is_empty() {
        // 22958 件，比上年增加 50.6%，占总量的 55.8%: by how much the part changed stands between.
        let (at, part) = passage.back_from(index).find(|(at, _)| !growth::is_aside(passage, *at, index))?;
        let passed_over = u32::try_from(part_index.checked_sub(at)?).ok()?;
        let is_count = part.quantity.is_count()
            && part.sentence == rate.sentence
            && rate.clause <= part.clause + 1 + passed_over;
        return is_count.then_some(at);
    }
    let called = passage
        .back_from(index)
        .take_while(|(_, mention)| mention.sentence == rate.sentence)
        .find(|(_, mention)| {
            mention.quantity.is_count()
                && (is_called(label(mention), name) || is_called(mention.before, name))
        })
        .map(|(at, _)| at);
    // 第三代社保卡 31 万张，三代卡占 50%: it may be called by some of its words.
    let right_before = || {
        passage
            .mentions
            .get(part_index)
            .filter(|part| {
                part.quantity.is_count()
                    && part.sentence == rate.sentence
                    && part.clause + 1 == rate.clause
                    && (is_short_for(name, part.before) || ahead::share_two_characters(name, part.before))
            })
            .map(|_| part_index)
    };
    called.or_else(right_before)
}

/// Whether the characters of `name` stand in `words` in order.
fn is_short_for(name: &str, words: &str) -> bool {
    let mut rest = words.chars();
    name.chars().count() >= 2 && name.chars().all(|ch| rest.any(|other| other == ch))
}

/// Whether `label` is what `name` says: 税收收入 of 税收, or AAA级 of AAA级企业.
pub fn is_called(label: &str, name: &str) -> bool {
    // 不合格 10 批次 are none of 合格占比.
    let is_named = label.match_indices(name).any(|(at, _)| {
        let ahead = label.get(..at).unwrap_or("");
        !ahead.ends_with(['不', '未', '非', '没', '无'])
    });
    is_named || label.chars().count() >= 2 && name.starts_with(label)
}
