//! 案件 88 宗，不是适用简易程序就是适用普通程序，前者 35 宗，后者 53 宗: the former and the latter of two that are all.
//!
//! *Invariant:* the words between the whole and the former say that there is no third; 其中 and 主要 say that there may be.

use super::Opener;
use super::whole::{fits, whole_before};
use crate::claims::label;
use crate::claims::statement::Passage;
use crate::search;

/// Pairs of words between which one stands, and behind which the other.
const EITHER_OR: &[(&str, &str)] = &[
    ("不是", "就是"),
    ("不是", "便是"),
    ("不是", "即是"),
    ("要么", "要么"),
    ("或者", "或者"),
    ("或是", "或是"),
    ("或为", "或为"),
    ("均为", "或"),
    ("全部为", "或"),
];

/// The kinds of two: 分简易、普通两类.
const TWO: &[&str] = &["两类", "两种", "两个类别", "两部分", "二类", "两大类", "2类", "两项", "两级", "两档"];

/// The former and the latter that begin with the figure at `index`: how they are known, their whole, and they.
pub fn pair_at(passage: &Passage<'_>, index: usize) -> Option<(Opener, usize, Vec<usize>)> {
    let (former, latter) = (passage.mentions.get(index)?, passage.mentions.get(index + 1)?);
    let (what, other) = (former.before.strip_prefix("前者")?, latter.before.strip_prefix("后者")?);
    // 前者已结 35 宗: what was done with some of them is no kind.
    let is_bare = |words: &str| matches!(words, "" | "有" | "为" | "共" | "计" | "是" | "共有" | "达");
    let are_a_pair = former.sentence == latter.sentence
        && former.bracket == latter.bracket
        && is_bare(what)
        && is_bare(other)
        && fits(passage, index, index + 1);
    if !are_a_pair {
        return None;
    }
    let whole = whole_before(passage, index, false, &[])?;
    let words = passage.between(passage.mentions.get(whole)?.quantity.span.end, former.start);
    let is_divided = label::has(words, &["分", "有", "包括"]) && label::has(words, TWO);
    let leaves_no_third = is_divided
        || EITHER_OR.iter().any(|(one, or)| {
            search::split(words, one).is_some_and(|(_, behind)| behind.trim_start_matches('，').contains(or))
        });
    let are_some = label::has(words, &["其中", "主要", "大多", "多数", "多为", "等", "基本"]);
    (leaves_no_third && !are_some).then_some((Opener::Partition, whole, vec![index, index + 1]))
}
