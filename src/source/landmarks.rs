//! The characters of the view at which the readers of facts and signs stop.
//!
//! Takes the folded view, gives every mark, digit and Chinese numeral in it, but no other Chinese
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
#[derive(Clone, Debug, Default)]
pub struct Landmarks(Vec<Landmark>);

impl Landmarks {
    /// The landmarks of `view`.
    pub fn of(view: &str) -> Self {
        let is_landmark = |ch: char| match ch {
            'A'..='Z' | 'a'..='z' => false,
            '一'..='龥' => numeral::is_numeral(ch),
            _ => true,
        };
        let landmarks = view.char_indices().filter(|&(_, ch)| is_landmark(ch));
        Self(landmarks.map(|(at, sign)| Landmark { at: at as u32, sign }).collect())
    }

    /// All of them.
    pub fn all(&self) -> &[Landmark] {
        &self.0
    }

    /// Those that stand in `span`.
    pub fn within(&self, span: ViewSpan) -> &[Landmark] {
        let first = self.0.partition_point(|landmark| landmark.at < span.start);
        let rest = self.0.get(first..).unwrap_or(&[]);
        rest.get(..rest.partition_point(|landmark| landmark.at < span.end)).unwrap_or(&[])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stops_at_marks_and_numerals() {
        let landmarks = Landmarks::of("共12件，A级十件");
        let signs: String = landmarks.all().iter().map(|landmark| landmark.sign).collect();
        assert_eq!(signs, "12，十");
        let comma = landmarks.within(ViewSpan::new(4, 9)).last().copied();
        assert_eq!(comma, Some(Landmark { at: 8, sign: '，' }));
        assert_eq!(comma.map(Landmark::end), Some(11));
    }
}
