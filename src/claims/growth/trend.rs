//! What is said to rise or fall from year to year, and does not: 连续三年上升，2023年 102 件、2024年 131 件、2025年 128 件.
//!
//! *Invariant:* every figure of the row has a year of its own, each the next of the one before, and all count alike; only years that go
//! the other way are told.

use super::change::Change;
use crate::claims::respective;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::claims::{Claim, Fault, Operand, Reason, Statement, figure, label};
use crate::facts::{Decimal, Precision, year};
use crate::numeral;
use crate::review::{ClaimKind, Status};
use crate::search;

/// Words of what goes on from year to year, besides 连续三年.
const YEARLY: &[&str] = &["逐年", "连年"];

const UP: &[&str] = &["上升", "增长", "增加", "提高", "提升", "递增", "攀升", "增多", "上涨"];
const DOWN: &[&str] = &["下降", "减少", "降低", "递减", "回落", "压减", "下滑", "缩减"];

/// The fewest years of a row.
const FEWEST: usize = 3;

/// The statement that the row of years which begins with the figure at `index` does not go the way that the words in front of it
/// say.
pub fn claim(passage: &Passage<'_>, index: usize) -> Option<Statement> {
    let first = passage.mentions.get(index)?;
    let direction = told_in_front(first)?;
    let row = row_of_years(passage, index);
    if row.len() < FEWEST {
        return in_order(passage, index, direction);
    }
    row.iter().zip(row.iter().skip(1)).find_map(|(before, next)| {
        let gap = next.exact()?.minus(before.exact()?)?;
        is_contrary(gap, direction).then(|| contrary(before, next, gap))
    })
}

/// Whether a change by `gap` goes another way than `direction`.
fn is_contrary(gap: Decimal, direction: Change) -> bool {
    match direction {
        Change::Up => gap.is_negative(),
        _ => !gap.is_negative() && !gap.is_zero(),
    }
}

/// The statement that from `before` to `next` it goes the other way, by `gap`.
fn contrary(before: &Mention<'_>, next: &Mention<'_>, gap: Decimal) -> Statement {
    let sign = if gap.is_negative() { "<" } else { ">" };
    let equation = format!("{} {sign} {}", figure(next.quantity), figure(before.quantity));
    let operands = vec![Operand::of("current", next), Operand::of("previous", before)];
    let fault = Fault { computed: gap, excess: gap, certain: false, reason: Reason::WrongDirection };
    Claim::new(ClaimKind::Growth, Status::Broken, equation, None, operands, Some(fault))
}

/// 投诉总量连续三年下降，分别为 1286 件、1142 件、1198 件: the same of a row without years, which may be told from either end.
fn in_order(passage: &Passage<'_>, index: usize, direction: Change) -> Option<Statement> {
    let row = passage.mentions.get(respective::row_at(passage, index)?)?;
    let steps = || row.iter().zip(row.iter().skip(1));
    let gap = |(before, next): (&Mention<'_>, &Mention<'_>)| next.exact()?.minus(before.exact()?);
    let gaps: Vec<Decimal> = steps().map(gap).collect::<Option<_>>()?;
    let back = if direction == Change::Up { Change::Down } else { Change::Up };
    let goes = |direction: Change| !gaps.iter().any(|gap| is_contrary(*gap, direction));
    if row.len() < FEWEST || goes(direction) || goes(back) {
        return None;
    }
    let wrong = steps().zip(&gaps).find(|(_, gap)| is_contrary(**gap, direction));
    wrong.map(|((before, next), gap)| contrary(before, next, *gap))
}

/// The figures from `index` on that have a year each, the next of the one before, and count alike.
fn row_of_years<'p, 'a>(passage: &'p Passage<'a>, index: usize) -> Vec<&'p Mention<'a>> {
    let Some(first) = passage.mentions.get(index) else { return Vec::new() };
    let mut wanted = year_of(first);
    let row = passage.ahead_from(index).map(|(_, mention)| mention).take_while(|mention| {
        let is_next = year_of(mention).is_some() && year_of(mention) == wanted;
        wanted = wanted.and_then(|year| year.checked_add(1));
        is_next
            && mention.sentence == first.sentence
            && mention.bracket == first.bracket
            && mention.quantity.is_in_unit_of(first.quantity)
    });
    row.collect()
}

/// The year with which the words of `mention` begin, with nothing but what leads to its figure behind it.
fn year_of(mention: &Mention<'_>) -> Option<u16> {
    let named = year::written(mention.before).next().filter(|named| named.span.start == 0)?;
    let rest =
        mention.before.get(named.span.end as usize..)?.trim_matches(['度', '为', '是', '共', '有', '达']);
    let is_plain = rest.is_empty() && mention.quantity.precision == Precision::Exact;
    is_plain.then_some(named.year)
}

/// The way that the clause right in front of `first` says it goes.
fn told_in_front(first: &Mention<'_>) -> Option<Change> {
    if !matches!(first.lead, Lead::Colon | Lead::Comma | Lead::Open) {
        return None;
    }
    let ahead = first.run_up.strip_suffix(first.before)?.strip_suffix(['：', '，', '（'])?;
    let clause = ahead.rsplit(['，', '；', '。', '：']).next()?;
    let behind = YEARLY.iter().find_map(|word| search::split(clause, word)).map(|(_, behind)| behind);
    let verb = behind.or_else(|| behind_years(clause))?;
    let verb = verb
        .trim_start_matches(['呈', '稳', '步', '持', '续', '实', '现', '保', '大', '幅', '小', '明', '显']);
    let bare = search::ahead(verb, &["趋势", "态势", "势头", "走势"]).unwrap_or(verb);
    match () {
        () if label::begins(bare, UP) && search::length(bare) <= 3 => Some(Change::Up),
        () if label::begins(bare, DOWN) && search::length(bare) <= 3 => Some(Change::Down),
        () => None,
    }
}

/// What stands behind 连续三年 in `clause`.
fn behind_years(clause: &str) -> Option<&str> {
    let (_, behind) = search::split(clause, "连续")?;
    let rest = behind.trim_start_matches(|ch: char| ch.is_ascii_digit() || numeral::digit(ch).is_some());
    (rest.len() < behind.len()).then(|| rest.strip_prefix('年')).flatten()
}
