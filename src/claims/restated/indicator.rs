//! The same words again: 审核行政处罚案件 82 件 in two sections.
//!
//! The key of a figure is what stands before it in its clause (or, where its object follows it, that
//! too) without time and address; equal keys are one indicator.
//!
//! *Invariant:* scope and period are part of the key: 市本级 is not 全市, 上半年 is not 全年, and one
//! year is not another.

use std::collections::HashMap;

use super::compare;
use crate::claims::Statement;
use crate::claims::cue_set::Cue;
use crate::claims::cues;
use crate::claims::judge::{is_one_slip, is_swapped};
use crate::claims::label;
use crate::claims::statement::{Mention, Passage};
use crate::facts::{Class, Decimal, Precision, year};
use crate::review::Status;

/// The fewest characters of a key that names an indicator and not just a verb.
const SHORTEST_KEY: usize = 4;

/// The fewest characters of a key under which two figures of two digits may be one slip apart.
const SURE_KEY: usize = 7;

/// The restatements across `passages`.
pub fn claims(passages: &[Passage<'_>]) -> Vec<Statement> {
    let mut first_of: HashMap<(String, Class), (usize, &Mention<'_>, Option<u16>)> = HashMap::new();
    let mut out = Vec::new();
    for (place, passage) in passages.iter().enumerate() {
        let mut current_year = None;
        for (index, mention) in passage.mentions.iter().enumerate() {
            current_year = year::last(mention.run_up).or(current_year);
            let Some(class) = mention.quantity.class() else { continue };
            if !is_indicator(passage, index, mention) {
                continue;
            }
            let known = keys(mention).into_iter().find_map(|key| {
                let length = key.chars().count();
                first_of.get(&(key, class)).map(|found| (length, found))
            });
            if let Some((length, (earlier_place, first, first_year))) = known {
                let apart = *earlier_place != place || first.sentence != mention.sentence;
                let same_time = first_year.is_none() || current_year.is_none() || *first_year == current_year;
                if apart && same_time {
                    out.extend(restatement(first, mention, length));
                    continue;
                }
            }
            if let Some(key) = key_before(mention) {
                first_of.entry((key, class)).or_insert((place, mention, current_year));
            }
        }
    }
    out
}

/// The claim that `again` is `first`; nothing where they differ in more than a slip of the pen, unless both say in
/// the same words that they are of the whole year.
fn restatement(first: &Mention<'_>, again: &Mention<'_>, key_length: usize) -> Option<Statement> {
    let statement = compare(first, again, false)?;
    if statement.status == Status::Holds {
        return Some(statement);
    }
    let (a, b) = (first.quantity.base()?, again.quantity.base()?);
    let (a, b) = (a.divided_by_power(1)?, b.divided_by_power(1)?);
    let is_said_again = key_length >= SURE_KEY && is_of_the_whole_year(first) && first.before == again.before;
    (is_sure_slip(a, b, key_length) || is_said_again).then_some(statement)
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

/// The indicators of running text: each figure with its year and the words by which it is known.
pub fn names_in_text<'p, 'a>(passages: &'p [Passage<'a>]) -> Vec<(&'p Mention<'a>, Option<u16>, String)> {
    let mut out = Vec::new();
    for passage in passages {
        let mut current_year = None;
        for (index, mention) in passage.mentions.iter().enumerate() {
            current_year = year::last(mention.run_up).or(current_year);
            let name = key_before(mention).filter(|_| is_indicator(passage, index, mention));
            out.extend(name.map(|name| (mention, current_year, name)));
        }
    }
    out
}

/// Whether the figure at `index` may be an indicator of its own.
fn is_indicator(passage: &Passage<'_>, index: usize, mention: &Mention<'_>) -> bool {
    mention.quantity.precision == Precision::Exact
        && mention.quantity.is_amount()
        && !is_relative(mention)
        && !is_of_what_was_named(passage, index)
        // A part means what its whole means: 行政处罚 of the city is not that of a county.
        && !passage.is_part(index)
}

/// Whether the words compare, name a part or tell of another time, so that the figure is no
/// indicator of its own.
fn is_relative(mention: &Mention<'_>) -> bool {
    const RELATIVE: &[&str] = &[
        "年末",
        "期末",
        "调整后",
        "其中",
        "新增",
        "每",
        "平均",
        "人均",
        "日均",
        "另",
        "其余",
        "其他",
        "分别",
        "约",
        "共计",
        "合计",
    ];
    mention.has(Cue::Comparison)
        || [cues::OPENING, RELATIVE].iter().any(|words| label::has(mention.before, words))
}

/// Whether the figure is of what an earlier figure of its sentence counted: 检查场所 276 家，对违法行为立案
/// 11 起 is not of every 违法行为.
fn is_of_what_was_named(passage: &Passage<'_>, index: usize) -> bool {
    let before = index.checked_sub(1).and_then(|before| passage.mentions.get(before));
    passage.mentions.get(index).zip(before).is_some_and(|(mention, before)| {
        mention.before.starts_with('对') && before.sentence == mention.sentence
    })
}

/// The words by which `mention` may be known: those before it, or with its object behind it.
fn keys(mention: &Mention<'_>) -> Vec<String> {
    let mut keys: Vec<String> = key_before(mention).into_iter().collect();
    let object: Vec<char> = mention.after.chars().take(14).collect();
    let verb = neutral(mention.before);
    for length in (3..=object.len()).rev() {
        let words: String = object.iter().take(length).collect();
        let with_verb = format!("{verb}{words}");
        if is_long_enough(&with_verb, mention) && !verb.is_empty() {
            keys.push(with_verb);
        }
        if is_long_enough(&words, mention) {
            keys.push(words);
        }
    }
    keys
}

fn key_before(mention: &Mention<'_>) -> Option<String> {
    let key = neutral(mention.before);
    is_long_enough(&key, mention).then_some(key)
}

/// Whether a key says enough; 罚没款 does for money.
fn is_long_enough(key: &str, mention: &Mention<'_>) -> bool {
    let shortest = if mention.quantity.class() == Some(Class::Money) { 3 } else { SHORTEST_KEY };
    key.chars().count() >= shortest
}

/// `words` without time, address and the small words that may come or go.
fn neutral(words: &str) -> String {
    const TIMES: &[&str] = &[
        "全年",
        "今年以来",
        "今年",
        "本年度",
        "本年",
        "年内",
        "当年",
        "年度",
        "年以来",
        "年",
        "截至12月底",
        "截至年底",
        "目前",
        "一年来",
        "期间",
        "以来",
    ];
    const SPEAKERS: &[&str] =
        &["现有", "共有", "设有", "拥有", "我局", "我委", "我市", "我县", "我区", "我厅", "我办", "全系统"];
    let mut rest = words;
    loop {
        let digits = rest.trim_start_matches(|ch: char| ch.is_ascii_digit());
        let dated = (digits.len() + 4 == rest.len() && digits.starts_with('年')).then_some(digits);
        let shorter = dated
            .or_else(|| TIMES.iter().chain(SPEAKERS).find_map(|cue| rest.strip_prefix(cue)))
            .or_else(|| rest.strip_prefix('共'));
        match shorter {
            Some(shorter) => rest = shorter,
            None => break,
        }
    }
    let mut words = label::strip(rest).to_owned();
    for small in ["各类", "各项", "各级", "了", "的", "共"] {
        words = words.replace(small, "");
    }
    words
}
