//! The words of all lists, by their first two characters.
//!
//! Takes the lists once, then texts; gives every word at every place. A text is read once, however many
//! words there are: two characters lead to the few words that may begin with them.
//!
//! *Invariant:* of the words of one list that begin at one place, only the longest is given.

use std::sync::OnceLock;

use super::{Found, LISTS, List, Word};
use crate::order;
use crate::search::{self, Sieve};
use crate::source::ViewSpan;

/// Into how many groups the first two characters divide all words: so many that nearly all are empty.
const GROUPS: usize = 1 << 15;

/// How many bytes a Chinese character has: all words begin with two.
const WIDTH: usize = 3;

/// The words of all lists.
pub(super) struct Lexicon {
    /// By group, the longest word of a list first.
    words: Vec<(List, Word)>,
    /// The first characters of all words.
    firsts: Sieve,
    /// A bit for every group that has words.
    filled: [u64; GROUPS / 64],
    /// How many groups have words before every 64 of them.
    before: [u16; GROUPS / 64],
    /// Where the words of each group that has some begin; one more says where the last ends.
    starts: Vec<usize>,
    /// For each such group a bit for every last byte of a third character of its words; all where a word has none.
    thirds: Vec<u64>,
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
            let code = |at: usize| code(word.0.as_bytes(), at).unwrap_or(0);
            (group(code(0), code(WIDTH)), list, word)
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
        let mut firsts = Sieve::none();
        let (mut filled, mut before, mut starts) = ([0_u64; GROUPS / 64], [0; GROUPS / 64], Vec::new());
        let mut thirds = Vec::new();
        let mut last = None;
        for (at, (group, _, (word, _))) in words.iter().enumerate() {
            if last.replace(*group) != Some(*group) {
                starts.push(at);
                thirds.push(0);
                if let Some(bits) = filled.get_mut(group >> 6) {
                    *bits |= 1 << (group & 63);
                }
            }
            firsts = firsts.with(search::first_bytes(word.as_bytes()));
            if let Some(bits) = thirds.last_mut() {
                *bits |= third(word, 0).unwrap_or(u64::MAX);
            }
        }
        starts.push(words.len());
        let mut so_far = 0;
        for (count, bits) in before.iter_mut().zip(&filled) {
            *count = so_far;
            so_far += bits.count_ones() as u16;
        }
        let words = words.into_iter().map(|(_, list, word)| (list, word)).collect();
        Self { words, firsts, filled, before, starts, thirds }
    }

    /// Gives `found` every word of `text`, in the order of the text.
    pub fn find_in(&self, text: &str, mut found: impl FnMut(List, Found)) {
        let mut rest = text.as_bytes();
        let mut before = None;
        while let [lead, behind @ ..] = rest {
            let ([middle, last, behind @ ..], 0xe0..=0xef) = (behind, lead) else {
                rest = rest.get(search::width(*lead)..).unwrap_or(&[]);
                before = None;
                continue;
            };
            let code = u32::from_be_bytes([0, *lead, *middle, *last]);
            if let Some(before) = before {
                let group = group(before, code);
                if self.filled.get(group >> 6).is_some_and(|bits| bits >> (group & 63) & 1 == 1) {
                    self.words_at(group, text, text.len() - rest.len() - WIDTH, &mut found);
                }
            }
            before = self.firsts.may_hold(Some((*middle, *last))).then_some(code);
            rest = behind;
        }
    }

    /// Gives `found` the words of `group` that stand in `text` at `start`.
    #[inline(never)]
    fn words_at(&self, group: usize, text: &str, start: usize, found: &mut impl FnMut(List, Found)) {
        let cell = group >> 6;
        let below = self.filled.get(cell).map_or(0, |bits| (bits & ((1 << (group & 63)) - 1)).count_ones());
        let nth = usize::from(self.before.get(cell).copied().unwrap_or(0)) + below as usize;
        if self
            .thirds
            .get(nth)
            .is_none_or(|bits| bits & third(text, start).unwrap_or(0) == 0 && *bits != u64::MAX)
        {
            return;
        }
        let ends = self.starts.get(nth).zip(self.starts.get(nth + 1));
        let words = ends.and_then(|(&start, &end)| self.words.get(start..end)).unwrap_or(&[]);
        let mut last = None;
        for (list, (word, entry)) in words {
            if last != Some(*list) && search::stands_at(text, start, word) {
                found(*list, Found { span: ViewSpan::new(start, start + word.len()), entry: *entry });
                last = Some(*list);
            }
        }
    }
}

/// The bit for the last byte of the third character from `start` on, behind two Chinese ones.
#[inline]
fn third(text: &str, start: usize) -> Option<u64> {
    let at = start + 2 * WIDTH;
    let lead = text.as_bytes().get(at)?;
    let last = text.as_bytes().get(at + search::width(*lead) - 1)?;
    Some(1 << (last & 63))
}

/// The three bytes of the character at `at` as one number.
#[inline]
fn code(bytes: &[u8], at: usize) -> Option<u32> {
    match bytes.get(at..at + WIDTH)? {
        &[lead, middle, last] => Some(u32::from_be_bytes([0, lead, middle, last])),
        _ => None,
    }
}

/// The group of the words that begin with the characters of these codes.
#[inline]
fn group(first: u32, second: u32) -> usize {
    // Odd factors spread neighbours in the table of characters over all groups.
    let mixed = first.wrapping_mul(0x9e37_79b1) ^ second.wrapping_mul(0x85eb_ca77);
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
            words in prop::collection::vec("[甲乙丙]{2}[甲乙丙a1]{0,2}", 0..8),
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
