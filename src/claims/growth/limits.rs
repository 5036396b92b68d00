//! Limits of time that are set against each other by what they are called: 法定时限 20 个工作日，承诺时限 8 个工作日.
//!
//! *Invariant:* the words of the first figure say what the law or the time before allows, those of the second what is
//! promised now; both are spans of time in one unit.

use super::change::Change;
use crate::claims::Statement;
use crate::claims::label;
use crate::claims::rate::Quotient;
use crate::claims::statement::Mention;
use crate::facts::Class;
use crate::search;

/// Verbs of making less on purpose.
pub const MADE_LESS: &[&str] =
    &["压缩", "压减", "缩短", "精简", "提速", "缩减", "削减", "节约", "节省", "减省", "提前"];

/// Words of limits of time.
pub const LIMITS: &[&str] = &["时限", "期限", "法定", "承诺"];

/// Words of a limit before it was shortened.
const BEFORE: &[&str] =
    &["法定", "压缩前", "压减前", "缩短前", "改革前", "优化前", "原办理", "原办结", "原承诺", "原审批"];

/// Words of a limit after that.
const AFTER: &[&str] = &[
    "承诺",
    "压缩后",
    "压减后",
    "缩短后",
    "改革后",
    "优化后",
    "现办理",
    "现办结",
    "现承诺",
    "现审批",
    "实际",
];

/// Whether `first` is a limit before it was shortened and `second` the one after that.
pub fn are_limits(first: &Mention<'_>, second: &Mention<'_>) -> bool {
    let is_time = |mention: &Mention<'_>| mention.quantity.class() == Some(Class::Time);
    is_time(first)
        && is_time(second)
        && second.sentence == first.sentence
        && second.clause <= first.clause + 1
        && label::has(first.before, BEFORE)
        && !label::begins(first.before, &["比", "较"])
        && (label::has(second.before, AFTER) || is_led_to(second))
        && !label::has(second.before, BEFORE)
}

/// 承诺时限 12 个工作日，比法定时限 30 个工作日: whether `first` is set against what the law allows, both in the same unit.
pub fn is_against_a_limit(first: &Mention<'_>, second: &Mention<'_>) -> bool {
    let of_law = search::behind(second.before, &["比", "较"]);
    of_law.is_some_and(|words| words.starts_with("法定"))
        && second.quantity.class() == Some(Class::Time)
        && first.quantity.is_in_unit_of(second.quantity)
        && first.sentence == second.sentence
        && second.clause == first.clause + 1
}

/// 在法定 60 日基础上压缩至 18 日: whether `second` is where the limit was shortened to.
fn is_led_to(second: &Mention<'_>) -> bool {
    label::has(second.before, MADE_LESS) && second.before.ends_with(['至', '到', '为'])
}

/// The statement that a limit was shortened, or something made less of, by so many percent: a rate as 压缩率 is. What grew
/// is none.
pub fn shortened_by(
    change: &Mention<'_>,
    kind: Change,
    current: &Mention<'_>,
    previous: &Mention<'_>,
) -> Option<Statement> {
    let is_limit = || {
        [current, previous]
            .iter()
            .any(|mention| mention.quantity.word().contains("工作日") || label::has(mention.before, LIMITS))
    };
    let is_time = current.quantity.class() == Some(Class::Time);
    let is_shortened = matches!(kind, Change::Down | Change::Either)
        && change.quantity.class() == Some(Class::Percent)
        && (label::has(change.before, MADE_LESS) || (is_time && is_limit()))
        && current.quantity.is_in_unit_of(previous.quantity)
        && current.quantity.base()? < previous.quantity.base()?;
    is_shortened.then(|| Quotient::remainder(change, previous, current)?.judge()).flatten()
}
