//! The profiles that come with the program.
//!
//! Takes what `tests/prepared.rs` has made of `profiles/*.json`, gives each as a [`Profile`].
//!
//! *Invariant:* nothing is decided here: the same test holds every profile to its JSON.

use super::pattern::Patterns;
use super::{Deadline, Names, Profile, RuleChoice, Section, SectionYear};
use crate::review::Severity;

/// A profile as it stands in the program.
pub(super) struct BuiltIn {
    id: &'static str,
    title: (&'static str, &'static str),
    title_pattern: &'static [u8],
    sections: &'static [BuiltInSection],
    deadlines: &'static [BuiltInDeadline],
    off: &'static [&'static str],
    severity: &'static [(&'static str, Severity)],
}

struct BuiltInSection {
    id: &'static str,
    title: (&'static str, &'static str),
    required: bool,
    year: Option<SectionYear>,
    headings: &'static [u8],
    except_headings: &'static [u8],
    mentions: &'static [u8],
    mention_suffices: bool,
    any_place: bool,
    accepts_thematic_headings: bool,
    cause_words: &'static [&'static str],
    min_characters: usize,
}

struct BuiltInDeadline {
    month: u8,
    day: u8,
    what: (&'static str, &'static str),
    basis: (&'static str, &'static str),
    departments_only: bool,
}

/// All of them; the first is taken where no title fits.
pub(super) static ALL: [BuiltIn; 1] = [include!("../../profiles/prepared/rule-of-law.in")];

impl BuiltIn {
    pub fn profile(&self) -> Profile {
        Profile {
            id: self.id.to_owned(),
            title: names(self.title),
            title_pattern: Patterns::prepared(self.title_pattern),
            sections: self.sections.iter().map(BuiltInSection::section).collect(),
            deadlines: self.deadlines.iter().map(BuiltInDeadline::deadline).collect(),
            rules: RuleChoice {
                off: self.off.iter().map(|&id| id.to_owned()).collect(),
                severity: self.severity.iter().map(|&(id, severity)| (id.to_owned(), severity)).collect(),
            },
        }
    }
}

impl BuiltInSection {
    fn section(&self) -> Section {
        Section {
            id: self.id.to_owned(),
            title: names(self.title),
            required: self.required,
            year: self.year,
            headings: Patterns::prepared(self.headings),
            except_headings: Patterns::prepared(self.except_headings),
            mentions: Patterns::prepared(self.mentions),
            mention_suffices: self.mention_suffices,
            any_place: self.any_place,
            accepts_thematic_headings: self.accepts_thematic_headings,
            cause_words: self.cause_words.iter().map(|&word| word.to_owned()).collect(),
            min_characters: self.min_characters,
        }
    }
}

impl BuiltInDeadline {
    fn deadline(&self) -> Deadline {
        Deadline {
            month: self.month,
            day: self.day,
            what: names(self.what),
            basis: names(self.basis),
            departments_only: self.departments_only,
        }
    }
}

fn names((zh, en): (&str, &str)) -> Names {
    Names { zh: zh.to_owned(), en: en.to_owned() }
}
