//! The page of every rule is complete, and what its samples promise is true.

use std::collections::BTreeSet;
use std::path::Path;

use hegao::review::Finding;
use hegao::rules::{RULES, Rule};
use hegao::{Lang, check, profile};

const HEADINGS: [&str; 5] = ["说明", "为什么", "应报", "不报", "依据"];
const ENGLISH_HEADINGS: [&str; 3] = ["What it checks", "Why", "Basis"];

/// The text below the heading `## name`.
fn part<'a>(page: &'a str, name: &str) -> Option<&'a str> {
    let (_, after) = page.split_once(&format!("\n## {name}\n"))?;
    Some(after.split_once("\n## ").map_or(after, |(part, _)| part))
}

/// The fenced blocks with the info string 报告.
fn samples(part: &str) -> Vec<String> {
    let mut samples = Vec::new();
    let mut sample: Option<String> = None;
    for line in part.lines() {
        match (&mut sample, line) {
            (None, "```报告") => sample = Some(String::new()),
            (Some(_), "```") => samples.extend(sample.take()),
            (Some(text), _) => {
                text.push_str(line);
                text.push('\n');
            }
            (None, _) => {}
        }
    }
    assert!(sample.is_none(), "a sample is not closed: {sample:?}");
    samples
}

/// The page bears the rule's title and has these headings, each with something below it.
fn assert_form(id: &str, page: &str, title: &str, headings: &[&str]) {
    assert_eq!(page.lines().next(), Some(format!("# {title}").as_str()), "{id}: the rule's title");
    let found: Vec<&str> = page.lines().filter_map(|line| line.strip_prefix("## ")).collect();
    assert_eq!(found, headings, "{id}");
    for heading in headings {
        let text = part(page, heading).unwrap_or("");
        assert!(!text.trim().is_empty(), "{id}: nothing below {heading}");
    }
}

/// What is left of a line without what it cites.
fn without_citations(line: &str) -> String {
    let mut cited: Option<char> = None;
    let mut left = String::new();
    for sign in line.chars() {
        match (cited, sign) {
            (None, '“') => cited = Some('”'),
            (None, '《') => cited = Some('》'),
            (Some(end), _) if sign == end => cited = None,
            (Some(_), _) => {}
            (None, _) => left.push(sign),
        }
    }
    left
}

fn findings(rule: &Rule, sample: &str) -> (Vec<Finding>, Vec<Finding>) {
    let review = check(sample, profile::for_text(sample), Lang::Zh);
    review.findings.into_iter().partition(|finding| finding.rule == rule.id)
}

fn told(findings: &[Finding]) -> String {
    let line = |finding: &Finding| format!("  {} {:?}: {}\n", finding.rule, finding.quote, finding.message);
    findings.iter().map(line).collect()
}

#[test]
fn pages_are_complete() {
    for rule in RULES {
        assert_form(rule.id, rule.page.zh, rule.title.zh, &HEADINGS);
        assert_form(rule.id, rule.page.en, rule.title.en, &ENGLISH_HEADINGS);
        let count = |heading| part(rule.page.zh, heading).map_or(0, |part| samples(part).len());
        assert!(count("应报") >= 2, "{}: two samples of 应报 at least", rule.id);
        assert!(count("不报") >= 3, "{}: three samples of 不报 at least", rule.id);
        assert!(!rule.title.en.is_empty() && rule.title.en.is_ascii(), "{}", rule.id);
    }
}

#[test]
fn english_pages_are_english() {
    for rule in RULES {
        for line in rule.page.en.lines() {
            let own = without_citations(line);
            let foreign =
                own.chars().find(|sign| matches!(sign, '\u{3000}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}'));
            assert_eq!(foreign, None, "{}: Chinese outside of quotation marks: {line}", rule.id);
        }
    }
}

#[test]
fn whole_pages_have_the_same_samples() {
    for rule in RULES {
        assert_eq!(rule.page.get(Lang::Zh), rule.page.zh);
        let page = rule.page.get(Lang::En);
        let headings = ["What it checks", "Why", "Reported", "Not reported", "Basis"];
        assert_form(rule.id, &page, rule.title.en, &headings);
        for (heading, own) in [("Reported", "应报"), ("Not reported", "不报")] {
            let shown = part(&page, heading).map(samples);
            assert_eq!(shown, part(rule.page.zh, own).map(samples), "{}: {heading}", rule.id);
        }
        for heading in ENGLISH_HEADINGS {
            let told = |page| part(page, heading).map(str::trim);
            assert_eq!(told(&page), told(rule.page.en), "{}: {heading}", rule.id);
        }
    }
}

#[test]
fn samples_keep_their_promise() {
    let mut broken = String::new();
    for rule in RULES {
        for sample in samples(part(rule.page.zh, "应报").unwrap_or("")) {
            let (own, others) = findings(rule, &sample);
            if own.is_empty() {
                broken += &format!("{} does not report\n{sample}{}\n", rule.id, told(&others));
            }
        }
        for sample in samples(part(rule.page.zh, "不报").unwrap_or("")) {
            let (own, _) = findings(rule, &sample);
            if !own.is_empty() {
                broken += &format!("{} reports\n{sample}{}\n", rule.id, told(&own));
            }
        }
    }
    assert!(broken.is_empty(), "\n{broken}");
}

#[test]
fn ids_are_names_and_pages_have_owners() {
    let ids: BTreeSet<&str> = RULES.iter().map(|rule| rule.id).collect();
    assert_eq!(ids.len(), RULES.len(), "an id is used twice");
    for id in &ids {
        let is_kebab =
            id.split('-').all(|word| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase()));
        assert!(is_kebab, "{id}");
    }
    let owned: BTreeSet<String> = ids.iter().map(|&id| id.to_owned()).collect();
    for folder in ["rules", "rules/en"] {
        let mut pages = BTreeSet::new();
        for entry in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            pages.extend(name.strip_suffix(".md").map(str::to_owned));
        }
        assert_eq!(pages, owned, "{folder}: pages on the left, rules on the right");
    }
}
