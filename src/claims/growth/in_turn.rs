//! Changes from one part of the year to the next: 三季度投诉 132 件，二季度 165 件，环比下降 20%.
//!
//! *Invariant:* the two parts are as long as each other and adjoin, both figures tell of the same thing, and the change
//! says that it is from one to the next.

use super::change::change_kind;
use crate::claims::label;
use crate::claims::period::{self, Months};
use crate::claims::statement::{Mention, Passage};

/// Words that set a part of the year against the one before it.
const IN_TURN: &[&str] =
    &["环比", "较上季度", "比上季度", "较上月", "比上月", "较上半年", "比上半年", "较上个月", "比上个月"];

/// The figure now and the figure before that the change at `index` lies between.
pub fn pair<'p>(passage: &'p Passage<'_>, index: usize) -> Option<(&'p Mention<'p>, &'p Mention<'p>)> {
    let change = passage.mentions.get(index)?;
    if !label::begins(change.before, IN_TURN) && !change.before.contains("环比") {
        return None;
    }
    let mut told = passage
        .back_from(index)
        .map(|(_, mention)| mention)
        .take_while(|mention| mention.segment == change.segment)
        .filter(|mention| change_kind(mention).is_none());
    let (last, first) = (told.next()?, told.next()?);
    let adjoin = change.clause <= last.clause + 1
        && last.clause <= first.clause + 2
        && [last, first].iter().all(|mention| mention.bracket == change.bracket)
        && last.quantity.class() == first.quantity.class()
        && last.quantity.is_amount();
    let (now, before) = (part_of_the_year(last)?, part_of_the_year(first)?);
    if !adjoin || !are_of_one_thing(&now, &before) {
        return None;
    }
    if before.months.is_right_before(now.months) {
        Some((last, first))
    } else if now.months.is_right_before(before.months)
        && passage.index_of(first) + 1 == passage.index_of(last)
    {
        // 三季度 132 件，同比下降 25%，二季度 165 件，环比下降 8%: the last change is of the last figure.
        Some((first, last))
    } else {
        None
    }
}

/// A figure of a part of the year.
struct Part<'a> {
    months: Months,
    /// Whose it is, and of which year.
    owner: &'a str,
    /// What is told of it.
    words: &'a str,
}

fn part_of_the_year<'a>(mention: &Mention<'a>) -> Option<Part<'a>> {
    let (months, owner, words) = period::of(mention.before)?;
    Some(Part { months, owner, words: words.trim_end_matches(['为', '是', '达', '有']) })
}

/// 受理投诉 and 投诉: one says less than the other, and nothing else.
fn are_of_one_thing(one: &Part<'_>, other: &Part<'_>) -> bool {
    let agree = |one: &str, other: &str| one.ends_with(other) || other.ends_with(one);
    (agree(one.words, other.words)
        || one.words.starts_with(other.words)
        || other.words.starts_with(one.words))
        && (one.owner == other.owner || one.owner.is_empty() || other.owner.is_empty())
}
