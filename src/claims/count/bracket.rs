//! A number and, in a bracket behind it, the things one by one: names or dates.
//!
//! *Invariant:* a bracket may explain instead of listing; only a near miss is called one.

use super::labels::joints;
use super::{Listed, statement};
use crate::claims::Statement;
use crate::claims::statement::{Mention, Passage};
use crate::facts::TokenKind;
use crate::source::ViewSpan;

/// 示范点 3 个（甲、乙、丙）.
pub fn behind(passage: &Passage<'_>, stated: &Mention<'_>) -> Option<Statement> {
    if passage.kind(stated.token + 1) != Some(TokenKind::Open) || stated.after.chars().count() > 8 {
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
        items.len() >= 3 && items.iter().all(|item| item.chars().count() >= 2) && !inside.contains("含");
    let is_open_ended = inside.ends_with('等');
    let number = stated.quantity.value.to_whole().and_then(|whole| usize::try_from(whole).ok())?;
    let most = items.len() + items.iter().map(|item| joints(item)).sum::<usize>();
    // A bracket may explain instead of listing: only a near miss is called one.
    let is_near = is_open_ended || are_dates || (items.len().saturating_sub(1)..=most + 1).contains(&number);
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
