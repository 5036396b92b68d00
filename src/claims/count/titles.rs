//! 《》 in a row against the number behind or before them.
//!
//! *Invariant:* a row has at least two titles; one title may be an example.

use super::{DOCUMENTS, Listed, may_count, statement};
use crate::claims::Statement;
use crate::claims::label;
use crate::claims::statement::Passage;
use crate::facts::TokenKind;
use crate::source::ViewSpan;

/// 《》 in a row against the number behind or before them.
pub fn claims(passage: &Passage<'_>, out: &mut Vec<Statement>) {
    let mut index = passage.range.start;
    while index < passage.range.end {
        if passage.kind(index) != Some(TokenKind::Title) {
            index += 1;
            continue;
        }
        let (count, last) = title_row(passage, index);
        let span = passage.span(index).join(passage.span(last));
        if count >= 2 {
            out.extend(
                number_behind(passage, last, span, count)
                    .or_else(|| number_before(passage, index, last, span, count)),
            );
        }
        out.extend(all_rows(passage, index));
        index = last + 1;
    }
}

/// So many rows are added up at most: whoever writes more of them does not sum them up.
const MOST_ROWS: usize = 8;

/// 《甲》《乙》两部规章和《丙》，共 3 部文件: rows of titles, each with its own number or none, and the sum of them all.
fn all_rows(passage: &Passage<'_>, first: usize) -> Option<Statement> {
    let (mut count, mut last) = title_row(passage, first);
    let mut rows = 1;
    while rows <= MOST_ROWS {
        let end = passage.span(last).end;
        let number = passage.figure_behind(last).filter(|number| {
            number.token == last + 1 && number.quantity.span.start == end && may_count(number)
        });
        let from = number.map_or(end, |number| number.quantity.span.end);
        let next = last + 1 + usize::from(number.is_some());
        let mark = passage.span(next);
        let words = passage.between(from, mark.start);
        let is_noun = |noun: &str| noun.is_empty() || label::begins(noun, DOCUMENTS);
        let is_joined_noun = |words: &str| {
            ["以及", "和", "及", "与"].iter().find_map(|joint| words.strip_suffix(joint)).is_some_and(is_noun)
        };
        let row = match passage.kind(next)? {
            TokenKind::Title if is_joined_noun(words) => next,
            TokenKind::Pause if is_noun(words) && passage.span(next + 1).start == mark.end => next + 1,
            TokenKind::Comma if rows > 1 && is_noun(words) => {
                let stated = passage.figure_behind(next).filter(|stated| stated.token == next + 1)?;
                let is_sum = matches!(stated.before, "共" | "共计" | "合计" | "总计" | "一共");
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
        (count, last, rows) = (count + more, end, rows + 1);
    }
    None
}

/// How many titles follow each other from `first` on, and the token of the last.
fn title_row(passage: &Passage<'_>, first: usize) -> (usize, usize) {
    let (mut count, mut last, mut index) = (1, first, first + 1);
    let mut depth = 0;
    while let Some(kind) = passage.kind(index) {
        match kind {
            TokenKind::Open => depth += 1,
            TokenKind::Close if depth > 0 => depth -= 1,
            _ if depth > 0 => {}
            TokenKind::Pause | TokenKind::Comma => {}
            TokenKind::Title if is_joined(passage, last, index) => {
                count += 1;
                last = index;
            }
            _ => break,
        }
        index += 1;
    }
    (count, last)
}

/// Whether nothing but marks, brackets, 和 and 及 stands between two titles.
fn is_joined(passage: &Passage<'_>, left: usize, right: usize) -> bool {
    let between = passage.between(passage.span(left).end, passage.span(right).start);
    let mut depth = 0;
    let rest: String = between
        .chars()
        .filter(|ch| {
            match ch {
                '（' => depth += 1,
                '）' => depth -= 1,
                _ => return depth == 0,
            }
            false
        })
        .collect();
    matches!(rest.as_str(), "" | "、" | "，" | "和" | "及" | "以及" | "与")
}

fn number_behind(passage: &Passage<'_>, last: usize, span: ViewSpan, count: usize) -> Option<Statement> {
    let stated = passage.figure_behind(last)?;
    let between = passage.between(passage.span(last).end, stated.quantity.span.start);
    let words = without_bracket(between);
    let is_open_ended = words.starts_with('等');
    // 《甲》《乙》，两个文件均已备案: behind a mark the number takes the titles up where it says what they are.
    let is_taken_up = matches!(words, "，" | "，这" | "，以上" | "，上述" | "，共" | "，合计")
        && (label::begins(stated.after, DOCUMENTS) || (words.len() > "，".len() && stated.after.is_empty()));
    let tied = is_taken_up || ["", "等", "共", "共计", "等共", "这"].contains(&words);
    let counts_documents = label::begins(stated.after, DOCUMENTS)
        || label::has(stated.after, DOCUMENTS)
        || matches!(
            stated.quantity.measure.map(|measure| measure.word),
            Some("件" | "部" | "项" | "份" | "个")
        );
    (tied && may_count(stated) && counts_documents)
        .then(|| {
            statement(stated, &Listed { least: count, likely: count, most: count, span, is_open_ended }, true)
        })
        .flatten()
}

fn without_bracket(words: &str) -> &str {
    match (words.strip_prefix('（'), words.rfind('）')) {
        (Some(_), Some(close)) => words.get(close + '）'.len_utf8()..).unwrap_or(words),
        _ => words,
    }
}

fn number_before(
    passage: &Passage<'_>,
    first: usize,
    last: usize,
    span: ViewSpan,
    count: usize,
) -> Option<Statement> {
    let stated = passage.figure_before(first)?;
    let between = passage.between(stated.quantity.span.end, passage.span(first).start);
    if let Some(noun) = noun_before_titles(between) {
        // 废止的两部文件——《甲》《乙》, 出台 2 部规章《甲》《乙》.
        let behind = passage.between(passage.span(last).end, passage.span(last).end + '等'.len_utf8() as u32);
        let listed =
            Listed { least: count, likely: count, most: count, span, is_open_ended: behind == "等" };
        let is_document = DOCUMENTS.iter().any(|word| noun.ends_with(word));
        return (is_document && may_count(stated)).then(|| statement(stated, &listed, true)).flatten();
    }
    let words = between.strip_prefix(stated.after).unwrap_or(between);
    let tied = ["，", "：", "，即", "，包括", "，分别为", "，分别是", "包括", "，其中", "（", "，为"]
        .contains(&words);
    let by_colon = words == "：" || words == "（";
    let counts_documents = label::has(stated.before, DOCUMENTS) || label::has(stated.after, DOCUMENTS);
    let behind = passage.between(passage.span(last).end, passage.span(last).end + '等'.len_utf8() as u32);
    let is_open_ended = behind == "等" || words == "，其中" || words == "包括";
    (tied && may_count(stated) && stated.after.chars().count() <= 14 && (counts_documents || by_colon))
        .then(|| {
            statement(stated, &Listed { least: count, likely: count, most: count, span, is_open_ended }, true)
        })
        .flatten()
}

/// The noun between a number and the titles that follow it without a mark, or behind a dash.
fn noun_before_titles(between: &str) -> Option<&str> {
    const LONGEST_NOUN: usize = 8;
    let noun = between.strip_suffix("——").or(between.strip_suffix('—')).unwrap_or(between);
    let is_words = noun.chars().all(|ch| ('一'..='龥').contains(&ch));
    (is_words && (1..=LONGEST_NOUN).contains(&noun.chars().count())).then_some(noun)
}
