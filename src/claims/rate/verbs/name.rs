//! What the name of a rate says of the figures above its line: 按期办结率 is of what was done in time, 有效回收率 of what is valid.
//!
//! *Invariant:* answered from words; no value is looked at.

use super::words::{OF_SOME, WITHIN_TERM};
use super::{IN_TIME, LATE, NOT_DONE, QUALIFIERS};
use crate::claims::label;
use crate::claims::rate::names::Verbs;
use crate::claims::statement::Mention;
use crate::search;

/// What a questionnaire must be to count.
const VALID: &str = "有效";

/// The name of a rate, and what may stand above its line by that.
pub(super) struct Name<'n> {
    pub words: &'n str,
    pub known: &'n Verbs,
    /// Whether it is of some of what was done: 按期办结率.
    pub narrows: bool,
}

impl<'n> Name<'n> {
    pub fn of(words: &'n str, known: &'n Verbs) -> Self {
        Name { words, known, narrows: search::has(words, QUALIFIERS) }
    }

    /// What was done, by the words of the figures in `reach`, the nearest first. 负责人出庭 171 件，其中正职出庭 62 件: the rate is of all, unless
    /// only some are written.
    pub fn done_in<'p, 'a>(&self, reach: &[&'p Mention<'a>]) -> Option<&'p Mention<'a>> {
        let mut candidates = reach.iter().copied().filter(|mention| self.names(mention));
        let nearest = candidates.next()?;
        if !self.is_detail(nearest) {
            return Some(nearest);
        }
        let all = candidates
            .find(|other| other.quantity.class() == nearest.quantity.class() && !self.is_detail(other));
        all.or(Some(nearest))
    }

    /// Whether the words of `mention` tell of what was done.
    fn names(&self, mention: &Mention<'_>) -> bool {
        (label::has(mention.before, self.known.above) || self.words.contains(VALID))
            && self.is_of_valid(mention)
            && !label::has(mention.before, NOT_DONE)
            && !self.is_narrower_than(mention)
            && !self.leaves_out_late(mention)
    }

    /// 按期办结 98 件 is above the line of 按期办结率, and not of 办结率.
    fn is_narrower_than(&self, mention: &Mention<'_>) -> bool {
        QUALIFIERS.iter().any(|qualifier| mention.before.contains(qualifier) && !says(self.words, qualifier))
    }

    /// 逾期答复 2 件 is no part of 按期答复率.
    pub fn leaves_out_late(&self, mention: &Mention<'_>) -> bool {
        self.narrows && label::has(mention.before, LATE)
    }

    /// 回收 1163 份，有效问卷 1128 份，有效回收率: what is valid is told in words of its own.
    fn is_of_valid(&self, mention: &Mention<'_>) -> bool {
        !self.words.contains(VALID) || mention.before.contains(VALID)
    }

    /// Whether 其中 makes `mention` some of what the rate is of.
    fn is_detail(&self, mention: &Mention<'_>) -> bool {
        let is_named = |qualifier: &&str| self.words.contains(*qualifier) && says(mention.before, qualifier);
        mention.before.starts_with("其中") && !QUALIFIERS.iter().any(is_named)
    }

    /// Whether `mention` tells all that narrows the rate.
    pub fn is_told_by(&self, mention: &Mention<'_>) -> bool {
        QUALIFIERS.iter().all(|qualifier| !self.words.contains(qualifier) || says(mention.before, qualifier))
            && OF_SOME.iter().all(|some| !self.words.contains(some) || mention.before.contains(some))
            && (!label::has(self.words, WITHIN_TERM) || is_in_time(mention.before))
            && self.is_of_valid(mention)
    }
}

/// Whether `words` say what `qualifier` does: 按期 and 法定期限内 are one.
fn says(words: &str, qualifier: &str) -> bool {
    words.contains(qualifier) || IN_TIME.contains(&qualifier) && is_in_time(words)
}

/// Whether `words` tell that something was done in time.
fn is_in_time(words: &str) -> bool {
    label::has(words, IN_TIME) || label::has(words, WITHIN_TERM)
}
