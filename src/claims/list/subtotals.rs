//! Sums among the parts of a sum: 甲镇 41 件、乙镇 23 件，小计 64 件，丙镇 118 件，合计 182 件.
//!
//! *Invariant:* what a sum has summed up is not summed up again by the next one of other words.

use crate::claims::cues;
use crate::claims::statement::{Lead, Passage};
use crate::search;

/// 甲镇 41 件、乙镇 23 件，小计 64 件，丙镇 118 件，合计 182 件: `parts` without those of which a sum stands among them, and from the
/// last sum on that has the words of the one at `total`: what one 共 has summed up the next one only goes on from.
pub fn above_subtotals(passage: &Passage<'_>, total: usize, parts: Vec<usize>) -> Vec<usize> {
    let words = sum_words(passage, total);
    let mut kept: Vec<usize> = Vec::with_capacity(parts.len());
    let mut told = 0;
    for part in parts {
        let sum = sum_words(passage, part);
        if cues::SUMS_AND_TOGETHER.contains(&sum) {
            told = if sum == words { 0 } else { told };
            kept.truncate(told);
            told += 1;
        }
        kept.push(part);
    }
    kept
}

/// The words before the figure at `index` without the noun of the figure before it: 38 个行政村、21 个社区合计 59 个.
pub fn sum_words<'a>(passage: &Passage<'a>, index: usize) -> &'a str {
    let Some(total) = passage.mentions.get(index) else { return "" };
    let counts_first = index
        .checked_sub(1)
        .and_then(|before| passage.mentions.get(before))
        .is_some_and(|before| total.lead == Lead::Nothing && before.before.is_empty());
    if !counts_first {
        return total.before;
    }
    // 32 家二级医院、418 家卫生院共 450 家: 共 at the end of the words is no part of a noun.
    let bare = total.before.strip_suffix('共').map(str::len);
    let from = cues::SUMS.iter().find_map(|cue| search::find(total.before, cue)).or(bare);
    from.and_then(|from| total.before.get(from..)).unwrap_or(total.before)
}
