//! Statements made up at random: consistent ones must hold, and each of them, broken in one figure,
//! must be found at that statement.
//!
//! `HEGAO_SEED` repeats a run, `HEGAO_STATEMENTS` sets how many are made (10,000 of each otherwise).

#![allow(
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a generator that slips should stop the test"
)]

mod figures;
mod random;
mod repeated;
mod shares;
mod statement;
mod sums;
mod surface;
mod vocabulary;

use hegao::review::{ClaimKind, Review, Severity, Status};
use hegao::rules::Group;
use hegao::{Lang, profile};
use random::Random;
use statement::Statement;

fn check(text: &str) -> Review {
    hegao::check(text, profile::for_text(text), Lang::Zh)
}

fn from_environment(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|value| value.parse().ok()).unwrap_or(otherwise)
}

/// The alarms of the number rules, each with the values of its evidence.
fn alarms(review: &Review) -> Vec<(String, Vec<String>)> {
    review
        .findings
        .iter()
        .filter(|finding| finding.severity != Severity::Hint)
        .filter(|finding| hegao::rules::find(finding.rule).is_some_and(|rule| rule.group == Group::Numbers))
        .map(|finding| {
            let values = finding.related.iter().filter_map(|related| related.value.clone());
            (format!("{}: {}", finding.rule, finding.message), values.collect())
        })
        .collect()
}

fn ledger(review: &Review) -> String {
    review
        .claims
        .iter()
        .map(|claim| format!("\n    {:?} {:?} {}", claim.kind, claim.status, claim.equation))
        .collect()
}

/// Why the review of the consistent `text` is wrong, if it is.
fn complaint_of_consistent(statement: &Statement, text: &str) -> Option<String> {
    let review = check(text);
    let wrong = alarms(&review);
    if let Some((alarm, _)) = wrong.first() {
        return Some(format!("false alarm {alarm}{}", ledger(&review)));
    }
    if review.claims.iter().any(|claim| claim.status == Status::Broken) {
        return Some(format!("called broken{}", ledger(&review)));
    }
    let found =
        review.claims.iter().any(|claim| claim.kind == statement.kind && claim.status == Status::Holds);
    (!found).then(|| format!("no {:?} in the ledger{}", statement.kind, ledger(&review)))
}

/// Why the review of the broken `text`, in which one figure became `altered`, is wrong, if it is.
fn complaint_of_broken(statement: &Statement, text: &str, altered: &str) -> Option<String> {
    let review = check(text);
    let broken =
        review.claims.iter().any(|claim| claim.kind == statement.kind && claim.status == Status::Broken);
    let found = alarms(&review).iter().any(|(_, values)| values.iter().any(|value| value == altered));
    (!found || !broken).then(|| format!("{altered} not found{}", ledger(&review)))
}

fn run(broken: bool) {
    let seed = from_environment("HEGAO_SEED", 20_261_121);
    let count = from_environment("HEGAO_STATEMENTS", 10_000);
    let mut failures = Vec::new();
    for number in 0..count {
        let mut random = Random::new(seed.wrapping_add(number));
        let statement = Statement::make(&mut random);
        let (plain, altered) =
            if broken { statement.broken(&mut random) } else { (statement.consistent(), String::new()) };
        let text =
            if statement.kind == ClaimKind::Table { plain } else { surface::dress(&plain, &mut random) };
        let complaint = if broken {
            complaint_of_broken(&statement, &text, &altered)
        } else {
            complaint_of_consistent(&statement, &text)
        };
        if let Some(complaint) = complaint {
            failures
                .push(format!("HEGAO_SEED={} HEGAO_STATEMENTS=1\n  {text:?}\n  {complaint}", seed + number));
        }
    }
    let shown: Vec<&String> = failures.iter().take(12).collect();
    assert!(
        failures.is_empty(),
        "{} of {count} failed:\n{}",
        failures.len(),
        shown.iter().map(|s| s.as_str()).collect::<Vec<_>>().join("\n")
    );
}

#[test]
fn consistent_statements_hold() {
    run(false);
}

#[test]
fn broken_statements_are_found() {
    run(true);
}
