//! Arabic digits with thousands marks and a decimal point.
//!
//! *Invariant:* the value is exact; digits that are too many to be held have none.

use super::{Decimal, measure};

/// The decimal at `at` with thousands marks, and the byte behind it.
pub fn lex_digits(view: &str, at: usize) -> Option<(Decimal, usize)> {
    let bytes = view.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut end = at;
    let mut mantissa: i128 = 0;
    let mut scale: u8 = 0;
    let take = |end: &mut usize, mantissa: &mut i128| -> Option<()> {
        while let Some(byte) = bytes.get(*end).filter(|byte| byte.is_ascii_digit()) {
            *mantissa = mantissa.checked_mul(10)?.checked_add(i128::from(byte - b'0'))?;
            *end += 1;
        }
        Some(())
    };
    take(&mut end, &mut mantissa)?;
    if end - at <= 3 {
        loop {
            let mark = match bytes.get(end) {
                Some(b',' | b' ') => 1,
                Some(_) if view.get(end..).is_some_and(|rest| rest.starts_with('，')) => '，'.len_utf8(),
                _ => break,
            };
            let group = end + mark;
            if !(group..group + 3).all(is_digit) || is_digit(group + 3) {
                break;
            }
            // A full-width comma is a thousands mark only where a measure word follows at once.
            if mark > 1 && measure::read(view.get(group + 3..).unwrap_or("")).is_none() {
                break;
            }
            end = group;
            take(&mut end, &mut mantissa)?;
        }
    }
    if bytes.get(end) == Some(&b'.') && is_digit(end + 1) {
        let point = end + 1;
        end = point;
        take(&mut end, &mut mantissa)?;
        scale = u8::try_from(end - point).ok()?;
    }
    Some((Decimal::new(mantissa, scale)?, end))
}

/// Where the digits and points that begin at `at` of `view` end, though they form no figure; behind `at` in any case.
pub fn skip_digits(view: &str, at: usize) -> usize {
    let digits = view.as_bytes().get(at..).unwrap_or_default();
    at + digits.iter().take_while(|byte| byte.is_ascii_digit() || **byte == b'.').count().max(1)
}
