//! A number and, in a bracket behind it, the things one by one: names or dates.
//!
//! *Invariant:* a bracket may explain instead of listing; only a near miss is called one.

use super::labels::joints;
use super::{Listed, statement};
use crate::claims::Statement;
use crate::claims::statement::{Mention, Passage};
use crate::facts::{Decimal, Precision, TokenKind};
use crate::search;
use crate::source::ViewSpan;

/// 会议一次（3月9日、9月21日）: one meeting with several days.
pub fn dates_of_one(passage: &Passage<'_>, stated: &Mention<'_>) -> Option<Statement> {
    let is_one = stated.quantity.value == Decimal::whole(1) && stated.quantity.precision == Precision::Exact;
    let is_held = matches!(stated.quantity.word(), "次" | "场" | "场次" | "期" | "轮");
    let open = passage.span(stated.token + 1);
    let is_of_days = is_one
        && is_held
        && passage.kind(stated.token + 1) == Some(TokenKind::Open)
        && passage
            .between(open.end, passage.end())
            .split('）')
            .next()
            .is_some_and(|days| days.ends_with('日'));
    // 培训一期（3月9日、10日）: one that goes on over several days.
    if is_of_days && search::length(stated.after) <= 8 { behind(passage, stated) } else { None }
}

/// 示范点 3 个（甲、乙、丙）.
pub fn behind(passage: &Passage<'_>, stated: &Mention<'_>) -> Option<Statement> {
    if passage.kind(stated.token + 1) != Some(TokenKind::Open) || search::length(stated.after) > 8 {
        return None;
    }
    let open = passage.span(stated.token + 1);
    let mut index = stated.token + 2;
    let close = loop {
        match passage.kind(index)? {
            TokenKind::Close => break passage.span(index),
            TokenKind::Pause | TokenKind::Title | TokenKind::Quotation => {}
            _ => return None,
        }
        index += 1;
    };
    let inside = passage.between(open.end, close.start);
    let items: Vec<&str> = inside.split('、').collect();
    let are_dates = items.len() >= 2 && items.iter().all(|item| item.ends_with('日') && item.contains('月'));
    let are_names =
        items.len() >= 3 && items.iter().all(|item| search::length(item) >= 2) && !inside.contains("含");
    let is_open_ended = inside.ends_with('等');
    let number = stated.quantity.value.to_whole().and_then(|whole| usize::try_from(whole).ok())?;
    let most = items.len() + items.iter().map(|item| joints(item)).sum::<usize>();
    // A bracket may explain instead of listing: only a near miss is called one.
    // 两类设施（甲、乙、丙、丁）: what is counted by kinds is told kind by kind.
    let are_kinds = matches!(stated.quantity.word(), "类" | "种")
        && !stated.after.is_empty()
        && most == items.len()
        && number.abs_diff(items.len()) <= 2;
    let is_near = is_open_ended
        || are_dates
        || are_kinds
        || (items.len().saturating_sub(1)..=most + 1).contains(&number);
    let span = ViewSpan::new(open.end as usize, close.start as usize);
    ((are_names || are_dates) && is_near)
        .then(|| {
            statement(
                stated,
                &Listed { least: items.len(), likely: items.len(), most, span, is_open_ended },
                false,
            )
        })
        .flatten()
}
