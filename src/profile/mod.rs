//! Report types as data.

use serde::Serialize;

use crate::document::Document;
use crate::review::SectionStatus;
use crate::source::{Source, Span};

/// One kind of report.
pub struct Profile {
    id: String,
}

/// A part of the profile with where it was found.
#[derive(Debug)]
pub struct FoundSection {
    /// Its id.
    pub id: String,
    /// Its name.
    pub title: String,
    /// Whether a report without it is incomplete.
    pub required: bool,
    /// Whether and how it was found.
    pub status: SectionStatus,
    /// The heading under which it was found.
    pub heading: Option<String>,
    /// Where.
    pub span: Option<Span>,
}

/// A built-in profile as data.
#[derive(Serialize)]
pub struct ProfileInfo {
    /// Its id.
    pub id: &'static str,
    /// The kind of report.
    pub title: &'static str,
}

static RULE_OF_LAW: std::sync::LazyLock<Profile> =
    std::sync::LazyLock::new(|| Profile { id: "rule-of-law".to_owned() });

/// The built-in profile that fits the title of `text`, else `rule-of-law`.
pub fn for_text(_text: &str) -> &'static Profile {
    &RULE_OF_LAW
}

/// The built-in profile of this id.
pub fn built_in(id: &str) -> Option<&'static Profile> {
    (id == "rule-of-law").then_some(&*RULE_OF_LAW)
}

/// The built-in profiles.
pub fn list() -> Vec<ProfileInfo> {
    vec![ProfileInfo { id: "rule-of-law", title: "法治政府建设年度报告" }]
}

impl Profile {
    /// Its id.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Where each of its parts stands in the document.
    pub fn find_sections(&self, _source: &Source<'_>, _document: &Document) -> Vec<FoundSection> {
        Vec::new()
    }
}
