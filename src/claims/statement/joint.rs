//! What joins two figures that no mark divides: 和, 及, 与 or a dash.
//!
//! Takes the words between them, gives what belongs to the first and what to the second.
//!
//! *Invariant:* words that nothing divides are given to both, with [`Lead::Nothing`] between.

use super::Lead;
use crate::claims::cues;

/// The words between two figures without a mark: what belongs to the first, what to the second, and what divides them:
/// [`Lead::Pause`] where 和, 及 or 与 joins them.
pub fn split_between(words: &str) -> (&str, &str, Lead) {
    // 普法活动 326 场——进机关 42 场、进校园 118 场: a dash opens a list as a colon does.
    if let Some((behind, ahead)) = words.rsplit_once("——") {
        return (behind, ahead, Lead::Colon);
    }
    for joint in cues::AND {
        if let Some((behind, ahead)) = words.rsplit_once(joint) {
            if is_no_joint(joint, behind, ahead) {
                return (words, words, Lead::Nothing);
            }
            return (behind, ahead, Lead::Pause);
        }
    }
    (words, words, Lead::Nothing)
}

/// Whether the sign `joint` between `behind` and `ahead` is a part of another word: 参与, 涉及, 及格, 和解.
fn is_no_joint(joint: &str, behind: &str, ahead: &str) -> bool {
    match joint {
        "及" => {
            behind.ends_with(['涉', '普', '波', '危', '惠', '触', '提', '顾'])
                || ahead.starts_with(['格', '时', '早'])
        }
        "与" => behind.ends_with(['参', '给', '授', '赋']) || ahead.starts_with("会"),
        "和" => behind.ends_with(['调', '饱', '平', '温', '共']) || ahead.starts_with(['解', '谐', '美']),
        _ => false,
    }
}
