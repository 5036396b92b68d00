//! Where UTF-16 offsets stand in the text: line, column and byte; and how wide text is on a terminal.
//!
//! *Invariant:* every offset of a review is found in one sweep over the text.

use std::collections::HashMap;

/// One offset as a reader counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    /// Line, from 1.
    pub(super) line: usize,
    /// Character in the line, from 1.
    pub(super) column: usize,
    /// UTF-16 code unit in the line, from 1.
    pub(super) unit_column: u32,
    /// Byte of the text.
    pub(super) byte: usize,
    /// Byte at which its line begins.
    pub(super) line_start: usize,
}

/// The places of many offsets.
pub(super) struct Places(HashMap<u32, Place>);

impl Places {
    /// Finds `offsets`, which count UTF-16 code units of `text`.
    pub(super) fn new(text: &str, mut offsets: Vec<u32>) -> Self {
        offsets.sort_unstable();
        offsets.dedup();
        let mut places = HashMap::with_capacity(offsets.len());
        let mut offsets = offsets.into_iter().peekable();
        let mut here = Place { line: 1, column: 1, unit_column: 1, byte: 0, line_start: 0 };
        let mut unit = 0;
        let mut chars = text.chars().peekable();
        loop {
            while let Some(offset) = offsets.next_if(|&offset| offset <= unit) {
                places.insert(offset, here);
            }
            let Some(ch) = chars.next() else { break };
            let units = if ch.len_utf16() == 2 { 2 } else { 1 };
            unit += units;
            here.unit_column += units;
            here.byte += ch.len_utf8();
            here.column += 1;
            if ch == '\n' || (ch == '\r' && chars.peek() != Some(&'\n')) {
                let line = here.line + 1;
                here = Place { line, column: 1, unit_column: 1, byte: here.byte, line_start: here.byte };
            }
        }
        places.extend(offsets.map(|offset| (offset, here)));
        Self(places)
    }

    /// The place of an offset that was asked for.
    pub(super) fn get(&self, offset: u32) -> Place {
        self.0.get(&offset).copied().unwrap_or_default()
    }
}

/// How many columns of a terminal `ch` takes.
pub(super) fn width(ch: char) -> usize {
    match ch {
        '\u{300}'..='\u{36f}' | '\u{fe00}'..='\u{fe0f}' => 0,
        '\u{1100}'..='\u{115f}'
        | '\u{2e80}'..='\u{303e}'
        | '\u{3041}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{a4cf}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe6f}'
        | '\u{ff01}'..='\u{ff60}'
        | '\u{ffe0}'..='\u{ffe6}'
        | '\u{1f300}'..='\u{1f64f}'
        | '\u{1f900}'..='\u{1f9ff}'
        | '\u{20000}'..='\u{3fffd}' => 2,
        _ => 1,
    }
}

/// `text` without characters that would steer a terminal; they and line breaks become blanks.
pub(super) fn printable(text: &str) -> String {
    let steers = |ch: char| {
        ch.is_control()
            || matches!(ch, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
    };
    text.chars().map(|ch| if steers(ch) { ' ' } else { ch }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_lines_and_columns() {
        let text = "甲𠮷乙\r\n丙\r丁";
        let places = Places::new(text, vec![0, 3, 6, 7, 8, 99]);
        let at = |offset| (places.get(offset).line, places.get(offset).column);
        assert_eq!([at(0), at(3), at(6), at(7), at(8)], [(1, 1), (1, 3), (2, 1), (2, 2), (3, 1)]);
        assert_eq!(places.get(3).unit_column, 4);
        assert_eq!(at(99), (3, 2));
        assert_eq!(places.get(6).byte, places.get(6).line_start);
    }

    #[test]
    fn knows_wide_characters() {
        assert_eq!("共350项，“好”".chars().map(width).sum::<usize>(), 13);
    }

    #[test]
    fn steers_no_terminal() {
        assert_eq!(printable("a\u{1b}[31m\u{202e}b\n"), "a [31m b ");
    }
}
