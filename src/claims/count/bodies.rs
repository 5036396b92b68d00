//! Bodies counted kind by kind with 个 and then together with 家: 4 个卫生院和 3 个中心，共计 7 家.
//!
//! *Invariant:* every figure of the row counts bodies, and the sum stands right behind it.

use super::{Listed, may_count, statement};
use crate::claims::Statement;
use crate::claims::cues::SUMS_AND_TOGETHER;
use crate::claims::label;
use crate::claims::statement::{Lead, Mention, Passage};

/// How the names of bodies that may be counted with 家 end or go on.
const BODIES: &[&str] = &[
    "医院",
    "卫生院",
    "中心",
    "卫生室",
    "学校",
    "中学",
    "小学",
    "幼儿园",
    "企业",
    "公司",
    "单位",
    "机构",
    "合作社",
    "农场",
    "林场",
    "基地",
    "市场",
    "养老院",
    "敬老院",
    "福利院",
    "法院",
    "检察院",
];

/// Those of them that any body may be called.
const GENERAL: &[&str] = &["企业", "公司", "单位"];

/// The sum `stated` against the row of figures before it.
pub fn before(passage: &Passage<'_>, stated: &Mention<'_>) -> Option<Statement> {
    let measure = stated.quantity.measure?.word;
    let is_sum = SUMS_AND_TOGETHER.contains(&stated.before);
    if measure != "家" || !is_sum || stated.lead != Lead::Comma {
        return None;
    }
    let index = passage.mentions.partition_point(|mention| mention.token < stated.token);
    let row = passage.row_ending_at(index.checked_sub(1)?);
    let (first, last) = (row.first()?, row.last()?);
    let counts_bodies = |part: &&Mention<'_>| {
        part.quantity.measure.is_some_and(|measure| measure.word == "个")
            && may_be_part(part)
            && label::has(label::first_characters(part.after, 12), BODIES)
    };
    let adjoins =
        last.segment == stated.segment && last.clause + 1 == stated.clause && last.bracket == stated.bracket;
    // A figure in front of the row may belong to it, whatever stands between them.
    let is_whole = passage
        .back_from(index)
        .take_while(|(_, part)| part.segment == stated.segment && part.sentence == stated.sentence)
        .count()
        == row.len();
    // 共9家单位入驻: who came is another matter, unless the row counts 单位 as well.
    let takes_up = |word: &&str| {
        stated.after.contains(*word)
            && (!GENERAL.contains(word) || row.iter().any(|part| part.after.contains(*word)))
    };
    let is_taken_up = stated.after.is_empty() || BODIES.iter().any(takes_up);
    if !is_taken_up || row.len() < 2 || !adjoins || !is_whole || !row.iter().all(counts_bodies) {
        return None;
    }
    let sum = row.iter().filter_map(|part| part.quantity.value.to_whole()).sum::<i128>();
    let count = usize::try_from(sum).ok()?;
    let span = first.quantity.span.join(last.quantity.span);
    statement(stated, &Listed { least: count, likely: count, most: count, span, is_open_ended: false }, true)
}

/// One body of a kind is a part as well.
fn may_be_part(part: &Mention<'_>) -> bool {
    may_count(part) || part.quantity.value.to_whole() == Some(1)
}
