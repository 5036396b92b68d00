//! Levels of government and what they are called: 县, 街道, 村.
//!
//! *Invariant:* names of one level are one, whatever they are called.

use super::label;

/// Names of levels of government, those of one level together: 镇 and 街道 may be told side by side and are one.
const LEVELS: &[&[&str]] = &[
    &["中央", "国家"],
    &["省", "自治区"],
    &["市", "州", "盟", "地"],
    &["县", "区", "旗", "县区", "区县", "县市", "市县", "市区"],
    &["乡", "镇", "街", "街道", "乡镇", "镇街", "镇办", "乡镇街道", "办事处"],
    &["村", "社区", "村居", "村社", "村社区", "居"],
    &["组", "村组"],
    &["网格"],
    &["微网格"],
    &["楼栋", "楼院", "小区", "庭院"],
    &["户"],
];

/// The most characters of a name.
const LONGEST_NAME: usize = 4;

/// Which level `name` is of, from above.
pub fn of(name: &str) -> Option<usize> {
    LEVELS.iter().position(|names| names.contains(&name))
}

/// Whether `level` is one of government, and not what a village is divided into, which need not be called a level.
pub fn is_of_government(level: usize) -> bool {
    const LOWEST: &str = "村";
    of(LOWEST).is_some_and(|lowest| level <= lowest)
}

/// 市级派驻、县级、乡镇: whether each of `labels` begins with the name of another level, and they are three or more.
pub fn begin_with_levels(labels: &[&str]) -> bool {
    const FEWEST: usize = 3;
    let level = |label: &&str| {
        let names = (1..=LONGEST_NAME).rev().map(|length| label::first_characters(label, length));
        names.map(|name| name.strip_suffix('级').unwrap_or(name)).find_map(of)
    };
    let mut seen = 0_u32;
    let are_others = labels.iter().all(|label| {
        level(label).is_some_and(|level| {
            let bit = 1 << level;
            let is_new = seen & bit == 0;
            seen |= bit;
            is_new
        })
    });
    labels.len() >= FEWEST && are_others
}

/// The longest name of a level with which `words` end.
pub fn ending(words: &str) -> Option<&str> {
    let starts = words.char_indices().rev().map(|(at, _)| at).take(LONGEST_NAME);
    starts.filter_map(|at| words.get(at..)).filter(|name| of(name).is_some()).last()
}

/// 村（居）, 县（市、区）: whether `inside` names other levels, or the same by other names, as that with which `ahead` ends.
pub fn are_alternatives(ahead: &str, inside: &str) -> bool {
    ending(ahead).is_some() && inside.split('、').all(|name| of(name).is_some())
}
