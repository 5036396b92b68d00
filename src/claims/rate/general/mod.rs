//! Rates that no list knows: 认定率, 网办率, 脱困比例. The count above the line bears the last word of the rate's name;
//! the base is the whole that it is a part of, or the only other figure that counts alike.
//!
//! *Invariant:* where the words do not settle both counts, a rate that does not fit is only reported when one slip of
//! the pen explains it; else it stays open, or nothing is said.

mod named;
mod right_before;
mod row;
mod together;
mod verdict;
mod wording;

use super::ahead;
use super::names::{self, Counts};
use super::sums::Sums;
use crate::claims::cue_set::Cue;
use crate::claims::growth;
use crate::claims::label;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::claims::{Statement, cues};
use crate::facts::Class;
pub use row::claim as of_a_row;
use verdict::is_certain;
pub use verdict::{COUNTS_UNCLEAR, LEAST_DIGITS, NEAR, read, settle, slipped, uncertain};
use wording::is_told;
pub use wording::{
    ASKED, Bears, OF_SOMETHING_ELSE, bears, bears_name, goes_beyond, is_asked, is_denied, is_of_a_grade,
    is_of_it, is_surveyed, last_word, narrows, object_of,
};

/// How many clauses behind its count a rate may stand.
const FARTHEST: u32 = 2;

/// The statement that the rate called `name` at `index` makes; counts in front of it end before the figure at `end`,
/// where the row of rates begins of which it is one.
pub fn claim(passage: &Passage<'_>, index: usize, end: usize, name: &str, sums: &Sums) -> Option<Statement> {
    let name = label::strip(name);
    let stem = last_word(name)?;
    let rate = passage.mentions.get(index)?;
    let is_wanted = label::has(rate.before, ahead::INTENDED) || label::has(name, ahead::INTENDED);
    let is_satisfaction = names::find(name).is_some_and(|known| matches!(known.counts, Counts::Satisfaction));
    if is_wanted
        || is_satisfaction
        || label::has(stem, OF_SOMETHING_ELSE)
        || label::has(name, cues::COMPARISON)
    {
        return None;
    }
    if is_asked(name) {
        // Of how many it was asked need not be said.
        return named::claim(passage, index, end, name, stem, sums)
            .filter(|statement| !is_certain(statement));
    }
    named::claim(passage, index, end, name, stem, sums)
        .or_else(|| row::claim(passage, index, stem).filter(|_| index == end))
        .or_else(|| behind(passage, index, name, stem))
        .or_else(|| right_before::claim(passage, index, end, name))
}

/// The statement with both counts behind the rate, of which the second bears its name.
fn behind(passage: &Passage<'_>, index: usize, name: &str, stem: &str) -> Option<Statement> {
    let rate = passage.mentions.get(index)?;
    let (below, above) = (passage.mentions.get(index + 1)?, passage.mentions.get(index + 2)?);
    let follows = below.segment == rate.segment
        && above.segment == rate.segment
        && matches!(below.lead, Lead::Comma | Lead::Open | Lead::Colon)
        && below.clause <= rate.clause + 1
        && above.clause <= below.clause + 1
        && below.quantity.class() == above.quantity.class()
        && [below, above].iter().all(|mention| is_count(mention))
        && bears(below, stem, &[]).is_none();
    // What stands behind the counts may be their own rate.
    let has_own = passage
        .mentions
        .get(index + 3)
        .is_some_and(|next| next.quantity.is_share() && next.segment == rate.segment);
    if !follows || has_own || goes_beyond(above, name) || narrows(name) {
        return None;
    }
    let bears = bears_name(above, name, stem, &[])?;
    let is_before = passage
        .back_from(index)
        .take_while(|(_, mention)| mention.segment == rate.segment)
        .any(|(_, mention)| mention.quantity.class() == above.quantity.class());
    settle(
        vec![read(rate, &[above], &[below], bears)?],
        rate,
        !is_before && is_of_it(name, above, below),
        false,
    )
}

/// Whether the figure counts something there is, and not by how much it changed or what it was.
pub fn is_count(mention: &Mention<'_>) -> bool {
    let is_amount = mention.quantity.is_amount() || mention.quantity.class() == Some(Class::Time);
    is_amount
        && mention.quantity.measure.is_some()
        && !mention.has(Cue::Comparison)
        && !mention.has(Cue::Average)
        && !growth::changes_by(mention)
}

/// Whether the sentence in front of `rate` tells of what came over from the year before, in its own segment or of nothing that
/// is named in another.
pub fn carries_over(passage: &Passage<'_>, rate: &Mention<'_>) -> bool {
    carries_over_since(passage, rate, rate)
}

/// The same of the segments since that of `base`.
pub fn carries_over_since(passage: &Passage<'_>, base: &Mention<'_>, rate: &Mention<'_>) -> bool {
    let start = rate.sentence_start;
    let in_front = passage.between(start, base.quantity.span.start).matches('；').count();
    let mut segments = passage.between(start, rate.quantity.span.start).split('；').enumerate();
    segments.any(|(at, segment)| {
        label::has(segment, cues::CARRIED_OVER) && (at >= in_front || !names_what_is_carried(segment))
    })
}

/// 应诉案件上年结转 12 件: whether `segment` names what came over, wherever it tells of that.
pub fn names_what_is_carried(segment: &str) -> bool {
    const SHORTEST: usize = 3;
    const SMALL: &[char] =
        &['上', '年', '度', '去', '一', '有', '共', '另', '含', '其', '中', '包', '括', '加', '及'];
    let names = |clause: &str| {
        let carried =
            cues::CARRIED_OVER.iter().filter_map(|word| clause.split_once(*word)).map(|(ahead, _)| ahead);
        carried.map(|ahead| ahead.trim_matches(SMALL).chars().count()).all(|length| length >= SHORTEST)
    };
    segment.split(['，', '（', '、']).all(names)
}

/// The only figure of the sentence before that counts like `above`.
fn in_sentence_before<'p>(passage: &'p Passage<'_>, above: &Mention<'_>) -> Option<&'p Mention<'p>> {
    let before = passage.mentions.partition_point(|mention| mention.sentence < above.sentence);
    let mut found = passage
        .back_from(before)
        .take_while(|(_, mention)| mention.sentence + 1 == above.sentence)
        .filter(|(at, mention)| {
            mention.quantity.class() == above.quantity.class() && is_count(mention) && !passage.is_part(*at)
        })
        .map(|(_, mention)| mention);
    let only = found.next()?;
    found.next().is_none().then_some(only)
}
