//! A number and, behind a mark or a lead, the things by names in quotation marks: 专项行动 3 项：“甲”行动、“乙”行动、“丙”行动.
//!
//! *Invariant:* every item has its quotation, and only a near miss is told; a name without one may be several things.

use super::lead::{self, Lead};
use super::{Listed, statement};
use crate::claims::Statement;
use crate::claims::cues;
use crate::claims::label;
use crate::claims::statement::{Mention, Passage};
use crate::facts::TokenKind;
use crate::search;
use crate::source::ViewSpan;

/// The most characters that may stand in an item beside its quotation: “甲”专项行动.
const LONGEST_NOUN: usize = 8;

/// The most characters of what is told of a name in front of it: 由返乡大学生组成的“甲”.
const LONGEST_TOLD: usize = 20;

/// The most characters between the number and the mark behind it.
const LONGEST_AFTER: usize = 8;

/// What is counted so that names may stand for it.
const MEASURES: &[&str] = &[
    "项", "个", "次", "场", "场次", "类", "种", "大", "件", "期", "支", "家", "部", "轮", "档", "套", "条",
    "门", "款", "处", "方面", "环节", "篇",
];

/// Verbs with which what is counted was chosen, so that more may stand between the number and the colon: 2 件案例入选全省指导案例：.
const CHOSEN: &[&str] =
    &["入选", "入围", "获", "评为", "列为", "列入", "采用", "刊发", "推广", "表彰", "命名"];

/// The most characters where it was.
const LONGEST_CHOSEN: usize = 20;

/// The quotations behind `stated` against its number.
pub(super) fn behind(passage: &Passage<'_>, stated: &Mention<'_>) -> Option<Statement> {
    let mark = stated.token + 1;
    let is_bracket = passage.kind(mark) == Some(TokenKind::Open);
    // 3 项——“甲”…: a dash is no token.
    let is_dash = passage.kind(mark) == Some(TokenKind::Quotation) && stated.after.starts_with('—');
    let is_mark = is_bracket || is_dash || matches!(passage.kind(mark)?, TokenKind::Comma | TokenKind::Colon);
    let is_chosen = || passage.kind(mark) == Some(TokenKind::Colon) && label::has(stated.after, CHOSEN);
    let length = search::length(stated.after);
    let is_short = is_dash || length <= LONGEST_AFTER || length <= LONGEST_CHOSEN && is_chosen();
    if !is_mark || !is_short || !MEASURES.contains(&stated.quantity.word()) {
        return None;
    }
    // 3 项，具体如下：“甲”…: the lead may have a colon of its own.
    let has_colon = !is_dash && passage.kind(mark + 1) == Some(TokenKind::Colon);
    let first = mark + usize::from(!is_dash) + usize::from(has_colon);
    if passage.kind(first) != Some(TokenKind::Quotation) {
        return None;
    }
    let start = passage.span(first).start;
    let from = if is_dash { stated.quantity.span.end } else { passage.span(mark).start };
    let words = passage.between(from, start);
    // 两支队伍：由退休教师组成的“甲”, 即面向企业的“甲”: what is told of the first of them leads to nothing else.
    let joints = ["：", "分别是", "分别为", "，即"];
    let told = joints.iter().find_map(|joint| words.split_at_checked(words.find(joint)? + joint.len()));
    let told = told.filter(|(_, told)| is_told_of_it(told));
    let lead = lead::of(told.map_or(words, |(lead, _)| lead))?;
    let row = row(passage, first, start)?;
    // “甲”“乙”，“丙”; “甲”“乙”，以及丙: the list goes on behind its mark.
    let goes_on = passage.kind(row.end_token) == Some(TokenKind::Comma) && {
        let behind = passage.between(row.end, passage.end());
        let behind = behind.strip_prefix('，').unwrap_or(behind);
        behind.starts_with(['“', '和', '及', '与']) || behind.starts_with("以及")
    };
    let is_closed = is_bracket == (passage.kind(row.end_token) == Some(TokenKind::Close));
    if row.count < 2 || goes_on || !is_closed {
        return None;
    }
    let number = stated.quantity.value.to_whole().and_then(|whole| usize::try_from(whole).ok())?;
    let is_open_ended = row.is_open_ended || lead == Lead::Some;
    let is_near = is_open_ended || number.abs_diff(row.count) <= 1;
    let span = ViewSpan { start, end: row.end };
    let listed = Listed { least: row.count, likely: row.count, most: row.count, span, is_open_ended };
    is_near.then(|| statement(stated, &listed, false)).flatten()
}

/// A row of quotations.
struct Row {
    count: usize,
    is_open_ended: bool,
    /// Where it ends, and the token of the mark behind it, if there is one.
    end: u32,
    end_token: usize,
}

/// The row of items from the token `first` on, each with a quotation.
fn row(passage: &Passage<'_>, first: usize, start: u32) -> Option<Row> {
    let (mut count, mut in_item) = (0, 0);
    let (mut index, mut from) = (first, start);
    loop {
        let kind = passage.kind(index).filter(|_| passage.range.contains(&index));
        let end = if kind.is_some() { passage.span(index).start } else { passage.end() };
        let words = passage.between(from, end);
        let is_told = kind == Some(TokenKind::Quotation) && is_told_of_it(words);
        if search::length(words) > LONGEST_NOUN && !is_told {
            return None;
        }
        match kind {
            Some(TokenKind::Quotation) => {
                // “甲”行动“乙”: two of them stand side by side, or 和 stands between.
                let is_joined = in_item == 0 || joins(words) || is_told && label::begins(words, cues::AND);
                let span = passage.span(index);
                if !is_joined || passage.between(span.start, span.end).contains('、') {
                    return None;
                }
                (in_item, count, from) = (in_item + 1, count + 1, span.end);
            }
            Some(TokenKind::Pause) if in_item > 0 => (in_item, from) = (0, passage.span(index).end),
            Some(
                TokenKind::Comma
                | TokenKind::Semicolon
                | TokenKind::Stop
                | TokenKind::Newline
                | TokenKind::Close,
            )
            | None
                if in_item > 0 =>
            {
                let is_open_ended = words.contains('等');
                // “甲”“乙”和丙: what has no quotation is one more, or several.
                if words.contains(['和', '及', '与', '、']) {
                    return None;
                }
                return Some(Row { count, is_open_ended, end, end_token: index });
            }
            _ => return None,
        }
        index += 1;
    }
}

/// Whether `words` in front of a quotation tell of it alone: 由退休教师组成的, 面向企业的.
fn is_told_of_it(words: &str) -> bool {
    words.ends_with('的') && search::length(words) <= LONGEST_TOLD
}

/// Whether nothing but 和 stands between two quotations, behind the noun of the first: “甲”行动和“乙”.
fn joins(words: &str) -> bool {
    words.is_empty() || words.ends_with(['和', '及', '与'])
}
