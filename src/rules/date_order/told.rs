//! Whether an event of the table happened on a date, by the clause in which the date stands.
//!
//! *Invariant:* an event that has not happened, is only counted or is the attribute of something else is none.

use std::ops::Range;

use super::pairs::{AT_THE_END, GAP, INTERIM};
use super::stages::Stage;
use crate::search;

/// How many characters may stand between a date and its event.
const NEAR: usize = 8;

/// How many characters a verb behind its date has whose object stands in front of it: 会议纪要6月2日印发.
pub(super) const LONGEST_VERB: usize = 2;

/// The most characters inside an event such as 作出…决定.
const LONGEST_GAP: usize = 14;

/// Words that make the two events those of two matters: 旧办法, 第二次会议.
const OTHERS: [char; 10] = ['第', '原', '旧', '另', '废', '修', '批', '期', '再', '重'];

/// How bodies and buildings end.
const BODIES: [char; 18] = [
    '院', '校', '厂', '站', '路', '桥', '楼', '馆', '园', '所', '局', '司', '库', '区', '村', '镇', '厅',
    '道',
];

/// What may be said of an event besides that it happened: 立案标准, 送达率.
const QUALITIES: [&str; 18] = [
    "前",
    "的",
    "条",
    "标准",
    "率",
    "数",
    "量",
    "范围",
    "制度",
    "机制",
    "窗口",
    "工作",
    "通知",
    "告知",
    "公告",
    "计划",
    "征求意见",
    "培训",
];

/// Words of what comes before a thing is there.
const PREPARING: [&str; 5] = ["筹备", "筹建", "创立", "发起", "股东"];

/// What is told of a date: the clause behind it, and what stands in front of it in its own clause.
pub(super) struct Told {
    /// The clause behind the date.
    pub clause: String,
    /// What stands in front of the date, without 于.
    pub subject: String,
}

impl Told {
    /// What stands behind the event of one of `stages` that the clause tells of near its start; nothing where none
    /// happened, or only before or behind the date.
    pub fn tells(&self, stages: &[Stage]) -> Option<&str> {
        events_of(stages).find_map(|event| self.clause.get(find(&self.clause, event)?.end..))
    }

    /// Whether the clause names another body or building in front of the event of one of `stages` that it tells of: 县中医院竣工.
    pub fn names_a_body(&self, stages: &[Stage]) -> bool {
        let head = events_of(stages).find_map(|event| self.clause.get(..find(&self.clause, event)?.start));
        head.is_some_and(|head| head.ends_with(BODIES) && !head.starts_with('该'))
    }

    /// Whether the clause names a party of its own in front of the event of one of `stages` that it tells of: 乙公司获批.
    pub fn names_a_party(&self, stages: &[Stage]) -> bool {
        const PARTIES: [&str; 5] = ["公司", "中心", "厂", "店", "合作社"];
        let head = events_of(stages).find_map(|event| self.clause.get(..find(&self.clause, event)?.start));
        head.is_some_and(|head| {
            let name = head.trim_end_matches(['已', '正', '式', '获', '也', '均']);
            PARTIES.iter().any(|party| name.ends_with(party)) && !head.starts_with('该')
        })
    }

    /// 会议纪要6月2日印发: what stands in front of the date is the object of the event.
    pub fn names(&self, stages: &[Stage]) -> bool {
        if self.subject.is_empty() || search::length(&self.clause) != LONGEST_VERB {
            return false;
        }
        let whole = format!("{}{}", self.clause, self.subject);
        events_of(stages).any(|event| {
            !event.ends_with(AT_THE_END) && find(&whole, event).is_some_and(|at| at.end == whole.len())
        })
    }
}

/// The events of all `stages`.
fn events_of(stages: &[Stage]) -> impl Iterator<Item = &'static str> {
    stages.iter().copied().flatten().copied()
}

/// Whether `text` neither counts nor speaks of another matter.
pub(super) fn is_plain(text: &str) -> bool {
    !text.contains(OTHERS) && !text.contains(|ch: char| ch.is_ascii_digit())
}

/// Where in `clause` the `event` stands, if it happens there.
fn find(clause: &str, event: &str) -> Option<Range<usize>> {
    let must_end = event.ends_with(AT_THE_END);
    let event = event.trim_end_matches(AT_THE_END);
    let (at, length) = match event.split_once(GAP) {
        None => (search::find(clause, event)?, event.len()),
        Some((verb, object)) => {
            let at = search::find(clause, verb)?;
            let rest = clause.get(at + verb.len()..)?;
            let gap = search::find(rest, object)?;
            let inside = rest.get(..gap)?;
            // 形成的评估报告 is what something else was done with.
            if search::length(inside) > LONGEST_GAP
                || inside.starts_with('的')
                || search::has(inside, &INTERIM)
            {
                return None;
            }
            (at, verb.len() + gap + object.len())
        }
    };
    let (head, tail) = (clause.get(..at)?, clause.get(at + length..)?);
    // 《…》经市政府常务会议审议通过: a title is only the name of what it happened to.
    let near = head.rsplit_once('》').map_or(head, |(_, near)| near);
    let near = if is_meeting_that_decides(near) { "" } else { near };
    let is_early = head.starts_with(['前', '以', '之']) && !head.ends_with(['令', '件', '义']);
    (search::length(near) <= NEAR
        && !head.ends_with(['未', '待', '不', '前', '拟', '将', '应', '可'])
        && !is_early
        && !head.contains('的')
        // 筹备组召开首次会议, 召开首次筹备会议: before what is prepared.
        && !search::has(head, &PREPARING)
        && !search::has(tail, &PREPARING)
        // 二审开庭 is none of the first instance.
        && !head.ends_with("二审")
        && !QUALITIES.iter().any(|quality| tail.starts_with(quality))
        && (!must_end || tail.is_empty())
        && is_plain(near.trim_end_matches("如期").trim_end_matches("按期"))
        && is_plain(tail))
    .then_some(at..at + length)
}

/// 经市政府第36次常务会议: whether `head` names no more than the meeting by which it happened.
fn is_meeting_that_decides(head: &str) -> bool {
    const MEETINGS: [&str; 6] = ["会议", "常委会", "常务会", "党组会", "办公会", "大会"];
    head.starts_with('经')
        && MEETINGS.iter().any(|meeting| head.ends_with(meeting))
        && !head.contains(['原', '旧', '另', '废', '修', '再', '重'])
}
