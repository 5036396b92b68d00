//! Parts of one of several years: 2023年、2024年分别为 312 万元、345 万元，两年合计 657 万元，其中2024年用于普法 68 万元.
//!
//! *Invariant:* the figure of a year bears its name alone, or has its place in a row of as many figures as years.

use super::shared_out::names_of;
use super::whole::fits;
use crate::claims::cue_set::Cue;
use crate::claims::growth;
use crate::claims::label;
use crate::claims::statement::{Lead, Passage};
use crate::facts::year;

/// The figure of the year that the part at `index` names right behind 其中, in the sentence of the figure `nearest`; `None`
/// where that is the figure itself, or none is told.
pub fn whole_of_year(passage: &Passage<'_>, index: usize, nearest: usize) -> Option<usize> {
    let (part, last) = (passage.mentions.get(index)?, passage.mentions.get(nearest)?);
    let (_, behind) = part.run_up.rsplit_once("其中")?;
    let named = year::written(behind.trim_start_matches(['，', '：']))
        .next()
        .filter(|named| named.span.start == 0)?;
    let wanted = named.year;
    let in_sentence =
        || passage.back_from(index).take_while(|(_, mention)| mention.sentence == last.sentence);
    let own = || {
        in_sentence().find(|(at, mention)| {
            let mut years = year::written(mention.before);
            let is_of_it = years.next().is_some_and(|named| named.year == wanted) && years.next().is_none();
            is_of_it
                && !mention.has(Cue::Comparison)
                && !mention.has(Cue::Respectively)
                && fits(passage, *at, index)
        })
    };
    let shared = || {
        in_sentence().find_map(|(first, mention)| {
            let names = names_of(passage, first).filter(|_| mention.has(Cue::Respectively))?;
            let place = names.iter().position(|name| {
                let named = year::written(name).next();
                named.is_some_and(|named| named.year == wanted && named.span.end as usize == name.len())
            })?;
            let are_of_names = passage.mentions.get(first + 1..first + names.len())?.iter().all(|figure| {
                figure.lead == Lead::Pause && figure.before.is_empty() && figure.clause == mention.clause
            });
            are_of_names.then_some((first + place, mention))
        })
    };
    let (of_year, _) = own().or_else(shared)?;
    (of_year != nearest && fits(passage, of_year, index)).then_some(of_year)
}

/// 行政审判庭去年结案 217 件，其中判决驳回 96 件: whether 其中 right behind the first figure of a sentence is of that, though it tells of the year
/// before.
pub fn is_of_before(passage: &Passage<'_>, whole: usize, part: usize) -> bool {
    let pair = passage.mentions.get(whole).zip(passage.mentions.get(part));
    pair.is_some_and(|(stated, first)| {
        whole + 1 == part
            && stated.start <= stated.sentence_start
            && !label::has(stated.before, &["比", "较", "同期", "结转", "未", "与"])
            && !growth::is_compared_with(stated)
            && first.sentence == stated.sentence
            && first.begins(Cue::Among)
    })
}
