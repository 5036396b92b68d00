//! How far what is due or planned has come: 应整改 120 项，已整改 108 项，整改面 90%; 预算 260 万元，支出 195 万元，支出进度 75%.
//!
//! *Invariant:* the two figures stand right before the rate, the first says 应 or that it is a plan, and the verb of the
//! name is that of the second.

use super::due::{is_due, is_row};
use super::general::{Bears, bears, last_word};
use super::quotient::Quotient;
use crate::claims::Statement;
use crate::claims::label;
use crate::claims::statement::{Mention, Passage};
use crate::search;

/// Ends of the names of such rates, the longer first.
const ENDS: &[&str] = &["覆盖面", "完成面", "到位面", "进度", "面"];

/// Words that end in 面 and name no rate.
const OTHERS: &[&str] =
    &["方面", "层面", "局面", "全面", "表面", "界面", "页面", "路面", "断面", "版面", "水面", "地面", "场面"];

/// The most characters of a name in front of its end.
const LONGEST: usize = 8;

/// Words of what is planned.
const PLANNED: &[&str] =
    &["计划", "任务", "目标", "预算", "安排", "下达", "批复", "核定", "总投资", "专项资金"];

/// Names of how far a plan was carried out that do not name the plan.
const BARE: &[&str] = &["完成率", "执行率", "实施率", "落实率", "完成比例"];

/// What else says that a plan is carried out.
const ALSO: &[(&str, &[&str])] =
    &[("执行", &["支出", "完成"]), ("支出", &["使用", "列支"]), ("使用", &["支出"]), ("推进", &["完成"])];

/// The statement of the rate at `index` with the two figures right before it.
pub fn claim(passage: &Passage<'_>, index: usize) -> Option<Statement> {
    let rate = passage.mentions.get(index)?;
    let (first, second) =
        (passage.mentions.get(index.checked_sub(2)?)?, passage.mentions.get(index.checked_sub(1)?)?);
    // 计划培训 120 场次，实际举办 115 场次，完成率 95.8%: a bare name is of the plan where what was done is called so.
    let is_bare = || {
        BARE.contains(&without_verb(rate.before))
            && label::has(first.before, &["计划", "任务", "目标"])
            && label::has(second.before, &["实际", "已"])
    };
    let is_of_the_plan = of_the_plan(rate.before) || is_named_by_the_plan(rate.before) || is_bare();
    if is_of_the_plan && is_row(rate, first, second) && is_plan(first) && !is_plan(second) {
        return Quotient::new(rate, &[second], &[first])?.judge();
    }
    let name = rate.before.trim_end_matches(['为', '达', '到', '是', '约', '仅', '已', '了']);
    let end = search::ending(name, ENDS).filter(|_| search::ending(name, OTHERS).is_none())?;
    let stem = name.strip_suffix(end)?;
    let is_name =
        search::length(stem) <= LONGEST && !label::has(stem, &["序时", "高于", "低于", "超", "快于"]);
    let is_done = !second.before.contains(['未', '不', '余', '欠']);
    if !is_name || !is_done || !is_row(rate, first, second) || is_due(second) {
        return None;
    }
    let is_named = match (is_due(first), verb_of(first)) {
        (true, Some(verb)) => {
            let is_of_verb = stem.is_empty() || stem.contains(verb) || shares(first, stem);
            // 应入户走访 640 户，已走访 608 户: the verb of both may be the second one.
            let is_of_both = last_word(stem).is_some_and(|verb| first.before.contains(verb));
            let is_done = second.before.contains(['已', '实']);
            let is_its_verb = second.before.contains(verb) && (is_of_verb || tells(second, stem));
            is_done && (is_its_verb || is_of_both && tells(second, stem))
        }
        // 总投资 8000 万元，当年完成投资 2000 万元: of the year there is another plan.
        _ if first.before.contains("总投资") && label::has(second.before, &["年", "季", "月"]) => false,
        // 任务 36 项，已完成 27 项，进度达 75%: a bare name is of what was done.
        _ if stem.is_empty() => {
            is_plan(first) && !is_plan(second) && label::has(second.before, &["已", "完成"])
        }
        _ => is_plan(first) && !is_plan(second) && tells(second, stem),
    };
    let quotient = Quotient::new(rate, &[second], &[first])?;
    if !is_named || quotient.numerator > quotient.denominator {
        return None;
    }
    quotient.judge()
}

/// 完成计划的, 完成年度任务的: whether `words` say that so much of the plan was carried out.
fn of_the_plan(words: &str) -> bool {
    const PLANS: &[&str] = &["计划", "任务", "目标", "计划数", "任务数", "目标任务", "目标数"];
    let plan = words.strip_prefix("完成").and_then(|words| words.strip_suffix('的'));
    let plan = plan.map(|plan| search::behind(plan, &["年度", "全年", "年初", "既定"]).unwrap_or(plan));
    plan.is_some_and(|plan| PLANS.contains(&plan))
}

/// The name of a rate without the verb behind it.
fn without_verb(words: &str) -> &str {
    words.trim_end_matches(['为', '达', '到', '是', '约', '仅'])
}

/// 计划执行率: whether `words` name the rate of a plan that was carried out.
fn is_named_by_the_plan(words: &str) -> bool {
    const NAMES: &[&str] =
        &["计划执行率", "计划完成率", "计划实施率", "计划落实率", "任务完成率", "目标完成率", "计划覆盖率"];
    let name = without_verb(words);
    search::ending(name, NAMES).is_some_and(|end| search::length(name) <= search::length(end) + 4)
}

/// The first character of the verb behind 应.
fn verb_of(due: &Mention<'_>) -> Option<char> {
    due.before.rsplit('应').next()?.chars().next()
}

/// Whether what was done is told by the verb that ends the name: 支出 of 支出进度.
fn tells(done: &Mention<'_>, stem: &str) -> bool {
    let Some(verb) = last_word(stem) else { return false };
    let also = ALSO.iter().find(|(word, _)| *word == verb).map_or(&[] as &[&str], |(_, also)| also);
    bears(done, verb, also) == Some(Bears::Name)
}

/// 培训覆盖面 of 应参训: the last sign of the name stands in the words of what is due.
fn shares(due: &Mention<'_>, stem: &str) -> bool {
    let words = due.before.rsplit('应').next().unwrap_or("");
    let verb: String = words.chars().take(2).collect();
    stem.ends_with(|last| verb.contains(last))
}

/// Whether the figure says how much is planned, and not what was done of it or by how much a plan was changed.
fn is_plan(mention: &Mention<'_>) -> bool {
    const DONE: &[&str] = &["完成", "支出", "已", "追加", "调增", "调减", "执行", "实际"];
    label::has(mention.before, PLANNED) && !label::has(mention.before, DONE)
}
