//! A name that counts what shares its sign, with these in front of it, in a bracket or a clause behind it:
//! 联调、联防、联治、联创“四联”机制; “四联”机制（联调、联防、联治、联创）; “四联”机制，即联调、联防、联治、联创; “事理、法理、情理”三理融合.
//!
//! *Invariant:* every item begins with the sign of the name, the first of a row behind a verb, or every item ends with it; only a near
//! miss is called one.

use super::{Listed, compared};
use crate::claims::statement::Passage;
use crate::claims::{Operand, Statement, label};
use crate::facts::{Decimal, TokenKind};
use crate::numeral;
use crate::search;
use crate::source::ViewSpan;

/// The most characters of the sign: 统一 of 三统一.
const LONGEST_SIGN: usize = 2;

/// The most characters of an item, and of the noun between the name and its bracket.
const LONGEST_ITEM: usize = 8;
const LONGEST_NOUN: usize = 6;

/// The characters of a number and a sign behind a quotation.
const NUMBER_AND_SIGN: usize = 2;

/// The most bytes of a row.
const LONGEST_ROW: usize = 400;

/// Whether the quoted `words` are a number and a sign: 四联, 三统一.
pub fn counts(words: &str) -> bool {
    number_and_sign(words).is_some()
}

/// The name of two characters with which `behind`, the words behind a quotation, begins: 三理 of “事理、法理、情理”三理.
pub fn name_behind(behind: &str) -> Option<&str> {
    let name = label::first_characters(behind, NUMBER_AND_SIGN);
    number_and_sign(name).map(|_| name)
}

/// The number and the sign of a name.
fn number_and_sign(name: &str) -> Option<(u32, &str)> {
    let first = name.chars().next()?;
    let number = numeral::digit(first).filter(|number| *number >= 2)?;
    let sign = name.get(first.len_utf8()..)?;
    let is_sign = (1..=LONGEST_SIGN).contains(&search::length(sign)) && !sign.starts_with('个');
    is_sign.then_some((number, sign))
}

/// The statements of the names in `passage`.
pub fn claims(passage: &Passage<'_>, out: &mut Vec<Statement>) {
    let quoted = passage.range.clone().filter(|&at| passage.kind(at) == Some(TokenKind::Quotation));
    out.extend(quoted.filter_map(|at| claim(passage, at)));
}

/// The statement of the quotation that is the token `at`.
fn claim(passage: &Passage<'_>, at: usize) -> Option<Statement> {
    let quotation = passage.span(at);
    let words = passage.between(quotation.start, quotation.end).strip_prefix('“')?.strip_suffix('”')?;
    let start = quotation.start as usize + '“'.len_utf8();
    if let Some((number, sign)) = number_and_sign(words) {
        let row = in_front(passage, at, sign)
            .or_else(|| in_a_bracket(passage, at, sign))
            .or_else(|| behind(passage, at, sign))?;
        return counted(number, (words, start), row);
    }
    // “事理、法理、情理”三理: the name stands right behind what it counts.
    let behind = passage.between(quotation.end, passage.end());
    let name = name_behind(behind)?;
    let (number, sign) = number_and_sign(name)?;
    let span = ViewSpan::new(start, start + words.len());
    counted(number, (name, quotation.end as usize), read(words, sign, span)?)
}

/// The statement that there are `number` items in `row`, as the name says that stands at the byte beside it.
fn counted(number: u32, (name, start): (&str, usize), row: Row) -> Option<Statement> {
    let Row { count, joints, span } = row;
    if number.abs_diff(u32::try_from(count).ok()?) > 1 {
        return None;
    }
    let stated = Operand {
        role: "stated",
        value: Decimal::whole(i128::from(number)),
        unit: "个".into(),
        label: name.to_owned(),
        span: ViewSpan::new(start, start + name.len()),
        digits: None,
    };
    let listed = Listed { least: count, likely: count, most: count + joints, span, is_open_ended: false };
    compared(stated, &listed, false)
}

/// Items that share a sign.
struct Row {
    count: usize,
    /// How many of them may be two: 联创和联宣.
    joints: usize,
    span: ViewSpan,
}

/// The row that ends right in front of the quotation at `at`.
fn in_front(passage: &Passage<'_>, at: usize, sign: &str) -> Option<Row> {
    let end = passage.span(at).start;
    let from = (end as usize).saturating_sub(LONGEST_ROW).max(passage.paragraph.start as usize);
    let from = (from..=end as usize).find(|&from| passage.view.is_char_boundary(from))?;
    let words = passage.view.get(from..end as usize)?;
    let words = words.rsplit(['，', '；', '。', '：', '（', '）', '“', '”', '》', '\n']).next()?;
    let (head, others) = words.split_once('、')?;
    // 落实联调: a verb stands in front of the first.
    let head = head.get(if head.ends_with(sign) { 0 } else { head.rfind(sign)? }..)?;
    let row = words.get(words.len() - others.len() - '、'.len_utf8() - head.len()..)?;
    read(row, sign, ViewSpan::new(end as usize - row.len(), end as usize))
}

/// The row in the bracket behind the quotation at `at`.
fn in_a_bracket(passage: &Passage<'_>, at: usize, sign: &str) -> Option<Row> {
    const MOST_TOKENS: usize = 40;
    let open = passage.span(at + 1);
    let noun = passage.between(passage.span(at).end, open.start);
    if passage.kind(at + 1) != Some(TokenKind::Open) || search::length(noun) > LONGEST_NOUN {
        return None;
    }
    let close = (at + 2..at + 2 + MOST_TOKENS).find_map(|index| match passage.kind(index) {
        Some(TokenKind::Pause) => None,
        Some(TokenKind::Close) => Some(Some(passage.span(index))),
        _ => Some(None),
    })??;
    let span = ViewSpan::new(open.end as usize, close.start as usize);
    read(passage.between(open.end, close.start), sign, span)
}

/// “三统一”制度，即统一登记、统一编号、统一印发: the row that a clause behind the quotation at `at` lists.
fn behind(passage: &Passage<'_>, at: usize, sign: &str) -> Option<Row> {
    const LEADS: &[&str] = &["，即", "：", "，就是", "，", "即"];
    const MARKS: &[char] = &['，', '；', '。', '：', '（', '）', '“', '”', '《', '\n'];
    let start = passage.span(at).end;
    let words = label::first_characters(passage.between(start, passage.end()), LONGEST_ROW / 3);
    let (noun, _) = words.split_at_checked(words.find(['，', '：', '即'])?)?;
    let row = words.strip_prefix(noun).and_then(|rest| search::behind(rest, LEADS))?;
    if search::length(noun) > LONGEST_NOUN {
        return None;
    }
    let from = start as usize + words.len() - row.len();
    let (row, rest) = row.split_at_checked(row.find(MARKS).unwrap_or(row.len()))?;
    // 联防、联治，联创: a comma may part what belongs to the row.
    let goes_on = rest.get('，'.len_utf8()..).is_some_and(|rest| rest.starts_with(sign));
    if goes_on {
        return None;
    }
    read(row, sign, ViewSpan::new(from, from + row.len()))
}

/// The items of `words`, where each begins with `sign` or each ends with it, and there are no more of them.
fn read(words: &str, sign: &str, span: ViewSpan) -> Option<Row> {
    let items: Vec<&str> = words.split('、').collect();
    let is_item = |item: &&str| item.len() > sign.len() && search::length(item) <= LONGEST_ITEM;
    let share_sign =
        items.iter().all(|item| item.starts_with(sign)) || items.iter().all(|item| item.ends_with(sign));
    let is_row = items.len() >= 2 && items.iter().all(is_item) && share_sign;
    let is_open_ended = items.last().is_some_and(|last| last.ends_with('等'));
    let joints = items.iter().filter(|item| item.contains(['和', '及', '与'])).count();
    (is_row && !is_open_ended).then_some(Row { count: items.len(), joints, span })
}
