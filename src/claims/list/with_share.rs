//! What is told of each part of a row right behind it: its share, or by how much it changed.
//!
//! Takes a figure and those behind it; says whether they tell of it further.
//!
//! *Invariant:* what tells of a part further stands in the segment of the part, with no other count between.

use super::whole::is_base;
use crate::claims::growth;
use crate::claims::label;
use crate::claims::statement::Passage;

/// Whether what the figure at `at` counts is told further by a share or a change right behind it, as in
/// 咨询类 1120 个，占 60.2%；投诉类 512 个，占 27.5%. Then each part has a segment of its own.
pub fn has_share(passage: &Passage<'_>, at: usize, or_change: bool) -> bool {
    const CHANGE: &[&str] = &[
        "同比",
        "增长",
        "下降",
        "上升",
        "增加",
        "减少",
        "比上年",
        "较上年",
        "比去年",
        "较去年",
        "完成",
        "为",
    ];
    // 22958 件，比上年增加 50.6%，占总量的 55.8%: the share may come behind the change.
    let aside = |next: usize| (at + 1..next).all(|between| growth::is_aside(passage, between, next));
    let comes_later = (at + 2..at + 4)
        .any(|next| passage.mentions.get(next).is_some_and(|share| share.quantity.is_share()) && aside(next));
    comes_later
        || passage.mentions.get(at).zip(passage.mentions.get(at + 1)).is_some_and(|(part, next)| {
            let tells = next.quantity.is_share() || is_step(passage, at + 1) || is_base(passage, at + 1);
            tells
                && (next.before.starts_with('占') || (or_change && label::begins(next.before, CHANGE)))
                && next.segment == part.segment
        })
}

/// Whether the figure at `index` is by how much the one before it changed: 8.2 亿元，增加 0.3 亿元，增长 3.8%.
pub fn is_step(passage: &Passage<'_>, index: usize) -> bool {
    passage.mentions.get(index).zip(passage.mentions.get(index + 1)).is_some_and(|(step, percent)| {
        step.quantity.is_amount()
            && percent.quantity.is_share()
            && percent.clause == step.clause + 1
            && growth::changes_by(step)
            && growth::changes_by(percent)
    })
}
