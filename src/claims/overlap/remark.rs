//! Words behind a row that say that some are in several of its parts: 部分受援人同时属于两类对象, 同一门店可能存在多个问题.
//!
//! *Invariant:* told by words alone, in the segment of the row or in a sentence right behind it.

use super::NOT_TWICE;
use crate::claims::label::{begins, first_characters, has};
use crate::claims::statement::{Mention, Passage};
use crate::search;

/// Who is meant, where it is not the whole row.
const SOME: &[&str] = &[
    "部分",
    "有的",
    "个别",
    "少数",
    "同一",
    "一些",
    "不少",
    "其中有",
    "有人",
    "多数",
    "有些",
    "同个",
    "一份",
    "一件",
    "一人",
    "一个",
    "一家",
    "一户",
    "一名",
    "一项",
    "一处",
    "一宗",
    "一起",
    "每份",
    "每件",
    "每家",
    "每户",
];

/// That these are in more than one part.
const IN_SEVERAL: &[&str] = &[
    "同时",
    "兼",
    "交叉",
    "重叠",
    "重复",
    "重合",
    "多类",
    "多项",
    "多种",
    "多个",
    "多重",
    "双重",
    "双料",
    "两类",
    "两种",
    "两项",
    "两个以上",
    "数项",
    "几类",
    "多岗",
    "多证",
];

/// The same in so many words.
const OVERLAPS: &[&str] = &[
    "有交叉",
    "存在交叉",
    "相互交叉",
    "有重叠",
    "存在重叠",
    "有重复",
    "存在重复",
    "可重复",
    "会重复",
    "重复计",
    "重复统计",
    "交叉统计",
    "交叉计",
    "兼有两",
    "兼有多",
    "兼具两",
    "兼具多",
    "可多选",
    "可多类",
];

/// A thing in the singular of which more than one is told: 一案多类, 一人多岗, 一企多证.
const ONE_OF_MANY: &[&str] =
    &["一案多", "一人多", "一户多", "一企多", "一店多", "一件多", "一事多", "一家多", "一单多"];

/// How many these are: 4 人受双重处分, 3 件并处.
const IN_BOTH: &[&str] = &[
    "双重",
    "并处",
    "既受",
    "合并处",
    "同时受",
    "同时被",
    "同时从事",
    "同时具",
    "同时属",
    "同时涉",
    "同时开展",
    "兼营",
    "兼有",
    "兼具",
];

/// Words that say of what is told to be in several that it is not, or no more.
const DENIED: &[&str] = &["互不", "不存在", "剔除", "去重", "扣除", "不再重复", "不含重复", "避免"];

/// How many characters behind the row it may be told.
const FARTHEST: usize = 120;

/// Whether the words behind the figures `row` of `passage` say that some are in several of them.
pub fn is_told_behind(passage: &Passage<'_>, row: impl Iterator<Item = usize>) -> bool {
    let Some(last) = row.max() else { return false };
    let Some(mention) = passage.mentions.get(last) else { return false };
    let behind = first_characters(passage.between(mention.quantity.span.end, passage.end()), FARTHEST);
    let (sentence, further) = behind.split_once('。').unwrap_or((behind, ""));
    let segment = sentence.split('；').next().unwrap_or("");
    // What counts once more begins another row.
    let class = mention.quantity.class();
    let next = passage.ahead_from(last + 1).map(|(_, next)| next).find(|next| next.quantity.class() == class);
    let end =
        next.map_or(segment.len(), |next| (next.quantity.span.start - mention.quantity.span.end) as usize);
    let segment = segment.get(..end).unwrap_or(segment);
    let own = further.split(['。', '；']).next().unwrap_or("");
    let is_counted = |next: &Mention<'_>| {
        next.sentence == mention.sentence
            && next.clause <= mention.clause + 1
            && (has(next.before, IN_BOTH) || has(next.after, IN_BOTH))
    };
    segment.split(['，', '（', '）']).any(tells)
        || next.is_some_and(is_counted)
        || (begins(own, SOME) && tells(own))
}

/// Whether the clause `words` tells it.
fn tells(words: &str) -> bool {
    const LONGEST: usize = 24;
    let is_said =
        || has(words, OVERLAPS) || has(words, ONE_OF_MANY) || (begins(words, SOME) && has(words, IN_SEVERAL));
    search::length(words) <= LONGEST && is_said() && !has(words, DENIED) && !has(words, NOT_TWICE)
}
