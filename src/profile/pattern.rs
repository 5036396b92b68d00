//! Patterns of a profile: several expressions of which any may match.
//!
//! *Invariant:* compiled at most once, when first needed; a list that does not compile matches
//! nothing (`Profile::parse` has refused it before).

use std::sync::OnceLock;

use regex::Regex;
use serde::Deserialize;

/// Expressions in the syntax of the `regex` crate, without Unicode classes.
#[derive(Debug, Default, Deserialize)]
#[serde(transparent)]
pub(super) struct Patterns {
    list: Vec<String>,
    #[serde(skip)]
    compiled: OnceLock<Option<Regex>>,
}

impl Patterns {
    /// The list that holds only `pattern`.
    pub fn one(pattern: String) -> Self {
        Self { list: vec![pattern], compiled: OnceLock::new() }
    }

    /// Where the first match of any of them stands in `text`.
    pub fn find(&self, text: &str) -> Option<std::ops::Range<usize>> {
        self.compiled().and_then(|regex| regex.find(text)).map(|found| found.range())
    }

    /// Whether any of them matches in `text`.
    pub fn is_match(&self, text: &str) -> bool {
        self.compiled().is_some_and(|regex| regex.is_match(text))
    }

    /// The first that is no valid expression, on one line, with what is wrong with it.
    pub fn fault(&self) -> Option<(String, String)> {
        self.list.iter().find_map(|pattern| {
            let error = Regex::new(pattern).err()?.to_string();
            let reason = error.lines().last().unwrap_or_default().trim_start_matches("error: ").to_owned();
            Some((pattern.replace('\n', "\\n"), reason))
        })
    }

    fn compiled(&self) -> Option<&Regex> {
        if self.list.is_empty() {
            return None;
        }
        let compile = || {
            let alternatives: Vec<String> =
                self.list.iter().map(|pattern| format!("(?:{pattern})")).collect();
            Regex::new(&alternatives.join("|")).ok()
        };
        self.compiled.get_or_init(compile).as_ref()
    }
}
