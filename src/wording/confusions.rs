//! Words written for others of like sound or shape.
//!
//! They are data, in `confusions.txt`.
//!
//! *Invariant:* each wrong word stands once in the list.

use std::sync::OnceLock;

use super::Word;

/// A wrong word, the right one, and longer phrases in which the first is no mistake.
pub struct Confusion {
    /// What is written.
    pub wrong: &'static str,
    /// What should be.
    pub right: &'static str,
    /// Phrases that hold the wrong word rightly.
    pub exceptions: Vec<&'static str>,
}

/// The confusions, by the number of [`Found::entry`](super::Found::entry).
pub fn confusions() -> &'static [Confusion] {
    static CONFUSIONS: OnceLock<Vec<Confusion>> = OnceLock::new();
    CONFUSIONS.get_or_init(|| {
        let lines = include_str!("confusions.txt").lines().filter(|line| !line.starts_with('#'));
        let confusion = |line: &'static str| {
            let mut words = line.split_whitespace();
            let (wrong, right) = (words.next()?, words.next()?);
            Some(Confusion { wrong, right, exceptions: words.collect() })
        };
        lines.filter_map(confusion).collect()
    })
}

/// The wrong words, each with the number of its confusion.
pub(super) fn words() -> Vec<Word> {
    confusions().iter().enumerate().map(|(number, one)| (one.wrong.into(), number)).collect()
}
