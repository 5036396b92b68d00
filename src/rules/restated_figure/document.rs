//! One document with two numbers, or with two spans of years.
//!
//! *Invariant:* the same document of another year, and papers issued in series, are other documents.

use std::borrow::Cow;

use crate::draft::Draft;
use crate::facts::citation::Citation;
use crate::facts::document_number::DocumentNumber;
use crate::facts::year_range::YearRange;
use crate::lang::Lang;
use crate::numbers::Groups;
use crate::rules::Sink;
use crate::rules::citation::{conflicts, key, report, written};
use crate::search;
use crate::source::ViewSpan;

/// A shorter title may be that of many documents.
const SHORTEST_TITLE: usize = 6;

/// A shorter 通知 may be one of many.
const SHORTEST_NOTICE: usize = 12;

/// How the titles of papers end that are issued in series.
const SERIES: [&str; 11] = ["书", "纪要", "公告", "通报", "函", "批复", "令", "单", "简报", "决定", "报告"];

/// Adds what is cited in two ways under one title.
pub(super) fn check(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    let mut by_title = Groups::default();
    for citation in draft.facts.citations.iter().filter(|cited| search::length(&cited.stem) >= SHORTEST_TITLE)
    {
        by_title.add(Cow::Borrowed(&citation.stem), citation);
    }
    for same in by_title.all().iter().filter(|same| same.len() > 1) {
        ranges(draft, sink, same);
        numbers(draft, sink, same);
    }
}

/// Two spans of years that share one end: one of them is mistyped. Plans that follow each other
/// share none.
fn ranges(draft: &Draft<'_>, sink: &mut Sink<'_>, same: &[&Citation]) {
    let ranges: Vec<&YearRange> = same.iter().filter_map(|citation| citation.range(&draft.facts)).collect();
    let years = |range: &&YearRange| format!("{}-{}", range.first, range.last);
    let conflict =
        |one: &YearRange, other: &YearRange| (one.first == other.first) != (one.last == other.last);
    for (wrong, right) in conflicts(&ranges, years, |one, other| conflict(one, other)) {
        let places: Vec<ViewSpan> = wrong.iter().map(|range| range.span).collect();
        let name = same.first().map_or("", |first| draft.source.folded(first.span));
        report(draft, sink, &places, right.span, |written, usual| match draft.lang {
            Lang::Zh => {
                format!("{name}的起止年份这里写“{written}”，别处写“{usual}”；同一文件应当一致，请核对原件。")
            }
            Lang::En => {
                format!("{name} spans “{written}” here, but “{usual}” elsewhere; check the original.")
            }
        });
    }
}

/// Two numbers of one code under one title.
fn numbers(draft: &Draft<'_>, sink: &mut Sink<'_>, same: &[&Citation]) {
    let view = draft.source.view.text.as_str();
    let Some(first) = same.first() else { return };
    let is_notice = first.stem.ends_with("通知");
    if search::ending(&first.stem, &SERIES).is_some()
        || is_notice && search::length(&first.stem) < SHORTEST_NOTICE
    {
        return;
    }
    // The same plan of another year has another number.
    let is_dated =
        |citation: &Citation| citation.range(&draft.facts).is_some() || citation.stem.contains("20");
    let is_plain = |number: &&DocumentNumber| !number.is_case;
    let numbered: Vec<(&DocumentNumber, bool)> = same
        .iter()
        .filter_map(|citation| Some((citation.number(&draft.facts).filter(is_plain)?, is_dated(citation))))
        .collect();
    let conflict = |one: &(&DocumentNumber, bool), other: &(&DocumentNumber, bool)| {
        let (code, year, _) = key(one.0, view);
        let (other_code, other_year, _) = key(other.0, view);
        code == other_code && (year == other_year || one.1 && other.1)
    };
    for (wrong, right) in conflicts(&numbered, |(number, _)| written(number, view), conflict) {
        let places: Vec<ViewSpan> = wrong.iter().map(|(number, _)| number.span).collect();
        let name = draft.source.folded(first.span);
        report(draft, sink, &places, right.0.span, |written, usual| match draft.lang {
            Lang::Zh => {
                format!("{name}的发文字号这里写“{written}”，别处写“{usual}”；同一文件应当一致，请核对原件。")
            }
            Lang::En => {
                format!(
                    "{name} has the number “{written}” here, but “{usual}” elsewhere; check the original."
                )
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::super::RULE;
    use crate::rules::prose::testing::{findings, finds};

    #[test]
    fn compares_spans_of_years() {
        let cite = |one: &str, other: &str| {
            format!(
                "落实《云山市法治社会建设实施方案（{one}）》。对照《云山市法治社会建设实施方案（{other}）》。"
            )
        };
        finds(&RULE, &cite("2021—2025年", "2021—2026年"), &["2021—2026年"]);
        finds(&RULE, &cite("2021-2025年", "2020-2025年"), &["2020-2025年"]);
        finds(&RULE, &cite("2021—2025年", "2021-2025年"), &[]);
        finds(&RULE, &cite("2016—2020年", "2021—2025年"), &[]);
        let text = cite("2021—2025年", "2021—2026年") + &cite("2021—2026年", "2021—2026年");
        let found = findings(&RULE, &text);
        assert_eq!((found.len(), found[0].quote.as_deref()), (1, Some("2021—2025年")));
    }

    #[test]
    fn compares_numbers() {
        // Of another year, of another organ, in a series.
        let table: &[(&str, &[&str])] = &[
            (
                "落实《云山市河道管理办法》（云政发〔2023〕6号）。执行《云山市河道管理办法》（云政发〔2023〕9号）。",
                &["云政发〔2023〕9号"],
            ),
            (
                "落实《云山市普法规划（2021—2025年）》（云法〔2021〕6号）。执行《云山市普法规划（2021—2025年）》（云法〔2022〕6号）。",
                &["云法〔2022〕6号"],
            ),
            ("《法治建设工作要点》（云法〔2022〕6号），《法治建设工作要点》（云法〔2023〕3号）", &[]),
            (
                "《关于加强河道管理的意见》（省水〔2023〕6号），《关于加强河道管理的意见》（云水〔2023〕6号）",
                &[],
            ),
            ("《行政执法监督意见书》（云法监〔2023〕6号）、《行政执法监督意见书》（云法监〔2023〕7号）", &[]),
        ];
        for (text, expected) in table {
            finds(&RULE, text, expected);
        }
    }
}
