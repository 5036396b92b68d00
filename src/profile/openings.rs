//! Which parts of a profile each heading of a paper opens.
//!
//! *Invariant:* every heading is read once; whoever asks gets the same answer.

use super::Profile;
use crate::document::Document;
use crate::source::Source;

/// What the headings of one paper open; parts are counted in the profile's order.
#[derive(Debug, Default)]
pub struct Openings {
    /// For every heading of the document.
    headings: Vec<Vec<usize>>,
    /// For every block that may be a heading without a number: its index and what it opens.
    unnumbered: Vec<(usize, Vec<usize>)>,
}

impl Openings {
    /// Reads the headings of `document` with the patterns of `profile`.
    pub fn read(profile: &Profile, source: &Source<'_>, document: &Document) -> Self {
        let opened = |text: &str| -> Vec<usize> {
            profile
                .sections
                .iter()
                .enumerate()
                .filter(|(_, part)| part.opens(text))
                .map(|(at, _)| at)
                .collect()
        };
        let headings = document.headings.iter().map(|heading| opened(source.folded(heading.text))).collect();
        let unnumbered = (0..document.blocks.len())
            .filter(|&at| document.is_unnumbered_heading(source, at))
            .filter_map(|at| Some((at, opened(source.folded(document.blocks.get(at)?.span)))))
            .filter(|(_, parts)| !parts.is_empty())
            .collect();
        Self { headings, unnumbered }
    }

    /// The parts that the heading at `index` opens.
    pub fn of_heading(&self, index: usize) -> &[usize] {
        self.headings.get(index).map_or(&[], Vec::as_slice)
    }

    /// The parts that the block at `index` opens as a heading without a number.
    pub fn of_block(&self, index: usize) -> &[usize] {
        let found = self.unnumbered.binary_search_by_key(&index, |(at, _)| *at).ok();
        found.and_then(|at| self.unnumbered.get(at)).map_or(&[], |(_, parts)| parts.as_slice())
    }

    /// The first block that opens the part at `section` as a heading without a number.
    pub fn first_block_of(&self, section: usize) -> Option<usize> {
        self.unnumbered.iter().find(|(_, parts)| parts.contains(&section)).map(|(at, _)| *at)
    }
}
