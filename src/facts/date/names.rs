//! Month and day as the name of a day: “12.4”国家宪法日, 12.4宪法日.
//!
//! *Invariant:* a figure is never taken for a name; what follows must say that it is a day.

use crate::search;

/// What a day of the year is named for.
const NAMES: [&str; 10] =
    ["宪法", "权益日", "禁毒日", "教育日", "艾滋病日", "宣传日", "环境日", "消防日", "产权日", "法治日"];

/// How such a name begins where no quotation marks set the figures apart.
const BEGINNINGS: [&str; 7] = ["宪法", "国家", "世界", "国际", "全国", "全民", "消费者"];

/// What may follow figures in quotation marks.
const AFTER_QUOTES: [&str; 8] = ["日", "节", "宣传", "专案", "案件", "事故", "主题", "活动"];

/// Whether `before` and `rest`, what stands round 12.4, show that it is no figure.
pub(super) fn names_a_day(before: Option<char>, rest: &str) -> bool {
    let opens = matches!(before, Some('“' | '"' | '‘'));
    let closes = rest.strip_prefix(['”', '"', '’']);
    if opens != closes.is_some() {
        return false;
    }
    let is_han = |ch: &char| ('一'..='龥').contains(ch);
    let words: String = closes.unwrap_or(rest).chars().take_while(is_han).take(14).collect();
    let tells = |names: &[&str]| names.iter().any(|name| words.contains(name));
    match opens {
        true => tells(&NAMES) || tells(&AFTER_QUOTES),
        false => tells(&NAMES) && search::beginning(&words, &BEGINNINGS).is_some(),
    }
}
