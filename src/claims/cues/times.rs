//! Words of the year of which the paper tells, and of the one before.
//!
//! *Invariant:* of two words that begin alike the longer comes first.

/// Words of the year of the paper as a whole.
pub const THIS_YEAR: &[&str] = &["全年度", "全年", "本年度", "本年", "今年", "当年", "年内", "当期"];

/// Words of the year before.
pub const LAST_YEAR: &[&str] =
    &["上年同期", "去年同期", "上年度", "上年", "去年", "上一年度", "上一年", "前一年"];
