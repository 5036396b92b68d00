//! The clause structure around the figures: what stands before each, what behind, in which bracket.
//!
//! Takes the tokens of a paragraph, gives its [`Mention`]s. The builders of claims read these and
//! never the characters of the text.
//!
//! *Invariant:* `before` and `after` hold words only; the mark that ends them is in `lead`.

use std::ops::Range;

use super::bounds;
use super::cue_set::{Cue, CuesBefore};
use super::label;
use super::list::{self, List, Opener};
use crate::document::Document;
use crate::facts::{Class, Facts, Quantity, Token, TokenKind, year};
use crate::source::{Row, Source, ViewSpan};

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

    /// Whether the words before it begin with one of the family `cue`.
    pub fn begins(&self, cue: Cue) -> bool {
        self.cues.first.holds(cue)
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

/// The passages of the draft's body.
pub fn passages<'a>(source: &'a Source<'_>, document: &Document, facts: &'a Facts) -> Vec<Passage<'a>> {
    let mut out = Vec::new();
    let mut at = 0;
    for (index, paragraph) in source.paragraphs.iter().enumerate() {
        let from = at;
        while facts.tokens.get(at).is_some_and(|token| token.span.start < paragraph.view.end) {
            at += 1;
        }
        let range = from..at;
        // The line feed that ends the paragraph belongs to neither.
        if facts.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Newline) {
            at += 1;
        }
        if paragraph.row == Row::Prose && document.blocks.get(index).is_some_and(|block| block.kind.is_body())
        {
            let figures = count_figures(facts, &range);
            if figures > 0 {
                out.push(read(&source.view.text, facts, range, figures, paragraph.view));
            }
        }
    }
    out
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
    let mut mentions: Vec<Mention<'a>> = Vec::with_capacity(figures);
    let mut brackets: Vec<u32> = Vec::new();
    let (mut sentence, mut segment, mut clause, mut opened) = (0, 0, 0, 0);
    let mut current_year = None;
    let mut lead = Lead::Start;
    let mut words_start = paragraph.start;
    // Up to here the tokens are part of a label.
    let mut skip_to = range.start;
    // The figure whose words behind are still being read.
    let mut open_mention: Option<usize> = None;
    // Where the words since the last figure, or since the beginning of the sentence, begin.
    let mut run_start = paragraph.start;
    let mut sentence_start = paragraph.start;
    let slice = |start: u32, end: u32| view.get(start as usize..end as usize).unwrap_or("");

    for index in range.clone() {
        let Some(token) = facts.tokens.get(index) else { break };
        let (start, end) = (token.span.start, token.span.end);
        if let TokenKind::Figure(figure) = token.kind {
            let Some(quantity) = facts.quantities.get(figure) else { continue };
            // 80至89周岁老人 842.3 万元: ages in front of a figure are part of its label.
            if is_age_of_label(view, facts, index, range.end)
                || bounds::is_of_label(view, facts, index, &range)
            {
                continue;
            }
            let mut before = slice(words_start, start);
            let mut before_start = words_start;
            if let Some(previous) = open_mention.take()
                && let Some(mention) = mentions.get_mut(previous)
            {
                // 普法活动 326 场——进机关 42 场、进校园 118 场: a dash opens a list as a colon does.
                let (behind, ahead, mark) = match before.rsplit_once("——") {
                    Some((behind, ahead)) => (behind, ahead, Lead::Colon),
                    None => split_between(before),
                };
                mention.after = behind;
                before_start += (before.len() - ahead.len()) as u32;
                before = ahead;
                lead = mark;
            }
            open_mention = Some(mentions.len());
            let run_up = slice(run_start, start);
            current_year = year::last(run_up).or(current_year);
            mentions.push(Mention {
                quantity,
                lead,
                before,
                name: label::strip(before),
                after: "",
                run_up,
                cues: CuesBefore::of(run_up, before.len()),
                year: current_year,
                start: before_start,
                token: index,
                depth: u8::try_from(brackets.len()).unwrap_or(u8::MAX),
                bracket: brackets.last().copied().unwrap_or(0),
                sentence,
                segment,
                clause,
                sentence_start,
            });
            (words_start, run_start) = (end, end);
            lead = Lead::Nothing;
            continue;
        }
        if matches!(token.kind, TokenKind::Title | TokenKind::Quotation) || index < skip_to {
            continue;
        }
        // 村（居）调委会 182 个: a bracket inside the words of a label is part of it.
        // Where nothing stands before it, it is a number: （一）全年办理 12 件.
        if token.kind == TokenKind::Open
            && open_mention.is_none()
            && start > words_start
            && let Some(close) = wordy_bracket(facts, index, range.end)
        {
            skip_to = close + 1;
            continue;
        }
        if let Some(previous) = open_mention.take()
            && let Some(mention) = mentions.get_mut(previous)
        {
            mention.after = slice(words_start, start);
        }
        lead = match token.kind {
            TokenKind::Comma => {
                clause += 1;
                Lead::Comma
            }
            TokenKind::Pause => Lead::Pause,
            TokenKind::Semicolon => {
                (clause, segment) = (clause + 1, segment + 1);
                Lead::Semicolon
            }
            TokenKind::Colon => Lead::Colon,
            TokenKind::Open => {
                opened += 1;
                brackets.push(opened);
                Lead::Open
            }
            TokenKind::Close => {
                brackets.pop();
                Lead::Close
            }
            _ => {
                (clause, segment, sentence) = (clause + 1, segment + 1, sentence + 1);
                brackets.clear();
                (run_start, sentence_start) = (end, end);
                Lead::Start
            }
        };
        words_start = end;
    }
    if let Some(mention) = open_mention.and_then(|last| mentions.get_mut(last)) {
        mention.after = slice(words_start, paragraph.end);
    }
    let mut passage = Passage {
        view,
        paragraph,
        tokens: &facts.tokens,
        range,
        mentions,
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

/// Whether the figure of the token at `index` is an age, or the lower end of a span of ages, with no mark between it
/// and the next figure.
fn is_age_of_label(view: &str, facts: &Facts, index: usize, end: usize) -> bool {
    let words_behind = |at: usize| {
        let (this, next) = (facts.tokens.get(at)?, facts.tokens.get(at + 1).filter(|_| at + 1 < end)?);
        let is_figure = matches!(next.kind, TokenKind::Figure(_));
        view.get(this.span.end as usize..next.span.start as usize).filter(|_| is_figure)
    };
    let is_age = |words: &str| words.starts_with('岁') || words.starts_with("周岁");
    // Of 80至89周岁 the end is a figure as well, of 80至89岁 it is none.
    let ends_in_age = |words: &str| match words.strip_prefix(['至', '到', '—', '-', '~']) {
        Some("") => words_behind(index + 1).is_some_and(is_age),
        Some(rest) => is_age(rest.trim_start_matches(|ch: char| ch.is_ascii_digit())),
        None => is_age(words),
    };
    words_behind(index).is_some_and(ends_in_age)
}

/// The token that closes the bracket at `open`, if it holds a few words and no figure.
fn wordy_bracket(facts: &Facts, open: usize, end: usize) -> Option<usize> {
    const MOST_MARKS: usize = 6;
    let found = (open + 1..end.min(open + 2 + MOST_MARKS)).find_map(|at| match facts.tokens.get(at)?.kind {
        TokenKind::Close => Some(Some(at)),
        TokenKind::Pause | TokenKind::Title | TokenKind::Quotation => None,
        _ => Some(None),
    });
    found.flatten()
}

/// The words between two figures without a mark: what belongs to the first, what to the second, and
/// [`Lead::Pause`] where 和, 及 or 与 joins them.
fn split_between(words: &str) -> (&str, &str, Lead) {
    for joint in ["以及", "和", "及", "与"] {
        if let Some((behind, ahead)) = words.rsplit_once(joint) {
            return (behind, ahead, Lead::Pause);
        }
    }
    (words, words, Lead::Nothing)
}
