//! A change behind a bracket with the figures of other years: 新收 336 件（2023年：420 件；2024年：357 件），同比减少 20%.
//!
//! *Invariant:* every figure of the bracket has a year, named by itself or before a colon, and stands right behind the figure of
//! now; 同比 is against the last of them.

use super::words::{self, behind_comparison};
use crate::claims::statement::{Lead, Mention, Passage};
use crate::facts::year;

/// The most years of one bracket.
const MOST: usize = 8;

/// The figure now and the figure before that the change at `index`, right behind such a bracket, lies between.
pub fn pair<'p>(passage: &'p Passage<'_>, index: usize) -> Option<(&'p Mention<'p>, &'p Mention<'p>)> {
    let change = passage.mentions.get(index)?;
    let last = passage.mentions.get(index.checked_sub(1)?)?;
    let follows = change.lead == Lead::Comma
        && last.depth == change.depth.saturating_add(1)
        && change.clause == last.clause + 1
        && change.sentence == last.sentence;
    if !follows {
        return None;
    }
    let row: Vec<(usize, &Mention<'_>)> = passage
        .back_from(index)
        .take(MOST + 1)
        .take_while(|(_, mention)| mention.bracket == last.bracket)
        .collect();
    let (first_at, _) = *row.last().filter(|_| row.len() <= MOST)?;
    let current = passage.mentions.get(first_at.checked_sub(1)?)?;
    let years: Vec<(u16, &Mention<'_>)> =
        row.iter().map(|(_, mention)| Some((year_of(mention)?, *mention))).collect::<Option<_>>()?;
    let is_alike = |mention: &Mention<'_>| mention.quantity.class() == current.quantity.class();
    let is_all_alike = years.iter().all(|(_, mention)| is_alike(mention));
    if current.depth != change.depth || current.sentence != change.sentence || !is_all_alike {
        return None;
    }
    let named = year::last(change.before);
    let told = behind_comparison(change.before).unwrap_or(change.before);
    let (_, previous) = match named {
        Some(named) => years.iter().find(|(year, _)| *year == named)?,
        None => years.iter().max_by_key(|(year, _)| *year)?,
    };
    words::has_no_subject(told).then_some((current, *previous))
}

/// The year that alone stands in front of the figure, or before its colon.
fn year_of(mention: &Mention<'_>) -> Option<u16> {
    let words = match mention.lead {
        Lead::Colon if mention.before.is_empty() => mention.run_up.strip_suffix('：')?,
        _ => mention.run_up,
    };
    let words = words.rsplit(['（', '；', '、', '，']).next()?;
    let words = words.trim_end_matches(['为', '是', '有', '度', '同', '期']);
    let named = year::written(words).next().filter(|named| named.span.start == 0)?;
    (named.span.end as usize == words.len()).then_some(named.year)
}
