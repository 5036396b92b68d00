//! The profiles that come with the program, and which of them a text asks for.
//!
//! Takes what `tests/prepared.rs` has made of `profiles/*.json`, gives each as a [`Profile`].
//!
//! *Invariant:* nothing is decided here: the same test holds every profile to its JSON.

use std::sync::LazyLock;

use serde::Serialize;

use super::pattern::Patterns;
use super::{Deadline, Names, Profile, RuleChoice, Section, SectionYear};
use crate::review::Severity;

/// A built-in profile as data.
#[derive(Serialize)]
pub struct ProfileInfo {
    /// Its id.
    pub id: &'static str,
    /// The kind of report.
    pub title: &'static str,
}

static BUILT_IN: LazyLock<Vec<Profile>> = LazyLock::new(|| ALL.iter().map(BuiltIn::profile).collect());

/// Stands in where there is no profile at all: it asks for nothing.
static NONE: LazyLock<Profile> = LazyLock::new(Profile::default);

/// The built-in profile that fits the title of `text`, else `rule-of-law`.
pub fn for_text(text: &str) -> &'static Profile {
    let found = if BUILT_IN.len() < 2 {
        None
    } else {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty()).take(12);
        let mut head = String::new();
        for line in lines {
            head.extend(line.chars().take(120).filter(|ch| !ch.is_whitespace()));
        }
        BUILT_IN.iter().find(|profile| profile.title_pattern.is_match(&head))
    };
    found.or_else(|| BUILT_IN.first()).unwrap_or(&NONE)
}

/// The built-in profile of this id.
pub fn built_in(id: &str) -> Option<&'static Profile> {
    BUILT_IN.iter().find(|profile| profile.id == id)
}

/// The built-in profiles.
pub fn list() -> Vec<ProfileInfo> {
    BUILT_IN.iter().map(|profile| ProfileInfo { id: &profile.id, title: &profile.title.zh }).collect()
}

/// A profile as it stands in the program.
struct BuiltIn {
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
static ALL: [BuiltIn; 1] = [include!("../../profiles/prepared/rule-of-law.in")];

impl BuiltIn {
    fn profile(&self) -> Profile {
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const RULE_OF_LAW: &str = include_str!("../../profiles/rule-of-law.json");

    #[test]
    fn accepts_what_is_built_in() {
        let profile = Profile::parse(RULE_OF_LAW).unwrap();
        assert_eq!(profile.id(), "rule-of-law");
        assert_eq!(list().len(), BUILT_IN.len());
        assert_eq!(list().len(), 1);
        assert_eq!(for_text("青澜市水利局关于2023年度法治政府建设情况的报告").id(), "rule-of-law");
        assert!(profile.title_pattern.is_match("青澜市水利局关于2023年度法治政府建设情况的报告"));
    }

    /// A profile that is built in, and the same read from its JSON.
    fn both() -> (&'static Profile, &'static Profile) {
        static WRITTEN: LazyLock<Profile> = LazyLock::new(|| Profile::parse(RULE_OF_LAW).unwrap());
        (built_in("rule-of-law").unwrap(), &WRITTEN)
    }

    proptest! {
        #[test]
        fn finds_prepared_what_regex_finds(
            pieces in prop::collection::vec(
                prop_oneof![
                    // Words of the patterns, and what stands between them.
                    prop::sample::select(RULE_OF_LAW.split(|ch: char| "()|?\"[]{}^$\\ ".contains(ch)).collect::<Vec<_>>()),
                    prop::sample::select(vec!["。", "；", "，", "、", "的", "和", "及", "2024年", "7", "a", "é", "𠀀", "\n"]),
                ],
                0..12,
            ),
            filler in "[的甲乙。a𠀀]{0,24}",
            place in 0..12_usize,
        ) {
            let mut pieces = pieces;
            pieces.insert(place.min(pieces.len()), &filler);
            let text = pieces.concat();
            let (prepared, written) = both();
            prop_assert_eq!(prepared.fits_title(&text), written.fits_title(&text));
            for (prepared, written) in prepared.sections.iter().zip(&written.sections) {
                for (prepared, written) in [
                    (&prepared.headings, &written.headings),
                    (&prepared.except_headings, &written.except_headings),
                    (&prepared.mentions, &written.mentions),
                ] {
                    prop_assert_eq!(prepared.is_match(&text), written.is_match(&text));
                    prop_assert_eq!(prepared.find(&text), written.find(&text));
                }
            }
        }
    }
}
