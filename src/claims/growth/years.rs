//! Changes that name their year: 2023年降幅 12.1%, 较2021年提高 3.2 个百分点.
//!
//! *Invariant:* a figure that names another year is none of the two; where the year's own figure is not in the sentence
//! there is no pair.

use super::change::change_kind;
use super::words::AGAINST;
use crate::claims::label;
use crate::claims::respective::IN_ORDER;
use crate::claims::statement::{Mention, Passage};
use crate::facts::year;

/// A figure now and a figure before.
type Pair<'p> = (&'p Mention<'p>, &'p Mention<'p>);

/// `pair`, or the figures of the years that the words of the change at `index` name; `None` where these are not both told.
pub fn of_its_years<'p>(passage: &'p Passage<'_>, index: usize, pair: Option<Pair<'p>>) -> Option<Pair<'p>> {
    let change = passage.mentions.get(index)?;
    let Some((now, before)) = named_years(change.before) else { return pair };
    let agrees = |mention: &Mention<'_>, wanted: Option<u16>| {
        wanted.is_none_or(|wanted| own_year(mention).is_none_or(|told| told == wanted))
    };
    if pair.is_some_and(|(current, previous)| agrees(current, now) && agrees(previous, before)) {
        return pair;
    }
    let of_year = |wanted: u16| {
        passage
            .back_from(index)
            .map(|(_, mention)| mention)
            .take_while(|mention| mention.sentence == change.sentence)
            .find(|mention| change_kind(mention).is_none() && own_year(mention) == Some(wanted))
    };
    let current = now.map_or(pair.map(|(current, _)| current), of_year)?;
    let previous = of_year(before?)?;
    (current.quantity.class() == previous.quantity.class()).then_some((current, previous))
}

/// The year that stands in the words of `mention` itself. 2021年至2024年分别为 is of a row.
fn own_year(mention: &Mention<'_>) -> Option<u16> {
    let is_of_a_row = label::has(mention.before, IN_ORDER) || year::written(mention.before).count() > 1;
    if is_of_a_row { None } else { year::last(mention.before) }
}

/// The year of now and the year before that `words` name: 2022年降幅 is of 2022 against 2021, 较2021年提高 of any against 2021.
fn named_years(words: &str) -> Option<(Option<u16>, Option<u16>)> {
    let last = year::written(words).next_back()?;
    let before = words.get(..last.span.start as usize)?;
    // 是2021年的 2 倍: the year is the one that is set against.
    let is_multiple = words.get(last.span.end as usize..) == Some("的");
    let is_base = is_multiple || AGAINST.iter().any(|word| before.ends_with(word));
    if !is_base {
        return Some((Some(last.year), last.year.checked_sub(1)));
    }
    let now = year::written(before).next_back().map(|named| named.year);
    Some((now, Some(last.year)))
}
