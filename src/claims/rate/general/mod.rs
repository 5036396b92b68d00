//! Rates that no list knows: 认定率, 网办率, 脱困比例. The count above the line bears the last word of the rate's name;
//! the base is the whole that it is a part of, or the only other figure that counts alike.
//!
//! *Invariant:* where the words do not settle both counts, a rate that does not fit is only reported when one slip of
//! the pen explains it; else it stays open, or nothing is said.

mod right_before;
mod row;
mod together;
mod verdict;
mod wording;

use super::ahead;
use super::names::{self, Counts};
use super::sums::Sums;
use crate::claims::cue_set::Cue;
use crate::claims::growth;
use crate::claims::label;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::claims::{Statement, cues};
use crate::facts::Class;
use crate::review::Status;
pub use row::claim as of_a_row;
use together::{of_both, row_of_things};
use verdict::is_certain;
pub use verdict::{COUNTS_UNCLEAR, LEAST_DIGITS, NEAR, read, settle, slipped, uncertain};
pub use wording::{
    ASKED, Bears, OF_SOMETHING_ELSE, bears, bears_name, goes_beyond, is_asked, is_denied, is_of_a_grade,
    is_of_it, is_surveyed, last_word, narrows, object_of,
};
use wording::{is_of_the_opposite, is_told};

/// How many clauses behind its count a rate may stand.
const FARTHEST: u32 = 2;

/// How many characters behind a rate a remark of what it is of may begin.
const FARTHEST_REMARK: usize = 12;

/// The statement that the rate called `name` at `index` makes; counts in front of it end before the figure at `end`,
/// where the row of rates begins of which it is one.
pub fn claim(passage: &Passage<'_>, index: usize, end: usize, name: &str, sums: &Sums) -> Option<Statement> {
    let name = label::strip(name);
    let stem = last_word(name)?;
    let rate = passage.mentions.get(index)?;
    let is_wanted = label::has(rate.before, ahead::INTENDED) || label::has(name, ahead::INTENDED);
    let is_satisfaction = names::find(name).is_some_and(|known| matches!(known.counts, Counts::Satisfaction));
    if is_wanted
        || is_satisfaction
        || label::has(stem, OF_SOMETHING_ELSE)
        || label::has(name, cues::COMPARISON)
    {
        return None;
    }
    if is_asked(name) {
        // Of how many it was asked need not be said.
        return named(passage, index, end, name, stem, sums).filter(|statement| !is_certain(statement));
    }
    named(passage, index, end, name, stem, sums)
        .or_else(|| row::claim(passage, index, stem).filter(|_| index == end))
        .or_else(|| behind(passage, index, name, stem))
        .or_else(|| right_before::claim(passage, index, end, name))
}

/// The statement with counts in front, of which one bears the name.
fn named(
    passage: &Passage<'_>,
    index: usize,
    end: usize,
    name: &str,
    stem: &str,
    sums: &Sums,
) -> Option<Statement> {
    let rate = passage.mentions.get(index)?;
    let in_front = passage.mentions.get(end)?;
    let verbs = match names::find(name).map(|known| &known.counts) {
        // 化解率 behind 已办结: what is done is called by either word.
        Some(Counts::Verbs(_)) if cues::DONE.contains(&stem) => cues::DONE,
        Some(Counts::Verbs(verbs)) => verbs.above,
        _ => &[],
    };
    let counts: Vec<(usize, &Mention<'_>)> = passage
        .back_from(end)
        .take_while(|(_, mention)| mention.sentence == rate.sentence)
        .filter(|(_, mention)| is_count(mention))
        .collect();
    // 调解 541 件，裁决 302 件，其他 75 件，调解率: the row of a list is as near as its last part.
    let row_end = |at: usize, mention: &Mention<'_>| {
        let list = passage.list_of(at).filter(|list| list.whole < at);
        let last = list.and_then(|list| passage.mentions.get(*list.parts.last()?));
        last.filter(|last| last.token < rate.token).map_or(mention.clause, |last| last.clause)
    };
    let candidates = || {
        counts.iter().filter_map(|&(at, mention)| {
            let bears = bears_name(mention, name, stem, verbs)?;
            (in_front.clause <= row_end(at, mention) + FARTHEST && !goes_beyond(mention, name))
                .then_some((at, mention, bears))
        })
    };
    // 负责人出庭 171 件，其中正职出庭 62 件: the rate is of all, unless only some are written.
    let is_detail = |mention: &Mention<'_>| mention.before.starts_with("其中");
    let (at, above, bears) = {
        let nearest = candidates().next()?;
        let alike = |found: &(usize, &Mention<'_>, Bears)| {
            found.1.quantity.class() == nearest.1.quantity.class() && !is_detail(found.1)
        };
        if is_detail(nearest.1) { candidates().find(alike).unwrap_or(nearest) } else { nearest }
    };
    // 追回养老金 84 万元、失业金 11 万元，合计 95 万元，追回率: the rate is of all that was.
    let summed = sums.of_things(passage, at, stem).filter(|&sum| sum < end);
    let all = summed.and_then(|sum| Some((sum, passage.mentions.get(sum)?)));
    let (at, above) = all.unwrap_or((at, above));
    // 除 2 份未到期外，其余 54 份均按期回复，回复率 100%: the rate is of the 54, which are without the 2 already.
    let is_of_rest =
        |(_, other): &(usize, &Mention<'_>)| other.token > above.token && other.before.starts_with("其余");
    if bears == Bears::Opposite && counts.iter().any(is_of_rest) {
        return None;
    }
    let listed = passage.list_of(at).map(|list| list.whole);
    let class = above.quantity.class();
    // 抽查药店 260 家，不规范 14 家；抽查诊所 180 家，规范率: behind a count of its own segment the rate is of that.
    let is_elsewhere = above.segment != in_front.segment
        && counts
            .iter()
            .any(|(_, mention)| mention.segment == in_front.segment && mention.quantity.class() == class);
    if is_elsewhere {
        return None;
    }
    let row = if listed.is_some() { vec![above] } else { passage.row_ending_at(at) };
    // 优秀 18 人、称职 96 人，优秀率: what stands behind it in its row is beside it and not what it is of.
    let beside = passage.row_around(above);
    let is_of_row = |other: &Mention<'_>| {
        let is_in = |row: &[&Mention<'_>]| row.iter().any(|mention| mention.token == other.token);
        is_in(&row) || (other.token > above.token && is_in(&beside))
    };
    let (parts, others): (Vec<usize>, Vec<usize>) = counts
        .iter()
        .filter(|(_, mention)| {
            !is_of_row(mention)
                && mention.quantity.class() == class
                && (mention.depth <= above.depth || wording::is_of_the_noun_before(mention))
                && !is_of_the_opposite(stem, mention)
                // 采纳 28 份，不予采纳 1 份，尚在研究 1 份: what is still to be done is what nothing is of.
                && !(mention.token > above.token && label::begins(mention.before, cues::STILL_TO_DO))
                // 及格 108 人，不及格 12 人: the two stand side by side.
                && bears_name(mention, name, stem, verbs).is_none_or(|other| other == bears)
                && !sums.are_siblings(above, mention)
                && !(summed.is_some() && sums.whole_of(passage, mention) == summed)
        })
        .map(|(other, _)| *other)
        .partition(|&other| Some(other) != listed && passage.is_part(other));
    // 合格率 97%，其中市政供水合格率 100%: the counts are those of the first.
    let is_taken = passage.back_from(end).take_while(|(other, _)| *other > at).any(|(_, rate)| {
        rate.quantity.is_share() && names::rate_name(rate.before).is_some_and(|name| name.ends_with(stem))
    });
    if is_taken {
        return None;
    }
    let is_narrower = narrows(name) && !narrows(above.before);
    // 覆盖社区 288 个，全市社区总数 360 个，社区覆盖率: of several figures the base is the one called like the rate.
    let object = object_of(name);
    let is_called = |other: &usize| {
        passage.mentions.get(*other).is_some_and(|base| ahead::share_two_characters(object, base.before))
    };
    let called = others.iter().copied().find(is_called);
    let nearest = others.iter().copied().find(|&other| other < at).or_else(|| others.first().copied());
    let base = called.or(nearest);
    // 签订合同 160 份。已履行 152 份，履行率: what has no noun of its own is some of what the sentence before counts.
    let behind_it = passage.between(rate.quantity.span.end, passage.end());
    let is_elliptic = |base: &Mention<'_>, found: &Statement| {
        base.sentence + 1 == above.sentence
            && bears == Bears::Name
            && row.len() == 1
            && counts.len() == 1
            && !is_asked(name)
            && !is_narrower
            && !is_of_a_grade(name, &[above, base])
            && wording::says_no_more(above, stem)
            && !carries_over(passage, base)
            && !carries_over(passage, rate)
            && !label::has(label::first_characters(behind_it, FARTHEST_REMARK), cues::CARRIED_OVER)
            && !wording::may_be_of_more(name, base, found)
    };
    if let Some(primary) = listed.or(base) {
        let whole = passage.mentions.get(primary)?;
        let reach = if bears == Bears::Opposite { FARTHEST } else { 1 };
        let is_near = row_end(at, above).max(whole.clause) + reach >= in_front.clause
            && whole.segment == above.segment
            && (listed.is_some() || above.clause.abs_diff(whole.clause) <= 1 || at.abs_diff(primary) == 1);
        // 审结 150 件，撤诉 33 件，维持 75 件，撤诉率: what stands behind the count is beside it, and no more than it is of.
        let is_first = || {
            let behind = others.iter().filter(|&&other| other != primary);
            primary < at && behind.into_iter().all(|&other| other > at)
        };
        let is_reached = (others.len() == 1 || is_first())
            && whole.segment == above.segment
            && above.clause.abs_diff(whole.clause) <= FARTHEST;
        // 1600 项事项网上可办 1520 项，网办率: what stands between the two is said of the second.
        let adjoins = above.lead == Lead::Nothing && primary + 1 == at;
        let is_other = adjoins || wording::bears(whole, stem, verbs).is_none();
        let is_sure = is_near
            && !is_asked(name)
            && row.len() == 1
            && is_other
            && is_of_it(name, above, whole)
            && !is_narrower
            && !is_of_a_grade(name, &[above, whole])
            && !carries_over(passage, rate);
        // 抽样调查 1600 名，知晓的 1312 名，知晓率: who was asked and who said so stand right in front of it.
        let is_survey = is_asked(name)
            && bears == Bears::Name
            && row.len() == 1
            && is_other
            && others.len() == 1
            && primary + 1 == at
            && in_front.clause == above.clause + 1
            && end == at + 1
            && wording::is_surveyed(whole);
        // 违法 48 个；违法图斑已整改 41 个: it may be of a part as well.
        let rest = others.into_iter().chain(parts).filter(|&other| other != primary);
        let readings = std::iter::once(primary).chain(rest);
        let readings = readings.filter_map(|of| read(rate, &row, &[passage.mentions.get(of)?], bears));
        // 抽检种子 48 个、农药 36 个、肥料 25 个，不合格 5 个，合格率: what failed is of all that stand in a row.
        let is_open = called.is_none() && listed.is_none() && primary < at;
        let together = if is_open { row_of_things(passage, primary) } else { Vec::new() };
        let is_one_clause = together.iter().all(|one| one.clause == whole.clause);
        let is_sure = is_sure && is_one_clause;
        let together = Some(together).filter(|base| base.len() > 1);
        let of_all = together.and_then(|base| read(rate, &row, &base, bears));
        let mut readings: Vec<Statement> = readings.collect();
        // 应考 2087 名，缺考 59 名: over a comma they may be something else.
        let is_of_one = !is_one_clause && readings.iter().any(|one| one.status == Status::Holds);
        readings.splice(0..0, of_all.filter(|_| !is_of_one));
        if readings.first().is_some_and(|first| is_elliptic(whole, first)) {
            return settle(readings, rate, false, true);
        }
        if is_survey {
            return settle(readings, rate, true, false).map(uncertain);
        }
        return settle(
            readings,
            rate,
            is_sure,
            is_reached && is_other && is_of_it(name, above, whole) && !is_asked(name),
        );
    }
    if bears == Bears::Opposite
        && let Some(statement) = of_both(passage, at, index, name, stem)
    {
        return settle(vec![statement], rate, false, true);
    }
    // 纠错 12 件，纠错率 15%（审结 80 件）: the base stands in a bracket behind the rate.
    let bracketed = passage.mentions.get(index + 1).filter(|base| {
        base.lead == Lead::Open
            && base.sentence == rate.sentence
            && base.quantity.class() == class
            && is_count(base)
    });
    if let Some(base) = bracketed {
        return settle(vec![read(rate, &row, &[base], bears)?], rate, row.len() == 1 && !is_narrower, false);
    }
    let base = in_sentence_before(passage, above)?;
    let found = read(rate, &row, &[base], bears)?;
    let is_reached = is_elliptic(base, &found);
    settle(vec![found], rate, false, is_reached)
}

/// The statement with both counts behind the rate, of which the second bears its name.
fn behind(passage: &Passage<'_>, index: usize, name: &str, stem: &str) -> Option<Statement> {
    let rate = passage.mentions.get(index)?;
    let (below, above) = (passage.mentions.get(index + 1)?, passage.mentions.get(index + 2)?);
    let follows = below.segment == rate.segment
        && above.segment == rate.segment
        && matches!(below.lead, Lead::Comma | Lead::Open | Lead::Colon)
        && below.clause <= rate.clause + 1
        && above.clause <= below.clause + 1
        && below.quantity.class() == above.quantity.class()
        && [below, above].iter().all(|mention| is_count(mention))
        && bears(below, stem, &[]).is_none();
    // What stands behind the counts may be their own rate.
    let has_own = passage
        .mentions
        .get(index + 3)
        .is_some_and(|next| next.quantity.is_share() && next.segment == rate.segment);
    if !follows || has_own || goes_beyond(above, name) || narrows(name) {
        return None;
    }
    let bears = bears_name(above, name, stem, &[])?;
    let is_before = passage
        .back_from(index)
        .take_while(|(_, mention)| mention.segment == rate.segment)
        .any(|(_, mention)| mention.quantity.class() == above.quantity.class());
    settle(
        vec![read(rate, &[above], &[below], bears)?],
        rate,
        !is_before && is_of_it(name, above, below),
        false,
    )
}

/// Whether the figure counts something there is, and not by how much it changed or what it was.
pub fn is_count(mention: &Mention<'_>) -> bool {
    let is_amount = mention.quantity.is_amount() || mention.quantity.class() == Some(Class::Time);
    is_amount
        && mention.quantity.measure.is_some()
        && !mention.has(Cue::Comparison)
        && !mention.has(Cue::Average)
        && !growth::changes_by(mention)
}

/// Whether the sentence in front of `rate` tells of what came over from the year before.
pub fn carries_over(passage: &Passage<'_>, rate: &Mention<'_>) -> bool {
    label::has(passage.between(rate.sentence_start, rate.quantity.span.start), cues::CARRIED_OVER)
}

/// The only figure of the sentence before that counts like `above`.
fn in_sentence_before<'p>(passage: &'p Passage<'_>, above: &Mention<'_>) -> Option<&'p Mention<'p>> {
    let before = passage.mentions.partition_point(|mention| mention.sentence < above.sentence);
    let mut found = passage
        .back_from(before)
        .take_while(|(_, mention)| mention.sentence + 1 == above.sentence)
        .filter(|(at, mention)| {
            mention.quantity.class() == above.quantity.class() && is_count(mention) && !passage.is_part(*at)
        })
        .map(|(_, mention)| mention);
    let only = found.next()?;
    found.next().is_none().then_some(only)
}
