//! Patterns of a profile: several expressions of which any may match.
//!
//! Prepared where the profile is built in, written where somebody wrote it. Which of them it is, is known only
//! where they are made: a program that reads no profiles carries nothing of the compiler of patterns.
//!
//! *Invariant:* both kinds find what the `regex` crate finds.

use std::fmt;
use std::ops::Range;

use serde::{Deserialize, Deserializer};

use super::prepared::Prepared;
use super::written::Written;

/// Several expressions that can be searched for.
pub(super) trait Search: Send + Sync {
    /// Where the first match of any of them stands in `text`.
    fn find(&self, text: &str) -> Option<Range<usize>>;
    /// Whether any of them matches in `text`.
    fn is_match(&self, text: &str) -> bool;
    /// The first that cannot be used, and why.
    fn fault(&self) -> Option<(String, String)>;
}

/// Expressions in the syntax of the `regex` crate, without Unicode classes.
pub(super) struct Patterns(Box<dyn Search>);

/// Says nothing of the automata, which can tell of themselves at great length.
impl fmt::Debug for Patterns {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Patterns")
    }
}

impl Default for Patterns {
    fn default() -> Self {
        Self::prepared(&[])
    }
}

impl<'de> Deserialize<'de> for Patterns {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self::written(Vec::deserialize(deserializer)?))
    }
}

impl Patterns {
    /// What `table` was made of.
    pub fn prepared(table: &'static [u8]) -> Self {
        Self(Box::new(Prepared::new(table)))
    }

    /// The expressions of `list`.
    pub fn written(list: Vec<String>) -> Self {
        Self(Box::new(Written::new(list)))
    }

    /// A single expression instead of a list, for serde.
    pub fn single<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self::written(vec![String::deserialize(deserializer)?]))
    }

    /// Where the first match of any of them stands in `text`.
    pub fn find(&self, text: &str) -> Option<Range<usize>> {
        self.0.find(text)
    }

    /// Whether any of them matches in `text`.
    pub fn is_match(&self, text: &str) -> bool {
        self.0.is_match(text)
    }

    /// The first that is no valid expression, on one line, with what is wrong with it; or all of them
    /// where only together they are too large.
    pub fn fault(&self) -> Option<(String, String)> {
        self.0.fault()
    }
}
