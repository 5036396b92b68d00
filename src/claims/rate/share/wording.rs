//! What the words before a share say: of which count it is, of which whole, of one count or of several.
//!
//! *Invariant:* a wording without 占 is a share only where it is no more than a noun for one; values are not looked at.

use crate::claims::addends::without_sum;
use crate::claims::cues;
use crate::claims::respective::IN_ORDER;
use crate::search;

/// Of how many counts a share is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// 占: of the count before it.
    Single,
    /// 分别占: one share for each of the counts before it.
    Respectively,
    /// 合计占: of all the counts before it.
    Together,
    /// 满意和基本满意合计占: of the counts that it names.
    Named,
}

/// A share as its words tell it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wording<'a> {
    /// Of how many counts it is.
    pub scope: Scope,
    /// What the part is called, as 税收 in 税收占比; empty where it is the count right before.
    pub part: &'a str,
    /// What the whole is called, as 商品类 in 占商品类的; empty where it is not named.
    pub whole: &'a str,
}

/// Words in front of 占 that name no part.
const EACH: &[&str] = &["分别", "各", "各自", "依次"];
/// Words in front of the whole that say that all of it is meant.
const ALL_OF: &[&str] = &["全部", "所有", "全体"];
/// Words behind the whole.
const BEHIND: &[&str] = &[
    "不到",
    "不足",
    "达到",
    "达",
    "到",
    "为",
    "大约",
    "约",
    "高达",
    "高",
    "保持在",
    "稳定在",
    "维持在",
    "在",
    "仅",
    "只",
    "了",
    "的",
    "比重",
    "份额",
    "比例",
    "百分比",
    "总比",
    "超过",
    "超",
    "逾",
    "接近",
    "将近",
    "近",
    "已",
    "尚",
    "还",
    "均",
];
/// The longest name of a part or a whole, in characters.
const LONGEST: usize = 14;

/// What `before` says, if it says that a share follows.
pub fn read(before: &str) -> Option<Wording<'_>> {
    let Some((front, behind)) = before.split_once('占') else {
        return is_bare_share(before).then_some(Wording { scope: Scope::Single, part: "", whole: "" });
    };
    let is_name = |words: &str| search::length(words) <= LONGEST;
    let (scope, part) = match front {
        "" | "所" | "其" | "其所" => (Scope::Single, ""),
        _ if EACH.contains(&front) || shares_out_kinds(front) => (Scope::Respectively, ""),
        _ if takes_all_together(front) => (Scope::Together, ""),
        _ if without_sum(front).is_some() => (Scope::Named, front),
        _ => (Scope::Single, crate::claims::label::strip(front)),
    };
    let ends = behind.trim_end_matches(['为', '达', '是', '到']);
    let (rest, scope) = match search::ahead(ends, IN_ORDER) {
        Some(rest) => (rest, Scope::Respectively),
        None => (behind, scope),
    };
    let mut whole = if rest.starts_with("比重") || rest.starts_with("比例") {
        rest
    } else {
        rest.strip_prefix('比').unwrap_or(rest)
    };
    while let Some(shorter) = search::ahead(whole, BEHIND) {
        whole = shorter;
    }
    whole = whole.trim_start_matches(['到', '据', '去', '了']);
    // 占全部投诉的 is of what is called 投诉, 占全部的 of what was counted.
    while let Some(shorter) = search::behind(whole, ALL_OF) {
        if shorter.is_empty() {
            break;
        }
        whole = shorter;
    }
    let whole = match whole {
        "总数" | "总量" | "总" | "全部" | "所有" | "全体" | "总数比" | "总体" | "整体" => {
            ""
        }
        _ => whole,
    };
    (is_name(part) && is_name(whole)).then_some(Wording { scope, part, whole })
}

/// 三类分别: whether `words` share out among so many kinds, without naming them.
fn shares_out_kinds(words: &str) -> bool {
    const KINDS: &[&str] = &["类", "项", "者", "种", "个", "部分", "类案件", "类投诉", "类问题", "类纠纷"];
    let kinds = EACH.iter().find_map(|each| words.strip_suffix(each)).unwrap_or("");
    let mut signs = kinds.chars();
    signs.next().and_then(crate::numeral::digit).is_some() && KINDS.contains(&signs.as_str())
}

/// Whether `words` take together all that stands before them, without naming it: 合计, 三项合计.
fn takes_all_together(words: &str) -> bool {
    const ALL: &[&str] = &["", "两项", "三项", "两者", "三者"];
    words == "合并"
        || cues::SUMS_AND_TOGETHER
            .iter()
            .any(|sum| words.strip_suffix(sum).is_some_and(|all| ALL.contains(&all)))
}

/// Whether `words` are no more than a noun for a share: A级 1548 户，比重为 18%.
fn is_bare_share(words: &str) -> bool {
    const LEADING: &[char] = &['为', '达', '到', '是', '约', '仅', '超', '过', '近', '不', '足', '尚', '已'];
    let words = words.strip_prefix('其').unwrap_or(words);
    search::behind(words, cues::SHARE_NOUNS).is_some_and(|rest| rest.trim_start_matches(LEADING).is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_parts_and_wholes() {
        for (before, scope, part, whole) in [
            ("占", Scope::Single, "", ""),
            ("占比", Scope::Single, "", ""),
            ("占总数的", Scope::Single, "", ""),
            ("占总数比例", Scope::Single, "", ""),
            ("占比例为", Scope::Single, "", ""),
            ("占商品类的", Scope::Single, "", "商品类"),
            ("占受理总数的", Scope::Single, "", "受理总数"),
            ("占到总数的", Scope::Single, "", ""),
            ("占全部投诉的", Scope::Single, "", "投诉"),
            ("占全年的", Scope::Single, "", "全年"),
            ("占比高达", Scope::Single, "", ""),
            ("占常住人口比重", Scope::Single, "", "常住人口"),
            ("分别占", Scope::Respectively, "", ""),
            ("占比分别为", Scope::Respectively, "", ""),
            ("合计占比", Scope::Together, "", ""),
            ("税收占比达", Scope::Single, "税收", ""),
            ("税收收入占地方财政收入", Scope::Single, "税收收入", "地方财政收入"),
        ] {
            assert_eq!(read(before), Some(Wording { scope, part, whole }), "{before}");
        }
        for before in ["比重为", "其比重达到", "份额", "比例仅为"] {
            assert!(read(before).is_some_and(|share| share.whole.is_empty()), "{before}");
        }
        for before in ["办结率达", "比重提高", "优良断面比例为", "按比例"] {
            assert_eq!(read(before), None, "{before}");
        }
    }
}
