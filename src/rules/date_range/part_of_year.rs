//! A month that is not of the quarter or half in front of it: 上半年的7月18日, 第三季度（10月）.
//!
//! *Invariant:* 的 or a bracket ties the month to its part of the year; 二季度，7月 may be two times.

use super::months::PARTS;
use crate::draft::Draft;
use crate::facts::date::whole_number;
use crate::lang::Lang;
use crate::review::Severity;
use crate::rules::Sink;
use crate::source::ViewSpan;

/// Looks at every month that is tied to a part of the year.
pub(super) fn check(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    let view = draft.source.view.text.as_str();
    for end in ["季度", "半年"]
        .into_iter()
        .flat_map(|word| view.match_indices(word).map(|(at, word)| at + word.len()))
    {
        let (Some(head), Some(tail)) = (view.get(..end), view.get(end..)) else { continue };
        let Some(&(name, first, last)) = PARTS.iter().find(|(name, ..)| head.ends_with(name)) else {
            continue;
        };
        let before = head.strip_suffix(name).unwrap_or("");
        let before = before.strip_suffix('第').unwrap_or(before);
        // 一、二季度的5月 and 前三季度的2月: more than one.
        if before.ends_with(['、', '和', '至', '—', '-', '到', '及', '前', '头', '首', '后', '个', '每'])
        {
            continue;
        }
        let Some((month, length)) = month(tail).filter(|(month, _)| !(first..=last).contains(month)) else {
            continue;
        };
        if !(1..=12).contains(&month) {
            continue;
        }
        let span = ViewSpan::new(end - name.len(), end + length);
        let quote = draft.source.folded(span);
        let message = match draft.lang {
            Lang::Zh => format!("“{quote}”前后不符：{name}是 {first}—{last} 月。请核对是哪一处写错。"),
            Lang::En => format!(
                "“{quote}” does not agree with itself: that part of the year is months {first} to {last}. Check which of the two is wrong."
            ),
        };
        sink.push(sink.finding(draft.source.original(span), message).with_severity(Severity::Warning));
    }
}

/// The month that 的 or a bracket ties to what stands before `tail`, and how long both are in bytes.
fn month(tail: &str) -> Option<(u16, usize)> {
    let inside = tail.strip_prefix('（');
    let rest = inside.or_else(|| tail.strip_prefix('的'))?;
    let digits = rest.chars().take_while(char::is_ascii_digit).count();
    let behind = rest.get(digits..)?.strip_prefix('月')?;
    // （7月、8月） and 的7月至9月 are looked at by others; （7月印发） tells of what was done then.
    let day = behind.trim_start_matches(|ch: char| ch.is_ascii_digit());
    let is_alone = match inside {
        Some(_) => behind.starts_with('）') || day.starts_with("日）") && day.len() < behind.len(),
        None => !behind.starts_with(['、', '至', '—', '-', '和', '龄']),
    };
    let number = whole_number(rest.get(..digits)?).filter(|_| is_alone)?;
    Some((number, tail.len() - behind.len()))
}

#[cfg(test)]
mod tests {
    use super::super::RULE;
    use crate::rules::prose::testing::finds;

    #[test]
    fn compares_a_month_with_its_part_of_the_year() {
        for (text, quote) in [
            ("第三季度（10月）开展燃气安全检查。", "三季度（10月"),
            ("上半年的7月18日，召开专题会议研究法治建设。", "上半年的7月"),
            ("二季度的8月组织案卷评查。", "二季度的8月"),
            ("下半年（6月5日）举办培训班。", "下半年（6月"),
        ] {
            finds(&RULE, text, &[quote]);
        }
    }

    #[test]
    fn leaves_months_alone_that_are_of_another_time() {
        for text in [
            "第三季度（9月）开展燃气安全检查，上半年的5月18日召开会议。",
            "通报二季度（7月印发）执法情况。",
            "一、二季度的5月、前三季度的2月均有增长。",
            "二季度，7月组织案卷评查。",
            "每季度（3月、6月、9月、12月）调度一次。",
        ] {
            finds(&RULE, text, &[]);
        }
    }
}
