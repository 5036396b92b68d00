//! Which nouns a figure counts, and which it takes up: 调解委员会 of 共有调解委员会 632 个 and of 623 个调解委员会中.
//!
//! Takes one figure with the words around it, gives the nouns that they may name; [`super::noun`] holds them together.
//!
//! *Invariant:* words decide, and of a figure's value only whether it counts thousands.

use super::Told;
use crate::claims::doings;
use crate::claims::label;
use crate::claims::scope::{self, OF_ALL};
use crate::claims::statement::Mention;
use crate::facts::{Class, Decimal};
use crate::search::{self, Endings};

/// The fewest characters of the noun of a figure so large that swapped digits in it are no chance.
const SHORTEST_OF_LARGE: usize = 2;

/// The fewest characters of a noun that names one thing.
pub const SHORTEST: usize = 4;

/// The most characters of a noun that are compared.
pub const LONGEST: usize = 12;

/// Words right in front of a figure that takes up what was counted before.
const TAKING_UP: Endings = Endings::of(&[
    "对",
    "这",
    "上述",
    "该",
    "以上",
    "所有",
    "将",
    "把",
    "全部",
    "目录内",
    "清单内",
    "库内",
    "名录内",
]);

/// What the words around `mention` may take up, with the verb that must stand there as well: what stands right behind
/// it, where no verb stands before it; all that stands before it; or that without the verb at its end.
pub fn nouns_taken_up<'a>(mention: &Mention<'a>) -> impl Iterator<Item = (&'a str, &'a str)> + use<'a> {
    let told = mention.after.strip_prefix('的').unwrap_or(mention.after);
    let of_state = without_state(told).map(|(_, noun)| noun);
    let is_taken_up = takes_up(mention);
    let taken_up = [Some(told), of_state].into_iter().flatten().filter(move |_| is_taken_up);
    let behind = taken_up.flat_map(|words| beginnings(words, SHORTEST));
    let before = Some(mention.name).filter(|before| search::length(before) > SHORTEST);
    // 投入普法经费 126.5 万元 … 普法经费投入 162.5 万元: the verb may change its place.
    let without_verb = before.and_then(|before| {
        let at = before.char_indices().rev().nth(1)?.0;
        let (noun, verb) = before.split_at_checked(at)?;
        let noun = scope::without(noun);
        (doings::names_a_doing(verb) && search::length(noun) >= SHORTEST).then_some((noun, verb))
    });
    // 评查行政处罚案卷 184 卷 … 本次评查的 184 卷行政处罚案卷: the verb of before with 的.
    let verb = mention.before.strip_suffix('的').and_then(|words| {
        let at = words.char_indices().rev().nth(1)?.0;
        words.get(at..)
    });
    let (words, shortest) = (mention.after, if is_large(mention) { SHORTEST_OF_LARGE } else { SHORTEST });
    let of_verb =
        verb.into_iter().flat_map(move |verb| beginnings(words, shortest).map(move |noun| (noun, verb)));
    // 全市交通运输系统实施行政检查 5318 次 … 全市交通运输系统 5381 次行政检查: the same body in front of both.
    let body = Some(mention.before).filter(|words| names_a_body(words)).into_iter();
    let of_body = body.flat_map(move |body| beginnings(words, SHORTEST).map(move |noun| (noun, body)));
    behind.chain(before).map(|noun| (noun, "")).chain(without_verb).chain(of_verb).chain(of_body)
}

/// 持证 of 持证执法人员, which narrows who they are, and what stands behind it.
pub fn without_state(words: &str) -> Option<(&str, &str)> {
    const STATES: &[&str] = &["持证", "在岗", "在职", "在编", "在册", "专职", "一线"];
    let state = search::beginning(words, STATES)?;
    words.split_at_checked(state.len())
}

/// Whether `words` name all bodies of one kind in the place that the paper is about, and nothing else: 全市交通运输系统.
fn names_a_body(words: &str) -> bool {
    const BODIES: &[&str] = &["系统", "部门", "机关", "机构", "队伍"];
    scope::beginning(words).is_some()
        && search::ending(words, BODIES).is_some()
        && !doings::names_a_doing(words)
}

/// Whether nothing stands before `mention` but what takes up what was counted.
pub fn takes_up(mention: &Mention<'_>) -> bool {
    // 二是全局 168 名执法人员中 …
    let before = label::without_ordinal(mention.before);
    before.is_empty()
        || scope::without(before).is_empty()
        || TAKING_UP.ending(before).is_some()
        || sends_all_of(before)
}

/// 分批轮训全市 671 名: whether `words` end in a place behind what was done with all of those there.
pub fn sends_all_of(words: &str) -> bool {
    const DONE: &[&str] = &[
        "轮训", "培训", "组织", "发动", "动员", "依托", "整合", "督促", "指导", "发挥", "统筹", "利用",
        "通过", "借助", "用好", "运用", "调动",
    ];
    let ahead = scope::ending(words).and_then(|scope| words.get(..words.len() - scope.len()));
    ahead.is_some_and(|ahead| search::ending(ahead, DONE).is_some())
}

/// The nouns that `mention` may count: the ends of the words before it; 法治培训覆盖 2.35 万人次 counts 法治培训.
pub fn nouns_counted<'a>(mention: &Mention<'a>) -> impl Iterator<Item = &'a str> + use<'a> {
    const REACHING: &[&str] = &["覆盖", "惠及", "受益", "参与", "参加", "吸引"];
    let before = mention.name;
    let before = search::ahead(before, REACHING).unwrap_or(before);
    let shortest = if is_large(mention) { SHORTEST_OF_LARGE } else { SHORTEST };
    before.char_indices().rev().take(LONGEST).skip(shortest - 1).filter_map(move |(at, _)| before.get(at..))
}

/// 建成法律服务站 236 个，配备工作人员 671 人: 法律服务站工作人员 are those with which the places were provided that were counted before them.
pub fn nouns_of_both(told: &Told<'_, '_>) -> Vec<String> {
    const PROVIDED: &[&str] = &["配备", "配有", "配置", "拥有", "共有", "聘有", "聘用", "聘请", "有"];
    const LONGEST_PLACE: usize = 8;
    let (mention, passage) = (told.mention, told.passage);
    let places = told.index.checked_sub(1).and_then(|before| passage.mentions.get(before));
    let staff = search::behind(mention.before, PROVIDED);
    let Some((places, staff)) = places.zip(staff) else { return Vec::new() };
    let is_next = places.sentence == mention.sentence && places.clause + 1 == mention.clause;
    let is_staff = mention.quantity.class() == Some(Class::Person) && search::length(staff) >= 2;
    if !is_next || !is_staff || places.quantity.class() == mention.quantity.class() {
        return Vec::new();
    }
    let place = places.name;
    let starts = place.char_indices().rev().map(|(at, _)| at).take(LONGEST_PLACE).skip(1);
    starts.filter_map(|at| place.get(at..)).map(|place| format!("{place}{staff}")).collect()
}

/// 梳理行政执法事项，共编入目录 1084 项: what a clause names whose number stands in the next, behind 共.
pub fn nouns_ahead<'a>(mention: &Mention<'a>) -> impl Iterator<Item = &'a str> + use<'a> {
    let is_sum =
        mention.before.starts_with('共') && !label::begins(mention.before, &["共同", "共享", "共建", "共青"]);
    let ahead = mention.run_up.strip_suffix(mention.before).and_then(|words| words.strip_suffix('，'));
    let clause =
        ahead.filter(|_| is_sum).and_then(|words| words.rsplit(['，', '；', '：']).next()).unwrap_or("");
    let starts = clause.char_indices().rev().map(|(at, _)| at).take(LONGEST).skip(SHORTEST - 1);
    starts.filter_map(move |at| clause.get(at..))
}

/// 对 362 家重点企业逐一开展体检: whether `noun` is all that is named behind `mention`, and something is said of all of them; 安全检查点位
/// are no 安全检查.
pub fn is_all_of(mention: &Mention<'_>, noun: &str) -> bool {
    const TIMES: &[&str] = &["已", "现已", "目前"];
    let rest = mention.after.trim_start_matches('的').strip_prefix(noun);
    rest.is_some_and(|rest| {
        let said = search::behind(rest, TIMES).unwrap_or(rest);
        rest.is_empty() || label::begins(said, OF_ALL)
    })
}

/// Whether `mention` counts thousands.
fn is_large(mention: &Mention<'_>) -> bool {
    mention.quantity.value >= Decimal::whole(1000)
}

/// The beginnings of `words`, the longest first.
pub fn beginnings(words: &str, shortest: usize) -> impl Iterator<Item = &str> {
    let mut rest = label::first_characters(words, LONGEST);
    let left = (search::length(rest) + 1).saturating_sub(shortest);
    (0..left).map(move |_| {
        let one = rest;
        let last = one.chars().next_back().map_or(0, char::len_utf8);
        rest = one.get(..one.len() - last).unwrap_or("");
        one
    })
}
