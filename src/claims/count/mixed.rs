//! Places and organs counted and named together: 4 个镇和城关街道共 5 个单位, 三家单位和听涛街道共 4 家.
//!
//! *Invariant:* every name is that of one place; a noun that may be several is none, and only a near miss is told.

use super::{Listed, may_count, statement};
use crate::claims::Statement;
use crate::claims::cues::SUMS_AND_TOGETHER;
use crate::claims::label;
use crate::claims::statement::{Mention, Passage};
use crate::search;
use crate::source::ViewSpan;

/// How names of places and what they are counted by end.
const ENDS: &[&str] = &["镇", "乡", "街道", "村", "社区", "园区", "区", "县", "市", "办事处", "林场", "农场"];

/// What organs are counted by.
const ORGANS: &[&str] = &["单位", "部门", "机关", "机构"];

/// What the sum may count them as.
const GATHERED: &[&str] =
    &["单位", "乡镇", "镇街", "街镇", "镇乡", "镇", "街道", "地区", "区域", "板块", "辖区", "县区", "县市"];

/// The sum `stated` against the counts and names in front of it.
pub fn before(passage: &Passage<'_>, stated: &Mention<'_>) -> Option<Statement> {
    let sum = search::ending(stated.before, SUMS_AND_TOGETHER)?;
    let counted = passage.figure_before(stated.token)?;
    // 三家单位和听涛街道共 4 家: what they are counted by need not be said again.
    let is_measure_again = || stated.quantity.word() == "家" && counted.quantity.word() == "家";
    if !label::begins(stated.after, GATHERED) && !is_measure_again() {
        return None;
    }
    let adjoins = counted.clause == stated.clause && counted.bracket == stated.bracket;
    let words = passage.between(counted.quantity.span.end, stated.quantity.span.start).strip_suffix(sum)?;
    let names = names_behind(words).filter(|_| adjoins)?;
    let row = passage.row_ending_with(counted);
    if !row.iter().all(|part| may_count(part)) || row.len() + names < 2 {
        return None;
    }
    let counted = row.iter().try_fold(0, |all: i128, part| Some(all + part.quantity.value.to_whole()?))?;
    let count = usize::try_from(counted).ok()?.checked_add(names)?;
    let number = usize::try_from(stated.quantity.value.to_whole()?).ok()?;
    let span = ViewSpan { end: stated.quantity.span.start, ..row.first()?.quantity.span };
    let listed = Listed { least: count, likely: count, most: count, span, is_open_ended: false };
    (number.abs_diff(count) <= 1).then(|| statement(stated, &listed, false)).flatten()
}

/// How many places `words` name behind what was counted: 镇和城关街道.
fn names_behind(words: &str) -> Option<usize> {
    const JOINTS: &[char] = &['、', '和', '及', '与'];
    const VAGUE: &[&str] =
        &["有关", "相关", "部分", "各", "其他", "所有", "下属", "等", "全部", "直属", "所辖"];
    const LONGEST_NOUN: usize = 6;
    const LENGTHS: std::ops::RangeInclusive<usize> = 3..=10;
    // 3 个部门及柳泉镇、河东镇 2 个乡镇共 5 家单位: all of them were counted.
    if ENDS.contains(&words) || GATHERED.contains(&words) {
        return Some(0);
    }
    let (noun, rest) = words.split_once(JOINTS)?;
    let is_place = |name: &str| search::ending(name, ENDS).is_some();
    let is_noun =
        (is_place(noun) || search::ending(noun, ORGANS).is_some()) && search::length(noun) <= LONGEST_NOUN;
    let names: Vec<&str> = rest.split(JOINTS).collect();
    let are_names = names
        .iter()
        .all(|name| is_place(name) && LENGTHS.contains(&search::length(name)) && !label::has(name, VAGUE));
    (is_noun && are_names).then_some(names.len())
}

/// Whether `words` end in a word that sums up.
pub fn sums_up(words: &str) -> bool {
    search::ending(words, SUMS_AND_TOGETHER).is_some()
}
