//! Labels that stand in parallel, told by their form: 镇街层面 and 村居层面, 来自公安机关 and 来自法院, 采纳 and 未采纳.
//!
//! Takes the labels of a row, tells whether they name kinds of one thing or leave nothing out.
//!
//! *Invariant:* only the form of the labels and words of closed classes (prepositions, negations, what is still to be
//! done) decide, never which things are counted.

use std::sync::LazyLock;

use super::cues;
use super::doings::{STEPS, names_a_doing};
use super::label::{begins, has};
use super::scope;
use super::word_index::WordIndex;
use crate::search::{self, Words};

/// Words that introduce whom, what or where from; labels that share one are of one form.
const PREPOSITIONS: &[&str] = &["进", "涉", "由", "经", "以", "向", "因", "按", "从", "属", "来自", "用于"];

/// Negations that make a label the contrary of another.
const NEGATIONS: &[&str] = &["没有", "不予", "尚未", "未", "不", "非", "无"];

/// Whether `labels` are of one form: they share a preposition in front or a noun at the end.
pub fn are_parallel(labels: &[&str]) -> bool {
    if labels.len() < 2 || has_part_of_the_matter(labels) || name_what_is_possible(labels) {
        return false;
    }
    let labels: &[&str] = &labels.iter().map(|label| without_time(label)).collect::<Vec<_>>();
    let (front, back) = (shared_front(labels), shared_back(labels));
    let share_preposition =
        PREPOSITIONS.iter().any(|word| labels.iter().all(|label| label.starts_with(word)));
    let are_steps = || labels.iter().any(|label| STEPS.beginning(label).is_some());
    share_preposition
        || (front >= 2 && (back >= 1 || !are_steps()))
        || ((back >= 2 || back == 1 && labels.len() >= 3) && !are_steps())
}

/// Whether the form of `labels` says that they sort something, so that none lies in another: 治安类 and 交通类, 来自公安机关 and
/// 来自法院. 联合检查 and 夜间检查 have no more than their noun in common.
pub fn are_classes(labels: &[&str]) -> bool {
    const SORTING: &[&str] = &[
        "类", "型", "级", "工", "程序", "产业", "层面", "途径", "渠道", "方式", "领域", "行业", "系统",
        "部门", "片区", "大队", "中队", "支队", "法庭", "县", "区", "镇", "乡", "街道", "局", "院",
    ];
    const ALONE: &[&str] = &["进", "由", "经", "向", "从", "属", "来自"];
    let share = |words: &[&str], has: fn(&str, &str) -> bool| {
        words.iter().any(|word| labels.iter().all(|label| has(label, word)))
    };
    let is_place_of_its_own = |label: &&str| label.ends_with("社区");
    share(SORTING, |label, word| label.ends_with(word)) && !labels.iter().any(is_place_of_its_own)
        || share(ALONE, |label, word| label.starts_with(word))
}

/// Whether `labels` have a beginning and an end in common: 以政府名义制发 and 以办公室名义制发.
pub fn are_in_the_same_words(labels: &[&str]) -> bool {
    labels.len() >= 2
        && !has_part_of_the_matter(labels)
        && !name_what_is_possible(labels)
        && shared_front(labels) >= 1
        && shared_back(labels) >= 2
}

/// 可通过数据共享获取的 45 项、可由部门核验的 38 项: what is possible or due may be so of one thing in several ways.
pub fn name_what_is_possible(labels: &[&str]) -> bool {
    const MODAL: &[&str] = &["能够", "应当", "需要", "需经", "需由"];
    // 可回收物 and 可燃气体 are things.
    const KINDS: &[&str] = &[
        "可燃",
        "可疑",
        "可回收",
        "可再生",
        "可降解",
        "可视",
        "可移动",
        "可吸入",
        "可行",
        "可变",
        "可溶",
        "可卡",
    ];
    let is_possible = |label: &str| label.starts_with('可') && !begins(label, KINDS);
    labels.iter().all(|label| is_possible(label) || begins(label, MODAL))
}

/// Whether `labels` have two characters at the end in common: 按时办结 and 阶段办结.
pub fn end_alike_in_two(labels: &[&str]) -> bool {
    labels.len() >= 2 && shared_back(labels) >= 2
}

/// Whether `labels` name things and no steps; they may be kinds of what stands before them.
pub fn are_things(labels: &[&str]) -> bool {
    !has_part_of_the_matter(labels)
        && !labels.iter().any(|label| has(label, cues::NET) || has(label, &["支出", "结余", "收入"]))
        && labels
            .iter()
            .all(|label| search::length(label) >= 2 && STEPS.beginning(without_time(label)).is_none())
}

/// Whether `labels` are three or more of as many characters each, as members of one row are: 专题讲座, 案例研讨, 旁听庭审.
pub fn are_of_one_length(labels: &[&str]) -> bool {
    let mut lengths = labels.iter().map(|label| search::length(label));
    let first = lengths.next().unwrap_or(0);
    labels.len() >= 3 && first >= 2 && lengths.all(|length| length == first)
}

/// Whether `labels` name papers: 检查记录, 责令改正通知书.
pub fn are_papers(labels: &[&str]) -> bool {
    labels.len() >= 2 && labels.iter().all(|label| label.ends_with(['书', '录', '单', '表', '函', '证']))
}

/// Whether the last of `labels` says of itself that nothing else is left: 未采纳 behind 采纳, 正在整改 behind 已整改.
pub fn leave_nothing(labels: &[&str]) -> bool {
    let Some((last, others)) = labels.split_last() else { return false };
    begins(last, cues::STILL_TO_DO)
        || are_bands(labels)
        || others.iter().any(|other| are_contrary(other, last) || are_opposites(other, last))
}

/// Words of a band that is open above, and of one that is open below.
const ABOVE: &[&str] = &["以上", "超过", "大于"];
const BELOW: &[&str] = &["以下", "以内", "不足", "不满", "未满", "低于"];

/// 50 万元以上, 100 万元以上: whether all of `labels` are bands of a scale that are open at the same end, so that each lies in another.
pub fn lie_in_each_other(labels: &[&str]) -> bool {
    let is_open = |words: &[&str]| {
        labels.iter().all(|label| label.contains(|ch: char| ch.is_ascii_digit()) && has(label, words))
    };
    labels.len() >= 2 && (is_open(ABOVE) || is_open(BELOW))
}

/// 90 分以上, 80 至 89 分, 80 分以下: whether `labels` are bands of a scale that is open at both ends.
fn are_bands(labels: &[&str]) -> bool {
    let ends = labels.first().zip(labels.last()).filter(|_| labels.len() >= 2);
    ends.is_some_and(|(first, last)| {
        let is_digit = |ch: char| ch.is_ascii_digit();
        labels.iter().all(|label| label.contains(is_digit))
            && (has(first, ABOVE) && has(last, BELOW) || has(first, BELOW) && has(last, ABOVE))
    })
}

/// Whether `name` is the bare name of what all `labels` end in: 养老机构 for 公办养老机构 and 民办养老机构.
pub fn is_hypernym(name: &str, labels: &[&str]) -> bool {
    const OURS: &[&str] = &["我", "本", "街道"];
    let is_scope = |words: &str| [scope::PLACES, scope::WRITERS, OURS].iter().any(|list| has(words, list));
    let back = shared_back(labels);
    let at = name.char_indices().rev().nth(back.saturating_sub(1)).map(|(at, _)| at);
    let split = at.and_then(|at| name.split_at_checked(at)).filter(|_| back >= 2);
    split.is_some_and(|(rest, noun)| {
        labels.iter().all(|label| label.ends_with(noun) && label.len() > noun.len())
            && (rest.is_empty() || is_scope(rest) || names_a_doing(rest))
    })
}

/// Whether `labels` are what came in newly and what was carried over, 新收 and 上年结转: every case is one or the other.
pub fn are_new_and_old<'l>(labels: &[&'l str]) -> bool {
    const OLD: &[&str] = &[
        "上年结转",
        "上年度结转",
        "上年旧存",
        "上年遗留",
        "上年度遗留",
        "上年未结",
        "旧存",
        "去年结转",
        "往年结转",
        "结转",
        "上年立案",
        "上年受理",
        "上年收案",
        "上年登记",
        "上年积案",
        "往年积案",
        "往年受理",
        "往年立案",
        "历年积案",
        "去年受理",
        "去年立案",
    ];
    const NEW: &[&str] = &[
        "新收",
        "新受理",
        "新立案",
        "新立",
        "新接",
        "新登记",
        "新增",
        "收案",
        "收件",
        "受理",
        "收到",
        "接收",
        "立案",
    ];
    const CASES: &[&str] = &["", "的", "案件", "的案件", "件", "数", "案", "申请"];
    // 上年立案本年结案: that it was closed this year is said of the whole.
    const CLOSED: &[&str] = &["结案", "办结", "审结"];
    let without_end = |label: &'l str| {
        let rest = search::ahead(label, CLOSED).and_then(|rest| search::ahead(rest, cues::THIS_YEAR));
        rest.filter(|rest| !rest.is_empty()).unwrap_or(label)
    };
    let is = |words: &[&str], label: &str| {
        begins(label, words)
            && words.iter().any(|word| label.strip_prefix(word).is_some_and(|rest| CASES.contains(&rest)))
    };
    let is_old = |label: &'l str| is(OLD, without_end(label));
    let is_new = |label: &'l str| {
        let label = without_end(label);
        let rest = without_time(label);
        is(NEW, rest) || rest.len() < label.len() && !rest.is_empty() && CASES.contains(&rest)
    };
    matches!(labels, [one, other] if is_new(one) && is_old(other) || is_old(one) && is_new(other))
}

/// `label` without the words that only say that it was this year.
fn without_time(label: &str) -> &str {
    search::beginning(label, cues::THIS_YEAR).and_then(|time| label.get(time.len()..)).unwrap_or(label)
}

/// Whether `one` and `last` name what is of one side and what is of the other: 跨省 and 省内.
fn are_opposites(one: &str, last: &str) -> bool {
    CONTRARIES.iter().any(|(part, others)| {
        (one.contains(part) && begins(last, others)) || (last.contains(part) && begins(one, others))
    })
}

/// Whether `one` denies what `other` says: 合格 and 不合格.
pub fn are_contrary(one: &str, other: &str) -> bool {
    let denied = |label: &str| {
        let negation = search::beginning(label, NEGATIONS)?;
        label.get(negation.len()..).filter(|rest| !rest.is_empty()).map(str::to_owned)
    };
    denied(other).is_some_and(|rest| one.contains(&rest) && denied(one).is_none())
}

const LEVELS: Words = Words::of(&["国家级", "部级", "省级", "市级", "县级"]);

/// Whether one of `labels` may overlap with others: 党员, 女, 重点.
fn has_part_of_the_matter(labels: &[&str]) -> bool {
    // 规范化司法所 71 个，省级司法所 16 个: a level beside what is none may overlap with it.
    let has_level = |label: &&str| LEVELS.stand_in(label);
    let is_mixed = labels.iter().any(has_level)
        && !labels.iter().all(|label| has_level(label) || has(label, &["乡", "镇", "村", "中央", "级"]));
    is_mixed || labels.iter().any(|label| label.is_empty()) || may_overlap(labels)
}

/// What leaves only part of the matter in a label, and what names the rest of it.
const CONTRARIES: &[(&str, &[&str])] = &[
    ("重点", &["一般", "普通", "非重点", "其他"]),
    ("重大", &["一般", "较大", "其他"]),
    ("跨省", &["省内", "市内", "本省"]),
    ("合法", &["违法", "非法"]),
    ("女", &["男"]),
    ("首次", &["再次", "重复", "多次", "复查", "复检", "再鉴定"]),
    ("重复", &["首次", "初次", "初信", "初访"]),
    ("党员", &["群众", "非党员"]),
    ("规上", &["规下"]),
    ("规模以上", &["规模以下"]),
];

/// By what things may be sorted besides their kind: by size, by owner, by where something is done.
const DIMENSIONS: &[&[&str]] = &[
    &["小微", "中小", "微型", "小型", "中型", "大型", "大中型", "龙头"],
    &["国有企", "民营企", "私营企", "外资企", "集体企", "合资企"],
    &["新办", "初创", "成长型"],
    &["入企"],
    &["涉外", "国内", "涉港", "涉台", "涉侨"],
    &["星级"],
    &["标准化", "规范化"],
];

/// Whether some of `labels` are sorted by what the others are not: 小微企业 beside 制造业企业.
pub fn are_sorted_differently(labels: &[&str]) -> bool {
    // 来自民营企业的, 来自社会组织的: these are sorted by one thing, whatever its names are.
    if shared_front(labels) >= 2 {
        return false;
    }
    // Which dimensions some label has a word of, and which of them every label has.
    let (mut some, mut every) = (0, u64::MAX);
    for label in labels.iter().filter(|label| !begins(label, cues::REST)) {
        let mut own = 0;
        DIMENSION_WORDS.find_in(label, |dimension, _, _| own |= dimension);
        some |= own;
        every &= own;
    }
    some & !every != 0
}

static DIMENSION_WORDS: LazyLock<WordIndex> = LazyLock::new(|| WordIndex::of(DIMENSIONS.iter().copied()));

const OVERLAPPING: Words = Words::of(cues::OVERLAPPING);

/// Terms of the law that begin like what leaves only part of the matter.
const TERMS: Words = Words::of(&["重大行政决策", "重大决策", "重大执法决定", "重大行政执法决定"]);

/// Whether one of `labels` leaves only part of the matter in it: 党员, 女, 重点 where none names what is not 重点.
pub fn may_overlap(labels: &[&str]) -> bool {
    let has_the_rest = |label: &str| {
        CONTRARIES.iter().any(|(part, others)| {
            label.contains(part) && labels.iter().any(|other| has(other, others) && *other != label)
        })
    };
    // 涉及社保的 and 涉及教育的 have their verb in common; 主要负责人 is one person.
    let of_all = if labels.iter().all(|label| label.starts_with("涉及")) { "涉及" } else { "" };
    // 规范性文件 26 件、重大行政决策 12 件、行政合同 148 件: a term of the law is a kind by itself.
    let is_title = |label: &str| has(label, &["主要负责", "主要领导"]) || TERMS.stand_in(label);
    are_sorted_differently(labels)
        || labels.iter().any(|label| {
            let words = label.strip_prefix(of_all).unwrap_or(label);
            // 责令改正通知书 is a paper, and no punishment beside another.
            OVERLAPPING.stand_in(words) && !has_the_rest(label) && !is_title(label) && !label.ends_with('书')
        })
}

/// How many characters all of `labels` begin with.
fn shared_front(labels: &[&str]) -> usize {
    let Some((first, others)) = labels.split_first() else { return 0 };
    let shared = |other: &&str| first.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    others.iter().map(shared).min().unwrap_or(0)
}

/// How many characters all of `labels` end with.
fn shared_back(labels: &[&str]) -> usize {
    let Some((first, others)) = labels.split_first() else { return 0 };
    let shared =
        |other: &&str| first.chars().rev().zip(other.chars().rev()).take_while(|(a, b)| a == b).count();
    others.iter().map(shared).min().unwrap_or(0)
}
