//! Spans of months that no year has, that are not those of the quarter that they explain, or not as long as the text says.
//!
//! *Invariant:* only months in brackets right behind their quarter or half are compared with it; a length may leave out
//! the month in which it begins or ends.

use super::length::{Counts, Unit};
use super::said::said_length;
use crate::draft::Draft;
use crate::facts::month_range::MonthRange;
use crate::lang::Lang;
use crate::review::Severity;
use crate::rules::Sink;
use crate::search;
use crate::source::ViewSpan;

/// Parts of a year with their first and last month.
pub(super) const PARTS: [(&str, u16, u16); 6] = [
    ("一季度", 1, 3),
    ("二季度", 4, 6),
    ("三季度", 7, 9),
    ("四季度", 10, 12),
    ("上半年", 1, 6),
    ("下半年", 7, 12),
];

/// Looks at every span of months.
pub(super) fn check(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    for range in &draft.facts.month_ranges {
        let months = 1..=12;
        if !months.contains(&range.first) || !months.contains(&range.last) {
            impossible(draft, sink, range);
        } else {
            other_quarter(draft, sink, range);
            other_length(draft, sink, range);
        }
    }
}

/// 1月至13月.
fn impossible(draft: &Draft<'_>, sink: &mut Sink<'_>, range: &MonthRange) {
    let quote = draft.source.folded(range.span);
    let month = if (1..=12).contains(&range.first) { range.last } else { range.first };
    let message = match draft.lang {
        Lang::Zh => format!("“{quote}”写错了：一年只有 12 个月，没有 {month} 月。请对照原始材料改正。"),
        Lang::En => {
            format!("“{quote}” names month {month}, but a year has twelve. Correct it from the source.")
        }
    };
    sink.report(draft.source.original(range.span), message);
}

/// 第三季度（6—9月）.
fn other_quarter(draft: &Draft<'_>, sink: &mut Sink<'_>, range: &MonthRange) {
    let view = draft.source.view.text.as_str();
    let head = view.get(..range.span.start as usize).unwrap_or("");
    let tail = view.get(range.span.end as usize..).unwrap_or("");
    let Some(head) = head.strip_suffix('（').filter(|_| tail.starts_with('）')) else { return };
    let Some(&(name, first, last)) = PARTS.iter().find(|(name, ..)| head.ends_with(name)) else { return };
    // 第二、三季度（4—9月） and 前三季度（1—9月） are more than one.
    let before = head.strip_suffix(name).unwrap_or("");
    let before = before.strip_suffix('第').unwrap_or(before);
    if (range.first, range.last) == (first, last)
        || before.ends_with(['、', '和', '至', '—', '-', '到', '及', '前', '头', '首', '后', '个'])
    {
        return;
    }
    let span = ViewSpan::new(head.len() - name.len(), range.span.end as usize + '）'.len_utf8());
    let quote = draft.source.folded(span);
    let message = match draft.lang {
        Lang::Zh => format!("“{quote}”前后不符：{name}是 {first}—{last} 月。请核对是哪一处写错。"),
        Lang::En => format!(
            "“{quote}” does not agree with itself: that part of the year is months {first} to {last}. Check which of the two is wrong."
        ),
    };
    sink.push(sink.finding(draft.source.original(span), message).with_severity(Severity::Warning));
}

/// 3月至11月，开展为期三个月的集中整治.
fn other_length(draft: &Draft<'_>, sink: &mut Sink<'_>, range: &MonthRange) {
    // What is only started then may last longer.
    const STARTED: [&str; 4] = ["启动", "部署", "开启", "谋划"];
    let Some(covered) = range.last.checked_sub(range.first).map(|months| i32::from(months) + 1) else {
        return;
    };
    let Some(said) = said_length(&draft.source.view.text, range.span, false) else { return };
    let span = range.span.join(said.span);
    let is_less = said.number < covered - 1 && said.counts == Counts::All;
    let is_behind = said.span.start > range.span.end;
    if said.unit != Unit::Months
        || !is_behind
        || !is_less && said.number <= covered
        || search::has(draft.source.folded(span), &STARTED)
    {
        return;
    }
    let (quote, length) = (draft.source.folded(span), draft.source.folded(said.span));
    let message = match draft.lang {
        Lang::Zh => format!(
            "“{quote}”前后不符：起止月份首尾都算共 {covered} 个月，与“{length}”对不上。请核对起止月份和时长。"
        ),
        Lang::En => format!(
            "“{quote}” does not agree with itself: the months are {covered}, both ends included, which is not “{length}”. Check the months and the length."
        ),
    };
    sink.push(sink.finding(draft.source.original(span), message).with_severity(Severity::Warning));
}

#[cfg(test)]
mod tests {
    use super::super::RULE;
    use crate::rules::prose::testing::finds;

    #[test]
    fn compares_months_with_their_length() {
        for (text, quote) in [
            ("3月至11月，开展为期三个月的河道清障。", "3月至11月，开展为期三个月"),
            ("4月至6月，在全镇组织为期六个月的夜间巡防。", "4月至6月，在全镇组织为期六个月"),
            ("7月至9月集中排查房屋，历时5个月。", "7月至9月集中排查房屋，历时5个月"),
        ] {
            finds(&RULE, text, &[quote]);
        }
    }

    #[test]
    fn leaves_months_alone_that_may_be_so_long() {
        for text in [
            "4月至6月，开展为期三个月的河道清障。",
            "4月中旬至6月中旬，开展为期两个月的河道清障。",
            "7月至9月，开展为期两个月的河道清障。",
            "3月至11月，各镇先后开展为期一个月的河道清障。",
            "4月至6月，启动为期一年的河道清障。",
            "4月至6月受理投诉46件，9月起开展为期一年的回访。",
            "3月至8月，组织骨干参加为期一个月的跟班学习。",
        ] {
            finds(&RULE, text, &[]);
        }
    }
}
