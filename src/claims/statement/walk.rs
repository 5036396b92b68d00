//! The walk over a paragraph's tokens that reads its figures with the words around them.
//!
//! Takes the tokens of a passage, gives its [`Mention`]s. What was read so far is kept in a [`Walk`]: which sentence,
//! segment and clause it is in, in which brackets, and where the words begin that belong to the next figure.
//!
//! *Invariant:* one walk over the tokens; every figure gets its words, and no words are given to two figures in front.

use std::ops::Range;

use super::{Lead, Mention, items, joint};
use crate::claims::bounds;
use crate::claims::cue_set::CuesBefore;
use crate::claims::label;
use crate::claims::levels;
use crate::facts::{Facts, Quantity, Token, TokenKind, year};
use crate::source::ViewSpan;

/// A walk over the tokens of a passage.
pub struct Walk<'a> {
    view: &'a str,
    facts: &'a Facts,
    /// Which tokens are those of the passage.
    range: Range<usize>,
    paragraph: ViewSpan,
    mentions: Vec<Mention<'a>>,
    /// The brackets that are open, each by its number.
    brackets: Vec<u32>,
    /// How many brackets were opened.
    opened: u32,
    sentence: u32,
    segment: u32,
    clause: u32,
    /// The year that was last spoken of.
    year: Option<u16>,
    /// The mark before the words that are being read.
    lead: Lead,
    /// Where these begin.
    words_start: u32,
    /// Up to here the tokens are part of a label.
    skip_to: usize,
    /// The figure whose words behind are still being read.
    open_mention: Option<usize>,
    /// Where the words since the last figure, or since the beginning of the sentence, begin.
    run_start: u32,
    sentence_start: u32,
    /// Where the item of a list begins behind its number.
    body_start: u32,
}

impl<'a> Walk<'a> {
    /// A walk that has not begun, over the tokens in `range`, of which so many are `figures`.
    pub fn new(
        view: &'a str,
        facts: &'a Facts,
        range: Range<usize>,
        figures: usize,
        paragraph: ViewSpan,
    ) -> Self {
        Self {
            view,
            facts,
            paragraph,
            mentions: Vec::with_capacity(figures),
            brackets: Vec::new(),
            opened: 0,
            sentence: 0,
            segment: 0,
            clause: 0,
            year: None,
            lead: Lead::Start,
            words_start: paragraph.start,
            skip_to: range.start,
            open_mention: None,
            run_start: paragraph.start,
            sentence_start: paragraph.start,
            body_start: paragraph.start,
            range,
        }
    }

    /// The figures of the passage, in order.
    pub fn mentions(mut self) -> Vec<Mention<'a>> {
        for index in self.range.clone() {
            let Some(token) = self.facts.tokens.get(index) else { break };
            if token.span.start < self.body_start {
                continue;
            }
            match token.kind {
                TokenKind::Figure(figure) => {
                    if let Some(quantity) = self.facts.quantities.get(figure)
                        && !self.is_of_label(index)
                    {
                        self.read_figure(quantity, index, token.span);
                    }
                }
                TokenKind::Title | TokenKind::Quotation => {}
                _ if index < self.skip_to => {}
                _ => self.read_mark(index, token),
            }
        }
        self.end_words(self.paragraph.end);
        self.mentions
    }

    fn between(&self, start: u32, end: u32) -> &'a str {
        self.view.get(start as usize..end as usize).unwrap_or("")
    }

    /// Whether the figure of the token at `index` is part of a label.
    fn is_of_label(&self, index: usize) -> bool {
        // 80至89周岁老人 842.3 万元: ages in front of a figure are part of its label.
        is_age_of_label(self.view, self.facts, index, self.range.end)
            || bounds::is_of_label(self.view, self.facts, index, &self.range)
            || bounds::is_of_range(self.view, self.facts, index, &self.range)
    }

    /// Takes up the figure `quantity` of the token at `index`, which stands at `span`.
    fn read_figure(&mut self, quantity: &'a Quantity, index: usize, span: ViewSpan) {
        let mut before = self.between(self.words_start, span.start);
        let mut before_start = self.words_start;
        if let Some(previous) = self.open_mention.take()
            && let Some(mention) = self.mentions.get_mut(previous)
        {
            let (behind, ahead, mark) = joint::split_between(before);
            mention.after = behind;
            before_start += (before.len() - ahead.len()) as u32;
            before = ahead;
            self.lead = mark;
        }
        self.open_mention = Some(self.mentions.len());
        let run_up = self.between(self.run_start, span.start);
        self.year = year::last(run_up).or(self.year);
        self.mentions.push(Mention {
            quantity,
            lead: self.lead,
            before,
            name: label::strip(before),
            after: "",
            run_up,
            cues: CuesBefore::of(run_up, before.len()),
            year: self.year,
            start: before_start,
            token: index,
            depth: u8::try_from(self.brackets.len()).unwrap_or(u8::MAX),
            bracket: self.brackets.last().copied().unwrap_or(0),
            sentence: self.sentence,
            segment: self.segment,
            clause: self.clause,
            sentence_start: self.sentence_start,
        });
        (self.words_start, self.run_start) = (span.end, span.end);
        self.lead = Lead::Nothing;
    }

    /// Goes past the mark `token` at `index`: the words before it end there, unless it opens a bracket inside them.
    fn read_mark(&mut self, index: usize, token: &Token) {
        let (start, end) = (token.span.start, token.span.end);
        if token.kind == TokenKind::Open
            && let Some(close) = self.bracket_of_label(index, token.span)
        {
            self.skip_to = close + 1;
            return;
        }
        self.end_words(start);
        // Only between the items of a list, which end in marks of their own.
        if token.kind == TokenKind::Newline {
            self.begin_item(end);
            return;
        }
        self.lead = self.enter(token.kind, end);
        self.words_start = end;
    }

    /// The token that closes the bracket of the token at `index`, which stands at `span`, if it is part of a label:
    /// 村（居）调委会 182 个. Where nothing stands before it, it is a number: （一）全年办理 12 件.
    fn bracket_of_label(&self, index: usize, span: ViewSpan) -> Option<usize> {
        let close = (span.start > self.words_start)
            .then(|| wordy_bracket(self.facts, index, self.range.end))
            .flatten()?;
        // 214 名村（居）法律顾问: behind a figure only where it names the same level otherwise, and its noun goes on.
        let is_inside = self.open_mention.is_none() || {
            let closes = self.facts.tokens.get(close).map_or(span.end, |token| token.span.start);
            levels::are_alternatives(
                self.between(self.words_start, span.start),
                self.between(span.end, closes),
            )
        };
        is_inside.then_some(close)
    }

    /// Gives the words up to `end` to the figure in front of them, if they still belong to one.
    fn end_words(&mut self, end: u32) {
        if let Some(previous) = self.open_mention.take() {
            let words = self.between(self.words_start, end);
            if let Some(mention) = self.mentions.get_mut(previous) {
                mention.after = words;
            }
        }
    }

    /// Begins an item of a list behind the line feed that ends at `end`.
    fn begin_item(&mut self, end: u32) {
        self.body_start = end + items::number_length(self.between(end, self.paragraph.end));
        self.words_start = self.body_start;
        // What stands before the colon leads up to the first item.
        if self.lead == Lead::Semicolon {
            self.run_start = self.body_start;
        }
    }

    /// Counts the clause, segment, sentence or bracket that begins or ends with a mark of this `kind`, which ends at
    /// `end`, and gives what the mark is to the words behind it.
    fn enter(&mut self, kind: TokenKind, end: u32) -> Lead {
        match kind {
            TokenKind::Comma => {
                self.clause += 1;
                Lead::Comma
            }
            TokenKind::Pause => Lead::Pause,
            TokenKind::Semicolon => {
                self.clause += 1;
                self.segment += 1;
                Lead::Semicolon
            }
            TokenKind::Colon => Lead::Colon,
            TokenKind::Open => {
                self.opened += 1;
                self.brackets.push(self.opened);
                Lead::Open
            }
            TokenKind::Close => {
                self.brackets.pop();
                Lead::Close
            }
            _ => {
                self.clause += 1;
                self.segment += 1;
                self.sentence += 1;
                self.brackets.clear();
                (self.run_start, self.sentence_start) = (end, end);
                Lead::Start
            }
        }
    }
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
