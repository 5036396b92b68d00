//! Shares of a row that make 100%: they are of what the row makes, and of nothing that was told before it.
//!
//! *Invariant:* every figure of the sentence in that measure word has its share right behind it.

use crate::claims::Statement;
use crate::claims::judge;
use crate::claims::label::has;
use crate::claims::rate::quotient::Quotient;
use crate::claims::statement::{Mention, Passage};
use crate::facts::{Class, Decimal};
use crate::review::Status;

/// Every figure of the sentence that counts as the one at `part_index`, with its place; and the share right behind the one at a place.
fn counts_alike<'p, 'a>(passage: &'p Passage<'a>, part_index: usize) -> Vec<(usize, &'p Mention<'a>)> {
    let class = passage.class_at(part_index);
    let sentence = passage.sentence_of(part_index);
    sentence.into_iter().filter(|(_, count)| count.quantity.class() == class).collect()
}

fn share_behind<'p, 'a>(passage: &'p Passage<'a>, at: usize) -> Option<&'p Mention<'a>> {
    passage
        .mentions
        .get(at + 1)
        .filter(|share| share.quantity.class() == Some(Class::Percent) && has(share.before, &["占", "比重"]))
}

/// 治安类 58 件，占总量的 36.3%；市场类 44 件，占 27.5%；其他 58 件，占 36.2%: the statement of the share at `index`, where all the others of the row are
/// of what the row makes.
pub fn claim(passage: &Passage<'_>, index: usize) -> Option<Statement> {
    const FEWEST: usize = 3;
    let part_index = index.checked_sub(1)?;
    let counts = counts_alike(passage, part_index);
    let is_row = counts.len() >= FEWEST && counts.iter().any(|(at, _)| *at == part_index);
    let all: Vec<&Mention<'_>> = counts.iter().map(|(_, count)| *count).collect();
    let of = |(at, count): &(usize, &Mention<'_>)| {
        Quotient::new(share_behind(passage, *at)?, &[*count], &all)?.judge()
    };
    let others_hold = || {
        counts
            .iter()
            .filter(|(at, _)| *at != part_index)
            .all(|one| of(one).is_some_and(|found| found.status == Status::Holds))
    };
    if !is_row || !others_hold() {
        return None;
    }
    counts.iter().find(|(at, _)| *at == part_index).and_then(of)
}

/// 咨询类 3352 件，占 47.1%；求助类 2157 件，占 30.3%；其他类 1610 件，占 22.6%: whether each figure of the sentence that counts as the one at `part_index`
/// has a share right behind it and these make 100%, so that they are of what the row makes; and that is not near the figure at `whole`.
pub fn is_of_what_its_row_makes(passage: &Passage<'_>, part_index: usize, whole: usize) -> bool {
    const FEWEST: usize = 2;
    const NEAR: i128 = 10;
    let Some(stated) = passage.mentions.get(whole) else { return false };
    let counts = counts_alike(passage, part_index);
    let shares = counts
        .iter()
        .try_fold(Decimal::ZERO, |sum, (at, _)| sum.plus(share_behind(passage, *at)?.quantity.value));
    let make_a_hundred = shares
        .and_then(|sum| sum.minus(Decimal::whole(100)))
        .is_some_and(|gap| gap.abs() < Decimal::whole(1));
    let made = counts.iter().try_fold(Decimal::ZERO, |sum, (_, count)| sum.plus(count.quantity.base()?));
    let is_near = made
        .zip(stated.quantity.base())
        .is_some_and(|(made, stated)| judge::is_within_percent(made, stated, NEAR));
    counts.len() >= FEWEST && make_a_hundred && !is_near
}
