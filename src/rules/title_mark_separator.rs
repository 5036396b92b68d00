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
    page: page!("title-mark-separator"),
    check,
};

/// What ends a list.
const ENDS: [char; 3] = ['。', '；', '，'];

fn check(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    let mut edits = Vec::new();
    for paragraph in prose::paragraphs(draft).filter(|paragraph| paragraph.is_prose()) {
        let text = paragraph.text;
        // Where something stands between the marks of a list, its 、 stay: 《甲》（2021）、《乙》.
        let (mut of_list, mut keeps) = (Vec::new(), false);
        for (at, sign) in paragraph.marks() {
            if (keeps || !of_list.is_empty()) && ENDS.contains(&sign) {
                edits.extend(of_list.drain(..).filter(|_| !keeps));
                keeps = false;
            }
            if sign != '、' {
                continue;
            }
            let end = at + sign.len_utf8();
            if !matches!(prose::after(text, end), Some('《' | '〈' | '“')) {
                continue;
            }
            match prose::before(text, at) {
                Some('）') => keeps = true,
                Some('》' | '〉' | '”') => {
                    let span = draft.source.original(paragraph.span(at, end));
                    of_list.push(Edit { span, text: String::new() });
                }
                _ => {}
            }
        }
        edits.extend(of_list.into_iter().filter(|_| !keeps));
    }
    if edits.is_empty() {
        return;
    }
    let count = edits.len();
    let message = match draft.lang {
        Lang::Zh => format!("并列的书名号或引号之间有 {count} 处顿号。这里通常不用顿号，可以一次全部删去。"),
        Lang::En => format!(
            "Marks “、” between adjacent titles or quotations: {count}. None is needed there; all can be dropped at once."
        ),
    };
    let title = draft.lang.pick("删去这些顿号", "Drop these marks").to_owned();
    prose::report_together(sink, message, title, Safety::Safe, edits);
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
