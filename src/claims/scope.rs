//! Words of all that a paper is about: 全市, 我局, 辖区.
//!
//! Takes the words before a figure, gives whose it is by them.
//!
//! *Invariant:* each list is written here once; who asks for places does not get those who write.

use crate::search::{self, Endings, Words};

/// A place or a body as a whole.
pub const PLACES: &[&str] =
    &["全市", "全县", "全区", "全镇", "全乡", "全街道", "全局", "全州", "全省", "全旗", "全域"];

/// All who belong to it, those who write, and where they work.
pub const WRITERS: &[&str] =
    &["全系统", "我市", "我县", "我区", "我局", "我镇", "我委", "我厅", "我办", "辖区内", "辖区"];

/// Levels of government, of which each has figures of its own: 市本级, 县（市、区）, 镇街.
pub const LEVELS: &[&str] = &[
    "省本级",
    "市本级",
    "州本级",
    "区本级",
    "县本级",
    "省直",
    "市直",
    "省级",
    "市级",
    "州级",
    "县区",
    "县（",
    "县级",
    "区县",
    "区级",
    "旗县",
    "各县",
    "各区",
    "镇街",
    "乡镇",
    "镇级",
    "街道",
    "村级",
];

/// Words behind a noun that tell of all of what was counted.
pub const OF_ALL: &[&str] =
    &["全部", "均", "全覆盖", "逐一", "逐个", "逐家", "逐户", "全面", "一律", "都已", "全员", "统一"];

/// The place or body with which `words` begin; nothing where they begin with none.
pub fn place(words: &str) -> &str {
    const BEGINNINGS: Words = Words::of(PLACES);
    BEGINNINGS.beginning(words).unwrap_or("")
}

/// Whether a place or body as a whole stands in `words`: 占全市; the 全 of 安全, 健全 and 保全 is of those words.
pub fn has_place(words: &str) -> bool {
    const OTHER: &[char] = &['安', '健', '保', '完', '齐'];
    search::each_of(words, PLACES).any(|(at, _)| words.get(..at).is_some_and(|ahead| !ahead.ends_with(OTHER)))
}

/// Every place, body and writer.
pub fn bodies() -> impl Iterator<Item = &'static str> {
    PLACES.iter().chain(WRITERS).copied()
}

/// The place, body or writer with which `words` begin, or the year as a whole: what may be all that stands in front of
/// a figure.
pub fn beginning(words: &str) -> Option<&'static str> {
    const YEAR: Words = Words::of(&["全年"]);
    const BODIES: [Words; 2] = [Words::of(PLACES), Words::of(WRITERS)];
    YEAR.beginning(words).or_else(|| BODIES.iter().find_map(|bodies| bodies.beginning(words)))
}

/// The same with which `words` end.
pub fn ending(words: &str) -> Option<&'static str> {
    const YEAR: Endings = Endings::of(&["全年"]);
    const BODIES: [Endings; 2] = [Endings::of(PLACES), Endings::of(WRITERS)];
    YEAR.ending(words).or_else(|| BODIES.iter().find_map(|bodies| bodies.ending(words)))
}

/// `words` without one of these at their beginning.
pub fn without(words: &str) -> &str {
    beginning(words).and_then(|scope| words.get(scope.len()..)).unwrap_or(words)
}

/// The level of government with which `words` begin.
pub fn level(words: &str) -> Option<&'static str> {
    search::beginning(words, LEVELS)
}

/// 县直部门 547 人、乡镇 288 人: whether `labels` name the bodies of one level and those below it, of which none is another.
pub fn are_bodies_of_levels(labels: &[&str]) -> bool {
    const ABOVE: &[&str] = &[
        "省直",
        "市直",
        "州直",
        "县直",
        "区直",
        "省本级",
        "市本级",
        "州本级",
        "县本级",
        "区本级",
        "本级",
        "局机关",
        "委机关",
        "厅机关",
        "市局",
        "州局",
        "省局",
        "省级部门",
        "市级部门",
        "州级部门",
        "县级部门",
        "区级部门",
    ];
    const BELOW: &[&str] = &[
        "乡镇", "镇街", "街道", "县区", "区县", "县（", "县市", "各县", "各区", "各镇", "各乡", "乡（",
        "市州", "州市", "地市", "市县", "设区", "直属", "下属", "所属", "基层", "县局", "区局", "分局",
    ];
    let (above, below) = (Words::of(ABOVE), Words::of(BELOW));
    let is_above = |label: &&str| above.beginning(label).is_some();
    labels.iter().any(is_above)
        && labels.iter().filter(|label| is_above(label)).count() < labels.len()
        && labels.iter().all(|label| is_above(label) || below.beginning(label).is_some())
}

/// Whether `labels` begin with levels of which none comes twice: 省级财政 and 县区配套.
pub fn are_of_several_levels(labels: &[&str]) -> bool {
    let levels: Vec<&str> = labels.iter().filter_map(|label| level(label)).collect();
    let differ = |(at, level): (usize, &&str)| !levels.iter().take(at).any(|other| other == level);
    levels.len() == labels.len() && levels.iter().enumerate().all(differ)
}

/// The level, or the place as a whole, with which `words` begin.
pub fn level_or_place(words: &str) -> Option<&str> {
    level(words).or_else(|| Some(place(words)).filter(|place| !place.is_empty()))
}
