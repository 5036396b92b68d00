//! 其中 and what else names some of a figure: 当中, 上述案件中, 占, 含, 包含在上述.
//!
//! Gives the list that such a word opens, and its whole.
//!
//! *Invariant:* what these words open is never told to be all of the whole.

use super::afresh::counts_what_they_have;
use super::bracketed::opens_a_bracket;
use super::left_out;
use super::no_whole::is_mean;
use super::whole::{is_free, whole_before, whole_of_row};
use super::years::whole_of_year;
use super::{List, Opener};
use crate::claims::cue_set::Cue;
use crate::claims::cues;
use crate::claims::doings;
use crate::claims::label;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::search::{self, Words};

/// How the list begins that such a word opens at `index`, and its whole.
pub fn opener_at(
    passage: &Passage<'_>,
    index: usize,
    directly_before: Option<usize>,
    known: &[List],
) -> Option<(Opener, usize)> {
    let mention = passage.mentions.get(index)?;
    if counts_visits(passage, index) {
        return None;
    }
    if opens_a_bracket(passage, index) {
        // 查处案件 129 起（其中查处车辆 47 辆）: a bracket is about what it follows.
        let whole = directly_before.filter(|&at| passage.mentions.get(at).is_some_and(|of| !is_mean(of)))?;
        return Some((Opener::Among, whole_of_bracket(passage, whole, known)));
    }
    if counts_those_of_each(passage, index) {
        return None;
    }
    if let Some(whole) = whole_with_noun(passage, index) {
        return Some((Opener::Among, whole));
    }
    let nearest = whole_before(passage, index, mention.run_up.starts_with("其中"), &[])?;
    let stated = passage.mentions.get(nearest)?;
    if counts_what_they_have(stated, mention)
        || left_out::are_movements(passage, nearest, index)
        || left_out::moved_between_ends(passage, nearest, index)
    {
        return None;
    }
    if has_a_rate_of_its_own(passage, index) && !shares_verb(stated, mention) {
        return None;
    }
    // 受理 1863 件，调解成功 1294 件，其中法院委派的 1217 件，调解成功 763 件: what is told once more of the part was told of the whole.
    let nearest = passage
        .mentions
        .get(index + 1)
        .filter(|_| is_told_of_part(passage, index, index + 1))
        .filter(|again| again.before == stated.before)
        .and_then(|_| figure_before(passage, nearest))
        .unwrap_or(nearest);
    let whole = whole_of_year(passage, index, nearest).unwrap_or_else(|| whole_of_row(nearest, known));
    Some((Opener::Among, whole))
}

/// Whether the figure at `again`, right behind the part at `part` that 其中 names, has the very words of the one right before that, and so
/// tells of the part what this tells of the whole.
pub fn is_told_of_part(passage: &Passage<'_>, part: usize, again: usize) -> bool {
    let (Some(first), Some(told)) = (passage.mentions.get(part), passage.mentions.get(again)) else {
        return false;
    };
    let is_same = |earlier: &Mention<'_>| earlier.before == told.before && earlier.depth == told.depth;
    told.lead == Lead::Comma
        && told.clause == first.clause + 1
        && told.depth == first.depth
        && told.quantity.class() == first.quantity.class()
        && search::length(told.name) >= 2
        && first.name != told.name
        && passage
            .back_from(part)
            .take_while(|(_, earlier)| earlier.segment == first.segment)
            .find(|(_, earlier)| earlier.quantity.class() == told.quantity.class())
            .is_some_and(|(_, earlier)| is_same(earlier))
}

/// 其中法院委派的 1217 件，调解成功 763 件: the list of what was done of the part at `index`, where it is done to no more than there are of it.
/// 办结 may reach beyond what came in this year.
pub fn done_of_part(passage: &Passage<'_>, index: usize, opener: Opener) -> Option<List> {
    const DONE: &[&str] = &["成功", "合格", "整改", "化解", "销号", "拆除", "达标", "通过"];
    let told = passage.mentions.get(index + 1).filter(|_| opener == Opener::Among)?;
    let is_some = search::ending(told.before, DONE).is_some() && is_told_of_part(passage, index, index + 1);
    is_some.then(|| List {
        whole: index,
        others: Vec::new(),
        is_distant: false,
        parts: vec![index + 1],
        names: Vec::new(),
        rows: Vec::new(),
        opener,
        is_open_ended: false,
    })
}

/// The figure before the one at `index`, with a mark between the two and nothing else that counts alike.
fn figure_before(passage: &Passage<'_>, index: usize) -> Option<usize> {
    let stated = passage.mentions.get(index)?;
    let (at, _) = passage
        .back_from(index)
        .take_while(|(_, earlier)| earlier.sentence == stated.sentence)
        .find(|(_, earlier)| earlier.quantity.class() == stated.quantity.class())?;
    is_free(passage, at, index, &[]).then_some(at)
}

/// What 其中 in the bracket behind the figure at `stated` is of: that figure, 撤诉 103 件（其中协调化解 51 件），败诉 62 件, or behind the
/// last of a row of pauses what the row is of.
fn whole_of_bracket(passage: &Passage<'_>, stated: usize, known: &[List]) -> usize {
    let ends_row = known.iter().rev().any(|list| list.parts.last() == Some(&stated));
    let is_paused = passage.mentions.get(stated).is_some_and(|of| of.lead == Lead::Pause);
    if ends_row && is_paused { whole_of_row(stated, known) } else { stated }
}

/// 公职律师 1 名，24 个村均签约，其中 3 名律师各服务 6 个村: whether the part at `index` tells how many of the things counted last each of
/// them has, and is itself one of no earlier figure.
fn counts_those_of_each(passage: &Passage<'_>, index: usize) -> bool {
    let before = index.checked_sub(1).and_then(|before| passage.mentions.get(before));
    let (Some(told), Some(part), Some(had)) =
        (before, passage.mentions.get(index), passage.mentions.get(index + 1))
    else {
        return false;
    };
    let noun = label::first_characters(had.after, 1);
    told.quantity.class() != part.quantity.class()
        && told.quantity.class() == had.quantity.class()
        && (had.lead == Lead::Nothing && had.clause == part.clause)
        && !noun.is_empty()
        && told.after.starts_with(noun)
}

/// 法治副校长 271 名，法治辅导员 264 名，其中 15 名法治副校长兼任: the figure of the sentence whose words end with the noun behind the part
/// at `index`, where those of a nearer one do not.
pub fn whole_with_noun(passage: &Passage<'_>, index: usize) -> Option<usize> {
    const SHORTEST: usize = 2;
    let part = passage.mentions.get(index)?;
    if !label::label(part).is_empty() && !part.before.ends_with("其中") {
        return None;
    }
    let bears = |whole: &Mention<'_>| {
        let name = label::label(whole);
        let ends = name.char_indices().map(|(at, _)| name.get(at..).unwrap_or(""));
        let mut nouns = ends.filter(|noun| search::length(noun) >= SHORTEST);
        nouns.any(|noun| part.after.starts_with(noun))
    };
    let mut named = passage.back_from(index).take_while(|(_, whole)| whole.sentence == part.sentence).filter(
        |(at, whole)| whole.bracket == part.bracket && is_free(passage, *at, index, &[]) && bears(whole),
    );
    let (only, _) = named.next()?;
    named.next().is_none().then_some(only)
}

/// 不合格 37 批次，总体合格率 97.7%，其中餐饮具抽检 512 批次，合格率 95.9%: whether the part at `index` is what a rate behind it is of, as the
/// one before it is of more than was told last.
fn has_a_rate_of_its_own(passage: &Passage<'_>, index: usize) -> bool {
    let before = index.checked_sub(1).and_then(|before| passage.mentions.get(before));
    let (Some(before), Some(part), Some(behind)) =
        (before, passage.mentions.get(index), passage.mentions.get(index + 1))
    else {
        return false;
    };
    let is_rate = |rate: &Mention<'_>| rate.quantity.is_share() && rate.before.ends_with('率');
    is_rate(behind)
        && behind.clause == part.clause + 1
        && (before.quantity.is_amount() || is_rate(before) && before.before.ends_with(behind.before))
}

/// Whether the verb that ends the words of the part at 其中 stands in those of `stated` as well, or there is none.
fn shares_verb(stated: &Mention<'_>, part: &Mention<'_>) -> bool {
    const VERB: usize = 2;
    let at = part.before.char_indices().rev().nth(VERB - 1).map_or(0, |(at, _)| at);
    let verb = part.before.get(at..).unwrap_or("");
    doings::doing_in_front(verb).is_none() || label::has(stated.before, &[verb])
}

/// Whether such a word stands in front of the figure.
pub fn opens(mention: &Mention<'_>) -> bool {
    opens_among(mention) || opens_inside(mention)
}

/// Whether 其中 stands in front of the figure, in its own clause or with a mark behind it: 其中：许可 16 件;
/// 其中，市、区属学校 12 所.
fn opens_among(mention: &Mention<'_>) -> bool {
    mention.runs_up_with(Cue::Among)
        && cues::AMONG.iter().any(|cue| {
            mention.run_up.rsplit_once(cue).is_some_and(|(_, behind)| {
                let words = behind.strip_prefix(['，', '：']).unwrap_or(behind);
                !words.contains(['，', '；', '：', '。'])
            })
        })
}

/// Whether the clause of the figure begins with another word for 其中: 当中, 内有, 从中, 上述案件中; or ends in 占.
fn opens_inside(mention: &Mention<'_>) -> bool {
    const INSIDE: Words =
        Words::of(&["当中", "这当中", "这其中", "这里面", "里面", "内含", "内有", "从中", "这之中"]);
    const LONGEST_NOUN: usize = 6;
    let words = mention.before;
    if !matches!(mention.lead, Lead::Comma | Lead::Open) {
        return false;
    }
    // 上述案件中涉企 26 件: what was counted is taken up, and 中 stands behind it.
    let is_of_these = || {
        let words = words.strip_prefix('在').unwrap_or(words);
        let behind = cues::POINTING.iter().chain(&["这些"]).find_map(|these| words.strip_prefix(*these));
        let noun = behind.and_then(|behind| behind.split_once('中'));
        noun.is_some_and(|(noun, part)| {
            (1..=LONGEST_NOUN).contains(&search::length(noun)) && !part.is_empty()
        })
    };
    // 涉企案件占 26 件
    let is_share = || words.strip_suffix('占').is_some_and(|part| search::length(part) >= 2);
    INSIDE.beginning(words).is_some() || is_of_these() || is_share()
}

/// 查处 316 人次，其中新发现 42 人: visits were counted before, persons are now; a person comes more than
/// once, and the persons of an earlier clause are others.
fn counts_visits(passage: &Passage<'_>, index: usize) -> bool {
    let word = |at: usize| {
        let mention = passage.mentions.get(at)?;
        mention.quantity.measure.map(|measure| measure.word)
    };
    let before = index.checked_sub(1).and_then(word);
    let adjoins = index.checked_sub(1).and_then(|at| passage.mentions.get(at)).is_some_and(|before| {
        passage.mentions.get(index).is_some_and(|part| part.clause == before.clause + 1)
    });
    adjoins
        && before.zip(word(index)).is_some_and(|(before, part)| {
            before
                .strip_suffix('次')
                .is_some_and(|thing| thing == part || (thing == "人" && matches!(part, "名" | "位")))
        })
}

/// 新建工作站 18 个，含乡镇站点 11 个、自助站点 9 个: whether `words` name what is among a figure, in one way or in several.
pub fn tells_what_it_holds(words: &str) -> bool {
    words
        .strip_prefix('含')
        .is_some_and(|thing| !thing.is_empty() && !thing.starts_with(['税', '量', '氧', '水', '糖']))
}

/// Whether `words` say that what stands before them is some of the figure behind them: 包含在上述化解的 7 个项目中.
pub fn lies_within(words: &str) -> bool {
    label::has(words, cues::LIES_IN)
}
