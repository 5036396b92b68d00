//! What came and what went, told side by side: 由 512 项调整为 530 项，增加 31 项、减少 13 项.
//!
//! *Invariant:* of two such figures neither is all that changed, whether the flow that they make is right or wrong.

use super::change::{Change, change_kind};
use super::words;
use crate::claims::label;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::search;

/// Whether the change at `index` goes one way and its neighbour, of the same thing, the other.
pub fn is_gross(passage: &Passage<'_>, index: usize) -> bool {
    let Some(change) = passage.mentions.get(index).filter(|change| change.quantity.is_amount()) else {
        return false;
    };
    let before = index.checked_sub(1).and_then(|before| passage.mentions.get(before));
    let behind = passage.mentions.get(index + 1);
    before.is_some_and(|before| go_both_ways(before, change))
        || behind.is_some_and(|behind| go_both_ways(change, behind))
}

/// Whether `second` goes on from `first` with the contrary, of the same thing and against the same time.
fn go_both_ways(first: &Mention<'_>, second: &Mention<'_>) -> bool {
    const JOINED: &[&str] = &["同时", "另外", "另", "又", "并", "而", "相应", "累计", "共"];
    let adjoins = first.segment == second.segment
        && first.bracket == second.bracket
        && first.quantity.class() == second.quantity.class()
        && match second.lead {
            Lead::Pause => first.clause == second.clause,
            Lead::Comma => first.clause + 1 == second.clause,
            _ => false,
        };
    if !adjoins {
        return false;
    }
    // 立案增加 9 件，结案减少 4 件 are changes of two things, and 同比增加 9 件、环比减少 4 件 against two times.
    let words = search::behind(second.before, JOINED).unwrap_or(second.before);
    let told = change_kind(second);
    // 其中商品类减少 80 件、服务类增加 20 件: what a pause joins are parts of what changed.
    let is_of_the_same = |words: &str| {
        words::has_no_subject(words)
            || second.lead == Lead::Pause && words::behind_comparison(words).is_none()
    };
    match change_kind(first) {
        Some(Change::Up) if told == Some(Change::Down) => is_of_the_same(words),
        Some(Change::Down) if told == Some(Change::Up) => is_of_the_same(words),
        // 增加 31 项、取消 13 项: a verb of its own takes some away.
        Some(Change::Up) if told.is_none() && second.lead == Lead::Pause => label::begins(words, TAKEN_AWAY),
        None if told == Some(Change::Up) && second.lead == Lead::Pause => {
            words::has_no_subject(words) && label::begins(first.before, TAKEN_AWAY)
        }
        _ => false,
    }
}

/// Verbs of taking some off a list.
const TAKEN_AWAY: &[&str] =
    &["取消", "删除", "核减", "剔除", "废止", "下放", "退出", "调出", "划出", "移出", "注销", "撤销", "合并"];
