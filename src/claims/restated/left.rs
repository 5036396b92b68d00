//! What is left of things, named again in another paragraph: 完成剩余 98 处违建的处置 behind 剩余 88 处列入明年计划.
//!
//! Takes the figures of all passages, gives those that say once more how many are left.
//!
//! *Invariant:* one figure alone says how many are left of what is named, and nothing divides it further; a figure of
//! another time is none.

use super::noun_words::beginnings;
use super::phrase::{behind_preposition, ends_name};
use super::{Told, called, compare, told};
use crate::claims::Statement;
use crate::claims::cues;
use crate::claims::doings::names_a_doing;
use crate::claims::label;
use crate::claims::statement::{Mention, Passage};
use crate::facts::Precision;
use crate::review::Status;
use crate::search;

/// The most figures of what is left that are kept in mind, and that are asked for.
const MOST: usize = 64;

/// The most characters of a sentence that are read in front of a figure.
const REACH: usize = 160;

/// Words of what is left besides [`cues::LEFT`] and [`cues::STILL_TO_DO`].
const STILL: &[&str] = &["尚余", "尚有", "尚剩", "仍有", "仍余", "还有", "还剩", "剩"];

/// The figures of `passages` that say again how many are left.
pub fn claims(passages: &[Passage<'_>]) -> Vec<Statement> {
    let mut left: Vec<Told<'_, '_>> = Vec::new();
    let mut out = Vec::new();
    let mut asked = 0;
    for figure in told(passages) {
        let (words, quantity) = (label::without_ordinal(figure.mention.before), figure.mention.quantity);
        if quantity.precision != Precision::Exact || !quantity.is_amount() {
            continue;
        }
        if asked < MOST
            && let Some(attribute) = attribute(words)
            && let Some(statement) = restatement(&figure, attribute, &left, passages)
        {
            out.push(statement);
        }
        asked += usize::from(!left.is_empty());
        if left.len() < MOST
            && (words == "余"
                || [cues::LEFT, cues::STILL_TO_DO, STILL].iter().any(|list| label::begins(words, list)))
        {
            left.push(figure);
        }
    }
    out
}

/// What is not yet done with the things that the words before a figure single out, or nothing where they say that these
/// are left: 完成章程核准 of 尚未完成章程核准的.
fn attribute(words: &str) -> Option<&str> {
    const NOT_YET: &[&str] = &["尚未", "还未", "仍未", "未", "待"];
    if cues::LEFT
        .iter()
        .chain(&["尚余", "剩余的", "余下的", "其余的", "剩下的"])
        .any(|left| words.ends_with(left))
    {
        return Some("");
    }
    let (_, words) = behind_preposition(words.strip_suffix('的')?);
    // 在审的, 正在整改的.
    let doing = words.rfind('在').and_then(|at| words.get(at..));
    if let Some(doing) = doing.filter(|doing| (2..=3).contains(&search::length(doing))) {
        return Some(doing);
    }
    let (ahead, undone) = NOT_YET.iter().find_map(|not| words.split_once(not))?;
    let undone = undone.trim_start_matches(['能', '予', '被', '经']);
    (search::length(ahead) <= 4 && search::length(undone) >= 2).then_some(undone)
}

/// The claim that `again` is the one figure in `left` of its things.
fn restatement(
    again: &Told<'_, '_>,
    attribute: &str,
    left: &[Told<'_, '_>],
    passages: &[Passage<'_>],
) -> Option<Statement> {
    const OTHER_TIMES: &[&str] = &["截至", "截止", "上年", "去年", "目前"];
    const SHORTEST: usize = 2;
    const LONG: usize = 4;
    let mention = again.mention;
    let is_of = |first: &&Told<'_, '_>, noun: &str| {
        let words = sentence(first);
        // What was not accepted is not what is left.
        let is_left = !attribute.is_empty() || !label::begins(first.mention.before, cues::STILL_TO_DO);
        first.class == again.class
            && is_left
            && first.place != again.place
            && names(words, noun)
            && attribute.chars().all(|sign| words.contains(sign) || first.mention.after.contains(sign))
    };
    let (first, noun) = beginnings(mention.after, SHORTEST).find_map(|noun| {
        let mut found = left.iter().filter(|first| is_of(first, noun));
        let first = found.next().filter(|_| found.next().is_none())?;
        let counts =
            |one: &&Mention<'_>| one.sentence == first.mention.sentence && one.before.ends_with(noun);
        // 其中牵头12项，其余30项为配合: what is left of kinds is another kind.
        let before = first.index.checked_sub(1).and_then(|before| first.passage.mentions.get(before));
        let is_left =
            first.mention.before != "其余" || before.is_some_and(|before| names_a_doing(before.before));
        let is_kind = before.is_some_and(|before| !before.name.is_empty() && noun.starts_with(before.name));
        let is_counted = || first.passage.back_from(first.index).any(|(_, one)| counts(&one));
        let is_sure = search::length(noun) >= LONG
            || search::length(attribute) >= LONG
            || (ends_name(mention.after, noun) || is_counted()) && is_told_once(passages, first, again, noun);
        (is_sure && is_left && !is_kind).then_some((first, noun))
    })?;
    // 剩余 8 处中 3 处正在整治: what becomes of it is told one by one.
    let next = first.passage.mentions.get(first.index + 1);
    let is_divided = next.is_some_and(|next| {
        next.sentence == first.mention.sentence && next.quantity.class() == Some(first.class)
    });
    let statement = called(compare(first.mention, mention, false)?, format!("剩余{noun}"));
    let is_of_another_time =
        label::has(sentence(again), OTHER_TIMES) || !first.is_of_the_time_of(again) || is_divided;
    (statement.status == Status::Holds || !is_of_another_time).then_some(statement)
}

/// Whether nothing between `first` and `again` counts things called `noun` in another sentence: these may be left as well.
fn is_told_once(passages: &[Passage<'_>], first: &Told<'_, '_>, again: &Told<'_, '_>, noun: &str) -> bool {
    const MOST_FIGURES: usize = 512;
    let counts = |other: &Told<'_, '_>| other.class == again.class && other.mention.before.contains(noun);
    told(passages)
        .take_while(|other| other.place < again.place)
        .take(MOST_FIGURES)
        .all(|other| !other.is_apart_from(first) || !counts(&other))
}

/// The words of the sentence of `told` in front of it.
fn sentence<'a>(told: &Told<'_, 'a>) -> &'a str {
    let words = told.passage.between(told.mention.sentence_start, told.mention.quantity.number.start);
    let at = words.char_indices().rev().take(REACH).last().map_or(0, |(at, _)| at);
    words.get(at..).unwrap_or("")
}

/// Whether `words` name `noun`, perhaps with more words inside: 历史遗留行政争议 of 历史遗留争议.
fn names(words: &str, noun: &str) -> bool {
    let mut ends = noun.char_indices().map(|(at, _)| at);
    let begin = ends.nth(2).unwrap_or(noun.len());
    let last = noun.char_indices().rev().nth(1).map_or(0, |(at, _)| at);
    noun.get(..begin).is_some_and(|begin| words.contains(begin))
        && noun.get(last..).is_some_and(|last| words.contains(last))
        && noun.chars().all(|sign| words.contains(sign))
}
