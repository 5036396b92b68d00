//! Rates of two rows of counts that are shared out in one order: 应诉案件分别为 73 件、81 件，败诉案件依次为 9 件、8 件，败诉率
//! 由 12.3% 降到 9.9%.
//!
//! *Invariant:* each rate is of the two counts in its own place; a single rate behind such rows is only told where it
//! holds of all of them or of one pair.

use std::ops::Range;

use super::general::{Bears, bears, carries_over, is_asked, is_of_it, last_word, narrows, read, settle};
use super::names::{self, Counts, rate_name};
use super::quotient::Quotient;
use crate::claims::cues;
use crate::claims::respective::{IN_ORDER, row_at, row_beside};
use crate::claims::statement::{Lead, Mention, Passage};
use crate::claims::{Statement, label};
use crate::order;
use crate::review::Status;
use crate::search;

/// The rates of rows in a passage.
#[derive(Default)]
pub struct Rows {
    /// What they say.
    pub statements: Vec<Statement>,
    /// The rates, in order: nobody else is to read them.
    rates: Vec<usize>,
}

impl Rows {
    /// Whether the rate at `index` was read here.
    pub fn hold(&self, index: usize) -> bool {
        self.rates.binary_search(&index).is_ok()
    }

    /// Those of `passage`.
    pub fn of(passage: &Passage<'_>) -> Self {
        let mut found = Self::default();
        let heads =
            passage.mentions.iter().enumerate().filter(|(_, mention)| label::has(mention.before, IN_ORDER));
        let of_head = |(at, _)| [Pair::at(passage, at), Pair::behind(passage, at)];
        let mut pairs: Vec<Pair> = heads.flat_map(of_head).flatten().collect();
        order::sort_by_key(&mut pairs, |pair| pair.above.end);
        if pairs.is_empty() {
            return found;
        }
        for (index, rate) in passage.mentions.iter().enumerate() {
            if !rate.quantity.is_share() || found.rates.last().is_some_and(|&last| index <= last) {
                continue;
            }
            let end = pairs.partition_point(|pair| pair.above.end <= index);
            let is_in_sentence = |pair: &&Pair| {
                let head = passage.mentions.get(pair.above.start);
                head.is_some_and(|head| head.sentence == rate.sentence)
            };
            let near = pairs.get(..end).unwrap_or_default().iter().rev().take(MOST_PAIRS);
            let near: Vec<&Pair> = near.take_while(is_in_sentence).collect();
            let Some(first) = near.first() else { continue };
            let Some((name, rates)) = rates_at(passage, index) else { continue };
            found.rates.extend(rates.clone());
            if rates.len() > 1 {
                found.statements.append(&mut in_order(passage, name, &rates, &near));
            } else {
                found.statements.extend(alone(passage, rate, first));
            }
        }
        found
    }
}

/// The most pairs of rows that one sentence is looked through for.
const MOST_PAIRS: usize = 4;

/// Two rows of counts side by side.
struct Pair {
    below: Range<usize>,
    above: Range<usize>,
}

impl Pair {
    fn at(passage: &Passage<'_>, index: usize) -> Option<Self> {
        let above = row_at(passage, index)?;
        let is_count = passage.mentions.get(index).is_some_and(|head| !head.quantity.is_share());
        let below = row_beside(passage, &above).filter(|_| is_count)?;
        Some(Self { below, above })
    }

    /// 分别受理 68 件、58 件，办结 65 件、58 件: the row right behind the one at `index`, which need not say again that it is shared out.
    fn behind(passage: &Passage<'_>, index: usize) -> Option<Self> {
        let below = row_at(passage, index)?;
        let above = below.end..below.end + below.len();
        let (head, first) = (passage.mentions.get(index)?, passage.mentions.get(above.start)?);
        let alike = |mention: &Mention<'_>| {
            mention.sentence == head.sentence && mention.quantity.class() == head.quantity.class()
        };
        let goes_on = |mention: &Mention<'_>| mention.lead == Lead::Pause && mention.before.is_empty();
        let row = passage.mentions.get(above.clone())?;
        let is_row = first.lead == Lead::Comma
            && !first.before.is_empty()
            && !label::has(first.before, IN_ORDER)
            && row.iter().all(alike)
            && row.iter().skip(1).all(goes_on)
            && !head.quantity.is_share()
            && !passage.mentions.get(above.end).is_some_and(goes_on);
        is_row.then_some(Self { below, above })
    }

    /// The counts above and below the line, place by place.
    fn counts<'p, 'a>(
        &self,
        passage: &'p Passage<'a>,
    ) -> impl Iterator<Item = (&'p Mention<'a>, &'p Mention<'a>)> + use<'p, 'a> {
        let side = |row: &Range<usize>| passage.mentions.get(row.clone()).unwrap_or_default().iter();
        side(&self.above).zip(side(&self.below))
    }
}

/// The rates that begin at `index`, and what they are called: 败诉率分别为 5%、4%、3%, or 败诉率由 5% 降到 4%，再降到 3%, or one.
fn rates_at<'p>(passage: &'p Passage<'_>, index: usize) -> Option<(&'p str, Range<usize>)> {
    let first = passage.mentions.get(index)?;
    let in_order = || {
        let (name, _) = IN_ORDER.iter().find_map(|word| search::split(first.before, word))?;
        Some((rate_name(name)?, row_at(passage, index)?))
    };
    let one_by_one = || {
        let (name, _) = first.before.split_once('由').or_else(|| first.before.split_once('从'))?;
        let mut clause = first.clause;
        let further = passage.ahead_from(index + 1).take_while(|(_, next)| {
            let goes_on = next.quantity.is_share()
                && next.sentence == first.sentence
                && next.clause <= clause + 1
                && search::ending(next.before, cues::TO).is_some()
                && rate_name(next.before).is_none();
            clause = next.clause;
            goes_on
        });
        let further = further.count();
        Some((rate_name(name)?, index..index + 1 + further)).filter(|_| further > 0)
    };
    in_order().or_else(one_by_one).or_else(|| Some((rate_name(first.before)?, index..index + 1)))
}

/// Each of `rates` against the counts in its place, of the nearest of `pairs` that bears the name.
fn in_order(passage: &Passage<'_>, name: &str, rates: &Range<usize>, pairs: &[&Pair]) -> Vec<Statement> {
    let name = label::strip(name);
    let verbs = match names::find(name).map(|known| &known.counts) {
        Some(Counts::Verbs(verbs)) => verbs.above,
        _ => &[],
    };
    let named = || {
        let stem = last_word(name)?;
        let borne = |mention: &Mention<'_>| bears(mention, stem, verbs);
        pairs.iter().filter(|pair| pair.above.len() == rates.len()).find_map(|pair| {
            let (above, below) = pair.counts(passage).next()?;
            // 不合格率 is of 不合格: what denies its last word bears its name.
            let is_denied = name.strip_suffix(stem).is_some_and(|ahead| ahead.ends_with(['不', '未', '非']));
            let bears = match (borne(above)?, is_denied) {
                (Bears::Name, false) | (Bears::Opposite, true) => Bears::Name,
                _ => Bears::Opposite,
            };
            let is_other = borne(below).is_none();
            let is_sure = pairs.len() == 1
                && !is_asked(name)
                && narrows(name) == narrows(above.before)
                && !carries_over(passage, above)
                && is_of_it(name, above, below);
            is_other.then_some((pair, bears, is_sure))
        })
    };
    let Some((pair, bears, is_sure)) = named() else { return Vec::new() };
    let each = passage.mentions.get(rates.clone()).unwrap_or_default().iter().zip(pair.counts(passage));
    each.filter_map(|(rate, (above, below))| {
        settle(vec![read(rate, &[above], &[below], bears)?], rate, is_sure, false)
    })
    .collect()
}

/// The statement of one rate behind a pair of rows, where it holds of their sums or of one place.
fn alone(passage: &Passage<'_>, rate: &Mention<'_>, pair: &Pair) -> Option<Statement> {
    let (above, below): (Vec<&Mention<'_>>, Vec<&Mention<'_>>) = pair.counts(passage).unzip();
    let of_all = Quotient::new(rate, &above, &below)?.judge();
    let of_one =
        || pair.counts(passage).filter_map(|(above, below)| Quotient::new(rate, &[above], &[below])?.judge());
    of_all.into_iter().chain(of_one()).find(|statement| statement.status == Status::Holds)
}
