//! Wording of an earlier time in a report on a later year, and of a later time in an earlier report.
//!
//! *Invariant:* a short list with its dates; a phrase is reported once, with all its places, and only in
//! a paper whose year is known.

use super::prose;
use super::{Group, Rule, Sink};
use crate::draft::Draft;
use crate::facts::TokenKind;
use crate::lang::{Lang, Text};
use crate::order;
use crate::review::Severity;
use crate::search;
use crate::source::{Span, ViewSpan};
use crate::wording::List;
use crate::wording::outdated::{MEETINGS, PHRASES};

pub(super) static RULE: Rule = Rule {
    id: "anachronism",
    group: Group::Dates,
    severity: Severity::Hint,
    title: Text { zh: "提法已过时", en: "Wording of an earlier time" },
    page: page!("anachronism"),
    check,
};

/// Words in front of a plan that is under way.
const UNDER_WAY: [&str; 10] =
    ["落实", "推进", "实施", "贯彻", "按照", "围绕", "纳入", "编制", "启动", "开展"];

/// Words of a clause that looks back on a plan or goes beyond it.
const LOOKING_BACK: [&str; 17] = [
    "收官", "圆满", "完成", "期间", "以来", "总结", "评估", "末", "终期", "验收", "收尾", "回顾", "衔接",
    "巩固", "取得", "时期", "成果",
];

fn check(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    let document = &draft.document;
    let Some(year) = document.report_year.filter(|_| !document.is_excerpt) else { return };
    too_early(draft, sink, year);
    let view = draft.source.view.text.as_str();
    for (entry, phrase) in PHRASES.iter().enumerate().filter(|(_, phrase)| year >= phrase.from) {
        if places_of(draft, List::Newer, entry).next().is_some() {
            continue;
        }
        let mut places: Vec<ViewSpan> = places_of(draft, List::Outdated, entry)
            .filter(|span| !phrase.is_plan || is_under_way(view, span.start as usize, span.end as usize))
            .filter(|&span| !is_title(draft, span) && !document.is_outside_body(span))
            .collect();
        order::sort(&mut places);
        // 党的十九大精神 is found by two of its words.
        places.dedup_by(|later, earlier| later.overlaps(*earlier));
        let Some(&first) = places.first() else { continue };
        let (quote, why) = (draft.source.folded(first), draft.lang.pick(phrase.why.zh, phrase.why.en));
        let message = match draft.lang {
            Lang::Zh => format!(
                "“{quote}”可能是往年稿子留下的提法：{why}，本报告是 {year} 年度的。请核对是否仍应这样写。"
            ),
            Lang::En => format!(
                "“{quote}” may be left over: {why}, and the report is about {year}. Check whether it still holds."
            ),
        };
        let spans: Vec<Span> = places.iter().map(|&place| draft.source.original(place)).collect();
        let finding = sink.finding(spans.first().copied(), message);
        sink.push(finding.standing_for(&spans));
    }
}

/// Meetings named in a paper that was written before they were held.
fn too_early(draft: &Draft<'_>, sink: &mut Sink<'_>, year: u16) {
    let document = &draft.document;
    // A paper without a date was written at the end of the year after at the latest.
    let written = document.signed_on.map_or((year + 1, 12), |signed| (signed.year, signed.month));
    for (entry, meeting) in MEETINGS.iter().enumerate().filter(|(_, meeting)| written < meeting.held) {
        let places: Vec<Span> = places_of(draft, List::Meetings, entry)
            .filter(|&span| !document.is_outside_body(span))
            .map(|span| draft.source.original(span))
            .collect();
        let Some(&first) = places.first() else { continue };
        let (quote, (held, month)) = (draft.source.quote(first), meeting.held);
        let message = match (draft.lang, document.signed_on) {
            (Lang::Zh, Some(signed)) => format!(
                "“{quote}”所说的会议在 {held} 年 {month} 月召开，本报告成文于 {} 年 {} 月，当时会议还没有召开。请核对会议名称和成文日期。",
                signed.year, signed.month
            ),
            (Lang::Zh, None) => format!(
                "“{quote}”所说的会议在 {held} 年 {month} 月才召开，本报告是 {year} 年度的。请核对会议名称和报告年度。"
            ),
            (Lang::En, Some(signed)) => format!(
                "The meeting named in “{quote}” was held in {held}-{month:02}, after the signature of {}-{:02}. Check the name of the meeting and the date.",
                signed.year, signed.month
            ),
            (Lang::En, None) => format!(
                "The meeting named in “{quote}” was held in {held}-{month:02}, but the report is about {year}. Check the name of the meeting and the year."
            ),
        };
        sink.push(sink.finding(first, message).standing_for(&places));
    }
}

/// Where the words of one entry of `list` stand.
fn places_of<'d>(draft: &'d Draft<'_>, list: List, entry: usize) -> impl Iterator<Item = ViewSpan> + use<'d> {
    draft.wording.of(list).iter().filter(move |found| found.entry == entry).map(|found| found.span)
}

/// Whether the clause speaks of the plan at `start` to `end` as something under way.
fn is_under_way(view: &str, start: usize, end: usize) -> bool {
    let (before, after) = (prose::clause_before(view, start), prose::clause_after(view, end));
    let looks_back = |text: &str| search::has(text, &LOOKING_BACK);
    search::has(before, &UNDER_WAY) && !looks_back(before) && !looks_back(after)
}

fn is_title(draft: &Draft<'_>, span: ViewSpan) -> bool {
    let at = draft.facts.tokens.partition_point(|token| token.span.end <= span.start);
    let token = draft.facts.tokens.get(at);
    token.is_some_and(|token| token.kind == TokenKind::Title && token.span.overlaps(span))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::prose::testing::{findings, finds};

    fn report(year: u16, text: &str) -> String {
        format!("云山市水利局关于{year}年度法治政府建设情况的报告\n{year}年，{text}")
    }

    #[test]
    fn knows_when_a_phrase_had_its_time() {
        let table: &[(u16, &str, &[&str])] = &[
            (2023, "推进疫情防控常态化。", &["疫情防控常态化"]),
            (2022, "推进疫情防控常态化。", &[]),
            (2022, "贯彻党的十九大精神。", &["党的十九大"]),
            (2021, "贯彻党的十九大精神。", &[]),
            (2023, "贯彻党的十九大、二十大精神。", &[]),
            (2021, "将法治建设纳入“十三五”规划。", &["十三五"]),
            (2020, "将法治建设纳入“十三五”规划。", &[]),
            (2021, "“十三五”规划圆满收官。", &[]),
            (2021, "落实《云山市“十三五”规划》。", &[]),
            (2021, "巩固“十三五”脱贫成果。", &[]),
            (2023, "落实“七五”普法规划。", &["七五”普法"]),
            (2023, "落实“八五”普法规划和“十四五”规划。", &[]),
            (2026, "落实“八五”普法规划。", &["八五”普法"]),
        ];
        for (year, text, expected) in table {
            finds(&RULE, &report(*year, text), expected);
        }
        finds(&RULE, "推进疫情防控常态化。", &[]);
    }

    #[test]
    fn reports_a_phrase_once() {
        let found = findings(&RULE, &report(2024, "贯彻党的十九大精神和十九届六中全会精神。"));
        assert_eq!((found.len(), found[0].occurrences), (1, 2));
    }
}
