//! What is done with those who are there already: 到期换发 120 名, 遗失补证 6 名; 另有 112 项仅变更名称.
//!
//! *Invariant:* papers move nothing only where persons or bodies are counted and nothing tells that those whose papers ended
//! went out first.

use super::verb_form::without_time;
use super::verbs::are_papers_held;
use crate::claims::label;
use crate::claims::statement::{Mention, Passage};
use crate::facts::Class;
use crate::search;

/// Verbs with which papers are handed out once more.
const ONCE_MORE: &[&str] = &[
    "换发",
    "换证",
    "换领",
    "换发新证",
    "换领新证",
    "补发",
    "补证",
    "补领",
    "续期",
    "续证",
    "延续",
    "换发证件",
    "换发证书",
    "补发证件",
    "补发证书",
];

/// Words of those whose papers ended.
const ENDED: &[&str] = &["到期", "期满", "届满", "过期", "失效", "逾期"];

/// How many figures on each side may tell of those.
const NEAREST: usize = 12;

/// Whether the figure at `index` counts those whose papers were renewed, so that the stock stays as it was.
pub fn renews(passage: &Passage<'_>, index: usize, opening: &Mention<'_>) -> bool {
    let Some(mention) = passage.mentions.get(index) else { return false };
    let is_once_more =
        |words: &str| search::ending(words.trim_end_matches(['的', '了']), ONCE_MORE).is_some();
    // 库存空白证件 300 本，换发 120 本: these were handed out.
    let are_holders = matches!(mention.quantity.class(), Some(Class::Person | Class::Word("家" | "户")))
        || are_papers_held(opening);
    let went_out = || {
        let in_front = passage.back_from(index).take(NEAREST);
        let behind = passage.ahead_from(index + 1).take(NEAREST);
        in_front.chain(behind).any(|(_, other)| {
            other.sentence == mention.sentence
                && label::has(other.before, ENDED)
                && !is_once_more(other.before)
        })
    };
    are_holders
        && mention.quantity.is_amount()
        && mention.depth == 0
        && is_once_more(mention.before)
        && !went_out()
}

/// 另有 112 项仅变更名称: whether the words behind the figure tell that nothing but a name or a wording was changed.
pub fn only_its_words(mention: &Mention<'_>) -> bool {
    const SMALL: &[char] =
        &['仅', '只', '是', '属', '系', '为', '均', '涉', '及', '对', '作', '了', '进', '行', '其'];
    const CHANGES: &[&str] = &["变更", "修改", "调整", "规范", "完善", "优化", "修订", "更改"];
    const WORDS: &[&str] = &["名称", "表述", "文字", "依据", "要素", "编码"];
    const AHEAD: &[&str] =
        &["另", "另有", "另外", "另外有", "还有", "此外有", "另对", "还对", "对", "有", ""];
    let ahead = without_time(mention.before);
    let words = mention.after.trim_start_matches(SMALL);
    let is_changed = || {
        let is_behind = search::beginning(words, CHANGES)
            .and_then(|verb| words.strip_prefix(verb))
            .is_some_and(|object| label::has(object, WORDS));
        is_behind || label::begins(words, WORDS) && label::has(words, CHANGES)
    };
    mention.quantity.is_amount()
        && mention.depth == 0
        && AHEAD.contains(&ahead)
        && (label::begins(words, &["更名", "改名"]) || is_changed())
        && !label::has(words, &["增加", "减少", "取消", "新增", "划出", "划入"])
}
