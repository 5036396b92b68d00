//! Words that stand alone where something is still to be written.
//!
//! *Invariant:* each begins with 待.

use super::Word;

/// The words.
pub const PENDING: [&str; 8] = ["待定", "待补充", "待填", "待填写", "待完善", "待核实", "待补", "待更新"];

/// The words, each with its number in [`PENDING`].
pub(super) fn words() -> Vec<Word> {
    PENDING.iter().enumerate().map(|(number, word)| ((*word).into(), number)).collect()
}
