//! What the rules about wording share: the paragraphs of the paper and the gathering of places.
//!
//! Takes a [`Draft`], gives stretches of its folded view.
//!
//! *Invariant:* offsets inside a [`Paragraph`] count from its own start; only [`Paragraph::span`] turns
//! them into places of the view.

use super::{Edit, Sink};
use crate::document::BlockKind;
use crate::draft::Draft;
use crate::review::Safety;
use crate::source::{Landmark, Span, ViewSpan};
use crate::wording::List;

/// One paragraph of the view with what kind it is.
#[derive(Clone, Copy)]
pub(super) struct Paragraph<'d> {
    /// Its text, re-joined and folded.
    pub text: &'d str,
    /// Where it begins in the view.
    pub start: usize,
    /// What it is.
    pub kind: BlockKind,
    marks: &'d [Landmark],
    digits: &'d [Landmark],
}

impl<'d> Paragraph<'d> {
    /// Its marks with their places.
    pub fn marks(&self) -> impl Iterator<Item = (usize, char)> + use<'d> {
        let start = self.start;
        self.marks.iter().map(move |landmark| (landmark.at as usize - start, landmark.sign))
    }

    /// Its digits and Chinese numerals with their places.
    pub fn digits(&self) -> impl Iterator<Item = (usize, char)> + use<'d> {
        let start = self.start;
        self.digits.iter().map(move |landmark| (landmark.at as usize - start, landmark.sign))
    }

    /// The words of `list` in it: where each begins, its length in bytes, the number of its entry.
    pub fn words<'w>(
        &self,
        draft: &'w Draft<'_>,
        list: List,
    ) -> impl Iterator<Item = (usize, usize, usize)> + use<'w> {
        let start = self.start;
        let found = draft.wording.within(list, self.span(0, self.text.len()));
        found.iter().map(move |found| (found.span.start as usize - start, found.span.len(), found.entry))
    }

    /// The place of the view from `start` to `end` of this paragraph.
    pub fn span(&self, start: usize, end: usize) -> ViewSpan {
        ViewSpan::new(self.start + start, self.start + end)
    }

    /// Whether it is running text: a sentence may be judged in it.
    pub fn is_prose(&self) -> bool {
        matches!(self.kind, BlockKind::Heading | BlockKind::Prose)
    }
}

/// The paragraphs of the paper, without what a web page puts around it.
pub(super) fn paragraphs<'d>(draft: &'d Draft<'_>) -> impl Iterator<Item = Paragraph<'d>> {
    let blocks = draft.document.blocks.iter().filter(|block| block.kind != BlockKind::Furniture);
    blocks.map(|block| Paragraph {
        text: draft.source.folded(block.span),
        start: block.span.start as usize,
        kind: block.kind,
        marks: block.marks(&draft.source),
        digits: block.digits(&draft.source),
    })
}

/// Reports all of `edits` as one finding with one repair; `title` says what the repair does.
pub(super) fn report_together(
    sink: &mut Sink<'_>,
    message: String,
    title: String,
    safety: Safety,
    edits: Vec<Edit>,
) {
    let places: Vec<Span> = edits.iter().map(|edit| edit.span).collect();
    let finding = sink.finding(places.first().copied(), message).with_edits(safety, title, edits);
    sink.push(finding.standing_for(&places));
}

/// The last character of the text before `at`.
pub(super) fn before(text: &str, at: usize) -> Option<char> {
    text.get(..at)?.chars().next_back()
}

/// The first character of the text from `at` on.
pub(super) fn after(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// Whether `ch` ends a clause.
pub(super) fn ends_clause(ch: char) -> bool {
    matches!(ch, '，' | '。' | '；' | '：' | '！' | '？' | '\n' | '\t')
}

/// No clause is longer; without a bound, a line without punctuation would be read again and again.
const CLAUSE: usize = 60;

/// The part of the clause of `text` that stands before `at`.
pub(super) fn clause_before(text: &str, at: usize) -> &str {
    let before = text.get(..at).unwrap_or("");
    let clause = before.chars().rev().take(CLAUSE).take_while(|&ch| !ends_clause(ch));
    before.get(before.len() - clause.map(char::len_utf8).sum::<usize>()..).unwrap_or("")
}

/// The part of the clause of `text` that stands from `at` on.
pub(super) fn clause_after(text: &str, at: usize) -> &str {
    let after = text.get(at..).unwrap_or("");
    let clause = after.chars().take(CLAUSE).take_while(|&ch| !ends_clause(ch));
    after.get(..clause.map(char::len_utf8).sum::<usize>()).unwrap_or("")
}

/// Whether `ch` is a Chinese character.
pub(super) fn is_han(ch: char) -> bool {
    matches!(ch, '一'..='龥' | '〇')
}

/// What the tests of the rules share.
#[cfg(test)]
pub(super) mod testing {
    use crate::review::Finding;
    use crate::rules::Rule;
    use crate::{Lang, check, profile};

    /// The findings of `rule` on `text`.
    pub fn findings(rule: &Rule, text: &str) -> Vec<Finding> {
        let review = check(text, profile::for_text(text), Lang::Zh);
        review.findings.into_iter().filter(|finding| finding.rule == rule.id).collect()
    }

    /// Asserts that `rule` finds exactly these quotes in `text`.
    #[track_caller]
    pub fn finds(rule: &Rule, text: &str, expected: &[&str]) {
        let findings = findings(rule, text);
        let quotes: Vec<&str> = findings.iter().filter_map(|finding| finding.quote.as_deref()).collect();
        assert_eq!(quotes, expected, "{text}");
    }

    /// `text` with the first repair of every finding of `rule`, last one first.
    pub fn repaired(rule: &Rule, text: &str) -> String {
        let mut units: Vec<u16> = text.encode_utf16().collect();
        let findings = findings(rule, text);
        let mut edits: Vec<_> =
            findings.iter().filter_map(|finding| finding.fixes.first()).flat_map(|fix| &fix.edits).collect();
        edits.sort_by_key(|edit| edit.range);
        for edit in edits.into_iter().rev() {
            let (start, end) = (edit.range.start as usize, edit.range.end as usize);
            units.splice(start..end, edit.text.encode_utf16());
        }
        String::from_utf16(&units).unwrap()
    }
}
