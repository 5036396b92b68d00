//! What must be true of the review of any text, for the tests and for the fuzz targets (`fuzz/`).
//!
//! Everything here panics with what is wrong.

mod figures;
mod recomputed;

use std::collections::HashSet;

use hegao::review::{Edit, Finding, Fix, Range, Review, Safety};
use hegao::{Lang, Profile, check, profile};

/// In how many rounds safe fixes must come to an end.
const MOST_ROUNDS: usize = 4;

/// The review of `text` as the page and the command line make it.
pub fn review(text: &str) -> Review {
    check(text, profile::for_text(text), Lang::Zh)
}

/// Checks all that is promised of `text`.
pub fn assert_sound(text: &str) {
    assert_sound_with(text, profile::for_text(text));
}

/// The same with a profile that need not fit.
pub fn assert_sound_with(text: &str, profile: &Profile) {
    let review = check(text, profile, Lang::Zh);
    assert!(review == check(text, profile, Lang::Zh), "two reviews of one text differ");
    assert_placed(text, &review);
    assert_recomputed(text, &review);
    assert_repaired(text, &review, profile);
}

/// Every place that `review` names is in `text` and holds what it says, and all are in order.
pub fn assert_placed(text: &str, review: &Review) {
    let units: Vec<u16> = text.encode_utf16().collect();
    let at = |range: Range| -> String {
        assert!(range.start <= range.end, "{range:?} ends before it starts");
        let part = units.get(range.start as usize..range.end as usize);
        let part = part.unwrap_or_else(|| panic!("{range:?} is not in a text of {} units", units.len()));
        String::from_utf16(part).unwrap_or_else(|_| panic!("{range:?} cuts a character in two"))
    };

    assert!(review.findings.is_sorted_by_key(|finding| finding.range), "findings out of order");
    let ids: HashSet<&str> = review.findings.iter().map(|finding| finding.id.as_str()).collect();
    assert_eq!(ids.len(), review.findings.len(), "two findings have one id");
    for finding in &review.findings {
        assert!(hegao::rules::find(finding.rule).is_some(), "{} is no rule", finding.rule);
        assert!(finding.occurrences > 0 && !finding.message.is_empty());
        assert_eq!(finding.quote, finding.range.map(at), "{}", finding.rule);
        for related in &finding.related {
            assert_eq!(related.quote, at(related.range), "{}", finding.rule);
        }
        for fix in &finding.fixes {
            let ranges: Vec<Range> = fix.edits.iter().map(|edit| edit.range).collect();
            ranges.iter().copied().for_each(|range| drop(at(range)));
            assert!(
                ranges.windows(2).all(|pair| pair[0].end <= pair[1].start),
                "{}: edits overlap",
                finding.rule
            );
        }
    }

    assert!(review.claims.is_sorted_by_key(|claim| claim.range.start), "claims out of order");
    for claim in &review.claims {
        at(claim.range);
        for operand in &claim.operands {
            assert_eq!(operand.quote, at(operand.range), "{:?} {}", claim.kind, claim.equation);
        }
    }
    review.sections.iter().filter_map(|section| section.range).for_each(|range| drop(at(range)));
    for entry in &review.outline {
        assert!(entry.level > 0 && !entry.text.is_empty());
        assert!(!at(entry.range).is_empty(), "{}", entry.text);
    }
    assert!(review.outline.is_sorted_by_key(|entry| entry.range), "outline out of order");
    review.coverage.unchecked.iter().copied().for_each(|range| drop(at(range)));
    assert!(review.coverage.figures_in_claims <= review.coverage.figures);
}

/// What holds in the ledger of `review` really holds, and what is broken really does not.
pub fn assert_recomputed(text: &str, review: &Review) {
    let wrong = review.claims.iter().find_map(|claim| recomputed::fault(claim, text));
    assert!(wrong.is_none(), "recomputed otherwise: {}", wrong.unwrap_or_default());
}

/// Safe fixes do not meet, and come to an end when they are made again and again.
///
/// In the texts of `tests/fixes.rs` the first round is the last; in a heap of marks one rule's repair may bring a
/// mark beside Chinese text that another rule then repairs.
fn assert_repaired(before: &str, review: &Review, profile: &Profile) {
    let (mut text, mut edits) = (before.to_owned(), safe_edits(review));
    for _ in 0..MOST_ROUNDS {
        if let Some((one, two)) = colliding(&edits) {
            panic!("two safe fixes change one place: {one:?} {two:?}");
        }
        if edits.is_empty() {
            return;
        }
        text = apply(&text, &edits);
        edits = safe_edits(&check(&text, profile, Lang::Zh));
    }
    panic!("after {MOST_ROUNDS} rounds of safe fixes there are still {edits:?}");
}

/// The edits of all safe fixes, in the order of the text.
pub fn safe_edits(review: &Review) -> Vec<Edit> {
    let fixes = review.findings.iter().flat_map(|finding| finding.fixes.iter().filter(|fix| is_safe(fix)));
    let mut edits: Vec<Edit> = fixes.flat_map(|fix| fix.edits.clone()).collect();
    edits.sort_by_key(|edit| edit.range);
    edits
}

/// Two of `edits` that change one place.
pub fn colliding(edits: &[Edit]) -> Option<(&Edit, &Edit)> {
    edits.iter().zip(edits.iter().skip(1)).find(|(one, two)| one.range.end > two.range.start)
}

/// A finding that a safe fix would still repair.
pub fn still_to_be_fixed(review: &Review) -> Option<&Finding> {
    review.findings.iter().find(|finding| finding.fixes.iter().any(is_safe))
}

/// Whether it may be made without looking.
pub fn is_safe(fix: &Fix) -> bool {
    fix.safety == Safety::Safe
}

/// `text` with `edits` made, from the back.
pub fn apply(text: &str, edits: &[Edit]) -> String {
    let mut units: Vec<u16> = text.encode_utf16().collect();
    for edit in edits.iter().rev() {
        units.splice(edit.range.start as usize..edit.range.end as usize, edit.text.encode_utf16());
    }
    String::from_utf16(&units).expect("edits that cut no character")
}
