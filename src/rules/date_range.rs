//! Spans of time that end before they begin, or last longer or shorter than the text says.

use super::{Group, Rule, Sink};
use crate::draft::Draft;
use crate::facts::Date;
use crate::facts::date::{DateFact, Link, whole_number};
use crate::facts::year_range::YearRange;
use crate::lang::{Lang, Text};
use crate::review::{Safety, Severity};
use crate::source::ViewSpan;

pub(super) static RULE: Rule = Rule {
    id: "date-range",
    group: Group::Dates,
    severity: Severity::Error,
    title: Text { zh: "起止时间有误", en: "A span of time that cannot be right" },
    page: include_str!("../../rules/date-range.md"),
    check,
};

fn check(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    for range in &draft.facts.year_ranges {
        if range.first > range.last {
            reversed_years(draft, sink, range);
        } else {
            years_of_plan(draft, sink, range);
        }
    }
    for pair in draft.facts.dates.windows(2) {
        if let [start, end] = pair
            && end.link == Link::RangeEnd
        {
            reversed_dates(draft, sink, start, end);
            days_of_range(draft, sink, start, end);
        }
    }
}

fn reversed_years(draft: &Draft<'_>, sink: &mut Sink<'_>, range: &YearRange) {
    let quote = draft.source.folded(range.span);
    let message = match draft.lang {
        Lang::Zh => {
            format!("“{quote}”起止年份颠倒：{} 年晚于 {} 年。请核对文件名称后改正", range.first, range.last)
        }
        Lang::En => format!("“{quote}” ends before it begins. Check the title of the paper"),
    };
    let [first, last] = range.years;
    let right = format!(
        "{}{}{}",
        range.last,
        draft.source.folded(ViewSpan { start: first.end, end: last.start }),
        range.first
    );
    let title = draft.lang.pick(format!("改为“{right}”"), format!("Change to “{right}”"));
    let span = draft.source.original(range.span);
    let years = draft.source.original(first.join(last));
    sink.push(sink.finding(span, message).with_fix(Safety::Suggest, title, years, right));
}

/// 三年行动方案（2023—2025年）: as many years as the name says.
fn years_of_plan(draft: &Draft<'_>, sink: &mut Sink<'_>, range: &YearRange) {
    let view = draft.source.view.text.as_str();
    let before = view.get(..range.span.start as usize).unwrap_or("");
    let before = before.rsplit(['《', '。', '；', '，', '\n']).next().unwrap_or("");
    let named = PLAN_WORDS.iter().filter_map(|word| before.rfind(word)).max();
    let Some((name, at)) = named.and_then(|at| Some((before.get(..at)?, at))) else { return };
    // Another plan or span of years may stand between the name and the years.
    if before.get(at..).is_none_or(|rest| rest.contains(['》', '、']) || rest.chars().count() > 24) {
        return;
    }
    let numeral_at = name.char_indices().rev().take_while(|(_, ch)| is_numeral(*ch)).last();
    let Some(said) = numeral_at.and_then(|(at, _)| whole_number(name.get(at..)?)) else { return };
    let covered = range.last - range.first + 1;
    if !(1..=30).contains(&said) || said == covered {
        return;
    }
    // 2022—2025年 are three years from the middle of one to the middle of another.
    let severity = if said + 1 == covered { Severity::Hint } else { Severity::Warning };
    let quote = draft.source.folded(range.span);
    let message = match draft.lang {
        Lang::Zh => format!("名称写明为 {said} 年，而“{quote}”首尾共 {covered} 年。请核对名称和起止年份"),
        Lang::En => format!("The name says {said} years, but “{quote}” covers {covered}. Check both"),
    };
    sink.push(sink.finding(draft.source.original(range.span), message).with_severity(severity));
}

/// What follows the number of years in the name of a plan.
const PLAN_WORDS: [&str; 7] = ["年行动", "年规划", "年计划", "年攻坚", "年方案", "年提升行动", "年专项"];

fn is_numeral(ch: char) -> bool {
    ch.is_ascii_digit() || "一二两三四五六七八九十".contains(ch)
}

fn reversed_dates(draft: &Draft<'_>, sink: &mut Sink<'_>, start: &DateFact, end: &DateFact) {
    let months = |fact: &DateFact| Some((fact.full_year(), fact.full_month()?));
    let Some((from, to)) = months(start).zip(months(end)) else { return };
    let is_reversed = match (days(start, end), from.0, to.0) {
        (Some((from, to)), _, _) => to < from,
        (None, Some(_), Some(_)) if start.day.is_none() || end.day.is_none() => to < from,
        _ => false,
    };
    // 2023年12月20日至1月5日 runs into the next year.
    let may_cross_year = end.year.is_none() && from.1 >= to.1 + 6;
    if !is_reversed || may_cross_year {
        return;
    }
    let span = start.span.join(end.span);
    let quote = draft.source.folded(span);
    let message = match draft.lang {
        Lang::Zh => format!("“{quote}”的截止时间早于开始时间。请核对；跨年的，应写明截止年份"),
        Lang::En => {
            format!("“{quote}” ends before it begins. Check it; a span into the next year names that year")
        }
    };
    sink.report(draft.source.original(span), message);
}

/// The days of a range; where no year is written, those of a common year.
fn days(start: &DateFact, end: &DateFact) -> Option<(Date, Date)> {
    if start.full_year().is_none() != end.full_year().is_none() {
        return None;
    }
    let day = |fact: &DateFact| {
        let (month, day) = (fact.full_month()?, fact.day?.value);
        Date::new(fact.full_year().unwrap_or(2023), u8::try_from(month).ok()?, u8::try_from(day).ok()?)
    };
    Some((day(start)?, day(end)?))
}

/// 12月1日至5日为期七天: as many days as the text says.
fn days_of_range(draft: &Draft<'_>, sink: &mut Sink<'_>, start: &DateFact, end: &DateFact) {
    let Some((from, to)) = days(start, end).filter(|(from, to)| from <= to) else { return };
    let view = draft.source.view.text.as_str();
    let Some((said, length)) = said_days(view.get(end.span.end as usize..).unwrap_or("")) else { return };
    let between = to.day_number() - from.day_number();
    let said_days = i32::from(said);
    if said_days == between || said_days == between + 1 {
        return;
    }
    let span = ViewSpan::new(start.span.start as usize, end.span.end as usize + length);
    let (quote, covered) = (draft.source.folded(span), between + 1);
    let message = match draft.lang {
        Lang::Zh => format!(
            "“{quote}”前后不符：首尾两日都计入，共 {covered} 天，不是 {said} 天。请核对起止日期和天数"
        ),
        Lang::En => format!(
            "“{quote}” disagrees with itself: it covers {covered} days, not {said}. Check the dates and the days"
        ),
    };
    sink.push(sink.finding(draft.source.original(span), message).with_severity(Severity::Warning));
}

/// The number of days in 为期七天 at the beginning of `text` and the length of that phrase.
fn said_days(text: &str) -> Option<(u16, usize)> {
    let rest = text.strip_prefix(['，', '（']).unwrap_or(text);
    let rest =
        ["开展了", "开展", "举办", "进行"].iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest);
    let rest = ["为期", "历时", "持续", "共计", "共"].iter().find_map(|word| rest.strip_prefix(word))?;
    let length = rest.find(|ch: char| !is_numeral(ch))?;
    let number = whole_number(rest.get(..length)?)?;
    let unit = rest.get(length..)?;
    let (days, word) = match unit {
        _ if unit.starts_with('天') => (number, "天"),
        _ if unit.starts_with('周') => (number.checked_mul(7)?, "周"),
        _ => return None,
    };
    Some((days, text.len() - unit.len() + word.len()))
}
