//! A fixed term that lost one of its characters: 大行政决策 for 重大行政决策.
//!
//! *Invariant:* what stands inside the whole term, or inside a phrase that the list calls right, is not
//! reported.

use super::prose;
use super::{Group, Rule, Sink};
use crate::draft::Draft;
use crate::lang::{Lang, Text};
use crate::review::{Safety, Severity};
use crate::wording::{List, is_covered, terms};

pub(super) static RULE: Rule = Rule {
    id: "fixed-term",
    group: Group::Text,
    severity: Severity::Warning,
    title: Text { zh: "固定用语缺字", en: "A fixed term lacks a character" },
    page: page!("fixed-term"),
    check,
};

fn check(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    let terms = terms::terms();
    for paragraph in prose::paragraphs(draft) {
        let mut end = 0;
        for (at, length, entry) in paragraph.words(draft, List::CutTerms) {
            let Some(term) = terms.get(entry) else { continue };
            if at < end || is_covered(paragraph.text, at, length, &term.right) {
                continue;
            }
            end = at + length;
            let span = draft.source.original(paragraph.span(at, end));
            let (quote, right) = (paragraph.text.get(at..end).unwrap_or(""), term.whole);
            let message = match draft.lang {
                Lang::Zh => format!("“{quote}”可能缺字，规范的说法是“{right}”。请核对。"),
                Lang::En => {
                    format!("“{quote}” seems to lack a character; the fixed term is “{right}”. Check it.")
                }
            };
            let title = draft.lang.pick(format!("改为“{right}”"), format!("Change to “{right}”"));
            sink.push(sink.finding(span, message).with_fix(Safety::Suggest, title, span, right.to_owned()));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::prose::testing;

    #[track_caller]
    fn finds(text: &str, expected: &[&str]) {
        testing::finds(&super::RULE, text, expected);
    }

    #[test]
    fn finds_terms_that_lost_a_character() {
        finds("在做出大行政决策前，组织论证。", &["大行政决策"]);
        finds("共组织行政处罚听7起。", &["行政处罚听"]);
        finds("对18件规性文件进行法性审查。", &["规性文件", "法性审查"]);
        finds("深入学习贯彻习近平法思想。", &["习近平法思想"]);
        finds("履行第责任人职责。", &["第责任人"]);
    }

    #[test]
    fn leaves_whole_terms_and_other_phrases_alone() {
        for text in [
            "在作出重大行政决策前，作出重大行政决定。",
            "行政处罚听证7起，行政处罚听取意见12次，进行处罚听证1次。",
            "开展合法性审查、合法性审核、综合性审查、合法审查。",
            "清理规范性文件、法规性文件、示范性文件，统一规范文件格式。",
            "落实第一责任，明确唯一责任人、逐一责任人。",
            "推行执法责任制，建设行政执法示范点，执行规范性文件，推行执法全过程记录制度。",
            "加大行政决策公开力度，注重行政决策质量，开展政务服务项目建设。",
            "召开全国人民代表大会，坚持我国人民代表大会制度，建设全面法治国家。",
        ] {
            finds(text, &[]);
        }
    }
}
