//! Rates of all but those that are not yet there, were late, or are told apart from the others: 执法人员 268 人，尚未取得执法证的 12 人，
//! 持证率 95.5%; 派单 15000 张，超期办理 150 张，按时办理率 99%; 项目 20 件，3 件延至下年，其余均已完成，完成率 85%.
//!
//! *Invariant:* the two counts right before the rate are the only ones of their kind, the second is denied, was late or stands against
//! the others, and tells of what the rate is of; only what lies near is a mistake.

use super::general::{Bears, NEAR, bears, is_count, last_word, uncertain};
use super::quotient::Quotient;
use super::verbs::{IN_TIME, LATE, WITHIN_TERM};
use crate::claims::label;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::claims::{Statement, cues};
use crate::facts::Decimal;
use crate::review::Status;
use crate::search;

/// Words with which what is denied begins.
const DENIED: &[&str] =
    &["尚未", "仍未", "暂未", "还未", "未", "没有", "尚无", "无", "尚有", "仍有", "还有", "其中"];

/// The statement of the rate called `name` at `index`.
pub fn claim(passage: &Passage<'_>, index: usize, name: &str) -> Option<Statement> {
    let rate = passage.mentions.get(index)?;
    let left_index = index.checked_sub(1)?;
    let all_index = left_index.checked_sub(1)?;
    let (left, all) = (passage.mentions.get(left_index)?, passage.mentions.get(all_index)?);
    let is_one_sign = search::length(name) == 1;
    let stem = last_word(label::strip(name)).or(Some(name).filter(|_| is_one_sign))?;
    let is_row = rate.lead == Lead::Comma
        && left.lead == Lead::Comma
        && rate.clause == left.clause + 1
        && left.clause == all.clause + 1
        && rate.sentence == all.sentence
        && left.quantity.class() == all.quantity.class()
        && [left, all].iter().all(|count| is_count(count) && count.depth == rate.depth);
    let is_only = || {
        passage
            .back_from(all_index)
            .take_while(|(_, mention)| mention.sentence == rate.sentence)
            .all(|(_, mention)| mention.quantity.class() != all.quantity.class())
    };
    if !is_row || !denies(left, stem) || answers(all, stem) || !is_only() {
        return None;
    }
    let statement = Quotient::remainder(rate, all, left)?.judge()?;
    if statement.status != Status::Broken {
        return Some(statement);
    }
    let is_near = statement.fault.is_some_and(|fault| fault.excess.abs() <= Decimal::whole(NEAR));
    is_near.then(|| uncertain(statement))
}

/// The statement of the rate called `name` at `index` of what was done in time, where the count right before it was late, and of what
/// was done where all but those were: it is of any count of the sentence before that, and wrong only where there is but one.
pub fn of_the_others(passage: &Passage<'_>, index: usize, name: &str) -> Option<Statement> {
    let is_in_time = label::has(name, IN_TIME);
    let rate = passage.mentions.get(index)?;
    let others = if is_in_time { "" } else { done_with_the_others(rate) };
    if !is_in_time && others.is_empty() {
        return None;
    }
    let left_index = index.checked_sub(1)?;
    let left = passage.mentions.get(left_index)?;
    let name = label::strip(name);
    let stem = last_word(name)?;
    let is_left = match is_in_time {
        true => {
            label::has(left.before, LATE)
                && (left.before.contains(stem)
                    || search::ending(left.before, LATE).is_some()
                    || search::ending(name, IN_TIME).is_some())
        }
        // 4 项因涉密不予公开，其余均已公开: what was not done so.
        false => others.contains(stem) && bears(left, stem, &[]) != Some(Bears::Name),
    };
    let is_count_of = |count: &Mention<'_>| is_count(count) && count.depth == rate.depth;
    if !is_left || !is_count_of(left) || left.sentence != rate.sentence || rate.clause > left.clause + 2 {
        return None;
    }
    let counts: Vec<&Mention<'_>> = passage
        .back_from(left_index)
        .map(|(_, count)| count)
        .take_while(|count| count.sentence == rate.sentence)
        .filter(|count| count.quantity.class() == left.quantity.class() && is_count_of(count))
        .collect();
    let is_in_term =
        |count: &&Mention<'_>| label::has(count.before, IN_TIME) || label::has(count.before, WITHIN_TERM);
    if counts.iter().any(is_in_term) {
        return of_both(rate, &counts, left);
    }
    let mut found: Vec<Statement> =
        counts.iter().filter_map(|all| Quotient::remainder(rate, all, left)?.judge()).collect();
    let holds = found.iter().position(|found| found.status != Status::Broken);
    let only = (counts.len() == 1).then_some(0);
    let found = found.swap_remove(holds.or(only).filter(|at| *at < found.len())?);
    let is_near = found.fault.is_none_or(|fault| fault.excess.abs() <= Decimal::whole(NEAR));
    // 超期 150 张系系统原因，按时办理率 100%: then those told apart do not count.
    let leaves_them_out = found.fault.is_some() && rate.quantity.value == Decimal::whole(100);
    (is_near && !leaves_them_out).then(|| uncertain(found))
}

/// 按时报送 23 家，逾期报送 2 家，报送及时率 92%: the statement with what was done in time against that and what was late, where the two are the
/// only `counts` of the sentence, side by side, and done alike.
fn of_both(rate: &Mention<'_>, counts: &[&Mention<'_>], late: &Mention<'_>) -> Option<Statement> {
    let &[in_time] = counts else { return None };
    let verb_behind = |words: &'static [&'static str], of: &Mention<'_>| {
        words.iter().find_map(|time| Some(search::split(of.before, time)?.1.to_owned()))
    };
    let one = verb_behind(IN_TIME, in_time).or_else(|| verb_behind(WITHIN_TERM, in_time))?;
    let is_row = late.clause <= in_time.clause + 1 && rate.clause == late.clause + 1;
    let are_alike = !one.is_empty() && Some(one) == verb_behind(LATE, late);
    if !is_row || !are_alike {
        return None;
    }
    Quotient::new(rate, &[in_time], &[in_time, late])?.judge()
}

/// What was done with all the others, told without a figure right before `rate`: 其余均已完成.
fn done_with_the_others<'a>(rate: &Mention<'a>) -> &'a str {
    let ahead = rate.run_up.strip_suffix(rate.before).unwrap_or("").trim_end_matches('，');
    let clause = ahead.rsplit(['，', '；', '。']).next().unwrap_or("");
    let done = search::beginning(clause, cues::LEFT).and_then(|rest| clause.strip_prefix(rest)).unwrap_or("");
    if label::has(done, &["均", "全部", "都"]) && !done.contains(['未', '不', '正']) {
        done
    } else {
        ""
    }
}

/// Whether the words of `left` deny what `stem` says.
fn denies(left: &Mention<'_>, stem: &str) -> bool {
    // 尚余 17 户未办证: what is denied stands behind the figure.
    const LEFT: &[&str] = &["尚余", "剩余", "余下", "余", "尚有", "仍有", "还有", "其余"];
    let words = if LEFT.contains(&left.before) { left.after } else { left.before };
    let denied =
        ['未', '无'].iter().find_map(|sign| words.split_once(*sign)).or_else(|| search::split(words, "没有"));
    // 持证率 of 取得执法证; but 未开工 is nothing to 竣工率.
    const THINGS: &[char] = &['证', '照', '牌', '网', '水', '电', '气', '路', '标'];
    let denied_of = |denied: &str| {
        let denied = denied.trim_end_matches('的');
        // 尚有 16 户未换, 尚余 17 处未办: the verb alone, or one that stands for any.
        let is_verb_alone = search::length(denied) == 1 && (stem.starts_with(denied) || denied == "办");
        is_verb_alone
            || stem.chars().all(|ch| denied.contains(ch))
            || stem
                .chars()
                .next_back()
                .is_some_and(|thing| THINGS.contains(&thing) && denied.ends_with(thing))
    };
    // 评价 12400 条，其中差评 31 条，好评率 99.75%: the one word denies the other.
    if stem == "好评" && words.ends_with("差评") {
        return true;
    }
    let is_late = label::has(words, IN_TIME) || words.contains("规定时");
    label::begins(words, DENIED) && !is_late && denied.is_some_and(|(_, denied)| denied_of(denied))
}

/// Whether the words of `all` tell of those that the rate counts, and not of all.
pub fn answers(all: &Mention<'_>, stem: &str) -> bool {
    let is_due = all.before.contains(['应', '需']) || label::has(all.before, &["涉及"]);
    all.before.contains(['未', '无']) || (!is_due && stem.chars().all(|ch| all.before.contains(ch)))
}
