//! A share behind names that each have their count in a bracket: 问题最多的三个单位为交通局（61 个）、城管局（54 个）、农业局（49
//! 个），占总数的 29.2%.
//!
//! *Invariant:* the counts are taken together, and none of them is the whole of another.

use super::super::general::{LEAST_DIGITS, slipped};
use super::super::quotient::Quotient;
use super::whole::named_whole;
use super::wording::Wording;
use crate::claims::Statement;
use crate::claims::cue_set::Cue;
use crate::claims::statement::{Mention, Passage};
use crate::review::Status;

/// How many sentences before the row its whole may stand.
const FARTHEST: u32 = 2;

/// The counts right before the share at `index` that stand each in a bracket of its own; none where the share stands in
/// the last of these brackets itself.
pub fn row_before(passage: &Passage<'_>, index: usize) -> Vec<usize> {
    let Some(share) = passage.mentions.get(index) else { return Vec::new() };
    let mut row: Vec<usize> = Vec::new();
    for (at, mention) in passage.back_from(index) {
        let next = row.last().and_then(|&next| passage.mentions.get(next));
        let is_joined = match next {
            None => share.clause <= mention.clause + 1,
            Some(next) => {
                next.clause == mention.clause
                    && next.bracket != mention.bracket
                    && next.quantity.class() == mention.quantity.class()
            }
        };
        let is_bracketed =
            mention.depth.checked_sub(share.depth) == Some(1) && mention.sentence == share.sentence;
        if !is_bracketed || !is_joined || !mention.quantity.is_amount() {
            break;
        }
        row.push(at);
    }
    row.reverse();
    row
}

/// The statement of the share at `index` of all counts of `row`. Where no word names their whole, it is what was told
/// before; then only a share that fits, or would but for one slip, is told.
pub fn claim(passage: &Passage<'_>, index: usize, wording: Wording<'_>, row: &[usize]) -> Option<Statement> {
    let rate = passage.mentions.get(index)?;
    let &first = row.first()?;
    let parts: Vec<&Mention<'_>> = row.iter().filter_map(|&at| passage.mentions.get(at)).collect();
    let judged = |whole: usize| {
        let quotient = Quotient::new(rate, &parts, &[passage.mentions.get(whole)?])?;
        if quotient.numerator > quotient.denominator { None } else { quotient.judge() }
    };
    let named = if wording.whole.is_empty() { None } else { named_whole(passage, first, wording.whole) };
    let readings: Vec<usize> = named.map_or_else(|| wholes_before(passage, first, row.len()), |at| vec![at]);
    let found: Vec<Statement> = readings.into_iter().filter_map(judged).collect();
    if let Some(holds) = found.iter().find(|statement| statement.status == Status::Holds) {
        return Some(holds.clone());
    }
    slipped(found.into_iter().next()?, rate, LEAST_DIGITS)
}

/// What the counts of the row of `length` that begins at `first` may be of, the nearest first; of a row before them its
/// whole.
fn wholes_before(passage: &Passage<'_>, first: usize, length: usize) -> Vec<usize> {
    const MOST: usize = 4;
    let Some(part) = passage.mentions.get(first) else { return Vec::new() };
    // 三个单位 is how many names there are.
    let is_number = |mention: &Mention<'_>| {
        let number = mention.quantity.value.to_whole().and_then(|number| usize::try_from(number).ok());
        mention.sentence == part.sentence && number == Some(length)
    };
    let mut found: Vec<usize> = Vec::new();
    for (at, mention) in passage.back_from(first) {
        if mention.sentence + FARTHEST < part.sentence || found.len() == MOST {
            break;
        }
        let is_whole = mention.depth < part.depth
            && mention.quantity.is_amount()
            && mention.quantity.class() == part.quantity.class()
            && !mention.has(Cue::Comparison)
            && !mention.begins(Cue::Average)
            && !is_number(mention);
        let whole = passage.list_of(at).map_or(at, |list| list.whole);
        if is_whole && !found.contains(&whole) {
            found.push(whole);
        }
    }
    found
}
