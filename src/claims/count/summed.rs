//! Organs or places in a row, and their number behind a comma: 县司法局、县财政局、县审计局，共 3 家单位.
//!
//! *Invariant:* a word says that the number is their sum, and only a near miss is told.

use super::labels::{are_organs, is_near, joints, row_from};
use super::{Listed, statement};
use crate::claims::Statement;
use crate::claims::cues;
use crate::claims::label;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::facts::TokenKind;
use crate::search;
use crate::source::ViewSpan;

/// 县司法局、县财政局、县审计局，共 3 家单位: organs or places in a row, and their sum behind a comma.
pub(super) fn before(passage: &Passage<'_>, stated: &Mention<'_>) -> Option<Statement> {
    const COUNTED: &[&str] =
        &["单位", "部门", "乡镇", "镇街", "镇", "乡", "街道", "村", "社区", "县", "区", "园区"];
    let comma = stated.token.checked_sub(1)?;
    let is_sum = stated.lead == Lead::Comma && cues::SUMS_AND_TOGETHER.contains(&stated.before);
    if !is_sum || !label::begins(stated.after, COUNTED) || passage.kind(comma) != Some(TokenKind::Comma) {
        return None;
    }
    let pause = comma.checked_sub(1).filter(|&at| passage.kind(at) == Some(TokenKind::Pause))?;
    let last = passage.between(passage.span(pause).end, passage.span(comma).start);
    let (items, start) = row_from(passage, pause, last)?;
    let are_names = are_organs(&items) || are_places(&items);
    let is_likely = are_names && !last.ends_with('等') && is_near(stated, items.len(), 0);
    let joints = items.iter().map(|item| joints(item)).sum::<usize>();
    let span = ViewSpan { start, ..passage.span(comma) };
    let listed = Listed {
        least: items.len(),
        likely: items.len(),
        most: items.len() + joints,
        span,
        is_open_ended: false,
    };
    is_likely.then(|| statement(stated, &listed, false)).flatten()
}

/// 东陵村、西坝村、北集村: places in a row.
pub(super) fn are_places(items: &[&str]) -> bool {
    const ENDS: &[&str] = &["镇", "乡", "街道", "村", "社区", "园区", "县", "区", "市", "州", "旗"];
    items.len() >= 3 && items.iter().all(|item| search::ending(item, ENDS).is_some())
}
