//! Two shares of two wholes that they name: 追发 412 人、860 万元，其中建筑业 309 人、645 万元，分别占追发人数和追发金额的 75%和 75%.
//!
//! *Invariant:* each whole is the only figure of its measure word in front of the parts in their sentence, and its name stands
//! there.

use super::super::quotient::Quotient;
use super::super::share_two_characters;
use super::wording::Wording;
use crate::claims::growth;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::claims::{Statement, cues};
use crate::search;

/// The statements of the two shares that begin at `index`.
pub fn claim(passage: &Passage<'_>, index: usize, wording: Wording<'_>) -> Option<Vec<Statement>> {
    let names = names_of(wording.whole)?;
    let start = index.checked_sub(names.len())?;
    let parts = passage.mentions.get(start..index)?;
    let rates = passage.mentions.get(index..index + names.len())?;
    let (first, last) = (rates.first()?, rates.last()?);
    let is_row = rates.iter().all(|rate| rate.quantity.is_share() && rate.sentence == first.sentence)
        && last.lead == Lead::Pause
        && last.before.is_empty();
    if !is_row {
        return None;
    }
    let each = rates.iter().zip(parts).zip(names);
    each.map(|((rate, part), name)| {
        Quotient::new(rate, &[part], &[whole_of(passage, start, part, name)?])?.judge()
    })
    .collect()
}

/// The two names that `whole` joins.
fn names_of(whole: &str) -> Option<[&str; 2]> {
    let (one, other) = ['和', '与', '及', '、'].iter().find_map(|joint| whole.split_once(*joint))?;
    let other = other.trim_end_matches('的');
    (search::length(one) >= 2 && search::length(other) >= 2).then_some([one, other])
}

/// The only figure in front of the one at `start` in the sentence of `part` that counts as it does, if the words so far name it.
fn whole_of<'p, 'a>(
    passage: &'p Passage<'a>,
    start: usize,
    part: &Mention<'_>,
    name: &str,
) -> Option<&'p Mention<'a>> {
    let ends = cues::TOTALS.iter().chain(&["人数", "金额", "件数", "数量", "数", "额"]);
    let stem = ends.into_iter().find_map(|end| name.strip_suffix(end)).unwrap_or(name);
    let mut alike = passage
        .back_from(start)
        .take_while(|(_, whole)| whole.sentence == part.sentence)
        .filter(|(_, whole)| whole.quantity.class() == part.quantity.class() && !growth::changes_by(whole))
        .map(|(_, whole)| whole);
    let whole = alike.next().filter(|_| alike.next().is_none())?;
    let words = passage.between(whole.sentence_start, whole.quantity.span.start);
    let is_all = ["总", "全部", "全市", "全县", "全区"].iter().any(|all| stem.starts_with(all));
    (is_all || share_two_characters(stem, words) || search::has(words, &[stem])).then_some(whole)
}
