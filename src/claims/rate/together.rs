//! A share of so many figures together whose base stands right before it: 居前三位的是婚姻 412 件、劳动 365 件、债务 298 件，三项合计占全年
//! 咨询总量 1650 件的 65.2%.
//!
//! *Invariant:* the words say how many figures are taken, and these stand in one row right in front of them.

use super::quotient::Quotient;
use crate::claims::Statement;
use crate::claims::cues;
use crate::claims::growth;
use crate::claims::label;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::numeral;
use crate::search;

/// The most characters behind the number in front of 占: 三个乡镇.
const LONGEST_NOUN: usize = 4;

/// The statement of the share at `index` with the base right before it.
pub fn claim(passage: &Passage<'_>, index: usize) -> Option<Statement> {
    let rate = passage.mentions.get(index)?;
    let base_index = index.checked_sub(1)?;
    let base = passage.mentions.get(base_index)?;
    let is_base = rate.lead == Lead::Nothing
        && rate.before == "的"
        && base.quantity.is_count()
        && base.quantity.measure.is_some()
        && base.clause == rate.clause;
    let (ahead, _) = base.before.split_once('占').filter(|_| is_base)?;
    let sum = search::ahead(ahead, cues::SUMS_AND_TOGETHER);
    let noun = sum.unwrap_or(ahead);
    let (count, end) = number_of(passage, base_index, noun)?;
    let row = row_before(passage, end, count, base)?;
    let quotient = Quotient::new(rate, &row, &[base])?;
    if quotient.numerator > quotient.denominator { None } else { quotient.judge() }
}

/// How many figures are taken by `noun` in front of the base at `base_index`, and where their row ends: 三镇, or 三项 as a figure of its
/// own.
fn number_of(passage: &Passage<'_>, base_index: usize, noun: &str) -> Option<(usize, usize)> {
    let base = passage.mentions.get(base_index)?;
    let is_short = |noun: &str| search::length(noun) <= LONGEST_NOUN;
    let (number, end) = if base.lead == Lead::Nothing {
        let end = base_index.checked_sub(1)?;
        let number =
            passage.mentions.get(end).filter(|number| number.quantity.is_chinese && is_short(noun))?;
        let is_bare = label::without_pointing(number.before).is_empty() && number.clause == base.clause;
        (number.quantity.value.to_whole().filter(|_| is_bare)?, end)
    } else {
        let first = noun.chars().next()?;
        let behind = noun.get(first.len_utf8()..).filter(|behind| is_short(behind))?;
        (i128::from(numeral::digit(first).filter(|_| !behind.is_empty())?), base_index)
    };
    Some((usize::try_from(number).ok().filter(|number| (2..=20).contains(number))?, end))
}

/// The `count` figures right before the one at `end`, which count as `base` does.
fn row_before<'p, 'a>(
    passage: &'p Passage<'a>,
    end: usize,
    count: usize,
    base: &Mention<'_>,
) -> Option<Vec<&'p Mention<'a>>> {
    let start = end.checked_sub(count)?;
    let row = passage.mentions.get(start..end)?;
    let (first, others) = row.split_first()?;
    // 甲镇 120 件、乙镇 100 件、丙镇 80 件，两镇占: of which two of the three is not told.
    let ahead = start.checked_sub(1).and_then(|ahead| passage.mentions.get(ahead));
    let begins_in_a_row = ahead.is_some_and(|ahead| {
        ahead.segment == first.segment
            && ahead.quantity.class() == first.quantity.class()
            && (first.lead == Lead::Pause || others.iter().all(|part| part.lead == Lead::Comma))
    });
    let is_alike = |part: &Mention<'_>| {
        part.quantity.class() == base.quantity.class()
            && part.sentence == base.sentence
            && part.bracket == base.bracket
            && part.quantity.is_amount()
            && !growth::changes_by(part)
    };
    let are_joined = others.iter().all(|part| matches!(part.lead, Lead::Pause | Lead::Comma));
    let last = row.last()?;
    (is_alike(first)
        && others.iter().all(is_alike)
        && are_joined
        && !begins_in_a_row
        && last.clause + 1 == base.clause)
        .then(|| row.iter().collect())
}
