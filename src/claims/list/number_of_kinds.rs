//! Numbers of kinds in front of a row: 三个行业，分别为 15 个、9 个、7 个; 分为四个方面，程序类 31 个、文书类 22 个、…
//!
//! *Invariant:* such a number is neither a whole nor a part of the row, which has as many figures as it says.

use super::List;
use super::Opener;
use super::parts::parts_from;
use super::whole::{fits, whole_before};
use crate::claims::cue_set::Cue;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::facts::Decimal;
use crate::search;

/// 覆盖制造、商贸、建筑三个行业，分别为 15 个、9 个、7 个: whether the figure at `number` says of how many kinds the row behind it is, so that
/// what is sorted stands before it.
pub fn numbers_what_is_shared_out(passage: &Passage<'_>, number: usize) -> bool {
    let Some(first) = passage.mentions.get(number + 1) else { return false };
    if !(first.has(Cue::Respectively) || first.before.contains("依次")) {
        return false;
    }
    let is_next = |next: &Mention<'_>| {
        next.lead == Lead::Pause && next.before.is_empty() && next.clause == first.clause
    };
    let others = passage.ahead_from(number + 2).take_while(|(_, next)| is_next(next)).count();
    others > 0 && counts(passage, number, others + 1)
}

/// 问题 86 个，分为四个方面，程序类 31 个、文书类 22 个、…: the list that begins at `index` behind such a number.
pub fn opener_behind(passage: &Passage<'_>, index: usize, known: &[List]) -> Option<(Opener, usize)> {
    let number = index.checked_sub(1).filter(|&number| numbers_its_kinds(passage, number))?;
    Some((Opener::Partition, whole_before(passage, number, true, known)?))
}

/// Whether the figure at `number` says of how many kinds the row behind it is.
pub fn numbers_kinds(passage: &Passage<'_>, number: usize) -> bool {
    numbers_what_is_shared_out(passage, number) || numbers_its_kinds(passage, number)
}

/// 问题 86 个，分为四个方面，其中程序类 31 个: whether `mention` says in words how many kinds there are, so that it is the whole of none.
pub fn divides_in_words(mention: &Mention<'_>) -> bool {
    mention.quantity.is_chinese && search::ending(mention.before, DIVIDES).is_some()
}

/// Words that lead to a number of kinds.
const DIVIDES: &[&str] = &["分为", "分成", "划分为", "划为", "归为", "包括", "包含", "涵盖"];

/// Whether the figure at `number` says into how many kinds a row behind it divides what stands before it.
fn numbers_its_kinds(passage: &Passage<'_>, number: usize) -> bool {
    let (Some(kinds), Some(first)) = (passage.mentions.get(number), passage.mentions.get(number + 1)) else {
        return false;
    };
    (search::ending(kinds.before, DIVIDES).is_some() || kinds.before.ends_with("涉及"))
        && matches!(first.lead, Lead::Comma | Lead::Colon)
        && first.clause <= kinds.clause + 1
        && fits(passage, number, number + 1)
        && counts(passage, number, parts_from(passage, number + 1, number, Opener::Partition).0.len())
}

/// Whether the figure at `number` is `count`, exactly.
fn counts(passage: &Passage<'_>, number: usize, count: usize) -> bool {
    let count = i128::try_from(count).ok().map(Decimal::whole);
    let stated = passage.mentions.get(number).and_then(Mention::exact);
    stated.is_some() && stated == count
}
