//! Figures that 分别 shares out among names in front of them: 道路交通、医疗纠纷分别为 233 件、41 件; 其余两家分别为 3 万元和 2.5
//! 万元.
//!
//! *Invariant:* the names decide whether they are all of their whole, or stand beside it; never what is shared out.

use super::Opener;
use crate::claims::cue_set::Cue;
use crate::claims::cues::THIS_YEAR;
use crate::claims::doings;
use crate::claims::kinds;
use crate::claims::label::{self, label};
use crate::claims::parallel;
use crate::claims::respective::IN_ORDER;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::facts::year;
use crate::search::{self, Endings};

const SHARES: Endings =
    Endings::of(&["分别为", "分别是", "分别达", "分别有", "依次为", "依次是", "分别", "依次"]);

/// The longest verb behind 分别.
const LONGEST_VERB: usize = 4;

/// The names in front of the row of figures without words that begins at `index`, two or more of them.
pub fn names_of<'a>(passage: &Passage<'a>, index: usize) -> Option<Vec<&'a str>> {
    let first = passage.mentions.get(index)?;
    let clause = first.run_up.rsplit(['，', '；', '：', '。']).next()?;
    // 2023年、2024年分别安排 312 万元、345 万元: a verb may stand behind 分别.
    let (names, verb) = IN_ORDER.iter().find_map(|shares| clause.rsplit_once(shares))?;
    if search::length(verb) > LONGEST_VERB {
        return None;
    }
    let names: Vec<&str> = names.split(['、', '和', '与', '及']).filter(|name| !name.is_empty()).collect();
    (names.len() >= 2).then_some(names)
}

/// Whether nothing stands between 分别为 and the figure `mention`, so that its row goes on without words.
pub fn is_without_name(mention: &Mention<'_>) -> bool {
    SHARES.ending(mention.before).is_some()
}

/// How the row of figures at `index`, which names in front of it share, is of the figure at `whole`; `None` where this is
/// one of their kind: M级 1972 户，C、D级分别为 216 户和 97 户.
pub fn opener_of(passage: &Passage<'_>, index: usize, whole: usize) -> Option<Opener> {
    let (first, stated) = (passage.mentions.get(index)?, passage.mentions.get(whole)?);
    if are_of_earlier_years(first, stated) {
        return None;
    }
    // 累计 73 件，上访 142 件，今年分别为 6 件、11 件: of another time.
    let is_of_a_time = search::each_of(first.before, &["分别"])
        .any(|(at, _)| first.before.get(..at).is_some_and(|time| THIS_YEAR.contains(&time)));
    if is_of_a_time {
        return None;
    }
    let Some(names) = names_of(passage, index) else {
        return (!are_named_by_number(passage, index)).then_some(Opener::Partition);
    };
    if stands_beside(stated, &names) || is_one_of_several(passage, whole, &names) {
        return None;
    }
    let numbered = index.checked_sub(1).filter(|&at| at > whole).and_then(|at| passage.mentions.get(at));
    let is_numbered = numbered.is_some_and(|number| {
        number.sentence == first.sentence
            && number.quantity.value.to_whole().and_then(|number| usize::try_from(number).ok())
                == Some(names.len())
    });
    let are_all = kinds::are_complete(&names)
        || parallel::leave_nothing(&names)
        || names.last().is_some_and(|last| label::begins(last, crate::claims::cues::REST))
        || names.iter().all(|name| stated.run_up.contains(name))
        || kinds::make_up(&names, stated.before)
        || doings::is_marked_as_whole(stated.before)
        || is_numbered;
    Some(if are_all && !parallel::may_overlap(&names) { Opener::Partition } else { Opener::Shared })
}

/// 实有律师 268 名，2022年、2023年依次为 220 名、241 名: whether the row of `first` has a figure for each of several years and `stated` is
/// that of another, and not the sum of all of them.
fn are_of_earlier_years(first: &Mention<'_>, stated: &Mention<'_>) -> bool {
    const OVER_YEARS: &[&str] =
        &["共", "合计", "累计", "总", "两年", "三年", "四年", "五年", "近年", "以来", "期间"];
    let clause = first.run_up.rsplit(['，', '；', '：', '。']).next().unwrap_or("");
    let names = ["分别", "依次"].iter().find_map(|shares| Some(clause.rsplit_once(shares)?.0));
    let names = names.unwrap_or("");
    let behind = |last: year::NamedYear| names.get(last.span.end as usize..);
    // 2022年、2023年行政复议分别为: of one thing, in each of the years.
    let is_of_years =
        year::written(names).next_back().and_then(behind).is_some_and(|noun| !noun.contains(['、', '和']));
    is_of_years && !label::has(stated.run_up, OVER_YEARS)
}

/// 三类、四类分别为 8 家、31 家: whether the names in front of the row at `index` are numbers with a measure word.
fn are_named_by_number(passage: &Passage<'_>, index: usize) -> bool {
    let before = index.checked_sub(1).and_then(|before| passage.mentions.get(before));
    before.zip(passage.mentions.get(index)).is_some_and(|(name, first)| {
        first.lead == Lead::Nothing
            && SHARES.ending(first.before).is_some()
            && name.quantity.is_chinese
            && name.lead == Lead::Pause
            && name.before.is_empty()
    })
}

/// Whether `stated` is named as the last of `names` is, in as many characters with another beginning: B级 beside D级.
fn stands_beside(stated: &Mention<'_>, names: &[&str]) -> bool {
    let Some(last) = names.last() else { return false };
    let name = label(stated);
    let ends_alike = name.chars().next_back() == last.chars().next_back();
    let is_of_the_form = name != *last
        && ends_alike
        && search::length(name) == search::length(last)
        && search::length(name) >= 2;
    // 二类医院 5 家，三类、四类分别为 8 家、31 家.
    let is_of_the_scale = || {
        step_of(name)
            .zip(step_of(last))
            .is_some_and(|((one, scale), (other, of))| one != other && scale == of)
    };
    (is_of_the_form || is_of_the_scale()) && !doings::is_marked_as_whole(stated.before)
}

/// 召开会议 9 次，委员会会议 2 次，立法、执法协调小组会议分别为 1 次、2 次: whether the figure at `whole` is one of a row in the middle of its
/// segment, with the noun of the last of `names` and other words in front of it.
fn is_one_of_several(passage: &Passage<'_>, whole: usize, names: &[&str]) -> bool {
    let (Some(stated), Some(last)) = (passage.mentions.get(whole), names.last()) else { return false };
    let name = label(stated);
    let shared = name.chars().rev().zip(last.chars().rev()).take_while(|(one, other)| one == other).count();
    let rest: String = name.chars().take(search::length(name).saturating_sub(shared)).collect();
    let is_behind_another = || {
        passage.back_from(whole).take_while(|(_, before)| before.segment == stated.segment).any(
            |(_, before)| before.clause < stated.clause && before.quantity.class() == stated.quantity.class(),
        )
    };
    shared >= 2
        && !rest.is_empty()
        && stated.lead == Lead::Comma
        && !doings::names_a_whole(&rest)
        && is_behind_another()
}

/// The step of a scale with which `name` begins, and what the steps are called: 二 and 类 of 二类医院.
fn step_of(name: &str) -> Option<(&str, char)> {
    const LONGEST: usize = 3;
    let (at, scale) = name
        .char_indices()
        .take(LONGEST)
        .find(|(_, ch)| matches!(ch, '类' | '级' | '档' | '等' | '型' | '星' | '批' | '期'))?;
    name.get(..at).filter(|step| !step.is_empty()).map(|step| (step, scale))
}

/// 其余两家分别为 3 万元和 2.5 万元, 其余三项共 59 件: whether the figure at `index` is shared out among those that are left, or is of
/// all of them.
pub fn names_the_rest(passage: &Passage<'_>, index: usize) -> bool {
    const TOGETHER: &[&str] = &["", "共", "合计", "共计", "计", "共有"];
    let before = index.checked_sub(1).and_then(|before| passage.mentions.get(before));
    before.zip(passage.mentions.get(index)).is_some_and(|(rest, part)| {
        rest.begins(Cue::Rest)
            && part.lead == Lead::Nothing
            && part.clause == rest.clause
            && part.quantity.class() != rest.quantity.class()
            && (SHARES.ending(part.before).is_some()
                || part.before.ends_with('为')
                || rest.quantity.is_chinese && TOGETHER.contains(&part.before))
    })
}

/// The figures whose words name `parts`, where some of these are shared out among those that are left.
pub fn names_with_rest(passage: &Passage<'_>, parts: &[usize]) -> Vec<usize> {
    if !parts.iter().any(|&part| names_the_rest(passage, part)) {
        return Vec::new();
    }
    let mut rest = None;
    let name = |&part: &usize| {
        let goes_on = passage
            .mentions
            .get(part)
            .is_some_and(|mention| mention.lead == Lead::Pause && mention.before.is_empty());
        rest = if names_the_rest(passage, part) { part.checked_sub(1) } else { rest.filter(|_| goes_on) };
        rest.unwrap_or(part)
    };
    parts.iter().map(name).collect()
}
