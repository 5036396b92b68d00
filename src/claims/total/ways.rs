//! Labels of ways of which one thing can go only one.
//!
//! 不合格的 5 家中，注销许可 3 家，责令停业 2 家; 其余 7 件中，转入诉讼 3 件、仲裁 4 件.
//!
//! *Invariant:* one label or one whole is looked at by itself; [`super::exhaustive`] asks of all.

use crate::claims::label;
use crate::claims::statement::Mention;

/// Whether `label` names a measure that puts an end to what its object does.
pub fn puts_an_end(label: &str) -> bool {
    const FRONT: &[&str] = &["依法", "责令", "予以", "被", "已"];
    const ENDS: &[&str] = &[
        "注销",
        "吊销",
        "撤销",
        "取缔",
        "关停",
        "关闭",
        "停业",
        "停产",
        "停办",
        "停止办学",
        "摘牌",
        "终止",
        "转为",
        "转型",
    ];
    let front = FRONT.iter().fold(label, |words, front| words.strip_prefix(front).unwrap_or(words));
    label::begins(front, ENDS)
}

/// Whether `whole` counts what is left, or what was not done: 其余 7 件, 未调处成功的 7 件.
pub fn is_what_is_left(whole: &Mention<'_>) -> bool {
    whole.is_rest()
        || whole
            .before
            .strip_suffix('的')
            .is_some_and(|words| label::begins(label::strip(words), &["未", "没有", "尚未"]))
}

/// Whether `label` names a way that a matter goes when it was not ended, and that leads to no other.
pub fn goes_on(label: &str) -> bool {
    const FRONT: &[&str] = &["依法", "已", "均", "予以", "引导", "建议"];
    const WAYS: &[&str] = &[
        "转入", "转为", "进入", "移送", "移交", "诉讼", "起诉", "提起", "仲裁", "申请", "撤回", "撤诉",
        "终止", "中止", "列入", "纳入", "正在", "尚在", "待", "继续", "司法", "其他",
    ];
    let front = FRONT.iter().fold(label, |words, front| words.strip_prefix(front).unwrap_or(words));
    label::begins(front, WAYS)
}
