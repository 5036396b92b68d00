//! Finding many fixed words in one pass over a text.
//!
//! Takes a list of words, made once; gives every place where one of them stands.
//!
//! *Invariant:* the longest word wins where several begin at one place.

/// A list of words, each with a number of the caller's.
pub(super) struct Words {
    /// Sorted by text, so that all words with one first character lie together.
    entries: Vec<(String, usize)>,
    /// A bit for every first character, by its last twelve bits: most characters begin no word.
    starts: Vec<u64>,
}

impl Words {
    /// The list of `entries`.
    pub fn new(mut entries: Vec<(String, usize)>) -> Self {
        entries.sort();
        entries.dedup_by(|one, two| one.0 == two.0);
        let mut starts = vec![0u64; 64];
        for (word, _) in &entries {
            let (slot, bit) = place(word.chars().next().unwrap_or('\0'));
            if let Some(bits) = starts.get_mut(slot) {
                *bits |= bit;
            }
        }
        Self { entries, starts }
    }

    /// Where each word stands in `text`, with its length in bytes and its number.
    pub fn find_in(&self, text: &str) -> Vec<(usize, usize, usize)> {
        let mut found = Vec::new();
        for (at, ch) in text.char_indices() {
            let (slot, bit) = place(ch);
            if self.starts.get(slot).is_none_or(|bits| bits & bit == 0) {
                continue;
            }
            let rest = text.get(at..).unwrap_or("");
            let first = |word: &str| word.chars().next();
            let from = self.entries.partition_point(|(word, _)| first(word) < Some(ch));
            let same = self.entries.iter().skip(from).take_while(|(word, _)| first(word) == Some(ch));
            let longest =
                same.filter(|(word, _)| rest.starts_with(word.as_str())).max_by_key(|(word, _)| word.len());
            found.extend(longest.map(|(word, number)| (at, word.len(), *number)));
        }
        found
    }
}

fn place(ch: char) -> (usize, u64) {
    let low = ch as usize & 0xfff;
    (low >> 6, 1 << (low & 63))
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
        let words = Words::new(vec![("帐户".into(), 1), ("帐".into(), 2), ("其它".into(), 3)]);
        assert_eq!(words.find_in("其它帐户帐"), [(0, 6, 3), (6, 6, 1), (12, 3, 2)]);
        assert!(is_covered("发布署名文章", 3, 6, &["发布署"]));
        assert!(!is_covered("工作布署", 6, 6, &["发布署"]));
    }
}
