//! The paragraphs of a paper, each with what it is.
//!
//! Takes the [`Source`] and what its first paragraphs are, gives one [`Block`] for every paragraph.
//!
//! *Invariant:* the blocks stand in the order of the paragraphs; the marks and digits of a block lie in its span.

use crate::source::{Landmark, Paragraph, Row, Source, ViewSpan, ends_in};

/// One paragraph of the source.
#[derive(Clone, Debug)]
pub struct Block {
    /// Where it stands.
    pub span: ViewSpan,
    /// Its marks among those of the source: the first, and one past the last.
    marks: (usize, usize),
    /// Its digits, likewise.
    digits: (usize, usize),
    /// What it is.
    pub kind: BlockKind,
    /// The heading that it begins with, by place in [`Document::headings`](super::Document::headings).
    pub heading: Option<usize>,
}

/// What a paragraph is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// The organ alone above the paper.
    Letterhead,
    /// A document number alone on its line.
    DocumentNumber,
    /// A line of the title.
    Title,
    /// To whom the paper goes.
    Addressee,
    /// A paragraph that begins with a heading; its text may go on behind it.
    Heading,
    /// Running text.
    Prose,
    /// A row of a table.
    TableRow,
    /// 特此报告。
    Closing,
    /// The name of an organ that signs.
    SignOffOrgan,
    /// The date of signature, with the organ where both stand on one line.
    SignOffDate,
    /// The list of attachments.
    Attachment,
    /// What a web page puts around the paper.
    Furniture,
}

impl Block {
    /// Its marks, with their places in the view.
    pub fn marks<'s>(&self, source: &'s Source<'_>) -> &'s [Landmark] {
        source.landmarks.marks().get(self.marks.0..self.marks.1).unwrap_or(&[])
    }

    /// Its digits and Chinese numerals, with their places in the view.
    pub fn digits<'s>(&self, source: &'s Source<'_>) -> &'s [Landmark] {
        source.landmarks.digits().get(self.digits.0..self.digits.1).unwrap_or(&[])
    }
}

impl BlockKind {
    /// Whether figures and sentences of such a paragraph are part of what the paper states.
    pub fn is_body(self) -> bool {
        matches!(self, Self::Heading | Self::Prose | Self::TableRow)
    }
}

/// The blocks of `source`, of which those at the beginning are what `head` says.
pub fn read(source: &Source<'_>, head: &[BlockKind]) -> Vec<Block> {
    let kinds = head.iter().copied().map(Some).chain(std::iter::repeat(None));
    let spans = || source.paragraphs.iter().map(|paragraph| paragraph.view);
    let mut marks = ends_in(source.landmarks.marks(), spans());
    let mut digits = ends_in(source.landmarks.digits(), spans());
    let block = |(paragraph, kind): (&Paragraph, Option<BlockKind>)| Block {
        span: paragraph.view,
        marks: marks.next().unwrap_or_default(),
        digits: digits.next().unwrap_or_default(),
        kind: match (&paragraph.row, kind) {
            (_, Some(kind)) => kind,
            (Row::Prose, None) => BlockKind::Prose,
            _ => BlockKind::TableRow,
        },
        heading: None,
    };
    source.paragraphs.iter().zip(kinds).map(block).collect()
}

/// How many tables there are: rows that follow each other are one.
pub fn count_tables(blocks: &[Block]) -> usize {
    let is_row = |block: &Block| block.kind == BlockKind::TableRow;
    let starts = std::iter::once(false).chain(blocks.iter().map(is_row)).zip(blocks.iter().map(is_row));
    starts.filter(|&(before, here)| here && !before).count()
}
