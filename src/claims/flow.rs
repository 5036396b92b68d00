//! Stock and flow: opening + what came in − what went out = closing.
//!
//! 修改, 更名 and 调整依据 change no number of things; they are actions, not movements.
//!
//! *Invariant:* a flow needs a written opening and a written closing of one measure word, with a
//! movement (or a mere 修改) named between them.

use super::cues;
use super::judge::{self, Sum};
use super::label;
use super::notes;
use super::statement::{Lead, Mention, Passage};
use super::{Claim, Fault, Operand, Reason, Statement};
use crate::facts::year;
use crate::lang::Text;
use crate::review::{ClaimKind, Status};
use crate::search::last_of;

/// What a figure does to the stock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Movement {
    Opening,
    Inflow,
    Outflow,
    /// An action that leaves the number as it is.
    Neutral,
    Closing,
}

/// The statements about stock and flow in `passage`.
pub fn claims(passage: &Passage<'_>, out: &mut Vec<Statement>) {
    let mut start = 0;
    while let Some(first) = passage.mentions.get(start) {
        // Few figures open a flow: one look for the cue spares the full reading of the others.
        let opens = (label::has(first.run_up, cues::OPENING) && movement(first) == Some(Movement::Opening))
            || opens_by_year(passage, start);
        let next = if opens { read(passage, start, out) } else { cut(passage, start, out) };
        start = next.max(start + 1);
    }
}

/// 2023年末有 312 名 … 2024年末共有 319 名: the end of one year is the beginning of the next.
fn opens_by_year(passage: &Passage<'_>, start: usize) -> bool {
    const YEAR_END: &[&str] = &["年末", "年底"];
    let ends = |mention: &Mention<'_>| {
        label::has(mention.run_up, YEAR_END).then(|| year::last(mention.run_up)).flatten()
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

fn movement(mention: &Mention<'_>) -> Option<Movement> {
    // 2023年初，现行有效文件 86 件: the cue may stand in a clause of its own.
    movement_in(mention, mention.before).or_else(|| movement_in(mention, mention.run_up))
}

fn movement_in(mention: &Mention<'_>, words: &str) -> Option<Movement> {
    if !mention.quantity.is_amount() || mention.depth > 0 || label::has(words, cues::ELSEWHERE) {
        return None;
    }
    // 承接上级下放 15 项 comes in, whatever it was for those above.
    if label::has(words, &["承接", "接收"]) {
        return Some(Movement::Inflow);
    }
    // The cue nearest to the figure counts, of two that end together the longer: 年初原有 opens,
    // 年底新增 comes in, 上年未结 is not 未结.
    [
        (Movement::Neutral, last_of(words, cues::NEUTRAL)),
        (Movement::Closing, last_of(words, cues::CLOSING)),
        (Movement::Opening, last_of(words, cues::OPENING)),
        (Movement::Outflow, last_of(words, cues::OUTFLOW)),
        (Movement::Inflow, last_of(words, cues::INFLOW)),
    ]
    .into_iter()
    .filter_map(|(movement, at)| Some((movement, at?)))
    .max_by_key(|(_, at)| *at)
    .map(|(movement, _)| movement)
}

/// Reads the flow that the opening at `start` begins; the mention to go on with.
fn read(passage: &Passage<'_>, start: usize, out: &mut Vec<Statement>) -> usize {
    let Some(opening) = passage.mentions.get(start) else { return start };
    let spans_sentences =
        label::has(opening.run_up, &["年初", "期初", "上年末", "上年底", "去年底", "年末", "年底"]);
    let mut movements: Vec<(Movement, &Mention<'_>)> = Vec::new();
    let mut all_understood = true;
    for index in start + 1..passage.mentions.len() {
        let Some(mention) = passage.mentions.get(index) else { break };
        let too_far = if spans_sentences {
            mention.sentence > opening.sentence + 3
        } else {
            mention.sentence != opening.sentence || mention.segment != opening.segment
        };
        if too_far {
            return index;
        }
        if mention.depth > 0 || mention.quantity.class() != opening.quantity.class() {
            continue;
        }
        match movement(mention) {
            Some(Movement::Opening) => return index,
            Some(Movement::Closing) => {
                if let Some(received) = received_before(passage, start, &movements) {
                    // What came in was said before what was carried over: it may or may not be all.
                    movements.insert(0, (Movement::Inflow, received));
                    all_understood = false;
                }
                if !movements.is_empty() {
                    out.push(statement(opening, &movements, mention, all_understood));
                }
                return index + 1;
            }
            Some(found) => movements.push((found, mention)),
            // A part of the movement before it moves nothing of its own.
            None if mention.before.starts_with("其中") => {}
            None => all_understood = false,
        }
    }
    passage.mentions.len()
}

/// What came in, where it stands before the opening in its sentence: 立案受理 3147 件；上年结转 186 件，
/// 审结 3158 件，结转下年 175 件.
fn received_before<'p>(
    passage: &'p Passage<'_>,
    start: usize,
    movements: &[(Movement, &Mention<'_>)],
) -> Option<&'p Mention<'p>> {
    let opening = passage.mentions.get(start)?;
    let is_carried = label::has(opening.before, cues::CARRIED_OVER);
    if !is_carried || movements.is_empty() || movements.iter().any(|(found, _)| *found == Movement::Inflow) {
        return None;
    }
    passage
        .back_from(start)
        .map(|(_, mention)| mention)
        .take_while(|mention| mention.sentence == opening.sentence)
        .find(|mention| {
            mention.quantity.class() == opening.quantity.class()
                && movement(mention) == Some(Movement::Inflow)
        })
}

/// 共 262 项，取消 71 项，保留 201 项: what is cut and what is kept are all there was.
fn cut(passage: &Passage<'_>, start: usize, out: &mut Vec<Statement>) -> usize {
    let (Some(stock), Some(gone), Some(kept)) =
        (passage.mentions.get(start), passage.mentions.get(start + 1), passage.mentions.get(start + 2))
    else {
        return start;
    };
    let is_stock = label::has(stock.before, &["共", "涉及", "现有", "清理"]) && stock.quantity.is_amount();
    let is_one_clause_row = [gone, kept].iter().all(|part| {
        part.sentence == stock.sentence
            && part.segment == stock.segment
            && part.depth == stock.depth
            && part.quantity.class() == stock.quantity.class()
            && matches!(part.lead, Lead::Comma | Lead::Pause)
    });
    let is_last = passage.mentions.get(start + 3).is_none_or(|next| {
        next.segment != stock.segment
            || next.quantity.class() != stock.quantity.class()
            || movement(next).is_none()
    });
    let cut = label::begins(gone.before, &["取消", "废止", "核减", "删除"]);
    let keep = label::begins(kept.before, &["保留", "继续保留", "现保留"]);
    if is_stock && is_one_clause_row && is_last && cut && keep {
        out.push(statement(stock, &[(Movement::Outflow, gone)], kept, true));
        return start + 3;
    }
    start
}

/// The statement; a flow with a figure between that no word explains is never called broken.
fn statement(
    opening: &Mention<'_>,
    movements: &[(Movement, &Mention<'_>)],
    closing: &Mention<'_>,
    all_understood: bool,
) -> Statement {
    let mut operands = vec![Operand::of("opening", opening)];
    let mut terms = vec![(1, opening.quantity)];
    let mut equation = super::figure(opening.quantity);
    for (movement, mention) in movements {
        let (role, sign) = match movement {
            Movement::Inflow => ("inflow", 1),
            Movement::Outflow => ("outflow", -1),
            _ => continue,
        };
        operands.push(Operand::of(role, mention));
        terms.push((sign, mention.quantity));
        equation.push_str(if sign > 0 { " + " } else { " − " });
        equation.push_str(&super::figure(mention.quantity));
    }
    operands.push(Operand::of("closing", closing));
    let written = super::figure(closing.quantity);
    let (status, note, fault) = match judge::adds_up(&terms, closing.quantity) {
        Sum::Meets => {
            equation = format!("{equation} = {written}");
            (Status::Holds, None, None)
        }
        Sum::Off { .. } if !all_understood => {
            equation = format!("{equation} ≟ {written}");
            let note = Text {
                zh: "其间有的数字看不出是增是减，未作判断",
                en: "a figure between them neither adds nor takes away in words; not judged",
            };
            (Status::Open, Some(note), None)
        }
        Sum::Off { computed, excess } => {
            equation = format!("{equation} = {computed} ≠ {written}");
            (
                Status::Broken,
                None,
                Some(Fault { computed, excess, certain: true, reason: Reason::Arithmetic }),
            )
        }
        Sum::Unclear => {
            equation = format!("{equation} ≈ {written}");
            let note = notes::APPROXIMATE;
            (Status::Open, Some(note), None)
        }
    };
    Claim::new(ClaimKind::Flow, status, equation, note, operands, fault)
}
