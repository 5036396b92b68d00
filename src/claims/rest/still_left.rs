//! What is still left, with nothing said of what it is: 上述 138 所学校已有 131 所完成核准，尚余 7 所.
//!
//! *Invariant:* only one figure tells what was done with those that are pointed at, or with all that stand right before it.

use super::goes_on;
use crate::claims::cue_set::Cue;
use crate::claims::cues;
use crate::claims::judge;
use crate::claims::label;
use crate::claims::statement::{Mention, Passage};
use crate::claims::{Statement, total};
use crate::search;

/// 尚余 9 所, 还剩 9 个正在整改: what is still left, with nothing said of what it is but that it is not done.
pub(super) fn says_so(mention: &Mention<'_>) -> bool {
    const LEFT: &[&str] = &[
        "尚余",
        "还余",
        "仍余",
        "尚剩",
        "还剩",
        "仍剩",
        "尚剩余",
        "还剩余",
        "仅余",
        "仅剩",
        "尚欠",
        "仍欠",
        "还欠",
    ];
    const TO_COME: &[&str] = &["计划", "将", "拟", "预计", "预期"];
    let goes_on = || label::begins(mention.after, TO_COME) || label::begins(mention.after, cues::STILL_TO_DO);
    LEFT.contains(&mention.before) && (mention.after.is_empty() || goes_on())
}

/// 上述 138 所学校已有 131 所完成核准，核准率 94.9%，尚余 7 所: of those that are pointed at nothing else can be left than what was not
/// done, where only one figure tells what was.
pub(super) fn of_those(passage: &Passage<'_>, index: usize, rest: &Mention<'_>) -> Option<Statement> {
    const THOSE: &[&str] = &["上述", "以上", "前述", "该批", "这批", "这", "此"];
    let mut row = passage
        .back_from(index)
        .map(|(_, mention)| mention)
        .take_while(|mention| mention.sentence == rest.sentence)
        .filter(|mention| !mention.quantity.is_share());
    let (done, whole) = (row.next()?, row.next()?);
    let is_only = row.next().is_none() && !goes_on(passage, index, rest);
    let is_row = [done, whole].iter().all(|mention| {
        mention.depth == 0
            && mention.segment == rest.segment
            && mention.quantity.is_amount()
            && mention.quantity.class() == rest.quantity.class()
    });
    let is_done = done.before.starts_with('已') || done.has(Cue::Done) || done.before.ends_with("已有");
    let is_of_those =
        is_only && is_row && is_done && (THOSE.contains(&whole.before) || is_done_with(whole, done, rest));
    let parts = [done, rest];
    let sum = judge::adds_up(&parts.map(|part| (1, part.quantity)), whole.quantity);
    is_of_those.then(|| total::total(whole, &parts, sum, sum.status(), true))
}

/// 拖欠工程款涉及项目 26 个，已清偿 17 个，还剩 9 个: whether a verb behind 已 with no object of its own tells what was done with all of the
/// `whole` right before it but the `rest`. Of 已移送 others may be done with otherwise.
fn is_done_with(whole: &Mention<'_>, done: &Mention<'_>, rest: &Mention<'_>) -> bool {
    const LONGEST_VERB: usize = 4;
    const HANDED_ON: &[&str] =
        &["移送", "移交", "立案", "起诉", "核实", "核查", "交办", "转办", "启动", "开工"];
    let verb = done.before.strip_prefix('已').unwrap_or("");
    (1..=LONGEST_VERB).contains(&search::length(verb))
        && !label::has(verb, HANDED_ON)
        && done.after.is_empty()
        // 受理 84 件，已办结 80 件，尚余 9 件: some may have been left of the year before.
        && !label::has(whole.before, cues::CAME_IN)
        && (done.clause, rest.clause) == (whole.clause + 1, done.clause + 1)
        && done.quantity.base() <= whole.quantity.base()
}
