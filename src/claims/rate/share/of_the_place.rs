//! A share of all that the place has, told in another paragraph: 全区67所中小学 … 12 所学校未达到要求，占全区中小学的 17.9%.
//!
//! Takes the passages once their statements are found, and gives those of shares that have none yet.
//!
//! *Invariant:* place and noun are the same, whoever counts them counts the same, and the part is the only figure of its
//! measure word in the segment of the share.

use super::super::general::uncertain;
use super::super::quotient::Quotient;
use super::wording::{self, Scope};
use crate::claims::Statement;
use crate::claims::cue_set::Cue;
use crate::claims::cues;
use crate::claims::growth;
use crate::claims::scope;
use crate::claims::statement::{Mention, Passage};
use crate::facts::Precision;
use crate::order;
use crate::search;

/// How many shares are looked for: a report has a few.
const MOST: usize = 16;
/// How many clauses before its share a part may stand.
const FARTHEST: u32 = 2;

/// A share and what it is of.
struct Wanted<'p, 'a> {
    passage: &'p Passage<'a>,
    index: usize,
    scope: &'a str,
    noun: &'a str,
}

/// The statements of all shares of a place that none of `known` tells of.
pub fn claims(passages: &[Passage<'_>], known: &[Statement]) -> Vec<Statement> {
    let mut told: Vec<u32> = known
        .iter()
        .flat_map(|statement| statement.operands_as("rate").map(|rate| rate.span.start))
        .collect();
    order::sort(&mut told);
    let shares = passages.iter().flat_map(wanted);
    let shares = shares.filter(|share| {
        let rate = share.passage.mentions.get(share.index);
        rate.is_some_and(|rate| told.binary_search(&rate.quantity.span.start).is_err())
    });
    shares.take(MOST).filter_map(|share| claim(passages, &share)).collect()
}

/// The shares of `passage` whose words name a place and what there is in it.
fn wanted<'p, 'a>(passage: &'p Passage<'a>) -> impl Iterator<Item = Wanted<'p, 'a>> {
    passage.mentions.iter().enumerate().filter_map(move |(index, rate)| {
        if !rate.quantity.is_share() || !rate.before.contains('占') {
            return None;
        }
        let wording = wording::read(rate.before)?;
        let (scope, noun) =
            scope::bodies().find_map(|scope| Some((scope, wording.whole.strip_prefix(scope)?)))?;
        let noun = noun.trim_start_matches('的');
        let noun = search::ending(noun, cues::COUNTED).and_then(|end| noun.strip_suffix(end)).unwrap_or(noun);
        let is_plain = wording.scope == Scope::Single && wording.part.is_empty() && search::length(noun) >= 2;
        is_plain.then_some(Wanted { passage, index, scope, noun })
    })
}

fn claim(passages: &[Passage<'_>], share: &Wanted<'_, '_>) -> Option<Statement> {
    let rate = share.passage.mentions.get(share.index)?;
    let mut wholes = passages
        .iter()
        .flat_map(|passage| &passage.mentions)
        .filter(|whole| counts_all(whole, share.scope, share.noun));
    let whole = wholes.next()?;
    if !wholes.all(|again| {
        again.quantity.base() == whole.quantity.base() && again.quantity.class() == whole.quantity.class()
    }) {
        return None;
    }
    let mut parts = share
        .passage
        .back_from(share.index)
        .map(|(_, part)| part)
        .take_while(|part| part.segment == rate.segment)
        .filter(|part| part.quantity.class() == whole.quantity.class() && part.token != whole.token);
    let part = parts.next().filter(|_| parts.next().is_none())?;
    let is_part = part.quantity.is_count()
        && part.clause + FARTHEST >= rate.clause
        && part.bracket == rate.bracket
        && part.quantity.precision == Precision::Exact
        && !part.has(Cue::Comparison)
        && !growth::changes_by(part);
    let quotient = Quotient::new(rate, &[part], &[whole]).filter(|_| is_part)?;
    if quotient.numerator > quotient.denominator { None } else { quotient.judge().map(uncertain) }
}

/// Whether `whole` counts all `noun` of `scope`: 全区67所中小学, 全区现有中小学67所.
fn counts_all(whole: &Mention<'_>, scope: &str, noun: &str) -> bool {
    const THERE: &[&str] = &["现共有", "现有", "共有", "拥有", "共", "有", "在册", "登记"];
    let is_exact = whole.quantity.is_count() && whole.quantity.precision == Precision::Exact;
    let Some(rest) = whole.before.strip_prefix(scope).filter(|_| is_exact) else { return false };
    let rest = search::beginning(rest, THERE).and_then(|word| rest.strip_prefix(word)).unwrap_or(rest);
    let rest = search::ending(rest, THERE).and_then(|word| rest.strip_suffix(word)).unwrap_or(rest);
    if rest.is_empty() {
        whole.after.starts_with(noun) && !whole.after.ends_with('中')
    } else {
        rest == noun
    }
}
