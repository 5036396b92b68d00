//! Figures as a draft writes them, and altered ones.

use crate::random::Random;
use crate::vocabulary::NUMERALS;

pub fn strings(values: &[i64]) -> Vec<String> {
    values.iter().map(i64::to_string).collect()
}

/// Figures from 12 to 999, with some in the thousands.
pub fn figure(random: &mut Random) -> i64 {
    if random.one_in(5) { random.between(1000, 9000) } else { random.between(12, 999) }
}

/// Every figure altered by a small amount, each in turn.
pub fn altered(values: &[i64], random: &mut Random) -> Vec<(usize, String)> {
    let by = random.between(1, 9);
    values.iter().enumerate().map(|(at, value)| (at, (value + by).to_string())).collect()
}

pub fn decimal(value: i64, places: u32) -> String {
    let scale = 10i64.pow(places);
    if places == 0 {
        value.to_string()
    } else {
        format!("{}.{:0width$}", value / scale, value % scale, width = places as usize)
    }
}

/// `part` of `whole` in percent with `places` decimals, rounded half up.
pub fn percent(part: i64, whole: i64, places: u32) -> String {
    let scale = 10i64.pow(places);
    decimal((part * 200 * scale + whole) / (2 * whole), places)
}

/// Another rate, clearly off.
pub fn off(rate: &str, random: &mut Random) -> String {
    let (whole, rest) = rate.split_once('.').unwrap_or((rate, ""));
    let whole: i64 = whole.parse().unwrap();
    let by = random.between(2, 9);
    let moved = if whole > 50 { whole - by } else { whole + by };
    if rest.is_empty() { moved.to_string() } else { format!("{moved}.{rest}") }
}

/// `value` below ten thousand in Chinese numerals.
pub fn in_chinese(value: i64) -> String {
    let digit = |value: i64| ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"][value as usize];
    let mut out = String::new();
    let mut skipped = false;
    for (place, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let at = value / place % 10;
        if at == 0 {
            skipped = !out.is_empty();
            continue;
        }
        if skipped {
            out += "零";
        }
        skipped = false;
        // 十二, not 一十二.
        if !(out.is_empty() && place == 10 && at == 1) {
            out += digit(at);
        }
        out += name;
    }
    out
}

/// `figure` in digits, if it is in Chinese numerals.
pub fn in_digits(figure: &str) -> String {
    if figure.starts_with(|ch: char| ch.is_ascii_digit()) {
        return figure.to_owned();
    }
    let counted = NUMERALS.iter().position(|&numeral| numeral == figure);
    let value =
        counted.map(|value| value as i64).or_else(|| (0..10_000).find(|&value| in_chinese(value) == figure));
    value.unwrap().to_string()
}
