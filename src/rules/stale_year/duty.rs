//! Sentences that tell of an organ that did its duty: 我局认真落实….
//!
//! *Invariant:* only the first clause is read, and no further than its start.

use crate::search;

/// How the report says that the organ did its duty, which it says of the year reported on.
const DUTIES: [&str; 16] = [
    "认真落实",
    "认真履行",
    "认真贯彻",
    "认真学习",
    "扎实推进",
    "扎实开展",
    "深入贯彻",
    "深入学习",
    "深入推进",
    "严格落实",
    "严格执行",
    "全面落实",
    "全面推进",
    "切实履行",
    "坚持以",
    "紧紧围绕",
];

/// How those end who do it.
const DOERS: [&str; 16] = [
    "局",
    "委",
    "会",
    "办",
    "厅",
    "府",
    "镇",
    "乡",
    "街道",
    "市",
    "县",
    "区",
    "系统",
    "党组",
    "同志",
    "负责人",
];

/// How far behind the period the duty may stand, in characters.
const NEAR: usize = 20;

/// Whether `statement` begins with an organ that does its duty: 我局认真落实….
pub(super) fn is_told(statement: &str) -> bool {
    let clause = statement.split(['，', '；']).next().unwrap_or("");
    let found = DUTIES.iter().filter_map(|duty| Some((clause.find(duty)?, duty.len())));
    found.min().is_some_and(|(at, length)| {
        let (doer, behind) = (clause.get(..at).unwrap_or(""), clause.get(at + length..).unwrap_or(""));
        // 我局认真落实的规划 is about the plan.
        let is_done = search::length(doer) <= NEAR && !behind.starts_with('的');
        is_done && search::ending(doer, &DOERS).is_some()
    })
}
