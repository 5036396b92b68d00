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
mod moment;
pub mod movement;
mod net;
mod readings;
mod received;
mod reduced;
mod renewed;
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
use super::{Statement, cues, label};
use crate::facts::year;
use doubts::{are_results, are_said_twice, goes_out, is_money_put_in, is_part_of_one, moves_untold};
use movement::{Movement, goes_as_it_comes, is_former, is_stock_of_before, movement};
use readings::{Told, Unsure};
use received::received_before;
use statement::Understood;
use verb_form::{by_direction, by_its_verb, changes_grade};

/// The statements about stock and flow in `passage`.
pub fn claims(passage: &Passage<'_>, out: &mut Vec<Statement>) {
    let mut found = Vec::new();
    stocks(passage, &mut found);
    for index in 0..passage.mentions.len() {
        found.extend(net::claim(passage, index));
        found.extend(net::claim_in_front(passage, index));
        found.extend(against::claim(passage, index));
        found.extend(against::claim_in_turn(passage, index));
        found.extend(difference::claim(passage, index));
        found.extend(subtotal::claim(passage, index));
        found.extend(batches::claim(passage, index));
    }
    out.extend(found.into_iter().filter_map(|statement| explained::settled(passage, statement)));
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
        let may_open =
            first.runs_up_with(Cue::Opening) || is_stock_of_before(first.run_up) || is_former(first.before);
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
    carried.lead == Lead::Open
        && carried.begins(Cue::Including)
        && carried.has(Cue::CarriedOver)
        && carried.quantity.class() == all.quantity.class()
        && movement(all) == Some(Movement::Inflow)
}

/// Reads the flow that the opening at `start` begins; the mention to go on with.
fn read(passage: &Passage<'_>, start: usize, out: &mut Vec<Statement>) -> usize {
    let Some(opening) = passage.mentions.get(start) else { return start };
    let spans_sentences =
        label::has(opening.run_up, &["年初", "期初", "上年末", "上年底", "去年底", "年末", "年底"])
            || label::has(opening.run_up, cues::CARRIED_OVER)
            || is_stock_of_before(opening.run_up);
    let mut movements: Vec<(Movement, &Mention<'_>)> = Vec::new();
    let mut all_told = true;
    // The figures of which nothing tells what they do, each with the number of movements before it.
    let mut unknown: Vec<(usize, &Mention<'_>)> = Vec::new();
    // Those of which words tell it, but not for sure.
    let mut unsure: Vec<Unsure<'_, '_>> = Vec::new();
    for index in start + 1..passage.mentions.len() {
        let Some(mention) = passage.mentions.get(index) else { break };
        let too_far = if spans_sentences {
            mention.sentence > opening.sentence + 3
        } else {
            mention.sentence != opening.sentence
        };
        if too_far {
            return index;
        }
        if mention.depth > 0 || mention.quantity.class() != opening.quantity.class() {
            continue;
        }
        if subtotal::adds_what_was_before(passage, start, index) {
            return index;
        }
        // 由新设的 3 个增至 5 个: a change of some of the stock is no movement of it.
        let neighbours = [index, index.saturating_sub(1)].map(|from| passage.mentions.get(from..from + 2));
        if neighbours.iter().flatten().any(|pair| matches!(pair, [from, to] if change::is_change(from, to))) {
            continue;
        }
        let left = left::is_left(passage, index, opening);
        let is_moved = !movements.is_empty() || !unsure.is_empty();
        let verb = if left.is_some() { None } else { verbs::does(Some(opening), mention) };
        let does = match left {
            Some(_) => Some(Movement::Closing),
            None if converted::leaves(passage, index, opening) => Some(Movement::Outflow),
            None if is_moved && turn::is_left(passage, index) => Some(Movement::Closing),
            None => verb
                .filter(|verb| verb.is_sure)
                .map(|verb| verb.does)
                .or_else(|| by_direction(mention).filter(|_| verb.is_none()))
                .or_else(|| undone::done_with(opening, mention)),
        };
        // 办结 29 件，其中保留原判 12 件: a part closes nothing, whatever its words.
        if is_part_of_one(passage, index, does, &movements) || subtotal::parts(passage, index).is_some() {
            continue;
        }
        match does {
            Some(Movement::Opening) => return index,
            Some(Movement::Closing) => {
                // 予以公开 121 件，部分公开 32 件，不予公开 28 件: results of what was done take it out.
                let mut has_all_results = true;
                if let Some(is_complete) = are_results(&unknown, &movements) {
                    has_all_results = is_complete;
                    let results = unknown.drain(..).rev();
                    results.for_each(|(at, result)| movements.insert(at, (Movement::Outflow, result)));
                    all_told = false;
                }
                let (received, is_all) = received_before(passage, start, &movements);
                let certainty = left.map_or(Understood::Told, |left| left.understood(&movements));
                let is_certain = is_all
                    && has_all_results
                    && certainty != Understood::Partly
                    && !are_said_twice(&movements)
                    && (!is_money_put_in(&movements) || goes_out(&unsure))
                    && !moves_untold(passage, start + 1..index + 1);
                all_told &= certainty == Understood::Told;
                let shift = usize::from(received.is_some());
                unknown.iter_mut().for_each(|(at, _)| *at += shift);
                unsure.iter_mut().for_each(|figure| figure.at += shift);
                movements.splice(0..0, received.map(|received| (Movement::Inflow, received)));
                let all = Told { opening, movements: &movements, closing: mention };
                if let ([only], true) =
                    (unknown.as_slice(), is_certain && left.is_none() && unsure.is_empty())
                    && let Some(found) = all.right_with(*only).or_else(|| all.with_unknown(*only))
                {
                    out.push(found);
                } else if !movements.is_empty()
                    || unsure.iter().any(|figure| figure.does != Movement::Neutral)
                {
                    let understood = match (is_certain && unknown.is_empty(), all_told) {
                        (true, true) => Understood::Told,
                        // 年初 23 个，新开工 12 个，竣工 9 个，调出名录 3 个，目前 26 个: right without what is unsure.
                        (true, false) if all.holds_without_what_is_unsure() => Understood::Partly,
                        (true, false) => Understood::Likely,
                        (false, _) => Understood::Partly,
                    };
                    let found = all.with_unsure(&unsure, understood);
                    // What stands in the row and is told by no word is not dropped in silence.
                    let is_dropped = unknown
                        .iter()
                        .any(|(_, figure)| converted::in_row(figure) && !goes_as_it_comes(figure.before));
                    out.push(if is_dropped { statement::left_open(found) } else { found });
                }
                return index + 1;
            }
            // 新录用 12 名，退休 5 名，净增 7 名: the net is what these make, and no movement beside them.
            Some(Movement::Net) => {
                if movements.is_empty() && mention.before.contains('净') {
                    movements.push((Movement::Inflow, mention));
                }
            }
            Some(found) => movements.push((found, mention)),
            None if renewed::renews(passage, index, opening) => movements.push((Movement::Neutral, mention)),
            None if changes_grade(mention) => {
                unsure.push(Unsure { does: Movement::Neutral, at: movements.len(), mention });
            }
            None if let Some(verb) = verb => {
                unsure.push(Unsure { does: verb.does, at: movements.len(), mention });
            }
            None => match by_its_verb(mention) {
                Some(likely) => {
                    movements.push((likely, mention));
                    all_told &= likely == Movement::Neutral;
                }
                None => unknown.push((movements.len(), mention)),
            },
        }
    }
    passage.mentions.len()
}
