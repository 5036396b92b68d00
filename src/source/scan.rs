//! The first look at a draft: what it is made of, and where its marks, blanks and numerals stand.
//!
//! Takes the decoded text, gives [`Scan`]: three quarters of a draft are letters and Chinese characters
//! that no stage looks at for themselves.
//!
//! *Invariant:* signs come in the order of the text; between two of them stand only ASCII letters and
//! 一 to 龥 but for the numerals.

use super::{Characters, Landmark, Span};
use crate::numeral::{self, NUMERALS};

/// A text with its characters and signs.
pub struct Scan<'a> {
    /// The text.
    pub text: &'a str,
    /// The characters of it and of its folded view.
    pub characters: Characters,
    /// Its signs, with their places in it.
    pub signs: Signs,
}

/// The marks, blanks, digits and Chinese numerals of a draft with their places, and characters that few know.
#[derive(Clone, Debug, Default)]
pub struct Signs(Vec<Landmark>);

/// A bit for each second byte of a Chinese numeral, less 0x80: few other characters share one.
const NUMERAL_ROWS: u64 = {
    let (mut bits, mut rest): (u64, &[char]) = (0, &NUMERALS);
    while let [numeral, others @ ..] = rest {
        let [_, middle, ..] = {
            let mut bytes = [0; 4];
            numeral.encode_utf8(&mut bytes);
            bytes
        };
        bits |= 1 << (middle & 63);
        rest = others;
    }
    bits
};

/// Whether a character that begins with these bytes is one of 一 to U+9F7F; what few know behind it is looked at.
#[inline]
fn is_chinese(lead: u8, middle: u8) -> bool {
    // 一 is E4 B8 80.
    (0xe4b8..0xe9be).contains(&u16::from_be_bytes([lead, middle]))
}

/// The Chinese numeral of these bytes, if it is one.
#[inline]
fn numeral(lead: u8, middle: u8, last: u8) -> Option<char> {
    if NUMERAL_ROWS >> (middle & 63) & 1 == 0 {
        return None;
    }
    let code = u32::from(lead & 15) << 12 | u32::from(middle & 63) << 6 | u32::from(last & 63);
    char::from_u32(code).filter(|&ch| numeral::is_numeral(ch))
}

/// Whether the view is folded at `ch`, or has a landmark there.
fn is_sign(ch: char) -> bool {
    match ch {
        'A'..='Z' | 'a'..='z' => false,
        '一'..='龥' => numeral::is_numeral(ch),
        _ => true,
    }
}

impl<'a> Scan<'a> {
    /// Scans `text`.
    pub fn new(text: &'a str) -> Self {
        let mut characters = Characters::none();
        let mut chinese = 0;
        let mut signs = Vec::with_capacity(text.len() / 12);
        let mut rest = text.as_bytes();
        while let [lead, behind @ ..] = rest {
            let at = text.len() - rest.len();
            if let [middle, last, behind @ ..] = behind
                && is_chinese(*lead, *middle)
            {
                characters.note_chinese(*lead, *middle, *last);
                chinese += 1;
                if let Some(sign) = numeral(*lead, *middle, *last) {
                    signs.push(Landmark { at: at as u32, sign });
                }
                rest = behind;
                continue;
            }
            let Some(sign) = text.get(at..).and_then(|rest| rest.chars().next()) else { break };
            rest = rest.get(sign.len_utf8()..).unwrap_or(&[]);
            characters.note(sign);
            if is_sign(sign) {
                signs.push(Landmark { at: at as u32, sign });
            }
        }
        characters.count(chinese);
        characters.note_folded();
        Self { text, characters, signs: Signs(signs) }
    }
}

impl Signs {
    /// All of them.
    pub fn all(&self) -> &[Landmark] {
        &self.0
    }

    /// Those that stand in `span`.
    pub fn within(&self, span: Span) -> &[Landmark] {
        let first = self.0.partition_point(|sign| sign.at < span.start);
        let rest = self.0.get(first..).unwrap_or(&[]);
        rest.get(..rest.partition_point(|sign| sign.at < span.end)).unwrap_or(&[])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn stops_at_signs(text in "[一件,。a1é𠀀十〇龦䶵 \u{3000}]{0,24}") {
            let plain: Vec<_> = text.char_indices().filter(|&(_, ch)| is_sign(ch)).collect();
            let scan = Scan::new(&text);
            let found: Vec<_> = scan.signs.all().iter().map(|sign| (sign.at as usize, sign.sign)).collect();
            prop_assert_eq!(found, plain);
        }
    }
}
