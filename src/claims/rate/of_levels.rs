//! Rates of several levels together: 排查 417 件，村级化解 338 件，镇级化解 67 件，镇村两级化解率 97.1%.
//!
//! *Invariant:* the name of the rate says of how many levels it is, and as many counts are each of another of them.

use super::names::Verbs;
use super::quotient::Quotient;
use crate::claims::statement::{Mention, Passage};
use crate::claims::{Statement, label, levels};

/// The statement of a rate whose name says of how many levels it is, with those
/// among `reach`, the nearest first, that are each of another of them.
pub fn claim(
    passage: &Passage<'_>,
    rate: &Mention<'_>,
    reach: &[&Mention<'_>],
    known: &Verbs,
) -> Option<Statement> {
    const NUMBERS: &[(&str, usize)] = &[("两级", 2), ("二级", 2), ("三级", 3)];
    let clause = rate.run_up.rsplit(['，', '；', '。']).next()?;
    let (named, of) = NUMBERS.iter().find_map(|(number, of)| Some((clause.split_once(number)?.0, *of)))?;
    let names: Vec<char> = named.chars().rev().filter(|sign| *sign != '、').take(of).collect();
    let level_of = |count: &Mention<'_>| {
        let level = levels::ending(count.before.split_once('级')?.0)?;
        names.iter().position(|name| level.contains(*name))
    };
    let mut told = 0;
    let row: Vec<&Mention<'_>> = reach
        .iter()
        .copied()
        .filter(|count| label::has(count.before, known.above) && level_of(count).is_some())
        .inspect(|count| told |= level_of(count).map_or(0, |level| 1 << level))
        .collect();
    let first = row.last().filter(|_| row.len() == of && told + 1 == 1 << of)?;
    let mut before = reach.iter().filter(|count| {
        count.token < first.token
            && count.quantity.class() == first.quantity.class()
            && !passage.is_part(passage.index_of(count))
    });
    // 排查 417 件，四个季度依次为 96 件、118 件 …: what came in is told by its verb, wherever it stands.
    let below =
        before.clone().find(|count| label::has(count.before, known.below)).or_else(|| before.next())?;
    Quotient::new(rate, &row.iter().rev().copied().collect::<Vec<_>>(), &[below])?.judge()
}
