//! Stock and flow: opening + what came in − what went out = closing.
//!
//! 修改, 更名 and 调整依据 change no number of things; they are actions, not movements.
//!
//! *Invariant:* a flow needs a written opening and a written closing of one measure word, with a
//! movement (or a mere 修改) named between them.

mod change;
mod moment;
pub mod movement;
mod net;
mod statement;

use std::ops::Range;

use super::cue_set::{Cue, CueSet};
use super::list::Opener;
use super::statement::{Lead, Mention, Passage};
use super::{Statement, cues, kinds, label};
use crate::facts::year;
use crate::review::Status;
use crate::search::Words;
use movement::{Movement, by_direction, by_its_verb, is_former, is_stock_of_before, movement};
use statement::{Understood, statement};

/// The statements about stock and flow in `passage`.
pub fn claims(passage: &Passage<'_>, out: &mut Vec<Statement>) {
    let mut start = 0;
    while let Some(first) = passage.mentions.get(start) {
        if let Some((found, next)) = change::claim(passage, start) {
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
            || holds_what_was_carried(passage, start);
        let next = if opens { read(passage, start, out) } else { cut(passage, start, out) };
        start = next.max(start + 1);
    }
    out.extend((0..passage.mentions.len()).filter_map(|index| net::claim(passage, index)));
}

/// 2023年末有 312 名 … 2024年末共有 319 名: the end of one year is the beginning of the next.
fn opens_by_year(passage: &Passage<'_>, start: usize) -> bool {
    let ends = |mention: &Mention<'_>| {
        mention.runs_up_with(Cue::YearEnd).then(|| year::last(mention.run_up)).flatten()
    };
    let Some(first) = passage.mentions.get(start) else { return false };
    ends(first).is_some_and(|year| {
        passage
            .ahead_from(start + 1)
            .take(12)
            .take_while(|(_, next)| next.sentence <= first.sentence + 1)
            .any(|(_, next)| next.quantity.class() == first.quantity.class() && ends(next) == Some(year + 1))
    })
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
        let does = movement(mention).or_else(|| by_direction(mention));
        // 办结 29 件，其中保留原判 12 件: a part closes nothing, whatever its words.
        if is_part_of_one(passage, index, does, &movements) {
            continue;
        }
        match does {
            Some(Movement::Opening) => return index,
            Some(Movement::Closing) => {
                let (received, is_all) = received_before(passage, start, &movements);
                let is_certain =
                    is_all && !are_said_twice(&movements) && !moves_untold(passage, start + 1..index + 1);
                unknown.iter_mut().for_each(|(at, _)| *at += usize::from(received.is_some()));
                movements.splice(0..0, received.map(|received| (Movement::Inflow, received)));
                if let ([only], true) = (unknown.as_slice(), is_certain)
                    && let Some(found) = with_unknown(opening, &movements, *only, mention)
                {
                    out.push(found);
                } else if !movements.is_empty() {
                    let understood = match (is_certain && unknown.is_empty(), all_told) {
                        (true, true) => Understood::Told,
                        // 年初 23 个，新开工 12 个，竣工 9 个，调出名录 3 个，目前 26 个: right without what is unsure.
                        (true, false) if holds_without(opening, &movements, mention) => Understood::Partly,
                        (true, false) => Understood::Likely,
                        (false, _) => Understood::Partly,
                    };
                    out.push(statement(Some(opening), &movements, mention, understood));
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

/// 年初 326 人，入矫 187 人，解矫 172 人，另案处理 5 人，年末 363 人: where the one figure that no word explains makes the stock
/// right neither as coming in nor as going out nor left aside, and a slip of the pen explains it in one of these ways.
fn with_unknown(
    opening: &Mention<'_>,
    movements: &[(Movement, &Mention<'_>)],
    (at, unknown): (usize, &Mention<'_>),
    closing: &Mention<'_>,
) -> Option<Statement> {
    if movements.is_empty() || holds_without(opening, movements, closing) {
        return None;
    }
    let readings = [Movement::Inflow, Movement::Outflow].map(|does| {
        let mut all = movements.to_vec();
        all.insert(at.min(all.len()), (does, unknown));
        statement(Some(opening), &all, closing, Understood::Likely)
    });
    let is = |status: Status| readings.iter().filter(move |reading| reading.status == status);
    let aside = statement(Some(opening), movements, closing, Understood::Likely);
    let mut broken = is(Status::Broken);
    let found = broken.next().filter(|_| is(Status::Holds).next().is_none())?;
    (broken.next().is_none() && aside.status != Status::Broken).then(|| found.clone())
}

/// 治理销号 52 处，部分因汛期新增，年末 118 处: whether a clause between the figures in `range` tells of a movement and not of how
/// many.
fn moves_untold(passage: &Passage<'_>, range: Range<usize>) -> bool {
    passage.mentions.get(range).unwrap_or_default().iter().any(|mention| {
        let told = mention.run_up.strip_suffix(mention.before).unwrap_or("");
        // What stands before the first mark is of the figure before.
        told.split(['，', '；']).skip(1).any(|clause| {
            let cues = CueSet::of(clause);
            cues.holds(Cue::Inflow) || cues.holds(Cue::Outflow)
        })
    })
}

/// Whether the stock is right when only those `movements` count of which cue words tell what they do.
fn holds_without(
    opening: &Mention<'_>,
    movements: &[(Movement, &Mention<'_>)],
    closing: &Mention<'_>,
) -> bool {
    let told: Vec<_> = movements.iter().filter(|(_, moved)| movement(moved).is_some()).copied().collect();
    statement(Some(opening), &told, closing, Understood::Told).status == Status::Holds
}

/// 答复 12 件，办结 84 件: what was done may be told at two stages, and only one of them counts.
fn are_said_twice(movements: &[(Movement, &Mention<'_>)]) -> bool {
    let is_done = |words: &str| label::has(words, cues::DONE) || label::has(words, &["答复", "办复", "办理"]);
    movements.iter().filter(|(found, done)| *found == Movement::Outflow && is_done(done.before)).count() > 1
}

/// Whether the figure at `index` is part of one of `movements` and moves nothing of its own: 办结 70 件，其中调解结案
/// 20 件. Parts of 共调整 are the movements themselves.
fn is_part_of_one(
    passage: &Passage<'_>,
    index: usize,
    does: Option<Movement>,
    movements: &[(Movement, &Mention<'_>)],
) -> bool {
    let Some(list) = passage.list_of(index) else {
        return passage.mentions.get(index).is_some_and(|mention| mention.before.starts_with("其中"))
            && movements.last().is_some_and(|(found, _)| *found != Movement::Neutral);
    };
    let is_told = does.is_none()
        || matches!(list.opener, Opener::Among | Opener::Colon | Opener::Partition | Opener::Sorted);
    let whole = passage.mentions.get(list.whole).map(|whole| whole.token);
    // 其中结转办结 3 件，撤回 2 件: what a comma parts may be no part any more.
    let is_joined = passage.mentions.get(index).is_some_and(|part| part.lead != Lead::Comma)
        || list.parts.first() == Some(&index);
    is_told
        && is_joined
        && movements.iter().any(|(found, mention)| {
            matches!(found, Movement::Inflow | Movement::Outflow) && Some(mention.token) == whole
        })
}

/// What came in, where it stands before the opening in its sentence, and whether it is certain that nothing else
/// did: 新收 75 件，上年结转 3 件，办结 70 件，结转下年 8 件; or what was left over of a year before 加上年结转.
fn received_before<'p>(
    passage: &'p Passage<'_>,
    start: usize,
    movements: &[(Movement, &Mention<'_>)],
) -> (Option<&'p Mention<'p>>, bool) {
    let Some(opening) = passage.mentions.get(start) else { return (None, false) };
    // 受理 286 件，其中上年结转 12 件: then it is in what came in.
    if opening.before.contains("其中") {
        return (None, false);
    }
    let is_carried = opening.has(Cue::CarriedOver);
    if !is_carried || movements.iter().any(|(found, _)| *found == Movement::Inflow) {
        return (None, true);
    }
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
    let is_wanted = |(_, mention): &&(usize, &Mention<'_>)| movement(mention) == Some(wanted);
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

/// 共 262 项，取消 71 项，保留 201 项: what is cut and what is kept are all there was.
fn cut(passage: &Passage<'_>, start: usize, out: &mut Vec<Statement>) -> usize {
    let (Some(stock), Some(gone), Some(kept)) =
        (passage.mentions.get(start), passage.mentions.get(start + 1), passage.mentions.get(start + 2))
    else {
        return start;
    };
    const CUT: Words = Words::of(&[
        "取消", "废止", "核减", "删除", "压减", "精简", "清退", "注销", "关停", "淘汰", "合并", "整合",
        "退出",
    ]);
    const KEPT: &[&str] = &["保留", "继续保留", "现保留", "继续有效", "留用", "续聘"];
    let cuts = CUT.beginning(gone.before).is_some() && label::begins(kept.before, KEPT);
    if !cuts {
        return start;
    }
    let is_stock =
        label::has(stock.before, &["共", "涉及", "现有", "清理", "梳理", "原"]) && stock.quantity.is_amount();
    let is_one_clause_row = [gone, kept].iter().all(|part| {
        part.sentence == stock.sentence
            && part.segment == stock.segment
            && part.depth == stock.depth
            && part.quantity.class() == stock.quantity.class()
            && matches!(part.lead, Lead::Comma | Lead::Pause)
    });
    let is_last = || {
        passage.mentions.get(start + 3).is_none_or(|next| {
            next.segment != stock.segment
                || next.quantity.class() != stock.quantity.class()
                || movement(next).is_none()
        })
    };
    if !(is_stock && is_one_clause_row && is_last()) {
        return start;
    }
    // 清理 262 件，废止 71 件，保留 201 件: results of one set are read as the parts of the whole already.
    let is_said = passage.list_of(start + 1).is_some_and(|list| {
        list.whole == start
            && list.parts == [start + 1, start + 2]
            && kinds::are_complete(&[label::label(gone), label::label(kept)])
    });
    if !is_said {
        out.push(statement(Some(stock), &[(Movement::Outflow, gone)], kept, Understood::Told));
    }
    start + 3
}
