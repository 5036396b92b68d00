//! A 、 between adjacent titles or quotations: one finding for the whole paper.
//!
//! *Invariant:* a list in which something stands between the marks keeps its 、.

use super::prose;
use super::{Edit, Group, Rule, Sink};
use crate::draft::Draft;
use crate::lang::{Lang, Text};
use crate::review::{Safety, Severity};

pub(super) static RULE: Rule = Rule {
    id: "title-mark-separator",
    group: Group::Text,
    severity: Severity::Hint,
    title: Text {
        zh: "并列的书名号、引号之间用了顿号",
        en: "A separator between adjacent titles or quotations",
    },
    page: include_str!("../../rules/title-mark-separator.md"),
    check,
};

fn check(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    let mut edits = Vec::new();
    for paragraph in prose::paragraphs(draft).filter(|paragraph| paragraph.is_prose()) {
        let text = paragraph.text;
        for (at, sign) in text.match_indices('、') {
            let end = at + sign.len();
            let is_between = matches!(prose::before(text, at), Some('》' | '”'))
                && matches!(prose::after(text, end), Some('《' | '“'));
            if is_between && !has_words_between(text, at) {
                let span = draft.source.original(paragraph.span(at, end));
                edits.push(Edit { span, text: String::new() });
            }
        }
    }
    if edits.is_empty() {
        return;
    }
    let count = edits.len();
    let message = match draft.lang {
        Lang::Zh => format!("并列的书名号或引号之间有 {count} 处顿号，通常不用顿号，可以一次全部删去"),
        Lang::En => format!("{count} × 、 between adjacent titles or quotations, where none is needed"),
    };
    let title = draft.lang.pick("全部删去", "Drop all of them").to_owned();
    prose::report_together(sink, message, title, Safety::Safe, edits);
}

/// Whether the list round `at` has something between its marks elsewhere: 《甲》（2021）、《乙》.
fn has_words_between(text: &str, at: usize) -> bool {
    let ends = ['。', '；', '，'];
    let before = text.get(..at).unwrap_or("").rsplit(ends).next().unwrap_or("");
    let after = text.get(at..).unwrap_or("").split(ends).next().unwrap_or("");
    [before, after].iter().any(|part| part.contains("）、《") || part.contains("）、“"))
        || after.rsplit_once('》').is_some_and(|(_, rest)| rest.starts_with('（') && !rest.contains('等'))
            && before.contains('（')
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::prose::testing::{finds, repaired};

    #[test]
    fn drops_what_is_not_needed() {
        for (text, right) in [
            ("学习《民法典》、《宪法》、\n《水法》等。", "学习《民法典》《宪法》\n《水法》等。"),
            ("落实“三重一大”、“一岗双责”。", "落实“三重一大”“一岗双责”。"),
        ] {
            assert_eq!(repaired(&RULE, text), right);
        }
        for text in ["《甲》（2021年）、《乙》、《丙》。", "《甲》、乙、《丙》。", "《甲》《乙》。"]
        {
            finds(&RULE, text, &[]);
        }
    }
}
