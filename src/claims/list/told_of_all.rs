//! Sums that no word calls one: something is told of all that they count, 两支队伍 413 人全部参训, or they take up the things of the row,
//! 首批 13 个、省定 8 个事项全部上线，21 个事项累计办件.
//!
//! *Invariant:* such a sum has as many parts as it says, or the noun of the row right before it.

use crate::claims::label;
use crate::claims::statement::{Mention, Passage};

/// 两支队伍 413 人全部参训: whether something is told of all that `total` counts.
pub fn tells_of_all(total: &Mention<'_>) -> bool {
    label::begins(total.after, &["均", "全部", "全员", "全覆盖"])
}

/// Whether a sum of `row` that no word calls one has as many parts as it says: they are all that count so in their clause,
/// or in the sentence before, and no times.
pub fn are_all_that_count_so(passage: &Passage<'_>, (index, before): (usize, usize), row: &[usize]) -> bool {
    const TIMES: &[char] = &['年', '季', '月', '期', '批', '轮', '次', '周', '天', '日'];
    let Some(total) = passage.mentions.get(index) else { return false };
    let class = total.quantity.class();
    let sentence =
        row.first().and_then(|&first| passage.mentions.get(first)).map_or(0, |first| first.sentence);
    let alike = passage
        .back_from(before)
        .take_while(|(_, part)| part.sentence >= sentence)
        .filter(|(_, part)| part.quantity.class() == class);
    let words = total.run_up.trim_start_matches(['，', '；']);
    alike.count() == row.len()
        && sentence + 1 >= total.sentence
        && !words.chars().take(2).any(|ch| TIMES.contains(&ch))
}

/// 首批 13 个、省定 8 个事项全部上线，21 个事项累计办件: whether the bare figure at `index` has the noun right behind the row, and something
/// is told of all that it counts.
pub fn takes_up_things(passage: &Passage<'_>, index: usize) -> bool {
    const WORD: usize = 2;
    const LONGEST: usize = 8;
    let last = index.checked_sub(1).and_then(|last| passage.mentions.get(last));
    passage.mentions.get(index).zip(last).is_some_and(|(total, last)| {
        matches!(total.before, "" | "上述" | "以上")
            && total.clause == last.clause + 1
            && total.quantity.class() == last.quantity.class()
            && total.after.chars().count() > WORD
            && (!total.before.is_empty() || last.after.contains(label::first_characters(total.after, WORD)))
            && label::has(label::first_characters(total.after, LONGEST), &["累计", "共", "均", "全部"])
    })
}
