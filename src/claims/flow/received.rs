//! What came in, where that is told before what was carried over: 新收 75 件，上年结转 3 件，办结 70 件，结转下年 8 件.
//!
//! *Invariant:* where another figure stands between the two, or what came in may be part of more, it is not certain that
//! it is all.

use super::movement::Movement;
use super::verbs;
use crate::claims::cue_set::Cue;
use crate::claims::statement::{Mention, Passage};

/// What came in, where it stands before the opening in its sentence, and whether it is certain that nothing else
/// did: 新收 75 件，上年结转 3 件，办结 70 件，结转下年 8 件; or what was left over of a year before 加上年结转.
pub fn received_before<'p>(
    passage: &'p Passage<'_>,
    start: usize,
    movements: &[(Movement, &Mention<'_>)],
) -> (Option<&'p Mention<'p>>, bool) {
    let Some(opening) = passage.mentions.get(start) else { return (None, false) };
    // 共办理 98 件，其中上年结转 12 件，新收 86 件: both are told.
    let next = passage.mentions.get(start + 1);
    let are_both = next.is_some_and(|next| {
        passage.list_of(start).is_some_and(|list| list.parts.starts_with(&[start, start + 1]))
            && movements
                .first()
                .is_some_and(|(does, first)| *does == Movement::Inflow && first.token == next.token)
    });
    // 受理 286 件，其中上年结转 12 件: then it is in what came in.
    if opening.before.contains("其中") && !are_both {
        return (None, false);
    }
    let is_carried = opening.has(Cue::CarriedOver);
    if !is_carried || movements.iter().any(|(found, _)| *found == Movement::Inflow) {
        return (None, true);
    }
    let told =
        |mention: &Mention<'_>| verbs::does(None, mention).filter(|verb| verb.is_sure).map(|verb| verb.does);
    let alike: Vec<(usize, &Mention<'_>)> = passage
        .back_from(start)
        .take_while(|(_, mention)| mention.sentence == opening.sentence)
        .filter(|(_, mention)| mention.quantity.class() == opening.quantity.class() && mention.depth == 0)
        .collect();
    if alike.is_empty() {
        return (None, true);
    }
    let is_no_part = |(at, _): &&(usize, &Mention<'_>)| !passage.is_part(*at);
    let nearest = alike.iter().find(is_no_part).map(|(at, _)| *at);
    let wanted = if movements.is_empty() { Movement::Net } else { Movement::Inflow };
    let is_wanted = |(_, mention): &&(usize, &Mention<'_>)| told(mention) == Some(wanted);
    let received = alike.iter().filter(is_no_part).find(is_wanted).or_else(|| alike.iter().find(is_wanted));
    let adjoins = received.is_some_and(|(at, received)| {
        Some(*at) == nearest
            && received.segment == opening.segment
            && passage
                .mentions
                .get(at + 1..start)
                .unwrap_or_default()
                .iter()
                .all(|between| between.depth > 0 || between.quantity.class() == opening.quantity.class())
    });
    (received.map(|(_, received)| *received), adjoins)
}
