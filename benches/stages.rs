//! How long each stage of the road takes, and the whole, on one report and on an archive.
//!
//! Run by `cargo xtask bench`; `cargo bench --profile measure --bench stages` runs it alone. `scan` is the ruler: one plain
//! pass over the same text that decodes every character.

use std::hint::black_box;

use divan::Bencher;
use divan::counter::BytesCount;
use hegao::claims;
use hegao::document::Document;
use hegao::draft::Draft;
use hegao::facts::Facts;
use hegao::profile::{self, Openings};
use hegao::rules;
use hegao::source::Source;
use hegao::wording::Wording;
use hegao::{Lang, check};

/// One report, 1 MB of it, 10 MB of it.
const SIZES: [usize; 3] = [0, 1_000_000, 10_000_000];

fn main() {
    divan::main();
}

/// An invented report, or as many of them behind each other as make `size` bytes.
fn text(size: usize) -> String {
    let report = include_str!("../tests/reports/yunshan-health-2023-pdf.txt");
    report.repeat((size / report.len()).max(1))
}

fn each_size(bencher: Bencher<'_, '_>, size: usize, run: impl Fn(&str) + Sync) {
    let text = text(size);
    bencher.counter(BytesCount::of_str(&text)).bench(|| run(black_box(&text)));
}

#[divan::bench(args = SIZES)]
fn scan(bencher: Bencher<'_, '_>, size: usize) {
    each_size(bencher, size, |text| {
        black_box(text.chars().filter(|&ch| ch == '，').count());
    });
}

#[divan::bench(args = SIZES)]
fn whole(bencher: Bencher<'_, '_>, size: usize) {
    each_size(bencher, size, |text| drop(check(text, profile::for_text(text), Lang::Zh)));
}

#[divan::bench(args = SIZES)]
fn source(bencher: Bencher<'_, '_>, size: usize) {
    each_size(bencher, size, |text| drop(Source::new(text)));
}

#[divan::bench(args = SIZES)]
fn document(bencher: Bencher<'_, '_>, size: usize) {
    let text = text(size);
    let source = Source::new(&text);
    bencher.counter(BytesCount::of_str(&text)).bench(|| Document::read(black_box(&source)));
}

#[divan::bench(args = SIZES)]
fn facts(bencher: Bencher<'_, '_>, size: usize) {
    let text = text(size);
    let source = Source::new(&text);
    bencher.counter(BytesCount::of_str(&text)).bench(|| Facts::read(black_box(&source)));
}

#[divan::bench(args = SIZES)]
fn wording(bencher: Bencher<'_, '_>, size: usize) {
    let text = text(size);
    let source = Source::new(&text);
    bencher.counter(BytesCount::of_str(&text)).bench(|| Wording::read(black_box(&source.view.text)));
}

#[divan::bench(args = SIZES)]
fn claims(bencher: Bencher<'_, '_>, size: usize) {
    let text = text(size);
    let draft = Draft::read(&text, profile::for_text(&text), Lang::Zh);
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| claims::extract(black_box(&draft.source), &draft.document, &draft.facts));
}

#[divan::bench(args = SIZES)]
fn sections(bencher: Bencher<'_, '_>, size: usize) {
    let text = text(size);
    let draft = Draft::read(&text, profile::for_text(&text), Lang::Zh);
    bencher.counter(BytesCount::of_str(&text)).bench(|| {
        let openings = Openings::read(draft.profile, black_box(&draft.source), &draft.document);
        draft.profile.find_sections(&draft.source, &draft.document, &openings, Lang::Zh)
    });
}

#[divan::bench(args = SIZES)]
fn all_rules(bencher: Bencher<'_, '_>, size: usize) {
    let text = text(size);
    let draft = Draft::read(&text, profile::for_text(&text), Lang::Zh);
    bencher.counter(BytesCount::of_str(&text)).bench(|| rules::run(black_box(&draft)));
}

#[divan::bench(args = rules::RULES.iter().map(|rule| rule.id))]
fn rule(bencher: Bencher<'_, '_>, id: &str) {
    let text = text(0);
    let draft = Draft::read(&text, profile::for_text(&text), Lang::Zh);
    let Some(rule) = rules::find(id) else { return };
    bencher.counter(BytesCount::of_str(&text)).bench(|| {
        let mut findings = Vec::new();
        (rule.check)(black_box(&draft), &mut rules::Sink::new(rule, &mut findings));
        findings
    });
}
