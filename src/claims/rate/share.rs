//! 占: a count as a share of the whole that it is a part of.
//!
//! *Invariant:* the whole counts in the same measure word and is named before the part.

use super::quotient::Quotient;
use crate::claims::Statement;
use crate::claims::cues;
use crate::claims::label::{self, label};
use crate::claims::statement::{Lead, Mention, Passage};
use crate::lang::Text;
use crate::review::Status;

const WHOLE_UNCLEAR: Text = Text {
    zh: "占的是哪一个总数，文中看不出，未作判断",
    en: "the text does not tell of which total it is a share; not judged",
};

/// The most figures of a sentence that are tried as the whole of a share.
const MOST_READINGS: usize = 6;

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
    let judged = |whole: usize| {
        let quotient = Quotient::new(rate, &[part], &[passage.mentions.get(whole)?])?;
        // What is larger cannot be a part: then the whole is another one.
        if quotient.numerator > quotient.denominator { None } else { quotient.judge() }
    };
    let in_list = passage.list_of(part_index).map(|list| list.whole);
    let remembered = last.filter(|(sentence, _)| *sentence == rate.sentence).map(|(_, whole)| whole);
    let named = if of.is_empty() { None } else { Some(named_whole(passage, part_index, of)?) };
    let sure = named.or(in_list).or(remembered);
    let nearby = wholes_of(passage, part_index);
    let adjoins = |whole: usize| {
        whole + 1 == part_index
            && passage.mentions.get(whole).is_some_and(|mention| mention.segment == part.segment)
    };
    let is_sure = sure.is_some() || nearby.first().is_some_and(|&first| nearby.len() == 1 || adjoins(first));
    let mut readings: Vec<usize> = sure.into_iter().collect();
    if named.is_none() {
        readings.extend(nearby);
    }
    let found: Vec<(usize, Statement)> =
        readings.into_iter().filter_map(|whole| Some((whole, judged(whole)?))).collect();
    let best = found.iter().position(|(_, statement)| statement.status == Status::Holds).unwrap_or(0);
    let (whole, statement) = found.into_iter().nth(best)?;
    *last = Some((rate.sentence, whole));
    if statement.status == Status::Broken && !is_sure {
        return super::holding(statement, WHOLE_UNCLEAR);
    }
    Some(statement)
}

/// The figures of the same measure word that the part may be of, the nearest first: in its sentence,
/// or if there is none the nearest in the one before. Parts of other lists are passed over.
fn wholes_of(passage: &Passage<'_>, part_index: usize) -> Vec<usize> {
    let Some(part) = passage.mentions.get(part_index) else { return Vec::new() };
    let fits = |at: &usize| {
        passage.mentions.get(*at).is_some_and(|whole| may_be_whole(whole, part)) && !passage.is_part(*at)
    };
    let within = |reach: u32| {
        passage
            .back_from(part_index)
            .take_while(move |(_, mention)| mention.sentence + reach >= part.sentence)
            .map(|(at, _)| at)
    };
    let same: Vec<usize> = within(0).filter(fits).take(MOST_READINGS).collect();
    if same.is_empty() && matches!(part.lead, Lead::Comma | Lead::Start) {
        return within(1).find(fits).into_iter().collect();
    }
    same
}

fn may_be_whole(whole: &Mention<'_>, part: &Mention<'_>) -> bool {
    whole.depth <= part.depth
        && whole.quantity.is_amount()
        && whole.quantity.class() == part.quantity.class()
        && !label::has(whole.before, cues::COMPARISON)
}

/// The figure that counts what `of` names: 占商品类的 is of 商品类 314 件.
fn named_whole(passage: &Passage<'_>, part_index: usize, of: &str) -> Option<usize> {
    let part = passage.mentions.get(part_index)?;
    let grand = ["总数", "总量"].into_iter().find_map(|word| of.strip_suffix(word));
    let (of, is_grand) = (grand.unwrap_or(of), grand.is_some());
    passage
        .back_from(part_index)
        .find(|(at, whole)| {
            may_be_whole(whole, part)
                && (label(whole).contains(of) || whole.after.contains(of))
                && !(is_grand && passage.is_part(*at))
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
    let listed = passage.list_of(start).map(|list| list.whole);
    let whole = listed.or_else(|| wholes_of(passage, start).first().copied())?;
    let whole = passage.mentions.get(whole)?;
    rates.iter().zip(&parts).map(|(rate, part)| Quotient::new(rate, &[*part], &[whole])?.judge()).collect()
}
