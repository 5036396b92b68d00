//! Spans of years as they are written: 2021—2025年, 2023--2025, 2021年至2025年, 20212025年, 2021—25年.
//!
//! *Invariant:* one pass over the view; the years are of this or the last century, and the first has four
//! digits.

use crate::source::{Landmark, ViewSpan};

/// One span of years.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearRange {
    /// From the first digit to the last, or to 年 where it follows.
    pub span: ViewSpan,
    /// The first year.
    pub first: u16,
    /// The last year.
    pub last: u16,
    /// What stands between them, a 年 of the first year left out; empty where a sign was lost.
    pub sign: ViewSpan,
    /// Where the two years stand.
    pub years: [ViewSpan; 2],
    /// Whether the last year is written with two digits.
    pub is_short: bool,
}

const SIGNS: [&str; 12] = ["——", "--", "－－", "—", "–", "-", "~", "～", "至", "到", "―", "‐"];

/// Those of them that are no words.
const DASHES: [&str; 10] = ["——", "--", "－－", "—", "–", "-", "~", "～", "―", "‐"];

/// Every span of years in `view`, which has these digits as `signs`.
pub fn read(view: &str, signs: &[Landmark]) -> Vec<YearRange> {
    let mut ranges: Vec<YearRange> = Vec::new();
    let mut skip_to = 0;
    for landmark in signs.iter().filter(|landmark| landmark.sign.is_ascii_digit()) {
        let start = landmark.at as usize;
        if start < skip_to {
            continue;
        }
        let length = digits(view, start);
        skip_to = start + length;
        let found = match length {
            4 => with_sign(view, start),
            8 => without_sign(view, start),
            _ => None,
        };
        if let Some(range) = found {
            skip_to = range.span.end as usize;
            ranges.push(range);
        }
    }
    ranges
}

/// Spans of years of which one has lost a digit, or got one too many: （2021—205年）.
///
/// Four digits, a dash and others before 年 are read, and in brackets also what lacks one in front.
pub fn read_cut(view: &str, signs: &[Landmark]) -> Vec<ViewSpan> {
    let mut cut = Vec::new();
    let mut skip_to = 0;
    for landmark in signs.iter().filter(|landmark| landmark.sign.is_ascii_digit()) {
        let start = landmark.at as usize;
        if start < skip_to {
            continue;
        }
        let length = digits(view, start);
        skip_to = start + length;
        if (3..=5).contains(&length)
            && let Some(span) = cut_at(view, start, length)
        {
            skip_to = span.end as usize;
            cut.push(span);
        }
    }
    cut
}

fn cut_at(view: &str, start: usize, length: usize) -> Option<ViewSpan> {
    let (before, after) = (view.get(..start)?, view.get(start + length..)?);
    let after = after.strip_prefix('年').unwrap_or(after);
    let sign = DASHES.into_iter().find(|sign| after.starts_with(sign))?;
    let second = view.len() - after.len() + sign.len();
    let second_length = digits(view, second);
    let end = second + second_length;
    let is_year = |at: usize, length: usize| length == 4 && year(view, at).is_some();
    let is_cut = |length: usize| matches!(length, 3 | 5);
    let is_coded =
        before.ends_with(|ch: char| ch.is_ascii_alphanumeric() || matches!(ch, '-' | '—' | '.' | '/'));
    let lacks_last = is_year(start, length) && is_cut(second_length);
    let lacks_first = before.ends_with('（') && is_cut(length) && is_year(second, second_length);
    (view.get(end..)?.starts_with('年') && !is_coded && (lacks_last || lacks_first))
        .then(|| ViewSpan::new(start, end + '年'.len_utf8()))
}

fn with_sign(view: &str, start: usize) -> Option<YearRange> {
    let first = year(view, start)?;
    let after = view.get(start + 4..)?;
    let has_word = after.starts_with('年');
    let after = after.strip_prefix('年').unwrap_or(after);
    let sign = SIGNS.into_iter().find(|sign| after.starts_with(sign))?;
    let sign_start = view.len() - after.len();
    let second = sign_start + sign.len();
    let length = digits(view, second);
    let is_short = length == 2;
    let last = match length {
        4 => year(view, second)?,
        2 => short_year(view, first, second)?,
        _ => return None,
    };
    let rest = view.get(second + length..)?;
    let ends_in_word = rest.starts_with('年');
    let before = view.get(..start)?.chars().next_back();
    let is_code = |ch: char| ch.is_ascii_alphanumeric() || matches!(ch, '-' | '—' | '.' | '/');
    // Without 年 four and four digits may be a telephone number.
    let is_framed = matches!(before, Some('（' | '('));
    let is_named = if is_short { ends_in_word } else { has_word || ends_in_word || is_framed };
    if before.is_some_and(is_code) || rest.starts_with(is_code) || !is_named {
        return None;
    }
    let end = second + length + if ends_in_word { '年'.len_utf8() } else { 0 };
    Some(YearRange {
        span: ViewSpan::new(start, end),
        first,
        last,
        sign: ViewSpan::new(sign_start, second),
        years: [ViewSpan::new(start, start + 4), ViewSpan::new(second, second + length)],
        is_short,
    })
}

/// The year at `at` of which only the last two digits are written: some years after `first`.
fn short_year(view: &str, first: u16, at: usize) -> Option<u16> {
    let digits: u16 = view.get(at..at + 2)?.parse().ok()?;
    let year = first / 100 * 100 + digits;
    (first < year && year - first <= 30).then_some(year)
}

/// 20212025年 in brackets: the sign was lost.
fn without_sign(view: &str, start: usize) -> Option<YearRange> {
    let (first, last) = (year(view, start)?, year(view, start + 4)?);
    let end = start + 8;
    let is_framed = view.get(..start)?.ends_with(['（', '(']);
    let follows = view.get(end..)?.starts_with('年');
    // 20231218 is a day, not two years; two years are at most some decades apart.
    let is_plausible = first < last && last - first <= 30;
    (is_framed && follows && is_plausible).then(|| YearRange {
        span: ViewSpan::new(start, end + '年'.len_utf8()),
        first,
        last,
        sign: ViewSpan::new(start + 4, start + 4),
        years: [ViewSpan::new(start, start + 4), ViewSpan::new(start + 4, end)],
        is_short: false,
    })
}

/// How many digits stand at `at`.
fn digits(view: &str, at: usize) -> usize {
    view.get(at..).map_or(0, |rest| rest.bytes().take_while(u8::is_ascii_digit).count())
}

fn year(view: &str, at: usize) -> Option<u16> {
    view.get(at..at + 4)?.parse().ok().filter(|year| (1900..2100).contains(year))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Landmarks;

    fn read(view: &str) -> Vec<YearRange> {
        super::read(view, Landmarks::of(view).digits())
    }

    #[test]
    fn reads_every_sign() {
        for (view, sign) in [
            ("（2021—2025年）", "—"),
            ("（2023--2025）", "--"),
            ("2021-2025年", "-"),
            ("2021年至2025年", "至"),
            ("2021～2025年", "～"),
            ("（20212025年）", ""),
        ] {
            let ranges = read(view);
            assert_eq!(ranges.len(), 1, "{view}");
            assert_eq!(ranges[0].sign.of(view), sign);
            assert_eq!(ranges[0].last, 2025);
        }
        assert_eq!(read("2025—2021年")[0].first, 2025);
        let short = &read("2021—25年期间")[0];
        assert_eq!((short.first, short.last, short.is_short), (2021, 2025, true));
    }

    #[test]
    fn sees_years_that_lost_a_digit() {
        let cut = |view: &str| {
            let found = read_cut(view, Landmarks::of(view).digits());
            found.iter().map(|span| span.of(view).to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(cut("规划（2021—205年）"), ["2021—205年"]);
        assert_eq!(cut("2021年-20255年"), ["2021年-20255年"]);
        assert_eq!(cut("规划（202—2025年）"), ["202—2025年"]);
        for view in
            ["（2021—2025年）", "2021—25年", "2021—205件", "编号302—2025年", "A2021-205年", "2021至205年"]
        {
            assert!(cut(view).is_empty(), "{view}");
        }
    }

    #[test]
    fn leaves_other_figures_alone() {
        for view in [
            "1950-2021-2025年",
            "电话2021-2025",
            "2023-12-18",
            "20231218年",
            "2021、2025年",
            "8000—9000件",
            "2023年",
            "（20231218）",
            "2021—20年",
            "编号2021-25",
            "2021年至12月",
            "自2021年到10年后",
        ] {
            assert!(read(view).is_empty(), "{view}: {:?}", read(view));
        }
    }
}
