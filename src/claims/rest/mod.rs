//! What is left: 发现问题 683 个，已整改 671 个，其余 12 个正在整改.
//!
//! *Invariant:* where more than two figures stand in the row, what is left may be of the first or of
//! the last but one; then the statement is made only if one of them fits.

mod absent;
mod measures;
mod still_left;

use super::cue_set::Cue;
use super::cues;
use super::flow::answered;
use super::judge::{self, Sum};
use super::label;
use super::statement::{Lead, Mention, Passage};
use super::{Statement, parallel, total};
use crate::review::Status;
use crate::search;

/// The statements about what is left in `passage`.
pub fn claims(passage: &Passage<'_>, out: &mut Vec<Statement>) {
    out.extend(
        (0..passage.mentions.len()).filter_map(|index| {
            absent::claim(passage, index).or_else(|| absent::claim_behind(passage, index))
        }),
    );
    let is_rest = |mention: &Mention<'_>| {
        (mention.is_rest() || is_under_way(mention) || is_another(mention) || still_left::says_so(mention))
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
            let found = match still_left::says_so(rest) {
                true => still_left::of_those(passage, index, rest),
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
    const LONGEST_NOUN: usize = 3;
    let words = mention.after.trim_start_matches(['因', '暂']);
    // 还有 2 个村正在整改: the noun of all may stand between.
    let is_behind_noun = || {
        let ends = words.char_indices().map(|(at, _)| at).skip(1).take(LONGEST_NOUN);
        let is_still_to_do = |rest: &str| rest.starts_with("正在") || rest.starts_with("尚未");
        ends.filter_map(|at| words.get(at..)).any(is_still_to_do)
    };
    matches!(mention.before, "另" | "另有" | "还有" | "尚有")
        && (label::begins(words, cues::STILL_TO_DO) || label::begins(words, LISTED) || is_behind_noun())
}

/// 3 个村已通过验收: whether what was done with so many is told behind them.
fn is_done_behind(mention: &Mention<'_>) -> bool {
    const LONGEST_NOUN: usize = 3;
    let noun = mention.after.split_once('已').map(|(noun, _)| noun);
    mention.before.is_empty() && noun.is_some_and(|noun| search::length(noun) <= LONGEST_NOUN)
}

/// 应到 50 人，实到 46 人，另有 4 人请假: 另 may tell of the rest or of more; it is the rest where it fits.
fn is_another(mention: &Mention<'_>) -> bool {
    matches!(mention.before, "另" | "另有")
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
    // 准予许可 502 件，不予许可 14 件，另有 12 件正在审查: what was refused is none of what was granted.
    if let [refused, granted] = row.as_slice()
        && parallel::are_contrary(label::label(granted), label::label(refused))
    {
        return None;
    }
    // 核查 145 家，关停 21 家，限期整改 38 家，其余 86 家运行规范: what was done with some, each with others of them.
    if is_all && let Some(found) = measures::claim(passage, index, &row, rest) {
        return Some(found);
    }
    // 新增耕地 1200 亩，改水田占去 350 亩，余下 850 亩: where no word tells that something was done, what is left tells it.
    let is_done = |done: &Mention<'_>| {
        done.has(Cue::Done) || is_another(rest) || denies(rest, done) || is_done_behind(done)
    };
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
    // 走访 57 处，全县登记 61 处，余下 4 处: all there are may be told behind what was done.
    if !is_done(done) && done.quantity.base() > whole.quantity.base() {
        return Some(judged(&[whole, rest], done)).filter(|found| found.status == Status::Holds);
    }
    let nearest = judged(&[done, rest], whole);
    let is_unlikely = nearest.fault.is_some_and(|fault| {
        !is_done(done) && !judge::is_within_percent(fault.computed, whole.quantity.value, 20)
    });
    if is_unlikely {
        return None;
    }
    // 线索 42 条、信访件 15 件，已办结 51 件，其余 6 件: what was done may be done with all of the row.
    let before = passage.index_of(whole).checked_sub(1).and_then(|at| passage.mentions.get(at));
    let is_in_row = whole.lead == Lead::Pause && before.is_some_and(|before| before.clause == whole.clause);
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
    let denied = search::behind(rest.after, &["尚未", "仍未", "未"]);
    denied.is_some_and(|verb| {
        let verb = label::first_characters(verb, VERB);
        search::length(verb) == VERB && done.before.ends_with(verb)
    })
}

/// Whether the words of both figures end in the same verb.
fn same_verb(one: &Mention<'_>, other: &Mention<'_>) -> bool {
    const VERB: usize = 2;
    let verb = |mention: &Mention<'_>| mention.before.chars().rev().take(VERB).collect::<String>();
    verb(one) == verb(other)
}

/// 其余 40 处正在整改、10 处列入计划: whether what is left is more than the figure at `index`.
fn goes_on(passage: &Passage<'_>, index: usize, rest: &Mention<'_>) -> bool {
    passage.mentions.get(index + 1).is_some_and(|next| {
        next.sentence == rest.sentence
            && next.segment == rest.segment
            && next.quantity.class() == rest.quantity.class()
    })
}
