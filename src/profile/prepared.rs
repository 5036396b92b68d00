//! Patterns of the built-in profiles, compiled ahead by the `regex` crate's own compiler.
//!
//! Takes a table that `tests/prepared.rs` has made of a list of patterns, gives what `regex` would find:
//! the states are those of its automaton, and its engine runs them. Only parsing and compiling are left
//! out, which would be a sixth of the page's wasm and half of what its first check waits for.
//!
//! *Invariant:* a table is read at most once, when first needed; one that is broken matches nothing (a
//! test holds each to the patterns that it was made of).

use std::ops::Range;
use std::sync::{Mutex, OnceLock, PoisonError};

use regex_automata::hybrid::dfa::{Cache, DFA};
use regex_automata::nfa::thompson::{Builder, Transition};
use regex_automata::util::look::Look;
use regex_automata::util::primitives::StateID;
use regex_automata::{Anchored, Input, MatchKind};

use super::pattern::Search;

/// Patterns of which any may match.
pub(super) struct Prepared {
    table: &'static [u8],
    automaton: OnceLock<Option<Automaton>>,
}

impl Search for Prepared {
    fn is_match(&self, text: &str) -> bool {
        self.end(&Input::new(text).earliest(true)).is_some()
    }

    fn find(&self, text: &str) -> Option<Range<usize>> {
        let end = self.end(&Input::new(text))?;
        // From most places the automaton dies within a character; that is less than its way back would take.
        let mut starts =
            text.char_indices().map(|(at, _)| at).chain([text.len()]).take_while(|&at| at <= end);
        let from = |at: usize| Input::new(text).span(at..text.len()).anchored(Anchored::Yes);
        starts.find_map(|at| Some(at..self.end(&from(at))?))
    }

    fn fault(&self) -> Option<(String, String)> {
        None
    }
}

impl Prepared {
    /// The patterns that `table` was made of.
    pub fn new(table: &'static [u8]) -> Self {
        Self { table, automaton: OnceLock::new() }
    }

    /// Where the first match ends.
    fn end(&self, input: &Input<'_>) -> Option<usize> {
        if self.table.is_empty() {
            return None;
        }
        self.automaton.get_or_init(|| Automaton::read(self.table)).as_ref()?.end(input)
    }
}

/// The automaton, and what its searches have worked out so far; one search uses one of the caches.
struct Automaton {
    dfa: DFA,
    #[expect(clippy::vec_box, reason = "taken out and put back for every search, it is large to move")]
    caches: Mutex<Vec<Box<Cache>>>,
}

impl Automaton {
    fn read(table: &[u8]) -> Option<Self> {
        let mut bytes = Bytes(table.iter());
        let (anchored, unanchored) = (bytes.state(0)?, bytes.state(0)?);
        let mut builder = Builder::new();
        builder.set_utf8(true);
        builder.start_pattern().ok()?;
        let mut at = 0;
        while let Some(kind) = bytes.one() {
            match kind {
                b'r' => builder.add_sparse(vec![bytes.transition(at)?]),
                b's' => {
                    let count = bytes.one()?;
                    builder.add_sparse((0..count).map(|_| bytes.transition(at)).collect::<Option<_>>()?)
                }
                b'u' => {
                    let count = bytes.one()?;
                    builder.add_union((0..count).map(|_| bytes.state(at)).collect::<Option<_>>()?)
                }
                b'^' => builder.add_look(bytes.state(at)?, Look::Start),
                b'$' => builder.add_look(bytes.state(at)?, Look::End),
                b'm' => builder.add_match(),
                b'f' => builder.add_fail(),
                _ => return None,
            }
            .ok()?;
            at += 1;
        }
        builder.finish_pattern(anchored).ok()?;
        let nfa = builder.build(anchored, unanchored).ok()?;
        let config = DFA::config().match_kind(MatchKind::LeftmostFirst).skip_cache_capacity_check(true);
        let dfa = DFA::builder().configure(config).build_from_nfa(nfa).ok()?;
        Some(Self { dfa, caches: Mutex::default() })
    }

    fn end(&self, input: &Input<'_>) -> Option<usize> {
        let caches = || self.caches.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = caches().pop();
        let mut cache = kept.unwrap_or_else(|| Box::new(self.dfa.create_cache()));
        let found = self.dfa.try_search_fwd(&mut cache, input);
        caches().push(cache);
        Some(found.ok()??.offset())
    }
}

/// The bytes of a table: one letter for the kind of a state, then what belongs to it; other states are
/// named by how far away they stand, so that what is alike looks alike.
struct Bytes<'t>(std::slice::Iter<'t, u8>);

impl Bytes<'_> {
    fn one(&mut self) -> Option<u8> {
        self.0.next().copied()
    }

    fn state(&mut self, at: usize) -> Option<StateID> {
        let away = i16::from_le_bytes([self.one()?, self.one()?]);
        StateID::new(at.checked_add_signed(isize::from(away))?).ok()
    }

    fn transition(&mut self, at: usize) -> Option<Transition> {
        Some(Transition { start: self.one()?, end: self.one()?, next: self.state(at)? })
    }
}
