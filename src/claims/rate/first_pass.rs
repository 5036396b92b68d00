//! Rates of what passed at the first time: 一次上线合格 18720 辆，复检合格 1040 辆，不合格 240 辆，首检合格率 93.6%.
//!
//! *Invariant:* above the line is the one count that says that it is of the first time, below it the sum that it is a
//! part of.

use super::general::{COUNTS_UNCLEAR, last_word};
use super::holding;
use super::quotient::Quotient;
use super::sums::Sums;
use crate::claims::Statement;
use crate::claims::label;
use crate::claims::statement::{Mention, Passage};

/// Words of the first time.
const FIRST: &[&str] = &["一次", "首次", "首检", "初检", "初次", "首轮", "首考"];

/// Whether the rate at `index` is of the first time, and so is what `statement` has above the line.
pub fn is_told_apart(passage: &Passage<'_>, index: usize, statement: &Statement) -> bool {
    let is_of_the_first = passage.mentions.get(index).is_some_and(|rate| label::has(rate.before, FIRST));
    is_of_the_first && statement.operands_as("numerator").any(|above| label::has(&above.label, FIRST))
}

/// The statement of the rate called `name` at `index`.
pub fn claim(passage: &Passage<'_>, index: usize, name: &str, sums: &Sums) -> Option<Statement> {
    let rate = passage.mentions.get(index)?;
    let stem = last_word(name).filter(|_| label::has(name, FIRST))?;
    let is_first = |mention: &Mention<'_>| {
        mention.quantity.is_amount() && label::has(mention.before, FIRST) && mention.before.contains(stem)
    };
    let mut found = passage
        .back_from(index)
        .take_while(|(_, mention)| mention.sentence == rate.sentence)
        .filter(|(_, mention)| is_first(mention));
    let (at, above) = found.next().filter(|_| found.next().is_none())?;
    let read = |whole: usize| {
        let quotient = Quotient::new(rate, &[above], &[passage.mentions.get(whole)?])?;
        if quotient.numerator > quotient.denominator { None } else { quotient.judge() }
    };
    let is_of_all = |at: &usize| passage.mentions.get(*at).is_some_and(|whole| !whole.before.contains(stem));
    // Only where others passed later does the first time tell them apart.
    let listed = || passage.list_of(at).filter(|list| list.parts.len() >= 2).map(|list| list.whole);
    let whole = sums.whole_of(passage, above).or_else(listed);
    if let Some(whole) = whole.filter(is_of_all) {
        return read(whole);
    }
    // 检测 8000 辆，合格 7840 辆，其中一次合格 7200 辆: the rate is of all that were looked at, not of those that passed.
    let mut before = passage
        .back_from(at)
        .take_while(|(_, mention)| mention.sentence == rate.sentence)
        .filter(|(_, mention)| mention.quantity.class() == above.quantity.class())
        .map(|(at, _)| at);
    let of = before.find(is_of_all)?;
    // 受理申请 250 件，一次办结 235 件，一次办结率 94%: with the whole name in front of the count and nothing else counted.
    let is_told = above.before.contains(label::strip(name))
        && before.next().is_none()
        && of + 1 == at
        && at + 1 == index;
    let found = read(of)?;
    if is_told { Some(found) } else { holding(found, COUNTS_UNCLEAR) }
}
