//! What makes it unsure that the movements of a flow are all, each once.
//!
//! *Invariant:* answered from words; no value is looked at.

use std::ops::Range;

use super::movement::Movement;
use super::readings::Unsure;
use crate::claims::cue_set::{Cue, CueSet};
use crate::claims::list::{List, Opener};
use crate::claims::statement::{Lead, Mention, Passage};
use crate::claims::{cues, judge, kinds, label};
use crate::facts::Class;

/// Whether the figures of which nothing tells what they do, with what went out, are all the results of one set that there
/// can be; nothing where they are not of one set.
pub fn are_results(
    unknown: &[(usize, &Mention<'_>)],
    movements: &[(Movement, &Mention<'_>)],
) -> Option<bool> {
    let mut labels: Vec<&str> = unknown.iter().map(|(_, mention)| label::label(mention)).collect();
    let are_of_one_set = kinds::are_of_one_set(&labels) && kinds::are_outcomes(&labels);
    // 撤销 and 调解 go out by their words.
    let went = movements.iter().filter(|(does, _)| *does == Movement::Outflow);
    labels.extend(went.map(|(_, mention)| label::label(mention)));
    are_of_one_set.then(|| kinds::are_complete(&labels))
}

/// 治理销号 52 处，部分因汛期新增，年末 118 处: whether a clause between the figures in `range` tells of a movement and not of how
/// many.
pub fn moves_untold(passage: &Passage<'_>, range: Range<usize>) -> bool {
    passage.mentions.get(range).unwrap_or_default().iter().any(|mention| {
        let told = mention.run_up.strip_suffix(mention.before).unwrap_or("");
        // 废止、失效 13 件: what a pause joins to the figure is of it.
        let told = match told.strip_suffix('、') {
            Some(row) => row.rsplit_once(['，', '；']).map_or("", |(told, _)| told),
            None => told,
        };
        // What stands before the first mark is of the figure before.
        told.split(['，', '；']).skip(1).any(|clause| {
            let cues = CueSet::of(clause);
            let is_denied = label::begins(clause, &["没有", "未", "无", "不再", "并无", "并未"]);
            !is_denied && (cues.holds(Cue::Inflow) || cues.holds(Cue::Outflow))
        })
    })
}

/// 年初结余 10 万元，拨入 100 万元，年末结余 15 万元: money comes in to be spent, and that need not be told.
pub fn is_money_put_in(movements: &[(Movement, &Mention<'_>)]) -> bool {
    let has = |wanted: Movement| movements.iter().any(|(does, _)| *does == wanted);
    let is_money = movements.iter().any(|(_, moved)| moved.quantity.class() == Some(Class::Money));
    is_money && has(Movement::Inflow) && !has(Movement::Outflow)
}

/// 答复 12 件，办结 84 件: what was done may be told at two stages, and so may what came in: 收到 86 件，受理 80 件. Only one of them
/// counts.
pub fn are_said_twice(movements: &[(Movement, &Mention<'_>)]) -> bool {
    let is_done = |words: &str| label::has(words, cues::DONE) || label::has(words, &["答复", "办复", "办理"]);
    let of = |wanted: Movement| {
        movements.iter().filter(move |(found, _)| *found == wanted).map(|(_, moved)| moved.before)
    };
    let came = |words: &[&str]| of(Movement::Inflow).any(|moved| label::has(moved, words));
    of(Movement::Outflow).filter(|moved| is_done(moved)).count() > 1
        || (came(&["收到", "收件", "新收", "接到", "接报", "登记"]) && came(&["受理", "立案"]))
}

/// Whether the figure at `index` is part of one of `movements` and moves nothing of its own: 办结 70 件，其中调解结案
/// 20 件. Parts of 共调整 are the movements themselves.
pub fn is_part_of_one(
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
        || list.parts.first() == Some(&index)
        || makes_it_up(passage, list);
    is_told
        && is_joined
        && movements.iter().any(|(found, mention)| {
            matches!(found, Movement::Inflow | Movement::Outflow) && Some(mention.token) == whole
        })
}

/// 审结 200 件，其中维持 71 件，驳回 42 件，撤销 26 件，终止 61 件: whether the parts of `list` come out at its whole, so that all of them
/// are parts, whatever marks stand between them.
fn makes_it_up(passage: &Passage<'_>, list: &List) -> bool {
    let parts: Vec<_> = list.parts.iter().filter_map(|&part| passage.mentions.get(part)).collect();
    let terms: Vec<_> = parts.iter().map(|part| (1, part.quantity)).collect();
    let whole = passage.mentions.get(list.whole);
    parts.len() >= 3 && whole.is_some_and(|whole| judge::adds_up(&terms, whole.quantity) == judge::Sum::Meets)
}

/// Whether one of the figures of which words do not tell it for sure most likely went out.
pub fn goes_out(unsure: &[Unsure<'_, '_>]) -> bool {
    unsure.iter().any(|figure| figure.does == Movement::Outflow)
}
