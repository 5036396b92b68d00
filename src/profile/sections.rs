//! Where the parts of a profile stand in a paper.
//!
//! First headings of the top level, then lower ones, then headings by subject, then the text.
//!
//! *Invariant:* one answer for every part of the profile, in the profile's order.

use super::{Profile, Section};
use crate::document::{BlockKind, Document};
use crate::review::SectionStatus;
use crate::source::{Source, Span, ViewSpan};

/// A part of the profile with where it was found.
#[derive(Debug)]
pub struct FoundSection {
    /// Its id.
    pub id: String,
    /// Its name.
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
    /// Whether that heading is of the top level.
    pub is_own_part: bool,
    /// What stands below its heading, or nothing where it was found otherwise.
    pub body: ViewSpan,
}

impl Section {
    fn opens(&self, heading: &str) -> bool {
        self.headings.is_match(heading) && !self.except_headings.is_match(heading)
    }
}

impl Profile {
    /// Where each of its parts stands in the document.
    pub fn find_sections(&self, source: &Source<'_>, document: &Document) -> Vec<FoundSection> {
        let top = document.top_level().unwrap_or(0);
        let texts: Vec<&str> = document.headings.iter().map(|heading| source.folded(heading.text)).collect();
        let matches: Vec<Vec<bool>> = self
            .sections
            .iter()
            .map(|section| texts.iter().map(|text| section.opens(text)).collect())
            .collect();
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
                    // A run-in heading or a whole sentence says something by itself.
                    let is_empty = is_top(heading)
                        && section.required
                        && !text.contains(['，', '；'])
                        && says_nothing(source.folded(body));
                    self.at_heading(section, source, document, heading, is_top(heading), is_empty)
                }
                None => mentioned(section, source, document),
            });
        }
        self.mark_misplaced(&mut found);
        found
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

    fn at_heading(
        &self,
        section: &Section,
        source: &Source<'_>,
        document: &Document,
        index: usize,
        is_own_part: bool,
        is_empty: bool,
    ) -> FoundSection {
        let span = document.headings.get(index).map(|heading| source.original(heading.span));
        let heading = span.map(|span| source.quote(span).split_whitespace().collect::<Vec<_>>().join(" "));
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

fn blank(section: &Section) -> FoundSection {
    FoundSection {
        id: section.id.clone(),
        title: section.title.get(crate::lang::Lang::Zh).to_owned(),
        required: section.required,
        status: SectionStatus::Missing,
        heading: None,
        span: None,
        heading_index: None,
        is_own_part: false,
        body: ViewSpan::default(),
    }
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
    let core: String =
        body.chars().filter(|ch| !ch.is_whitespace() && !"。，；：、（）()……【】[]".contains(*ch)).collect();
    core.is_empty()
        || ["略", "无", "待补充", "待定", "待填", "暂无", "此处略", "同上", "内容略", "待完善"]
            .contains(&core.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::built_in;
    use SectionStatus::*;

    #[track_caller]
    fn check(text: &str, expected: [SectionStatus; 4]) {
        let source = Source::new(text);
        let document = Document::read(&source);
        let found = built_in("rule-of-law").unwrap().find_sections(&source, &document);
        let statuses: Vec<SectionStatus> = found.iter().take(4).map(|section| section.status).collect();
        assert_eq!(statuses, expected, "{text}");
    }

    // In the order of the profile: achievements, shortcomings, responsibility, plan.
    #[test]
    fn finds_parts_by_heading() {
        check(
            "一、2023年推进法治政府建设的主要举措和成效\n办结45件。\n二、存在的不足和原因\n人员不足。\n三、党政主要负责人履行推进法治建设第一责任人职责情况\n带头述法。\n四、2024年推进法治政府建设的主要安排\n抓好落实。",
            [Present; 4],
        );
        check(
            "一、主要负责人履职尽责情况\n带头述法。\n二、主要做法和成效\n办结45件。\n三、存在的问题及原因分析\n人员不足。\n四、下一步工作思路\n抓好落实。",
            [Present; 4],
        );
        check(
            "第一部分 主要举措和成效\n（一）履行第一责任人职责。带头述法。\n第二部分 存在的短板和原因\n略。\n第三部分 2025年工作安排\n抓好落实。",
            [Present, Empty, Present, Present],
        );
        check(
            "一、工作开展情况\n办结45件。\n二、存在的问题和下一步工作打算\n人员不足，将抓好落实。",
            [Present, Present, Missing, Present],
        );
    }

    #[test]
    fn accepts_headings_by_subject() {
        check(
            "一、强化政治引领\n主要负责人履行第一责任人职责。\n二、聚焦突出问题，严格执法\n办结45件。\n三、补短板强弱项\n整改12件。\n四、工作中存在的不足\n人员不足。\n五、2022年工作打算\n抓好落实。",
            [Present, Present, Mentioned, Present],
        );
        check("一、存在的不足\n人员不足。\n二、工作打算\n抓落实。", [Missing, Present, Missing, Present]);
    }

    #[test]
    fn sees_order_and_emptiness() {
        check(
            "一、主要成效\n办结45件。\n二、2024年工作安排\n抓落实。\n三、存在的不足\n人员不足。",
            [Present, Present, Missing, Misplaced],
        );
        check(
            "一、主要成效\n（一）学法\n集中学习12次。\n二、存在的不足和原因\n三、2024年工作安排\n抓落实。",
            [Present, Empty, Missing, Present],
        );
    }

    #[test]
    fn knows_what_says_nothing() {
        for text in ["", "\n", "。", "略。", "（略）", "无。", "（待补充）"] {
            assert!(says_nothing(text), "{text}");
        }
        assert!(!says_nothing("略有不足。"));
    }
}
