//! Reads a paragraph's tokens into figures with the words around them.
//!
//! Takes the tokens of a draft's body, gives one [`Passage`] for every paragraph with a figure or a slogan that counts,
//! and for a sentence that goes on as a list of one item a line.
//!
//! *Invariant:* one walk over the tokens; every figure gets its words, and no words are given to two figures in front.

use std::ops::Range;

use super::{Lead, Mention, Passage, items};
use crate::claims::bounds;
use crate::claims::count::signs;
use crate::claims::cue_set::CuesBefore;
use crate::claims::cues;
use crate::claims::label;
use crate::claims::levels;
use crate::claims::list::{self, Opener};
use crate::document::Document;
use crate::facts::{Facts, TokenKind, year};
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
                || signs::may_stand_in(paragraph.view.of(view));
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

/// Whether one of the tokens in `range` is a quotation that counts, “四个一”.
fn holds_a_slogan(view: &str, facts: &Facts, range: &Range<usize>) -> bool {
    let tokens = facts.tokens.get(range.clone()).unwrap_or_default();
    tokens.iter().any(|token| {
        token.kind == TokenKind::Quotation && token.span.of(view).trim_end_matches('”').ends_with("个一")
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
    // Where the item of a list begins behind its number.
    let mut body_start = paragraph.start;
    let slice = |start: u32, end: u32| view.get(start as usize..end as usize).unwrap_or("");

    for index in range.clone() {
        let Some(token) = facts.tokens.get(index) else { break };
        let (start, end) = (token.span.start, token.span.end);
        if start < body_start {
            continue;
        }
        if let TokenKind::Figure(figure) = token.kind {
            let Some(quantity) = facts.quantities.get(figure) else { continue };
            // 80至89周岁老人 842.3 万元: ages in front of a figure are part of its label.
            if is_age_of_label(view, facts, index, range.end)
                || bounds::is_of_label(view, facts, index, &range)
                || bounds::is_of_range(view, facts, index, &range)
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
        // 214 名村（居）法律顾问: behind a figure only where it names the same level otherwise, and its noun goes on.
        if token.kind == TokenKind::Open
            && start > words_start
            && let Some(close) = wordy_bracket(facts, index, range.end)
            && (open_mention.is_none() || {
                let closes = facts.tokens.get(close).map_or(end, |token| token.span.start);
                levels::are_alternatives(slice(words_start, start), slice(end, closes))
            })
        {
            skip_to = close + 1;
            continue;
        }
        if let Some(previous) = open_mention.take()
            && let Some(mention) = mentions.get_mut(previous)
        {
            mention.after = slice(words_start, start);
        }
        // Only between the items of a list, which end in marks of their own.
        if token.kind == TokenKind::Newline {
            body_start = end + items::number_length(slice(end, paragraph.end));
            words_start = body_start;
            // What stands before the colon leads up to the first item.
            if lead == Lead::Semicolon {
                run_start = body_start;
            }
            continue;
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
    for joint in cues::AND {
        if let Some((behind, ahead)) = words.rsplit_once(joint) {
            if is_no_joint(joint, behind, ahead) {
                return (words, words, Lead::Nothing);
            }
            return (behind, ahead, Lead::Pause);
        }
    }
    (words, words, Lead::Nothing)
}

/// Whether the sign `joint` between `behind` and `ahead` is a part of another word: 参与, 涉及, 及格, 和解.
fn is_no_joint(joint: &str, behind: &str, ahead: &str) -> bool {
    match joint {
        "及" => {
            behind.ends_with(['涉', '普', '波', '危', '惠', '触', '提', '顾'])
                || ahead.starts_with(['格', '时', '早'])
        }
        "与" => behind.ends_with(['参', '给', '授', '赋']) || ahead.starts_with("会"),
        "和" => behind.ends_with(['调', '饱', '平', '温', '共']) || ahead.starts_with(['解', '谐', '美']),
        _ => false,
    }
}
