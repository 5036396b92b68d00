//! Which cue words stand before a figure: found in one pass over its words, for all builders.
//!
//! Takes the words of a clause, gives the families of [`cues`] among them as a set. What the builders ask of
//! most figures, and what is said of few of them, is then one bit and no search.
//!
//! *Invariant:* a set says of a family what a search for its words in the same stretch would.

use std::ops::Range;
use std::sync::LazyLock;

use super::cues;
use super::word_index::WordIndex;

/// A family of cue words, a list in [`cues`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cue {
    /// [`cues::AMONG`]
    Among,
    /// [`cues::PARTITION`]
    Partition,
    /// [`cues::INCLUDING`]
    Including,
    /// [`cues::COMPARISON`]
    Comparison,
    /// [`cues::EARLIER`]
    Earlier,
    /// [`cues::AGAINST_THE_BEGINNING`]
    AgainstTheBeginning,
    /// [`cues::AGAINST_LAST_YEAR`]
    AgainstLastYear,
    /// [`cues::AVERAGE`]
    Average,
    /// [`cues::CARRIED_OVER`]
    CarriedOver,
    /// [`cues::REST`]
    Rest,
    /// [`cues::NEW_STATEMENT`]
    NewStatement,
    /// [`cues::OPENING`]
    Opening,
    /// [`cues::CLOSING`]
    Closing,
    /// [`cues::INFLOW`]
    Inflow,
    /// [`cues::OUTFLOW`]
    Outflow,
    /// [`cues::NEUTRAL`]
    Neutral,
    /// [`cues::NET`]
    Net,
    /// [`cues::DONE`]
    Done,
    /// [`cues::LEFT_OVER`]
    LeftOver,
    /// [`cues::ELSEWHERE`]
    Elsewhere,
    /// [`cues::OVERLAPPING`]
    Overlapping,
    /// [`cues::YEAR_END`]
    YearEnd,
    /// [`cues::RELATIVE`]
    Relative,
    /// [`cues::RESPECTIVELY`]
    Respectively,
    /// [`cues::FROM`]
    From,
    /// [`cues::TO`]
    To,
    /// [`cues::TAKEN_OVER`]
    TakenOver,
    /// [`cues::BEFORE_THIS_YEAR`]
    BeforeThisYear,
    /// [`cues::BEGINNINGS_OF_PARTS`]
    BeginningOfPart,
    /// [`cues::ENDS_OF_PARTS`]
    EndOfPart,
    /// [`cues::VERSIONS_BEFORE`]
    VersionBefore,
    /// [`cues::VERSIONS_OF_NOW`]
    VersionOfNow,
    /// [`cues::AHEAD_OF_TURN`]
    AheadOfTurn,
    /// [`cues::BEHIND_TURN`]
    BehindTurn,
    /// [`cues::FORMER`]
    Former,
    /// [`cues::NEW`]
    New,
    /// [`cues::NOT_DONE`]
    NotDone,
    /// [`cues::CARRIED_ON`]
    CarriedOn,
    /// [`cues::FIRST_BATCH`]
    FirstBatch,
}

/// Every family with its words.
const FAMILIES: &[(Cue, &[&str])] = &[
    (Cue::Among, cues::AMONG),
    (Cue::Partition, cues::PARTITION),
    (Cue::Including, cues::INCLUDING),
    (Cue::Comparison, cues::COMPARISON),
    (Cue::Earlier, cues::EARLIER),
    (Cue::AgainstTheBeginning, cues::AGAINST_THE_BEGINNING),
    (Cue::AgainstLastYear, cues::AGAINST_LAST_YEAR),
    (Cue::Average, cues::AVERAGE),
    (Cue::CarriedOver, cues::CARRIED_OVER),
    (Cue::Rest, cues::REST),
    (Cue::NewStatement, cues::NEW_STATEMENT),
    (Cue::Opening, cues::OPENING),
    (Cue::Closing, cues::CLOSING),
    (Cue::Inflow, cues::INFLOW),
    (Cue::Outflow, cues::OUTFLOW),
    (Cue::Neutral, cues::NEUTRAL),
    (Cue::Net, cues::NET),
    (Cue::Done, cues::DONE),
    (Cue::LeftOver, cues::LEFT_OVER),
    (Cue::Elsewhere, cues::ELSEWHERE),
    (Cue::Overlapping, cues::OVERLAPPING),
    (Cue::YearEnd, cues::YEAR_END),
    (Cue::Relative, cues::RELATIVE),
    (Cue::Respectively, cues::RESPECTIVELY),
    (Cue::From, cues::FROM),
    (Cue::To, cues::TO),
    (Cue::TakenOver, cues::TAKEN_OVER),
    (Cue::BeforeThisYear, cues::BEFORE_THIS_YEAR),
    (Cue::BeginningOfPart, cues::BEGINNINGS_OF_PARTS),
    (Cue::EndOfPart, cues::ENDS_OF_PARTS),
    (Cue::VersionBefore, cues::VERSIONS_BEFORE),
    (Cue::VersionOfNow, cues::VERSIONS_OF_NOW),
    (Cue::AheadOfTurn, cues::AHEAD_OF_TURN),
    (Cue::BehindTurn, cues::BEHIND_TURN),
    (Cue::Former, cues::FORMER),
    (Cue::New, cues::NEW),
    (Cue::NotDone, cues::NOT_DONE),
    (Cue::CarriedOn, cues::CARRIED_ON),
    (Cue::FirstBatch, cues::FIRST_BATCH),
];

/// A set of families.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CueSet(u64);

impl CueSet {
    /// The families of which a word stands in `words`.
    pub fn of(words: &str) -> Self {
        CuesBefore::of(words, words.len()).words
    }

    /// Whether a word of the family `cue` is in it.
    pub fn holds(self, cue: Cue) -> bool {
        self.0 >> cue as u32 & 1 == 1
    }

    /// The families of both.
    pub fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether a word of one of `families` is in it.
    pub fn holds_one(self, families: &[Cue]) -> bool {
        families.iter().any(|cue| self.holds(*cue))
    }
}

/// The cues before a figure.
#[derive(Clone, Copy, Debug, Default)]
pub struct CuesBefore {
    /// In its run-up.
    pub run_up: CueSet,
    /// In the words between the last mark and the figure.
    pub words: CueSet,
    /// Right at the beginning of these words.
    pub first: CueSet,
}

impl CuesBefore {
    /// The cues in `run_up`, of which the last `length` bytes are the words behind the last mark.
    pub fn of(run_up: &str, length: usize) -> Self {
        let start = run_up.len().saturating_sub(length);
        let mut found = Self::default();
        INDEX.find_in(run_up, |family, at, _| {
            let is_other_word = || run_up.get(at..).is_some_and(cues::begins_no_comparison);
            if family == 1 << Cue::Comparison as u32 && is_other_word() {
                return;
            }
            found.run_up.0 |= family;
            if at >= start {
                found.words.0 |= family;
            }
            if at == start {
                found.first.0 |= family;
            }
        });
        found
    }
}

/// Of `families` the one of which a word ends last in `words`: of two words that end together the longer, of
/// two families with the same word the later.
pub fn last_of(families: &[Cue], words: &str) -> Option<Cue> {
    last_with_place(families, words).map(|(cue, _)| cue)
}

/// The same, with the place of the word.
pub fn last_with_place(families: &[Cue], words: &str) -> Option<(Cue, Range<usize>)> {
    let mut last = None;
    INDEX.find_in(words, |family, at, word| {
        let place = families.iter().position(|cue| 1 << *cue as u64 == family);
        last = last.max(place.map(|place| (at + word.len(), word.len(), place)));
    });
    let (end, length, place) = last?;
    Some((*families.get(place)?, end - length..end))
}

static INDEX: LazyLock<WordIndex> = LazyLock::new(|| WordIndex::of(FAMILIES.iter().map(|(_, words)| *words)));

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search;
    use proptest::prelude::*;

    #[test]
    fn has_a_bit_for_every_family() {
        for (place, (cue, words)) in FAMILIES.iter().enumerate() {
            assert_eq!(*cue as usize, place, "{cue:?}");
            assert!(words.iter().all(|word| !word.is_empty()), "{cue:?}");
        }
        assert!(FAMILIES.len() <= u64::BITS as usize);
    }

    #[test]
    fn takes_the_longer_of_two_that_end_together() {
        let families = &[Cue::Closing, Cue::Opening, Cue::CarriedOver];
        assert_eq!(last_of(families, "上年结转"), Some(Cue::Opening));
        assert_eq!(last_of(families, "年初原有年底"), Some(Cue::Closing));
        assert_eq!(last_of(families, "上年未结"), Some(Cue::Opening));
        assert_eq!(last_of(&[Cue::Opening, Cue::CarriedOver], "旧存"), Some(Cue::CarriedOver));
        assert_eq!(last_of(families, "其中"), None);
    }

    proptest! {
        #[test]
        fn finds_what_a_search_finds(
            pieces in prop::collection::vec(
                prop_oneof![
                    (0..FAMILIES.len(), 0..64usize)
                        .prop_map(|(family, word)| FAMILIES[family].1[word % FAMILIES[family].1.len()]),
                    prop::sample::select(vec!["，", "年", "上", "新", "件", "a"]),
                ],
                0..8,
            ),
            split in 0..8usize,
        ) {
            let run_up = pieces.concat();
            let before: String = pieces.iter().skip(split).copied().collect();
            let found = CuesBefore::of(&run_up, before.len());
            for (cue, words) in FAMILIES {
                // 较大 is no word of comparison.
                let is_one = |words: &str| *cue != Cue::Comparison || !cues::begins_no_comparison(words);
                let has = |text: &str| search::each_of(text, words).any(|(at, _)| text.get(at..).is_some_and(is_one));
                prop_assert_eq!(found.run_up.holds(*cue), has(&run_up));
                prop_assert_eq!(found.words.holds(*cue), has(&before));
                let begins = search::beginning(&before, words).is_some() && is_one(&before);
                prop_assert_eq!(found.first.holds(*cue), begins);
            }
        }
    }
}
