//! Which brackets and quotation marks have no mate.
//!
//! Takes the paragraphs, gives the marks that stay alone when notes, quotations and cut titles have found theirs in the
//! paragraphs behind, and the marks of lists and intervals are set aside.
//!
//! *Invariant:* a mark has one mate at most, of its own kind and on its other side.

use crate::draft::Draft;
use crate::lang::Text;
use crate::numeral;
use crate::order;
use crate::rules::prose::{self, Paragraph};

/// A kind of paired mark.
pub(super) struct Pair {
    pub open: char,
    pub close: char,
    pub name: Text,
    /// Over how many paragraphs a pair may run: notes and quotations do, titles only where a page cuts them.
    reach: usize,
}

/// The place of the quotation marks among [`PAIRS`].
pub(super) const QUOTES: usize = 2;

/// That of quotation marks within quotation marks. Alone they may be apostrophes.
pub(super) const INNER_QUOTES: usize = 5;

/// The marks that stand in pairs.
pub(super) static PAIRS: [Pair; 6] = [
    Pair { open: '（', close: '）', name: Text { zh: "括号", en: "bracket" }, reach: 3 },
    Pair { open: '《', close: '》', name: Text { zh: "书名号", en: "title mark" }, reach: 1 },
    Pair { open: '“', close: '”', name: Text { zh: "引号", en: "quotation mark" }, reach: 3 },
    Pair { open: '〔', close: '〕', name: Text { zh: "六角括号", en: "bracket" }, reach: 1 },
    Pair { open: '〈', close: '〉', name: Text { zh: "单书名号", en: "title mark" }, reach: 1 },
    Pair { open: '‘', close: '’', name: Text { zh: "单引号", en: "quotation mark" }, reach: 0 },
];

/// How many characters of figures stand beside the bracket of an interval at most.
const LONGEST_FIGURES: usize = 16;

/// How many other marks may stand open inside a pair, or alone between its two.
const DEPTH: usize = 32;

/// A mark without a mate in its own paragraph.
#[derive(Clone, Copy)]
pub(super) struct Lone {
    /// Which paragraph it stands in, and where in its text.
    pub paragraph: usize,
    pub at: usize,
    /// Which of [`PAIRS`] it belongs to.
    pub pair: usize,
    pub is_open: bool,
    /// Whether its mate was found after all, or it was told of.
    pub is_settled: bool,
}

/// The marks of `paragraphs` that have no mate, in the order of the text.
pub(super) fn marks(draft: &Draft<'_>, paragraphs: &[Paragraph<'_>]) -> Vec<Lone> {
    let mut lone = Vec::new();
    for (index, paragraph) in paragraphs.iter().enumerate() {
        lone_marks(paragraph, index, &mut lone);
    }
    lone.retain(|mark| !is_list_mark(draft, paragraphs, mark));
    pair_over_paragraphs(paragraphs, &mut lone);
    lone.retain(|mark| !mark.is_settled);
    lone
}

/// The marks of `text`, the paragraph at `paragraph`, that have no mate in it.
fn lone_marks(text: &Paragraph<'_>, paragraph: usize, lone: &mut Vec<Lone>) {
    let first = lone.len();
    let mut open: Vec<Lone> = Vec::new();
    for (at, ch) in text.marks() {
        // All marks lie between these two; most characters do not.
        if !matches!(ch, '‘'..='”' | '〈'..='〕' | '（' | '）') {
            continue;
        }
        let Some(pair) = PAIRS.iter().position(|pair| ch == pair.open || ch == pair.close) else { continue };
        let is_open = PAIRS.get(pair).is_some_and(|known| ch == known.open);
        let mark = Lone { paragraph, at, pair, is_open, is_settled: false };
        if is_open {
            open.push(mark);
        } else if pair == INNER_QUOTES {
            open.pop_if(|last| last.pair == INNER_QUOTES);
        } else if let Some(mate) = mate_of(&open, pair) {
            // What was opened inside the pair and not closed has lost its mate; an inner quotation, where the outer closes.
            let inside = open.drain(mate..).skip(1);
            lone.extend(inside.filter(|mark| mark.pair != INNER_QUOTES || pair == QUOTES));
        } else {
            lone.push(mark);
        }
    }
    lone.extend(open.into_iter().filter(|mark| mark.pair != INNER_QUOTES));
    if let Some(new) = lone.get_mut(first..) {
        order::sort_by_key(new, |mark| mark.at);
    }
}

/// The last of the `open` marks of this kind, if not too deep below others.
fn mate_of(open: &[Lone], pair: usize) -> Option<usize> {
    let deepest = open.len().saturating_sub(DEPTH);
    (deepest..open.len()).rev().find(|&at| open.get(at).is_some_and(|mark| mark.pair == pair))
}

/// 1) and a) before an item of a list, and half-open intervals such as [60，80）, have no mate.
fn is_list_mark(draft: &Draft<'_>, paragraphs: &[Paragraph<'_>], mark: &Lone) -> bool {
    let Some(text) = paragraphs.get(mark.paragraph).map(|paragraph| paragraph.text) else { return false };
    if mark.pair != 0 {
        return false;
    }
    let is_inner = |ch: &char| ch.is_ascii_digit() || matches!(ch, ',' | '，' | '.' | '%');
    if mark.is_open {
        let rest = text.get(mark.at + '（'.len_utf8()..).unwrap_or("");
        let figures = rest.chars().take(LONGEST_FIGURES).take_while(is_inner).count();
        return figures > 0 && rest.chars().nth(figures) == Some(']');
    }
    let head = text.get(..mark.at).unwrap_or("");
    let figures = head.chars().rev().take(LONGEST_FIGURES).take_while(is_inner).count();
    if figures > 0 && head.chars().rev().nth(figures) == Some('[') {
        return true;
    }
    let rest = head.trim_end_matches(|ch: char| ch.is_ascii_alphanumeric());
    let is_before_item = |rest: &str| rest.chars().next_back().is_none_or(|ch| !prose::is_han(ch));
    if rest.len() < head.len() {
        return head.len() - rest.len() <= 3 && is_before_item(rest);
    }
    // 一） is a way to number, unless the paper numbers with （一）.
    let rest = head.trim_end_matches(numeral::is_ordinal);
    rest.len() < head.len() && is_before_item(rest) && !draft.source.view.text.contains("（一）")
}

/// Settles pairs that run over several paragraphs: a note, a quotation, a title cut by a page.
fn pair_over_paragraphs(paragraphs: &[Paragraph<'_>], lone: &mut [Lone]) {
    for first in 0..lone.len() {
        let Some(&opening) = lone.get(first).filter(|mark| mark.is_open && !mark.is_settled) else {
            continue;
        };
        let next = paragraphs.get(opening.paragraph + 1);
        // A quotation of several paragraphs is opened again in each and closed in the last only.
        let is_reopened = opening.pair == QUOTES && next.is_some_and(|next| next.text.starts_with('“'));
        let reach = PAIRS.get(opening.pair).map_or(0, |pair| pair.reach);
        let mut others =
            lone.iter().enumerate().skip(first + 1).filter(|(_, mark)| mark.pair == opening.pair);
        let mate = others.next().filter(|(_, mark)| {
            !mark.is_open && mark.paragraph > opening.paragraph && mark.paragraph <= opening.paragraph + reach
        });
        let settled = [mate.map(|(index, _)| index), (is_reopened || mate.is_some()).then_some(first)];
        for index in settled.into_iter().flatten() {
            if let Some(mark) = lone.get_mut(index) {
                mark.is_settled = true;
            }
        }
    }
}
