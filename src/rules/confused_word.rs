//! Words confused with others of like sound or shape: 布署, 其它, 台帐, 做出决定.
//!
//! The words are data, in `confused.txt`.
//!
//! *Invariant:* one finding for each confused word, however often it stands there.

use std::sync::OnceLock;

use super::prose;
use super::words::{Words, is_covered};
use super::{Edit, Group, Rule, Sink};
use crate::draft::Draft;
use crate::lang::{Lang, Text};
use crate::review::{Safety, Severity};

pub(super) static RULE: Rule = Rule {
    id: "confused-word",
    group: Group::Text,
    severity: Severity::Hint,
    title: Text { zh: "易混词、错别字", en: "A word confused with another" },
    page: include_str!("../../rules/confused-word.md"),
    check,
};

/// A wrong word, the right one, and longer phrases in which the first is no mistake.
struct Confusion {
    wrong: &'static str,
    right: &'static str,
    exceptions: Vec<&'static str>,
}

/// What is 作出, not 做出.
const MADE: [&str; 9] = ["决定", "处罚", "答复", "判决", "裁定", "贡献", "部署", "承诺", "决策"];

/// How far behind 做出 its object may stand.
const REACH: usize = 8;

fn confusions() -> &'static (Vec<Confusion>, Words<&'static str>) {
    static CONFUSIONS: OnceLock<(Vec<Confusion>, Words<&'static str>)> = OnceLock::new();
    CONFUSIONS.get_or_init(|| {
        let lines = include_str!("confused.txt").lines().filter(|line| !line.starts_with('#'));
        let confusions: Vec<Confusion> = lines
            .filter_map(|line| {
                let mut words = line.split_whitespace();
                let (wrong, right) = (words.next()?, words.next()?);
                Some(Confusion { wrong, right, exceptions: words.collect() })
            })
            .collect();
        let words = confusions.iter().enumerate().map(|(number, one)| (one.wrong, number));
        let words = Words::new(words.collect());
        (confusions, words)
    })
}

fn check(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    let (confusions, words) = confusions();
    let words = words.possible_in(&draft.source.characters);
    let mut found: Vec<Vec<Edit>> = confusions.iter().map(|_| Vec::new()).collect();
    for paragraph in prose::paragraphs(draft) {
        for (at, length, number) in words.find_in(paragraph.text) {
            let Some(one) = confusions.get(number) else { continue };
            if is_covered(paragraph.text, at, length, &one.exceptions)
                || (one.wrong == "做出" && !makes_something(paragraph.text, at + length))
            {
                continue;
            }
            if let Some(edits) = found.get_mut(number) {
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
    MADE.iter().any(|word| near.contains(word))
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
