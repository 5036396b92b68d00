//! A number of meetings or rounds and, behind a comma, their dates: 会议 4 次，时间分别为 2 月 3 日、5 月 8 日、9 月 1 日;
//! or the dates in front of what was held on them: 先后于 2 月 3 日、5 月 8 日召开会议 2 次.
//!
//! *Invariant:* every item of the list is a date; in one month there may have been several, so that months only bound
//! the number.

use super::{Listed, statement};
use crate::claims::Statement;
use crate::claims::label;
use crate::claims::statement::{Mention, Passage};
use crate::search;
use crate::source::ViewSpan;

/// Words that lead from the number to the dates.
const CUES: &[&str] = &[
    "分别于",
    "分别在",
    "分别为",
    "分别是",
    "依次于",
    "依次在",
    "依次为",
    "依次是",
    "先后于",
    "先后在",
    "陆续于",
    "陆续在",
    "相继于",
    "相继在",
    "分次于",
    "分次在",
    "分别安排在",
    "分别定于",
    "具体为",
    "具体是",
    "各于",
];

/// The same behind 时间 and 日期.
const BEHIND_TIME: &[&str] = &[
    "分别为",
    "分别是",
    "分别在",
    "依次为",
    "依次是",
    "安排为",
    "如下：",
    "分别如下：",
    "为",
    "是",
    "分别",
    "依次",
];

/// Words of what is held on several days, one behind the other.
const ONE_BY_ONE: &[&str] = &["分别", "先后", "依次", "陆续", "相继"];

/// The most characters of what the time is of: 召开时间.
const LONGEST_DEED: usize = 4;

/// The claim that `words`, which stand at `span` behind the number, list so many dates; nothing where they list none.
/// A colon in front of them leads to them by itself.
pub fn claim(
    passage: &Passage<'_>,
    stated: &Mention<'_>,
    span: ViewSpan,
    by_colon: bool,
) -> Option<Statement> {
    // 议题 3 个，分别于两日提交: several things may have been done on one day, but not several meetings.
    if !matches!(stated.quantity.word(), "次" | "场" | "场次" | "期" | "轮" | "批" | "批次" | "回" | "届")
    {
        return None;
    }
    let words = passage.between(span.start, span.end);
    let by_word = behind_time(words).or_else(|| search::behind(words, CUES));
    // 会议 3 次，于 2 月 3 日、5 月 8 日、9 月 1 日分别召开
    let shared_out = || {
        let dates = words.strip_prefix(['于', '在']).unwrap_or(words);
        let behind = dates.rfind('日').and_then(|at| dates.get(at + '日'.len_utf8()..));
        behind.filter(|behind| label::begins(behind, ONE_BY_ONE)).map(|_| dates)
    };
    let dates = by_word.or_else(|| Some(words).filter(|_| by_colon)).or_else(shared_out)?;
    let items: Vec<&str> = dates.split(['、', '和', '及', '与']).filter(|item| !item.is_empty()).collect();
    let (last, others) = items.split_last()?;
    let is_day = |item: &str| is_date(item, "日") || is_day_of_month(item);
    // Behind the last date stands what was done on it.
    let ends = |sign: char| last.find(sign).and_then(|at| last.get(..at + sign.len_utf8()));
    let are_days = others.iter().all(|item| is_day(item)) && ends('日').is_some_and(is_day);
    let are_months = others.iter().all(|item| is_date(item, "月"))
        && !last.contains('日')
        && ends('月').is_some_and(|item| is_date(item, "月"));
    if others.is_empty() || !(are_days || are_months) {
        return None;
    }
    let count = items.len();
    let is_open_ended = are_months || last.ends_with('等') || last.contains("日等");
    let listed = Listed { least: count, likely: count, most: count, span, is_open_ended };
    let number = stated.quantity.value.to_whole().and_then(|whole| usize::try_from(whole).ok())?;
    // What is far from the number is of something else.
    let is_near = is_open_ended || (count.saturating_sub(2)..=count + 2).contains(&number);
    is_near.then(|| statement(stated, &listed, false)).flatten()
}

/// 先后于2月20日、5月16日召开会议3次: the claim that the dates in front of the number are those of what was held.
pub fn before(passage: &Passage<'_>, stated: &Mention<'_>) -> Option<Statement> {
    const AHEAD: &[&str] = &[
        "分别于",
        "分别在",
        "先后于",
        "先后在",
        "依次于",
        "依次在",
        "陆续于",
        "陆续在",
        "相继于",
        "相继在",
        "先后",
        "分别",
        "依次",
        "于",
    ];
    // What is held may be so several times a day where it is not a meeting.
    const HELD: &[&str] =
        &["召开", "组织召开", "主持召开", "牵头召开", "召集", "举行", "组织举行", "举办", "组织举办"];
    const MEETINGS: &[&str] = &["会", "会议", "会商", "听证会"];
    const OTHERS: &[&str] = &["各", "均", "分别", "等", "和", "及", "、", "每", "另", "累计"];
    const LONGEST: usize = 160;
    if !matches!(stated.quantity.word(), "次" | "场" | "场次" | "期") || !stated.before.contains('日') {
        return None;
    }
    let words = passage.between(stated.sentence_start, stated.quantity.span.start);
    let from =
        words.char_indices().rev().take(LONGEST).take_while(|&(_, ch)| !matches!(ch, '，' | '；' | '：'));
    let clause = words.get(from.last()?.0..)?;
    let at = clause.find(|ch: char| ch.is_ascii_digit())?;
    let (head, dates) = clause.split_at_checked(at)?;
    let end = dates.rfind('日')? + '日'.len_utf8();
    let (days, deed) = dates.split_at_checked(end)?;
    // 2月3日、5月8日分别召开: the word may stand behind the dates as well.
    let behind_days = search::behind(deed, ONE_BY_ONE);
    let deed = behind_days.unwrap_or(deed);
    let meeting = search::behind(deed, HELD)?;
    let meeting = meeting.strip_suffix('共').unwrap_or(meeting);
    // 于2月6日、4月12日召开 3 次常务会议: what is held may stand behind the number.
    let is_named_behind = meeting.is_empty();
    let meeting = if is_named_behind { meeting_behind(stated)? } else { meeting };
    let items: Vec<&str> = days.split(['、', '和', '及', '与']).collect();
    let are_days = items.iter().all(|item| is_date(item, "日") || is_day_of_month(item));
    let is_meeting = MEETINGS.iter().any(|end| meeting.ends_with(end)) && !label::has(meeting, OTHERS);
    let is_shared_out = behind_days.is_some() || AHEAD.iter().any(|cue| head.ends_with(cue));
    let leads = is_shared_out && !head.contains(['另', '又', '再', '除']);
    // 会议 2 次、座谈 3 次 share the dates.
    let behind = passage.between(stated.quantity.span.end, passage.end());
    let is_alone = is_named_behind || behind.is_empty() || behind.starts_with(['，', '。', '；', '\n']);
    let count = items.len();
    let number = stated.quantity.value.to_whole().and_then(|whole| usize::try_from(whole).ok())?;
    if count < 2 || !are_days || !is_meeting || !leads || !is_alone || number.abs_diff(count) > 1 {
        return None;
    }
    let span =
        ViewSpan { start: stated.quantity.span.start - dates.len() as u32, end: stated.quantity.span.start };
    let listed = Listed { least: count, likely: count, most: count, span, is_open_ended: false };
    statement(stated, &listed, false)
}

/// 常务会议 of 常务会议专题研究, the words behind `stated`.
fn meeting_behind<'a>(stated: &Mention<'a>) -> Option<&'a str> {
    const MEETING: &str = "会议";
    const LONGEST: usize = 10;
    let end = stated.after.find(MEETING)? + MEETING.len();
    stated.after.get(..end).filter(|meeting| search::length(meeting) <= LONGEST)
}

/// What stands behind 时间为, 召开日期依次为 at the start of `words`.
fn behind_time(words: &str) -> Option<&str> {
    let (deed, rest) = search::split(words, "时间").or_else(|| search::split(words, "日期"))?;
    let is_short = search::length(deed) <= LONGEST_DEED;
    search::behind(rest, BEHIND_TIME).filter(|_| is_short)
}

/// Whether `item` is a date that ends in `sign`: 2月3日, 2023年2月3日, 2月3日至5日; 3月.
fn is_date(item: &str, sign: &str) -> bool {
    let signs = |ch: char| matches!(ch, '年' | '月' | '日' | '至' | '上' | '下' | '旬' | '底' | '初');
    item.ends_with(sign)
        && item.contains('月')
        && item.chars().all(|ch| ch.is_ascii_digit() || signs(ch))
        && item.starts_with(|ch: char| ch.is_ascii_digit())
}

/// Whether `item` is a day of the month that was named before: 4日.
fn is_day_of_month(item: &str) -> bool {
    item.strip_suffix('日')
        .is_some_and(|day| (1..=2).contains(&day.len()) && day.bytes().all(|byte| byte.is_ascii_digit()))
}
