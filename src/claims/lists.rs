//! The lists of a passage, with the list that each figure is a part of.
//!
//! *Invariant:* a figure belongs to the first list that took it; asking for it takes no search.

use super::list::List;

/// Every list of a passage, in the order in which they were found.
pub struct Lists {
    all: Vec<List>,
    /// For each figure of the passage the list that it is a part of.
    owners: Vec<Option<usize>>,
}

impl Lists {
    /// No list yet, of a passage with `figures` figures.
    pub fn new(figures: usize) -> Self {
        Self { all: Vec::new(), owners: vec![None; figures] }
    }

    /// Adds `list`.
    pub fn push(&mut self, list: List) {
        for &part in &list.parts {
            if let Some(owner) = self.owners.get_mut(part) {
                owner.get_or_insert(self.all.len());
            }
        }
        self.all.push(list);
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &List> {
        self.all.iter()
    }

    /// The list that the figure at `index` is a part of.
    pub fn of_part(&self, index: usize) -> Option<&List> {
        self.all.get((*self.owners.get(index)?)?)
    }

    /// Whether the figure at `index` is a part of a list.
    pub fn has_part(&self, index: usize) -> bool {
        self.of_part(index).is_some()
    }
}
