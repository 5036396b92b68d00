//! Who took part in what was held, told again: 举办全县技能竞赛，42 支代表队参赛 … 参加全县技能竞赛的 24 支代表队中.
//!
//! *Invariant:* what was held bears one name in both places, at one time, and all who took part are meant; figures that
//! differ by more than a slip of the pen may be of something else.

use super::again::have_the_same_digits;
use super::indicator::is_indicator;
use super::key::neutral;
use super::{Told, compare, in_one_unit, told};
use crate::claims::judge::{is_one_slip, is_swapped};
use crate::claims::label;
use crate::claims::scope;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::claims::{Operand, Statement};
use crate::facts::Decimal;
use crate::review::{ClaimKind, Status};
use crate::search;
use crate::source::ViewSpan;

/// The most of what was held that is kept in mind.
const MOST: usize = 16;

/// The fewest characters of the name of what was held.
const SHORTEST_NAME: usize = 4;

/// The most characters of a sentence that are read in front of a figure.
const REACH: usize = 60;

/// What was held, with the figure of those who took part.
struct Held<'p, 'a> {
    told: Told<'p, 'a>,
    name: &'a str,
    scope: &'a str,
    /// What stands in front of the name, where the time may be told.
    ahead: &'a str,
    noun: &'a str,
}

/// The figures of `passages` that count those who took part again, and differ by a slip.
pub fn claims(passages: &[Passage<'_>]) -> Vec<Statement> {
    let mut held: Vec<Held<'_, '_>> = Vec::new();
    let mut out = Vec::new();
    for figure in told(passages) {
        let mut same = held.iter().filter(|held| is_of(&figure, held));
        if let (Some(first), None) = (same.next(), same.next()) {
            out.extend(slip(&first.told, &figure));
        }
        if held.len() < MOST {
            held.extend(read(figure));
        }
    }
    out
}

/// The figures right behind those that `known` tells to be the same, where they bear one name: 举办培训班 26 期，培训骨干 1840 人次 … 26
/// 期培训班共培训骨干 1480 人次.
pub fn along(passages: &[Passage<'_>], known: &[Statement]) -> Vec<Statement> {
    let same = known.iter().filter(|one| one.kind == ClaimKind::Restated && one.status == Status::Holds);
    let behind = |operand: &Operand<ViewSpan>| {
        let place = passages.partition_point(|passage| passage.end() <= operand.span.start);
        let passage = passages.get(place)?;
        let before = passage.mentions.partition_point(|one| one.quantity.span.start <= operand.span.start);
        let anchor = passage.mentions.get(before.checked_sub(1)?)?;
        let mention = passage.mentions.get(before).filter(|next| next.sentence == anchor.sentence)?;
        let class = mention.quantity.class()?;
        let told = Told { passage, place, mention, index: before, class, year: mention.year };
        (attend(mention) || is_indicator(passage, before, mention)).then_some((told, anchor))
    };
    let pair = |statement: &Statement| {
        let (first, held) = statement.operands.first().and_then(behind)?;
        let (again, _) = statement.operands.get(1).and_then(behind)?;
        let key = neutral(first.mention.before);
        let ahead = again.mention.before.strip_suffix(&*key).unwrap_or("");
        let is_next = first.mention.clause == held.clause + 1 && again.mention.lead == Lead::Nothing;
        let is_named = search::length(&key) >= SHORTEST_NAME && ahead.ends_with(['共', '计']);
        let noun = label::last_characters(first.mention.before, SHORTEST_NAME);
        let again_called = again.mention.before.trim_end_matches(['达', '到', '共', '计']);
        let are_the_same = again_called.ends_with(noun);
        let is_of_it = is_named || are_the_same && attend(first.mention) && attend(again.mention);
        (is_next && is_of_it && first.class == again.class).then(|| slip(&first, &again)).flatten()
    };
    same.filter_map(pair).collect()
}

/// 培训执法人员 1246 人次, 覆盖执法人员 1246 人次: whether the figure counts those whom what was held reached.
fn attend(mention: &Mention<'_>) -> bool {
    const REACHED: &[&str] = &[
        "培训",
        "受众",
        "参加",
        "参训",
        "覆盖",
        "惠及",
        "受益",
        "参与",
        "吸引",
        "受教育",
        "听众",
        "参学",
        "轮训",
    ];
    mention.quantity.word().starts_with(['人', '名']) && label::has(mention.before, REACHED)
}

/// What was held where `told` counts who took part: 举办…竞赛，42 支代表队参赛.
fn read<'p, 'a>(told: Told<'p, 'a>) -> Option<Held<'p, 'a>> {
    const TOOK_PART: &[&str] = &["参赛", "参加", "参训", "参会", "参评", "参演", "参展"];
    const HOLDING: &[&str] = &["举办", "举行", "组织", "开展", "承办", "召开"];
    let mention = told.mention;
    if !matches!(mention.before, "" | "共" | "共有" | "有" | "吸引") {
        return None;
    }
    let noun = search::ahead(mention.after, TOOK_PART)?;
    let noun = noun.strip_suffix("报名").unwrap_or(noun);
    let words = tail(told.passage.between(mention.sentence_start, mention.start)).strip_suffix('，')?;
    let clause = words.rsplit(['，', '；', '：']).next()?;
    let (at, verb) = HOLDING.iter().filter_map(|verb| Some((clause.rfind(verb)?, verb))).max()?;
    let (ahead, name) = (clause.get(..at)?, clause.get(at + verb.len()..)?);
    let (scope, name) = split_scope(name.trim_start_matches('了'));
    let is_name = search::length(name) >= SHORTEST_NAME && name.chars().all(char::is_alphanumeric);
    (is_name && search::length(noun) >= 2).then_some(Held { told, name, scope, ahead, noun })
}

/// Whether `told` counts all who took part in what was `held`: 参加…竞赛的 24 支代表队中.
fn is_of(told: &Told<'_, '_>, held: &Held<'_, '_>) -> bool {
    const TAKING_PART: &[&str] = &["参加", "参与", "出席"];
    const WHOLE: &[&str] = &["", "中", "里", "全部", "均", "都"];
    let mention = told.mention;
    let is_whole = mention
        .after
        .strip_prefix(held.noun)
        .is_some_and(|rest| WHOLE.contains(&rest) || rest.starts_with("全部") || rest.starts_with('中'));
    if !is_whole || told.class != held.told.class || !mention.before.ends_with('的') {
        return false;
    }
    let words = tail(told.passage.between(mention.sentence_start, mention.quantity.span.start));
    let Some(words) = words.strip_suffix('的').and_then(|words| words.strip_suffix(held.name)) else {
        return false;
    };
    let (words, scope) = split_scope_behind(words);
    let verb = words.trim_end_matches(|ch: char| ch.is_ascii_digit() || matches!(ch, '年' | '月' | '日'));
    let time = words.get(verb.len()..).unwrap_or("");
    // 全省…竞赛 is another than the one of the county; that of the county may be named without it.
    let is_there = scope.is_empty() || scope == held.scope;
    let is_then = time.is_empty() || held.ahead.ends_with(time);
    is_then && is_there && TAKING_PART.iter().any(|taking| verb.ends_with(taking))
}

/// The claim that `again` is `first`, where it is a slip of it.
pub(super) fn slip(first: &Told<'_, '_>, again: &Told<'_, '_>) -> Option<Statement> {
    let (a, b) = in_one_unit(first.mention.quantity, again.mention.quantity)?;
    let is_slip =
        a >= Decimal::whole(10) && (is_swapped(a, b) || is_one_slip(a, b) || have_the_same_digits(a, b));
    let is_one = is_slip && first.is_of_the_time_of(again) && first.is_apart_from(again);
    compare(first.mention, again.mention, false).filter(|found| is_one && found.status == Status::Broken)
}

/// The last characters of `words`.
fn tail(words: &str) -> &str {
    let at = words.char_indices().rev().take(REACH).last().map_or(0, |(at, _)| at);
    words.get(at..).unwrap_or("")
}

/// The scope at the start of `name`, and what stands behind it.
fn split_scope(name: &str) -> (&str, &str) {
    name.split_at_checked("全县".len()).filter(|(scope, _)| is_scope(scope)).unwrap_or(("", name))
}

/// What stands before the scope at the end of `words`, and the scope.
fn split_scope_behind(words: &str) -> (&str, &str) {
    let at = words.char_indices().rev().nth(1).map_or(0, |(at, _)| at);
    words.split_at_checked(at).filter(|(_, scope)| is_scope(scope)).unwrap_or((words, ""))
}

fn is_scope(words: &str) -> bool {
    scope::PLACES.contains(&words)
}
