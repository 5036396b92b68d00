//! What is missing from what should be there: 应出庭 60 场，缺席 3 场，出庭率 95%.
//!
//! *Invariant:* what is missing is told by a word for it or by the verb of 应 denied; what was only late, or found
//! nothing, is not missing.

use super::quotient::Quotient;
use super::verbs::{IN_TIME, LATE};
use crate::claims::Statement;
use crate::claims::label;
use crate::claims::statement::Mention;

/// Signs and words of what is missing.
pub const LEFT_OUT: &[&str] = &["缺", "未", "欠", "漏", "请假", "弃", "旷"];

/// Words that tell by themselves of those that are missing.
pub const ABSENT: &[&str] = &["缺席", "缺勤", "缺考", "缺训", "缺岗", "请假", "旷工", "旷课", "弃权", "弃考"];

/// Ends of names of rates of those who came.
const ATTENDING: &[&str] =
    &["出席", "到会", "参会", "出勤", "到岗", "参训", "参加", "参与", "到场", "签到", "到课", "到位"];

/// Whether the figure counts those of `due` that are missing.
pub fn is_missing_from(mention: &Mention<'_>, due: &Mention<'_>) -> bool {
    let words = if mention.before.is_empty() { mention.after } else { mention.before };
    // 逾期报送 2 家 did come, but late.
    if label::has(words, IN_TIME) || label::has(words, LATE) {
        return false;
    }
    let verb = verb_of(due);
    let denied =
        ['未', '欠', '漏', '缺'].iter().find_map(|sign| words.split_once(*sign)).map(|(_, rest)| rest);
    label::has(words, ABSENT)
        || denied.is_some_and(|denied| denied.chars().take(2).any(|ch| verb.contains(ch)))
}

/// The rate is of those that are not missing, unless it is called like them.
pub fn claim(rate: &Mention<'_>, due: &Mention<'_>, missing: &Mention<'_>, stem: &str) -> Option<Statement> {
    if label::has(stem, LEFT_OUT) {
        let is_of_missing = stem.chars().all(|ch| missing.before.contains(ch));
        return is_of_missing.then(|| Quotient::new(rate, &[missing], &[due])?.judge()).flatten();
    }
    let verb = verb_of(due);
    let is_of_due = is_of_attendance(stem, due) || stem.chars().rev().take(2).any(|ch| verb.contains(ch));
    is_of_due.then(|| Quotient::remainder(rate, due, missing)?.judge()).flatten()
}

/// Whether the rate called `name` is of those who came, and `due` of those who should have come.
pub fn is_of_attendance(name: &str, due: &Mention<'_>) -> bool {
    verb_of(due).starts_with(['到', '参', '出']) && ATTENDING.iter().any(|word| name.ends_with(word))
}

/// The words behind 应.
fn verb_of<'a>(due: &Mention<'a>) -> &'a str {
    due.before.rsplit('应').next().unwrap_or("")
}
