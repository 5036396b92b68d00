//! What tells that a share is of more than the figure beside it, or of one of several.
//!
//! *Invariant:* answered from words and places; no value is looked at.

use crate::claims::growth;
use crate::claims::scope;
use crate::claims::statement::{Mention, Passage};
use crate::search;

/// Whether the words of a share, or of its part, tell that it is of more than `whole`: 东片立案 176 件中一般程序 103 件，西片立案 108 件中一般
/// 程序 49 件，全县一般程序占比 53.5%; 建成端口 14.6 万个，覆盖小区 1918 个，占比 91%.
pub(super) fn is_of_more(told: &str, whole: &Mention<'_>, part: &Mention<'_>) -> bool {
    const NOUN: usize = 2;
    let place = scope::place(told);
    let is_of_the_place =
        !place.is_empty() && ![whole, part].iter().any(|figure| figure.run_up.contains(place));
    let covered = part.before.rsplit_once("覆盖").map(|(_, noun)| noun);
    let is_of_those_covered = covered.is_some_and(|noun| {
        let at = noun.char_indices().rev().nth(NOUN - 1).map_or(0, |(at, _)| at);
        let noun = noun.get(at..).unwrap_or("");
        search::length(noun) == NOUN && !(whole.before.contains(noun) || whole.after.contains(noun))
    });
    is_of_the_place || is_of_those_covered
}

/// Whether the figure at `at` stands in a sentence before that of `part`, and others of its kind do too.
pub(super) fn is_one_of_several_before(passage: &Passage<'_>, at: usize, part: &Mention<'_>) -> bool {
    let Some(whole) = passage.mentions.get(at).filter(|whole| whole.sentence < part.sentence) else {
        return false;
    };
    passage.sentence_of(at).iter().any(|(other, mention)| {
        *other != at
            && mention.quantity.class() == whole.quantity.class()
            && !passage.is_part(*other)
            && !growth::changes_by(mention)
    })
}
