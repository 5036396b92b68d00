//! Report types as data: how a report is recognised, which parts it must have, which rules count.
//!
//! Takes a user's file as JSON, or what was prepared of `profiles/*.json`, gives a [`Profile`].
//!
//! *Invariant:* a profile from [`Profile::parse`] has only patterns that compile and only rules that
//! exist; the built-in ones are held to that by a test.

mod built_in;
mod openings;
mod pattern;
mod prepared;
mod sections;
mod written;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::{Deserialize, Deserializer, Serialize};

use crate::calendar::Date;
use crate::lang::Lang;
use crate::review::Severity;
use crate::rules;
use built_in::BuiltIn;
use pattern::Patterns;

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
    #[serde(default, deserialize_with = "pairs")]
    severity: Vec<(String, Severity)>,
}

/// The entries of a JSON object.
fn pairs<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<(String, Severity)>, D::Error> {
    Ok(BTreeMap::deserialize(deserializer)?.into_iter().collect())
}

/// A built-in profile as data.
#[derive(Serialize)]
pub struct ProfileInfo {
    /// Its id.
    pub id: &'static str,
    /// The kind of report.
    pub title: &'static str,
}

/// How many parts a report may have: each is searched for in the whole text.
const MOST_SECTIONS: usize = 64;

static BUILT_IN: LazyLock<Vec<Profile>> =
    LazyLock::new(|| built_in::ALL.iter().map(BuiltIn::profile).collect());

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

impl Profile {
    /// Reads a profile from JSON.
    ///
    /// # Errors
    /// One sentence that says what is wrong: with line and column where the JSON does not fit, with
    /// the section and the pattern where a pattern is bad, with the rule where there is none of it.
    pub fn parse(json: &str) -> Result<Self, String> {
        let profile: Self = serde_json::from_str(json).map_err(|error| describe(&error))?;
        if let Some((pattern, reason)) = profile.title_pattern.fault() {
            return Err(format!("titlePattern has the bad pattern \"{pattern}\": {reason}"));
        }
        if profile.sections.len() > MOST_SECTIONS {
            return Err(format!("there are more than {MOST_SECTIONS} sections"));
        }
        for (index, section) in profile.sections.iter().enumerate() {
            if profile.sections.iter().take(index).any(|other| other.id == section.id) {
                return Err(format!("there are two sections \"{}\"", section.id));
            }
            let lists = [
                ("headings", &section.headings),
                ("exceptHeadings", &section.except_headings),
                ("mentions", &section.mentions),
            ];
            for (name, patterns) in lists {
                if let Some((pattern, reason)) = patterns.fault() {
                    return Err(format!(
                        "section \"{}\" has under \"{name}\" the bad pattern \"{pattern}\": {reason}",
                        section.id
                    ));
                }
            }
        }
        let days = profile.deadlines.iter().map(|deadline| (deadline.month, deadline.day));
        if let Some((month, day)) =
            days.into_iter().find(|&(month, day)| Date::new(2023, month, day).is_none())
        {
            return Err(format!(
                "\"deadlines\" names month {month}, day {day}, which is no day of every year"
            ));
        }
        let unknown = profile.rules.off.iter().chain(profile.rules.severity.iter().map(|(rule, _)| rule));
        match unknown.into_iter().find(|id| rules::find(id).is_none()) {
            Some(id) => Err(format!("\"rules\" names \"{id}\", but there is no such rule")),
            None => Ok(profile),
        }
    }

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

/// The error of the JSON reader as one sentence with its place.
fn describe(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let reason = text.split(" at line ").next().unwrap_or(&text);
    format!("line {}, column {}: {reason}", error.line(), error.column())
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

    #[test]
    fn names_what_is_wrong_and_where() {
        let section = r#"{"id":"a","title":{"zh":"甲","en":"A"},"required":true,"headings":["HEADING"]}"#;
        let whole = |section: &str, rules: &str| {
            format!(
                "{{\"id\":\"x\",\n\"title\":{{\"zh\":\"甲\",\"en\":\"A\"}},\n\"titlePattern\":\"报告\",\n\"sections\":[{section}],\n\"rules\":{rules}}}"
            )
        };
        let good = section.replace("HEADING", "成效");
        assert!(Profile::parse(&whole(&good, "{}")).is_ok());
        for (json, parts) in [
            (whole(&good.replace("required", "requird"), "{}"), vec!["line 4", "requird"]),
            (whole(&good, r#"{"offf":[]}"#), vec!["line 5", "offf"]),
            (whole(&good.replace(r#","required":true"#, ""), "{}"), vec!["line 4", "required"]),
            (whole(&section.replace("HEADING", "成(效"), "{}"), vec!["section \"a\"", "成(效"]),
            (whole(&good, r#"{"off":["no-such-rule"]}"#), vec!["no-such-rule"]),
            (whole(&good, r#"{"severity":{"x":"fatal"}}"#), vec!["line 5", "fatal"]),
            (whole(&format!("{good},{good}"), "{}"), vec!["two sections", "\"a\""]),
            (
                whole(&good, "{}").replace(
                    "\"rules\"",
                    r#""deadlines":[{"month":2,"day":30,"what":{"zh":"甲","en":"A"},"basis":{"zh":"甲","en":"A"}}],"rules""#,
                ),
                vec!["deadlines", "day 30"],
            ),
            ("{".to_owned(), vec!["line 1"]),
        ] {
            let error = Profile::parse(&json).unwrap_err();
            assert!(parts.iter().all(|part| error.contains(part)), "{error}");
            assert!(!error.contains('\n'), "{error}");
        }
    }

    #[test]
    fn switches_rules_off_and_weighs_them_anew() {
        let text = "一、甲\n正文。\n三、乙\n一是丙；三是丁。";
        let json = RULE_OF_LAW.replace(
            r#""off": [], "severity": {}"#,
            r#""off": ["heading-sequence"], "severity": {"enumeration-sequence": "hint"}"#,
        );
        let review = crate::check(text, &Profile::parse(&json).unwrap(), Lang::Zh);
        let found: Vec<_> = review.findings.iter().map(|finding| (finding.rule, finding.severity)).collect();
        assert_eq!(found, [("enumeration-sequence", Severity::Hint)]);
    }
}
