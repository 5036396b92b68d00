//! Names in quotation marks against the number right behind them: all within one pair, “甲、乙、丙”三个环节, or each in its
//! own, “甲”“乙”“丙”三项行动.
//!
//! Takes a stated number, gives the statement of it and the quotations in front of it.
//!
//! *Invariant:* of things that no list knows as gathered, only a near miss is told.

use super::labels::{gathers, is_near, joints, names_kinds};
use super::{Listed, statement};
use crate::claims::Statement;
use crate::claims::label;
use crate::claims::statement::{Mention, Passage};
use crate::facts::TokenKind;
use crate::search;
use crate::source::ViewSpan;

/// What a quoted list may be called besides the names that gather: “服务、监管、执法、宣传”四项行动.
pub(super) const QUOTED: &[&str] = &[
    "行动", "工程", "任务", "措施", "举措", "制度", "清单", "工作", "内容", "机制", "程序", "流程", "关系",
    "力量", "队伍",
];

/// “甲、乙、丙”三个环节.
pub fn list_before(passage: &Passage<'_>, stated: &Mention<'_>) -> Option<Statement> {
    let before = stated.token.checked_sub(1)?;
    let is_method = is_method(stated);
    let may_gather = || gathers(stated) || label::begins(stated.after, QUOTED) || names_kinds(stated);
    if passage.kind(before) != Some(TokenKind::Quotation) || stated.after.is_empty() {
        return None;
    }
    let span = passage.span(before);
    // “甲、乙、丙”执法三步法: what the steps are of may stand between.
    let between = passage.between(span.end, stated.quantity.span.start);
    let is_of_method =
        || is_method && search::length(between) <= 4 && between.chars().all(char::is_alphabetic);
    // “甲、乙、丙”等三项机制: there are more of them than stand here, or as many.
    let is_followed_by_more = between == "等";
    if !between.is_empty() && !is_followed_by_more && !is_of_method() {
        return None;
    }
    let quoted = passage.between(span.start, span.end);
    let count = match quoted.matches('、').count() {
        0 => links(quoted),
        pauses => pauses + 1,
    };
    let most = count + joints(quoted);
    // “双随机、一公开”两项工作: two may be a name, three are a list.
    // Of other things only a near miss is told.
    let is_list = count >= if gathers(stated) { 2 } else { 3 }
        && (may_gather() || is_near(stated, count, most - count));
    is_list
        .then(|| {
            statement(
                stated,
                &Listed {
                    least: count,
                    likely: count,
                    most,
                    span,
                    is_open_ended: is_followed_by_more || quoted.ends_with("等”"),
                },
                false,
            )
        })
        .flatten()
}

/// 排查—登记—交办—销号, 排查→登记→交办, 网格+调解+法律服务: how many links such a chain has; 线上—线下 is one name.
fn links(quoted: &str) -> usize {
    const MARKS: &[char] = &['—', '→', '-', '–', '+'];
    const SHORTEST: usize = 3;
    // 司法+行政—信访: two marks are of two things.
    let of_one = |mark: &char| quoted.split(*mark).filter(|link| !link.is_empty()).count();
    let marks: Vec<usize> = MARKS.iter().map(of_one).filter(|links| *links > 1).collect();
    match marks.as_slice() {
        &[links] if links >= SHORTEST => links,
        _ => 1,
    }
}

/// 四步法, 五步工作法, 六步闭环工作法: steps of a method.
fn is_method(stated: &Mention<'_>) -> bool {
    stated.quantity.measure.is_some_and(|measure| measure.word == "步")
        && (label::begins(stated.after, &["法", "执法法", "调解法", "办案法"])
            || label::first_words(stated.after).contains("工作法"))
}

/// “甲”“乙”“丙”三项行动: quotations side by side.
pub fn row_before(passage: &Passage<'_>, stated: &Mention<'_>) -> Option<Statement> {
    let last = stated.token.checked_sub(1)?;
    let is_quotation = |at: usize| {
        passage.kind(at) == Some(TokenKind::Quotation) && !quoted_words(passage, at).contains('、')
    };
    let tail = passage.between(passage.span(last).end, stated.quantity.span.start);
    if !is_quotation(last) || !matches!(tail, "" | "等" | "共" | "等共") {
        return None;
    }
    let (mut first, mut count) = (last, 1);
    while let Some(before) = first.checked_sub(1) {
        let joined = match passage.kind(before) {
            Some(TokenKind::Quotation) => Some(before),
            Some(TokenKind::Pause) => before.checked_sub(1).filter(|&at| is_quotation(at)),
            _ => None,
        };
        let Some(next) = joined.filter(|&at| is_quotation(at)) else { break };
        let between = passage.between(passage.span(next).end, passage.span(first).start);
        if !matches!(between, "" | "、" | "和" | "及") {
            break;
        }
        (first, count) = (next, count + 1);
    }
    // 信用监管、“双随机”“一公开”: names without marks belong to the row as well.
    let start = passage.span(first).start;
    let ahead = passage.between(passage.paragraph.start, start);
    if count < 2 || ahead.ends_with(['、', '和', '及', '与', '”']) {
        return None;
    }
    // Of other things only a near miss of three or more is told: “甲”“乙”“丙”四个节点.
    let is_named = gathers(stated) || label::has(label::first_words(stated.after), QUOTED);
    let is_likely = count >= 3 && !stated.after.is_empty() && is_near(stated, count, 0);
    if !is_named && !is_likely {
        return None;
    }
    let span = ViewSpan { start, ..passage.span(last) };
    let listed =
        Listed { least: count, likely: count, most: count, span, is_open_ended: tail.starts_with('等') };
    statement(stated, &listed, false)
}

fn quoted_words<'a>(passage: &Passage<'a>, at: usize) -> &'a str {
    let span = passage.span(at);
    passage.between(span.start, span.end)
}
