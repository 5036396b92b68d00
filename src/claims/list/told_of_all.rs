//! Sums that no word calls one: something is told of all that they count, 两支队伍 413 人全部参训, or they take up the things of the row,
//! 首批 13 个、省定 8 个事项全部上线，21 个事项累计办件.
//!
//! *Invariant:* such a sum has as many parts as it says, or the noun of the row right before it.

use crate::claims::flow::movement;
use crate::claims::label;
use crate::claims::statement::{Mention, Passage};
use crate::search;

/// 两支队伍 413 人全部参训: whether something is told of all that `total` counts.
pub fn tells_of_all(total: &Mention<'_>) -> bool {
    label::begins(total.after, &["均", "全部", "全员", "全覆盖"])
}

/// The row of `number` parts before the figure at `before` that the sum at `index` may be of: all that count so in its sentence, or
/// in the nearest one before that has as many. Years and turns are no parts.
pub fn row_of(passage: &Passage<'_>, (index, before): (usize, usize), number: usize) -> Option<Vec<usize>> {
    const TIMES: &[char] = &['年', '季', '月', '期', '批', '轮', '次', '周', '天', '日'];
    const FARTHEST: u32 = 3;
    let total = passage.mentions.get(index)?;
    let words = total.run_up.trim_start_matches(['，', '；']);
    if number < 2 || words.chars().take(2).any(|ch| TIMES.contains(&ch)) {
        return None;
    }
    let row_in = |sentence: u32| -> Vec<usize> {
        let alike = passage
            .back_from(before)
            .filter(|(_, part)| part.sentence == sentence && part.quantity.class() == total.quantity.class());
        let mut row: Vec<usize> = alike.map(|(at, _)| at).collect();
        row.reverse();
        row
    };
    let own = row_in(total.sentence);
    if !own.is_empty() {
        return Some(own).filter(|row| row.len() == number);
    }
    // 今年退休 8 人: who left since is none of them any more.
    let moves = |&at: &usize| passage.mentions.get(at).is_some_and(|part| movement::in_words(part).is_some());
    let earlier = (1..=FARTHEST).filter_map(|back| total.sentence.checked_sub(back));
    let mut rows = earlier.map(row_in).take_while(|row| row.len() == number || !row.iter().any(moves));
    rows.find(|row| row.len() == number)
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
            && search::length(total.after) > WORD
            && (!total.before.is_empty() || last.after.contains(label::first_characters(total.after, WORD)))
            && label::has(label::first_characters(total.after, LONGEST), &["累计", "共", "均", "全部"])
    })
}
