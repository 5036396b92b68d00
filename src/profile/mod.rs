//! Report types as data: how a report is recognised, which parts it must have, which rules count.
//!
//! Takes a user's file as JSON, or what was prepared of `profiles/*.json`, gives a [`Profile`].
//!
//! *Invariant:* a profile from [`Profile::parse`] has only patterns that compile and only rules that
//! exist; the built-in ones are held to that by a test.

mod automaton;
mod built_in;
mod openings;
mod pattern;
mod prepared;
mod read;
mod sections;
mod written;

use serde::Deserialize;

use crate::lang::Lang;
use crate::review::Severity;
use pattern::Patterns;

pub use built_in::{ProfileInfo, built_in, for_text, list};
pub use openings::Openings;
pub use sections::FoundSection;
pub(crate) use sections::says_nothing;

/// One kind of report.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Profile {
    id: String,
    title: Names,
    #[serde(deserialize_with = "Patterns::single")]
    title_pattern: Patterns,
    sections: Vec<Section>,
    #[serde(default)]
    deadlines: Vec<Deadline>,
    #[serde(default)]
    rules: RuleChoice,
}

/// A day of the next year by which a report of this kind must have come somewhere.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Deadline {
    /// Its month.
    pub month: u8,
    /// Its day.
    pub day: u8,
    /// What must be done by then.
    pub what: Names,
    /// Who asks for it, in a clause.
    pub basis: Names,
    /// Whether it holds for departments, but not for governments.
    #[serde(default)]
    pub departments_only: bool,
}

/// A name in both languages.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Names {
    zh: String,
    en: String,
}

impl Names {
    /// The name in `lang`.
    pub fn get(&self, lang: Lang) -> &str {
        lang.pick(&self.zh, &self.en)
    }
}

/// One part that a report of this kind has.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Section {
    /// Names the part: ASCII, stable.
    pub id: String,
    /// What it is called.
    pub title: Names,
    /// Whether a report without it is incomplete.
    pub required: bool,
    /// The year that its heading should name.
    #[serde(default)]
    pub year: Option<SectionYear>,
    /// Headings that open it.
    headings: Patterns,
    /// Headings that do not, though one of `headings` matches.
    #[serde(default)]
    except_headings: Patterns,
    /// What its subject looks like in the text of another part.
    #[serde(default)]
    mentions: Patterns,
    /// Whether it may be dealt with inside another part.
    #[serde(default)]
    pub mention_suffices: bool,
    /// Whether it may stand anywhere; the others stand in the order of the list.
    #[serde(default)]
    pub any_place: bool,
    /// Whether two or more headings by subject, standing before the other parts, make it up.
    #[serde(default)]
    accepts_thematic_headings: bool,
    /// Words of which one must occur in it, since it has to give causes.
    #[serde(default)]
    pub cause_words: Vec<String>,
    /// Below this many characters it says too little.
    #[serde(default)]
    pub min_characters: usize,
}

/// Which year a part is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SectionYear {
    /// The year of the report.
    Report,
    /// The year after it.
    Next,
}

impl SectionYear {
    /// The year that such a part is about in a report about `report_year`.
    pub fn year(self, report_year: u16) -> u16 {
        report_year + u16::from(self == Self::Next)
    }

    /// The year that a report is about in which such a part is about `year`.
    pub fn report_year(self, year: u16) -> u16 {
        year.saturating_sub(u16::from(self == Self::Next))
    }
}

/// Which rules do not count, and which count otherwise than usual.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleChoice {
    #[serde(default)]
    off: Vec<String>,
    #[serde(default, deserialize_with = "read::pairs")]
    severity: Vec<(String, Severity)>,
}

impl Profile {
    /// Its id.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// What a report of this kind is called.
    pub fn title(&self, lang: Lang) -> &str {
        self.title.get(lang)
    }

    /// Whether `title`, without blanks, is that of such a report.
    pub fn fits_title(&self, title: &str) -> bool {
        self.title_pattern.is_match(title)
    }

    /// Its parts, in order.
    pub fn sections(&self) -> &[Section] {
        &self.sections
    }

    /// The days by which such a report is due, in the year after the one it is about.
    pub fn deadlines(&self) -> &[Deadline] {
        &self.deadlines
    }

    /// The part of this id.
    pub fn section(&self, id: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.id == id)
    }

    /// Whether the rule of this id does not count.
    pub fn is_off(&self, rule: &str) -> bool {
        self.rules.off.iter().any(|off| off == rule)
    }

    /// The severity that all findings of the rule of this id get, if the profile sets one.
    pub fn severity(&self, rule: &str) -> Option<Severity> {
        self.rules.severity.iter().find(|(of, _)| of == rule).map(|(_, severity)| *severity)
    }
}
