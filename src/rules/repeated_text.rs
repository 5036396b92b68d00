//! Text that stands there twice: sentences, clauses, words.
//!
//! *Invariant:* short sentences count only side by side; a sentence repeated elsewhere has to be long
//! enough that nobody writes it twice by design.

use std::borrow::Cow;
use std::ops::Range;

use super::prose::{self, Paragraph};
use super::{Group, Rule, Sink};
use crate::document::BlockKind;
use crate::draft::Draft;
use crate::lang::{Lang, Text};
use crate::numbers::Numbers;
use crate::review::{Safety, Severity};
use crate::source::ViewSpan;
use crate::wording::{List, doubled::DOUBLED, is_covered};

pub(super) static RULE: Rule = Rule {
    id: "repeated-text",
    group: Group::Structure,
    severity: Severity::Hint,
    title: Text { zh: "文字重复", en: "Text that stands there twice" },
    page: page!("repeated-text"),
    check,
};

/// A sentence of so many characters is not written twice in a row.
const SENTENCE: usize = 10;
/// A sentence of so many characters is not written twice in one paper.
const LONG_SENTENCE: usize = 25;
/// A clause of so many characters is not written twice in a row.
const CLAUSE: usize = 5;

fn check(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    let mut seen = Numbers::default();
    let mut first_of: Vec<ViewSpan> = Vec::new();
    let mut previous: Option<(&str, ViewSpan)> = None;
    let (mut sentences, mut all_clauses) = (Vec::new(), Vec::new());
    for paragraph in prose::paragraphs(draft) {
        if !paragraph.is_prose() {
            // Between two rows of a table or across the end of the paper nothing is side by side.
            previous = None;
            continue;
        }
        divide(&paragraph, &mut sentences, &mut all_clauses);
        for sentence in sentences.drain(..) {
            let (start, end) = sentence.place;
            let text = paragraph.text.get(start..end).unwrap_or("");
            let span = paragraph.span(start, end);
            let is_repeated_here = previous.is_some_and(|(other, _)| other == text) && counts(text, SENTENCE);
            let may_be_long = text.len() >= LONG_SENTENCE * '一'.len_utf8();
            let earlier = may_be_long.then(|| {
                let number = seen.of(Cow::Borrowed(text));
                let first = first_of.get(number).copied();
                first.unwrap_or_else(|| {
                    first_of.push(span);
                    span
                })
            });
            let earlier = earlier.filter(|&earlier| earlier != span && counts(text, LONG_SENTENCE));
            let first = if is_repeated_here { previous.map(|(_, first)| first) } else { earlier };
            match first {
                Some(first) => report(draft, sink, first, span, is_repeated_here),
                None => clauses(draft, sink, &paragraph, all_clauses.get(sentence.clauses).unwrap_or(&[])),
            }
            previous = Some((text, span));
        }
        report_doubled(draft, sink, &paragraph);
        if paragraph.kind == BlockKind::Heading && !paragraph.text.contains('。') {
            previous = None;
        }
    }
}

/// A sentence without the mark that ends it, and which of the paragraph's clauses are its own.
struct Sentence {
    place: (usize, usize),
    clauses: Range<usize>,
}

/// Fills in the sentences of `paragraph` that are not empty, and the places of all its clauses.
fn divide(paragraph: &Paragraph<'_>, sentences: &mut Vec<Sentence>, clauses: &mut Vec<(usize, usize)>) {
    sentences.clear();
    clauses.clear();
    let (mut start, mut clause_start, mut first_clause) = (0, 0, 0);
    let end = (paragraph.text.len(), '。');
    for (at, sign) in paragraph.marks().chain([end]) {
        let ends_sentence = matches!(sign, '。' | '！' | '？' | '；');
        if !ends_sentence && !matches!(sign, '，' | '：' | '、') {
            continue;
        }
        if clause_start < at {
            clauses.push((clause_start, at));
        }
        clause_start = at + sign.len_utf8();
        if ends_sentence {
            let place = (std::mem::replace(&mut start, clause_start), at);
            if place.0 < place.1 {
                sentences.push(Sentence { place, clauses: first_clause..clauses.len() });
            }
            first_clause = clauses.len();
        }
    }
}

/// Whether `text` holds that many Chinese characters.
fn counts(text: &str, least: usize) -> bool {
    text.chars().filter(|&ch| prose::is_han(ch)).take(least).count() == least
}

/// Adjacent ones of `clauses` that say the same.
fn clauses(draft: &Draft<'_>, sink: &mut Sink<'_>, paragraph: &Paragraph<'_>, clauses: &[(usize, usize)]) {
    let mut previous: Option<(usize, usize)> = None;
    for &(start, end) in clauses {
        let clause = || paragraph.text.get(start..end).unwrap_or("");
        if let Some((first, last)) = previous
            && last - first == end - start
            && paragraph.text.get(first..last) == Some(clause())
            && counts(clause(), CLAUSE)
        {
            report(draft, sink, paragraph.span(first, last), paragraph.span(start, end), true);
        }
        previous = Some((start, end));
    }
}

fn report(draft: &Draft<'_>, sink: &mut Sink<'_>, first: ViewSpan, again: ViewSpan, is_adjacent: bool) {
    let (first, again) = (draft.source.original(first), draft.source.original(again));
    let message = match (draft.lang, is_adjacent) {
        (Lang::Zh, true) => "与紧接在前面的文字完全相同，可能是重复粘贴。请核对后删去一处。",
        (Lang::Zh, false) => "这句话与前文的一句完全相同，可能是重复粘贴。请核对后删去一处。",
        (Lang::En, true) => {
            "This is the same as what stands right before it; it may have been pasted twice. Check, and drop one of the two."
        }
        (Lang::En, false) => {
            "The same sentence stands further up; it may have been pasted twice. Check, and drop one of the two."
        }
    };
    let finding = sink.finding(again, message.to_owned()).with_related(first, "first", None);
    sink.push(finding);
}

fn report_doubled(draft: &Draft<'_>, sink: &mut Sink<'_>, paragraph: &Paragraph<'_>) {
    for (at, length, entry) in paragraph.words(draft, List::Doubled) {
        let Some((word, exceptions)) = DOUBLED.get(entry) else { continue };
        if is_covered(paragraph.text, at, length, exceptions) {
            continue;
        }
        let single = word.get(..length / 2).unwrap_or(word);
        let span = draft.source.original(paragraph.span(at, at + length));
        let message = match draft.lang {
            Lang::Zh => format!("“{single}”重复了。请删去一个。"),
            Lang::En => format!("“{single}” stands here twice. Drop one."),
        };
        let title = draft.lang.pick(format!("改为“{single}”"), format!("Change to “{single}”"));
        let finding = sink.finding(span, message);
        sink.push(finding.with_fix(Safety::Suggest, title, span, single.to_owned()));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::prose::testing::finds;

    #[test]
    fn finds_what_was_pasted_twice() {
        finds(
            &RULE,
            "规范系统操作，落实监管要求。规范系统操作，落实监管要求。",
            &["规范系统操作，落实监管要求"],
        );
        finds(&RULE, "加强领导，压实工作责任，压实工作责任。", &["压实工作责任"]);
        finds(&RULE, "进一步进一步加强的的工作和和任务。", &["进一步进一步", "的的", "和和"]);
        let long = "凡拟作出重大行政处罚决定的案件一律提交案件审理委员会集体讨论决定";
        finds(&RULE, &format!("{long}。其他案件照办。{long}。"), &[long]);
    }

    #[test]
    fn leaves_formulas_alone() {
        for text in [
            "一、成效\n坚持依法行政，全面履职。\n二、安排\n坚持依法行政，全面履职。",
            "为了了解情况，实现目的的过程和谐，稳定和和谐。",
            "好，好，好，一个一个抓，一件一件办。",
            "合格率100%，合格率100%。",
        ] {
            finds(&RULE, text, &[]);
        }
    }
}
