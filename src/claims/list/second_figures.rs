//! Parts whose second figures alone count as the whole does: 队伍成员 2680 人，其中县级 1 支 62 人、乡镇 14 支 476 人、村级 216 支 2142 人.
//!
//! *Invariant:* every part has both figures, the second right behind the first and without a word of its own.

use super::among;
use super::{List, Opener, ends_openly};
use crate::claims::statement::{Lead, Mention, Passage};

/// The fewest parts that show the form.
const FEWEST: usize = 2;

/// The list whose first part has its first figure at `index`.
pub fn list_at(passage: &Passage<'_>, index: usize) -> Option<List> {
    let whole = index.checked_sub(1)?;
    let (stated, first) = (passage.mentions.get(whole)?, passage.mentions.get(index)?);
    let class = stated.quantity.class()?;
    // 案件 46 件 58 人，其中甲 12 件 14 人: where the whole has both figures, so has each row.
    let has_both = whole.checked_sub(1).and_then(|at| passage.mentions.get(at)).is_some_and(|ahead| {
        ahead.sentence == stated.sentence && ahead.quantity.class() == first.quantity.class()
    });
    let is_opened = !has_both
        && among::opens(first)
        && stated.quantity.is_amount()
        && stated.sentence == first.sentence
        && stated.depth == first.depth
        && first.quantity.class() != Some(class);
    if !is_opened {
        return None;
    }
    let (mut names, mut parts) = (Vec::new(), Vec::new());
    let mut at = index;
    while let Some([name, part]) = passage.mentions.get(at..at + 2) {
        let goes_on = at == index
            || matches!(name.lead, Lead::Pause | Lead::Comma | Lead::Semicolon) && !name.before.is_empty();
        if !goes_on || name.sentence != first.sentence || name.quantity.class() != first.quantity.class() {
            break;
        }
        if !is_second(name, part) || part.quantity.class() != Some(class) {
            return None;
        }
        names.push(at);
        parts.push(at + 1);
        at += 2;
    }
    let &last = parts.last().filter(|_| parts.len() >= FEWEST)?;
    Some(List {
        whole,
        others: Vec::new(),
        is_distant: false,
        is_open_ended: ends_openly(passage, last),
        parts,
        names,
        rows: Vec::new(),
        opener: Opener::Among,
    })
}

/// Whether `part` is the second figure of what `name` counts.
fn is_second(name: &Mention<'_>, part: &Mention<'_>) -> bool {
    part.lead == Lead::Nothing
        && part.before.is_empty()
        && part.quantity.is_amount()
        && name.quantity.span.end == part.quantity.span.start
}
