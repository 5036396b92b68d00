//! A rate with its two counts right in front, of which neither bears its name: 78 所幼儿园年检，74 所达到合格等次，通过率 94.9%.
//!
//! *Invariant:* they are the only two of their kind in the sentence before the rate, and what does not fit is told only
//! where one slip explains it.

use super::{
    Bears, LEAST_DIGITS, ahead, is_asked, is_count, is_told, label, narrows, object_of, read, settle, slipped,
};
use crate::claims::Statement;
use crate::claims::statement::{Lead, Passage};
use crate::review::Status;

/// The statement with the two counts right in front, where neither bears the name: 78 所幼儿园年检，74 所达到合格等次，
/// 通过率 94.9%. Only where it fits, or would but for one slip.
pub fn claim(passage: &Passage<'_>, index: usize, end: usize, name: &str) -> Option<Statement> {
    let rate = passage.mentions.get(index)?;
    if index != end {
        return None;
    }
    let (at, of) = (end.checked_sub(1)?, end.checked_sub(2)?);
    let (above, below) = (passage.mentions.get(at)?, passage.mentions.get(of)?);
    let is_row = above.sentence == rate.sentence
        && below.sentence == rate.sentence
        && rate.lead == Lead::Comma
        && rate.clause == above.clause + 1
        && above.clause <= below.clause + 1
        && above.depth == rate.depth
        && below.depth == rate.depth
        && above.quantity.class() == below.quantity.class()
        && is_count(above)
        && is_count(below)
        && above.lead != Lead::Pause
        && !label::has(above.before, &["未", "不", "剩余", "其余", "尚"]);
    let is_only = || {
        passage
            .back_from(of)
            .take_while(|(_, mention)| mention.sentence == rate.sentence)
            .all(|(_, mention)| mention.quantity.class() != above.quantity.class())
    };
    if !is_row || !is_only() || narrows(name) {
        return None;
    }
    // 问题发现率 behind 检出问题样品 45 批次.
    let is_of_it = [name, object_of(name)].iter().any(|words| {
        ahead::share_two_characters(words, above.before) && !ahead::share_two_characters(words, below.before)
    });
    // 调解成功 276 起 are not what 调解率 is of: the last word alone does not tell it.
    if is_told(name) && !(is_of_it && ahead::share_two_characters(object_of(name), above.before)) {
        return None;
    }
    let digits = if is_of_it { LEAST_DIGITS / 10 } else { LEAST_DIGITS };
    let statement = read(rate, &[above], &[below], Bears::Name)?;
    let is_plain = statement.status == Status::Holds && statement.fault.is_none();
    // 80 家单位中 76 家建立制度，覆盖率: the words say that the one is some of the other.
    let is_among = above.lead == Lead::Nothing && below.after == above.before && above.before.ends_with('中');
    if is_among && !is_asked(name) {
        return settle(vec![statement], rate, false, true);
    }
    if is_plain { Some(statement) } else { slipped(statement, rate, digits) }
}
