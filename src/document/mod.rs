//! What the paper is made of: title, organ, headings, sign-off.
//!
//! *Invariant:* reads only the source; every span lies in the view.

use crate::facts::Date;
use crate::source::{Source, ViewSpan};

/// The parts of a paper.
#[derive(Debug, Default)]
pub struct Document {
    /// The title, if one was found.
    pub title: Option<Title>,
    /// The organ that reports, if it is named in the title or the signature.
    pub organ: Option<String>,
    /// The year that the report is about.
    pub report_year: Option<u16>,
    /// The date of signature.
    pub signed_on: Option<Date>,
    /// The headings in the order of the text.
    pub headings: Vec<Heading>,
    /// How many tables there are.
    pub tables: usize,
    /// A fragment: no title and under 400 characters.
    pub is_excerpt: bool,
}

/// The title.
#[derive(Debug)]
pub struct Title {
    /// Its lines joined, inner blanks removed.
    pub text: String,
    /// Where it stands.
    pub span: ViewSpan,
}

/// A heading.
#[derive(Debug)]
pub struct Heading {
    /// Where it stands.
    pub span: ViewSpan,
}

impl Document {
    /// Reads the parts of `source`.
    pub fn read(_source: &Source<'_>) -> Self {
        Self::default()
    }
}
