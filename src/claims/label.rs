//! What a figure counts: its words without the cues and verbs around them.
//!
//! *Invariant:* cue words are listed here and nowhere else, so that a cue means the same to every
//! builder.

use super::statement::Mention;
use crate::search;

/// Words that open a list of parts of which nothing says that they are all.
pub const AMONG: &[&str] = &["其中"];

/// Words that say that the parts are all there are.
pub const PARTITION: &[&str] = &[
    "分别为",
    "分别是",
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
    "即",
];

/// Words that open a bracket in which only some parts stand.
pub const INCLUDING: &[&str] = &["含", "其中", "包括"];

/// Words before a figure that only compares.
pub const COMPARISON: &[&str] = &["上年", "去年", "同比", "同期", "较", "比", "上一年", "前年"];

/// Words that make a part the rest of the whole.
pub const REST: &[&str] = &["其他", "其它", "其余", "剩余", "余下", "另外"];

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
];

/// What `mention` counts: its words in front without cues, else its words behind.
pub fn label<'a>(mention: &Mention<'a>) -> &'a str {
    let front = strip(mention.before);
    match (front, first_words(mention.after)) {
        // 合计 143 件，: the cue is all there is.
        ("", "") => mention.before,
        ("", behind) => behind,
        _ => front,
    }
}

/// `words` without the cues in front and the verbs and adverbs at the end.
pub fn strip(words: &str) -> &str {
    const FRONT: &[&str] = &[
        "其中",
        "包括",
        "包含",
        "分别为",
        "分别是",
        "分为",
        "具体为",
        "具体是",
        "以及",
        "并",
        "和",
        "及",
        "含",
        "经过",
        "全年",
        "今年",
        "共有",
        "共",
        "有",
        "为",
        "的",
        "另",
        "由",
        "按结果",
    ];
    const END: &[&str] = &[
        "原有",
        "原共有",
        "现有",
        "共计",
        "合计",
        "总计",
        "累计",
        "分别",
        "共有",
        "达到",
        "共",
        "为",
        "达",
        "有",
        "是",
        "约",
        "近",
        "仅",
        "各",
        "超过",
        "的",
        "了",
        "“",
        "”",
    ];
    let mut rest = without_ordinal(words);
    while let Some(shorter) = FRONT.iter().find_map(|cue| rest.strip_prefix(cue)) {
        rest = shorter;
    }
    while let Some(shorter) = END.iter().find_map(|cue| rest.strip_suffix(cue)) {
        rest = shorter;
    }
    rest
}

/// The first few characters of `words`.
pub fn first_words(words: &str) -> &str {
    let end = words.char_indices().nth(16).map_or(words.len(), |(at, _)| at);
    words.get(..end).unwrap_or(words)
}

/// Whether `words` hold one of `cues`.
pub fn has(words: &str, cues: &[&str]) -> bool {
    search::has(words, cues)
}

/// Whether `words` begin with the ordinal of an enumeration: 一是, 二是 ….
pub fn begins_with_ordinal(words: &str) -> bool {
    without_ordinal(words).len() < words.len()
}

/// `words` without the ordinal of an enumeration in front.
fn without_ordinal(words: &str) -> &str {
    let rest = words.trim_start_matches(['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']);
    rest.strip_prefix('是').filter(|_| rest.len() < words.len()).unwrap_or(words)
}

/// Whether `words` begin with one of `cues`.
pub fn begins(words: &str, cues: &[&str]) -> bool {
    cues.iter().any(|cue| words.starts_with(cue))
}

/// Labels that belong together, and what must be among them before they can be all there is.
struct LabelSet {
    members: &'static [&'static str],
    /// Without one of these something may be left out; empty: nothing can be.
    closers: &'static [&'static str],
}

const SETS: &[LabelSet] = &[
    LabelSet {
        members: &["优秀", "良好", "合格", "不合格", "基本合格", "称职", "不称职"],
        closers: &["不合格", "不称职"],
    },
    LabelSet {
        members: &[
            "维持",
            "驳回",
            "撤销",
            "变更",
            "撤销变更",
            "撤销或变更",
            "确认违法",
            "终止",
            "终止审理",
            "责令履行",
            "调解",
            "和解",
            "调解结案",
            "撤回",
            "驳回申请",
            "驳回复议申请",
            "驳回请求",
        ],
        closers: &[
            "终止",
            "终止审理",
            "撤回",
            "调解",
            "和解",
            "调解结案",
            "撤销",
            "变更",
            "撤销变更",
            "撤销或变更",
        ],
    },
    LabelSet {
        members: &["继续有效", "保留", "修改", "拟修改", "废止", "失效", "宣布失效", "废止和宣布失效"],
        closers: &["继续有效", "保留"],
    },
    LabelSet {
        members: &[
            "新增",
            "取消",
            "修改",
            "修改名称",
            "更名",
            "变更名称",
            "调整实施依据",
            "调整依据",
            "变更依据",
            "下放",
            "承接",
            "合并",
        ],
        closers: &["没有"],
    },
    LabelSet {
        members: &["企业", "个体工商户", "个体户", "农民专业合作社", "农专社"],
        closers: &["个体工商户", "个体户"],
    },
    LabelSet {
        members: &[
            "人大代表建议",
            "人大建议",
            "代表建议",
            "建议",
            "政协提案",
            "政协委员提案",
            "委员提案",
            "提案",
        ],
        closers: &[],
    },
    LabelSet { members: &["男", "女", "男性", "女性"], closers: &[] },
    LabelSet { members: &["线上", "线下"], closers: &[] },
    LabelSet { members: &["一审", "二审", "再审"], closers: &["再审"] },
    LabelSet { members: &["满意", "基本满意", "不满意"], closers: &["不满意", "基本满意"] },
    LabelSet { members: &["一季度", "二季度", "三季度", "四季度"], closers: &["四季度"] },
    LabelSet { members: &["上半年", "下半年"], closers: &[] },
    LabelSet { members: &["办结", "在办", "未办结", "正在办理"], closers: &[] },
    LabelSet {
        members: &["自然人", "法人", "法人和其他组织", "法人或其他组织"], closers: &[]
    },
];

fn set_of(labels: &[&str]) -> Option<&'static LabelSet> {
    let holds =
        |set: &LabelSet| labels.iter().all(|label| set.members.contains(label) || in_set(label, set.members));
    SETS.iter().find(|set| labels.len() >= 2 && holds(set))
}

/// Whether all of `labels` belong to one set of labels, such as marks or results.
pub fn are_of_one_set(labels: &[&str]) -> bool {
    set_of(labels).is_some()
}

/// Whether `labels` are all that there can be: a complete set of marks, results or halves.
pub fn are_complete(labels: &[&str]) -> bool {
    set_of(labels).is_some_and(|set| {
        set.closers.is_empty()
            || labels.iter().any(|label| set.closers.iter().any(|closer| label.starts_with(closer)))
    })
}

/// Whether `labels` are the two kinds of money that make up 罚没款.
pub fn are_penalties(labels: &[&str]) -> bool {
    labels.len() == 2
        && has(labels.first().copied().unwrap_or(""), &["罚款"])
        && has(labels.get(1).copied().unwrap_or(""), &["没收"])
}

/// Whether `labels` are all actions on a list: 新增, 取消, 修改名称.
pub fn are_actions(labels: &[&str]) -> bool {
    labels
        .iter()
        .all(|label| begins(label, &["新增", "取消", "修改", "更名", "变更", "调整", "下放", "承接", "合并"]))
}

/// Whether `label` is a member of a set with a noun behind it (优秀案卷).
fn in_set(label: &str, members: &[&str]) -> bool {
    const NOUNS: &[&str] = &["案卷", "案件", "卷宗", "等次", "文件", "事项", "决定", "类", "案", "卷"];
    members.iter().any(|member| label.strip_prefix(member).is_some_and(|noun| NOUNS.contains(&noun)))
}

/// Whether `labels` end in the same two characters, as 处罚听证 and 重大决策听证 do: then they are
/// kinds of one thing.
pub fn end_alike(labels: &[&str]) -> bool {
    let tail = |label: &str| {
        label.char_indices().rev().nth(1).and_then(|(at, _)| label.get(at..)).map(str::to_owned)
    };
    let mut tails = labels.iter().map(|label| tail(label));
    let first = tails.next().flatten();
    first.is_some() && tails.all(|other| other == first)
}

/// Whether `labels` are of one kind: they begin or end alike, as 日常检查 and 专项检查 do.
pub fn are_of_one_kind(labels: &[&str]) -> bool {
    if labels.len() < 2 || labels.iter().any(|label| label.is_empty() || has(label, OVERLAPPING)) {
        return false;
    }
    let alike = |end: fn(&str) -> Option<char>| {
        let mut ends = labels.iter().map(|label| end(label));
        let first = ends.next().flatten();
        ends.all(|other| other == first)
    };
    alike(|label| label.chars().next_back()) || alike(|label| label.chars().next()) || are_of_one_set(labels)
}
