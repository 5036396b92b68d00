//! A profile that somebody wrote.
//!
//! Takes JSON, gives a [`Profile`] or one sentence that says what is wrong and where.
//!
//! *Invariant:* a profile that was read has only patterns that compile and rules that exist.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer};

use super::{Deadline, Profile, Section};
use crate::calendar::Date;
use crate::review::Severity;
use crate::rules;

/// How many parts a report may have: each is searched for in the whole text.
const MOST_SECTIONS: usize = 64;

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
            section.accepted()?;
        }
        profile.deadlines.iter().try_for_each(Deadline::accepted)?;
        let named = profile.rules.off.iter().chain(profile.rules.severity.iter().map(|(rule, _)| rule));
        match named.into_iter().find(|id| rules::find(id).is_none()) {
            Some(id) => Err(format!("\"rules\" names \"{id}\", but there is no such rule")),
            None => Ok(profile),
        }
    }
}

impl Section {
    fn accepted(&self) -> Result<(), String> {
        let lists = [
            ("headings", &self.headings),
            ("exceptHeadings", &self.except_headings),
            ("mentions", &self.mentions),
        ];
        match lists.into_iter().find_map(|(name, patterns)| Some((name, patterns.fault()?))) {
            None => Ok(()),
            Some((name, (pattern, reason))) => {
                let id = &self.id;
                Err(format!("section \"{id}\" has under \"{name}\" the bad pattern \"{pattern}\": {reason}"))
            }
        }
    }
}

impl Deadline {
    fn accepted(&self) -> Result<(), String> {
        let (month, day) = (self.month, self.day);
        // A year that has no 29 February: the day must come every year.
        match Date::new(2023, month, day) {
            Some(_) => Ok(()),
            None => {
                Err(format!("\"deadlines\" names month {month}, day {day}, which is no day of every year"))
            }
        }
    }
}

/// The entries of a JSON object.
pub(super) fn pairs<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<(String, Severity)>, D::Error> {
    Ok(BTreeMap::deserialize(deserializer)?.into_iter().collect())
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
    use crate::lang::Lang;

    const RULE_OF_LAW: &str = include_str!("../../profiles/rule-of-law.json");

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
