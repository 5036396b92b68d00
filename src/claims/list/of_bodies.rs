//! What so many bodies did together, told body by body behind it: 3 个镇共受理 76 件，城关镇 28 件，河东镇 31 件，柳林镇 17 件.
//!
//! *Invariant:* there are as many parts as bodies, each is called by the noun of these, and what is said of a part is said of the whole.

use super::Opener;
use super::parts::parts_from;
use super::whole::fits;
use crate::claims::cues;
use crate::claims::label;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::search;

/// The longest noun of the bodies.
const LONGEST_NOUN: usize = 4;

/// The whole of the row that begins at `index`, where that is of as many bodies as the row has parts.
pub fn whole_of_bodies(passage: &Passage<'_>, index: usize) -> Option<(Opener, usize)> {
    let at = index.checked_sub(1)?;
    let first =
        passage.mentions.get(index).filter(|first| matches!(first.lead, Lead::Comma | Lead::Colon))?;
    let whole = passage.mentions.get(at).filter(|whole| whole.lead == Lead::Nothing)?;
    let bodies = passage.mentions.get(at.checked_sub(1)?)?;
    if whole.clause + 1 < first.clause || whole.depth != first.depth || !fits(passage, at, index) {
        return None;
    }
    let (noun, said) =
        cues::SUMS_AND_TOGETHER.iter().rev().find_map(|sum| search::split(whole.before, sum))?;
    let sign = label::last_characters(noun, 1);
    let number = bodies.quantity.value.to_whole().and_then(|number| usize::try_from(number).ok())?;
    let is_noun = (1..=LONGEST_NOUN).contains(&search::length(noun));
    if bodies.clause != whole.clause || !bodies.quantity.is_amount() || !is_noun || number < 2 {
        return None;
    }
    let (parts, _) = parts_from(passage, index, at, Opener::Partition);
    let names: Vec<&str> =
        parts.iter().filter_map(|&part| name_of_body(passage.mentions.get(part)?, sign, said)).collect();
    let are_all = parts.len() == number && names.len() == number;
    let are_apart =
        names.iter().enumerate().all(|(at, name)| !names.iter().take(at).any(|other| other == name));
    (are_all && are_apart).then_some((Opener::Partition, at))
}

/// What the body of `part` is called, which ends in `sign`; what is said of it behind its name is in `said` as well.
fn name_of_body<'a>(part: &Mention<'a>, sign: &str, said: &str) -> Option<&'a str> {
    let words = part.before.strip_prefix("其中").unwrap_or(part.before).trim_start_matches('，');
    let at = words.rfind(sign)?;
    let (name, verb) = words.split_at_checked(at)?;
    let verb = verb.strip_prefix(sign)?;
    (!name.is_empty() && said.contains(verb)).then_some(name)
}
