//! The figure that a share is told of: 立案 78 件，占 41%; 税收占 76%.
//!
//! *Invariant:* it stands before the share, in its sentence, and what a share names it need not be called in full.

use super::naming;
use crate::claims::cue_set::Cue;
use crate::claims::growth;
use crate::claims::label::label;
use crate::claims::statement::{Mention, Passage};
use crate::facts::year;

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
    // 公办 47 所，公办园在园幼儿占 58%; 倾倒 13 起，倾倒案件罚款占 41%: they are counted otherwise.
    let is_otherwise = |mention: &Mention<'_>| naming::is_counted_otherwise(name, mention.quantity.class());
    // 市本级 240 件，市本级即办件占 71.4%: of how many of them is not told.
    let is_of_some = |at: &usize| {
        passage.mentions.get(*at).is_some_and(|mention| {
            let words = passage.between(mention.sentence_start, mention.start);
            naming::goes_beyond(label(mention), name, mention.quantity.word(), words)
        })
    };
    // 2022—2024年分别为 86 件、92 件、104 件，2024年占 36.9%.
    let is_year = year::written(name).next().is_some_and(|named| named.span.end as usize == name.len());
    let called = passage
        .back_from(index)
        .take_while(|(_, mention)| mention.sentence == rate.sentence)
        .find(|(_, mention)| {
            mention.quantity.is_count()
                && (is_called(label(mention), name) || is_called(mention.before, name))
                && !is_otherwise(mention)
                && !(is_year && is_of_years(mention))
        })
        .map(|(at, _)| at);
    // 第三代社保卡 31 万张，三代卡占 50%: it may be called by some of its words.
    let right_before = || {
        passage
            .mentions
            .get(part_index)
            .filter(|part| {
                part.quantity.is_count()
                    && !is_otherwise(part)
                    && part.sentence == rate.sentence
                    && part.clause + 1 == rate.clause
                    && (is_short_for(name, part.before) || tells_apart(passage, part_index, name))
            })
            .map(|_| part_index)
    };
    called.or_else(right_before).filter(|at| !is_of_some(at))
}

/// Whether the words of `mention` name several years, of which it has one.
fn is_of_years(mention: &Mention<'_>) -> bool {
    year::written(mention.run_up).count() > 1 || mention.has(Cue::Respectively)
}

/// Whether `name` and the words of the figure at `at` share what the figure in front of that does not say as well: 配建泊位 and 改造泊位
/// behind 路内泊位 are only both 泊位.
fn tells_apart(passage: &Passage<'_>, at: usize, name: &str) -> bool {
    let words = |at: usize| passage.mentions.get(at).map_or("", |mention| mention.before);
    let ahead = at.checked_sub(1).map_or("", words);
    let signs: Vec<char> = name.chars().collect();
    signs.windows(2).any(|pair| {
        let pair: String = pair.iter().collect();
        words(at).contains(&pair) && !ahead.contains(&pair)
    })
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
