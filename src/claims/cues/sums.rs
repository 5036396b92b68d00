//! Words of sums and of numbers of things: what says that a sum stands behind it, and nouns that are no more than that.
//!
//! *Invariant:* each word is written once; the lists that leave some out are pieces of the longest.

/// Every word that says that what stands behind it is a sum; 汇总计 before 总计, in which it ends.
pub const ALL_SUMS: &[&str] =
    &["累计", "小计", "汇总计", "一共", "总共", "合共", "拢共", "统共", "通共", "合计", "共计", "总计", "共"];

/// Without 累计, which may be of more than stands here.
pub const SUMS_AND_TOGETHER: &[&str] = match ALL_SUMS {
    [_, sums @ ..] => sums,
    [] => &[],
};

/// Without 共 as well, which may be a part of a noun.
pub const SUMS: &[&str] = match ALL_SUMS {
    [_, sums @ .., _] => sums,
    _ => &[],
};

/// All but 共.
pub const SUMS_SO_FAR: &[&str] = match ALL_SUMS {
    [sums @ .., _] => sums,
    [] => &[],
};

/// Those that are no adverbs of what was done: 幼儿园合计 64 所, but 总共举办 64 场.
pub const SUMS_ALONE: &[&str] = match ALL_SUMS {
    [.., first, second, third, _] => &[*first, *second, *third],
    _ => &[],
};

/// Verbs with which parts are added up in front of their sum.
pub const ADDED_UP: &[&str] = &[
    "相加",
    "加在一起",
    "合在一起",
    "合在一处",
    "加起来",
    "合起来",
    "合并计算",
    "合并计",
    "并计",
    "加总",
    "累加",
    "求和",
    "之和",
];

/// Nouns of sums.
pub const TOTALS: &[&str] =
    &["总人数", "总数", "总量", "总件数", "总户数", "总额", "总面积", "总金额", "合计数", "总和"];

/// Ends of a name that say no more than that it is counted, the longer ones first.
pub const COUNTED: &[&str] = &[
    "总件数",
    "总人数",
    "总户数",
    "总数",
    "总量",
    "总额",
    "件数",
    "人数",
    "户数",
    "家数",
    "份数",
    "起数",
    "次数",
    "数量",
    "数",
    "量",
    "额",
];
