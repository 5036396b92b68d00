//! Rates beside what was due: 查出问题 240 个，到期应整改 216 个，已整改 211 个，整改率 97.7%.
//!
//! *Invariant:* the rate is of what was due or of all there was, as the custom is; it is wrong only where neither gives
//! it.

use super::general::uncertain;
use super::names::Verbs;
use super::quotient::Quotient;
use super::verbs::NOT_DONE;
use crate::claims::Statement;
use crate::claims::cue_set::Cue;
use crate::claims::label;
use crate::claims::statement::Mention;
use crate::review::Status;

/// The count among `reach`, the nearest first, that says 应 before a verb of the rate, in front of one that says it was
/// done.
pub fn find<'p, 'a>(reach: &[&'p Mention<'a>], known: &Verbs) -> Option<(&'p Mention<'a>, &'p Mention<'a>)> {
    let is_done = |mention: &Mention<'_>| {
        label::has(mention.before, known.above)
            && !is_owed(mention, known)
            && !mention.has(Cue::Among)
            && !label::has(mention.before, NOT_DONE)
            && !label::has(mention.before, &["限期", "责令"])
    };
    let mut done = reach.iter().filter(|mention| is_done(mention));
    let above = done.next()?;
    let owed = reach.iter().find(|mention| is_owed(mention, known))?;
    // Of two counts of what was done, the rate may be of either or both.
    let is_only = done.all(|other| other.token < owed.token);
    let fits = owed.token < above.token && owed.quantity.class() == above.quantity.class() && is_only;
    fits.then_some((above, owed))
}

/// Whether the words of the figure say that so many should be done.
fn is_owed(mention: &Mention<'_>, known: &Verbs) -> bool {
    let verb_follows = |behind: &str| {
        ["", "予", "当", "予以", "完成", "于年内", "按期"]
            .iter()
            .any(|small| behind.strip_prefix(small).is_some_and(|rest| label::begins(rest, known.above)))
    };
    mention
        .before
        .match_indices('应')
        .any(|(at, sign)| mention.before.get(at + sign.len()..).is_some_and(verb_follows))
}

/// The statement that `above` of `owed` is `rate`, or of one of the counts of `reach` from which it came.
pub fn claim(
    rate: &Mention<'_>,
    reach: &[&Mention<'_>],
    (above, owed): (&Mention<'_>, &Mention<'_>),
    known: &Verbs,
) -> Option<Statement> {
    let first = Quotient::new(rate, &[above], &[owed])?.judge()?;
    if first.status != Status::Broken {
        return Some(first);
    }
    let is_whole = |mention: &Mention<'_>| {
        mention.token < above.token
            && mention.token != owed.token
            && mention.quantity.class() == above.quantity.class()
            && (label::has(mention.before, known.below) || mention.has(Cue::CarriedOver))
    };
    let mut wholes = reach.iter().filter(|mention| is_whole(mention)).peekable();
    if wholes.peek().is_none() {
        return Some(first);
    }
    let of_all = wholes.find_map(|whole| {
        Quotient::new(rate, &[above], &[*whole])?.judge().filter(|found| found.status == Status::Holds)
    });
    Some(of_all.unwrap_or_else(|| uncertain(first)))
}
