//! Years as they are named: 2023年, 2023年度, also at the start of a date.
//!
//! *Invariant:* one pass over the view; 年 follows every year, and one that is a fact is from 2000 to
//! 2099.

use crate::source::{Landmark, ViewSpan};

/// A year that the text names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NamedYear {
    /// Its four digits and 年.
    pub span: ViewSpan,
    /// The year.
    pub year: u16,
}

/// Every named year in `view`, which has these `digits`.
pub fn read(view: &str, digits: &[Landmark]) -> Vec<NamedYear> {
    let mut years = Vec::new();
    let mut digits_end = None;
    for landmark in digits.iter().filter(|landmark| landmark.sign.is_ascii_digit()) {
        // Only the first digit of a number may begin a year.
        let is_first = digits_end != Some(landmark.at);
        digits_end = Some(landmark.end());
        let start = landmark.at as usize;
        let Some(digits) = view.get(start..start + 4).filter(|_| is_first && landmark.sign == '2') else {
            continue;
        };
        if let Some(year) = digits.parse().ok().filter(|year| (2000..2100).contains(year))
            && view.get(start + 4..).is_some_and(|rest| rest.starts_with('年'))
        {
            years.push(NamedYear { span: ViewSpan::new(start, start + 4 + '年'.len_utf8()), year });
        }
    }
    years
}

/// The four digits before every 年 of `words`, of whatever century; the spans count from its start.
pub fn written(words: &str) -> impl DoubleEndedIterator<Item = NamedYear> {
    words.match_indices('年').filter_map(|(at, sign)| {
        let start = at.checked_sub(4)?;
        let digits = words.get(start..at)?;
        let year = digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())??;
        Some(NamedYear { span: ViewSpan::new(start, at + sign.len()), year })
    })
}

/// The last year [`written`] in `words`.
pub fn last(words: &str) -> Option<u16> {
    written(words).next_back().map(|named| named.year)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Landmarks;

    fn read(view: &str) -> Vec<NamedYear> {
        super::read(view, Landmarks::of(view).digits())
    }

    #[test]
    fn reads_years_and_nothing_else() {
        let view = "2023年度，自2021年3月起，12023年、1999年、近10年、2024号，2021—2025年";
        let years: Vec<u16> = read(view).iter().map(|found| found.year).collect();
        assert_eq!(years, [2023, 2021, 2025]);
        assert_eq!(read(view)[0].span.of(view), "2023年");
        assert_eq!((last(view), last("自1999年以来"), last("近10年")), (Some(2025), Some(1999), None));
    }
}
