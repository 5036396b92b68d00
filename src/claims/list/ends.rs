//! What ends a row of parts: what came or went, what is left, what others are counted among.
//!
//! *Invariant:* asked of a figure behind the row and of the whole; no value is looked at.

use crate::claims::cue_set::Cue;
use crate::claims::cues;
use crate::claims::flow::movement::{Movement, movement};
use crate::claims::label;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::search;

/// Further words of what was done.
pub const FINISHED: &[&str] = &["完结", "查结", "执结", "调结", "办毕", "破案", "侦破", "兑现", "验收"];

/// Whether `mention` tells of what went out, or of what is there now, and the figure at `whole` of what came in.
pub fn is_countermove(passage: &Passage<'_>, whole: usize, mention: &Mention<'_>) -> bool {
    match passage.mentions.get(whole).and_then(movement) {
        Some(Movement::Inflow) => {
            matches!(movement(mention), Some(Movement::Outflow | Movement::Closing))
        }
        // 年初 64 辆，其中新能源车 20 辆，报废 4 辆，年末 60 辆: the stock after is no part of the one before.
        Some(Movement::Opening) => movement(mention) == Some(Movement::Closing),
        _ => false,
    }
}

/// 配备记录仪 386 台，其中本年新增 42 台、报废 17 台: whether `mention` tells of what went, `head`, the first part, of what came, and the figure at
/// `whole` of what there is, of which that is none.
pub fn is_gone(passage: &Passage<'_>, whole: usize, head: &Mention<'_>, mention: &Mention<'_>) -> bool {
    const THERE: &[&str] = &["配备", "配有", "装备", "拥有", "设有", "建有", "共有", "配置", "库存"];
    let stated = passage.mentions.get(whole);
    movement(mention) == Some(Movement::Outflow)
        && movement(head) == Some(Movement::Inflow)
        && stated.is_some_and(|stated| label::has(stated.before, THERE))
}

/// Whether `mention` tells of what came in, the figure at `whole` of what was done, and `head`, its first part, of
/// neither.
pub fn came_in_to_be_done(
    passage: &Passage<'_>,
    whole: usize,
    head: &Mention<'_>,
    mention: &Mention<'_>,
) -> bool {
    let is_done = passage.mentions.get(whole).is_some_and(|whole| {
        whole.has(Cue::Done)
            || label::has(whole.before, FINISHED)
            || movement(whole) == Some(Movement::Outflow)
    });
    is_done && movement(mention) == Some(Movement::Inflow) && movement(head) != Some(Movement::Inflow)
}

/// 计划 168 项，其中联合抽查 64 项，实际完成 171 项: whether `whole` counts what was planned and `mention` what was done of it, while
/// `head`, the first part, is one of the kinds that were planned.
pub fn carries_out(whole: &Mention<'_>, head: &Mention<'_>, mention: &Mention<'_>) -> bool {
    const PLANNED: &[&str] =
        &["计划", "任务", "安排", "下达", "目标", "排定", "预定", "预计", "部署", "拟", "定于", "核定"];
    const TIMES: &[&str] = &["全年", "年内", "年底", "当年", "本年", "目前", "累计", "共", "已"];
    const CARRIED_OUT: &[&str] = &["实际", "最终", "完成", "实施完成", "超额", "落实", "执行"];
    let tells = |words: &str| {
        let words = TIMES.iter().fold(words, |words, time| words.strip_prefix(time).unwrap_or(words));
        label::begins(words, CARRIED_OUT)
    };
    // 任务 46 项，其中正在推进 6 项，已完成 40 项: how far each came is one way to sort them.
    const ON_THE_WAY: &[&str] =
        &["已", "启动", "推进", "开工", "开展", "在建", "基本", "部分", "有序", "进行"];
    let is_state = label::begins(head.name, cues::STILL_TO_DO) || label::begins(head.name, ON_THE_WAY);
    label::has(whole.before, PLANNED) && tells(mention.before) && !tells(head.name) && !is_state
}

/// 其中 2 件为上年结转，判决驳回 5 件; 其中消费者代表 10 名，15 人同意方案一: whether the name of `head`, the first part, stands on the other
/// side of its figure than that of `mention`, so that this tells of the whole in a clause of its own. What is still to be done
/// goes with the others on either side.
pub fn is_told_in_another_form(head: &Mention<'_>, mention: &Mention<'_>) -> bool {
    const COPULAS: &[&str] = &["为", "是", "系", "属", "由", "来自"];
    const TIMES: &[&str] = &["当年", "年内", "目前", "已", "另", "另有", "还有", "有"];
    let stands_behind = |mention: &Mention<'_>| mention.name.is_empty() && !mention.after.is_empty();
    let is_said_of_it = stands_behind(head) && label::begins(head.after, COPULAS) && !mention.name.is_empty();
    let is_said_behind = !head.name.is_empty()
        && stands_behind(mention)
        && mention.before.is_empty()
        && mention.quantity.class() == head.quantity.class()
        && !label::begins(mention.after, cues::STILL_TO_DO);
    (is_said_of_it && !TIMES.contains(&mention.name) && !mention.is_rest()) || is_said_behind
}

/// 未计入上述 9 件, 不在 41 件之内: what others are counted among, or are not. 未纳入 40 人 by itself is one of the row.
pub fn is_what_others_are_in(mention: &Mention<'_>) -> bool {
    const INSIDE: &[&str] = &["内", "之内", "以内", "之中", "中", "里", "范围"];
    label::is_counted_among(mention.before)
        && (label::takes_up(mention.before) || label::begins(mention.after, INSIDE))
}

/// 其中不起诉后移送的 63 件均由检察院制发意见，已作出处罚 59 件，不予处罚 4 件: whether `mention` tells what became of the last of `parts`,
/// of all of which a predicate of its own tells something first.
pub fn tells_what_became_of_it(passage: &Passage<'_>, parts: &[usize], mention: &Mention<'_>) -> bool {
    const OF_ALL: &[&str] = &["均", "都", "全部", "已全部", "也均", "一律"];
    const BECAME: &[&str] = &["已", "未", "不予", "尚", "正在", "仍", "待"];
    let last = parts.last().and_then(|&last| passage.mentions.get(last));
    last.is_some_and(|last| {
        mention.lead == Lead::Comma
            && mention.clause > last.clause
            && label::begins(last.after, OF_ALL)
            && label::begins(mention.before, BECAME)
            && !label::begins(last.before, BECAME)
    })
}

/// 处置问题 186 户，其中已办证 152 户，正在办理 34 户: what is done and what is being done with the same verb are two states of
/// one matter, whatever the verb of their whole is.
pub fn are_states_of_one_verb(done: &Mention<'_>, to_do: &Mention<'_>) -> bool {
    let behind = |words: &'static [&str], mention: &Mention<'_>| -> Option<char> {
        let word = words.iter().find(|word| mention.name.starts_with(**word))?;
        mention.name.get(word.len()..)?.chars().next()
    };
    let verb = behind(&["已经", "已"], done);
    verb.is_some() && verb == behind(cues::STILL_TO_DO, to_do)
}

/// 审结 149 件，其中维持 100 件、…，其余 6 件正在审理: what is not done yet is the rest of what came in, and not of what was done.
pub fn is_left_to_do(mention: &Mention<'_>) -> bool {
    const LATER: &[&str] =
        &["顺延", "按期", "按计划", "计划", "处于", "已列入", "列入", "将", "在法定期限", "在办理期限"];
    const NEXT: &[&str] = &["结转", "下年", "下一年", "次年", "跨年"];
    let behind = label::begins(mention.after, cues::STILL_TO_DO)
        || label::begins(mention.after, LATER)
        || label::has(mention.after, NEXT);
    label::begins(mention.before, cues::REST) && behind
}

/// 其他 12 件, 作其他处理 12 件: whether `name` says that these are the others.
pub fn is_all_else(name: &str) -> bool {
    const VERBS: &[&str] = &["作出", "作", "做", "给予", "予以", "采取", "进行", "按", "以", "涉及"];
    let name = search::behind(name, VERBS).unwrap_or(name);
    label::begins(name, &["其他", "其它"])
}

/// Whether the words behind `rest` deny what those before `whole` say: 未发现问题 behind 发现问题.
pub fn is_denied(whole: &Mention<'_>, rest: &Mention<'_>) -> bool {
    const DENIALS: &[&str] = &["均未", "都未", "尚未", "没有", "均无", "未", "不", "无"];
    const SHORTEST: usize = 2;
    let denied = search::behind(rest.after, DENIALS);
    denied.is_some_and(|words| {
        let core = label::first_characters(words, SHORTEST);
        search::length(core) == SHORTEST && whole.before.contains(core)
    })
}

/// Whether what follows is told of some of `mention`: 不合格的 5 家中.
pub fn picks_from(mention: &Mention<'_>) -> bool {
    const LONGEST_NOUN: usize = 5;
    let noun = search::ahead(mention.after, &["中", "里", "当中", "之中"]);
    noun.is_some_and(|noun| search::length(noun) <= LONGEST_NOUN)
}
