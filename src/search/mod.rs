//! Finding fixed words in a stretch of text.
//!
//! Takes words of a few characters and stretches from a clause to a paragraph, gives places in bytes. The standard
//! library prepares a searcher for every word and every stretch; for words as short as cues that
//! takes far longer than the search itself.
//!
//! *Invariant:* all of it gives what the methods of `str` of the same name would; an empty word stands nowhere.

mod sieve;

pub(crate) use sieve::{Endings, Sieve, Words, first_bytes};

/// Whether one of `words` stands in `text`.
pub(crate) fn has(text: &str, words: &[&str]) -> bool {
    // Many figures have no words on one side.
    if text.is_empty() {
        return false;
    }
    let starts = Starts::of(words);
    let bytes = text.as_bytes();
    let mut next = 0;
    while let Some(&lead) = bytes.get(next) {
        let at = next;
        next += width(lead);
        if bytes.get(next - 1).is_some_and(|&key| starts.hold(key))
            && words.iter().any(|word| stands_at(text, at, word))
        {
            return true;
        }
    }
    false
}

/// Where `word` first stands in `text`.
pub(crate) fn find(text: &str, word: &str) -> Option<usize> {
    let key = key(word)?;
    let bytes = text.as_bytes();
    let farthest = text.len().checked_sub(word.len())?;
    let mut next = 0;
    while next <= farthest {
        let at = next;
        next += width(*bytes.get(at)?);
        if bytes.get(next - 1) == Some(&key) && stands_at(text, at, word) {
            return Some(at);
        }
    }
    None
}

/// Where `word` last stands in `text`.
pub(crate) fn last(text: &str, word: &str) -> Option<usize> {
    places_of(text, word).last()
}

/// What of `text` stands before the first `word`, and what behind it.
pub(crate) fn split<'t>(text: &'t str, word: &str) -> Option<(&'t str, &'t str)> {
    let at = find(text, word)?;
    Some((text.get(..at)?, text.get(at + word.len()..)?))
}

/// Every place in `text` where `word` stands, in order.
pub(crate) fn places_of<'t>(text: &'t str, word: &'t str) -> impl Iterator<Item = usize> + use<'t> {
    Starts::of(&[word]).places_in(text).filter(move |&at| stands_at(text, at, word))
}

/// Whether `text` begins with `word`.
pub(crate) fn begins(text: &str, word: &str) -> bool {
    stands_at(text, 0, word)
}

/// Whether `text` ends with `word`.
pub(crate) fn ends(text: &str, word: &str) -> bool {
    text.len().checked_sub(word.len()).is_some_and(|at| stands_at(text, at, word))
}

/// The first of `words` with which `text` begins.
pub(crate) fn beginning<'w>(text: &str, words: &[&'w str]) -> Option<&'w str> {
    // The last byte of the first character, by which characters are told apart: one look at most words.
    let last = width(*text.as_bytes().first()?) - 1;
    let key = text.as_bytes().get(last);
    words.iter().find(|word| word.as_bytes().get(last) == key && stands_at(text, 0, word)).copied()
}

/// What of `text` stands behind the first of `words` with which it begins.
pub(crate) fn behind<'t>(text: &'t str, words: &[&str]) -> Option<&'t str> {
    text.get(beginning(text, words)?.len()..)
}

/// The first of `words` with which `text` ends.
pub(crate) fn ending<'w>(text: &str, words: &[&'w str]) -> Option<&'w str> {
    let last = text.as_bytes().last();
    words.iter().find(|word| word.as_bytes().last() == last && ends(text, word)).copied()
}

/// What of `text` stands ahead of the first of `words` with which it ends.
pub(crate) fn ahead<'t>(text: &'t str, words: &[&str]) -> Option<&'t str> {
    text.get(..text.len() - ending(text, words)?.len())
}

/// How many characters `text` has.
// One place instead of three hundred: the page has a copy of what is inlined for each.
#[inline(never)]
pub(crate) fn length(text: &str) -> usize {
    text.chars().count()
}

/// Every place in `text` where one of `words` stands, in order, with the word; of several at one place the
/// first in the list.
pub(crate) fn each_of<'t, 'w>(
    text: &'t str,
    words: &'w [&'w str],
) -> impl Iterator<Item = (usize, &'w str)> + use<'t, 'w> {
    let at_place =
        move |at: usize| words.iter().find(|word| stands_at(text, at, word)).map(|word| (at, *word));
    Starts::of(words).places_in(text).filter_map(at_place)
}

/// Whether `word` stands in `text` at byte `at`.
#[inline(always)]
pub(crate) fn stands_at(text: &str, at: usize, word: &str) -> bool {
    let (bytes, end) = (text.as_bytes(), at + word.len());
    // The last byte tells most words apart, without a call to compare all of them.
    end > at && bytes.get(end - 1) == word.as_bytes().last() && bytes.get(at..end) == Some(word.as_bytes())
}

/// The byte by which characters are told apart: the last of the first one, where Chinese
/// characters differ most.
#[inline]
const fn key(word: &str) -> Option<u8> {
    match word.as_bytes() {
        [byte @ 0..0xc0, ..]
        | [0xc0..0xe0, byte, ..]
        | [0xe0..0xf0, _, byte, ..]
        | [0xf0..=0xff, _, _, byte, ..] => Some(*byte),
        _ => None,
    }
}

/// How many bytes the character has that begins with `lead`.
#[inline(always)]
pub(crate) fn width(lead: u8) -> usize {
    // A branch that the processor foresees: it need not wait for one character to find the next.
    match lead {
        0xe0..0xf0 => 3,
        0..0xc0 => 1,
        0xc0..0xe0 => 2,
        _ => 4,
    }
}

/// A bit for every key with which a word may begin: most characters begin none.
struct Starts(u64);

impl Starts {
    const fn of(words: &[&str]) -> Self {
        let (mut bits, mut rest) = (0, words);
        while let [word, others @ ..] = rest {
            if let Some(key) = key(word) {
                bits |= 1 << (key & 63);
            }
            rest = others;
        }
        Self(bits)
    }

    /// Whether a word may begin with a character of this key.
    #[inline(always)]
    const fn hold(&self, key: u8) -> bool {
        self.0 >> (key & 63) & 1 == 1
    }

    /// The characters of `text` with which a word may begin.
    fn places_in<'t>(&self, text: &'t str) -> impl Iterator<Item = usize> + use<'t> {
        let (bits, bytes) = (self.0, text.as_bytes());
        let mut at = 0;
        std::iter::from_fn(move || {
            while let Some(&lead) = bytes.get(at) {
                let here = at;
                at += width(lead);
                let key = *bytes.get(at - 1)?;
                if bits >> (key & 63) & 1 == 1 {
                    return Some(here);
                }
            }
            None
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn knows_how_long_a_character_is() {
        for ch in ['a', 'é', '二', '𠀀'] {
            assert_eq!(width(ch.to_string().as_bytes()[0]), ch.len_utf8());
        }
    }

    proptest! {
        #[test]
        fn finds_what_the_standard_library_finds(
            text in "[一二三其中,。a1é𠀀]{0,24}",
            words in prop::collection::vec("[一二其中。a1é𠀀]{1,3}", 0..4),
        ) {
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            prop_assert_eq!(has(&text, &words), words.iter().any(|word| text.contains(word)));
            prop_assert_eq!(beginning(&text, &words).is_some(), words.iter().any(|word| text.starts_with(word)));
            prop_assert_eq!(ending(&text, &words).is_some(), words.iter().any(|word| text.ends_with(word)));
            prop_assert_eq!(behind(&text, &words), words.iter().find_map(|word| text.strip_prefix(word)));
            prop_assert_eq!(ahead(&text, &words), words.iter().find_map(|word| text.strip_suffix(word)));
            for word in &words {
                let places: Vec<usize> =
                    text.char_indices().filter(|(at, _)| text.get(*at..).is_some_and(|rest| rest.starts_with(word))).map(|(at, _)| at).collect();
                prop_assert_eq!(find(&text, word), places.first().copied());
                prop_assert_eq!(last(&text, word), places.last().copied());
                prop_assert_eq!(split(&text, word), text.split_once(word));
                prop_assert_eq!(places_of(&text, word).collect::<Vec<_>>(), places);
            }
            let known = Words::of(&words);
            prop_assert_eq!(known.stand_in(&text), has(&text, &words));
            prop_assert_eq!(known.first_in(&text), each_of(&text, &words).next());
            prop_assert_eq!(known.beginning(&text), beginning(&text, &words));
            prop_assert_eq!(Endings::of(&words).ending(&text), ending(&text, &words));
        }
    }
}
