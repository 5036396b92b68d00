//! The pasted text has no signature, or one without organ or date.
//!
//! *Invariant:* nothing is said of a fragment.

use super::{Group, Rule, Sink};
use crate::draft::Draft;
use crate::lang::Text;
use crate::review::Severity;

pub(super) static RULE: Rule = Rule {
    id: "missing-sign-off",
    group: Group::Structure,
    severity: Severity::Warning,
    title: Text { zh: "未找到落款", en: "No signature was found" },
    page: page!("missing-sign-off"),
    check,
};

fn check(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    let document = &draft.document;
    if document.is_excerpt {
        return;
    }
    let Some(sign_off) = &document.sign_off else {
        let message = draft.lang.pick(
            "没有找到落款（机关名称和成文日期）。请补写；如果只是没有粘贴进来，可以不理会。".to_owned(),
            "No signature (organ and date) was found. Add it; if it was merely not pasted, ignore this."
                .to_owned(),
        );
        sink.report(None, message);
        return;
    };
    let organ = sign_off.organs.last().map(|signer| draft.source.original(signer.span));
    let date = sign_off.date.map(|date| draft.source.original(date));
    match (organ, date) {
        (Some(organ), None) => sink.report(
            organ,
            draft.lang.pick(
                "落款只有机关名称，没有成文日期。请在机关名称下方写明年、月、日。".to_owned(),
                "The signature names the organ but has no date. Add year, month and day below the name.".to_owned(),
            ),
        ),
        (None, Some(date)) if !names_organ_above(draft) => sink.report(
            date,
            draft.lang.pick(
                "落款只有成文日期，没有机关名称。请在日期上方写明机关全称。".to_owned(),
                "The signature has a date but does not name the organ. Add the organ’s full name above the date.".to_owned(),
            ),
        ),
        _ => {}
    }
}

/// Whether the organ stands above a date under the title: as letterhead or in the title itself.
fn names_organ_above(draft: &Draft<'_>) -> bool {
    let document = &draft.document;
    document.letterhead.is_some()
        || document
            .sign_off
            .as_ref()
            .is_some_and(|sign_off| sign_off.is_under_title && document.organ.is_some())
}
