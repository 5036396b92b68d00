//! Sums in a measure of their own: in 人次 or 件次 of what is counted in 人, 件 or 份, 入矫 174 人、解矫 168 人，合计 342 人次; in 处 of what is
//! built in 个, 座 or 块, 法治公园 3 个、长廊 12 处、宣传栏 86 块，共计 101 处.
//!
//! *Invariant:* what comes more than once is counted more than once, so that only a sum that fits, or that one slip makes fit, is
//! told.

use super::claim;
use crate::claims::Statement;
use crate::claims::cues;
use crate::claims::judge::{self, Sum};
use crate::claims::statement::{Lead, Mention, Passage};
use crate::review::Status;
use crate::search;

/// A measure of times, and those of what may come so often.
const TIMES: &[(&str, &[&str])] = &[
    ("人次", &["人", "名", "位"]),
    ("件次", &["件", "份", "项", "部", "宗", "起", "篇"]),
    ("家次", &["家", "户", "个"]),
    ("处", BUILT),
    ("个", BUILT),
];

/// What is built is counted by its form.
const BUILT: &[&str] = &["个", "处", "座", "块", "条", "面", "所", "间", "片", "道"];

/// The most figures of a row.
const MOST: usize = 8;

/// The statements about such sums in `passage`.
pub fn claims(passage: &Passage<'_>, out: &mut Vec<Statement>) {
    let sums = passage.mentions.iter().enumerate().skip(2);
    out.extend(sums.filter_map(|(index, sum)| claim(passage, index, sum)));
}

/// The statement of the `sum` at `index`.
fn claim(passage: &Passage<'_>, index: usize, sum: &Mention<'_>) -> Option<Statement> {
    let (_, counted) = TIMES.iter().find(|(word, _)| *word == sum.quantity.word())?;
    if sum.lead != Lead::Comma || !says_sum(sum.before) {
        return None;
    }
    let is_of_row = |part: &Mention<'_>| {
        part.segment == sum.segment
            && part.depth == sum.depth
            && part.quantity.is_amount()
            && counted.contains(&part.quantity.word())
            && !part.name.is_empty()
    };
    let mut parts: Vec<&Mention<'_>> = passage
        .back_from(index)
        .take(MOST)
        .map(|(_, part)| part)
        .take_while(|part| is_of_row(part))
        .collect();
    parts.reverse();
    let (first, others) = parts.split_first()?;
    // Behind commas only a whole sentence or segment is a row.
    let is_row = others.iter().all(|part| part.lead == Lead::Pause)
        || matches!(first.lead, Lead::Start | Lead::Semicolon)
            && others.iter().all(|part| part.lead == Lead::Comma);
    let adjoins = parts.last().is_some_and(|last| last.clause + 1 == sum.clause);
    // What is all counted in the measure of the sum is read elsewhere.
    let is_of_others = parts.iter().any(|part| part.quantity.class() != sum.quantity.class());
    if others.is_empty() || !is_row || !adjoins || !is_of_others {
        return None;
    }
    let terms: Vec<_> = parts.iter().map(|part| (1, part.quantity)).collect();
    let sum_up = judge::adds_up(&terms, sum.quantity);
    match sum_up {
        Sum::Meets => Some(claim::total(sum, &parts, sum_up, Status::Holds, false)),
        Sum::Off { computed, excess } => {
            // 共 200 家次 of 100 家: each of them twice.
            let is_little = parts.iter().all(|part| excess.abs() < part.quantity.value);
            let is_slip = is_little && judge::is_one_slip(sum.quantity.value, computed);
            is_slip.then(|| claim::total(sum, &parts, sum_up, Status::Broken, false))
        }
        Sum::Unclear => None,
    }
}

/// Whether `words` say that a sum follows, 合计, or that things of all kinds were built, 共建成各类阵地.
fn says_sum(words: &str) -> bool {
    const BUILDING: &[&str] = &["建成", "新建", "建设", "打造", "设置", "设立", "布设"];
    const LONGEST_NOUN: usize = 8;
    let behind = search::behind(words, cues::ALL_SUMS);
    behind.is_some_and(|behind| {
        let noun =
            search::beginning(behind, BUILDING).and_then(|verb| behind.strip_prefix(verb)).unwrap_or(behind);
        behind.is_empty() || noun.starts_with("各类") && search::length(noun) <= LONGEST_NOUN
    })
}
