//! Numbers for names: the first name gets 0, every new one the next.
//!
//! Takes names, gives the number that goes with each; what is known of a name then stands in a plain list. One
//! kind of map serves everybody: each further kind would be kilobytes of code.
//!
//! *Invariant:* the same name has the same number, another name another.

use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::{BuildHasher, Hasher, RandomState};

/// Names with their numbers.
#[derive(Debug, Default)]
pub(crate) struct Numbers<'n>(HashMap<Cow<'n, str>, usize, Seed>);

/// Where the hashes of one map begin: nobody who writes a text knows which of its words fall together.
#[derive(Debug)]
struct Seed(u64);

impl Default for Seed {
    fn default() -> Self {
        Self(RandomState::new().hash_one(0))
    }
}

impl BuildHasher for Seed {
    type Hasher = Mixer;

    fn build_hasher(&self) -> Mixer {
        Mixer(self.0)
    }
}

/// A hash of a few steps for every eight bytes; the library's own takes several times as long for a name.
struct Mixer(u64);

impl Mixer {
    fn mix(&mut self, word: u64) {
        let product = (self.0 ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 = product ^ product >> 32;
    }
}

impl Hasher for Mixer {
    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks();
        words.iter().for_each(|word| self.mix(u64::from_le_bytes(*word)));
        let last = rest.iter().fold(rest.len() as u64, |last, byte| last << 8 | u64::from(*byte));
        self.mix(last);
    }

    fn write_u8(&mut self, byte: u8) {
        self.0 ^= u64::from(byte);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

impl<'n> Numbers<'n> {
    /// The number of `name`, which may be new.
    pub fn of(&mut self, name: Cow<'n, str>) -> usize {
        let next = self.0.len();
        *self.0.entry(name).or_insert(next)
    }

    /// The number of `name`, if it has one.
    pub fn get(&self, name: &str) -> Option<usize> {
        self.0.get(name).copied()
    }
}

/// A list for every name.
#[derive(Debug)]
pub(crate) struct Groups<'n, T> {
    numbers: Numbers<'n>,
    groups: Vec<Vec<T>>,
}

impl<T> Default for Groups<'_, T> {
    fn default() -> Self {
        Self { numbers: Numbers::default(), groups: Vec::new() }
    }
}

impl<'n, T> Groups<'n, T> {
    /// Adds `item` to those of `name`.
    pub fn add(&mut self, name: Cow<'n, str>, item: T) {
        let number = self.numbers.of(name);
        match self.groups.get_mut(number) {
            Some(group) => group.push(item),
            None => self.groups.push(vec![item]),
        }
    }

    /// The items of `name`.
    pub fn get(&self, name: &str) -> &[T] {
        self.numbers.get(name).and_then(|number| self.groups.get(number)).map_or(&[], Vec::as_slice)
    }

    /// The items of every name, in the order in which the names came.
    pub fn all(&self) -> &[Vec<T>] {
        &self.groups
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_names_apart() {
        let mut groups = Groups::default();
        for (name, item) in [("甲", 1), ("乙", 2), ("甲", 3)] {
            groups.add(Cow::Borrowed(name), item);
        }
        assert_eq!(groups.all(), [vec![1, 3], vec![2]]);
        assert_eq!(groups.get("乙"), [2]);
        assert_eq!(groups.get("丙"), [0; 0]);
    }
}
