//! Years left over from last year's report: in the title, in headings, at the start of sentences, in
//! the signature.
//!
//! *Invariant:* speaks only where the report year is known, and at most once of one year in the text.

mod duty;
mod headings;
mod periods;

use super::{Group, Rule, Sink};
use crate::draft::Draft;
use crate::facts::year::NamedYear;
use crate::lang::{Lang, Text};
use crate::profile::SectionYear;
use crate::review::{Safety, Severity};
use crate::rules::{Edit, Finding};
use crate::search;
use crate::source::{Span, ViewSpan};

pub(super) static RULE: Rule = Rule {
    id: "stale-year",
    group: Group::Dates,
    severity: Severity::Warning,
    title: Text { zh: "沿用了往年的年份", en: "A year left over from an earlier report" },
    page: page!("stale-year"),
    check,
};

fn check(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    let document = &draft.document;
    let Some(named) = document.report_year.filter(|_| !document.is_excerpt) else { return };
    let title = document.title.as_ref().map_or("", |title| title.text.as_str());
    // A report on half a year or on several years has other parts than one on a year.
    if search::has(title, &["半年", "季度", "五年", "三年"]) || spans_years(draft) {
        return;
    }
    let headings = headings::read(draft, named);
    let opening = periods::opening(draft);
    let year = match title_is_stale(draft, named, &headings, opening) {
        Some(year) => year,
        None => named,
    };
    if year != named {
        report_title(draft, sink, named, year, &headings, opening);
    }
    let is_explicit = title_year(draft).is_some();
    let wrong: Vec<_> =
        headings.iter().filter(|heading| heading.year.year != heading.part.year(year)).collect();
    for heading in wrong {
        let severity = if is_explicit { Severity::Error } else { Severity::Warning };
        let right = heading.part.year(year);
        let (written, part) = (heading.year.year, heading.name.get(draft.lang));
        let message = match draft.lang {
            Lang::Zh => format!(
                "本报告是 {year} 年度的，“{part}”部分应写 {right} 年，标题却写 {written} 年；{}请核对。",
                if written < right { "可能沿用了往年的稿子，" } else { "" }
            ),
            Lang::En => format!(
                "The report is about {year}, so the part “{part}” is about {right}, but its heading says {written}; check it."
            ),
        };
        let finding = sink.finding(draft.source.original(heading.year.span), message);
        sink.push(corrected(draft, finding.with_severity(severity), heading.year, right));
    }
    let opening =
        opening.filter(|opening| opening.year != year && !periods::names_in_sentence(draft, *opening, year));
    if let Some(opening) = opening {
        let written = opening.year;
        let message = match draft.lang {
            Lang::Zh => {
                format!(
                    "正文第一句写的是 {written} 年，本报告却是 {year} 年度的；两处年份必有一处写错，可能沿用了往年的稿子，请核对。"
                )
            }
            Lang::En => format!(
                "The first sentence is about {written}, but the report is about {year}; check whether it was left over."
            ),
        };
        let finding = sink.finding(draft.source.original(opening.span), message);
        sink.push(corrected(draft, finding, opening, year));
    }
    sign_off(draft, sink, year);
    periods(draft, sink, year, opening);
}

/// Sentences about the work of the year, or of the year to come, that name a year gone by.
fn periods(draft: &Draft<'_>, sink: &mut Sink<'_>, year: u16, opening: Option<NamedYear>) {
    let mut found = periods::read(draft, year);
    found.retain(|period| opening != Some(period.year));
    for part in [SectionYear::Report, SectionYear::Next] {
        let same: Vec<NamedYear> =
            found.iter().filter(|period| period.part == part).map(|period| period.year).collect();
        let Some(first) = same.first() else { continue };
        let (written, right) = (first.year, part.year(year));
        let message = match (draft.lang, part) {
            (Lang::Zh, SectionYear::Report) => format!(
                "本报告是 {year} 年度的，这里却以 {written} 年作为工作的起止时间，又没有与本年相比；可能沿用了往年的文字和数据，请核对。"
            ),
            (Lang::Zh, SectionYear::Next) => {
                format!("这里写的是下一年的安排，应为 {right} 年，却写成了 {written} 年；请核对。")
            }
            (Lang::En, SectionYear::Report) => format!(
                "The report is about {year}, but this sentence gives the work of {written} without comparing it; check whether text and figures were left over."
            ),
            (Lang::En, SectionYear::Next) => {
                format!("These are arrangements for {right}, but the year given is {written}; check it.")
            }
        };
        let places: Vec<Span> = same.iter().map(|year| draft.source.original(year.span)).collect();
        let mut finding = sink.finding(places.first().copied(), message);
        // 2022年以来 may well count from then until now.
        if found.iter().filter(|period| period.part == part).all(|period| period.is_since) {
            finding = finding.with_severity(Severity::Hint);
        }
        let edits = same.iter().filter_map(|&year| edit(draft, year, right)).collect();
        let finding = finding.with_edits(Safety::Suggest, fix_title(right, draft.lang), edits);
        sink.push(finding.standing_for(&places));
    }
}

/// A report is signed in its year or in the next.
fn sign_off(draft: &Draft<'_>, sink: &mut Sink<'_>, year: u16) {
    let document = &draft.document;
    let Some(signed) = document.signed_on.filter(|signed| ![year, year + 1].contains(&signed.year)) else {
        return;
    };
    let Some(place) = document.sign_off.as_ref().and_then(|sign_off| sign_off.date) else { return };
    let (written, next) = (signed.year, year + 1);
    let message = match draft.lang {
        Lang::Zh => format!(
            "成文日期在 {written} 年，本报告却是 {year} 年度的，应在 {year} 年底至 {next} 年成文；请核对成文日期和报告年度。"
        ),
        Lang::En => format!(
            "The report is about {year} and is signed at its end or in {next}, but the signature says {written}; check both."
        ),
    };
    sink.push(sink.finding(draft.source.original(place), message).with_severity(Severity::Error));
}

/// The year that all else agrees on, where the title alone names another one.
fn title_is_stale(
    draft: &Draft<'_>,
    named: u16,
    headings: &[headings::HeadingYear<'_>],
    opening: Option<NamedYear>,
) -> Option<u16> {
    title_year(draft)?;
    let implied = headings.iter().map(|heading| heading.part.report_year(heading.year.year));
    let mut implied = implied.chain(opening.map(|opening| opening.year));
    let first = implied.next().filter(|&first| first != named)?;
    let others: Vec<u16> = implied.collect();
    let is_signed_so =
        draft.document.signed_on.is_none_or(|signed| [first, first + 1].contains(&signed.year));
    (!others.is_empty() && others.iter().all(|&other| other == first) && is_signed_so).then_some(first)
}

fn report_title(
    draft: &Draft<'_>,
    sink: &mut Sink<'_>,
    named: u16,
    year: u16,
    headings: &[headings::HeadingYear<'_>],
    opening: Option<NamedYear>,
) {
    let Some(place) = title_year(draft) else { return };
    let message = match draft.lang {
        Lang::Zh => {
            format!("标题写的是 {named} 年，正文和各部分标题却都按 {year} 年度来写；可能忘了改标题，请核对。")
        }
        Lang::En => {
            format!(
                "The title says {named}, but text and headings are those of a report on {year}; check the title."
            )
        }
    };
    let finding = sink.finding(draft.source.original(place.span), message).with_severity(Severity::Error);
    let mut finding = corrected(draft, finding, place, year);
    let places = headings.iter().map(|heading| heading.year).chain(opening);
    for place in places {
        finding =
            finding.with_related(draft.source.original(place.span), "year", Some(place.year.to_string()));
    }
    sink.push(finding);
}

/// The year that stands in the title.
fn title_year(draft: &Draft<'_>) -> Option<NamedYear> {
    let title = draft.document.title.as_ref()?;
    years_in(draft, title.span).next()
}

/// Whether the title is that of a report on several years.
fn spans_years(draft: &Draft<'_>) -> bool {
    let Some(title) = draft.document.title.as_ref() else { return false };
    draft.facts.year_ranges.iter().any(|range| title.span.contains(range.span))
}

/// For so many dates without a year it is asked of which year they are: no report needs more.
const MOST_ASKED: usize = 8;

/// The year of the report, where `span` stands in a part about it and in a paragraph that speaks of no other year; `asked`
/// counts how often that was asked.
pub(super) fn implied(draft: &Draft<'_>, span: ViewSpan, asked: &mut usize) -> Option<u16> {
    *asked += 1;
    let year = draft.document.report_year.filter(|_| *asked <= MOST_ASKED)?;
    let zones = headings::zones(draft, year);
    let zone = zones.partition_point(|&(start, _)| start <= span.start).checked_sub(1);
    let part = zone.and_then(|at| zones.get(at)).and_then(|&(_, part)| part);
    let block = periods::block_at(draft, span)?;
    let is_certain = part == Some(SectionYear::Report)
        && title_year(draft).is_some_and(|title| title.year == year)
        && years_in(draft, block.span).all(|named| named.year == year)
        && !search::has(draft.source.folded(block.span), &periods::OTHER_YEARS);
    is_certain.then_some(year)
}

/// The years named within `span`, those in cited titles and in quotations left out.
fn years_in<'d>(draft: &'d Draft<'_>, span: ViewSpan) -> impl Iterator<Item = NamedYear> + use<'d> {
    let from = draft.facts.years.partition_point(|year| year.span.start < span.start);
    let within = draft.facts.years.iter().skip(from).take_while(move |year| year.span.end <= span.end);
    within.copied().filter(|year| !is_cited(draft, year.span))
}

/// Whether `span` lies in a title, in a quotation or in a span of years.
fn is_cited(draft: &Draft<'_>, span: ViewSpan) -> bool {
    let ranges = &draft.facts.year_ranges;
    let at = ranges.partition_point(|range| range.span.end <= span.start);
    draft.facts.is_cited(span) || ranges.get(at).is_some_and(|range| range.span.overlaps(span))
}

/// `finding` with the proposal to write `right` instead.
fn corrected(draft: &Draft<'_>, finding: Finding, year: NamedYear, right: u16) -> Finding {
    let edits = edit(draft, year, right).into_iter().collect();
    finding.with_edits(Safety::Suggest, fix_title(right, draft.lang), edits)
}

fn edit(draft: &Draft<'_>, year: NamedYear, right: u16) -> Option<Edit> {
    let digits = ViewSpan::new(year.span.start as usize, year.span.start as usize + 4);
    (year.span.len() > 4).then(|| Edit { span: draft.source.original(digits), text: right.to_string() })
}

fn fix_title(right: u16, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("年份改为 {right}"),
        Lang::En => format!("Change the year to {right}"),
    }
}

#[cfg(test)]
mod tests;
