//! How much of a text is checked: a draft has kilobytes, so whatever is longer than [`MOST_BYTES`]
//! is cut there, and the review says so.
//!
//! *Invariant:* the part that is checked is a beginning of the text and ends between two characters,
//! after a whole paragraph where one ends near the limit.

use crate::Lang;

/// The longest text that is checked whole, in bytes of UTF-8: 10 MB.
pub const MOST_BYTES: usize = 10 << 20;

/// How far before the limit the end of a paragraph, then of a sentence, is looked for.
const NEAR: usize = 1 << 20;

/// The beginning of `text` that is checked: all of it, or nearly [`MOST_BYTES`].
pub fn checked_part(text: &str) -> &str {
    beginning(text, MOST_BYTES, NEAR)
}

/// What is said of a text of which only a part was checked.
pub fn notice(lang: Lang) -> String {
    let megabytes = MOST_BYTES >> 20;
    lang.pick(
        format!("前 {megabytes} MB 已检查，其后未检查。请把文本拆成几份，分别检查。"),
        format!(
            "The first {megabytes} MB were checked, the rest was not. Split the text and check each part."
        ),
    )
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
        assert!(notice(Lang::Zh).starts_with("前 10 MB 已检查"));
        assert!(notice(Lang::En).starts_with("The first 10 MB"));
    }
}
