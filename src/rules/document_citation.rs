//! One document cited in two ways: two titles for one number, two numbers or two spans of years for
//! one title.
//!
//! *Invariant:* compares only what is written out; a shortened title, another year's document of the
//! same name and papers issued in series are no conflict.

use crate::numbers::Groups;
use crate::order;
use std::borrow::Cow;

use super::prose;
use super::{Group, Rule, Sink};
use crate::draft::Draft;
use crate::facts::TokenKind;
use crate::facts::document_number::DocumentNumber;
use crate::facts::year_range::YearRange;
use crate::lang::{Lang, Text};
use crate::review::Severity;
use crate::source::{Span, ViewSpan};

pub(super) static RULE: Rule = Rule {
    id: "document-citation",
    group: Group::Dates,
    severity: Severity::Warning,
    title: Text { zh: "同一文件前后引用不一", en: "One document cited in two ways" },
    page: page!("../../rules/document-citation.md"),
    check,
};

/// A cited document.
struct Citation<'d> {
    /// The title with its marks.
    span: ViewSpan,
    /// Its letters and digits, the span of years left out.
    stem: String,
    range: Option<&'d YearRange>,
    number: Option<&'d DocumentNumber>,
    /// Whether other titles stand directly before it and share the number.
    is_listed: bool,
}

/// A shorter title may be that of many documents.
const SHORTEST_TITLE: usize = 6;

/// A shorter 通知 may be one of many.
const SHORTEST_NOTICE: usize = 12;

/// How the titles of papers end that are issued in series.
const SERIES: [&str; 11] = ["书", "纪要", "公告", "通报", "函", "批复", "令", "单", "简报", "决定", "报告"];

fn check(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    let citations = citations(draft);
    let view = draft.source.view.text.as_str();
    let (mut by_title, mut by_number) = (Groups::default(), Groups::default());
    for citation in &citations {
        if citation.stem.chars().count() >= SHORTEST_TITLE {
            by_title.add(Cow::Borrowed(&citation.stem), citation);
        }
        if let Some(number) = citation.number.filter(|number| !number.is_case && !citation.is_listed) {
            by_number.add(Cow::Owned(written(number, view)), citation);
        }
    }
    for same in by_title.all().iter().filter(|same| same.len() > 1) {
        ranges(draft, sink, same);
        numbers(draft, sink, same);
    }
    for same in by_number.all().iter().filter(|same| same.len() > 1) {
        titles(draft, sink, same);
    }
}

/// Two spans of years that share one end: one of them is mistyped. Plans that follow each other
/// share none.
fn ranges(draft: &Draft<'_>, sink: &mut Sink<'_>, same: &[&Citation<'_>]) {
    let ranges: Vec<&YearRange> = same.iter().filter_map(|citation| citation.range).collect();
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
fn numbers(draft: &Draft<'_>, sink: &mut Sink<'_>, same: &[&Citation<'_>]) {
    let view = draft.source.view.text.as_str();
    let Some(first) = same.first() else { return };
    let is_notice = first.stem.ends_with("通知");
    if SERIES.iter().any(|ending| first.stem.ends_with(ending))
        || is_notice && first.stem.chars().count() < SHORTEST_NOTICE
    {
        return;
    }
    // The same plan of another year has another number.
    let is_dated = |citation: &Citation<'_>| citation.range.is_some() || citation.stem.contains("20");
    let is_plain = |number: &&DocumentNumber| !number.is_case;
    let numbered: Vec<(&DocumentNumber, bool)> = same
        .iter()
        .filter_map(|citation| Some((citation.number.filter(is_plain)?, is_dated(citation))))
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

/// Two titles with one number, neither of which is the other shortened.
fn titles(draft: &Draft<'_>, sink: &mut Sink<'_>, same: &[&Citation<'_>]) {
    let conflict = |one: &&Citation<'_>, other: &&Citation<'_>| !is_shortened(&one.stem, &other.stem);
    for (wrong, right) in conflicts(same, |citation| citation.stem.clone(), conflict) {
        let places: Vec<ViewSpan> = wrong.iter().map(|citation| citation.span).collect();
        let number = wrong.first().and_then(|citation| citation.number);
        let number = number.map_or("", |number| draft.source.folded(number.span));
        report(draft, sink, &places, right.span, |written, usual| match draft.lang {
            Lang::Zh => format!(
                "发文字号“{number}”在这里是{written}，在别处是{usual}；名称或字号必有一处写错，请核对原件。"
            ),
            Lang::En => format!("“{number}” is {written} here, but {usual} elsewhere; check the original."),
        });
    }
}

/// Of `all`, those that conflict with the reading that is met most often (the first of several), by
/// reading; each with one of that reading.
fn conflicts<T>(
    all: &[T],
    reading: impl Fn(&T) -> String,
    conflict: impl Fn(&T, &T) -> bool,
) -> Vec<(Vec<&T>, &T)> {
    let mut readings = Groups::default();
    for one in all {
        readings.add(Cow::Owned(reading(one)), one);
    }
    let mut readings = readings.all().to_vec();
    order::sort_by_key(&mut readings, |same| usize::MAX - same.len());
    let mut readings = readings.into_iter();
    let Some(right) = readings.next().and_then(|same| same.first().copied()) else { return Vec::new() };
    readings
        .filter(|same| same.first().is_some_and(|one| conflict(one, right)))
        .map(|same| (same, right))
        .collect()
}

fn report(
    draft: &Draft<'_>,
    sink: &mut Sink<'_>,
    places: &[ViewSpan],
    usual: ViewSpan,
    message: impl Fn(&str, &str) -> String,
) {
    let Some(&first) = places.first() else { return };
    let message = message(draft.source.folded(first), draft.source.folded(usual));
    let spans: Vec<Span> = places.iter().map(|&place| draft.source.original(place)).collect();
    let finding = sink.finding(draft.source.original(first), message);
    let finding = finding.with_related(draft.source.original(usual), "elsewhere", None);
    sink.push(finding.standing_for(&spans));
}

/// Every title of the body with the number that follows it.
fn citations<'d>(draft: &'d Draft<'_>) -> Vec<Citation<'d>> {
    let view = draft.source.view.text.as_str();
    let numbers = &draft.facts.document_numbers;
    let all_ranges = &draft.facts.year_ranges;
    let mut before = None;
    let mut citations = Vec::new();
    for token in draft.facts.tokens.iter().filter(|token| token.kind == TokenKind::Title) {
        let span = token.span;
        let gap = before.replace(span.end).and_then(|end: u32| view.get(end as usize..span.start as usize));
        let from = all_ranges.partition_point(|range| range.span.start < span.start);
        let mut ranges = all_ranges.iter().skip(from).take_while(|range| span.contains(range.span));
        let range = match (ranges.next(), ranges.next()) {
            (Some(range), None) => Some(range),
            _ => None,
        };
        let after = numbers.partition_point(|number| number.span.start < span.end);
        let number = numbers.get(after).filter(|number| {
            let gap = view.get(span.end as usize..number.span.start as usize);
            gap.is_some_and(|gap| matches!(gap, "" | "（" | "("))
        });
        citations.push(Citation {
            span,
            stem: stem(view, span, range),
            range,
            number,
            is_listed: gap.is_some_and(|gap| matches!(gap, "" | "、" | "和" | "及" | "与")),
        });
    }
    citations
}

/// The letters and digits of the title at `span` without those of `range`.
fn stem(view: &str, span: ViewSpan, range: Option<&YearRange>) -> String {
    let text = match range {
        Some(range) => [
            ViewSpan { start: span.start, end: range.span.start }.of(view),
            ViewSpan { start: range.span.end, end: span.end }.of(view),
        ],
        None => [span.of(view), ""],
    };
    let mut stem = String::with_capacity(span.len());
    for piece in text {
        let is_mark = |ch| !prose::is_han(ch) && !ch.is_alphanumeric();
        piece.split(is_mark).for_each(|words| stem.push_str(words));
    }
    stem
}

/// Code, year and number.
fn key<'v>(number: &DocumentNumber, view: &'v str) -> (&'v str, &'v str, &'v str) {
    (number.code.of(view), number.year.of(view), number.number.of(view))
}

/// The same as one text.
fn written(number: &DocumentNumber, view: &str) -> String {
    let (code, year, number) = key(number, view);
    [code, year, number].join(" ")
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
    fn compares_numbers_and_titles() {
        let table: &[(&str, &[&str])] = &[
            (
                "落实《云山市河道管理办法》（云政发〔2023〕6号）。执行《云山市河道管理办法》（云政发〔2023〕9号）。",
                &["云政发〔2023〕9号"],
            ),
            (
                "落实《云山市普法规划（2021—2025年）》（云法〔2021〕6号）。执行《云山市普法规划（2021—2025年）》（云法〔2022〕6号）。",
                &["云法〔2022〕6号"],
            ),
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
            // Shortened, of another year, of another organ, in a series, listed.
            ("《云山市河道管理办法》（云政发〔2023〕6号）、《河道管理办法》（云政发〔2023〕6号）", &[]),
            ("《法治建设工作要点》（云法〔2022〕6号），《法治建设工作要点》（云法〔2023〕3号）", &[]),
            (
                "《关于加强河道管理的意见》（省水〔2023〕6号），《关于加强河道管理的意见》（云水〔2023〕6号）",
                &[],
            ),
            ("《行政执法监督意见书》（云法监〔2023〕6号）、《行政执法监督意见书》（云法监〔2023〕7号）", &[]),
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
