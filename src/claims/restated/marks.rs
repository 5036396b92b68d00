//! The words of time and scope before a figure: 全年, 2024年度, 全市.
//!
//! Takes the words before a figure, gives where the last of these stand in them and what they say.
//!
//! *Invariant:* a word that goes on to another (全市场, 全年龄) is none of them.

use crate::claims::label;
use crate::claims::scope;
use crate::facts::year;
use crate::search;

/// Words of the whole year of which the paper tells.
const PERIODS: &[&str] =
    &["全年度", "全年", "一年来", "年内", "本年度", "今年以来", "年以来", "今年", "本年", "当年"];

/// What makes another word of a period or a scope: 全市场, 全局性, 全年龄.
const GOES_ON: &[char] = &['场', '性', '域', '级', '龄'];

/// The words of time and scope in a stretch.
pub struct Marks<'a> {
    /// Where the last of them begins, or the first of several that stand side by side.
    pub start: usize,
    /// Where the last of them ends; 0 where there are none.
    pub end: usize,
    /// Whether one of them is of the whole year.
    pub has_period: bool,
    /// The last of them that says of whom the words speak; empty where there is none.
    pub scope: &'a str,
}

impl<'a> Marks<'a> {
    /// Those of `words`.
    pub fn of(words: &'a str) -> Self {
        let goes_on = |end: usize| words.get(end..).is_some_and(|rest| rest.starts_with(GOES_ON));
        let found = |list: &'static [&'static str]| {
            search::each_of(words, list)
                .map(|(at, word)| (at, at + word.len()))
                .filter(move |&(_, end)| !goes_on(end))
        };
        let mut marks: Vec<(usize, usize, bool)> = found(PERIODS)
            .chain(years(words))
            .map(|(start, end)| (start, end, true))
            .chain(found(scope::PLACES).chain(found(scope::WRITERS)).map(|(start, end)| (start, end, false)))
            .collect();
        marks.sort_unstable();
        let mut all = Self { start: 0, end: 0, has_period: false, scope: "" };
        for (start, end, is_period) in marks {
            if start > all.end || all.end == 0 {
                all.start = start;
            }
            all.end = all.end.max(end);
            all.has_period |= is_period;
            if !is_period {
                all.scope = words.get(start..end).unwrap_or("");
            }
        }
        all
    }
}

/// Where the years in `words` stand, with 度 behind them.
fn years(words: &str) -> impl Iterator<Item = (usize, usize)> {
    year::written(words).map(|named| {
        let end = named.span.end as usize;
        let is_long = words.get(end..).is_some_and(|rest| rest.starts_with('度'));
        (named.span.start as usize, if is_long { end + '度'.len_utf8() } else { end })
    })
}

/// Whether `sentence` begins with a year, or with a word of the whole year.
pub fn begins_with_period(sentence: &str) -> bool {
    label::begins(sentence, PERIODS)
        || year::written(label::first_characters(sentence, "2024年".chars().count())).next().is_some()
}
