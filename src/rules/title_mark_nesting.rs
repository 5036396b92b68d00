//! A title inside a title with the same marks, and `<` `>` used as title marks.
//!
//! *Invariant:* judges closed pairs only; a mark without its mate is another rule's.

use super::prose::{self, Paragraph};
use super::{Edit, Group, Rule, Sink};
use crate::draft::Draft;
use crate::lang::{Lang, Text};
use crate::order;
use crate::review::{Safety, Severity};
use crate::search;

pub(super) static RULE: Rule = Rule {
    id: "title-mark-nesting",
    group: Group::Text,
    severity: Severity::Error,
    title: Text { zh: "书名号套用有误", en: "Title marks wrongly nested" },
    page: page!("title-mark-nesting"),
    check,
};

/// A title with more bytes is two titles of which a mark was lost.
const LONGEST_TITLE: usize = 360;

fn check(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    let has_ascii_marks = draft.source.characters.has_any(&['<', '＜']);
    for paragraph in prose::paragraphs(draft) {
        nested(draft, sink, &paragraph);
        if has_ascii_marks {
            ascii_marks(draft, sink, &paragraph);
        }
    }
}

/// A closed pair of title marks.
#[derive(Clone, Copy)]
struct Title {
    start: usize,
    end: usize,
    /// The mark that opens it, as it is written.
    sign: char,
}

/// The closed pairs of `paragraph` in the order in which they begin.
fn titles(paragraph: &Paragraph<'_>) -> Vec<Title> {
    let mut open: Vec<(usize, char)> = Vec::new();
    let mut titles = Vec::new();
    for (at, mark) in paragraph.marks() {
        match mark {
            '《' | '〈' => open.push((at, mark)),
            '》' | '〉' => {
                let Some((start, sign)) = open.pop() else { continue };
                let end = at + mark.len_utf8();
                let is_pair = matches!((sign, mark), ('《', '》') | ('〈', '〉'));
                if is_pair && end - start <= LONGEST_TITLE {
                    titles.push(Title { start, end, sign });
                }
            }
            _ => {}
        }
    }
    order::sort_by_key(&mut titles, |title| title.start);
    titles
}

/// 《…《…》…》 and 〈…〈…〉…〉: the two marks take turns, from the outermost pair inwards.
fn nested(draft: &Draft<'_>, sink: &mut Sink<'_>, paragraph: &Paragraph<'_>) {
    let mut outer: Vec<Title> = Vec::new();
    for title in titles(paragraph) {
        while outer.last().is_some_and(|last| last.end < title.end) {
            outer.pop();
        }
        let mut right = title;
        if let Some(last) = outer.last() {
            right.sign = if last.sign == '《' { '〈' } else { '《' };
            if right.sign != title.sign {
                let Title { start, end, sign } = title;
                report_nested(draft, sink, paragraph, (last.start, last.end), (start, end, sign));
            }
        }
        outer.push(right);
    }
}

fn report_nested(
    draft: &Draft<'_>,
    sink: &mut Sink<'_>,
    paragraph: &Paragraph<'_>,
    (outer_start, outer_end): (usize, usize),
    (start, end, sign): (usize, usize, char),
) {
    let width = sign.len_utf8();
    let place = |from: usize, to: usize| draft.source.original(paragraph.span(from, to));
    let quote = paragraph.text.get(start..end).unwrap_or("");
    let (open, close) = if sign == '《' { ("〈", "〉") } else { ("《", "》") };
    let message = match draft.lang {
        Lang::Zh => {
            format!("书名号里又用了同样的书名号。外层用《》，里面一层用〈〉，{quote}应改用{open}{close}。")
        }
        Lang::En => {
            format!(
                "{quote} stands inside title marks of the same kind. The outer marks are 《》, those inside 〈〉: use {open}{close} here."
            )
        }
    };
    let title =
        draft.lang.pick(format!("里层改为{open}{close}"), format!("Change the inner marks to {open}{close}"));
    let edits = vec![
        Edit { span: place(start, start + width), text: open.to_owned() },
        Edit { span: place(end - width, end), text: close.to_owned() },
    ];
    let finding =
        sink.finding(place(start, end), message).with_related(place(outer_start, outer_end), "outer", None);
    // A title that has a clause of its own may be two stray marks: 《--年公布4项，分别为《甲》《乙》…》.
    let is_clause =
        paragraph.text.get(outer_start..outer_end).is_some_and(|outer| outer.contains(['，', '；', '。']));
    let safety = if is_clause { Safety::Suggest } else { Safety::Safe };
    sink.push(finding.with_edits(safety, title, edits));
}

/// `<…>` round Chinese text.
fn ascii_marks(draft: &Draft<'_>, sink: &mut Sink<'_>, paragraph: &Paragraph<'_>) {
    let text = paragraph.text;
    let (mut depth, mut counted) = (0usize, 0);
    for (start, _) in text.match_indices(['<', '＜']) {
        let Some(sign) = prose::after(text, start) else { continue };
        if prose::before(text, start) == Some(sign) {
            continue;
        }
        for mark in text.get(counted..start).unwrap_or("").matches(['《', '〈', '》', '〉']) {
            depth = if matches!(mark, "《" | "〈") { depth + 1 } else { depth.saturating_sub(1) };
        }
        counted = start;
        let rest = text.get(start..).unwrap_or("");
        let inner = rest.trim_start_matches(sign);
        let width = rest.len() - inner.len();
        let Some(length) = inner.find(['>', '＞', '<', '＜', '。', '《', '》']) else { continue };
        let name = inner.get(..length).unwrap_or("");
        let closing = inner.get(length..).unwrap_or("");
        let after = closing.trim_start_matches(['>', '＞']);
        let is_title = (3..=60).contains(&search::length(name))
            && name.starts_with(prose::is_han)
            && name.ends_with(|ch| prose::is_han(ch) || ch == '）');
        if !is_title || after.len() == closing.len() {
            continue;
        }
        let (close_at, end) = (start + width + length, start + rest.len() - after.len());
        let (open, close) = if depth % 2 == 1 { ("〈", "〉") } else { ("《", "》") };
        let place = |from: usize, to: usize| draft.source.original(paragraph.span(from, to));
        let message = match draft.lang {
            Lang::Zh => format!("“<{name}>”用小于号、大于号代替了书名号。应写为“{open}{name}{close}”。"),
            Lang::En => {
                format!(
                    "“<{name}>” has less-than and greater-than signs instead of title marks. Write “{open}{name}{close}”."
                )
            }
        };
        let title = draft.lang.pick(format!("改为{open}{close}"), format!("Change to {open}{close}"));
        let edits = vec![
            Edit { span: place(start, start + width), text: open.to_owned() },
            Edit { span: place(close_at, end), text: close.to_owned() },
        ];
        let finding = sink.finding(place(start, end), message).with_severity(Severity::Warning);
        // A title that can be read is also compared with others: that is for someone to see.
        sink.push(finding.with_edits(Safety::Suggest, title, edits));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::prose::testing::{finds, repaired};

    #[test]
    fn repairs_the_inner_marks() {
        for (text, right) in [
            ("《《供水条例》实施细则》施行。", "《〈供水条例〉实施细则》施行。"),
            ("《关于印发《办法》和《规定》的通知》。", "《关于印发〈办法〉和〈规定〉的通知》。"),
            ("修订<河道管理办法>和<<供水条例>>。", "修订《河道管理办法》和《供水条例》。"),
            ("《关于《贯彻《水法》方案》的通知》。", "《关于〈贯彻《水法》方案〉的通知》。"),
            ("《关于《贯彻〈水法〉方案》的通知》。", "《关于〈贯彻《水法》方案〉的通知》。"),
            ("《关于印发<河道管理办法>的通知》。", "《关于印发〈河道管理办法〉的通知》。"),
        ] {
            assert_eq!(repaired(&RULE, text), right);
        }
    }

    #[test]
    fn leaves_turns_and_comparisons_alone() {
        for text in [
            "《〈供水条例〉实施细则》《办法》。",
            "《关于〈贯彻《条例》方案〉的通知》。",
            "《供水条例和《办法》。",
            "数值<30天且>10天，<br>，p<0.05。",
        ] {
            finds(&RULE, text, &[]);
        }
    }
}
