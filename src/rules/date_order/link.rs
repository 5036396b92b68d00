//! What stands between two events of one matter: small words that link, and organs that act on it.
//!
//! *Invariant:* no count and no other matter is told between them.

use super::told::is_plain;
use crate::search;

/// What may stand between the first event and the second date when both are of one matter.
const LINKS: [&str; 55] = [
    "之后",
    "后来",
    "最后",
    "直至",
    "直到",
    "到",
    "至",
    "全面",
    "全部",
    "便",
    "就",
    "会议纪要",
    "会议",
    "会后",
    "随后",
    "此后",
    "其后",
    "最终",
    "实际",
    "正式",
    "该项目",
    "该工程",
    "该案",
    "该办法",
    "该条例",
    "该规定",
    "该方案",
    "该文件",
    "该决定",
    "该组",
    "该企业",
    "该公司",
    "企业",
    "项目",
    "工程",
    "办法",
    "条例",
    "规定",
    "责任单位",
    "承办单位",
    "当事人",
    "申请人",
    "双方",
    "系",
    "经",
    "即",
    "已",
    "并",
    "且",
    "于",
    "自",
    "在",
    "后",
    "又",
    "，",
];

/// Words that say that what follows came before what was told first.
pub(super) const BACKWARDS: [&str; 2] = ["系", "早在"];

/// How the organs end that act on a matter.
const ORGANS: [&str; 15] = [
    "局",
    "政府",
    "法院",
    "检察院",
    "仲裁院",
    "仲裁委",
    "仲裁委员会",
    "机关",
    "机构",
    "部门",
    "窗口",
    "常务会议",
    "办公室",
    "委",
    "中心",
];

/// The longest name of an organ before the second date, in characters.
const LONGEST_ORGAN: usize = 14;

/// Whether `text` is made of nothing but small words that link, or names the organ that acts on the matter.
pub(super) fn is_link(text: &str, may_be_organ: bool) -> bool {
    let mut rest = text.strip_suffix(['于', '在']).unwrap_or(text);
    if !is_plain(rest) {
        return false;
    }
    let is_organ = |name: &str| {
        ORGANS.iter().any(|ending| name.ends_with(ending)) && search::length(name) <= LONGEST_ORGAN
    };
    if may_be_organ && is_organ(rest) {
        return true;
    }
    // 该工单, 该隐患: what has just been told of.
    const LONGEST_THING: usize = 6;
    if rest.strip_prefix('该').is_some_and(|thing| (1..=LONGEST_THING).contains(&search::length(thing))) {
        return true;
    }
    while !rest.is_empty() {
        let Some(behind) = LINKS.iter().chain(&BACKWARDS).find_map(|word| rest.strip_prefix(word)) else {
            return false;
        };
        rest = behind;
    }
    true
}
