//! A whole year shared out among all of its parts behind it: 办结案件 296 件。一至四季度分别办结 60 件、72 件、81 件、83 件.
//!
//! Takes the first figure of the row, gives the figure of the year that the verb of the row names again.
//!
//! *Invariant:* the times leave no month out, the row has a figure for each, and only one figure before it bears the verb.

use super::whole::is_free;
use crate::claims::cue_set::Cue;
use crate::claims::cues;
use crate::claims::label;
use crate::claims::period::{self, Months};
use crate::claims::statement::{Lead, Mention, Passage};
use crate::search;

/// Words that name all quarters of the year at once.
const QUARTERS: &[&str] = &[
    "一至四季度",
    "一到四季度",
    "一季度至四季度",
    "第一季度至第四季度",
    "第一至第四季度",
    "第一至四季度",
    "1至4季度",
    "1—4季度",
    "1-4季度",
    "四个季度",
    "各季度",
    "各个季度",
];
/// Words that name both halves.
const HALVES: &[&str] = &["上下半年", "上、下半年", "上半年和下半年", "两个半年"];

/// The figure of the year of which the row that begins at `index` has one for each of its parts.
pub fn whole_of(passage: &Passage<'_>, index: usize) -> Option<usize> {
    let first = passage.mentions.get(index)?;
    let clause = first.run_up.rsplit(['，', '；', '：', '。']).next()?;
    let (names, verb) = search::split(clause, "分别").or_else(|| search::split(clause, "依次"))?;
    let goes_on = |next: &Mention<'_>| next.lead == Lead::Pause && next.before.is_empty();
    let count = 1 + passage.ahead_from(index + 1).take_while(|(_, next)| goes_on(next)).count();
    if number_of_periods(names)? != count {
        return None;
    }
    let verb = verb.trim_start_matches(['为', '是', '共']);
    let mut named = passage
        .back_from(index)
        .take_while(|(_, whole)| whole.sentence + 1 >= first.sentence)
        .filter(|(at, whole)| is_of_year(whole) && is_free(passage, *at, index, &[]))
        .filter(|(_, whole)| verb.is_empty() || bears(whole, verb));
    named.next().filter(|_| named.next().is_none()).map(|(at, _)| at)
}

/// 1—6月办结 130 件，7—12月办结 166 件: whether the figure at `index` tells what was done in a part of the year, and of the figures of
/// the sentence before only that at `whole` tells of the same doing.
pub fn is_part_of(passage: &Passage<'_>, index: usize, whole: usize) -> bool {
    let Some(first) = passage.mentions.get(index) else { return false };
    let Some((_, "", verb)) = period::of(first.before).filter(|(_, _, verb)| !verb.is_empty()) else {
        return false;
    };
    let mut named = passage
        .back_from(index)
        .take_while(|(_, stated)| stated.sentence + 1 >= first.sentence)
        .filter(|(_, stated)| stated.quantity.class() == first.quantity.class() && bears(stated, verb));
    named.next().is_some_and(|(at, stated)| at == whole && is_of_year(stated)) && named.next().is_none()
}

/// How many parts of the year `names` tell, where these are all of it and nobody's in particular.
fn number_of_periods(names: &str) -> Option<usize> {
    let names = search::beginning(names, &["其中", "年内"])
        .map_or(names, |word| names.get(word.len()..).unwrap_or(""));
    let names =
        search::beginning(names, cues::THIS_YEAR).map_or(names, |word| names.get(word.len()..).unwrap_or(""));
    if QUARTERS.contains(&names) {
        return Some(4);
    }
    if HALVES.contains(&names) {
        return Some(2);
    }
    let named: Vec<&str> = names.split(['、', '和']).collect();
    let are_bare = named.iter().all(|name| matches!(period::of(name), Some((_, "", ""))));
    (are_bare && period::are_all_of("", &named)).then_some(named.len())
}

/// Whether `whole` tells of no part of the year and of no other year.
fn is_of_year(whole: &Mention<'_>) -> bool {
    whole.depth == 0
        && !whole.has(Cue::Earlier)
        && !whole.is_rest()
        && period::of(whole.before).is_none_or(|(months, ..)| months == Months::ALL)
}

/// Whether the verb with which `words` begin stands before `whole`, and is not denied there. 按期办结 bears it as well, so that beside
/// 办结 neither is named alone.
fn bears(whole: &Mention<'_>, words: &str) -> bool {
    const VERB: usize = 2;
    let verb = label::first_characters(words, VERB);
    whole
        .before
        .rsplit_once(verb)
        .is_some_and(|(ahead, _)| search::length(verb) == VERB && !label::ends_in_denial(ahead))
}
