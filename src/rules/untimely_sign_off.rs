//! A date of signature behind the deadlines of its kind of report, or before its year is over.
//!
//! *Invariant:* only points; a report may be late for good reasons, and the day on which it was sent is
//! not in it.

use super::{Group, Rule, Sink};
use crate::calendar::Date;
use crate::draft::Draft;
use crate::lang::{Lang, Text};
use crate::profile::Deadline;
use crate::review::Severity;
use crate::search;

pub(super) static RULE: Rule = Rule {
    id: "untimely-sign-off",
    group: Group::Dates,
    severity: Severity::Hint,
    title: Text { zh: "成文日期过早或过晚", en: "A signature too early or too late" },
    page: page!("untimely-sign-off"),
    check,
};

/// How places and governments end, which report by other dates than their departments.
const GOVERNMENTS: [&str; 13] =
    ["政府", "省", "市", "县", "区", "州", "盟", "旗", "镇", "乡", "街道", "街道办事处", "管理委员会"];

fn check(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    let document = &draft.document;
    let Some(title) = document.title.as_ref().map(|title| title.text.as_str()) else { return };
    // A report on half a year is signed when that is over.
    if search::has(title, &["半年", "季度"]) {
        return;
    }
    let (Some(year), Some(signed)) = (document.report_year, document.signed_on) else { return };
    let Some(place) = document.sign_off.as_ref().and_then(|sign_off| sign_off.date) else { return };
    let span = draft.source.original(place);
    if signed.year == year && (signed.month, signed.day) != (12, 31) {
        let message = match draft.lang {
            Lang::Zh => format!(
                "成文时 {year} 年度尚未结束。请核对文中数据是否为全年数据；不是的，写明统计截至哪一天。"
            ),
            Lang::En => format!(
                "Signed before {year} was over: check whether the figures cover the whole year, or say up to which day they do."
            ),
        };
        return sink.report(span, message);
    }
    let is_government =
        document.organ.as_ref().is_none_or(|organ| search::ending(organ, &GOVERNMENTS).is_some());
    let applies = |deadline: &&Deadline| !(deadline.departments_only && is_government);
    let day = |deadline: &Deadline| Date::new(year + 1, deadline.month, deadline.day);
    let missed = draft.profile.deadlines().iter().filter(applies);
    let missed =
        missed.filter(|&deadline| day(deadline).is_some_and(|day| signed > day && signed.year == year + 1));
    let Some(deadline) = missed.max_by_key(|deadline| (deadline.month, deadline.day)) else { return };
    let (month, of_month) = (deadline.month, deadline.day);
    let (what, basis) = (deadline.what.get(draft.lang), deadline.basis.get(draft.lang));
    let message = match draft.lang {
        Lang::Zh => format!(
            "成文日期在 {month} 月 {of_month} 日之后，可能超过{what}时限：{basis}。请核对成文日期和{what}时间。"
        ),
        Lang::En => format!("Signed after the deadline for {what}: {basis}. Check the date of signature."),
    };
    sink.report(span, message);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::prose::testing::findings;

    #[test]
    fn compares_the_signature_with_the_deadlines() {
        let message = |organ: &str, signed: &str| {
            let text = format!(
                "{organ}关于2023年度法治政府建设情况的报告\n2023年，各项工作取得成效。\n一、主要成效\n办理许可386件。\n{organ}\n{signed}"
            );
            findings(&RULE, &text).first().map_or(String::new(), |finding| finding.message.clone())
        };
        for (organ, signed, part) in [
            ("云山市水利局", "2023年12月18日", "尚未结束"),
            ("云山市水利局", "2024年3月8日", "报送"),
            ("云山市水利局", "2024年4月2日", "公开"),
            ("云山市人民政府", "2024年4月2日", "公开"),
        ] {
            assert!(message(organ, signed).contains(part), "{organ} {signed}: {}", message(organ, signed));
        }
        for (organ, signed) in [
            ("云山市水利局", "2023年12月31日"),
            ("云山市水利局", "2024年3月1日"),
            ("云山市人民政府", "2024年3月8日"),
            ("云山市人民政府", "2024年4月1日"),
            ("云山市水利局", "2025年4月8日"),
            ("云山市水利局", "2022年4月8日"),
        ] {
            assert_eq!(message(organ, signed), "", "{organ} {signed}");
        }
    }
}
