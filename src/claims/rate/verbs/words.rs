//! Words that narrow what was done, or say that it was not: 按期, 当场, 逾期, 未.
//!
//! *Invariant:* lists only.

/// Words that narrow a rate to some of what was done; what is done in time comes first.
pub const QUALIFIERS: &[&str] = &[
    "按期", "按时", "限时", "准时", "及时", "如期", "当场", "一次", "阶段", "首次", "网上", "主动", "快速",
    "提前", "迅速", "即时", "当日", "当天", "速裁", "简易",
];

/// Words that narrow a rate to some of what there was to do: 到期案件办结率, 当年新收案件办结率.
pub const OF_SOME: &[&str] = &[
    "审限内",
    "到期",
    "应结",
    "应办结",
    "当年案件",
    "当年新收",
    "当年受理",
    "当年立案",
    "本年新收",
    "本年受理",
    "新收",
    "上年",
    "往年",
    "历年",
];

/// Words of what was done in time.
pub const IN_TIME: &[&str] = QUALIFIERS.split_at(6).0;

/// Words of what was not done, or not yet.
pub const NOT_DONE: &[&str] = &["未", "不", "正在"];

/// Words of what was not done in time.
pub const LATE: &[&str] = &["逾期", "超期", "超时", "延迟", "滞后", "超过时限", "超时限"];

/// Words of time behind which something was done in time, whatever the term is: 法定期限内, 规定时限内.
pub const WITHIN_TERM: &[&str] = &["期限内", "时限内", "限期内", "审限内", "规定时间内"];
