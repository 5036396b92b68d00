//! The words of headers and row labels: what is a total, what is no addend.
//!
//! *Invariant:* cues of tables are listed here and nowhere else in this folder.

use crate::claims::cue_set::{self, Cue};
use crate::facts::measure;
use crate::search;

/// How high a total stands; 0 is an addend.
pub type Level = u8;

/// The level of 小计.
pub const SUBTOTAL: Level = 1;
/// The level of 合计.
pub const TOTAL: Level = 2;
/// The level of 总计 where 合计 stands in the same table.
pub const GRAND: Level = 3;

/// The level of the total that `label` names.
pub fn total_level(label: &str) -> Option<Level> {
    let label = label.trim_end_matches(['：', '数']);
    match label {
        "小计" => return Some(SUBTOTAL),
        "合计" | "共计" | "总" => return Some(TOTAL),
        "总计" | "总合计" => return Some(GRAND),
        "全年" => return Some(TOTAL),
        _ => {}
    }
    let is_whole = search::length(label) <= 6 && label.starts_with(['全', '总', '本']);
    match () {
        () if search::length(label) > 14 => None,
        () if label.ends_with("小计") => Some(SUBTOTAL),
        () if label.ends_with("总计") => Some(GRAND),
        () if label.ends_with("合计") && is_whole => Some(TOTAL),
        () if label.ends_with("合计") => Some(SUBTOTAL),
        () => None,
    }
}

/// The level of the total that the row called `label` is. As the title of a column such a word may be of something else:
/// 累计 of several years, 总量 of what stands in no other column.
pub fn row_level(label: &str) -> Option<Level> {
    const WHOLES: &[&str] = &["总量", "总和", "全部", "累计", "总数量", "总件数", "总额"];
    total_level(label).or_else(|| WHOLES.contains(&label).then_some(TOTAL))
}

/// Whether `label` opens a part of what stands before it.
pub fn is_subset(label: &str) -> bool {
    label.starts_with("其中") || label.starts_with("#") || label.starts_with("内：")
}

/// Whether the column `title` numbers its rows.
pub fn is_serial(title: &str) -> bool {
    matches!(title, "序号" | "编号" | "排名" | "名次" | "排序" | "代码" | "编码" | "行次" | "NO" | "No")
}

/// Whether the column or row `label` holds rates: they are computed, never added.
pub fn is_rate(label: &str) -> bool {
    const ENDS: &[&str] = &["率", "比", "比例", "比重", "幅度", "增幅", "降幅", "%", "百分点"];
    ENDS.iter().any(|end| label.ends_with(end)) || has(label, &["占比", "同比", "环比", "百分比"])
}

/// Whether figures below `title` are no amounts that add up: averages, limits of time, prices.
pub fn is_aside(title: &str) -> bool {
    const CUES: &[&str] = &[
        "平均",
        "人均",
        "均值",
        "户均",
        "日均",
        "月均",
        "时限",
        "时间",
        "时长",
        "期限",
        "天数",
        "单价",
        "标准",
        "得分",
        "分数",
        "评分",
        "分值",
        "指数",
        "满意度",
        "最高",
        "最低",
        "年度",
        "年份",
        "日期",
        "电话",
        "累计",
        "文号",
        "期末",
        "期初",
        "说明",
        "目标",
        "限额",
    ];
    has(title, CUES)
}

/// Whether the row `label` stands beside the others, such as a comparison with the year before.
pub fn is_aside_row(label: &str) -> bool {
    let compares = has(label, &["上年", "去年", "同期"]) && !label.contains("结转");
    compares
        || is_rate(label)
        || has(label, &["平均", "人均", "均值", "注：", "备注"])
        || matches!(label, "注" | "说明" | "增减" | "增减数" | "排名")
}

/// What a column does to a stock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Movement {
    /// It comes in.
    In,
    /// It goes out.
    Out,
    /// It changes no number.
    Neither,
}

/// What the column `title` does to a stock; `None` where its words do not tell.
pub fn movement(title: &str) -> Option<Movement> {
    const IN: &[&str] = &["新", "增", "设立", "开业", "进", "入"];
    const OUT: &[&str] = &["减", "退", "销", "撤", "离", "出", "关"];
    let told =
        cue_set::last_of(&[Cue::Neutral, Cue::Closing, Cue::Opening, Cue::Outflow, Cue::Inflow], title);
    match told {
        Some(Cue::Inflow) => Some(Movement::In),
        Some(Cue::Outflow) => Some(Movement::Out),
        Some(Cue::Neutral) => Some(Movement::Neither),
        Some(_) => None,
        // 设立, 离任: no cue, but the first sign.
        None if IN.iter().any(|sign| title.starts_with(sign)) => Some(Movement::In),
        None => OUT.iter().any(|sign| title.starts_with(sign)).then_some(Movement::Out),
    }
}

/// Whether the column `title` is what came in less what went out, if such columns stand in front of it.
pub fn is_net(title: &str) -> bool {
    const NET: &[&str] = &["净增", "净变化", "净变动", "净流入", "当年结余", "本年结余", "收支结余"];
    const CHANGE: &[&str] = &["增减", "增减数", "增减量", "增减额", "增减变化", "增减变动", "变化", "变动"];
    (has(title, NET) && !is_rate(title)) || CHANGE.contains(&title)
}

/// Whether the column `title` is what there was before.
pub fn is_former_stock(title: &str) -> bool {
    const FORMER: &[&str] =
        &["原有", "年初", "期初", "上年末", "上年底", "上年数", "上年结存", "上年结余", "原数"];
    FORMER.iter().any(|word| title.starts_with(word)) && !is_change(title)
}

/// Whether the column `title` is what there is after.
pub fn is_present_stock(title: &str) -> bool {
    const PRESENT: &[&str] =
        &["现有", "年末", "期末", "年底", "现数", "现存", "调整后", "结存", "结余", "现保留"];
    PRESENT.iter().any(|word| title.starts_with(word)) && !is_change(title)
}

/// Whether `label` is what was carried over from the year before.
pub fn is_carried_over(label: &str) -> bool {
    has(label, &["上年结转", "上年度结转", "结转上年", "上年未结", "上年末未结", "年初未结"])
}

/// Whether `label` is what came in during the year.
pub fn is_received(label: &str) -> bool {
    has(label, &["新收", "新受理", "本年收", "本年受理", "本年度收", "本年度受理", "当年受理", "当年收"])
        && !is_carried_over(label)
}

/// Whether `label` is what was done with.
pub fn is_done(label: &str) -> bool {
    has(label, &["办结", "审结", "结案", "办理结果"]) && !has(label, &["率", "未", "其中"])
}

/// Whether `label` is what is carried on to the next year.
pub fn is_carried_on(label: &str) -> bool {
    has(label, &["结转下", "年末未结", "期末未结", "未审结", "未办结"])
        || matches!(label, "未结" | "未结数" | "未结案件" | "未结案")
}

/// Whether `text` is a unit below the column `title`: 件 below 单位, below which organs may stand as well.
pub fn is_unit(title: &str, text: &str) -> bool {
    let word = text.trim_start_matches(['千', '万', '亿']);
    matches!(title, "单位" | "计量单位" | "量词")
        && measure::read(word).is_some_and(|measure| measure.word == word)
}

/// Whether the column `title` says no more than that the value of each row stands in it.
pub fn is_value(title: &str) -> bool {
    const VALUES: &[&str] = &[
        "数量",
        "数值",
        "件数",
        "数",
        "数据",
        "完成数",
        "完成情况",
        "本年数",
        "本年",
        "今年",
        "当年",
        "指标值",
    ];
    VALUES.contains(&title) || year(title).is_some() || is_current(title)
}

/// Whether `title` is the year before.
pub fn is_previous(title: &str) -> bool {
    has(title, &["上年", "去年", "上一年", "上期", "上年度"])
}

/// Whether `title` is the year of the report.
pub fn is_current(title: &str) -> bool {
    !is_previous(title) && has(title, &["本年", "今年", "本期", "当年"])
}

/// The year with which `title` begins: 2023 or 2023年….
pub fn year(title: &str) -> Option<u16> {
    let year = title.get(..4)?.parse().ok().filter(|year| (1950..2100).contains(year))?;
    let rest = title.get(4..)?;
    (rest.is_empty() || rest.starts_with('年')).then_some(year)
}

/// Whether `title` is the difference of two years.
pub fn is_change(title: &str) -> bool {
    has(title, &["增减", "增长", "增幅", "同比", "升降", "变化", "变动", "净增"])
        || matches!(title, "增加" | "增量" | "增加数" | "增加量")
}

/// Whether the column `title` is by how much a limit was shortened: 压减时限, 减时限, 压缩比例.
pub fn is_saved(title: &str) -> bool {
    has(title, &["压缩", "压减", "缩短", "减时限", "减时间", "减少时限", "减少天数", "提速"])
        && !is_limit_of_now(title)
        && !is_limit_of_before(title)
}

/// Whether the column `title` is of nothing but time that was saved: 压减时限, and not 压减材料 beside it.
pub fn is_saved_time(title: &str) -> bool {
    const TIME: &[&str] = &["", "时限", "时间", "时长", "天数", "工作日", "工作日数", "办理时限", "办结时限"];
    let title = TIME.iter().skip(1).find_map(|time| title.strip_prefix(time)).unwrap_or(title);
    let verb = search::behind(title, &["压缩", "压减", "缩短", "减少", "减"]);
    verb.is_some_and(|rest| TIME.contains(&rest))
}

/// Whether the column `title` is by how much something went down.
pub fn is_decline(title: &str) -> bool {
    has(title, &["降幅", "下降"])
}

/// Whether the column `title` is a limit that is promised now.
pub fn is_limit_of_now(title: &str) -> bool {
    has(title, &["承诺", "压缩后", "压减后", "缩短后", "改革后", "优化后"])
        || matches!(title, "现时限" | "现办理时限" | "现办结时限")
}

/// Whether the column `title` is the limit before it was shortened.
pub fn is_limit_of_before(title: &str) -> bool {
    has(title, &["法定", "压缩前", "压减前", "缩短前", "改革前", "优化前"])
        || matches!(title, "原时限" | "原办理时限" | "原办结时限")
}

/// Whether `words` hold one of `cues`.
pub fn has(words: &str, cues: &[&str]) -> bool {
    cues.iter().any(|cue| words.contains(cue))
}

/// The title without the unit in the bracket at its end, and that unit.
pub fn split_unit(title: &str) -> (&str, &str) {
    let split = || {
        let (name, unit) = title.strip_suffix('）')?.rsplit_once('（')?;
        (!name.is_empty() && search::length(unit) <= 6).then_some((name, unit.trim_start_matches("单位：")))
    };
    split().unwrap_or((title, ""))
}
