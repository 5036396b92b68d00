//! Verbs of what was done, and words of what is all there is: 查处, 办结; 共, 累计.
//!
//! Takes words before or behind a figure, tells whether they say that something was done or is a whole.
//!
//! *Invariant:* only the words are asked; which figure is then the whole, and of which parts, the builders decide.

use super::label::has;
use crate::search::{self, Words};

/// What is done to things one after the other: a label that begins so tells of a step, and names no kind.
pub const STEPS: Words = Words::of(&[
    "从事", "负责", "立案", "办结", "结案", "受理", "查处", "约谈", "处罚", "移送", "整改", "责令", "下达",
    "下发", "发出", "开展", "组织", "举办", "培训", "检查", "抽查", "抽检", "排查", "巡查", "化解", "调解",
    "审查", "审核", "审结", "审理", "提出", "采纳", "追回", "挽回", "发放", "建成", "建设", "新增", "新建",
    "改建", "完成", "培育", "创建", "配备", "聘任", "聘请", "参加", "参与", "出动", "刑拘", "逮捕", "起诉",
    "解除", "暂停", "通报", "批评", "督办", "警告", "吊销", "注销", "取消", "关停", "取缔", "查封", "扣押",
    "查扣", "罚款", "没收", "拘留", "抓获", "破获", "侦破", "缴获", "收缴", "清理", "清退", "拆除", "修改",
    "修订", "制定", "出台", "印发", "废止", "发布", "公开", "公示", "回复", "答复", "接待", "接听", "登记",
    "核查", "核实", "处置", "处理", "处分", "问责", "追究", "执行", "督促", "指导", "帮扶", "走访", "慰问",
    "救助", "惠及", "覆盖", "涉及", "吸引", "服务", "解决", "督查", "评查", "表彰", "发现", "落实", "安装",
    "更换", "维修", "改造", "认定", "命名", "推荐", "选派", "承办", "转办", "交办", "签订", "招录", "录用",
    "引进", "退休", "调入", "调出", "划入", "划出", "承接", "下放", "保留", "实现", "达成", "申请", "依法",
    "已", "结转", "达", "获", "累计", "投入", "争取", "下拨", "拨付", "兑付", "减免",
]);

/// Further verbs of a whole, in front of what it counts.
const DOINGS: Words = Words::of(&[
    "办理", "收到", "核定", "接到", "收集", "征集", "使用", "安排", "设立", "设有", "选聘", "招聘", "换发",
    "换证", "制作", "开出", "作出", "实施", "调处", "查办", "报送", "梳理", "纳入", "编制", "评出", "评定",
    "购置", "采购", "兑现", "支出", "筹集", "归集", "推送", "上报", "录入", "验收", "监测", "监管", "管理",
    "供应", "储备", "种植", "养殖",
]);

/// Words of what is all there is.
const WHOLE: &[&str] = &["总", "累计", "合计", "现有", "全部", "实有", "在编", "在册", "在岗"];

/// Whether `words` say that something was done or is all there is, so that what follows may tell of what.
pub fn names_a_whole(words: &str) -> bool {
    is_marked_as_whole(words) || names_a_doing(words)
}

/// Whether `words` say of themselves that they count all there is.
pub fn is_marked_as_whole(words: &str) -> bool {
    has(words, WHOLE) || words.ends_with(['为', '达', '有']) || has_all_together(words)
}

/// Whether 共 stands in `words` by itself, not in 公共, 共享 or 共同.
fn has_all_together(words: &str) -> bool {
    search::each_of(words, &["共"]).any(|(at, together)| {
        let (before, behind) = (words.get(..at), words.get(at + together.len()..));
        !before.is_some_and(|before| before.ends_with('公'))
            && !behind.is_some_and(|behind| {
                behind.starts_with(['享', '同', '建', '治', '青', '产', '性', '识', '用'])
            })
    })
}

/// Whether `words` tell of something that was done.
pub fn names_a_doing(words: &str) -> bool {
    STEPS.stand_in(words) || DOINGS.stand_in(words)
}

/// The verb with which `words` begin, if it tells of something that was done.
pub fn doing_in_front(words: &str) -> Option<&'static str> {
    // Behind other words they may be nouns.
    const IN_FRONT: Words<'static> = Words::of(&["建立", "核发", "举行", "聘用", "签发"]);
    [&STEPS, &DOINGS, &IN_FRONT].iter().find_map(|verbs| verbs.beginning(words))
}
