//! Patterns of the built-in profiles, compiled ahead by the `regex` crate's own compiler.
//!
//! Takes a table that `tests/prepared.rs` has made of a list of patterns, gives what `regex` would find:
//! the states are those of its automaton, and [`Automaton`] runs them. Parsing, compiling and an engine for every case
//! would be a fifth of the page's wasm and half of what its first check waits for.
//!
//! *Invariant:* a table is read at most once, when first needed; one that is broken matches nothing (a
//! test holds each to the patterns that it was made of).

use std::ops::Range;
use std::sync::{Mutex, OnceLock, PoisonError};

use super::automaton::{Automaton, Search, Worked};
use super::pattern;

/// Patterns of which any may match.
pub(super) struct Prepared {
    table: &'static [u8],
    automaton: OnceLock<Option<Automaton>>,
    /// What searches have worked out so far; each uses one of them.
    worked: Mutex<Vec<Worked>>,
}

impl pattern::Search for Prepared {
    fn is_match(&self, text: &str) -> bool {
        self.end(text, Search { from: 0, anchored: false, earliest: true }).is_some()
    }

    fn find(&self, text: &str) -> Option<Range<usize>> {
        let end = self.end(text, Search { from: 0, anchored: false, earliest: false })?;
        // From most places the automaton dies within a character; that is less than its way back would take.
        let mut starts =
            text.char_indices().map(|(at, _)| at).chain([text.len()]).take_while(|&at| at <= end);
        starts.find_map(|at| Some(at..self.end(text, Search { from: at, anchored: true, earliest: false })?))
    }

    fn fault(&self) -> Option<(String, String)> {
        None
    }
}

impl Prepared {
    /// The patterns that `table` was made of.
    pub fn new(table: &'static [u8]) -> Self {
        Self { table, automaton: OnceLock::new(), worked: Mutex::default() }
    }

    /// Where the match ends that `search` finds in `text`.
    fn end(&self, text: &str, search: Search) -> Option<usize> {
        if self.table.is_empty() {
            return None;
        }
        let automaton = self.automaton.get_or_init(|| Automaton::read(self.table)).as_ref()?;
        let all = || self.worked.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = all().pop();
        let mut worked = kept.unwrap_or_default();
        let end = automaton.end(&mut worked, text, search);
        all().push(worked);
        end
    }
}
