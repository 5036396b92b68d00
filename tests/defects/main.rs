//! Whole clean reports with one defect planted in each: the rule that is meant speaks, and no other.
//!
//! The plants stand in `plants.txt`; see `tests/README.md`. `HEGAO_BLESS=1 cargo test --test defects`
//! writes `messages.golden.txt` anew.
#![allow(clippy::panic, clippy::string_slice, reason = "these are tests")]

mod messages;
mod plants;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use hegao::review::Finding;
use hegao::rules::RULES;
use hegao::{Lang, check, profile};
use plants::Plant;

/// Rules that cannot apply to one of the reports: rule, report, reason.
const EXCUSED: [(&str, &str, &str); 0] = [];

/// A plant with its text and what is said of it in both languages.
pub struct Checked {
    /// The plant.
    pub plant: Plant,
    /// The report with the defect in it.
    pub text: String,
    /// The findings in Chinese.
    pub zh: Vec<Finding>,
    /// The findings in English.
    pub en: Vec<Finding>,
}

/// All plants, checked once for all tests.
pub static CHECKED: LazyLock<Vec<Checked>> = LazyLock::new(|| {
    let check = |plant: Plant| {
        let text = plant.text();
        Checked { zh: findings(&text, Lang::Zh), en: findings(&text, Lang::En), plant, text }
    };
    plants::all().into_iter().map(check).collect()
});

fn findings(text: &str, lang: Lang) -> Vec<Finding> {
    check(text, profile::for_text(text), lang).findings
}

fn told(findings: &[Finding]) -> String {
    let line = |one: &Finding| {
        format!("    {} {} {:?}: {}\n", one.rule, one.severity.name(), one.quote, one.message)
    };
    findings.iter().map(line).collect()
}

#[test]
fn clean_reports_are_clean() {
    for path in plants::REPORTS {
        let name = path.rsplit('/').next().unwrap_or(path);
        let found = findings(&plants::report(name), Lang::Zh);
        // Hints too: a plant is told by what is new, and that has to be all there is.
        assert!(found.is_empty(), "{name}\n{}", told(&found));
    }
}

#[test]
fn each_plant_is_found_and_nothing_else() {
    let wrong: String = CHECKED.iter().filter_map(fault).collect();
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// What is wrong with the findings of `plant`.
fn fault(checked: &Checked) -> Option<String> {
    let Checked { plant, text, zh: found, .. } = checked;
    let mut rules: Vec<&str> = found.iter().map(|finding| finding.rule).collect();
    let mut wanted: Vec<&str> = plant.also.iter().map(String::as_str).chain([plant.rule.as_str()]).collect();
    rules.sort_unstable();
    wanted.sort_unstable();
    let is_there = |finding: &Finding| match (&plant.quote, finding.range) {
        (None, range) => range.is_none(),
        (Some(_), None) => false,
        (Some(quote), Some(range)) => {
            let place = plants::place_of(quote, text);
            range.start < place.end && place.start < range.end
        }
    };
    let is_found = found.iter().any(|finding| finding.rule == plant.rule && is_there(finding));
    let why = if plant.why.is_empty() {
        String::new()
    } else {
        format!("    also {:?}: {}\n", plant.also, plant.why)
    };
    (rules != wanted || !is_found).then(|| format!("{}\n{why}{}", plant.name(), told(found)))
}

#[test]
fn every_rule_has_a_plant_in_every_report() {
    let plants = plants::all();
    let planted: BTreeSet<(&str, &str)> =
        plants.iter().map(|plant| (plant.rule.as_str(), plant.report.as_str())).collect();
    let known: BTreeSet<&str> = RULES.iter().map(|rule| rule.id).collect();
    let reports = plants::REPORTS.map(|path| path.rsplit('/').next().unwrap_or(path));
    let wanted = known.iter().flat_map(|&rule| reports.map(|report| (rule, report)));
    let excused: BTreeSet<(&str, &str)> = EXCUSED.iter().map(|&(rule, report, _)| (rule, report)).collect();
    let bare: Vec<_> = wanted.filter(|place| !planted.contains(place) && !excused.contains(place)).collect();
    assert!(bare.is_empty(), "rules without a plant in tests/defects/plants.txt: {bare:#?}");
    let idle: Vec<_> =
        excused.iter().filter(|place| planted.contains(*place) || !known.contains(place.0)).collect();
    assert!(idle.is_empty(), "no longer to be excused: {idle:?}");
    let unknown: Vec<_> = planted.iter().filter(|place| !known.contains(place.0)).collect();
    assert!(unknown.is_empty(), "no such rules: {unknown:?}");
}
