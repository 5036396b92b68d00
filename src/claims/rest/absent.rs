//! Who should have been there, who was, and who was not: 应考 420 人，缺考 15 人，实考 405 人.
//!
//! *Invariant:* the three are the only figures of their measure word in clauses right behind one another; one says 应 or 报名, one 实, and
//! the others say why somebody was absent.

use crate::claims::judge::{self, Sum};
use crate::claims::label;
use crate::claims::rate::{ABSENT, is_due};
use crate::claims::statement::{Lead, Mention, Passage};
use crate::claims::{Statement, total};
use crate::search;

/// The most kinds of absence.
const MOST: usize = 3;

/// The statement that those who were there and those who were not are all that should have been, who are counted at `index`.
pub(super) fn claim(passage: &Passage<'_>, index: usize) -> Option<Statement> {
    let due = passage.mentions.get(index).filter(|due| should_be_there(due))?;
    let follows = |next: &&Mention<'_>| next.segment == due.segment && next.depth == due.depth;
    let mut clause = due.clause;
    let row: Vec<&Mention<'_>> = passage
        .ahead_from(index + 1)
        .map(|(_, next)| next)
        .take_while(follows)
        .take_while(|next| {
            let is_next = next.clause <= clause + 1;
            clause = next.clause;
            is_next
        })
        .filter(|next| !next.quantity.is_share())
        .take_while(|next| {
            next.quantity.class() == due.quantity.class() && (was_there(next) || is_absent(next))
        })
        .take(MOST + 1)
        .collect();
    let there = row.iter().filter(|next| was_there(next)).count();
    if there != 1 || row.len() < 2 {
        return None;
    }
    let terms: Vec<_> = row.iter().map(|part| (1, part.quantity)).collect();
    let sum = judge::adds_up(&terms, due.quantity);
    // 应到 60 人，实到 55 人，请假 3 人: others may have stayed away without a word.
    let is_short = matches!(sum, Sum::Off { excess, .. } if excess.is_negative());
    if is_short && row.iter().all(|next| was_there(next) || is_on_leave(next)) {
        return None;
    }
    let is_first = !passage
        .back_from(index)
        .take_while(|(_, before)| before.segment == due.segment)
        .any(|(_, before)| before.quantity.class() == due.quantity.class());
    is_first.then(|| total::total(due, &row, sum, sum.status(), true))
}

/// 实考 800 人，缺考 12 人，应考 812 人: the same where who should have been there, at `index`, is told last.
pub(super) fn claim_behind(passage: &Passage<'_>, index: usize) -> Option<Statement> {
    let due = passage.mentions.get(index).filter(|due| should_be_there(due))?;
    let (there, absent) =
        (passage.mentions.get(index.checked_sub(2)?)?, passage.mentions.get(index.checked_sub(1)?)?);
    let is_row = [absent, due].iter().all(|mention| {
        mention.lead == Lead::Comma
            && mention.segment == there.segment
            && mention.depth == there.depth
            && mention.quantity.class() == there.quantity.class()
    });
    let follow = absent.clause == there.clause + 1 && due.clause == absent.clause + 1;
    if !is_row || !follow || !was_there(there) || !is_absent(absent) || is_on_leave(absent) {
        return None;
    }
    let row = [there, absent];
    let sum = judge::adds_up(&row.map(|part| (1, part.quantity)), due.quantity);
    Some(total::total(due, &row, sum, sum.status(), true))
}

/// 应考, 报考: whether `mention` counts who should be there.
fn should_be_there(mention: &Mention<'_>) -> bool {
    const ENTERED: &[&str] = &["报考", "报名", "报名参加", "报名参考"];
    mention.quantity.is_amount() && (is_due(mention) || search::ending(mention.name, ENTERED).is_some())
}

/// 实考, 实际参加: whether `mention` counts who was there.
fn was_there(mention: &Mention<'_>) -> bool {
    const HERE: &[&str] =
        &["实到", "实考", "实训", "实际", "实参", "已缴", "已收", "已付", "已交", "实缴", "实收"];
    label::begins(mention.before, HERE)
}

/// 缺考, 因病请假: whether `mention` counts who was not there.
fn is_absent(mention: &Mention<'_>) -> bool {
    // 应缴 862 万元，已缴 676 万元，欠缴 186 万元: money that is not there yet.
    const OWED: &[&str] = &["欠缴", "未缴", "欠收", "未收", "欠付", "未付", "欠交", "未交"];
    label::begins(mention.before, OWED)
        || label::has(mention.before, ABSENT)
        || mention.before.is_empty() && label::begins(mention.after, ABSENT)
}

/// 因病请假: whether `mention` counts those of whom leave was told.
fn is_on_leave(mention: &Mention<'_>) -> bool {
    const LEAVE: &str = "假";
    mention.before.contains(LEAVE) || mention.before.is_empty() && mention.after.contains(LEAVE)
}
