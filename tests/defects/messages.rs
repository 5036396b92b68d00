//! Every message as a clerk reads it, in both languages, kept for comparison.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use hegao::review::{Finding, Safety};

use hegao::Lang;
use hegao::rules::RULES;

use crate::{CHECKED, findings};

#[test]
fn messages_are_as_agreed() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/defects/messages.golden.txt");
    let kept = fs::read_to_string(&path).unwrap_or_default();
    let made = messages();
    if made == kept {
        return;
    }
    if std::env::var_os("HEGAO_BLESS").is_some() {
        fs::write(&path, made).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        return;
    }
    let changed = made.lines().zip(kept.lines()).find(|(made, kept)| made != kept);
    let (made, kept) = changed.unwrap_or(("", "the number of lines"));
    panic!(
        "messages differ, first here:\n  now: {made}\n was: {kept}\nread them and run HEGAO_BLESS=1 cargo test --test defects"
    );
}

fn messages() -> String {
    let mut out = String::from(
        "# What is said of each plant: message and fixes (! may be applied unseen). Made by tests/defects/messages.rs.\n",
    );
    for checked in CHECKED.iter() {
        write!(out, "\n{}\n", checked.plant.name()).ok();
        for (zh, en) in checked.zh.iter().zip(&checked.en) {
            writeln!(
                out,
                "  {} {} {}",
                zh.rule,
                zh.severity.name(),
                zh.quote.as_deref().unwrap_or("-").replace('\n', "⏎")
            )
            .ok();
            write!(out, "    {}\n    {}\n", zh.message, en.message).ok();
            for (zh, en) in zh.fixes.iter().zip(&en.fixes) {
                let sign = if zh.safety == Safety::Safe { '!' } else { '?' };
                writeln!(out, "    {sign} {} / {}", zh.title, en.title).ok();
            }
        }
    }
    out
}

/// Both languages say the same of the same places, in whole sentences: of each plant, and of each
/// sample on the pages of the rules.
#[test]
fn languages_agree_and_sentences_end() {
    for checked in CHECKED.iter() {
        assert_alike(&checked.zh, &checked.en, &checked.plant.name());
    }
    let pages = RULES.iter().flat_map(|rule| rule.page.zh.split("```报告\n").skip(1));
    for sample in pages.filter_map(|part| Some(part.split_once("```")?.0)) {
        assert_alike(&findings(sample, Lang::Zh), &findings(sample, Lang::En), sample);
    }
}

fn assert_alike(zh: &[Finding], en: &[Finding], name: &str) {
    let facts =
        |one: &Finding| (one.id.clone(), one.rule, one.severity, one.range, one.fixes.len(), one.occurrences);
    let of = |findings: &[Finding]| findings.iter().map(facts).collect::<Vec<_>>();
    assert_eq!(of(zh), of(en), "{name}");
    for (one, end) in zh.iter().map(|one| (one, '。')).chain(en.iter().map(|one| (one, '.'))) {
        let quote = one.quote.as_deref().unwrap_or("");
        let own = one.message.replace(quote, "");
        assert!(one.message.ends_with(end) && !own.contains(['"', '\n']), "{}: {}", one.rule, one.message);
        for title in one.fixes.iter().map(|fix| &fix.title) {
            assert!(!title.is_empty() && !title.ends_with(['。', '.']), "{title}");
        }
    }
}
