//! Customary short forms of organs: 卫健委, 市监局, 住建局.
//!
//! *Invariant:* a short form stands alone or right behind a place; what stands between makes another name.

use super::UNITS;

/// Customary short forms, by how they end.
const SHORT_FORMS: [&str; 34] = [
    "卫健委",
    "卫健局",
    "卫健体委",
    "发改委",
    "发改局",
    "人社局",
    "人社厅",
    "市监局",
    "市场监管局",
    "市场局",
    "住建局",
    "住建委",
    "住建厅",
    "资规局",
    "自规局",
    "自然资源局",
    "文旅局",
    "文旅厅",
    "文广旅局",
    "工信局",
    "工信委",
    "工信厅",
    "城管局",
    "城管委",
    "交通局",
    "教体局",
    "医保局",
    "国资委",
    "民宗局",
    "民宗委",
    "行审局",
    "执法局",
    "综合执法局",
    "城管执法局",
];

/// Short forms that are the whole name of another organ, or of this one under its former name, where the place is written too.
const OWN_NAMES: [&str; 2] = ["自然资源局", "交通局"];

/// How the unit or office ends that stands in front of a short form.
const BEFORE_SHORT_FORMS: [char; 4] = ['会', '场', '国', '共'];

/// Whether the characters of the short form all stand in `reference`, in the same order.
pub(super) fn is_same_organ(reference: &str, short: &str) -> bool {
    let mut chars = reference.chars();
    // 委 may stand for 委员会, 局 for 局: the last character tells nothing new.
    let field = short.strip_suffix(['局', '委', '厅']).unwrap_or(short);
    field.chars().all(|ch| chars.any(|other| other == ch))
}

/// Whether `name` is a customary short form, behind a place or alone.
pub(super) fn is_short_form(name: &str) -> bool {
    SHORT_FORMS
        .iter()
        .filter_map(|short| name.strip_suffix(short))
        .any(|before| before.is_empty() || before.ends_with(UNITS) || before.ends_with(BEFORE_SHORT_FORMS))
}

/// Whether `name` with its place is that of an organ of its own, though another is called so for short.
pub(super) fn is_own_name(name: &str) -> bool {
    !name.starts_with(UNITS) && OWN_NAMES.iter().any(|own| name.ends_with(own))
}
