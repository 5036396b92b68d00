//! Shares of several counts: 合计占 of all of a row, 分别占 of each.
//!
//! *Invariant:* the counts stand in one row of one measure word right in front of the shares, and are of one whole.

use super::super::quotient::Quotient;
use super::super::sums::Sums;
use super::whole::{named_whole, wholes_of};
use super::wording::Wording;
use crate::claims::Statement;
use crate::claims::addends::{self, Addends, named_together};
use crate::claims::cues;
use crate::claims::growth;
use crate::claims::label;
use crate::claims::respective::IN_ORDER;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::facts::Decimal;
use crate::review::Status;
use crate::search;

/// 食品 237 件、服装 54 件、家居 44 件，合计占 44.3%: all the figures of the row together.
pub fn together(passage: &Passage<'_>, index: usize, wording: Wording<'_>) -> Option<Statement> {
    let rate = passage.mentions.get(index)?;
    let last = passage.mentions.get(index.checked_sub(1)?)?;
    let mut row: Vec<usize> = Vec::new();
    for (at, mention) in passage.back_from(index) {
        let is_alike = mention.sentence == rate.sentence && mention.quantity.class() == last.quantity.class();
        if !is_alike || !mention.quantity.is_amount() {
            break;
        }
        row.push(at);
        if mention.lead == Lead::Colon
            || mention.run_up.contains(['：', '；'])
            || mention.before.contains("其中")
        {
            break;
        }
    }
    row.reverse();
    let &first = row.first().filter(|_| row.len() > 1)?;
    let named = (!wording.whole.is_empty()).then(|| named_whole(passage, first, wording.whole));
    let whole = match named {
        Some(named) => named?,
        None => passage
            .list_of(first)
            .map(|list| list.whole)
            .or_else(|| wholes_of(passage, first).first().copied())?,
    };
    let parts: Vec<&Mention<'_>> = row.iter().filter_map(|&at| passage.mentions.get(at)).collect();
    let quotient = Quotient::new(rate, &parts, &[passage.mentions.get(whole)?])?;
    if quotient.numerator > quotient.denominator { None } else { quotient.judge() }
}

/// Whether the words of the share at `index` take figures together by their names.
pub fn is_of_names(passage: &Passage<'_>, index: usize) -> bool {
    let names = passage.mentions.get(index).and_then(|rate| names_of(rate));
    names.is_some_and(|names| !matches!(addends::figures(passage, index, &names, 0), Addends::None))
}

/// What the words of `rate` take together.
fn names_of<'a>(rate: &Mention<'a>) -> Option<Vec<&'a str>> {
    let (front, _) = rate.run_up.rsplit_once('占')?;
    named_together(front)
}

/// 满意 3912 份、基本满意 753 份、不满意 195 份，满意和基本满意合计占 96.0%: the figures that are named.
pub fn named(passage: &Passage<'_>, index: usize, wording: Wording<'_>, sums: &Sums) -> Option<Statement> {
    let rate = passage.mentions.get(index)?;
    let Addends::Found(row) = addends::figures(passage, index, &names_of(rate)?, 0) else { return None };
    let &first = row.first()?;
    let whole = if wording.whole.is_empty() {
        let listed = passage.list_of(first).map(|list| list.whole);
        let summed = || sums.whole_of(passage, passage.mentions.get(first)?);
        listed.or_else(summed).or_else(|| wholes_of(passage, first).first().copied())?
    } else {
        named_whole(passage, first, wording.whole)?
    };
    let parts: Vec<&Mention<'_>> = row.iter().filter_map(|&at| passage.mentions.get(at)).collect();
    let quotient = Quotient::new(rate, &parts, &[passage.mentions.get(whole)?])?;
    if quotient.numerator > quotient.denominator { None } else { quotient.judge() }
}

/// 民事 73 件、刑事 43 件、其他 28 件，分别占 50.7%、29.9%、19.4%: as many shares as counts.
pub fn respectively(passage: &Passage<'_>, index: usize, wording: Wording<'_>) -> Option<Vec<Statement>> {
    let SharedOut { rates, start, parts, sum } = shared_out(passage, index, index)?;
    let whole = if wording.whole.is_empty() {
        let listed = sum.or_else(|| passage.list_of(start).map(|list| list.whole));
        // 三个等级的窗口分别有 20 个、50 个、30 个: the number of them is none of their sum.
        let is_number_of_parts = |at: &usize| {
            passage.mentions.get(*at).is_some_and(|mention| {
                let number = mention.quantity.value.to_whole().and_then(|whole| usize::try_from(whole).ok());
                mention.quantity.is_chinese && number == Some(parts.len())
            })
        };
        let wholes = || wholes_of(passage, start).into_iter().find(|at| !is_number_of_parts(at));
        match listed.or_else(wholes) {
            Some(whole) => whole,
            None => return of_their_sum(&rates, &parts),
        }
    } else if is_sum_of(wording.whole, parts.len()) {
        return of_sum(&rates, &parts);
    } else {
        named_whole(passage, start, wording.whole)?
    };
    let whole = passage.mentions.get(whole)?;
    let found = rates.iter().zip(&parts).map(|(rate, part)| Quotient::new(rate, &[*part], &[whole])?.judge());
    let found: Vec<Statement> = found.collect::<Option<_>>()?;
    let wrong = found.iter().filter(|statement| statement.status == Status::Broken).count();
    // 调处 411 件。从来源看，电话 338 件、网络 205 件，占比分别为: what another sentence counts may be another thing.
    let is_of_another = wrong > 1 && rates.first().is_some_and(|rate| whole.sentence < rate.sentence);
    if is_of_another { of_their_sum(&rates, &parts) } else { Some(found) }
}

/// 甲、乙两类分别有 420 件、180 件，分别占两类合计的 70%、30%: the same where the number of the counts is a figure of its own.
pub fn of_numbered(passage: &Passage<'_>, index: usize) -> Option<Vec<Statement>> {
    let (rate, at) = (passage.mentions.get(index)?, index.checked_sub(1)?);
    let number = passage.mentions.get(at).filter(|number| number.quantity.is_chinese)?;
    let is_sum = rate.lead == Lead::Nothing && rate.before.strip_suffix('的').and_then(noun_of_sum).is_some();
    if !is_sum || number.lead != Lead::Comma || !matches!(number.before, "分别占" | "依次占" | "各占")
    {
        return None;
    }
    let SharedOut { rates, parts, .. } = shared_out(passage, at, index)?;
    let is_number_of_them = number.quantity.value.to_whole() == i128::try_from(parts.len()).ok();
    if is_number_of_them { of_sum(&rates, &parts) } else { None }
}

/// 省级 18 个、国家级 5 个，分别占全市 360 个村的 5%和 1.4%: the same where the whole stands between the counts and their shares.
pub fn of_whole_between(passage: &Passage<'_>, index: usize) -> Option<Vec<Statement>> {
    const SHARED_OUT: &[&str] = &["分别占", "依次占", "各占"];
    let (rate, at) = (passage.mentions.get(index)?, index.checked_sub(1)?);
    let whole = passage.mentions.get(at)?;
    // 占总数 626 件的比例分别为 49.8%、50.2%: or 分别 stands behind the whole.
    let is_shared_behind = || whole.before.starts_with('占') && label::has(rate.before, IN_ORDER);
    let is_told = rate.lead == Lead::Nothing
        && (rate.before.ends_with('的') && label::begins(whole.before, SHARED_OUT)
            || rate.before.starts_with('的') && is_shared_behind())
        && passage.mentions.get(index + 1).is_some_and(|next| next.quantity.is_share());
    if !is_told {
        return None;
    }
    let shares = |SharedOut { rates, parts, .. }: SharedOut<'_, '_>| {
        let pairs = rates.into_iter().zip(parts);
        pairs.map(|(rate, part)| Quotient::new(rate, &[part], &[whole])?.judge()).collect()
    };
    Some(shared_out(passage, at, index).and_then(shares).unwrap_or_default())
}

/// Shares, and as many counts of one measure word in front of them.
struct SharedOut<'p, 'a> {
    rates: Vec<&'p Mention<'a>>,
    /// Where the counts begin.
    start: usize,
    parts: Vec<&'p Mention<'a>>,
    /// Their sum, where it stands between them and the shares.
    sum: Option<usize>,
}

/// The shares from `index` on, with the counts right before the figure at `end`.
fn shared_out<'p, 'a>(passage: &'p Passage<'a>, end: usize, index: usize) -> Option<SharedOut<'p, 'a>> {
    let first = passage.mentions.get(index)?;
    let rates: Vec<&Mention<'_>> = passage
        .ahead_from(index)
        .map(|(_, mention)| mention)
        .take_while(|mention| mention.sentence == first.sentence && mention.quantity.is_share())
        .collect();
    // 电话 338 件、网络 205 件，共 543 件，占比分别为: the sum of the row is none of those that have a share.
    let last = end.checked_sub(1)?;
    let row = last.checked_sub(1).and_then(|part| passage.list_of(part));
    let is_sum = passage.mentions.get(last).is_some_and(|sum| {
        label::begins(sum.before, cues::ALL_SUMS) || search::ending(sum.before, cues::SUMS).is_some()
    });
    let sum = Some(last).filter(|_| is_sum || row.is_some_and(|row| row.whole == last));
    // 三类案件合计 543 件: nor is the number of them.
    let is_number = |at: &usize| {
        sum.is_some() && passage.mentions.get(*at).is_some_and(|number| number.quantity.is_chinese)
    };
    let number = last.checked_sub(1).filter(is_number);
    let end = number.or(sum).unwrap_or(end);
    let start = end.checked_sub(rates.len())?;
    let parts: Vec<&Mention<'_>> = passage.mentions.get(start..end)?.iter().collect();
    let head = parts.first()?;
    // 分别增加 30 件、20 件: by how much they grew has no share.
    let alike = parts.iter().all(|part| {
        part.quantity.is_amount()
            && !growth::changes_by(part)
            && part.quantity.class() == head.quantity.class()
            && part.sentence == first.sentence
    });
    (alike && rates.len() >= 2).then_some(SharedOut { rates, start, parts, sum })
}

/// 甲、乙、丙三类分别有 36 家、54 家、90 家，依次占 20%、30%、50%: where no whole is told it may be the row or more than that.
/// It is the row where the shares are right of it, all but one, or but two that make up 100% with the others.
fn of_their_sum(rates: &[&Mention<'_>], parts: &[&Mention<'_>]) -> Option<Vec<Statement>> {
    const LEAST: usize = 3;
    let is_of_another = |rate: &&Mention<'_>| !rate.after.is_empty();
    if rates.len() < LEAST || rates.iter().any(is_of_another) {
        return None;
    }
    let found = of_sum(rates, parts)?;
    let wrong = found.iter().filter(|statement| statement.status != Status::Holds).count();
    let total = rates.iter().try_fold(Decimal::ZERO, |sum, rate| sum.plus(rate.quantity.value))?;
    let are_swapped = wrong == 2 && total == Decimal::whole(100);
    (wrong < 2 || are_swapped).then_some(found)
}

/// Each of `rates` as the share that its count has of all `parts` together.
fn of_sum(rates: &[&Mention<'_>], parts: &[&Mention<'_>]) -> Option<Vec<Statement>> {
    rates.iter().zip(parts).map(|(rate, part)| Quotient::new(rate, &[*part], parts)?.judge()).collect()
}

/// 三类总量, 上述两项之和: whether `whole` is the sum of `count` figures by its name.
fn is_sum_of(whole: &str, count: usize) -> bool {
    let number = noun_of_sum(label::without_pointing(whole))
        .and_then(|noun| noun.chars().next())
        .and_then(crate::numeral::digit);
    number.and_then(|number| usize::try_from(number).ok()) == Some(count)
}

/// What stands in front of a word for a sum in `words`, if it is short: 三类 of 三类总量.
fn noun_of_sum(words: &str) -> Option<&str> {
    const LONGEST: usize = 6;
    let sum = search::ending(words, cues::TOTALS).or_else(|| search::ending(words, &["之和", "合计"]))?;
    let noun = words.strip_suffix(sum)?;
    (search::length(noun) <= LONGEST).then_some(noun)
}
