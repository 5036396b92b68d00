//! Rows of figures that are shared out in one order: 2021 年、2022 年、2023 年应诉案件分别为 73 件、81 件、69 件，败诉案件依次为
//! 9 件、8 件、4 件.
//!
//! *Invariant:* the figures of such a row have no words of their own; what each is of, its place alone tells.

use std::ops::Range;

use super::cue_set::Cue;
use super::label;
use super::statement::{Lead, Mention, Passage};

/// Words that share the figures behind them out in order.
pub const IN_ORDER: &[&str] = &["分别", "依次"];

/// The row that the figure at `index` heads, of two figures or more that count alike.
pub fn row_at(passage: &Passage<'_>, index: usize) -> Option<Range<usize>> {
    let class = passage.class_at(index);
    row(passage, index, &|at| passage.class_at(at) == class)
}

/// The same whatever they count: 起数、死亡人数分别为 285 起、38 人.
pub fn row_of_any(passage: &Passage<'_>, index: usize) -> Option<Range<usize>> {
    row(passage, index, &|_| true)
}

fn row(passage: &Passage<'_>, index: usize, is_alike: &dyn Fn(usize) -> bool) -> Option<Range<usize>> {
    let head = passage.mentions.get(index).filter(|head| label::has(head.before, IN_ORDER))?;
    let further = passage
        .ahead_from(index + 1)
        .take_while(|(at, next)| next.before.is_empty() && is_joined(next, head) && is_alike(*at))
        .count();
    (further > 0).then_some(index..index + 1 + further)
}

/// The row of as many figures of the same measure words right before `row` in its sentence: `row` tells of the same
/// things in the same order, and breaks nothing down. Shares between the two are of no account.
pub fn row_beside(passage: &Passage<'_>, row: &Range<usize>) -> Option<Range<usize>> {
    let head = passage.mentions.get(row.start)?;
    let (last, end) = passage
        .back_from(row.start)
        .take_while(|(_, mention)| mention.sentence == head.sentence)
        .find(|(_, mention)| !mention.quantity.is_share())?;
    let start = (last + 1).checked_sub(row.len())?;
    let figures = passage.mentions.get(start..=last)?;
    let is_row = (figures.iter().skip(1).all(|mention| is_joined(mention, end))
        || are_clauses_alike(figures))
        && (start..=last).zip(row.clone()).all(|(at, other)| passage.class_at(at) == passage.class_at(other));
    // Of three figures in front the last two are no row.
    let before = start.checked_sub(1).and_then(|before| passage.mentions.get(before));
    let is_whole = !figures.first().zip(before).is_some_and(|(first, before)| is_joined(first, before));
    (is_row && is_whole && end.bracket == head.bracket).then_some(start..last + 1)
}

/// The row that is shared out in order and ends right before the figure at `index`, in the clause before its own.
pub fn row_ending_before(passage: &Passage<'_>, index: usize) -> Option<Range<usize>> {
    let next = passage.mentions.get(index)?;
    let (at, last) = passage.back_from(index).next()?;
    if last.clause + 1 != next.clause || last.segment != next.segment || last.bracket != next.bracket {
        return None;
    }
    let (head, _) = passage.back_from(index).find(|(_, mention)| !mention.before.is_empty())?;
    row_at(passage, head).filter(|row| row.end == at + 1)
}

/// Whether a row beside another begins with the figure at `index`.
pub fn begins_beside(passage: &Passage<'_>, index: usize) -> bool {
    // 国家级先进单位 1 个、先进个人 2 名，省级分别为 3 个、4 名: of another measure word each. Behind 其中 each is some of its like.
    let of_any = || {
        let is_among = passage.mentions.get(index).is_some_and(|head| head.runs_up_with(Cue::Among));
        row_of_any(passage, index).filter(|_| !is_among)
    };
    row_at(passage, index).or_else(of_any).is_some_and(|row| row_beside(passage, &row).is_some())
}

/// 药品抽检 380 批次，器械抽检 42 批次: whether each of `figures` has a clause of its own, which ends or begins as the others do.
fn are_clauses_alike(figures: &[Mention<'_>]) -> bool {
    const SHARED: usize = 2;
    figures.windows(2).all(|pair| {
        let [one, other] = pair else { return false };
        let signs = one.before.chars().rev().zip(other.before.chars().rev());
        let first = one.before.chars().zip(other.before.chars());
        other.lead == Lead::Comma
            && other.clause == one.clause + 1
            && other.bracket == one.bracket
            && (signs.take(SHARED).filter(|(one, other)| one == other).count() == SHARED
                || first.take(SHARED).filter(|(one, other)| one == other).count() == SHARED)
    })
}

/// Whether 、 or 和 joins `mention` to `other` in one clause.
fn is_joined(mention: &Mention<'_>, other: &Mention<'_>) -> bool {
    mention.lead == Lead::Pause && mention.clause == other.clause && mention.bracket == other.bracket
}
