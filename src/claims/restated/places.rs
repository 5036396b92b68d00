//! The places that a stretch of words names: 青石街道, 松岭县.
//!
//! Takes the words before a figure or those over it, gives each name of a place in them and whether it is of a part
//! of a county.
//!
//! *Invariant:* a word for a kind of place (村（社区）), one that only begins like it (区域) and one of what there is
//! (选聘村（居）法律顾问) are no names.

use crate::claims::label;
use crate::search;

/// What parts of a county are called.
const PARTS: &[&str] =
    &["街道", "社区", "园区", "开发区", "片区", "分局", "派出所", "本级", "下属", "直属", "镇", "乡", "村"];

/// What a county is called, and what is larger.
const COUNTIES: &[&str] = &["县", "市", "区", "旗", "州"];

/// A place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place<'a> {
    /// Its name, of which no more than two characters stand before what it is called.
    pub name: &'a str,
    /// Whether it is a part of a county.
    pub is_part: bool,
}

/// Adds the places that `words` name to `out`; `may_be_cut` where they are so many characters of a paragraph and may
/// end inside a word.
pub fn add_named<'a>(words: &'a str, may_be_cut: bool, out: &mut Vec<Place<'a>>) {
    for (list, is_part) in [(PARTS, true), (COUNTIES, false)] {
        let named =
            search::each_of(words, list).filter_map(|(at, word)| name_at(words, at, word, may_be_cut));
        out.extend(named.map(|name| Place { name, is_part }));
    }
}

/// The name that ends with the `word` at byte `at` of `words`, if that is part of one.
fn name_at<'a>(words: &'a str, at: usize, word: &str, may_be_cut: bool) -> Option<&'a str> {
    const HAVING: &[&str] = &[
        "共有", "现有", "建有", "设有", "配有", "选聘", "聘请", "聘任", "配备", "配齐", "选派", "选任",
        "组建", "招募", "招聘", "培训", "轮训", "建成", "设立",
    ];
    let (before, behind) = (words.get(..at).unwrap_or(""), words.get(at + word.len()..).unwrap_or(""));
    let name = label::last_characters(before, 2);
    // 选聘村（居）法律顾问, 共有社区网格员: what is there is no name.
    if HAVING.contains(&name) || is_kind(before, behind) {
        return None;
    }
    // 下放乡 of 下放乡镇, where the beginning of the paragraph ends.
    let is_cut = may_be_cut && behind.is_empty();
    let is_name = !is_cut && may_be_named(word, name) && !goes_on(behind);
    words.get(at - name.len()..at + word.len()).filter(|_| is_name)
}

/// Whether what stands between `before` and `behind` is a kind of places and no name: 村（社区）, 镇（街道）.
fn is_kind(before: &str, behind: &str) -> bool {
    const OTHER_KINDS: &[&str] = &["（社区）", "（街道）", "（居）", "（村）", "（镇）", "（乡）"];
    before.ends_with('（') && behind.starts_with('）') || label::begins(behind, OTHER_KINDS)
}

/// Whether `name` may be the name of a place that is called `word`; one of two characters or more needs none.
fn may_be_named(word: &str, name: &str) -> bool {
    const NO_NAME: &[char] = &[
        '全', '我', '本', '各', '该', '某', '辖', '城', '农', '乡', '镇', '村', '县', '市', '区', '省', '地',
        '郊', '景', '小', '年', '由', '对', '在', '和', '与', '向', '按', '上', '超', '山', '集', '为', '把',
        '将', '新', '入', '进', '扩', '社',
    ];
    let stands_alone = search::length(word) > 1;
    let is_name = || name.chars().filter(|ch| ch.is_alphabetic()).count() == 2;
    stands_alone || is_name() && !name.ends_with(NO_NAME)
}

/// Whether `behind` goes on with the word for a place, so that it is another: 市场, 村民.
fn goes_on(behind: &str) -> bool {
    const GOING_ON: &[char] = &[
        '场', '级', '域', '长', '民', '别', '分', '政', '容', '貌', '居', '镇', '村', '土', '下', '矫', '服',
        '治', '戒', '警', '工',
    ];
    behind.starts_with(GOING_ON)
}
