//! Chinese numerals: 十二, 一百零八, 两千三百万; ordinals up to 99; years in characters.
//!
//! The only place that knows the digits. All stages use it, and it uses none of them.
//!
//! *Invariant:* only a well-formed numeral has a value; [`ordinal`] and [`write()`] are each other's
//! inverse on 1 to 99.

/// Every character of a numeral.
pub const NUMERALS: [char; 17] =
    ['零', '〇', '两', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '百', '千', '万', '亿'];

const DIGITS: [char; 9] = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// The value of `ch` where it is one of 一 to 九.
fn one_to_nine(ch: char) -> Option<u32> {
    Some(match ch {
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

/// The value of the digit `ch` of a numeral.
pub fn digit(ch: char) -> Option<u32> {
    match ch {
        '零' | '〇' => Some(0),
        '两' => Some(2),
        _ => one_to_nine(ch),
    }
}

/// The value of `ch` in a row of characters such as 二〇二三, also with ○ and 零 for 〇.
pub fn digit_of_row(ch: char) -> Option<u32> {
    match ch {
        '〇' | '○' | '零' => Some(0),
        _ => one_to_nine(ch),
    }
}

/// The plain numeral for the capital `ch` as cheques write it: 一 for 壹, 十 for 拾.
pub fn of_capital(ch: char) -> Option<char> {
    Some(match ch {
        '壹' => '一',
        '贰' => '二',
        '叁' => '三',
        '肆' => '四',
        '伍' => '五',
        '陆' => '六',
        '柒' => '七',
        '捌' => '八',
        '玖' => '九',
        '拾' => '十',
        _ => return None,
    })
}

fn unit(ch: char) -> Option<i128> {
    Some(match ch {
        '十' => 10,
        '百' => 100,
        '千' => 1000,
        _ => return None,
    })
}

fn section(ch: char) -> Option<i128> {
    Some(match ch {
        '万' => 10_000,
        '亿' => 100_000_000,
        _ => return None,
    })
}

/// Whether `ch` may stand in a numeral.
pub fn is_numeral(ch: char) -> bool {
    digit(ch).is_some() || unit(ch).is_some() || section(ch).is_some()
}

/// The value of the whole of `text` as a numeral; a row of characters such as 二〇二三 has none.
pub fn parse(text: &str) -> Option<i128> {
    let (mut total, mut part, mut pending) = (0i128, 0i128, None::<i128>);
    let (mut last_unit, mut last_section) = (i128::MAX, i128::MAX);
    let mut after_zero = false;
    let mut any = false;
    for ch in text.chars() {
        if let Some(value) = digit(ch) {
            if pending.is_some() {
                return None;
            }
            if value == 0 {
                if !any || after_zero {
                    return None;
                }
                after_zero = true;
            } else {
                pending = Some(value.into());
                after_zero = false;
            }
        } else if let Some(value) = unit(ch) {
            if value >= last_unit {
                return None;
            }
            let factor = match pending.take() {
                Some(factor) => factor,
                None if value == 10 && part == 0 && !after_zero => 1,
                None => return None,
            };
            part += factor * value;
            last_unit = value;
        } else {
            let value = section(ch)?;
            let whole = part + pending.take().unwrap_or(0);
            if whole == 0 || value >= last_section {
                return None;
            }
            total += whole * value;
            (part, last_unit, last_section) = (0, i128::MAX, value);
        }
        any = true;
    }
    (any && !after_zero).then(|| total + part + pending.unwrap_or(0))
}

/// Whether `ch` may stand in an ordinal.
pub fn is_ordinal(ch: char) -> bool {
    ch == '十' || one_to_nine(ch).is_some()
}

/// The number that `text` writes, from 一 to 九十九, as headings and enumerations count.
pub fn ordinal(text: &str) -> Option<u32> {
    let single = |part: &str| {
        let mut chars = part.chars();
        let value = one_to_nine(chars.next()?)?;
        chars.next().is_none().then_some(value)
    };
    match text.split_once('十') {
        None => single(text),
        Some((tens, ones)) => {
            let tens = if tens.is_empty() { 1 } else { single(tens)? };
            let ones = if ones.is_empty() { 0 } else { single(ones)? };
            Some(tens * 10 + ones)
        }
    }
}

/// The ordinal that `text` begins with, and what follows it.
pub fn ordinal_prefix(text: &str) -> Option<(u32, &str)> {
    let rest = text.trim_start_matches(is_ordinal);
    let run = text.get(..text.len() - rest.len())?;
    Some((ordinal(run)?, rest))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_numerals() {
        for (text, value) in [
            ("一", 1),
            ("两", 2),
            ("十", 10),
            ("十二", 12),
            ("二十", 20),
            ("一百零八", 108),
            ("一百一十", 110),
            ("两千三百", 2300),
            ("三千零五", 3005),
            ("一万二千", 12_000),
            ("两千三百万", 23_000_000),
            ("一亿零五百", 100_000_500),
            ("九千九百九十九", 9999),
        ] {
            assert_eq!(parse(text), Some(value), "{text}");
        }
    }

    #[test]
    fn refuses_what_is_no_numeral() {
        for text in ["", "二〇二三", "三四", "十四五", "八五", "百", "千万", "一百百", "零", "二零", "万"]
        {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn reads_the_ordinals_that_it_writes() {
        for number in 1..100 {
            assert_eq!(ordinal(&write(number)), Some(number));
        }
        for text in ["", "百", "一二", "十十", "第一", "两"] {
            assert_eq!(ordinal(text), None, "{text}");
        }
        assert_eq!(ordinal_prefix("十一、其他"), Some((11, "、其他")));
        assert_eq!(ordinal_prefix("其他"), None);
    }

    #[test]
    fn tells_the_digits_of_a_row_from_those_of_a_numeral() {
        assert_eq!(
            ['〇', '零', '○', '两', '九', '十'].map(digit_of_row),
            [Some(0), Some(0), Some(0), None, Some(9), None]
        );
        assert_eq!(
            ['〇', '零', '○', '两', '九', '十'].map(digit),
            [Some(0), Some(0), None, Some(2), Some(9), None]
        );
    }
}
