//! What has happened by the time of the report cannot be dated after its signature.
//!
//! Takes the dates of a draft that is signed, reports those later than the signature of which the text tells something
//! done, or up to which it counts.
//!
//! *Invariant:* what is planned, asked for or comes into force later may have any date.

use crate::calendar::Date;
use crate::draft::Draft;
use crate::facts::date::DateFact;
use crate::lang::Lang;
use crate::rules::Sink;
use crate::search;

/// How much of a clause is looked at, in characters.
const CLAUSE: usize = 30;

/// How much in front of a date is looked at, in characters.
const IN_FRONT: usize = 12;

/// Words of what has happened.
const PAST: [&str; 12] =
    ["召开", "举行", "举办", "印发", "下发", "公布", "发布", "审议通过", "听取", "送达", "立案", "办结"];

/// Words of what is to come.
const FUTURE: [&str; 14] = [
    "将",
    "拟",
    "计划",
    "安排",
    "前",
    "起施行",
    "实施",
    "有效",
    "截至",
    "届满",
    "力争",
    "确保",
    "预计",
    "至",
];

/// Up to the date, with nothing before it in its clause.
const UP_TO: [&str; 3] = ["截至", "截止", "截止到"];

/// Words of what has to be done by a day, or is open until it.
const DUE: [&str; 14] =
    ["将", "拟", "计划", "力争", "确保", "预计", "应", "须", "需", "报名", "有效", "届满", "到期", "公示"];

/// Adds every date of something done that is later than the signature.
pub(super) fn check(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    // Signed before the year began: the signature is wrong, and another rule says so.
    let is_stale = |year: u16| draft.document.report_year.is_some_and(|report_year| year < report_year);
    let Some(signed) = draft.document.signed_on.filter(|signed| !is_stale(signed.year)) else { return };
    for fact in draft.facts.dates.iter().filter(|fact| !fact.is_anniversary()) {
        if day(draft, fact, signed).is_none_or(|day| day <= signed) || !tells_of_the_past(draft, fact) {
            continue;
        }
        let quote = draft.source.folded(fact.span);
        let message = match draft.lang {
            Lang::Zh => {
                format!(
                    "“{quote}”晚于成文日期（{}年{}月{}日），写的却是已经发生的事。请核对这两个日期。",
                    signed.year, signed.month, signed.day
                )
            }
            Lang::En => format!(
                "“{quote}” is later than the date of signature ({signed}), but the text tells what has already happened. Check both dates."
            ),
        };
        sink.report(draft.source.original(fact.span), message);
    }
}

/// The day that `fact` names. One without a year is of the year of the report where that is the year of the signature as
/// well; where it is not, both are possible.
fn day(draft: &Draft<'_>, fact: &DateFact, signed: Date) -> Option<Date> {
    if fact.full_year().is_some() {
        return fact.year.and_then(|_| fact.date());
    }
    let month = u8::try_from(fact.full_month()?).ok()?;
    let is_of_both = fact.year_word.is_none() && draft.document.report_year == Some(signed.year);
    Date::new(signed.year, month, u8::try_from(fact.day?.value).ok()?).filter(|_| is_of_both)
}

fn tells_of_the_past(draft: &Draft<'_>, fact: &DateFact) -> bool {
    let view = draft.source.view.text.as_str();
    let after = view.get(fact.span.end as usize..).unwrap_or("");
    let end = after.char_indices().take(CLAUSE).find(|(_, ch)| matches!(ch, '。' | '；' | '\n'));
    let end = end.or_else(|| after.char_indices().nth(CLAUSE)).map_or(after.len(), |(at, _)| at);
    let after = after.get(..end).unwrap_or("");
    let before = view.get(..fact.span.start as usize).unwrap_or("");
    let start = before.char_indices().rev().take(IN_FRONT).find(|(_, ch)| matches!(ch, '。' | '\n'));
    let start = match start {
        Some((at, ch)) => at + ch.len_utf8(),
        None => before.char_indices().rev().nth(IN_FRONT).map_or(0, |(at, ch)| at + ch.len_utf8()),
    };
    let before = before.get(start..).unwrap_or("");
    // 截至2024年12月31日，办理许可312件: nobody counts what is still to come.
    if UP_TO.contains(&before.rsplit(['，', '；']).next().unwrap_or("")) {
        let counts = after.starts_with('，') && after.contains(|ch: char| ch.is_ascii_digit());
        return counts && !search::has(after, &DUE);
    }
    search::has(after, &PAST) && !search::has(after, &FUTURE) && !search::has(before, &FUTURE)
}

#[cfg(test)]
mod tests {
    use super::super::RULE;
    use super::*;
    use crate::profile;

    #[test]
    fn knows_the_day_of_signature() {
        let reported = |text: &str, year: Option<u16>| {
            let mut draft = Draft::read(text, profile::for_text(text), Lang::Zh);
            draft.document.signed_on = Date::new(2023, 12, 20);
            draft.document.report_year = year;
            let mut findings = Vec::new();
            check(&draft, &mut Sink::new(&RULE, &mut findings));
            findings.len()
        };
        for (text, expected) in [
            ("2023年12月29日，县政府常务会议审议通过本报告。", 1),
            ("2023年12月19日，县政府常务会议审议通过本报告。", 0),
            ("2024年3月31日前完成整改。计划于2024年1月8日召开会议。", 0),
            ("条例自2024年1月1日起施行。", 0),
            ("2023年12月26日举行普法宣讲2场。", 1),
            ("截至2023年12月31日，全局办理许可312件。", 1),
            ("截至2023年12月15日，全局办理许可312件。", 0),
            ("行动方案有效期截至2024年12月31日，涉及任务12项。", 0),
            ("截至2023年12月31日，须完成整改12项。", 0),
        ] {
            assert_eq!(reported(text, None), expected, "{text}");
        }
        // Without a year a date may be of the year before, unless the report is of the year of its signature.
        assert_eq!(reported("12月26日召开专题会议。", Some(2023)), 1);
        assert_eq!(reported("12月26日召开专题会议。", None), 0);
        assert_eq!(reported("12月26日召开专题会议。", Some(2022)), 0);
    }
}
