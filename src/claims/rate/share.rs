//! 占: a count as a share of the whole that it is a part of.
//!
//! *Invariant:* the whole counts in the same measure word and is named before the part.

use super::quotient::Quotient;
use crate::claims::Statement;
use crate::claims::label::{self, label};
use crate::claims::statement::{Lead, Mention, Passage};

/// Whether `before` says that a share follows, and of what if it says so: 占, 占总数的, 占商品类的.
///
/// `Some("")` where the whole is not named.
pub fn of(before: &str) -> Option<&str> {
    let rest = before
        .strip_prefix('占')
        .or_else(|| before.strip_prefix("分别占"))
        .or_else(|| before.strip_prefix("各占"))?;
    let rest = ["达到", "达", "为", "约"].iter().find_map(|end| rest.strip_suffix(end)).unwrap_or(rest);
    match rest {
        "" | "比" | "比分别" | "总数" | "总数的" | "总量的" | "总量" | "全部的" | "比例" | "总数比例" => {
            Some("")
        }
        _ => rest
            .strip_suffix('的')
            .or_else(|| rest.strip_suffix("总数"))
            .filter(|of| of.chars().count() <= 12),
    }
}

/// The shares that begin at `index`: one, or with 分别 one for each count before them.
///
/// `last` remembers the sentence and whole of the share before, for 占 in a row.
pub fn claims(
    passage: &Passage<'_>,
    index: usize,
    of: &str,
    last: &mut Option<(u32, usize)>,
    out: &mut Vec<Statement>,
) {
    let Some(first) = passage.mentions.get(index) else { return };
    if first.before.contains("分别") {
        out.extend(respectively(passage, index).unwrap_or_default());
        return;
    }
    out.extend(single(passage, index, of, last));
}

fn single(
    passage: &Passage<'_>,
    index: usize,
    of: &str,
    last: &mut Option<(u32, usize)>,
) -> Option<Statement> {
    let rate = passage.mentions.get(index)?;
    let part_index = index.checked_sub(1)?;
    let part = passage.mentions.get(part_index).filter(|part| {
        part.quantity.is_amount() && part.sentence == rate.sentence && rate.clause <= part.clause + 1
    })?;
    let whole_index = match *last {
        _ if !of.is_empty() => named_whole(passage, part_index, of)?,
        Some((sentence, whole)) if sentence == rate.sentence => whole,
        _ => whole_of(passage, part_index)?,
    };
    *last = Some((rate.sentence, whole_index));
    Quotient::new(rate, &[part], &[passage.mentions.get(whole_index)?])?.judge()
}

/// The nearest figure of the same measure word before the part: in its sentence, or in the one before
/// if the part stands in the first clause of a sentence that goes on about it.
fn whole_of(passage: &Passage<'_>, part_index: usize) -> Option<usize> {
    let part = passage.mentions.get(part_index)?;
    passage
        .back_from(part_index)
        .take_while(|(_, whole)| whole.sentence + 1 >= part.sentence)
        .find(|(_, whole)| {
            may_be_whole(whole, part)
                && (whole.sentence == part.sentence || matches!(part.lead, Lead::Comma | Lead::Start))
        })
        .map(|(at, _)| at)
}

fn may_be_whole(whole: &Mention<'_>, part: &Mention<'_>) -> bool {
    whole.depth <= part.depth
        && whole.quantity.is_amount()
        && whole.quantity.class() == part.quantity.class()
        && !label::has(whole.before, label::COMPARISON)
}

/// The figure that counts what `of` names: 占商品类的 is of 商品类 314 件.
fn named_whole(passage: &Passage<'_>, part_index: usize, of: &str) -> Option<usize> {
    let part = passage.mentions.get(part_index)?;
    passage
        .back_from(part_index)
        .find(|(_, whole)| {
            may_be_whole(whole, part) && (label(whole).contains(of) || whole.after.contains(of))
        })
        .map(|(at, _)| at)
}

/// 民事 73 件、刑事 43 件、其他 28 件，分别占 50.7%、29.9%、19.4%: as many shares as counts.
fn respectively(passage: &Passage<'_>, index: usize) -> Option<Vec<Statement>> {
    let first = passage.mentions.get(index)?;
    let rates: Vec<&Mention<'_>> = passage
        .ahead_from(index)
        .map(|(_, mention)| mention)
        .take_while(|mention| mention.sentence == first.sentence && mention.quantity.is_share())
        .collect();
    let start = index.checked_sub(rates.len())?;
    let parts: Vec<&Mention<'_>> = passage.mentions.get(start..index)?.iter().collect();
    let head = parts.first()?;
    let alike = parts.iter().all(|part| {
        part.quantity.is_amount()
            && part.quantity.class() == head.quantity.class()
            && part.sentence == first.sentence
    });
    if !alike || rates.len() < 2 {
        return None;
    }
    let whole = passage.mentions.get(whole_of(passage, start)?)?;
    rates.iter().zip(&parts).map(|(rate, part)| Quotient::new(rate, &[*part], &[whole])?.judge()).collect()
}
