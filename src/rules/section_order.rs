//! A part stands before one that should come first.
//!
//! *Invariant:* the order is the profile's; a part that may stand anywhere is neither early nor late.

use super::{Group, Rule, Sink};
use crate::draft::Draft;
use crate::lang::Text;
use crate::review::{SectionStatus, Severity};

pub(super) static RULE: Rule = Rule {
    id: "section-order",
    group: Group::Structure,
    severity: Severity::Warning,
    title: Text { zh: "各部分次序颠倒", en: "Parts stand in the wrong order" },
    page: page!("section-order"),
    check,
};

fn check(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    for (at, found) in draft.sections.iter().enumerate() {
        if found.status != SectionStatus::Misplaced {
            continue;
        }
        let Some(place) = found.heading_index else { continue };
        let earlier = draft.sections.iter().take(at).find(|other| {
            let stays = draft.profile.section(&other.id).is_some_and(|section| !section.any_place);
            stays && other.is_own_part && other.heading_index.is_some_and(|other| other > place)
        });
        let Some((earlier, span)) = earlier.and_then(|earlier| Some((earlier, earlier.span?))) else {
            continue;
        };
        let (Some(here), Some(there)) = (&found.heading, &earlier.heading) else { continue };
        let (first, then) = (&earlier.title, &found.title);
        let message = draft.lang.pick(
            format!("“{here}”写在了“{there}”之前，次序颠倒。应先写“{first}”，再写“{then}”。请调整次序和序号。"),
            format!("“{here}” stands before “{there}”, in the wrong order: “{first}” comes first, then “{then}”. Reorder and renumber them."),
        );
        let finding = sink.finding(found.span, message).with_related(span, "expected-before", None);
        sink.push(finding);
    }
}
