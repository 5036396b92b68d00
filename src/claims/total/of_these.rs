//! Whether a row of results is of the figure before it: how those cases ended that stand right in front, or what others said and did.
//!
//! *Invariant:* a row that begins another sentence is said to be of others, never to be wrong, where it lies far from the figure before.

use crate::claims::Statement;
use crate::claims::cues;
use crate::claims::kinds;
use crate::claims::label;
use crate::claims::list::{List, Opener};
use crate::claims::statement::Passage;
use crate::facts::Decimal;

/// 共 11 人在中心办公。邀请第三方测评，满意 2160 人，…: whether a set of results that begins another sentence comes to less than half of the figure
/// before it, or to more than twice that, so that it is of others; or has a sum of its own.
pub fn are_of_others(passage: &Passage<'_>, list: &List, first: &Statement) -> bool {
    let places =
        passage.mentions.get(list.whole).zip(list.parts.first().and_then(|&at| passage.mentions.get(at)));
    let Some((whole, part)) = places.filter(|_| list.opener == Opener::CompleteSet) else { return false };
    // 全年接访 412 批。一季度 210 批，…四季度 166 批，合计 750 批: the row has a sum of its own.
    let has_own_sum = || {
        let behind = list.parts.last().and_then(|&last| passage.ahead_from(last + 1).next());
        behind.is_some_and(|(_, sum)| {
            sum.sentence == part.sentence
                && sum.quantity.class() == part.quantity.class()
                && label::begins(sum.before, cues::ALL_SUMS)
        })
    };
    let twice = |value: Decimal| value.times(Decimal::whole(2));
    let is_far_off = |computed: Decimal| {
        let stated = whole.quantity.value;
        twice(computed)
            .zip(twice(stated))
            .is_none_or(|(computed_twice, stated_twice)| computed_twice < stated || stated_twice < computed)
    };
    whole.sentence < part.sentence
        && first.fault.is_some_and(|fault| is_far_off(fault.computed) || has_own_sum())
}

/// 受理 9 件，审结 8 件，其中决定赔偿 3 件，驳回 3 件，达成和解 2 件: whether the parts tell how those cases ended that are right in front of them by
/// what was ended.
pub fn is_how_these_ended(passage: &Passage<'_>, list: &List) -> bool {
    let ended = passage
        .mentions
        .get(list.whole)
        .is_some_and(|whole| label::has(whole.before, &["审结", "结案", "办结"]));
    let labels = || list.parts.iter().filter_map(|&part| passage.mentions.get(part)).map(label::label);
    ended && list.opener == Opener::Among && kinds::are_decisions(&labels().collect::<Vec<_>>())
}
