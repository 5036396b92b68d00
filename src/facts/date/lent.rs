//! Years that a word takes over from the date before: 同年5月, 次年2月8日.
//!
//! *Invariant:* the date before stands in the same sentence, and no other year between the two.

use super::DateFact;

/// A word that says which year a date is of by the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearWord {
    /// 同年, 当年.
    Same,
    /// 次年, 翌年.
    Next,
}

/// The words, and what each says.
const WORDS: [(&str, YearWord); 4] =
    [("同年", YearWord::Same), ("当年", YearWord::Same), ("次年", YearWord::Next), ("翌年", YearWord::Next)];

/// How far the two dates may stand from each other, in bytes.
const FARTHEST: usize = 200;

/// `text` without such a word at its end, and what the word says.
pub fn strip(text: &str) -> (&str, Option<YearWord>) {
    let found = WORDS.iter().find_map(|(word, says)| Some((text.strip_suffix(word)?, *says)));
    found.map_or((text, None), |(rest, says)| (rest, Some(says)))
}

/// What the word right before byte `start` of `view` says of the date there, which follows `last`.
pub(super) fn word(view: &str, last: &DateFact, start: usize) -> Option<YearWord> {
    let from = last.span.end as usize;
    let gap = view.get(from..start).filter(|gap| gap.len() <= FARTHEST)?;
    let (gap, says) = strip(gap);
    // 2021年6月立项，2022年实施，当年8月竣工: the year is that of the last one named.
    says.filter(|_| !gap.contains(['年', '。', '\n']) && !last.is_anniversary())
}

impl YearWord {
    /// The year that it takes over from `last`, where that has one.
    pub(super) fn of(self, last: &DateFact) -> Option<u16> {
        let year = last.full_year()?;
        match self {
            Self::Same => Some(year),
            Self::Next => year.checked_add(1),
        }
    }
}
