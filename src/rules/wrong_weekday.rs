//! Days of the week that are not those of the date in front of them.
//!
//! *Invariant:* judges only days whose year is written or can be none but that of the report, and only a day of the week
//! that stands directly behind the date.

use super::{Group, Rule, Sink, stale_year};
use crate::calendar::Weekday;
use crate::draft::Draft;
use crate::lang::{Lang, Text};
use crate::review::{Safety, Severity};
use crate::source::ViewSpan;

pub(super) static RULE: Rule = Rule {
    id: "wrong-weekday",
    group: Group::Dates,
    severity: Severity::Error,
    title: Text { zh: "星期与日期不符", en: "A day of the week that is not that of the date" },
    page: page!("wrong-weekday"),
    check,
};

fn check(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    let view = draft.source.view.text.as_str();
    let mut asked = 0;
    for fact in &draft.facts.dates {
        let end = fact.span.end as usize;
        let Some((offset, sign, written)) = view.get(end..).and_then(weekday) else { continue };
        // 12月4日（星期三） in a report on 2024: its year goes without saying.
        let implied =
            if fact.full_year().is_none() { stale_year::implied(draft, fact.span, &mut asked) } else { None };
        let Some(date) = implied.map_or_else(|| fact.date(), |year| fact.date_in(year)) else { continue };
        let right = date.weekday();
        // What is told of January may be of the year in which the report was signed.
        let is_early = fact.full_month().is_some_and(|month| month <= 3);
        let fits_next =
            |year: u16| is_early && fact.date_in(year + 1).is_some_and(|date| date.weekday() == written);
        if written == right || implied.is_some_and(fits_next) {
            continue;
        }
        let at = end + offset;
        let place = draft.source.original(ViewSpan::new(at, at + sign.len_utf8()));
        let year = implied.map_or_else(String::new, |year| format!("{year}年"));
        let quote = format!("{year}{}", draft.source.folded(fact.span));
        let (zh, en) = names(right);
        let message = match draft.lang {
            Lang::Zh => {
                format!("“{quote}”是星期{zh}，不是星期{sign}；日期和星期必有一处写错，请核对后改正。")
            }
            Lang::En => {
                let (_, was) = names(written);
                format!("“{quote}” is a {en}, not a {was}; the date or the day is wrong, check both.")
            }
        };
        let title = match draft.lang {
            Lang::Zh => format!("星期改为“{zh}”"),
            Lang::En => format!("Change the day to “{zh}”"),
        };
        let end = at + sign.len_utf8();
        let is_open = view.get(fact.span.end as usize..).is_some_and(|rest| rest.starts_with('（'));
        let is_closed = is_open && view.get(end..).is_some_and(|rest| rest.starts_with('）'));
        let bracket = if is_closed { '）'.len_utf8() } else { 0 };
        let whole = draft.source.original(ViewSpan::new(fact.span.start as usize, end + bracket));
        let severity = if implied.is_some() { Severity::Warning } else { Severity::Error };
        let finding = sink.finding(whole, message).with_severity(severity);
        sink.push(finding.with_fix(Safety::Suggest, title, place, zh.to_owned()));
    }
}

/// The day of the week at the start of `rest`, in brackets or not: where its sign stands, and which.
fn weekday(rest: &str) -> Option<(usize, char, Weekday)> {
    let inner = rest.strip_prefix(['（', '(']).unwrap_or(rest);
    let (is_long, after) = match inner.strip_prefix("星期").or_else(|| inner.strip_prefix("礼拜")) {
        Some(after) => (true, after),
        None => (false, inner.strip_prefix('周')?),
    };
    let sign = after.chars().next()?;
    let day = match sign {
        '一' => Weekday::Monday,
        '二' => Weekday::Tuesday,
        '三' => Weekday::Wednesday,
        '四' => Weekday::Thursday,
        '五' => Weekday::Friday,
        '六' => Weekday::Saturday,
        '日' | '天' => Weekday::Sunday,
        _ => return None,
    };
    let next = after.chars().nth(1);
    // 周一至周五 is a span of days, 周三元 a person.
    let goes_on = |ch: char| matches!(ch, '至' | '到' | '—' | '-' | '、' | '和' | '或' | '～');
    let ends = |ch: char| matches!(ch, '）' | ')' | '，' | '。' | '；' | '上' | '下' | '晚' | '早' | '\n');
    if next.is_some_and(goes_on) || !is_long && !next.is_none_or(ends) {
        return None;
    }
    Some((rest.len() - after.len(), sign, day))
}

/// How a day of the week is called, behind 星期 and in English.
fn names(day: Weekday) -> (&'static str, &'static str) {
    match day {
        Weekday::Monday => ("一", "Monday"),
        Weekday::Tuesday => ("二", "Tuesday"),
        Weekday::Wednesday => ("三", "Wednesday"),
        Weekday::Thursday => ("四", "Thursday"),
        Weekday::Friday => ("五", "Friday"),
        Weekday::Saturday => ("六", "Saturday"),
        Weekday::Sunday => ("日", "Sunday"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::prose::testing::{finds, repaired};

    #[test]
    fn compares_the_day_of_the_week_with_the_calendar() {
        let table: &[(&str, &[&str])] = &[
            ("2024年5月6日（星期二）召开会议。", &["2024年5月6日（星期二）"]),
            ("2024年5月6日(周日)召开会议。", &["2024年5月6日(周日)"]),
            ("2024年5月6日星期天召开会议。", &["2024年5月6日星期天"]),
            ("2024年5月6日至10日（星期四）集中培训。", &["10日（星期四）"]),
            ("2024年5月6日（星期一）召开会议。", &[]),
            ("2024年5月5日（星期天）、5月5日（星期日）值班。", &[]),
            ("5月6日（星期二）召开会议。", &[]),
            ("2024年5月6日（周二至周五）值班。", &[]),
            ("2024年5月6日周三元同志到任。", &[]),
            ("2024年5月6日周边群众来访。", &[]),
            ("2024年2月30日（星期五）召开会议。", &[]),
        ];
        for (text, expected) in table {
            finds(&RULE, text, expected);
        }
    }

    #[test]
    fn knows_the_year_of_the_report() {
        let report = |text: &str| {
            format!(
                "河湾市文化和旅游局2024年法治政府建设年度报告\n一、主要举措和成效\n{text}\n二、存在的不足和原因\n执法力量不足。\n三、党政主要负责人履职情况\n带头学法。\n四、下一年度工作安排\n5月6日（星期六）前完成清理。"
            )
        };
        for (text, expected) in [
            ("5月6日（星期六），局党组集体学法。", &["5月6日（星期六）"] as &[&str]),
            ("12月4日（周五）举行宪法宣誓。", &["12月4日（周五）"]),
            ("5月6日（星期一），局党组集体学法。", &[]),
            // Of the year after.
            ("1月8日（星期三），局党组会议审议本报告。", &[]),
            ("2022年建立会商机制。5月6日（星期六）首次会商。", &[]),
        ] {
            finds(&RULE, &report(text), expected);
        }
    }

    #[test]
    fn offers_the_right_day() {
        assert_eq!(repaired(&RULE, "2024年5月6日（周三）下午。"), "2024年5月6日（周一）下午。");
    }
}
