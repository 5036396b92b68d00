//! The same figures in every order that a report may tell them in: `tests/arrangements/`. Each table has things, orders of their
//! figures, and how one of them is made wrong; what is right holds in every order, what is wrong is found.
#![allow(clippy::panic, reason = "these are tests")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use hegao::review::{Review, Severity, Status};
use hegao::{Lang, profile};

/// The values of one thing by their names.
type Thing = BTreeMap<String, String>;

#[derive(Default)]
struct Table {
    things: Vec<Thing>,
    /// The name of a value, and of the wrong one that takes its place.
    wrong: Vec<(String, String)>,
    orders: Vec<String>,
}

fn table(text: &str) -> Table {
    let mut table = Table::default();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let (key, rest) = line.split_once(": ").unwrap_or_else(|| panic!("no key: {line}"));
        let pair = |pair: &str| {
            let (name, value) = pair.split_once('=').unwrap_or_else(|| panic!("no value: {pair}"));
            (name.to_owned(), value.to_owned())
        };
        match key {
            "thing" => table.things.push(rest.split('|').map(pair).collect()),
            "wrong" => table.wrong.push(pair(rest)),
            "order" => table.orders.push(rest.to_owned()),
            _ => panic!("no such key: {line}"),
        }
    }
    table
}

/// `order` with the values of `thing` at their places.
fn filled(order: &str, thing: &Thing) -> String {
    thing.iter().fold(order.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
}

fn reviewed(text: &str) -> Review {
    hegao::check(text, profile::for_text(text), Lang::Zh)
}

fn is_flagged(review: &Review) -> bool {
    review.findings.iter().any(|finding| finding.severity != Severity::Hint)
}

#[test]
fn every_order_is_understood() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/arrangements");
    let mut paths: Vec<_> =
        std::fs::read_dir(&folder).expect("the folder").flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let (mut complaints, mut texts) = (String::new(), 0);
    for path in paths {
        let table = table(&std::fs::read_to_string(&path).expect("a table"));
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        assert!(!table.things.is_empty() && !table.wrong.is_empty(), "{name}: nothing to be wrong");
        for (order, thing) in
            table.orders.iter().flat_map(|order| table.things.iter().map(move |thing| (order, thing)))
        {
            let right = filled(order, thing);
            let review = reviewed(&right);
            if is_flagged(&review) || !review.claims.iter().any(|claim| claim.status == Status::Holds) {
                let _ = writeln!(complaints, "{name}: right, and not understood: {right}");
            }
            texts += 1;
            for (value, other) in
                table.wrong.iter().filter(|(value, _)| order.contains(&format!("{{{value}}}")))
            {
                let mut altered = thing.clone();
                altered.insert(value.clone(), thing[other].clone());
                let wrong = filled(order, &altered);
                if !is_flagged(&reviewed(&wrong)) {
                    let _ = writeln!(complaints, "{name}: wrong, and not found: {wrong}");
                }
                texts += 1;
            }
        }
    }
    assert!(complaints.is_empty(), "of {texts} texts:\n{complaints}");
}
