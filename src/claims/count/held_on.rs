//! A number of meetings or rounds and, behind a colon or a comma, each with its day: 讲座 3 场：3 月 15 日讲民法典，7 月 9 日讲行政复议法，9 月 26 日讲立法法。
//!
//! *Invariant:* every piece of the list begins with a date and says behind it what was held; only a near miss is told.

use super::labels::is_near;
use super::{Listed, statement};
use crate::claims::Statement;
use crate::claims::label;
use crate::claims::statement::{Mention, Passage};
use crate::facts::TokenKind;
use crate::search;
use crate::source::ViewSpan;

/// The pieces behind the mark right behind `stated` against its number.
pub(super) fn behind(passage: &Passage<'_>, stated: &Mention<'_>) -> Option<Statement> {
    const HELD: &[&str] = &["次", "场", "场次", "期", "轮", "批", "批次", "回", "届"];
    const OF_SOME: &[&str] = &["其中", "主要", "包括", "如", "重点"];
    const LONGEST_NOUN: usize = 8;
    const LONGEST_LIST: usize = 400;
    let mark = stated.token + 1;
    let is_led = HELD.contains(&stated.quantity.word())
        && search::length(stated.after) <= LONGEST_NOUN
        && !label::has(stated.after, OF_SOME)
        && matches!(passage.kind(mark), Some(TokenKind::Colon | TokenKind::Comma));
    if !is_led {
        return None;
    }
    let least = if passage.kind(mark) == Some(TokenKind::Colon) { 2 } else { 3 };
    let from = passage.span(mark).end;
    let list = passage.between(from, passage.end()).split(['。', '\n']).next()?;
    let items: Vec<&str> = list.split(['，', '；', '、']).collect();
    let is_list =
        items.len() >= least && list.len() <= LONGEST_LIST && items.iter().all(|item| is_held_on_a_day(item));
    if !is_list || !is_near(stated, items.len(), 0) {
        return None;
    }
    let count = items.len();
    let span = ViewSpan::new(from as usize, from as usize + list.len());
    statement(stated, &Listed { least: count, likely: count, most: count, span, is_open_ended: false }, false)
}

/// 3 月 15 日讲民法典: whether `item` begins with one date and says what was held. Two days in one piece may be two of them.
fn is_held_on_a_day(item: &str) -> bool {
    const SHORTEST: usize = 2;
    let is_sign = |ch: char| {
        ch.is_ascii_digit() || matches!(ch, '年' | '月' | '日' | '上' | '中' | '下' | '旬' | '初' | '底')
    };
    let deed = item.trim_start_matches(is_sign);
    let date = item.strip_suffix(deed).unwrap_or("");
    date.starts_with(|ch: char| ch.is_ascii_digit())
        && date.contains('月')
        && search::length(deed) >= SHORTEST
        && !deed.starts_with(['、', '和', '及', '与', '至'])
        && !deed.contains(|ch: char| ch.is_ascii_digit())
}
