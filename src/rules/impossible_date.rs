//! Dates that no calendar has: a thirteenth month, 31 September, 29 February of a common year.
//!
//! *Invariant:* a day that exists in some year is called impossible only where the year is known.

use super::{Group, Rule, Sink};
use crate::calendar::{days_in_month, is_leap};
use crate::draft::Draft;
use crate::facts::date::{DateFact, Kind};
use crate::lang::{Lang, Text};
use crate::review::Severity;

pub(super) static RULE: Rule = Rule {
    id: "impossible-date",
    group: Group::Dates,
    severity: Severity::Error,
    title: Text { zh: "日期不存在", en: "A date that does not exist" },
    page: page!("impossible-date"),
    check,
};

fn check(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    let view = draft.source.view.text.as_str();
    // The year that the sentence has named so far, and where the last date ended.
    let mut context = None;
    let mut end = 0;
    for fact in &draft.facts.dates {
        let gap = view.get(end..fact.span.start as usize).unwrap_or("");
        context = fact.full_year().or(context.filter(|_| !gap.contains(['。', '\n'])));
        end = fact.span.end as usize;
        let Some(reason) = reason(fact, context, draft.lang) else { continue };
        let span = draft.source.original(fact.span);
        let quote = draft.source.folded(fact.span);
        let message = match draft.lang {
            Lang::Zh => format!("“{quote}”这个日期不存在：{reason}。请对照原始材料改正。"),
            Lang::En => format!("There is no such date as “{quote}”: {reason}. Correct it from the source."),
        };
        // Figures with hyphens or points may be a number of something after all.
        let severity = if fact.kind == Kind::Words { Severity::Error } else { Severity::Warning };
        sink.push(sink.finding(span, message).with_severity(severity));
    }
}

const MONTHS: [&str; 13] = [
    "",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Why there is no such day; nothing where there is one, or may be one.
fn reason(fact: &DateFact, year: Option<u16>, lang: Lang) -> Option<String> {
    if let Some(written) = fact.year.filter(|written| !matches!(written.digits, 2 | 4)) {
        let digits = written.digits;
        return Some(match lang {
            Lang::Zh => format!("年份应为四位数字，文中写了 {digits} 位"),
            Lang::En => format!("the year has {digits} digits instead of four"),
        });
    }
    let month = fact.full_month()?;
    if !(1..=12).contains(&month) {
        return Some(match lang {
            Lang::Zh => format!("一年只有 12 个月，没有 {month} 月"),
            Lang::En => format!("there is no month {month}"),
        });
    }
    let day = fact.day?.value;
    // Without a year 29 February may be right.
    let length = days_in_month(year.unwrap_or(2000), u8::try_from(month).ok()?)?;
    if (1..=u16::from(length)).contains(&day) {
        return None;
    }
    Some(match (lang, year) {
        (Lang::Zh, _) if day == 0 => "没有 0 日".to_owned(),
        (Lang::En, _) if day == 0 => "there is no day 0".to_owned(),
        (Lang::Zh, Some(year)) if month == 2 && !is_leap(year) => {
            format!("{year} 年不是闰年，2 月只有 28 天")
        }
        (Lang::En, Some(year)) if month == 2 && !is_leap(year) => {
            format!("{year} is not a leap year, so February has 28 days")
        }
        (Lang::Zh, None) if month == 2 => "2 月最多 29 天".to_owned(),
        (Lang::En, None) if month == 2 => "February has at most 29 days".to_owned(),
        (Lang::Zh, _) => format!("{month} 月只有 {length} 天"),
        (Lang::En, _) => format!("{} has only {length} days", MONTHS.get(usize::from(month)).unwrap_or(&"")),
    })
}
