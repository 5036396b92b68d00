//! What many reviews come to: how many files, what was found in them, which are the worst.
//!
//! *Invariant:* takes the same memory however many reviews it has seen; the order in which files of
//! the same badness are named is that in which they came.

use std::cmp::Reverse;
use std::fmt::Write;

use super::place::{printable, width};
use crate::review::{Severity, Status};
use crate::{Lang, Review};

/// How many of the worst files are named.
const MOST_WORST: usize = 10;

/// How much was found in one file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tally {
    /// Findings that are errors.
    pub errors: u64,
    /// Findings that are warnings.
    pub warnings: u64,
    /// Findings that are hints.
    pub hints: u64,
    /// Numeric statements that were understood.
    pub claims: u64,
    /// Those of them that hold.
    pub holding: u64,
}

impl Tally {
    /// What `review` holds.
    pub fn of(review: &Review) -> Self {
        let mut tally = Self::default();
        for finding in &review.findings {
            match finding.severity {
                Severity::Error => tally.errors += 1,
                Severity::Warning => tally.warnings += 1,
                Severity::Hint => tally.hints += 1,
            }
        }
        tally.claims = review.claims.len() as u64;
        tally.holding = review.claims.iter().filter(|claim| claim.status == Status::Holds).count() as u64;
        tally
    }

    fn add(&mut self, other: Self) {
        self.errors += other.errors;
        self.warnings += other.warnings;
        self.hints += other.hints;
        self.claims += other.claims;
        self.holding += other.holding;
    }

    fn badness(&self) -> Reverse<(u64, u64, u64)> {
        Reverse((self.errors, self.warnings, self.hints))
    }
}

/// What many reviews come to.
#[derive(Clone, Debug, Default)]
pub struct Summary {
    files: u64,
    failed: u64,
    clean: u64,
    sum: Tally,
    worst: Vec<(String, Tally)>,
}

impl Summary {
    /// Counts a file that was checked.
    pub fn add(&mut self, file: &str, tally: Tally) {
        self.files += 1;
        self.sum.add(tally);
        if tally.errors + tally.warnings + tally.hints == 0 {
            self.clean += 1;
            return;
        }
        let at = self.worst.partition_point(|(_, other)| other.badness() <= tally.badness());
        if at < MOST_WORST {
            self.worst.insert(at, (file.to_owned(), tally));
            self.worst.truncate(MOST_WORST);
        }
    }

    /// Counts an input that could not be checked.
    pub fn fail(&mut self) {
        self.failed += 1;
    }

    /// How many inputs there were.
    pub fn inputs(&self) -> u64 {
        self.files + self.failed
    }

    /// One sentence about all, then the worst files.
    pub fn sentences(&self, lang: Lang) -> [String; 2] {
        let Self { files, failed, clean, sum, .. } = self;
        let Tally { errors, warnings, hints, claims, holding } = sum;
        let failures = match (failed, lang) {
            (0, _) => String::new(),
            (_, Lang::Zh) => format!("，另有 {failed} 份未能检查"),
            (_, Lang::En) => format!(", {failed} could not be checked"),
        };
        lang.pick(
            [
                format!("共检查 {files} 份{failures}：错误 {errors}，提醒 {warnings}，提示 {hints}；未发现问题 {clean} 份"),
                format!("算式 {claims} 个，成立 {holding} 个"),
            ],
            [
                format!(
                    "{files} files checked{failures}: {errors} errors, {warnings} warnings, {hints} hints; nothing found in {clean}"
                ),
                format!("{claims} equations, {holding} of them hold"),
            ],
        )
    }

    /// The files in which most was found, worst first.
    pub fn worst(&self) -> impl Iterator<Item = (&str, Tally)> {
        self.worst.iter().map(|(file, tally)| (file.as_str(), *tally))
    }

    /// The table for a terminal.
    pub fn table(&self, lang: Lang) -> String {
        let mut out = String::new();
        let [first, second] = self.sentences(lang);
        let _ = writeln!(out, "{first}");
        let _ = writeln!(out, "  {second}");
        if self.worst.is_empty() {
            return out;
        }
        let _ = writeln!(out, "  {}", columns(head(lang)));
        for (file, tally) in self.worst() {
            let numbers = [tally.errors, tally.warnings, tally.hints].map(|number| number.to_string());
            let _ = writeln!(out, "  {}", columns([&numbers[0], &numbers[1], &numbers[2], &printable(file)]));
        }
        out
    }
}

/// What stands above the columns of the table.
pub(super) fn head(lang: Lang) -> [&'static str; 4] {
    lang.pick(["错误", "提醒", "提示", "问题最多的文件"], ["errors", "warnings", "hints", "worst files"])
}

/// Three numbers to the right of their columns, and a name.
fn columns([errors, warnings, hints, file]: [&str; 4]) -> String {
    let right = |text: &str| {
        let taken: usize = text.chars().map(width).sum();
        format!("{}{text}", " ".repeat(8_usize.saturating_sub(taken)))
    };
    format!("{} {} {}  {file}", right(errors), right(warnings), right(hints))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(errors: u64, warnings: u64) -> Tally {
        Tally { errors, warnings, ..Tally::default() }
    }

    #[test]
    fn names_the_worst_first_and_keeps_ten() {
        let mut summary = Summary::default();
        for number in 0..50 {
            summary.add(&format!("{number}.txt"), tally(number % 7, number % 3));
        }
        let worst: Vec<(&str, Tally)> = summary.worst().collect();
        assert_eq!(worst.len(), MOST_WORST);
        assert_eq!(worst[0], ("20.txt", tally(6, 2)));
        assert_eq!(worst[1], ("41.txt", tally(6, 2)));
        assert_eq!(worst[2], ("13.txt", tally(6, 1)));
    }

    #[test]
    fn says_what_all_come_to() {
        let mut summary = Summary::default();
        summary.add("甲.txt", tally(2, 10));
        summary.add("乙.txt", Tally::default());
        summary.fail();
        assert_eq!(
            summary.table(Lang::Zh),
            "共检查 2 份，另有 1 份未能检查：错误 2，提醒 10，提示 0；未发现问题 1 份\n  算式 0 个，成立 0 个\n\
             \x20     错误     提醒     提示  问题最多的文件\n         2       10        0  甲.txt\n"
        );
        assert!(summary.table(Lang::En).contains("1 could not be checked"));
        assert_eq!(summary.inputs(), 3);
    }
}
