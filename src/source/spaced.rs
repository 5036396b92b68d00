//! Lines with a blank behind every character, as character recognition leaves them: 共 清 理 文 件 8 4 件.
//!
//! Takes a line and one of its blanks, and tells whether the digits on both sides of it are one number.
//!
//! *Invariant:* only where hardly any two Chinese characters of the line stand together: elsewhere a blank between
//! digits keeps two figures apart.

use super::fold::{fold_digit, is_blank};

/// The fewest pairs of Chinese characters kept apart that show how a line is written.
const LEAST_PAIRS: usize = 6;

/// One pair that stands together is borne for so many kept apart.
const PAIRS_FOR_ONE: usize = 8;

/// Whether the blank between `before` and `behind` stands between two digits that have blanks on their other sides too.
pub(super) fn parts_digits(before: &str, behind: &str) -> bool {
    let is_lone = |digit: Option<char>, next: Option<char>| {
        digit.is_some_and(|digit| fold_digit(digit).is_ascii_digit())
            && next.is_none_or(|next| is_blank(next) || !fold_digit(next).is_ascii_alphanumeric())
    };
    let (mut before, mut behind) = (before.chars().rev(), behind.chars());
    is_lone(before.next(), before.next()) && is_lone(behind.next(), behind.next())
}

/// Whether `line` has a blank behind nearly every character.
pub(super) fn is_spaced(line: &str) -> bool {
    let is_chinese = |ch: char| ('一'..='龥').contains(&ch);
    let (mut apart, mut together) = (0, 0);
    let (mut last, mut is_apart) = (false, false);
    for ch in line.chars() {
        if is_blank(ch) {
            is_apart = true;
            continue;
        }
        let this = is_chinese(ch);
        if last && this {
            *(if is_apart { &mut apart } else { &mut together }) += 1;
        }
        (last, is_apart) = (this, false);
    }
    apart >= LEAST_PAIRS && together * PAIRS_FOR_ONE <= apart
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_lines_with_a_blank_behind_every_character() {
        assert!(is_spaced("共 清 理 文 件 8 4 件 ，其 中 保 留 6 3 件 。"));
        assert!(!is_spaced("合 计 8 4 3"));
        assert!(!is_spaced("全县 清理 文件 8 4 件 其中 保留 6 件"));
        assert!(parts_digits("文 件 8", "4 件") && parts_digits("8", "4"));
        assert!(!parts_digits("文 件 18", "4 件") && !parts_digits("文 件 8", "40 件"));
    }
}
