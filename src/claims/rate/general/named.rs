//! A rate with its counts in front of it, of which one bears its name: 受理 1600 件，办结 1520 件，办结率 95%.
//!
//! It takes the rate with its name and gives the statement: first the count above the line, then the other figures that
//! count alike, of which one is the base, then what the words settle of the two.
//!
//! *Invariant:* the figures only choose among readings that the words allow.

use super::super::ahead;
use super::super::names::{self, Counts};
use super::super::sums::Sums;
use super::together::{of_both, row_of_things};
use super::verdict::{read, settle, uncertain};
use super::wording::{
    self, Bears, bears_name, goes_beyond, is_asked, is_of_a_grade, is_of_it, is_of_the_opposite, narrows,
    object_of,
};
use super::{FARTHEST, carries_over, in_sentence_before, is_count};
use crate::claims::statement::{Lead, Mention, Passage};
use crate::claims::{Statement, cues, label};
use crate::review::Status;

/// How many characters behind a rate a remark of what it is of may begin.
const FARTHEST_REMARK: usize = 12;

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

    /// Whether the name tells of fewer than the count does.
    fn is_narrower(&self, above: &Above<'_>) -> bool {
        narrows(self.name) && !narrows(above.count.before)
    }

    /// 签订合同 160 份。已履行 152 份，履行率: what has no noun of its own is some of what the sentence before counts.
    fn is_elliptic(&self, above: &Above<'_>, base: &Mention<'_>, found: &Statement) -> bool {
        let behind_it = || self.passage.between(self.rate.quantity.span.end, self.passage.end());
        base.sentence + 1 == above.count.sentence
            && above.bears == Bears::Name
            && above.row.len() == 1
            && self.counts.len() == 1
            && !is_asked(self.name)
            && !self.is_narrower(above)
            && !is_of_a_grade(self.name, &[above.count, base])
            && wording::says_no_more(above.count, self.stem)
            && !carries_over(self.passage, base)
            && !carries_over(self.passage, self.rate)
            && !label::has(label::first_characters(behind_it(), FARTHEST_REMARK), cues::CARRIED_OVER)
            && !wording::may_be_of_more(self.name, base, found)
    }

    /// The statement with the figure at `primary` as the base, or with one of the others where that fits.
    fn of_base(&self, above: &Above<'p>, others: Others, primary: usize) -> Option<Statement> {
        let (passage, rate, name) = (self.passage, self.rate, self.name);
        let Above { at, count, bears, ref row, .. } = *above;
        let whole = passage.mentions.get(primary)?;
        // 1600 项事项网上可办 1520 项，网办率: what stands between the two is said of the second.
        let adjoins = count.lead == Lead::Nothing && primary + 1 == at;
        let is_other = adjoins || wording::bears(whole, self.stem, self.verbs).is_none();
        let is_sure = is_other && self.is_sure(above, whole, primary);
        let is_survey = is_other && others.alone.len() == 1 && self.is_survey(above, whole, primary);
        let is_reached = is_other && self.is_reached(above, whole, primary, &others.alone);
        // 抽检种子 48 个、农药 36 个、肥料 25 个，不合格 5 个，合格率: what failed is of all that stand in a row.
        let is_open = others.called.is_none() && above.listed.is_none() && primary < at;
        let together = if is_open { row_of_things(passage, primary) } else { Vec::new() };
        let is_one_clause = together.iter().all(|one| one.clause == whole.clause);
        let together = Some(together).filter(|base| base.len() > 1);
        let of_all = together.and_then(|base| read(rate, row, &base, bears));
        // 违法 48 个；违法图斑已整改 41 个: it may be of a part as well.
        let rest = others.alone.into_iter().chain(others.parts).filter(|&other| other != primary);
        let readings = std::iter::once(primary).chain(rest);
        let readings = readings.filter_map(|of| read(rate, row, &[passage.mentions.get(of)?], bears));
        let mut readings: Vec<Statement> = readings.collect();
        // 应考 2087 名，缺考 59 名: over a comma they may be something else.
        let is_of_one = !is_one_clause && readings.iter().any(|one| one.status == Status::Holds);
        readings.splice(0..0, of_all.filter(|_| !is_of_one));
        if readings.first().is_some_and(|first| self.is_elliptic(above, whole, first)) {
            return settle(readings, rate, false, true);
        }
        if is_survey {
            return settle(readings, rate, true, false).map(uncertain);
        }
        let is_reached = is_reached && is_of_it(name, count, whole) && !is_asked(name);
        settle(readings, rate, is_sure && is_one_clause, is_reached)
    }

    /// Whether the words leave no doubt that `whole` is what the count is of.
    fn is_sure(&self, above: &Above<'_>, whole: &Mention<'_>, primary: usize) -> bool {
        let Above { at, count, bears, listed, ref row, .. } = *above;
        let reach = if bears == Bears::Opposite { FARTHEST } else { 1 };
        let is_near = || {
            self.row_end(at, count).max(whole.clause) + reach >= self.in_front.clause
                && whole.segment == count.segment
                && (listed.is_some() || count.clause.abs_diff(whole.clause) <= 1 || at.abs_diff(primary) == 1)
        };
        row.len() == 1
            && is_near()
            && !is_asked(self.name)
            && is_of_it(self.name, count, whole)
            && !self.is_narrower(above)
            && !is_of_a_grade(self.name, &[count, whole])
            && !carries_over(self.passage, self.rate)
    }

    /// 抽样调查 1600 名，知晓的 1312 名，知晓率: who was asked and who said so stand right in front of it.
    fn is_survey(&self, above: &Above<'_>, whole: &Mention<'_>, primary: usize) -> bool {
        is_asked(self.name)
            && above.bears == Bears::Name
            && above.row.len() == 1
            && primary + 1 == above.at
            && self.in_front.clause == above.count.clause + 1
            && self.end == above.at + 1
            && wording::is_surveyed(whole)
    }

    /// Whether the base is the only one near the count, or the first of them.
    fn is_reached(&self, above: &Above<'_>, whole: &Mention<'_>, primary: usize, others: &[usize]) -> bool {
        let Above { at, count, .. } = *above;
        // 审结 150 件，撤诉 33 件，维持 75 件，撤诉率: what stands behind the count is beside it, and no more than it is of.
        let is_first = || primary < at && others.iter().all(|&other| other == primary || other > at);
        whole.segment == count.segment
            && count.clause.abs_diff(whole.clause) <= FARTHEST
            && (others.len() == 1 || is_first())
    }

    /// The statement where nothing else of the sentence in front of the rate counts like the count above the line.
    fn without_base(&self, above: &Above<'p>) -> Option<Statement> {
        let Above { at, count, bears, ref row, .. } = *above;
        let (passage, rate) = (self.passage, self.rate);
        if bears == Bears::Opposite
            && let Some(statement) = of_both(passage, at, self.index, self.name, self.stem)
        {
            return settle(vec![statement], rate, false, true);
        }
        // 纠错 12 件，纠错率 15%（审结 80 件）: the base stands in a bracket behind the rate.
        let bracketed = passage.mentions.get(self.index + 1).filter(|base| {
            base.lead == Lead::Open
                && base.sentence == rate.sentence
                && base.quantity.class() == count.quantity.class()
                && is_count(base)
        });
        if let Some(base) = bracketed {
            let is_sure = row.len() == 1 && !self.is_narrower(above);
            return settle(vec![read(rate, row, &[base], bears)?], rate, is_sure, false);
        }
        let base = in_sentence_before(passage, count)?;
        let found = read(rate, row, &[base], bears)?;
        let is_reached = self.is_elliptic(above, base, &found);
        settle(vec![found], rate, false, is_reached)
    }
}
