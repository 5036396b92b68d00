//! What was done, taken up with 的: 建成“共享法庭” 57 家 … 12月，对建成的 75 家“共享法庭”开展评估.
//!
//! *Invariant:* verb, noun and measure word of both are the same, and nothing but the whole place or the whole year stands
//! in front of the verb; only two swapped digits are told, and none where both figures are proven by others.

use super::indicator::is_indicator;
use super::noun_words::beginnings;
use super::places;
use super::{Told, compare, in_one_unit, told};
use crate::claims::Statement;
use crate::claims::judge::is_swapped;
use crate::claims::label;
use crate::claims::scope;
use crate::claims::statement::{Mention, Passage};
use crate::facts::{Decimal, Precision, Quantity};
use crate::review::Status;
use crate::search;
use std::collections::BTreeMap;

/// The fewest characters of a noun, and those of one that a figure of three digits counts.
const SHORTEST: usize = 4;
const SHORTEST_OF_LARGE: usize = 2;

/// Of more figures with the same digits nothing is said.
const MOST: usize = 16;

/// The figures of `passages` that take up what was done and have two digits swapped, beside those in `known`.
pub fn claims(passages: &[Passage<'_>], known: &[Statement]) -> Vec<Statement> {
    let taking_up: Vec<(Told<'_, '_>, &str)> =
        told(passages).filter_map(|figure| Some((figure, doing_taken_up(figure.mention)?))).collect();
    let mut alike: BTreeMap<u64, Vec<Told<'_, '_>>> =
        taking_up.iter().map(|(figure, _)| (digits(figure.mention.quantity), Vec::new())).collect();
    for figure in told(passages) {
        if let Some(figures) = alike.get_mut(&digits(figure.mention.quantity))
            && figures.len() <= MOST
        {
            figures.push(figure);
        }
    }
    let found = taking_up.iter().filter_map(|(again, verb)| {
        let figures = alike.get(&digits(again.mention.quantity)).filter(|figures| figures.len() <= MOST)?;
        restatement(figures, again, verb, known)
    });
    found.collect()
}

/// How many of each digit but 0 the value of `quantity` has, which swapping leaves as they are.
fn digits(quantity: &Quantity) -> u64 {
    const BITS: u32 = 6;
    let digits = quantity.value.to_string();
    digits
        .chars()
        .filter_map(|ch| ch.to_digit(10)?.checked_sub(1))
        .fold(0, |all, digit| all.wrapping_add(1 << (digit * BITS)))
}

/// 建成 of 对建成的 75 家: what was done with all that `mention` counts, where nothing narrows it.
fn doing_taken_up<'a>(mention: &Mention<'a>) -> Option<&'a str> {
    const LEADING: &[char] = &['对', '将', '把', '从', '为', '就', '向', '在'];
    let is_count = mention.quantity.precision == Precision::Exact && mention.quantity.is_amount();
    let words = mention.before.strip_suffix('的').filter(|_| is_count)?;
    let (ahead, verb) = words.split_at_checked(words.char_indices().rev().nth(1)?.0)?;
    let mut ahead = ahead;
    while let Some(mark) = ending_mark(ahead) {
        ahead = ahead.get(..ahead.len() - mark.len())?;
    }
    (ahead.is_empty() || ahead.ends_with(LEADING)).then_some(verb)
}

/// The word of the whole place or the whole year with which `words` end.
fn ending_mark(words: &str) -> Option<&str> {
    const YEAR: &[&str] = &["年内", "今年", "本年", "一年来", "本年度", "共", "已", "所"];
    scope::ending(words).or_else(|| search::ending(words, YEAR))
}

/// The claim that `again` is the only figure before it that counts the noun of it behind `verb`.
fn restatement(
    alike: &[Told<'_, '_>],
    again: &Told<'_, '_>,
    verb: &str,
    known: &[Statement],
) -> Option<Statement> {
    let name = again.mention.after.trim_start_matches('“');
    let is_large = again.mention.quantity.value >= Decimal::whole(100);
    let shortest = if is_large { SHORTEST_OF_LARGE } else { SHORTEST };
    let noun = beginnings(name, shortest)
        .map(|noun| noun.trim_end_matches('”'))
        .find(|noun| alike.iter().any(|first| counts(first, verb, noun)))?;
    let is_before = |first: &&Told<'_, '_>| first.mention.start < again.mention.start;
    let mut earlier = alike.iter().filter(is_before).filter(|first| counts(first, verb, noun));
    let first = earlier.next().filter(|_| earlier.next().is_none())?;
    let is_one = first.class == again.class
        && first.is_apart_from(again)
        && first.is_of_the_time_of(again)
        && is_indicator(first.passage, first.index, first.mention)
        && are_of_one_place(first, again);
    let (a, b) = in_one_unit(first.mention.quantity, again.mention.quantity)?;
    let is_slip = a >= Decimal::whole(10) && is_swapped(a, b);
    let are_proven = is_proven(first, known) && is_proven(again, known);
    compare(first.mention, again.mention, false)
        .filter(|found| is_one && is_slip && !are_proven && found.status == Status::Broken)
}

/// 建成“共享法庭” 57 家: whether `figure` counts `noun` behind `verb`, and all of the year.
fn counts(figure: &Told<'_, '_>, verb: &str, noun: &str) -> bool {
    const PARTS: &[&str] = &["月", "季度", "半年", "上年", "去年", "以来", "累计", "计划", "拟", "期间"];
    let mention = figure.mention;
    let words = mention.before.trim_end_matches(['”', '共', '有']);
    // 医疗纠纷调解受理 218 件: the verb may stand behind the noun.
    let is_named = words.strip_suffix(noun).is_some_and(|words| words.contains(verb))
        || words.strip_suffix(verb).is_some_and(|words| words.contains(noun));
    let sentence = figure.passage.between(mention.sentence_start, mention.quantity.number.start);
    is_named && !label::has(label::last_characters(sentence, 40), PARTS)
}

/// Whether the sentences of both name the same places in front of their figures, or none.
fn are_of_one_place(first: &Told<'_, '_>, again: &Told<'_, '_>) -> bool {
    let named = |figure: &Told<'_, '_>| {
        let mention = figure.mention;
        let sentence = figure.passage.between(mention.sentence_start, mention.quantity.number.start);
        let mut named = Vec::new();
        places::add_named(sentence, false, &mut named);
        named.into_iter().map(|place| place.name.to_owned()).collect::<Vec<_>>()
    };
    named(first) == named(again)
}

/// Whether `figure` takes part in a statement that holds.
fn is_proven(figure: &Told<'_, '_>, known: &[Statement]) -> bool {
    let span = figure.mention.quantity.span;
    let holding = known.iter().filter(|one| one.status == Status::Holds);
    holding.flat_map(|one| &one.operands).any(|operand| operand.span == span)
}
