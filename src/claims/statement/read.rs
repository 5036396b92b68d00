//! Which paragraphs are passages, and what each holds: its figures with their words, and the lists among them.
//!
//! Takes the tokens of a draft's body, gives one [`Passage`] for every paragraph with a figure or a slogan that counts,
//! and for a sentence that goes on as a list of one item a line. The figures are read by [`Walk`].
//!
//! *Invariant:* every token is looked at once to find its paragraph; what belongs to one passage begins no other.

use std::ops::Range;

use super::walk::Walk;
use super::{Passage, items};
use crate::claims::count::{joined_sides, same_sign, signs};
use crate::claims::cue_set::CueSet;
use crate::claims::growth::change_kind;
use crate::claims::list::{self, Opener};
use crate::document::Document;
use crate::facts::{Facts, TokenKind};
use crate::source::{Row, Source, ViewSpan};

/// The passages of the draft's body.
pub fn passages<'a>(source: &'a Source<'_>, document: &Document, facts: &'a Facts) -> Vec<Passage<'a>> {
    let mut out = Vec::new();
    let mut at = 0;
    // How many of the paragraphs to come belong to the passage of one before.
    let mut taken = 0;
    for (index, paragraph) in source.paragraphs.iter().enumerate() {
        let from = at;
        at = end_of(paragraph.view, facts, at);
        let range = from..at;
        // The line feed that ends the paragraph belongs to neither.
        if facts.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Newline) {
            at += 1;
        }
        if taken > 0 {
            taken -= 1;
            continue;
        }
        let is_body = document.blocks.get(index).is_some_and(|block| block.kind.is_body());
        if paragraph.row == Row::Prose && is_body {
            let mut figures = count_figures(facts, &range);
            let view = source.view.text.as_str();
            let is_told = figures > 0
                || holds_a_slogan(view, facts, &range)
                || signs::may_stand_in(paragraph.view.of(view))
                || joined_sides::may_stand_in(paragraph.view.of(view));
            let (mut span, mut end) = (paragraph.view, range.end);
            for item in items::below(source, document, facts, index, &range) {
                span = span.join(item);
                let last = end_of(item, facts, end);
                figures += count_figures(facts, &(end..last));
                end = last;
                taken += 1;
            }
            if is_told || taken > 0 {
                out.push(read(view, facts, range.start..end, figures, span));
            }
        }
    }
    out
}

/// Which is the first token from `at` on that does not stand before the end of `paragraph`.
fn end_of(paragraph: ViewSpan, facts: &Facts, at: usize) -> usize {
    let tokens = facts.tokens.get(at..).unwrap_or_default();
    at + tokens.iter().take_while(|token| token.span.start < paragraph.end).count()
}

/// Whether one of the tokens in `range` is a quotation that counts, “四个一” or “四联”, or one that is counted right behind it.
fn holds_a_slogan(view: &str, facts: &Facts, range: &Range<usize>) -> bool {
    let tokens = facts.tokens.get(range.clone()).unwrap_or_default();
    tokens.iter().any(|token| {
        let words = token.span.of(view).trim_matches(['“', '”']);
        let behind = || view.get(token.span.end as usize..).unwrap_or("");
        let is_counted = || words.contains('、') && same_sign::name_behind(behind()).is_some();
        token.kind == TokenKind::Quotation
            && (words.ends_with("个一") || same_sign::counts(words) || is_counted())
    })
}

fn count_figures(facts: &Facts, range: &Range<usize>) -> usize {
    let tokens = facts.tokens.get(range.clone()).unwrap_or_default();
    tokens.iter().filter(|token| matches!(token.kind, TokenKind::Figure(_))).count()
}

/// Reads the tokens in `range`, of which so many are `figures`.
fn read<'a>(
    view: &'a str,
    facts: &'a Facts,
    range: Range<usize>,
    figures: usize,
    paragraph: ViewSpan,
) -> Passage<'a> {
    let mentions = Walk::new(view, facts, range.clone(), figures, paragraph).mentions();
    let cues = mentions.iter().fold(CueSet::default(), |cues, mention| cues.and(mention.cues.run_up));
    let changes = mentions.iter().map(change_kind).collect();
    let mut passage = Passage {
        view,
        paragraph,
        tokens: &facts.tokens,
        range,
        mentions,
        cues,
        changes,
        lists: Vec::new(),
        part_of: Vec::new(),
    };
    passage.lists = list::find(&passage);
    passage.part_of = parts(&passage);
    passage
}

/// For every figure of `passage`, the list of which it is a part.
fn parts(passage: &Passage<'_>) -> Vec<Option<usize>> {
    let mut part_of = vec![None; passage.mentions.len()];
    for (at, list) in passage.lists.iter().enumerate().filter(|(_, list)| list.opener != Opener::Named) {
        for &part in &list.parts {
            if let Some(slot @ None) = part_of.get_mut(part) {
                *slot = Some(at);
            }
        }
    }
    part_of
}
