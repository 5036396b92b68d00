//! What the paper is made of: title, organ, headings, enumerations, sign-off.
//!
//! Takes the [`Source`], gives a [`Document`]: one block per paragraph with what kind it is, and
//! what was found in them.
//!
//! *Invariant:* reads only the source; every span lies in the view; `blocks` has one entry for every
//! paragraph of the source, in the same order.

mod block;
mod contents;
mod enumeration;
mod extent;
mod furniture;
mod head;
mod heading;
pub mod organ;
mod run_in;
mod sign_off;
mod year;

pub use block::{Block, BlockKind};
pub use enumeration::{Enumeration, EnumerationItem, EnumerationStyle};
pub use heading::{Heading, MarkKind, mark_length};
pub use sign_off::{SignOff, Signer};

use crate::calendar::Date;
use crate::search;
use crate::source::{Source, ViewSpan};
use contents::Contents;

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

impl Document {
    /// Reads the parts of `source`.
    pub fn read(source: &Source<'_>) -> Self {
        let head = head::read(source);
        let mut document = Self { blocks: block::read(source, &head.kinds), ..Self::default() };
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
        document.tables = block::count_tables(&document.blocks);
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
                && (2..=40).contains(&search::length(text))
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

    /// Which block is the last of the signature, if that stands at the end.
    fn signed_at(&self) -> Option<usize> {
        self.sign_off.as_ref().filter(|sign_off| !sign_off.is_under_title)?;
        self.blocks
            .iter()
            .rposition(|block| matches!(block.kind, BlockKind::SignOffDate | BlockKind::SignOffOrgan))
    }

    /// Finds the headings, and the blocks that are told by how they begin.
    fn read_headings(&mut self, source: &Source<'_>) {
        let signed_at = self.signed_at();
        let mut in_attachments = false;
        let mut contents = Contents::default();
        for (index, block) in self.blocks.iter_mut().enumerate() {
            if block.kind != BlockKind::Prose {
                continue;
            }
            let text = source.folded(block.span);
            if text == "目录" {
                contents = Contents::Announced;
                continue;
            }
            if let Some(kind) = kind_by_beginning(text) {
                block.kind = kind;
                in_attachments |= kind == BlockKind::Attachment;
                continue;
            }
            let Some(heading) = Heading::read(text, block.span, index) else {
                in_attachments = false;
                contents = Contents::Outside;
                continue;
            };
            if in_attachments && heading.kind == MarkKind::Digit {
                block.kind = BlockKind::Attachment;
                continue;
            }
            if contents.holds(heading.mark.of(&source.view.text)) {
                continue;
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

/// What a paragraph with this `text` is, where it begins like a list of attachments or a closing.
fn kind_by_beginning(text: &str) -> Option<BlockKind> {
    const LONGEST_ATTACHMENT: usize = 60;
    if text.starts_with("附件") && search::length(text) <= LONGEST_ATTACHMENT {
        return Some(BlockKind::Attachment);
    }
    (text.starts_with("特此报告") || text.starts_with("专此报告")).then_some(BlockKind::Closing)
}

/// Whether `view` has fewer characters than the shortest paper.
fn is_short(view: &str) -> bool {
    const SHORTEST_PAPER: usize = 400;
    view.chars().filter(|ch| !ch.is_whitespace()).nth(SHORTEST_PAPER - 1).is_none()
}

fn first_bytes(span: ViewSpan, length: usize) -> ViewSpan {
    ViewSpan::new(span.start as usize, (span.start as usize + length).min(span.end as usize))
}

#[cfg(test)]
mod tests;
