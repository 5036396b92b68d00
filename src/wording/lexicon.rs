//! The words of all lists, by their first two characters.
//!
//! Takes the lists once, then texts; gives every word at every place. A text is read once, however many
//! words there are: two characters lead to the few words that may begin with them.
//!
//! *Invariant:* of the words of one list that begin at one place, only the longest is given.

use std::sync::OnceLock;

use super::{Found, LISTS, List, Word};
use crate::order;
use crate::search;
use crate::source::ViewSpan;

/// Into how many groups the first two characters divide all words: so many that nearly all are empty.
const GROUPS: usize = 1 << 15;

/// The words of all lists.
pub(super) struct Lexicon {
    /// With their groups and ordered by them, the longest word of a list first.
    words: Vec<(usize, List, Word)>,
    /// A bit for every group that has words.
    filled: [u64; GROUPS / 64],
}

/// The lexicon, made when it is first asked for.
pub(super) fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(|| {
        Lexicon::new(
            LISTS.into_iter().flat_map(|list| list.words().into_iter().map(move |word| (list, word))),
        )
    })
}

impl Lexicon {
    fn new(words: impl Iterator<Item = (List, Word)>) -> Self {
        let placed = words.map(|(list, word)| {
            let mut chars = word.0.chars();
            let group = chars.next().zip(chars.next()).map_or(0, |(first, second)| group(first, second));
            (group, list, word)
        });
        let mut words: Vec<(usize, List, Word)> = placed.collect();
        order::sort_by(
            &mut words,
            &|(one_group, one_list, (one, _)), (other_group, other_list, (other, _))| {
                let place = (one_group, *one_list as usize, other.len());
                place.cmp(&(other_group, *other_list as usize, one.len())).then_with(|| one.cmp(other))
            },
        );
        words.dedup_by(|(_, one_list, (one, _)), (_, other_list, (other, _))| {
            one_list == other_list && one == other
        });
        let mut filled = [0; GROUPS / 64];
        for (group, ..) in &words {
            if let Some(bits) = filled.get_mut(group >> 6) {
                *bits |= 1 << (group & 63);
            }
        }
        Self { words, filled }
    }

    /// Gives `found` every word of `text`, in the order of the text.
    pub fn find_in(&self, text: &str, mut found: impl FnMut(List, Found)) {
        let (mut before, mut start) = ('\0', 0);
        for (at, ch) in text.char_indices() {
            let group = group(before, ch);
            if self.filled.get(group >> 6).is_some_and(|bits| bits >> (group & 63) & 1 == 1) {
                self.words_at(group, text.get(start..).unwrap_or(""), start, &mut found);
            }
            (before, start) = (ch, at);
        }
    }

    /// Gives `found` the words of `group` with which `rest` begins, which stands at `start`.
    #[inline(never)]
    fn words_at(&self, group: usize, rest: &str, start: usize, found: &mut impl FnMut(List, Found)) {
        let from = self.words.partition_point(|(before, ..)| *before < group);
        let words = self.words.iter().skip(from).take_while(|(of, ..)| *of == group);
        let mut last = None;
        for (_, list, (word, entry)) in words {
            if last != Some(*list) && search::begins(rest, word) {
                found(*list, Found { span: ViewSpan::new(start, start + word.len()), entry: *entry });
                last = Some(*list);
            }
        }
    }
}

/// The group of the words that begin with `first` and `second`.
fn group(first: char, second: char) -> usize {
    // Odd factors spread neighbours in the table of characters over all groups.
    let mixed = (first as u32).wrapping_mul(0x9e37_79b1) ^ (second as u32).wrapping_mul(0x85eb_ca77);
    (mixed >> 17) as usize % GROUPS
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
            let lexicon = Lexicon::new(entries);
            let mut found = Vec::new();
            lexicon.find_in(&text, |_, place| found.push((place.span.start as usize, place.span.end as usize)));
            let plain = text.char_indices().filter_map(|(at, _)| {
                let rest = text.get(at..)?;
                let lengths = words.iter().filter(|word| rest.starts_with(*word)).map(String::len);
                lengths.max().map(|length| (at, at + length))
            });
            prop_assert_eq!(found, plain.collect::<Vec<_>>());
        }
    }
}
