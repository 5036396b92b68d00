//! The figure that a share is of.
//!
//! *Invariant:* a figure that has a share of its own is one of a row and no whole of the next of them.

use super::naming;
use super::row_of_all::is_of_what_its_row_makes;
use super::wording::{self, Scope};
use crate::claims::cue_set::Cue;
use crate::claims::cues;
use crate::claims::doings;
use crate::claims::flow::movement::{Movement, movement};
use crate::claims::growth;
use crate::claims::kinds;
use crate::claims::label::{has, label};
use crate::claims::parallel;
use crate::claims::scope;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::facts::Class;
use crate::search;

/// The most figures of a sentence that are tried as the whole of a share.
const MOST_READINGS: usize = 6;

/// Whether the figure at `at` has a share of its own right behind it: 求助类 592 件，占 1.54%.
pub fn has_its_share(passage: &Passage<'_>, at: usize) -> bool {
    let Some(part) = passage.mentions.get(at) else { return false };
    let is_share = |next: usize, share: &Mention<'_>| {
        let apart = u32::try_from(next - at).unwrap_or(u32::MAX);
        share.quantity.is_share()
            && share.sentence == part.sentence
            && share.clause <= part.clause.saturating_add(apart)
            && wording::read(share.before)
                .is_some_and(|share| share.scope == Scope::Single && share.part.is_empty())
    };
    // 3.68 万亿元，下降 1.5%，占 13.6%: by how much it changed may stand between.
    let mut behind = passage.ahead_from(at + 1).take(1 + growth::MOST_ASIDE);
    behind.any(|(next, share)| {
        is_share(next, share) && (at + 1..next).all(|between| growth::is_aside(passage, between, next))
    })
}

/// 计划检查 4120 家次，统筹合并后压减为 3274 家次，…占计划的 97.7%: what the plan at `named` was made into before the part, which has
/// its name as well.
pub fn remade(passage: &Passage<'_>, named: usize, part_index: usize) -> Vec<usize> {
    const PLANS: &[&str] = &["计划", "任务", "目标", "预算", "指标", "安排"];
    const MADE: &[&str] = &[
        "压减", "压缩", "缩减", "精简", "核减", "调减", "调增", "核增", "追加", "增加", "减少", "调整",
        "变更", "修订", "修改", "优化", "整合", "合并", "归并", "上调", "下调", "调", "增", "减",
    ];
    const INTO: &[&str] = &["为", "到", "至", "成"];
    let Some(plan) = passage.mentions.get(named) else { return Vec::new() };
    let is_made_into = |words: &str| {
        let verb = search::ending(words, INTO).and_then(|into| words.strip_suffix(into));
        verb.is_some_and(|verb| search::ending(verb, MADE).is_some())
    };
    let is_plan = has(plan.before, PLANS);
    passage
        .back_from(part_index)
        .take_while(|(at, _)| is_plan && *at > named)
        .filter(|(_, made)| made.quantity.class() == plan.quantity.class() && made.depth == plan.depth)
        .filter(|(_, made)| made.sentence == plan.sentence && is_made_into(made.before))
        .map(|(at, _)| at)
        .collect()
}

/// The figures of the same measure word that the part may be of, the nearest first: in its sentence,
/// or if there is none the nearest in the one before. Parts of other lists are passed over.
pub fn wholes_of(passage: &Passage<'_>, part_index: usize) -> Vec<usize> {
    let Some(part) = passage.mentions.get(part_index) else { return Vec::new() };
    let fits = |at: &usize| {
        passage.mentions.get(*at).is_some_and(|whole| may_be_whole(whole, part)) && !passage.is_part(*at)
    };
    let within = |reach: u32| {
        passage
            .back_from(part_index)
            .take_while(move |(_, mention)| mention.sentence + reach >= part.sentence)
            .map(|(at, _)| at)
    };
    let same: Vec<usize> = within(0).filter(fits).take(MOST_READINGS).collect();
    // 16 个卫生院、3 个服务中心中，11 家达到标准: of those that its own sentence counts in another measure word.
    let is_of_its_sentence = || {
        let ahead = part.run_up.strip_suffix(part.before).unwrap_or("");
        let before = part_index.checked_sub(1).and_then(|before| passage.mentions.get(before));
        ahead.ends_with("中，")
            && !ahead.ends_with("其中，")
            && before.is_some_and(|before| before.sentence == part.sentence && before.quantity.is_count())
    };
    if same.is_empty() && matches!(part.lead, Lead::Comma | Lead::Start) && !is_of_its_sentence() {
        let near = within(1).find(fits);
        return near
            .filter(|&whole| !is_of_what_its_row_makes(passage, part_index, whole))
            .into_iter()
            .collect();
    }
    same
}

fn may_be_whole(whole: &Mention<'_>, part: &Mention<'_>) -> bool {
    whole.depth <= part.depth
        && whole.quantity.is_count()
        && whole.quantity.class() == part.quantity.class()
        && !whole.has(Cue::Comparison)
        && !whole.begins(Cue::Average)
}

/// Whether `whole` is named like `part` and so stands beside it: 服务业增加值 186 亿元，工业增加值 102 亿元，比重为 24.3%.
pub fn stands_beside(whole: &Mention<'_>, part: &Mention<'_>, rate: &Mention<'_>) -> bool {
    const NOUN: usize = 3;
    let (one, other) = (label(whole), label(part));
    let shared = one.chars().rev().zip(other.chars().rev()).take_while(|(a, b)| a == b).count();
    // 共抽取案卷 150 份，优秀案卷 45 份: what is said to be all stands beside none of it.
    (parallel::are_parallel(&[one, other]) && !doings::is_marked_as_whole(whole.before))
        || kinds::begin_with_one_set(one, other)
        || naming::are_of_two_levels(one, other)
        || (!rate.before.contains('占') && shared >= NOUN)
}

/// Whether `whole` counts what `of` names in fewer words: 已检特种设备 250 台 of 占已检设备的. Words of two signs each, in
/// order.
pub fn is_short_for(of: &str, whole: &Mention<'_>) -> bool {
    const WORD: usize = 2;
    let ends = cues::TOTALS.iter().chain(&["数量", "数"]);
    let of = ends.into_iter().find_map(|end| of.strip_suffix(end)).unwrap_or(of);
    let of = of.strip_prefix(['被', '所', '该']).unwrap_or(of);
    let signs: Vec<char> = of.chars().collect();
    let mut words = [whole.before, whole.after].concat();
    signs.len() > WORD
        && signs.len().is_multiple_of(WORD)
        && signs.chunks(WORD).all(|word| {
            let word: String = word.iter().collect();
            let behind = search::split(&words, &word).map(|(_, behind)| behind.to_owned());
            behind.is_some_and(|behind| {
                words = behind;
                true
            })
        })
}

/// Whether `of` names no more than a place: 占全县的, 占全县总量的.
pub fn is_scope(of: &str) -> bool {
    let place = search::ahead(of, cues::TOTALS).unwrap_or(of);
    scope::bodies().any(|scope| scope == place)
}

/// Whether `of` names a total.
pub fn is_grand(of: &str) -> bool {
    of.starts_with('总') || search::ending(of, cues::TOTALS).is_some()
}

/// All that the sentence of the part at `part_index` tells of what `of` names: behind 事项由 1520 项调整为 1546 项，增加 40 项、减少 14 项
/// 占事项总数的 is of the 1546. Each other figure of its measure word before the part is what there was, or what moved it.
pub fn all_of_its_noun(passage: &Passage<'_>, part_index: usize, of: &str) -> Option<usize> {
    const OTHER: &[Option<Movement>] =
        &[Some(Movement::Inflow), Some(Movement::Outflow), Some(Movement::Neutral), Some(Movement::Net)];
    let part = passage.mentions.get(part_index)?;
    let noun = search::ending(of, cues::TOTALS).and_then(|end| of.strip_suffix(end))?;
    let mut told = passage
        .back_from(part_index)
        .take_while(|(_, other)| other.sentence == part.sentence)
        .filter(|(_, other)| other.quantity.class() == part.quantity.class())
        .filter(|(at, other)| {
            !growth::is_left_behind(passage, *at)
                && (growth::leads_there(other.before)
                    || !growth::changes_by(other) && !OTHER.contains(&movement(other)))
        });
    let (at, all) = told.next()?;
    let said = passage.between(all.sentence_start, all.quantity.span.start);
    let is_all = told.next().is_none()
        && all.segment + 1 >= part.segment
        && !passage.is_part(at)
        && !has_its_share(passage, at)
        && search::length(noun) >= 2
        && said.contains(noun)
        && !said.contains('占');
    is_all.then_some(at)
}

/// 已整改的 79 个问题中，…: what was taken out of a total to sort it is not that total.
fn is_taken_out(whole: &Mention<'_>) -> bool {
    whole.before.ends_with('的') && whole.after.ends_with('中')
}

/// 下沉执法人员 186 名。法制审核人员 16 名，占执法人员总数的 6.9%: whether `whole` counts the people of `noun` with whom something was done, who
/// are some of all. A case is there because it was handled; people are there before.
fn are_some_people(whole: &Mention<'_>, noun: &str) -> bool {
    const MOVED: &[&str] =
        &["下沉", "抽调", "抽取", "抽选", "借调", "选调", "调整", "轮换", "增配", "增聘", "遴选"];
    let verb = whole.before.split_once(noun).map_or("", |(verb, _)| verb);
    whole.quantity.class() == Some(Class::Person) && (doings::names_a_doing(verb) || has(verb, MOVED))
}

/// Whether `name` stands in `words` and is not denied there: 现场查处, and not 非现场查处; nor are some taken out of it: 办结案件中娱乐场所.
fn holds_name(words: &str, name: &str) -> bool {
    words.match_indices(name).any(|(at, _)| {
        let is_denied = words.get(..at).unwrap_or("").ends_with(['非', '不', '未']);
        !is_denied && !words.get(at + name.len()..).unwrap_or("").trim_start_matches('件').starts_with('中')
    })
}

/// 应查 125 家，实查 125 家，占检查总数的: whether `whole` is what really was done of what `of` names.
fn is_actual(whole: &Mention<'_>, of: &str) -> bool {
    const LONGEST: usize = 2;
    let done = whole.before.strip_prefix("实际").or_else(|| whole.before.strip_prefix('实')).unwrap_or("");
    (1..=LONGEST).contains(&search::length(done)) && done.chars().all(|sign| of.contains(sign))
}

/// What was due in front of what really was done at `named`: 检查总数 may be of either.
pub fn due_beside(passage: &Passage<'_>, named: usize) -> Option<usize> {
    let due = named.checked_sub(1)?;
    let (first, second) = (passage.mentions.get(due)?, passage.mentions.get(named)?);
    let is_pair = second.before.starts_with('实')
        && first.before.starts_with('应')
        && first.clause + 1 == second.clause
        && first.quantity.class() == second.quantity.class();
    is_pair.then_some(due)
}

/// The figure that counts what `of` names: 占商品类的 is of 商品类 314 件.
pub fn named_whole(passage: &Passage<'_>, part_index: usize, of: &str) -> Option<usize> {
    let part = passage.mentions.get(part_index)?;
    let grand = search::ahead(of, cues::TOTALS);
    let (of, is_grand) = (grand.unwrap_or(of), grand.is_some());
    // 占回乡就业人数的 is of 回乡就业 1440 人.
    let of = cues::COUNTED
        .iter()
        .find_map(|end| of.strip_suffix(end).filter(|rest| !rest.is_empty()))
        .unwrap_or(of);
    // 占总投诉量的, 占受理件的.
    let is_name = |rest: &&str| search::length(rest) >= 2;
    let (of, is_grand) = match of.strip_prefix('总').filter(is_name) {
        Some(rest) => (rest, true),
        None => (of, is_grand),
    };
    let of = of.strip_suffix('件').filter(is_name).unwrap_or(of);
    // 全区共有幼儿园 289 所，占全区幼儿园的 85%: of the same place, which is not said right before the noun.
    let scoped = scope::bodies().chain(["全国"]).find_map(|scope| Some((scope, of.strip_prefix(scope)?)));
    let is_of_place = |whole: &Mention<'_>| {
        scoped.is_some_and(|(scope, noun)| {
            search::length(noun) >= 2 && label(whole).ends_with(noun) && whole.before.starts_with(scope)
        })
    };
    let is_named = |(at, whole): &(usize, &Mention<'_>)| {
        may_be_whole(whole, part)
                && (holds_name(label(whole), of) || whole.after.contains(of) || is_of_place(whole) || is_actual(whole, of))
                && !has_its_share(passage, *at)
                // 由 1520 项调整为 1546 项: what there was is no whole of now.
                && !growth::is_left_behind(passage, *at)
                // 其中举报 1204 件 is all of 举报总量.
                && !(is_grand && (passage.is_part(*at) && label(whole) != of || is_taken_out(whole) || are_some_people(whole, of)))
    };
    let (found, whole) = passage.back_from(part_index).find(is_named)?;
    // 实际交流 214 人，占符合交流条件教师 1806 人的 11.8%，其中骨干 52 人，占交流人数的: what has the very name goes before the base of a share.
    let very = || {
        let mut named = passage.back_from(found).filter(is_named);
        named.find(|(_, other)| other.sentence == whole.sentence && label(other).ends_with(of))
    };
    let is_base = passage.mentions.get(found + 1).is_some_and(|share| {
        share.lead == Lead::Nothing && share.before == "的" && share.quantity.is_share()
    });
    // 裁决案件 229 件 begins with its name.
    let name = label(whole).trim_start_matches('占');
    let has_name = name.starts_with(of) || name.ends_with(of);
    // 检出不合格 118 批次，不合格食品处置完成 112 批次，占不合格总数的: of all of them, and not of those with which it was done.
    let is_of_done =
        is_grand && search::ending(label(whole), cues::DONE).is_some_and(|done| !of.contains(done));
    let (found, whole) =
        if is_base && !has_name || is_of_done { very() } else { None }.unwrap_or((found, whole));
    // 在册对象 462 人，年初在册 441 人。电子定位 74 人，占在册的 16%: of those there are, and not of those there were.
    let there_are = || {
        let mut named = passage.back_from(found).filter(is_named);
        named.find(|(_, other)| !other.has(Cue::Opening) && other.sentence + 1 >= whole.sentence)
    };
    let (found, whole) = if whole.has(Cue::Opening) && !of.contains('初') { there_are() } else { None }
        .unwrap_or((found, whole));
    // 年初 312 人，年末 328 人，其中女性 86 人，占在册总人数的: of those who are there now.
    let is_closing = |(at, now): &(usize, &Mention<'_>)| {
        *at > found
            && now.sentence == whole.sentence
            && now.quantity.class() == whole.quantity.class()
            && movement(now) == Some(Movement::Closing)
    };
    let closing = || passage.back_from(part_index).take_while(|(at, _)| *at > found).find(is_closing);
    let now = (movement(whole) == Some(Movement::Opening)).then(closing).flatten();
    Some(now.map_or(found, |(at, _)| at))
}
