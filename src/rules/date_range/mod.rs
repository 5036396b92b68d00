//! Spans of time that end before they begin, or last longer or shorter than the text says.
//!
//! *Invariant:* dates of which only one has a year are not compared.

mod begun;
mod counted;
mod length;
mod months;
mod part_of_year;
mod said;

use super::{Group, Rule, Sink};
use crate::calendar::Date;
use crate::draft::Draft;
use crate::facts::date::{DateFact, Link, whole_number};
use crate::facts::year_range::YearRange;
use crate::lang::{Lang, Text};
use crate::review::{Safety, Severity};
use crate::search;
use crate::source::ViewSpan;

pub(super) static RULE: Rule = Rule {
    id: "date-range",
    group: Group::Dates,
    severity: Severity::Error,
    title: Text { zh: "起止时间有误", en: "A span of time that cannot be right" },
    page: page!("date-range"),
    check,
};

fn check(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    months::check(draft, sink);
    part_of_year::check(draft, sink);
    for &range in &draft.facts.cut_year_ranges {
        cut_year(draft, sink, range);
    }
    for range in &draft.facts.year_ranges {
        if range.first > range.last {
            reversed_years(draft, sink, range);
        } else {
            years_of_plan(draft, sink, range);
        }
    }
    for pair in draft.facts.dates.windows(2) {
        let [start, end] = pair else { continue };
        if end.link == Link::RangeEnd {
            reversed_dates(draft, sink, start, end);
            length::check(draft, sink, (start, end), false);
        } else if begun::is_span(&draft.source.view.text, start, end) {
            length::check(draft, sink, (start, end), true);
        } else if begun::runs(&draft.source.view.text, start, end) {
            reversed_dates(draft, sink, start, end);
        } else {
            length::check_term(draft, sink, start, end);
        }
    }
}

/// 2021—205年: a year has four digits.
fn cut_year(draft: &Draft<'_>, sink: &mut Sink<'_>, range: ViewSpan) {
    let quote = draft.source.folded(range);
    let message = match draft.lang {
        Lang::Zh => format!("“{quote}”的起止年份不都是四位数字，漏写或者多写了一位。请对照原始材料改正。"),
        Lang::En => {
            format!("“{quote}” has a year of too few or too many digits. Correct it from the source.")
        }
    };
    sink.report(draft.source.original(range), message);
}

fn reversed_years(draft: &Draft<'_>, sink: &mut Sink<'_>, range: &YearRange) {
    let quote = draft.source.folded(range.span);
    let message = match draft.lang {
        Lang::Zh => {
            format!(
                "“{quote}”的起止年份颠倒了：{} 年晚于 {} 年。请对照文件名称改正。",
                range.first, range.last
            )
        }
        Lang::En => format!("“{quote}” ends before it begins. Correct it from the title of the document."),
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
    let before = clause_end(before);
    if let Some((name, first)) = PERIODS.iter().find(|(name, _)| before.contains(name))
        && ["规划", "纲要", "”期间", "”时期"].iter().any(|word| before.ends_with(&format!("{word}（")))
        && (range.first, range.last) != (*first, first + 4)
        && !before.contains("年行动")
    {
        return wrong_period(draft, sink, range, name, *first);
    }
    if let Some(said) = length_in_years(before, range) {
        return wrong_number_of_years(draft, sink, range, said);
    }
    // 三年普法规划（2023—2024年中期评估）: the bracket must hold nothing but the years.
    let is_alone = || view.get(range.span.end as usize..).is_some_and(|behind| behind.starts_with('）'));
    let of_something = || plan_of_something(before).filter(|_| is_alone());
    let named = PLAN_WORDS.iter().filter_map(|word| before.rfind(word)).max().or_else(of_something);
    let Some((name, at)) = named.and_then(|at| Some((before.get(..at)?, at))) else { return };
    // Another plan or span of years may stand between the name and the years.
    let between = before.get(at..).map(|rest| rest.strip_suffix("》（").unwrap_or(rest));
    if between.is_none_or(|rest| rest.contains(['》', '、']) || search::length(rest) > 24) {
        return;
    }
    let numeral_at = name.char_indices().rev().take_while(|(_, ch)| is_numeral(*ch)).last();
    let Some(said) = numeral_at.and_then(|(at, _)| whole_number(name.get(at..)?)) else { return };
    let covered = range.last - range.first + 1;
    if (1..=30).contains(&said) && said != covered {
        wrong_number_of_years(draft, sink, range, said);
    }
}

/// 连续五年（2019—2022年）, 为期三年（2023—2024年）: the number of years right before the bracket of `range`, where it is another than that of
/// `range`. What lasts three years may touch four of them.
fn length_in_years(before: &str, range: &YearRange) -> Option<u16> {
    const LONGEST: usize = 3;
    const LASTING: &[&str] = &["为期", "历时"];
    let head = before.strip_suffix("年（")?;
    let (number_at, _) =
        head.char_indices().rev().take(LONGEST).take_while(|(_, ch)| is_numeral(*ch)).last()?;
    let (ahead, number) = head.split_at_checked(number_at)?;
    let said = whole_number(number).filter(|said| (2..=30).contains(said))?;
    let covered = range.last - range.first + 1;
    let lasts = search::ending(ahead, LASTING).is_some();
    let is_wrong = said != covered && !(lasts && said + 1 == covered);
    ((lasts || ahead.ends_with("连续")) && is_wrong).then_some(said)
}

/// Says that the text speaks of `said` years and `range` is of another number of them.
fn wrong_number_of_years(draft: &Draft<'_>, sink: &mut Sink<'_>, range: &YearRange, said: u16) {
    let covered = range.last - range.first + 1;
    let quote = draft.source.folded(range.span);
    let message = match draft.lang {
        Lang::Zh => format!("文中写的是 {said} 年，而“{quote}”首尾共 {covered} 年。请核对年数和起止年份。"),
        Lang::En => format!("The text says {said} years, but “{quote}” covers {covered}. Check both."),
    };
    sink.push(sink.finding(draft.source.original(range.span), message).with_severity(Severity::Warning));
}

/// The end of `text` back to the mark that begins its clause, some dozens of characters at most.
fn clause_end(text: &str) -> &str {
    let is_mark = |ch: char| matches!(ch, '《' | '。' | '；' | '，' | '\n');
    let start = text.char_indices().rev().take(48).take_while(|&(_, ch)| !is_mark(ch)).last();
    start.and_then(|(at, _)| text.get(at..)).unwrap_or("")
}

/// Plans of five years with their first year.
const PERIODS: [(&str, u16); 7] = [
    ("十三五”", 2016),
    ("十四五”", 2021),
    ("十五五”", 2026),
    ("七五”普法", 2016),
    ("八五”普法", 2021),
    ("九五”普法", 2026),
    ("第十四个五年", 2021),
];

/// “十四五”规划（2021—2026年）.
fn wrong_period(draft: &Draft<'_>, sink: &mut Sink<'_>, range: &YearRange, name: &str, first: u16) {
    let quote = draft.source.folded(range.span);
    let name = name.split('”').next().unwrap_or(name);
    let last = first + 4;
    let message = match draft.lang {
        Lang::Zh => format!("“{name}”时期为 {first}—{last} 年，与“{quote}”不符。请核对文件名称。"),
        Lang::En => {
            format!("“{name}” runs from {first} to {last}, not “{quote}”. Check the title of the document.")
        }
    };
    sink.push(sink.finding(draft.source.original(range.span), message).with_severity(Severity::Warning));
}

/// What follows the number of years in the name of a plan.
const PLAN_WORDS: [&str; 7] = ["年行动", "年规划", "年计划", "年攻坚", "年方案", "年提升行动", "年专项"];

/// 五年立法规划: where the number of years ends that stands in front of what the plan is of.
fn plan_of_something(before: &str) -> Option<usize> {
    const LONGEST: usize = 6;
    let head = before.trim_end_matches(['》', '（']);
    let name = search::ahead(head, &["规划", "计划", "方案"])?;
    let (at, _) = name.char_indices().rev().take(LONGEST + 1).find(|(_, ch)| *ch == '年')?;
    let is_number = name.get(..at)?.ends_with(['二', '两', '三', '四', '五', '十']);
    (is_number && !name.get(at..)?.contains(['度', '的', '来', '第', '期', '滚', '内'])).then_some(at)
}

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
    let may_cross_year = end.year.is_none() && end.year_word.is_none() && from.1 >= to.1 + 6;
    if !is_reversed || may_cross_year {
        return;
    }
    let span = start.span.join(end.span);
    let quote = draft.source.folded(span);
    let message = match draft.lang {
        Lang::Zh => format!("“{quote}”的结束时间早于开始时间。请核对起止时间；跨年的，应写明结束的年份。"),
        Lang::En => {
            format!(
                "“{quote}” ends before it begins. Check both ends; where it runs into the next year, name that year."
            )
        }
    };
    // A range that leaves out its last year may mean the next one.
    let severity = match end.year.is_none() && from.1 > to.1 {
        true => Severity::Warning,
        false => Severity::Error,
    };
    sink.push(sink.finding(draft.source.original(span), message).with_severity(severity));
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
