//! Safe fixes are applied all at once, so that no two of them may change the same characters.
//!
//! Takes the findings in the order of the rules; where two safe fixes meet, the earlier rule keeps the
//! place: a date written anew in whole needs no digit of it changed as well.
//!
//! *Invariant:* afterwards the edits of all safe fixes are disjoint.

use std::collections::BTreeMap;

use super::Finding;
use crate::review::Safety;

/// Takes those edits out of the safe fixes of `findings` that an earlier one makes needless.
pub(super) fn keep_apart(findings: &mut [Finding]) {
    let mut taken: BTreeMap<u32, u32> = BTreeMap::new();
    for finding in findings {
        for fix in finding.fixes.iter_mut().filter(|fix| fix.safety == Safety::Safe) {
            fix.edits.retain(|edit| {
                let before = taken.range(..edit.span.end).next_back();
                before.is_none_or(|(_, &end)| end <= edit.span.start)
            });
            taken.extend(fix.edits.iter().map(|edit| (edit.span.start, edit.span.end)));
        }
        finding.fixes.retain(|fix| !fix.edits.is_empty());
    }
}
