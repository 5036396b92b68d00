//! How many of those who were asked are of one mind: 回访群众 1650 人，表示满意的 1584 人，满意度为 96%.
//!
//! *Invariant:* who was asked and who said so are the only two figures of their kind in the sentence, right before the
//! rate. 满意度 may be a mark as well, so that a rate that does not fit is no more than likely wrong.

use super::due::is_row;
use super::general::{is_surveyed, uncertain};
use super::quotient::Quotient;
use crate::claims::Statement;
use crate::claims::statement::Passage;
use crate::facts::Decimal;
use crate::review::Status;

/// What people may be of.
const MINDS: &[&str] = &["满意", "知晓", "认可", "支持", "信任"];

/// Whose mind it is. 综合满意度 is weighed, and 法律知晓度 may be a mark.
const WHOSE: &[&str] = &["", "群众", "公众", "居民", "企业", "社会", "办事群众", "服务对象"];

/// How many points a rate may lie from its counts to be a mistake; what is farther off is a mark.
const NEAR: i128 = 10;

/// The statement of the rate at `index` with the two figures right before it.
pub fn claim(passage: &Passage<'_>, index: usize) -> Option<Statement> {
    let rate = passage.mentions.get(index)?;
    let (asked, said) =
        (passage.mentions.get(index.checked_sub(2)?)?, passage.mentions.get(index.checked_sub(1)?)?);
    let name = rate.before.trim_end_matches(['为', '达', '到', '是']);
    let degree = name.strip_suffix('度')?;
    let mind =
        MINDS.iter().find(|mind| degree.strip_suffix(**mind).is_some_and(|whose| WHOSE.contains(&whose)))?;
    let words = said.before.trim_end_matches(['的', '有']).strip_suffix(mind)?;
    let is_plain =
        matches!(words, "" | "表示" | "感到" | "对此表示" | "反馈" | "评价为" | "回答" | "选择" | "认为");
    let is_only = passage.sentence_of(index).iter().all(|(at, other)| {
        *at + 2 == index || *at + 1 == index || other.quantity.class() != asked.quantity.class()
    });
    if !is_plain || !is_only || !is_surveyed(asked) || !is_row(rate, asked, said) {
        return None;
    }
    let quotient = Quotient::new(rate, &[said], &[asked])?;
    if quotient.numerator > quotient.denominator {
        return None;
    }
    let found = quotient.judge()?;
    if found.status != Status::Broken {
        return Some(found);
    }
    let is_near = found.fault.is_some_and(|fault| fault.excess.abs() <= Decimal::whole(NEAR));
    is_near.then(|| uncertain(found))
}
