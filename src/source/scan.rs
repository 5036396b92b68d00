//! The first look at a draft: what it is made of, and where its marks and blanks stand.
//!
//! Takes the decoded text, gives [`Scan`]: three quarters of a draft are letters, digits and Chinese characters
//! that no stage before the facts looks at.
//!
//! *Invariant:* signs come in the order of the text; between two of them stand only ASCII letters and digits and
//! U+4000 to U+9FFF.

use super::{Characters, Landmark, Span};
use crate::search;

/// A text with its characters and signs.
pub struct Scan<'a> {
    /// The text.
    pub text: &'a str,
    /// The characters of it and of its folded view.
    pub characters: Characters,
    /// Its signs, with their places in it.
    pub signs: Signs,
}

/// The characters of a draft that are neither letters nor digits nor Chinese, with their places.
#[derive(Clone, Debug, Default)]
pub struct Signs(Vec<Landmark>);

impl<'a> Scan<'a> {
    /// Scans `text`.
    pub fn new(text: &'a str) -> Self {
        let bytes = text.as_bytes();
        let mut characters = Characters::none();
        let mut signs = Vec::with_capacity(text.len() / 16);
        let mut next = 0;
        while let Some(&lead) = bytes.get(next) {
            let at = next;
            next += search::width(lead);
            match (lead, bytes.get(at + 1), bytes.get(at + 2)) {
                (0xe4..=0xe9, Some(&middle), Some(&last)) => characters.note_chinese(lead, middle, last),
                _ => {
                    let Some(sign) = text.get(at..).and_then(|rest| rest.chars().next()) else { break };
                    characters.note(sign);
                    if !sign.is_ascii_alphanumeric() {
                        signs.push(Landmark { at: at as u32, sign });
                    }
                }
            }
        }
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
        fn stops_at_signs(text in "[一件,。a1é𠀀 \u{3000}]{0,24}") {
            let is_sign = |ch: char| !ch.is_ascii_alphanumeric() && !('\u{4000}'..='\u{9fff}').contains(&ch);
            let plain: Vec<_> = text.char_indices().filter(|&(_, ch)| is_sign(ch)).collect();
            let scan = Scan::new(&text);
            let found: Vec<_> = scan.signs.all().iter().map(|sign| (sign.at as usize, sign.sign)).collect();
            prop_assert_eq!(found, plain);
        }
    }
}
