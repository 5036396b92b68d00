//! What several levels did together, told level by level behind it: 市县两级共设立 66 个，市级设立 18 个，12 个县区设立 48 个.
//!
//! *Invariant:* the words in front of the whole name the levels and say how many they are; there are as many parts, each of another one.

use super::Opener;
use super::parts::parts_from;
use super::whole::fits;
use crate::claims::label;
use crate::claims::levels;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::numeral;

/// The whole of the row that begins at `index`, where that is told of the levels of which the parts are.
pub fn whole_of_levels(passage: &Passage<'_>, index: usize) -> Option<(Opener, usize)> {
    let at = index.checked_sub(1)?;
    let first = passage.mentions.get(index).filter(|first| first.lead == Lead::Comma)?;
    let whole = passage.mentions.get(at)?;
    if whole.clause + 1 != first.clause || whole.depth != first.depth || !fits(passage, at, index) {
        return None;
    }
    let names = named_in_front(whole.run_up)?;
    let (parts, _) = parts_from(passage, index, at, Opener::Partition);
    let mut row = parts.iter().filter_map(|&part| passage.mentions.get(part));
    let are_theirs = parts.len() == names.len()
        && names.iter().all(|name| row.next().is_some_and(|part| is_of(part, *name)));
    are_theirs.then_some((Opener::Partition, at))
}

/// The levels of 市县两级, one sign each, in the clause with which `words` end.
fn named_in_front(words: &str) -> Option<Vec<char>> {
    const MOST: usize = 4;
    let clause = words.rsplit(['，', '；', '。']).next()?;
    let (ahead, _) = clause.rsplit_once('级')?;
    let last = ahead.chars().next_back()?;
    let number = usize::try_from(numeral::digit(last)?).ok().filter(|number| (2..=MOST).contains(number))?;
    let names = ahead.strip_suffix(last)?;
    // 市、县、乡三级 as well.
    let signs: Vec<char> = names.chars().filter(|&sign| sign != '、').collect();
    let names: Vec<char> = signs.get(signs.len().checked_sub(number)?..)?.to_vec();
    let are_levels =
        names.len() == number && names.iter().all(|name| levels::of(name.encode_utf8(&mut [0; 4])).is_some());
    are_levels.then_some(names)
}

/// Whether the words of `part` begin with the level `name`.
fn is_of(part: &Mention<'_>, name: char) -> bool {
    const LONGEST: usize = 4;
    let words = label::label(part);
    let wanted = levels::of(name.encode_utf8(&mut [0; 4]));
    let named = (1..=LONGEST).rev().map(|length| label::first_characters(words, length)).find_map(levels::of);
    wanted.is_some() && named == wanted
}
