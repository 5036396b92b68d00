//! The words of all lists, by their first two characters.
//!
//! Takes the lists once, then texts; gives every word at every place. A text is read once, however many
//! words there are: two characters lead to the few words that may begin with them.
//!
//! *Invariant:* of the words of one list that begin at one place, only the longest is given.

use std::sync::OnceLock;

use super::{Found, LISTS, List, Word};
use crate::source::ViewSpan;

/// Into how many groups the first two characters divide the words: so many that most are empty.
const GROUPS: usize = 1 << 12;

/// The words of all lists.
pub(super) struct Lexicon {
    /// By group, the longest of each first.
    words: Vec<(List, Word)>,
    /// For each group where its words begin; one more says where the last ends.
    groups: Vec<u16>,
}

/// The lexicon, made when it is first asked for.
pub(super) fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(|| {
        let words = LISTS.into_iter().flat_map(|list| list.words().into_iter().map(move |word| (list, word)));
        Lexicon::new(words.collect())
    })
}

impl Lexicon {
    fn new(mut words: Vec<(List, Word)>) -> Self {
        let group = |word: &str| {
            let mut chars = word.chars();
            chars.next().zip(chars.next()).map_or(0, |(first, second)| group(first, second))
        };
        words.sort_unstable_by(|(one_list, (one, _)), (other_list, (other, _))| {
            let place = |list: List, word: &str| (group(word), list as usize, usize::MAX - word.len());
            place(*one_list, one).cmp(&place(*other_list, other)).then_with(|| one.cmp(other))
        });
        words.dedup_by(|(one_list, (one, _)), (other_list, (other, _))| one_list == other_list && one == other);
        let mut groups = vec![0; GROUPS + 1];
        for (_, (word, _)) in &words {
            if let Some(count) = groups.get_mut(group(word) + 1) {
                *count += 1;
            }
        }
        let mut so_far = 0;
        for start in &mut groups {
            so_far += *start;
            *start = so_far;
        }
        Self { words, groups }
    }

    /// Gives `found` every word of `text`, in the order of the text.
    pub fn find_in(&self, text: &str, mut found: impl FnMut(List, Found)) {
        let (mut before, mut start) = ('\0', 0);
        for (at, ch) in text.char_indices() {
            let group = group(before, ch);
            let bounds = (self.groups.get(group), self.groups.get(group + 1));
            if let (Some(&first), Some(&end)) = bounds
                && first < end
                && let Some(words) = self.words.get(usize::from(first)..usize::from(end))
            {
                words_at(words, text, start, &mut found);
            }
            (before, start) = (ch, at);
        }
    }
}

/// Gives `found` those of `words` with which `text` goes on at `start`.
#[inline(never)]
fn words_at(words: &[(List, Word)], text: &str, start: usize, found: &mut impl FnMut(List, Found)) {
    let rest = text.get(start..).unwrap_or("");
    let mut last = None;
    for (list, (word, entry)) in words {
        if last != Some(*list) && rest.starts_with(word.as_ref()) {
            found(*list, Found { span: ViewSpan::new(start, start + word.len()), entry: *entry });
            last = Some(*list);
        }
    }
}

/// The group of the words that begin with `first` and `second`.
fn group(first: char, second: char) -> usize {
    // Odd factors spread neighbours in the table of characters over all groups.
    let mixed = (first as u32).wrapping_mul(0x9e37_79b1) ^ (second as u32).wrapping_mul(0x85eb_ca77);
    (mixed >> 20) as usize % GROUPS
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn finds_what_a_plain_search_finds(
            text in "[甲乙丙a1]{0,24}",
            words in prop::collection::vec("[甲乙丙a1]{2,4}", 0..8),
        ) {
            let entries = words.iter().map(|word| (List::Doubled, (word.clone().into(), 0)));
            let lexicon = Lexicon::new(entries.collect());
            let mut found = Vec::new();
            lexicon.find_in(&text, |_, place| found.push((place.span.start as usize, place.span.end as usize)));
            let plain = text.char_indices().filter_map(|(at, _)| {
                let lengths = words.iter().filter(|word| text[at..].starts_with(*word)).map(String::len);
                lengths.max().map(|length| (at, at + length))
            });
            prop_assert_eq!(found, plain.collect::<Vec<_>>());
        }
    }
}
