//! Many lists of fixed words, looked for in one pass.
//!
//! Takes the lists once, then stretches of text; gives the lists of which a word stands there, as bits.
//!
//! *Invariant:* the lists are known to the program and not to a reader; there are at most 64 of them.

use crate::search;

/// Into how many groups the first characters divide the words.
const GROUPS: usize = 1024;

/// The words of many lists, by their first character.
pub struct WordIndex {
    /// The place in `words` of the first of each group.
    groups: [Option<u16>; GROUPS],
    words: Vec<Word>,
    /// How many bytes the longest of them has.
    longest: usize,
}

struct Word {
    text: &'static str,
    /// The bit of its list.
    list: u64,
    /// The place of the next word of the same group.
    next: Option<u16>,
}

impl WordIndex {
    /// The words of `lists`, which get the bits from the lowest on.
    pub fn of(lists: impl Iterator<Item = &'static [&'static str]>) -> Self {
        let mut index = Self { groups: [None; GROUPS], words: Vec::new(), longest: 0 };
        for (list, words) in lists.enumerate() {
            for text in words {
                index.add(text, 1 << list);
            }
        }
        index
    }

    fn add(&mut self, text: &'static str, list: u64) {
        let place = u16::try_from(self.words.len()).ok();
        if let Some(first) = search::first_bytes(text.as_bytes())
            && let Some(head) = self.groups.get_mut(group(first))
        {
            self.words.push(Word { text, list, next: *head });
            *head = place;
            self.longest = self.longest.max(text.len());
        }
    }

    /// Gives `found` the bit of its list, the place and the word, for every word of `text`.
    pub fn find_in(&self, text: &str, mut found: impl FnMut(u64, usize, &str)) {
        let bytes = text.as_bytes();
        let mut at = 0;
        while let Some(first) = bytes.get(at..).and_then(search::first_bytes) {
            self.find_at(text, at, first, |list, word| found(list, at, word));
            at += bytes.get(at).map_or(1, |&lead| search::width(lead));
        }
    }

    /// The same for every word with which `text` begins; all of them stand at its beginning.
    pub fn find_at_start(&self, text: &str, mut found: impl FnMut(u64, &str)) {
        if let Some(first) = search::first_bytes(text.as_bytes()) {
            self.find_at(text, 0, first, |list, word| found(list, word));
        }
    }

    /// The same for every word with which `text` ends.
    pub fn find_at_end(&self, text: &str, mut found: impl FnMut(u64, usize, &str)) {
        let nearest = text.len().saturating_sub(self.longest);
        let from = (nearest..text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len());
        self.find_in(text.get(from..).unwrap_or(""), |list, at, word| {
            if from + at + word.len() == text.len() {
                found(list, from + at, word);
            }
        });
    }

    /// The lists with a word with which `text` begins.
    pub fn beginnings(&self, text: &str) -> u64 {
        let mut lists = 0;
        self.find_at_start(text, |list, _| lists |= list);
        lists
    }

    /// The same for the words that stand in `text` at `at`, where the character is that ends in these bytes.
    #[inline]
    fn find_at(&self, text: &str, at: usize, ends: (u8, u8), mut found: impl FnMut(u64, &str)) {
        let mut next = self.groups.get(group(ends)).copied().flatten();
        while let Some(word) = next.and_then(|place| self.words.get(usize::from(place))) {
            if search::stands_at(text, at, word.text) {
                found(word.list, word.text);
            }
            next = word.next;
        }
    }
}

/// The group of the words that begin with the character of these last two bytes: neighbours in the table of characters are
/// in different ones.
#[inline]
fn group((before, last): (u8, u8)) -> usize {
    (usize::from(before) << 6 | usize::from(last) & 0x7f) % GROUPS
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const LISTS: [&[&str]; 3] = [&["上年", "上年末", "年"], &["年末", "共"], &["共", "件", ""]];

    proptest! {
        #[test]
        fn finds_what_a_search_finds(text in "[上年末共件a，]{0,12}") {
            let index = WordIndex::of(LISTS.into_iter());
            let mut found = 0;
            index.find_in(&text, |list, _, _| found |= list);
            let (mut ends, mut tried) = (Vec::new(), Vec::new());
            index.find_at_end(&text, |list, at, word| ends.push((list, at, word.to_owned())));
            index.find_in(&text, |list, at, word| tried.push((list, at, word.to_owned())));
            tried.retain(|(_, at, word)| at + word.len() == text.len());
            prop_assert_eq!(ends, tried);
            for (bit, list) in LISTS.into_iter().enumerate() {
                prop_assert_eq!(found >> bit & 1 == 1, search::has(&text, list));
                let begins = search::beginning(&text, list).is_some();
                prop_assert_eq!(index.beginnings(&text) >> bit & 1 == 1, begins);
            }
        }
    }
}
