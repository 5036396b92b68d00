//! Whether the parts of a list must be all of their whole.
//!
//! *Invariant:* answered from words and marks only; no value is looked at.

use crate::claims::label::{self, label};
use crate::claims::list::{self, List, Opener};
use crate::claims::statement::{Lead, Mention, Passage};
use crate::claims::{cues, kinds, parallel, period, scope};
use crate::facts::Class;
use crate::search;

/// Whether the parts of a list must add up to the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exhaustiveness {
    /// The text says that these are all.
    Asserted,
    /// The parts are of one kind and cannot overlap; that they are all is likely, not said.
    Likely,
    /// The parts cannot overlap; nothing says that they are all.
    Exclusive,
    /// Nothing is said.
    Unknown,
    /// The labels may overlap, or the list is left open: parts are only subsets.
    Denied,
}

/// 裁决 31 件，调解 28 件，撤回 13 件，别无其他结案方式: whether the words behind the last of `parts` say that there are no others.
pub fn says_that_these_are_all(passage: &Passage<'_>, parts: &[usize]) -> bool {
    const NO_MORE: &[&str] = &[
        "别无",
        "再无其他",
        "除此之外未",
        "除此之外没有",
        "除此以外未",
        "除此以外没有",
        "无其他",
        "没有其他",
        "件件有",
    ];
    let behind = parts.last().and_then(|&last| {
        let end = passage.mentions.get(last)?.quantity.span.end;
        let next = passage.mentions.get(last + 1).map_or(passage.end(), |next| next.start);
        passage.between(end, next).split('。').next()
    });
    behind.is_some_and(|words| label::has(words, NO_MORE))
}

/// 裁决 12 件、调解 61 件、撤回 21 件，全部在期限内办结: whether `parts` are ways in which a matter ends, and the clause behind them
/// says that all ended, with nothing told of what did not.
pub fn end_all_that_came_in(passage: &Passage<'_>, parts: &[usize]) -> bool {
    const ALL: &[&str] =
        &["全部", "均已", "均在", "均按", "均于", "均", "已全部", "现已全部", "都已", "目前均已"];
    const ENDED: &[&str] =
        &["办结", "审结", "结案", "办理完毕", "处理完毕", "处置完毕", "审理完毕", "审查完毕", "办毕", "了结"];
    const WAYS: &[&str] = &[
        "裁决", "裁定", "判决", "调解", "和解", "撤回", "撤诉", "撤案", "驳回", "维持", "撤销", "终止",
        "终结", "准予", "不予", "答复", "公开", "协议",
    ];
    const LONGEST: usize = 120;
    const LEFT: &[&str] = &["正在", "其余", "另有", "另外", "尚", "剩余", "在办", "未结", "待", "还有"];
    let end = parts.last().and_then(|&last| passage.mentions.get(last)).map(|last| last.quantity.span.end);
    let behind = end.map_or("", |end| label::first_characters(passage.between(end, passage.end()), LONGEST));
    let behind = behind.split('。').next().unwrap_or("");
    let clause = behind.strip_prefix('，').and_then(|words| words.split(['，', '；', '（']).next());
    // 撤回 21 件，结案率 100%
    const RATES: &[&str] =
        &["结案率", "办结率", "审结率", "按期结案率", "按期办结率", "按时办结率", "法定期限内结案率"];
    let is_hundred = |clause: &str| label::begins(clause, RATES) && clause.ends_with("100%");
    let says_so = clause.is_some_and(is_hundred)
        || clause.is_some_and(|clause| label::begins(clause, ALL) && label::has(clause, ENDED));
    let is_way = |part: &usize| {
        passage.mentions.get(*part).is_some_and(|part| {
            label::has(part.before, WAYS) && !label::begins(part.before, &["其中", "成功", "及时"])
        })
    };
    says_so && !label::has(behind, LEFT) && parts.len() >= 2 && parts.iter().all(is_way)
}

/// Whether `parts` must be all of `whole`; `leaves_some` where what is still to be done follows them.
pub fn exhaustiveness(
    whole: &Mention<'_>,
    parts: &[&Mention<'_>],
    list: &List,
    leaves_some: bool,
) -> Exhaustiveness {
    // 获评优秀 18 册、良好 25 册: the verb of a set of results is no part of the first of them.
    let is_set = list.opener == Opener::CompleteSet && !list.is_distant;
    let mut labels: Vec<&str> =
        parts.iter().map(|part| if is_set { list::core(part) } else { label(part) }).collect();
    // 刑事案件中通知辩护 233 件、依申请援助 48 件: what is taken up in front of the first is no part of its name.
    if let Some(first) = labels.first_mut() {
        *first = first.split_once("件中").map_or(*first, |(_, name)| name);
    }
    // 任务涉及…甲 3 家、乙 4 家: in front of a whole list 涉及 is its verb, not part of a label.
    let overlapping = || {
        let mut things = labels.clone();
        let is_verb = !labels.iter().skip(1).all(|label| label.starts_with("涉及"));
        if let Some(first) = things.first_mut().filter(|_| is_verb) {
            *first = first.trim_start_matches("涉及");
        }
        // 名称变更 40 件、地址变更 50 件: one registration may change both.
        let are_changes = things.len() >= 2 && things.iter().all(|label| label.ends_with("变更"));
        // 按学历分为本科 131 人、研究生 22 人: of a scale each has one step.
        let is_by_scale = || {
            parts.first().is_some_and(|first| label::has(first.run_up, &["按学历", "按年龄", "按文化程度"]))
        };
        are_changes
            || parallel::name_what_is_possible(&things)
            || parallel::are_sorted_differently(&things)
            || (!kinds::end_alike(&labels) && parallel::may_overlap(&things) && !is_by_scale())
    };
    // 其余按比例抽取 23 家: some of the rest.
    const OF_THE_REST: &[&str] = &["其余按", "其余随机", "其余抽", "剩余按", "剩余随机", "剩余抽"];
    let has_rest = parts.len() >= 2
        && !parts.last().is_some_and(|last| label::begins(last.before, OF_THE_REST))
        && labels.last().is_some_and(|last| {
            label::begins(last.trim_start_matches("涉及"), cues::REST) || list::is_all_else(last)
        });
    if list.is_open_ended {
        return Exhaustiveness::Denied;
    }
    if (leaves_some && kinds::are_complete(&labels)) || kinds::lack_a_kind_of(whole.before, &labels) {
        return Exhaustiveness::Unknown;
    }
    match list.opener {
        _ if has_rest => Exhaustiveness::Asserted,
        Opener::Reversed | Opener::Named | Opener::Numbered | Opener::Rest => Exhaustiveness::Asserted,
        // 罚没款 is by its name 罚款 and what was confiscated.
        _ if kinds::are_penalties(&labels) && whole.before.contains("罚没") => Exhaustiveness::Asserted,
        // 应结 964 件（新收 911 件、上年结转 53 件）: every case is one or the other.
        _ if parallel::are_new_and_old(&labels) => Exhaustiveness::Asserted,
        // 优良天数 312 天，其中优 125 天、良 187 天: the whole is called by the names of its parts.
        _ if kinds::spell(&labels, whole.before) => Exhaustiveness::Asserted,
        _ if period::are_all_of(whole.before, &labels) => Exhaustiveness::Asserted,
        // 含男 76 人、女 20 人: what leaves no third is all, however it is opened.
        Opener::Including if kinds::are_complete(&labels) || parallel::leave_nothing(&labels) => {
            Exhaustiveness::Likely
        }
        Opener::Including => Exhaustiveness::Denied,
        Opener::Among if parts.first().is_some_and(|first| first.before.starts_with("其中含")) => {
            Exhaustiveness::Denied
        }
        Opener::Among if kinds::are_complete(&labels) => Exhaustiveness::Asserted,
        // 首次申领 27 张、延续 25 张、变更 20 张: every permit is handed out for one of them.
        Opener::Among | Opener::Sorted if kinds::are_reasons_for_papers(&labels, whole.quantity.word()) => {
            Exhaustiveness::Exclusive
        }
        Opener::Among if kinds::are_held_apart(&labels, whole.quantity.word()) => Exhaustiveness::Exclusive,
        Opener::Among if overlapping() => Exhaustiveness::Denied,
        Opener::Among if names_only_some_kinds(whole) => Exhaustiveness::Exclusive,
        // 不合格的 5 家中，注销许可 3 家，责令停业 2 家: what ends the business of one is done to it once.
        Opener::Sorted if parts.len() >= 2 && labels.iter().all(|label| puts_an_end(label)) => {
            Exhaustiveness::Exclusive
        }
        // 其余 7 件中，转入诉讼 3 件、仲裁 4 件: each matter that is left goes one way.
        Opener::Sorted
            if is_what_is_left(whole) && parts.len() >= 2 && labels.iter().all(|label| goes_on(label)) =>
        {
            Exhaustiveness::Exclusive
        }
        _ if overlapping() => Exhaustiveness::Unknown,
        // 调整清单 36 项，其中新增 20 项: one action by itself is all only of 共调整.
        Opener::Among
            if kinds::are_actions(&labels)
                && is_action_count(whole)
                && (parts.len() > 1 || label::has(whole.before, &["共调整", "共变", "共计"])) =>
        {
            Exhaustiveness::Asserted
        }
        _ if parts.len() < 2 => Exhaustiveness::Unknown,
        // 审议意见、代表建议合计 87 件，其中审议意见 11 件，代表建议 76 件: the whole names them all.
        Opener::Among if labels.iter().all(|label| whole.run_up.contains(label)) => Exhaustiveness::Asserted,
        Opener::Partition | Opener::Bracket | Opener::Colon => Exhaustiveness::Asserted,
        // 收到申请 312 件，准予 285 件，不予许可 17 件: some may not be decided yet.
        Opener::CompleteSet if label::has(whole.before, cues::CAME_IN) && kinds::are_outcomes(&labels) => {
            Exhaustiveness::Likely
        }
        _ if kinds::are_complete(&labels) => Exhaustiveness::Asserted,
        Opener::Among | Opener::Sorted
            if kinds::are_of_one_kind(&labels)
                || kinds::make_up(&labels, whole.before)
                || parallel::are_parallel(&labels)
                || parallel::leave_nothing(&labels)
                || scope::are_bodies_of_levels(&labels)
                || whole.quantity.class() == Some(Class::Money) && scope::are_of_several_levels(&labels)
                || is_divided_by(parts) =>
        {
            Exhaustiveness::Likely
        }
        Opener::Among | Opener::Sorted if kinds::are_places_apart(&labels) => Exhaustiveness::Exclusive,
        _ => Exhaustiveness::Unknown,
    }
}

/// 农药、化肥等农资产品 246 批次: whether the noun of `whole` says with 等 that it has more kinds than it names, so that those that
/// are counted need not be all.
fn names_only_some_kinds(whole: &Mention<'_>) -> bool {
    const OTHER: &[&str] = &["等级", "等次", "等于", "等候", "等待", "等效", "等额", "等值"];
    let noun = whole.before.split_once('等').filter(|(named, _)| !named.ends_with(['平', '高', '中', '同']));
    whole.lead == Lead::Pause && noun.is_some() && !label::has(whole.before, OTHER)
}

/// 按领域分，农业 14 件、城建 11 件: whether the clause in front of `parts` says by what all are divided. 从领域看 looks at those that
/// matter.
fn is_divided_by(parts: &[&Mention<'_>]) -> bool {
    const DIVIDED: &[&str] = &["分", "划分", "区分", "来分", "分类", "分类管理", "分级管理"];
    let by = sorting(parts).split_once('按').and_then(|(_, words)| search::ending(words, DIVIDED));
    // 按处理方式分，卸载 83 辆次、记分 41 辆次: some may be dealt with in two ways.
    by.is_some() && parts.len() >= 2 && !label::has(sorting(parts), &["处理方式", "处置方式"])
}

/// 按处罚种类分, 按议题分: whether what `parts` are sorted by is what one thing may have several of.
pub fn is_sorted_by_several(parts: &[&Mention<'_>]) -> bool {
    label::has(sorting(parts), SEVERAL)
}

/// The clause in front of the first of `parts`.
fn sorting<'a>(parts: &[&Mention<'a>]) -> &'a str {
    let clause = parts.first().and_then(|first| first.run_up.strip_suffix(first.before));
    let clause = clause.and_then(|words| words.strip_suffix(['，', '：']));
    clause.and_then(|words| words.rsplit(['，', '；', '。', '）']).next()).unwrap_or("")
}

/// Words of what one thing may have several of.
const SEVERAL: &[&str] = &[
    "主要",
    "大致",
    "大体",
    "处罚",
    "处理决定",
    "措施",
    "手段",
    "问题",
    "原因",
    "涉及",
    "功能",
    "业务",
    "内容",
    "议题",
    "违法行为",
];

/// Whether `label` names a measure that puts an end to what its object does.
fn puts_an_end(label: &str) -> bool {
    const FRONT: &[&str] = &["依法", "责令", "予以", "被", "已"];
    const ENDS: &[&str] = &[
        "注销",
        "吊销",
        "撤销",
        "取缔",
        "关停",
        "关闭",
        "停业",
        "停产",
        "停办",
        "停止办学",
        "摘牌",
        "终止",
        "转为",
        "转型",
    ];
    let front = FRONT.iter().fold(label, |words, front| words.strip_prefix(front).unwrap_or(words));
    label::begins(front, ENDS)
}

/// Whether `whole` counts what is left, or what was not done: 其余 7 件, 未调处成功的 7 件.
fn is_what_is_left(whole: &Mention<'_>) -> bool {
    whole.is_rest()
        || whole
            .before
            .strip_suffix('的')
            .is_some_and(|words| label::begins(label::strip(words), &["未", "没有", "尚未"]))
}

/// Whether `label` names a way that a matter goes when it was not ended, and that leads to no other.
fn goes_on(label: &str) -> bool {
    const FRONT: &[&str] = &["依法", "已", "均", "予以", "引导", "建议"];
    const WAYS: &[&str] = &[
        "转入", "转为", "进入", "移送", "移交", "诉讼", "起诉", "提起", "仲裁", "申请", "撤回", "撤诉",
        "终止", "中止", "列入", "纳入", "正在", "尚在", "待", "继续", "司法", "其他",
    ];
    let front = FRONT.iter().fold(label, |words, front| words.strip_prefix(front).unwrap_or(words));
    label::begins(front, WAYS)
}

/// 审结 306 件，其中维持 103 件、…，未审结 26 件: whether `left` is told by what is not done of a `whole` that counts only what is.
fn is_beside_what_ended(whole: &Mention<'_>, left: &Mention<'_>) -> bool {
    const ENDED: &[&str] = &["审结", "办结", "结案", "办理完毕", "审理完毕"];
    const NOT_YET: &[&str] = &["未", "尚未", "正在", "仍在", "还在", "尚在", "在办", "在审", "待"];
    const TO_BE: &[&str] = &["应审结", "应办结", "应结案", "需办结", "须办结", "待办结", "未办结", "未审结"];
    label::has(whole.before, ENDED) && !label::has(whole.before, TO_BE) && label::begins(left.before, NOT_YET)
}

/// 查实 32 件、查否 40 件，正在核查 14 件: what is still to be done belongs to the whole as well, however complete the
/// labels before it are.
pub fn is_followed_by_what_is_left(passage: &Passage<'_>, list: &List) -> bool {
    const LEFT: &[&str] = &["正在", "尚", "仍", "还", "待", "暂", "在办", "在查", "未", "其余", "其他", "另"];
    let last = list
        .parts
        .last()
        .and_then(|&last| Some((passage.mentions.get(last)?, passage.mentions.get(last + 1)?)));
    last.is_some_and(|(last, next)| {
        next.segment == last.segment
            && next.bracket == last.bracket
            && next.quantity.class() == last.quantity.class()
            && label::begins(next.before, LEFT)
            && !passage.mentions.get(list.whole).is_some_and(|whole| is_beside_what_ended(whole, next))
    })
}

/// 共调整 24 项 counts actions; every action is then named. 调整为 24 项 counts what there is, and of what was gone through most
/// may be left as it was.
fn is_action_count(whole: &Mention<'_>) -> bool {
    label::has(whole.before, &["调整", "变动", "变更"]) && !whole.before.ends_with(['为', '至', '到'])
}
