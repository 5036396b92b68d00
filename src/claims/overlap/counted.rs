//! What is told to be in two parts at once: 持A证的 121 名、持B证的 66 名，两证都有的 49 名.
//!
//! *Invariant:* told by words alone; such parts are no more than some of their whole each, whatever their sum is.

use crate::claims::cues;
use crate::claims::label;
use crate::claims::statement::{Mention, Passage};
use crate::search::Words;

/// Words of those that are in several parts.
const IN_BOTH: &[&str] = &[
    "都有",
    "均有",
    "皆有",
    "都持",
    "均持",
    "都具",
    "均具",
    "皆具",
    "都是",
    "均为两",
    "都参加",
    "均参加",
    "兼有",
    "兼具",
    "兼备",
    "兼任",
    "兼持",
    "双证",
    "双持证",
    "双重身份",
    "双身份",
    "重叠",
    "交叉",
    "重合",
    "同时具",
    "同时持",
    "同时拥有",
    "同时有",
    "同时是",
    "同时为",
    "同时兼",
    "同时属",
    "同时符合",
    "同时涉及",
    "同时存在",
    "同时担任",
    "同时参",
    "同时取得",
    "同时获",
    "同时享受",
    "重复计",
];

const IN_BOTH_WORDS: Words = Words::of(IN_BOTH);

/// What is done to each other, and no overlap: 交叉检查 11 次.
const TO_EACH_OTHER: &[&str] = &[
    "交叉检查",
    "交叉执法",
    "交叉互查",
    "交叉互评",
    "交叉评查",
    "交叉评议",
    "交叉抽查",
    "交叉巡查",
    "交叉督查",
    "交叉督导",
    "交叉考核",
    "交叉审核",
    "交叉审查",
    "交叉办案",
    "交叉验收",
];

/// Whether `mention` counts those that are in two parts at once.
pub fn is_of_both(mention: &Mention<'_>) -> bool {
    // 其余 128 件都是信息公开类: what is left is in no other part.
    if label::begins(mention.before, cues::REST) {
        return false;
    }
    let is_told = |words: &str| IN_BOTH_WORDS.stand_in(words) && !label::has(words, TO_EACH_OTHER);
    let words = mention.before.trim_end_matches(['的', '有', '为', '达']);
    is_told(mention.before)
        || is_told(mention.after)
        || (words.ends_with("重复") && !label::takes_off(words))
        || words.starts_with('既')
}

/// Whether a figure behind the one at `last`, before any clause that counts something else, is of those in several
/// parts: 同时具备两项技能的 20 名.
pub fn is_told_behind(passage: &Passage<'_>, last: usize) -> bool {
    let Some(part) = passage.mentions.get(last) else { return false };
    let behind = || passage.ahead_from(last + 1).map(|(_, next)| next).take(MOST);
    let is_alike = |next: &Mention<'_>| next.quantity.class() == part.quantity.class();
    behind()
        .take_while(|next| next.sentence == part.sentence)
        .take_while(|next| behind().any(|other| other.clause == next.clause && is_alike(other)))
        .any(is_of_both)
}

/// How many figures behind the parts may tell of it: those in two parts of three, and those in all.
const MOST: usize = 4;
