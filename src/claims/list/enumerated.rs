//! The sum behind a whole enumeration that a colon opens: 按渠道统计如下：电话 3126 件；网络 1874 件。以上共计 5000 件.
//!
//! *Invariant:* the enumeration tells one figure for each item, all of one measure word, and no figure stands before its
//! colon; the sum begins its sentence or segment and says nothing that the items do not.

use super::whole::fits;
use crate::claims::cue_set::Cue;
use crate::claims::cues;
use crate::claims::label;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::search;

/// The items that the figure at `index` sums up, in order.
pub fn row_before(passage: &Passage<'_>, index: usize) -> Option<Vec<usize>> {
    let total = passage.mentions.get(index).filter(|total| total.depth == 0)?;
    let sentence = match total.lead {
        Lead::Start => total.sentence.checked_sub(1)?,
        Lead::Semicolon => total.sentence,
        _ => return None,
    };
    let verb = verb_of_sum(total.before)?;
    let mut parts = Vec::new();
    let mut is_opened = false;
    for (at, part) in passage.back_from(index) {
        if part.sentence != sentence || is_opened {
            break;
        }
        if !is_item(part) || !fits(passage, index, at) || !part.before.contains(verb) {
            return None;
        }
        parts.push(at);
        is_opened = part.lead == Lead::Colon;
    }
    let first = parts.last().copied()?;
    // 受理 20 件，情况如下：…: a figure before the colon may be the whole.
    let is_first = first
        .checked_sub(1)
        .and_then(|before| passage.mentions.get(before))
        .is_none_or(|before| before.sentence != sentence);
    parts.reverse();
    (is_opened && is_first && parts.len() >= 2 && are_alike(passage, &parts)).then_some(parts)
}

/// What stands behind the word that sums up in `words`: nothing, or a short verb.
fn verb_of_sum(words: &str) -> Option<&str> {
    const POINTING: &[&str] = &["以上各项", "上述各项", "以上", "上述", "前述", "各项"];
    const LONGEST_VERB: usize = 3;
    let rest = search::behind(words, POINTING).unwrap_or(words);
    // 共 alone may begin any clause; behind 以上 it sums up.
    let is_pointed = rest.len() < words.len();
    let sum = cues::SUMS.iter().find(|sum| rest.starts_with(**sum));
    let sum = sum.copied().or_else(|| (is_pointed && rest.starts_with('共')).then_some("共"))?;
    rest.strip_prefix(sum).filter(|verb| search::length(verb) <= LONGEST_VERB)
}

/// Whether `part` may be one of the items: a plain amount with a name.
fn is_item(part: &Mention<'_>) -> bool {
    part.depth == 0
        && part.quantity.is_amount()
        && !part.before.is_empty()
        && !part.has(Cue::Among)
        && !part.has(Cue::Comparison)
        && !part.begins(Cue::NewStatement)
        && !label::tells_of_each(part.before)
        && !label::begins(part.before, cues::SUMS_AND_TOGETHER)
}

/// Whether one kind of mark stands between all of `parts`.
fn are_alike(passage: &Passage<'_>, parts: &[usize]) -> bool {
    let lead = |at: &usize| passage.mentions.get(*at).map(|part| part.lead);
    let mut others = parts.iter().skip(1);
    let mark = others.next().and_then(lead);
    matches!(mark, Some(Lead::Comma | Lead::Pause | Lead::Semicolon)) && others.all(|part| lead(part) == mark)
}
