//! How lone marks are told: one by one, as quotation marks turned the wrong way, or all of a paragraph at once.
//!
//! Takes the lone marks and their paragraphs, gives findings.
//!
//! *Invariant:* what is told as turned is told no second time as lone.

use super::lone::{INNER_QUOTES, Lone, PAIRS, QUOTES};
use crate::draft::Draft;
use crate::lang::Lang;
use crate::review::Safety;
use crate::rules::Sink;
use crate::rules::prose::{self, Paragraph};
use crate::search;
use crate::source::{Span, ViewSpan};

/// How many characters of context a finding shows at most.
const CONTEXT: usize = 16;

/// “甲“ and ”甲”: two marks of one direction; one finding for all of them.
pub(super) fn turned_quotes(
    draft: &Draft<'_>,
    sink: &mut Sink<'_>,
    paragraphs: &[Paragraph<'_>],
    lone: &mut [Lone],
) {
    let mut places: Vec<Span> = Vec::new();
    for first in 0..lone.len() {
        let (Some(&one), Some(&two)) = (lone.get(first), lone.get(first + 1)) else { break };
        let Some(paragraph) = paragraphs.get(one.paragraph) else { break };
        let is_turned = matches!(one.pair, QUOTES | INNER_QUOTES)
            && two.pair == one.pair
            && one.paragraph == two.paragraph
            && one.is_open == two.is_open
            && !one.is_settled
            && paragraph.text.get(one.at + '“'.len_utf8()..two.at).is_some_and(|inner| {
                !inner.is_empty()
                    && search::length(inner) <= 12
                    && !inner.contains(|ch| prose::ends_clause(ch) || matches!(ch, '“' | '”' | '、'))
            });
        if is_turned {
            places.push(draft.source.original(paragraph.span(one.at, two.at + '“'.len_utf8())));
            for mark in lone.iter_mut().skip(first).take(2) {
                mark.is_settled = true;
            }
        }
    }
    let Some(&first) = places.first() else { return };
    let quote = draft.source.quote(first);
    let message = match draft.lang {
        Lang::Zh => format!("{quote}的两个引号方向相同：前一个应为左引号，后一个应为右引号。请改正。"),
        Lang::En => {
            format!(
                "The two quotation marks of {quote} face the same way. Put an opening one in front and a closing one behind."
            )
        }
    };
    let finding = sink.finding(first, message);
    sink.push(finding.standing_for(&places));
}

/// One finding for `mark`, with a repair where it stands twice.
pub(super) fn report(draft: &Draft<'_>, sink: &mut Sink<'_>, paragraph: &Paragraph<'_>, mark: &Lone) {
    let Some(pair) = PAIRS.get(mark.pair) else { return };
    let (span, is_doubled) = context(paragraph, mark);
    let place = draft.source.original(span);
    let (sign, mate) = if mark.is_open { (pair.open, pair.close) } else { (pair.close, pair.open) };
    let name = pair.name.get(draft.lang);
    let at = draft.source.original(paragraph.span(mark.at, mark.at + sign.len_utf8()));
    let title = draft.lang.pick(format!("删去多余的 {sign}"), format!("Drop one {sign}"));
    // Quotation marks cannot be shown in quotation marks.
    let shown = |sign: char| if mark.pair == QUOTES { String::new() } else { format!("“{sign}”") };
    let (sign, mate) = (shown(sign), shown(mate));
    let apart = |shown: &str| if shown.is_empty() { String::new() } else { format!(" {shown}") };
    let message = match (draft.lang, mark.is_open) {
        (Lang::Zh, true) => {
            format!("左{name}{sign}没有对应的右{name}{mate}。请在应当结束的地方补上，或者删去这一个。")
        }
        (Lang::Zh, false) => {
            format!("右{name}{sign}没有对应的左{name}{mate}。请在应当开始的地方补上，或者删去这一个。")
        }
        (Lang::En, true) => format!(
            "The opening {name}{} has no closing one{}. Add it where it belongs, or drop this one.",
            apart(&sign),
            apart(&mate)
        ),
        (Lang::En, false) => format!(
            "The closing {name}{} has no opening one{}. Add it where it belongs, or drop this one.",
            apart(&sign),
            apart(&mate)
        ),
    };
    let finding = sink.finding(place, message);
    if is_doubled {
        sink.push(finding.with_fix(Safety::Suggest, title, at, String::new()));
    } else {
        sink.push(finding);
    }
}

/// One finding for a paragraph in which many marks stand alone.
pub(super) fn report_all(draft: &Draft<'_>, sink: &mut Sink<'_>, paragraph: &Paragraph<'_>, marks: &[Lone]) {
    let place = |mark: &Lone| draft.source.original(paragraph.span(mark.at, mark.at + '（'.len_utf8()));
    let places: Vec<Span> = marks.iter().map(place).collect();
    let count = places.len();
    let message = match draft.lang {
        Lang::Zh => format!("本段有 {count} 处括号、引号或书名号不成对。请逐一核对。"),
        Lang::En => {
            format!("{count} brackets or quotation marks in this paragraph have no mate. Check each of them.")
        }
    };
    let finding = sink.finding(places.first().copied(), message);
    sink.push(finding.standing_for(&places));
}

/// What the finding shows: the mark with the words that it opens or closes; and whether it stands
/// twice.
fn context(paragraph: &Paragraph<'_>, mark: &Lone) -> (ViewSpan, bool) {
    let text = paragraph.text;
    let is_end = |ch: char| {
        prose::ends_clause(ch) || ch == '、' || PAIRS.iter().any(|pair| ch == pair.open || ch == pair.close)
    };
    let length = text.get(mark.at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    let end = mark.at + length;
    let sign = prose::after(text, mark.at);
    if mark.is_open {
        if prose::after(text, end) == sign {
            return (paragraph.span(mark.at, end + length), true);
        }
        let rest = text.get(end..).unwrap_or("");
        let words = rest.chars().take_while(|&ch| !is_end(ch)).take(CONTEXT);
        return (paragraph.span(mark.at, end + words.map(char::len_utf8).sum::<usize>()), false);
    }
    if prose::before(text, mark.at) == sign {
        return (paragraph.span(mark.at - length, end), true);
    }
    let head = text.get(..mark.at).unwrap_or("");
    let words = head.chars().rev().take_while(|&ch| !is_end(ch)).take(CONTEXT);
    (paragraph.span(mark.at - words.map(char::len_utf8).sum::<usize>(), end), false)
}
