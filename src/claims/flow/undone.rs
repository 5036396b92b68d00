//! What goes out of a stock that is named by what was not done with it: 未履行案件 19 件，年内履行 14 件，剩余 5 件.
//!
//! *Invariant:* the verb behind 未 or 待 of the stock is the verb of the figure, and is not denied there.

use super::movement::Movement;
use crate::claims::cues;
use crate::claims::statement::Mention;
use crate::search;

/// Words that deny the verb behind them.
const NOT_YET: &[&str] = &["未", "待"];

/// What `mention` does to the stock `opening`, where that says what is to be done with it and this that it was.
pub fn done_with(opening: &Mention<'_>, mention: &Mention<'_>) -> Option<Movement> {
    if !mention.quantity.is_amount() || mention.depth > 0 {
        return None;
    }
    let (at, word) = search::each_of(opening.before, NOT_YET).last()?;
    let behind = opening.before.get(at + word.len()..)?;
    let end = behind.char_indices().nth(2).map_or(behind.len(), |(end, _)| end);
    let verb = behind.get(..end).filter(|verb| search::length(verb) == 2)?;
    let found = search::last(mention.before, verb)?;
    let ahead = mention.before.get(..found)?;
    let is_denied = ahead.ends_with(['未', '待', '不', '应', '需', '拟']);
    (!is_denied).then_some(Movement::Outflow)
}

/// 上年移交未结 4 条，今年移交 15 条: whether the verb by which the stock `opening` came is that of `mention`, each right behind
/// its year, so that these came as well.
pub fn comes_once_more(opening: &Mention<'_>, mention: &Mention<'_>) -> bool {
    let behind = |words: &'_ str, times: &[&str]| {
        times.iter().find_map(|time| words.strip_prefix(*time)).map(str::len).map(|rest| words.len() - rest)
    };
    let verb = search::each_of(opening.before, cues::LAST_YEAR)
        .last()
        .and_then(|(at, time)| opening.before.get(at + time.len()..))
        .and_then(|rest| rest.split_once('未'))
        .map(|(verb, _)| verb)
        .filter(|verb| search::length(verb) == 2);
    let now = behind(mention.before, cues::THIS_YEAR).and_then(|at| mention.before.get(at..));
    let now = now.map(|words| words.trim_start_matches(['又', '新', '再', '共']));
    mention.quantity.is_amount() && mention.depth == 0 && verb.is_some() && verb == now
}
