//! The same verb and object in another order: 审查政府合同 168 份 and 全年 186 份政府合同的审查.
//!
//! Takes the figures of all passages with their words taken apart ([`Phrase`]), gives those that are told twice.
//!
//! *Invariant:* verb, object, scope, period, place and matter of both agree, and of the figures under one name there
//! are no more than two values; how far the two may be apart depends on how much their words say.

use std::borrow::Cow;
use std::cell::OnceCell;

use super::phrase::Phrase;
use super::setting::Setting;
use super::{Told, compare, in_one_unit};
use crate::claims::Statement;
use crate::claims::judge::{is_one_slip, is_swapped, is_within_percent};
use crate::claims::label;
use crate::claims::scope::OF_ALL;
use crate::facts::{Decimal, Quantity};
use crate::numbers::Groups;
use crate::review::{ClaimKind, Status};
use crate::search;

/// The fewest characters of an object that names one thing.
const SHORTEST_OBJECT: usize = 4;

/// The fewest of a verb with its object.
const SHORTEST: usize = 5;

/// The fewest under which figures of two digits may be one slip apart.
const SURE: usize = 6;

/// How many percent all of a thing may differ from what there is of it; what is farther off is of something else.
const NEAR: i128 = 10;

/// Under a name that more figures than these bear, nothing is said.
const MOST_OF_A_NAME: usize = 8;

/// A figure with what its words say.
struct Entry<'p, 'a> {
    told: Told<'p, 'a>,
    phrase: Phrase<'a>,
    /// What its sentence says besides, once it was asked; nothing where it tells of a part of the year, or of a plan.
    setting: OnceCell<Option<Setting<'a>>>,
}

impl<'a> Entry<'_, 'a> {
    fn setting(&self) -> Option<&Setting<'a>> {
        let setting = self.setting.get_or_init(|| {
            let setting = Setting::of(&self.told);
            (!setting.is_of_a_part(&self.told, self.phrase.has_marks())).then_some(setting)
        });
        setting.as_ref()
    }
}

/// A figure under a name, with the verb that stands beside the name.
#[derive(Clone, Copy)]
struct Named<'e, 'p, 'a> {
    number: usize,
    entry: &'e Entry<'p, 'a>,
    verb: &'a str,
    length: usize,
}

/// Those of the `indicators` that are told twice, beside those in `known`.
pub fn claims(indicators: &[Told<'_, '_>], known: &[Statement]) -> Vec<Statement> {
    let entries: Vec<Entry<'_, '_>> = indicators.iter().filter_map(|told| entry(*told)).collect();
    let mut groups: Groups<'_, Named<'_, '_, '_>> = Groups::default();
    for (number, entry) in entries.iter().enumerate() {
        if let Some(turned) = &entry.phrase.turned {
            let length = search::length(turned);
            groups.add(Cow::Borrowed(turned.as_str()), Named { number, entry, verb: "", length });
        }
        for object in &entry.phrase.objects {
            let (verb, length) = (entry.phrase.verb, search::length(object));
            groups.add(Cow::Borrowed(object), Named { number, entry, verb, length });
            if !verb.is_empty() {
                let length = length + search::length(verb);
                groups.add(Cow::Owned(format!("{verb}{object}")), Named { number, entry, verb: "", length });
            }
        }
    }
    let mut found: Vec<Option<Statement>> = entries.iter().map(|_| None).collect();
    for group in groups.all().iter().filter(|group| (2..=MOST_OF_A_NAME).contains(&group.len())) {
        for again in group {
            let Some(slot) = found.get_mut(again.number) else { continue };
            if slot.as_ref().is_none_or(|statement| statement.status == Status::Broken)
                && let Some(statement) = restatement(group, again)
            {
                *slot = Some(statement);
            }
        }
    }
    let told_already = known.iter().filter(|other| other.kind == ClaimKind::Restated);
    let mut told_already: Vec<_> = told_already.filter_map(again_at).collect();
    told_already.sort_unstable();
    let is_new = |statement: &Statement| {
        again_at(statement).is_some_and(|start| told_already.binary_search(&start).is_err())
    };
    found.into_iter().flatten().filter(is_new).collect()
}

/// Where the later figure of a restatement stands.
fn again_at(statement: &Statement) -> Option<u32> {
    statement.operands.last().map(|operand| operand.span.start)
}

fn entry<'p, 'a>(told: Told<'p, 'a>) -> Option<Entry<'p, 'a>> {
    Some(Entry { told, phrase: Phrase::of(&told)?, setting: OnceCell::new() })
}

/// The claim that `again` is what was told before it in its `group`.
fn restatement(group: &[Named<'_, '_, '_>], again: &Named<'_, '_, '_>) -> Option<Statement> {
    let value = |named: &Named<'_, '_, '_>| named.entry.told.mention.quantity.base();
    let alike = || group.iter().filter(|other| other.number != again.number && are_alike(other, again));
    // Under a name of three figures none need be another.
    let mut others = alike().map(value).filter(|other| *other != value(again));
    let one = others.next();
    if others.any(|other| Some(other) != one) {
        return None;
    }
    let mut earlier = alike().filter(|other| other.number < again.number);
    let first = earlier.clone().find(|other| value(other) == value(again)).or_else(|| earlier.next())?;
    let (one, other) = (first.entry.told.mention, again.entry.told.mention);
    let statement = compare(one, other, false)?;
    let says_so = statement.status == Status::Holds || may_differ(first, again);
    says_so.then_some(statement)
}

/// Whether the words of both say that they are of one thing.
fn are_alike(one: &Named<'_, '_, '_>, other: &Named<'_, '_, '_>) -> bool {
    let (a, b) = (one.entry, other.entry);
    let scopes = [a.phrase.scope, b.phrase.scope];
    let is_scoped = scopes.iter().any(|scope| !scope.is_empty());
    a.told.class == b.told.class
        && a.told.is_apart_from(&b.told)
        && a.told.is_of_the_time_of(&b.told)
        && (scopes.contains(&"") || scopes.first() == scopes.last())
        && (one.length >= SHORTEST
            || one.length >= SHORTEST_OBJECT && (a.phrase.has_marks() || b.phrase.has_marks()))
        && verbs_agree(one, other)
        && actors_agree(a, b)
        && a.setting().zip(b.setting()).is_some_and(|(a, b)| !a.differs_from(b, is_scoped))
}

/// Whether what was done is the same, or one of them does not say it and counts all that there is or was.
fn verbs_agree(one: &Named<'_, '_, '_>, other: &Named<'_, '_, '_>) -> bool {
    let (a, b) = (&one.entry.phrase, &other.entry.phrase);
    let silent = match (one.verb, other.verb) {
        // 对全县 26 家加油站开展检查 may have been some of them, now these and now those.
        ("", "") => return !(a.is_behind && b.is_behind) || a.has_period && b.has_period || says_all(other),
        (verb, again) if verb == again => return true,
        ("", verb) => (a, verb),
        (verb, "") => (b, verb),
        _ => return false,
    };
    let (phrase, verb) = silent;
    // 全市 162 家重点企业 are more than the 126 that were inspected; 全年 162 家 are these.
    is_of_what_is_there(verb) || phrase.has_period || phrase.is_taken_up && phrase.scope.is_empty()
}

/// Whether `verb` says that something is there from then on: all of it is counted with it.
fn is_of_what_is_there(verb: &str) -> bool {
    const VERBS: &[&str] = &[
        "设立", "设有", "建成", "建立", "登记", "认定", "配备", "划分", "培育", "创建", "命名", "评定",
        "聘任", "选聘", "聘请", "保留", "核定",
    ];
    VERBS.iter().any(|known| verb.ends_with(known))
}

/// Whether both were done by the same, or one of them does not say by whom.
fn actors_agree(a: &Entry<'_, '_>, b: &Entry<'_, '_>) -> bool {
    match (actor(&a.phrase), actor(&b.phrase)) {
        ("", "") => true,
        // 市司法局全年审查 … 全年审查: unless the sentence names another organ, or the first was of everybody.
        (one, "") => {
            one.ends_with(ORGANS)
                && !b.setting().is_none_or(|setting| setting.names_organ())
                // 我局 is the organ itself.
                && (b.phrase.scope.is_empty() || b.phrase.scope.starts_with('我'))
        }
        ("", _) => false,
        (one, other) => is_name_of(one, other) || is_name_of(other, one),
    }
}

/// How names of organs end.
const ORGANS: &[char] = &['局', '委', '办', '院', '站', '队', '厅', '府', '心', '会', '所', '处', '社', '联'];

/// Who did it; nothing where only 县 or 市 says it.
fn actor<'a>(phrase: &Phrase<'a>) -> &'a str {
    let lead = if phrase.is_outer { "" } else { phrase.lead.trim_end_matches(['共', '已']) };
    if matches!(lead, "省" | "市" | "县" | "区" | "镇" | "乡" | "州" | "旗") { "" } else { lead }
}

/// Whether `short` is `long` without the words of its level (县司法局) or of its field (生态环境综合执法支队).
fn is_name_of(short: &str, long: &str) -> bool {
    const SHORTEST_NAME: usize = 5;
    long.strip_suffix(short).is_some_and(|rest| {
        matches!(rest, "" | "省" | "市" | "县" | "区" | "州" | "旗") || search::length(short) >= SHORTEST_NAME
    })
}

/// Whether the words behind the figure say that all of it is meant.
fn says_all(named: &Named<'_, '_, '_>) -> bool {
    label::has(named.entry.told.mention.after, OF_ALL)
}

/// Whether the words of both say enough that their figures must not differ as they do.
fn may_differ(first: &Named<'_, '_, '_>, again: &Named<'_, '_, '_>) -> bool {
    let (one, other) = (first.entry, again.entry);
    let (a, b) = (one.told.mention.quantity, other.told.mention.quantity);
    let is_same_verb = first.verb == again.verb || is_of_what_is_there(first.verb);
    let is_said_by_both = one.phrase.has_marks() && other.phrase.has_marks();
    // 全区共有律师事务所 36 家 and 全区 39 家律师事务所 are all there are, both times.
    let is_stock = one.told.mention.before.contains('有');
    let is_all = !other.phrase.scope.is_empty()
        && one.phrase.scope == other.phrase.scope
        && (is_stock || again.length >= SHORTEST);
    let least = if is_all && is_stock && says_all(again) {
        1
    } else if is_all || is_said_by_both && again.length >= SURE {
        10
    } else {
        100
    };
    let takes_it_up = other.phrase.has_marks() || other.phrase.is_taken_up;
    // 对全县 16 家 behind 18 家 that there are may be some of them; more than there are is wrong.
    let is_of_all = !other.phrase.is_behind
        || other.phrase.has_period
        || !other.phrase.verb.is_empty()
        || says_all(again)
        || b.base() > a.base();
    let is_slip = is_same_verb && takes_it_up && is_of_all && differ_by(a, b, least, is_one_slip);
    let is_moved = is_same_verb && is_said_by_both && differ_by(a, b, 100, have_the_same_digits);
    // 全县 407 名持证执法人员均考核合格 behind 全县持证执法人员 419 名: all of them are as many as there are.
    let is_there = first.verb.is_empty() || is_of_what_is_there(first.verb);
    let is_all_of_these = is_all && is_there && again.length >= SURE && says_all(again);
    let is_near = |a, b| is_within_percent(b, a, NEAR);
    is_slip || is_moved || differ_by(a, b, 10, is_swapped) || is_all_of_these && differ_by(a, b, 10, is_near)
}

/// Whether `a` is `b` with its point in another place.
pub(super) fn have_the_same_digits(a: Decimal, b: Decimal) -> bool {
    const LEAST: usize = 3;
    let digits = |value: Decimal| value.to_string().replace('.', "").trim_matches('0').to_owned();
    a != b && digits(a) == digits(b) && digits(a).len() >= LEAST
}

/// Whether `a` and `b`, in the unit of either, differ by a slip as `slip` tells it; without their point they are `least`
/// at the least.
fn differ_by(a: &Quantity, b: &Quantity, least: i128, slip: fn(Decimal, Decimal) -> bool) -> bool {
    let finer = a.factor.min(b.factor);
    let in_finer = || Some((a.base()?.divided_by_power(finer)?, b.base()?.divided_by_power(finer)?));
    let is_large = |value: Decimal| {
        value.div_rounded(value.step(), 0).is_some_and(|digits| digits >= Decimal::whole(least))
    };
    [in_one_unit(a, b), in_finer()]
        .into_iter()
        .flatten()
        .any(|(a, b)| is_large(a) && is_large(b) && slip(a, b))
}
