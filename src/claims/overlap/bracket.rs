//! Brackets that say that some of a row are in two of its parts: 环境损害类 2 家（1 家同时从事两类业务）.
//!
//! *Invariant:* told by the words of the bracket right behind a part, never by the sum.

use super::NOT_TWICE;
use crate::claims::label;
use crate::claims::list::List;
use crate::claims::statement::Passage;
use crate::search;

/// What some do besides, or what is counted more than once.
const IN_TWO: &[&str] = &[
    "同时",
    "重复",
    "重叠",
    "交叉",
    "既",
    "双重",
    "两类均",
    "两项均",
    "两类都",
    "两项都",
    "分别计",
    "合署",
    "合用",
    "共用",
    "套人马",
    "块牌子",
];

/// That they are not, or no more.
const COUNTED_ONCE: &[&str] = &["剔除", "扣除", "去重", "只计", "不再"];

/// How long the words of a part and its bracket may be.
const LONGEST: usize = 60;

/// Whether a bracket behind one of the parts of `list`, or behind the whole row, says that some are in two of them.
pub fn is_told(passage: &Passage<'_>, list: &List) -> bool {
    list.parts.iter().filter_map(|&part| passage.mentions.get(part)).any(|part| {
        let behind = passage.between(part.quantity.span.end, passage.end());
        let behind = label::first_characters(behind, LONGEST);
        let bracket = behind.strip_prefix(part.after).and_then(|rest| rest.strip_prefix('（'));
        let words = bracket.and_then(|rest| rest.split('）').next()).unwrap_or("");
        search::length(part.after) <= 8
            && (label::has(words, IN_TWO) || does_both(words))
            && !label::has(words, COUNTED_ONCE)
            && !label::has(words, NOT_TWICE)
    })
}

/// 两组共检查 19 家（2 家重复）, 共检查 19 家，其中 2 家由两组联合检查: whether words right behind the sum of `list` tell why it is less than its
/// parts.
pub fn is_told_of_sum(passage: &Passage<'_>, list: &List) -> bool {
    const TWICE: &[&str] = &["重复", "去重", "重叠", "交叉", "重合", "联合", "共同", "同时"];
    const ONCE: &[&str] = &[
        "只计一",
        "只算一",
        "计为一",
        "计作一",
        "按一次计",
        "按一家计",
        "去重",
        "剔除",
        "扣除重复",
        "合并计",
        "不重复计",
    ];
    let Some(sum) = passage.mentions.get(list.whole) else { return false };
    // 分别为 286 次、174 次，一并开展的只计一次，累计 426 次.
    let last = list.parts.last().and_then(|&last| passage.mentions.get(last));
    let is_once =
        last.is_some_and(|last| label::has(passage.between(last.quantity.span.end, sum.start), ONCE));
    if is_once {
        return true;
    }
    let behind = label::first_characters(passage.between(sum.quantity.span.end, passage.end()), LONGEST);
    let words = behind.strip_prefix(sum.after).unwrap_or(behind);
    let clause = words.strip_prefix('（').and_then(|rest| rest.split('）').next()).or_else(|| {
        words.strip_prefix('，').filter(|rest| rest.starts_with("其中"))?.split(['。', '；']).next()
    });
    clause.is_some_and(|clause| label::has(clause, TWICE) && !label::has(clause, NOT_TWICE))
}

/// 3 家兼种两种药材: whether 兼 stands in `words` as a verb; 兼职 and 兼顾 are other words.
fn does_both(words: &str) -> bool {
    const OTHERS: &[char] = &['职', '顾', '容', '并'];
    words.split('兼').skip(1).any(|behind| !behind.is_empty() && !behind.starts_with(OTHERS))
}
