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
/// `verb`.
pub fn are_turns(passage: &Passage<'_>, number: usize, verb: &str) -> bool {
    let Some(stated) = passage.mentions.get(number) else { return false };
    let count = stated.quantity.value.to_whole().and_then(|whole| usize::try_from(whole).ok());
    let Some(row) = count.and_then(|count| passage.mentions.get(number.checked_sub(count)?..number)) else {
        return false;
    };
    let is_turn = |(at, part): (usize, &Mention<'_>)| {
        let ordinal = part.before.strip_prefix('第').and_then(numeral::ordinal_prefix);
        part.sentence == stated.sentence
            && ordinal.is_some_and(|(ordinal, rest)| {
                usize::try_from(ordinal) == Ok(at + 1)
                    && rest.starts_with(stated.quantity.word())
                    && (rest.contains(verb) || rest == TURN)
            })
    };
    row.len() >= 2 && row.iter().enumerate().all(is_turn)
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
