//! Which fixed words stand where: one pass over the view for all the lists that rules look for.
//!
//! Takes the folded view, gives for every list the places of its words. A list is data with what a rule
//! must know of each entry; what it means that a word stands there, the rule decides.
//!
//! *Invariant:* the places of a list come in the order of the view, at each of them the longest of its words.

pub mod confusions;
pub mod doubled;
mod lexicon;
pub mod outdated;
pub mod pending;
pub mod terms;

use std::borrow::Cow;

use crate::source::ViewSpan;

/// The lists of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// What is left of a fixed term that lost a character: [`terms`].
    CutTerms,
    /// Words written for others: [`confusions`].
    Confusions,
    /// Words written twice in a row: [`doubled`].
    Doubled,
    /// Ways of speaking that have had their time: [`outdated::PHRASES`].
    Outdated,
    /// What shows that the paper knows better: [`outdated::PHRASES`].
    Newer,
    /// Meetings that had a day: [`outdated::MEETINGS`].
    Meetings,
    /// What stands where something is to be written: [`pending`].
    Pending,
}

/// Every list, in the order of the enumeration.
const LISTS: [List; 7] = [
    List::CutTerms,
    List::Confusions,
    List::Doubled,
    List::Outdated,
    List::Newer,
    List::Meetings,
    List::Pending,
];

/// A word of a list and the number of its entry.
type Word = (Cow<'static, str>, usize);

impl List {
    /// Its words, each beginning with two Chinese characters.
    fn words(self) -> Vec<Word> {
        match self {
            Self::CutTerms => terms::words(),
            Self::Confusions => confusions::words(),
            Self::Doubled => doubled::words(),
            Self::Outdated => outdated::words(),
            Self::Newer => outdated::newer_words(),
            Self::Meetings => outdated::meeting_words(),
            Self::Pending => pending::words(),
        }
    }
}

/// A word of a list where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// Where in the view.
    pub span: ViewSpan,
    /// The number of its entry in the list.
    pub entry: usize,
}

/// The words of all lists in one view.
#[derive(Debug, Default)]
pub struct Wording([Vec<Found>; LISTS.len()]);

impl Wording {
    /// Looks for the words of all lists in `view`.
    pub fn read(view: &str) -> Self {
        let mut wording = Self::default();
        lexicon::lexicon().find_in(view, |list, found| {
            if let Some(places) = wording.0.get_mut(list as usize) {
                places.push(found);
            }
        });
        wording
    }

    /// Where the words of `list` stand.
    pub fn of(&self, list: List) -> &[Found] {
        self.0.get(list as usize).map_or(&[], Vec::as_slice)
    }

    /// Those that stand in `span`.
    pub fn within(&self, list: List, span: ViewSpan) -> &[Found] {
        let all = self.of(list);
        let from = all.partition_point(|found| found.span.start < span.start);
        let rest = all.get(from..).unwrap_or(&[]);
        rest.get(..rest.partition_point(|found| found.span.end <= span.end)).unwrap_or(&[])
    }
}

/// Whether one of `words` stands in `text` so that it covers the `length` bytes at `at`.
pub fn is_covered(text: &str, at: usize, length: usize, words: &[&str]) -> bool {
    words.iter().any(|word| {
        let spare = word.len().saturating_sub(length);
        (at.saturating_sub(spare)..=at).any(|from| {
            from + word.len() >= at + length && text.get(from..).is_some_and(|rest| rest.starts_with(word))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_longest_word_of_each_list() {
        let view = "帐户的的，推进推进二十大精神";
        let wording = Wording::read(view);
        let quotes =
            |list: List| -> Vec<&str> { wording.of(list).iter().map(|found| found.span.of(view)).collect() };
        assert_eq!(quotes(List::Confusions), ["帐户"]);
        assert_eq!(quotes(List::Doubled), ["的的", "推进推进"]);
        assert_eq!(quotes(List::Newer), ["二十大"]);
        assert_eq!(quotes(List::Meetings), ["二十大精神"]);
        assert_eq!(wording.within(List::Doubled, ViewSpan::new(6, 15)).len(), 1);
    }

    #[test]
    fn has_words_that_can_be_found() {
        for word in LISTS.into_iter().flat_map(List::words) {
            let found = LISTS.map(|list| Wording::read(&word.0).of(list).len());
            assert!(found.iter().sum::<usize>() > 0, "{}", word.0);
        }
    }

    #[test]
    fn knows_what_a_longer_phrase_covers() {
        assert!(is_covered("发布署名文章", 3, 6, &["发布署"]));
        assert!(!is_covered("工作布署", 6, 6, &["发布署"]));
    }
}
