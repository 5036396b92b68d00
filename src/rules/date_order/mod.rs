//! Events of one sentence whose dates run against their order: finished before begun.
//!
//! *Invariant:* a year that is not written is never guessed.

mod events;
mod marker;
#[cfg(test)]
mod pair_tests;
mod pairs;
mod told;

use std::cmp::Ordering;

use super::{Group, Rule, Sink};
use crate::draft::Draft;
use crate::facts::date::{DateFact, YearWord};
use crate::lang::{Lang, Text};
use crate::review::Severity;
use crate::search;

pub(super) static RULE: Rule = Rule {
    id: "date-order",
    group: Group::Dates,
    severity: Severity::Warning,
    title: Text { zh: "先后时间颠倒", en: "Events in an impossible order" },
    page: page!("../../../rules/date-order.md"),
    check,
};

/// Dates farther apart, in bytes, are not of one matter.
const LONGEST: usize = 300;

/// How much of a clause is looked at.
const CLAUSE: usize = 30;

fn check(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    after_signature(draft, sink);
    let view = draft.source.view.text.as_str();
    for pair in draft.facts.dates.windows(2) {
        let [first, second] = pair else { continue };
        if first.is_anniversary() || second.is_anniversary() {
            continue;
        }
        let between = view.get(first.span.end as usize..second.span.start as usize).unwrap_or("");
        if between.len() > LONGEST || between.contains(['。', '；', '\n']) {
            continue;
        }
        let Some(written) = compare(first, second).filter(|order| *order != Ordering::Equal) else {
            continue;
        };
        let told = marker::order(between).or_else(|| events::contradiction(view, first, second, written));
        if told.is_none_or(|told| told == written) {
            continue;
        }
        if told == Some(Ordering::Greater) {
            reversed(draft, sink, first, second);
            continue;
        }
        let (earlier, later) = (draft.source.folded(second.span), draft.source.folded(first.span));
        let message = match draft.lang {
            Lang::Zh => format!("按文意，“{earlier}”的事在“{later}”的事之后，日期却更早。请核对这两个日期。"),
            Lang::En => {
                format!(
                    "The text puts what happened on “{earlier}” after “{later}”, but the date is earlier. Check both dates."
                )
            }
        };
        let finding = sink.finding(draft.source.original(second.span), message);
        sink.push(finding.with_related(draft.source.original(first.span), "first", None));
    }
}

/// 6月10日办结，6月12日受理: the later event is told first.
fn reversed(draft: &Draft<'_>, sink: &mut Sink<'_>, first: &DateFact, second: &DateFact) {
    let (earlier, later) = (draft.source.folded(first.span), draft.source.folded(second.span));
    let message = match draft.lang {
        Lang::Zh => format!("按文意，“{later}”的事在“{earlier}”的事之前，日期却更晚。请核对这两个日期。"),
        Lang::En => format!(
            "The text puts what happened on “{later}” before “{earlier}”, but the date is later. Check both dates."
        ),
    };
    let finding = sink.finding(draft.source.original(second.span), message);
    sink.push(finding.with_related(draft.source.original(first.span), "first", None));
}

/// What has happened by the time of the report cannot be dated after its signature.
fn after_signature(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    // Signed before the year began: the signature is wrong, and another rule says so.
    let is_stale = |year: u16| draft.document.report_year.is_some_and(|report_year| year < report_year);
    let Some(signed) = draft.document.signed_on.filter(|signed| !is_stale(signed.year)) else { return };
    let view = draft.source.view.text.as_str();
    for fact in &draft.facts.dates {
        if fact.year.is_none() || fact.date().is_none_or(|date| date <= signed) {
            continue;
        }
        let after = view.get(fact.span.end as usize..).unwrap_or("");
        let after: String =
            after.chars().take(CLAUSE).take_while(|ch| !matches!(ch, '。' | '；' | '\n')).collect();
        let before = view.get(..fact.span.start as usize).unwrap_or("");
        let before: Vec<char> =
            before.chars().rev().take(12).take_while(|ch| !matches!(ch, '。' | '\n')).collect();
        let before: String = before.into_iter().rev().collect();
        let is_past = search::has(&after, &PAST);
        if !is_past || FUTURE.iter().any(|word| after.contains(word) || before.contains(word)) {
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

/// Words of what has happened.
const PAST: [&str; 4] = ["召开", "印发", "审议通过", "听取"];

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

/// How two dates in the order of the text compare, where that is certain: a year that is not written is never
/// guessed, unless the dates are near.
fn compare(first: &DateFact, second: &DateFact) -> Option<Ordering> {
    let (month, other_month) = (first.full_month()?, second.full_month()?);
    let is_same_year = match (first.full_year(), second.full_year()) {
        (Some(year), Some(other)) if year != other => return Some(year.cmp(&other)),
        (None, Some(_)) => return None,
        (None, None) if second.year_word == Some(YearWord::Next) => return None,
        (year, other) => year == other && (year.is_some() || second.year_word == Some(YearWord::Same)),
    };
    if month != other_month {
        // 12月20日召开，随后1月5日印发 runs into the next year, 1月5日印发，此前的12月20日 comes from the last.
        let may_be_another_year = !is_same_year && month.abs_diff(other_month) >= 6;
        return (!may_be_another_year).then(|| month.cmp(&other_month));
    }
    let (day, other_day) = (first.day?, second.day?);
    Some(day.value.cmp(&other_day.value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Date;
    use crate::{Lang, profile};

    #[test]
    fn knows_the_day_of_signature() {
        let reported = |text: &str| {
            let mut draft = Draft::read(text, profile::for_text(text), Lang::Zh);
            draft.document.signed_on = Date::new(2023, 12, 20);
            let mut findings = Vec::new();
            check(&draft, &mut Sink::new(&RULE, &mut findings));
            findings.len()
        };
        assert_eq!(reported("2023年12月29日，县政府常务会议审议通过本报告。"), 1);
        assert_eq!(reported("2023年12月19日，县政府常务会议审议通过本报告。"), 0);
        assert_eq!(reported("2024年3月31日前完成整改。计划于2024年1月8日召开会议。"), 0);
        assert_eq!(reported("条例自2024年1月1日起施行。"), 0);
    }
}
