//! A heading with nothing below it.

use super::{Group, Rule, Sink};
use crate::document::Document;
use crate::draft::Draft;
use crate::lang::Text;
use crate::profile::says_nothing;
use crate::review::{SectionStatus, Severity};

pub(super) static RULE: Rule = Rule {
    id: "empty-section",
    group: Group::Structure,
    severity: Severity::Warning,
    title: Text { zh: "标题下没有内容", en: "Nothing stands below a heading" },
    page: include_str!("../../rules/empty-section.md"),
    check,
};

/// Longer headings are sentences that speak for themselves.
const LONGEST_HEADING: usize = 30;

fn check(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    let document = &draft.document;
    let top = document.top_level();
    for (index, heading) in document.headings.iter().enumerate() {
        let text = draft.source.folded(heading.text);
        let body = draft.source.folded(document.section_body(index));
        // At the end of a fragment the text may simply have been cut off.
        let is_last = index + 1 == document.headings.len();
        if heading.is_run_in
            || text.contains(['，', '；', '：', ','])
            || text.chars().count() > LONGEST_HEADING
            || !says_nothing(body)
            || (document.is_excerpt && is_last && body.is_empty())
            || ends_like_a_sentence(draft, index)
        {
            continue;
        }
        let part = draft.sections.iter().find(|found| found.heading_index == Some(index));
        let is_required = part.is_some_and(|found| found.status == SectionStatus::Empty);
        let is_optional = part.is_some_and(|found| !found.required);
        if is_optional || (!is_required && !siblings_say_something(draft, document, index)) {
            continue;
        }
        let span = draft.source.original(heading.span);
        let placeholder = body.trim_matches(['。', '\n']);
        let message = if placeholder.is_empty() {
            draft.lang.pick(
                "标题下没有正文，可能漏写或误删；请补写内容，确无内容的删去标题".to_owned(),
                "Nothing stands below this heading; it was left out or deleted. Write it, or drop the heading".to_owned(),
            )
        } else {
            draft.lang.pick(
                format!("标题下只写了“{placeholder}”，没有实质内容；请补写"),
                format!("Below this heading stands only \"{placeholder}\"; write what belongs here"),
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

/// Whether the heading at `index` is followed by a full stop: an item of a list, not a heading.
fn ends_like_a_sentence(draft: &Draft<'_>, index: usize) -> bool {
    draft.source.folded(draft.document.section_body(index)).starts_with('。')
        && !siblings_say_something(draft, &draft.document, index)
}

/// Whether most headings beside the one at `index` have text below them; where they have none, the
/// headings are the items of a list.
fn siblings_say_something(draft: &Draft<'_>, document: &Document, index: usize) -> bool {
    let Some(heading) = document.headings.get(index) else { return false };
    let ends = |at: &usize| document.headings.get(*at).is_some_and(|other| other.level < heading.level);
    let is_sibling =
        |at: &usize| document.headings.get(*at).is_some_and(|other| other.level == heading.level);
    let before = (0..index).rev().take_while(|at| !ends(at)).filter(is_sibling);
    let behind = (index + 1..document.headings.len()).take_while(|at| !ends(at)).filter(is_sibling);
    let (mut speaking, mut silent) = (0, 0);
    for at in before.chain(behind) {
        if says_nothing(draft.source.folded(document.section_body(at))) {
            silent += 1;
        } else {
            speaking += 1;
        }
    }
    speaking > silent
}
