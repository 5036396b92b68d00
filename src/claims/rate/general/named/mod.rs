//! A rate with its counts in front of it, of which one bears its name: 受理 1600 件，办结 1520 件，办结率 95%.
//!
//! It takes the rate with its name and gives the statement: first the count above the line, then the other figures that
//! count alike, of which one is the base, then what the words settle of the two.
//!
//! *Invariant:* the figures only choose among readings that the words allow.

mod of_base;

use super::wording::{self, Bears, bears_name, goes_beyond, is_of_the_opposite, object_of};
use super::{FARTHEST, is_count};
use crate::claims::rate::ahead;
use crate::claims::rate::names::{self, Counts};
use crate::claims::rate::sums::Sums;
use crate::claims::statement::{Mention, Passage};
use crate::claims::{Statement, cues, label};
use crate::search;

/// The statement that the rate called `name` at `index` makes with counts in front of `end`, of which one bears the name.
pub fn claim<'p>(
    passage: &'p Passage<'p>,
    index: usize,
    end: usize,
    name: &'p str,
    stem: &'p str,
    sums: &'p Sums,
) -> Option<Statement> {
    let rate = passage.mentions.get(index)?;
    let in_front = passage.mentions.get(end)?;
    let counts = passage
        .back_from(end)
        .take_while(|(_, mention)| mention.sentence == rate.sentence)
        .filter(|(_, mention)| is_count(mention))
        .collect();
    let verbs = verbs_of(name, stem);
    let named = Named { passage, rate, in_front, index, end, name, stem, verbs, sums, counts };
    let above = named.above()?;
    if named.is_of_another(&above) {
        return None;
    }
    let others = named.others(&above);
    match above.listed.or(others.called).or(others.nearest) {
        Some(primary) => named.of_base(&above, others, primary),
        None => named.without_base(&above),
    }
}

/// The verbs that the count above the line may have instead of the name.
fn verbs_of(name: &str, stem: &str) -> &'static [&'static str] {
    match names::find(name).map(|known| &known.counts) {
        // 化解率 behind 已办结: what is done is called by either word.
        Some(Counts::Verbs(_)) if cues::DONE.contains(&stem) => cues::DONE,
        Some(Counts::Verbs(verbs)) => verbs.above,
        _ => &[],
    }
}

/// A rate with its name, and the counts of its sentence.
struct Named<'p> {
    passage: &'p Passage<'p>,
    /// The rate, at `index`.
    rate: &'p Mention<'p>,
    /// The figure at `end`, where the row of rates begins of which it is one.
    in_front: &'p Mention<'p>,
    index: usize,
    end: usize,
    name: &'p str,
    /// The last word of the name.
    stem: &'p str,
    verbs: &'static [&'static str],
    sums: &'p Sums,
    /// What is counted in its sentence in front of `end`, the nearest first.
    counts: Vec<(usize, &'p Mention<'p>)>,
}

/// The count above the line.
struct Above<'p> {
    at: usize,
    count: &'p Mention<'p>,
    bears: Bears,
    /// The sum that it is, where things add up to it.
    summed: Option<usize>,
    /// The whole of the list that it is a part of.
    listed: Option<usize>,
    /// The row that ends with it.
    row: Vec<&'p Mention<'p>>,
}

/// The figures that count like the one above the line.
struct Others {
    /// Those that stand on their own, the nearest first.
    alone: Vec<usize>,
    /// Those that are parts of other lists.
    parts: Vec<usize>,
    /// The first of `alone` that is called like the rate.
    called: Option<usize>,
    /// The nearest of `alone` in front of the count; else the nearest of all.
    nearest: Option<usize>,
}

impl<'p> Named<'p> {
    /// The count that bears the name, or the sum that it is a part of.
    fn above(&self) -> Option<Above<'p>> {
        let (at, count, bears) = self.bearer()?;
        // 追回养老金 84 万元、失业金 11 万元，合计 95 万元，追回率: the rate is of all that was.
        let summed = self.sums.of_things(self.passage, at, self.stem).filter(|&sum| sum < self.end);
        let all = summed.and_then(|sum| Some((sum, self.passage.mentions.get(sum)?)));
        let (at, count) = all.unwrap_or((at, count));
        let listed = self.passage.list_of(at).map(|list| list.whole);
        let row = if listed.is_some() { vec![count] } else { self.passage.row_ending_at(at) };
        Some(Above { at, count, bears, summed, listed, row })
    }

    /// The nearest count that bears the name.
    fn bearer(&self) -> Option<(usize, &'p Mention<'p>, Bears)> {
        let candidates = || {
            self.counts.iter().filter_map(|&(at, mention)| {
                let bears = bears_name(mention, self.name, self.stem, self.verbs)?;
                let is_near = self.in_front.clause <= self.row_end(at, mention) + FARTHEST;
                (is_near && !goes_beyond(mention, self.name)).then_some((at, mention, bears))
            })
        };
        // 负责人出庭 171 件，其中正职出庭 62 件: the rate is of all, unless only some are written.
        let is_detail = |mention: &Mention<'_>| mention.before.starts_with("其中");
        let nearest = candidates().next()?;
        // 火化 3300 人（改革区外 112 人未火化），火化率: the bracket behind what was done tells of others.
        let is_aside = nearest.2 == Bears::Opposite && nearest.1.depth > self.rate.depth;
        let done = candidates().find(|found| found.0 + 1 == nearest.0 && found.2 == Bears::Name);
        if let Some(done) = done.filter(|_| is_aside) {
            return Some(done);
        }
        let alike = |found: &(usize, &Mention<'_>, Bears)| {
            found.1.quantity.class() == nearest.1.quantity.class() && !is_detail(found.1)
        };
        Some(if is_detail(nearest.1) { candidates().find(alike).unwrap_or(nearest) } else { nearest })
    }

    /// 调解 541 件，裁决 302 件，其他 75 件，调解率: the row of a list is as near as its last part.
    fn row_end(&self, at: usize, mention: &Mention<'_>) -> u32 {
        let list = self.passage.list_of(at).filter(|list| list.whole < at);
        let last = list.and_then(|list| self.passage.mentions.get(*list.parts.last()?));
        last.filter(|last| last.token < self.rate.token).map_or(mention.clause, |last| last.clause)
    }

    /// Whether the words give the count to another rate, or the rate to another count.
    fn is_of_another(&self, above: &Above<'_>) -> bool {
        let count = above.count;
        // 除 2 份未到期外，其余 54 份均按期回复，回复率 100%: the rate is of the 54, which are without the 2 already.
        let is_of_rest = |(_, other): &(usize, &Mention<'_>)| {
            other.token > count.token && other.before.starts_with("其余")
        };
        if above.bears == Bears::Opposite && self.counts.iter().any(is_of_rest) {
            return true;
        }
        // 省级规范化司法所 6 个、市级规范化司法所 8 个，规范化率: which of them it is of is not said.
        if above.listed.is_some() && search::length(object_of(self.name)) < 2 && self.has_siblings(above) {
            return true;
        }
        // 抽查药店 260 家，不规范 14 家；抽查诊所 180 家，规范率: behind a count of its own segment the rate is of that.
        let segment = self.in_front.segment;
        let class = count.quantity.class();
        let is_its_own =
            |(_, other): &(usize, &Mention<'_>)| other.segment == segment && other.quantity.class() == class;
        if count.segment != segment && self.counts.iter().any(is_its_own) {
            return true;
        }
        // 合格率 97%，其中市政供水合格率 100%: the counts are those of the first.
        self.passage.back_from(self.end).take_while(|(other, _)| *other > above.at).any(|(_, rate)| {
            rate.quantity.is_share()
                && names::rate_name(rate.before).is_some_and(|name| name.ends_with(self.stem))
        })
    }

    /// Whether another part of its list bears the name as well.
    fn has_siblings(&self, above: &Above<'_>) -> bool {
        let list = self.passage.list_of(above.at);
        let parts = list.iter().flat_map(|list| &list.parts).filter(|&&part| part != above.at);
        let mut parts = parts.filter_map(|&part| self.passage.mentions.get(part));
        parts.any(|part| bears_name(part, self.name, self.stem, self.verbs) == Some(above.bears))
    }

    /// The figures that the count may be of.
    fn others(&self, above: &Above<'_>) -> Others {
        let Above { at, count, bears, summed, listed, ref row } = *above;
        let (passage, sums) = (self.passage, self.sums);
        let class = count.quantity.class();
        // 优秀 18 人、称职 96 人，优秀率: what stands behind it in its row is beside it and not what it is of.
        let beside = passage.row_around(count);
        let is_of_row = |other: &Mention<'_>| {
            let is_in = |row: &[&Mention<'_>]| row.iter().any(|mention| mention.token == other.token);
            is_in(row) || (other.token > count.token && is_in(&beside))
        };
        let (parts, alone): (Vec<usize>, Vec<usize>) = self
            .counts
            .iter()
            .filter(|(_, mention)| {
                !is_of_row(mention)
                    && mention.quantity.class() == class
                    && (mention.depth <= count.depth || wording::is_of_the_noun_before(mention))
                    && !is_of_the_opposite(self.stem, mention)
                    // 采纳 28 份，不予采纳 1 份，尚在研究 1 份: what is still to be done is what nothing is of.
                    && !(mention.token > count.token && label::begins(mention.before, cues::STILL_TO_DO))
                    // 及格 108 人，不及格 12 人: the two stand side by side.
                    && bears_name(mention, self.name, self.stem, self.verbs).is_none_or(|other| other == bears)
                    && !sums.are_siblings(count, mention)
                    && !(summed.is_some() && sums.whole_of(passage, mention) == summed)
            })
            .map(|(other, _)| *other)
            .partition(|&other| Some(other) != listed && passage.is_part(other));
        // 覆盖社区 288 个，全市社区总数 360 个，社区覆盖率: of several figures the base is the one called like the rate.
        let object = object_of(self.name);
        let is_called = |other: &usize| {
            passage.mentions.get(*other).is_some_and(|base| ahead::share_two_characters(object, base.before))
        };
        let called = alone.iter().copied().find(is_called);
        let nearest = alone.iter().copied().find(|&other| other < at).or_else(|| alone.first().copied());
        Others { alone, parts, called, nearest }
    }
}
