//! What is left: 发现问题 683 个，已整改 671 个，其余 12 个正在整改.
//!
//! *Invariant:* where more than two figures stand in the row, what is left may be of the first or of
//! the last but one; then the statement is made only if one of them fits.

use super::cue_set::Cue;
use super::cues;
use super::flow::answered;
use super::judge::{self, Sum};
use super::label;
use super::slip;
use super::statement::{Lead, Mention, Passage};
use super::{Statement, total};
use crate::review::Status;

/// The statements about what is left in `passage`.
pub fn claims(passage: &Passage<'_>, out: &mut Vec<Statement>) {
    let is_rest = |mention: &Mention<'_>| {
        (mention.is_rest() || is_under_way(mention) || is_another(mention) || is_still_left(mention))
            && matches!(mention.lead, Lead::Comma | Lead::Semicolon)
            && mention.quantity.is_amount()
            && mention.depth == 0
    };
    if !passage.mentions.iter().any(is_rest) {
        return;
    }
    for (index, rest) in passage.mentions.iter().enumerate() {
        if let Some(found) = but_for_some(passage, index, rest) {
            out.push(found);
        } else if is_rest(rest) && !passage.is_part(index) {
            let found = match is_still_left(rest) {
                true => of_those(passage, index, rest),
                false => of_row(passage, index, rest),
            };
            let is_said = !is_another(rest) || is_under_way(rest);
            out.extend(found.filter(|found| is_said || found.status == Status::Holds));
        }
    }
}

/// 检查 640 家，除 38 家歇业外，其余 602 家: the whole is the only figure of the sentence before that counts so, or the one that fits.
fn but_for_some(passage: &Passage<'_>, index: usize, rest: &Mention<'_>) -> Option<Statement> {
    const MOST: usize = 6;
    let left_out = index.checked_sub(1)?;
    let some = passage.mentions.get(left_out)?;
    let is_but_for = rest.is_rest()
        && rest.lead == Lead::Comma
        && rest.clause == some.clause + 1
        && some.before == "除"
        && some.after.ends_with('外')
        && some.quantity.class() == rest.quantity.class();
    if !is_but_for {
        return None;
    }
    let mut wholes = passage
        .back_from(left_out)
        .map(|(_, whole)| whole)
        .take(MOST)
        .take_while(|whole| whole.sentence == rest.sentence && whole.depth == rest.depth)
        .filter(|whole| whole.quantity.class() == rest.quantity.class() && whole.quantity.is_amount());
    let parts = [some, rest];
    let terms = [(1, some.quantity), (1, rest.quantity)];
    let judged = |whole: &Mention<'_>| judge::adds_up(&terms, whole.quantity);
    let first = wholes.next()?;
    let others: Vec<&Mention<'_>> = wholes.collect();
    if let Some(whole) =
        [first].into_iter().chain(others.iter().copied()).find(|whole| judged(whole) == Sum::Meets)
    {
        return Some(total::total(whole, &parts, Sum::Meets, Status::Holds, true));
    }
    let sum = judged(first);
    (others.is_empty() && matches!(sum, Sum::Off { .. }))
        .then(|| total::total(first, &parts, sum, Status::Broken, true))
}

/// 受理 84 件，办结 80 件，另 4 件正在审理: what 另 tells of is left where it is still to be done. 另查处 26 辆 is more
/// of something else.
fn is_under_way(mention: &Mention<'_>) -> bool {
    const LISTED: &[&str] = &["处于", "已列入", "列入"];
    let words = mention.after.trim_start_matches(['因', '暂']);
    matches!(mention.before, "另" | "另有" | "还有" | "尚有")
        && (label::begins(words, cues::STILL_TO_DO) || label::begins(words, LISTED))
}

/// 应到 50 人，实到 46 人，另有 4 人请假: 另 may tell of the rest or of more; it is the rest where it fits.
fn is_another(mention: &Mention<'_>) -> bool {
    matches!(mention.before, "另" | "另有")
}

/// 尚余 9 所, 还剩 9 个正在整改: what is still left, with nothing said of what it is but that it is not done.
fn is_still_left(mention: &Mention<'_>) -> bool {
    const LEFT: &[&str] = &[
        "尚余",
        "还余",
        "仍余",
        "尚剩",
        "还剩",
        "仍剩",
        "尚剩余",
        "还剩余",
        "仅余",
        "仅剩",
        "尚欠",
        "仍欠",
        "还欠",
    ];
    const TO_COME: &[&str] = &["计划", "将", "拟", "预计", "预期"];
    let goes_on = || label::begins(mention.after, TO_COME) || label::begins(mention.after, cues::STILL_TO_DO);
    LEFT.contains(&mention.before) && (mention.after.is_empty() || goes_on())
}

/// 上述 138 所学校已有 131 所完成核准，核准率 94.9%，尚余 7 所: of those that are pointed at nothing else can be left than what was not
/// done, where only one figure tells what was.
fn of_those(passage: &Passage<'_>, index: usize, rest: &Mention<'_>) -> Option<Statement> {
    const THOSE: &[&str] = &["上述", "以上", "前述", "该批", "这批", "这", "此"];
    let mut row = passage
        .back_from(index)
        .map(|(_, mention)| mention)
        .take_while(|mention| mention.sentence == rest.sentence)
        .filter(|mention| !mention.quantity.is_share());
    let (done, whole) = (row.next()?, row.next()?);
    let is_only = row.next().is_none() && !goes_on(passage, index, rest);
    let is_row = [done, whole].iter().all(|mention| {
        mention.depth == 0
            && mention.segment == rest.segment
            && mention.quantity.is_amount()
            && mention.quantity.class() == rest.quantity.class()
    });
    let is_done = done.before.starts_with('已') || done.has(Cue::Done) || done.before.ends_with("已有");
    let is_of_those =
        is_only && is_row && is_done && (THOSE.contains(&whole.before) || is_done_with(whole, done, rest));
    let parts = [done, rest];
    let sum = judge::adds_up(&parts.map(|part| (1, part.quantity)), whole.quantity);
    is_of_those.then(|| total::total(whole, &parts, sum, sum.status(), true))
}

/// 拖欠工程款涉及项目 26 个，已清偿 17 个，还剩 9 个: whether a verb behind 已 with no object of its own tells what was done with all of the
/// `whole` right before it but the `rest`. Of 已移送 others may be done with otherwise.
fn is_done_with(whole: &Mention<'_>, done: &Mention<'_>, rest: &Mention<'_>) -> bool {
    const LONGEST_VERB: usize = 4;
    const HANDED_ON: &[&str] =
        &["移送", "移交", "立案", "起诉", "核实", "核查", "交办", "转办", "启动", "开工"];
    let verb = done.before.strip_prefix('已').unwrap_or("");
    (1..=LONGEST_VERB).contains(&verb.chars().count())
        && !label::has(verb, HANDED_ON)
        && done.after.is_empty()
        // 受理 84 件，已办结 80 件，尚余 9 件: some may have been left of the year before.
        && !label::has(whole.before, cues::CAME_IN)
        && (done.clause, rest.clause) == (whole.clause + 1, done.clause + 1)
        && done.quantity.base() <= whole.quantity.base()
}

/// Whether the words of `mention` say that more was done than the figure before it tells: 12月又完成 3 个, 再整改 4 个.
fn does_more(mention: &Mention<'_>) -> bool {
    let again = mention.before.split_once('再').map(|(_, verb)| verb);
    mention.before.contains('又')
        || again.is_some_and(|verb| label::begins(verb, cues::DONE))
        || label::has(mention.before, &["继续", "陆续", "随后", "后续"])
}

/// Words of what was found and is to be done.
const FOUND: &[&str] = &[
    "发现问题",
    "查出问题",
    "排查问题",
    "梳理问题",
    "反馈问题",
    "发现隐患",
    "排查隐患",
    "查出隐患",
    "交办问题",
    "移交问题",
];

/// The whole, what was done and what is left at `index`.
fn of_row(passage: &Passage<'_>, index: usize, rest: &Mention<'_>) -> Option<Statement> {
    // The nearest first; shares between them are of no account.
    let mut row: Vec<&Mention<'_>> = Vec::new();
    let mut beside: Option<&Mention<'_>> = None;
    let mut is_all = true;
    for (at, mention) in passage.back_from(index) {
        // 上年结转 14 件，新收 163 件，办结 151 件: what is left is of both.
        if mention.sentence == rest.sentence
            && mention.quantity.class() == rest.quantity.class()
            && (mention.has(Cue::CarriedOver) || mention.has(Cue::Opening))
        {
            is_all = false;
            break;
        }
        if mention.sentence != rest.sentence || mention.has(Cue::Comparison) {
            break;
        }
        if mention.quantity.is_share() || mention.depth > 0 {
            continue;
        }
        // 其中一般隐患 3098 处、重大隐患 28 处: parts of the whole before them.
        if passage.is_part(at) {
            continue;
        }
        // 发现问题 137 个，下发意见书 27 份，已整改 121 个，其余 16 个: what else was done stands between.
        let is_beside = mention.quantity.class() != rest.quantity.class();
        // 已交付 12 个、4126 套，其余 6 个、2160 套: what else the figure before it has.
        if is_beside && mention.lead == Lead::Pause && mention.before.is_empty() {
            continue;
        }
        if is_beside && mention.quantity.is_amount() && row.len() == 1 && beside.is_none() {
            beside = Some(mention);
            continue;
        }
        if is_beside || label::is_place(mention.before) {
            break;
        }
        // Behind it the whole must be told as such.
        if beside.is_some() && row.len() == 1 && !label::has(mention.before, FOUND) {
            break;
        }
        // 3月、6月各 1 次，其余 4 次: how often such a figure counts is not known here.
        if label::tells_of_each(mention.before) {
            return None;
        }
        row.push(mention);
    }
    if !goes_on(passage, index, rest)
        && let Some(found) = answered::claim(&row, rest)
    {
        return Some(found);
    }
    // 核查 145 家，关停 21 家，限期整改 38 家，其余 86 家运行规范: what was done with some, each with others of them.
    if is_all && let Some(found) = of_measures(passage, index, &row, rest) {
        return Some(found);
    }
    // 新增耕地 1200 亩，改水田占去 350 亩，余下 850 亩: where no word tells that something was done, what is left tells it.
    let is_done = |done: &Mention<'_>| done.has(Cue::Done) || is_another(rest) || denies(rest, done);
    let is_all_but = rest.is_rest() && row.len() == 2 && is_all;
    let done = row.first().filter(|done| is_done(done) || is_all_but)?;
    // 11月底前完成 97 个，12月又完成 3 个，余下 2 个: what was done besides goes on from the figure before and is no part of it.
    let further = row.iter().take_while(|done| does_more(done)).count();
    let judged = |parts: &[&Mention<'_>], whole: &Mention<'_>| {
        let terms: Vec<_> = parts.iter().map(|part| (1, part.quantity)).collect();
        let sum = judge::adds_up(&terms, whole.quantity);
        let status = sum.status();
        total::total(whole, parts, sum, status, true)
    };
    if further > 0 {
        let whole = row.get(further + 1).filter(|_| is_all && row.len() == further + 2)?;
        let mut parts: Vec<&Mention<'_>> = row.iter().take(further + 1).rev().copied().collect();
        parts.push(rest);
        return Some(judged(&parts, whole));
    }
    let whole = row.get(1)?;
    // 其中重大隐患 9 条；整改 739 条，剩余 7 条: what is some of a figure is no whole; nor is 2023年底前解决 39 个，今年解决 18 个，剩余 5 个.
    let is_done_as_well = whole.has(Cue::Done) && !whole.before.contains('应') && same_verb(whole, done);
    let is_some = whole.before.starts_with("其中") && (done.segment != whole.segment || !is_done(done));
    if is_done_as_well || is_some {
        return None;
    }
    // 受理 18 件，办结 21 件（含上年 5 件），还有 2 件在办: what was done is more than came in, so there was more; and 更换管网 34 公里，
    // 累计完成 98 公里，剩余 21 公里 tells of more time.
    if (!rest.is_rest() || label::begins(done.before, &["累计", "已累计"]))
        && done.quantity.base() > whole.quantity.base()
    {
        return None;
    }
    let nearest = judged(&[done, rest], whole);
    let is_unlikely = nearest.fault.is_some_and(|fault| {
        !is_done(done) && !judge::is_within_percent(fault.computed, whole.quantity.value, 20)
    });
    if is_unlikely {
        return None;
    }
    // 线索 42 条、信访件 15 件，已办结 51 件，其余 6 件: what was done may be done with all of the row.
    let is_in_row = whole.lead == Lead::Pause;
    if nearest.status == Status::Holds
        || (row.len() == 2 && !is_in_row && !goes_on(passage, index, rest) && is_all)
    {
        return Some(nearest);
    }
    let (whole, listed) = row.split_last()?;
    let mut parts: Vec<&Mention<'_>> = listed.iter().rev().copied().collect();
    parts.push(rest);
    Some(judged(&parts, whole)).filter(|statement| statement.status == Status::Holds)
}

/// 整治 1186 栋，还有 84 栋未整治: whether the words behind `rest` deny the verb of `done`.
fn denies(rest: &Mention<'_>, done: &Mention<'_>) -> bool {
    const VERB: usize = 2;
    let denied = ["尚未", "仍未", "未"].iter().find_map(|sign| rest.after.strip_prefix(*sign));
    denied.is_some_and(|verb| {
        let verb = label::first_characters(verb, VERB);
        verb.chars().count() == VERB && done.before.ends_with(verb)
    })
}

/// Whether the words of both figures end in the same verb.
fn same_verb(one: &Mention<'_>, other: &Mention<'_>) -> bool {
    const VERB: usize = 2;
    let verb = |mention: &Mention<'_>| mention.before.chars().rev().take(VERB).collect::<String>();
    verb(one) == verb(other)
}

/// 核查 145 家，关停 21 家，限期整改 38 家，其余 96 家运行规范: the statement of what is left at `index` behind two measures or more,
/// `row` from the last to what was looked at. Wrong only where what is left fits no other figures of the row either, and one
/// slip explains it: of what was done step by step (立案, 移送) it may be left of any step.
fn of_measures(
    passage: &Passage<'_>,
    index: usize,
    row: &[&Mention<'_>],
    rest: &Mention<'_>,
) -> Option<Statement> {
    const MOST: usize = 6;
    let (whole, measures) = row.split_last()?;
    let is_measure = |measure: &Mention<'_>| {
        matches!(measure.lead, Lead::Comma | Lead::Pause)
            && measure.segment == rest.segment
            && measure.quantity.factor == whole.quantity.factor
            && !measure.before.is_empty()
            && !label::has(measure.before, STEPS)
            && !measure.run_up.contains("其中")
    };
    let is_row = (2..=MOST).contains(&measures.len())
        && rest.is_rest()
        && whole.depth == 0
        && whole.segment == rest.segment
        && !label::is_place(whole.before)
        && !goes_on(passage, index, rest)
        && measures.iter().all(|measure| is_measure(measure))
        && row.iter().copied().chain([rest]).all(|mention| mention.exact().is_some());
    if !is_row || is_left_of_some(row, rest) {
        return None;
    }
    let mut parts: Vec<&Mention<'_>> = measures.iter().rev().copied().collect();
    parts.push(rest);
    let terms: Vec<_> = parts.iter().map(|part| (1, part.quantity)).collect();
    let sum = judge::adds_up(&terms, whole.quantity);
    let found = total::total(whole, &parts, sum, sum.status(), false);
    (found.status == Status::Holds || slip::explained_by_slip(whole, &parts, sum)).then_some(found)
}

/// Words of steps that one case goes through: what is left behind them may be left of any.
const STEPS: &[&str] = &[
    "受理", "立案", "收案", "办结", "结案", "审结", "查结", "化解", "执结", "移送", "移交", "起诉", "核实",
    "查实", "属实", "完成", "解决", "销号", "处置", "已", "申请", "报名", "参加", "通过", "入围",
];

/// Whether the rest is what some figure of `row`, the last first, leaves of an earlier one, so that it need not be left of all.
fn is_left_of_some(row: &[&Mention<'_>], rest: &Mention<'_>) -> bool {
    let left = rest.exact();
    row.iter().enumerate().any(|(at, done)| {
        let earlier = row.iter().skip(at + 1);
        earlier
            .clone()
            .any(|whole| whole.exact().zip(done.exact()).and_then(|(whole, done)| whole.minus(done)) == left)
    })
}

/// 其余 40 处正在整改、10 处列入计划: whether what is left is more than the figure at `index`.
fn goes_on(passage: &Passage<'_>, index: usize, rest: &Mention<'_>) -> bool {
    passage.mentions.get(index + 1).is_some_and(|next| {
        next.sentence == rest.sentence
            && next.segment == rest.segment
            && next.quantity.class() == rest.quantity.class()
    })
}
