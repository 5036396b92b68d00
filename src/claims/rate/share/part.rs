//! The figure that a share is told of: 立案 78 件，占 41%; 税收占 76%.
//!
//! *Invariant:* it stands before the share, in its sentence, and what a share names it need not be called in full.

use super::naming;
use crate::claims::cue_set::Cue;
use crate::claims::growth;
use crate::claims::label::label;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::facts::year;
use crate::search;

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
                    && (is_short_for(name, part.before)
                        || tells_apart(passage, part_index, name)
                        || is_called_behind(passage, part_index, name))
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

/// 投诉 320 件当中有 256 件当场化解，当场化解占 80%: whether what the figure at `index` is of others is told behind it, and called `name` to
/// the letter: 按期办结 is not 当场办结.
pub fn is_called_behind(passage: &Passage<'_>, index: usize, name: &str) -> bool {
    let behind = passage.mentions.get(index).map_or("", |part| part.after);
    let name = name.trim_end_matches('的');
    is_within(passage, index)
        && search::length(name) >= 2
        && behind.ends_with(name)
        && is_called(behind, name)
}

/// 320 件投诉当中有 256 件: whether the figure at `index` is some of the one right before it, as the words between them say.
fn is_within(passage: &Passage<'_>, index: usize) -> bool {
    const WITHIN: &[&str] = &["里", "里面", "中", "当中", "之中", "内"];
    let whole = index.checked_sub(1).and_then(|whole| passage.mentions.get(whole));
    passage.mentions.get(index).zip(whole).is_some_and(|(part, whole)| {
        let within = part.before.strip_suffix('有');
        part.lead == Lead::Nothing
            && part.quantity.class() == whole.quantity.class()
            && within.is_some_and(|words| WITHIN.iter().any(|within| words.ends_with(within)))
    })
}

/// Whether the characters of `name` stand in `words` in order.
fn is_short_for(name: &str, words: &str) -> bool {
    let mut rest = words.chars();
    search::length(name) >= 2 && name.chars().all(|ch| rest.any(|other| other == ch))
}

/// Whether `label` is what `name` says: 税收收入 of 税收, or AAA级 of AAA级企业.
pub fn is_called(label: &str, name: &str) -> bool {
    // 不合格 10 批次 are none of 合格占比, 应投保 240 户 are not all of 投保占比.
    let is_named = label.match_indices(name).any(|(at, _)| {
        let ahead = label.get(..at).unwrap_or("");
        !ahead.ends_with(['不', '未', '非', '没', '无', '应', '需', '拟'])
    });
    is_named || search::length(label) >= 2 && name.starts_with(label)
}
