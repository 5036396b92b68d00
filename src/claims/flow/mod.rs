//! Stock and flow: opening + what came in − what went out = closing.
//!
//! 修改, 更名 and 调整依据 change no number of things; they are actions, not movements.
//!
//! *Invariant:* a flow needs a written opening and a written closing of one measure word, with a
//! movement (or a mere 修改) named between them.

mod against;
pub mod answered;
mod batches;
mod change;
mod cleared;
mod converted;
mod difference;
mod doubts;
mod entered;
mod explained;
mod left;
mod merged;
mod moment;
pub mod movement;
mod net;
mod opening_behind;
mod read;
mod readings;
mod received;
mod reduced;
mod renewed;
mod so_far;
mod statement;
mod subtotal;
mod turn;
mod undone;
mod verb_behind;
pub mod verb_form;
mod verbs;

pub use against::{is_one_of_several, movement_of};

use super::cue_set::Cue;
use super::rate::share_two_characters;
use super::statement::{Lead, Mention, Passage};
use super::{Statement, label};
use crate::facts::year;
use crate::review::{ClaimKind, Status};
use movement::{Movement, is_told_of_before, movement};
use read::read;

/// The statements about stock and flow in `passage`.
pub fn claims(passage: &Passage<'_>, out: &mut Vec<Statement>) {
    let mut found = Vec::new();
    stocks(passage, &mut found);
    let comes_in_batches = passage.cues.holds(Cue::FirstBatch);
    for index in 0..passage.mentions.len() {
        keep(&mut found, net::claim(passage, index));
        keep(&mut found, net::claim_in_front(passage, index));
        keep(&mut found, against::claim(passage, index));
        keep(&mut found, against::claim_in_turn(passage, index));
        keep(&mut found, difference::claim(passage, index));
        keep(&mut found, subtotal::claim(passage, index));
        if comes_in_batches {
            keep(&mut found, batches::claim(passage, index));
        }
        keep(&mut found, so_far::claim(passage, index));
        keep(&mut found, so_far::claim_in_front(passage, index));
        keep(&mut found, opening_behind::claim(passage, index));
    }
    let flows: Vec<Statement> =
        found.into_iter().filter_map(|statement| explained::settled(passage, statement)).collect();
    out.retain(|known| !flows.iter().any(|flow| says_as_much(known, flow)));
    out.extend(flows);
}

/// 截至上年末累计培养 1600 名，今年新培养 560 名，累计培养 2140 名: whether `known` is a broken sum of no figures but those of `flow`, so that the
/// same fault would be told twice.
fn says_as_much(known: &Statement, flow: &Statement) -> bool {
    known.kind == ClaimKind::Total
        && known.status == Status::Broken
        && flow.status == Status::Broken
        && known.operands.iter().all(|one| flow.operands.iter().any(|other| other.span == one.span))
}

/// Adds to `out` what was `found`, mostly nothing: an `extend` makes room first, and moves it to see.
fn keep(out: &mut Vec<Statement>, found: Option<Statement>) {
    if let Some(found) = found {
        out.push(found);
    }
}

/// Those with a stock before and a stock after.
fn stocks(passage: &Passage<'_>, out: &mut Vec<Statement>) {
    let mut start = 0;
    while let Some(first) = passage.mentions.get(start) {
        if let Some((found, next)) = change::claim(passage, start).or_else(|| reduced::claim(passage, start))
        {
            out.push(found);
            start = next.max(start + 1);
            continue;
        }
        // Few figures open a flow: one look for the cue spares the full reading of the others.
        let may_open = first.runs_up_with(Cue::Opening) || is_told_of_before(first);
        // 去年未完成的 3 项任务今年全部办结: what was all done is no stock any more.
        let is_gone = || label::has(first.after, &["全部", "均已", "已全"]);
        let opens = (may_open && movement(first) == Some(Movement::Opening) && !is_gone())
            || opens_by_year(passage, start)
            || entered::opens(passage, start)
            || holds_what_was_carried(passage, start);
        if opens && let Some((found, next)) = verb_behind::claim(passage, start) {
            out.push(found);
            start = next;
            continue;
        }
        let next = if opens { read(passage, start, out) } else { cleared::claim(passage, start, out) };
        start = next.max(start + 1);
    }
}

/// 2023年末有 312 名 … 2024年末共有 319 名: the end of one year is the beginning of the next.
fn opens_by_year(passage: &Passage<'_>, start: usize) -> bool {
    let ends = |mention: &Mention<'_>| {
        mention.runs_up_with(Cue::YearEnd).then(|| year::last(mention.run_up)).flatten()
    };
    let Some(first) = passage.mentions.get(start) else { return false };
    ends(first).is_some_and(|year| {
        let (mut came, mut went) = (false, false);
        passage
            .ahead_from(start + 1)
            .take(12)
            .take_while(|(_, next)| next.sentence <= first.sentence + 2)
            // 2021年底有律师 86 人。2022年新增 9 人。2022年底有公证员 12 人: two sentences on it must be of the same.
            .filter(|(_, next)| {
                next.sentence <= first.sentence + 1
                    || ends(next).is_none()
                    || share_two_characters(behind_the_time(next), behind_the_time(first))
            })
            .filter(|(_, next)| next.depth == 0 && next.quantity.class() == first.quantity.class())
            .any(|(_, next)| {
                let does = verbs::does(Some(first), next).map(|verb| verb.does);
                came |= does == Some(Movement::Inflow);
                went |= does == Some(Movement::Outflow);
                // 2023年末 126 名，新录用 17 名，退休 9 名，年末 134 名: between two stocks of one year nothing moves.
                let is_another = || came && went && year::last(next.run_up).is_none();
                ends(next) == Some(year + 1) || (does == Some(Movement::Closing) && is_another())
            })
    })
}

/// What the words of `mention` say behind 年底 or 年末.
fn behind_the_time<'a>(mention: &Mention<'a>) -> &'a str {
    mention.before.rsplit(['底', '末']).next().unwrap_or("")
}

/// 共收到 78 件（含上年结转 3 件）: what came in and what was carried over are one figure.
fn holds_what_was_carried(passage: &Passage<'_>, start: usize) -> bool {
    let (Some(all), Some(carried)) = (passage.mentions.get(start), passage.mentions.get(start + 1)) else {
        return false;
    };
    // 办理 86 件（上年结转 12 件、新收 74 件）: both are told, or the one is said to be in the other.
    let is_with_new = || passage.mentions.get(start + 2).is_some_and(|new| new.before.starts_with('新'));
    let is_in_it = carried.begins(Cue::Including) || carried.before.starts_with("上年") && is_with_new();
    // What is dealt with may be all there was, where some of it was carried over.
    let may_be_all = || all.before.starts_with("办理") || label::has(all.before, &["应办", "应审"]);
    carried.lead == Lead::Open
        && is_in_it
        && carried.has(Cue::CarriedOver)
        && carried.quantity.class() == all.quantity.class()
        && (movement(all) == Some(Movement::Inflow) || may_be_all())
}
