//! Which characters a text is made of.
//!
//! Takes a text, answers for every character whether it stands there at all: most of what a rule
//! looks for is in no draft, and need not be looked for.
//!
//! *Invariant:* a character that stands in the text is never denied.

use super::view::folded_characters;

/// The characters of a text and of its folded view.
#[derive(Clone, Debug, Default)]
pub struct Characters {
    /// A bit for every character of the basic plane, made when the first is noted.
    basic: Vec<u64>,
    /// Whether there are any of another plane.
    others: bool,
}

impl Characters {
    /// The characters of `text` and of its folded view.
    pub fn of(text: &str) -> Self {
        let mut characters = Self { basic: vec![0; 1 << 10], others: false };
        text.chars().for_each(|ch| characters.note(ch));
        for (ch, shown) in folded_characters() {
            if characters.has(ch) {
                characters.note(shown);
            }
        }
        characters
    }

    fn note(&mut self, ch: char) {
        match self.basic.get_mut(ch as usize >> 6) {
            Some(bits) => *bits |= 1 << (ch as u32 & 63),
            None => self.others = true,
        }
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
    use super::*;

    #[test]
    fn knows_what_stands_in_the_text() {
        let characters = Characters::of("共１2件,𠀀");
        assert!(characters.has('共') && characters.has_any(&['×', '，']) && characters.may_hold("2件"));
        assert!(characters.has('1') && characters.has('１'));
        assert!(!characters.has('×') && !characters.may_hold("13") && characters.has('𠀀'));
        assert!(!Characters::default().has('a'));
    }
}
