//! Rates and means of what a table beside the paragraph counts: 合计 743 712 … 结案率 95.8%，结案案件平均罚没款 1.45 万元.
//!
//! Takes the passages with the figures that tables name; gives the statements of those that no sentence tells of.
//!
//! *Invariant:* the name of the rate or mean is that of one column and its base that of another, each the only one; the
//! table adjoins the paragraph, and the sentence counts nothing of the kind itself.

use super::names::{self, Counts, Verbs};
use super::quotient::Quotient;
use super::{general, mean};
use crate::claims::restated::{end_of_table, start_of_table};
use crate::claims::statement::{Mention, Passage};
use crate::claims::table::Named;
use crate::claims::{Statement, cues, label};
use crate::facts::Precision;
use crate::search;

/// The most figures of tables that a paragraph is compared with.
const MOST: usize = 24;

/// The rates and means of `passages` that are of the figures `named` in tables and of none of `known`.
pub fn claims(passages: &[Passage<'_>], named: &[Named], known: &[Statement]) -> Vec<Statement> {
    let mut out = Vec::new();
    if named.is_empty() {
        return out;
    }
    for passage in passages {
        let beside = beside(passage, named);
        if beside.len() < 2 {
            continue;
        }
        let is_told = |rate: &Mention<'_>| {
            let mut operands = known.iter().flat_map(|statement| statement.operands_as("rate"));
            operands.any(|operand| operand.span == rate.quantity.span)
        };
        let rates = passage.mentions.iter().filter(|rate| rate.sentence == 0 && !is_told(rate));
        out.extend(
            rates.filter_map(|rate| rate_of(passage, rate, &beside).or_else(|| mean_of(rate, &beside))),
        );
    }
    out
}

/// The figures of the tables right in front of `passage` and right behind it.
fn beside<'n>(passage: &Passage<'_>, named: &'n [Named]) -> Vec<&'n Named> {
    let start = start_of_table(passage).unwrap_or(passage.paragraph.start);
    let end = end_of_table(passage).unwrap_or(passage.paragraph.end);
    let (paragraph, adjoins) = (passage.paragraph, start..end);
    if adjoins.start == paragraph.start && adjoins.end == paragraph.end {
        return Vec::new();
    }
    let is_beside = |one: &&Named| adjoins.contains(&one.operand.span.start);
    named.iter().filter(is_beside).take(MOST).collect()
}

/// 结案率 95.8%: of the columns 结案 and 立案.
fn rate_of(passage: &Passage<'_>, rate: &Mention<'_>, table: &[&Named]) -> Option<Statement> {
    if !rate.quantity.is_share() {
        return None;
    }
    let name = label::strip(names::rate_name(rate.before)?);
    let known = names::find(name)?;
    // 各所办结率 is of all of them; 按期办结率 is of something else.
    let whose = name.strip_suffix(known.stem)?;
    if !whose.is_empty() && !whose.starts_with(['各', '全', '总']) {
        return None;
    }
    let name = known.stem;
    let Counts::Verbs(Verbs { below, .. }) = &known.counts else { return None };
    let told = passage.between(rate.sentence_start, rate.quantity.span.start);
    let is_told = told.matches(name).nth(1).is_some();
    // With what was carried over the base is more than what came in.
    let carries = table.iter().any(|one| label::has(&one.name, cues::CARRIED_OVER));
    if is_told || carries {
        return None;
    }
    let above = only(table, |one| one == name)?;
    let of_class: Vec<&Named> = table.iter().copied().filter(|one| one.class == above.class).collect();
    let beside = || of_class.first().copied().filter(|first| of_class.len() == 2 && first.name != name);
    let below = only(&of_class, |one| below.contains(&one)).or_else(beside)?;
    let (above, below) = (as_told(rate, above), as_told(rate, below));
    let quotient = Quotient::new(rate, &[&above], &[&below])?;
    let is_part = quotient.numerator <= quotient.denominator;
    general::settle(vec![quotient.judge().filter(|_| is_part)?], rate, false, true)
}

/// 结案案件平均罚没款 1.45 万元: of the columns 罚没款 and 结案.
fn mean_of(mean: &Mention<'_>, table: &[&Named]) -> Option<Statement> {
    const THINGS: &[&str] = &["案件", "事项", "对象", "人员", "单位", "企业"];
    // 调解员人均调解 8 件 is of the columns 调解 and 调解员.
    let (of, what) = ["平均", "人均"].iter().find_map(|word| search::split(mean.before, word))?;
    let of = label::strip(of);
    let of = search::ending(of, THINGS).and_then(|thing| of.strip_suffix(thing)).unwrap_or(of);
    let what = what.trim_start_matches('每').trim_end_matches(['为', '达', '约']);
    let what = search::behind(what, &["件", "起", "案", "户", "家"]).unwrap_or(what);
    let below = only(table, |one| one == of)?;
    let above = only(table, |one| one == what)?;
    let is_one_measure = above.class == mean.quantity.class() && above.class != below.class;
    if !is_one_measure {
        return None;
    }
    mean::judged(mean, &as_told(mean, above), &as_told(mean, below), 1)
}

/// The only figure of `table` whose name is one that `fits`, where its column is exact.
fn only<'n>(table: &[&'n Named], fits: impl Fn(&str) -> bool) -> Option<&'n Named> {
    let mut found = table.iter().copied().filter(|one| fits(&one.name));
    let first = found.next().filter(|one| one.quantity.precision == Precision::Exact)?;
    found.next().is_none().then_some(first)
}

/// The figure `named` of a table as if it stood beside `rate`.
fn as_told<'n>(rate: &Mention<'n>, named: &'n Named) -> Mention<'n> {
    Mention { quantity: &named.quantity, before: &named.name, name: &named.name, after: "", ..*rate }
}
