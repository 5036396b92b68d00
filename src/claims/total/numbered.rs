//! Sums that say of how many figures they are: 三项合计 192 起.
//!
//! *Invariant:* where the words leave open which figures these are, the sum is wrong only where it is nearly right of some.

use super::row::read;
use super::{holding, is_nearly, is_right};
use crate::claims::cues;
use crate::claims::label;
use crate::claims::list::List;
use crate::claims::rate::share_two_characters;
use crate::claims::statement::Passage;
use crate::claims::{Fault, Statement};
use crate::review::Status;
use crate::search;

/// The statement of a sum that says of how many figures it is, `first` of the nearest row: where the words leave open
/// which figures these are, it is wrong only if it is wrong of each row and nearly right of one, and then no more than
/// likely.
pub fn of_number(passage: &Passage<'_>, list: &List, first: Statement) -> Option<Statement> {
    if first.status != Status::Broken {
        return Some(first);
    }
    // 三部门罚没合计 194.7 万元: of those that tell of 罚没, where others of the row do not.
    let told = passage.mentions.get(list.whole).map_or("", |whole| whole.before);
    let is_told = |at: &usize| {
        passage.mentions.get(*at).is_some_and(|part| share_two_characters(label::label(part), told))
    };
    let named: Vec<usize> = list.parts.iter().copied().filter(is_told).collect();
    if (2..list.parts.len()).contains(&named.len()) {
        return holding(read(passage, &List { parts: named, ..list.clone() }, list.whole));
    }
    // 审结 176 件，未结 29 件。两类申请合计 215 件: what another sentence counts in other words is not what the sum names.
    let sentence = |at: usize| passage.mentions.get(at).map(|mention| mention.sentence);
    let is_apart = list.parts.first().is_some_and(|&part| sentence(part) != sentence(list.whole));
    if is_apart && names_other_things(passage, list) {
        return None;
    }
    if list.rows.is_empty() && !list.is_distant {
        // 办结 481 件。两类申请合计 215 件: over the end of a sentence only what is nearly right is of those.
        return Some(first).filter(|first| !is_apart || is_nearly(first));
    }
    let others = list.rows.iter().map(|row| List { parts: row.clone(), ..list.clone() });
    let mut readings: Vec<Statement> = others.filter_map(|row| read(passage, &row, list.whole)).collect();
    readings.insert(0, first);
    let likely = readings.iter().position(is_right).or_else(|| readings.iter().position(is_nearly));
    let mut chosen = readings.swap_remove(likely?);
    chosen.fault = chosen.fault.map(|fault| Fault { certain: false, ..fault });
    Some(chosen)
}

/// Whether the noun in front of the cue of the sum of `list` names things of which the sentence of its parts does not tell.
fn names_other_things(passage: &Passage<'_>, list: &List) -> bool {
    /// What may be said of anything that is counted.
    const ANYTHING: &[&str] = &[
        "案", "件", "事", "项", "情形", "情况", "问题", "行为", "单位", "部门", "渠道", "方式", "途径",
        "机构", "人员", "对象", "任务", "工作", "活动", "数据", "指标", "主体", "级", "地", "市", "县", "区",
        "镇", "乡", "村", "街", "局", "处", "所", "队", "家", "方", "者",
    ];
    const SHORTEST: usize = 2;
    let first = list.parts.first().and_then(|&first| passage.mentions.get(first));
    let Some((whole, first)) = passage.mentions.get(list.whole).zip(first) else { return false };
    let cut = |cue: &&str| search::split(whole.before, cue).map(|(noun, _)| noun);
    let noun = cues::SUMS_SO_FAR.iter().find_map(cut).unwrap_or("");
    let said = passage.between(first.sentence_start, whole.sentence_start);
    search::length(noun) >= SHORTEST && !label::has(noun, ANYTHING) && !share_two_characters(noun, said)
}
