//! Places of another rank than those that are counted behind them: 辖 6 县 2 区，共 126 个乡镇街道.
//!
//! *Invariant:* told by the names of the ranks alone; a sum that names none of them may be of all.

use super::List;
use crate::claims::label;
use crate::claims::statement::{Mention, Passage};

/// Names of the ranks of places.
const RANKS: &[&str] = &["县", "区", "市", "州", "旗", "乡", "镇", "街道", "村", "社区"];

/// How much behind the sum may be the name of what it counts.
const LONGEST_NAME: usize = 8;

/// Whether `list` sums up places from behind by the name of places of another rank.
pub fn are_of_another(passage: &Passage<'_>, list: &List) -> bool {
    let Some(whole) = passage.mentions.get(list.whole) else { return false };
    let counted = label::first_characters(whole.after, LONGEST_NAME);
    let counted = counted.split(['，', '。', '；', '、']).next().unwrap_or("");
    if rank(whole.quantity.word()).is_some() || !label::has(counted, RANKS) {
        return false;
    }
    let parts = list.parts.iter().filter_map(|&part| passage.mentions.get(part));
    parts.filter_map(rank_of).any(|rank| !counted.contains(rank))
}

/// The rank of the places that `part` counts and does not name: 6 县, 6 个县.
fn rank_of(part: &Mention<'_>) -> Option<&'static str> {
    rank(part.quantity.word()).or_else(|| {
        let noun = label::first_characters(part.after, 2);
        RANKS.iter().rev().find(|rank| noun.starts_with(**rank)).copied()
    })
}

fn rank(word: &str) -> Option<&'static str> {
    RANKS.iter().find(|rank| **rank == word).copied()
}
