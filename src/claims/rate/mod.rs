//! Rates and shares: a written percentage against the counts that it is made of.
//!
//! The name of the rate says which count is above the line (办结率: 办结 …) and which is below
//! (受理, 收到 …), see [`names`]; 占 takes the count before it and the whole that it is a part of.
//! What states the base goes first ([`stated_base`], [`within`]), then the sums found before ([`sums`]), then rates with
//! a form of their own ([`rows`], [`first_pass`], [`reduced`], [`corrected`], [`owed`], [`due`], [`missing`],
//! [`progress`], [`elliptic`], [`not_yet`], [`occurrence`], [`opinion`], [`bare_bound`], [`made_less`], [`halves`], [`all_done`]) and those whose
//! own name labels a count ([`stem`]) or stands before a change ([`raised`]). What was read by a name gets the base that the
//! words name or correct ([`restated_base`]); what is broken then is left open where other counts make the rate ([`doubts`], [`named_some`], [`another_pair`]).
//!
//! *Invariant:* where the base is not said by the words, there is no claim, or it stays open.

mod ahead;
mod all_done;
mod another_pair;
mod bare_bound;
mod base;
mod beside_rest;
mod bracket;
mod corrected;
mod denied;
mod doubts;
mod due;
mod elliptic;
mod elsewhere;
mod first_pass;
mod general;
mod halves;
mod hundred;
mod impossible;
mod in_table;
mod left_out;
mod made_less;
mod marks;
mod mean;
mod mean_ahead;
mod mean_of_row;
mod mean_words;
mod missing;
mod named_some;
mod names;
mod nested;
mod not_yet;
mod occurrence;
mod of_levels;
mod of_some;
mod opinion;
mod out_of_hundred;
mod owed;
mod per_time;
mod progress;
mod proportion;
mod quotient;
mod raised;
mod reduced;
mod restated_base;
mod rows;
mod satisfaction;
mod settled;
mod share;
mod shared_counts;
mod stated_base;
mod stem;
mod sums;
mod together;
mod verbs;
mod way;
mod within;

use super::label;
use super::statement::{Lead, Mention, Passage};
use super::table;
use super::{Claim, Statement};
use crate::facts::{Decimal, Precision};
use crate::lang::Text;
use crate::review::Status;
pub(super) use ahead::share_two_characters;
pub(super) use due::is_due;
pub(super) use missing::ABSENT;
pub(super) use names::INSPECTED;
use names::{Counts, Named};
pub(super) use quotient::Quotient;
use rows::Rows;
pub(super) use share::is_count_of_share;
use sums::Sums;
pub(super) use verbs::IN_TIME;

const BASE_UNCLEAR: Text = Text {
    zh: "可能含上年结转，基数无法确定",
    en: "cases carried over may be included; the base is not stated",
};

/// How many points a rate that was raised may lie from the counts before it to be a mistake.
const NEAR_RAISED: i128 = 10;

/// The statements about rates and shares in `passage`.
pub fn claims(passage: &Passage<'_>, out: &mut Vec<Statement>) {
    out.extend((0..passage.mentions.len()).filter_map(|index| {
        mean::claim(passage, index)
            .or_else(|| per_time::claim(passage, index))
            .or_else(|| mean_of_row::claim(passage, index))
            .or_else(|| mean_ahead::claim(passage, index))
    }));
    out.extend((0..passage.mentions.len()).filter_map(|index| out_of_hundred::claim(passage, index)));
    proportion::claims(passage, out);
    if !passage.mentions.iter().any(|mention| mention.quantity.is_share()) {
        return;
    }
    let first = out.len();
    let sums = Sums::of(out);
    let mut rows = Rows::of(passage);
    out.append(&mut rows.statements);
    let mut share_of = None;
    for (index, rate) in passage.mentions.iter().enumerate() {
        if !rate.quantity.is_share() || rows.hold(index) || has_no_counts_of_its_own(passage, index, rate) {
            continue;
        }
        if let Some(base) = stated_base::find(passage, index) {
            out.extend(stated_base::claim(passage, index, base));
        } else if let Some(found) = within::claim(passage, index) {
            out.push(found);
        } else if let Some(found) = share::of_numbered(passage, index) {
            out.extend(found);
        } else if let Some(found) = share::of_whole_between(passage, index) {
            out.extend(found);
        } else if let Some(found) = share::of_the_foremost(passage, index, &sums) {
            out.push(found);
        } else if let Some(found) = share::counted::claim(passage, index) {
            out.extend(found);
        } else if let Some(wording) = share::read(rate.before) {
            if share::is_told_in_bracket(passage, index) || !of_some::is_of_some(passage, index, wording.part)
            {
                share::claims(passage, index, wording, &sums, &mut share_of, out);
            }
        } else if let Some(name) = names::rate_name(rate.before) {
            by_its_name(passage, index, rate, name, &sums, out);
        } else if let Some(names) = names::rate_names(rate.run_up) {
            out.extend(in_a_row(passage, index, &names, &sums));
        } else if let Some((from, name)) =
            raised::from_another(passage, index).or_else(|| raised::by_a_change(passage, index))
        {
            // 开放 5.2 万件，开放率由 31.4% 提高到 36.9%: the rate of all, and the count of the year alone.
            let is_near = |statement: &Statement| {
                statement.fault.is_none_or(|fault| fault.excess.abs() <= Decimal::whole(NEAR_RAISED))
            };
            out.extend(general::claim(passage, index, from, name, &sums).filter(is_near));
        } else {
            let found = without_a_name(passage, index);
            // 862 人，占总人数 1126 人的 76.6%；35 岁以下 318 人，占 28.2%: the next share is of the same.
            if found.is_some() && rate.before == "的" {
                share_of = share::base_told(passage, index).or(share_of);
            }
            out.extend(found);
        }
    }
    let found = out.split_off(first);
    let found = found.into_iter().filter_map(|statement| settled::beyond_doubt(passage, statement));
    let mut found: Vec<Statement> = found.collect();
    settled::retain_one_of_the_same_counts(&mut found);
    out.append(&mut found);
    hundred::claims(passage, out);
}

/// 良好以上占 89.5%, 确保合格率不低于 98%: whether a rate is of several grades together, of each of several, or only asked for.
fn has_no_counts_of_its_own(passage: &Passage<'_>, index: usize, rate: &Mention<'_>) -> bool {
    label::has(rate.before, &["以上", "以下"]) || is_of_each_alike(passage, index) || is_demanded(rate)
}

/// 办结率 97.3%: what is said of the rate at `index` by its name, by the first way of reading that finds its counts.
fn by_its_name(
    passage: &Passage<'_>,
    index: usize,
    rate: &Mention<'_>,
    name: &str,
    sums: &Sums,
    out: &mut Vec<Statement>,
) {
    if of_some::is_of_one_of_a_row(passage, index, name) {
        out.extend(impossible::claim(rate, name));
        return;
    }
    if let Some(found) = halves::claim(passage, index, name) {
        out.extend(impossible::claim(rate, name).or(found));
        return;
    }
    let known = names::find(name);
    let may_be_of_a_row = name.len() > "调撤".len();
    out.extend(
        impossible::claim(rate, name)
            .or_else(|| denied::claim(passage, index, name))
            .or_else(|| all_done::claim(passage, index, name))
            .or_else(|| nested::claim(passage, index, name))
            .or_else(|| sums.claim(passage, index, name))
            .or_else(|| first_pass::claim(passage, index, name, sums))
            .or_else(|| sums.of_one(passage, index, name))
            .or_else(|| reduced::claim(passage, index, name))
            .or_else(|| corrected::claim(passage, index, name))
            .or_else(|| not_yet::of_the_others(passage, index, name))
            .or_else(|| may_be_of_a_row.then(|| general::of_a_row(passage, index, name)).flatten())
            .or_else(|| named(passage, index, name, known, sums))
            .or_else(|| due::claim(passage, index, name))
            .or_else(|| due::in_bracket(passage, index, name))
            .or_else(|| due::in_between(passage, index, name))
            .or_else(|| progress::claim(passage, index))
            .or_else(|| elliptic::claim(passage, index, name))
            .or_else(|| elliptic::of_those(passage, index, name))
            .or_else(|| ahead::claim(passage, index, name, known))
            .or_else(|| made_less::claim(passage, index, name))
            .or_else(|| general::claim(passage, index, index, name, sums))
            .or_else(|| left_out::claim(passage, index, name))
            .or_else(|| not_yet::claim(passage, index, name))
            .or_else(|| occurrence::claim(passage, index, name))
            .or_else(|| beside_rest::claim(passage, index, name, sums)),
    );
}

/// 结案 767 件（97.3%）: what is said of a rate that has no name, by its place.
fn without_a_name(passage: &Passage<'_>, index: usize) -> Option<Statement> {
    bracket::claim(passage, index)
        .or_else(|| together::claim(passage, index))
        .or_else(|| base::claim(passage, index))
        .or_else(|| due::of_a_pair(passage, index))
        .or_else(|| progress::claim(passage, index))
        .or_else(|| opinion::claim(passage, index))
        .or_else(|| bare_bound::claim(passage, index))
        .or_else(|| made_less::of_an_object(passage, index))
        .or_else(|| left_out::beside_its_whole(passage, index))
}

/// The statements about shares of what another of `passages` counts; `known` are those found so far.
pub fn across(passages: &[Passage<'_>], known: &mut Vec<Statement>) {
    let found = share::of_the_place(passages, known);
    known.extend(found);
    let found = mean::across(passages, known);
    known.extend(found);
}

/// The statements about rates and means of what the tables count in which the figures `named` stand.
pub fn in_tables(passages: &[Passage<'_>], named: &[table::Named], known: &mut Vec<Statement>) {
    let found = in_table::claims(passages, named, known);
    known.extend(found);
}

/// 确保合格率不低于 98%: whether a bound is only asked for.
fn is_demanded(rate: &Mention<'_>) -> bool {
    const DEMANDS: &[&str] =
        &["确保", "保证", "力争", "要求", "规定", "目标", "标准", "应当", "必须", "争取", "指标"];
    matches!(rate.quantity.precision, Precision::AtLeast | Precision::AtMost)
        && label::has(rate.run_up, DEMANDS)
        && label::has(rate.before, &["低于", "高于", "少于", "超过", "控制", "以内"])
}

/// 三阶段整改率均为 100%, 各批次合格率均达 98%: whether the rate at `index` is that of each of several, which have counts of their
/// own.
fn is_of_each_alike(passage: &Passage<'_>, index: usize) -> bool {
    let Some(rate) = passage.mentions.get(index) else { return false };
    let before = index.checked_sub(1).and_then(|before| passage.mentions.get(before));
    let words = rate.before.trim_end_matches(['为', '达', '到', '是']);
    words.ends_with('均')
        && (rate
            .before
            .starts_with(|ch: char| matches!(ch, '各' | '每') || crate::numeral::digit(ch).is_some())
            || before.is_some_and(|number| rate.lead == Lead::Nothing && number.quantity.is_chinese))
}

/// 响应率、解决率分别为 100% 和 91%: as many rates as names.
fn in_a_row(passage: &Passage<'_>, index: usize, names: &[&str], sums: &Sums) -> Vec<Statement> {
    let row: Vec<usize> = passage
        .ahead_from(index)
        .take_while(|(at, mention)| {
            mention.quantity.is_share()
                && (*at == index || mention.lead == Lead::Pause && mention.before.is_empty())
        })
        .map(|(at, _)| at)
        .collect();
    if row.len() != names.len() {
        return Vec::new();
    }
    row.iter().zip(names).filter_map(|(&at, name)| general::claim(passage, at, index, name, sums)).collect()
}

fn named(
    passage: &Passage<'_>,
    index: usize,
    name: &str,
    known: Option<&Named>,
    sums: &Sums,
) -> Option<Statement> {
    let Some(known) = known else {
        return made_less::claim(passage, index, name).or_else(|| stem::claim(passage, index, name, sums));
    };
    if known.stem == "不合格" {
        let failed = marks::complement(passage, index).or_else(|| stem::claim(passage, index, name, sums));
        return failed.or_else(|| stem::claim(passage, index, known.stem, sums));
    }
    // 不满意率 and 未办结率 are of what 满意率 and 办结率 leave out.
    if name.strip_suffix(known.stem).is_some_and(|front| front.ends_with(['不', '未', '非'])) {
        return stem::claim(passage, index, name, sums);
    }
    // 一次性合格率 is of fewer than those who passed in the end.
    let is_fitting =
        |found: &Statement| !label::has(name, verbs::QUALIFIERS) || found.status == Status::Holds;
    match &known.counts {
        Counts::Verbs(verbs) => way::claim(passage, index, name)
            .or_else(|| shared_counts::claim(passage, index, verbs))
            .or_else(|| verbs::by_verbs(passage, index, name, verbs))
            .or_else(|| stem::claim(passage, index, name, sums)),
        Counts::Marks(above) if known.stem == "合格" => marks::marks(passage, index, above)
            .or_else(|| marks::complement(passage, index))
            .or_else(|| stem::claim(passage, index, known.stem, sums))
            .filter(is_fitting),
        Counts::Marks(above) => marks::marks(passage, index, above)
            .or_else(|| stem::claim(passage, index, known.stem, sums))
            .filter(is_fitting),
        Counts::Satisfaction => satisfaction::satisfied(passage, index),
        Counts::Name => {
            stem::claim(passage, index, name, sums).or_else(|| stem::claim(passage, index, known.stem, sums))
        }
    }
}

/// The statement if it holds; else the same, left open.
fn holding(statement: Statement, note: Text) -> Option<Statement> {
    if statement.status == Status::Holds {
        return Some(statement);
    }
    let equation = statement.equation.split(" ≈ ").next().unwrap_or_default().to_owned();
    Some(Claim { status: Status::Open, note: Some(note), fault: None, equation, ..statement })
}
