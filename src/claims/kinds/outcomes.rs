//! Labels that tell how a matter was decided or ended.
//!
//! *Invariant:* only the words of the labels are read; whether they are all of their whole is asked elsewhere.

use crate::claims::label::begins;

/// 判决驳回 38 件，裁定准许撤诉 20 件: whether both labels tell how a court decided, so that neither is the whole of the other.
pub fn are_decisions_of_a_court(one: &str, other: &str) -> bool {
    const DECIDED: &[&str] = &["判决", "裁定"];
    begins(one, DECIDED) && begins(other, DECIDED)
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

/// 决定赔偿 3 件，驳回 4 件，达成和解 2 件: whether all `labels` tell how a case was ended, of which every case has one.
pub fn are_decisions(labels: &[&str]) -> bool {
    const VERBS: &[&str] = &["决定", "裁定", "判决", "达成", "准许", "准予"];
    const ENDINGS: &[&str] = &[
        "维持",
        "驳回",
        "撤销",
        "变更",
        "确认违法",
        "确认无效",
        "责令",
        "终止",
        "终结",
        "调解",
        "和解",
        "撤回",
        "撤诉",
        "不予",
        "赔偿",
        "支持",
        "执行完毕",
    ];
    let is_ending = |label: &&str| begins(label, ENDINGS);
    let is_decision = |label: &&str| is_ending(label) || begins(label, VERBS);
    labels.len() >= 2 && labels.iter().all(is_decision) && labels.iter().any(is_ending)
}

/// 满意 352 份、基本满意 36 份: whether all `labels` are of those who are content, so that others may be of another mind.
pub fn are_content(labels: &[&str]) -> bool {
    let is_content = |label: &&str| label.ends_with("满意") && !label.ends_with("不满意");
    labels.len() >= 2 && labels.iter().all(is_content)
}

/// 小学 2.6 万人、初中 1.3 万人: whether all `labels` are of the stages of school through which everybody goes.
pub fn are_stages_of_school(labels: &[&str]) -> bool {
    const STAGES: &[&str] = &["小学", "初中", "高中", "普通高中"];
    labels.len() >= 2 && labels.iter().all(|label| STAGES.contains(label))
}
