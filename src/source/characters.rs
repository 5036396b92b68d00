//! Which characters a text is made of.
//!
//! Takes a text, answers for every character whether it stands there at all: most of what a rule
//! looks for is in no draft, and need not be looked for.
//!
//! *Invariant:* a character that stands in the text is never denied.

use super::fold::folded_characters;

/// The characters of a text and of its folded view.
#[derive(Clone, Debug)]
pub struct Characters {
    /// A bit for every character of the basic plane.
    basic: Box<[u64; 1 << 10]>,
    /// Whether there are any of another plane.
    others: bool,
    /// How many characters of the text are no white space.
    visible: usize,
}

impl Characters {
    /// No characters, ready to note some.
    pub(super) fn none() -> Self {
        Self { basic: Box::new([0; 1 << 10]), others: false, visible: 0 }
    }

    /// Notes `ch` of the text.
    pub(super) fn note(&mut self, ch: char) {
        self.add(ch);
        self.visible += usize::from(!ch.is_whitespace());
    }

    /// Notes the Chinese character of the text that is made of these three bytes; whoever does that counts it.
    #[inline]
    pub(super) fn note_chinese(&mut self, lead: u8, middle: u8, last: u8) {
        let cell = usize::from(lead & 15) << 6 | usize::from(middle & 63);
        if let Some(bits) = self.basic.get_mut(cell) {
            *bits |= 1 << (last & 63);
        }
    }

    /// Counts so many Chinese characters, each of which was noted.
    pub(super) fn count(&mut self, chinese: usize) {
        self.visible += chinese;
    }

    /// Adds what the folded view shows for the characters noted.
    pub(super) fn note_folded(&mut self) {
        for (ch, shown) in folded_characters() {
            if self.has(ch) {
                self.add(shown);
            }
        }
    }

    fn add(&mut self, ch: char) {
        match self.basic.get_mut(ch as usize >> 6) {
            Some(bits) => *bits |= 1 << (ch as u32 & 63),
            None => self.others = true,
        }
    }

    /// How many characters of the text are no white space.
    pub fn visible(&self) -> usize {
        self.visible
    }

    /// Whether `ch` stands in the text; for a character outside the basic plane, whether it may.
    pub fn has(&self, ch: char) -> bool {
        self.basic.get(ch as usize >> 6).map_or(self.others, |bits| bits >> (ch as u32 & 63) & 1 == 1)
    }

    /// Whether one of `signs` stands in the text.
    pub fn has_any(&self, signs: &[char]) -> bool {
        signs.iter().any(|&sign| self.has(sign))
    }

    /// Whether every character of `word` stands in the text; if not, the word does not either.
    pub fn may_hold(&self, word: &str) -> bool {
        word.chars().all(|ch| self.has(ch))
    }
}

#[cfg(test)]
mod tests {
    use super::super::scan::Scan;
    use super::*;

    #[test]
    fn tells_neighbours_apart() {
        for ch in '\u{3ffe}'..='\u{a001}' {
            let characters = Scan::new(&ch.to_string()).characters;
            let found = ('\u{3ffd}'..='\u{a002}').filter(|&ch| characters.has(ch)).collect::<String>();
            assert_eq!((found, characters.visible()), (ch.to_string(), 1));
        }
    }

    #[test]
    fn knows_what_stands_in_the_text() {
        let characters = Scan::new("共１2件,𠀀").characters;
        assert!(characters.has('共') && characters.has_any(&['×', '，']) && characters.may_hold("2件"));
        assert!(characters.has('1') && characters.has('１'));
        assert!(!characters.has('×') && !characters.may_hold("13") && characters.has('𠀀'));
        assert!(!Characters::none().has('a'));
    }
}
