//! So many for each of several groups against all of them: 4 个社区各讲 3 场，其余 5 个社区各讲 2 场，合计 22 场.
//!
//! *Invariant:* every figure between the first group and the sum is a group or what each of it had; whatever else is counted
//! there leaves the sum alone.

use super::each::{is_exact, is_told_of_each};
use super::statement::{Lead, Mention, Passage};
use super::{Claim, Fault, Operand, Reason, Statement, cues, figure, label};
use crate::facts::Decimal;
use crate::review::{ClaimKind, Status};
use crate::search;
use crate::source::ViewSpan;

/// The most groups of one row.
const MOST: usize = 8;

/// The statements about such groups in `passage`.
pub fn claims(passage: &Passage<'_>, out: &mut Vec<Statement>) {
    let sums = passage.mentions.iter().enumerate().skip(4);
    let is_sum = |sum: &Mention<'_>| matches!(sum.lead, Lead::Comma | Lead::Semicolon) && is_exact(sum);
    out.extend(sums.filter(|(_, sum)| is_sum(sum)).filter_map(|(index, _)| claim(passage, index)));
}

/// A group and what each of it had.
type Pair<'p, 'a> = (&'p Mention<'a>, &'p Mention<'a>);

/// The statement that the figure at `index` makes with the groups in front of it.
fn claim(passage: &Passage<'_>, index: usize) -> Option<Statement> {
    let sum = passage.mentions.get(index)?;
    let told = sum.before.strip_prefix(search::beginning(sum.before, cues::ALL_SUMS)?)?;
    let mut pairs: Vec<Pair<'_, '_>> = Vec::new();
    while let Some(pair) = pair_before(passage, index - 2 * pairs.len(), sum).filter(|_| pairs.len() < MOST) {
        pairs.push(pair);
    }
    pairs.reverse();
    let (_, first_each) = pairs.first()?;
    let ahead = (index - 2 * pairs.len()).checked_sub(1).and_then(|at| passage.mentions.get(at));
    // 其他镇讲 6 场: what was done elsewhere may be of the sum as well.
    let is_alone = ahead
        .is_none_or(|ahead| ahead.sentence != sum.sentence || ahead.quantity.class() != sum.quantity.class());
    let is_of_them = told.is_empty() || label::last_characters(first_each.before, 4).contains(told);
    let last = pairs.last().map(|(_, each)| each.clause);
    if pairs.len() < 2 || !is_alone || !is_of_them || last.is_none_or(|clause| clause + 1 != sum.clause) {
        return None;
    }
    judged(&pairs, sum)
}

/// The group whose figure stands two in front of `end`, with what each of it had.
fn pair_before<'p, 'a>(passage: &'p Passage<'a>, end: usize, sum: &Mention<'_>) -> Option<Pair<'p, 'a>> {
    let each = passage.mentions.get(end.checked_sub(1)?)?;
    let group = passage.mentions.get(end.checked_sub(2)?)?;
    let is_pair = each.lead == Lead::Nothing
        && is_exact(group)
        && is_exact(each)
        && each.quantity.class() == sum.quantity.class()
        && (group.quantity.class() != sum.quantity.class() || are_told_apart(group, each))
        && each.sentence == sum.sentence
        && group.sentence == sum.sentence
        && each.depth == sum.depth
        && each.after == sum.after
        && is_told_of_each(group, each);
    is_pair.then_some((group, each))
}

/// 8 个镇各设 2 个点位: whether both count in one measure, and other things.
fn are_told_apart(group: &Mention<'_>, each: &Mention<'_>) -> bool {
    !each.after.is_empty() && !group.after.contains(each.after)
}

/// The claim that `sum` is what all `pairs` make.
fn judged(pairs: &[Pair<'_, '_>], sum: &Mention<'_>) -> Option<Statement> {
    let mut computed = Decimal::whole(0);
    let mut shown = Vec::new();
    let mut operands = vec![Operand::of("total", sum)];
    for (group, each) in pairs {
        let product = each.quantity.base()?.times(group.quantity.base()?)?;
        computed = computed.plus(product)?;
        shown.push(format!("{} × {}", figure(group.quantity), figure(each.quantity)));
        let span = ViewSpan { start: each.start, ..each.quantity.span };
        operands.push(Operand { value: product, span, digits: None, ..Operand::of("part", each) });
    }
    let sides = format!("{} = {computed}", shown.join(" + "));
    let excess = computed.minus(sum.quantity.base()?)?;
    let fault = Fault { computed, excess, certain: false, reason: Reason::Arithmetic };
    let (status, equation, fault) = match excess.is_zero() {
        true => (Status::Holds, sides, None),
        false => (Status::Broken, format!("{sides} ≠ {}", figure(sum.quantity)), Some(fault)),
    };
    Some(Claim::new(ClaimKind::Total, status, equation, None, operands, fault))
}
