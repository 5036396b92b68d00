//! By what the parts of a whole are sorted, told by the clause in front of them: 按领域分, 按处罚种类分.
//!
//! *Invariant:* only the words of that clause are read.

use crate::claims::label;
use crate::claims::statement::Mention;
use crate::search;

/// 按领域分，农业 14 件、城建 11 件: whether the clause in front of `parts` says by what all are divided. 从领域看 looks at those that
/// matter.
pub fn is_divided_by(parts: &[&Mention<'_>]) -> bool {
    const DIVIDED: &[&str] = &["分", "划分", "区分", "来分", "分类", "分类管理", "分级管理"];
    let by = sorting(parts).split_once('按').and_then(|(_, words)| search::ending(words, DIVIDED));
    // 按处理方式分，卸载 83 辆次、记分 41 辆次: some may be dealt with in two ways.
    by.is_some() && parts.len() >= 2 && !label::has(sorting(parts), &["处理方式", "处置方式"])
}

/// 按处罚种类分, 按议题分: whether what `parts` are sorted by is what one thing may have several of. 872 件处罚案件中 only names what is sorted.
pub fn is_sorted_by_several(parts: &[&Mention<'_>]) -> bool {
    let by = sorting(parts);
    let names_the_whole = by.ends_with('中') && !by.contains(['按', '从']);
    !names_the_whole && label::has(by, SEVERAL)
}

/// The clause in front of the first of `parts`.
fn sorting<'a>(parts: &[&Mention<'a>]) -> &'a str {
    let clause = parts.first().and_then(|first| first.run_up.strip_suffix(first.before));
    let clause = clause.and_then(|words| words.strip_suffix(['，', '：']));
    clause.and_then(|words| words.rsplit(['，', '；', '。', '）']).next()).unwrap_or("")
}

/// Words of what one thing may have several of.
const SEVERAL: &[&str] = &[
    "主要",
    "大致",
    "大体",
    "处罚",
    "处理决定",
    "措施",
    "手段",
    "问题",
    "原因",
    "涉及",
    "功能",
    "业务",
    "内容",
    "议题",
    "违法行为",
];
