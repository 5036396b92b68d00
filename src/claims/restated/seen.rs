//! The indicators that a text has named so far, and which of them a figure may be again.
//!
//! *Invariant:* of several indicators under one key the first is kept; a figure is known by the words before it
//! rather than by its object, and by more of its object rather than by less.

use std::borrow::Cow;

use super::Told;
use super::key::is_long_enough;
use crate::claims::label;
use crate::facts::Class;
use crate::numbers::Numbers;
use crate::search;

/// The most characters behind a figure that may belong to its key.
const LONGEST_OBJECT: usize = 14;

/// The fewest of them.
const SHORTEST_OBJECT: usize = 3;

/// The indicators so far.
pub struct Seen<'p, 'a> {
    /// By measure word, and for each by key.
    first: Vec<(Class, ByKey<'p, 'a>)>,
    /// For the first character of a key which second ones follow it in any: most words begin like no key,
    /// and then neither does anything that begins with them.
    beginnings: [u64; 64],
}

/// The first indicator under each key.
struct ByKey<'p, 'a> {
    keys: Numbers<'a>,
    first: Vec<Told<'p, 'a>>,
}

impl<'p, 'a> ByKey<'p, 'a> {
    fn add(&mut self, key: Cow<'a, str>, figure: Told<'p, 'a>) {
        if self.keys.of(key) == self.first.len() {
            self.first.push(figure);
        }
    }

    fn get(&self, key: &str) -> Option<&Told<'p, 'a>> {
        self.first.get(self.keys.get(key)?)
    }
}

/// An indicator that a figure may be again.
pub struct Known<'s, 'p, 'a> {
    /// Where it was told.
    pub first: &'s Told<'p, 'a>,
    /// Of how many characters the words are that say so.
    pub length: usize,
    /// Whether only the object behind the figure says so.
    pub by_object: bool,
}

impl<'p, 'a> Seen<'p, 'a> {
    /// Nothing yet.
    pub fn new() -> Self {
        Self { first: Vec::new(), beginnings: [0; 64] }
    }

    /// Keeps `figure` under `key`, unless there is one.
    pub fn add(&mut self, key: Cow<'a, str>, figure: Told<'p, 'a>) {
        let (row, second) = beginning(key.chars());
        if let Some(seconds) = self.beginnings.get_mut(row) {
            *seconds |= second;
        }
        match self.first.iter_mut().find(|(of, _)| *of == figure.class) {
            Some((_, by_key)) => by_key.add(key, figure),
            None => {
                let mut by_key = ByKey { keys: Numbers::default(), first: Vec::new() };
                by_key.add(key, figure);
                self.first.push((figure.class, by_key));
            }
        }
    }

    /// The indicator that `again` may be, known by `key`, the words before it, or with its object behind
    /// it and behind its `verb`.
    pub fn known(&self, again: &Told<'_, '_>, key: &str, verb: &str) -> Option<Known<'_, 'p, 'a>> {
        let mention = again.mention;
        let (_, by_key) = self.first.iter().find(|(of, _)| *of == again.class)?;
        let under = |words: &str, by_object| {
            let first = by_key.get(words)?;
            is_long_enough(words, mention).then(|| Known { first, length: search::length(words), by_object })
        };
        let by_words = self.may_begin(key.chars()).then(|| under(key, false)).flatten();
        by_words.or_else(|| {
            let object = label::first_characters(mention.after, LONGEST_OBJECT);
            let with_verb = !verb.is_empty() && self.may_begin(verb.chars().chain(object.chars()));
            let alone = self.may_begin(object.chars());
            if !with_verb && !alone {
                return None;
            }
            let joined = format!("{verb}{object}");
            let lengths = search::length(object).saturating_sub(SHORTEST_OBJECT - 1);
            let shorter = object.char_indices().rev().map(|(end, _)| end);
            std::iter::once(object.len()).chain(shorter).take(lengths).find_map(|end| {
                let by_both = || {
                    joined.get(..verb.len() + end).filter(|_| with_verb).and_then(|words| under(words, false))
                };
                let by_object = || object.get(..end).filter(|_| alone).and_then(|words| under(words, true));
                by_both().or_else(by_object)
            })
        })
    }

    fn may_begin(&self, words: impl Iterator<Item = char>) -> bool {
        let (row, second) = beginning(words);
        self.beginnings.get(row).is_some_and(|seconds| seconds & second != 0)
    }
}

/// The first two of `chars` as a row of the table of beginnings and a bit in it.
fn beginning(mut chars: impl Iterator<Item = char>) -> (usize, u64) {
    let mut next = || chars.next().map_or(0, |ch| ch as usize % 64);
    let row = next();
    (row, 1 << next())
}
