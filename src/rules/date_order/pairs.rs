//! Events of which one cannot come before the other, as data.
//!
//! *Invariant:* a pair holds only what no practice turns round: goods are seized before a case is filed,
//! halls are used before they are accepted and fines are paid before the paper arrives, so none of these is a pair.

use crate::search::Words;

/// Two stages of one matter.
pub(super) struct Pair {
    /// Words of what comes first.
    pub before: &'static [&'static str],
    /// Words of what comes later.
    pub after: &'static [&'static str],
    /// Whether it may also be told with the later stage first; else a later date then is a further matter.
    pub is_told_both_ways: bool,
    /// Whether an organ that is named between the two acts on the matter, rather than being another one.
    pub has_organs: bool,
}

/// Stands in an event for a few characters: 作出…决定. A `$` at its end asks for the end of the clause.
pub(super) const GAP: char = '…';

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

/// An application, however it comes in.
const APPLIED: &[&str] = &[
    "提交申请",
    "提出申请",
    "递交申请",
    "提交…申请",
    "提出…申请",
    "递交…申请",
    "申请仲裁",
    "申请行政复议",
    "申请复议",
    "递交$",
    "提交$",
];

/// Papers that are asked for with an application.
const HANDED_IN: &[&str] =
    &["提交材料", "提交申请材料", "递交材料", "递交申请材料", "提交…申请材料", "报送申请材料"];

/// An application as the organ tells of it.
const CAME_IN: &[&str] = &["收到申请", "收到…申请", "接到申请", "接到…申请"];

const REGISTRATION_ENDED: &[&str] = &["报名截止", "截止报名", "报名结束", "结束报名"];

const TENDERED: &[&str] = &[
    "发布招标公告",
    "发布采购公告",
    "发布磋商公告",
    "发布竞争性磋商公告",
    "发布询价公告",
    "发布招标文件",
    "启动招标",
    "公开招标",
    "挂网招标",
    "招标$",
];

/// What follows when a defect was made known.
const MENDED: &[&str] = &["整改到位", "完成整改", "整改完成", "整改完毕", "复查合格", "复查验收", "复查通过"];

/// What follows when a matter was handed to those who are to settle it.
const SETTLED: &[&str] = &[
    "办结",
    "办理完毕",
    "办毕",
    "整改到位",
    "完成整改",
    "整改完成",
    "整改完毕",
    "整改销号",
    "完成销号",
    "反馈整改完毕",
    "反馈整改到位",
    "反馈整改完成",
    "反馈已整改",
    "反馈办结",
    "反馈整改结果",
    "反馈整改情况",
    "反馈办理结果",
    "反馈办理情况",
    "反馈处理结果",
    "反馈核查结果",
];

const FILED: &[&str] = &["受理", "立案"];

const DECIDED: &[&str] = &["作出…决定", "作出决定", "作出裁决", "作出…裁决", "作出判决", "宣判", "审结"];

const SERVED: &[&str] = &[
    "送达$",
    "送达当事人",
    "送达申请人",
    "送达被申请人",
    "送达双方",
    "送达各方",
    "送达决定书",
    "送达处罚决定书",
];

const PERFORMED: &[&str] = &["履行完毕", "执行完毕", "执行到位", "缴清罚款", "缴纳罚款", "结案"];

const SANCTIONED: &[&str] = &["作出处罚决定", "作出行政处罚决定"];

const BUILT: &[&str] = &["竣工", "完工", "通过验收"];

const PROMULGATED: &[&str] = &["审议通过", "正式印发", "公布", "出台"];

pub(super) const IN_FORCE: &[&str] = &["施行", "起施行", "起实施", "起执行"];

/// A pair that is told in either order.
const fn both(before: &'static [&'static str], after: &'static [&'static str], has_organs: bool) -> Pair {
    Pair { before, after, is_told_both_ways: true, has_organs }
}

/// A pair of which the later stage told first may belong to an earlier matter.
const fn onwards(before: &'static [&'static str], after: &'static [&'static str]) -> Pair {
    Pair { before, after, is_told_both_ways: false, has_organs: true }
}

/// Every pair; of several that fit the first one tells.
pub(super) const PAIRS: [Pair; 56] = [
    both(&["立项", "获批立项", "完成立项"], &["开工", "动工", "竣工", "完工", "通过验收"], false),
    both(&["中标", "完成招标"], BUILT, false),
    both(&["开工", "动工"], &["竣工", "完工", "通过验收", "投入使用"], false),
    both(&["竣工", "完工"], &["投入使用"], false),
    both(&["立案"], &["结案", "作出处罚决定", "作出行政处罚决定", "调查终结"], true),
    both(SANCTIONED, &["结案", "送达决定书", "送达处罚决定书"], true),
    both(
        &["受理"],
        &[
            "办结",
            "审结",
            "作出复议决定",
            "作出行政复议决定",
            "作出决定",
            "作出许可决定",
            "作出准予",
            "作出不予",
        ],
        true,
    ),
    both(&["成立", "组建"], &["撤销", "解散"], false),
    both(&["开庭", "开庭审理"], &["宣判", "作出判决", "一审判决", "作出裁决"], true),
    both(&["公开征求意见", "征求意见"], PROMULGATED, true),
    both(&["审议通过"], &["公布", "印发", "施行", "起施行", "起实施"], true),
    both(&["公布", "印发", "出台", "发布", "通过"], IN_FORCE, true),
    both(&["召开", "召开会议"], &["印发会议纪要", "印发纪要", "形成会议纪要", "形成纪要"], true),
    both(&["启动"], &["结束", "圆满完成", "圆满结束", "收官"], false),
    // What is started by name may have had reports of its own before; 启动 alone is the start of the matter itself.
    Pair {
        before: &["启动$"],
        after: &["形成报告", "形成…报告"],
        is_told_both_ways: false,
        has_organs: false,
    },
    both(&["开班"], &["结业", "结束", "结训"], false),
    both(&["开幕"], &["闭幕"], false),
    both(&["发现问题"], &["整改完成", "完成整改", "整改到位"], true),
    both(&["签订合同", "签订协议"], BUILT, false),
    both(&["签发"], SERVED, true),
    onwards(APPLIED, FILED),
    onwards(APPLIED, &["准予许可", "核发…证", "颁发…证"]),
    onwards(FILED, DECIDED),
    onwards(FILED, &["开庭", "举行听证", "组织听证", "调解结案", "结案", "销案"]),
    onwards(&["开庭", "举行听证", "组织听证"], DECIDED),
    onwards(DECIDED, SERVED),
    onwards(SERVED, &["生效"]),
    both(SANCTIONED, PERFORMED, true),
    onwards(&["接到举报", "接到投诉", "接报", "接到报案"], FILED),
    onwards(CAME_IN, &["答复", "作出答复", "受理", "立案", "作出决定", "作出…决定"]),
    onwards(HANDED_IN, &["受理", "获证", "获批", "取得…证", "领取…证", "核发…证", "颁发…证"]),
    onwards(
        &["收到决定书", "收到…决定书", "收到判决书", "收到…判决书"],
        &["提起诉讼", "提起行政诉讼", "提起上诉", "申请行政复议", "申请复议", "提出复议申请", "提交复议申请"],
    ),
    onwards(&["收到告知书", "收到…告知书"], &["申请听证", "提出听证申请", "提出陈述", "进行陈述"]),
    onwards(
        &["送达$", "寄出", "发出", "发出…通知书", "下达…通知书"],
        &["签收", "收到通知", "收到…通知书", "收到决定书", "收到…决定书"],
    ),
    onwards(&["立案"], &["移送起诉", "移送审查起诉", "提起公诉"]),
    onwards(&["提起公诉"], &["开庭", "宣判", "作出判决", "一审判决"]),
    onwards(
        &["发布公告", "发布…公告", "发布…通知", "启动报名", "开始报名", "报名开始", "开放报名"],
        REGISTRATION_ENDED,
    ),
    onwards(
        REGISTRATION_ENDED,
        &["笔试$", "面试$", "组织…考试", "举行…考试", "组织考试", "举行考试", "开考"],
    ),
    onwards(
        &["发布公告", "发布…公告", "发布公示", "开始公示", "启动公示", "公示$", "公告$"],
        &["公示期满", "公示期届满", "公示结束", "届满公示期", "结束公示", "公告期满"],
    ),
    onwards(&["公开征求意见", "征求意见"], &["印发$"]),
    onwards(&["启动起草", "完成起草", "形成初稿"], &["审议通过", "印发", "公布"]),
    onwards(&["发现隐患", "下达整改通知书", "下达…整改通知书", "发出整改通知书", "下达责令"], MENDED),
    onwards(&["交办", "转办", "移交", "分办", "派单"], SETTLED),
    onwards(&["抽样"], &["出具检验报告", "检出不合格", "作出检验结论"]),
    onwards(&["提请…审议", "报请…审议", "提请审议", "报请审议"], &["审议通过"]),
    onwards(&["进驻"], &["撤离", "离场", "撤点"]),
    onwards(TENDERED, &["中标", "开标", "评标", "完成招标", "签订合同"]),
    onwards(&["开标", "中标"], &["签订合同", "签约", "开工", "动工"]),
    onwards(&["签约", "签订合同"], &["开工", "动工"]),
    onwards(&["申报"], &["立项", "获批立项", "获批"]),
    onwards(&["发布招考公告", "启动报名", "报名"], &["笔试", "面试", "录用"]),
    onwards(&["笔试"], &["面试", "体检", "录用"]),
    onwards(&["面试"], &["体检", "录用"]),
    onwards(&["成立"], &["注销"]),
    onwards(IN_FORCE, &["废止", "失效"]),
    onwards(&["开展", "开始"], &["结束", "圆满结束", "收官", "通报结果", "公布结果"]),
];

/// How every event of a pair begins, and every deed: a clause without any of these tells of none.
pub(super) static ROOTS: Words<'static> = Words::of(&[
    "一审", "中标", "举行", "交办", "体检", "作出", "公布", "公开", "准予", "出具", "出台", "办结", "动工",
    "印发", "发布", "发现", "受理", "召开", "启动", "圆满", "失效", "完工", "完成", "审结", "审议", "宣判",
    "履行", "废止", "开始", "开展", "开工", "开幕", "开庭", "开标", "开班", "录用", "形成", "征求", "成立",
    "执行", "投入", "报名", "报请", "抽样", "招标", "接到", "接报", "提交", "提出", "提请", "撤点", "撤离",
    "撤销", "收到", "收官", "整改", "施行", "核发", "检出", "正式", "注销", "生效", "申报", "申请", "着手",
    "离场", "移交", "立案", "立项", "竣工", "笔试", "答复", "签发", "签约", "签订", "组建", "组织", "结业",
    "结束", "结案", "结训", "缴清", "缴纳", "获批", "解散", "调查", "调解", "起实", "起执", "起施", "转办",
    "进驻", "送达", "递交", "通报", "通过", "销案", "闭幕", "面试", "颁发", "提起", "下达", "发出", "公告",
    "公示", "挂网", "开考", "领取", "取得", "获证", "寄出", "签收", "复查", "评标", "移送", "截止", "届满",
    "开放", "报送", "进行", "反馈", "办理", "办毕", "分办", "派单",
]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_event_has_its_root() {
        for event in PAIRS.iter().flat_map(|pair| pair.before.iter().chain(pair.after)) {
            assert!(ROOTS.beginning(event).is_some(), "{event}");
        }
    }
}
