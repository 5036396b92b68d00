//! A notice that was given fewer days before its event than the text says: 听证会7月20日召开，7月15日提前10天公告.
//!
//! *Invariant:* both dates stand in one sentence, the first beside what is held and the second beside the notice; more days
//! than said are right, and working days are never more than days.

use super::compare;
use crate::calendar::Date;
use crate::draft::Draft;
use crate::facts::date::{DateFact, whole_number};
use crate::lang::Lang;
use crate::rules::Sink;
use crate::search;
use crate::source::ViewSpan;
use std::cmp::Ordering;

/// How an event is told right behind its date.
const HELD: &[&str] = &["召开", "举行", "开庭", "举办", "公开听证", "听证"];

/// How a notice is told.
const NOTICE: &[&str] = &["公告", "公示", "通知", "告知", "发布", "送达", "公布", "发出"];

/// Compares the days between `event` and `notice` with those that the text says.
pub(super) fn check(draft: &Draft<'_>, sink: &mut Sink<'_>, event: &DateFact, notice: &DateFact) {
    let view = draft.source.view.text.as_str();
    let held = view.get(event.span.end as usize..notice.span.start as usize).unwrap_or("");
    let tail = view.get(notice.span.end as usize..).unwrap_or("");
    let clause = tail.split(['。', '；', '\n']).next().unwrap_or("");
    let Some((number, end)) = days_in_advance(clause) else { return };
    let is_event = search::beginning(held, HELD).is_some() && held.matches('，').count() == 1;
    let is_earlier = compare(event, notice, None) == Some(Ordering::Greater);
    let Some((from, to)) = day(notice).zip(day(event)).filter(|_| is_event && is_earlier) else { return };
    let between = to.day_number() - from.day_number();
    if between >= number {
        return;
    }
    let span = ViewSpan::new(notice.span.start as usize, notice.span.end as usize + end);
    let quote = draft.source.folded(span);
    let message = match draft.lang {
        Lang::Zh => format!("“{quote}”与前文的日期不符：两个日期只隔 {between} 天。请核对日期和天数。"),
        Lang::En => format!(
            "“{quote}” does not agree with the date before it: only {between} days lie between the two. Check the dates and the number."
        ),
    };
    let finding = sink.finding(draft.source.original(span), message);
    sink.push(finding.with_related(draft.source.original(event.span), "first", None));
}

/// How a paper is called that goes out before what is held.
const PAPERS: &[&str] = &[
    "听证公告",
    "听证通知",
    "听证会公告",
    "听证会通知",
    "会议通知",
    "会议公告",
    "会前",
    "听证前",
    "庭前",
    "开庭公告",
    "开庭通知",
    "开庭传票",
    "开庭前",
];

/// 听证会于9月18日召开，听证公告于9月20日发布: whether the words between two dates tell of what was held and of a paper that goes out before it,
/// and those `behind` the second that it went out, so that the second is the earlier.
pub(super) fn order(between: &str, behind: &str) -> Option<Ordering> {
    const LONGEST: usize = 24;
    let paper = between.strip_prefix(search::beginning(between, HELD)?)?.strip_prefix('，')?;
    let is_paper = search::length(paper) <= LONGEST && search::has(paper, PAPERS) && !paper.contains('，');
    (is_paper && search::beginning(behind, NOTICE).is_some()).then_some(Ordering::Greater)
}

/// The day of `fact`; where no year is written, that of a common year.
fn day(fact: &DateFact) -> Option<Date> {
    let (month, day) = (fact.full_month()?, fact.day?.value);
    Date::new(fact.full_year().unwrap_or(2023), u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}

/// How many days the clause behind a date says that a notice was given in advance, and where that ends.
fn days_in_advance(clause: &str) -> Option<(i32, usize)> {
    const LONGEST: usize = 36;
    let at = clause.find("提前").filter(|at| *at <= LONGEST)?;
    let (ahead, rest) = (clause.get(..at)?, clause.get(at + "提前".len()..)?);
    let is_numeral = |ch: char| crate::numeral::digit(ch).is_some() || ch == '十' || ch.is_ascii_digit();
    let (written, rest) = rest.split_at_checked(rest.find(|ch| !is_numeral(ch))?)?;
    let number = i32::from(whole_number(written)?);
    let unit = search::beginning(rest, &["个工作日", "天", "日"])?;
    let behind = rest.get(unit.len()..)?;
    let is_notice = search::beginning(behind, NOTICE).is_some()
        || ahead.ends_with('，') && NOTICE.iter().any(|word| ahead.contains(word));
    (is_notice && !ahead.contains(['《', '月'])).then_some((number, clause.len() - behind.len()))
}

#[cfg(test)]
mod tests {
    use super::super::RULE;
    use crate::rules::prose::testing::finds;

    #[test]
    fn compares_the_days_in_advance_with_the_dates() {
        for (text, quote) in [
            ("听证会定于7月20日召开，7月15日提前10天公告。", "7月15日提前10天"),
            ("听证会于6月18日召开，公告于6月15日发布，提前7天告知。", "6月15日发布，提前7天"),
            ("听证会于6月18日举行，6月14日提前七个工作日送达通知书。", "6月14日提前七个工作日"),
        ] {
            finds(&RULE, text, &[quote]);
        }
    }

    #[test]
    fn knows_that_a_notice_goes_ahead_of_what_it_tells_of() {
        for (text, quote) in [
            ("听证会定于9月18日召开，听证公告于9月20日发布。", "9月20日"),
            ("听证会于10月18日召开，会前县住建局于10月25日送达听证通知书。", "10月25日"),
        ] {
            finds(&RULE, text, &[quote]);
        }
        for text in [
            "听证会定于9月18日召开，听证公告于9月8日发布。",
            "听证会定于9月18日召开，听证结果于9月20日公布。",
            "听证会定于9月18日召开，下一次听证会的通知于9月20日发出。",
        ] {
            finds(&RULE, text, &[]);
        }
    }

    #[test]
    fn leaves_notices_in_time_alone() {
        for text in [
            "听证会定于7月20日召开，7月10日提前10天公告。",
            "听证会于6月18日召开，公告于6月8日发布，提前7天告知。",
            "会议于6月18日召开，6月15日办结，提前7天完成。",
            "听证会于6月18日召开，6月20日印发纪要，提前7天告知结果。",
            "听证会6月18日召开。7月12日提前10天公告下一次听证。",
        ] {
            finds(&RULE, text, &[]);
        }
    }
}
