//! Names in a row and, behind a comma, their number that points back: 城管、交通、文化、农业，上述四个领域均已到位.
//!
//! *Invariant:* the row is all of its sentence so far, so that nothing else can be pointed at; only a near miss is told.

use super::labels::{gathers, is_near, joints, row_from};
use super::{Listed, statement};
use crate::claims::Statement;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::facts::TokenKind;
use crate::search;
use crate::source::ViewSpan;

/// The fewest names of a row.
const FEWEST: usize = 3;

/// The names that `stated` points back to.
pub(super) fn before(passage: &Passage<'_>, stated: &Mention<'_>) -> Option<Statement> {
    const POINTING: &[&str] = &["上述", "以上", "前述"];
    const LONGEST: usize = 12;
    if stated.lead != Lead::Comma || !POINTING.contains(&stated.before) || !gathers(stated) {
        return None;
    }
    let comma = stated.token.checked_sub(1).filter(|&at| passage.kind(at) == Some(TokenKind::Comma))?;
    let pause = comma.checked_sub(1).filter(|&at| passage.kind(at) == Some(TokenKind::Pause))?;
    let last = passage.between(passage.span(pause).end, passage.span(comma).start);
    let (items, start) = row_from(passage, pause, last)?;
    let are_names = items.iter().all(|item| (2..=LONGEST).contains(&search::length(item)));
    let joints = items.iter().map(|item| joints(item)).sum::<usize>();
    let is_whole_sentence = start == stated.sentence_start;
    if items.len() < FEWEST || !are_names || !is_whole_sentence || !is_near(stated, items.len(), joints) {
        return None;
    }
    let is_open_ended = last.ends_with('等');
    let span = ViewSpan { start, end: passage.span(comma).start };
    let most = items.len() + joints;
    statement(stated, &Listed { least: items.len(), likely: items.len(), most, span, is_open_ended }, false)
}
