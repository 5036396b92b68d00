//! Words of wholes and their parts: what opens a list, what ends it, what was done with some and what is left.
//!
//! *Invariant:* these words tell how figures belong together, never by how much they differ.

/// Words that open a list of parts of which nothing says that they are all.
pub const AMONG: &[&str] = &["其中"];

/// Words that say that the parts are all there are.
pub const PARTITION: &[&str] = &[
    "分别为",
    "分别是",
    "依次为",
    "依次是",
    "来源为",
    "方式为",
    "去向为",
    "结构为",
    "结论为",
    "等次为",
    "等级为",
    "结论是",
    "结果为",
    "结果是",
    "分为",
    "包括",
    "包含",
    "具体为",
    "具体是",
    "构成为",
    "组成为",
    "由以下",
    "划分为",
    "分布为",
];

/// Those of [`PARTITION`] that lead to what came of things, one by one.
pub const RESULTS: &[&str] = &["结论为", "结论是", "等次为", "等级为", "结果为", "结果是"];

/// Words that open a bracket in which only some parts stand.
pub const INCLUDING: &[&str] = &["含", "其中", "包括"];

/// Words that say that what stands before them is some of the figure behind them: 包含在上述化解的 7 个项目中.
pub const LIES_IN: &[&str] = &["包含在", "包括在", "统计在", "涵盖在", "计入在", "含在"];

/// Words that take up what was told right before: 上述三类, 以上合计.
pub const POINTING: &[&str] = &["上述", "以上", "前述"];

/// Words that join the last of a row to the others.
pub const AND: &[&str] = &["以及", "和", "及", "与"];

/// Nouns for a share.
pub const SHARE_NOUNS: &[&str] = &["比重", "份额", "比例"];

/// Words that make a part the rest of the whole.
pub const REST: &[&str] = &["其他", "其它", "另外", "其余", "剩余", "剩下", "余下", "余者"];

/// Those of them that leave nothing else: 其他 may be a kind of its own.
pub const LEFT: &[&str] = REST.split_at(3).1;

/// Words with which a new statement begins, so that a list of parts ends before them.
pub const NEW_STATEMENT: &[&str] = &[
    "调整后",
    "同比",
    "较上年",
    "比上年",
    "较去年",
    "比去年",
    "上年",
    "去年",
    "环比",
    "另有",
    "另查",
    "此外",
    "合计",
    "共计",
    "总计",
    "累计",
    "其中",
    "分别占",
    "涉及",
    "平均",
    "人均",
    "日均",
];

/// Words that leave only part of the matter in a label, so that it may overlap with others.
pub const OVERLAPPING: &[&str] = &[
    "主要",
    "重点",
    "重大",
    "党员",
    "科级",
    "处级",
    "新进",
    "规模以上",
    "规上",
    "专精特新",
    "即办",
    "网办",
    "通办",
    "告知承诺",
    "研究生",
    "本科",
    "大专",
    "岁",
    "女",
    "少数民族",
    "骨干",
    "省级委托",
    "罚款",
    "没收",
    "警告",
    "吊销",
    "责令",
    "拘留",
    "涉及",
    "农民工",
    "重复",
    "首次",
    "跨省",
    "妇女",
    "老年人",
    "残疾人",
    "军属",
    "最多跑一次",
    "零跑",
    "不见面",
    "可办",
    "可网办",
    "涉法涉诉",
    "党支部",
    "听证案件",
];

/// Words that share the figures behind them out among the things before them.
pub const RESPECTIVELY: &[&str] = &["分别"];

/// Words of what was done with some, so that the others are left.
pub const DONE: &[&str] =
    &["整改", "化解", "办结", "完成", "处置", "销号", "解决", "审结", "结案", "拆除", "合格", "落实", "修复"];

/// Words of the stages through which one case goes.
pub const STAGES: &[&str] = &["受理", "立案", "收案", "办结", "结案", "审结", "查结", "化解", "执结"];

/// Words of what was not done.
pub const LEFT_OVER: &[&str] = &["结转", "未结", "未审结", "未办结", "在办", "正在办理", "尚有", "尚在"];

/// Words with which something begins that is still to be done.
pub const STILL_TO_DO: &[&str] =
    &["正在", "尚在", "仍在", "还在", "尚未", "仍未", "暂未", "在办", "在审", "在调", "待", "未"];
