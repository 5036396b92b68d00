//! What comes in from outside has a reason in `ARCHITECTURE.md` and exactly one version.
#![allow(clippy::expect_used, reason = "these are tests")]

use serde_json::Value;

const REASONS: &str = include_str!("../ARCHITECTURE.md");
const MANIFEST: &str = include_str!("../Cargo.toml");

/// The names in the first column of the table of dependencies.
fn named() -> Vec<&'static str> {
    let table = REASONS.split("## Dependencies").nth(1).expect("the section");
    let rows = table.split("\n## ").next().expect("its text").lines().filter(|line| line.starts_with("| `"));
    let cells = rows.map(|row| row.split('|').nth(1).expect("a first column"));
    let names = cells.map(|cell| cell.split("feature").next().expect("a beginning"));
    names.flat_map(|names| names.split('`').skip(1).step_by(2)).collect()
}

/// The crates of `Cargo.toml` with what is said of their version.
fn crates() -> Vec<(&'static str, &'static str)> {
    let mut is_list = false;
    let mut crates = Vec::new();
    for line in MANIFEST.lines() {
        match line.strip_prefix('[') {
            Some(head) => is_list = head.contains("dependencies]"),
            None if is_list => crates.extend(line.split_once(" = ")),
            None => {}
        }
    }
    crates
}

/// The npm packages of the page with their versions.
fn packages() -> Vec<(String, String)> {
    let manifest = concat!(env!("CARGO_MANIFEST_DIR"), "/www/package.json");
    let manifest = std::fs::read_to_string(manifest).expect("the page's manifest");
    let manifest: Value = serde_json::from_str(&manifest).expect("JSON");
    ["dependencies", "devDependencies"]
        .into_iter()
        .filter_map(|list| manifest.get(list).and_then(Value::as_object))
        .flatten()
        .map(|(name, version)| (name.clone(), version.as_str().expect("a version").to_owned()))
        .collect()
}

#[test]
fn every_dependency_has_a_reason_and_one_version() {
    let named = named();
    let crates = crates();
    assert!(crates.len() > 10, "{crates:?}");
    for (name, version) in crates {
        assert!(named.contains(&name), "{name} has no reason in ARCHITECTURE.md");
        assert!(version.contains("\"="), "{name} {version} is not exact");
    }
    for (name, version) in packages() {
        assert!(named.contains(&name.as_str()), "{name} has no reason in ARCHITECTURE.md");
        assert!(version.starts_with(|first: char| first.is_ascii_digit()), "{name} {version} is not exact");
    }
}

#[test]
fn every_reason_is_of_a_dependency() {
    let packages = packages();
    for name in named().into_iter() {
        let is_crate = crates().iter().any(|(other, _)| *other == name);
        assert!(is_crate || packages.iter().any(|(other, _)| other == name), "{name} is not used any more");
    }
}
