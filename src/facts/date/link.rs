//! How a date hangs on the one before it: 12月1日至7日, 9月6日、10日.
//!
//! *Invariant:* nothing but a sign or a few small words stands between the two.

use super::DateFact;
use super::lent::{self, YearWord};
use crate::search;

/// How a date hangs on the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// It stands alone.
    None,
    /// It ends the range that the date before it begins: 12月1日至7日.
    RangeEnd,
    /// It goes on with a list: 9月6日、10日.
    List,
}

/// The most bytes between the two ends of a range or two dates of a list: 起，一直持续到同年.
const LONGEST_LINK: usize = 27;

/// How a date at `start` hangs on `last`, by what stands between them.
pub(super) fn of(view: &str, last: &DateFact, start: usize) -> Link {
    let gap = view.get(last.span.end as usize..start).unwrap_or("");
    if gap.is_empty() || gap.len() > LONGEST_LINK || last.is_anniversary() {
        return Link::None;
    }
    let (gap, word) = lent::strip(gap);
    // 11月8日至次年2月8日: which year that is nobody has said.
    if word == Some(YearWord::Next) && last.full_year().is_none() {
        return Link::None;
    }
    // 3月1日0时至6月30日24时.
    let gap = behind_hour(gap);
    // 6月10日起公示，至6月20日止.
    let gap = deed(gap).unwrap_or(gap);
    let gap = search::behind(gap, &["起算", "起", "开始", "启动"]).unwrap_or(gap);
    let gap = gap.strip_prefix('，').unwrap_or(gap);
    let gap = gap.strip_prefix("一直").unwrap_or(gap);
    match search::behind(gap, &["持续", "延续"]).unwrap_or(gap) {
        "至" | "到" | "—" | "——" | "–" | "-" | "--" | "~" | "～" | "直至" => Link::RangeEnd,
        "、" | "和" | "及" | "与" => Link::List,
        _ => Link::None,
    }
}

/// What stands behind the hour with which `text` begins, if it does: 8时30分, 上午9时, 零时.
pub fn behind_hour(text: &str) -> &str {
    const PARTS_OF_THE_DAY: [&str; 7] = ["上午", "下午", "中午", "晚上", "凌晨", "夜间", "晚"];
    const MOST_SIGNS: usize = 3;
    let number = |text: &str| {
        let is_numeral = |ch: &char| ch.is_ascii_digit() || "零〇一二两三四五六七八九十".contains(*ch);
        let length: usize = text.chars().take(MOST_SIGNS).take_while(is_numeral).map(char::len_utf8).sum();
        Some(length).filter(|length| *length > 0)
    };
    let part = search::behind(text, &PARTS_OF_THE_DAY).unwrap_or(text);
    let behind = number(part).and_then(|length| part.get(length..));
    let Some(rest) = behind.and_then(|rest| rest.strip_prefix(['时', '点'])) else { return text };
    let rest = rest.strip_prefix(['整', '许']).unwrap_or(rest);
    let minutes = number(rest).and_then(|length| rest.get(length..)?.strip_prefix('分'));
    minutes.unwrap_or(rest)
}

/// What stands behind the deed that begins with a range: ，至 of 起公示，至.
fn deed(gap: &str) -> Option<&str> {
    const LONGEST: usize = 4;
    let (deed, behind) = gap.strip_prefix('起')?.split_once('，')?;
    let is_deed =
        (1..=LONGEST).contains(&search::length(deed)) && !deed.contains(|ch: char| ch.is_ascii_digit());
    (is_deed && matches!(behind, "至" | "到" | "直至")).then_some(behind)
}
