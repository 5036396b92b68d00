//! Patterns as somebody wrote them: several expressions of which any may match.
//!
//! Patterns come from whoever wrote the profile. Matching is linear in the text and in the size of the
//! compiled list, so the size has a limit: a list that would make a check take long is refused.
//!
//! *Invariant:* compiled at most once, when first needed; a list that does not compile matches
//! nothing (`Profile::parse` has refused it before).

use std::ops::Range;
use std::sync::OnceLock;

use regex::{Regex, RegexBuilder};

use super::pattern::Search;

/// How large a compiled list may be, in bytes: several times what the built-in profiles need.
const MOST_COMPILED: usize = 1 << 19;
/// How deep expressions may be nested.
const DEEPEST: u32 = 32;

/// Expressions in the syntax of the `regex` crate, without Unicode classes.
pub(super) struct Written {
    list: Vec<String>,
    compiled: OnceLock<Option<Regex>>,
}

impl Search for Written {
    fn find(&self, text: &str) -> Option<Range<usize>> {
        self.compiled().and_then(|regex| regex.find(text)).map(|found| found.range())
    }

    fn is_match(&self, text: &str) -> bool {
        self.compiled().is_some_and(|regex| regex.is_match(text))
    }

    fn fault(&self) -> Option<(String, String)> {
        let single = self.list.iter().find_map(|pattern| Some((shown(pattern), fault_of(pattern)?)));
        single.or_else(|| Some((shown(&self.list.join("|")), fault_of(&self.joined())?)))
    }
}

impl Written {
    /// The expressions of `list`.
    pub fn new(list: Vec<String>) -> Self {
        Self { list, compiled: OnceLock::new() }
    }

    fn compiled(&self) -> Option<&Regex> {
        if self.list.is_empty() {
            return None;
        }
        self.compiled.get_or_init(|| compile(&self.joined()).ok()).as_ref()
    }

    /// One expression that matches where any of them does.
    fn joined(&self) -> String {
        let alternatives: Vec<String> = self.list.iter().map(|pattern| format!("(?:{pattern})")).collect();
        alternatives.join("|")
    }
}

fn compile(pattern: &str) -> Result<Regex, regex::Error> {
    RegexBuilder::new(pattern).size_limit(MOST_COMPILED).nest_limit(DEEPEST).build()
}

fn fault_of(pattern: &str) -> Option<String> {
    match compile(pattern).err()? {
        regex::Error::CompiledTooBig(_) => {
            Some("it is too large to be searched for quickly; use fewer or smaller repetitions".to_owned())
        }
        error => {
            let error = error.to_string();
            Some(error.lines().last().unwrap_or_default().trim_start_matches("error: ").to_owned())
        }
    }
}

/// A pattern for a message: on one line, not too long.
fn shown(pattern: &str) -> String {
    let kept: String = pattern.chars().take(80).collect::<String>().replace('\n', "\\n");
    if pattern.chars().nth(80).is_some() { format!("{kept}…") } else { kept }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reason(pattern: &str) -> String {
        Written::new(vec![pattern.to_owned()]).fault().map(|(_, reason)| reason).unwrap_or_default()
    }

    #[test]
    fn refuses_what_would_take_long() {
        for hostile in
            ["(?:(?:(?:a{50}){50}){50})", "[一-龥]{5000}", "(a?){9000}(a){9000}", "(a*){9000}b{9000}"]
        {
            assert!(reason(hostile).contains("too large"), "{hostile}: {}", reason(hostile));
        }
        let deep = format!("{}a{}", "(?:".repeat(5000), ")".repeat(5000));
        assert!(reason(&deep).contains("nest"), "{}", reason(&deep));
        assert_eq!(shown(&deep).chars().count(), 81);
    }

    #[test]
    fn refuses_many_that_are_too_large_together() {
        let list: Vec<String> = (0..400).map(|number| format!("成效{number}.{{0,20}}不足")).collect();
        let patterns = Written::new(list);
        assert!(patterns.fault().is_some_and(|(_, reason)| reason.contains("too large")));
    }

    #[test]
    fn takes_what_people_write() {
        for pattern in
            ["(a+)+$", "^(.*)*$", "第一责任人.{0,40}职责", "(?:主要|重点)(?:举措|工作|任务).{0,12}成效"]
        {
            assert_eq!(reason(pattern), "");
        }
    }
}
