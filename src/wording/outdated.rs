//! Words that had their time: of plans that have ended, of meetings that had not been held.
//!
//! *Invariant:* an entry says from which year on, or from which month on.

use super::Word;
use crate::lang::Text;

/// A way of speaking that has had its time.
pub struct Phrase {
    /// How it is written.
    pub words: &'static [&'static str],
    /// The first report year that should not use it.
    pub from: u16,
    /// Words of which one shows that the paper knows what came after.
    pub unless: &'static [&'static str],
    /// Whether it counts only where it is spoken of as something under way.
    pub is_plan: bool,
    /// What has changed.
    pub why: Text,
}

/// The ways of speaking, by the number of [`Found::entry`](super::Found::entry).
pub const PHRASES: [Phrase; 6] = [
    Phrase {
        words: &["疫情防控常态化", "常态化疫情防控", "疫情常态化防控"],
        from: 2023,
        unless: &[],
        is_plan: false,
        why: Text {
            zh: "新冠疫情防控自2023年1月8日起已转入“乙类乙管”",
            en: "the controls ended on 8 January 2023",
        },
    },
    Phrase {
        words: &["党的十九大", "十九大精神", "十九届"],
        from: 2022,
        unless: &["二十大", "二十届"],
        is_plan: false,
        why: Text {
            zh: "党的二十大已于2022年10月召开，全文却没有提到",
            en: "the 20th congress met in October 2022, and the paper does not name it",
        },
    },
    Phrase {
        words: &["十三五"],
        from: 2021,
        unless: &[],
        is_plan: true,
        why: Text { zh: "“十三五”时期到2020年为止", en: "the 13th plan ended in 2020" },
    },
    Phrase {
        words: &["七五”普法", "七五普法"],
        from: 2022,
        unless: &[],
        is_plan: true,
        why: Text {
            zh: "“七五”普法到2020年为止，此后为“八五”普法",
            en: "the 7th plan of legal education ended in 2020",
        },
    },
    Phrase {
        words: &["十四五"],
        from: 2026,
        unless: &[],
        is_plan: true,
        why: Text { zh: "“十四五”时期到2025年为止", en: "the 14th plan ended in 2025" },
    },
    Phrase {
        words: &["八五”普法", "八五普法"],
        from: 2026,
        unless: &[],
        is_plan: true,
        why: Text {
            zh: "“八五”普法到2025年为止", en: "the 8th plan of legal education ended in 2025"
        },
    },
];

/// A meeting that cannot be named before it was held.
pub struct Meeting {
    /// How it is named.
    pub words: &'static [&'static str],
    /// Year and month.
    pub held: (u16, u8),
}

/// The meetings, by the number of [`Found::entry`](super::Found::entry).
pub const MEETINGS: [Meeting; 3] = [
    // 喜迎党的二十大 was written before.
    Meeting { words: &["二十大精神", "二十大报告"], held: (2022, 10) },
    Meeting { words: &["二十届三中全会"], held: (2024, 7) },
    Meeting { words: &["二十届四中全会"], held: (2025, 10) },
];

/// The phrases, each with the number of its entry in [`PHRASES`].
pub(super) fn words() -> Vec<Word> {
    numbered(PHRASES.iter().map(|phrase| phrase.words))
}

/// What shows that the paper knows better, by the same numbers.
pub(super) fn newer_words() -> Vec<Word> {
    numbered(PHRASES.iter().map(|phrase| phrase.unless))
}

/// The names of meetings, each with the number of its entry in [`MEETINGS`].
pub(super) fn meeting_words() -> Vec<Word> {
    numbered(MEETINGS.iter().map(|meeting| meeting.words))
}

fn numbered(entries: impl Iterator<Item = &'static [&'static str]>) -> Vec<Word> {
    let numbered = entries.enumerate();
    numbered.flat_map(|(number, words)| words.iter().map(move |&word| (word.into(), number))).collect()
}
