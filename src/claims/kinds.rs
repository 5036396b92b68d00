//! Labels that belong together: marks, results, actions, halves; whether they are all that there can be.
//!
//! *Invariant:* only the words of the labels are read, never the figures that bear them.

use std::sync::LazyLock;

use super::clearing;
use super::cue_set::{Cue, CueSet};
use super::cues;
use super::label::{begins, has};
use super::word_index::WordIndex;
use crate::search::{self, Endings, Words};

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
    LabelSet {
        members: &["查实", "未查实", "查否", "部分查实"], closers: &["未查实", "查否"]
    },
    LabelSet { members: &["属实", "不属实", "部分属实", "基本属实"], closers: &["不属实"] },
    LabelSet { members: &["达标", "不达标", "未达标"], closers: &["不达标", "未达标"] },
    LabelSet { members: &["通过", "未通过", "不通过"], closers: &["未通过", "不通过"] },
    LabelSet {
        members: &["采纳", "部分采纳", "未采纳", "不予采纳"], closers: &["未采纳", "不予采纳"]
    },
    LabelSet {
        members: &["支持", "部分支持", "不支持", "不予支持"], closers: &["不支持", "不予支持"]
    },
    LabelSet { members: &["完成", "未完成"], closers: &["未完成"] },
    LabelSet {
        members: &["准予", "准予许可", "不予许可", "不予", "不予受理", "申请人撤回", "撤回申请", "终止办理"],
        closers: &["不予", "不予许可"],
    },
    LabelSet { members: &["城镇", "农村", "乡村", "城市"], closers: &["农村", "乡村"] },
    LabelSet { members: &["集中供养", "分散供养"], closers: &[] },
    LabelSet { members: &["重点", "一般", "特殊"], closers: &["一般"] },
    LabelSet { members: &["普通", "特殊"], closers: &["特殊"] },
    LabelSet { members: &["初信", "重信"], closers: &["重信"] },
    LabelSet { members: &["初访", "重访"], closers: &["重访"] },
    LabelSet { members: &["初次", "重复"], closers: &["重复"] },
    LabelSet { members: &["实名", "匿名"], closers: &["匿名"] },
    LabelSet { members: &["单位", "个人"], closers: &["个人"] },
    LabelSet { members: &["成功", "未成功", "不成功"], closers: &["未成功", "不成功"] },
    LabelSet {
        members: &["口头协议", "书面协议", "口头调解", "书面调解"],
        closers: &["书面协议", "书面调解"],
    },
    LabelSet { members: &["新建", "续建"], closers: &["续建"] },
    LabelSet { members: &["进口", "出口"], closers: &["出口"] },
    LabelSet { members: &["公办", "民办"], closers: &["民办"] },
    LabelSet { members: &["职工医保", "居民医保"], closers: &["居民医保"] },
    LabelSet { members: &["简易程序", "普通程序"], closers: &["普通程序"] },
    LabelSet { members: &["一审", "二审", "再审"], closers: &["再审"] },
    LabelSet {
        members: &["幼儿园", "学前教育", "小学", "初中", "高中", "中职", "特殊教育"],
        closers: &["特殊教育"],
    },
    LabelSet { members: &["满意", "基本满意", "不满意"], closers: &["不满意", "基本满意"] },
    LabelSet { members: &["好", "较好", "一般", "较差", "差"], closers: &["较差", "差"] },
    LabelSet { members: QUARTERS, closers: &["四季度"] },
    LabelSet { members: &["上半年", "下半年"], closers: &[] },
    LabelSet {
        members: &["予以公开", "部分公开", "不予公开", "无法提供", "不予处理", "其他处理"],
        closers: &["其他处理", "不予处理"],
    },
    LabelSet {
        members: &["结果维持", "维持", "结果纠正", "纠正", "其他结果", "尚未审结", "未审结"],
        closers: &["尚未审结", "未审结", "其他结果"],
    },
    LabelSet { members: &["办结", "在办", "未办结", "正在办理"], closers: &[] },
    LabelSet {
        members: &["自然人", "法人", "法人和其他组织", "法人或其他组织"], closers: &[]
    },
];

/// What a year is made of: all four, or they are not all.
const QUARTERS: &[&str] = &["一季度", "二季度", "三季度", "四季度"];

/// The members of all sets.
static MEMBERS: LazyLock<WordIndex> = LazyLock::new(|| WordIndex::of(SETS.iter().map(|set| set.members)));

fn set_of(labels: &[&str]) -> Option<&'static LabelSet> {
    // A label begins with a member of its set; most begin with none.
    let mut sets = if labels.len() >= 2 { u64::MAX } else { 0 };
    for label in labels {
        sets &= if sets == 0 { 0 } else { MEMBERS.beginnings(label) };
    }
    let holds =
        |set: &LabelSet| labels.iter().all(|label| set.members.contains(label) || in_set(label, set.members));
    let common = SETS.iter().enumerate().filter(|(at, _)| sets >> at & 1 == 1);
    common.map(|(_, set)| set).find(|set| holds(set))
}

/// Whether all of `labels` belong to one set of labels, such as marks, results or actions.
pub fn are_of_one_set(labels: &[&str]) -> bool {
    set_of(labels).is_some() || (labels.len() >= 2 && are_actions(labels))
}

/// Whether `whole` counts more kinds than `labels` name: 经营主体 are enterprises, households and cooperatives.
pub fn lack_a_kind_of(whole: &str, labels: &[&str]) -> bool {
    const COOPERATIVES: &[&str] = &["合作社", "农专社"];
    has(whole, &["经营主体", "市场主体"])
        && labels.iter().all(|label| has(label, &["企业", "个体"]))
        && !labels.iter().any(|label| has(label, COOPERATIVES))
}

/// Whether `one` and `other` begin with members of one set, whatever stands behind these: 一季度接访 and 二季度.
pub fn begin_with_one_set(one: &str, other: &str) -> bool {
    let sets = MEMBERS.beginnings(one);
    sets != 0 && sets & MEMBERS.beginnings(other) != 0
}

/// Whether `other` begins with a member of the set to which the end of `one` belongs: 委员满意 and 基本满意.
pub fn goes_on_with(one: &str, other: &str) -> bool {
    let sets = MEMBERS.beginnings(other);
    sets != 0
        && SETS
            .iter()
            .enumerate()
            .any(|(at, set)| sets >> at & 1 == 1 && set.members.iter().any(|member| one.ends_with(member)))
}

/// Whether `words` name a member of the set of `labels` that none of these is, with no more than a noun behind it: 一审行政案件
/// before 二审 and 再审.
pub fn names_another_of(words: &str, labels: &[&str]) -> bool {
    const LONGEST_NOUN: usize = 6;
    let Some(set) = set_of(labels) else { return false };
    // 不予公开 holds 公开, and 人大代表建议 holds 代表建议.
    let is_one_of_them =
        |member: &str| labels.iter().any(|label| has(label, &[member]) || has(member, &[label]));
    let ends_in = |member: &str| {
        words.rfind(member).is_some_and(|at| {
            let noun = words.get(at + member.len()..).unwrap_or("");
            noun.chars().count() <= LONGEST_NOUN && !noun.contains(['后', '的', '前'])
        })
    };
    !has(words, labels)
        && set
            .members
            .iter()
            .any(|member| member.chars().count() >= 2 && ends_in(member) && !is_one_of_them(member))
}

/// Whether `labels` are all that there can be: a complete set of marks, results or halves.
pub fn are_complete(labels: &[&str]) -> bool {
    // 撤销、确认违法、责令履行 are only those that were put right.
    const LEFT_AS_IT_WAS: &[&str] = &["维持", "驳回"];
    let is_set = set_of(labels).is_some_and(|set| {
        let needs_others = set.members.contains(&"确认违法") && labels.len() >= 2;
        let has_others = labels.iter().any(|label| begins(label, LEFT_AS_IT_WAS));
        let lacks_one = set.members == QUARTERS && labels.len() < QUARTERS.len();
        if (needs_others && !has_others) || lacks_one {
            return false;
        }
        set.closers.is_empty()
            || labels.iter().any(|label| set.closers.iter().any(|closer| label.starts_with(closer)))
    });
    is_set || clearing::are_all(labels)
}

/// Whether `labels` tell how something was decided, so that nothing of them is told of what is not decided yet.
pub fn are_outcomes(labels: &[&str]) -> bool {
    const OUTCOMES: &[&str] = &[
        "准予",
        "不予",
        "维持",
        "驳回",
        "查实",
        "查否",
        "属实",
        "不属实",
        "通过",
        "未通过",
        "不通过",
        "采纳",
        "支持",
        "予以公开",
    ];
    labels.iter().any(|label| begins(label, OUTCOMES))
}

/// Whether `labels` are the two kinds of money that make up 罚没款; what was confiscated may be told by its kinds.
pub fn are_penalties(labels: &[&str]) -> bool {
    let Some((first, others)) = labels.split_first() else { return false };
    !others.is_empty() && first.contains("罚款") && others.iter().all(|label| label.contains("没收"))
}

/// Whether `words` name the things of `labels` in a row and nothing behind them: 投诉举报 is 投诉 and 举报.
pub fn make_up(labels: &[&str], words: &str) -> bool {
    let mut rest = words;
    let mut ends_in = |label: &&str| {
        let shorter = rest.strip_suffix(label.trim_end_matches(['类', '案', '件']));
        rest = shorter.unwrap_or(rest);
        shorter.is_some()
    };
    labels.len() >= 2 && labels.iter().rev().all(&mut ends_in)
}

/// What may be done to the things on a list.
const ACTIONS: &[&str] = &["新增", "取消", "修改", "更名", "变更", "调整", "下放", "承接", "合并"];

/// Whether `labels` are all actions on a list: 新增, 取消, 修改名称.
pub fn are_actions(labels: &[&str]) -> bool {
    labels.iter().all(|label| begins(label, ACTIONS))
}

/// Why a permit is handed out, each for one of these reasons: 变更登记, 到期换发.
const REASONS: &[&str] = &[
    "首次",
    "初次",
    "首发",
    "新办",
    "新发",
    "新领",
    "新申领",
    "新申请",
    "新核发",
    "新颁",
    "延续",
    "续期",
    "续展",
    "续办",
    "变更",
    "换证",
    "换发",
    "换领",
    "换照",
    "补证",
    "补办",
    "补发",
    "补领",
    "注销",
    "核销",
];
const REASON_BEGINNINGS: Words = Words::of(REASONS);
const REASON_ENDS: Endings = Endings::of(REASONS);

/// Whether `labels` say why papers counted in `measure` were handed out, so that none is counted twice. An enterprise
/// may be newly registered and change as well.
pub fn are_reasons_for_papers(labels: &[&str], measure: &str) -> bool {
    let reason = |label: &str| REASON_BEGINNINGS.beginning(label).or_else(|| REASON_ENDS.ending(label));
    let reasons: Option<Vec<&str>> = labels.iter().map(|label| reason(label)).collect();
    // 名称变更 and 地址变更 may be of one permit.
    let differ = |reasons: Vec<&str>| {
        reasons.iter().enumerate().all(|(at, reason)| !reasons.iter().take(at).any(|other| other == reason))
    };
    matches!(measure, "张" | "本" | "份" | "件" | "笔" | "枚" | "宗")
        && (2..=REASONS.len()).contains(&labels.len())
        && reasons.is_some_and(differ)
}

/// Whether `label` is a member of a set with a noun behind it (优秀案卷).
fn in_set(label: &str, members: &[&str]) -> bool {
    const NOUNS: &[&str] = &[
        "案卷",
        "案件",
        "卷宗",
        "等次",
        "文件",
        "事项",
        "决定",
        "类",
        "案",
        "卷",
        "项目",
        "线索",
        "居民",
        "人口",
        "学校",
        "幼儿园",
        "职工",
        "的",
        "办理",
        "受理",
    ];
    let is_noun = |member: &str| label.get(member.len()..).is_some_and(|noun| NOUNS.contains(&noun));
    search::beginning(label, members).is_some()
        && members.iter().any(|member| label.starts_with(member) && is_noun(member))
}

/// Whether `labels` end in the same two characters, as 处罚听证 and 重大决策听证 do: then they are
/// kinds of one thing.
pub fn end_alike(labels: &[&str]) -> bool {
    fn tail(label: &str) -> Option<&str> {
        label.char_indices().rev().nth(1).and_then(|(at, _)| label.get(at..))
    }
    let mut tails = labels.iter().map(|label| tail(label));
    let first = tails.next().flatten();
    first.is_some() && tails.all(|other| other == first)
}

/// Whether `labels` name kinds of one thing in one way: 咨询类, 求助类, 投诉类; or 日常检查, 专项检查.
pub fn are_named_alike(labels: &[&str]) -> bool {
    let are_stages = labels.iter().any(|label| has(label, cues::STAGES));
    labels.len() >= 3
        && !are_stages
        && (labels.iter().all(|label| label.ends_with('类')) || end_alike(labels))
}

/// Whether `labels` are of one kind: they begin or end alike, as 日常检查 and 专项检查 do.
pub fn are_of_one_kind(labels: &[&str]) -> bool {
    let overlaps = |label: &str| label.is_empty() || CueSet::of(label).holds(Cue::Overlapping);
    if labels.len() < 2 || labels.iter().any(|label| overlaps(label)) {
        return false;
    }
    let alike = |end: fn(&str) -> Option<char>| {
        let mut ends = labels.iter().map(|label| end(label));
        let first = ends.next().flatten();
        ends.all(|other| other == first)
    };
    alike(|label| label.chars().next_back()) || alike(|label| label.chars().next()) || are_of_one_set(labels)
}
