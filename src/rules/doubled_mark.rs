//! Two marks where one belongs: 。。 ，， 、， ；。
//!
//! *Invariant:* marks that go together (？！, ……, ——) are never reported; three and more full stops are an
//! ellipsis and another rule's.

use super::prose::{self, Paragraph};
use super::{Edit, Group, Rule, Sink};
use crate::document::BlockKind;
use crate::draft::Draft;
use crate::lang::{Lang, Text};
use crate::review::{Safety, Severity};
use crate::search;

pub(super) static RULE: Rule = Rule {
    id: "doubled-mark",
    group: Group::Text,
    severity: Severity::Warning,
    title: Text { zh: "标点重复或叠用", en: "Two marks where one belongs" },
    page: page!("doubled-mark"),
    check,
};

/// The marks of which one alone may stand at a place, the stronger ones last.
const MARKS: [char; 5] = ['、', '，', '：', '；', '。'];

/// A longer run is a line of dots or a drawing, not a slip.
const LONGEST_RUN: usize = 4;

/// A run of marks.
struct Run<'t> {
    start: usize,
    marks: &'t str,
}

fn check(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    let is_text = |kind| !matches!(kind, BlockKind::Letterhead | BlockKind::DocumentNumber);
    for paragraph in prose::paragraphs(draft).filter(|paragraph| is_text(paragraph.kind)) {
        for run in runs(&paragraph) {
            report(draft, sink, &paragraph, &run);
        }
    }
}

/// The runs of two and more marks in `paragraph`.
fn runs<'d>(paragraph: &Paragraph<'d>) -> Vec<Run<'d>> {
    let text = paragraph.text;
    let mut runs = Vec::new();
    let mut marks = paragraph.marks().peekable();
    while let Some((start, first)) = marks.next() {
        let mut end = start + first.len_utf8();
        // Nearly all stand alone.
        if marks.peek().is_none_or(|&(at, _)| at != end) || !MARKS.contains(&first) {
            continue;
        }
        while let Some((_, next)) = marks.next_if(|&(at, sign)| at == end && MARKS.contains(&sign)) {
            end += next.len_utf8();
        }
        let run = text.get(start..end).unwrap_or("");
        let count = search::length(run);
        if count < 2 {
            continue;
        }
        let is_ellipsis = count > 2 && run.chars().all(|ch| ch == '。');
        let is_ascii = |ch: Option<char>| ch.is_some_and(|ch| ch.is_ascii_graphic());
        let is_code = is_ascii(prose::before(text, start)) && is_ascii(prose::after(text, end));
        if count <= LONGEST_RUN && !is_ellipsis && !is_code {
            runs.push(Run { start, marks: run });
        }
    }
    runs
}

fn report(draft: &Draft<'_>, sink: &mut Sink<'_>, paragraph: &Paragraph<'_>, run: &Run<'_>) {
    let (text, marks) = (paragraph.text, run.marks);
    let end = run.start + marks.len();
    let first = marks.chars().next().unwrap_or('，');
    let is_same = marks.chars().all(|ch| ch == first);
    // The end of a paragraph takes the full stop, whatever was left before it.
    let is_closed = end == text.len() && marks.ends_with('。');
    let kept = match (is_same, is_closed) {
        (true, _) => first,
        (_, true) => '。',
        _ => marks.chars().max_by_key(|&ch| MARKS.iter().position(|&mark| mark == ch)).unwrap_or(first),
    };
    let is_sure = is_same || is_closed;
    // Between two titles not even one mark may be needed.
    let is_between = matches!(prose::before(text, run.start), Some('》' | '〉' | '”'))
        && matches!(prose::after(text, end), Some('《' | '〈' | '“'));
    let safety = if is_sure && !is_between { Safety::Safe } else { Safety::Suggest };
    let message = match (draft.lang, is_same) {
        (Lang::Zh, true) => format!("标点“{kept}”重复，多出的应删去。请只保留一个。"),
        (Lang::Zh, false) => {
            format!("“{marks}”是几个标点叠用，同一处只能用一个。这里可能应为“{kept}”，请核对后只保留一个。")
        }
        (Lang::En, true) => format!("The mark “{kept}” stands here more than once. Keep only one."),
        (Lang::En, false) => {
            format!(
                "The marks “{marks}” stand together where one belongs, here perhaps “{kept}”. Check, and keep only one."
            )
        }
    };
    let title = draft.lang.pick(format!("只保留“{kept}”"), format!("Keep “{kept}” only"));
    let finding = sink.finding(draft.source.original(paragraph.span(run.start, end)), message);
    sink.push(finding.with_edits(safety, title, dropped(draft, paragraph, run, kept)));
}

/// What is dropped of `run` so that one `kept` stays: each mark for itself, for a line may end between two.
fn dropped(draft: &Draft<'_>, paragraph: &Paragraph<'_>, run: &Run<'_>, kept: char) -> Vec<Edit> {
    let stays = run.marks.find(kept).unwrap_or(0);
    let others = run.marks.char_indices().filter(|&(at, _)| at != stays);
    let place = |at: usize, ch: char| {
        draft.source.original(paragraph.span(run.start + at, run.start + at + ch.len_utf8()))
    };
    others.map(|(at, ch)| Edit { span: place(at, ch), text: String::new() }).collect()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::prose::testing::{finds, repaired};

    #[test]
    fn keeps_one_mark() {
        for (text, right) in [
            ("办结12件。。再抓落实。", "办结12件。再抓落实。"),
            ("制度完善、、机制健全，，成效明显。", "制度完善、机制健全，成效明显。"),
            ("逐项办结；。", "逐项办结。"),
            ("逐项办结,，。", "逐项办结。"),
            ("逐项办结，；再抓落实。", "逐项办结；再抓落实。"),
        ] {
            assert_eq!(repaired(&RULE, text), right);
        }
    }

    #[test]
    fn leaves_marks_alone_that_go_together() {
        for text in [
            "真的办结了？！",
            "宣传、培训……都做到了——全部。",
            "他说：“办结了。”群众满意。",
            "落实……。。。等工作。",
            "办结时间9:00，网址http://www.example.cn/a,,b。",
        ] {
            finds(&RULE, text, &[]);
        }
    }
}
