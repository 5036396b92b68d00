//! Years as they are named: 2023年, 2023年度, also at the start of a date.
//!
//! *Invariant:* one pass over the view; every year is from 2000 to 2099 and 年 follows it.

use crate::source::ViewSpan;

/// A year that the text names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NamedYear {
    /// Its four digits and 年.
    pub span: ViewSpan,
    /// The year.
    pub year: u16,
}

/// Every named year in `view`.
pub fn read(view: &str) -> Vec<NamedYear> {
    let signs = view.match_indices('年').filter_map(|(at, sign)| {
        let start = at.checked_sub(4)?;
        let digits = view.get(start..at).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
        let before = view.get(..start)?.chars().next_back();
        let year: u16 = digits.parse().ok()?;
        let is_year = (2000..2100).contains(&year) && !before.is_some_and(|ch| ch.is_ascii_digit());
        is_year.then(|| NamedYear { span: ViewSpan::new(start, at + sign.len()), year })
    });
    signs.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_years_and_nothing_else() {
        let view = "2023年度，自2021年3月起，12023年、1999年、近10年、2024号，2021—2025年";
        let years: Vec<u16> = read(view).iter().map(|found| found.year).collect();
        assert_eq!(years, [2023, 2021, 2025]);
        assert_eq!(read(view)[0].span.of(view), "2023年");
    }
}
