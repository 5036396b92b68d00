//! UTF-8 byte offsets into UTF-16 code units, all in one sweep.
//!
//! *Invariant:* for every offset on a character boundary the answer is the number of UTF-16 code
//! units before it.

use crate::search;

/// The UTF-16 offset of each of `offsets`, which must be sorted; an offset inside a character counts
/// as the start of that character, one past the end as the end.
pub fn to_utf16(text: &str, offsets: &[u32]) -> Vec<u32> {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(offsets.len());
    let (mut at, mut units) = (0, 0);
    for &offset in offsets {
        while let Some(&lead) = bytes.get(at) {
            let width = search::width(lead);
            if at + width > offset as usize {
                break;
            }
            at += width;
            units += if width == 4 { 2 } else { 1 };
        }
        out.push(units);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn slice16(text: &str, start: u32, end: u32) -> String {
        let units: Vec<u16> = text.encode_utf16().collect();
        String::from_utf16(&units[start as usize..end as usize]).unwrap()
    }

    #[test]
    fn counts_two_units_for_characters_beyond_the_first_plane() {
        assert_eq!(to_utf16("a汉𠮷b", &[0, 1, 4, 8, 9]), [0, 1, 2, 4, 5]);
    }

    proptest! {
        #[test]
        fn slices_alike_in_both_encodings(
            text in "(a|9|汉|，|𠮷|😀|e\u{301}|\r\n|\u{3000}){0,40}",
            a in 0usize..200, b in 0usize..200,
        ) {
            let mut ends: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
            ends.push(text.len());
            let (a, b) = (ends[a % ends.len()], ends[b % ends.len()]);
            let (start, end) = (a.min(b), a.max(b));
            let units = to_utf16(&text, &[start as u32, end as u32]);
            prop_assert_eq!(slice16(&text, units[0], units[1]), text.get(start..end).unwrap());
        }
    }
}
