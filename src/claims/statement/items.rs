//! Lists of one item a line: 应急演练 28 场次，具体为：⏎防汛演练 9 场次；⏎森林防火演练 7 场次。
//!
//! Takes a paragraph, gives the lines below it that go on with its last sentence.
//!
//! *Invariant:* the marks at the ends of the lines and the words before the colon decide; a line that ends in another mark
//! ends the search, and then nothing goes on.

use std::ops::Range;

use crate::document::{self, BlockKind, Document};
use crate::facts::{Facts, Token, TokenKind};
use crate::search;
use crate::source::{Row, Source, ViewSpan};

/// The most lines of one list, and the longest line in bytes: an item with a story of its own is no part of a sentence.
const MOST_ITEMS: usize = 32;
const LONGEST_ITEM: usize = 240;

/// What the line of a sum begins with.
const SUMS_UP: &[&str] = &["以上", "上述", "合计", "共计", "总计"];

/// The lines below the paragraph at `index`, whose tokens are in `range`: each with a figure and ；at its end, the last with
/// 。, if the paragraph ends in a colon behind a figure of its last sentence. Without such a figure the last line is the sum
/// of those before it: 统计如下：⏎电话 3126 件；⏎网络 1874 件。⏎以上共计 5000 件。
pub fn below(
    source: &Source<'_>,
    document: &Document,
    facts: &Facts,
    index: usize,
    range: &Range<usize>,
) -> Vec<ViewSpan> {
    let head = facts.tokens.get(range.clone()).unwrap_or_default();
    let ends_in_colon = head.last().is_some_and(|last| last.kind == TokenKind::Colon);
    let view = source.view.text.as_str();
    let states_a_figure = states_a_figure(facts, head);
    if !ends_in_colon || (states_a_figure && !announces_a_list(view, head)) {
        return Vec::new();
    }
    let is_sum = |line: ViewSpan| search::beginning(line.of(view), SUMS_UP).is_some();
    let mut items: Vec<ViewSpan> = Vec::new();
    let mut at = range.end;
    // Whether the item before was the last, so that only its sum may follow.
    let mut is_behind_last = false;
    for (paragraph, block) in source.paragraphs.iter().zip(&document.blocks).skip(index + 1).take(MOST_ITEMS)
    {
        // Behind the line feed.
        let tokens = facts.tokens.get(at + 1..).unwrap_or_default();
        let length = tokens.iter().take_while(|token| token.span.start < paragraph.view.end).count();
        let tokens = tokens.get(..length).unwrap_or_default();
        at += 1 + length;
        let is_item = paragraph.row == Row::Prose
            && matches!(block.kind, BlockKind::Prose | BlockKind::Heading)
            && paragraph.view.len() <= LONGEST_ITEM
            && tokens.iter().any(|token| matches!(token.kind, TokenKind::Figure(_)))
            && tokens.iter().rev().skip(1).all(|token| token.kind != TokenKind::Stop);
        match tokens.last().map(|last| last.kind).filter(|_| is_item) {
            Some(TokenKind::Semicolon) if !is_behind_last => items.push(paragraph.view),
            Some(TokenKind::Stop) if !items.is_empty() => {
                items.push(paragraph.view);
                if states_a_figure || is_sum(paragraph.view) {
                    return items;
                }
                if is_behind_last {
                    break;
                }
                is_behind_last = true;
            }
            _ => break,
        }
    }
    Vec::new()
}

/// Whether a figure in digits stands in the last sentence of `tokens`.
fn states_a_figure(facts: &Facts, tokens: &[Token]) -> bool {
    let sentence = tokens.iter().rev().take_while(|token| token.kind != TokenKind::Stop);
    sentence
        .filter_map(|token| match token.kind {
            TokenKind::Figure(figure) => facts.quantities.get(figure),
            _ => None,
        })
        .any(|figure| figure.is_amount() && !figure.is_chinese)
}

/// Whether the words between the last mark or figure of `head` and its colon say that all that was counted follows.
fn announces_a_list(view: &str, head: &[Token]) -> bool {
    const ENDS: &[&str] = &[
        "具体为",
        "具体是",
        "具体如下",
        "情况如下",
        "统计如下",
        "分别为",
        "分别是",
        "分为",
        "包括",
        "其中",
        "构成如下",
    ];
    const SOME: &[&str] = &["重点", "主要", "典型", "部分", "代表性"];
    let [.., before, colon] = head else { return false };
    let words = view.get(before.span.end as usize..colon.span.start as usize).unwrap_or("");
    words.is_empty() || (search::ending(words, ENDS).is_some() && !search::has(words, SOME))
}

/// The bytes of the number at the beginning of the item `line`: 1. or （1）.
pub fn number_length(line: &str) -> u32 {
    document::mark_length(line) as u32
}
