//! How much of a text is checked and how much is told of it: a draft has kilobytes and some dozen
//! findings, so whatever goes beyond [`MOST_BYTES`] or [`MOST_FINDINGS`] is cut there, and the review
//! says so.
//!
//! *Invariant:* the part that is checked is a beginning of the text and ends between two characters,
//! after a whole paragraph where one ends near the limit; nothing is cut without a notice.

use crate::Lang;
use crate::review::Severity;
use crate::rules::Finding;

/// The longest text that is checked whole, in bytes of UTF-8: 10 MB.
pub const MOST_BYTES: usize = 10 << 20;

/// How many findings a review holds at most: the worst, in the order of the text.
pub const MOST_FINDINGS: usize = 10_000;

/// How far before the limit the end of a paragraph, then of a sentence, is looked for.
const NEAR: usize = 1 << 20;

/// The beginning of `text` that is checked: all of it, or nearly [`MOST_BYTES`].
pub fn checked_part(text: &str) -> &str {
    beginning(text, MOST_BYTES, NEAR)
}

/// What is said of a text of which only a part was checked or not all that was found is told.
pub fn notice(is_cut: bool, is_told_in_part: bool, lang: Lang) -> Option<String> {
    let megabytes = MOST_BYTES >> 20;
    let cut = lang.pick(
        format!("前 {megabytes} MB 已检查，其后未检查。请把文本拆成几份，分别检查。"),
        format!(
            "The first {megabytes} MB were checked, the rest was not. Split the text and check each part."
        ),
    );
    let told = lang.pick(
        format!("问题超过 {MOST_FINDINGS} 处，只列出较重的 {MOST_FINDINGS} 处。请改正后再检查。"),
        format!("More than {MOST_FINDINGS} problems: only the {MOST_FINDINGS} worst are listed. Correct them and check again."),
    );
    match (is_cut, is_told_in_part) {
        (false, false) => None,
        (true, false) => Some(cut),
        (false, true) => Some(told),
        (true, true) => Some(format!("{cut}{}{told}", lang.pick("", " "))),
    }
}

/// Leaves the [`MOST_FINDINGS`] worst of `findings` in their order; whether there were more.
pub(crate) fn keep_worst(findings: &mut Vec<Finding>) -> bool {
    if findings.len() <= MOST_FINDINGS {
        return false;
    }
    let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    let mut room = MOST_FINDINGS;
    let mut left = [Severity::Error, Severity::Warning, Severity::Hint].map(|severity| {
        let kept = count(severity).min(room);
        room -= kept;
        (severity, kept)
    });
    findings.retain(|finding| match left.iter_mut().find(|(severity, _)| *severity == finding.severity) {
        Some((_, left @ 1..)) => {
            *left -= 1;
            true
        }
        _ => false,
    });
    true
}

/// Whether a rule misses what may well stand in the part of the text that was not read.
pub(crate) fn may_stand_behind(rule: &str) -> bool {
    matches!(rule, "missing-section" | "missing-sign-off")
}

fn beginning(text: &str, most: usize, near: usize) -> &str {
    if text.len() <= most {
        return text;
    }
    let whole = text.get(..boundary(text, most)).unwrap_or("");
    let from = boundary(text, most.saturating_sub(near));
    let last = whole.get(from..).unwrap_or("");
    let after = |mark: &str| last.rfind(mark).map(|at| from + at + mark.len());
    let end = after("\n").or_else(|| after("\r")).or_else(|| after("。"));
    end.and_then(|end| whole.get(..end)).unwrap_or(whole)
}

/// The last place between two characters that is not behind `at`.
fn boundary(text: &str, at: usize) -> usize {
    (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_where_a_paragraph_or_a_sentence_ends() {
        for (text, most, part) in [
            ("甲。\n乙。\n", 100, "甲。\n乙。\n"),
            ("甲。\n乙。\n", 13, "甲。\n"),
            ("甲。\n乙。\n", 14, "甲。\n乙。\n"),
            ("甲乙。丙丁", 14, "甲乙。"),
            ("甲乙丙", 7, "甲乙"),
            ("甲\n乙乙乙乙乙", 18, "甲\n乙乙乙乙"),
        ] {
            assert_eq!(beginning(text, most, 10), part, "{text:?} {most}");
        }
    }

    #[test]
    fn says_how_much() {
        let says = |is_cut, is_told_in_part, lang, words: &[&str]| {
            notice(is_cut, is_told_in_part, lang)
                .is_some_and(|said| words.iter().all(|word| said.contains(word)))
        };
        assert!(says(true, false, Lang::Zh, &["前 10 MB 已检查"]));
        assert!(says(true, true, Lang::En, &["The first 10 MB were checked", "10000 worst are listed"]));
        assert!(says(false, true, Lang::Zh, &["只列出较重的 10000 处"]));
        assert_eq!(notice(false, false, Lang::Zh), None);
    }
}
