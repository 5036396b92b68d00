//! Rates over marks: 合格率 counts 优秀 too.
//!
//! *Invariant:* the marks stand in the sentence of the rate; nothing is assumed of marks not named.

use super::names::{self, INSPECTED};
use super::quotient::Quotient;
use crate::claims::Statement;
use crate::claims::closed;
use crate::claims::cue_set::Cue;
use crate::claims::label::{self, label};
use crate::claims::list;
use crate::claims::statement::{Mention, Passage};
use crate::review::Status;

/// The longest noun behind a mark, in bytes.
const LONGEST_NOUN: usize = 6;

/// The least mark with which one passes, and what all below it are called.
const PASSED: [(&str, &str); 2] = [("合格", "不合格"), ("及格", "不及格")];

/// 合格率 over marks: 优秀 and 合格 are above the line, all marks or the stated total below.
pub fn marks(passage: &Passage<'_>, index: usize, above: &[&str]) -> Option<Statement> {
    let rate = passage.mentions.get(index)?;
    let marked: Vec<(usize, &Mention<'_>, &str)> = passage
        .sentence_of(index)
        .into_iter()
        .filter(|(at, mention)| mention.quantity.is_amount() && !is_of_some_named(passage, *at))
        .filter_map(|(at, mention)| mark_of(mention).map(|mark| (at, mention, mark)))
        .collect();
    let marked = of_its_own_base(passage, rate, marked);
    let first = marked.first()?.0;
    if marked.len() < 2 {
        return None;
    }
    // 合格 1098 人，合格率 97.5%，其中优秀 213 人: these are among the ones before.
    let is_among = |at: usize, mention: &Mention<'_>| at > first && mention.before.starts_with("其中");
    // 优秀 13 个，优秀率 29.5%，其中乡镇优秀 5 个、部门优秀 8 个: parts of one mark are no marks besides it.
    let is_part_of_mark = |at: usize, mark: &str| {
        let whole = passage.list_of(at).map(|list| list.whole);
        marked.iter().any(|(other, _, of)| Some(*other) == whole && *of == mark)
    };
    let numerators: Vec<&Mention<'_>> = marked
        .iter()
        .filter(|(at, _, mark)| !is_part_of_mark(*at, mark))
        .filter(|(at, mention, mark)| above.contains(mark) && (above.len() == 1 || !is_among(*at, mention)))
        .map(|(_, mention, _)| *mention)
        .collect();
    let unit = numerators.first()?.quantity.class();
    let stated = passage.back_from(first).find(|(at, mention)| {
        mention.sentence + 2 >= rate.sentence
            && mention.quantity.class() == unit
            && mention.depth == 0
            && !passage.is_part(*at)
    });
    // 优秀 15 个、良好 29 个、合格 3 个，优良率 93.6%: of all the marks, where no whole stands in the sentence.
    let of_all = || {
        let all: Vec<&Mention<'_>> = marked.iter().map(|(_, mention, _)| *mention).collect();
        let is_row =
            all.iter().all(|mention| mention.quantity.class() == unit && mention.clause <= rate.clause);
        if is_row && all.len() > numerators.len() {
            Quotient::new(rate, &numerators, &all)?.judge()
        } else {
            None
        }
    };
    let has = |wanted: &str| marked.iter().find(|(_, _, mark)| *mark == wanted);
    let failed = PASSED.into_iter().find_map(|(passed, failed)| {
        has(failed).filter(|_| above.contains(&passed) && has(passed).is_none())
    });
    if let Some((_, failed, _)) = failed {
        return Quotient::remainder_of(rate, &passage.row_ending_at(stated?.0), failed)?.judge();
    }
    let Some((whole_index, _)) = stated.filter(|(_, whole)| whole.sentence == rate.sentence) else {
        let far = stated.and_then(|(at, _)| {
            let quotient = Quotient::new(rate, &numerators, &passage.row_ending_at(at))?;
            if quotient.numerator > quotient.denominator { None } else { quotient.judge() }
        });
        let readings: Vec<Statement> = far.into_iter().chain(of_all()).collect();
        let best = readings.iter().position(|reading| reading.status == Status::Holds);
        return readings.into_iter().nth(best.unwrap_or(0));
    };
    // 处罚案卷 60 卷、许可案卷 40 卷 are marked together.
    Quotient::new(rate, &numerators, &passage.row_ending_at(whole_index))?.judge()
}

/// 合格 507 家，合格率 95.7%，其中大型企业 120 家，合格 119 家: whether the figure at `at` is of those alone whom 其中 names right before it.
fn is_of_some_named(passage: &Passage<'_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|some| {
        passage.mentions.get(some).is_some_and(|some| some.begins(Cue::Among))
            && list::is_told_of_part(passage, some, at)
    })
}

/// The mark that the figure counts: 优秀单位, 合格案卷.
fn mark_of(mention: &Mention<'_>) -> Option<&'static str> {
    let words = label(mention);
    // The longest mark first: 不合格 ends in 合格.
    let stands_at = |mark: &str| words.rfind(mark).filter(|at| words.len() - at - mark.len() <= LONGEST_NOUN);
    let (mark, at) = ["不合格", "不及格", "基本合格", "优秀", "良好", "合格", "及格"]
        .into_iter()
        .find_map(|mark| Some((mark, stands_at(mark)?)))
        // 中等学校 is a kind of schools.
        .or_else(|| words.strip_suffix("中等").map(|rest| ("中等", rest.len())))?;
    // 未合格的 8 人 did not pass either.
    let is_denied = words.get(..at).is_some_and(label::ends_in_denial);
    let denied = PASSED.into_iter().find(|(passed, _)| *passed == mark).map(|(_, failed)| failed);
    if is_denied { denied } else { Some(mark) }
}

/// A mark in the sentence: where, which figure, which mark.
type Marked<'p, 'a> = (usize, &'p Mention<'a>, &'static str);

/// Without the marks of an earlier segment, where the segment of `rate` has a base of its own.
fn of_its_own_base<'p, 'a>(
    passage: &'p Passage<'a>,
    rate: &Mention<'_>,
    marked: Vec<Marked<'p, 'a>>,
) -> Vec<Marked<'p, 'a>> {
    let own: Vec<Marked<'p, 'a>> =
        marked.iter().filter(|(_, mention, _)| mention.segment == rate.segment).copied().collect();
    let has_base = own.first().is_some_and(|&(first, mark, _)| {
        passage.back_from(first).any(|(_, mention)| {
            mention.segment == rate.segment && mention.quantity.class() == mark.quantity.class()
        })
    });
    if has_base { own } else { marked }
}

/// 抽检 1200 批次，不合格 18 批次，合格率 98.5% or 不合格率 1.5%: what failed is written, not what passed.
pub fn complement(passage: &Passage<'_>, index: usize) -> Option<Statement> {
    let rate = passage.mentions.get(index)?;
    let failed = passage.mentions.get(index.checked_sub(1)?)?;
    let last = index.checked_sub(2)?;
    // 抽检 5240 批次，其中监督抽检 4300 批次、评价性抽检 940 批次，不合格 131 批次: what failed is of all that the row makes.
    let of = closed::row_ending_at(passage, last)
        .and_then(|row| row.whole)
        .filter(|_| passage.is_part(last))
        .unwrap_or(last);
    // 抽检种子 48 个、抽检农药 36 个，不合格 4 个: what failed is of all that stand in a row.
    let row = if passage.is_part(of) { Vec::new() } else { passage.row_ending_at(of) };
    let of_all = || Quotient::remainder_of(rate, &row, failed)?.judge();
    let of = if tells_how_many_each(passage, of) { of.checked_sub(1)? } else { of };
    let alone = failures(rate, passage.mentions.get(of)?, failed)?;
    if row.len() > 1 && !names::rate_name(rate.before)?.ends_with("不合格") {
        of_all()
    } else {
        Some(alone)
    }
}

/// 抽检 12480 批次，达到每千人 5.2 批次，不合格 244 批次: whether the figure at `at` says how many there are for so many of others.
fn tells_how_many_each(passage: &Passage<'_>, at: usize) -> bool {
    const EACH: &[&str] = &["每千人", "每万人", "每百人", "千人均", "万人均"];
    passage.mentions.get(at).is_some_and(|of| label::has(of.before, EACH))
}

/// The statement of `rate` with what was looked at and what of it failed.
pub fn failures(rate: &Mention<'_>, all: &Mention<'_>, failed: &Mention<'_>) -> Option<Statement> {
    let words = names::rate_name(rate.before).unwrap_or("");
    // 抽检合格率 98.5%，检查单位 1200 家，不合格 18 家: what was looked at is something else.
    let is_of_another = label::has(words, INSPECTED)
        && !INSPECTED.iter().any(|word| words.contains(word) && all.before.contains(word));
    let fits = !is_of_another
        && failed.sentence == rate.sentence
        && all.sentence == rate.sentence
        && failed.before.contains("不合格")
        && failed.quantity.class() == all.quantity.class()
        && label::has(all.before, INSPECTED);
    if !fits {
        return None;
    }
    if words.ends_with("不合格") {
        return Quotient::new(rate, &[failed], &[all])?.judge();
    }
    Quotient::remainder(rate, all, failed)?.judge()
}
