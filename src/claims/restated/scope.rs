//! Words of all that a paper is about: 全市, 我局, 辖区.
//!
//! *Invariant:* each list is written here once; who asks for places does not get those who write.

use crate::search::Words;

/// A place or a body as a whole.
pub const PLACES: &[&str] =
    &["全市", "全县", "全区", "全镇", "全乡", "全街道", "全局", "全州", "全省", "全旗", "全域"];

/// All who belong to it, those who write, and where they work.
pub const WRITERS: &[&str] = &["全系统", "我市", "我县", "我区", "我局", "我镇", "我委", "辖区内", "辖区"];

/// Words behind a noun that tell of all of what was counted.
pub const OF_ALL: &[&str] =
    &["全部", "均", "全覆盖", "逐一", "逐个", "逐家", "逐户", "全面", "一律", "都已", "全员", "统一"];

/// The place or body with which `words` begin; nothing where they begin with none.
pub fn place(words: &str) -> &str {
    const BEGINNINGS: Words = Words::of(PLACES);
    BEGINNINGS.beginning(words).unwrap_or("")
}

/// Every word of a scope, and of the year as a whole: what may be all that stands in front of a figure.
pub fn all() -> impl Iterator<Item = &'static str> {
    ["全年"].into_iter().chain(PLACES.iter().copied()).chain(WRITERS.iter().copied())
}
