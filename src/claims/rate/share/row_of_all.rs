//! Shares of a row that make 100%: they are of what the row makes, and of nothing that was told before it.
//!
//! *Invariant:* every figure of the sentence in that measure word has its share right behind it.

use crate::claims::judge;
use crate::claims::label::has;
use crate::claims::statement::{Mention, Passage};
use crate::facts::{Class, Decimal};

/// 咨询类 3352 件，占 47.1%；求助类 2157 件，占 30.3%；其他类 1610 件，占 22.6%: whether each figure of the sentence that counts as the one at `part_index`
/// has a share right behind it and these make 100%, so that they are of what the row makes; and that is not near the figure at `whole`.
pub fn is_of_what_its_row_makes(passage: &Passage<'_>, part_index: usize, whole: usize) -> bool {
    const FEWEST: usize = 2;
    const NEAR: i128 = 10;
    let places = passage.mentions.get(part_index).zip(passage.mentions.get(whole));
    let Some((part, stated)) = places else { return false };
    let sentence = passage.sentence_of(part_index);
    let counts: Vec<(usize, &Mention<'_>)> =
        sentence.into_iter().filter(|(_, count)| count.quantity.class() == part.quantity.class()).collect();
    let share_of = |at: usize| {
        passage.mentions.get(at + 1).filter(|share| {
            share.quantity.class() == Some(Class::Percent) && has(share.before, &["占", "比重"])
        })
    };
    let shares =
        counts.iter().try_fold(Decimal::ZERO, |sum, (at, _)| sum.plus(share_of(*at)?.quantity.value));
    let make_a_hundred = shares
        .and_then(|sum| sum.minus(Decimal::whole(100)))
        .is_some_and(|gap| gap.abs() < Decimal::whole(1));
    let made = counts.iter().try_fold(Decimal::ZERO, |sum, (_, count)| sum.plus(count.quantity.base()?));
    let is_near = made
        .zip(stated.quantity.base())
        .is_some_and(|(made, stated)| judge::is_within_percent(made, stated, NEAR));
    counts.len() >= FEWEST && make_a_hundred && !is_near
}
