//! A word that every item of a row has, against the number of such items: 亲自部署、亲自过问、亲自协调、亲自督办四个“亲自”.
//!
//! *Invariant:* every item between two commas has the quoted word once, and no clause before them has it.

use super::{Listed, statement};
use crate::claims::Statement;
use crate::claims::statement::{Mention, Passage};
use crate::facts::TokenKind;
use crate::search;
use crate::source::ViewSpan;

/// The most characters of the word.
const LONGEST: usize = 4;

/// The row in front of `stated`, behind which the word stands that all of its items have.
pub fn before(passage: &Passage<'_>, stated: &Mention<'_>) -> Option<Statement> {
    let next = stated.token + 1;
    let is_quoted = passage.kind(next) == Some(TokenKind::Quotation)
        && passage.span(next).start == stated.quantity.span.end;
    if stated.quantity.word() != "个" || !is_quoted {
        return None;
    }
    let quotation = passage.span(next);
    let word = passage.between(quotation.start, quotation.end).strip_prefix('“')?.strip_suffix('”')?;
    if word.contains('、') || !(1..=LONGEST).contains(&search::length(word)) {
        return None;
    }
    let words = passage.between(stated.sentence_start, stated.quantity.span.start);
    let (ahead, row) = words.rsplit_once(['，', '；', '：']).unwrap_or(("", words));
    // 实现…、…的四个“亲自”: what leads from the row to its number has the word no more.
    let items: Vec<&str> = row.split('、').collect();
    let has_each = items.iter().all(|item| item.matches(word).count() == 1 && *item != word);
    if items.len() < 2 || !has_each || ahead.contains(word) || row.contains('等') {
        return None;
    }
    let count = items.len();
    let start = stated.quantity.span.start as usize;
    let span = ViewSpan::new(start - row.len(), start);
    statement(stated, &Listed { least: count, likely: count, most: count, span, is_open_ended: false }, false)
}
