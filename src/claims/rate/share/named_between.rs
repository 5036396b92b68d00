//! A whole that stands between its part and the share: 公职律师 9 人，执法人员 86 人，公职律师占执法人员的 10.5%.
//!
//! *Invariant:* the share names both, and the whole has the very name, alone.

use crate::claims::cues;
use crate::claims::growth;
use crate::claims::label::label;
use crate::claims::statement::Passage;

/// The figure called `of` between the part at `part` and the share at `share`, in its sentence.
pub(super) fn whole(passage: &Passage<'_>, part: usize, share: usize, of: &str) -> Option<usize> {
    const SHORTEST: usize = "执法".len();
    let (first, rate) = (passage.mentions.get(part)?, passage.mentions.get(share)?);
    let of = cues::COUNTED
        .iter()
        .find_map(|end| of.strip_suffix(end))
        .filter(|rest| rest.len() >= SHORTEST)
        .unwrap_or(of);
    let mut found = passage.ahead_from(part + 1).take_while(|(at, _)| *at < share).filter(|(_, whole)| {
        whole.sentence == rate.sentence
            && whole.quantity.is_count()
            && whole.quantity.class() == first.quantity.class()
            && label(whole) == of
            && !growth::changes_by(whole)
    });
    let (at, _) = found.next().filter(|_| of.len() >= SHORTEST)?;
    found.next().is_none().then_some(at)
}
