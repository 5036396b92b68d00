//! Names in a row, plain or in quotation marks, against the number right behind them.
//!
//! *Invariant:* 和 may join two names or stand inside one; either reading may fit.

use super::{GATHERING, Listed, statement};
use crate::claims::Statement;
use crate::claims::label;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::facts::{Decimal, TokenKind};
use crate::source::ViewSpan;

/// 甲、乙、丙三个部门.
pub fn before(passage: &Passage<'_>, stated: &Mention<'_>) -> Option<Statement> {
    const ACTIONS: &[&str] = &[
        "开展", "实施", "推进", "召开", "制定", "完成", "出台", "举办", "组织", "建立", "落实", "做好",
        "抓好", "设立", "成立", "梳理", "印发", "受理", "查处", "提出", "新增", "取消", "发放", "承办",
        "编制", "公布", "配备", "聘请",
    ];
    let is_open_ended = stated.before.ends_with('等');
    let last_label = stated.before.strip_suffix('等').unwrap_or(stated.before);
    let fits = stated.lead == Lead::Pause
        && (stated.quantity.is_chinese || stated.quantity.value <= Decimal::whole(12))
        && (gathers(stated) || names_rules(stated))
        && (2..=12).contains(&last_label.chars().count())
        && !ACTIONS.iter().any(|action| last_label.ends_with(action));
    if !fits {
        return None;
    }
    let mut items = vec![last_label];
    let mut index = stated.token.checked_sub(1)?;
    let mut item_end = passage.span(index).start;
    if passage.kind(index) != Some(TokenKind::Pause) {
        return None;
    }
    loop {
        let before = index.checked_sub(1).filter(|before| passage.range.contains(before));
        let kind = before.and_then(|before| passage.kind(before));
        match (before, kind) {
            (_, Some(TokenKind::Figure(_) | TokenKind::Close | TokenKind::Cell)) => return None,
            (Some(before), Some(TokenKind::Title | TokenKind::Quotation)) => index = before,
            (Some(before), Some(TokenKind::Pause)) => {
                items.push(passage.between(passage.span(before).end, item_end));
                (index, item_end) = (before, passage.span(before).start);
            }
            (before, _) => {
                let start = before
                    .map_or(passage.mentions.first().map_or(0, |first| first.start), |before| {
                        passage.span(before).end
                    });
                items.push(passage.between(start, item_end));
                if !gathers(stated) && !are_names_of_rules(&items) {
                    return None;
                }
                let joints = items.iter().map(|item| joints(item)).sum::<usize>();
                let span = ViewSpan::new(start as usize, stated.quantity.span.start as usize);
                let joined = usize::from(items.first().is_some_and(|last| self::joints(last) > 0));
                let listed = Listed {
                    least: items.len(),
                    likely: items.len() + joined,
                    most: items.len() + joints,
                    span,
                    is_open_ended,
                };
                return statement(stated, &listed, false);
            }
        }
    }
}

pub fn joints(item: &str) -> usize {
    ["和", "及", "与"].iter().map(|joint| item.matches(joint).count()).sum()
}

fn gathers(stated: &Mention<'_>) -> bool {
    label::begins(stated.after, GATHERING)
        || matches!(stated.quantity.measure.map(|measure| measure.word), Some("方面" | "环节" | "领域"))
}

/// 甲、乙、丙三项制度.
fn names_rules(stated: &Mention<'_>) -> bool {
    stated.after.starts_with("制度")
}

/// Whether the row of `items`, the last first, is one of three names or more of which none but the first has a
/// verb: 加强培训、严格执行三项制度 lists what was done.
fn are_names_of_rules(items: &[&str]) -> bool {
    const VERBS: &[&str] = &[
        "推行", "执行", "落实", "贯彻", "完善", "健全", "建立", "加强", "强化", "规范", "推进", "推动",
        "全面", "严格", "深化", "持续", "实行", "实施", "开展", "做好", "优化", "制定", "坚持", "提升",
    ];
    let (_, later) = items.split_last().unwrap_or((&"", &[]));
    items.len() >= 3 && !later.iter().any(|item| label::has(item, VERBS))
}

/// What a quoted list may be called besides the names that gather: “服务、监管、执法、宣传”四项行动.
const QUOTED: &[&str] =
    &["行动", "工程", "任务", "措施", "举措", "制度", "清单", "工作", "内容", "机制", "程序", "流程", "关系"];

/// “甲、乙、丙”三个环节.
pub fn quoted_before(passage: &Passage<'_>, stated: &Mention<'_>) -> Option<Statement> {
    let before = stated.token.checked_sub(1)?;
    let may_gather = || gathers(stated) || label::begins(stated.after, QUOTED);
    if passage.kind(before) != Some(TokenKind::Quotation) || !may_gather() {
        return None;
    }
    let span = passage.span(before);
    if span.end != stated.quantity.span.start {
        return None;
    }
    let quoted = passage.between(span.start, span.end);
    let count = quoted.matches('、').count() + 1;
    let most = count + joints(quoted);
    // “双随机、一公开”两项工作: two may be a name, three are a list.
    let is_list = count >= if gathers(stated) { 2 } else { 3 };
    is_list
        .then(|| {
            statement(
                stated,
                &Listed {
                    least: count, likely: count, most, span, is_open_ended: quoted.ends_with("等”")
                },
                false,
            )
        })
        .flatten()
}

/// “甲”“乙”“丙”三项行动: quotations side by side.
pub fn quotations_before(passage: &Passage<'_>, stated: &Mention<'_>) -> Option<Statement> {
    let last = stated.token.checked_sub(1)?;
    let is_quotation = |at: usize| {
        passage.kind(at) == Some(TokenKind::Quotation) && !quoted_words(passage, at).contains('、')
    };
    let tail = passage.between(passage.span(last).end, stated.quantity.span.start);
    let may_gather = || gathers(stated) || label::has(label::first_words(stated.after), QUOTED);
    if !is_quotation(last) || !matches!(tail, "" | "等" | "共" | "等共") || !may_gather() {
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
    let span = ViewSpan { start, ..passage.span(last) };
    let listed =
        Listed { least: count, likely: count, most: count, span, is_open_ended: tail.starts_with('等') };
    statement(stated, &listed, false)
}

fn quoted_words<'a>(passage: &Passage<'a>, at: usize) -> &'a str {
    let span = passage.span(at);
    passage.between(span.start, span.end)
}
