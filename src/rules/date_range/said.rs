//! Where the length of a span is said: 为期七天 within its sentence, 聘期三年 before it, 共15天 right behind it.
//!
//! *Invariant:* no other date stands between the span and its length, and what was done in these days is none.

use super::length::{Counts, Length};
use super::{begun, counted};
use crate::facts::date::behind_hour;
use crate::search;
use crate::source::ViewSpan;

/// The length that is said of the range at `range`: 为期七天 within the sentence, no other date between.
pub(super) fn said_length(view: &str, range: ViewSpan, has_ends: bool) -> Option<Length> {
    let is_end = |ch: &char| matches!(ch, '。' | '；' | '\n' | '日' | '月');
    // 3月1日0时至6月30日24时，共122天.
    let after = behind_hour(view.get(range.end as usize..)?);
    let length: usize = after.chars().take(24).take_while(|ch| !is_end(ch)).map(char::len_utf8).sum();
    // 七天, 三个月: the unit may be the first character behind.
    let window = after.get(..length)?;
    let at = view.len() - after.len();
    // 3月20日结束，现场检查用时5天 is of something else: only what follows the end at once is its length.
    let is_at_once = |found: &Length| {
        let words = after.get(..(found.span.start as usize).saturating_sub(at)).unwrap_or("");
        !has_ends || matches!(begun::behind_end(words), "" | "，" | "，前后" | "，共" | "，总共")
    };
    let behind = phrase(after, window, at).filter(is_at_once).or_else(|| some_days(after, at));
    if let Some(found) = behind.or_else(|| counted::behind(after, at)) {
        return Some(found);
    }
    let before = view.get(..range.start as usize)?;
    let length: usize =
        before.chars().rev().take(24).take_while(|ch| !is_end(ch) || *ch == '月').map(char::len_utf8).sum();
    let from = before.len() - length;
    let window = before.get(from..)?;
    phrase(window, window, from).or_else(|| counted::before(before, after))
}

/// What says how long the whole of a range is.
const WHOLE: [&str; 5] = ["为期", "历时", "持续", "用时", "历经"];

/// What says for how long something holds or somebody is in office.
pub(super) const TERMS: [&str; 16] = [
    "有效期限为",
    "有效期限",
    "有效期为",
    "有效期",
    "聘期为",
    "聘期",
    "任期为",
    "任期",
    "合同期限为",
    "合同期限",
    "服务期限为",
    "服务期限",
    "服务期为",
    "服务期",
    "试行期为",
    "试行期",
];

/// What counts days of a range, all or some of them.
const SOME: [&str; 4] = ["连续", "共计", "总共", "共"];

/// Words of several that each take as long, or of somebody who was there for some of the days.
const OF_SOME: [&str; 14] = [
    "，各",
    "，每",
    "，分",
    "分别",
    "分批",
    "分期",
    "批开展",
    "先后",
    "陆续",
    "轮流",
    "两期",
    "三期",
    "参加",
    "赴",
];

/// 为期七天 in `window`, which begins `text` and stands at `base` of the view.
fn phrase(text: &str, window: &str, base: usize) -> Option<Length> {
    WHOLE.iter().chain(&TERMS).find_map(|word| said(text, base, window.find(word)?, word))
}

/// 连续十五天 right behind the range, at the start of `text`.
fn some_days(text: &str, base: usize) -> Option<Length> {
    let rest = begun::behind_end(text);
    let rest = rest.strip_prefix(['，', '（']).unwrap_or(rest);
    let word = SOME.into_iter().find(|word| rest.starts_with(word))?;
    said(text, base, text.len() - rest.len(), word).map(|length| Length { counts: Counts::Some, ..length })
}

/// The length behind `word`, which stands at `at` of `text`.
pub(super) fn said(text: &str, base: usize, at: usize, word: &str) -> Option<Length> {
    // 平均用时40天 and 其间用时5天 are told of what was done in these days.
    if ["均", "最长", "最短", "最快", "最多", "其间", "期间", "其中"]
        .iter()
        .any(|of| text.get(..at).is_some_and(|head| head.ends_with(of)))
    {
        return None;
    }
    let rest = text.get(at + word.len()..)?;
    let rest = rest.strip_prefix('了').unwrap_or(rest);
    let (length, number, unit) = counted::number(rest).or_else(|| counted::years(rest))?;
    let end = text.len() - rest.len() + length;
    // 3月11日至20日开展巡查，为期一个月的整治…: the length of what it stands before.
    let has_deed = text.get(..at)?.find('，').is_some_and(|comma| comma > 0);
    if has_deed && text.get(end..)?.starts_with('的') {
        return None;
    }
    // 分三批开展为期十天的轮训 has room for several of them, and who took part may have done so for some days.
    let is_of_some = search::has(text.get(..at)?, &OF_SOME);
    let counts = if is_of_some { Counts::Some } else { Counts::All };
    Some(Length { span: ViewSpan::new(base + at, base + end), number, unit, counts })
}
