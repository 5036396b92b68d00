//! Months without a day whose events run against their order: 办法4月起草完成，2月公布施行.
//!
//! *Invariant:* only months of one sentence that are near each other are compared; what may be of another year is not.

use super::{LONGEST, report};
use crate::draft::Draft;
use crate::rules::Sink;
use crate::source::ViewSpan;

/// The most months between two events; one before that many others may be of the next year.
const NEAR: u16 = 3;

/// A month as it is written.
struct Month {
    span: ViewSpan,
    value: u16,
    has_year: bool,
}

/// Compares every month with the one before it.
pub(super) fn check(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    let view = draft.source.view.text.as_str();
    let mut last: Option<Month> = None;
    let mut end = 0;
    for landmark in draft.source.landmarks.digits() {
        let at = landmark.at as usize;
        if at < end {
            continue;
        }
        let length = view.get(at..).map_or(0, |rest| rest.bytes().take_while(u8::is_ascii_digit).count());
        end = at + length;
        let Some(month) = month(view, at, end) else { continue };
        if let Some(first) = &last {
            let between = view.get(first.span.end as usize..at).unwrap_or("");
            let is_apart = between.len() > LONGEST || between.contains(['。', '；', '\n', '日', '至', '—']);
            let is_near = (1..=NEAR).contains(&first.value.abs_diff(month.value));
            if !is_apart && is_near && !month.has_year {
                report(draft, sink, first.span, month.span, first.value.cmp(&month.value));
            }
        }
        last = Some(month);
    }
}

/// The month whose digits stand from `at` to `end`, if they are one of its own: no day behind it, no span, no 次年 before.
fn month(view: &str, at: usize, end: usize) -> Option<Month> {
    let value = view.get(at..end).filter(|digits| digits.len() <= 2)?.parse().ok()?;
    let behind = view.get(end..)?.strip_prefix('月')?;
    let before = view.get(..at)?;
    let has_year = before
        .strip_suffix('年')
        .is_some_and(|year| year.bytes().rev().take_while(u8::is_ascii_digit).count() == 4);
    let is_other =
        !has_year && before.ends_with(['年', '第', '至', '到', '—', '-', '～', '、', '.', '前', '近', '满']);
    let goes_on = behind
        .starts_with(|ch: char| ch.is_ascii_digit() || matches!(ch, '龄' | '至' | '—' | '-' | '、' | '～'));
    let span = ViewSpan::new(at, end + '月'.len_utf8());
    ((1..=12).contains(&value) && !is_other && !goes_on).then_some(Month { span, value, has_year })
}

#[cfg(test)]
mod tests {
    use super::super::RULE;
    use crate::rules::prose::testing::finds;

    #[test]
    fn compares_months() {
        for (text, quote) in [
            ("办法于4月起草完成，2月公布施行。", "2月"),
            ("《云山市节水办法》2023年7月起草完成，6月公布施行。", "6月"),
            ("专项行动5月启动，4月结束。", "4月"),
            ("清单9月审议通过，8月印发。", "8月"),
            ("该案6月立案，5月作出行政处罚决定。", "5月"),
        ] {
            finds(&RULE, text, &[quote]);
        }
    }

    #[test]
    fn leaves_months_alone_that_may_be_right() {
        for text in [
            "办法于2月起草完成，4月公布施行。",
            "专项行动5月启动，次年4月结束。",
            "专项行动11月启动，2月结束。",
            "去年5月启动修订，4月印发。",
            "清单9月审议通过，8月印发的旧清单停止使用。",
            "甲项目5月启动，乙项目4月结束。",
            "5月至7月启动排查，6月结束第一批。",
            "方案9月审定，8月印发征求意见稿。",
            "7月、8月启动排查，6月结束摸底。",
        ] {
            finds(&RULE, text, &[]);
        }
    }
}
