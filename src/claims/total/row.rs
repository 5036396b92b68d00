//! One whole and its parts, judged.
//!
//! *Invariant:* whether the parts must be all is answered before their sum is looked at.

use super::claim::{exceeds, subset, total};
use super::exhaustive::{
    Exhaustiveness, exhaustiveness, is_followed_by_what_is_left, says_that_these_are_all,
};
use crate::claims::Statement;
use crate::claims::cue_set::Cue;
use crate::claims::flow::movement::{self, Movement};
use crate::claims::growth;
use crate::claims::judge::{self, Sum};
use crate::claims::label::{self, label};
use crate::claims::list::{List, Opener, takes_up};
use crate::claims::slip::{explained_by_slip, first_that_add_up, is_slip_within, slip_within, swap_within};
use crate::claims::statement::{Lead, Mention, Passage};
use crate::claims::{cues, kinds, parallel};
use crate::facts::Decimal;
use crate::review::{ClaimKind, Status};

/// The statement of `list` with the figure at `whole_index` as its whole.
pub fn read(passage: &Passage<'_>, list: &List, whole_index: usize) -> Option<Statement> {
    let whole = passage.mentions.get(whole_index)?;
    let parts: Vec<&Mention<'_>> = list.parts.iter().filter_map(|&part| passage.mentions.get(part)).collect();
    let names = if list.names.len() == parts.len() { &list.names } else { &list.parts };
    let named: Vec<&Mention<'_>> = names.iter().filter_map(|&name| passage.mentions.get(name)).collect();
    let terms: Vec<_> = parts.iter().map(|part| (1, part.quantity)).collect();
    let sum = judge::adds_up(&terms, whole.quantity);
    // What is smaller than what follows is one of the row and not its whole.
    // 从部门看，甲 19804 件，乙 3921 件: what is sorted behind another sentence may be no figure of that.
    // 对 12 个部门进行督察，结果为整改到位问题 31 个: what came of it may be of other things.
    let is_of_a_place = list.opener == Opener::Partition && label::is_place(whole.before);
    let may_be_another = is_of_a_place
        || matches!(list.opener, Opener::Rest | Opener::Shared)
        || (list.opener == Opener::Sorted && list.is_distant);
    let is_one_of_the_row = may_be_another && parts.iter().any(|part| exceeds(part, whole));
    let is_net = whole.has(Cue::Net) && some_went(&named);
    if moves_a_stock(whole, &named)
        || made_a_change(passage, whole_index, &named)
        || is_one_of_the_row
        || is_net
    {
        return None;
    }
    // 处罚案卷 60 卷、许可案卷 40 卷，其中优秀 36 卷 …: what follows a row may be about all of it.
    // 即办件 41 件、承诺件 28 件；承诺件中，…: what is named again is of that alone.
    // 其余 7 件中，转入诉讼 3 件: so is what 中 takes up right behind its figure.
    let is_taken_out = || {
        whole.after.ends_with('中')
            && !named.iter().any(|part| label::begins(part.before, &["涉及", "存在", "涉"]))
            && list.opener == Opener::Sorted
            && list.parts.first() == Some(&(whole_index + 1))
    };
    let is_named =
        || is_taken_out() || list.parts.first().is_some_and(|&first| takes_up(passage, first, whole_index));
    let are_behind = list.parts.first().is_some_and(|&first| first > whole_index);
    let is_of_a_row = || {
        are_behind
            && !passage.is_part(whole_index)
            && passage.row_ending_at(whole_index).len() > 1
            && !is_named()
    };
    let exceeds_one = parts.iter().any(|part| exceeds(part, whole)) || is_above(sum);
    if exceeds_one && is_of_a_row() {
        return None;
    }
    let mut kind = exhaustiveness(whole, &named, list, is_followed_by_what_is_left(passage, list));
    if list.opener == Opener::Bracket && are_some_of_it(&named, whole, sum) {
        kind = Exhaustiveness::Unknown;
    }
    if kind == Exhaustiveness::Asserted && are_told_one_by_one(list.opener, &parts) {
        kind = Exhaustiveness::Denied;
    }
    if says_that_these_are_all(passage, &list.parts) {
        kind = Exhaustiveness::Asserted;
    }
    if kind != Exhaustiveness::Asserted
        && matches!(sum, Sum::Off { .. })
        && let Some(all) = first_that_add_up(whole, &parts)
    {
        return Some(total(whole, all, Sum::Meets, Status::Holds, true));
    }
    if is_partition(list.opener)
        && let Some(all) = with_the_next(passage, whole, list, &parts, sum)
    {
        return Some(total(whole, &all, Sum::Meets, Status::Holds, true));
    }
    let near = |sum: Sum, parts_needed: usize| match sum {
        // 三个中队查扣 …，全支队累计查扣 176 辆: the body may have others besides.
        Sum::Off { .. } if list.opener == Opener::OfAllNamed => is_slip_within(whole, &parts, sum, 10),
        Sum::Off { computed, excess } => {
            // Parts of a whole may leave something out, but not be more than it.
            let percent = if excess.is_negative() { 5 } else { 10 };
            parts.len() >= parts_needed
                && judge::is_within_percent(computed, whole.quantity.value, percent)
                && (list.opener == Opener::AllOf
                    || judge::is_within_percent(computed, whole.quantity.value, 1)
                    || explained_by_slip(whole, &parts, sum))
                || (is_by_form(list.opener, &named) && slip_within(whole, &parts, sum))
                || ((parts.len() >= 3 || kind == Exhaustiveness::Likely)
                    && swap_within(whole, &parts, sum, 15))
        }
        _ => false,
    };
    let (claim_kind, status, certain) = match (kind, sum) {
        (Exhaustiveness::Asserted, Sum::Meets) => (ClaimKind::Total, Status::Holds, true),
        (Exhaustiveness::Asserted, Sum::Off { .. }) => (ClaimKind::Total, Status::Broken, true),
        (Exhaustiveness::Asserted, Sum::Unclear) => (ClaimKind::Total, Status::Open, true),
        (
            Exhaustiveness::Likely
            | Exhaustiveness::Exclusive
            | Exhaustiveness::Unknown
            | Exhaustiveness::Denied,
            Sum::Meets,
        ) if parts.len() >= 2 && !list.is_open_ended => (ClaimKind::Total, Status::Holds, true),
        (Exhaustiveness::Likely | Exhaustiveness::Exclusive, Sum::Off { excess, .. })
            if !excess.is_negative() && !are_stages(&parts, whole) =>
        {
            (ClaimKind::Total, Status::Broken, true)
        }
        (Exhaustiveness::Likely, Sum::Off { .. })
            if (near(sum, 2) && !leaves_room(&named, sum)) || is_one_short(&named, sum) =>
        {
            (ClaimKind::Total, Status::Broken, false)
        }
        (Exhaustiveness::Unknown, Sum::Off { excess, .. })
            if near(
                sum,
                if is_partition(list.opener) || list.opener == Opener::OfAllNamed { 2 } else { 3 },
            ) && !(list.opener == Opener::Among
                && excess.is_negative()
                && need_not_be_all(&named)
                && !swap_within(whole, &parts, sum, 1)) =>
        {
            (ClaimKind::Total, Status::Broken, false)
        }
        _ => (ClaimKind::Subset, Status::Holds, true),
    };
    // Without 其中, a bracket or a partition there is no subset to speak of.
    if claim_kind == ClaimKind::Subset {
        return match list.opener {
            Opener::Stated | Opener::AllOf | Opener::CompleteSet | Opener::Sorted | Opener::Ordinals => {
                near(sum, 2).then(|| total(whole, &parts, sum, Status::Broken, false))
            }
            Opener::Reversed | Opener::Named | Opener::Numbered | Opener::OfAllNamed => None,
            _ => Some(subset(whole, &parts)),
        };
    }
    if list.opener == Opener::AllOf && status == Status::Broken && !near(sum, 2) {
        return None;
    }
    Some(total(whole, &parts, sum, status, certain))
}

/// 结果为满意 312 人、基本满意 20 人，弃权 8 人: the parts and the figure of the clause behind them, where they are less than the
/// whole without it and make it exactly with it.
fn with_the_next<'p, 'a>(
    passage: &'p Passage<'a>,
    whole: &Mention<'_>,
    list: &List,
    parts: &[&'p Mention<'a>],
    sum: Sum,
) -> Option<Vec<&'p Mention<'a>>> {
    let (last, next) = (list.parts.last()?, passage.mentions.get(list.parts.last()? + 1)?);
    let last = passage.mentions.get(*last)?;
    let is_short = matches!(sum, Sum::Off { excess, .. } if excess.is_negative());
    let follows = next.lead == Lead::Comma
        && next.segment == last.segment
        && next.bracket == last.bracket
        && next.clause == last.clause + 1
        && !next.begins(Cue::NewStatement)
        && next.quantity.class() == last.quantity.class();
    if !is_short || !follows {
        return None;
    }
    let all: Vec<&Mention<'_>> = parts.iter().copied().chain([next]).collect();
    let terms: Vec<_> = all.iter().map(|part| (1, part.quantity)).collect();
    (judge::adds_up(&terms, whole.quantity) == Sum::Meets).then_some(all)
}

/// 考试结果为合格 300 人，补考合格 15 人: whether results stand in clauses of their own, so that others may be left out, and are
/// no complete set.
fn are_told_one_by_one(opener: Opener, parts: &[&Mention<'_>]) -> bool {
    let labels: Vec<&str> = parts.iter().map(|part| label(part)).collect();
    opener == Opener::Partition
        && parts.first().is_some_and(|first| label::has(first.before, cues::RESULTS))
        && parts.iter().skip(1).any(|part| part.lead != Lead::Pause)
        && !kinds::are_complete(&labels)
}

/// 化工企业 118 家、食品企业 207 家、餐饮店 96 家: three that are named in three ways are some of many. Four things, or three
/// in as many characters each, are likely all.
fn need_not_be_all(parts: &[&Mention<'_>]) -> bool {
    let labels: Vec<&str> = parts.iter().map(|part| label(part)).collect();
    !(parallel::are_of_one_length(&labels)
        || parallel::are_papers(&labels)
        || (labels.len() >= 4 && parallel::are_things(&labels)))
}

/// 供养 1068 人（集中供养 352 人，失能 241 人）: whether two parts in a bracket that nothing shows to be of one kind are far
/// less than their whole, so that they are only some of it.
fn are_some_of_it(parts: &[&Mention<'_>], whole: &Mention<'_>, sum: Sum) -> bool {
    const FAR: i128 = 25;
    let labels: Vec<&str> = parts.iter().map(|part| label(part)).collect();
    let is_far = matches!(sum, Sum::Off { computed, excess }
        if excess.is_negative() && !judge::is_within_percent(computed, whole.quantity.value, FAR));
    parts.len() == 2 && is_far && !kinds::are_of_one_set(&labels) && !parallel::are_parallel(&labels)
}

/// Whether the row shows by its form that it is of the whole.
fn is_by_form(opener: Opener, parts: &[&Mention<'_>]) -> bool {
    let labels = || parts.iter().map(|part| label(part)).collect::<Vec<_>>();
    opener == Opener::AllOf
        || (opener == Opener::Stated
            && (parallel::are_parallel(&labels()) || parallel::are_things(&labels())))
}

fn is_partition(opener: Opener) -> bool {
    matches!(opener, Opener::Bracket | Opener::Partition | Opener::Colon | Opener::Shared)
}

/// 新建 26 个、改建 21 个: two parts that are alike in one sign only may leave a few out.
fn leaves_room(parts: &[&Mention<'_>], sum: Sum) -> bool {
    let labels: Vec<&str> = parts.iter().map(|part| label(part)).collect();
    parts.len() == 2
        && matches!(sum, Sum::Off { excess, .. } if excess.abs() <= Decimal::whole(2))
        && !parallel::are_parallel(&labels)
        && !kinds::are_of_one_set(&labels)
}

/// 应诉 63 件，其中开庭 57 件，负责人出庭 55 件: two of which each is nearly the whole are stages of the same.
fn are_stages(parts: &[&Mention<'_>], whole: &Mention<'_>) -> bool {
    let labels: Vec<&str> = parts.iter().map(|part| label(part)).collect();
    let is_nearly_all = |part: &&Mention<'_>| {
        judge::is_within_percent(part.quantity.value, whole.quantity.value, 20)
            && part.quantity.factor == whole.quantity.factor
    };
    parts.len() == 2 && parts.iter().all(is_nearly_all) && !kinds::are_of_one_set(&labels)
}

/// 以政府名义制发 9 件，以办公室名义制发 8 件: two parts in the very same words that miss by one.
fn is_one_short(parts: &[&Mention<'_>], sum: Sum) -> bool {
    let labels: Vec<&str> = parts.iter().map(|part| label(part)).collect();
    matches!(sum, Sum::Off { excess, .. } if excess.abs() == Decimal::whole(1))
        && parallel::are_in_the_same_words(&labels)
}

/// 原有 27 项，其中新增 5 项，取消 16 项: these change the stock and are no parts of it.
fn moves_a_stock(whole: &Mention<'_>, parts: &[&Mention<'_>]) -> bool {
    let mut labels: Vec<&str> = parts.iter().map(|part| label(part)).collect();
    // What they leave may be read on as a part: 取消 16 项，现有 51 项.
    let is_left = |last: &&str| last.starts_with('现') || label::begins(last, cues::CLOSING);
    while labels.len() > 1 && labels.last().is_some_and(is_left) {
        labels.pop();
    }
    (whole.has(Cue::Opening) || movement::is_former(whole.before)) && kinds::are_actions(&labels)
}

/// 净增 8 项，其中增加 21 项、取消 13 项: whether some of `parts` went, so that they make a net and are no parts of it.
fn some_went(parts: &[&Mention<'_>]) -> bool {
    parts.iter().any(|part| movement::in_words(part) == Some(Movement::Outflow))
}

/// 由 31 家增至 38 家，其中新增 9 家、注销 2 家: what came and went is no part of what there is now.
fn made_a_change(passage: &Passage<'_>, whole: usize, parts: &[&Mention<'_>]) -> bool {
    let is_end = whole.checked_sub(1).is_some_and(|from| growth::is_left_behind(passage, from));
    is_end
        && parts
            .iter()
            .all(|part| matches!(movement::in_words(part), Some(Movement::Inflow | Movement::Outflow)))
}

fn is_above(sum: Sum) -> bool {
    matches!(sum, Sum::Off { excess, .. } if !excess.is_negative())
}
