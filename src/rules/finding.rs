//! What a rule reports, still in byte spans of the draft.
//!
//! *Invariant:* positions are byte spans of the draft; only `assemble` converts them.

use crate::review::{Safety, Severity};
use crate::rules::Rule;
use crate::source::Span;

/// One problem.
#[derive(Clone, Debug)]
pub struct Finding {
    /// Id of the rule.
    pub rule: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// Where it stands, if anywhere.
    pub span: Option<Span>,
    /// What is wrong, why, and what to do, in the language of the check.
    pub message: String,
    /// Other places that belong to it.
    pub related: Vec<Related>,
    /// Ways to repair it.
    pub fixes: Vec<Fix>,
    /// How many places it stands for.
    pub occurrences: u32,
}

/// A place that is evidence for a finding.
#[derive(Clone, Debug)]
pub struct Related {
    /// Where.
    pub span: Span,
    /// What part it plays.
    pub role: &'static str,
    /// Its exact figure, if it is one.
    pub value: Option<String>,
}

/// A repair.
#[derive(Clone, Debug)]
pub struct Fix {
    /// What it does.
    pub title: String,
    /// Whether it may be applied without looking.
    pub safety: Safety,
    /// Its changes, in the order of the text, not overlapping.
    pub edits: Vec<Edit>,
}

/// One replacement.
#[derive(Clone, Debug)]
pub struct Edit {
    /// What is replaced.
    pub span: Span,
    /// By what.
    pub text: String,
}

/// Where a rule puts its findings.
pub struct Sink<'a> {
    rule: &'static Rule,
    findings: &'a mut Vec<Finding>,
}

impl<'a> Sink<'a> {
    /// A sink for the findings of `rule`.
    pub fn new(rule: &'static Rule, findings: &'a mut Vec<Finding>) -> Self {
        Self { rule, findings }
    }

    /// A finding of this rule at `span`, to be completed and then [pushed](Sink::push).
    pub fn finding(&self, span: impl Into<Option<Span>>, message: String) -> Finding {
        Finding {
            rule: self.rule.id,
            severity: self.rule.severity,
            span: span.into(),
            message,
            related: Vec::new(),
            fixes: Vec::new(),
            occurrences: 1,
        }
    }

    /// Adds a complete finding.
    pub fn push(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    /// Adds a finding at `span` that needs no more than its message.
    pub fn report(&mut self, span: impl Into<Option<Span>>, message: String) {
        let finding = self.finding(span, message);
        self.push(finding);
    }
}

impl Finding {
    /// The same with another severity than its rule's.
    #[must_use]
    pub fn with_severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    /// The same with a place that is evidence.
    #[must_use]
    pub fn with_related(mut self, span: Span, role: &'static str, value: Option<String>) -> Self {
        self.related.push(Related { span, role, value });
        self
    }

    /// The same with a repair that replaces `span` by `text`.
    #[must_use]
    pub fn with_fix(self, safety: Safety, title: String, span: Span, text: String) -> Self {
        self.with_edits(safety, title, vec![Edit { span, text }])
    }

    /// The same with a repair that makes all of `edits`.
    #[must_use]
    pub fn with_edits(mut self, safety: Safety, title: String, edits: Vec<Edit>) -> Self {
        self.fixes.push(Fix { title, safety, edits });
        self
    }

    /// The same, standing for all of `places`, which become its evidence where there are several.
    #[must_use]
    pub fn standing_for(mut self, places: &[Span]) -> Self {
        if places.len() < 2 {
            return self;
        }
        self.occurrences = u32::try_from(places.len()).unwrap_or(u32::MAX);
        self.related.extend(places.iter().map(|&span| Related { span, role: "occurrence", value: None }));
        self
    }
}
