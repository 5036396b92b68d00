//! Finding many fixed words in one pass over a text.
//!
//! Takes a list of words, made once; gives every place where one of them stands.
//!
//! *Invariant:* the longest word wins where several begin at one place.

use crate::search::Pairs;
use crate::source::Characters;

/// A list of words of two characters or more, each with a number of the caller's.
pub(super) struct Words<W> {
    /// By text, so that a longer word stands behind its own beginning.
    entries: Vec<(W, usize)>,
}

impl<W: AsRef<str>> Words<W> {
    /// The list of `entries`.
    pub fn new(mut entries: Vec<(W, usize)>) -> Self {
        entries.sort_unstable_by(|one, two| one.0.as_ref().cmp(two.0.as_ref()));
        entries.dedup_by(|one, two| one.0.as_ref() == two.0.as_ref());
        Self { entries }
    }

    /// Those of them that can stand in a text made of `characters`.
    pub fn possible_in(&self, characters: &Characters) -> PossibleWords<'_> {
        let words = self.entries.iter().map(|(word, number)| (word.as_ref(), *number));
        let words: Vec<(&str, usize)> = words.filter(|(word, _)| characters.may_hold(word)).collect();
        let pairs = Pairs::of(words.iter().map(|(word, _)| *word));
        PossibleWords { words, pairs }
    }
}

/// The words of a list that can stand in one text, the longest last where several begin alike.
pub(super) struct PossibleWords<'w> {
    words: Vec<(&'w str, usize)>,
    pairs: Pairs,
}

impl PossibleWords<'_> {
    /// Where each of them stands in `text`, with its length in bytes and its number.
    pub fn find_in(&self, text: &str) -> impl Iterator<Item = (usize, usize, usize)> {
        self.pairs.places_in(text).filter_map(|at| {
            let rest = text.get(at..)?;
            // A word that begins `rest` sorts before it, and no word between them begins otherwise
            // than both do.
            let behind = self.words.partition_point(|(word, _)| *word <= rest);
            let first = rest.chars().next();
            let before = self.words.iter().take(behind).rev();
            let mut alike = before.take_while(|(word, _)| word.chars().next() == first);
            let (word, number) = alike.find(|(word, _)| rest.starts_with(word))?;
            Some((at, word.len(), *number))
        })
    }
}

/// Whether one of `words` stands in `text` so that it covers the `length` bytes at `at`.
pub(super) fn is_covered(text: &str, at: usize, length: usize, words: &[&str]) -> bool {
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
    fn finds_the_longest_word_at_each_place() {
        let words = Words::new(vec![("帐户", 1), ("帐户款", 2), ("其它", 3), ("部暑", 4)]);
        let text = "其它帐户帐户款";
        let possible = words.possible_in(&Characters::of(text));
        assert_eq!(possible.words.len(), 3);
        assert_eq!(possible.find_in(text).collect::<Vec<_>>(), [(0, 6, 3), (6, 6, 1), (12, 9, 2)]);
        assert!(is_covered("发布署名文章", 3, 6, &["发布署"]));
        assert!(!is_covered("工作布署", 6, 6, &["发布署"]));
    }
}
