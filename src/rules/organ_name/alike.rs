//! Names of organs taken apart, and which of two must be meant for one.
//!
//! *Invariant:* two offices of one place whose fields have little in common are never taken for one.

use crate::search;

/// How units of administration end.
const UNITS: [char; 7] = ['省', '市', '县', '区', '州', '盟', '旗'];

/// The longest name of a unit, in characters.
pub(super) const LONGEST_UNIT: usize = 6;

/// How the organs end whose names are compared; of two that fit the longer stands first.
const KINDS: [&str; 3] = ["委员会", "局", "厅"];

/// Fields that are one and the same office under its former and its present name; of other short fields
/// that differ in one character (教育, 体育) each is an office of its own.
const RENAMED: [(&str, &str); 4] = [("水利", "水务"), ("林业", "林草"), ("农业", "农牧"), ("环保", "环境")];

/// A name taken apart.
pub(super) struct Parts<'t> {
    /// The last unit of administration.
    pub unit: &'t str,
    /// What the organ is concerned with.
    pub field: &'t str,
    /// What kind of organ it is.
    pub kind: &'static str,
}

/// Unit, field and kind of `name`; nothing where one of them is not plain.
pub(super) fn take_apart(name: &str) -> Option<Parts<'_>> {
    let mut rest = name;
    let mut unit = None;
    while let Some((found, behind)) = first_unit(rest) {
        unit = Some(found);
        rest = behind;
    }
    let kind = KINDS.into_iter().find(|kind| rest.ends_with(kind))?;
    let field = rest.strip_suffix(kind).filter(|field| search::length(field) >= 2)?;
    Some(Parts { unit: unit?, field, kind })
}

/// The unit at the start of `name`, and what follows it.
fn first_unit(name: &str) -> Option<(&str, &str)> {
    let signs = name.char_indices().take(LONGEST_UNIT).skip(2);
    let (at, sign) = signs.into_iter().find(|(_, ch)| UNITS.contains(ch))?;
    name.split_at_checked(at + sign.len_utf8())
}

/// Whether two fields are names of one office, old and new.
pub(super) fn are_renamed(one: &str, other: &str) -> bool {
    RENAMED.iter().any(|pair| *pair == (one, other) || *pair == (other, one))
}

/// Whether one of the two names is a slip for the other: the same office of a place that is written with one
/// character changed, or offices of one place whose fields have more than half of their characters in common.
pub(super) fn is_slip(one: &str, other: &str) -> bool {
    let (Some(one), Some(other)) = (take_apart(one), take_apart(other)) else { return false };
    if one.unit != other.unit {
        let changed = one.unit.chars().zip(other.unit.chars()).filter(|(a, b)| a != b).count();
        return one.field == other.field
            && search::length(one.unit) == search::length(other.unit)
            && changed == 1;
    }
    let (short, long) = if one.field.len() <= other.field.len() {
        (one.field, other.field)
    } else {
        (other.field, one.field)
    };
    let shared = short.chars().filter(|&ch| long.contains(ch)).count();
    shared * 2 > search::length(short) || are_renamed(one.field, other.field)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_slips_from_other_offices() {
        for (one, other, is) in [
            ("云山市教育局", "云岭市教育局", true),
            ("青澜区医疗保障局", "青澜区医疗保险局", true),
            ("石桥市自然资源和规划局", "石桥市自然资源局", true),
            ("临江县水利局", "临江县水务局", true),
            ("云山市教育局", "云山市审计局", false),
            ("云山市教育局", "云山市体育局", false),
            ("云山市教育局", "河湾市教育局", false),
            ("河湾市青澜区司法局", "河湾市青澜区教育局", false),
            ("云山市水利局", "云山市人民政府", false),
        ] {
            assert_eq!(is_slip(one, other), is, "{one} {other}");
        }
    }
}
