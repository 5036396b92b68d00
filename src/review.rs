//! The answer: a [`Review`] is plain data, as `src/wasm.d.ts` describes it.
//!
//! *Invariant:* nothing here computes. Every [`Range`] counts UTF-16 code units of the decoded
//! text, end exclusive; every figure is an exact decimal written as a string.

use serde::{Deserialize, Serialize};

/// The name and version of the JSON that [`Review`] serialises to.
pub const SCHEMA: &str = "hegao.review/1";

/// A stretch of the text in UTF-16 code units, end exclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Range {
    /// First code unit.
    pub start: u32,
    /// One past the last code unit.
    pub end: u32,
}

/// Everything known about one draft.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Review {
    /// [`SCHEMA`].
    pub schema: &'static str,
    /// The file's name; only the command line sets it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// What the reader must know before relying on this review, such as that only a part of the text
    /// was checked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notice: Option<String>,
    /// Id of the profile that the draft was checked against.
    pub profile: String,
    /// What kind of paper it is.
    pub document: DocumentInfo,
    /// The problems, in the order of the text.
    pub findings: Vec<Finding>,
    /// The ledger: every numeric statement that was understood, in the order of the text.
    pub claims: Vec<Claim>,
    /// The profile's required and optional parts.
    pub sections: Vec<Section>,
    /// The headings, in the order of the text.
    pub outline: Vec<OutlineEntry>,
    /// How much was read and how much of it was checked.
    pub coverage: Coverage,
}

/// What was recognised about the paper as a whole.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DocumentInfo {
    /// The title, its lines joined and inner blanks removed.
    pub title: Option<String>,
    /// The organ that reports.
    pub organ: Option<String>,
    /// The year that the report is about.
    pub report_year: Option<u16>,
    /// Date of signature, `YYYY-MM-DD`.
    pub signed_on: Option<String>,
    /// Characters without blanks (字数).
    pub characters: u32,
    /// A fragment: the rules about whole reports did not run.
    pub is_excerpt: bool,
}

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Style, or something only a person can judge.
    Hint,
    /// Very likely wrong.
    Warning,
    /// Impossible arithmetic or calendar, or a required part missing.
    Error,
}

impl Severity {
    /// Its name in the JSON and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Hint => "hint",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// One problem.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Finding {
    /// Stable name of this finding: from rule, quote and sentence, not from offset or wording.
    pub id: String,
    /// Id of the rule.
    pub rule: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// Where it stands; `None` only where nothing in the text can be pointed at.
    pub range: Option<Range>,
    /// The text of `range`.
    pub quote: Option<String>,
    /// What is wrong, why, and what to do.
    pub message: String,
    /// Other places that belong to it.
    pub related: Vec<Related>,
    /// Ways to repair it.
    pub fixes: Vec<Fix>,
    /// How many places it stands for.
    pub occurrences: u32,
}

/// A place that is evidence for a finding.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Related {
    /// Where.
    pub range: Range,
    /// The text of `range`.
    pub quote: String,
    /// What part it plays, such as `total` or `part`.
    pub role: &'static str,
    /// Its exact figure, if it is one.
    pub value: Option<String>,
}

/// A repair.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Fix {
    /// What it does.
    pub title: String,
    /// Whether it may be applied without looking.
    pub safety: Safety,
    /// The changes it makes, in the order of the text, not overlapping.
    pub edits: Vec<Edit>,
}

/// Whether a fix may be applied without looking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Safety {
    /// Typography only: the meaning cannot change.
    Safe,
    /// A person must agree. Every change of a figure is of this kind.
    Suggest,
}

/// One replacement.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Edit {
    /// What is replaced.
    pub range: Range,
    /// By what.
    pub text: String,
}

/// The kinds of numeric statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ClaimKind {
    /// Parts that exhaust a total.
    Total,
    /// Parts of a whole that need not exhaust it.
    Subset,
    /// Opening + inflow − outflow = closing.
    Flow,
    /// A share of a base.
    Rate,
    /// A change against an earlier figure.
    Growth,
    /// A stated number of listed things.
    Count,
    /// The same indicator twice.
    Restated,
    /// A relation between cells of a table.
    Table,
}

/// Whether a numeric statement is right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// It was recomputed and is right.
    Holds,
    /// It was recomputed and is wrong.
    Broken,
    /// It was understood, but the text leaves it open.
    Open,
}

/// One numeric statement that was understood.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Claim {
    /// Its kind.
    pub kind: ClaimKind,
    /// Whether it is right.
    pub status: Status,
    /// The arithmetic as one line.
    pub equation: String,
    /// Why it is open, or the rounding interval; empty where there is nothing to add.
    pub note: String,
    /// From its first operand to its last.
    pub range: Range,
    /// Its figures.
    pub operands: Vec<Operand>,
}

/// One figure of a numeric statement.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Operand {
    /// What part it plays, such as `total`, `part` or `opening`.
    pub role: &'static str,
    /// The exact figure.
    pub value: String,
    /// Its unit or measure word; empty if none is written.
    pub unit: String,
    /// What it counts.
    pub label: String,
    /// Where it stands.
    pub range: Range,
    /// The text of `range`.
    pub quote: String,
}

/// One part that the profile asks for.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Section {
    /// Its id in the profile.
    pub id: String,
    /// Its name in the profile.
    pub title: String,
    /// Whether a report without it is incomplete.
    pub required: bool,
    /// Whether and how it was found.
    pub status: SectionStatus,
    /// The heading under which it was found.
    pub heading: Option<String>,
    /// Where the heading or the mention stands.
    pub range: Option<Range>,
}

/// Whether and how a required part was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum SectionStatus {
    /// Under a heading of its own.
    Present,
    /// Only spoken of in the text of another part.
    Mentioned,
    /// Not found.
    Missing,
    /// A heading with nothing below it.
    Empty,
    /// In the wrong order.
    Misplaced,
}

/// One heading.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OutlineEntry {
    /// 1 for the highest level that the paper uses by convention.
    pub level: u8,
    /// Its number and its text, inner blanks removed.
    pub text: String,
    /// Where it stands.
    pub range: Range,
}

/// How much was read and how much of it was checked.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Coverage {
    /// Figures read.
    pub figures: u32,
    /// Figures that are an operand of at least one claim.
    pub figures_in_claims: u32,
    /// Dates read.
    pub dates: u32,
    /// Headings read.
    pub headings: u32,
    /// Tables read.
    pub tables: u32,
    /// The figures that took part in no claim.
    pub unchecked: Vec<Range>,
}
