//! The sentences of a draft, for whoever asks in which of them something stands.
//!
//! *Invariant:* one sweep over the text; an answer is never longer than [`LONGEST`], so that very
//! many questions about one sentence that never ends cost no more than as many short ones.

use super::{Signs, Span};

/// Longer, in bytes, than any sentence that a person writes.
const LONGEST: usize = 3000;

/// How many bytes before and behind a place stand for a sentence that is longer.
const AROUND: usize = 300;

/// Where the sentences of a text end.
pub struct Sentences<'a> {
    text: &'a str,
    /// The full stops: where each begins and ends.
    stops: Vec<(usize, usize)>,
}

impl<'a> Sentences<'a> {
    /// The sentences of `text`, in which stand `signs`.
    pub fn new(text: &'a str, signs: &Signs) -> Self {
        let stops = signs.all().iter().filter(|sign| matches!(sign.sign, '。' | '！' | '？' | '\n'));
        Self { text, stops: stops.map(|stop| (stop.at as usize, stop.end() as usize)).collect() }
    }

    /// The sentence in which `span` begins, without its full stop; of a sentence that never ends, the
    /// part around the place.
    pub fn around(&self, span: Span) -> &'a str {
        let at = (span.start as usize).min(self.text.len());
        let next = self.stops.partition_point(|&(stop, _)| stop < at);
        let before = next.checked_sub(1).and_then(|before| self.stops.get(before));
        let start = before.map_or(0, |&(_, end)| end);
        let end = self.stops.get(next).map_or(self.text.len(), |&(stop, _)| stop);
        let (start, end) = match end.saturating_sub(start) > LONGEST {
            true => {
                let near = self.boundary(at.saturating_sub(AROUND));
                (start.max(near), end.min(self.boundary(at.saturating_add(AROUND))))
            }
            false => (start, end),
        };
        self.text.get(start..end).unwrap_or("")
    }

    /// The first place at `at` or behind it that cuts no character in two.
    fn boundary(&self, at: usize) -> usize {
        (at..self.text.len()).find(|&at| self.text.is_char_boundary(at)).unwrap_or(self.text.len())
    }
}

#[cfg(test)]
mod tests {
    use super::super::scan::Scan;
    use super::*;

    fn around(text: &str, at: usize) -> &str {
        Sentences::new(text, &Scan::new(text).signs).around(Span::new(at, at))
    }

    #[test]
    fn finds_the_sentence_of_a_place() {
        let text = "甲。乙！丙\n丁";
        assert_eq!(
            [0, 3, 6, 9, 12, 15, 16, 19].map(|at| around(text, at)),
            ["甲", "甲", "乙", "乙", "丙", "丙", "丁", "丁"]
        );
        assert_eq!(around("", 7), "");
    }

    #[test]
    fn gives_a_part_of_a_sentence_that_never_ends() {
        let text = "长".repeat(5000);
        assert_eq!(around(&text, 0).len(), AROUND);
        assert_eq!(around(&text, 9000).len(), 2 * AROUND);
        assert_eq!(around(&text, text.len()).len(), AROUND);
    }
}
