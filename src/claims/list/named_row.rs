//! Rows that are shared out among as many as are named, and the whole body behind them: 东、西、南三个中队查扣车辆依次为 54 辆、63
//! 辆、49 辆，全支队累计查扣 166 辆.
//!
//! *Invariant:* a number in front of the row says that these are all there are of their kind; that the body has nothing
//! besides is likely, not said.

use std::ops::Range;

use super::reversed::tells_of_some;
use crate::claims::label;
use crate::claims::respective;
use crate::claims::statement::{Lead, Mention, Passage};

/// The row that the figure at `index` sums up, where it is the whole of a body with the verb of the row.
pub fn summed_up_at(passage: &Passage<'_>, index: usize) -> Option<Range<usize>> {
    let total = passage.mentions.get(index).filter(|total| total.lead == Lead::Comma)?;
    let verb = verb_of_all(total.before)?;
    let row = respective::row_ending_before(passage, index)?;
    let head = passage.mentions.get(row.start)?;
    let number = passage.mentions.get(row.start.checked_sub(1)?)?;
    let is_number_of_them = number.quantity.is_chinese
        && number.clause == head.clause
        && number.quantity.value.to_whole().and_then(|number| usize::try_from(number).ok())
            == Some(row.len());
    let is_of_the_row = total.quantity.class() == head.quantity.class()
        && head.before.contains(verb)
        && !tells_of_some(head)
        && !leaves_some(passage, total);
    (is_number_of_them && is_of_the_row).then_some(row)
}

/// 全支队累计查扣: what the whole body did.
fn verb_of_all(words: &str) -> Option<&str> {
    const LONGEST_SCOPE: usize = 4;
    const SUMS: &[&str] = &["累计", "共计", "合计", "总计", "一共", "总共", "共"];
    // 全年 may be more time than that of the row, and 全省 more places.
    const WIDER: &[char] = &['年', '国', '省', '部'];
    let words = words.strip_prefix('全')?;
    let (scope, verb) = SUMS.iter().find_map(|sum| words.split_once(sum))?;
    let is_scope = (1..=LONGEST_SCOPE).contains(&scope.chars().count()) && !scope.starts_with(WIDER);
    (is_scope && verb.chars().count() >= 2).then_some(verb)
}

/// 全大队查处 1124 起，其余由机动中队查处: whether what stands behind `total` tells of others besides the row.
fn leaves_some(passage: &Passage<'_>, total: &Mention<'_>) -> bool {
    const OTHERS: &[&str] = &["其余", "其他", "其中", "另", "含", "包括", "还有"];
    let behind = passage.between(total.quantity.span.end, passage.end());
    label::begins(behind.trim_start_matches(['，', '；', '（', '。']), OTHERS)
}
