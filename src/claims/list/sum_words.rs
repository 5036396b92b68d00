//! The words in front of a sum: 合计, 三项共计, 全县总计, 各项相加.
//!
//! *Invariant:* the words say no more than that a sum follows, and at most of how many parts.

use crate::claims::cues;
use crate::claims::label;
use crate::claims::scope;
use crate::search::{self, Endings};

/// Whether `words` say no more than that a sum follows; with 两项合计, of how many parts.
pub(super) fn sums_up(words: &str) -> Option<Option<usize>> {
    const NAMES: &[&str] = &["罚没款", "罚没", "罚没金额", "罚没款项", "罚没收入"];
    const OF_THESE: &[&str] = &["全部", "各项", "各类", "以上各项", "上述各项", "以上各类", "上述各类"];
    // 小计 and 汇总为 are sums by themselves; bare 汇总 may leave out what came twice.
    const PLAIN: &[&str] = &["计", "合", "汇总"];
    const CUE_WORDS: Endings = Endings::of(cues::ALL_SUMS);
    let sum = words.strip_suffix(['为', '达', '有', '是']);
    let sum = sum.or_else(|| words.strip_suffix("达到")).unwrap_or(words);
    let is_plain = PLAIN.contains(&sum) && (sum == "计" || sum.len() < words.len());
    if cues::ADDED_UP.contains(&sum) || is_plain {
        return Some(None);
    }
    // 申报 38 家，通过 26 家，累计达到 86 家: what was reached so far has more in it than stands here.
    if sum == "累计" && words != sum {
        return None;
    }
    let is_of = |rest: &str| {
        [OF_THESE, cues::POINTING].iter().any(|words| words.contains(&rest))
            || scope::bodies().any(|body| body == rest)
    };
    let Some(rest) = CUE_WORDS.ending(sum).and_then(|cue| sum.strip_suffix(cue)) else {
        let sums = cues::TOTALS.iter().chain(&["计"]).chain(cues::ADDED_UP);
        let rest = sums.into_iter().find_map(|cue| sum.strip_suffix(cue)).or_else(|| reached(words))?;
        if is_of(rest) && search::ending(sum, cues::ADDED_UP).is_some() {
            return Some(None);
        }
        return number_of(rest).map(Some);
    };
    // 公办 23 所、民办 41 所，全县合计 66 所: whose sum it is; bare 全县共 may be of more than stands here.
    let is_scope = is_of(rest) && (cues::POINTING.contains(&rest) || label::has(words, cues::SUMS));
    if rest.is_empty() || NAMES.contains(&rest) || is_scope {
        return Some(None);
    }
    number_of(rest).map(Some)
}

/// 上述三类总共, 四类案件计: the number with which `words` begin where no more than a noun stands behind it. 设计 and 统计 are others.
pub(super) fn number_of(words: &str) -> Option<usize> {
    const LONGEST_NOUN: usize = 6;
    let words = without_levels(label::without_pointing(words));
    let first = words.chars().next()?;
    let noun = words.get(first.len_utf8()..)?;
    let is_noun =
        search::length(noun) <= LONGEST_NOUN && !noun.ends_with(['设', '统', '审', '会', '估', '预']);
    usize::try_from(crate::numeral::digit(first)?).ok().filter(|_| is_noun)
}

/// 市县两级: `words` without the levels that stand in front of their number.
fn without_levels(words: &str) -> &str {
    const LEVELS: &[char] = &['国', '省', '市', '县', '区', '镇', '乡', '村', '街'];
    let rest = words.trim_start_matches(LEVELS);
    let mut signs = rest.chars();
    let is_number = signs.next().is_some_and(|sign| crate::numeral::digit(sign).is_some());
    if is_number && signs.next() == Some('级') { rest } else { words }
}

/// 三级平台达到 231 个: what reaches the figure behind `words`, with no word of a sum.
pub(super) fn reached(words: &str) -> Option<&str> {
    words.strip_suffix("达到").or_else(|| words.strip_suffix('达'))
}
