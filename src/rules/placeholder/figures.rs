//! Figures that are still to come: 完成率待定, 办结率为%.
//!
//! *Invariant:* what awaits something else (待定的项目, 待审计后确定) is no figure to come.

use super::report;
use crate::draft::Draft;
use crate::review::Severity;
use crate::rules::Sink;
use crate::rules::prose::{self, Paragraph};
use crate::search::{self, Endings};
use crate::wording::List;
use crate::wording::pending::PENDING;

/// What a figure belongs to; 待定 behind it stands for the figure.
const MEASURES: [&str; 15] = [
    "数据",
    "数字",
    "具体数字",
    "内容",
    "率",
    "比例",
    "占比",
    "金额",
    "总额",
    "总数",
    "人数",
    "件数",
    "数量",
    "增幅",
    "降幅",
];

/// Words between what is measured and its figure.
const COPULAS: [&str; 6] = ["达到了", "达到", "为", "达", "是", "约"];

/// How much of a clause is shown with a percentage without its figure, in characters.
const MOST_SHOWN: usize = 12;

/// Words in front of a percentage that has lost its figure: 办结率为%.
const BEFORE_PERCENT: Endings = Endings::of(&[
    "率为",
    "率达",
    "率约",
    "率近",
    "例为",
    "比为",
    "达到",
    "提高到",
    "提升到",
    "提升至",
    "提高至",
    "下降到",
    "增长",
    "下降",
    "超过",
    "达到了",
]);

/// A percentage without a figure: 办结率为%。 What names a column (占比%) closes no clause.
pub(super) fn percents(draft: &Draft<'_>, sink: &mut Sink<'_>, paragraph: &Paragraph<'_>) {
    let text = paragraph.text;
    for (start, sign) in paragraph.marks().filter(|&(_, sign)| sign == '%') {
        let head = text.get(..start).unwrap_or("");
        if BEFORE_PERCENT.ending(head).is_none() {
            continue;
        }
        let clause = prose::clause_before(text, start);
        let rest = text.get(start + sign.len_utf8()..).unwrap_or("");
        let rest = rest.strip_prefix("以上").unwrap_or(rest);
        if rest.starts_with(['，', '。', '；']) && !clause.contains("单位") {
            let shown = clause.char_indices().rev().nth(MOST_SHOWN - 1).map_or(0, |(at, _)| at);
            let place = (start - clause.len() + shown, start + sign.len_utf8());
            report(draft, sink, paragraph, place, Severity::Error);
        }
    }
}

const PENDING_WORDS: Endings = Endings::of(&PENDING);

/// Whether `note` says that a figure is still to come: 具体数据待核实.
pub(super) fn awaits(note: &str) -> bool {
    let measure = PENDING_WORDS.ending(note).and_then(|word| note.strip_suffix(word));
    measure.is_some_and(|measure| MEASURES.iter().any(|noun| measure.ends_with(noun)))
}

/// 待定 and the like as a clause of their own.
pub(super) fn pending(draft: &Draft<'_>, sink: &mut Sink<'_>, paragraph: &Paragraph<'_>) {
    let text = paragraph.text;
    for (start, length, entry) in paragraph.words(draft, List::Pending) {
        let is_end = |ch: Option<char>| ch.is_none_or(|ch| prose::ends_clause(ch) || ch == '、');
        let Some(word) = PENDING.get(entry).filter(|_| is_end(prose::after(text, start + length))) else {
            continue;
        };
        let head = text.get(..start).unwrap_or("");
        let bare = search::ahead(head, &COPULAS).unwrap_or(head);
        let open = MEASURES.iter().any(|noun| bare.ends_with(noun));
        let is_alone = is_end(head.chars().next_back());
        let is_open = open && matches!(*word, "待补充" | "待填" | "待填写" | "待补" | "待定" | "待更新");
        if is_alone || is_open {
            report(draft, sink, paragraph, (start, start + word.len()), Severity::Error);
        }
    }
}
