//! Chinese ordinals up to 99, as headings and enumerations count.
//!
//! *Invariant:* [`read`] and [`write`] are each other's inverse on 1 to 99.

const DIGITS: [char; 9] = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// The number that `text` writes, from 一 to 九十九.
pub fn read(text: &str) -> Option<u32> {
    let digit = |part: &str| {
        let mut chars = part.chars();
        let ch = chars.next()?;
        let at = DIGITS.iter().position(|&digit| digit == ch)?;
        chars.next().is_none().then_some(at as u32 + 1)
    };
    match text.split_once('十') {
        None => digit(text),
        Some((tens, ones)) => {
            let tens = if tens.is_empty() { 1 } else { digit(tens)? };
            let ones = if ones.is_empty() { 0 } else { digit(ones)? };
            Some(tens * 10 + ones)
        }
    }
}

/// `number` in Chinese; in digits beyond 99.
pub fn write(number: u32) -> String {
    let digit = |value: u32| {
        let at = usize::try_from(value).unwrap_or(usize::MAX).wrapping_sub(1);
        DIGITS.get(at).map(char::to_string).unwrap_or_default()
    };
    match number {
        1..=9 => digit(number),
        10..=19 => format!("十{}", digit(number - 10)),
        20..=99 => format!("{}十{}", digit(number / 10), digit(number % 10)),
        _ => number.to_string(),
    }
}

/// The characters that Chinese ordinals are made of.
pub fn is_numeral(ch: char) -> bool {
    ch == '十' || DIGITS.contains(&ch)
}

/// The leading run of Chinese numerals of `text`, with the number that it writes.
pub fn prefix(text: &str) -> Option<(u32, &str)> {
    let rest = text.trim_start_matches(is_numeral);
    let run = text.get(..text.len() - rest.len())?;
    Some((read(run)?, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_writes() {
        for number in 1..100 {
            assert_eq!(read(&write(number)), Some(number));
        }
        for text in ["", "百", "一二", "十十", "第一"] {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(prefix("十一、其他"), Some((11, "、其他")));
        assert_eq!(prefix("其他"), None);
    }
}
