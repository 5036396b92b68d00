//! The characters of the view at which the readers of facts and signs stop.
//!
//! Gives, as the view is folded, every mark, digit and Chinese numeral in it, but no other Chinese
//! character and no letter: three quarters of a draft need no second look.
//!
//! *Invariant:* landmarks come in the order of the view.

use super::ViewSpan;
use crate::numeral;

/// A mark, a digit or a Chinese numeral.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Landmark {
    /// Where it stands in the view, in bytes.
    pub at: u32,
    /// The character.
    pub sign: char,
}

impl Landmark {
    /// Behind it in the view, in bytes.
    pub fn end(self) -> u32 {
        self.at + self.sign.len_utf8() as u32
    }
}

/// The landmarks of one view.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Landmarks {
    all: Vec<Landmark>,
    marks: Vec<Landmark>,
    digits: Vec<Landmark>,
}

impl Landmarks {
    /// Room for so many.
    pub(super) fn with_capacity(count: usize) -> Self {
        let list = || Vec::with_capacity(count);
        Self { all: list(), marks: list(), digits: list() }
    }

    /// Adds the character `sign` at `at`; a letter is none.
    pub(super) fn note(&mut self, at: usize, sign: char) {
        if sign.is_ascii_alphabetic() {
            return;
        }
        let landmark = Landmark { at: at as u32, sign };
        let is_digit = sign.is_ascii_digit() || sign == '○' || numeral::is_numeral(sign);
        self.all.push(landmark);
        if is_digit { self.digits.push(landmark) } else { self.marks.push(landmark) }
    }

    /// The landmarks of `view`, each character looked at by itself.
    #[cfg(test)]
    pub(crate) fn of(view: &str) -> Self {
        let mut landmarks = Self::default();
        let is_word = |ch: char| ('一'..='龥').contains(&ch) && !numeral::is_numeral(ch);
        view.char_indices().filter(|&(_, ch)| !is_word(ch)).for_each(|(at, ch)| landmarks.note(at, ch));
        landmarks
    }

    /// All of them.
    pub fn all(&self) -> &[Landmark] {
        &self.all
    }

    /// Those that are no digits.
    pub fn marks(&self) -> &[Landmark] {
        &self.marks
    }

    /// Digits and Chinese numerals, ○ among them.
    pub fn digits(&self) -> &[Landmark] {
        &self.digits
    }
}

/// For each of `spans`, which come in the order of the view, the first of `landmarks` in it and one past the last.
pub fn ends_in(
    landmarks: &[Landmark],
    spans: impl Iterator<Item = ViewSpan>,
) -> impl Iterator<Item = (usize, usize)> {
    let mut at = 0;
    let mut pass = move |end: u32| {
        at += landmarks.get(at..).map_or(0, |rest| rest.iter().take_while(|next| next.at < end).count());
        at
    };
    spans.map(move |span| (pass(span.start), pass(span.end)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;
    use proptest::prelude::*;

    #[test]
    fn knows_every_numeral() {
        let text: String = ('\u{3001}'..='\u{a001}').collect();
        let source = Source::new(&text);
        assert_eq!(source.landmarks, Landmarks::of(&source.view.text));
    }

    proptest! {
        #[test]
        fn are_those_of_the_view(text in "[一件十,:。a1é𠀀龦〇 \u{3000}\u{200b}\n\t|Ａ１．・-]{0,24}") {
            let source = Source::new(&text);
            prop_assert_eq!(&source.landmarks, &Landmarks::of(&source.view.text));
        }
    }

    #[test]
    fn stops_at_marks_and_numerals() {
        let landmarks = Landmarks::of("共12件，A级十件");
        let signs: String = landmarks.all().iter().map(|landmark| landmark.sign).collect();
        assert_eq!(signs, "12，十");
        let spans = [ViewSpan::new(0, 5), ViewSpan::new(5, 9)];
        let ends: Vec<_> = ends_in(landmarks.all(), spans.into_iter()).collect();
        assert_eq!((ends, landmarks.digits().len()), (vec![(0, 2), (2, 3)], 3));
        let comma = landmarks.marks().first().copied();
        assert_eq!(comma, Some(Landmark { at: 8, sign: '，' }));
        assert_eq!(comma.map(Landmark::end), Some(11));
    }
}
