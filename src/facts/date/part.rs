//! Numerals as dates write them: 2023, 01, 二〇二三, 十二, 二○二三.
//!
//! *Invariant:* a [`Part`] covers the whole run of numerals that it was read from.

use crate::numeral::{digit_of_row, of_capital, ordinal};
use crate::search;
use crate::source::ViewSpan;

/// One written part of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// The numeral alone, without 年, 月 or 日.
    pub span: ViewSpan,
    /// Its value as written: 24 for 24年.
    pub value: u16,
    /// How many characters it is written with.
    pub digits: u8,
    /// Arabic digits or Chinese numerals.
    pub script: Script,
    /// The sign for nought where it is written in Chinese numerals: 〇, or one of ○ 零 O 0.
    pub zero: Option<char>,
    /// Whether a numeral in it is one of those that cheques are written in: 壹, 贰.
    pub is_capital: bool,
}

/// What a numeral is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    /// 0 to 9.
    Arabic,
    /// 一 to 十 and signs for nought.
    Chinese,
}

impl Part {
    /// Whether it is padded with a nought, as 01 is.
    pub fn is_padded(&self) -> bool {
        self.script == Script::Arabic && self.digits == 2 && self.value < 10
    }

    /// Whether it is short enough for a month or a day.
    pub(super) fn is_short(&self) -> bool {
        self.digits <= if self.script == Script::Arabic { 2 } else { 3 }
    }

    /// Whether it is one or two Arabic digits.
    pub(super) fn is_short_arabic(&self) -> bool {
        self.script == Script::Arabic && self.digits <= 2
    }

    /// Whether its sign for nought is another than 〇.
    pub fn has_wrong_zero(&self) -> bool {
        self.zero.is_some_and(|zero| zero != '〇')
    }
}

/// The whole number that `text` is nothing but: 7, 七, 两, 十五.
pub fn whole_number(text: &str) -> Option<u16> {
    if text == "两" {
        return Some(2);
    }
    let (end, part) = read(text, 0);
    part.filter(|_| end == text.len()).map(|part| part.value)
}

/// Whether a numeral may begin with `ch`.
pub(super) fn begins(ch: char) -> bool {
    ch.is_ascii_digit() || digit_of_row(ch).is_some() || ch == '十'
}

/// The end of the run of numerals at `at`.
pub(super) fn end(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or("");
    let length = if is_arabic(rest) {
        rest.bytes().position(|byte| !byte.is_ascii_digit())
    } else {
        // 二0二三 and 二O二三 are typed for 二〇二三.
        rest.find(|ch| !(begins(ch) || matches!(ch, 'O' | 'o') || of_capital(ch).is_some()))
    };
    at + length.unwrap_or(rest.len())
}

fn is_arabic(run: &str) -> bool {
    run.as_bytes().first().is_some_and(u8::is_ascii_digit)
}

/// The end of the run of numerals at `at` and, if it can be read, the numeral.
pub(super) fn read(text: &str, at: usize) -> (usize, Option<Part>) {
    let end = end(text, at);
    let run = text.get(at..end).unwrap_or("");
    let part = match run {
        "" => None,
        _ if is_arabic(run) => arabic(run),
        _ => chinese(run),
    };
    (end, part.map(|part| Part { span: ViewSpan::new(at, end), ..part }))
}

fn arabic(run: &str) -> Option<Part> {
    let value = if run.len() <= 5 { run.parse().ok()? } else { return None };
    let digits = u8::try_from(run.len()).ok()?;
    Some(Part {
        span: ViewSpan::default(),
        value,
        digits,
        script: Script::Arabic,
        zero: None,
        is_capital: false,
    })
}

fn chinese(run: &str) -> Option<Part> {
    if run.contains(|ch| of_capital(ch).is_some()) {
        let plain: String = run.chars().map(|ch| of_capital(ch).unwrap_or(ch)).collect();
        return chinese(&plain).map(|part| Part { is_capital: true, ..part });
    }
    let digits = u8::try_from(search::length(run)).ok().filter(|&digits| digits <= 4)?;
    let mut zero = None;
    let value = match search::find(run, "十").is_some() {
        true => ordinal(run)?.try_into().ok()?,
        false => {
            let mut value = 0;
            for ch in run.chars() {
                let digit = match ch {
                    '0' | 'O' | 'o' => 0,
                    _ => digit_of_row(ch)?.try_into().ok()?,
                };
                if digit == 0 && zero.is_none_or(|zero| zero == '〇') {
                    zero = Some(ch);
                }
                value = value * 10 + digit;
            }
            value
        }
    };
    Some(Part { span: ViewSpan::default(), value, digits, script: Script::Chinese, zero, is_capital: false })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn value(text: &str) -> Option<u16> {
        let (end, part) = read(text, 0);
        assert_eq!(end, text.len());
        part.map(|part| part.value)
    }

    #[test]
    fn reads_both_scripts() {
        for (text, expected) in
            [("2023", 2023), ("01", 1), ("十", 10), ("十二", 12), ("二十", 20), ("三十一", 31), ("七", 7)]
        {
            assert_eq!(value(text), Some(expected), "{text}");
        }
        for text in ["二〇二三", "二○二三", "二零二三", "二O二三", "二0二三"] {
            assert_eq!(value(text), Some(2023), "{text}");
        }
        assert_eq!(value("123456"), None);
        assert_eq!(value("二十十"), None);
    }

    #[test]
    fn remembers_the_writing() {
        let part = |text| read(text, 0).1.unwrap();
        assert!(part("01").is_padded() && !part("10").is_padded() && !part("1").is_padded());
        assert!(part("二○二三").has_wrong_zero() && !part("二〇二三").has_wrong_zero());
        assert_eq!(part("二O二三").zero, Some('O'));
        assert!(part("壹").is_capital && part("拾贰").value == 12 && !part("十二").is_capital);
    }
}
