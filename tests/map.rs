//! The map in `ARCHITECTURE.md` names every module, and what it names is there.
#![allow(clippy::expect_used, reason = "these are tests")]

use std::collections::HashSet;
use std::path::Path;

/// The folders of which each module has a place in the map; a rule's is told by the table of rules.
const FOLDERS: [&str; 10] = [
    "src",
    "src/claims",
    "src/claims/rate",
    "src/command",
    "src/document",
    "src/facts",
    "src/output",
    "src/profile",
    "src/source",
    "src/wording",
];

/// The part of the document that is the map.
fn map() -> &'static str {
    let text = include_str!("../ARCHITECTURE.md");
    let map = text.split("## By folder").nth(1).expect("the map");
    map.split("\n## ").next().expect("its text")
}

/// What stands between backticks in it.
fn quoted() -> impl Iterator<Item = &'static str> {
    map().split('`').skip(1).step_by(2)
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn every_module_has_a_place() {
    let is_sign = |ch: char| !ch.is_ascii_alphanumeric() && ch != '_';
    let named: HashSet<&str> = quoted().flat_map(|name| name.split(is_sign)).collect();
    for folder in FOLDERS {
        let entries = std::fs::read_dir(root().join(folder)).expect("the folder");
        for path in entries.map(|entry| entry.expect("its entry").path()) {
            let name = path.file_stem().and_then(|name| name.to_str()).expect("a name");
            let is_module = path.is_dir() || path.extension().is_some_and(|end| end == "rs");
            if is_module && !matches!(name, "mod" | "lib" | "tests") {
                assert!(named.contains(name), "ARCHITECTURE.md has no place for {folder}/{name}");
            }
        }
    }
}

#[test]
fn every_path_leads_somewhere() {
    for path in quoted().filter(|path| path.ends_with('/') || path.starts_with("src/")) {
        let mut folders = [""].iter().chain(&FOLDERS);
        let is_there = folders.any(|folder| root().join(folder).join(path).exists());
        assert!(is_there, "ARCHITECTURE.md names {path}, which is not there");
    }
}
