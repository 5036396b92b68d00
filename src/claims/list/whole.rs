//! The whole of a list: the figure that the words point back to.
//!
//! *Invariant:* a whole counts in the measure word of its parts, and is no part of another list.

use super::no_whole::{
    counts_actors, is_alike_for_each, is_extreme, is_limit, is_mean, is_of_a_heading, is_standard,
};
use super::number_of_kinds::{divides_in_words, numbers_what_is_shared_out};
use super::opener::is_sorted;
use super::sets::divided_in_front;
use super::years::is_of_before;
use super::{List, Opener};
use crate::claims::cue_set::Cue;
use crate::claims::cues;
use crate::claims::growth;
use crate::claims::label;
use crate::claims::statement::{Lead, Mention, Passage, REACH};
use crate::facts::Class;
use crate::search;

/// Whether the figures at `whole` and `part` count in the same measure word, and the whole is exact
/// enough to be one.
pub fn fits(passage: &Passage<'_>, whole: usize, part: usize) -> bool {
    let part_class = passage.class_at(part);
    let (at, next) = (part, passage.mentions.get(part + 1));
    let (Some(whole), Some(part)) = (passage.mentions.get(whole), passage.mentions.get(part)) else {
        return false;
    };
    // 前 5 位 and 前三名 are ranks.
    let counts_alike = (whole.quantity.is_amount() || counts_days(whole))
        && whole.quantity.measure.is_some()
        && !whole.before.ends_with('前')
        && (part_class.is_none() || whole.quantity.class() == part_class);
    // 四个季度得分依次为 91.2 分、92.5 分: points are none of what is counted.
    let are_points = || part_class.is_none() && last_of_row(passage, at).is_some_and(counts_points);
    if !counts_alike || are_points() {
        return false;
    }
    // 三个区均超过 20 场，分别为 22 场、25 场: what each of several reached is shared out and not broken down.
    let tells_each = part.has(Cue::Respectively) && is_alike_for_each(whole);
    !(tells_each
        || is_limit(whole)
        || is_of_a_heading(whole)
        || is_extreme(part)
        || counts_actors(part, next))
}

/// The last figure of the row without words of its own that begins at `at`: its unit is that of all, 88.4、89.1、91.6 分.
fn last_of_row<'p, 'a>(passage: &'p Passage<'a>, at: usize) -> Option<&'p Mention<'a>> {
    let first = passage.mentions.get(at)?;
    let goes_on = |next: &&Mention<'a>| next.lead == Lead::Pause && next.before.is_empty();
    let row = passage.ahead_from(at + 1).map(|(_, next)| next).take_while(goes_on);
    Some(row.last().unwrap_or(first))
}

/// Whether `mention` counts points: 91.6 分, not 91.6 分钟.
fn counts_points(mention: &Mention<'_>) -> bool {
    mention.after.starts_with('分')
}

/// 优良天数 312 天: whether `mention` counts days, and is no span of time.
pub fn counts_days(mention: &Mention<'_>) -> bool {
    mention.quantity.is_count()
        && !mention.quantity.is_amount()
        && label::has(mention.before, &["天数", "日数"])
}

/// Whether the figure at `index` may be some of the days that the one before it counts: 优良天数 312 天，其中优 125 天.
pub fn is_some_of_days(passage: &Passage<'_>, index: usize) -> bool {
    let before = index.checked_sub(1).and_then(|before| passage.mentions.get(before));
    passage.mentions.get(index).zip(before).is_some_and(|(part, days)| {
        // 优良天数 318 天（有效监测天数 364 天）: other days, of which those may be some.
        let is_part = part.quantity.is_count() && !counts_days(part);
        is_part && counts_days(days) && part.sentence == days.sentence
    })
}

/// Whether the figure at `whole` may be the whole of `part`: it counts alike, neither compares nor is a
/// difference, and is not itself a part of one of the lists `known`.
pub fn is_free(passage: &Passage<'_>, whole: usize, part: usize, known: &[List]) -> bool {
    fits(passage, whole, part)
        && passage.mentions.get(whole).is_some_and(|stated| {
            !(stated.compares() || growth::is_compared_with(stated)) || is_of_before(passage, whole, part)
        })
        && !growth::is_difference(passage, whole)
        && !is_base(passage, whole)
        && passage.mentions.get(whole).is_some_and(|stated| !(is_mean(stated) || is_standard(stated)))
        && !is_aside(passage, whole, part)
        && !is_of_each(passage, whole)
        && !(whole + 1 == part && numbers_what_is_shared_out(passage, whole))
        && !passage.mentions.get(whole).is_some_and(divides_in_words)
        && row_of(whole, known).is_none()
}

/// 抽取 23 个部门 138 卷，每部门 6 卷，优秀 41 卷: how many each of several has is no whole.
pub fn is_of_each(passage: &Passage<'_>, whole: usize) -> bool {
    passage
        .mentions
        .get(whole)
        .is_some_and(|stated| stated.lead == Lead::Comma && stated.before.starts_with('每'))
}

/// 实际出庭 51 件，另有 1 件委托出庭，出庭率 98%，其中县领导出庭 3 件: what 另 tells besides is only the whole of what follows
/// it at once.
fn is_aside(passage: &Passage<'_>, whole: usize, part: usize) -> bool {
    passage.mentions.get(whole).zip(passage.mentions.get(part)).is_some_and(|(aside, first)| {
        aside.before.starts_with('另')
            && !label::begins(aside.before, &["另行", "另外"])
            && !(whole + 1 == part && first.clause <= aside.clause + 1)
    })
}

/// Whether a share right behind the figure at `index` is of it: 占年初预算 8465 万元的 41.5%.
pub fn is_base(passage: &Passage<'_>, index: usize) -> bool {
    passage.mentions.get(index + 1).is_some_and(|next| {
        next.lead == Lead::Nothing
            && next.before == "的"
            && (next.quantity.is_share() || next.quantity.class() == Some(Class::Times))
    })
}

/// Whether the figure at `at` is a part of one of the lists `known` that were found lately.
pub fn is_part_of_some(at: usize, known: &[List]) -> bool {
    row_of(at, known).is_some()
}

/// The list found lately of which the figure at `at` is a part.
fn row_of(at: usize, known: &[List]) -> Option<&List> {
    known.iter().rev().take(REACH).find(|list| list.parts.contains(&at))
}

/// The nearest figure before `index` that may be its whole: of the same measure word, not shut in a
/// bracket, in the same sentence, or in the one before if the list begins its sentence.
///
/// A part of one of the lists in `taken` is passed over: a second breakdown is of the same whole.
pub fn whole_before(passage: &Passage<'_>, index: usize, may_cross: bool, taken: &[List]) -> Option<usize> {
    let part = passage.mentions.get(index)?;
    // 其中：… and 其中，… begin their sentence as 其中 … does.
    let begins_sentence = part.lead == Lead::Start || part.run_up.starts_with("其中");
    let earliest = if may_cross && begins_sentence { part.sentence.checked_sub(1)? } else { part.sentence };
    passage
        .back_from(index)
        .take_while(|(_, whole)| whole.sentence >= earliest)
        .find(|(at, whole)| {
            (whole.bracket == 0 || whole.bracket == part.bracket) && is_free(passage, *at, index, taken)
        })
        .map(|(at, _)| at)
}

/// 社会组织 518 家，其中社会团体 203 家、…。社会团体分为行业商会 61 家: the only figure of the sentence or the one before with the very
/// name that stands in front of 分为, where the list at `index` begins its clause with it.
pub fn part_divided(passage: &Passage<'_>, index: usize) -> Option<usize> {
    const DIVIDED: &[&str] = &["分为", "包括", "具体为", "划分为"];
    const SHORTEST: usize = 2;
    let part = passage.mentions.get(index)?;
    let (at, _) = search::each_of(part.before, DIVIDED).next()?;
    let name = part.before.get(..at)?.trim_end_matches(['又', '共', '可']);
    if search::length(name) < SHORTEST || part.lead == Lead::Pause {
        return None;
    }
    let mut named = passage
        .back_from(index)
        .take_while(|(_, whole)| whole.sentence + 1 >= part.sentence)
        .filter(|(at, whole)| label::label(whole) == name && fits(passage, *at, index));
    let only = named.next()?;
    named.next().is_none().then_some(only.0)
}

/// The whole of the row of parts in which `nearest` stands, if it is one of several: behind 一审 54 件、
/// 二审 36 件 a further 其中 is about all of them.
pub fn whole_of_row(nearest: usize, known: &[List]) -> usize {
    row_of(nearest, known).filter(|list| list.parts.len() >= 2).map_or(nearest, |list| list.whole)
}

/// What is sorted: the nearest figure of the same measure word in the sentence or the one before.
pub fn whole_to_sort(passage: &Passage<'_>, index: usize, known: &[List]) -> Option<usize> {
    let part = passage.mentions.get(index)?;
    let (nearest, last) = passage
        .back_from(index)
        .take_while(|(_, whole)| whole.sentence + 1 >= part.sentence)
        .find(|(at, whole)| {
            whole.bracket == part.bracket
                && is_free(passage, *at, index, known)
                && !(whole.sentence < part.sentence && is_sorted_already(whole))
        })?;
    if last.lead != Lead::Pause {
        return (!is_sorted(passage, nearest)).then_some(nearest);
    }
    // 按县区分，东江 7 个、南岭 6 个；按时限分，立行立改 12 个: one of a row that is sorted itself is no whole of another; of 信访 3127 件，来信
    // 412 件、来访 1086 件；从内容看 it is that of the row.
    let (head, first) = passage.back_from(nearest).find(|(_, first)| first.lead != Lead::Pause)?;
    let before = head.checked_sub(1).filter(|&at| {
        passage.mentions.get(at).is_some_and(|whole| {
            first.lead == Lead::Comma
                && first.clause == whole.clause + 1
                && whole.quantity.class() == first.quantity.class()
        }) && is_free(passage, at, index, known)
    });
    (!is_sorted(passage, head)).then(|| before.unwrap_or(nearest))
}

/// 未予受理的 107 件中，…: what a sentence takes out to sort is no longer spoken of in the next.
fn is_sorted_already(whole: &Mention<'_>) -> bool {
    whole.after.ends_with(['中', '里', '内']) && search::length(whole.after) <= 4
}

/// 从部门看，县水利局办理 804 件，占受理总数的 74.8%: the figure that the share behind the first part names as that of which the
/// row is, up to three sentences back.
pub fn whole_of_share(passage: &Passage<'_>, index: usize) -> Option<usize> {
    const FARTHEST: u32 = 3;
    let (part, share) = (passage.mentions.get(index)?, passage.mentions.get(index + 1)?);
    let of = share.before.strip_prefix('占').filter(|_| share.quantity.is_share())?;
    let of = of.strip_suffix('的').unwrap_or(of);
    let name = search::ending(of, cues::COUNTED).and_then(|end| of.strip_suffix(end))?;
    let is_named = |words: &str| {
        let ahead = search::split(words, name).map(|(ahead, _)| ahead);
        ahead.is_some_and(|ahead| !ahead.ends_with(['未', '不', '予', '非']))
    };
    let mut named = passage
        .back_from(index)
        .take_while(|(_, whole)| whole.sentence + FARTHEST >= part.sentence)
        .filter(|(at, whole)| {
            whole.bracket == part.bracket && is_named(whole.before) && is_free(passage, *at, index, &[])
        });
    let only = named.next().filter(|_| named.next().is_none());
    only.map(|(at, _)| at).filter(|_| search::length(name) >= 2)
}

/// The whole of a complete set of results: the nearest figure of the same measure word, up to two
/// sentences back.
pub fn whole_of_set(passage: &Passage<'_>, index: usize) -> Option<usize> {
    let part = passage.mentions.get(index)?;
    let (nearest, _) = passage
        .back_from(index)
        .take_while(|(_, whole)| whole.sentence + 2 >= part.sentence)
        .find(|(at, whole)| {
            whole.bracket == part.bracket
                && fits(passage, *at, index)
                && !is_of_each(passage, *at)
                && !growth::is_set_against(whole)
        })?;
    Some(divided_in_front(passage, nearest, index).unwrap_or(nearest))
}

/// The most figures that are tried as the whole of one list.
const MOST_READINGS: usize = 6;

/// What else in the sentence of `whole` the list at `index` may be about.
pub fn other_wholes(
    passage: &Passage<'_>,
    index: usize,
    whole: usize,
    opener: Opener,
    known: &[List],
) -> Vec<usize> {
    let Some(nearest) = passage.mentions.get(whole) else { return Vec::new() };
    if !matches!(opener, Opener::Among | Opener::Sorted)
        || nearest.bracket != 0
        || row_of(whole, known).is_some()
    {
        return Vec::new();
    }
    passage
        .back_from(whole)
        .take_while(|(_, mention)| mention.sentence == nearest.sentence)
        .filter(|(at, mention)| mention.bracket == 0 && is_free(passage, *at, index, known))
        .map(|(at, _)| at)
        .take(MOST_READINGS)
        .collect()
}

/// Whether the list at `index` begins another sentence or segment than `whole`, or figures of another measure
/// word stand between them.
pub fn is_distant(passage: &Passage<'_>, index: usize, whole: usize) -> bool {
    let (Some(first), Some(stated)) = (passage.mentions.get(index), passage.mentions.get(whole)) else {
        return false;
    };
    first.segment != stated.segment
        || passage.mentions.get(whole + 1..index).unwrap_or_default().iter().take(REACH).any(|between| {
            between.depth == 0
                && between.quantity.is_amount()
                && between.quantity.class() != stated.quantity.class()
                && !between.has(Cue::Comparison)
        })
}

/// 委派 3826 件，成功 2294 件。其中合同类 1137 件、物业类 864 件，两类占委派总数的 52.3%: which of `wholes` the share behind the part
/// at `last` names as that of which the row is.
pub fn named_by_share(passage: &Passage<'_>, last: usize, wholes: &[usize]) -> Option<usize> {
    let (part, next) = (passage.mentions.get(last)?, passage.mentions.get(last + 1)?);
    // 上述五类案件占委派总数的 88.5%: how many parts there are may stand between.
    let share = if next.quantity.is_chinese { passage.mentions.get(last + 2)? } else { next };
    let (_, of) = share.before.rsplit_once('占').filter(|_| share.quantity.is_share())?;
    let of = of.strip_suffix('的').unwrap_or(of);
    let name = search::ending(of, cues::COUNTED).and_then(|end| of.strip_suffix(end)).unwrap_or(of);
    let names_it = |at: &&usize| passage.mentions.get(**at).is_some_and(|whole| whole.before.contains(name));
    let mut named = wholes.iter().filter(names_it);
    let only = named.next().filter(|_| named.next().is_none()).copied();
    only.filter(|_| share.sentence == part.sentence && search::length(name) >= 2)
}
