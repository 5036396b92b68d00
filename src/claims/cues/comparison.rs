//! Words that set a figure against another time, and words of changes and means.
//!
//! *Invariant:* a word stands here for how figures are set against each other, never for what they count.

use crate::search;

/// Words before a figure that only compares.
pub const COMPARISON: &[&str] = &["上年", "去年", "同比", "同期", "较", "比", "上一年", "前年"];

/// Words that begin with one of these and compare nothing: 执法比武 5 场, 较大事故 3 起.
const NO_COMPARISON: &[&str] =
    &["比武", "比赛", "比选", "比拼", "比学", "较大", "较重", "较好", "较差", "较真", "较轻", "较高", "较低"];

/// Whether `words` begin with a word that only looks like one of comparison.
pub fn begins_no_comparison(words: &str) -> bool {
    search::beginning(words, NO_COMPARISON).is_some()
}

/// Words before a figure of an earlier time.
pub const EARLIER: &[&str] = &["上年", "去年", "前年", "同期", "上一年", "前一年", "上季度", "上月"];

/// Words before a stock that one of now is compared with: 年末 120 人，比年初的 115 人净增 5 人.
pub const AGAINST_THE_BEGINNING: &[&str] = &["比年初", "较年初", "比期初", "较期初"];

/// Words before a change against the year before.
pub const AGAINST_LAST_YEAR: &[&str] = &["同比", "较上年", "比上年", "较去年", "比去年"];

/// Words with which a mean begins that is told besides a count: 受理 7118 件，日均 1017 件.
pub const AVERAGE: &[&str] =
    &["日均", "人均", "月均", "年均", "户均", "平均", "均每", "每百人", "每千人", "每万人", "每十万人"];

/// Words that compare, name a part or tell of another time, so that a figure is no indicator of its own.
pub const RELATIVE: &[&str] = &[
    "年末",
    "期末",
    "调整后",
    "其中",
    "新增",
    "每",
    "平均",
    "人均",
    "日均",
    "另",
    "其余",
    "其他",
    "分别",
    "约",
    "共计",
    "合计",
];

/// Words with which a change begins.
pub const FROM: &[&str] = &["由", "从"];

/// Words that lead to where a change ends.
pub const TO: &[&str] = &["至", "到", "为"];
