//! A number and, behind a colon, as many segments: 抓好以下四项工作：完善制度；强化培训；加大普法力度；提升服务水平。
//!
//! *Invariant:* the words say that the things follow (以下, 如下, 下列), no segment has a number, a name in front of a colon
//! or a comma of its own, and only a near miss is told.

use super::labels::is_near;
use super::{Listed, statement};
use crate::claims::Statement;
use crate::claims::label;
use crate::claims::statement::{Mention, Passage};
use crate::facts::TokenKind;
use crate::search;
use crate::source::ViewSpan;

/// The segments behind `stated` against its number.
pub(super) fn behind(passage: &Passage<'_>, stated: &Mention<'_>) -> Option<Statement> {
    const LEADING: &[&str] = &["以下", "如下", "下列"];
    const LONGEST_NOUN: usize = 8;
    const LONGEST_LIST: usize = 300;
    let colon = stated.token + 1;
    let is_led = LEADING.iter().any(|word| stated.before.ends_with(word)) || stated.after.ends_with("如下");
    let is_measured =
        matches!(stated.quantity.word(), "项" | "个" | "点" | "条" | "方面" | "环节" | "大" | "件");
    if !is_led
        || !is_measured
        || search::length(stated.after) > LONGEST_NOUN
        || passage.kind(colon) != Some(TokenKind::Colon)
    {
        return None;
    }
    let from = passage.span(colon).end;
    let list = passage.between(from, passage.end()).split(['。', '\n']).next()?;
    let items: Vec<&str> = list.split('；').collect();
    // 一是…；二是…: numbered items are counted elsewhere.
    let is_plain = |item: &&str| {
        search::length(item) >= 2
            && !item.contains(['，', '：', '（', '①'])
            && !item.contains(|ch: char| ch.is_ascii_digit())
            && !label::begins(item, &["一是", "二是", "其中", "同时", "此外", "另", "并"])
    };
    let is_list = items.len() >= 3 && list.len() <= LONGEST_LIST && items.iter().all(is_plain);
    if !is_list || !is_near(stated, items.len(), 0) {
        return None;
    }
    let count = items.len();
    let is_open_ended = list.ends_with('等');
    let span = ViewSpan::new(from as usize, from as usize + list.len());
    statement(stated, &Listed { least: count, likely: count, most: count, span, is_open_ended }, false)
}
