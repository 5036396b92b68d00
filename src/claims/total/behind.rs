//! What the words behind the last part of a list say of others beside the parts.
//!
//! 裁决 31 件，调解 28 件，撤回 13 件，别无其他结案方式: there are none. 查实 32 件、查否 40 件，正在核查 14 件: there are.
//!
//! *Invariant:* answered from words and marks only; no value is looked at.

use crate::claims::cues;
use crate::claims::label;
use crate::claims::list::List;
use crate::claims::statement::{Mention, Passage};

/// 裁决 31 件，调解 28 件，撤回 13 件，别无其他结案方式: whether the words behind the last of `parts` say that there are no others.
pub fn says_that_these_are_all(passage: &Passage<'_>, parts: &[usize]) -> bool {
    const NO_MORE: &[&str] = &[
        "别无",
        "再无其他",
        "除此之外未",
        "除此之外没有",
        "除此以外未",
        "除此以外没有",
        "无其他",
        "没有其他",
    ];
    let behind = parts.last().and_then(|&last| {
        let end = passage.mentions.get(last)?.quantity.span.end;
        let next = passage.mentions.get(last + 1).map_or(passage.end(), |next| next.start);
        passage.between(end, next).split('。').next()
    });
    behind.is_some_and(|words| label::has(words, NO_MORE))
}

/// 裁决 12 件、调解 61 件、撤回 21 件，全部在期限内办结: whether `parts` are ways in which a matter ends, and the clause behind them
/// says that all ended, with nothing told of what did not.
pub fn end_all_that_came_in(passage: &Passage<'_>, parts: &[usize]) -> bool {
    const ALL: &[&str] =
        &["全部", "均已", "均在", "均按", "均于", "均", "已全部", "现已全部", "都已", "目前均已"];
    const ENDED: &[&str] =
        &["办结", "审结", "结案", "办理完毕", "处理完毕", "处置完毕", "审理完毕", "审查完毕", "办毕", "了结"];
    const WAYS: &[&str] = &[
        "裁决", "裁定", "判决", "调解", "和解", "撤回", "撤诉", "撤案", "驳回", "维持", "撤销", "终止",
        "终结", "准予", "不予", "答复", "公开", "协议",
    ];
    const LONGEST: usize = 120;
    const LEFT: &[&str] = &["正在", "其余", "另有", "另外", "尚", "剩余", "在办", "未结", "待", "还有"];
    let end = parts.last().and_then(|&last| passage.mentions.get(last)).map(|last| last.quantity.span.end);
    let behind = end.map_or("", |end| label::first_characters(passage.between(end, passage.end()), LONGEST));
    let behind = behind.split('。').next().unwrap_or("");
    let clause = behind.strip_prefix('，').and_then(|words| words.split(['，', '；', '（']).next());
    // 撤回 21 件，结案率 100%
    const RATES: &[&str] =
        &["结案率", "办结率", "审结率", "按期结案率", "按期办结率", "按时办结率", "法定期限内结案率"];
    let is_hundred = |clause: &str| label::begins(clause, RATES) && clause.ends_with("100%");
    let says_so = clause.is_some_and(is_hundred)
        || clause.is_some_and(|clause| label::begins(clause, ALL) && label::has(clause, ENDED));
    let is_way = |part: &usize| {
        passage.mentions.get(*part).is_some_and(|part| {
            label::has(part.before, WAYS) && !label::begins(part.before, &["其中", "成功", "及时"])
        })
    };
    says_so && !label::has(behind, LEFT) && parts.len() >= 2 && parts.iter().all(is_way)
}

/// 审结 306 件，其中维持 103 件、…，未审结 26 件: whether `left` is told by what is not done of a `whole` that counts only what is.
fn is_beside_what_ended(whole: &Mention<'_>, left: &Mention<'_>) -> bool {
    const ENDED: &[&str] = &["审结", "办结", "结案", "办理完毕", "审理完毕"];
    const NOT_YET: &[&str] = &["未", "尚未", "正在", "仍在", "还在", "尚在", "在办", "在审", "待"];
    const TO_BE: &[&str] = &["应审结", "应办结", "应结案", "需办结", "须办结", "待办结", "未办结", "未审结"];
    label::has(whole.before, ENDED) && !label::has(whole.before, TO_BE) && label::begins(left.before, NOT_YET)
}

/// 查实 32 件、查否 40 件，正在核查 14 件: what is still to be done belongs to the whole as well, however complete the
/// labels before it are.
pub fn is_followed_by_what_is_left(passage: &Passage<'_>, list: &List) -> bool {
    const LEFT: &[&str] = &["正在", "尚", "仍", "还", "待", "暂", "在办", "在查", "未", "其余", "其他", "另"];
    // 维持 20 件、撤销 6 件，2 件正在审理: it may be said behind the figure, as may what went elsewhere.
    const GONE: &[&str] = &["移送", "移交", "转", "中止", "终止", "撤回", "撤诉", "已移送", "已转"];
    let is_left_behind = |next: &Mention<'_>| {
        next.before.is_empty() && (label::begins(next.after, LEFT) || label::begins(next.after, GONE))
    };
    let last = list
        .parts
        .last()
        .and_then(|&last| Some((passage.mentions.get(last)?, passage.mentions.get(last + 1)?)));
    last.is_some_and(|(last, next)| {
        next.segment == last.segment
            && next.bracket == last.bracket
            && next.quantity.class() == last.quantity.class()
            && (label::begins(next.before, LEFT) || is_left_behind(next))
            && !passage.mentions.get(list.whole).is_some_and(|whole| is_beside_what_ended(whole, next))
    })
}

/// 维持 71 件，变更 9 件，其余仍在复核: whether the clause right behind the last of `parts` tells of the rest, and not how much that is.
pub fn tells_of_the_rest_without_figure(passage: &Passage<'_>, parts: &[usize]) -> bool {
    let Some((at, last)) = parts.last().and_then(|&at| Some((at, passage.mentions.get(at)?))) else {
        return false;
    };
    let next = passage.mentions.get(at + 1);
    let has_figure =
        next.is_some_and(|next| next.clause == last.clause + 1 && next.sentence == last.sentence);
    let behind = passage.between(last.quantity.span.end, passage.end());
    let behind = behind.strip_prefix(last.after).unwrap_or(behind);
    let clause = behind.strip_prefix(['，', '；']);
    !has_figure && clause.is_some_and(|clause| label::begins(clause, cues::LEFT))
}
