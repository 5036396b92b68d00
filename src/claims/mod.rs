//! What the figures of the text assert of each other.
//!
//! *Invariant:* roles are found by grammar, before and without looking at whether the figures fit.

use crate::document::Document;
use crate::facts::{Decimal, Facts};
use crate::lang::Text;
use crate::review::{ClaimKind, Status};
use crate::source::{Source, Span};

/// One numeric statement, judged.
#[derive(Clone, Debug)]
pub struct Claim {
    /// Its kind.
    pub kind: ClaimKind,
    /// Whether it is right.
    pub status: Status,
    /// The arithmetic as one line.
    pub equation: String,
    /// Why it is open, or what else a reader should know.
    pub note: Option<Text>,
    /// From its first operand to its last.
    pub span: Span,
    /// Its figures.
    pub operands: Vec<Operand>,
}

/// One figure of a statement.
#[derive(Clone, Debug)]
pub struct Operand {
    /// What part it plays, one of the names in INTERFACE.
    pub role: &'static str,
    /// The exact figure.
    pub value: Decimal,
    /// Its unit or measure word.
    pub unit: String,
    /// What it counts.
    pub label: String,
    /// Where it stands.
    pub span: Span,
}

/// The statements of the draft, in the order of the text.
pub fn extract(_source: &Source<'_>, _document: &Document, _facts: &Facts) -> Vec<Claim> {
    Vec::new()
}
