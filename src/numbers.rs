//! Numbers for names: the first name gets 0, every new one the next.
//!
//! Takes names, gives the number that goes with each; what is known of a name then stands in a plain list. One
//! kind of map serves everybody: each further kind would be kilobytes of code.
//!
//! *Invariant:* the same name has the same number, another name another.

use std::borrow::Cow;
use std::collections::HashMap;

/// Names with their numbers.
#[derive(Debug, Default)]
pub(crate) struct Numbers<'n>(HashMap<Cow<'n, str>, usize>);

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
