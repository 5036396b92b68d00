//! A whole that was dealt with in numbered turns: 事项 62 个，分三批下放，第一批 21 个、第二批 18 个、第三批 23 个.
//!
//! *Invariant:* the turns are in the same words but for their number and begin with the first; they are all only where
//! the text says how many there are.

use super::number_of_kinds::adds;
use super::whole::{fits, whole_before};
use super::{List, Opener};
use crate::claims::statement::{Lead, Mention, Passage};
use crate::numeral;
use crate::search;

/// What is counted by turns.
const UNITS: &[&str] = &["批次", "批", "期", "组", "梯队", "标段", "档", "类", "阶段", "轮", "步", "次"];

/// Of these the same things may have their turn again: 三轮排查, 第一轮 120 家, 第二轮 118 家.
const REPEATED: &[&str] = &["阶段", "轮", "步", "次"];

/// The number of 末批, whatever it is.
const LAST: u32 = u32::MAX;

/// The turns that begin with the figure at `index`: how sure it is that they are all, their whole, and they.
pub fn turns_at(passage: &Passage<'_>, index: usize, known: &[List]) -> Option<(Opener, usize, Vec<usize>)> {
    let head = passage.mentions.get(index)?;
    let (1, unit, words) = turn(head)? else { return None };
    let mut parts = vec![index];
    for (at, mention) in passage.ahead_from(index + 1) {
        if mention.sentence != head.sentence || mention.bracket != head.bracket {
            break;
        }
        let Some((number, other, rest)) = turn(mention).filter(|_| fits(passage, index, at)) else {
            continue;
        };
        // 第一阶段排查 120 处，第二阶段整改 98 处: what was done differs, and they are no parts of one thing.
        if other != unit
            || !(rest.is_empty() || rest == words)
            || (number != LAST && usize::try_from(number) != Ok(parts.len() + 1))
        {
            return None;
        }
        parts.push(at);
    }
    if parts.len() < 2 || head.lead == Lead::Nothing || adds(head) {
        return None;
    }
    let nearest = whole_before(passage, index, true, known)?;
    // 问题 86 个，分三个阶段推进: how many turns there are is no whole of them.
    let counts_turns = passage.mentions.get(nearest)?.after.starts_with(unit);
    let whole = if counts_turns { whole_before(passage, nearest, false, known)? } else { nearest };
    let whole = Some(whole).filter(|&whole| fits(passage, whole, index))?;
    let opener = match stated_turns(passage, whole, head, unit) {
        Some(number) if usize::try_from(number) == Ok(parts.len()) && !REPEATED.contains(&unit) => {
            Opener::Partition
        }
        Some(number) if usize::try_from(number) == Ok(parts.len()) => Opener::Ordinals,
        Some(_) => Opener::Including,
        None => Opener::Ordinals,
    };
    Some((opener, whole, parts))
}

/// The number of the turn with which the words before `mention` begin, its unit and what stands behind them.
fn turn<'a>(mention: &Mention<'a>) -> Option<(u32, &'static str, &'a str)> {
    let words = mention.before.strip_prefix("其中").unwrap_or(mention.before);
    let by_name = [('首', 1), ('次', 2), ('末', LAST)]
        .into_iter()
        .find_map(|(name, number)| Some((number, words.strip_prefix(name)?)));
    let (number, rest) = match by_name {
        Some(named) => named,
        None => numeral::ordinal_prefix(words.strip_prefix('第')?)?,
    };
    let unit = search::beginning(rest, UNITS)?;
    Some((number, unit, rest.get(unit.len()..)?))
}

/// How many turns there are, as the sentence says before `first`: 分三批, 三个阶段.
fn stated_turns(passage: &Passage<'_>, whole: usize, first: &Mention<'_>, unit: &str) -> Option<u32> {
    let stated = passage.mentions.get(whole)?;
    // 分三批下放事项 62 个: the number may be the figure before the whole.
    let before = whole.checked_sub(1).and_then(|before| passage.mentions.get(before));
    let from = before.map_or(0, |before| before.start).max(stated.sentence_start);
    let words = passage.between(from, first.start);
    search::each_of(words, &[unit]).find_map(|(at, _)| {
        let before = words.get(..at)?;
        let before = before.strip_suffix('个').unwrap_or(before);
        let last = before.chars().next_back()?;
        let number = numeral::digit(last).or_else(|| last.to_digit(10))?;
        let is_whole = before
            .strip_suffix(last)?
            .chars()
            .next_back()
            .is_none_or(|ch| ch != '第' && !numeral::is_ordinal(ch) && !ch.is_ascii_digit());
        (is_whole && number >= 2).then_some(number)
    })
}
