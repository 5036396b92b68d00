//! Where a change begins: 由 20 个工作日, 从 1.42 万人, 自上年的 71.5%.
//!
//! *Invariant:* 自 is such a word only for itself, never as a part of 自然, 来自 and the like.

use crate::claims::cue_set::Cue;
use crate::claims::statement::Mention;

/// Whether a change begins with the figure.
pub fn starts(mention: &Mention<'_>) -> bool {
    mention.has(Cue::From) || has_since(mention.before)
}

/// Whether 自 stands in `words` for itself.
fn has_since(words: &str) -> bool {
    const BEHIND: &[char] = &[
        '然', '主', '查', '治', '筹', '我', '行', '动', '贸', '营', '愿', '觉', '身', '由', '有', '建', '产',
        '用', '首', '来', '助', '费', '家', '纠', '学', '备', '给', '立', '律', '评', '发', '制', '考', '报',
        '收', '救',
    ];
    const AHEAD: &[char] = &['来', '亲', '各', '独', '私', '擅', '出', '源', '发', '取', '暗', '放'];
    words.match_indices('自').any(|(at, sign)| {
        let (ahead, behind) = (words.get(..at), words.get(at + sign.len()..));
        ahead.is_some_and(|ahead| !ahead.ends_with(AHEAD))
            && behind.is_some_and(|behind| !behind.starts_with(BEHIND))
    })
}
