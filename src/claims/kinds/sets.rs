//! The sets of labels that belong together: marks, results, halves.
//!
//! *Invariant:* one table; which set labels are of is asked here alone.

use std::sync::LazyLock;

use crate::claims::word_index::WordIndex;
use crate::search;

/// Labels that belong together, and what must be among them before they can be all there is.
pub struct LabelSet {
    /// How they begin.
    pub members: &'static [&'static str],
    /// Without one of these something may be left out; empty: nothing can be.
    pub closers: &'static [&'static str],
}

/// All of them.
pub const SETS: &[LabelSet] = &[
    LabelSet {
        members: &["优秀", "良好", "合格", "不合格", "基本合格", "称职", "不称职"],
        closers: &["不合格", "不称职"],
    },
    LabelSet { members: &["优秀", "良好", "中等", "及格", "不及格"], closers: &["不及格"] },
    LabelSet {
        members: &[
            "维持",
            "驳回",
            "撤销",
            "变更",
            "撤销变更",
            "撤销或变更",
            "确认违法",
            "终止",
            "终止审理",
            "责令履行",
            "调解",
            "和解",
            "调解结案",
            "撤回",
            "驳回申请",
            "驳回复议申请",
            "驳回请求",
        ],
        closers: &[
            "终止",
            "终止审理",
            "撤回",
            "调解",
            "和解",
            "调解结案",
            "撤销",
            "变更",
            "撤销变更",
            "撤销或变更",
        ],
    },
    LabelSet {
        members: &["继续有效", "保留", "修改", "拟修改", "废止", "失效", "宣布失效", "废止和宣布失效"],
        closers: &["继续有效", "保留"],
    },
    LabelSet {
        members: &["企业", "个体工商户", "个体户", "农民专业合作社", "农专社"],
        closers: &["个体工商户", "个体户"],
    },
    LabelSet {
        members: &[
            "人大代表建议",
            "人大建议",
            "代表建议",
            "建议",
            "政协提案",
            "政协委员提案",
            "委员提案",
            "提案",
        ],
        closers: &[],
    },
    LabelSet { members: &["男", "女", "男性", "女性"], closers: &[] },
    LabelSet { members: &["线上", "线下"], closers: &[] },
    LabelSet { members: &["强制性", "推荐性", "强制性标准", "推荐性标准"], closers: &[] },
    LabelSet {
        members: &["查实", "未查实", "查否", "部分查实"], closers: &["未查实", "查否"]
    },
    LabelSet { members: &["属实", "不属实", "部分属实", "基本属实"], closers: &["不属实"] },
    LabelSet { members: &["达标", "不达标", "未达标"], closers: &["不达标", "未达标"] },
    LabelSet {
        members: &["通过", "未通过", "不通过", "退回", "退回修改", "退件"],
        closers: &["未通过", "不通过", "退回", "退回修改", "退件"],
    },
    LabelSet {
        members: &["采纳", "部分采纳", "未采纳", "不予采纳"], closers: &["未采纳", "不予采纳"]
    },
    LabelSet {
        members: &["支持", "部分支持", "不支持", "不予支持"], closers: &["不支持", "不予支持"]
    },
    LabelSet { members: &["完成", "未完成"], closers: &["未完成"] },
    LabelSet {
        members: &[
            "校验合格",
            "校验通过",
            "年检合格",
            "年检通过",
            "考核合格",
            "暂缓",
            "暂缓校验",
            "暂缓年检",
            "暂缓考核",
            "注销",
        ],
        closers: &["注销"],
    },
    LabelSet {
        members: &["准予", "准予许可", "不予许可", "不予", "不予受理", "申请人撤回", "撤回申请", "终止办理"],
        closers: &["不予", "不予许可"],
    },
    LabelSet {
        members: &["通知辩护", "通知代理", "依申请", "依申请援助", "申请援助", "依职权"],
        closers: &["依申请", "依申请援助", "申请援助", "依职权"],
    },
    LabelSet {
        members: &[
            "已解决",
            "已经解决",
            "正在解决",
            "计划解决",
            "列入计划",
            "逐步解决",
            "留作参考",
            "暂不能解决",
        ],
        closers: &["留作参考", "暂不能解决"],
    },
    LabelSet { members: &["城镇", "农村", "乡村", "城市"], closers: &["农村", "乡村"] },
    LabelSet { members: &["集中供养", "分散供养"], closers: &[] },
    LabelSet { members: &["重点", "一般", "特殊"], closers: &["一般"] },
    LabelSet { members: &["普通", "特殊"], closers: &["特殊"] },
    LabelSet { members: &["初信", "重信"], closers: &["重信"] },
    LabelSet { members: &["初访", "重访"], closers: &["重访"] },
    LabelSet { members: &["初次", "重复"], closers: &["重复"] },
    LabelSet { members: &["实名", "匿名"], closers: &["匿名"] },
    LabelSet { members: &["单位", "个人"], closers: &["个人"] },
    LabelSet { members: &["成功", "未成功", "不成功"], closers: &["未成功", "不成功"] },
    LabelSet {
        members: &["口头协议", "书面协议", "口头调解", "书面调解"],
        closers: &["书面协议", "书面调解"],
    },
    LabelSet { members: &["正职", "副职", "其他负责人"], closers: &["其他负责人"] },
    LabelSet {
        members: &["在编", "实有在编", "实有", "实有人员", "在编在岗", "空编", "缺编"],
        closers: &["空编", "缺编"],
    },
    LabelSet {
        members: &[
            "主任",
            "副主任",
            "主任委员",
            "副主任委员",
            "委员",
            "会长",
            "副会长",
            "理事",
            "组长",
            "副组长",
            "成员",
            "组员",
        ],
        closers: &["委员", "理事", "成员", "组员"],
    },
    LabelSet { members: &["新建", "续建"], closers: &["续建"] },
    LabelSet {
        members: &["在职", "在职人员", "离退休", "离退休人员"], closers: &["离退休", "离退休人员"]
    },
    LabelSet { members: &["进口", "出口"], closers: &["出口"] },
    LabelSet { members: &["公办", "民办"], closers: &["民办"] },
    LabelSet { members: &["公立", "民营", "私立"], closers: &["民营", "私立"] },
    LabelSet { members: &["职工医保", "居民医保"], closers: &["居民医保"] },
    LabelSet { members: &["简易程序", "普通程序"], closers: &["普通程序"] },
    LabelSet { members: &["一审", "二审", "再审"], closers: &["再审"] },
    LabelSet {
        members: &["幼儿园", "学前教育", "小学", "初中", "高中", "中职", "特殊教育"],
        closers: &["特殊教育"],
    },
    LabelSet { members: &["满意", "基本满意", "不满意"], closers: &["不满意", "基本满意"] },
    LabelSet {
        members: &["优秀", "良好", "好", "较好", "一般", "较差", "差"], closers: &["较差", "差"]
    },
    LabelSet { members: QUARTERS, closers: &["四季度"] },
    LabelSet { members: &["上半年", "下半年"], closers: &[] },
    LabelSet {
        members: &["予以公开", "部分公开", "不予公开", "无法提供", "不予处理", "其他处理"],
        closers: &["其他处理", "不予处理"],
    },
    LabelSet {
        members: &["结果维持", "维持", "结果纠正", "纠正", "其他结果", "尚未审结", "未审结"],
        closers: &["尚未审结", "未审结", "其他结果"],
    },
    LabelSet { members: &["办结", "在办", "未办结", "正在办理"], closers: &[] },
    LabelSet { members: DEGREES, closers: DOWN_FROM },
    // 本科及以上 holds the higher ones, so none of these stands beside it.
    LabelSet {
        members: &[
            "本科及以上",
            "本科以上",
            "大学本科及以上",
            "大学本科以上",
            "大学及以上",
            "大专",
            "专科",
            "中专",
            "高中",
            "大专及以下",
            "专科及以下",
            "高中及以下",
            "大专以下",
            "专科以下",
        ],
        closers: DOWN_FROM,
    },
    LabelSet {
        members: &[
            "研究生及以上",
            "研究生以上",
            "硕士及以上",
            "硕士以上",
            "本科",
            "大学本科",
            "大专",
            "专科",
            "中专",
            "高中",
            "本科及以下",
            "大专及以下",
            "专科及以下",
            "高中及以下",
            "大专以下",
        ],
        closers: DOWN_FROM,
    },
    LabelSet {
        members: &["自然人", "法人", "法人和其他组织", "法人或其他组织"], closers: &[]
    },
];

/// What somebody has studied.
const DEGREES: &[&str] = &[
    "博士",
    "硕士",
    "研究生",
    "博士研究生",
    "硕士研究生",
    "本科",
    "大学本科",
    "大专",
    "专科",
    "大学专科",
    "中专",
    "高中",
    "初中",
    "大专及以下",
    "专科及以下",
    "高中及以下",
    "中专及以下",
    "大专以下",
    "专科以下",
];

/// A degree and all below it.
pub const DOWN_FROM: &[&str] =
    &["本科及以下", "大专及以下", "专科及以下", "高中及以下", "中专及以下", "大专以下", "专科以下"];

/// What a year is made of: all four, or they are not all.
pub const QUARTERS: &[&str] = &["一季度", "二季度", "三季度", "四季度"];

/// The members of all sets.
pub static MEMBERS: LazyLock<WordIndex> = LazyLock::new(|| WordIndex::of(SETS.iter().map(|set| set.members)));

/// The set to which all of `labels` belong, of two or more.
pub fn set_of(labels: &[&str]) -> Option<&'static LabelSet> {
    // A label begins with a member of its set; most begin with none.
    let mut sets = if labels.len() >= 2 { u64::MAX } else { 0 };
    for label in labels {
        sets &= if sets == 0 { 0 } else { MEMBERS.beginnings(label) };
    }
    let is_of = |label: &str, members: &[&str]| {
        members.contains(&label) || in_set(label, members) || joins_members(label, members)
    };
    let holds = |set: &LabelSet| labels.iter().all(|label| is_of(label, set.members));
    let common = SETS.iter().enumerate().filter(|(at, _)| sets >> at & 1 == 1);
    common.map(|(_, set)| set).find(|set| holds(set))
}

/// 确认违法或责令履行, 调解和终止: whether `label` joins two members of a set, or more.
fn joins_members(label: &str, members: &[&str]) -> bool {
    let mut joined = label.split(['或', '和', '及', '与']);
    joined.clone().nth(1).is_some() && joined.all(|member| members.contains(&member))
}

/// Whether `label` is a member of a set with a noun behind it (优秀案卷).
fn in_set(label: &str, members: &[&str]) -> bool {
    const NOUNS: &[&str] = &[
        "案卷",
        "案件",
        "卷宗",
        "等次",
        "文件",
        "事项",
        "决定",
        "类",
        "案",
        "卷",
        "项目",
        "线索",
        "居民",
        "人口",
        "学校",
        "幼儿园",
        "职工",
        "的",
        "办理",
        "受理",
        "学历",
        "学历的",
        "学历人员",
        "人员",
    ];
    let is_noun = |member: &str| label.get(member.len()..).is_some_and(|noun| NOUNS.contains(&noun));
    search::beginning(label, members).is_some()
        && members.iter().any(|member| label.starts_with(member) && is_noun(member))
}
