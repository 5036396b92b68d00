//! Labels that belong together: marks, results, actions, halves; whether they are all that there can be.
//!
//! *Invariant:* only the words of the labels are read, never the figures that bear them.

mod apart;
mod bands;
mod outcomes;
mod papers;
mod sets;
mod states;

use super::clearing;
use super::cue_set::{Cue, CueSet};
use super::cues;
use super::label::{begins, has};
use crate::search;
pub use apart::{
    are_decided_on_arrival, are_granted_or_not, are_places_apart, are_professions, are_ranks,
    are_sources_of_money,
};
pub use bands::are_bands;
pub use outcomes::{
    are_content, are_decisions, are_decisions_of_a_court, are_outcomes, are_stages_of_school,
};
pub use papers::{are_fates_of_proofs, are_reasons_for_papers};
use sets::{DOWN_FROM, MEMBERS, QUARTERS, SETS, set_of};
pub use states::are_states;

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
            search::length(noun) <= LONGEST_NOUN && !noun.contains(['后', '的', '前'])
        })
    };
    !has(words, labels)
        && set
            .members
            .iter()
            .any(|member| search::length(member) >= 2 && ends_in(member) && !is_one_of_them(member))
}

/// Whether `labels` are all that there can be: a complete set of marks, results or halves.
pub fn are_complete(labels: &[&str]) -> bool {
    // 撤销、确认违法、责令履行 are only those that were put right.
    const LEFT_AS_IT_WAS: &[&str] = &["维持", "驳回"];
    // 发证 112 件，驳回 3 件，撤回 2 件: these stand beside what was granted.
    const CAME_TO_NOTHING: &[&str] = &["驳回", "撤回", "终止"];
    let is_set = set_of(labels).is_some_and(|set| {
        let needs_others = set.members.contains(&"确认违法") && labels.len() >= 2;
        let has_others = labels.iter().any(|label| begins(label, LEFT_AS_IT_WAS));
        let lacks_one = set.members == QUARTERS && labels.len() < QUARTERS.len();
        let came_to_nothing = needs_others && labels.iter().all(|label| begins(label, CAME_TO_NOTHING));
        if (needs_others && !has_others) || came_to_nothing || lacks_one || are_extremes(labels) {
            return false;
        }
        set.closers.is_empty()
            || labels.iter().any(|label| set.closers.iter().any(|closer| label.starts_with(closer)))
    });
    is_set || clearing::are_all(labels) || are_bands(labels)
}

/// 优秀 38 卷、不合格 2 卷: whether `labels` are the best and the worst of a scale alone, which leave out those that merely passed.
fn are_extremes(labels: &[&str]) -> bool {
    const BEST_AND_WORST: &[&str] = &["优秀", "良好", "不合格", "不称职", "较差", "差"];
    labels.iter().any(|label| label.starts_with("优秀"))
        && labels.iter().all(|label| begins(label, BEST_AND_WORST))
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

/// 企业、个体工商户: whether `labels` are the two kinds of who does business that are nearly all, without the cooperatives that there are
/// besides.
pub fn leave_out_cooperatives(labels: &[&str]) -> bool {
    const OWNERS: &[&str] = &["个体工商户", "个体户"];
    matches!(labels, [one, other] if (one.ends_with("企业") && OWNERS.contains(other))
        || (OWNERS.contains(one) && other.ends_with("企业")))
}

/// 公证处、司法鉴定机构: whether `words` begin or end with all `labels` in order, joined by marks or words that join.
pub fn are_joined(labels: &[&str], words: &str) -> bool {
    const JOINTS: &[&str] = &["、", "和", "与", "以及", "及"];
    const SHORTEST: usize = 2;
    let joint = |rest: &str| search::beginning(rest, JOINTS).map_or(0, str::len);
    let from_front = || {
        labels.iter().try_fold(words, |rest, label| {
            let rest = rest.strip_prefix(label)?;
            rest.get(joint(rest)..)
        })
    };
    let from_behind = || {
        labels.iter().rev().try_fold(words, |rest, label| {
            let rest = rest.strip_suffix(label)?;
            Some(search::ending(rest, JOINTS).and_then(|joint| rest.strip_suffix(joint)).unwrap_or(rest))
        })
    };
    let are_names = labels.len() >= 2 && labels.iter().all(|label| search::length(label) >= SHORTEST);
    are_names && (from_front().is_some() || from_behind().is_some())
}

/// Whether `words` hold the names of all `labels` at once: 优良天数 are 优 and 良, 中高级职称 are 高级 and 中级. 省市级 are not 省级
/// and 市级, since what is of one may be of the other.
pub fn spell(labels: &[&str], words: &str) -> bool {
    const LONGEST_NOUN: usize = 6;
    const LEVELS: &[char] = &['国', '省', '市', '县', '区', '镇', '乡', '村'];
    let [first, .., last] = labels else { return false };
    let (one, other) = (first.chars().next(), last.chars().next());
    let Some((one, other)) = one.zip(other).filter(|(one, other)| one != other) else { return false };
    // What follows the first sign is the same of all.
    let tail = first.get(one.len_utf8()..).unwrap_or("");
    let signs: Vec<char> = labels.iter().filter_map(|label| label.chars().next()).collect();
    let are_alike = labels.iter().zip(&signs).all(|(label, sign)| {
        label.strip_prefix(*sign) == Some(tail) && !LEVELS.contains(sign) && !sign.is_ascii()
    });
    let is_in = |name: String| {
        let behind = words.rfind(&name).and_then(|at| words.get(at + name.len()..));
        behind.is_some_and(|noun| search::length(noun) <= LONGEST_NOUN)
    };
    let kind = label_kind(tail);
    are_alike
        && one != other
        && (is_in(signs.iter().chain(&kind).collect()) || is_in(signs.iter().rev().chain(&kind).collect()))
}

/// The first sign of `tail`, which stands behind the merged signs: 级 of 级职称.
fn label_kind(tail: &str) -> Vec<char> {
    tail.chars().take(1).collect()
}

/// What may be done to the things on a list.
const ACTIONS: &[&str] = &["新增", "取消", "修改", "更名", "变更", "调整", "下放", "承接", "合并"];

/// Whether `labels` are all actions on a list: 新增, 取消, 修改名称.
pub fn are_actions(labels: &[&str]) -> bool {
    labels.iter().all(|label| begins(label, ACTIONS))
}

/// 机关 4 场、学校 6 场、企业 7 场: whether `labels` name who holds what is counted in `measure`, or where, each another one: a meeting or a
/// course is held by one and at one place. What is of 市级 by its title may be of 省级 as well.
pub fn are_held_apart(labels: &[&str], measure: &str) -> bool {
    const HELD: &[&str] = &["场", "场次", "期", "堂", "节"];
    const PLACES: &[&str] = &[
        "机关", "学校", "校园", "企业", "社区", "乡村", "农村", "村居", "村组", "单位", "部队", "军营",
        "园区", "工地", "商圈", "市场", "家庭", "网络", "广场", "医院", "景区", "集市", "街道", "乡镇",
        "镇街",
    ];
    const LEVELS: &[&str] = &[
        "国家级",
        "省级",
        "市级",
        "县级",
        "区级",
        "镇级",
        "乡级",
        "乡镇级",
        "街道级",
        "村级",
        "局级",
        "科室",
        "股室",
        "科级",
        "支队",
        "大队",
        "中队",
        "总队",
        "局机关",
        "基层所",
        "片区",
        "镇街",
        "乡镇",
        "街道",
    ];
    let are_of = |names: &[&str]| labels.iter().all(|label| names.contains(label));
    let differ =
        labels.iter().enumerate().all(|(at, label)| !labels.iter().take(at).any(|other| other == label));
    labels.len() >= 2 && differ && HELD.contains(&measure) && (are_of(PLACES) || are_of(LEVELS))
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

/// 本科 21 名、大专及以下 8 名: whether `labels` are degrees, of which everybody has one that is the highest; 本科以上 holds those above it.
pub fn are_degrees(labels: &[&str]) -> bool {
    set_of(labels).is_some_and(|set| set.closers == DOWN_FROM)
}

/// 立案 23 件，结案 26 件: whether `labels` end in words of different stages, through which one thing goes.
fn end_in_several_stages(labels: &[&str]) -> bool {
    let mut stages =
        labels.iter().filter_map(|label| cues::STAGES.iter().find(|stage| label.ends_with(**stage)));
    let first = stages.next();
    first.is_some() && stages.any(|stage| Some(stage) != first)
}

/// Whether `labels` are of one kind: they begin or end alike, as 日常检查 and 专项检查 do.
pub fn are_of_one_kind(labels: &[&str]) -> bool {
    if are_degrees(labels) {
        return true;
    }
    let overlaps = |label: &str| label.is_empty() || CueSet::of(label).holds(Cue::Overlapping);
    if labels.len() < 2 || labels.iter().any(|label| overlaps(label)) || end_in_several_stages(labels) {
        return false;
    }
    let alike = |end: fn(&str) -> Option<char>| {
        let mut ends = labels.iter().map(|label| end(label));
        let first = ends.next().flatten();
        ends.all(|other| other == first)
    };
    alike(|label| label.chars().next_back()) || alike(|label| label.chars().next()) || are_of_one_set(labels)
}
