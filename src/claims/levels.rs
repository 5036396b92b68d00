//! Levels of government and what they are called: 县, 街道, 村.
//!
//! *Invariant:* names of one level are one, whatever they are called.

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

/// The longest name of a level with which `words` end.
pub fn ending(words: &str) -> Option<&str> {
    let starts = words.char_indices().rev().map(|(at, _)| at).take(LONGEST_NAME);
    starts.filter_map(|at| words.get(at..)).filter(|name| of(name).is_some()).last()
}

/// 村（居）, 县（市、区）: whether `inside` names other levels, or the same by other names, as that with which `ahead` ends.
pub fn are_alternatives(ahead: &str, inside: &str) -> bool {
    ending(ahead).is_some() && inside.split('、').all(|name| of(name).is_some())
}
