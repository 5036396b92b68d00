//! So many for each of a row of months, quarters or places against all of them: 简报 4 期（3月、5月、8月、11月各 1 期）;
//! 城东、城西、城南三镇各 2 场，共 6 场.
//!
//! Takes the figures of a passage, gives those of which each of a row had so many, with the sum before or behind.
//!
//! *Invariant:* every item of the row is a part of the year or a place by its form; a sum that is off by more than one
//! item may be of more than the row.

use super::Statement;
use super::each::{is_exact, judged};
use super::label;
use super::statement::{Lead, Mention, Passage};
use crate::facts::Decimal;
use crate::numeral;
use crate::search;

/// The most bytes of a row in front of 各.
const LONGEST_ROW: u32 = 240;

/// How a place ends.
const PLACES: &[char] = &['镇', '乡', '村', '区', '县', '市', '道', '站', '所'];

/// Quarters, as a row names them.
const QUARTERS: &[&str] = &["一季度", "二季度", "三季度", "四季度", "上半年", "下半年"];

/// The statements about such rows in `passage`.
pub fn claims(passage: &Passage<'_>, out: &mut Vec<Statement>) {
    for (index, each) in passage.mentions.iter().enumerate() {
        if let Some((ahead, items)) = row(passage, each) {
            out.extend(sum_ahead(passage, index, ahead, items).or_else(|| sum_behind(passage, index, items)));
        }
    }
}

/// The words in front of the row of which `each` is told, and how many items the row has.
fn row<'a>(passage: &Passage<'a>, each: &Mention<'a>) -> Option<(&'a str, usize)> {
    const HELD: &[&str] =
        &["举办", "开展", "召开", "组织", "印发", "编印", "举行", "设立", "建成", "发布", "配备", "办"];
    const LONGEST_DEED: usize = 8;
    if !is_exact(each) {
        return None;
    }
    let start = passage
        .paragraph
        .start
        .max(each.sentence_start)
        .max(each.quantity.span.start.saturating_sub(LONGEST_ROW));
    let words = passage.between(start, each.quantity.span.start);
    let (row, deed) = words.rsplit_once('各')?;
    let is_deed =
        deed.is_empty() || search::length(deed) <= LONGEST_DEED && search::beginning(deed, HELD).is_some();
    let from = row.rfind(['，', '；', '：', '（', '。']).map_or(0, |at| at + '，'.len_utf8());
    let (ahead, row) = row.split_at_checked(from)?;
    let row = row.strip_prefix("其中").map_or(row, |_| "");
    let items: Vec<&str> = row.split(['、', '和']).collect();
    let (last, others) = items.split_last()?;
    let (last, number) = without_number(last);
    let is_row = !others.is_empty()
        && (others.iter().chain([&last]).all(|item| is_time(item))
            || are_places(others, last, number.is_some()));
    // A number in the row that is not its own is looked at elsewhere.
    let is_whole = number.is_none_or(|number| number == items.len() as u64);
    (is_deed && is_row && is_whole).then_some((ahead, items.len()))
}

/// 城南三镇 without 三镇 and the number; 城南镇 as it stands.
fn without_number(last: &str) -> (&str, Option<u64>) {
    let mut signs = last.char_indices().rev();
    let measure = signs.next().filter(|(_, sign)| PLACES.contains(sign));
    let number = signs.next().and_then(|(at, sign)| Some((at, u64::from(numeral::digit(sign)?))));
    match measure.and(number) {
        Some((at, number)) => (last.get(..at).unwrap_or(last), Some(number)),
        None => (last, None),
    }
}

/// 3月, 3月15日, 一季度.
fn is_time(item: &str) -> bool {
    let quarter = item.strip_prefix('第').unwrap_or(item);
    QUARTERS.contains(&quarter)
        || item.starts_with(|ch: char| ch.is_ascii_digit())
            && item.ends_with(['月', '日'])
            && item.contains('月')
            && item.chars().all(|ch| ch.is_ascii_digit() || matches!(ch, '月' | '日' | '年'))
}

/// 东河镇、西坝镇; 城东、城西、城南 with 三镇 behind them.
fn are_places(others: &[&str], last: &str, is_numbered: bool) -> bool {
    const LONGEST: usize = 6;
    others.iter().chain([&last]).all(|item| {
        let is_short = (2..=LONGEST).contains(&search::length(item));
        is_short && item.chars().all(char::is_alphabetic) && (is_numbered || item.ends_with(PLACES))
    })
}

/// 简报 5 期（3月、5月各 1 期）, 联席会议 6 次，一季度、二季度各 1 次: the sum right in front of the row.
fn sum_ahead(passage: &Passage<'_>, index: usize, ahead: &str, items: usize) -> Option<Statement> {
    let each = passage.mentions.get(index)?;
    // 3月 and 5月 are no figures; whatever else stands between is.
    let sum = passage.mentions.get(index.checked_sub(1)?)?;
    let end = sum.quantity.span.end + sum.after.len() as u32;
    let start = each.quantity.span.start;
    let between = passage.between(end, start);
    let is_bracket = between.starts_with('（');
    let is_next =
        ahead.ends_with(['（', '，']) && between.matches(['，', '（', '；', '。', '：']).count() == 1;
    let behind = passage.between(each.quantity.span.end, passage.end());
    let is_closed = if is_bracket {
        behind.starts_with('）')
    } else {
        behind.is_empty() || behind.starts_with(['。', '；', '\n'])
    };
    let is_short = search::length(sum.after) <= 8;
    (is_next && is_closed && is_short).then(|| told(each, sum, items)).flatten()
}

/// 城东、城西、城南三镇各 2 场，共 6 场: the sum right behind.
fn sum_behind(passage: &Passage<'_>, index: usize, items: usize) -> Option<Statement> {
    const SUMS: &[&str] = &["共", "合计", "共计", "总计"];
    let (each, sum) = (passage.mentions.get(index)?, passage.mentions.get(index + 1)?);
    let is_next = sum.lead == Lead::Comma && sum.clause == each.clause + 1 && sum.sentence == each.sentence;
    let cue = search::beginning(sum.before, SUMS)?;
    let rest = sum.before.get(cue.len()..)?;
    let is_alone = passage
        .back_from(index)
        .take_while(|(_, other)| other.sentence == sum.sentence)
        .all(|(_, other)| other.quantity.class() != sum.quantity.class());
    let is_same = rest.is_empty() || each.before.ends_with(rest) || search::length(rest) == 2;
    (is_next && is_alone && is_same).then(|| told(each, sum, items)).flatten()
}

/// The claim about `items` of `each` and their `sum`, where it is right or off by one item.
fn told(each: &Mention<'_>, sum: &Mention<'_>, items: usize) -> Option<Statement> {
    if !is_exact(sum)
        || sum.quantity.class() != each.quantity.class()
        || label::has(each.before, &["至少", "约"])
    {
        return None;
    }
    let times = Decimal::whole(i128::try_from(items).ok()?);
    let found = judged(each, sum, times, &items.to_string(), "")?;
    let is_near = found.fault.is_none_or(|fault| fault.excess.abs() <= each.quantity.value);
    is_near.then_some(found)
}
