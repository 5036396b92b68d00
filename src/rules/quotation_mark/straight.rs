//! Straight quotation marks in Chinese text: one finding for the whole paper, and one for each without its mate.
//!
//! *Invariant:* takes the marks of a paragraph in pairs; what encloses no Chinese and stands in none is left alone.

use super::{LONGEST, Pairs, Place, holds, is_chinese_inside};
use crate::draft::Draft;
use crate::lang::Lang;
use crate::order;
use crate::review::Safety;
use crate::rules::prose::{self, Paragraph};
use crate::rules::{Edit, Sink};
use crate::source::{Span, ViewSpan};

/// Among how many pairs of a paragraph the one round a single mark is looked for.
const MOST_OUTER: usize = 64;

/// The straight quotation marks of the whole paper.
#[derive(Default)]
pub(super) struct Straight {
    places: Vec<Span>,
    edits: Vec<Edit>,
}

impl Straight {
    /// Gathers the pairs of `paragraph`; a last one without its mate is told at once.
    pub fn read(&mut self, draft: &Draft<'_>, sink: &mut Sink<'_>, paragraph: &Paragraph<'_>, curly: &Pairs) {
        const SIGNS: [char; 2] = ['"', '\''];
        if !draft.source.characters.has_any(&SIGNS) {
            return;
        }
        let text = paragraph.text;
        let mut outer: Vec<Place> = curly.double.iter().copied().take(MOST_OUTER).collect();
        for sign in SIGNS {
            let mut open: Option<usize> = None;
            for (at, _) in paragraph.marks().filter(|&(_, found)| found == sign) {
                let Some(start) = open.take() else {
                    // 5" and it's: inches and apostrophes open nothing.
                    let is_inner = prose::before(text, at).is_some_and(|ch| ch.is_ascii_alphanumeric());
                    open = (!is_inner).then_some(at);
                    continue;
                };
                let place = (start, at + 1);
                let is_near = place.1 - place.0 <= LONGEST;
                if is_near && (is_chinese_inside(text, place.0, place.1, 1) || is_in_chinese(text, place)) {
                    let is_inner = sign == '\'' && outer.iter().any(|&pair| holds(pair, place));
                    self.add(draft, paragraph, place, if is_inner { ["‘", "’"] } else { ["“", "”"] });
                    if sign == '"' && outer.len() < MOST_OUTER {
                        outer.push(place);
                    }
                }
            }
            if let Some(at) = open.filter(|_| sign == '"' && curly.is_balanced) {
                lone(draft, sink, paragraph, at);
            }
        }
    }

    fn add(
        &mut self,
        draft: &Draft<'_>,
        paragraph: &Paragraph<'_>,
        (from, to): Place,
        [open, close]: [&str; 2],
    ) {
        let place = |from: usize, to: usize| draft.source.original(paragraph.span(from, to));
        self.places.push(place(from, to));
        self.edits.push(Edit { span: place(from, from + 1), text: open.to_owned() });
        self.edits.push(Edit { span: place(to - 1, to), text: close.to_owned() });
    }

    /// Adds one finding for all that were noted, with a repair that turns them all.
    pub fn report(mut self, draft: &Draft<'_>, sink: &mut Sink<'_>) {
        let Some(&first) = self.places.first() else { return };
        let count = self.places.len();
        let message = match draft.lang {
            Lang::Zh => format!("中文里有 {count} 处用了直引号。应改为弯引号“”，里面一层用‘’。"),
            Lang::En => {
                format!("Straight quotation marks in Chinese text: {count}. Use “ ”, and ‘ ’ inside them.")
            }
        };
        let title = draft.lang.pick("全部改为弯引号", "Make all of them curly").to_owned();
        order::sort_by_key(&mut self.edits, |edit| edit.span);
        let finding = sink.finding(first, message).standing_for(&self.places);
        sink.push(finding.with_edits(Safety::Suggest, title, self.edits));
    }
}

/// 推进"12345"热线: words of another script between Chinese ones.
fn is_in_chinese(text: &str, (from, to): Place) -> bool {
    prose::before(text, from).is_some_and(prose::is_han) && prose::after(text, to).is_some_and(prose::is_han)
}

/// A straight mark that stands alone beside Chinese text.
fn lone(draft: &Draft<'_>, sink: &mut Sink<'_>, paragraph: &Paragraph<'_>, at: usize) {
    let text = paragraph.text;
    let is_chinese = prose::before(text, at).is_some_and(prose::is_han)
        || prose::after(text, at + 1).is_some_and(prose::is_han);
    if !is_chinese {
        return;
    }
    let words = prose::clause_after(text, at + 1).chars().take(8).map(char::len_utf8).sum::<usize>();
    let span: ViewSpan = paragraph.span(at, at + 1 + words);
    let message = draft.lang.pick(
        "这一段里的直引号不成对，有一个没有配对的引号。请补上另一半或者删去，并改用弯引号“”。",
        "A straight quotation mark in this paragraph has no mate. Add the other one or drop it, and use “ ”.",
    );
    sink.report(draft.source.original(span), message.to_owned());
}
