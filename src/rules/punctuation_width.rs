//! Half-width punctuation next to Chinese text: one finding for the whole paper.
//!
//! *Invariant:* looks at the draft itself, for the folded view no longer shows widths.

use super::{Edit, Group, Rule, Sink, prose};
use crate::draft::Draft;
use crate::lang::{Lang, Text};
use crate::review::{Safety, Severity};
use crate::source::Span;

pub(super) static RULE: Rule = Rule {
    id: "punctuation-width",
    group: Group::Text,
    severity: Severity::Hint,
    title: Text { zh: "中文中使用半角标点", en: "Half-width punctuation in Chinese text" },
    page: page!("punctuation-width"),
    check,
};

/// A half-width mark of the draft.
struct Mark {
    span: Span,
    sign: char,
    is_wrong: bool,
    /// The other bracket of its pair, by its place among the marks.
    mate: Option<usize>,
    /// The bracket of 1) before an item of a list.
    is_item: bool,
    /// Whether nothing but blanks stands between it and the mark before.
    is_behind_mark: bool,
}

fn check(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    if !draft.source.characters.has_any(&HALF_WIDTH) {
        return;
    }
    let mut marks = Vec::new();
    for paragraph in &draft.source.paragraphs {
        let first = marks.len();
        marks_of(draft, paragraph.span, &mut marks);
        // 临河镇,86,84: a comma between two cells is no mark of the text.
        let cells: Vec<Span> =
            paragraph.row.cells().iter().map(|cell| draft.source.original(*cell)).collect();
        let is_between = |mark: &Mark| {
            let behind = cells.partition_point(|cell| cell.end <= mark.span.start);
            !cells.is_empty() && cells.get(behind).is_none_or(|cell| mark.span.end <= cell.start)
        };
        marks.iter_mut().skip(first).for_each(|mark| mark.is_wrong &= !is_between(mark));
    }
    marks.retain(|mark| mark.is_wrong);
    if marks.is_empty() {
        return;
    }
    let count = marks.len();
    let message = match draft.lang {
        Lang::Zh => format!(
            "中文里有 {count} 处半角标点（{}）。公文应用全角标点，可以一次全部改正。",
            tally(&marks, "、", " 处")
        ),
        Lang::En => format!(
            "Half-width punctuation marks in Chinese text: {count} ({}). Official documents take full-width ones; \
             all can be changed at once.",
            tally(&marks, ", ", "")
        ),
    };
    let edits = marks.iter().map(|mark| Edit { span: mark.span, text: wide(mark.sign).to_owned() }).collect();
    let title = draft.lang.pick("全部改为全角标点", "Change all of them to full width").to_owned();
    prose::report_together(sink, message, title, Safety::Safe, edits);
}

/// The marks of the paragraph at `paragraph`.
fn marks_of(draft: &Draft<'_>, paragraph: Span, marks: &mut Vec<Mark>) {
    let text = paragraph.of(draft.source.text);
    let first = marks.len();
    let mut open: Vec<usize> = Vec::new();
    let no_blank = |ch: &char| !ch.is_whitespace();
    let signs = draft.source.signs.within(paragraph);
    for sign in signs.iter().filter(|sign| sign.sign.is_ascii() && !wide(sign.sign).is_empty()) {
        let (at, sign, span) =
            ((sign.at - paragraph.start) as usize, sign.sign, Span { start: sign.at, end: sign.end() });
        let head = text.get(..at).unwrap_or("").chars();
        let rest = text.get(at + 1..).unwrap_or("").chars();
        let (before, after) = (head.clone().next_back(), rest.clone().next());
        let (before_blank, after_blank) = (head.rev().find(no_blank), rest.into_iter().find(no_blank));
        let is_inside_ascii = [before, after].iter().all(|ch| ch.is_some_and(|ch| ch.is_ascii_graphic()));
        // A blank keeps the brackets of Word (docx) apart from the Chinese text.
        let neighbours =
            if matches!(sign, '(' | ')') { [before, after] } else { [before_blank, after_blank] };
        let touches_chinese = neighbours.into_iter().flatten().any(is_chinese);
        let is_wrong = touches_chinese && !is_inside_ascii;
        let mate = if sign == ')' { open.pop() } else { None };
        if sign == '(' {
            open.push(marks.len());
        }
        let is_item = sign == ')' && mate.is_none() && before.is_some_and(|ch| ch.is_ascii_alphanumeric());
        let here = marks.len();
        if let Some(other) = mate.and_then(|mate| marks.get_mut(mate)) {
            other.mate = Some(here);
        }
        let is_behind_mark = marks.len() > first && before_blank.is_some_and(|ch| !wide(ch).is_empty());
        marks.push(Mark { span, sign, is_wrong: is_wrong && !is_item, mate, is_item, is_behind_mark });
    }
    spread(marks, first);
}

/// A pair changes together; and what stands right beside a mark that changes then stands beside a
/// full-width one.
fn spread(marks: &mut [Mark], first: usize) {
    let mut wrong: Vec<usize> = (first..marks.len()).filter(|&at| is_wrong(marks, at)).collect();
    while let Some(at) = wrong.pop() {
        let Some((span, mate, is_behind)) =
            marks.get(at).map(|mark| (mark.span, mark.mate, mark.is_behind_mark))
        else {
            continue;
        };
        for near in [mate, at.checked_sub(1).filter(|&near| near >= first), Some(at + 1)] {
            let Some((near, mark)) = near.and_then(|near| Some((near, marks.get_mut(near)?))) else {
                continue;
            };
            let is_next = mark.span.end == span.start || span.end == mark.span.start;
            let is_over_blanks = if near < at { is_behind } else { near == at + 1 && mark.is_behind_mark };
            let is_beside = is_next || (is_over_blanks && !matches!(mark.sign, '(' | ')'));
            if (is_beside || mate == Some(near)) && !mark.is_wrong && !mark.is_item {
                mark.is_wrong = true;
                wrong.push(near);
            }
        }
    }
}

fn is_wrong(marks: &[Mark], at: usize) -> bool {
    marks.get(at).is_some_and(|mark| mark.is_wrong)
}

/// The marks that have a full-width form.
const HALF_WIDTH: [char; 7] = [',', ';', ':', '(', ')', '!', '?'];

/// The full-width form of a mark, or nothing.
fn wide(sign: char) -> &'static str {
    match sign {
        ',' => "，",
        ';' => "；",
        ':' => "：",
        '(' => "（",
        ')' => "）",
        '!' => "！",
        '?' => "？",
        _ => "",
    }
}

fn is_chinese(ch: char) -> bool {
    matches!(
        ch,
        '一'
            ..='龥'
                | '、'
                | '。'
                | '《'
                | '》'
                | '〈'
                | '〉'
                | '“'
                | '”'
                | '〔'
                | '〕'
                | '（'
                | '）'
                | '，'
                | '；'
                | '：'
    )
}

/// How often each mark stands there: “,” 12 处、“(” 3 处.
fn tally(marks: &[Mark], separator: &str, times: &str) -> String {
    let counts = HALF_WIDTH.into_iter().filter_map(|sign| {
        let count = marks.iter().filter(|mark| mark.sign == sign).count();
        (count > 0).then(|| format!("“{sign}” {count}{times}"))
    });
    counts.collect::<Vec<_>>().join(separator)
}
