//! The rules: one file each, plain functions in one constant table.
//!
//! *Invariant:* [`RULES`] is the only list of rules; the command line, the page's settings and the
//! README are made from it. A rule looks at a [`Draft`] and adds findings; it keeps no state.

// First: its macro is for all that follow.
#[macro_use]
mod page;

mod anachronism;
mod arithmetic;
mod citation;
mod confused_word;
mod count_mismatch;
mod cutoff_word;
mod date_format;
mod date_order;
mod date_range;
mod digit_form;
mod disjoint;
mod document_citation;
mod document_number;
mod doubled_mark;
mod ellipsis_form;
mod empty_section;
mod enumeration_separator;
mod enumeration_sequence;
mod finding;
mod fixed_term;
mod flow_mismatch;
mod growth_mismatch;
mod heading_sequence;
mod impossible_date;
mod impossible_rate;
mod law_title;
mod missing_section;
mod missing_sign_off;
mod missing_title;
mod organ_name;
mod placeholder;
mod prose;
mod punctuation_width;
mod quotation_mark;
mod range_dash;
mod rate_mismatch;
mod repeated_text;
mod restated_figure;
mod section_order;
mod stale_year;
mod subset_exceeds;
mod table_total;
mod title_mark_nesting;
mod title_mark_separator;
mod total_mismatch;
mod unpaired_bracket;
mod untimely_sign_off;
mod wrong_weekday;

pub use finding::{Edit, Finding, Fix, Related, Sink};
pub use page::Page;

use serde::Serialize;

use crate::draft::Draft;
use crate::lang::Text;
use crate::order;
use crate::review::Severity;

/// What a rule is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Group {
    /// Arithmetic.
    Numbers,
    /// Dates and document numbers.
    Dates,
    /// Parts, headings, names.
    Structure,
    /// Punctuation and wording.
    Text,
}

impl Group {
    /// Its name in the JSON and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Numbers => "numbers",
            Self::Dates => "dates",
            Self::Structure => "structure",
            Self::Text => "text",
        }
    }
}

/// One rule.
pub struct Rule {
    /// Names the defect, never the remedy: ASCII, kebab-case, stable.
    pub id: &'static str,
    /// What it is about.
    pub group: Group,
    /// How bad its findings are unless it says otherwise for one of them.
    pub severity: Severity,
    /// One line.
    pub title: Text,
    /// Its page in both languages; empty without the command line.
    pub page: Page,
    /// Adds its findings.
    pub check: fn(&Draft<'_>, &mut Sink<'_>),
}

/// Every rule, by group and then in the order in which a clerk would look.
pub static RULES: &[&Rule] = &[
    // Numbers.
    &total_mismatch::RULE,
    &subset_exceeds::RULE,
    &flow_mismatch::RULE,
    &rate_mismatch::RULE,
    &impossible_rate::RULE,
    &growth_mismatch::RULE,
    &count_mismatch::RULE,
    &restated_figure::RULE,
    &table_total::RULE,
    // Dates.
    &impossible_date::RULE,
    &wrong_weekday::RULE,
    &date_format::RULE,
    &date_order::RULE,
    &date_range::RULE,
    &stale_year::RULE,
    &anachronism::RULE,
    &untimely_sign_off::RULE,
    &document_number::RULE,
    &document_citation::RULE,
    // Structure.
    &missing_section::RULE,
    &section_order::RULE,
    &empty_section::RULE,
    &placeholder::RULE,
    &heading_sequence::RULE,
    &enumeration_sequence::RULE,
    &enumeration_separator::RULE,
    &missing_title::RULE,
    &missing_sign_off::RULE,
    &organ_name::RULE,
    &repeated_text::RULE,
    // Text.
    &unpaired_bracket::RULE,
    &title_mark_nesting::RULE,
    &title_mark_separator::RULE,
    &quotation_mark::RULE,
    // Before the widths: of two half-width marks one is dropped, not widened.
    &doubled_mark::RULE,
    &ellipsis_form::RULE,
    &punctuation_width::RULE,
    &range_dash::RULE,
    &digit_form::RULE,
    &cutoff_word::RULE,
    &fixed_term::RULE,
    &confused_word::RULE,
    &law_title::RULE,
];

/// Runs every rule that the profile leaves on; the findings come in the order of the text.
pub fn run(draft: &Draft<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for rule in RULES.iter().filter(|rule| !draft.profile.is_off(rule.id)) {
        let first = findings.len();
        (rule.check)(draft, &mut Sink::new(rule, &mut findings));
        if let Some(severity) = draft.profile.severity(rule.id) {
            findings.iter_mut().skip(first).for_each(|finding| finding.severity = severity);
        }
    }
    disjoint::keep_apart(&mut findings);
    order::sort_by_key(&mut findings, |finding| (finding.span, finding.rule));
    findings
}

/// The rule of this id.
pub fn find(id: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.id == id)
}

/// A rule as data, for the page's settings.
#[derive(Serialize)]
pub struct RuleInfo {
    id: &'static str,
    group: Group,
    severity: Severity,
    title: Titles,
}

#[derive(Serialize)]
struct Titles {
    zh: &'static str,
    en: &'static str,
}

/// Every rule as data.
pub fn list() -> Vec<RuleInfo> {
    RULES
        .iter()
        .map(|rule| RuleInfo {
            id: rule.id,
            group: rule.group,
            severity: rule.severity,
            title: Titles { zh: rule.title.zh, en: rule.title.en },
        })
        .collect()
}
