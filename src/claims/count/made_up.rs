//! Organs in a row of which something is made up, and their number behind that: 由县司法局、县信访局、县人民法院组成的三家单位.
//!
//! *Invariant:* 由 opens the row and 组成的 ends it, all of it are organs, and the number counts bodies; only a near miss is told.

use super::labels::{are_organs, is_near, joints, row_from};
use super::{Listed, statement};
use crate::claims::Statement;
use crate::claims::label;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::search;
use crate::source::ViewSpan;

/// The organs in front of `stated` that it counts.
pub(super) fn before(passage: &Passage<'_>, stated: &Mention<'_>) -> Option<Statement> {
    const ENDS: &[&str] = &["组成的", "构成的", "参与的", "参加的", "共同组成的", "等组成的"];
    // 四个检查组 are made up of them, and count none.
    const BODIES: &[&str] = &["单位", "部门", "机构", "方单位", "成员单位"];
    if stated.lead != Lead::Pause || !label::begins(stated.after, BODIES) {
        return None;
    }
    let end = search::ending(stated.before, ENDS)?;
    let last = stated.before.strip_suffix(end)?.trim_end_matches("共同");
    let is_open_ended = last.ends_with('等') || end.starts_with('等');
    let (mut items, mut start) =
        row_from(passage, stated.token.checked_sub(1)?, last.trim_end_matches('等'))?;
    let first = items.last_mut()?;
    let (ahead, name) = first.rsplit_once('由')?;
    start += (ahead.len() + '由'.len_utf8()) as u32;
    *first = name;
    let joints = items.iter().map(|item| joints(item)).sum::<usize>();
    let is_likely = are_organs(&items) && is_near(stated, items.len(), joints);
    let span = ViewSpan { start, end: stated.quantity.span.start };
    let most = items.len() + joints;
    let listed = Listed { least: items.len(), likely: items.len(), most, span, is_open_ended };
    is_likely.then(|| statement(stated, &listed, false)).flatten()
}
