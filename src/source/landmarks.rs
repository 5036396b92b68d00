//! The characters of the view at which the readers of facts and signs stop.
//!
//! Takes the folded view, gives every mark, digit and Chinese numeral in it, but no other Chinese
//! character and no letter: three quarters of a draft need no second look.
//!
//! *Invariant:* landmarks come in the order of the view.

use super::ViewSpan;
use crate::numeral::{self, NUMERALS};
use crate::search;

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

/// A bit for each spot where a Chinese numeral falls.
#[expect(clippy::indexing_slicing, reason = "worked out by the compiler, which would refuse a bad index")]
const NUMERAL_SPOTS: [u64; 8] = {
    let (mut bits, mut at) = ([0; 8], 0);
    while at < NUMERALS.len() {
        let [lead, middle, last, _] = {
            let mut bytes = [0; 4];
            NUMERALS[at].encode_utf8(&mut bytes);
            bytes
        };
        let spot = spot(lead, middle, last);
        bits[spot / 64] |= 1 << (spot % 64);
        at += 1;
    }
    bits
};

/// Where a character of three bytes falls among 512 spots: few others fall where a numeral does.
const fn spot(lead: u8, middle: u8, last: u8) -> usize {
    let code = (lead as u32) << 16 | (middle as u32) << 8 | last as u32;
    (code.wrapping_mul(0x9e37_79b1) >> 23) as usize
}

/// The landmarks of one view.
#[derive(Clone, Debug, Default)]
pub struct Landmarks {
    all: Vec<Landmark>,
    marks: Vec<Landmark>,
    digits: Vec<Landmark>,
}

impl Landmarks {
    /// The landmarks of `view`.
    pub fn of(view: &str) -> Self {
        let is_landmark = |ch: char| match ch {
            'A'..='Z' | 'a'..='z' => false,
            '一'..='龥' => numeral::is_numeral(ch),
            _ => true,
        };
        let bytes = view.as_bytes();
        let mut landmarks = Self::default();
        let mut next = 0;
        while let Some(&lead) = bytes.get(next) {
            let at = next;
            next += search::width(lead);
            if let (0xe4..=0xe9, Some(&middle), Some(&last)) = (lead, bytes.get(at + 1), bytes.get(at + 2)) {
                let spot = spot(lead, middle, last);
                let may_be_numeral =
                    NUMERAL_SPOTS.get(spot / 64).is_none_or(|bits| bits >> (spot % 64) & 1 == 1);
                // 一 is E4 B8 80; U+9F80 and what follows is looked at.
                let is_chinese = (0xe4b8..0xe9be).contains(&u16::from_be_bytes([lead, middle]));
                if is_chinese && !may_be_numeral {
                    continue;
                }
            }
            match view.get(at..).and_then(|rest| rest.chars().next()) {
                Some(sign) if is_landmark(sign) => landmarks.push(Landmark { at: at as u32, sign }),
                _ => {}
            }
        }
        landmarks
    }

    fn push(&mut self, landmark: Landmark) {
        let is_digit =
            landmark.sign.is_ascii_digit() || landmark.sign == '○' || numeral::is_numeral(landmark.sign);
        self.all.push(landmark);
        if is_digit { self.digits.push(landmark) } else { self.marks.push(landmark) }
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

    #[test]
    fn knows_every_numeral() {
        for ch in '\u{3000}'..='\u{9fff}' {
            assert_eq!(Landmarks::of(&ch.to_string()).all().len(), usize::from(is_stop(ch)), "{ch}");
        }
    }

    fn is_stop(ch: char) -> bool {
        !('一'..='龥').contains(&ch) || numeral::is_numeral(ch)
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
