//! Words that lead from a number to the things one by one: 5 个，即《甲》《乙》…; 3 项，具体如下：“甲”“乙”“丙”.
//!
//! *Invariant:* only the words between the number and its list are read, never the list.

use crate::claims::cues;
use crate::claims::label;
use crate::search;

/// How much a lead says of the list behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lead {
    /// 即, 分别是, 具体如下: these are all.
    All,
    /// 有, 涉及: these are likely all.
    Likely,
    /// 其中, 主要有: these are some.
    Some,
}

/// Words that say that what follows is all.
pub(super) const ALL: &[&str] = &[
    "即",
    "即为",
    "即是",
    "就是",
    "他们是",
    "她们是",
    "它们是",
    "也就是",
    "分别为",
    "分别是",
    "分别系",
    "分别即",
    "依次为",
    "依次是",
    "具体为",
    "具体是",
    "具体有",
    "具体即",
    "具体分别为",
    "具体分别是",
    "具体包括",
    "包括",
    "包含",
    "涵盖",
    "内容为",
    "内容包括",
    "内容是",
    "名称为",
    "名称分别为",
    "主题为",
    "主题分别为",
    "主题分别是",
    "题目为",
    "题目分别为",
    "如下",
    "分别如下",
    "具体如下",
    "情况如下",
    "名单如下",
    "清单如下",
    "名称如下",
];

/// Words of what is likely all.
const LIKELY: &[&str] = &["有", "为", "系", "是", "涉及", "分别涉及", "具体涉及", "计有", "共有", "分有"];

/// Words of what is some.
const SOME: &[&str] = &[
    "其中",
    "其中包括",
    "其中有",
    "含",
    "内含",
    "主要有",
    "主要是",
    "主要为",
    "主要包括",
    "主要涉及",
    "如",
    "例如",
    "比如",
];

/// What the `words` between a number with its noun and the list say of it.
pub(super) fn of(words: &str) -> Option<Lead> {
    let mark = ["，", "：", "——", "—", "（"].into_iter().find(|mark| words.starts_with(mark));
    let rest = words.get(mark.map_or(0, str::len)..)?;
    let cue = rest.trim_end_matches('：');
    let is_colon = cue.len() < rest.len();
    match cue {
        "" if mark.is_some_and(|mark| mark != "，") || is_colon => Some(Lead::All),
        "" => None,
        // 5 件包括《甲》《乙》: without a mark it may be of some.
        _ if mark.is_none() && !is_colon => (ALL.contains(&cue) || SOME.contains(&cue)).then_some(Lead::Some),
        _ if ALL.contains(&cue) => Some(Lead::All),
        _ if LIKELY.contains(&cue) => Some(Lead::Likely),
        _ => SOME.contains(&cue).then_some(Lead::Some),
    }
}

/// What stands behind a lead that says that all follows at the beginning of `words`.
pub(super) fn behind_all(words: &str) -> Option<&str> {
    let mut rest = words;
    let longest = ALL.iter().filter(|cue| words.starts_with(**cue)).map(|cue| cue.len()).max()?;
    rest = rest.get(longest..)?;
    // 如下 asks for its colon.
    let cue = words.get(..longest)?;
    match rest.strip_prefix('：') {
        Some(rest) => Some(rest),
        None => (search::ending(cue, &["如下"]).is_none()).then_some(rest),
    }
}

/// What the words between a list and the number behind it say.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sum {
    /// 共, 合计: the number is a sum.
    pub is_told: bool,
    /// 这, 以上: it points back to what was listed.
    pub points_back: bool,
    /// Whether a comma stands between.
    pub is_apart: bool,
}

/// How the `words` between a list and the number behind it tie the two, if they do; 累计 may be of more than was listed.
pub(super) fn sum(words: &str) -> Option<Sum> {
    const NUMBERED: &[&str] = &["两项", "二者", "两者", "三项", "三者", "四项"];
    let rest = words.strip_prefix('，').unwrap_or(words);
    let is_apart = rest.len() < words.len();
    let told = label::without_pointing(rest);
    let points_back = told.len() < rest.len();
    let cue = search::beginning(told, NUMBERED).map_or(told, |word| told.get(word.len()..).unwrap_or(""));
    let cue = cue.strip_suffix(['有', '为']).filter(|cue| !cue.is_empty()).unwrap_or(cue);
    let is_told = cues::SUMS_AND_TOGETHER.contains(&cue);
    (is_told || told.is_empty()).then_some(Sum { is_told, points_back, is_apart })
}
