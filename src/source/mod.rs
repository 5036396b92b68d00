//! From the pasted text to one that can be read: lines re-joined, characters folded.
//!
//! Takes the decoded text, gives [`Source`]: the physical lines, the paragraphs that they form once
//! page breaks are undone, and a folded [`View`] in which the lexers read.
//!
//! *Invariant:* every position in the view leads back to the original text.

mod cells;
mod characters;
#[cfg(feature = "cli")]
pub mod decode;
mod fold;
mod landmarks;
mod lines;
mod lone_cells;
mod markers;
mod scan;
mod sentence;
mod shape;
mod spaced;
mod span;
mod utf16;
mod view;

pub use characters::Characters;
pub use landmarks::{Landmark, Landmarks, ends_in};
pub use lines::{Line, Paragraph, Row};
use scan::Scan;
pub use scan::Signs;
pub use sentence::Sentences;
pub use span::{Span, ViewSpan};
pub use utf16::to_utf16;
pub use view::View;

/// A draft's text with its paragraphs and its folded view.
pub struct Source<'a> {
    /// The decoded text, as pasted.
    pub text: &'a str,
    /// What it and its folded view are made of.
    pub characters: Characters,
    /// Where its marks and blanks stand.
    pub signs: Signs,
    /// The folded view: one line per paragraph or table row.
    pub view: View,
    /// Where marks and numerals stand in the view.
    pub landmarks: Landmarks,
    /// The paragraphs, in the order of the text.
    pub paragraphs: Vec<Paragraph>,
}

impl<'a> Source<'a> {
    /// Reads `text`: splits it into lines, re-joins what page breaks cut, folds it.
    pub fn new(text: &'a str) -> Self {
        let scan = Scan::new(text);
        let lines = lines::split(&scan);
        let (mut view, paragraphs) = lines::fold(&scan, &lines);
        let landmarks = std::mem::take(&mut view.landmarks);
        let Scan { characters, signs, .. } = scan;
        Self { text, characters, signs, view, landmarks, paragraphs }
    }

    /// The text of `span` in the draft.
    pub fn quote(&self, span: Span) -> &'a str {
        self.text.get(span.start as usize..span.end as usize).unwrap_or("")
    }

    /// The text of `span` in the folded view.
    pub fn folded(&self, span: ViewSpan) -> &str {
        span.of(&self.view.text)
    }

    /// Where `span` of the view stands in the draft.
    pub fn original(&self, span: ViewSpan) -> Span {
        self.view.original(span)
    }
}
