//! Where the parts of a profile stand in a paper.
//!
//! First headings of the top level, then headings by subject, then lower ones, then headings without
//! a number, then the text.
//!
//! *Invariant:* one answer for every part of the profile, in the profile's order.

use super::{Openings, Profile, Section, SectionYear};
use crate::document::{BlockKind, Document};
use crate::lang::Lang;
use crate::review::SectionStatus;
use crate::search;
use crate::source::{Source, Span, ViewSpan};

/// A part of the profile with where it was found.
#[derive(Debug)]
pub struct FoundSection {
    /// Its id.
    pub id: String,
    /// Its name, in the language of the check.
    pub title: String,
    /// Whether a report without it is incomplete.
    pub required: bool,
    /// Whether and how it was found.
    pub status: SectionStatus,
    /// The heading under which it was found.
    pub heading: Option<String>,
    /// Where.
    pub span: Option<Span>,
    /// The place of its heading among the document's headings.
    pub heading_index: Option<usize>,
    /// Whether that heading is of the top level and opens no other part.
    pub is_own_part: bool,
    /// What stands below its heading, or nothing where it was found otherwise.
    pub body: ViewSpan,
}

/// How much of a heading is looked at, in bytes: more than any sentence that a person writes.
const LONGEST_HEADING: usize = 3000;

/// Words of headings that look back, whatever year they name.
const RESULTS: [&str; 6] = ["成效", "成绩", "成果", "回顾", "完成情况", "取得"];

impl Section {
    /// Whether a heading with the text `heading` opens this part.
    pub(crate) fn opens(&self, heading: &str) -> bool {
        // A paragraph without a full stop may be as long as the paper.
        let end = (LONGEST_HEADING..heading.len()).find(|&at| heading.is_char_boundary(at));
        let heading = end.and_then(|end| heading.get(..end)).unwrap_or(heading);
        let fits = |text: &str| self.headings.is_match(text) && !self.except_headings.is_match(text);
        // 主要成效及下一步安排 opens two parts, though each keeps the other out.
        let mut pieces = heading.split('及').filter(|piece| piece.chars().nth(3).is_some());
        fits(heading) || (search::find(heading, "及").is_some() && pieces.any(fits))
    }
}

impl Profile {
    /// Where each of its parts stands in the document.
    pub fn find_sections(
        &self,
        source: &Source<'_>,
        document: &Document,
        openings: &Openings,
        lang: Lang,
    ) -> Vec<FoundSection> {
        let top = document.top_level().unwrap_or(0);
        let texts: Vec<&str> = document.headings.iter().map(|heading| source.folded(heading.text)).collect();
        let mut matches: Vec<Vec<bool>> = (0..self.sections.len())
            .map(|at| (0..texts.len()).map(|heading| openings.of_heading(heading).contains(&at)).collect())
            .collect();
        self.move_by_year(&texts, document.report_year, &mut matches);
        let hit = |section: usize, heading: usize| {
            matches.get(section).and_then(|row| row.get(heading)).copied().unwrap_or(false)
        };
        let is_top = |heading: usize| document.headings.get(heading).is_some_and(|found| found.level == top);
        let hits = |heading: usize| (0..self.sections.len()).filter(|&section| hit(section, heading)).count();
        let tops: Vec<usize> = (0..texts.len()).filter(|&heading| is_top(heading)).collect();
        let mut found = Vec::with_capacity(self.sections.len());
        for (at, section) in self.sections.iter().enumerate() {
            // A heading such as 存在的问题及下一步打算 opens two parts; one of its own comes first.
            let own = tops.iter().copied().find(|&heading| hit(at, heading) && hits(heading) == 1);
            let shared = || tops.iter().copied().find(|&heading| hit(at, heading));
            let thematic = || self.thematic(section, &tops, &hits);
            let lower = || (0..texts.len()).find(|&heading| !is_top(heading) && hit(at, heading));
            let heading = own.or_else(shared).or_else(thematic).or_else(lower);
            found.push(match heading {
                Some(heading) => {
                    let text = texts.get(heading).copied().unwrap_or("");
                    let body = document.section_body(heading);
                    // A whole sentence says something by itself.
                    let below = source.folded(body);
                    let is_sentence = text.contains(['，', '；']) && below.starts_with('。');
                    let is_empty = is_top(heading) && section.required && !is_sentence && says_nothing(below);
                    let is_own_part = is_top(heading) && hits(heading) <= 1;
                    at_heading(section, source, document, heading, is_own_part, is_empty)
                }
                None => openings
                    .first_block_of(at)
                    .and_then(|block| at_block(section, source, document, block))
                    .unwrap_or_else(|| mentioned(section, source, document)),
            });
        }
        self.mark_misplaced(&mut found);
        for (found, section) in found.iter_mut().zip(&self.sections) {
            found.title = section.title.get(lang).to_owned();
        }
        found
    }

    /// A heading such as 2024年重点工作 reads like the results of the year, but in a report on 2023 it
    /// opens the part about the next.
    fn move_by_year(&self, texts: &[&str], report_year: Option<u16>, matches: &mut [Vec<bool>]) {
        let Some(next) = report_year.map(|year| format!("{}年", year + 1)) else { return };
        let to = self.sections.iter().position(|section| section.year == Some(SectionYear::Next));
        let from = self.sections.iter().position(|section| section.accepts_thematic_headings);
        let (Some(to), Some(from)) = (to, from) else { return };
        // 2024年主要举措和成效 looks back all the same; there the year is wrong.
        let looks_ahead =
            |text: &str| text.contains(&next) && !RESULTS.iter().any(|word| text.contains(word));
        for (heading, _) in texts.iter().enumerate().filter(|(_, text)| looks_ahead(text)) {
            let was_hit = matches.get_mut(from).and_then(|row| row.get_mut(heading)).map(std::mem::take);
            if was_hit == Some(true)
                && let Some(slot) = matches.get_mut(to).and_then(|row| row.get_mut(heading))
            {
                *slot = true;
            }
        }
    }

    /// The first of at least two top headings that open no part and stand before the last run of
    /// those that do.
    fn thematic(&self, section: &Section, tops: &[usize], hits: &dyn Fn(usize) -> usize) -> Option<usize> {
        if !section.accepts_thematic_headings {
            return None;
        }
        let stop = tops.iter().copied().rev().take_while(|&heading| hits(heading) > 0).last();
        let mut free = tops
            .iter()
            .copied()
            .filter(|&heading| hits(heading) == 0 && stop.is_none_or(|stop| heading < stop));
        let first = free.next()?;
        free.next().map(|_| first)
    }

    /// Parts that stand before one that the profile puts before them.
    fn mark_misplaced(&self, found: &mut [FoundSection]) {
        let places: Vec<Option<usize>> = found
            .iter()
            .zip(&self.sections)
            .map(|(found, section)| found.heading_index.filter(|_| found.is_own_part && !section.any_place))
            .collect();
        for (at, slot) in found.iter_mut().enumerate() {
            let Some(place) = places.get(at).copied().flatten() else { continue };
            let is_misplaced = places.iter().take(at).flatten().any(|&earlier| earlier > place);
            if is_misplaced && slot.status == SectionStatus::Present {
                slot.status = SectionStatus::Misplaced;
            }
        }
    }
}

/// `section` as it stands under the heading at `index`.
fn at_heading(
    section: &Section,
    source: &Source<'_>,
    document: &Document,
    index: usize,
    is_own_part: bool,
    is_empty: bool,
) -> FoundSection {
    let span = document.headings.get(index).map(|heading| source.original(heading.span));
    let heading = span.map(|span| one_line(source.quote(span)));
    FoundSection {
        status: if is_empty { SectionStatus::Empty } else { SectionStatus::Present },
        heading,
        span,
        heading_index: Some(index),
        is_own_part,
        body: document.section_body(index),
        ..blank(section)
    }
}

fn blank(section: &Section) -> FoundSection {
    FoundSection {
        id: section.id.clone(),
        title: String::new(),
        required: section.required,
        status: SectionStatus::Missing,
        heading: None,
        span: None,
        heading_index: None,
        is_own_part: false,
        body: ViewSpan::default(),
    }
}

/// `section` as it stands under the block at `index`, a heading without a number.
fn at_block(
    section: &Section,
    source: &Source<'_>,
    document: &Document,
    index: usize,
) -> Option<FoundSection> {
    let span = source.original(document.blocks.get(index)?.span);
    Some(FoundSection {
        status: SectionStatus::Present,
        heading: Some(one_line(source.quote(span))),
        span: Some(span),
        ..blank(section)
    })
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Looks for the subject of `section` in running text.
fn mentioned(section: &Section, source: &Source<'_>, document: &Document) -> FoundSection {
    if !section.required {
        return blank(section);
    }
    let bodies =
        document.blocks.iter().filter(|block| matches!(block.kind, BlockKind::Prose | BlockKind::Heading));
    for block in bodies {
        if let Some(range) = section.mentions.find(source.folded(block.span)) {
            let base = block.span.start as usize;
            let span = source.original(ViewSpan::new(base + range.start, base + range.end));
            return FoundSection { status: SectionStatus::Mentioned, span: Some(span), ..blank(section) };
        }
    }
    blank(section)
}

/// Whether `body` holds no text, or only a word that stands in for it.
pub(crate) fn says_nothing(body: &str) -> bool {
    // Longer than every such word, and no more: the whole paper may stand below a heading.
    let is_sign = |ch| {
        matches!(
            ch,
            '。' | '，' | '；' | '：' | '、' | '（' | '）' | '(' | ')' | '…' | '【' | '】' | '[' | ']'
        )
    };
    let words = body.chars().filter(|&ch| !is_sign(ch) && !ch.is_whitespace());
    let core: String = words.take(LONGEST_STAND_IN + 1).collect();
    core.is_empty() || STAND_INS.contains(&core.as_str())
}

/// Words that stand in for a text.
const STAND_INS: [&str; 10] =
    ["略", "无", "待补充", "待定", "待填", "暂无", "此处略", "同上", "内容略", "待完善"];

/// How many characters the longest of them has.
const LONGEST_STAND_IN: usize = 3;

#[cfg(test)]
mod tests;
