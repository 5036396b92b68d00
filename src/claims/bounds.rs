//! Bounds that say which of many a figure counts: 记 1 至 3 分的 44 家次, 罚款 5 万元以上的 12 件, 得 90 分以上的 41 卷; and those
//! between which a number lies: 各乡镇 2 至 3 名.
//!
//! *Invariant:* a bound stands in an attribute that ends in 的 right before the figure it belongs to, or is one end of a
//! range that no word of change leads to.

use std::ops::Range;

use super::{doings, label};
use crate::facts::{Class, Facts, Precision, Quantity, TokenKind};
use crate::search;

/// Ends of an attribute that says from where on something counts.
const ENDS: &[&str] =
    &["以上的", "以下的", "以内的", "以外的", "之间的", "及以上的", "及以下的", "（含）以上的", "不等的"];

/// Marks between the two ends of a span.
pub const SPANS: &[&str] = &["至", "到", "—", "－", "-", "~", "～"];

/// Whether the figure of the token at `index` is a bound in the label of the next figure; `range` is that of the
/// paragraph's tokens.
pub fn is_of_label(view: &str, facts: &Facts, index: usize, range: &Range<usize>) -> bool {
    let words = words_behind(view, facts, index, range);
    // 占总数 50 万的 89%: what a share is of is no label.
    let is_share = figure(facts, index + 1).is_some_and(Quantity::is_share);
    words.filter(|_| !is_share).is_some_and(|words| {
        (words.is_empty() && is_next_step(view, facts, index))
            || is_upper(view, facts, index, range)
            || is_threshold(facts, index, words)
            || (SPANS.contains(&words) && is_upper(view, facts, index + 1, range))
    })
}

/// 其他各乡镇 2 至 3 名, 2 名至 3 名: whether the figure of the token at `index` is an end of a range, so that it is no number of its
/// own. Where something began and led (由 20 至 8 个工作日) is none.
pub fn is_of_range(view: &str, facts: &Facts, index: usize, range: &Range<usize>) -> bool {
    const FARTHEST: usize = 24;
    const MARKS: &[&str] = &["至", "到"];
    let Some(quantity) = figure(facts, index) else { return false };
    let ahead = view.get(..quantity.span.start as usize).unwrap_or("");
    let is_joined = |at: usize| {
        let adjoin = words_behind(view, facts, at, range).is_some_and(|words| MARKS.contains(&words));
        let class = |at: usize| figure(facts, at).and_then(Quantity::class);
        adjoin && class(at).is_none_or(|class_here| class(at + 1) == Some(class_here))
    };
    let ends_bare = || {
        let lower = search::ahead(ahead, MARKS);
        lower.is_some_and(|lower| lower.ends_with(|ch: char| ch.is_ascii_digit()))
    };
    let is_end = ends_bare() || is_joined(index) || index.checked_sub(1).is_some_and(is_joined);
    let mut signs = ahead.chars().rev().take(FARTHEST);
    let mut clause = signs.by_ref().take_while(|ch| !matches!(ch, '，' | '；' | '。' | '：' | '\n'));
    is_end && !clause.any(|ch| matches!(ch, '由' | '从' | '自'))
}

/// 一类 94 座、二类 246 座、三类 43 座、四类 4 座: whether the figure at `index` is the name of a step, of which the one before is told
/// in front of it.
fn is_next_step(view: &str, facts: &Facts, index: usize) -> bool {
    const STEPS: &[&str] = &["一", "二", "三", "四", "五", "六", "七", "八", "九"];
    const FARTHEST: usize = 24;
    let Some(quantity) = figure(facts, index).filter(|quantity| quantity.is_chinese) else { return false };
    let word = quantity.word();
    let before = quantity
        .value
        .to_whole()
        .and_then(|step| usize::try_from(step).ok())
        .and_then(|step| STEPS.get(step.checked_sub(2)?));
    let ahead = view.get(..quantity.span.start as usize).unwrap_or("");
    let from = ahead.char_indices().rev().take(FARTHEST).last().map_or(0, |(at, _)| at);
    let ahead = ahead.get(from..).unwrap_or("");
    before.is_some_and(|before| {
        matches!(word, "类" | "级" | "档" | "等") && ahead.contains(&format!("{before}{word}"))
    })
}

/// 案值 5 万元以上案件 41 起, 50 万元以上 7 起: whether the figure at `index`, with `words` between it and the next one, is the threshold of what
/// that counts in a measure word of its own. 投入 5 万元以上建成 3 个 tells of two things.
fn is_threshold(facts: &Facts, index: usize, words: &str) -> bool {
    const LONGEST_NOUN: usize = 6;
    const LIMITS: &[&str] = &["及以上", "及以下", "以上", "以下", "以内"];
    let noun = search::behind(words, LIMITS);
    let class = |at: usize| figure(facts, at).and_then(Quantity::class);
    let is_counted = figure(facts, index + 1).is_some_and(|next| next.is_amount() && next.measure.is_some());
    noun.is_some_and(|noun| {
        search::length(noun) <= LONGEST_NOUN
            && !doings::names_a_doing(noun)
            && !label::has(noun, &["，", "、", "；", "的", "有", "为", "达", "共"])
    }) && is_counted
        && class(index) == Some(Class::Money)
        && class(index + 1) != class(index)
}

/// Whether an attribute ends behind the figure at `index`.
fn is_upper(view: &str, facts: &Facts, index: usize, range: &Range<usize>) -> bool {
    const LONGEST_UNIT: usize = 2;
    let (Some(quantity), Some(words)) = (figure(facts, index), words_behind(view, facts, index, range))
    else {
        return false;
    };
    let is_unit = |unit: &str| search::length(unit) <= LONGEST_UNIT;
    let is_bounded = || ENDS.iter().any(|end| words.strip_suffix(end).is_some_and(is_unit));
    let ahead = view.get(..quantity.span.start as usize).unwrap_or("");
    let ends_a_span = || {
        let lower = search::ahead(ahead, SPANS);
        lower.is_some_and(|lower| {
            lower.ends_with(|ch: char| ch.is_ascii_digit())
                || index
                    .checked_sub(1)
                    .is_some_and(|before| words_behind(view, facts, before, range).is_some())
        })
    };
    // Of 3 分的 the unit is no measure word of ours.
    let bare = words.strip_suffix('的').unwrap_or(words);
    let unit = search::ahead(bare, &["以上", "以下", "以内", "及以上", "及以下"]);
    let is_told = unit.is_some() || words.ends_with('的') || (!words.is_empty() && ends_a_span());
    let has_no_measure = quantity.measure.is_none() && is_told && is_unit(unit.unwrap_or(bare));
    let is_limit = || matches!(quantity.precision, Precision::AtLeast | Precision::AtMost) || ends_a_span();
    has_no_measure || is_bounded() || (words == "的" && !quantity.is_share() && is_limit())
}

/// The figure of the token at `index`.
fn figure(facts: &Facts, index: usize) -> Option<&Quantity> {
    match facts.tokens.get(index)?.kind {
        TokenKind::Figure(figure) => facts.quantities.get(figure),
        _ => None,
    }
}

/// The words between the figure of the token at `index` and the next one, where no mark stands between them.
fn words_behind<'a>(view: &'a str, facts: &Facts, index: usize, range: &Range<usize>) -> Option<&'a str> {
    let next = (index + 1 < range.end && range.contains(&index)).then_some(index + 1)?;
    let (this, next) = (facts.tokens.get(index)?, facts.tokens.get(next)?);
    let are_figures = [this, next].iter().all(|token| matches!(token.kind, TokenKind::Figure(_)));
    view.get(this.span.end as usize..next.span.start as usize).filter(|_| are_figures)
}
