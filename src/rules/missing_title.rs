//! The pasted text has no title.
//!
//! *Invariant:* nothing is said of a fragment.

use super::{Group, Rule, Sink};
use crate::draft::Draft;
use crate::lang::Text;
use crate::review::Severity;

pub(super) static RULE: Rule = Rule {
    id: "missing-title",
    group: Group::Structure,
    severity: Severity::Warning,
    title: Text { zh: "未找到标题", en: "No title was found" },
    page: page!("missing-title"),
    check,
};

fn check(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    if draft.document.is_excerpt || draft.document.title.is_some() {
        return;
    }
    let kind = draft.profile.title(draft.lang);
    let message = draft.lang.pick(
        format!("没有找到标题。标题一般写明机关名称、年度和文种，如“××局20××年{kind}”。请补写；如果只是没有粘贴进来，可以不理会。"),
        "No title was found. It should name the organ, the year and the kind of document. Add it; if it was merely not pasted, ignore this.".to_owned(),
    );
    sink.report(None, message);
}
