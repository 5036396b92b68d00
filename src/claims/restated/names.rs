//! Names of what is counted that no single stretch of words holds: 村（社区）调解委员会 has a bracket inside, 三类许可 a number
//! in front.
//!
//! Takes a figure, gives such names before or behind it.
//!
//! *Invariant:* a name is a piece of the text beside its figure, no longer than so many characters.

use crate::claims::label;
use crate::claims::statement::{Lead, Mention};
use crate::numeral;
use crate::search;

/// The most characters of such a name.
const LONGEST: usize = 18;

/// The most characters inside the bracket.
const LONGEST_BRACKET: usize = 6;

/// The names with a bracket inside that begin right behind the figure, the longest first: 175 个村（社区）调解委员会.
pub fn with_a_bracket_behind<'a>(mention: &Mention<'a>) -> impl Iterator<Item = &'a str> + use<'a> {
    let words = label::first_characters(mention.after, LONGEST);
    let ends = words.char_indices().rev().map(|(at, ch)| at + ch.len_utf8());
    ends.filter_map(move |end| words.get(..end)).filter(|name| has_a_bracket_inside(name))
}

/// 三类许可 of 办结三类许可共 2440 件: the end of the words before `mention` from the number of kinds in them.
pub fn of_so_many_kinds<'a>(mention: &Mention<'a>) -> Option<&'a str> {
    const KINDS: &[&str] = &["类", "项", "种", "大类", "大项"];
    const SHORTEST: usize = 4;
    // 两类案件 takes up whatever was named before it.
    const GENERAL: &[&str] = &[
        "案件", "事项", "问题", "纠纷", "项目", "工作", "制度", "人员", "企业", "文件", "任务", "指标",
        "行为", "情况", "线索", "活动", "单位", "对象", "群体", "场所", "隐患", "机制",
    ];
    // 车辆、船员两类许可 names its kinds anew.
    let words = if mention.lead == Lead::Pause { "" } else { mention.name };
    let at = words.char_indices().rev().take(LONGEST).map(|(at, _)| at).find(|&at| {
        let kinds = words.get(at..).unwrap_or("");
        let noun = kinds.trim_start_matches(numeral::is_numeral);
        let is_numbered =
            noun.len() < kinds.len() && !words.get(..at).is_some_and(|ahead| ahead.ends_with('第'));
        is_numbered && label::begins(noun, KINDS)
    })?;
    let name = words.get(at..)?;
    let is_name = search::length(name) >= SHORTEST && name.chars().all(|ch| ('一'..='龥').contains(&ch));
    let is_general = search::ending(name, GENERAL)
        .is_some_and(|noun| name.strip_suffix(noun).is_some_and(|kinds| search::length(kinds) <= 3));
    (is_name && !is_general).then_some(name)
}

/// Whether one short bracket stands inside `name`, with words on both sides of it.
fn has_a_bracket_inside(name: &str) -> bool {
    name.split_once('（').is_some_and(|(ahead, rest)| {
        rest.split_once('）').is_some_and(|(inside, behind)| {
            let is_plain = |words: &str| words.chars().all(|ch| ('一'..='龥').contains(&ch));
            !ahead.is_empty()
                && (1..=LONGEST_BRACKET).contains(&search::length(inside))
                && search::length(behind) >= 3
                && [ahead, inside, behind].into_iter().all(is_plain)
        })
    })
}
