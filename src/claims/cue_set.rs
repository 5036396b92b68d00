//! Which cue words stand before a figure: found in one pass over its words, for all builders.
//!
//! Takes the words of a clause, gives the families of [`cues`] among them as a set. What the builders ask of
//! most figures, and what is said of few of them, is then one bit and no search.
//!
//! *Invariant:* a set says of a family what a search for its words in the same stretch would.

use std::sync::LazyLock;

use super::cues;

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
];

/// A set of families.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CueSet(u32);

impl CueSet {
    /// Whether a word of the family `cue` is in it.
    pub fn holds(self, cue: Cue) -> bool {
        self.0 >> cue as u32 & 1 == 1
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
        INDEX.find_in(run_up, |at, families| {
            found.run_up.0 |= families;
            if at >= start {
                found.words.0 |= families;
            }
            if at == start {
                found.first.0 |= families;
            }
        });
        found
    }
}

static INDEX: LazyLock<Index> = LazyLock::new(Index::new);

/// Into how many groups the first characters divide the words.
const GROUPS: usize = 256;

/// The words of all families, by their first character.
struct Index {
    /// The place in `words` of the first of each group.
    groups: [Option<u16>; GROUPS],
    words: Vec<Word>,
}

struct Word {
    first: char,
    text: &'static str,
    families: u32,
    /// The place of the next word of the same group.
    next: Option<u16>,
}

impl Index {
    fn new() -> Self {
        let mut index = Self { groups: [None; GROUPS], words: Vec::new() };
        let words = FAMILIES.iter().flat_map(|(cue, list)| list.iter().map(move |word| (*cue, *word)));
        for (cue, text) in words {
            let Some(first) = text.chars().next() else { continue };
            let place = u16::try_from(index.words.len()).ok();
            if let Some(head) = index.groups.get_mut(group(first)) {
                index.words.push(Word { first, text, families: 1 << cue as u32, next: *head });
                *head = place;
            }
        }
        index
    }

    /// Gives `found` every place of `text` where a word stands, with its families.
    fn find_in(&self, text: &str, mut found: impl FnMut(usize, u32)) {
        for (at, ch) in text.char_indices() {
            let mut next = self.groups.get(group(ch)).copied().flatten();
            while let Some(word) = next.and_then(|place| self.words.get(usize::from(place))) {
                if word.first == ch && text.get(at..).is_some_and(|rest| rest.starts_with(word.text)) {
                    found(at, word.families);
                }
                next = word.next;
            }
        }
    }
}

/// The group of the words that begin with `ch`: neighbours in the table of characters are in different ones.
fn group(ch: char) -> usize {
    ch as usize % GROUPS
}

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
        assert!(FAMILIES.len() <= u32::BITS as usize);
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
                prop_assert_eq!(found.run_up.holds(*cue), search::has(&run_up, words));
                prop_assert_eq!(found.words.holds(*cue), search::has(&before, words));
                prop_assert_eq!(found.first.holds(*cue), search::beginning(&before, words).is_some());
            }
        }
    }
}
