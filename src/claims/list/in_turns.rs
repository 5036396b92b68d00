//! Sums of what was done turn by turn: 第一期 210 人，第二期 198 人，两期共轮训 408 人; 首批下放 24 项，二批下放 18 项，共下放 42 项.
//!
//! *Invariant:* the turns stand in order from the first on, and the segment counts nothing else alike.

use crate::claims::cues;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::numeral;
use crate::search;

/// A turn of a course, which is no measure word: 三期.
pub const TURN: &str = "期";

/// 第一期 210 人，第二期 198 人，第三期 176 人，三期累计轮训 594 人: whether the `number` figures right before the one at `index` are told of the
/// turns from the first on, and of nothing else.
pub fn are_bare_turns(passage: &Passage<'_>, index: usize, number: usize) -> bool {
    let row = index.checked_sub(number).and_then(|first| passage.mentions.get(first..index));
    let is_turn = |(at, part): (usize, &Mention<'_>)| {
        let ordinal = part.before.strip_prefix('第').and_then(numeral::ordinal_prefix);
        ordinal.is_some_and(|(ordinal, rest)| usize::try_from(ordinal) == Ok(at + 1) && rest == TURN)
    };
    row.is_some_and(|row| row.iter().enumerate().all(is_turn))
}

/// 第一批下放 18 项，第二批下放 23 项，两批共下放 41 项: whether as many turns as the figure at `number` says stand in front of it, each with
/// `verb`, or with as much of it as the others do not say.
pub fn are_turns(passage: &Passage<'_>, number: usize, verb: &str) -> bool {
    let Some(stated) = passage.mentions.get(number) else { return false };
    let count = stated.quantity.value.to_whole().and_then(|whole| usize::try_from(whole).ok());
    let Some(row) = count.and_then(|count| passage.mentions.get(number.checked_sub(count)?..number)) else {
        return false;
    };
    let mut is_borne = false;
    // 第一轮检查企业 126 家，第二轮检查 118 家，第三轮 97 家: the verb and its object need not be said again.
    let mut is_turn = |(at, part): (usize, &Mention<'_>)| {
        let ordinal = part.before.strip_prefix('第').and_then(numeral::ordinal_prefix);
        let turn = ordinal.filter(|(ordinal, _)| usize::try_from(*ordinal) == Ok(at + 1));
        let Some((_, rest)) = turn.filter(|_| part.sentence == stated.sentence) else { return false };
        if rest == TURN {
            return true;
        }
        let Some(said) = rest.strip_prefix(stated.quantity.word()) else { return false };
        let bears =
            !said.is_empty() && (said.contains(verb) || verb.starts_with(said) || said.starts_with(verb));
        is_borne |= bears;
        said.is_empty() || bears
    };
    row.len() >= 2
        && row.iter().enumerate().all(&mut is_turn)
        && (is_borne || is_all_bare(row) || is_told_ahead(passage, row, verb))
}

/// Whether the parts of `row` are told of their turns alone: 第一期.
fn is_all_bare(row: &[Mention<'_>]) -> bool {
    row.iter().all(|part| part.before.ends_with(TURN))
}

/// 分三批下放事项，第一批 26 项: whether `verb` stands in front of the first of `row` in its sentence.
fn is_told_ahead(passage: &Passage<'_>, row: &[Mention<'_>], verb: &str) -> bool {
    row.first()
        .is_some_and(|first| passage.between(first.sentence_start, first.quantity.span.start).contains(verb))
}

/// 首批下放 24 项，二批下放 18 项，三批下放 9 项，累计下放 51 项: the turns from the first on in front of a sum with a short verb or none, where
/// its segment counts nothing else alike; and whether these are surely all: 累计 may hold earlier ones, and bare turns need not have
/// the verb of the sum.
pub fn turns_in_front(passage: &Passage<'_>, index: usize) -> Option<(Vec<usize>, bool)> {
    const LONGEST_VERB: usize = 4;
    const TURNS: &[char] = &['期', '批', '次', '轮'];
    const MARKS: &[char] = &['，', '；', '：', '。', '、'];
    let total = passage.mentions.get(index).filter(|total| total.lead == Lead::Comma)?;
    let verb = search::behind(total.before, cues::ALL_SUMS)?;
    if search::length(verb) > LONGEST_VERB {
        return None;
    }
    let mut is_sure = !total.before.starts_with("累计");
    let mut turn = |part: &Mention<'_>| -> Option<u32> {
        let words = passage.between(part.sentence_start, part.quantity.span.start);
        let words = words.rsplit(MARKS).next()?;
        let words = words.strip_prefix('第').unwrap_or(words);
        let (number, rest) = match words.strip_prefix('首') {
            Some(rest) => (1, rest),
            None => numeral::ordinal_prefix(words)?,
        };
        let said = rest.strip_prefix(TURNS)?;
        is_sure &= said.contains(verb);
        (said.is_empty() || said.contains(verb)).then_some(number)
    };
    let mut row: Vec<usize> = passage
        .back_from(index)
        .take_while(|(_, part)| part.segment == total.segment && part.bracket == total.bracket)
        .filter(|(_, part)| part.quantity.class() == total.quantity.class())
        .map(|(at, _)| at)
        .collect();
    row.reverse();
    let mut turns = row.iter().map(|&at| passage.mentions.get(at).and_then(&mut turn)).zip(1..);
    let are_turns = row.len() >= 2 && turns.all(|(turn, number)| turn == Some(number));
    let is_sure = is_sure || row.first().is_some_and(|&first| are_numbered_ahead(passage, first, row.len()));
    are_turns.then_some((row, is_sure))
}

/// 先后三批取消证明事项，第一批 26 项: whether the figure in front of the first turn, at `first`, says that there were so many.
fn are_numbered_ahead(passage: &Passage<'_>, first: usize, turns: usize) -> bool {
    const WORDS: &[&str] = &["期", "批", "批次", "次", "轮"];
    let ahead = first.checked_sub(1).and_then(|at| passage.mentions.get(at)).zip(passage.mentions.get(first));
    ahead.is_some_and(|(number, turn)| {
        number.sentence == turn.sentence
            && WORDS.contains(&number.quantity.word())
            && number.quantity.value.to_whole() == i128::try_from(turns).ok()
    })
}
