//! Bands of age, of sums or of years that leave no gap: 40 岁以下 62 人、41 岁至 50 岁 55 人、51 岁以上 33 人.
//!
//! *Invariant:* only the words of the labels are read; whoever is in one band is in no other.

use crate::search;

/// The ends of a band, both part of it; one that is open has none.
struct Band {
    from: Option<u32>,
    to: Option<u32>,
}

/// Whether `labels` are bands in order, up or down, of which the first and the last are open and each begins where the one before it ends.
pub fn are_bands(labels: &[&str]) -> bool {
    const FEWEST: usize = 2;
    let Some(mut bands) = labels.iter().map(|label| band(label)).collect::<Option<Vec<_>>>() else {
        return false;
    };
    if bands.first().is_some_and(|first| first.to.is_none()) {
        bands.reverse();
    }
    let are_joined = |(one, next): (&Band, &Band)| match (one.to, next.from) {
        (Some(end), Some(start)) => start == end || Some(start) == end.checked_add(1),
        _ => false,
    };
    bands.len() >= FEWEST
        && bands.first().is_some_and(|first| first.from.is_none())
        && bands.last().is_some_and(|last| last.to.is_none())
        && bands.iter().zip(bands.iter().skip(1)).all(are_joined)
}

/// 35 岁及以下, 不满 35 岁, 36 至 45 岁, 46 岁以上: the band that `label` names.
fn band(label: &str) -> Option<Band> {
    const UNITS: &[&str] = &["周岁", "岁", "年", "万元", "元", "人", "亩", "天", "日", "个月"];
    const UNDER: &[&str] = &["及以下", "以下", "以内", "（含）以下"];
    const OVER: &[&str] = &["及以上", "以上", "（含）以上"];
    const JOINTS: &[&str] = &["至", "到", "—", "－", "-", "~", "～"];
    let label = search::ahead(label, &["的", "人员", "的人员"]).unwrap_or(label);
    let label = label.split_once(|ch: char| ch.is_ascii_digit()).map_or(label, |(front, _)| {
        // 年龄在 35 岁以下: what the bands are of may stand in front of the first of them.
        label.get(front.len()..).unwrap_or(label)
    });
    let without_unit = |words: &str| search::ahead(words, UNITS).and_then(number);
    if let Some(to) = search::ahead(label, UNDER).and_then(without_unit) {
        return Some(Band { from: None, to: Some(to) });
    }
    if let Some(from) = search::ahead(label, OVER).and_then(without_unit) {
        return Some(Band { from: Some(from), to: None });
    }
    let (start, end) = JOINTS.iter().find_map(|joint| search::split(label, joint))?;
    let from = number(start).or_else(|| without_unit(start))?;
    Some(Band { from: Some(from), to: Some(without_unit(end)?) })
}

/// The whole number that `words` are.
fn number(words: &str) -> Option<u32> {
    words.parse().ok().filter(|_| words.chars().all(|ch| ch.is_ascii_digit()))
}
