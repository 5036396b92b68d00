//! Words confused with others of like sound or shape: 布署, 其它, 台帐, 做出决定.
//!
//! *Invariant:* one finding for each confused word, however often it stands there.

use super::prose;
use super::{Edit, Group, Rule, Sink};
use crate::draft::Draft;
use crate::lang::{Lang, Text};
use crate::review::{Safety, Severity};
use crate::search;
use crate::wording::{List, confusions, is_covered};

pub(super) static RULE: Rule = Rule {
    id: "confused-word",
    group: Group::Text,
    severity: Severity::Hint,
    title: Text { zh: "易混词、错别字", en: "A word confused with another" },
    page: page!("confused-word"),
    check,
};

/// What is 作出, not 做出.
const MADE: [&str; 9] = ["决定", "处罚", "答复", "判决", "裁定", "贡献", "部署", "承诺", "决策"];

/// How far behind 做出 its object may stand.
const REACH: usize = 8;

fn check(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    let confusions = confusions::confusions();
    let mut found: Vec<Vec<Edit>> = confusions.iter().map(|_| Vec::new()).collect();
    for paragraph in prose::paragraphs(draft) {
        for (at, length, entry) in paragraph.words(draft, List::Confusions) {
            let Some(one) = confusions.get(entry) else { continue };
            if is_covered(paragraph.text, at, length, &one.exceptions)
                || (one.wrong == "做出" && !makes_something(paragraph.text, at + length))
            {
                continue;
            }
            if let Some(edits) = found.get_mut(entry) {
                let span = draft.source.original(paragraph.span(at, at + length));
                edits.push(Edit { span, text: one.right.to_owned() });
            }
        }
    }
    for (one, edits) in confusions.iter().zip(found).filter(|(_, edits)| !edits.is_empty()) {
        let (wrong, right) = (one.wrong, one.right);
        let message = match draft.lang {
            Lang::Zh => format!("“{wrong}”是常见的误写，这里应为“{right}”。请核对后改正。"),
            Lang::En => {
                format!("“{wrong}” is a common slip; here it should be “{right}”. Check and correct it.")
            }
        };
        let title = draft.lang.pick(format!("改为“{right}”"), format!("Change to “{right}”"));
        prose::report_together(sink, message, title, Safety::Suggest, edits);
    }
}

/// Whether a decision, an answer or the like is made behind `at`.
fn makes_something(text: &str, at: usize) -> bool {
    let near: String = prose::clause_after(text, at).chars().take(REACH).collect();
    search::has(&near, &MADE)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::prose::testing::finds;

    #[test]
    fn gathers_each_word() {
        finds(&RULE, "做出行政处罚决定，其它案件、其它事项建立台帐。", &["做出", "其它", "台帐"]);
        finds(&RULE, "再布署，推进社会冶理。", &["布署", "冶理"]);
        for text in ["做出样板。", "发布署名文章，搭建帐篷。", "支付局长基金。"] {
            finds(&RULE, text, &[]);
        }
    }
}
