//! A whole and a row of parts behind it that no word opens: 在编人员 94 人。机关 41 人，大队 38 人，事业单位 15 人。
//!
//! Takes the figures of a passage that are in no list yet, gives a `total` where the row fits its whole or misses it by
//! one slip of the pen.
//!
//! *Invariant:* the form of the row decides whether it is of the whole; since no word says so, what misses by more than
//! a slip is of something else, and nothing is said.

use super::cue_set::Cue;
use super::doings;
use super::fitting::{figures_of, is_first_of_turns};
use super::judge::{self, Sum};
use super::kinds;
use super::label::{self, label};
use super::list;
use super::overlap;
use super::parallel;
use super::slip::{explained_by_slip, first_that_add_up, is_slip_within, slip_within, swap_within};
use super::statement::{Lead, Mention, Passage};
use super::total::{end_all_that_came_in, says_that_these_are_all, total};
use super::{Statement, cues, growth};
use crate::facts::Decimal;
use crate::review::Status;

/// The rows of `passage` that `known` statements do not hold.
pub fn claims(passage: &Passage<'_>, known: &[Statement], out: &mut Vec<Statement>) {
    // Where the figures that other statements hold begin; made for the first row that asks.
    let mut told: Option<Vec<u32>> = None;
    for (index, first) in passage.mentions.iter().enumerate().skip(1) {
        // 图斑 74 个、面积 46.8 亩，合法用地 29 个 18.3 亩: the whole may be told in two measures, as its parts are.
        let counts = |at: &usize| {
            passage.mentions.get(*at).is_some_and(|stated| stated.quantity.class() == first.quantity.class())
        };
        let second = index.checked_sub(2).filter(|_| list::is_told_with_it(passage, index - 1));
        let Some(whole) = [Some(index - 1), second].into_iter().flatten().find(counts) else { continue };
        let Some(stated) = passage.mentions.get(whole) else { continue };
        if !may_begin(passage, whole, stated, first, index) {
            continue;
        }
        let told = told.get_or_insert_with(|| figures_of(known));
        if told.binary_search(&first.quantity.span.start).is_err()
            && let Some(found) = row(passage, whole, index)
        {
            if found.status == Status::Holds {
                out.extend(in_the_other_measure(passage, whole, index));
            }
            out.push(found);
        }
    }
}

/// 合法用地 29 个 18.3 亩、违法用地 45 个 25.8 亩: what the parts that begin at `index`, and are all of the figure at `whole`, make in their
/// other measure.
fn in_the_other_measure(passage: &Passage<'_>, whole: usize, index: usize) -> Option<Statement> {
    let (_, mut rows) = list::rows_behind(passage, index, whole);
    let (parts, stated) = (rows.pop()?, passage.mentions.get(whole + 1)?);
    let parts: Vec<&Mention<'_>> = parts.iter().filter_map(|&part| passage.mentions.get(part)).collect();
    let is_measured_so = parts.iter().all(|part| part.quantity.class() == stated.quantity.class());
    let terms: Vec<_> = parts.iter().map(|part| (1, part.quantity)).collect();
    let sum = judge::adds_up(&terms, stated.quantity);
    (rows.is_empty() && is_measured_so).then(|| total(stated, &parts, sum, sum.status(), false))
}

/// Whether a row may begin with `first`, the figure right behind `stated`: by its marks alone.
fn may_begin(
    passage: &Passage<'_>,
    whole: usize,
    stated: &Mention<'_>,
    first: &Mention<'_>,
    index: usize,
) -> bool {
    let follows = match first.lead {
        Lead::Comma => {
            first.sentence == stated.sentence
                && first.segment == stated.segment
                && first.clause == stated.clause + 1
        }
        Lead::Semicolon => first.sentence == stated.sentence && first.clause == stated.clause + 1,
        Lead::Start => first.sentence == stated.sentence + 1 && first.run_up == first.before,
        _ => false,
    };
    follows
        && !first.before.starts_with('每')
        && !is_first_of_turns(stated, first)
        && !growth::is_compared_with(first)
        && !growth::is_difference(passage, index)
        && stated.quantity.is_amount()
        && stated.quantity.measure.is_some()
        && stated.quantity.class() == first.quantity.class()
        && stated.bracket == first.bracket
        && !passage.is_part(index)
        && !passage.is_part(whole)
        && !list::numbers_kinds(passage, index)
}

/// The statement of the row that begins at `index` and of the figure at `whole` before it.
fn row(passage: &Passage<'_>, whole: usize, index: usize) -> Option<Statement> {
    let (stated, first) = (passage.mentions.get(whole)?, passage.mentions.get(index)?);
    let (parts, _) = list::rows_behind(passage, index, whole);
    // 2022 年末 131 件，2023 年末 127 件，新制定 10 件: stocks of two years are no parts of each other.
    let is_of_a_year =
        |at: &usize| passage.mentions.get(*at).is_some_and(|mention| mention.has(Cue::YearEnd));
    let are_years = || is_of_a_year(&whole) || parts.iter().any(is_of_a_year);
    let is_of_both = |at: &usize| passage.mentions.get(*at).is_some_and(overlap::is_of_both);
    if parts.iter().any(is_of_both) {
        return None;
    }
    if parts.len() < 2 || are_years() || !stands_alone(passage, whole, &parts) || goes_on(passage, &parts) {
        return None;
    }
    if overlap::is_remarked_behind(passage, parts.iter().copied()) {
        return None;
    }
    let mentions: Vec<&Mention<'_>> = parts.iter().filter_map(|&part| passage.mentions.get(part)).collect();
    let labels: Vec<&str> = mentions.iter().map(|part| label(part)).collect();
    // 同意设立 27 家，不同意设立 3 家，同意设立的 27 家均已挂牌: what has the name of the first takes it up.
    if mentions.iter().any(|part| label::names_again(part, stated))
        || kinds::are_decisions_of_a_court(label(stated), label(first))
    {
        return None;
    }
    // 结果正常的 913 户，无法联系的 28 户: what ends in 的 says which of them.
    let say_which =
        mentions.iter().all(|part| part.before.ends_with('的')) && !parallel::may_overlap(&labels);
    let is_parallel = say_which || parallel::are_parallel(&labels);
    let leaves_nothing = parallel::leave_nothing(&labels);
    let is_said = (doings::names_a_whole(stated.before) || doings::names_a_doing(stated.after))
        && !label::has(stated.before, cues::OPENING);
    // Two things may be some of many, unless the whole is said to be all there is.
    let is_marked = doings::is_marked_as_whole(stated.before) && !label::has(stated.before, cues::OPENING);
    let are_things = (is_marked || parts.len() >= 3) && parallel::are_things(&labels);
    // A row that has a sentence of its own is of the sentence before only where that names a whole.
    // 合计 386.4 万元，退还企业 212.7 万元，上缴财政 137.7 万元: steps may be all of it where the whole is named a sum.
    let is_sum = label::has(stated.before, cues::SUMS) || stated.before.contains("总额");
    let reaches = first.lead != Lead::Start || (is_said && (parts.len() >= 3 || is_parallel));
    let is_said_to_be_all = says_that_these_are_all(passage, &parts);
    let have_ended = end_all_that_came_in(passage, &parts) && label::has(stated.before, cues::CAME_IN);
    let is_of_whole = are_things
        || have_ended
        || is_said_to_be_all
        || leaves_nothing
        || (kinds::are_penalties(&labels) && stated.before.contains("罚没"))
        || is_parallel
            && (is_said || parallel::is_hypernym(label(stated), &labels) || !is_sibling(stated, &labels));
    let is_decided = kinds::are_decided_on_arrival(stated.before, &labels);
    let may_be = parallel::are_things(&labels) || is_sum || is_decided;
    if !reaches || !(is_of_whole || may_be) {
        return None;
    }
    let terms: Vec<_> = mentions.iter().map(|part| (1, part.quantity)).collect();
    let sum = judge::adds_up(&terms, stated.quantity);
    // 来访 86 批次，重复访 12 批次，初访 74 批次，集体访 6 批次: what follows the parts is a statement of its own.
    if matches!(sum, Sum::Off { .. })
        && let Some(all) = first_that_add_up(stated, &mentions)
    {
        return Some(total(stated, all, Sum::Meets, Status::Holds, true));
    }
    // 参加考试 300 人，一次通过 276 人，补考通过 20 人: of those who passed, none is told that did not.
    if matches!(sum, Sum::Off { .. }) && all_passed(&labels) {
        return None;
    }
    match sum {
        Sum::Meets => Some(total(stated, &mentions, sum, Status::Holds, true)),
        // 受理 94 件，裁决 12 件、调解 61 件、撤回 21 件，全部办结: each matter ends in one way; others may not be told.
        Sum::Off { excess, .. } if have_ended => {
            let is_told = !excess.is_negative() || mentions.len() >= 3;
            let is_slip = is_told && explained_by_slip(stated, &mentions, sum);
            is_slip.then(|| total(stated, &mentions, sum, Status::Broken, !excess.is_negative()))
        }
        Sum::Off { excess, .. } if is_decided && !excess.is_negative() => {
            Some(total(stated, &mentions, sum, Status::Broken, false))
        }
        Sum::Off { .. } if is_said_to_be_all => Some(total(stated, &mentions, sum, Status::Broken, true)),
        // 12 个县里，达标的 9 个，设有机构的 5 个: what is said of some of them may be true of the same ones.
        Sum::Off { excess, .. }
            if say_which && !excess.is_negative() && is_picked_from(passage, stated, first) =>
        {
            None
        }
        // 发放问卷 2000 份，线上回收 1200 份，线下回收 600 份: not all come back.
        Sum::Off { excess, .. } if excess.is_negative() && come_back(stated, &labels) => None,
        // 受理 120 件，审结 98 件，正在审理 30 件: some may have been carried over.
        Sum::Off { excess, .. }
            if is_to_do(&labels)
                && !excess.is_negative()
                && label::has(stated.before, cues::CAME_IN)
                && !swap_within(stated, &mentions, sum, 25) =>
        {
            None
        }
        Sum::Off { .. } if !is_of_whole => {
            let is_swap = has_three_digits(stated) && swap_within(stated, &mentions, sum, 25);
            is_swap.then(|| total(stated, &mentions, sum, Status::Broken, false))
        }
        // 断面 24 个，优良断面 22 个，轻度污染断面 1 个: of two parts that leave out one or two, nothing says that they are all.
        Sum::Off { excess, .. }
            if mentions.len() == 2
                && !leaves_nothing
                && excess.is_negative()
                && excess.abs() <= Decimal::whole(2)
                && stated.quantity.factor == 1 =>
        {
            None
        }
        // 成立的 9 件，不成立的 25 件: a thing and its contrary are all, however far they miss.
        Sum::Off { computed, .. }
            if are_contraries(&labels)
                && (is_slip_within(stated, &mentions, sum, 40)
                    || judge::is_within_percent(computed, stated.quantity.value, 5)) =>
        {
            Some(total(stated, &mentions, sum, Status::Broken, false))
        }
        Sum::Off { .. } if slip_within(stated, &mentions, sum) => {
            Some(total(stated, &mentions, sum, Status::Broken, false))
        }
        _ => None,
    }
}

/// Whether `labels` all count what came back of what `stated` handed out.
fn come_back(stated: &Mention<'_>, labels: &[&str]) -> bool {
    const OUT: &[&str] = &["发放", "发出", "下发", "派发", "寄送", "推送"];
    const BACK: &[&str] = &["回收", "收回", "返回", "反馈", "回复", "签收", "领取"];
    label::has(stated.before, OUT) && labels.iter().all(|label| label::has(label, BACK))
}

/// Whether 里, 中 or 内 stands between `stated` and the row that `first` begins: 12 个县里，达标的 9 个.
fn is_picked_from(passage: &Passage<'_>, stated: &Mention<'_>, first: &Mention<'_>) -> bool {
    let words = passage.between(stated.quantity.span.end, first.start);
    words.trim_end_matches('，').ends_with(['里', '中', '内'])
}

/// Whether `stated` has the form of the row behind it, so that it is likely the first of it.
fn is_sibling(stated: &Mention<'_>, labels: &[&str]) -> bool {
    let mut all = labels.to_vec();
    all.push(label(stated));
    parallel::are_parallel(&all)
}

/// Whether all of `labels` are of what passed.
fn all_passed(labels: &[&str]) -> bool {
    const PASSED: &[&str] = &["合格", "通过", "达标", "及格"];
    let passed =
        |label: &&str| PASSED.iter().any(|word| label.ends_with(word)) && !label::has(label, &["不", "未"]);
    labels.iter().all(passed)
}

/// Whether the last of `labels` says that something is still to be done.
fn is_to_do(labels: &[&str]) -> bool {
    labels.last().is_some_and(|last| label::begins(last, cues::STILL_TO_DO))
}

/// Whether the last of `labels` denies the one before it.
fn are_contraries(labels: &[&str]) -> bool {
    matches!(labels, [.., one, last] if parallel::are_contrary(one, last))
}

/// Whether `mention` is long enough for two swapped digits to be no chance.
fn has_three_digits(mention: &Mention<'_>) -> bool {
    mention.quantity.value.to_string().bytes().filter(u8::is_ascii_digit).count() >= 3
}

/// Whether the figure at `whole` is the first of its segment that counts so, and neither a place, a comparison nor a
/// change.
fn stands_alone(passage: &Passage<'_>, whole: usize, parts: &[usize]) -> bool {
    let Some(stated) = passage.mentions.get(whole) else { return false };
    let is_next_sentence = parts
        .first()
        .and_then(|&first| passage.mentions.get(first))
        .is_some_and(|first| first.sentence != stated.sentence);
    !label::is_place(stated.before)
        && !label::has(stated.before, cues::COMPARISON)
        && !label::begins(stated.before, cues::AVERAGE)
        && !growth::is_difference(passage, whole)
        && !passage
            .back_from(whole)
            .take_while(|(_, before)| before.sentence == stated.sentence)
            .filter(|(_, before)| is_next_sentence || before.segment == stated.segment)
            .any(|(_, before)| before.quantity.class() == stated.quantity.class())
}

/// Whether another figure that counts alike follows the row, so that it is no row of its own.
fn goes_on(passage: &Passage<'_>, parts: &[usize]) -> bool {
    const DETAILS: &[&str] = &["其中", "平均", "人均", "同比", "较", "比", "另", "涉及"];
    let last = parts.last().and_then(|&last| Some((passage.mentions.get(last)?, last)));
    // 由代表 12 名、委员 9 名、专家等组成: what a mark follows is not the last of the row.
    let ends_in_mark = |last: &Mention<'_>| {
        passage
            .between(last.quantity.span.end, passage.end())
            .strip_prefix(last.after)
            .is_some_and(|rest| rest.starts_with('、'))
    };
    last.is_some_and(|(last, at)| {
        // 合法用地 29 个、18.3 亩: its other measure ends it.
        (ends_in_mark(last) && !list::is_told_with_it(passage, at + 1))
            || passage
                .ahead_from(at + 1)
                .take_while(|(_, next)| next.segment == last.segment)
                .find(|(_, next)| next.depth <= last.depth && next.quantity.class() == last.quantity.class())
                .is_some_and(|(_, next)| !label::begins(next.before, DETAILS))
    })
}
