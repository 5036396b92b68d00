//! 持平: two figures that are said to be the same. 受理 320 件，上年为 302 件，同比持平; 受理 320 件，与上年的 302 件持平.
//!
//! *Invariant:* one of the two is of an earlier time by its words, and the clause with 持平 has no subject of its own;
//! what is nearly the same is often called so and stays open.

use super::change::change_kind;
use super::earlier::{is_earlier, year};
use crate::claims::judge;
use crate::claims::label;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::claims::{Claim, Fault, Operand, Reason, Statement, figure};
use crate::facts::{Decimal, Precision};
use crate::lang::Text;
use crate::review::{ClaimKind, Status};
use crate::search;
use crate::source::ViewSpan;

const LEVEL: &str = "持平";

/// What may stand in front of 持平 in a clause of its own.
const AGAINST: &[&str] = &[
    "同比",
    "两年",
    "与上年",
    "与去年",
    "同上年",
    "同去年",
    "和上年",
    "和去年",
    "较上年",
    "较去年",
    "与上年同期",
    "与去年同期",
    "较上年同期",
    "较去年同期",
    "与上一年",
    "与前一年",
];

const NEARLY: Text = Text {
    zh: "两期数字接近，作“持平”讲，未作判断",
    en: "the two figures lie close together and may be called level; not judged",
};

/// The statement that the figure at `index` and the one before it are level, where the words behind it say so.
pub fn claim(passage: &Passage<'_>, index: usize) -> Option<Statement> {
    let second = passage.mentions.get(index)?;
    let said = said_behind(passage, index)?;
    let first = passage
        .back_from(index)
        .map(|(_, mention)| mention)
        .take_while(|mention| mention.segment == second.segment)
        .find(|mention| {
            mention.quantity.class() == second.quantity.class()
                && mention.depth + u8::from(second.lead == Lead::Open) == second.depth
                && change_kind(mention).is_none()
        })?;
    let (current, previous) = in_time(first, second)?;
    let are_alike = current.quantity.is_in_unit_of(previous.quantity)
        && [current, previous].iter().all(|mention| mention.quantity.precision == Precision::Exact)
        && is_of_the_same(current, previous);
    if !are_alike {
        return None;
    }
    let (now, before) = (current.quantity.base()?, previous.quantity.base()?);
    let gap = now.minus(before)?;
    let unit = if current.quantity.is_share() { "个百分点".into() } else { current.quantity.unit() };
    let change = Operand {
        role: "change",
        value: Decimal::ZERO,
        unit,
        label: LEVEL.to_owned(),
        span: said,
        digits: None,
    };
    let operands = vec![Operand::of("current", current), Operand::of("previous", previous), change];
    let (now_shown, before_shown) = (figure(current.quantity), figure(previous.quantity));
    if gap.is_zero() {
        let equation = format!("{now_shown} = {before_shown}");
        return Some(Claim::new(ClaimKind::Growth, Status::Holds, equation, None, operands, None));
    }
    if is_nearly(gap, current, previous)? {
        let equation = format!("{now_shown} ≈ {before_shown}");
        return Some(Claim::new(ClaimKind::Growth, Status::Open, equation, Some(NEARLY), operands, None));
    }
    let factor = if current.quantity.is_share() { 1 } else { current.quantity.factor };
    let computed = gap.divided_by_power(factor)?;
    let fault = Fault { computed, excess: computed, certain: false, reason: Reason::NotLevel };
    let equation = format!("{now_shown} ≠ {before_shown}");
    Some(Claim::new(ClaimKind::Growth, Status::Broken, equation, None, operands, Some(fault)))
}

/// Whether the two lie so close that they may be called level: one unit of the last place, or a hundredth of a count.
fn is_nearly(gap: Decimal, current: &Mention<'_>, previous: &Mention<'_>) -> Option<bool> {
    let step =
        |mention: &Mention<'_>| mention.quantity.value.step().times(Decimal::whole(mention.quantity.factor));
    let is_last_place = gap.abs() <= step(current)?.max(step(previous)?);
    let is_small = !current.quantity.is_share()
        && judge::is_within_percent(gap.plus(previous.quantity.base()?)?, previous.quantity.base()?, 1);
    Some(is_last_place || is_small)
}

/// Where 持平 stands behind the figure at `index`: right behind it, where it is set against the one before; or as a clause.
fn said_behind(passage: &Passage<'_>, index: usize) -> Option<ViewSpan> {
    let second = passage.mentions.get(index)?;
    let from = second.quantity.span.end;
    let span = |start: usize| ViewSpan::new(start, start + LEVEL.len());
    if second.after.starts_with(LEVEL) {
        let is_against = is_earlier(second) && label::begins(second.before, &["与", "同", "和", "较", "比"]);
        return is_against.then(|| span(from as usize));
    }
    if second.lead == Lead::Open {
        // 与上年（302 件）持平, 同比持平（上年 302 件）.
        let behind = passage.between(from, passage.end()).strip_prefix('）');
        let ahead = second.run_up.strip_suffix(second.before)?.strip_suffix('（')?;
        let clause = ahead.rsplit(['，', '；']).next()?;
        let is_against = is_earlier(second) && label::begins(clause, &["与", "同", "和", "较", "比"]);
        if is_against && behind.is_some_and(|behind| behind.starts_with(LEVEL)) {
            return Some(span(from as usize + '）'.len_utf8()));
        }
        let is_said =
            clause.strip_suffix(LEVEL).is_some_and(|words| words.is_empty() || AGAINST.contains(&words));
        return (is_said && is_earlier(second))
            .then(|| span(second.start as usize - '（'.len_utf8() - LEVEL.len()));
    }
    let next = passage.mentions.get(index + 1).map_or(passage.end(), |next| next.quantity.span.start);
    let behind = passage.between(from, next.min(passage.end())).strip_prefix('，')?;
    search::beginning(behind, AGAINST)?;
    let ahead = AGAINST.iter().find_map(|words| {
        let rest = behind.strip_prefix(words)?.strip_prefix(LEVEL)?;
        (rest.is_empty() || rest.starts_with(['，', '。', '；', '）'])).then_some(words.len())
    })?;
    Some(span(from as usize + '，'.len_utf8() + ahead))
}

/// The figure of now and the one of before, told by the words of both.
fn in_time<'m, 'a>(
    first: &'m Mention<'a>,
    second: &'m Mention<'a>,
) -> Option<(&'m Mention<'a>, &'m Mention<'a>)> {
    match (is_earlier(first), is_earlier(second)) {
        (false, true) => Some((first, second)),
        (true, false) => Some((second, first)),
        (false, false) => match (year(first)?, year(second)?) {
            (a, b) if a < b => Some((second, first)),
            (a, b) if a > b => Some((first, second)),
            _ => None,
        },
        (true, true) => None,
    }
}

/// Whether the words of the earlier figure name nothing that those of the present one do not: 上年为, 上年受理 beside 受理.
pub fn is_of_the_same(current: &Mention<'_>, previous: &Mention<'_>) -> bool {
    let named = |mention: &Mention<'_>| -> String {
        let words = mention.before.rsplit(['年', '期']).next().unwrap_or("");
        words
            .trim_start_matches(['末', '底', '初', '的'])
            .trim_end_matches(['为', '的', '有', '是', '共'])
            .to_owned()
    };
    let (now, before) = (named(current), named(previous));
    before.is_empty() || now.is_empty() || now.contains(&before) || before.contains(&now)
}
