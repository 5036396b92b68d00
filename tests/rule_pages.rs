//! The page of every rule is complete, and what its samples promise is true.

use std::collections::BTreeSet;
use std::path::Path;

use hegao::review::Finding;
use hegao::rules::{RULES, Rule};
use hegao::{Lang, check, profile};

const HEADINGS: [&str; 5] = ["说明", "为什么", "应报", "不报", "依据"];

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
        let title = rule.page.lines().next().unwrap_or("");
        assert_eq!(title, format!("# {}", rule.title.zh), "{}: the page bears the rule's title", rule.id);
        let headings: Vec<&str> = rule.page.lines().filter_map(|line| line.strip_prefix("## ")).collect();
        assert_eq!(headings, HEADINGS, "{}", rule.id);
        for heading in HEADINGS {
            let text = part(rule.page, heading).unwrap_or("");
            assert!(!text.trim().is_empty(), "{}: nothing below {heading}", rule.id);
        }
        let count = |heading| part(rule.page, heading).map_or(0, |part| samples(part).len());
        assert!(count("应报") >= 2, "{}: two samples of 应报 at least", rule.id);
        assert!(count("不报") >= 3, "{}: three samples of 不报 at least", rule.id);
        assert!(!rule.title.en.is_empty() && rule.title.en.is_ascii(), "{}", rule.id);
    }
}

#[test]
fn samples_keep_their_promise() {
    let mut broken = String::new();
    for rule in RULES {
        for sample in samples(part(rule.page, "应报").unwrap_or("")) {
            let (own, others) = findings(rule, &sample);
            if own.is_empty() {
                broken += &format!("{} does not report\n{sample}{}\n", rule.id, told(&others));
            }
        }
        for sample in samples(part(rule.page, "不报").unwrap_or("")) {
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
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("rules");
    let mut pages = BTreeSet::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        pages.extend(name.strip_suffix(".md").map(str::to_owned));
    }
    let owned: BTreeSet<String> = ids.iter().map(|&id| id.to_owned()).collect();
    assert_eq!(pages, owned, "pages on the left, rules on the right");
}
