//! Parts against their whole: `total` where the text says that they are all, `subset` where not.
//!
//! [`row`] judges one whole and its parts, [`doubts`] tells what speaks against these, [`exhaustive`] says whether they
//! must be all, [`ways`] which labels shut each other out, [`behind`] what the words behind the last part add, [`rows`] and [`more`]
//! which other figures may be meant, [`of_these`] whether a row of results is of that figure at all, [`claim`] writes the equation.
//!
//! *Invariant:* [`exhaustive`] answers from words only; the values are looked at afterwards.

mod behind;
mod claim;
mod doubts;
mod exhaustive;
mod explained;
mod measured;
mod more;
mod numbered;
mod of_these;
mod row;
mod rows;
mod sorted_by;
mod times;
mod ways;

use super::Statement;
use super::cue_set::Cue;
use super::cues;
use super::judge;
use super::kinds;
use super::label;
use super::list::{List, Opener};
use super::overlap;
use super::statement::{Lead, Mention, Passage};
use crate::facts::Decimal;
use crate::review::{ClaimKind, Status};
use crate::search;
pub(super) use behind::{end_all_that_came_in, says_that_these_are_all};
pub(super) use claim::{exceeds, subset, total};
pub(super) use explained::is_right_otherwise;
use of_these::{are_of_others, is_how_these_ended};
use row::read;
use rows::{is_below_one_between, longer_rows, shorter_rows, uncounted, whole_of_breakdown};
use sorted_by::is_sorted_by_several;

/// The statements about parts and wholes in `passage`.
pub fn claims(passage: &Passage<'_>, out: &mut Vec<Statement>) {
    let told: Vec<Option<Statement>> = passage.lists.iter().map(|list| statement(passage, list)).collect();
    for (at, found) in told.iter().enumerate() {
        out.extend(measured::as_the_other(passage, at, &told).or_else(|| found.clone()));
    }
    times::claims(passage, out);
}

/// The statement of `list`, read of the figure that the words point to, or else of another one that
/// they may point to.
fn statement(passage: &Passage<'_>, list: &List) -> Option<Statement> {
    if is_told_of_each(passage, list) {
        return None;
    }
    if let Some(apart) = without_overlap(passage, list) {
        return each_below_whole(passage, list, &apart);
    }
    let shorter = rows::without_rest_of_more(passage, list);
    let list = shorter.as_ref().unwrap_or(list);
    let first = read(passage, list, list.whole).filter(|first| !are_of_others(passage, list, first));
    let parts: Vec<&Mention<'_>> = list.parts.iter().filter_map(|&part| passage.mentions.get(part)).collect();
    if list.opener == Opener::Sorted && is_sorted_by_several(&parts) {
        return holding(first);
    }
    if misses_as_is_told(passage, list, first.as_ref()) {
        return None;
    }
    // 环境损害类 2 家（1 家同时从事两类业务）: their sum may be more than there are.
    let is_total = first.as_ref().is_some_and(|first| first.kind == ClaimKind::Total);
    if is_total && overlap::is_told_in_bracket(passage, list) {
        return first.filter(|first| first.fault.is_none_or(|fault| fault.excess.is_negative()));
    }
    if list.opener == Opener::Rest {
        // 罚款 23 件，没收 4 件，拘留 3 件，其他 1 件: no word says that the figure before is their whole.
        return first.filter(|first| is_right(first) || is_nearly(first));
    }
    let is_broken = first.as_ref().is_some_and(|first| first.status == Status::Broken);
    if is_broken
        && is_total
        && let Some(row) = rows::up_to_all(passage, list)
    {
        return read(passage, &row, list.whole);
    }
    match list.opener {
        Opener::Numbered => numbered::of_number(passage, list, first?),
        Opener::Reversed if is_broken => of_the_right_row(passage, list).or(first),
        _ => of_the_whole_meant(passage, list, first),
    }
}

/// 两个街道各 3 名，镇 4 名，合计 10 名: whether a part is told of each of several, or is taken off; how often it counts is not
/// known here.
fn is_told_of_each(passage: &Passage<'_>, list: &List) -> bool {
    // 两个中队各出动 318 人次、296 人次: a row without words of its own is shared out one by one.
    let is_shared_out = |part: usize| {
        let next = passage.mentions.get(part + 1).filter(|_| list.parts.contains(&(part + 1)));
        next.is_some_and(|next| next.lead == Lead::Pause && next.before.is_empty())
    };
    list.parts.iter().any(|&part| {
        passage.mentions.get(part).is_some_and(|mention| {
            label::takes_off(mention.before) || label::tells_of_each(mention.before) && !is_shared_out(part)
        })
    })
}

/// Whether the text tells itself why a sum behind its parts misses them: so many of them have no figure, or some are
/// counted twice.
fn misses_as_is_told(passage: &Passage<'_>, list: &List, first: Option<&Statement>) -> bool {
    let Some(fault) = first.and_then(|first| first.fault) else { return false };
    let is_short_of = |names: usize| {
        let names = i128::try_from(names).ok().filter(|&names| names > 0).map(Decimal::whole);
        fault.excess.is_negative() && Some(fault.excess.abs()) == names
    };
    if list.opener == Opener::Reversed && is_short_of(uncounted(passage, list)) {
        return true;
    }
    // 共检查企业 19 家（2 家重复）: the sum says itself why it is less than its parts.
    let is_from_behind = matches!(list.opener, Opener::Reversed | Opener::Numbered | Opener::AllOf);
    is_from_behind && !fault.excess.is_negative() && overlap::is_told_of_sum(passage, list)
}

/// 合计 may sum up only the last of the figures before it, or some before them as well: the row of which it is right.
fn of_the_right_row(passage: &Passage<'_>, list: &List) -> Option<Statement> {
    let rows = shorter_rows(passage, list).chain(longer_rows(passage, list));
    rows.into_iter().find_map(|row| holding(read(passage, &row, list.whole)))
}

/// The statement of the figure that is meant as the whole: the one that the words point to, of which `first` tells, where they
/// leave no other or it is right of that.
fn of_the_whole_meant(passage: &Passage<'_>, list: &List, first: Option<Statement>) -> Option<Statement> {
    let is_above_it = first.as_ref().is_some_and(is_broken_subset);
    // 一季度 38 名 … 全年 155 名，其中 45 名: a figure between the two is the whole, if the part is not above it.
    if is_above_it && is_below_one_between(passage, list) {
        return None;
    }
    // 调解员 1864 名，专职 312 名，兼职 1552 名，其中大专以上 1637 名: behind a breakdown it may be of all.
    if list.opener == Opener::Among
        && is_above_it
        && let Some(whole) = whole_of_breakdown(passage, list)
    {
        return read(passage, list, whole);
    }
    if list.others.is_empty()
        || first.as_ref().is_some_and(is_right_total)
        || is_how_these_ended(passage, list)
    {
        // 不合格 347 批次。其中，市局完成的 4068 批次抽检中: what begins another sentence may be about more than
        // the last figure of the one before.
        let is_of_another = list.is_distant && is_above_it;
        return first.filter(|first| !is_of_another || is_nearly(first));
    }
    of_another_whole(passage, list, first)
}

/// The statement of one of the other figures that the words leave open as the whole, where it says more than `first`.
fn of_another_whole(passage: &Passage<'_>, list: &List, first: Option<Statement>) -> Option<Statement> {
    let readings: Vec<Statement> =
        list.others.iter().filter_map(|&whole| read(passage, list, whole)).collect();
    if let Some(total) = readings.iter().find(|reading| is_right_total(reading)) {
        return Some(total.clone());
    }
    // 继续有效 163 件，拟修改 11 件，其中已印发 4 件、其余 7 件: parts that are far from all of a row are of its last.
    if list.opener == Opener::Among
        && first.as_ref().is_some_and(|first| first.status == Status::Broken && !is_nearly(first))
        && let Some(last) = list.others.iter().copied().find(|&other| other > list.whole)
        && let Some(of_last) = read(passage, list, last)
    {
        return Some(of_last);
    }
    // 调处 386 件，调解成功 379 件，其中邻里类 130 件、…: parts that are more than what was done may be of what there was to do.
    let is_above = |first: &Statement| {
        first.kind == ClaimKind::Total && first.fault.is_some_and(|fault| !fault.excess.is_negative())
    };
    let due = list.whole.checked_sub(1).filter(|due| list.others.contains(due));
    let labels: Vec<&str> =
        list.parts.iter().filter_map(|&part| passage.mentions.get(part)).map(label::label).collect();
    let are_outcomes =
        || kinds::are_complete(&labels) || labels.last().is_some_and(|last| label::begins(last, cues::REST));
    // 当期结案 1786 件，其中调解结案 1120 件、裁决结案 676 件: parts with the verb of the whole are of it.
    let have_its_verb = || {
        let verb =
            passage.mentions.get(list.whole).map_or("", |whole| label::last_characters(whole.before, 2));
        search::length(verb) == 2 && labels.len() >= 2 && labels.iter().all(|label| label.ends_with(verb))
    };
    if list.opener == Opener::Among
        && first.as_ref().is_some_and(is_above)
        && !are_outcomes()
        && !have_its_verb()
        && passage
            .mentions
            .get(list.whole)
            .is_some_and(|done| done.has(Cue::Done) || done.before.ends_with("成功"))
        && let Some(of_all) = due.and_then(|due| read(passage, list, due))
        && !is_above(&of_all)
    {
        return holding(Some(of_all));
    }
    // 已化解 27 件，正在推进 5 件，其中涉诉 11 件: what follows the last of a row may be about all of it.
    let is_behind_a_row =
        passage.mentions.get(list.whole).is_some_and(|whole| label::begins(whole.before, cues::STILL_TO_DO));
    if !(list.is_distant || is_behind_a_row) || first.as_ref().is_some_and(is_right) {
        return first;
    }
    if let Some(found) = all_that_came_in(passage, list).and_then(|whole| read(passage, list, whole))
        && is_nearly(&found)
    {
        return Some(found);
    }
    // What the words leave open is wrong only where it is wrong of every figure, and nearly right of one.
    let subset = readings.iter().rev().find(|reading| is_right(reading));
    let is_subset = |reading: &&Statement| reading.kind == ClaimKind::Subset;
    subset
        .or_else(|| first.iter().chain(&readings).find(|reading| is_nearly(reading) || is_subset(reading)))
        .cloned()
}

/// 立案 788 件，结案 767 件，结案率 97.3%。从类型看，…: what a sentence of its own sorts is what came in, and not what was done with it.
fn all_that_came_in(passage: &Passage<'_>, list: &List) -> Option<usize> {
    let is_done = passage
        .mentions
        .get(list.whole)
        .is_some_and(|whole| whole.has(Cue::Done) || label::has(whole.before, &["结案", "办结", "审结"]));
    let came = |at: &usize| {
        passage.mentions.get(*at).is_some_and(|whole| {
            label::has(whole.before, cues::CAME_IN) && !label::has(whole.before, &["不予", "未"])
        })
    };
    (list.opener == Opener::Sorted && is_done).then(|| list.others.iter().copied().find(came)).flatten()
}

/// The parts of `list` without those that are told to be in several of them, where any are told.
fn without_overlap(passage: &Passage<'_>, list: &List) -> Option<Vec<usize>> {
    let is_of_both = |at: &usize| passage.mentions.get(*at).is_some_and(overlap::is_of_both);
    let apart: Vec<usize> = list.parts.iter().copied().filter(|at| !is_of_both(at)).collect();
    let is_told = apart.len() < list.parts.len()
        || overlap::is_counted_behind(passage, *list.parts.last()?)
        || overlap::is_remarked_behind(passage, list.parts.iter().copied().chain([list.whole]));
    // 副局长 3 名，其中兼任主任的 1 名: of one part nothing overlaps.
    (is_told && !apart.is_empty()).then_some(apart)
}

/// What is left to say of parts that overlap: none is above its whole.
fn each_below_whole(passage: &Passage<'_>, list: &List, parts: &[usize]) -> Option<Statement> {
    let whole = passage.mentions.get(list.whole)?;
    let parts: Vec<_> = parts.iter().filter_map(|&part| passage.mentions.get(part)).collect();
    let are_some = matches!(
        list.opener,
        Opener::Among
            | Opener::Including
            | Opener::Bracket
            | Opener::Colon
            | Opener::Partition
            | Opener::Shared
            | Opener::Sorted
    );
    let is_sure = !list.is_distant && list.others.is_empty();
    let parts = row::without_what_is_besides(whole, &parts);
    let found = (are_some && !parts.is_empty()).then(|| claim::subset(whole, &parts));
    found.filter(|found| is_sure || found.status == Status::Holds)
}

/// Whether the statement would be right if little of it were different.
fn is_nearly(reading: &Statement) -> bool {
    let whole = reading.operands_as("total").chain(reading.operands_as("whole")).next();
    reading.fault.zip(whole).is_some_and(|(fault, whole)| {
        judge::is_within_percent(fault.computed, whole.value, 5)
            || judge::is_one_slip(whole.value, fault.computed)
    })
}

fn is_right(statement: &Statement) -> bool {
    statement.status == Status::Holds
}

/// Whether parts were found to be all of their whole.
fn is_right_total(statement: &Statement) -> bool {
    is_right(statement) && statement.kind == ClaimKind::Total
}

/// Whether a part is above its whole.
fn is_broken_subset(statement: &Statement) -> bool {
    statement.kind == ClaimKind::Subset && statement.status == Status::Broken
}

fn holding(statement: Option<Statement>) -> Option<Statement> {
    statement.filter(is_right)
}
