//! Stocks at the beginning and the end of a month, a quarter or a week: 月初在站 47 人, 季末库存 62 件.
//!
//! *Invariant:* right behind the time stands a word of what is there; 3月初检查 and 月末召开 tell of what was done.

use crate::claims::cues;
use crate::claims::label;
use crate::search;

/// Words of what is there at a time.
const THERE: &[&str] = &[
    "在站",
    "在册",
    "在库",
    "在院",
    "在岗",
    "在编",
    "在办",
    "在建",
    "在校",
    "在所",
    "在押",
    "在矫",
    "在园",
    "在栏",
    "在职",
    "在住",
    "在训",
    "在管",
    "在租",
    "在账",
    "在养",
    "库存",
    "结存",
    "结余",
    "存量",
    "存栏",
    "留存",
    "滞留",
    "实有",
    "实存",
    "余额",
    "未结",
    "未办结",
    "未审结",
    "未执结",
    "未销号",
    "未整改",
];

/// Whether `words` tell of the stock at the beginning of a part of the year.
pub fn opens(words: &str) -> bool {
    tells_of(words, cues::BEGINNINGS_OF_PARTS)
}

/// Whether `words` tell of the stock at the end of the part of the year that was spoken of: 月末, and not 6月末, which
/// may lie between 年初 and 年末.
pub fn closes(words: &str) -> bool {
    let words = words.trim_start_matches(['至', '到', '当', '本']);
    label::begins(words, cues::ENDS_OF_PARTS) && tells_of(words, cues::ENDS_OF_PARTS)
}

/// 结转2025年, 结转下年使用: what is carried on into the next year, whatever is done with it there.
pub fn carries_on(words: &str) -> bool {
    search::split(words, "结转").is_some_and(|(_, rest)| {
        let rest = rest.trim_start_matches(['至', '到', '入']);
        let year = rest.trim_start_matches(|ch: char| ch.is_ascii_digit());
        rest.starts_with(['下', '次', '明']) || (year.len() < rest.len() && year == "年")
    })
}

fn tells_of(words: &str, times: &[&str]) -> bool {
    words.contains(['初', '首', '头', '末', '尾', '底'])
        && times.iter().any(|time| {
            search::split(words, time).is_some_and(|(_, rest)| {
                let rest = rest.trim_start_matches('，').trim_start_matches(['尚', '仍', '共']);
                label::begins(rest, THERE)
            })
        })
}
