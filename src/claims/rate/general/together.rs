//! Several counts that a rate is of together: a row of what was looked at (抽检蔬菜 180 批次、水果 96 批次), or what was done with
//! what was left out behind it (公开 231 件，不宜公开 38 件).
//!
//! *Invariant:* marks and the words of the labels say what stands in one row; its values never do.

use super::super::quotient::Quotient;
use super::{Bears, FARTHEST, bears_name, is_count, narrows};
use crate::claims::statement::{Lead, Mention, Passage};
use crate::claims::{Statement, cues, label, parallel};

/// 抽检蔬菜 180 批次、水果 96 批次，畜禽 48 批次: the row that ends at `last`, over commas as well where its labels name things.
pub fn row_of_things<'p, 'a>(passage: &'p Passage<'a>, last: usize) -> Vec<&'p Mention<'a>> {
    const MOST: usize = 12;
    let mut row = passage.row_ending_at(last);
    let mut at = last + 1 - row.len().min(last + 1);
    while let (Some(first), Some(before)) = (row.first().copied(), at.checked_sub(1)) {
        let goes_on = passage.mentions.get(before).is_some_and(|one| {
            first.lead == Lead::Comma
                && first.clause == one.clause + 1
                && first.segment == one.segment
                && first.bracket == one.bracket
                && first.quantity.class() == one.quantity.class()
                && is_count(one)
        });
        if !goes_on || !parallel::are_things(&[label::label(first)]) || row.len() > MOST {
            break;
        }
        let ahead = passage.row_ending_at(before);
        at = at.saturating_sub(ahead.len());
        row.splice(0..0, ahead);
    }
    // 参加考试 1800 人，应考 1710 人，取得合格成绩 1539 人: steps of one work are no row; things are joined somewhere.
    if row.iter().any(|one| one.lead == Lead::Pause) { row } else { passage.row_ending_at(last) }
}

/// 公开 231 件，不宜公开 38 件，公开率 85.9%: the statement with what bears the name and, at `at` or behind it, what is left out or
/// still to be done, which together are all.
pub fn of_both(passage: &Passage<'_>, at: usize, index: usize, name: &str, stem: &str) -> Option<Statement> {
    let rate = passage.mentions.get(index)?;
    let is_left = |mention: &Mention<'_>| {
        label::begins(mention.before, cues::STILL_TO_DO)
            || bears_name(mention, name, stem, &[]) == Some(Bears::Opposite)
    };
    let mut all = passage.mentions.get(at.checked_sub(1)?..index)?.iter();
    let above = all.next()?;
    let left: Vec<&Mention<'_>> = all.collect();
    let is_row = left.iter().all(|mention| {
        is_left(mention)
            && mention.depth == above.depth
            && mention.segment == above.segment
            && mention.quantity.class() == above.quantity.class()
            && is_count(mention)
    });
    let last = left.last()?;
    let is_pair = is_row
        && is_count(above)
        && above.segment == rate.segment
        && rate.clause <= last.clause + FARTHEST
        && bears_name(above, name, stem, &[]) == Some(Bears::Name)
        && !narrows(name);
    let base: Vec<&Mention<'_>> = std::iter::once(above).chain(left).collect();
    is_pair.then(|| Quotient::new(rate, &[above], &base)?.judge()).flatten()
}
