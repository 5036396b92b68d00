//! A span of days whose ends are told by what happened: 3月1日启动，3月20日结束.
//!
//! *Invariant:* both words stand right behind their dates, and nothing else stands between the two.

use crate::facts::date::{DateFact, without_year_word};
use crate::search;

/// Words of what begins.
const BEGUN: [&str; 6] = ["启动", "开始", "开幕", "开班", "开赛", "起"];

/// Words of what ends.
const ENDED: [&str; 8] = ["结束", "收官", "闭幕", "结业", "圆满结束", "圆满收官", "全部结束", "止"];

/// Whether a deed began on the day of `start` and ended on that of `end`.
pub(super) fn is_span(view: &str, start: &DateFact, end: &DateFact) -> bool {
    let between = view.get(start.span.end as usize..end.span.start as usize).unwrap_or("");
    let (between, _) = without_year_word(between);
    let link = search::behind(between, &BEGUN);
    let after = view.get(end.span.end as usize..).unwrap_or("");
    link.is_some_and(|link| matches!(link, "，" | "、" | "，于" | "、于" | "，至" | "并于" | "，并于"))
        && ENDED.iter().any(|word| after.starts_with(word))
}

/// 自7月5日起征求意见，至8月5日截止: whether the words in front of `start` and behind `end` make a span of the two, with what was done
/// between them.
pub(super) fn runs(view: &str, start: &DateFact, end: &DateFact) -> bool {
    const LONGEST_DEED: usize = 24;
    let ahead = view.get(..start.span.start as usize).unwrap_or("");
    let between = view.get(start.span.end as usize..end.span.start as usize).unwrap_or("");
    let deed = between.strip_prefix('起').and_then(|words| words.strip_suffix("，至"));
    let after = view.get(end.span.end as usize..).unwrap_or("");
    ahead.ends_with(['自', '从'])
        && deed.is_some_and(|deed| {
            search::length(deed) <= LONGEST_DEED && deed.chars().all(|ch| ch.is_alphanumeric())
        })
        && (after.starts_with("截止") || ENDED.iter().any(|word| after.starts_with(word)))
}

/// What stands behind the word that ends a span, at the start of `after`.
pub(super) fn behind_end(after: &str) -> &str {
    let longest = ENDED.iter().filter_map(|word| after.strip_prefix(word)).min_by_key(|rest| rest.len());
    longest.unwrap_or(after)
}
