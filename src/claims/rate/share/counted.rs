//! A share of as many parts as a number says: 石桥镇 327 宗、白鹭镇 296 宗，两个乡镇合计占 39.9%; or of those that are named beside it,
//! 东门、西门两个街道占 55.6%.
//!
//! *Invariant:* the number counts the parts and is none of them; where several figures may be their whole, only a share
//! that fits, or would but for one slip, is told.

use super::super::general::{LEAST_DIGITS, slipped, uncertain};
use super::super::quotient::Quotient;
use super::whole::{is_scope, named_whole};
use super::wording;
use crate::claims::Statement;
use crate::claims::addends::{self, Addends};
use crate::claims::closed;
use crate::claims::cue_set::Cue;
use crate::claims::growth;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::facts::Decimal;
use crate::review::Status;

/// The most parts that a number takes together.
const MOST_PARTS: usize = 12;
/// How many sentences before the row its whole may stand.
const FARTHEST: u32 = 4;
/// The most figures that are tried as the whole.
const MOST_WHOLES: usize = 4;

/// The statement of the share at `index` of the parts that the number right before it counts; an empty one where it counts
/// parts and the words do not tell of what these are. `None` where it counts no parts.
pub fn claim(passage: &Passage<'_>, index: usize) -> Option<Option<Statement>> {
    let (rate, at) = (passage.mentions.get(index)?, index.checked_sub(1)?);
    let number = passage.mentions.get(at)?;
    let behind = wording::read(rate.before).filter(|_| rate.lead == Lead::Nothing)?;
    let count = number.quantity.value.to_whole().and_then(|count| usize::try_from(count).ok())?;
    let row = parts(passage, at, count)?;
    let &first = row.iter().min()?;
    let last = row.iter().max().copied().unwrap_or(first);
    let above: Vec<&Mention<'_>> = row.iter().filter_map(|&part| passage.mentions.get(part)).collect();
    let judged = |whole: usize| {
        let quotient = Quotient::new(rate, &above, &[passage.mentions.get(whole)?])?;
        if quotient.numerator > quotient.denominator { None } else { quotient.judge() }
    };
    // 占全县的 says of which place, and not of what.
    if !behind.whole.is_empty() && !is_scope(behind.whole) {
        return Some(named_whole(passage, first, behind.whole).and_then(judged));
    }
    let list = passage.list_of(first);
    let listed = list.filter(|list| !list.is_distant && list.others.is_empty()).map(|list| list.whole);
    let closed = || closed::row_ending_at(passage, at.checked_sub(1)?.max(last))?.whole;
    if let Some(told) = listed.or_else(closed) {
        // 协议 446 件、决定 974 件，居前三位的分别为 …: what stands last of a row may stand for all of it.
        let of_told = judged(told);
        let all = closed::row_ending_at(passage, told).and_then(|row| row.whole);
        let of_all = all.and_then(judged).filter(|found| found.status == Status::Holds);
        return Some(of_all.or(of_told));
    }
    let mut wholes = wholes_before(passage, first);
    let is_only = wholes.len() == 1;
    // 审结 20 件: what is less than the row is none of its wholes, and may stand nearer.
    let sum = above.iter().try_fold(Decimal::ZERO, |sum, part| sum.plus(part.quantity.base()?));
    wholes.retain(|&at| passage.mentions.get(at).is_some_and(|whole| whole.quantity.base() >= sum));
    wholes.truncate(MOST_WHOLES);
    let mut found: Vec<Statement> = wholes.into_iter().filter_map(judged).collect();
    let best = found.iter().position(|statement| statement.status == Status::Holds);
    if found.is_empty() {
        return Some(None);
    }
    let likely = found.swap_remove(best.unwrap_or(0));
    Some(match best {
        Some(_) => Some(likely),
        None if is_only => Some(uncertain(likely)),
        None => slipped(likely, rate, LEAST_DIGITS),
    })
}

/// The parts that the number at `at` counts: those named right before it, or as many figures in front of it as it says.
fn parts(passage: &Passage<'_>, at: usize, count: usize) -> Option<Vec<usize>> {
    let number = passage.mentions.get(at)?;
    if !(2..=MOST_PARTS).contains(&count) || !matches!(number.lead, Lead::Comma | Lead::Pause) {
        return None;
    }
    let clause = number.run_up.rsplit(['，', '；', '：', '（', '）', '。']).next()?;
    if clause.contains(['、', '和', '与', '及']) {
        let names: Vec<&str> = clause.split(['、', '和', '与', '及']).collect();
        let row = match addends::figures(passage, at, &names, 0) {
            Addends::Found(row) => Some(row),
            _ => names.iter().map(|name| only_with(passage, at, name)).collect(),
        };
        return row.filter(|row| names.len() == count && row.len() == count);
    }
    let is_plain = clause.is_empty() || matches!(clause, "上述" | "以上" | "这" | "前" | "其中" | "该");
    let last = passage.mentions.get(at.checked_sub(1)?).filter(|_| is_plain)?;
    let class = last.quantity.class();
    let mut row: Vec<usize> = Vec::new();
    let mut next = at;
    // How the last one found is joined to what stands in front of it.
    let mut joint = Lead::Comma;
    while row.len() < count {
        let part = passage.mentions.get(next.checked_sub(1)?)?;
        let is_part = part.quantity.is_amount()
            && part.quantity.class() == class
            && part.sentence == number.sentence
            && part.clause + 1 >= passage.mentions.get(next)?.clause
            && matches!(joint, Lead::Comma | Lead::Pause)
            && !part.quantity.is_chinese
            && !growth::changes_by(part);
        if !is_part {
            return None;
        }
        row.push(next - 1);
        next = closed::head_of_item(passage, next - 1);
        joint = passage.mentions.get(next)?.lead;
    }
    // 甲镇 9 件、乙镇 6 件、丙镇 5 件，两个镇占: which of them is not told.
    row.reverse();
    (joint != Lead::Pause).then_some(row)
}

/// The only figure in front of the one at `at` in its sentence in whose words `name` stands.
fn only_with(passage: &Passage<'_>, at: usize, name: &str) -> Option<usize> {
    let number = passage.mentions.get(at)?;
    let mut found = passage
        .back_from(at)
        .take_while(|(_, mention)| mention.sentence == number.sentence)
        .filter(|(_, mention)| mention.before.contains(name));
    let (only, _) = found.next()?;
    found.next().is_none().then_some(only)
}

/// What the row that begins at `first` may be of, the nearest first: no part and no change.
fn wholes_before(passage: &Passage<'_>, first: usize) -> Vec<usize> {
    let Some(part) = passage.mentions.get(first) else { return Vec::new() };
    passage
        .back_from(first)
        .take_while(|(_, mention)| mention.sentence + FARTHEST >= part.sentence)
        .filter(|(at, mention)| {
            mention.quantity.is_amount()
                && mention.quantity.class() == part.quantity.class()
                && mention.depth <= part.depth
                && !mention.has(Cue::Comparison)
                && !growth::changes_by(mention)
                && !passage.is_part(*at)
        })
        .map(|(at, _)| at)
        .collect()
}
