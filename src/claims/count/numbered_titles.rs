//! Rows of titles with numbers of their own, and the sum of them all.
//!
//! *Invariant:* only nouns of documents and words that join stand between the rows.

use super::titles::title_row;
use super::{DOCUMENTS, Listed, may_count, statement};
use crate::claims::Statement;
use crate::claims::cues::{AND, SUMS_AND_TOGETHER};
use crate::claims::label;
use crate::claims::statement::Passage;
use crate::facts::TokenKind;
use crate::search;

/// So many rows are added up at most: whoever writes more of them does not sum them up.
const MOST_ROWS: usize = 8;

/// 《甲》《乙》两部规章和《丙》，共 3 部文件: rows of titles, each with its own number or none, and the sum of them all.
pub(super) fn sum(passage: &Passage<'_>, first: usize) -> Option<Statement> {
    let (mut count, mut last) = title_row(passage, first);
    let (mut rows, mut row_first) = (1, first);
    while rows <= MOST_ROWS {
        let end = passage.span(last).end;
        let number = passage.figure_behind(last).filter(|number| {
            number.token == last + 1 && number.quantity.span.start == end && may_count(number)
        });
        // 《督办函》14 份、《建议书》9 份，共 23 份: copies of one paper are no titles.
        if number.is_some() && last == row_first {
            return None;
        }
        let from = number.map_or(end, |number| number.quantity.span.end);
        let next = last + 1 + usize::from(number.is_some());
        let mark = passage.span(next);
        let words = passage.between(from, mark.start);
        let is_noun = |noun: &str| noun.is_empty() || label::begins(noun, DOCUMENTS);
        let is_joined_noun = |words: &str| search::ahead(words, AND).is_some_and(is_noun);
        let row = match passage.kind(next)? {
            TokenKind::Title if is_joined_noun(words) => next,
            TokenKind::Pause if is_noun(words) && passage.span(next + 1).start == mark.end => next + 1,
            TokenKind::Comma if rows > 1 && is_noun(words) => {
                let stated = passage.figure_behind(next).filter(|stated| stated.token == next + 1)?;
                let is_sum = SUMS_AND_TOGETHER.contains(&stated.before);
                let span = passage.span(first).join(passage.span(last));
                let listed = Listed { least: count, likely: count, most: count, span, is_open_ended: false };
                return (is_sum && may_count(stated)).then(|| statement(stated, &listed, true)).flatten();
            }
            _ => return None,
        };
        if passage.kind(row) != Some(TokenKind::Title) {
            return None;
        }
        let (more, end) = title_row(passage, row);
        (count, last, rows, row_first) = (count + more, end, rows + 1, row);
    }
    None
}
