//! A number of turns against those that are named one by one: 讲堂四期，第一期…第二期…; 公布案例三批 16 件，三批分别为 5 件、4 件、7 件.
//!
//! *Invariant:* turns count from the first on, each in its order; fewer may be only some of them, more are never all.

use super::{Listed, statement};
use crate::claims::Statement;
use crate::claims::label;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::numeral;
use crate::search;
use crate::source::ViewSpan;

/// What is held or done by turns.
const UNITS: &[&str] = &["期", "批", "轮", "次", "场", "批次", "届", "场次"];

/// 讲堂两期，第一期 3 月 22 日、第二期 6 月 14 日、第三期 9 月 13 日: the turns behind `stated`, where they are more than it says.
pub fn behind(passage: &Passage<'_>, stated: &Mention<'_>) -> Option<Statement> {
    const LONGEST: usize = 300;
    const FARTHEST: usize = 24;
    const TO_COME: &[&str] = &["将", "拟", "计划", "明年", "下年", "来年", "预计", "下一步"];
    let unit = stated.quantity.word();
    if !UNITS.contains(&unit) || stated.before.ends_with(['第', '每', '另']) {
        return None;
    }
    let from = stated.quantity.span.end;
    let words = label::first_characters(passage.between(from, passage.end()), LONGEST);
    let words = words.split(['。', '\n']).next().unwrap_or("");
    let name = |number: u32| format!("第{}{unit}", numeral::write(number));
    let first = words.find(&name(1))?;
    let lead = words.get(..first)?;
    let is_lead = search::length(lead) <= FARTHEST && lead.contains(['，', '：', '（', '；']);
    let (mut count, mut end) = (0, 0);
    while let Some(at) = words.get(end..).and_then(|rest| rest.find(&name(count + 1))) {
        count += 1;
        end += at + name(count).len();
    }
    let number = stated.quantity.value.to_whole().and_then(|whole| u32::try_from(whole).ok())?;
    if !is_lead || count <= number || label::has(words, TO_COME) {
        return None;
    }
    let count = usize::try_from(count).ok()?;
    let start = from as usize;
    let span = ViewSpan::new(start + first, start + end);
    let listed = Listed { least: count, likely: count, most: count, span, is_open_ended: false };
    statement(stated, &listed, false)
}

/// 公布违法行为两批 16 件，三批分别为 5 件、4 件、7 件: the number of turns in front of the figure before against `stated`, behind which each
/// has its own.
pub fn named_twice(passage: &Passage<'_>, stated: &Mention<'_>) -> Option<Statement> {
    let unit = stated.quantity.word();
    let shares_out = label::begins(stated.after, &["分别", "依次"])
        || stated.after.is_empty()
            && label::begins(passage.between(stated.quantity.span.end, passage.end()), &["分别", "依次"]);
    let is_bare = stated.lead == Lead::Comma && stated.before.is_empty() && stated.quantity.is_chinese;
    if !UNITS.contains(&unit) || !is_bare || !shares_out {
        return None;
    }
    let whole = passage.mentions.get(passage.index_of(stated).checked_sub(1)?)?;
    let ahead = passage.between(whole.sentence_start, whole.quantity.number.start);
    let ahead = ahead.strip_suffix(unit)?;
    let sign = ahead.chars().next_back()?;
    let number = usize::try_from(numeral::digit(sign)?).ok()?;
    let front = ahead.strip_suffix(sign)?;
    let is_number = !front.ends_with(|ch: char| numeral::is_numeral(ch) || "第首每这该同下上前".contains(ch));
    if !is_number || whole.clause + 1 != stated.clause || whole.depth != stated.depth {
        return None;
    }
    let end = whole.quantity.number.start as usize;
    let span = ViewSpan::new(end - unit.len() - sign.len_utf8(), end);
    let listed = Listed { least: number, likely: number, most: number, span, is_open_ended: false };
    statement(stated, &listed, false)
}
