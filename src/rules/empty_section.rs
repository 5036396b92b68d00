//! A heading with nothing below it, or a part that says hardly anything.
//!
//! *Invariant:* in a fragment the last heading is never called empty.

use super::{Group, Rule, Sink};
use crate::draft::Draft;
use crate::lang::Text;
use crate::profile::says_nothing;
use crate::review::{SectionStatus, Severity};
use crate::search;

pub(super) static RULE: Rule = Rule {
    id: "empty-section",
    group: Group::Structure,
    severity: Severity::Warning,
    title: Text { zh: "标题下没有内容", en: "Nothing stands below a heading" },
    page: page!("empty-section"),
    check,
};

/// Longer headings are sentences that speak for themselves.
const LONGEST_HEADING: usize = 30;

fn check(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    check_length(draft, sink);
    let document = &draft.document;
    let top = document.top_level();
    let siblings = Siblings::new(draft);
    for (index, heading) in document.headings.iter().enumerate() {
        let text = draft.source.folded(heading.text);
        let body = draft.source.folded(document.section_body(index));
        let part = draft.sections.iter().find(|found| found.heading_index == Some(index));
        // Of a fragment no parts are asked; its first item may only stand where one would.
        let is_required =
            !document.is_excerpt && part.is_some_and(|found| found.status == SectionStatus::Empty);
        // At the end of a fragment the text may simply have been cut off.
        let is_cut = document.is_excerpt && index + 1 == document.headings.len() && body.is_empty();
        // In a fragment …… stands for what was left out of it.
        let is_left_out = document.is_excerpt
            && body.contains('…')
            && body.chars().all(|ch| ch == '…' || ch.is_whitespace());
        if heading.is_run_in || is_cut || is_left_out || !says_nothing(body) {
            continue;
        }
        // Below other headings 无 is an answer; a sentence is an item of a list.
        let is_answer = body.contains('无') || body.starts_with('。');
        let is_sentence = text.contains(['，', '；', '：']) || search::length(text) > LONGEST_HEADING;
        let is_optional = part.is_some_and(|found| !found.required);
        if !is_required && (is_optional || is_answer || is_sentence || !siblings.say_something(index)) {
            continue;
        }
        let span = draft.source.original(heading.span);
        let placeholder = body.trim_matches(['。', '\n']);
        let message = if placeholder.is_empty() {
            draft.lang.pick(
                "标题下没有正文，可能是漏写或误删。请补写内容；确实没有内容的，删去标题。".to_owned(),
                "Nothing stands below this heading; the text may have been left out or deleted. Add it, or drop the heading.".to_owned(),
            )
        } else {
            draft.lang.pick(
                format!("标题下只写了“{placeholder}”，没有实质内容。请补写。"),
                format!("Below this heading stands only “{placeholder}”. Write what belongs here."),
            )
        };
        let severity = if is_required || heading.level == top.unwrap_or(0) {
            Severity::Error
        } else {
            Severity::Warning
        };
        let finding = sink.finding(span, message).with_severity(severity);
        sink.push(finding);
    }
}

/// Parts shorter than the profile expects.
fn check_length(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    if draft.document.is_excerpt {
        return;
    }
    for found in draft.sections.iter().filter(|found| found.is_own_part) {
        let least = draft.profile.section(&found.id).map_or(0, |section| section.min_characters);
        let length = length_of(draft.source.folded(found.body), least);
        // Headings by subject share the part among them.
        let part = draft.profile.sections().iter().position(|section| section.id == found.id);
        let opened = found.heading_index.map_or(&[][..], |at| draft.openings.of_heading(at));
        let is_whole = part.is_some_and(|part| opened.contains(&part));
        if found.status == SectionStatus::Empty || !is_whole || length >= least {
            continue;
        }
        let message = draft.lang.pick(
            format!("这一部分只有 {length} 个字，内容过于简略。请核对是否漏写或误删。"),
            format!(
                "This part has only {length} characters. Check whether something was left out or deleted."
            ),
        );
        let finding = sink.finding(found.span, message).with_severity(Severity::Hint);
        sink.push(finding);
    }
}

/// How many characters `text` has, counted no further than `enough`; marks that touch count as one: where a
/// doubled mark is taken out, nothing grows too short.
fn length_of(text: &str, enough: usize) -> usize {
    let mut follows_mark = false;
    let counts =
        |ch: &char| !std::mem::replace(&mut follows_mark, !ch.is_alphanumeric()) || ch.is_alphanumeric();
    text.chars().filter(|ch| !ch.is_whitespace()).filter(counts).take(enough).count()
}

/// The headings of one level under one parent, and how many of them say something.
#[derive(Default)]
struct Siblings {
    /// For every heading, its group.
    group_of: Vec<usize>,
    /// For every group, how many headings have text below them and how many have none.
    counts: Vec<(usize, usize)>,
}

impl Siblings {
    fn new(draft: &Draft<'_>) -> Self {
        let document = &draft.document;
        let mut siblings = Self::default();
        // The groups that may go on, with their levels, the lowest heading last.
        let mut open: Vec<(u8, usize)> = Vec::new();
        for (index, heading) in document.headings.iter().enumerate() {
            while open.last().is_some_and(|&(level, _)| level > heading.level) {
                open.pop();
            }
            let group = match open.last() {
                Some(&(level, group)) if level == heading.level => group,
                _ => {
                    open.push((heading.level, siblings.counts.len()));
                    siblings.counts.push((0, 0));
                    siblings.counts.len() - 1
                }
            };
            siblings.group_of.push(group);
            let Some((speaking, silent)) = siblings.counts.get_mut(group) else { continue };
            if says_nothing(draft.source.folded(document.section_body(index))) {
                *silent += 1;
            } else if !heading.is_run_in {
                *speaking += 1;
            }
        }
        siblings
    }

    /// Whether most headings beside the one at `index`, which is silent, have text below them; where
    /// they have none, the headings are the items of a list.
    fn say_something(&self, index: usize) -> bool {
        let counts = self.group_of.get(index).and_then(|&group| self.counts.get(group));
        counts.is_some_and(|&(speaking, silent)| speaking + 1 > silent)
    }
}
