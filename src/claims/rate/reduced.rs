//! Rates of what was taken off a sum: 送审总额 1.88 亿元，核减 1316 万元，核减率 7%.
//!
//! *Invariant:* the count that bears the verb of the rate is above the line; where several sums could be the base, the
//! one from which the other was left by so much is, or the one that was handed in; else nothing is wrong.

use super::quotient::Quotient;
use crate::claims::Statement;
use crate::claims::cue_set::Cue;
use crate::claims::cues;
use crate::claims::label;
use crate::claims::statement::{Mention, Passage};
use crate::facts::Class;
use crate::review::Status;

/// Verbs that take off, each with those that say the same.
const VERBS: &[&[&str]] = &[&["核减", "审减", "核调减"], cues::SAVED, &["核增", "审增"]];

/// Words of the sum that it became.
const BECAME: &[&str] = &[
    "中标",
    "成交",
    "实际采购",
    "采购金额",
    "采购额",
    "合同",
    "实际支出",
    "实际支付",
    "实付",
    "审定",
    "结算",
];

/// Words of what was handed in or planned.
const HANDED_IN: &[&str] =
    &["送审", "报审", "预算", "概算", "估算", "申报", "控制价", "拦标", "最高限价", "计划", "原报"];

/// The statement of the rate called `name` at `index`.
pub fn claim(passage: &Passage<'_>, index: usize, name: &str) -> Option<Statement> {
    let rate = passage.mentions.get(index)?;
    let verbs = VERBS.iter().find(|verbs| verbs.iter().any(|verb| name.ends_with(verb)))?;
    let counts: Vec<&Mention<'_>> = passage
        .back_from(index)
        .map(|(_, mention)| mention)
        .take_while(|mention| mention.sentence == rate.sentence)
        .filter(|mention| mention.quantity.is_amount() && !mention.has(Cue::Comparison))
        .collect();
    let Some(above) = counts.iter().copied().find(|mention| label::has(mention.before, verbs)) else {
        return between_two_sums(rate, &counts);
    };
    let bases: Vec<&Mention<'_>> = counts
        .into_iter()
        .filter(|mention| {
            mention.token < above.token
                && mention.segment == above.segment
                && mention.quantity.class() == above.quantity.class()
                && !label::has(mention.before, verbs)
        })
        .collect();
    let judged = |base: &Mention<'_>| Quotient::new(rate, &[above], &[base])?.judge();
    let fits = |found: &Statement| found.status == Status::Holds && found.fault.is_none();
    if let Some(fitting) = bases.iter().filter_map(|base| judged(base)).find(fits) {
        return Some(fitting);
    }
    let handed_in = bases.iter().find(|base| label::has(base.before, HANDED_IN));
    let only = if let [only] = bases.as_slice() { Some(only) } else { None };
    let base = handed_in.or(only)?;
    judged(base).filter(|_| above.quantity.base() <= base.quantity.base())
}

/// 预算 3200 万元，中标 2944 万元，节约率 8%: what was taken off is what the second of the only two sums leaves of the first.
fn between_two_sums(rate: &Mention<'_>, counts: &[&Mention<'_>]) -> Option<Statement> {
    let [left, all] = counts else { return None };
    let are_of_one_matter = label::has(all.before, HANDED_IN)
        && label::has(left.before, BECAME)
        && [left, all]
            .iter()
            .all(|sum| sum.quantity.class() == Some(Class::Money) && sum.depth == rate.depth)
        && left.quantity.base() <= all.quantity.base();
    are_of_one_matter.then(|| Quotient::remainder(rate, all, left)?.judge()).flatten()
}
