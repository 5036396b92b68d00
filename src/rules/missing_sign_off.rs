//! The pasted text has no signature, or one without organ or date.

use super::{Group, Rule, Sink};
use crate::draft::Draft;
use crate::lang::Text;
use crate::review::Severity;

pub(super) static RULE: Rule = Rule {
    id: "missing-sign-off",
    group: Group::Structure,
    severity: Severity::Warning,
    title: Text { zh: "未找到落款", en: "No signature was found" },
    page: include_str!("../../rules/missing-sign-off.md"),
    check,
};

fn check(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    let document = &draft.document;
    if document.is_excerpt {
        return;
    }
    let Some(sign_off) = &document.sign_off else {
        let message = draft.lang.pick(
            "在所粘贴的文本中未找到落款（机关名称和成文日期）；如果只是没有粘贴，可不理会".to_owned(),
            "No signature (organ and date) was found in the pasted text; if it was merely not pasted, ignore this".to_owned(),
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
                "在所粘贴的文本中未找到成文日期，只有落款机关；请在机关名称下写明年、月、日".to_owned(),
                "The signature names the organ, but no date was found in the pasted text; add year, month and day".to_owned(),
            ),
        ),
        (None, Some(date)) if !names_organ_above(draft) => sink.report(
            date,
            draft.lang.pick(
                "在所粘贴的文本中未找到落款机关，只有成文日期；请在日期上方署机关全称".to_owned(),
                "The signature has a date, but no organ was found in the pasted text; add the organ's full name above it".to_owned(),
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
