//! Rows whose labels are a set by themselves: 优秀 21 卷、合格 17 卷, or two that belong together and not to the row in front.
//!
//! *Invariant:* the labels decide, without the verbs and marks round them.

use super::whole::{fits, is_free};
use super::{List, Opener};
use crate::claims::cues;
use crate::claims::kinds;
use crate::claims::label::{self, label};
use crate::claims::parallel;
use crate::claims::period;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::search::{self, Words};

/// Words in front of a colon behind which results stand.
const RESULTS: &[&str] = &["评查结果", "考核结果", "评议结果", "评定结果", "评价结果", "结果", "结果如下"];

/// Whether a complete set of labels begins with the figure at `index`.
pub fn begins_complete_set(passage: &Passage<'_>, index: usize) -> bool {
    // 查实 9 条，查实率 25%，查否 27 条: a rate may stand between the two.
    let next =
        passage.ahead_from(index + 1).map(|(_, next)| next).take(2).find(|next| !next.quantity.is_share());
    let (Some(first), Some(second)) = (passage.mentions.get(index), next) else {
        return false;
    };
    let before =
        passage.back_from(index).map(|(_, before)| before).take(2).find(|before| !before.quantity.is_share());
    // 一季度接访 210 批，二季度 198 批: the first of the row may tell what is counted.
    let goes_on_with = |before: &Mention<'_>| {
        // 44 个单位评为优秀 15 个: the words behind the figure in front are those before this one.
        let has_own_words = !(before.name.is_empty() && first.lead == Lead::Nothing);
        // 准予 502 件，准予率 97.3%，不予 14 件: a rate may stand between.
        before.clause + 2 >= first.clause
            && has_own_words
            && (period::follow_each_other(before.before, first.before)
                || kinds::are_of_one_set(&[core(before), core(first)])
                || kinds::begin_with_one_set(core(before), core(first))
                // 代表、委员满意 327 件，基本满意 3 件: who is of that mind may stand before it.
                || kinds::goes_on_with(core(before), core(first))
                || kinds::are_decisions_of_a_court(core(before), core(first))
                // 一审行政案件 88 件，二审 31 件，再审 4 件: the first of the row has the noun of all.
                || kinds::names_another_of(core(before), &[core(first), core(second)]))
    };
    // 评查结果为：优秀 21 卷；良好 48 卷: behind a colon that says so, every result may have a segment of its own.
    let are_results = || {
        first.lead == Lead::Colon
            && second.lead == Lead::Semicolon
            && first
                .run_up
                .strip_suffix(first.before)
                .and_then(|words| words.strip_suffix('：'))
                .is_some_and(|words| search::ending(words.trim_end_matches(['为', '是']), RESULTS).is_some())
    };
    (matches!(second.lead, Lead::Pause | Lead::Comma) || are_results())
        && first.sentence == second.sentence
        && first.quantity.class() == second.quantity.class()
        && (kinds::are_of_one_set(&[core(first), core(second)])
            || are_decided_or_pending(passage, index)
            || period::follow_each_other(first.before, second.before))
        && !before.is_some_and(goes_on_with)
}

/// 裁定准予执行 74 件，不准予执行 9 件，尚在审查 5 件: whether what was granted, what was not, and what is not decided yet begin with the figure at
/// `index`.
fn are_decided_or_pending(passage: &Passage<'_>, index: usize) -> bool {
    let row = passage.mentions.get(index..index + 3);
    row.is_some_and(|row| {
        matches!(row, [granted, refused, left] if parallel::are_contrary(core(granted), core(refused))
            && left.clause == refused.clause + 1
            && left.quantity.class() == refused.quantity.class()
            && label::begins(left.before, cues::STILL_TO_DO))
    })
}

/// 信访件 31 件，其中重点件 4 件，按时办结 29 件、阶段办结 2 件，属实 24 件、不属实 7 件: the whole of a pair that is sorted once more behind
/// the parts of another list.
pub fn sorted_again(passage: &Passage<'_>, index: usize, known: &[List]) -> Option<usize> {
    let list = known.last()?;
    part_right_before(passage, index, list)?;
    let head = list.parts.first().and_then(|&head| passage.mentions.get(head))?;
    let is_behind =
        matches!(list.opener, Opener::Among | Opener::Sorted) && begins_pair_apart(passage, index, head);
    is_behind.then_some(list.whole)
}

/// The last part of `list`, where the figure at `index` stands in the clause right behind it.
pub fn part_right_before(passage: &Passage<'_>, index: usize, list: &List) -> Option<usize> {
    let part = *list.parts.last().filter(|&&part| part < index)?;
    let (last, first) = (passage.mentions.get(part)?, passage.mentions.get(index)?);
    (first.clause == last.clause + 1 && first.segment == last.segment).then_some(part)
}

/// Whether the figure at `index` begins a clause of two that belong together and not to the row that `head` begins: 按时办结 29
/// 件、阶段办结 2 件 behind 重点件 4 件.
pub fn begins_pair_apart(passage: &Passage<'_>, index: usize, head: &Mention<'_>) -> bool {
    let (Some(first), Some(second)) = (passage.mentions.get(index), passage.mentions.get(index + 1)) else {
        return false;
    };
    let pair @ [one, other] = [core(first), core(second)];
    let all = [core(head), one, other];
    let are_alike = |labels: &[&str]| {
        kinds::are_of_one_set(labels) || parallel::are_parallel(labels) || parallel::end_alike_in_two(labels)
    };
    // 乡规民约 228 件，新订 12 件、修订 216 件: two verbs that end in one sign.
    let are_verbs_alike = || {
        const VERB: usize = 2;
        let are_verbs = pair.iter().all(|label| search::length(label) == VERB);
        let last = one.chars().next_back().filter(|_| are_verbs);
        last.is_some_and(|last| other.ends_with(last) && !core(head).ends_with(last))
    };
    let is_apart = || {
        let is_complete = kinds::are_complete(&pair) && !kinds::are_of_one_set(&all);
        is_complete
            || are_verbs_alike()
            || ((are_alike(&pair) || parallel::leave_nothing(&pair)) && !are_alike(&all))
    };
    first.lead == Lead::Comma
        && second.lead == Lead::Pause
        && second.clause == first.clause
        && first.quantity.class() == second.quantity.class()
        && !second.before.is_empty()
        && is_apart()
}

/// 评查案卷 168 卷，处罚 112 卷、许可 56 卷，评出优秀 48 卷: the whole of the row of things that ends with the figure at `last`, where the
/// set of results at `index` stands in the clause behind that: it is of all of them.
pub fn divided_in_front(passage: &Passage<'_>, last: usize, index: usize) -> Option<usize> {
    let (end, set) = (passage.mentions.get(last)?, passage.mentions.get(index)?);
    if end.lead != Lead::Pause || set.lead != Lead::Comma || set.clause != end.clause + 1 {
        return None;
    }
    let (head, first) = passage.back_from(last).find(|(_, first)| first.lead != Lead::Pause)?;
    let whole = head.checked_sub(1)?;
    let stated = passage.mentions.get(whole)?;
    let row = passage.mentions.get(head..=last)?;
    let labels: Vec<&str> = row.iter().map(label).collect();
    let is_row = row.iter().all(|part| part.clause == first.clause && part.depth == set.depth);
    (is_row
        && first.lead == Lead::Comma
        && first.clause == stated.clause + 1
        && first.segment == stated.segment
        && parallel::are_things(&labels)
        && !parallel::leave_nothing(&labels)
        && fits(passage, whole, head)
        && is_free(passage, whole, index, &[]))
    .then_some(whole)
}

/// The label without the verb before a result and the marks round it: 评出优秀 is 优秀, 评定为“好” is 好.
pub fn core<'a>(mention: &Mention<'a>) -> &'a str {
    const VERBS: &[&str] = &[
        "评出",
        "评定",
        "评为",
        "获评",
        "定为",
        "确定",
        "结果",
        "作出",
        "其中",
        "当年",
        "本次",
        "经核查",
        "经调查",
        "经查",
    ];
    const VERB_WORDS: Words = Words::of(VERBS);
    let words = label(mention);
    let result = if VERB_WORDS.stand_in(words) {
        VERBS.iter().find_map(|verb| search::split(words, verb)).map_or(words, |(_, rest)| rest)
    } else {
        words
    };
    result.trim_start_matches(['为', '“'])
}
