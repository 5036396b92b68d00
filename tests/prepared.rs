//! The built-in profiles stand in the program with their patterns compiled ahead (`src/profile/prepared.rs`).
//!
//! `HEGAO_BLESS=1 cargo test --test prepared` makes `profiles/prepared/*.in` anew from `profiles/*.json`.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "these are tests")]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use hegao::Profile;
use regex_automata::nfa::thompson::{Config, NFA, State, Transition, WhichCaptures};
use regex_automata::util::look::Look;
use regex_automata::util::primitives::StateID;
use serde_json::Value;

const PROFILES: [&str; 1] = ["rule-of-law"];

#[test]
fn are_what_their_json_says() {
    for id in PROFILES {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("profiles");
        let json = fs::read_to_string(folder.join(id).with_extension("json")).expect("the profile");
        Profile::parse(&json).unwrap_or_else(|error| panic!("{id}: {error}"));
        let made = profile(&serde_json::from_str(&json).expect("JSON"));
        let path = folder.join("prepared").join(id).with_extension("in");
        if std::env::var_os("HEGAO_BLESS").is_some() {
            fs::write(&path, made).expect("the file can be written");
        } else if fs::read_to_string(&path).expect("the prepared profile") != made {
            panic!("{} is not of its JSON: run HEGAO_BLESS=1 cargo test --test prepared", path.display());
        }
    }
}

/// A profile as the expression that `src/profile/built_in.rs` includes.
fn profile(json: &Value) -> String {
    let mut out = String::from("// Made by tests/prepared.rs.\nBuiltIn {\n");
    let _ = writeln!(out, "    id: {},\n    title: {},", json["id"], names(&json["title"]));
    let _ = writeln!(
        out,
        "    title_pattern: {},\n    sections: &[",
        table(std::slice::from_ref(&json["titlePattern"]))
    );
    for section in list(&json["sections"]) {
        let patterns = |name: &str| table(list(&section[name]));
        let is = |name: &str| section[name].as_bool().unwrap_or(false);
        let year = match section["year"].as_str() {
            None => "None",
            Some("report") => "Some(SectionYear::Report)",
            Some("next") => "Some(SectionYear::Next)",
            Some(other) => panic!("the year {other}"),
        };
        let mentions = list(&section["mentions"]).iter().filter_map(Value::as_str);
        assert!(
            mentions.clone().all(|one| !one.contains(['*', '+'])),
            "mentions are sought from many places"
        );
        let fields = [
            ("id", section["id"].to_string()),
            ("title", names(&section["title"])),
            ("required", is("required").to_string()),
            ("year", year.to_owned()),
            ("headings", patterns("headings")),
            ("except_headings", patterns("exceptHeadings")),
            ("mentions", patterns("mentions")),
            ("mention_suffices", is("mentionSuffices").to_string()),
            ("any_place", is("anyPlace").to_string()),
            ("accepts_thematic_headings", is("acceptsThematicHeadings").to_string()),
            ("cause_words", format!("&{}", Value::from(list(&section["causeWords"])))),
            ("min_characters", section["minCharacters"].as_u64().unwrap_or(0).to_string()),
        ];
        out.push_str("        BuiltInSection {\n");
        for (name, value) in fields {
            let _ = writeln!(out, "            {name}: {value},");
        }
        out.push_str("        },\n");
    }
    out.push_str("    ],\n    deadlines: &[\n");
    for deadline in list(&json["deadlines"]) {
        let (month, day) = (&deadline["month"], &deadline["day"]);
        let (what, basis) = (names(&deadline["what"]), names(&deadline["basis"]));
        let departments_only = deadline["departmentsOnly"].as_bool().unwrap_or(false);
        let _ = writeln!(
            out,
            "        BuiltInDeadline {{ month: {month}, day: {day}, what: {what}, basis: {basis}, departments_only: {departments_only} }},"
        );
    }
    let severity = json["rules"]["severity"].as_object().into_iter().flatten();
    assert_eq!(severity.count(), 0, "no built-in profile weighs rules anew");
    let _ = writeln!(
        out,
        "    ],\n    off: &{},\n    severity: &[],\n}}",
        Value::from(list(&json["rules"]["off"]))
    );
    out
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn names(value: &Value) -> String {
    format!("({}, {})", value["zh"], value["en"])
}

/// The automaton of `patterns`, as `src/profile/prepared.rs` reads it.
fn table(patterns: &[Value]) -> String {
    if patterns.is_empty() {
        return "b\"\"".to_owned();
    }
    let patterns = patterns.iter().map(|pattern| format!("(?:{})", pattern.as_str().expect("a pattern")));
    let config = Config::new().which_captures(WhichCaptures::None);
    let pattern = patterns.collect::<Vec<_>>().join("|");
    let nfa = NFA::compiler().configure(config).build(&pattern).expect("a pattern that compiles");
    assert!(!nfa.has_empty(), "a match of nothing might stand within a character");
    let mut bytes = Bytes(Vec::new());
    bytes.state(0, nfa.start_anchored());
    bytes.state(0, nfa.start_unanchored());
    for (at, state) in nfa.states().iter().enumerate() {
        match state {
            State::ByteRange { trans } => {
                bytes.one(b'r');
                bytes.transition(at, trans);
            }
            State::Sparse(sparse) => {
                bytes.counted(b's', sparse.transitions.len());
                sparse.transitions.iter().for_each(|transition| bytes.transition(at, transition));
            }
            State::Union { alternates } => {
                bytes.counted(b'u', alternates.len());
                alternates.iter().for_each(|&state| bytes.state(at, state));
            }
            State::BinaryUnion { alt1, alt2 } => {
                bytes.counted(b'u', 2);
                bytes.state(at, *alt1);
                bytes.state(at, *alt2);
            }
            State::Look { look: Look::Start, next } => {
                bytes.one(b'^');
                bytes.state(at, *next);
            }
            State::Look { look: Look::End, next } => {
                bytes.one(b'$');
                bytes.state(at, *next);
            }
            State::Match { .. } => bytes.one(b'm'),
            State::Fail => bytes.one(b'f'),
            other => panic!("no letter stands for {other:?}"),
        }
    }
    let letters: Vec<u8> = bytes.0.into_iter().flat_map(std::ascii::escape_default).collect();
    format!("b\"{}\"", String::from_utf8(letters).expect("ASCII"))
}

struct Bytes(Vec<u8>);

impl Bytes {
    fn one(&mut self, byte: u8) {
        self.0.push(byte);
    }

    fn counted(&mut self, letter: u8, count: usize) {
        self.one(letter);
        self.one(u8::try_from(count).expect("at most 255"));
    }

    fn state(&mut self, at: usize, state: StateID) {
        let away = state.as_i32() - i32::try_from(at).expect("a small number");
        self.0.extend(i16::try_from(away).expect("a state nearby").to_le_bytes());
    }

    fn transition(&mut self, at: usize, transition: &Transition) {
        self.one(transition.start);
        self.one(transition.end);
        self.state(at, transition.next);
    }
}
