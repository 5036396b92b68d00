//! Which months of the year words name: 前三季度, 上半年, 7—12月.
//!
//! Takes the words before a figure, gives the months and the words without them.
//!
//! *Invariant:* a span that runs backwards, or leaves the year, names nothing.

use super::cues;
use super::label;
use crate::numeral;

/// Months of one year, a bit for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Months(u16);

impl Months {
    /// The whole year.
    pub const ALL: Self = Self(0xfff);

    /// None yet.
    pub const NONE: Self = Self(0);

    /// The months from `first` to `last`, both from 1 to 12.
    fn span(first: u32, last: u32) -> Option<Self> {
        let is_span = 1 <= first && first <= last && last <= 12;
        is_span.then(|| Self((Self::ALL.0 >> (12 - last)) & (Self::ALL.0 << (first - 1))))
    }

    /// How many they are.
    pub fn count(self) -> u32 {
        self.0.count_ones()
    }

    /// Both together, where they have no month in common.
    pub fn and(self, other: Self) -> Option<Self> {
        (self.0 & other.0 == 0).then_some(Self(self.0 | other.0))
    }

    /// Whether as many others, `next`, follow right on these.
    pub fn is_right_before(self, next: Self) -> bool {
        self.0.count_ones() == next.0.count_ones()
            && next.0.trailing_zeros() == u16::BITS - self.0.leading_zeros()
    }

    /// Whether all of these are in `other`.
    pub fn are_in(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }
}

/// The first months that `words` name near their beginning, and what stands before and behind them.
pub fn of(words: &str) -> Option<(Months, &str, &str)> {
    const LATEST: usize = 12;
    if !words.contains(['季', '年', '月']) {
        return None;
    }
    words.char_indices().take(LATEST).find_map(|(at, _)| {
        let (before, from) = words.split_at_checked(at)?;
        // 11月 begins with its first digit, 7—12月 with its first month.
        let is_inside = before
            .ends_with(|ch: char| ch.is_ascii_digit() || numeral::is_ordinal(ch) || UNTIL.contains(&ch));
        let (months, behind) = beginning(from).filter(|_| !is_inside)?;
        Some((months, before, behind))
    })
}

/// Whether `labels` name parts of the year that leave nothing of what `whole` names, or of the year.
pub fn are_all_of(whole: &str, labels: &[&str]) -> bool {
    let wanted = of(whole).map_or(Months::ALL, |(months, ..)| months);
    let named = labels.iter().try_fold(Months::NONE, |named, label| named.and(of(label)?.0));
    labels.len() >= 2 && named == Some(wanted)
}

/// Whether the time that `next` names follows right on that of `first`.
pub fn follow_each_other(first: &str, next: &str) -> bool {
    let months = |words: &str| of(words).map(|(months, ..)| months);
    months(first).zip(months(next)).is_some_and(|(first, next)| {
        first.and(next).is_some() && next.0.trailing_zeros() == u16::BITS - first.0.leading_zeros()
    })
}

/// What stands between the first month and the last.
const UNTIL: [char; 7] = ['—', '–', '-', '~', '～', '至', '到'];

/// The months with which `words` begin, and what follows.
fn beginning(words: &str) -> Option<(Months, &str)> {
    const NAMED: &[(&str, u32, u32)] = &[
        ("全年度", 1, 12),
        ("全年", 1, 12),
        ("上半年", 1, 6),
        ("下半年", 7, 12),
        ("前三个季度", 1, 9),
        ("前三季度", 1, 9),
        ("前两个季度", 1, 6),
        ("前两季度", 1, 6),
        ("后三季度", 4, 12),
        ("后两季度", 7, 12),
    ];
    let may_be_named = words.starts_with(['全', '上', '下', '前', '后']);
    let named = NAMED
        .iter()
        .filter(|_| may_be_named)
        .find_map(|(name, first, last)| Some((first, last, words.strip_prefix(name)?)));
    if let Some((&first, &last, rest)) = named {
        return Some((Months::span(first, last)?, rest));
    }
    // 年度累计 is the year; 年度 alone may be of any.
    let of_the_year = words.strip_prefix("年度").or_else(|| words.strip_prefix("年内"));
    if let Some(rest) = of_the_year
        .filter(|rest| [cues::SUMS_SO_FAR, cues::TOTALS].iter().any(|sums| label::begins(rest, sums)))
    {
        return Some((Months::ALL, rest));
    }
    let (number, rest) = number(words.strip_prefix('第').unwrap_or(words))?;
    if let Some(rest) = rest.strip_prefix("季度").or_else(|| rest.strip_prefix("个季度")) {
        let last = number.checked_mul(3)?;
        // 第一季度至第四季度 is all from the one to the other.
        let behind = rest.strip_prefix(UNTIL).map(|rest| rest.strip_prefix('第').unwrap_or(rest));
        if let Some((to, rest)) = behind.and_then(self::number)
            && let Some(rest) = rest.strip_prefix("季度")
        {
            return Some((Months::span(last.checked_sub(2)?, to.checked_mul(3)?)?, rest));
        }
        return Some((Months::span(last.checked_sub(2)?, last)?, rest));
    }
    let of_month = rest.strip_prefix("月份").or_else(|| rest.strip_prefix('月'));
    let behind = of_month.unwrap_or(rest);
    let until = behind.strip_prefix("——").or_else(|| behind.strip_prefix(UNTIL));
    // 1—3季度, 一至三季度, 第一至第三季度.
    if let Some((last, rest)) =
        until.map(|rest| rest.strip_prefix('第').unwrap_or(rest)).and_then(self::number)
        && let Some(rest) = rest.strip_prefix("季度")
    {
        let first = number.checked_mul(3)?.checked_sub(2)?;
        return Some((Months::span(first, last.checked_mul(3)?)?, rest));
    }
    if let Some((last, rest)) = until.and_then(self::number)
        && let Some(rest) = rest.strip_prefix("月份").or_else(|| rest.strip_prefix('月'))
    {
        return Some((Months::span(number, last)?, rest));
    }
    // 3月15日 is a day.
    let rest = of_month
        .filter(|rest| !rest.starts_with(|ch: char| ch.is_ascii_digit() || numeral::is_ordinal(ch)))?;
    Some((Months::span(number, number)?, rest))
}

/// The number with which `words` begin, in digits or in Chinese, and what follows.
fn number(words: &str) -> Option<(u32, &str)> {
    let rest = words.trim_start_matches(|ch: char| ch.is_ascii_digit());
    match words.strip_suffix(rest)? {
        "" => numeral::ordinal_prefix(words),
        digits => Some((digits.parse().ok()?, rest)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_parts_of_the_year() {
        let months = |words| of(words).map(|(months, before, behind)| (months.0, before, behind));
        assert_eq!(months("前三季度受理"), Some((0x1ff, "", "受理")));
        assert_eq!(months("第四季度办结"), Some((0xe00, "", "办结")));
        assert_eq!(months("松岭县1—6月受理"), Some((0x3f, "松岭县", "受理")));
        assert_eq!(months("7月至12月份收入"), Some((0xfc0, "", "收入")));
        assert_eq!(months("其中二季度"), Some((0x38, "其中", "")));
        assert_eq!(months("11月受理"), Some((0x400, "", "受理")));
        assert_eq!(months("3月15日受理"), None);
        assert_eq!(months("1—3季度完成"), Some((0x1ff, "", "完成")));
        assert_eq!(months("九月至十二月受理"), Some((0xf00, "", "受理")));
        assert_eq!(months("年度累计受理"), Some((0xfff, "", "累计受理")));
        assert_eq!(months("年度考核"), None);
        assert_eq!(months("五季度"), None);
        assert_eq!(months("9—3月"), None);
        assert_eq!(months("受理案件"), None);
    }

    #[test]
    fn knows_what_is_all_of_the_year() {
        assert!(are_all_of("全年受理", &["前三季度", "第四季度"]));
        assert!(are_all_of("受理", &["1—6月", "7—12月"]));
        assert!(are_all_of("前三季度", &["上半年", "三季度"]));
        assert!(!are_all_of("全年", &["上半年", "三季度"]));
        assert!(!are_all_of("全年", &["上半年", "二季度", "下半年"]), "two have months in common");
        assert!(follow_each_other("前三季度", "第四季度") && !follow_each_other("一季度", "三季度"));
    }
}
