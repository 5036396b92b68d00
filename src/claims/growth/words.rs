//! The words of a change: verbs of rising and falling, how much they say it is, and what it is set against.
//!
//! *Invariant:* a verb stands here only where it tells the direction by itself, whatever changed.

use crate::facts::year;
use crate::search::{self, Words};

/// Verbs and nouns of a rise, what ends in another before it.
pub const UP: &[&str] = &[
    "增长",
    "增加",
    "增多",
    "增幅",
    "增收",
    "增支",
    "净增",
    "激增",
    "骤增",
    "猛增",
    "陡增",
    "剧增",
    "大增",
    "倍增",
    "递增",
    "上升",
    "提升",
    "升幅",
    "攀升",
    "跃升",
    "抬升",
    "回升",
    "爬升",
    "上涨",
    "涨幅",
    "上浮",
    "上扬",
    "提高",
    "走高",
    "多出",
    "多收",
    "多支",
    "多受理",
    "多办理",
    "多办结",
    "多查处",
    "多立案",
    "多审结",
    "扩大",
    "扩增",
    "增",
    "升",
    "涨",
    "多",
];

/// Verbs and nouns of a fall, in the same order.
pub const DOWN: &[&str] = &[
    "下降",
    "降低",
    "降幅",
    "压降",
    "骤降",
    "锐降",
    "下调",
    "下浮",
    "下行",
    "减少",
    "减幅",
    "压减",
    "递减",
    "锐减",
    "骤减",
    "削减",
    "减收",
    "减支",
    "净减",
    "少收",
    "少支",
    "少受理",
    "少办理",
    "少办结",
    "少查处",
    "少立案",
    "少审结",
    "短收",
    "缩减",
    "回落",
    "下滑",
    "滑落",
    "跌落",
    "下跌",
    "跌幅",
    "走低",
    "回调",
    "负增长",
    "压缩",
    "缩短",
    "缩小",
    "萎缩",
    "精简",
    "收窄",
    "降",
    "减",
    "少",
    "跌",
];

/// Words of how much or how steadily something changed, in front of the verb.
const DEGREES: &[&str] = &[
    "大幅度",
    "小幅度",
    "大幅",
    "小幅",
    "明显",
    "显著",
    "稳步",
    "持续",
    "逐步",
    "逐年",
    "逐月",
    "略有",
    "稍有",
    "有所",
    "略微",
    "快速",
    "较快",
    "平稳",
    "稳中有",
    "再次",
    "继续",
    "不断",
    "进一步",
    "直线",
    "双双",
    "普遍",
    "同步",
    "同向",
    "正",
    "略",
    "微",
    "稍",
];

/// Words in front of a verb that name no subject.
const FRONT: &[&str] =
    &["同比", "环比", "即", "相应", "累计", "总体", "整体", "实现", "共", "已", "约", "直接"];

/// `words` without what they say of the degree, at the end.
pub fn without_degree(words: &str) -> &str {
    let mut rest = words;
    while let Some(shorter) = search::ahead(rest, DEGREES) {
        rest = shorter;
    }
    rest
}

/// Whether `words` say no more than that something changed, with no subject of their own: 下降, 同比增长; not 死亡人数下降.
pub fn has_no_subject(words: &str) -> bool {
    const UP_WORDS: Words = Words::of(UP);
    const DOWN_WORDS: Words = Words::of(DOWN);
    let mut rest = words;
    while let Some(shorter) = FRONT.iter().chain(DEGREES).find_map(|word| rest.strip_prefix(word)) {
        rest = shorter;
    }
    UP_WORDS.beginning(rest).or_else(|| DOWN_WORDS.beginning(rest)).is_some()
}

/// Words that set what stands before them against the figure or the time behind them.
pub const AGAINST: &[&str] = &["相较于", "相比于", "相较", "相比", "较之", "对比", "比照", "较", "比"];

/// Words in front of what something is compared with, where [`COMPARED`] stands behind it: 与上年相比.
pub const WITH: &[&str] = &["与", "同", "和", "跟"];

/// Words behind what something is compared with.
pub const COMPARED: &[&str] = &["相比较", "相比", "相较", "比较", "对比"];

/// What stands behind the words with which `words` set a figure against an earlier time: 增加 of 同比增加, 与上年同期相比增加 and
/// 较2022年增加.
pub fn behind_comparison(words: &str) -> Option<&str> {
    const ALONE: Words = Words::of(&["同比", "环比", "同期"]);
    const AGAINST_WORDS: Words = Words::of(AGAINST);
    const WITH_WORDS: Words = Words::of(WITH);
    let behind = |cues: &Words<'_>| cues.beginning(words).and_then(|cue| words.get(cue.len()..));
    if let Some(rest) = behind(&ALONE) {
        return Some(behind_time(rest).unwrap_or(rest));
    }
    if let Some(rest) = behind(&AGAINST_WORDS) {
        let rest = behind_time(rest)?;
        return Some(behind_compared(rest).unwrap_or(rest));
    }
    let rest = behind_time(behind(&WITH_WORDS)?)?;
    behind_compared(rest)
}

/// What stands behind the word that closes a comparison at the beginning of `words`: 与上年同期相比, 与上年同期比.
fn behind_compared(words: &str) -> Option<&str> {
    search::behind(words, COMPARED).or_else(|| words.strip_prefix('比'))
}

/// What stands behind the earlier time with which `words` begin: 上年同期, 2022年, 年初.
fn behind_time(words: &str) -> Option<&str> {
    const TIMES: Words = Words::of(&[
        "上年",
        "去年",
        "上一年",
        "前一年",
        "前年",
        "往年",
        "历年",
        "同期",
        "历史同期",
        "年初",
        "期初",
        "上月",
        "上个月",
        "上季度",
        "上期",
        "上半年",
        "前期",
    ]);
    const MORE: &[&str] = &["全年", "同期", "同时", "年度", "度", "末", "底", "初", "水平"];
    let of_year = || {
        let named = year::written(words).next().filter(|named| named.span.start == 0)?;
        words.get(named.span.end as usize..)
    };
    let mut rest = TIMES.beginning(words).and_then(|time| words.get(time.len()..)).or_else(of_year)?;
    while let Some(shorter) = search::behind(rest, MORE) {
        rest = shorter;
    }
    Some(rest)
}

/// Whether all of `clause` sets what follows against an earlier time: 与上年相比.
pub fn only_compares(clause: &str) -> bool {
    behind_comparison(clause).is_some_and(str::is_empty)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_comparisons() {
        for (words, behind) in [
            ("同比增加", Some("增加")),
            ("同比去年增加", Some("增加")),
            ("与上年同期相比减少", Some("减少")),
            ("较2022年度下降", Some("下降")),
            ("相较于去年全年多", Some("多")),
            ("对比上年", Some("")),
            ("比例增加", None),
            ("较好增加", None),
            ("与企业相比增加", None),
            ("同步增加", None),
        ] {
            assert_eq!(behind_comparison(words), behind, "{words}");
        }
    }

    #[test]
    fn tells_a_change_from_a_subject() {
        for words in ["大幅下降", "同比增长", "锐减", "略有回升", "累计多收"] {
            assert!(has_no_subject(words), "{words}");
        }
        for words in ["死亡人数下降", "明显好转", "企业增加", "增"] {
            assert_eq!(has_no_subject(words), words == "增", "{words}");
        }
    }
}
