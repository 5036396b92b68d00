//! Rules and plans; people, courses, campaigns.
//!
//! *Invariant:* see the parent: a word names one stage by itself, or with `$`.

use super::Stage;

pub(in super::super) const DRAFTED: Stage = &[
    "启动起草",
    "开始起草",
    "着手起草",
    "组织起草",
    "完成起草",
    "起草$",
    "起草完成",
    "启动立法",
    "启动制定",
    "启动编制",
    "列入立法计划",
    "形成初稿",
    "完成初稿",
    "形成草案",
    "编制$",
];

pub(in super::super) const CONSULTED: Stage =
    &["公开征求意见", "征求意见", "征集意见", "征求…意见", "公示征求意见", "征求公众意见", "完成意见征集"];

pub(in super::super) const REVIEWED: Stage = &[
    "合法性审查$",
    "合法性审核$",
    "完成合法性审",
    "通过合法性审",
    "提请…审议",
    "报请…审议",
    "提请审议",
    "报请审议",
    "提交…审议",
    "提交审议",
];

pub(in super::super) const PASSED: Stage = &[
    "审议通过",
    "首次审议通过",
    "讨论通过",
    "表决通过",
    "常务会议通过",
    "集体审议",
    "审议$",
    "审定",
    "获批$",
    "批准$",
    "通过$",
];

pub(in super::super) const PROMULGATED: Stage =
    &["审议通过", "讨论通过", "表决通过", "正式印发", "公布", "出台", "颁布", "印发实施", "印发施行"];

pub(in super::super) const PUBLISHED: Stage = &["公布", "印发", "出台", "发布", "颁布", "通过"];

pub(in super::super) const IN_FORCE: Stage =
    &["施行", "起施行", "起实施", "起实行", "起执行", "正式实施", "开始实施"];

/// A local statute in the congress of its own city or county.
pub(in super::super) const ENACTED: Stage = &[
    "人大常委会表决通过",
    "人大常委会审议通过",
    "人大常委会会议表决通过",
    "人大常委会会议通过",
    "人大常委会通过",
    "人民代表大会常务委员会通过",
    "人民代表大会常务委员会表决通过",
    "人民代表大会表决通过",
    "人民代表大会通过",
    "人大表决通过",
];

/// The same in the congress above, without which it is not in force.
pub(in super::super) const RATIFIED: Stage = &[
    "省人大常委会批准$",
    "省人大常委会审查批准$",
    "省人大常委会会议批准$",
    "省人民代表大会常务委员会批准$",
    "自治区人大常委会批准$",
    "自治区人大常委会审查批准$",
];

pub(in super::super) const ENDED_FORCE: Stage = &["废止", "失效"];

pub(in super::super) const RECRUITMENT_ANNOUNCED: Stage = &[
    "发布公告",
    "发布…公告",
    "发布…通知",
    "启动报名",
    "开始报名",
    "报名开始",
    "开放报名",
    "组织报名",
    "接受报名",
    "公告发布",
];

pub(in super::super) const REGISTRATION_ENDED: Stage =
    &["报名截止", "截止报名", "报名结束", "结束报名", "报名工作结束", "完成报名"];

pub(in super::super) const REGISTERED: Stage = &["启动报名", "开始报名", "组织报名", "接受报名", "报名"];

pub(in super::super) const EXAMINED: Stage = &[
    "笔试$",
    "面试$",
    "考试$",
    "组织…考试",
    "举行…考试",
    "组织考试",
    "举行考试",
    "组织笔试",
    "举行笔试",
    "开考",
];

pub(in super::super) const WRITTEN: Stage = &["笔试", "组织考试", "举行考试", "考试$"];

pub(in super::super) const INTERVIEWED: Stage = &["面试"];

pub(in super::super) const HIRED: Stage = &[
    "体检",
    "考察$",
    "公示拟",
    "公示录用",
    "公示聘用",
    "公布拟录用",
    "录用",
    "聘用",
    "签订聘用合同",
    "上岗",
    "入职",
];

pub(in super::super) const COURSE_BEGUN: Stage = &["开班", "开课$", "开训", "举行开班", "举办开班"];

pub(in super::super) const COURSE_ENDED: Stage =
    &["结业", "结束", "结训", "闭班", "圆满结束", "顺利结业", "举行结业", "举办结业"];

pub(in super::super) const CAMPAIGN_BEGUN: Stage =
    &["启动", "开幕", "启幕", "拉开帷幕", "拉开序幕", "举行启动仪式", "部署启动", "动员部署", "部署$"];

pub(in super::super) const CAMPAIGN_ENDED: Stage =
    &["结束$", "圆满完成", "圆满结束", "顺利结束", "收官", "落幕", "闭幕", "告一段落", "总结$", "终止$"];

pub(in super::super) const TAKEN_EFFECT: Stage = &["实施$", "生效"];
