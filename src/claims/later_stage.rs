//! What else was done with things than their whole says, told of a row: 受理 150 件，市级办结 80 件，县级办结 60 件; 持证 1265 人，上半年参训
//! 612 人，下半年参训 598 人.
//!
//! Takes a whole and its parts; tells whether the parts are of a later stage than the whole, or of another doing.
//!
//! *Invariant:* only words are asked: a verb that all parts bear and the whole does not. Some of the whole may not have reached it, and
//! some that did may have come in before.

use super::cues;
use super::label::{self, ends_in_denial, has};
use super::period;
use super::rate::share_two_characters;
use super::statement::Mention;
use crate::search::{self, Words};

/// What is handed out: no more of it can come back.
const HANDED_OUT: Words = Words::of(&["派发", "发放", "发出", "下发", "寄送", "推送"]);
/// What else comes in, is found or is asked for.
const ENTERED: Words = Words::of(&[
    "收案", "立案", "登记", "交办", "转办", "派单", "移送", "下达", "排查", "查出", "发现", "检出", "征集",
    "收集", "梳理", "提出", "申请", "申领", "申报", "报名", "参加", "培训", "招录", "录用", "选聘", "签订",
    "列入", "纳入", "确定", "安排", "承办", "处理", "办理", "来访", "来信", "诉求",
]);
/// What comes of it.
const REACHED: &[&str] = &[
    "办结",
    "审结",
    "结案",
    "执结",
    "整改",
    "化解",
    "调解成功",
    "调结",
    "处置",
    "答复",
    "回复",
    "解决",
    "完成",
    "落实",
    "销号",
    "采纳",
    "回收",
    "收回",
    "返回",
    "反馈",
    "签收",
    "领取",
    "通过",
    "处罚",
    "查处",
    "支出",
    "兑付",
    "拨付",
    "发放到位",
    "到账",
    "清退",
    "验收",
    "竣工",
    "开工",
    "出庭",
    "合格",
    "及格",
    "报到",
    "到岗",
    "备案",
    "参训",
    "开庭",
    "履约",
];

/// The same where more may have reached it than came in, as those of before that were still open.
pub fn may_be_more_than(whole: &Mention<'_>, parts: &[&Mention<'_>]) -> bool {
    !HANDED_OUT.stand_in(whole.before) && is_reached_by(whole, parts)
}

/// What had to be done, and need not have been.
const DUE: &[&str] = &["应", "计划", "拟", "年度任务", "年度目标", "年初确定"];

/// Words of other things that begin like one of these.
const NOT_DUE: &[&str] = &["应急", "应诉", "应用", "应对", "应届", "应聘"];

/// Whether each of `parts` tells what was reached with some of those that `whole` says came in.
pub fn is_reached_by(whole: &Mention<'_>, parts: &[&Mention<'_>]) -> bool {
    let Some((first, others)) = parts.split_first().filter(|(_, others)| !others.is_empty()) else {
        return false;
    };
    let entered = ENTERED.stand_in(whole.before)
        || HANDED_OUT.stand_in(whole.before)
        || has(whole.before, cues::CAME_IN);
    // 整改到位 31 个、正在整改 9 个: what is still to be done makes them all.
    let is_open =
        |part: &&Mention<'_>| has(part.before, &["正在", "正"]) || has(part.before, cues::STILL_TO_DO);
    entered
        && !parts.iter().any(is_open)
        && REACHED.iter().any(|verb| {
            bears(first.before, verb)
                && !whole.before.contains(verb)
                && !whole.after.contains(verb)
                && (others.iter().all(|part| bears(part.before, verb))
                    // 上半年办结 80 件，下半年 60 件: the verb of the first is that of all.
                    || others.iter().all(|part| matches!(period::of(part.before), Some((_, _, "")))))
        })
}

/// Whether `parts` tell by times of the year what was done, and `whole` counts something else: 签订合同 312 份，上半年备案 148 份，下半年备案
/// 139 份.
pub fn is_another_doing_by_times(whole: &Mention<'_>, parts: &[&Mention<'_>]) -> bool {
    /// Verbs of one meaning, each set for the same doing.
    const ALIKE: &[&[&str]] = &[
        &["受理", "收到", "接收", "接到", "收件", "收案", "新收"],
        &["开展", "组织", "举办", "举行", "实施", "召开", "进行"],
        &[
            "印发", "制定", "出台", "制发", "发布", "公布", "下发", "发出", "发放", "作出", "开具", "核发",
            "颁发",
        ],
        &["查处", "查办", "办理", "处理", "处罚"],
        &["新建", "建成", "建设", "改造", "完工"],
        &["新增", "增加", "招录", "录用", "招聘", "引进"],
        &["检查", "巡查", "抽查", "排查", "抽检", "监测", "检测"],
        &["化解", "调解", "调处", "调结"],
        &["收入", "征收", "入库", "缴纳", "收缴"],
        &["支出", "拨付", "投入", "发放"],
        &["审查", "审核", "评审"],
    ];
    let stands = |verb: &&str| whole.before.contains(verb) || whole.after.contains(verb);
    let is_of_whole = |doing: &str| {
        doing.is_empty()
            || share_two_characters(doing, whole.before)
            || share_two_characters(doing, whole.after)
            || ALIKE.iter().any(|verbs| has(doing, verbs) && verbs.iter().any(stands))
    };
    let is_due =
        |words: &str| search::beginning(words, DUE).is_some() && search::beginning(words, NOT_DUE).is_none();
    let mut of_times = parts.iter().filter_map(|part| period::of(part.before));
    parts.len() >= 2
        && of_times.clone().count() == parts.len()
        && of_times.any(|(_, _, doing)| {
            let doing = label::strip(doing);
            !is_of_whole(doing) || is_due(whole.before) && !is_due(doing)
        })
}

/// Whether `verb` stands in `words` and is not denied there.
fn bears(words: &str, verb: &str) -> bool {
    search::split(words, verb).is_some_and(|(ahead, _)| !ends_in_denial(ahead))
}
