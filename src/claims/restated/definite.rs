//! What was counted, taken up as something known: 建成“共享法庭” 57 家 … 12月，对建成的 75 家“共享法庭”开展评估; 收到工单 23648 件 …
//! 全年 23468 件工单按期办结; 检查 1264 户次 … 1246 户次检查全部公示.
//!
//! *Invariant:* noun and measure word of both are the same, and the verb where 的 takes it up; nothing but the whole place or the whole
//! year stands in front. Only two swapped digits are told, and none where both figures are proven by others.

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
        told(passages).filter_map(|figure| Some((figure, doing_taken_up(figure)?))).collect();
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

/// What was done with all that `figure` counts, where nothing narrows it: 建成 of 对建成的 75 家; nothing where it is taken up without.
fn doing_taken_up<'a>(figure: Told<'_, 'a>) -> Option<&'a str> {
    let mention = figure.mention;
    let is_count = mention.quantity.precision == Precision::Exact && mention.quantity.is_amount();
    if is_count && is_all_of_them(mention) {
        return Some("");
    }
    let words = mention.before.strip_suffix('的').filter(|_| is_count)?;
    let (ahead, verb) = words.split_at_checked(words.char_indices().rev().nth(1)?.0)?;
    let mut ahead = ahead;
    while let Some(mark) = ending_mark(ahead) {
        ahead = ahead.get(..ahead.len() - mark.len())?;
    }
    (ahead.is_empty() || ahead.ends_with(LEADING)).then_some(verb)
}

/// Words of the whole year in front of what is taken up.
const YEAR: &[&str] = &["全年", "年内", "今年", "本年", "一年来", "本年度", "年度", "共", "已", "所", "目前"];

const LEADING: &[char] = &['对', '将', '把', '从', '为', '就', '向', '在'];

/// 全年 23468 件工单, 依托 162 个“法治小院”, 1246 户次检查全部公示: whether the words round `mention` say that it is all of what was counted.
fn is_all_of_them(mention: &Mention<'_>) -> bool {
    const LEANING: &[&str] = &["依托", "发挥", "利用", "通过", "执行", "借助", "上述", "这", "该"];
    const ALL: &[&str] = &["全部", "均", "都", "悉数", "无一"];
    const LONGEST_NOUN: usize = 14;
    let mut ahead = mention.before;
    // 全县 162 家: of the place there may be more than were counted.
    while let Some(mark) = search::ending(ahead, YEAR) {
        ahead = ahead.get(..ahead.len() - mark.len()).unwrap_or("");
    }
    let is_bare = ahead.is_empty() || search::ending(ahead, LEANING).is_some();
    let is_led_to = !mention.before.is_empty();
    let told_of_all = || {
        let words = label::first_characters(mention.after, LONGEST_NOUN);
        ALL.iter().any(|all| search::split(words, all).is_some_and(|(noun, _)| !noun.is_empty()))
    };
    is_bare && (is_led_to || told_of_all())
}

/// The word of the whole place or the whole year with which `words` end.
fn ending_mark(words: &str) -> Option<&str> {
    scope::ending(words).or_else(|| search::ending(words, YEAR))
}

/// The claim that `again` is the only figure before it that counts the noun of it behind `verb`.
fn restatement(
    alike: &[Told<'_, '_>],
    again: &Told<'_, '_>,
    verb: &str,
    known: &[Statement],
) -> Option<Statement> {
    const JOINED: &[&str] = &["和", "及", "与", "、", "以及", "（"];
    let name = again.mention.after.trim_start_matches('“');
    let goes_on = |noun: &str| {
        verb.is_empty() && name.strip_prefix(noun).is_some_and(|rest| label::begins(rest, JOINED))
    };
    if verb.is_empty() && again.goes_on_with(&["、", "（"]) {
        return None;
    }
    let is_large = again.mention.quantity.value >= Decimal::whole(100);
    let shortest = if is_large { SHORTEST_OF_LARGE } else { SHORTEST };
    let noun = beginnings(name, shortest)
        .map(|noun| noun.trim_end_matches('”'))
        .find(|noun| alike.iter().any(|first| counts(first, verb, noun)))
        .filter(|noun| !goes_on(noun))?;
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
    let sentence = figure.passage.between(mention.sentence_start, mention.quantity.number.start);
    let is_part = || label::has(label::last_characters(sentence, 40), PARTS);
    if verb.is_empty() {
        return words.ends_with(noun) && words.len() > noun.len() && !is_part();
    }
    // 医疗纠纷调解受理 218 件: the verb may stand behind the noun.
    let is_named = words.strip_suffix(noun).is_some_and(|words| words.contains(verb))
        || words.strip_suffix(verb).is_some_and(|words| words.contains(noun));
    is_named && !is_part()
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
