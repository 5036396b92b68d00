//! One document number with two titles.
//!
//! *Invariant:* compares only what is written out; a shortened title and titles that share a number are no conflict.

use std::borrow::Cow;

use super::citation::{conflicts, report, written};
use super::{Group, Rule, Sink};
use crate::draft::Draft;
use crate::facts::citation::Citation;
use crate::lang::{Lang, Text};
use crate::numbers::Groups;
use crate::review::Severity;
use crate::source::ViewSpan;

pub(super) static RULE: Rule = Rule {
    id: "document-citation",
    group: Group::Dates,
    severity: Severity::Warning,
    title: Text { zh: "同一发文字号名称不一", en: "One document number with two titles" },
    page: page!("document-citation"),
    check,
};

fn check(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    let view = draft.source.view.text.as_str();
    let mut by_number = Groups::default();
    for citation in &draft.facts.citations {
        let number = citation.number(&draft.facts);
        if let Some(number) = number.filter(|number| !number.is_case && !citation.is_listed) {
            by_number.add(Cow::Owned(written(number, view)), citation);
        }
    }
    for same in by_number.all().iter().filter(|same| same.len() > 1) {
        titles(draft, sink, same);
    }
}

/// Two titles with one number, neither of which is the other shortened.
fn titles(draft: &Draft<'_>, sink: &mut Sink<'_>, same: &[&Citation]) {
    let conflict = |one: &&Citation, other: &&Citation| !is_shortened(&one.stem, &other.stem);
    for (wrong, right) in conflicts(same, |citation| citation.stem.clone(), conflict) {
        let places: Vec<ViewSpan> = wrong.iter().map(|citation| citation.span).collect();
        let number = wrong.first().and_then(|citation| citation.number(&draft.facts));
        let number = number.map_or("", |number| draft.source.folded(number.span));
        report(draft, sink, &places, right.span, |written, usual| match draft.lang {
            Lang::Zh => format!(
                "发文字号“{number}”在这里是{written}，在别处是{usual}；名称或字号必有一处写错，请核对原件。"
            ),
            Lang::En => format!("“{number}” is {written} here, but {usual} elsewhere; check the original."),
        });
    }
}

/// What kinds of rules are called; a title has one of them at its end.
const KINDS: [&str; 6] = ["条例", "办法", "规定", "细则", "规则", "方案"];

/// Whether one of the two is the other with some of its characters left out; one that has another kind of
/// rule before its own, 供水条例办法 for 供水办法, is a slip.
fn is_shortened(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let has_second_kind = KINDS.iter().any(|kind| {
        let stem = short.strip_suffix(kind).and_then(|stem| long.strip_suffix(kind)?.strip_prefix(stem));
        stem.is_some_and(|extra| KINDS.contains(&extra))
    });
    if has_second_kind {
        return false;
    }
    let mut long = long.chars();
    short.chars().all(|ch| long.any(|other| other == ch))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::prose::testing::finds;

    #[test]
    fn compares_titles() {
        // Shortened, of cases, listed.
        let table: &[(&str, &[&str])] = &[
            (
                "落实《云山市河道管理办法》（云政发〔2023〕6号）。执行《云山市水库管理办法》（云政发〔2023〕6号）。",
                &["《云山市水库管理办法》"],
            ),
            (
                "印发《云山市供水办法》（云政办〔2023〕5号）。依据《云山市供水条例办法》（云政办〔2023〕5号）。",
                &["《云山市供水条例办法》"],
            ),
            ("《云山市供水办法》（云政办〔2023〕5号）、《云山市供水管理办法》（云政办〔2023〕5号）", &[]),
            ("《供水办法》（云政办〔2023〕5号），《供水条例实施办法》（云政办〔2023〕5号）", &[]),
            ("《云山市河道管理办法》（云政发〔2023〕6号）、《河道管理办法》（云政发〔2023〕6号）", &[]),
            ("《行政处罚事项》（云水罚决字〔2023〕第6号）、《行政许可事项》（云水罚决字〔2023〕第6号）", &[]),
            (
                "《河道管理办法》《水库管理办法》（云政发〔2023〕6号），其中《河道管理办法》（云政发〔2023〕6号）",
                &[],
            ),
            (
                "《河道管理办法》（云政发〔2023〕6号），《关于印发〈河道管理办法〉的通知》（云政发〔2023〕6号）",
                &[],
            ),
        ];
        for (text, expected) in table {
            finds(&RULE, text, expected);
        }
    }
}
