//! What became something else than the stock counts: 注销 6 家、转为非学科类 5 家.
//!
//! *Invariant:* answered from words and places; no value is looked at.

use super::movement::Movement;
use super::verb_form::without_time;
use super::verbs;
use crate::claims::label;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::search;

/// Verbs of becoming something else.
const BECOMES: &[&str] = &["转为", "转成", "转作", "转入他类", "转入其他", "转入另", "改为", "变更为"];

/// What those become who stay what they were: 转为正式.
const STILL_THE_SAME: &[&str] = &[
    "正式",
    "长期",
    "常态",
    "固定",
    "永久",
    "专职",
    "全职",
    "线上",
    "网上",
    "电子",
    "普通程序",
    "书面",
    "继续",
    "保留",
    "暂",
    "延长",
    "重点",
];

/// Names of those who are no longer counted so once they are what they were to become.
const FOR_A_TIME: &[&str] = &["预备", "临时", "试用", "试行", "见习", "兼职", "短期", "暂行", "线下"];

/// Whether the figure at `index` is of those of `opening` that became something else, told beside another movement: that
/// takes them out, whatever the figures come to.
pub fn leaves(passage: &Passage<'_>, index: usize, opening: &Mention<'_>) -> bool {
    let becomes = passage.mentions.get(index).is_some_and(|mention| becomes_another(mention, opening));
    becomes && is_beside_movement(passage, index, opening)
}

/// Whether `mention` counts those of `opening` that became something else.
pub fn becomes_another(mention: &Mention<'_>, opening: &Mention<'_>) -> bool {
    let words = without_time(mention.before);
    // 由临时转为正式: what it was before is told, and that may be all that changed.
    let is_from_another = mention.before.contains('由');
    let object = search::behind(words, BECOMES);
    let is_still = |object: &str| {
        label::begins(object, STILL_THE_SAME) && !label::has(opening.run_up, FOR_A_TIME)
            || !object.is_empty() && opening.run_up.contains(object)
    };
    object.is_some_and(|object| !is_still(object))
        && !is_from_another
        && mention.quantity.is_amount()
        && mention.depth == 0
}

/// Whether the figure in front of the one at `index` or the one behind it moves the stock in the same row.
fn is_beside_movement(passage: &Passage<'_>, index: usize, opening: &Mention<'_>) -> bool {
    let moves = |mention: &Mention<'_>| {
        mention.depth == 0
            && mention.quantity.class() == opening.quantity.class()
            && verbs::does(Some(opening), mention)
                .is_some_and(|verb| matches!(verb.does, Movement::Inflow | Movement::Outflow))
    };
    let Some(mention) = passage.mentions.get(index) else { return false };
    let in_front = index.checked_sub(1).and_then(|at| passage.mentions.get(at));
    let behind = passage.mentions.get(index + 1);
    in_front.is_some_and(|front| front.sentence == mention.sentence && in_row(mention) && moves(front))
        || behind.is_some_and(|behind| behind.sentence == mention.sentence && in_row(behind) && moves(behind))
}

/// Whether `mention` goes on with a row: 、 or ， stands before it.
pub fn in_row(mention: &Mention<'_>) -> bool {
    matches!(mention.lead, Lead::Pause | Lead::Comma)
}
