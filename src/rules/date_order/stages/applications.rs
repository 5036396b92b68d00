//! Applications, cases before organs, courts and arbiters, and crimes.
//!
//! *Invariant:* see the parent: a word names one stage by itself, or with `$`.

use super::Stage;

/// An application, however it comes in.
pub(in super::super) const APPLIED: Stage = &[
    "提交申请",
    "提出申请",
    "递交申请",
    "提交…申请",
    "提出…申请",
    "递交…申请",
    "申请仲裁",
    "申请行政复议",
    "申请复议",
    "申请法律援助",
    "申请调解",
    "申请信用修复",
    "递交$",
    "提交$",
    "申请$",
    "申领$",
    "提出$",
];

/// Papers that are asked for with an application.
pub(in super::super) const HANDED_IN: Stage =
    &["提交材料", "提交申请材料", "递交材料", "递交申请材料", "提交…申请材料", "报送申请材料"];

/// An application as the organ tells of it.
pub(in super::super) const CAME_IN: Stage = &["收到申请", "收到…申请", "接到申请", "接到…申请"];

pub(in super::super) const REPORTED: Stage =
    &["接到举报", "接到投诉", "接报", "接到报案", "收到举报", "收到投诉", "接到群众举报"];

pub(in super::super) const FILED: Stage = &["受理", "立案"];

/// A case in court or before an arbiter.
pub(in super::super) const TAKEN_UP: Stage = &["受理", "立案", "收案"];

pub(in super::super) const GRANTED: Stage = &[
    "准予许可",
    "核发…证",
    "颁发…证",
    "发放…证",
    "取得…证",
    "领取…证",
    "核发…执照",
    "领取…执照",
    "取得…执照",
    "取得资质",
    "取得许可",
    "获证",
    "领证$",
    "发证$",
    "获批",
    "获准",
    "审批通过",
    "批准$",
    "获得许可",
    "获得…许可",
    "拿到…证",
    "发放$",
    "领取$",
];

pub(in super::super) const ANSWERED: Stage = &["作出答复", "答复$", "书面答复", "予以答复"];

pub(in super::super) const DECIDED: Stage = &[
    "作出…决定",
    "作出决定",
    "作出裁决",
    "作出…裁决",
    "作出判决",
    "宣判",
    "审结",
    "判决$",
    "裁决$",
    "下达处罚决定",
    "下达行政处罚决定",
];

pub(in super::super) const SERVED: Stage = &[
    "送达$",
    "送达当事人",
    "送达申请人",
    "送达被申请人",
    "送达双方",
    "送达各方",
    "送达决定书",
    "送达处罚决定书",
    "送达行政处罚决定书",
];

pub(in super::super) const CLOSED: Stage = &[
    "结案",
    "销案",
    "调查终结",
    "侦查终结",
    "完成调查",
    "查结",
    "办结",
    "审结",
    "处罚到位",
    "执行完毕",
    "履行完毕",
    "撤诉",
    "准许撤诉",
];

pub(in super::super) const HEARD: Stage = &["举行听证", "组织听证", "召开听证", "听证$"];

/// What the party is told before it is decided.
pub(in super::super) const NOTIFIED: Stage =
    &["送达…告知书", "下达…告知书", "发出…告知书", "告知听证权", "作出处罚告知", "作出行政处罚告知"];

/// What comes last before a sanction.
pub(in super::super) const DELIBERATED: Stage = &["集体讨论$", "法制审核$", "完成法制审核", "通过法制审核"];

pub(in super::super) const SANCTIONED: Stage =
    &["作出处罚决定", "作出行政处罚决定", "下达处罚决定", "下达行政处罚决定", "作出处罚$"];

pub(in super::super) const PERFORMED: Stage = &[
    "履行完毕",
    "执行完毕",
    "执行到位",
    "缴清罚款",
    "缴纳罚款",
    "结案",
    "申请强制执行",
    "申请法院强制执行",
    "催告",
    "罚款缴清",
    "罚款入库",
    "罚没款入库",
    "公示处罚信息",
    "公示处罚结果",
];

pub(in super::super) const TRIED: Stage = &["开庭", "开庭审理", "庭审$"];

pub(in super::super) const JUDGED: Stage =
    &["宣判", "作出判决", "一审判决", "一审宣判", "作出裁决", "判决$", "裁决$"];

pub(in super::super) const FIRST_INSTANCE: Stage =
    &["一审判决", "一审宣判", "一审审结", "一审作出判决", "作出一审判决"];

pub(in super::super) const APPEALED: Stage = &[
    "提起上诉",
    "提出上诉",
    "上诉$",
    "二审开庭",
    "二审判决",
    "二审宣判",
    "二审维持",
    "二审改判",
    "二审审结",
    "作出二审判决",
];

pub(in super::super) const DETAINED: Stage = &["刑事拘留", "刑拘"];

pub(in super::super) const ARRESTED: Stage = &["批准逮捕", "批捕", "逮捕$"];

pub(in super::super) const CHARGED: Stage =
    &["移送起诉", "移送审查起诉", "移送检察机关审查起诉", "提起公诉", "被起诉"];

pub(in super::super) const SENTENCED: Stage = &[
    "宣判",
    "作出判决",
    "一审判决",
    "判决$",
    "判处",
    "被判刑",
    "获刑",
    "开庭审理",
    "开庭$",
    "判处有期徒刑",
    "判处拘役",
    "判处罚金",
    "审结",
];

pub(in super::super) const SUED: Stage = &["提起诉讼", "提起行政诉讼", "起诉$", "诉至法院", "向法院起诉"];

pub(in super::super) const SEIZED: Stage = &["被抓获", "落网", "归案", "被拘留$"];
