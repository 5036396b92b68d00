//! Whether parts that do not make their whole are right in another reading of the same figures.
//!
//! The words of a list often leave open which figure of the sentence is its whole, where the row begins, or that one
//! part takes away from the other. Figures of several digits hardly ever come out by chance.
//!
//! *Invariant:* every other reading uses figures of the statement's sentence only and comes out exactly.

use crate::claims::Statement;
use crate::claims::statement::{Mention, Passage};
use crate::facts::{Decimal, Precision};
use crate::review::{ClaimKind, Status};

/// How many figures on each side of the whole are tried.
const NEAREST: usize = 10;

/// The fewest steps of its last place that a figure must have to tell of its parts.
const TELLING: i128 = 50;

/// Whether the broken total of `statement` is right in another reading.
pub fn is_right_otherwise(passage: &Passage<'_>, statement: &Statement) -> bool {
    if statement.kind != ClaimKind::Total || statement.status != Status::Broken {
        return false;
    }
    let find = |start: u32| passage.mentions.partition_point(|mention| mention.quantity.span.start < start);
    let Some(at) = statement.operands_as("total").next().map(|total| find(total.span.start)) else {
        return false;
    };
    let Some(whole) = passage.mentions.get(at) else { return false };
    let parts: Vec<&Mention<'_>> = statement
        .operands_as("part")
        .filter_map(|part| passage.mentions.get(find(part.span.start)))
        .collect();
    let Some(values) = parts.iter().map(|part| exact(part)).collect::<Option<Vec<Decimal>>>() else {
        return false;
    };
    let Some(total) = exact(whole) else { return false };
    if parts.len() < 2 {
        return false;
    }
    let is_another = |other: &&Mention<'_>| {
        other.quantity.span != whole.quantity.span
            && other.sentence == whole.sentence
            && other.quantity.class() == whole.quantity.class()
            && parts.iter().all(|part| part.quantity.span != other.quantity.span)
    };
    let before = passage.back_from(at).map(|(_, mention)| mention).take(NEAREST);
    let after = passage.ahead_from(at).map(|(_, mention)| mention).take(NEAREST + parts.len());
    let others: Vec<Decimal> = before.chain(after).filter(is_another).filter_map(exact).collect();
    let sum = values.iter().try_fold(Decimal::ZERO, |sum, value| sum.plus(*value));
    // Small figures are often alike.
    let is_telling =
        |value: Decimal| value.step().times(Decimal::whole(TELLING)).is_some_and(|least| value >= least);
    // 参评 1107 家，A级 … D级 …，A级和B级合计 1015 家: the parts are those of another figure.
    let is_of_another = others.iter().any(|other| sum == Some(*other) && is_telling(*other));
    // 罚款合计 11.5 万元，其中最多的 6 万元，其余分别为 3 万元和 2.5 万元: the row begins before.
    let right_before = parts.first().and_then(|first| {
        let mut ahead = passage.back_from(find(first.quantity.span.start)).map(|(_, mention)| mention);
        ahead.find(|mention| mention.quantity.class() == whole.quantity.class()).filter(is_another)
    });
    let begins_before = right_before
        .and_then(exact)
        .zip(sum)
        .is_some_and(|(other, sum)| is_telling(total) && sum.plus(other) == Some(total));
    is_of_another || begins_before || is_difference(&values, total)
}

/// 净增 29 家（入库 54 家、退库 25 家）: one part takes away from the other.
fn is_difference(values: &[Decimal], total: Decimal) -> bool {
    matches!(values, [first, second] if first.minus(*second) == Some(total))
}

fn exact(mention: &Mention<'_>) -> Option<Decimal> {
    mention.quantity.base().filter(|_| mention.quantity.precision == Precision::Exact)
}
