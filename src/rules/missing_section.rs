//! A part that the profile requires is nowhere in the report.
//!
//! *Invariant:* nothing is said of a fragment, nor of a paper whose title is of another kind.

use super::{Group, Rule, Sink, prose};
use crate::draft::Draft;
use crate::lang::Text;
use crate::profile::{FoundSection, Section};
use crate::review::{SectionStatus, Severity};
use crate::search;
use crate::source::Span;

pub(super) static RULE: Rule = Rule {
    id: "missing-section",
    group: Group::Structure,
    severity: Severity::Error,
    title: Text { zh: "缺少必备部分", en: "A required part is missing" },
    page: page!("missing-section"),
    check,
};

fn check(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    if draft.document.is_excerpt {
        return;
    }
    let title = draft.document.title.as_ref().map(|title| draft.source.original(title.span));
    if draft.document.title.as_ref().is_some_and(|title| !draft.profile.fits_title(&title.text)) {
        let kind = draft.profile.title(draft.lang);
        let message = draft.lang.pick(
            format!("从标题看不是“{kind}”，因此没有检查必备部分。如果确是这类报告，请核对标题。"),
            format!("The title is not that of this kind of report (“{kind}”), so its required parts were not checked. If it is one, check the title."),
        );
        let finding = sink.finding(title, message).with_severity(Severity::Hint);
        sink.push(finding);
        return;
    }
    for found in draft.sections.iter().filter(|found| found.required) {
        let Some(section) = draft.profile.section(&found.id) else { continue };
        match found.status {
            SectionStatus::Missing => report_missing(draft, section, title, sink),
            SectionStatus::Mentioned => report_mentioned(draft, section, found, sink),
            SectionStatus::Present | SectionStatus::Misplaced => check_causes(draft, section, found, sink),
            SectionStatus::Empty => {}
        }
    }
}

fn report_missing(draft: &Draft<'_>, section: &Section, title: Option<Span>, sink: &mut Sink<'_>) {
    let name = section.title.get(draft.lang);
    let message = draft.lang.pick(
        format!("缺少“{name}”：没有这样的标题，正文中也没有提到。这是报告的必备内容。请补写；如果已写在别处，请用标题标明。"),
            format!("The part “{name}” is missing: no heading names it and the text does not mention it. The report must have it. Add it, or give it a heading if it stands elsewhere."),
    );
    sink.report(title, message);
}

fn report_mentioned(draft: &Draft<'_>, section: &Section, found: &FoundSection, sink: &mut Sink<'_>) {
    let name = section.title.get(draft.lang);
    // A short report without any headings names its parts in the text alone.
    let is_flat = draft.document.headings.is_empty();
    let severity = if section.mention_suffices || is_flat { Severity::Hint } else { Severity::Warning };
    let message = draft.lang.pick(
        format!("“{name}”只在正文中提到，没有单独的标题，容易被认为漏写。建议单列一部分或者加一个小标题。"),
        format!("“{name}” is only mentioned in the text, so that a reader may think it missing. Give it a heading of its own."),
    );
    let finding = sink.finding(found.span, message).with_severity(severity);
    sink.push(finding);
}

/// Where the part must give causes, whether it does.
fn check_causes(draft: &Draft<'_>, section: &Section, found: &FoundSection, sink: &mut Sink<'_>) {
    let body = draft.source.folded(found.body);
    let words = &section.cause_words;
    let is_told = || words.iter().any(|word| body.contains(word.as_str())) || is_connected(body);
    if words.is_empty() || body.is_empty() || is_told() {
        return;
    }
    let message = draft.lang.pick(
        "这一部分没有写原因，按要求应当写明。建议补写原因。".to_owned(),
        "This part gives no causes, though it has to. Add them.".to_owned(),
    );
    let finding = sink.finding(found.span, message).with_severity(Severity::Hint);
    sink.push(finding);
}

/// 这与骨干外流、培训偏少有关: with what the shortcomings are connected, in one clause that ends so.
fn is_connected(body: &str) -> bool {
    const ENDS: [&str; 4] = ["有关", "相关", "分不开", "不无关系"];
    search::each_of(body, &ENDS).any(|(at, word)| {
        let is_end = prose::after(body, at + word.len()).is_none_or(prose::ends_clause);
        is_end && prose::clause_before(body, at).contains(['与', '跟', '同'])
    })
}

#[cfg(test)]
mod tests {
    use super::is_connected;

    #[test]
    fn knows_what_shortcomings_are_connected_with() {
        for body in [
            "评查深度不够，这与骨干外流、培训偏少有关。",
            "问题反复发生，与制度不健全密切相关；",
            "上述问题跟思想认识不到位分不开",
        ] {
            assert!(is_connected(body), "{body}");
        }
        for body in ["与有关部门沟通不够。", "会同有关单位整改，相关制度不健全。", "有关工作滞后。"]
        {
            assert!(!is_connected(body), "{body}");
        }
    }
}
