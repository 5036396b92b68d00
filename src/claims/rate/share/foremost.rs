//! A share of the first so many parts of a row: 大气类 52 件、噪声类 31 件、水类 17 件，前两类合计占 83%.
//!
//! *Invariant:* the words say how many parts are taken, and the row has more of them; of parts that do not stand in order
//! of size the first may be the largest.

use super::super::quotient::Quotient;
use super::super::sums::Sums;
use super::whole::{is_grand, named_whole};
use super::wording;
use crate::claims::Statement;
use crate::claims::closed::{self, Row};
use crate::claims::statement::{Mention, Passage};
use crate::numeral;
use crate::order;
use crate::review::Status;
use crate::search;

/// Words in front of 前三类 that say no more.
const AHEAD: &[&str] = &[
    "其中", "上述", "以上", "位居", "位列", "居于", "排名", "排在", "排位", "占比", "数量", "位于", "居",
    "列", "排", "仅", "，", "；", "。", "、", "）",
];
/// What may stand between 前三类 and 占.
const BETWEEN: &[&str] = &[
    "合计",
    "共计",
    "总计",
    "累计",
    "总共",
    "一共",
    "合并",
    "相加",
    "加起来",
    "合起来",
    "之和",
    "共",
    "合",
    "就",
    "案件",
    "问题",
    "事项",
    "诉求",
    "投诉",
    "的",
    "领域",
    "类别",
    "方面",
    "部门",
    "行业",
    "渠道",
    "原因",
    "地区",
    "乡镇",
    "街道",
];
/// Measure words of parts, besides none.
const PARTS: &[&str] = &["大类", "类", "项", "位", "名", "者", "种", "个", "家"];

/// The share at `index`, if its words take the first so many parts of the row in front of it.
pub fn claim(passage: &Passage<'_>, index: usize, sums: &Sums) -> Option<Statement> {
    let rate = passage.mentions.get(index)?;
    if !rate.before.contains('占') {
        return None;
    }
    let (last, Row { whole: listed, parts: row }) = row_before(passage, index)?;
    let words = passage.between(last.quantity.span.end, rate.quantity.span.start);
    let (number, behind) = how_many(words)?;
    let (between, _) = behind.split_once('占')?;
    let is_taken = number >= 2 && number < row.len() && says_no_more(between);
    if !is_taken || last.sentence + 1 < rate.sentence || rate.clause > last.clause + 2 {
        return None;
    }
    let first = *row.first()?;
    let of = wording::read(behind).map_or("", |wording| wording.whole);
    let summed = sums.whole_of(passage, passage.mentions.get(first)?).or(listed);
    let named = if of.is_empty() { None } else { named_whole(passage, first, of) };
    let whole = match (named, summed) {
        (Some(named), Some(summed)) if named != summed => return None,
        (Some(whole), _) => whole,
        (None, Some(whole)) if of.is_empty() || is_grand(of) => whole,
        _ => return None,
    };
    let whole = passage.mentions.get(whole)?;
    let parts: Vec<&Mention<'_>> = row.iter().filter_map(|&at| passage.mentions.get(at)).collect();
    let judged = |parts: &[&Mention<'_>]| {
        let quotient = Quotient::new(rate, parts, &[whole])?;
        if quotient.numerator > quotient.denominator { None } else { quotient.judge() }
    };
    let in_order = judged(parts.get(..number)?)?;
    if in_order.status == Status::Holds {
        return Some(in_order);
    }
    let mut largest = parts;
    order::sort_by_key(&mut largest, |part| std::cmp::Reverse(part.quantity.base()));
    let of_the_largest = judged(largest.get(..number)?).filter(|found| found.status == Status::Holds);
    Some(of_the_largest.unwrap_or(in_order))
}

/// The row that ends right before the share at `index`, in order, and the last of its parts.
fn row_before<'p, 'a>(passage: &'p Passage<'a>, index: usize) -> Option<(&'p Mention<'a>, Row)> {
    // 前三类 may be a figure of its own.
    let mut before = passage.back_from(index);
    let (at, last) = before.find(|(_, mention)| !mention.before.ends_with('前'))?;
    let listed = passage.list_of(at).filter(|list| closed::is_of_now(passage, list));
    let listed = listed.map(|list| Row { whole: Some(list.whole), parts: list.parts.clone() });
    // 信访 946 件，同比下降 12%，反映停车 310 件、…: with more in between the row itself shows what it makes.
    let shown = || {
        let Row { whole, mut parts } = closed::row_ending_at(passage, at)?;
        parts.reverse();
        whole.map(|_| Row { whole, parts })
    };
    let row = listed.or_else(shown)?;
    (index <= at + 2 && row.parts.last() == Some(&at)).then_some((last, row))
}

/// How many parts 前三类 takes, and the words behind it.
fn how_many(words: &str) -> Option<(usize, &str)> {
    let (ahead, behind) = words.split_once('前')?;
    let mut ahead = ahead;
    while let Some(shorter) = search::ahead(ahead, AHEAD) {
        ahead = shorter;
    }
    let (number, rest) = match behind.strip_prefix('两') {
        Some(rest) => (2, rest),
        None => match numeral::ordinal_prefix(behind) {
            Some(found) => found,
            None => {
                let rest = behind.trim_start_matches(|ch: char| ch.is_ascii_digit());
                (behind.strip_suffix(rest)?.parse().ok()?, rest)
            }
        },
    };
    let rest = search::beginning(rest, PARTS).and_then(|noun| rest.strip_prefix(noun)).unwrap_or(rest);
    ahead.is_empty().then_some((usize::try_from(number).ok()?, rest))
}

/// Whether `words` say no more than that parts are taken together.
fn says_no_more(words: &str) -> bool {
    let mut words = words;
    while let Some(shorter) = search::behind(words, BETWEEN) {
        words = shorter;
    }
    words.is_empty()
}
