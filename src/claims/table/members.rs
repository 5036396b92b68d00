//! What rows or columns are to a total, where their words leave that open: behind 其中, or with words of an aside.
//!
//! Takes what each is by its words and how a reading is checked, gives the checks of the reading that holds most often.
//!
//! *Invariant:* all cells of a total are read in one way; where words leave it open and no reading holds, none is certain.

use super::parts;
use super::sums::Total;
use super::verdict::Check;
use super::words::Level;
use crate::claims::judge::Sum;

/// What a row or column is to a total.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Member {
    /// It is added up.
    Addend,
    /// It is a total itself.
    Total(Level),
    /// It is 其中 of the one before it.
    Subset,
    /// It may be an addend although its words speak against it.
    Maybe,
    /// It takes no part.
    Out,
}

/// The checks of the total at `at` in the reading under which most of them hold, and whether no
/// other reading is left.
pub(super) fn best(
    members: &[Member],
    at: usize,
    checks_of: impl Fn(&[usize]) -> Vec<Check<Total>>,
) -> (Vec<Check<Total>>, bool) {
    let mut best: Option<(usize, Vec<Check<Total>>)> = None;
    for levels in variants(members) {
        for reading in parts::readings(&levels, at) {
            let checks = checks_of(&reading);
            let holding = checks.iter().filter(|check| check.sum == Sum::Meets && check.is_telling).count();
            if best.as_ref().is_none_or(|(most, _)| holding > *most) {
                best = Some((holding, checks));
            }
        }
    }
    // Where 其中 stands, what else belongs to it is not certain.
    let has_doubt = members.contains(&Member::Subset) || members.contains(&Member::Maybe);
    best.map_or((Vec::new(), false), |(holding, checks)| (checks, holding > 0 || !has_doubt))
}

/// The ways to read `members`, the likeliest first: without what stands behind 其中; with it; without
/// the addends that may belong to it too; with what is an addend against its words.
fn variants(members: &[Member]) -> Vec<Vec<Option<Level>>> {
    let read = |subset: Option<Level>, maybe: Option<Level>, behind: usize| -> Vec<Option<Level>> {
        let mut since_subset = usize::MAX;
        let level = |member: &Member| {
            since_subset = match member {
                Member::Subset => 0,
                _ => since_subset.saturating_add(1),
            };
            match member {
                Member::Addend if since_subset <= behind => None,
                Member::Addend => Some(0),
                Member::Total(level) => Some(*level),
                Member::Subset => subset,
                Member::Maybe => maybe,
                Member::Out => None,
            }
        };
        members.iter().map(level).collect()
    };
    let mut variants = vec![read(None, None, 0)];
    if members.contains(&Member::Subset) {
        variants.extend([
            read(Some(0), None, 0),
            read(None, None, 1),
            read(None, None, 2),
            read(None, None, 3),
        ]);
    }
    if members.contains(&Member::Maybe) {
        variants.push(read(None, Some(0), 0));
    }
    variants
}
