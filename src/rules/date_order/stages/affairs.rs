//! Disputes, hotlines, defects, inspections, alarms, meetings.
//!
//! *Invariant:* see the parent: a word names one stage by itself, or with `$`.

use super::Stage;

pub(in super::super) const SETTLED: Stage =
    &["调解成功", "达成协议", "达成…协议", "签订调解协议", "化解$", "成功化解", "调解结案"];

pub(in super::super) const ASSIGNED: Stage =
    &["分办", "交办", "转办", "移交", "转交", "派发", "派单", "转派", "分派", "批转"];

pub(in super::super) const HANDLED: Stage = &[
    "办毕",
    "整改到位",
    "反馈整改完毕",
    "反馈整改到位",
    "反馈整改完成",
    "反馈已整改",
    "反馈办结",
    "反馈整改结果",
    "反馈整改情况",
    "反馈办理情况",
    "反馈处理结果",
    "反馈核查结果",
    "办结",
    "答复$",
    "回复$",
    "反馈$",
    "反馈结果",
    "反馈办理结果",
    "回访",
    "结单",
    "归档",
    "化解$",
    "处置完毕",
    "完成处置",
    "办理完毕",
    "得到解决",
    "销号",
];

/// What makes a defect known.
pub(in super::super) const WARNED: Stage = &[
    "发现隐患",
    "发现问题",
    "下达整改通知",
    "下达…整改通知书",
    "发出整改通知",
    "下发整改通知",
    "下达责令",
    "责令整改",
    "责令限期整改",
    "责令改正",
    "责令限期改正",
    "限期整改",
    "被通报",
    "挂牌督办",
    "被约谈",
    "约谈$",
    "发现$",
    "被发现",
    "查出…问题",
    "查出…隐患",
];

/// What follows when a defect was made known.
pub(in super::super) const MENDED: Stage = &[
    "整改到位",
    "完成整改",
    "整改完成",
    "整改完毕",
    "整改销号",
    "整改落实到位",
    "完成销号",
    "验收销号",
    "销号$",
    "复查合格",
    "复查验收",
    "复查通过",
    "通过复查",
    "摘牌$",
];

pub(in super::super) const MOVED_IN: Stage = &["进驻", "开展巡察", "开展督察"];

pub(in super::super) const FED_BACK: Stage = &[
    "反馈意见",
    "反馈…意见",
    "反馈问题",
    "反馈督察情况",
    "反馈巡察情况",
    "接受反馈",
    "收到反馈",
    "移交问题",
    "移交线索",
];

pub(in super::super) const PLANNED_MENDING: Stage =
    &["制定整改方案", "印发整改方案", "报送整改方案", "报送整改报告", "整改到位", "完成整改", "整改完成"];

pub(in super::super) const SAMPLED: Stage = &["抽样", "采样", "取样", "送检", "抽检$"];

pub(in super::super) const TESTED: Stage = &[
    "出具检验报告",
    "出具检测报告",
    "出具…报告",
    "检出不合格",
    "作出检验结论",
    "检验完毕",
    "检测完毕",
    "完成检测",
    "完成检验",
    "出报告",
    "出具报告",
];

pub(in super::super) const CONVENED: Stage =
    &["发出会议通知", "印发会议通知", "下发会议通知", "发出通知$", "下发通知$"];

/// The first meeting or the first deed of a body, which is founded before it.
pub(in super::super) const MET_FIRST: Stage = &[
    "召开首次",
    "召开第一次",
    "召开…首次",
    "召开…第一次",
    "举行首次",
    "举行第一次",
    "召开首场会议",
    "开展首次",
    "开展首轮",
    "受理首件",
    "办结首件",
    "办理首件",
    "调解首件",
];

pub(in super::super) const MET: Stage = &["召开", "召开会议", "如期召开", "按期召开"];

pub(in super::super) const MINUTED: Stage = &[
    "印发会议纪要",
    "印发纪要",
    "印发…纪要",
    "形成会议纪要",
    "形成纪要",
    "下发会议纪要",
    "下发纪要",
    "整理会议纪要",
    "纪要印发",
    "纪要下发",
];

pub(in super::super) const ALARMED: Stage = &["启动应急响应", "启动…应急响应", "启动…级响应", "启动响应"];

pub(in super::super) const STOOD_DOWN: Stage = &[
    "终止应急响应",
    "解除应急响应",
    "结束应急响应",
    "终止…响应",
    "解除…响应",
    "结束…响应",
    "终止$",
    "解除$",
];

pub(in super::super) const SOLVED: Stage =
    &["办结", "解决$", "得到解决", "妥善解决", "通过验收", "验收$", "化解$", "结案"];

pub(in super::super) const ASKED: Stage =
    &["收到建议", "收到…建议", "收到…提案", "收到来信", "收到…来信", "收到来函", "收到…函"];

pub(in super::super) const HAPPENED: Stage = &["发生$", "发生…事故", "发生…事件"];

/// What came of it on paper, before the government decides on that.
pub(in super::super) const ACCOUNTED: Stage = &[
    "完成调查报告",
    "完成…调查报告",
    "形成调查报告",
    "形成…调查报告",
    "提交调查报告",
    "提交…调查报告",
    "出具调查报告",
];

pub(in super::super) const REPLIED_TO: Stage = &["批复结案", "批复同意", "批复$", "批准结案", "结案"];

pub(in super::super) const INVESTIGATED: Stage = &[
    "成立调查组",
    "成立…调查组",
    "提交调查报告",
    "提交…调查报告",
    "批复结案",
    "结案",
    "公布调查报告",
    "公布…调查报告",
];
