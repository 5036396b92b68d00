//! The years that the headings of a report's parts name, and which part each paragraph belongs to.
//!
//! *Invariant:* a heading that opens no part, or more than one, says nothing about its year.

use super::{is_cited, years_in};
use crate::draft::Draft;
use crate::facts::year::NamedYear;
use crate::profile::{Names, Section, SectionYear};
use crate::search;
use crate::source::ViewSpan;

/// A heading that names one year and opens one part.
pub(super) struct HeadingYear<'d> {
    /// The year.
    pub year: NamedYear,
    /// Which year the part is about.
    pub part: SectionYear,
    /// What the part is called.
    pub name: &'d Names,
}

/// A heading that divides the paper, with the parts that it opens.
struct Divider<'d> {
    text: ViewSpan,
    opens: Vec<&'d Section>,
}

/// Longer than any heading; what is longer is a sentence.
const LONGEST_HEADING: usize = 60;

/// Words of headings that look back on the year.
const RETROSPECTIVE: [&str; 12] =
    ["成效", "成绩", "成果", "回顾", "完成", "取得", "亮点", "不足", "问题", "原因", "履行", "履职"];

/// Words of headings about something left from another year, or about a part of the year.
const OF_ANOTHER_YEAR: [&str; 12] =
    ["整改", "督察", "督查", "考核", "反馈", "巡视", "巡察", "审计", "上年", "遗留", "半年", "季度"];

/// Words that make a heading about plans one about how they were carried out.
const CARRIED_OUT: [&str; 8] = ["情况", "完成", "成效", "回顾", "总结", "执行", "落实", "进展"];

/// What may follow a year that is no period by itself.
const NO_PERIOD: [&str; 9] = ["以来", "起", "前", "后", "底", "末", "初", "至", "到"];

/// The headings of parts that name one year, in the order of the text; `report_year` is the paper's.
pub(super) fn read<'d>(draft: &'d Draft<'_>, report_year: u16) -> Vec<HeadingYear<'d>> {
    dividers(draft).iter().filter_map(|divider| of(draft, divider, report_year)).collect()
}

fn of<'d>(draft: &'d Draft<'_>, divider: &Divider<'d>, report_year: u16) -> Option<HeadingYear<'d>> {
    let [section] = divider.opens.as_slice() else { return None };
    let part = section.year?;
    let text = draft.source.folded(divider.text);
    let mut years = years_in(draft, divider.text);
    let (year, None) = (years.next()?, years.next()) else { return None };
    let behind = ViewSpan { start: year.span.end, end: divider.text.end };
    let rest = draft.source.folded(behind);
    let is_date = rest.starts_with(|ch: char| ch.is_ascii_digit());
    let has = |words: &[&str]| search::has(text, words);
    if is_date || search::beginning(rest, &NO_PERIOD).is_some() || has(&OF_ANOTHER_YEAR) {
        return None;
    }
    let is_plain = match part {
        // 2024年重点工作 may be what is to come.
        SectionYear::Report => year.year <= report_year || has(&RETROSPECTIVE),
        SectionYear::Next => year.year > report_year || !has(&CARRIED_OUT),
    };
    is_plain.then_some(HeadingYear { year, part, name: &section.title })
}

/// The headings of the highest level, those that stand for a part, and those without a number that
/// open one.
fn dividers<'d>(draft: &'d Draft<'_>) -> Vec<Divider<'d>> {
    let document = &draft.document;
    let top = document.top_level();
    let parts = |opened: &[usize]| -> Vec<&'d Section> {
        opened.iter().filter_map(|&part| draft.profile.sections().get(part)).collect()
    };
    let is_short = |text: &str| text.chars().nth(LONGEST_HEADING).is_none();
    let mut dividers: Vec<Divider<'d>> = Vec::new();
    for (index, block) in document.blocks.iter().enumerate() {
        let heading = block.heading.and_then(|at| Some((at, document.headings.get(at)?)));
        match heading {
            Some((at, heading)) if Some(heading.level) == top => {
                let is_short = is_short(draft.source.folded(heading.text));
                let opens = if is_short { parts(draft.openings.of_heading(at)) } else { Vec::new() };
                dividers.push(Divider { text: heading.text, opens });
            }
            None if !draft.openings.of_block(index).is_empty() => {
                dividers.push(Divider { text: block.span, opens: parts(draft.openings.of_block(index)) });
            }
            _ => {}
        }
    }
    dividers
}

/// From where on the text is about which year; `None` where that is not certain.
pub(super) fn zones(draft: &Draft<'_>, report_year: u16) -> Vec<(u32, Option<SectionYear>)> {
    let dividers = dividers(draft);
    let is_plan =
        |divider: &Divider<'_>| divider.opens.iter().any(|part| part.year == Some(SectionYear::Next));
    let plan = dividers.iter().position(is_plan);
    let zone = |(index, divider): (usize, &Divider<'_>)| {
        let years: Vec<u16> = years_in(draft, divider.text).map(|year| year.year).collect();
        let part = match divider.opens.as_slice() {
            [] => plan.filter(|&plan| index < plan).map(|_| SectionYear::Report),
            [section] => section.year,
            _ => None,
        };
        let fits = |part: &SectionYear| years.iter().all(|&year| year == part.year(report_year));
        let cites_span = is_cited(draft, divider.text);
        (divider.text.start, part.filter(fits).filter(|_| !cites_span))
    };
    dividers.iter().enumerate().map(zone).collect()
}
