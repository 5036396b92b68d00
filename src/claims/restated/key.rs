//! The key of an indicator: the words before a figure without what may come or go between two tellings.
//!
//! Takes the words before a figure, gives what is left of them without time and address, light verbs and small words.
//!
//! *Invariant:* a key depends on the words alone; where nothing is taken out of their middle, it is a piece of them.

use std::borrow::Cow;

use super::verbatim;
use crate::claims::cues;
use crate::claims::label;
use crate::claims::scope;
use crate::claims::statement::Mention;
use crate::facts::Class;
use crate::search::{self, Words};

/// The fewest characters of a key that names an indicator and not just a verb.
const SHORTEST_KEY: usize = 4;

/// Words of time at the beginning of a key.
const TIMES: Words = Words::of(&[
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
]);

/// Words of having there, which say no more than that there is something.
const HOLDING: Words = Words::of(&["现有", "共有", "设有", "拥有"]);

/// Words of those who say so.
const SAYING: Words = Words::of(&["认为", "显示", "表明", "指出", "通报", "反映"]);

/// Words of the writer there.
const WRITERS: Words = Words::of(scope::WRITERS);

/// Small words that may stand anywhere.
const SMALL: &[&str] = &["各类", "各项", "各级", "全年", "了", "的", "共"];

/// `words` without time, address and the small words that may come or go.
pub fn neutral(words: &str) -> Cow<'_, str> {
    let rest = without_lead(words);
    let rest = rest.strip_prefix(scope::place(rest)).unwrap_or(rest);
    let rest = lead(rest).and_then(|cue| rest.strip_prefix(cue)).unwrap_or(rest);
    let words = without_light_verb(label::strip(rest));
    match verbatim::without_means(words) {
        Cow::Owned(words) => Cow::Owned(without_small_words(&words).into_owned()),
        Cow::Borrowed(_) => without_small_words(words),
    }
}

/// The word of time, of having or of the writer with which `words` begin.
fn lead(words: &str) -> Option<&'static str> {
    let time = TIMES.beginning(words).or_else(|| HOLDING.beginning(words));
    time.or_else(|| SAYING.beginning(words)).or_else(|| WRITERS.beginning(words))
}

/// `words` without all such words and years in front.
fn without_lead(words: &str) -> &str {
    let mut rest = words;
    loop {
        let digits = rest.trim_start_matches(|ch: char| ch.is_ascii_digit());
        let dated = (digits.len() + 4 == rest.len() && digits.starts_with('年')).then_some(digits);
        let shorter = dated
            .or_else(|| rest.strip_prefix(lead(rest)?))
            .or_else(|| rest.strip_prefix('共'))
            // 年内累计: of this year; 累计 alone may be of several.
            .or_else(|| rest.strip_prefix("累计").filter(|_| rest.len() < words.len()));
        match shorter {
            Some(shorter) => rest = shorter,
            None => return rest,
        }
    }
}

/// `words` without the small words in them.
fn without_small_words(words: &str) -> Cow<'_, str> {
    const SMALL_WORDS: Words = Words::of(SMALL);
    if !SMALL_WORDS.stand_in(words) {
        return Cow::Borrowed(words);
    }
    let mut words = words.to_owned();
    for small in SMALL {
        if label::has(&words, &[small]) {
            words = words.replace(small, "");
        }
    }
    Cow::Owned(words)
}

/// 为企业减免水资源费 is 减免水资源费 as well: what is left of the words behind those for whom something was done.
pub fn without_beneficiary<'a>(mention: &Mention<'a>) -> Vec<Cow<'a, str>> {
    const FOR: Words = Words::of(&["为", "帮助", "帮", "替", "给", "向"]);
    const LONGEST: usize = 6;
    const AHEAD: Words = Words::of(&["累计", "全年", "今年以来", "共计", "共", "已"]);
    let mut words = mention.before;
    while let Some(rest) = AHEAD.beginning(words).and_then(|cue| words.strip_prefix(cue)) {
        words = rest;
    }
    let Some(rest) = FOR.beginning(words).and_then(|cue| words.strip_prefix(cue)) else { return Vec::new() };
    let ends = rest.char_indices().skip(2).take(LONGEST - 1).filter_map(|(at, _)| rest.get(at..));
    ends.map(neutral).filter(|key| is_long_enough(key, mention)).collect()
}

/// `words` without a verb that says no more than that something was done: 开展联合检查 136 次 and 163 次联合检查.
fn without_light_verb(words: &str) -> &str {
    const LIGHT: Words = Words::of(cues::LIGHT);
    const FORMAL: Words = Words::of(&["办理", "作出"]);
    let verb = LIGHT.beginning(words).or_else(|| FORMAL.beginning(words));
    let rest = verb.and_then(|verb| words.strip_prefix(verb)).unwrap_or(words);
    if search::length(rest) >= SHORTEST_KEY { rest } else { words }
}

/// Whether a key says enough; 罚没款 does for money.
pub fn is_long_enough(key: &str, mention: &Mention<'_>) -> bool {
    let shortest = if mention.quantity.class() == Some(Class::Money) { 3 } else { SHORTEST_KEY };
    search::length(key) >= shortest
}
