//! The clause structure around the figures: what stands before each, what behind, in which bracket.
//!
//! What a paragraph is for the builders of claims: its [`Mention`]s, as [`walk`] makes them of the tokens. They never read
//! the characters of the text.
//!
//! *Invariant:* `before` and `after` hold words only; the mark that ends them is in `lead`.

mod items;
mod joint;
mod read;
mod walk;

use std::ops::Range;

use super::cue_set::{Cue, CueSet, CuesBefore};
use super::growth::Change;
use super::list::List;
use crate::facts::{Class, Decimal, Precision, Quantity, Token, TokenKind};
use crate::source::ViewSpan;

pub use read::passages;

/// The mark between a figure's words and what stands before them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lead {
    /// The beginning of a sentence.
    Start,
    /// ，
    Comma,
    /// 、 or 和, 及, 与 between two figures.
    Pause,
    /// ；
    Semicolon,
    /// ：
    Colon,
    /// （
    Open,
    /// ）
    Close,
    /// Nothing: the figure follows another one directly.
    Nothing,
}

/// A figure in its clause.
#[derive(Clone, Copy, Debug)]
pub struct Mention<'a> {
    /// The figure.
    pub quantity: &'a Quantity,
    /// The mark before its words.
    pub lead: Lead,
    /// The words before it, back to the mark.
    pub before: &'a str,
    /// The same without cues, verbs and adverbs round them: what it counts, if they say it.
    pub name: &'a str,
    /// The cues before it.
    pub cues: CuesBefore,
    /// The words behind it, up to the next mark or figure.
    pub after: &'a str,
    /// All that stands before it since the figure before, or since the sentence began: `before` and
    /// the clauses without figures in front of it.
    pub run_up: &'a str,
    /// The year that the paragraph spoke of last.
    pub year: Option<u16>,
    /// Where `before` begins.
    pub start: u32,
    /// The token of the figure.
    pub token: usize,
    /// How many brackets it stands in.
    pub depth: u8,
    /// Which bracket of the paragraph it stands in; 0 for none.
    pub bracket: u32,
    /// The sentence of the paragraph, from 0.
    pub sentence: u32,
    /// The segment of the paragraph (；), from 0.
    pub segment: u32,
    /// The clause of the paragraph (，), from 0.
    pub clause: u32,
    /// Where its sentence begins.
    pub sentence_start: u32,
}

impl Mention<'_> {
    /// Whether a word of the family `cue` stands in the words before it.
    pub fn has(&self, cue: Cue) -> bool {
        self.cues.words.holds(cue)
    }

    /// The amount in its smallest unit, where it is exact.
    pub fn exact(&self) -> Option<Decimal> {
        self.quantity.base().filter(|_| self.quantity.precision == Precision::Exact)
    }

    /// Whether the words before it begin with one of the family `cue`.
    pub fn begins(&self, cue: Cue) -> bool {
        self.cues.first.holds(cue)
    }

    /// Whether a word of comparison stands in the words before it, and no other that only begins like one.
    pub fn compares(&self) -> bool {
        self.has(Cue::Comparison)
    }

    /// Whether the words before it say that it is what is left: 其余 10 件, 余 10 件.
    pub fn is_rest(&self) -> bool {
        self.begins(Cue::Rest) || self.before == "余"
    }

    /// Whether a word of the family `cue` stands in its run-up.
    pub fn runs_up_with(&self, cue: Cue) -> bool {
        self.cues.run_up.holds(cue)
    }
}

/// How many figures back or ahead a statement may reach: no sentence a person writes has more, and
/// without a limit a long list would be read again from each of its figures.
pub const REACH: usize = 64;

/// A paragraph of running text with its figures.
pub struct Passage<'a> {
    /// The folded view.
    pub view: &'a str,
    /// Where the paragraph stands in it.
    pub paragraph: ViewSpan,
    /// All tokens of the draft.
    pub tokens: &'a [Token],
    /// Which of them are in the paragraph.
    pub range: Range<usize>,
    /// The figures, in order.
    pub mentions: Vec<Mention<'a>>,
    /// The families of cues in front of its figures: where one is not there, no figure need be asked for it.
    pub cues: CueSet,
    /// For every figure, what it says of a change.
    changes: Vec<Option<Change>>,
    /// The lists of parts among them.
    pub lists: Vec<List>,
    /// For every figure, the list of which it is a part.
    part_of: Vec<Option<usize>>,
}

impl<'a> Passage<'a> {
    /// The view's text from byte `start` to byte `end`.
    pub fn between(&self, start: u32, end: u32) -> &'a str {
        self.view.get(start as usize..end as usize).unwrap_or("")
    }

    /// What the figure at `index` counts in: its measure word, or that of the row which it begins
    /// without one, as in 47、55 和 55 微克.
    pub fn class_at(&self, index: usize) -> Option<Class> {
        let mut row = self.ahead_from(index).map(|(_, mention)| mention);
        let own = row.next()?.quantity.class();
        own.or_else(|| {
            row.take_while(|next| next.lead == Lead::Pause && next.before.is_empty())
                .find_map(|next| next.quantity.class())
        })
    }

    /// What the words before the figure at `index` say of it, if they say that something changed by it.
    pub fn change_at(&self, index: usize) -> Option<Change> {
        *self.changes.get(index)?
    }

    /// The list of which the figure at `index` is a part.
    pub fn list_of(&self, index: usize) -> Option<&List> {
        self.lists.get((*self.part_of.get(index)?)?)
    }

    /// Whether the figure at `index` is a part of a list.
    pub fn is_part(&self, index: usize) -> bool {
        self.list_of(index).is_some()
    }

    /// The figures before `index`, the nearest first, as far as a statement reaches.
    pub fn back_from(&self, index: usize) -> impl Iterator<Item = (usize, &Mention<'a>)> {
        let index = index.min(self.mentions.len());
        let first = index.saturating_sub(REACH);
        (first..index).rev().filter_map(|at| Some((at, self.mentions.get(at)?)))
    }

    /// The figures from `index` on, as far as a statement reaches.
    pub fn ahead_from(&self, index: usize) -> impl Iterator<Item = (usize, &Mention<'a>)> {
        self.mentions.iter().enumerate().skip(index).take(REACH)
    }

    /// The figures of the sentence of `index` on both sides of it, in order.
    pub fn sentence_of(&self, index: usize) -> Vec<(usize, &Mention<'a>)> {
        let Some(centre) = self.mentions.get(index) else { return Vec::new() };
        let same = |(_, mention): &(usize, &Mention<'a>)| mention.sentence == centre.sentence;
        let mut found: Vec<_> = self.back_from(index).take_while(same).collect();
        found.reverse();
        found.extend(self.ahead_from(index).take_while(same));
        found
    }

    /// The figures that stand in one row with the one at `index` and end with it: 处罚案卷 60 卷、许可案卷
    /// 40 卷. What follows them may be about all of them. Parts of a list are no such row.
    pub fn row_ending_at(&self, index: usize) -> Vec<&Mention<'a>> {
        let mut row: Vec<&Mention<'a>> = self.mentions.get(index).into_iter().collect();
        for (at, mention) in self.back_from(index) {
            let joined = row.last().is_some_and(|next| {
                next.lead == Lead::Pause
                    && next.clause == mention.clause
                    && next.bracket == mention.bracket
                    && next.quantity.class() == mention.quantity.class()
                    && !leads_into(mention.after)
            });
            if !joined || self.is_part(at) {
                break;
            }
            row.push(mention);
        }
        row.reverse();
        row
    }

    /// The same for the figure `mention`.
    pub fn row_ending_with(&self, mention: &Mention<'_>) -> Vec<&Mention<'a>> {
        self.row_ending_at(self.index_of(mention))
    }

    /// The whole row in which `mention` stands, those behind it included.
    pub fn row_around(&self, mention: &Mention<'_>) -> Vec<&Mention<'a>> {
        let index = self.index_of(mention);
        let joins = |other: &Mention<'_>| {
            other.lead == Lead::Pause
                && !leads_into(mention.after)
                && other.clause == mention.clause
                && other.bracket == mention.bracket
                && other.quantity.class() == mention.quantity.class()
        };
        let behind = self.ahead_from(index + 1).take_while(|(at, other)| joins(other) && !self.is_part(*at));
        self.row_ending_at(behind.last().map_or(index, |(at, _)| at))
    }

    /// Where `mention` stands among the figures.
    pub fn index_of(&self, mention: &Mention<'_>) -> usize {
        self.mentions.partition_point(|other| other.token < mention.token)
    }

    /// Which figure begins at byte `start` of the view, or would stand there.
    pub fn index_at(&self, start: u32) -> usize {
        self.mentions.partition_point(|mention| mention.quantity.span.start < start)
    }

    /// The first figure behind the token at `token`.
    pub fn figure_behind(&self, token: usize) -> Option<&Mention<'a>> {
        self.mentions.get(self.mentions.partition_point(|mention| mention.token <= token))
    }

    /// The last figure before the token at `token`.
    pub fn figure_before(&self, token: usize) -> Option<&Mention<'a>> {
        let behind = self.mentions.partition_point(|mention| mention.token < token);
        self.mentions.get(behind.checked_sub(1)?)
    }

    /// Where the paragraph ends.
    pub fn end(&self) -> u32 {
        self.paragraph.end
    }

    /// The paragraph behind this one, if any.
    pub fn next_paragraph(&self) -> Option<&'a str> {
        self.view.get(self.paragraph.end as usize + 1..)?.split('\n').next()
    }

    /// The kind of the token at `index`.
    pub fn kind(&self, index: usize) -> Option<TokenKind> {
        self.tokens.get(index).filter(|_| self.range.contains(&index)).map(|token| token.kind)
    }

    /// The span of the token at `index`.
    pub fn span(&self, index: usize) -> ViewSpan {
        self.tokens.get(index).map_or(ViewSpan::default(), |token| token.span)
    }
}

/// 240 件案件中以调解、和解方式结案 78 件: whether the words behind a figure lead into it, so that the pause that ends them stands between
/// names.
fn leads_into(after: &str) -> bool {
    ["中以", "中通过", "中采取", "中运用", "中采用", "中经"].iter().any(|into| after.contains(into))
}
