//! A stock after its changes that the same paragraph also names by itself.
//!
//! 权责清单共 350 项，其中行政许可 16 项 … 行政许可原有 27 项，调整后行政许可共 16 项.
//!
//! *Invariant:* the figure and the stock bear the same name and the same unit.

use super::conclude;
use crate::claims::cue_set::{Cue, CueSet};
use crate::claims::label::label;
use crate::claims::statement::{Mention, Passage, REACH};
use crate::claims::{Operand, Statement};
use crate::facts::Precision;
use crate::review::ClaimKind;
use crate::search;

/// The restatements of `passage`, whose statements are `known`.
pub fn claims(passage: &Passage<'_>, known: &[Statement]) -> Vec<Statement> {
    let mut out = Vec::new();
    for flow in known.iter().filter(|statement| statement.kind == ClaimKind::Flow) {
        let (Some(opening), Some(closing)) = (flow.operands.first(), flow.operands.last()) else { continue };
        let subject = opening.label.as_str();
        // 复议 14 件，上年结转 3 件 … 信访 47 件，上年结转 5 件: that it was carried over does not say what it is.
        let cues = CueSet::of(subject);
        if search::length(subject) < 2 || cues.holds(Cue::Opening) || cues.holds(Cue::CarriedOver) {
            continue;
        }
        let part = nearby(passage, flow).find(|mention| {
            !mention.quantity.span.overlaps(flow.span)
                && mention.quantity.precision == Precision::Exact
                && label(mention) == subject
                && mention.quantity.unit() == closing.unit
        });
        if let Some(part) = part {
            let value = part.quantity.value;
            let shown = (value.to_string(), closing.value.to_string());
            let operands = vec![Operand::of("first", part), Operand { role: "again", ..closing.clone() }];
            out.push(conclude(value == closing.value, shown, operands, value, closing.value, true));
        }
    }
    out
}

/// The figures of `passage` around `flow`, as far as a statement reaches.
fn nearby<'p, 'a>(passage: &'p Passage<'a>, flow: &Statement) -> impl Iterator<Item = &'p Mention<'a>> {
    let at = passage.index_at(flow.span.start);
    passage.mentions.iter().skip(at.saturating_sub(REACH)).take(2 * REACH)
}
