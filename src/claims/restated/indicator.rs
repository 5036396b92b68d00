//! The same words again: 审核行政处罚案件 82 件 in two sections.
//!
//! The key of a figure ([`key`]) is what stands before it in its clause (or, where its object follows it, that
//! too) without time and address; equal keys are one indicator.
//!
//! *Invariant:* scope and period are part of the key: 市本级 is not 全市, 上半年 is not 全年, and one
//! year is not another.

use std::borrow::Cow;

use super::key::{self, is_long_enough, neutral};
use super::noun_words::{SHORTEST, beginnings};
use super::phrase::BRACKETS;
use super::seen::{Known, Seen};
use super::setting::Setting;
use super::{Told, compare, in_one_unit, is_shifted, told, verbatim};
use crate::claims::Statement;
use crate::claims::cue_set::{Cue, CueSet};
use crate::claims::cues;
use crate::claims::judge::{is_one_slip, is_swapped};
use crate::claims::label;
use crate::claims::scope::{self, OF_ALL};
use crate::claims::statement::{Lead, Mention, Passage};
use crate::facts::{Class, Decimal, Precision, year};
use crate::review::Status;
use crate::search;

/// The fewest characters of a key under which two figures of two digits may be one slip apart.
const SURE_KEY: usize = 7;

/// The restatements across `passages`.
pub fn claims(passages: &[Passage<'_>]) -> Vec<Statement> {
    let mut seen = Seen::new();
    let mut out = Vec::new();
    for again in told(passages) {
        let mention = again.mention;
        let is_rate = is_rate(&again);
        if !is_indicator(again.passage, again.index, mention) && !is_rate {
            continue;
        }
        let key = neutral(mention.before);
        let known = by_words(&seen, &again, &key, is_rate)
            .or_else(|| as_stock(&seen, &again))
            .or_else(|| by_number(&seen, &again));
        if let Some(Known { first, length, by_object }) = known {
            // Fewer than there are may be some of them.
            let may_be_fewer = by_object && is_fewer(first.mention, mention);
            let found = restatement(first, &again, length);
            out.extend(found.filter(|found| found.status == Status::Holds || !may_be_fewer));
            continue;
        }
        if is_long_enough(&key, mention) {
            seen.add(key, again);
        }
        for key in key::without_beneficiary(mention) {
            seen.add(key, again);
        }
    }
    out
}

/// What `again`, of which `key` is the key, is again by the words before it or by its object.
fn by_words<'s, 'p, 'a>(
    seen: &'s Seen<'p, 'a>,
    again: &Told<'_, '_>,
    key: &str,
    is_rate: bool,
) -> Option<Known<'s, 'p, 'a>> {
    let mention = again.mention;
    // 对排查出的 4386 处风险隐患: the figure was said behind 排查.
    let said =
        mention.before.trim_start_matches(['对', '将', '把']).trim_end_matches(['的', '出', '到', '了']);
    let verb = if said == mention.before { Cow::Borrowed(key) } else { neutral(said) };
    let known = seen.known(again, key, &verb)?;
    // 全市 is not 全县, but either may go without saying.
    let scopes = [scope::place(known.first.mention.before), scope::place(mention.before)];
    let same_scope = scopes.contains(&"") || scopes.first() == scopes.last();
    // 受理 46 件，矛盾纠纷化解率 93.8%: a rate of what was just counted is its own.
    let before = mention_before(again).filter(|_| is_rate);
    let is_its_own = before.is_some_and(|before| before.sentence == mention.sentence);
    let is_again = again.is_apart_from(known.first) && again.is_of_the_time_of(known.first);
    (is_again && same_scope && !is_its_own).then_some(known)
}

/// The stock that `again` takes up, in the words in which it was told: 公用经费按全局在编民警 236 人.
fn as_stock<'s, 'p, 'a>(seen: &'s Seen<'p, 'a>, again: &Told<'_, '_>) -> Option<Known<'s, 'p, 'a>> {
    let stock = verbatim::stock_taken_up(again.mention)?;
    let known = seen.known(again, &neutral(stock), "")?;
    let is_again = known.first.mention.before == stock
        && again.is_apart_from(known.first)
        && again.is_of_the_time_of(known.first);
    // Where the words before both are the same, it is not only the object that says so.
    is_again.then_some(Known { by_object: false, ..known })
}

/// What `again` is by the words behind 共, where as many did it as before.
fn by_number<'s, 'p, 'a>(seen: &'s Seen<'p, 'a>, again: &Told<'_, '_>) -> Option<Known<'s, 'p, 'a>> {
    let (tail, number) = behind_number(again)?;
    let known = seen.known(again, &neutral(tail), "").filter(|known| !known.by_object)?;
    let as_many = mention_before(known.first).is_some_and(|one| {
        let (one, other) = (one.quantity, number.quantity);
        one.class() == other.class() && one.value == other.value && one.factor == other.factor
    });
    (as_many && again.is_apart_from(known.first)).then_some(known)
}

/// The figure in front of `told`.
fn mention_before<'p, 'a>(told: &Told<'p, 'a>) -> Option<&'p Mention<'a>> {
    told.passage.mentions.get(told.index.checked_sub(1)?)
}

/// 26 期法治专题培训班共培训执法骨干 1480 人次: the words behind 共, and the number of those that did it together.
fn behind_number<'t, 'p, 'a>(again: &'t Told<'p, 'a>) -> Option<(&'t str, &'p Mention<'a>)> {
    let number = mention_before(again)?;
    let is_behind = again.mention.lead == Lead::Nothing && number.clause == again.mention.clause;
    let (_, tail) = again.mention.before.split_once('共').filter(|_| is_behind)?;
    Some((tail, number))
}

/// The claim that `again` is `first`; nothing where they differ in more than a slip of the pen, unless both say in
/// the same words that they are of the whole year, or what one body did in it.
fn restatement(one: &Told<'_, '_>, other: &Told<'_, '_>, key_length: usize) -> Option<Statement> {
    let (first, again) = (one.mention, other.mention);
    let statement = compare(first, again, false)?;
    if statement.status == Status::Holds {
        return Some(statement);
    }
    let (a, b) = in_one_unit(first.quantity, again.quantity)?;
    let is_shifted = is_shifted(first.quantity, again.quantity);
    let is_said_again = key_length >= SURE_KEY && is_of_the_whole_year(first) && first.before == again.before;
    let places = (one.passage, other.passage);
    // How many companies one body inspected may be told field by field; how often it met is told once.
    let are_few = a < Decimal::whole(100) && b < Decimal::whole(100);
    let is_of_one_doer = are_few && verbatim::is_of_one_doer(first, again, places);
    let is_telling = is_sure_slip(a, b, key_length) || is_shifted || is_said_again || is_of_one_doer;
    (is_telling && !tell_of_different_things(one, other)).then_some(statement)
}

/// Whether `again` is less than `first`, by more than two swapped digits, and nothing says that all are meant.
fn is_fewer(first: &Mention<'_>, again: &Mention<'_>) -> bool {
    let (a, b) = (first.quantity, again.quantity);
    let are_swapped = in_one_unit(a, b).is_some_and(|(a, b)| is_swapped(a, b));
    b.base() < a.base() && !are_swapped && !label::has(again.after, OF_ALL)
}

/// Whether the words round two figures that are called alike speak of different places, times or matters, or those
/// round `other` of more or less than its object.
pub fn tell_of_different_things(one: &Told<'_, '_>, other: &Told<'_, '_>) -> bool {
    const NARROWING: &[&str] = &[
        "重点", "部分", "主要", "存在", "不", "未", "涉", "抽", "随机", "新", "首", "拟", "需", "风险", "选",
        "历", "近",
    ];
    let (first, again) = (one.mention, other.mention);
    // 对重点监管的 168 家规模以上企业 is of some of them.
    let is_narrower = again.before.ends_with('的')
        && NARROWING
            .iter()
            .any(|word| label::has(again.before, &[word]) && !label::has(first.before, &[word]));
    // 行政检查全部实现扫码亮证、网上留痕: behind what is said of all the row is one of doings.
    let names_more =
        other.goes_on_with(&["、"]) && !label::has(again.after, OF_ALL) || names_others_besides(first, again);
    let is_longer = !again.after.is_empty() && (names_more || other.goes_on_with(BRACKETS));
    let is_scoped = [first, again].iter().any(|mention| !scope::place(mention.before).is_empty());
    is_narrower
        || is_longer
        || is_of_a_body(first, again)
        || Setting::of(one).differs_from(&Setting::of(other), is_scoped)
}

/// 162 名人民调解员和网格员 behind 人民调解员 126 人: whether `again` counts others beside what `first` counts.
fn names_others_besides(first: &Mention<'_>, again: &Mention<'_>) -> bool {
    beginnings(again.after, SHORTEST)
        .filter(|name| first.before.ends_with(name))
        .filter_map(|name| again.after.strip_prefix(name))
        .any(|rest| label::begins(rest, &["和", "及", "与", "以及"]))
}

/// 县医调委受理的 128 件 behind 全县受理 218 件: whether `first` is of the whole place and `again` of what one body did.
fn is_of_a_body(first: &Mention<'_>, again: &Mention<'_>) -> bool {
    const BODIES: &[char] = &['委', '局', '院', '所', '站', '队', '会', '处', '社', '庭'];
    let words = again.before.strip_suffix('的').unwrap_or("");
    let verb = label::last_characters(words, 2);
    let ahead = words.strip_suffix(verb).unwrap_or("");
    !scope::place(first.before).is_empty() && ahead.ends_with(BODIES) && scope::ending(ahead).is_none()
}

/// Whether the sentence begins with the words of the figure, and these with the whole year: then nothing else in
/// it tells of another time or place.
fn is_of_the_whole_year(mention: &Mention<'_>) -> bool {
    const WHOLE_YEAR: &[&str] = &["全年", "本年度"];
    let is_year = (label::begins(mention.before, WHOLE_YEAR) || year::last(mention.before).is_some())
        && !label::has(mention.before, &["月", "季度", "半年", "截至", "至"]);
    is_year && mention.start == mention.sentence_start
}

/// Whether `a` and `b`, known by a key of `key_length` characters, are so much alike that one is a slip of the pen.
pub fn is_sure_slip(a: Decimal, b: Decimal, key_length: usize) -> bool {
    let is_large = |least: i128| a >= Decimal::whole(least) && b >= Decimal::whole(least);
    let is_sure = is_large(100) || is_large(10) && (key_length >= SURE_KEY || is_swapped(a, b));
    is_sure && is_one_slip(a, b)
}

/// The indicators of running text: each figure with the words by which it is known.
pub fn names_in_text<'p, 'a>(passages: &'p [Passage<'a>]) -> Vec<(Told<'p, 'a>, Cow<'a, str>)> {
    let mut out = Vec::new();
    for figure in told(passages) {
        let (mention, passage) = (figure.mention, figure.passage);
        // A part is called by its own name in a table, too.
        let part = mention.before.strip_prefix("其中").filter(|_| passage.is_part(figure.index));
        if part.is_none() && !is_indicator(passage, figure.index, mention) {
            continue;
        }
        let name = neutral(part.unwrap_or(mention.before));
        if is_long_enough(&name, mention) {
            out.push((figure, name));
        }
    }
    out
}

/// Whether the figure at `index` may be an indicator of its own.
pub fn is_indicator(passage: &Passage<'_>, index: usize, mention: &Mention<'_>) -> bool {
    mention.quantity.precision == Precision::Exact
        && mention.quantity.is_amount()
        // A part means what its whole means: 行政处罚 of the city is not that of a county.
        && !passage.is_part(index)
        && !is_relative(mention)
        && !is_of_what_was_named(passage, index)
}

/// Whether `told` is a rate with a name of its own: 行政机关负责人出庭应诉率 98.2%.
fn is_rate(told: &Told<'_, '_>) -> bool {
    let mention = told.mention;
    told.class == Class::Percent
        && mention.quantity.precision == Precision::Exact
        && mention.name.ends_with('率')
        && !told.passage.is_part(told.index)
        && !is_relative(mention)
}

/// Whether the words compare, name a part or tell of another time, so that the figure is no
/// indicator of its own.
fn is_relative(mention: &Mention<'_>) -> bool {
    // 收缴罚没款共计 126.45 万元 is all of it; behind 罚款、没收 it is the sum of several.
    let is_one = mention.lead != Lead::Pause && !label::has(mention.before, cues::AND);
    if is_one && let Some(words) = search::ahead(mention.before, cues::SUMS_ALONE) {
        let cues = CueSet::of(words);
        return [Cue::Comparison, Cue::Opening, Cue::Relative].into_iter().any(|cue| cues.holds(cue));
    }
    mention.compares() || mention.has(Cue::Opening) || mention.has(Cue::Relative)
}

/// Whether the figure is of what an earlier figure of its sentence counted: 检查场所 276 家，对违法行为立案
/// 11 起 is not of every 违法行为.
fn is_of_what_was_named(passage: &Passage<'_>, index: usize) -> bool {
    let before = index.checked_sub(1).and_then(|before| passage.mentions.get(before));
    passage.mentions.get(index).zip(before).is_some_and(|(mention, before)| {
        mention.before.starts_with('对') && before.sentence == mention.sentence
    })
}
