//! What came in, where that is told before what was carried over: 新收 75 件，上年结转 3 件，办结 70 件，结转下年 8 件.
//!
//! *Invariant:* where another figure stands between the two, or what came in may be part of more, it is not certain that
//! it is all.

use super::movement::{Movement, is_new_behind};
use super::verbs;
use crate::claims::cue_set::Cue;
use crate::claims::cues;
use crate::claims::label;
use crate::claims::statement::{Mention, Passage};
use crate::search;

/// Words that put what was carried over on top of what came in.
const ON_TOP: &[&str] = &["连同", "加上", "加之", "算上", "再加"];

/// 受理 1137 件。连同上年结转的 118 件，审结 1124 件: what was carried over is told on top of what came in, and that is the last
/// such figure since the sentence before. It is certain where no other came in, and where none of what came in was turned away
/// unless it tells of what was accepted.
fn came_in_before<'p>(
    passage: &'p Passage<'_>,
    start: usize,
    opening: &Mention<'_>,
) -> (Option<&'p Mention<'p>>, bool) {
    const ACCEPTED: &[&str] = &["受理", "立案"];
    const ARRIVED: &[&str] = &["收到", "接到", "接收", "收件", "接件", "提出"];
    let is_alike = |mention: &Mention<'_>| {
        mention.depth == 0
            && mention.quantity.class() == opening.quantity.class()
            && !mention.has(Cue::AgainstLastYear)
    };
    let mut row = passage
        .back_from(start)
        .take_while(|(_, mention)| mention.sentence + 1 >= opening.sentence)
        .filter(|(at, mention)| is_alike(mention) && stands_alone(passage, start, *at))
        .map(|(_, mention)| mention);
    let is_accepted = |words: &str| {
        let ahead = search::ending(words, ACCEPTED).and_then(|verb| words.strip_suffix(verb));
        ahead.is_some_and(|ahead| !label::ends_in_denial(ahead))
    };
    let came = |words: &str| {
        search::each_of(words, cues::CAME_IN)
            .any(|(at, _)| words.get(..at).is_some_and(|ahead| !label::ends_in_denial(ahead)))
    };
    let mut is_next = true;
    let mut has_gone = false;
    let received = row.by_ref().find(|mention| {
        let does = if came(mention.before) { Some(Movement::Inflow) } else { told(mention) };
        has_gone |= does == Some(Movement::Outflow);
        is_next &= does == Some(Movement::Inflow);
        does == Some(Movement::Inflow)
    });
    let is_accepted = received.is_some_and(|received| is_accepted(received.before) && !has_gone);
    // 收到申请 1286 件，受理 1137 件: what was accepted is some of what arrived.
    let is_only = !row.any(|other| {
        told(other) == Some(Movement::Inflow) && !(is_accepted && label::has(other.before, ARRIVED))
    });
    (received, received.is_some() && is_only && (is_next || is_accepted))
}

/// Whether the figure at `at` is no part of a list, or of none but the sum of it and of what was carried over at `start`: 新收 412 件加上
/// 上年结转 46 件，共 458 件.
fn stands_alone(passage: &Passage<'_>, start: usize, at: usize) -> bool {
    passage.list_of(at).is_none_or(|list| list.whole > start && list.parts.contains(&start))
}

/// What `mention` surely does to a stock.
fn told(mention: &Mention<'_>) -> Option<Movement> {
    let verb = verbs::does(None, mention).filter(|verb| verb.is_sure).map(|verb| verb.does);
    verb.or_else(|| is_new_behind(mention).then_some(Movement::Inflow))
}

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
    if let Some(new) = new_beside(passage, start, movements) {
        return (Some(new), true);
    }
    let is_on_top = label::begins(opening.before, ON_TOP);
    let is_carried = opening.has(Cue::CarriedOver) || is_on_top;
    if !is_carried || movements.iter().any(|(found, _)| *found == Movement::Inflow) {
        return (None, true);
    }
    let alike: Vec<(usize, &Mention<'_>)> = passage
        .back_from(start)
        .take_while(|(_, mention)| mention.sentence == opening.sentence)
        .filter(|(_, mention)| mention.quantity.class() == opening.quantity.class() && mention.depth == 0)
        .collect();
    if is_on_top && (alike.is_empty() || !movements.is_empty()) {
        return came_in_before(passage, start, opening);
    }
    if alike.is_empty() {
        return (None, true);
    }
    let is_no_part = |(at, _): &&(usize, &Mention<'_>)| stands_alone(passage, start, *at);
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

/// 受理 100 件，其中新收 90 件、旧存 10 件: what came in of the whole of which what was carried over at `start` is the other part.
fn new_beside<'p>(
    passage: &'p Passage<'_>,
    start: usize,
    movements: &[(Movement, &Mention<'_>)],
) -> Option<&'p Mention<'p>> {
    const NEW: &[&str] = &["新", "当年", "本年", "今年"];
    let at = start.checked_sub(1)?;
    let new = passage.mentions.get(at)?;
    let list = passage.list_of(start)?;
    let is_beside = list.parts == [at, start] && list.whole < at;
    let is_new =
        label::begins(new.before.trim_start_matches("其中"), NEW) || told(new) == Some(Movement::Inflow);
    let has_come_in = movements.iter().any(|(does, _)| *does == Movement::Inflow);
    (is_beside && is_new && !has_come_in).then_some(new)
}
