//! What the paper is made of: title, organ, headings, enumerations, sign-off.
//!
//! Takes the [`Source`], gives a [`Document`]: one block per paragraph with what kind it is, and
//! what was found in them.
//!
//! *Invariant:* reads only the source; every span lies in the view; `blocks` has one entry for every
//! paragraph of the source, in the same order.

mod enumeration;
mod extent;
mod furniture;
mod head;
mod heading;
pub mod organ;
mod run_in;
mod sign_off;
mod year;

pub use enumeration::{Enumeration, EnumerationItem, EnumerationStyle};
pub use heading::{Heading, MarkKind, mark_length};
pub use sign_off::{SignOff, Signer};

use crate::calendar::Date;
use crate::source::{Landmark, Paragraph, Row, Source, ViewSpan, ends_in};

/// The parts of a paper.
#[derive(Debug, Default)]
pub struct Document {
    /// The title, if one was found.
    pub title: Option<Title>,
    /// The organ that reports, if it is named in the title or the signature.
    pub organ: Option<String>,
    /// The organ of the letterhead.
    pub letterhead: Option<Signer>,
    /// The year that the report is about.
    pub report_year: Option<u16>,
    /// The date of signature.
    pub signed_on: Option<Date>,
    /// The signature, at the end or under the title.
    pub sign_off: Option<SignOff>,
    /// One entry for every paragraph of the source.
    pub blocks: Vec<Block>,
    /// The headings in the order of the text.
    pub headings: Vec<Heading>,
    /// The enumerations in running text.
    pub enumerations: Vec<Enumeration>,
    /// How many tables there are.
    pub tables: usize,
    /// A fragment: no title and under 400 characters.
    pub is_excerpt: bool,
    extents: extent::Extents,
}

/// The title.
#[derive(Debug)]
pub struct Title {
    /// Its lines joined, inner blanks removed.
    pub text: String,
    /// Where it stands.
    pub span: ViewSpan,
}

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
    /// The heading that it begins with, by place in [`Document::headings`].
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

impl Document {
    /// Reads the parts of `source`.
    pub fn read(source: &Source<'_>) -> Self {
        let head = head::read(source);
        let mut document = Self { blocks: blocks(source, &head.kinds), ..Self::default() };
        document.title = head
            .title
            .as_ref()
            .map(|(text, first, last)| Title { text: text.clone(), span: head::span(source, *first, *last) });
        document.letterhead = head.letterhead.as_ref().and_then(|(name, at)| {
            let block = document.blocks.get(*at)?;
            (block.kind == BlockKind::Letterhead)
                .then(|| Signer { name: name.clone(), span: first_bytes(block.span, name.len()) })
        });
        document.find_sign_off(source, &head);
        document.read_headings(source);
        document.extents = extent::Extents::new(&document.blocks, &document.headings);
        document.enumerations = enumeration::read(source, &document.blocks, &document.headings);
        document.tables = count_tables(&document.blocks);
        document.is_excerpt =
            document.title.is_none() && (is_short(&source.view.text) || document.is_one_part_of_several());
        document.organ = document.find_organ();
        document.report_year = year::find(source, &document);
        document
    }

    /// The blocks whose figures and sentences are checked.
    pub fn body(&self) -> impl Iterator<Item = &Block> {
        self.blocks.iter().filter(|block| block.kind.is_body())
    }

    /// What stands below the heading at `index`: up to the next heading of its own or a higher
    /// level, the closing or the signature. Empty where nothing does.
    pub fn section_body(&self, index: usize) -> ViewSpan {
        let Some(heading) = self.headings.get(index) else { return ViewSpan::default() };
        ViewSpan::new(heading.span.end as usize, self.extents.body_end(index))
    }

    /// The stretch around the block at `index` that no heading of the levels 一、 and （一） divides.
    pub fn scope(&self, index: usize) -> ViewSpan {
        self.extents.scope(index)
    }

    /// Whether the block at `index` reads as a heading without a number: short, no punctuation.
    pub fn is_unnumbered_heading(&self, source: &Source<'_>, index: usize) -> bool {
        self.blocks.get(index).is_some_and(|block| {
            let text = source.folded(block.span);
            block.kind == BlockKind::Prose
                && (2..=40).contains(&text.chars().count())
                && !text.contains(['。', '；', '，', '：', '！', '？'])
        })
    }

    /// The level of the highest headings; `None` where there are no headings.
    pub fn top_level(&self) -> Option<u8> {
        self.headings.iter().map(|heading| heading.level).min()
    }

    /// Whether the paragraph at `view` takes part in no check of content: title, letterhead,
    /// signature, what a web page adds.
    pub fn is_outside_body(&self, view: ViewSpan) -> bool {
        let at = self.blocks.partition_point(|block| block.span.end <= view.start);
        self.blocks.get(at).is_some_and(|block| !block.kind.is_body())
    }

    /// 三、… in the first line and no other part, and nobody signs: a part that was pasted by itself, however long it is.
    fn is_one_part_of_several(&self) -> bool {
        let Some(first) = self.headings.first() else { return false };
        let is_only = self.headings.iter().skip(1).all(|heading| heading.level > first.level);
        self.sign_off.is_none() && first.block == 0 && first.number > 1 && is_only
    }

    fn find_organ(&self) -> Option<String> {
        let signer = || self.sign_off.as_ref().and_then(|sign_off| sign_off.organs.first());
        let title = self.title.as_ref().and_then(|title| organ::from_title(&title.text));
        match title {
            Some(name) => Some(name.to_owned()),
            None => {
                let named = signer().or(self.letterhead.as_ref()).map(|signer| signer.name.clone());
                let subject = || organ::subject_of_title(&self.title.as_ref()?.text).map(str::to_owned);
                named.or_else(subject)
            }
        }
    }

    fn read_headings(&mut self, source: &Source<'_>) {
        let signed_at = self
            .blocks
            .iter()
            .rposition(|block| matches!(block.kind, BlockKind::SignOffDate | BlockKind::SignOffOrgan))
            .filter(|_| self.sign_off.as_ref().is_some_and(|sign_off| !sign_off.is_under_title));
        let mut in_attachments = false;
        let mut contents: Option<Option<String>> = None;
        for index in 0..self.blocks.len() {
            let Some(block) = self.blocks.get_mut(index) else { break };
            if block.kind != BlockKind::Prose {
                continue;
            }
            let text = source.folded(block.span);
            if text == "目录" {
                contents = Some(None);
                continue;
            }
            if text.starts_with("附件") && text.chars().count() <= 60 {
                block.kind = BlockKind::Attachment;
                in_attachments = true;
                continue;
            }
            if text.starts_with("特此报告") || text.starts_with("专此报告") {
                block.kind = BlockKind::Closing;
                continue;
            }
            let Some(heading) = Heading::read(text, block.span, index) else {
                in_attachments = false;
                contents = None;
                continue;
            };
            if in_attachments && heading.kind == MarkKind::Digit {
                block.kind = BlockKind::Attachment;
                continue;
            }
            // A table of contents repeats the headings; the body begins where its first one returns.
            let mark = heading.mark.of(&source.view.text).to_owned();
            match &mut contents {
                Some(Some(first)) if *first == mark => contents = None,
                Some(Some(_)) => continue,
                Some(first @ None) => {
                    *first = Some(mark);
                    continue;
                }
                None => {}
            }
            // Behind the signature stand attachments with a numbering of their own.
            if signed_at.is_some_and(|signed_at| index > signed_at) {
                continue;
            }
            block.kind = BlockKind::Heading;
            block.heading = Some(self.headings.len());
            self.headings.push(heading);
        }
        heading::assign_levels(&mut self.headings);
    }
}

fn blocks(source: &Source<'_>, head: &[BlockKind]) -> Vec<Block> {
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

/// Whether `view` has fewer characters than the shortest paper.
fn is_short(view: &str) -> bool {
    const SHORTEST_PAPER: usize = 400;
    view.chars().filter(|ch| !ch.is_whitespace()).nth(SHORTEST_PAPER - 1).is_none()
}

fn count_tables(blocks: &[Block]) -> usize {
    let is_row = |block: &Block| block.kind == BlockKind::TableRow;
    let starts = std::iter::once(false).chain(blocks.iter().map(is_row)).zip(blocks.iter().map(is_row));
    starts.filter(|&(before, here)| here && !before).count()
}

fn first_bytes(span: ViewSpan, length: usize) -> ViewSpan {
    ViewSpan::new(span.start as usize, (span.start as usize + length).min(span.end as usize))
}

#[cfg(test)]
mod tests;
