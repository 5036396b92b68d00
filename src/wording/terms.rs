//! Fixed terms, and what is left of each when it lost one of its characters.
//!
//! The terms and what resembles them are data, in `terms.txt`.
//!
//! *Invariant:* what is itself a term, or a phrase that the list calls right, is no remainder.

use std::borrow::Cow;
use std::sync::OnceLock;

use super::Word;
use crate::numbers::Numbers;

/// A term with the phrases that are right although they look like it with a character lost.
pub struct Term {
    /// The whole term.
    pub whole: &'static str,
    /// It and the phrases that are right.
    pub right: Vec<&'static str>,
    /// Whether it is known without its first, its last character: many a remainder is cut out of another word.
    may_lose: (bool, bool),
}

/// The terms, by the number of [`Found::entry`](super::Found::entry).
pub fn terms() -> &'static [Term] {
    static TERMS: OnceLock<Vec<Term>> = OnceLock::new();
    TERMS.get_or_init(|| {
        let lines = include_str!("terms.txt").lines().filter(|line| !line.starts_with('#'));
        let term = |line: &'static str| {
            let mut words = line.split_whitespace();
            let mark = words.next()?;
            let whole = mark.trim_start_matches(['^', '$']);
            let right = std::iter::once(whole).chain(words).collect();
            Some(Term { whole, right, may_lose: (mark.starts_with('^'), mark.starts_with('$')) })
        };
        lines.filter_map(term).collect()
    })
}

/// The remainders, each with the number of its term.
pub(super) fn words() -> Vec<Word> {
    let terms = terms();
    let mut whole = Numbers::default();
    for term in terms {
        whole.of(Cow::Borrowed(term.whole));
    }
    let mut remains = Vec::new();
    for (number, term) in terms.iter().enumerate() {
        for (at, lost) in term.whole.char_indices() {
            let (head, tail) = term.whole.split_at(at);
            let tail = tail.strip_prefix(lost).unwrap_or(tail);
            if (head.is_empty() && !term.may_lose.0) || (tail.is_empty() && !term.may_lose.1) {
                continue;
            }
            let remain = format!("{head}{tail}");
            if whole.get(&remain).is_none() && !term.right.contains(&remain.as_str()) {
                remains.push((remain.into(), number));
            }
        }
    }
    remains
}
