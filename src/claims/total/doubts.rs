//! What the words and the marks of parts, and how far they miss their whole, tell against their being all of it, or parts at all.
//!
//! 应诉 63 件，其中开庭 57 件，负责人出庭 55 件: two stages of the same.
//!
//! *Invariant:* each doubt is of one form that the parts have; [`super::row`] says what comes of it.

use crate::claims::cue_set::Cue;
use crate::claims::flow::movement::{self, Movement};
use crate::claims::growth;
use crate::claims::judge::{self, Sum};
use crate::claims::label::{self, label};
use crate::claims::list::Opener;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::claims::{cues, kinds, parallel};
use crate::facts::Decimal;

/// 考试结果为合格 300 人，补考合格 15 人: whether results stand in clauses of their own, so that others may be left out, and are
/// no complete set.
pub fn are_told_one_by_one(opener: Opener, parts: &[&Mention<'_>]) -> bool {
    let labels: Vec<&str> = parts.iter().map(|part| label(part)).collect();
    opener == Opener::Partition
        && parts.first().is_some_and(|first| label::has(first.before, cues::RESULTS))
        && parts.iter().skip(1).any(|part| part.lead != Lead::Pause)
        && !kinds::are_complete(&labels)
}

/// 化工企业 118 家、食品企业 207 家、餐饮店 96 家: three that are named in three ways are some of many. Four things, or three
/// in as many characters each, are likely all.
pub fn need_not_be_all(parts: &[&Mention<'_>]) -> bool {
    let labels: Vec<&str> = parts.iter().map(|part| label(part)).collect();
    !(parallel::are_of_one_length(&labels)
        || parallel::are_papers(&labels)
        || (labels.len() >= 4 && parallel::are_things(&labels)))
}

/// 供养 1068 人（集中供养 352 人，失能 241 人）: whether two parts in a bracket that nothing shows to be of one kind are far
/// less than their whole, so that they are only some of it.
pub fn are_some_of_it(parts: &[&Mention<'_>], whole: &Mention<'_>, sum: Sum) -> bool {
    const FAR: i128 = 10;
    const FEW: i128 = 2;
    let labels: Vec<&str> = parts.iter().map(|part| label(part)).collect();
    let is_far = matches!(sum, Sum::Off { computed, excess }
        if excess.is_negative()
            && excess.abs() > Decimal::whole(FEW)
            && !judge::is_within_percent(computed, whole.quantity.value, FAR));
    parts.len() == 2 && is_far && !kinds::are_of_one_set(&labels) && !parallel::are_parallel(&labels)
}

/// 新建 26 个、改建 21 个: two parts that are alike in one sign only may leave a few out.
pub fn leaves_room(parts: &[&Mention<'_>], sum: Sum) -> bool {
    let labels: Vec<&str> = parts.iter().map(|part| label(part)).collect();
    parts.len() == 2
        && matches!(sum, Sum::Off { excess, .. } if excess.abs() <= Decimal::whole(2))
        && !parallel::are_parallel(&labels)
        && !kinds::are_of_one_set(&labels)
}

/// 应诉 63 件，其中开庭 57 件，负责人出庭 55 件: two of which each is nearly the whole are stages of the same.
pub fn are_stages(parts: &[&Mention<'_>], whole: &Mention<'_>) -> bool {
    let labels: Vec<&str> = parts.iter().map(|part| label(part)).collect();
    let is_nearly_all = |part: &&Mention<'_>| {
        judge::is_within_percent(part.quantity.value, whole.quantity.value, 20)
            && part.quantity.factor == whole.quantity.factor
    };
    parts.len() == 2 && parts.iter().all(is_nearly_all) && !kinds::are_of_one_set(&labels)
}

/// 以政府名义制发 9 件，以办公室名义制发 8 件: two parts in the very same words that miss by one.
pub fn is_one_short(parts: &[&Mention<'_>], sum: Sum) -> bool {
    let labels: Vec<&str> = parts.iter().map(|part| label(part)).collect();
    matches!(sum, Sum::Off { excess, .. } if excess.abs() == Decimal::whole(1))
        && parallel::are_in_the_same_words(&labels)
}

/// 原有 27 项，其中新增 5 项，取消 16 项: these change the stock and are no parts of it.
pub fn moves_a_stock(whole: &Mention<'_>, parts: &[&Mention<'_>]) -> bool {
    let mut labels: Vec<&str> = parts.iter().map(|part| label(part)).collect();
    // What they leave may be read on as a part: 取消 16 项，现有 51 项.
    let is_left = |last: &&str| last.starts_with('现') || label::begins(last, cues::CLOSING);
    while labels.len() > 1 && labels.last().is_some_and(is_left) {
        labels.pop();
    }
    (whole.has(Cue::Opening) || movement::is_former(whole.before)) && kinds::are_actions(&labels)
}

/// 净增 8 项，其中增加 21 项、取消 13 项: whether some of `parts` went, so that they make a net and are no parts of it.
pub fn some_went(parts: &[&Mention<'_>]) -> bool {
    parts.iter().any(|part| movement::in_words(part) == Some(Movement::Outflow))
}

/// 由 31 家增至 38 家，其中新增 9 家、注销 2 家: what came and went is no part of what there is now.
pub fn made_a_change(passage: &Passage<'_>, whole: usize, parts: &[&Mention<'_>]) -> bool {
    let is_end = whole.checked_sub(1).is_some_and(|from| growth::is_left_behind(passage, from));
    is_end
        && parts
            .iter()
            .all(|part| matches!(movement::in_words(part), Some(Movement::Inflow | Movement::Outflow)))
}

/// 事项 1286 项，其中甲 1262 项，占 98.1%，乙 826 项，占 64.2%: whether every part has the share behind it that it has of `whole`, so that
/// these are far more than all together and the parts lie in each other.
pub fn overlap_by_their_shares(passage: &Passage<'_>, whole: &Mention<'_>, parts: &[&Mention<'_>]) -> bool {
    const MORE_THAN_ALL: i128 = 110;
    let share_of = |part: &&Mention<'_>| {
        let share = passage.mentions.get(passage.index_of(part) + 1)?;
        let is_right_behind = share.quantity.is_share() && share.clause <= part.clause + 1;
        let written = share.quantity.value;
        let all = whole.exact()?;
        let gap = part.exact()?.times(Decimal::whole(100))?.minus(written.times(all)?)?.abs();
        (is_right_behind && gap <= written.step().times(all)?).then_some(written)
    };
    let sum = parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.plus(share_of(part)?));
    parts.len() >= 2 && sum.is_some_and(|sum| sum > Decimal::whole(MORE_THAN_ALL))
}
