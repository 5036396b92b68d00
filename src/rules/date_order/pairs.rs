//! Events of which one cannot come before the other, as data.
//!
//! *Invariant:* a pair holds only what no practice turns round: goods are seized before a case is filed,
//! halls are used before they are accepted and fines are paid before the paper arrives, so none of these is a pair.

use super::stages::{self as at, IN_FORCE, Stage};
use crate::search::Words;

/// Two stages of one matter.
pub(super) struct Pair {
    /// Stages of which each comes before each of the others.
    pub before: &'static [Stage],
    /// Stages that come later.
    pub after: &'static [Stage],
    /// Whether it may also be told with the later stage first; else a later date then is a further matter.
    pub is_told_both_ways: bool,
    /// Whether an organ that is named between the two acts on the matter, rather than being another one.
    pub has_organs: bool,
}

/// Stands in an event for a few characters: 作出…决定.
pub(super) const GAP: char = '…';

/// Stands behind an event that must end its clause: 送达$.
pub(super) const AT_THE_END: char = '$';

/// Decisions that are made on the way, or before there is a case.
pub(super) const INTERIM: [&str; 20] = [
    "查封",
    "扣押",
    "冻结",
    "保存",
    "强制",
    "责令改正",
    "责令限期",
    "立案",
    "受理",
    "移送",
    "延期",
    "中止",
    "管辖",
    "回避",
    "变更",
    "撤回",
    "听证",
    "补正",
    "执行",
    "鉴定",
];

/// A pair that is told in either order.
const fn both(before: &'static [Stage], after: &'static [Stage], has_organs: bool) -> Pair {
    Pair { before, after, is_told_both_ways: true, has_organs }
}

/// A pair of which the later stage told first may belong to an earlier matter.
const fn onwards(before: &'static [Stage], after: &'static [Stage]) -> Pair {
    Pair { before, after, is_told_both_ways: false, has_organs: true }
}

/// The same of what has no organ that acts on it, so that another body in front of the second event has one of its own.
const fn of_itself(before: &'static [Stage], after: &'static [Stage]) -> Pair {
    Pair { before, after, is_told_both_ways: false, has_organs: false }
}

/// Every pair; of several that fit the first one tells.
pub(super) const PAIRS: [Pair; 109] = [
    // Building and buying.
    both(&[at::APPROVED], &[at::GROUND, at::BUILT], false),
    both(&[at::AWARDED], &[at::BUILT], false),
    both(&[at::GROUND], &[at::BUILT, &["投入使用", "投用$"]], false),
    both(&[&["竣工", "完工"]], &[&["投入使用"]], false),
    both(&[&["签订合同", "签订协议"]], &[at::BUILT], false),
    of_itself(&[at::GROUND], &[at::OPENED]),
    of_itself(&[at::DEVELOPED], &[at::OPENED]),
    of_itself(&[&["试运行", "上线试运行"]], &[&["正式运行", "正式上线", "正式启用"]]),
    onwards(&[at::TENDERED], &[at::BIDS_OPENED, at::AWARDED, at::SIGNED]),
    onwards(&[at::BIDS_OPENED], &[at::AWARDED, at::SIGNED, at::GROUND]),
    onwards(&[at::AWARDED], &[at::SIGNED, at::GROUND]),
    onwards(&[at::TENDERED, at::BIDS_OPENED], &[at::GROUND, at::BUILT]),
    of_itself(&[at::TENDERED, at::BIDS_OPENED, at::AWARDED, at::SIGNED], &[&["投入使用", "投用$"]]),
    of_itself(&[at::DEVELOPED], &[&["通过验收", "通过终验", "验收$", "建成$"]]),
    onwards(&[at::SIGNED], &[at::BUILT]),
    onwards(&[at::SIGNED, &["签订$", "签署$"]], &[at::TERMINATED]),
    onwards(&[at::SIGNED], &[at::GROUND]),
    onwards(&[at::SIGNED], &[&["生效", "到期", "届满"]]),
    onwards(&[at::LAND_OFFERED], &[at::LAND_SOLD]),
    onwards(&[&["申报"]], &[&["立项", "获批立项", "获批", "通过评审", "获评", "获命名", "被命名", "授牌"]]),
    // Applications and cases.
    both(&[&["立案"]], &[&["结案", "作出处罚决定", "作出行政处罚决定", "调查终结"]], true),
    both(&[&["受理"]], &[RECEIVED_AND_DONE], true),
    both(&[SANCTIONED_BY_NAME], &[&["结案", "送达决定书", "送达处罚决定书"]], true),
    both(&[&["开庭", "开庭审理"]], &[&["宣判", "作出判决", "一审判决", "作出裁决"]], true),
    both(&[&["签发"]], &[at::SERVED], true),
    both(
        &[SANCTIONED_BY_NAME],
        &[&["履行完毕", "执行完毕", "执行到位", "缴清罚款", "缴纳罚款", "结案"]],
        true,
    ),
    onwards(&[at::APPLIED], &[at::TAKEN_UP, at::GRANTED, at::ANSWERED, at::SETTLED, &["办结", "撤回申请"]]),
    onwards(&[at::APPLIED], &[&["指派律师", "指派…律师"]]),
    onwards(&[at::SUED], &[&["立案", "开庭"], at::JUDGED]),
    onwards(&[at::HANDED_IN], &[at::FILED, at::GRANTED]),
    onwards(&[at::CAME_IN], &[at::FILED, at::GRANTED, at::ANSWERED, &["作出决定", "作出…决定", "办结"]]),
    onwards(&[at::REPORTED], &[at::FILED, at::CLOSED]),
    onwards(&[at::TAKEN_UP], &[at::DECIDED, at::CLOSED, at::GRANTED, at::TRIED, at::HEARD, at::DELIBERATED]),
    onwards(&[at::TAKEN_UP], &[at::ANSWERED, at::SETTLED, at::NOTIFIED, at::SERVED]),
    onwards(&[at::TAKEN_UP], &[&["签订协议", "司法确认$"]]),
    onwards(&[at::TAKEN_UP], &[&["指派律师", "指派…律师", "作出援助决定"]]),
    both(
        &[&["送达听证通知", "送达…听证通知", "发出听证通知", "发布听证公告"]],
        &[&["召开听证会", "举行听证会", "组织听证会", "举行听证$"]],
        true,
    ),
    onwards(&[at::TRIED], &[at::JUDGED, at::DECIDED, at::CLOSED]),
    onwards(&[at::HEARD, at::NOTIFIED, at::DELIBERATED], &[DECISION_SERVED, at::PERFORMED]),
    onwards(&[at::HEARD], &[at::DECIDED, at::CLOSED, &["形成听证报告"]]),
    onwards(&[at::NOTIFIED], &[at::SANCTIONED, &["结案", "销案"]]),
    onwards(&[at::DELIBERATED], &[at::SANCTIONED, &["结案", "销案"]]),
    onwards(&[&["调查终结", "完成调查"]], &[at::SANCTIONED, DECISION_SERVED, &["结案", "销案"]]),
    onwards(&[at::DECIDED], &[at::SERVED, &["生效"]]),
    onwards(&[at::SANCTIONED], &[at::SERVED, at::PERFORMED]),
    onwards(&[at::SERVED, &["签发$"]], &[&["生效"]]),
    onwards(&[&["作出$", "制作$"]], &[at::SERVED, &["生效", "签收"]]),
    onwards(&[at::FIRST_INSTANCE], &[at::APPEALED]),
    onwards(&[&["提起上诉", "提出上诉", "上诉$"]], &[&["二审"]]),
    onwards(&[&["立案"]], &[at::CHARGED, &["告破", "破案"]]),
    onwards(&[at::DETAINED], &[at::ARRESTED, at::CHARGED, at::SENTENCED]),
    onwards(&[at::ARRESTED, at::SEIZED], &[at::CHARGED, at::SENTENCED]),
    onwards(&[at::CHARGED], &[at::SENTENCED]),
    onwards(&[at::SETTLED], &[&["履行完毕", "履行到位", "申请司法确认", "完成司法确认", "司法确认$"]]),
    onwards(
        &[&["收到决定书", "收到…决定书", "收到判决书", "收到…判决书"]],
        &[&[
            "提起诉讼",
            "提起行政诉讼",
            "提起上诉",
            "申请行政复议",
            "申请复议",
            "提出复议申请",
            "提交复议申请",
        ]],
    ),
    onwards(&[&["收到告知书", "收到…告知书"]], &[&["申请听证", "提出听证申请", "提出陈述", "进行陈述"]]),
    onwards(
        &[&["送达$", "寄出", "发出", "发出…通知书", "下达…通知书"]],
        &[&["签收", "收到通知", "收到…通知书", "收到决定书", "收到…决定书"]],
    ),
    // Rules and plans.
    both(&[&["公开征求意见", "征求意见"]], &[&["审议通过", "正式印发", "公布", "出台"]], true),
    both(&[&["审议通过", "首次审议通过"]], &[&["公布", "印发", "施行", "起施行", "起实施"]], true),
    both(&[&["公布", "印发", "出台", "发布", "通过"]], &[IN_FORCE], true),
    both(&[&["签批", "审签"]], &[&["印发", "印发实施", "印发施行", "公布", "发布"]], true),
    onwards(&[at::CONSULTED], &[at::PROMULGATED, IN_FORCE, &["印发$", "发布$"]]),
    onwards(&[at::CONSULTED], &[&["提交合法性审", "报送合法性审", "提请审议", "提交审议"]]),
    both(
        &[&["完成合法性审", "通过合法性审", "合法性审查$", "合法性审核$"]],
        &[&["提请审议", "提请…审议", "提交审议", "审议通过"]],
        true,
    ),
    onwards(&[at::ENACTED], &[at::RATIFIED]),
    onwards(&[at::RATIFIED], &[IN_FORCE, &["公布", "印发"]]),
    onwards(&[at::DRAFTED], &[at::CONSULTED, at::REVIEWED, at::PASSED, at::PROMULGATED, IN_FORCE]),
    onwards(&[at::DRAFTED], &[&["印发", "发布$", "签发$"], at::TAKEN_EFFECT]),
    onwards(&[at::CONSULTED, at::PASSED], &[at::TAKEN_EFFECT, &["通过$", "报送备案"]]),
    onwards(&[at::REVIEWED], &[at::PROMULGATED, &["通过$", "印发$", "发布$"]]),
    onwards(&[at::PASSED], &[&["公布", "印发", "发布$", "颁布"], IN_FORCE]),
    onwards(&[at::PUBLISHED], &[IN_FORCE, &["报送备案", "生效", "废止$", "被废止", "失效$", "宣布失效"]]),
    onwards(&[IN_FORCE], &[at::ENDED_FORCE]),
    // People, courses, campaigns.
    both(&[&["成立", "组建"]], &[&["撤销", "解散"]], false),
    of_itself(&[&["成立", "组建", "设立$", "建立$"]], &[at::MET_FIRST]),
    both(&[&["启动"]], &[&["结束", "圆满完成", "圆满结束", "收官"]], false),
    both(&[&["开班"]], &[&["结业", "结束", "结训"]], false),
    both(&[&["开幕"]], &[&["闭幕"]], false),
    // What is started by name may have had reports of its own before; 启动 alone is the start of the matter itself.
    of_itself(
        &[&["启动$", "动员部署$", "部署启动$", "部署$", "开始$"]],
        &[&["形成报告", "形成…报告", "通过验收", "验收$", "完成$", "公布结果", "发布公报"]],
    ),
    of_itself(&[at::CAMPAIGN_BEGUN, &["开始$", "开展$"]], &[at::CAMPAIGN_ENDED]),
    onwards(&[&["开展", "开始"]], &[&["结束", "圆满结束", "收官", "通报结果", "公布结果"]]),
    onwards(&[at::REGISTERED], &[at::EXAMINED, at::HIRED, at::COURSE_BEGUN, at::COURSE_ENDED]),
    onwards(&[at::REGISTERED], &[at::REGISTRATION_ENDED, &["举行$", "公布成绩", "发证$"]]),
    onwards(&[&["发布招考公告", "发布招聘公告"]], &[at::WRITTEN, at::INTERVIEWED, at::HIRED]),
    onwards(&[at::RECRUITMENT_ANNOUNCED], &[at::REGISTRATION_ENDED, at::EXAMINED, at::HIRED]),
    onwards(&[at::REGISTRATION_ENDED], &[at::EXAMINED, at::HIRED]),
    onwards(&[at::WRITTEN], &[at::INTERVIEWED, at::HIRED, &["公布成绩"]]),
    onwards(&[at::INTERVIEWED], &[at::HIRED]),
    onwards(&[at::EXAMINED], &[&["公布成绩", "发布成绩"]]),
    of_itself(&[at::COURSE_BEGUN], &[at::COURSE_ENDED]),
    onwards(&[&["成立", "注册$", "设立$", "组建"]], &[&["注销", "撤销", "撤并", "歇业", "被吊销", "更名$"]]),
    onwards(
        &[&["公开征求意见", "征求意见", "征集意见", "开始征求意见", "发布公告征求意见"]],
        &[&[
            "征求意见期满",
            "征求意见结束",
            "征求意见截止",
            "征求意见期届满",
            "意见征集截止",
            "征集意见截止",
            "意见征求截止",
            "意见反馈截止",
        ]],
    ),
    onwards(
        &[&["发布公告", "发布…公告", "发布公示", "开始公示", "启动公示", "公示$", "公告$"]],
        &[&["公示期满", "公示期届满", "公示结束", "届满公示期", "结束公示", "公告期满"]],
    ),
    // Defects, orders, inspections, alarms.
    both(&[&["发现问题"]], &[&["整改完成", "完成整改", "整改到位"]], true),
    onwards(&[at::WARNED], &[at::MENDED, at::SOLVED, DEMOLISHED]),
    onwards(&[at::ASSIGNED], &[at::HANDLED, at::MENDED, at::SOLVED, &["面商"]]),
    onwards(&[at::ASKED], &[at::ANSWERED, &["办结", "回复$", "面商"]]),
    onwards(&[&["受理"]], &[at::HANDLED, at::MENDED]),
    onwards(
        &[at::MOVED_IN],
        &[&["撤离", "离驻", "离场", "撤点", "结束督察", "结束巡察", "结束进驻"], at::FED_BACK, &["反馈$"]],
    ),
    onwards(&[at::FED_BACK], &[at::PLANNED_MENDING]),
    onwards(&[at::SAMPLED], &[at::TESTED]),
    onwards(&[at::ALARMED], &[at::STOOD_DOWN]),
    onwards(&[&["发布预警", "发布…预警"]], &[&["解除预警", "解除…预警", "解除$"]]),
    onwards(&[at::HAPPENED], &[at::INVESTIGATED]),
    onwards(&[at::ACCOUNTED], &[at::REPLIED_TO]),
    onwards(&[at::EXPROPRIATED], &[at::CLEARED]),
    onwards(&[DEMOLITION_ORDERED], &[DEMOLISHED]),
    // Meetings.
    both(&[at::MET], &[at::MINUTED], true),
    onwards(&[at::CONVENED], &[at::MET]),
];

/// What becomes of an application, as far as the end may be told first.
const RECEIVED_AND_DONE: Stage =
    &["办结", "审结", "作出复议决定", "作出行政复议决定", "作出决定", "作出许可决定", "作出准予", "作出不予"];

const SANCTIONED_BY_NAME: Stage = &["作出处罚决定", "作出行政处罚决定"];

const DEMOLITION_ORDERED: Stage = &["责令…拆除", "责令限期拆除", "责令拆除", "下达限期拆除", "下达限拆通知"];

const DECISION_SERVED: Stage = &["送达决定书", "送达处罚决定书", "送达行政处罚决定书"];

const DEMOLISHED: Stage = &["拆除$", "依法拆除", "强制拆除", "拆除完毕", "完成拆除", "自行拆除"];

/// How every event of a pair begins, and every deed: a clause without any of these tells of none.
pub(super) static ROOTS: Words<'static> = Words::of(&[
    "始建", "意见", "分办", "办毕", "一审", "上岗", "上线", "上诉", "下发", "下达", "中标", "举办", "举行",
    "书面", "予以", "二审", "人大", "人民", "省人", "自治", "交付", "交办", "体检", "作出", "依法", "侦查",
    "催告", "入职", "公告", "公布", "公开", "公示", "准予", "准许", "出具", "出台", "出报", "分派", "刑事",
    "刑拘", "列入", "判决", "判处", "到期", "制作", "制定", "办理", "办结", "动员", "动工", "化解", "印发",
    "反馈", "发出", "发布", "发放", "发现", "发生", "发证", "取得", "取样", "受理", "召开", "司法", "合法",
    "向法", "听证", "启动", "启幕", "启用", "告一", "告知", "告破", "回复", "回访", "圆满", "处罚", "处置",
    "复查", "失效", "奠基", "如期", "妥善", "完工", "完成", "定标", "实施", "审批", "审定", "审结", "审议",
    "宣判", "宣布", "寄出", "对外", "封顶", "届满", "履行", "常务", "废止", "庭审", "建成", "建立", "开始",
    "开展", "开工", "开幕", "开庭", "开建", "开放", "开标", "开班", "开考", "开训", "开课", "开门", "强制",
    "归案", "归档", "录用", "形成", "征求", "征集", "得到", "总结", "成交", "成功", "成立", "截止", "执行",
    "批准", "批复", "批捕", "批转", "投入", "投用", "投运", "报名", "报请", "报送", "抽样", "抽检", "拆除",
    "拉开", "招标", "拿到", "挂牌", "挂网", "指派", "按期", "授牌", "接到", "接受", "接报", "提交", "提出",
    "提请", "提起", "揭牌", "搬迁", "摘牌", "撤回", "撤并", "撤点", "撤离", "撤诉", "撤销", "收到", "收官",
    "收案", "整改", "整理", "施行", "更名", "查出", "查结", "核发", "检出", "检测", "检验", "歇业", "正式",
    "法制", "注册", "注销", "派单", "派发", "生效", "申报", "申请", "申领", "着手", "破土", "破案", "确定",
    "离场", "离驻", "移交", "移送", "立案", "立项", "竣工", "笔试", "答复", "签发", "签批", "审签", "签合",
    "签协", "签收", "签约", "签署", "签订", "约谈", "纪要", "组建", "组织", "终止", "结业", "结单", "结束",
    "结案", "结训", "编制", "缴清", "缴纳", "罚款", "罚没", "考察", "考试", "聘用", "腾空", "自行", "获准",
    "获刑", "获命", "获得", "获批", "获证", "获评", "落幕", "落网", "补偿", "表决", "被判", "被发", "被吊",
    "被命", "被废", "被抓", "被拘", "被约", "被起", "被通", "裁决", "解决", "解散", "解除", "讨论", "设立",
    "评标", "诉至", "试运", "调查", "调解", "责令", "起实", "起执", "起施", "起草", "起诉", "转交", "转办",
    "转派", "达成", "进场", "进行", "进驻", "送检", "送达", "递交", "通报", "通气", "通水", "通航", "通车",
    "通过", "逮捕", "部署", "采样", "销号", "销案", "闭幕", "闭班", "限期", "集体", "面商", "面试", "顺利",
    "首次", "颁发", "颁布", "领取", "领证", "验收",
]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_event_has_its_root() {
        let stages = PAIRS.iter().flat_map(|pair| pair.before.iter().chain(pair.after));
        for event in stages.copied().flatten() {
            assert!(ROOTS.beginning(event).is_some(), "{event}");
        }
    }
}
