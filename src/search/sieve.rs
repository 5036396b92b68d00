//! Lists of fixed words that the compiler prepares, so that most texts are told apart from all of them by two bytes.
//!
//! *Invariant:* a sieve lets through every word that it was made of; what it keeps back is certain.

use super::{beginning, ending, stands_at, width};

/// Fixed words of which the compiler already knows how they begin: one look at the text tells mostly that none
/// of them stands there.
pub(crate) struct Words<'w> {
    list: &'w [&'w str],
    starts: Sieve,
}

impl<'w> Words<'w> {
    /// The words of `list`, to be asked for again and again.
    pub const fn of(list: &'w [&'w str]) -> Self {
        let (mut starts, mut rest) = (Sieve::none(), list);
        while let [word, others @ ..] = rest {
            starts = starts.with(first_bytes(word.as_bytes()));
            rest = others;
        }
        Self { list, starts }
    }

    /// The first of them with which `text` begins.
    pub fn beginning(&self, text: &str) -> Option<&'w str> {
        if self.starts.may_hold(first_bytes(text.as_bytes())) { beginning(text, self.list) } else { None }
    }

    /// Whether one of them stands in `text`.
    pub fn stand_in(&self, text: &str) -> bool {
        self.first_in(text).is_some()
    }

    /// Where the first of them stands in `text`, and which it is; of several at one place the first in the list.
    pub fn first_in(&self, text: &str) -> Option<(usize, &'w str)> {
        let bytes = text.as_bytes();
        let mut next = 0;
        while let Some(&lead) = bytes.get(next) {
            let at = next;
            next += width(lead);
            let before = if next - at > 1 { bytes.get(next - 2).copied().unwrap_or(0) } else { 0 };
            let last = bytes.get(next - 1).copied().unwrap_or(0);
            if self.starts.may_hold(Some((before, last)))
                && let Some(word) = self.list.iter().find(|word| stands_at(text, at, word))
            {
                return Some((at, word));
            }
        }
        None
    }
}

/// The same of words with which a text may end.
pub(crate) struct Endings<'w> {
    list: &'w [&'w str],
    ends: Sieve,
}

impl<'w> Endings<'w> {
    /// The words of `list`, to be asked for again and again.
    pub const fn of(list: &'w [&'w str]) -> Self {
        let (mut ends, mut rest) = (Sieve::none(), list);
        while let [word, others @ ..] = rest {
            ends = ends.with(last_bytes(word.as_bytes()));
            rest = others;
        }
        Self { list, ends }
    }

    /// The first of them with which `text` ends.
    pub fn ending(&self, text: &str) -> Option<&'w str> {
        if self.ends.may_hold(last_bytes(text.as_bytes())) { ending(text, self.list) } else { None }
    }
}

/// The last two bytes of a character, by which characters are told apart.
pub(crate) type Tail = Option<(u8, u8)>;

/// Those of the first character.
#[inline]
pub(crate) const fn first_bytes(text: &[u8]) -> Tail {
    match text {
        [byte @ 0..0xc0, ..] => Some((0, *byte)),
        [before @ 0xc0..0xe0, last, ..]
        | [0xe0..0xf0, before, last, ..]
        | [0xf0..=0xff, _, before, last, ..] => Some((*before, *last)),
        _ => None,
    }
}

/// Those of the last character.
#[inline]
const fn last_bytes(text: &[u8]) -> Tail {
    match text {
        [.., byte @ 0..0x80] => Some((0, *byte)),
        [.., before, last] => Some((*before, *last)),
        _ => None,
    }
}

/// A set of characters that lets through all of them and few others.
pub(crate) struct Sieve([u64; 8]);

impl Sieve {
    /// The set of nothing.
    pub const fn none() -> Self {
        Self([0; 8])
    }

    /// The set with the character that ends in `tail`.
    #[expect(clippy::indexing_slicing, reason = "worked out by the compiler, which would refuse a bad index")]
    pub const fn with(mut self, tail: Tail) -> Self {
        if let Some((before, last)) = tail {
            self.0[(before & 7) as usize] |= 1 << (last & 63);
        }
        self
    }

    /// Whether the character that ends in `tail` may be in the set; `false` is certain.
    #[inline]
    pub fn may_hold(&self, tail: Tail) -> bool {
        let Some((before, last)) = tail else { return false };
        self.0.get(usize::from(before & 7)).is_some_and(|bits| bits >> (last & 63) & 1 == 1)
    }
}
