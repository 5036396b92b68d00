//! Spans of months as they are written: 6—9月, 1月至12月.
//!
//! *Invariant:* one pass over the view; a span of days (6月3日至9月5日) is none.

use crate::search::Words;
use crate::source::{Landmark, ViewSpan};

/// One span of months.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MonthRange {
    /// From the first digit to the last 月.
    pub span: ViewSpan,
    /// The first month as it is written, possible or not.
    pub first: u16,
    /// The last month as it is written, possible or not.
    pub last: u16,
}

const SIGNS: Words = Words::of(&["——", "--", "—", "–", "-", "~", "～", "至"]);

/// Every span of months in `view`, which has these digits as `signs`.
pub fn read(view: &str, signs: &[Landmark]) -> Vec<MonthRange> {
    let mut ranges: Vec<MonthRange> = Vec::new();
    let mut skip_to = 0;
    for landmark in signs.iter().filter(|landmark| landmark.sign.is_ascii_digit()) {
        let start = landmark.at as usize;
        if start < skip_to {
            continue;
        }
        skip_to = start + digits(view, start);
        if let Some(range) = range(view, start) {
            skip_to = range.span.end as usize;
            ranges.push(range);
        }
    }
    ranges
}

fn range(view: &str, start: usize) -> Option<MonthRange> {
    let is_code = |ch: char| ch.is_ascii_alphanumeric() || matches!(ch, '-' | '—' | '.' | '/' | '第' | '〕');
    if view.get(..start)?.ends_with(is_code) {
        return None;
    }
    let (first, rest) = month(view.get(start..)?)?;
    let rest = rest.strip_prefix('月').unwrap_or(rest);
    let rest = rest.strip_prefix(SIGNS.beginning(rest)?)?;
    let (last, rest) = month(rest)?;
    let rest = rest.strip_prefix('月')?;
    // 9月5日 ends a span of days, 24月龄 is an age.
    if rest.starts_with(|ch: char| ch.is_ascii_digit() || matches!(ch, '龄' | '大')) {
        return None;
    }
    Some(MonthRange { span: ViewSpan::new(start, view.len() - rest.len()), first, last })
}

/// The one or two digits at the start of `text`, and what follows.
fn month(text: &str) -> Option<(u16, &str)> {
    let length = digits(text, 0);
    if !(1..=2).contains(&length) {
        return None;
    }
    let (digits, rest) = text.split_at_checked(length)?;
    Some((digits.parse().ok()?, rest))
}

/// How many digits stand at `at`.
fn digits(view: &str, at: usize) -> usize {
    view.get(at..).map_or(0, |rest| rest.bytes().take_while(u8::is_ascii_digit).count())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Landmarks;

    fn read(view: &str) -> Vec<MonthRange> {
        super::read(view, Landmarks::of(view).digits())
    }

    #[test]
    fn reads_spans_of_months() {
        for (view, months) in [
            ("（6—9月）", Some((6, 9))),
            ("2023年1月至13月", Some((1, 13))),
            ("1-12月，", Some((1, 12))),
            ("6月3日至9月5日", None),
            ("6月至9月5日", None),
            ("6—24月龄", None),
            ("2023-6-9月", None),
            ("第3—9月", None),
            ("3至5个月", None),
        ] {
            let found = read(view).first().map(|range| (range.first, range.last));
            assert_eq!(found, months, "{view}");
        }
    }
}
