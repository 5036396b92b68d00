//! The tables of short texts in `tests/statements/`: what the ledger must hold, and what must not be
//! flagged. The format is described in `tests/README.md`.
#![allow(clippy::panic, reason = "these are tests")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;

use hegao::review::{Claim, Finding, Severity};
use hegao::rules::Group;
use hegao::{Lang, Review, profile};

struct Block {
    name: String,
    expectations: Vec<String>,
    text: String,
}

fn blocks(table: &str) -> Vec<Block> {
    table
        .split("\n---\n")
        .map(|block| {
            let (head, text) =
                block.split_once("\ntext:\n").unwrap_or_else(|| panic!("no text in:\n{block}"));
            let values = |key: &str| -> Vec<String> {
                head.lines()
                    .filter_map(|line| line.strip_prefix(key)?.strip_prefix(": "))
                    .map(str::to_owned)
                    .collect()
            };
            Block {
                name: values("name").concat(),
                expectations: values("expect"),
                text: text.strip_suffix('\n').unwrap_or(text).to_owned(),
            }
        })
        .collect()
}

/// A figure with 万 or 亿 multiplied out, without signs, as a plain decimal.
fn plain(value: &str, scale: &str) -> String {
    let value = value.trim_end_matches(['%', '‰']).replace(',', "");
    let places = match scale.chars().next() {
        Some('万') => 4,
        Some('亿') => 8,
        _ => 0,
    };
    let (whole, fraction) = value.split_once('.').unwrap_or((&value, ""));
    let mut digits = fraction.to_owned();
    while digits.len() < places {
        digits.push('0');
    }
    let (moved, rest) = digits.split_at(places);
    let whole = format!("{whole}{moved}");
    let whole = whole.trim_start_matches('0');
    let rest = rest.trim_end_matches('0');
    format!("{}{}{rest}", if whole.is_empty() { "0" } else { whole }, if rest.is_empty() { "" } else { "." })
}

fn claim_key(claim: &Claim) -> (String, String, Vec<String>) {
    let mut values: Vec<String> = claim
        .operands
        .iter()
        .map(|operand| plain(operand.value.trim_start_matches('-'), &operand.unit))
        .collect();
    values.sort();
    (format!("{:?}", claim.kind).to_lowercase(), format!("{:?}", claim.status).to_lowercase(), values)
}

fn expected_key(reading: &str) -> (String, String, Vec<String>) {
    let mut words = reading.split_whitespace();
    let kind = words.next().unwrap_or_default().to_owned();
    let status = words.next().unwrap_or_default().to_owned();
    let mut values: Vec<String> = words
        .map(|word| {
            let digits = word.trim_end_matches(['万', '亿']).trim_start_matches('-');
            plain(digits, word.strip_prefix('-').unwrap_or(word).strip_prefix(digits).unwrap_or(""))
        })
        .collect();
    values.sort();
    (kind, status, values)
}

/// How severe the finding may be, of which rules, and what it overlaps, if `expectation` asks for one.
fn wanted_finding(expectation: &str) -> Option<(&'static [Severity], &str, &str)> {
    let (severities, rest): (&[Severity], &str) = match expectation.split_once(' ')? {
        ("find", rest) => (&[Severity::Error, Severity::Warning], rest),
        ("warn", rest) => (&[Severity::Warning], rest),
        _ => return None,
    };
    let (rules, quote) = rest.split_once(' ').unwrap_or((rest, ""));
    Some((severities, rules, quote))
}

fn is_about_numbers(finding: &Finding) -> bool {
    hegao::rules::find(finding.rule).is_some_and(|rule| rule.group == Group::Numbers)
}

fn is_loud(finding: &Finding) -> bool {
    finding.severity != Severity::Hint
}

/// What of the block does not hold.
fn complaints(block: &Block, review: &Review) -> Vec<String> {
    let mut out = Vec::new();
    let mut keys: Vec<_> = review.claims.iter().map(claim_key).collect();
    for expectation in &block.expectations {
        if expectation == "nothing" {
            continue;
        }
        if let Some((wanted, rules, quote)) = wanted_finding(expectation) {
            let mut loud = review.findings.iter().filter(|finding| wanted.contains(&finding.severity));
            if !loud.any(|finding| answers(finding, rules, quote, &block.text)) {
                out.push(format!("not found: {rules} at {quote}"));
            }
            continue;
        }
        if let Some(kind) = expectation.strip_prefix("no ") {
            let found = keys.iter().filter(|key| key.0 == kind);
            out.extend(found.map(|key| format!("not to be claimed: {key:?}")));
            continue;
        }
        let found = expectation
            .split(" | ")
            .find_map(|reading| keys.iter().position(|key| *key == expected_key(reading)));
        match found {
            Some(at) => drop(keys.remove(at)),
            None => out.push(format!("no claim: {expectation}")),
        }
    }
    if !block.expectations.iter().any(|expectation| wanted_finding(expectation).is_some()) {
        for finding in review.findings.iter().filter(|finding| is_loud(finding) && is_about_numbers(finding))
        {
            out.push(format!("false alarm: {} {}", finding.rule, finding.message));
        }
        for key in keys.iter().filter(|key| key.1 == "broken") {
            out.push(format!("called broken: {key:?}"));
        }
    }
    out
}

fn answers(finding: &Finding, rules: &str, quote: &str, text: &str) -> bool {
    let units = |bytes: usize| text.get(..bytes).map_or(0, |before| before.encode_utf16().count() as u32);
    let overlaps = |start: u32, end: u32| {
        finding
            .range
            .into_iter()
            .chain(finding.related.iter().map(|related| related.range))
            .any(|range| range.start < end && start < range.end)
    };
    rules.split('/').any(|rule| rule == finding.rule)
        && text.match_indices(quote).any(|(at, quote)| overlaps(units(at), units(at + quote.len())))
}

/// The files of the tables, in order.
fn tables() -> Vec<PathBuf> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/statements");
    let entries = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{folder}: {error}"));
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

#[test]
fn every_statement_is_understood() {
    let mut failures = String::new();
    let mut names = BTreeMap::new();
    let mut count = 0;
    let guide = include_str!("README.md");
    for path in tables() {
        let file = path.file_name().unwrap().to_string_lossy().into_owned();
        let stem = file.trim_end_matches(".txt");
        if !guide.contains(&format!("`{stem}`")) {
            writeln!(failures, "{file}: tests/README.md does not say what it holds").unwrap();
        }
        for block in blocks(&std::fs::read_to_string(&path).unwrap()) {
            count += 1;
            if let Some(other) = names.insert(block.name.clone(), file.clone()) {
                writeln!(failures, "{file} {}: the name is taken in {other}", block.name).unwrap();
            }
            let review = hegao::check(&block.text, profile::for_text(&block.text), Lang::Zh);
            let complaints = complaints(&block, &review);
            if complaints.is_empty() {
                continue;
            }
            writeln!(failures, "\n{file} {}\n  {}", block.name, block.text.replace('\n', "⏎")).unwrap();
            for complaint in complaints {
                writeln!(failures, "  - {complaint}").unwrap();
            }
            for claim in &review.claims {
                let (kind, status, _) = claim_key(claim);
                writeln!(failures, "    {kind} {status} {}", claim.equation).unwrap();
            }
        }
    }
    let failed = failures.matches("\n\n").count() + usize::from(!failures.is_empty());
    assert!(failures.is_empty(), "{failures}\n{failed} of {count} statements are not understood");
    assert!(count >= 250, "only {count} statements");
}

/// What is right by itself stays right in a paragraph with other texts: each statement is set between two others.
#[test]
fn right_statements_stay_right_in_company() {
    const LONGEST: usize = 400;
    let read = |path: PathBuf| blocks(&std::fs::read_to_string(path).unwrap());
    let is_right =
        |block: &Block| !block.expectations.iter().any(|expectation| wanted_finding(expectation).is_some());
    let texts: Vec<String> = tables()
        .into_iter()
        // A blank behind every character is a matter of a whole line.
        .filter(|path| !path.ends_with("spaced_out.txt"))
        .flat_map(read)
        .filter(|block| {
            is_right(block) && !block.text.contains(['\n', '\t', '|']) && block.text.len() <= LONGEST
        })
        .map(|block| if block.text.ends_with('。') { block.text } else { format!("{}。", block.text) })
        .collect();
    let ring: BTreeMap<u64, &str> = texts.iter().map(|text| (place_on_ring(text), text.as_str())).collect();
    let flagged: Vec<String> = texts
        .iter()
        .filter_map(|text| {
            let ahead = neighbour(&ring, "ahead", &[text]);
            let behind = neighbour(&ring, "behind", &[ahead, text]);
            let paragraph = [ahead, text, behind].concat();
            let review = hegao::check(&paragraph, profile::for_text(&paragraph), Lang::Zh);
            // The same indicator twice with different figures is what two invented texts may well have.
            let wrong = review.findings.iter().find(|finding| {
                is_loud(finding) && is_about_numbers(finding) && finding.rule != "restated-figure"
            })?;
            Some(format!("{} {}\n  {paragraph}", wrong.rule, wrong.message))
        })
        .collect();
    assert!(texts.len() > 1000, "only {} texts", texts.len());
    let (count, all) = (flagged.len(), texts.len());
    assert!(flagged.is_empty(), "{count} of {all} paragraphs are flagged:\n{}", flagged.join("\n"));
}

/// The next text on the ring behind the place of the last of `texts`, that speaks of other things than they do. A text that is added
/// to the tables comes between two, and all others keep their neighbours.
fn neighbour<'r>(ring: &BTreeMap<u64, &'r str>, side: &str, texts: &[&str]) -> &'r str {
    let place = place_on_ring(&format!("{side}{}", texts.last().unwrap_or(&"")));
    let next = ring.range(place..).chain(ring.range(..place)).map(|(_, other)| *other);
    next.into_iter().find(|other| !texts.iter().any(|text| speak_of_one_thing(text, other))).unwrap_or("")
}

/// Whether four signs that are no digits stand in both: 执法人员总数 and 在册执法人员. Two such texts may tell two figures of one thing.
fn speak_of_one_thing(one: &str, other: &str) -> bool {
    const SHARED: usize = 4;
    let signs: Vec<(usize, char)> = one.char_indices().collect();
    signs.windows(SHARED).any(|window| {
        let [(first, _), .., (last, sign)] = window else { return false };
        let Some(words) = one.get(*first..last + sign.len_utf8()) else { return false };
        let is_word = |sign: char| sign >= '\u{4e00}' && !"一二三四五六七八九十百千万亿".contains(sign);
        words.chars().all(is_word) && other.contains(words)
    })
}

/// A number that a text always has and that tells nothing of it (FNV-1a, 64 bit).
fn place_on_ring(text: &str) -> u64 {
    text.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
