//! Rates whose base the words correct or name: 发现问题 200 个，剔除重复后为 181 个，整改率 98.3%; 败诉率 5.0%（以结案数计）.
//!
//! Takes a statement that was read by the name of the rate, gives it with the base that the words say.
//!
//! *Invariant:* what is above the line stays as it was read; where nothing counts what the words name, a statement only
//! holds or is not made.

use super::general::uncertain;
use super::quotient::Quotient;
use super::stated_base::BASE;
use crate::claims::Statement;
use crate::claims::cues;
use crate::claims::label;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::review::Status;
use crate::search;

/// `statement` with the base that the words say, if they say one.
pub fn corrected(passage: &Passage<'_>, statement: Statement) -> Option<Statement> {
    let Some(sides) = Sides::of(passage, &statement) else { return Some(statement) };
    let Some(rate) = passage.mentions.get(sides.rate) else { return Some(statement) };
    if let Some(named) = named_base(passage, sides.rate) {
        let figure = match named {
            Named::Figure(at) => Some(at),
            Named::Words(words) => counted_as(passage, &sides, words),
        };
        return match figure {
            Some(at) if sides.below == [at] => Some(statement),
            Some(at) => sides.over(passage, at).map(uncertain),
            None => Some(statement).filter(|statement| statement.status == Status::Holds),
        };
    }
    let class = sides.below.first().and_then(|&of| passage.class_at(of));
    match net_before(passage, sides.rate, |at| passage.class_at(at) == class) {
        Some(net) if sides.below.iter().all(|&of| of < net) => {
            let found = sides.over(passage, net)?;
            // 受理 520 件，办结 468 件，剔除重复后受理 480 件: what was done before may be of both.
            let is_behind = sides.above.iter().all(|&done| done > net);
            if is_behind || found.status == Status::Holds { Some(found) } else { None }
        }
        // 剔除无效工单后，办结率 98%: of how many is not told.
        _ if takes_some_off(passage, &sides, rate) => {
            Some(statement).filter(|statement| statement.status == Status::Holds)
        }
        _ => Some(statement),
    }
}

/// Whether the words say of what the rate at `index` is.
pub fn is_said(passage: &Passage<'_>, index: usize) -> bool {
    named_base(passage, index).is_some() || net_before(passage, index, |_| true).is_some()
}

/// What is left when some were taken off, in the sentence before the rate at `index`, the nearest of those that are `alike`.
fn net_before(passage: &Passage<'_>, index: usize, alike: impl Fn(usize) -> bool) -> Option<usize> {
    let rate = passage.mentions.get(index)?;
    passage
        .back_from(index)
        .take_while(|(_, mention)| mention.sentence == rate.sentence)
        .map(|(at, _)| at)
        .find(|&at| alike(at) && is_net(passage, at))
}

/// Whether the words between the base and `rate` take some off.
fn takes_some_off(passage: &Passage<'_>, sides: &Sides, rate: &Mention<'_>) -> bool {
    let base = sides.below.iter().max().and_then(|&at| passage.mentions.get(at));
    let words = base.map_or("", |base| passage.between(base.quantity.span.end, rate.quantity.span.start));
    TAKES_OFF.iter().any(|verb| {
        // 剔除不属实的 20 个，整改 180 个: what is taken off is told, and what is left is not.
        let behind = search::find(words, verb).and_then(|at| words.get(at..));
        behind.is_some_and(|behind| behind.contains('后') || label::takes_off(behind) || *verb == "剔除")
    })
}

/// The figures of a rate.
struct Sides {
    rate: usize,
    above: Vec<usize>,
    below: Vec<usize>,
    /// Whether what is above the line is what is left of the base.
    is_rest: bool,
}

impl Sides {
    fn of(passage: &Passage<'_>, statement: &Statement) -> Option<Self> {
        let at = |role: &'static str| -> Vec<usize> {
            let places = statement.operands_as(role).filter_map(|operand| {
                let start = operand.span.start;
                let at = passage.index_at(start);
                passage.mentions.get(at).filter(|mention| mention.quantity.span.start == start).map(|_| at)
            });
            places.collect()
        };
        let (numerators, complements) = (at("numerator"), at("complement"));
        let is_rest = numerators.is_empty();
        let above = if is_rest { complements } else { numerators };
        let sides = Self { rate: *at("rate").first()?, above, below: at("denominator"), is_rest };
        (!sides.above.is_empty() && !sides.below.is_empty()).then_some(sides)
    }

    /// The same rate of the figure at `base`.
    fn over(&self, passage: &Passage<'_>, base: usize) -> Option<Statement> {
        let (rate, base) = (passage.mentions.get(self.rate)?, passage.mentions.get(base)?);
        let above: Vec<&Mention<'_>> = self.above.iter().filter_map(|&at| passage.mentions.get(at)).collect();
        let quotient = match (self.is_rest, above.as_slice()) {
            (true, [taken, ..]) => Quotient::remainder(rate, base, taken)?,
            _ => Quotient::new(rate, &above, &[base])?,
        };
        let is_part = !quotient.numerator.is_negative() && quotient.numerator <= quotient.denominator;
        if is_part { quotient.judge() } else { None }
    }
}

/// Verbs of what takes some off a count.
const TAKES_OFF: &[&str] = &[
    "剔除",
    "扣除",
    "去除",
    "除去",
    "减去",
    "排除",
    "筛除",
    "刨除",
    "核减",
    "去重",
    "剔重",
    "归并",
    "合并重复",
    "合并同类",
];

/// Whether the figure at `at` is what was left when some were taken off: 剔除重复后为 181 个, 除去重复件 40 件后为 600 件.
fn is_net(passage: &Passage<'_>, at: usize) -> bool {
    const LONGEST_NOUN: usize = 10;
    const SMALL: &[char] = &['为', '实', '有', '剩', '共', '计', '的', '余', '是', '际', '还', '，'];
    let Some(mention) = passage.mentions.get(at) else { return false };
    let Some((ahead, behind)) = mention.run_up.rsplit_once('后') else { return false };
    let leads_on = behind.trim_start_matches(SMALL).is_empty()
        || (behind.starts_with('的') && search::length(behind) <= LONGEST_NOUN);
    let clause = ahead.rsplit(['，', '；', '。']).next().unwrap_or(ahead);
    let takes_off = || {
        let before = at.checked_sub(1).and_then(|before| passage.mentions.get(before));
        label::has(clause, TAKES_OFF)
            || before.is_some_and(|before| {
                before.sentence == mention.sentence
                    && ahead == before.after.get(..ahead.len()).unwrap_or(ahead)
                    && !ahead.contains(['，', '；'])
                    && label::has(before.before, TAKES_OFF)
            })
    };
    mention.quantity.is_amount() && leads_on && takes_off()
}

/// A base as the words name it.
enum Named<'a> {
    /// （按结案 120 件计）
    Figure(usize),
    /// （以结案数计）
    Words(&'a str),
}

/// Words with which the name of a base begins.
const OPENING: &[&str] = &["若以", "若按", "仅以", "仅按", "均以", "均按", "以", "按照", "按", "依", "占"];

/// Words with which it ends, besides those that make any figure a base ([`BASE`]).
const ENDING: &[&str] =
    &["口径计算", "口径统计", "作为基数", "作为分母", "为基数计算", "为分母计算", "来计算"];

/// The words at the end of `words` that make what stands before them a base.
fn base_ending(words: &str) -> Option<&'static str> {
    let ending = search::ending(words, ENDING).or_else(|| search::ending(words, BASE));
    ending.or_else(|| search::ending(words, &["计"]))
}

/// The base that a bracket or the last clause behind the rate at `index`, or the clause in front of it, names.
fn named_base<'a>(passage: &Passage<'a>, index: usize) -> Option<Named<'a>> {
    let rate = passage.mentions.get(index)?;
    let next = passage.mentions.get(index + 1);
    let end = rate.quantity.span.end;
    if let Some(base) = next.filter(|next| next.lead == Lead::Open && next.sentence == rate.sentence) {
        let opens = passage.between(end, base.quantity.span.start).strip_prefix('（')?;
        let is_base = label::begins(opens, OPENING) && base_ending(base.after).is_some();
        if is_base && base.quantity.is_amount() {
            return Some(Named::Figure(index + 1));
        }
    }
    let behind = passage.between(end, next.map_or(passage.end(), |next| next.start));
    let in_bracket =
        behind.strip_prefix('（').and_then(|rest| rest.split_once('）')).map(|(inside, _)| inside);
    let last_clause = || {
        let rest = behind.strip_prefix('，')?;
        let end = rest.find(['。', '；']).or(Some(rest.len()).filter(|_| next.is_none()))?;
        rest.get(..end)
    };
    // 以结案数计，败诉率 5.0%; 按结案数计算的败诉率.
    let in_front = || rate.before.split_once('的').and_then(|(words, _)| base_in(words));
    let ahead = || rate.run_up.split(['，', '；', '：']).rev().nth(1).and_then(base_in);
    let found = in_bracket.or_else(last_clause).and_then(base_in).or_else(in_front).or_else(ahead);
    found.map(Named::Words)
}

/// What `words` name as a base: 结案数 of 以结案数计.
fn base_in(words: &str) -> Option<&str> {
    const LONGEST: usize = 14;
    const OTHER: &[char] = &['审', '会', '预', '合', '共', '总', '累', '设', '统'];
    if search::length(words) > LONGEST + 6 {
        return None;
    }
    let opening = search::beginning(words, OPENING)?;
    let ending = base_ending(words)?;
    let name = words.get(opening.len()..words.len().checked_sub(ending.len())?)?;
    let is_name = (2..=LONGEST).contains(&search::length(name)) && !(ending == "计" && name.ends_with(OTHER));
    is_name.then_some(name)
}

/// The figure of the sentence that counts what `words` name: 结案 119 件 is 结案数.
fn counted_as(passage: &Passage<'_>, sides: &Sides, words: &str) -> Option<usize> {
    const NOUNS: &[&str] = &["案件", "件", "的"];
    let mut name = search::behind(words, &["实际", "全部", "全年"]).unwrap_or(words);
    while let Some(shorter) = cues::COUNTED.iter().chain(NOUNS).find_map(|end| name.strip_suffix(*end)) {
        name = shorter;
    }
    let class = sides.above.first().and_then(|&above| passage.class_at(above));
    let rate = passage.mentions.get(sides.rate)?;
    let is_named = search::length(name) >= 2;
    passage
        .back_from(sides.rate)
        .take_while(|(_, mention)| mention.sentence == rate.sentence)
        .filter(|(at, _)| passage.class_at(*at) == class && !sides.above.contains(at))
        .find(|(_, mention)| is_named && mention.before.contains(name))
        .map(|(at, _)| at)
}
