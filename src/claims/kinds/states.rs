//! How far each of the things came that were to be done: 已完成 6 项、正在推进 2 项、终止 1 项.
//!
//! *Invariant:* only the words of the labels are read; each thing is in one state alone.

use crate::claims::label::begins;
use crate::search;

/// Whether `labels` tell of three states of things to be done or more, the first of them that it was done.
pub fn are_states(labels: &[&str]) -> bool {
    const FEWEST: usize = 3;
    const DONE: &[&str] = &["已", "完成", "办结", "出台", "建成", "竣工", "通过"];
    const UNDER_WAY: &[&str] =
        &["正在", "尚在", "仍在", "推进中", "实施中", "办理中", "进行中", "在建", "在办"];
    const NOT_BEGUN: &[&str] = &["未", "尚未", "待", "拟"];
    const GIVEN_UP: &[&str] = &["终止", "取消", "暂缓", "暂停", "中止", "延期", "撤销"];
    let Some((first, others)) = labels.split_first() else { return false };
    let is_state = |label: &&str| {
        begins(label, DONE) || begins(label, UNDER_WAY) || begins(label, NOT_BEGUN) || begins(label, GIVEN_UP)
    };
    let is_open = |label: &&str| begins(label, UNDER_WAY) || begins(label, NOT_BEGUN);
    // 已立案 6 件、已结案 4 件: of two that were done the one may be in the other.
    let are_done = labels.iter().filter(|label| begins(label, DONE)).count();
    let are_short = labels.iter().all(|label| search::length(label) <= 6);
    labels.len() >= FEWEST
        && begins(first, DONE)
        && are_done == 1
        && are_short
        && others.iter().all(is_state)
        && others.iter().any(is_open)
}
