//! Rows with a figure more than the words show, where they are all of their whole only so.
//!
//! *Invariant:* the figures added stand right beside the row, and make the whole exactly.

use crate::claims::cue_set::Cue;
use crate::claims::judge::{self, Sum};
use crate::claims::list::List;
use crate::claims::statement::{Lead, Mention, Passage};

/// 幼儿园 97 所，在园 18420 人；高中 5 所、中职 2 所，在校 9862 人: the parts with those that a pause joins to one of them, where they are less
/// than the whole without these and make it exactly with them.
pub fn with_what_stands_beside<'p, 'a>(
    passage: &'p Passage<'a>,
    whole: &Mention<'_>,
    list: &List,
    sum: Sum,
) -> Option<Vec<&'p Mention<'a>>> {
    let is_short = matches!(sum, Sum::Off { excess, .. } if excess.is_negative());
    let segment = |at: Option<&usize>| Some(passage.mentions.get(*at?)?.segment);
    let spans_segments = segment(list.parts.first()) != segment(list.parts.last());
    if !is_short || !spans_segments {
        return None;
    }
    let beside = |at: usize| {
        let (part, next) = (passage.mentions.get(at)?, passage.mentions.get(at + 1)?);
        let is_joined = next.lead == Lead::Pause
            && next.clause == part.clause
            && next.depth == part.depth
            && next.quantity.class() == part.quantity.class()
            && !list.parts.contains(&(at + 1));
        is_joined.then_some(next)
    };
    let all: Vec<&Mention<'_>> =
        list.parts.iter().flat_map(|&at| [passage.mentions.get(at), beside(at)]).flatten().collect();
    let terms: Vec<_> = all.iter().map(|part| (1, part.quantity)).collect();
    (all.len() > list.parts.len() && judge::adds_up(&terms, whole.quantity) == Sum::Meets).then_some(all)
}

/// 结果为满意 312 人、基本满意 20 人，弃权 8 人: the parts and the figure of the clause behind them, where they are less than the
/// whole without it and make it exactly with it.
pub fn with_the_next<'p, 'a>(
    passage: &'p Passage<'a>,
    whole: &Mention<'_>,
    list: &List,
    parts: &[&'p Mention<'a>],
    sum: Sum,
) -> Option<Vec<&'p Mention<'a>>> {
    let (last, next) = (list.parts.last()?, passage.mentions.get(list.parts.last()? + 1)?);
    let last = passage.mentions.get(*last)?;
    let is_short = matches!(sum, Sum::Off { excess, .. } if excess.is_negative());
    let follows = next.lead == Lead::Comma
        && next.segment == last.segment
        && next.bracket == last.bracket
        && next.clause == last.clause + 1
        && !next.begins(Cue::NewStatement)
        && next.quantity.class() == last.quantity.class();
    if !is_short || !follows {
        return None;
    }
    let all: Vec<&Mention<'_>> = parts.iter().copied().chain([next]).collect();
    let terms: Vec<_> = all.iter().map(|part| (1, part.quantity)).collect();
    (judge::adds_up(&terms, whole.quantity) == Sum::Meets).then_some(all)
}
