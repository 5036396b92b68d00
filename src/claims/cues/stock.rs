//! Words of what there is before and after movements.
//!
//! *Invariant:* each of these words is of a state before or after; what happens between is in `movement`.

/// Words of what came over from the year before.
pub const CARRIED_OVER: &[&str] = &["结转", "遗留", "上年未", "旧存", "期初未", "年初未", "上期未", "往年未"];

/// Words of a stock before its changes.
pub const OPENING: &[&str] = &[
    "原有",
    "年初",
    "期初",
    "上年结转",
    "上年末",
    "上年底",
    "去年底",
    "结转上年",
    "上年度结转",
    "存量",
    "原共有",
    "调整前",
    "上年未结",
    "上年未审结",
    "上年末未结",
    "年初未结",
    "年初未审结",
    "期初未结",
    "上年遗留",
    "上年结存",
    "上年末结存",
    "上年底结存",
    "上年结余",
    "上年末结余",
    "上年底结余",
    "年初结存",
    "期初结存",
    "原存",
    "年初结余",
    "期初结余",
    "旧存",
    "原为",
    "原设",
    "原列",
    "原载",
    "原收录",
    "原登记",
    "原在",
    "原来",
    "上年度结存",
    "上年度结余",
    "上年度遗留",
    "上年度未结",
    "去年结转",
    "去年结存",
    "去年末",
    "去年遗留",
    "上期结转",
    "上期结存",
    "上季度末",
    "上月末",
    "上月底",
    "上月留存",
    "上月结转",
    "上月结存",
    "上月未结",
    "接上年",
    "年初在",
    "跨年",
    "年初保留",
    "期初保留",
    "原保留",
    "原共保留",
    "原承担",
    "原行使",
];

/// Words of a stock after its changes.
pub const CLOSING: &[&str] = &[
    "调整后",
    "年末",
    "期末",
    "年底",
    "未结",
    "未审结",
    "结转下年",
    "结转下一年",
    "剩余",
    "现有",
    "现共有",
    "现保留",
    "保留",
    "仍有",
    "尚有",
    "尚余",
    "目前共有",
    "现存",
    "年末结存",
    "月末留存",
    "清理后",
    "期末结存",
    "结余",
    "动态调整为",
    "年底未结",
    "年末结余",
    "期末结余",
    "年底结余",
    "期末结存",
    "结存",
    "转下年",
    "转入下年",
    "转入下一年",
    "结转次年",
    "结转至",
    "移至下年",
    "现为",
    "现剩",
    "现行清单",
    "现行目录",
    "剩",
    "余额",
    "尚存",
    "仍存",
    "仍在办",
    "留存",
    "年度末",
    "期末存量",
    "年末存量",
    "年底存量",
    "目前存量",
    "现存量",
    "剩余存量",
    "年末旧存",
    "年底旧存",
    "期末旧存",
];

/// Words of the end of a year, where one year's stock is the next one's opening.
pub const YEAR_END: &[&str] = &["年末", "年底"];

/// Words of the time before this year.
pub const BEFORE_THIS_YEAR: &[&str] =
    &["上年度", "上年", "去年", "上一年度", "上一年", "上期", "以前年度", "往年", "历年"];

/// Beginnings of parts of the year; 年初 and 期初 are cues of their own.
pub const BEGINNINGS_OF_PARTS: &[&str] = &["月初", "季度初", "季初", "周初", "旬初", "岁首", "岁初", "年头"];

/// Ends of them.
pub const ENDS_OF_PARTS: &[&str] =
    &["月末", "月底", "季度末", "季末", "季度底", "周末", "旬末", "岁末", "岁尾", "年尾"];

/// Versions of a list before this one.
pub const VERSIONS_BEFORE: &[&str] = &[
    "原清单",
    "原目录",
    "原台账",
    "原名录",
    "原名单",
    "原公布",
    "原版",
    "旧版",
    "上版",
    "上一版",
    "老版",
    "上年版",
    "历史遗留",
];

/// Versions of now.
pub const VERSIONS_OF_NOW: &[&str] = &["新版", "新清单", "新目录", "现行清单", "现行目录", "更新版", "最终"];

/// Words of what was taken over from those above.
pub const TAKEN_OVER: &[&str] = &["承接", "接收"];

/// 清理前, 原收录, 清理后, 新备案, 未整改, 结转下年: signs without which words tell of none of these.
pub const AHEAD_OF_TURN: &[&str] = &["前"];
/// The same for what is there behind a change.
pub const BEHIND_TURN: &[&str] = &["后"];
/// The same for what there was.
pub const FORMER: &[&str] = &["原"];
/// The same for what came newly.
pub const NEW: &[&str] = &["新"];
/// The same for what was not done.
pub const NOT_DONE: &[&str] = &["未"];
/// The same for what is carried on.
pub const CARRIED_ON: &[&str] = &["结转"];

/// All that may be said of the stock that a movement led to: 上年末 1600 名，今年新增 560 名，累计达到 2160 名.
pub const SO_FAR: &[&str] = &[
    "累计达",
    "累计达到",
    "累计已达",
    "累计有",
    "累计为",
    "总数达",
    "总数达到",
    "总数为",
    "总数已达",
    "总量达",
    "总量达到",
    "总量为",
    "总数增至",
    "总数增加到",
    "总数增加至",
    "总量增至",
    "总量增加到",
    "总量增加至",
    "共达",
    "达到",
    "总人数达",
    "总人数达到",
    "总人数为",
];
