//! The year that the report is about.
//!
//! *Invariant:* an answer is a year from 2000 to 2099 that the paper itself names or implies.

use super::{Block, BlockKind, Document};
use crate::numeral;
use crate::search;
use crate::source::Source;

/// The year at the start of `text` if 年 follows it.
pub(super) fn at(text: &str) -> Option<u16> {
    let digits = text.get(..4)?;
    let rest = text.get(4..)?;
    (digits.starts_with("20") && digits.bytes().all(|byte| byte.is_ascii_digit()) && rest.starts_with('年'))
        .then(|| digits.parse().ok())
        .flatten()
}

/// The years written in `text`, each with what follows its 年.
fn all(text: &str) -> impl Iterator<Item = (u16, &str)> {
    search::places_of(text, "20").filter_map(move |place| {
        let rest = text.get(place..)?;
        Some((at(rest)?, rest.get(4..)?.strip_prefix('年')?))
    })
}

/// The year in the characters 二〇二三 before 年.
fn in_characters(text: &str) -> Option<u16> {
    let place = text.find("二〇").or_else(|| text.find("二○")).or_else(|| text.find("二零"))?;
    let mut year = 0u16;
    for (count, ch) in text.get(place..)?.chars().enumerate() {
        if ch == '年' && count == 4 {
            return Some(year);
        }
        let digit = numeral::digit_of_row(ch)?;
        year = year.checked_mul(10)?.checked_add(u16::try_from(digit).ok()?)?;
    }
    None
}

/// The report year: from the title, else the year that 法治政府建设 most often follows, else the
/// first sentence, else the signature.
pub(super) fn find(source: &Source<'_>, document: &Document) -> Option<u16> {
    if let Some(title) = &document.title
        && let Some(year) =
            all(&title.text).map(|(year, _)| year).next().or_else(|| in_characters(&title.text))
    {
        return Some(year);
    }
    let body = || document.blocks.iter().filter(|block| block.kind.is_body());
    let mut counts: Vec<(u16, usize)> = Vec::new();
    let sentences = body().flat_map(|block| block_text(source, block).split('。'));
    for sentence in sentences {
        for (year, rest) in all(sentence).filter(|(_, rest)| is_near(rest)) {
            // What is behind the last of these words in its sentence is no plan.
            if search::has(rest, &["安排", "打算", "计划", "思路", "将"]) {
                continue;
            }
            match counts.iter_mut().find(|(counted, _)| *counted == year) {
                Some((_, count)) => *count += 1,
                None => counts.push((year, 1)),
            }
        }
    }
    // Of two years named equally often the earlier one: the later one is the plan's.
    if let Some(&(year, _)) = counts.iter().max_by_key(|(year, count)| (*count, u16::MAX - *year)) {
        return Some(year);
    }
    let first = body().find(|block| block.kind == BlockKind::Prose).map(|block| block_text(source, block));
    let sentence = first.and_then(|text| text.split('。').next()).unwrap_or("");
    if let Some((year, _)) = all(sentence).find(|(_, rest)| !is_of_another_time(rest)) {
        return Some(year);
    }
    let signed = document.signed_on?;
    Some(if signed.month <= 6 { signed.year - 1 } else { signed.year })
}

/// Whether 法治政府建设 follows within a few characters of the same sentence.
fn is_near(rest: &str) -> bool {
    rest.char_indices()
        .take_while(|&(at, ch)| at <= "度全面推进法".len() && !matches!(ch, '。' | '\n'))
        .any(|(at, _)| rest.get(at..).is_some_and(|rest| rest.starts_with("法治政府建设")))
}

/// Whether the year is that of a paper which is named behind it, or one from which a time runs: 2017年印发的《…》,
/// 2021年制定的标准, 2021年以来.
fn is_of_another_time(rest: &str) -> bool {
    const LONGEST_VERB: usize = 8;
    const ISSUED: [&str; 10] =
        ["的《", "印发的", "制定的", "出台的", "发布的", "公布的", "颁布的", "修订的", "修正的", "以来"];
    let length: usize = rest
        .chars()
        .take(LONGEST_VERB)
        .take_while(|ch| !matches!(ch, '，' | '、' | '；'))
        .map(char::len_utf8)
        .sum();
    let near = rest.get(..length).unwrap_or("");
    search::has(near, &ISSUED) || near.starts_with(['起', '至', '—', '-'])
}

fn block_text<'s>(source: &'s Source<'_>, block: &Block) -> &'s str {
    source.folded(block.span)
}
