//! Dates that no calendar has: a thirteenth month, 31 September, 29 February of a common year.
//!
//! *Invariant:* a day that exists in some year is called impossible only where the year is known, or where it can be none
//! but that of the report.

mod named_day;

use super::prose::{clause_after, clause_before};
use super::{Group, Rule, Sink, stale_year};
use crate::calendar::{Date, days_in_month, is_leap};
use crate::draft::Draft;
use crate::facts::date::{DateFact, Kind};
use crate::lang::{Lang, Text};
use crate::review::Severity;
use crate::search;

pub(super) static RULE: Rule = Rule {
    id: "impossible-date",
    group: Group::Dates,
    severity: Severity::Error,
    title: Text { zh: "日期不存在", en: "A date that does not exist" },
    page: page!("impossible-date"),
    check,
};

fn check(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    named_day::check(draft, sink);
    let view = draft.source.view.text.as_str();
    // The year that the sentence has named so far, and where the last date ended.
    let mut context = None;
    let mut end = 0;
    let mut asked = 0;
    for fact in &draft.facts.dates {
        let gap = view.get(end..fact.span.start as usize).unwrap_or("");
        context = fact.full_year().or(context.filter(|_| !gap.contains(['。', '\n'])));
        end = fact.span.end as usize;
        // 执法计划于2月29日公示 in a report on 2023: its year goes without saying.
        let is_open = context.is_none() && is_leap_day(fact);
        let implied = if is_open { year_of_report(draft, fact, &mut asked) } else { None };
        let Some(reason) = reason(fact, context.or(implied), draft.lang) else { continue };
        let span = draft.source.original(fact.span);
        let quote = draft.source.folded(fact.span);
        let message = match draft.lang {
            Lang::Zh => format!("“{quote}”这个日期不存在：{reason}。请对照原始材料改正。"),
            Lang::En => format!("There is no such date as “{quote}”: {reason}. Correct it from the source."),
        };
        // Figures with hyphens or points may be a number of something after all.
        let is_sure = fact.kind == Kind::Words && implied.is_none();
        let severity = if is_sure { Severity::Error } else { Severity::Warning };
        sink.push(sink.finding(span, message).with_severity(severity));
    }
}

/// 29 February.
fn is_leap_day(fact: &DateFact) -> bool {
    fact.full_month() == Some(2) && fact.day.is_some_and(|day| day.value == 29)
}

/// The year of the report, where `fact` can be of no other: it stands in the part about that year, and the report was
/// signed before there was such a day again.
fn year_of_report(draft: &Draft<'_>, fact: &DateFact, asked: &mut usize) -> Option<u16> {
    const TO_COME: [&str; 6] = ["明年", "来年", "将于", "拟于", "前完成", "年后"];
    let year = draft.document.report_year?;
    let next = Date::new(year + 1, 2, 29);
    let is_before_next = next.is_none_or(|next| draft.document.signed_on.is_some_and(|signed| signed < next));
    let clause = clause_before(&draft.source.view.text, fact.span.end as usize);
    let behind = clause_after(&draft.source.view.text, fact.span.end as usize);
    let is_to_come = search::has(clause, &TO_COME) || search::has(behind, &TO_COME);
    stale_year::implied(draft, fact.span, asked).filter(|_| is_before_next && !is_to_come)
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

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::prose::testing::finds;

    fn report(year: &str, results: &str, plan: &str, signed: &str) -> String {
        format!(
            "松岭县水利局{year}年法治政府建设年度报告\n一、主要举措和成效\n{results}\n二、存在的不足和原因\n执法力量不足。\n三、党政主要负责人履职情况\n带头学法。\n四、下一年度工作安排\n{plan}\n松岭县水利局\n{signed}"
        )
    }

    #[test]
    fn knows_the_year_of_the_report() {
        for (year, results, signed) in [
            ("2023", "取水许可清单于2月29日在门户网站公布。", "2024年1月12日"),
            ("2023", "2月29日，局党组集体学习《中华人民共和国水法》。", "2024年2月6日"),
            ("2022", "节水执法行动2月29日启动，5月底结束。", "2023年3月8日"),
        ] {
            finds(&RULE, &report(year, results, "完善裁量基准。", signed), &["2月29日"]);
        }
    }

    #[test]
    fn leaves_open_which_year_is_meant() {
        for (year, results, plan, signed) in [
            ("2024", "取水许可清单于2月29日在门户网站公布。", "完善裁量基准。", "2025年1月12日"),
            ("2023", "加强普法。", "2月29日组织水法宣讲。", "2024年1月12日"),
            ("2023", "剩余问题将于2月29日整改完毕。", "完善裁量基准。", "2024年1月12日"),
            ("2023", "2月29日，局党组会议审议本报告。", "完善裁量基准。", "2024年3月12日"),
            (
                "2023",
                "2020年建立河长会商机制。2月29日首次会商，此后每年两次。",
                "完善裁量基准。",
                "2024年1月12日",
            ),
        ] {
            finds(&RULE, &report(year, results, plan, signed), &[]);
        }
    }
}
