//! A number of kinds in front of a total that is then given kind by kind.
//!
//! *Invariant:* the number and the total stand in one clause, so that they are of one thing.

use super::{GATHERING, Listed, may_count, statement};
use crate::claims::Statement;
use crate::claims::list::Opener;
use crate::claims::statement::{Lead, Passage};

/// 任务涉及十个专业共 2707 家 and then a part for each: as many parts as 专业.
pub fn claims(passage: &Passage<'_>, out: &mut Vec<Statement>) {
    for list in &passage.lists {
        let (Some(stated), Some(first), Some(last)) = (
            list.whole.checked_sub(1).and_then(|before| passage.mentions.get(before)),
            list.parts.first().and_then(|&part| passage.mentions.get(part)),
            list.parts.last().and_then(|&part| passage.mentions.get(part)),
        ) else {
            continue;
        };
        let Some(whole) = passage.mentions.get(list.whole) else { continue };
        let adjoins = stated.clause == whole.clause && stated.depth == whole.depth;
        let noun = stated.after.trim_end_matches("共计").trim_end_matches('共');
        let gathers = GATHERING.contains(&noun) && noun.len() < stated.after.len();
        // 33 个部门和 9 个街道共 42 个单位: a part of the total is no number of its parts.
        let is_part = stated.lead == Lead::Pause && stated.quantity.class() == whole.quantity.class();
        if adjoins
            && gathers
            && !is_part
            && may_count(stated)
            && !matches!(list.opener, Opener::Reversed | Opener::Named | Opener::Numbered)
        {
            let from = crate::source::ViewSpan { start: first.start, ..first.quantity.span };
            let span = from.join(last.quantity.span);
            let count = list.parts.len();
            out.extend(statement(
                stated,
                &Listed { least: count, likely: count, most: count, span, is_open_ended: list.is_open_ended },
                true,
            ));
        }
    }
}
