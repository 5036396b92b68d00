//! An automaton for patterns that were compiled ahead, worked out as far as the texts ask for it.
//!
//! Takes a table of states from `tests/prepared.rs`, then texts; gives where a match ends. A text is read byte by
//! byte: the states that are alive at one byte form a set, and where a set goes at which byte is kept.
//!
//! *Invariant:* of several matches the one that the `regex` crate would give; the work is linear in the text, and at
//! most [`MOST_SETS`] sets are kept, whatever the text.

use std::slice::Iter;

use crate::numbers::Numbers;

/// With so many sets everything that was worked out is given up; a report makes a few hundred.
const MOST_SETS: usize = 2048;

/// The set of no state, from which nothing matches any more.
const DEAD: u16 = 0;

/// Says that a step has not been worked out.
const UNKNOWN: u16 = u16::MAX;

/// The states of the patterns.
pub(super) struct Automaton {
    states: Vec<State>,
    anchored: u16,
    unanchored: u16,
    /// Bytes of one class lead to the same states everywhere.
    classes: [u8; 256],
    /// One more than the last class.
    width: usize,
}

enum State {
    /// On to the next state at a byte between the first two.
    Steps(Vec<(u8, u8, u16)>),
    /// The first of them is to be preferred.
    Either(Vec<u16>),
    /// Only where the text begins.
    Start(u16),
    /// Only where the text ends.
    End(u16),
    Match,
    Fail,
}

/// Where a search begins and how far it goes.
#[derive(Clone, Copy)]
pub(super) struct Search {
    /// The first byte.
    pub from: usize,
    /// Whether the match must begin there.
    pub anchored: bool,
    /// Whether any match will do, not only the one to be preferred.
    pub earliest: bool,
}

/// What searches have worked out so far.
#[derive(Default)]
pub(super) struct Worked {
    /// The sets by their names: of every state a character.
    numbers: Numbers<'static>,
    sets: Vec<Set>,
    /// The sets that searches begin with.
    firsts: [Option<u16>; 4],
    /// For each set and each class the next set.
    steps: Vec<u16>,
}

struct Set {
    /// The states in order of preference.
    name: String,
    matches: bool,
    matches_at_end: bool,
}

impl Automaton {
    /// The automaton of `table`, if it is whole.
    pub fn read(table: &[u8]) -> Option<Self> {
        let mut bytes = Bytes(table.iter());
        let (anchored, unanchored) = (bytes.state(0)?, bytes.state(0)?);
        let mut states = Vec::new();
        while let Some(kind) = bytes.one() {
            let at = states.len();
            states.push(match kind {
                b'r' => State::Steps(vec![bytes.step(at)?]),
                b's' => State::Steps((0..bytes.one()?).map(|_| bytes.step(at)).collect::<Option<_>>()?),
                b'u' => State::Either((0..bytes.one()?).map(|_| bytes.state(at)).collect::<Option<_>>()?),
                b'^' => State::Start(bytes.state(at)?),
                b'$' => State::End(bytes.state(at)?),
                b'm' => State::Match,
                b'f' => State::Fail,
                _ => return None,
            });
        }
        let (classes, width) = classes(&states);
        Some(Self { states, anchored, unanchored, classes, width })
    }

    /// Where in `text` the match ends that `search` finds.
    pub fn end(&self, worked: &mut Worked, text: &str, search: Search) -> Option<usize> {
        let mut set = self.first(worked, search);
        let mut found = worked.matches(set).then_some(search.from);
        for (at, byte) in text.bytes().enumerate().skip(search.from) {
            if set == DEAD || search.earliest && found.is_some() {
                return found;
            }
            set = self.step(worked, set, byte);
            if worked.matches(set) {
                found = Some(at + 1);
            }
        }
        let ends = worked.sets.get(usize::from(set)).is_some_and(|set| set.matches_at_end);
        if ends { Some(text.len()) } else { found }
    }

    /// The set that `search` begins with.
    fn first(&self, worked: &mut Worked, search: Search) -> u16 {
        let place = usize::from(search.anchored) * 2 + usize::from(search.from == 0);
        if let Some(Some(known)) = worked.firsts.get(place) {
            return *known;
        }
        let first = if search.anchored { self.anchored } else { self.unanchored };
        let set = self.number(worked, self.reached(&[first], search.from == 0, false));
        if let Some(known) = worked.firsts.get_mut(place) {
            *known = Some(set);
        }
        set
    }

    /// Where `set` goes at `byte`.
    fn step(&self, worked: &mut Worked, set: u16, byte: u8) -> u16 {
        let class = self.classes.get(usize::from(byte)).copied().unwrap_or(0);
        let place = usize::from(set) * self.width + usize::from(class);
        match worked.steps.get(place) {
            Some(&known) if known != UNKNOWN => known,
            _ => self.work_out(worked, set, byte, place),
        }
    }

    #[cold]
    fn work_out(&self, worked: &mut Worked, set: u16, byte: u8, place: usize) -> u16 {
        let mut next = Vec::new();
        for state in worked.sets.get(usize::from(set)).map_or("", |set| &set.name).chars() {
            if let Some(State::Steps(steps)) = self.states.get(state as usize) {
                let fitting = steps.iter().find(|(low, high, _)| (*low..=*high).contains(&byte));
                next.extend(fitting.map(|(.., state)| *state));
            }
        }
        let name = self.reached(&next, false, false);
        if worked.sets.len() >= MOST_SETS {
            *worked = Worked::default();
            return self.number(worked, name);
        }
        let next = self.number(worked, name);
        if let Some(step) = worked.steps.get_mut(place) {
            *step = next;
        }
        next
    }

    /// The states in which `from` and what follows them without a byte wait for one, or end in a match; what is
    /// less to be preferred than a match is left out.
    fn reached(&self, from: &[u16], at_start: bool, at_end: bool) -> String {
        let (mut seen, mut name) = (vec![false; self.states.len()], String::new());
        let mut waiting: Vec<u16> = from.iter().rev().copied().collect();
        while let Some(state) = waiting.pop() {
            let place = usize::from(state);
            let (Some(what), Some(seen)) = (self.states.get(place), seen.get_mut(place)) else { continue };
            if std::mem::replace(seen, true) {
                continue;
            }
            match what {
                State::Either(states) => waiting.extend(states.iter().rev()),
                State::Start(next) if at_start => waiting.push(*next),
                State::End(next) if at_end => waiting.push(*next),
                State::Start(_) | State::Fail => {}
                State::Steps(_) | State::End(_) => name.extend(char::from_u32(u32::from(state))),
                State::Match => {
                    name.extend(char::from_u32(u32::from(state)));
                    break;
                }
            }
        }
        name
    }

    /// The number of the set of this name, which may be new.
    fn number(&self, worked: &mut Worked, name: String) -> u16 {
        if worked.sets.is_empty() && !name.is_empty() {
            self.number(worked, String::new());
        }
        let number = worked.numbers.of(name.clone().into());
        if number == worked.sets.len() {
            let states: Vec<u16> =
                name.chars().filter_map(|state| u16::try_from(u32::from(state)).ok()).collect();
            let (matches, matches_at_end) =
                (self.has_match(&name), self.has_match(&self.reached(&states, false, true)));
            worked.sets.push(Set { name, matches, matches_at_end });
            worked.steps.resize(worked.sets.len() * self.width, UNKNOWN);
        }
        u16::try_from(number).unwrap_or(DEAD)
    }

    fn has_match(&self, name: &str) -> bool {
        let last = name.chars().next_back().and_then(|state| self.states.get(state as usize));
        matches!(last, Some(State::Match))
    }
}

impl Worked {
    fn matches(&self, set: u16) -> bool {
        self.sets.get(usize::from(set)).is_some_and(|set| set.matches)
    }
}

/// The class of every byte, and how many classes there are.
fn classes(states: &[State]) -> ([u8; 256], usize) {
    let mut begins = [false; 256];
    for state in states {
        let State::Steps(steps) = state else { continue };
        for (low, high, _) in steps {
            for first in [Some(*low), high.checked_add(1)].into_iter().flatten() {
                if let Some(begin) = begins.get_mut(usize::from(first)) {
                    *begin = true;
                }
            }
        }
    }
    let (mut classes, mut class) = ([0; 256], 0_u8);
    for (place, begins) in classes.iter_mut().zip(begins).skip(1) {
        class += u8::from(begins);
        *place = class;
    }
    (classes, usize::from(class) + 1)
}

/// The bytes of a table: one letter for the kind of a state, then what belongs to it; other states are
/// named by how far away they stand, so that what is alike looks alike.
struct Bytes<'t>(Iter<'t, u8>);

impl Bytes<'_> {
    fn one(&mut self) -> Option<u8> {
        self.0.next().copied()
    }

    fn state(&mut self, at: usize) -> Option<u16> {
        let away = i16::from_le_bytes([self.one()?, self.one()?]);
        u16::try_from(at.checked_add_signed(isize::from(away))?).ok()
    }

    fn step(&mut self, at: usize) -> Option<(u8, u8, u16)> {
        Some((self.one()?, self.one()?, self.state(at)?))
    }
}
