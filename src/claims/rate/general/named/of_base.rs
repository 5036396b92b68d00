//! What a rate says once the count above its line is found: the base, and how sure the words make it.
//!
//! It takes that count and the others of its sentence and gives the statement, settled.
//!
//! *Invariant:* what a rate asks of people is never beyond doubt; the base of no rate is taken from farther than the
//! sentence before.

use super::{Above, Named, Others};
use crate::claims::rate::due::is_due;
use crate::claims::rate::general::together::{of_both, row_of_things};
use crate::claims::rate::general::verdict::{read, settle, uncertain};
use crate::claims::rate::general::wording::{self, Bears, is_asked, is_of_a_grade, is_of_it, narrows};
use crate::claims::rate::general::{FARTHEST, carries_over, in_sentence_before, is_count};
use crate::claims::statement::{Lead, Mention};
use crate::claims::{Statement, cues, growth, label};
use crate::review::Status;

/// How many characters behind a rate a remark of what it is of may begin.
const FARTHEST_REMARK: usize = 12;

impl<'p> Named<'p> {
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
    pub fn of_base(&self, above: &Above<'p>, others: Others, primary: usize) -> Option<Statement> {
        let (passage, rate, name) = (self.passage, self.rate, self.name);
        let Above { at, count, bears, ref row, .. } = *above;
        let whole = passage.mentions.get(primary)?;
        // 1600 项事项网上可办 1520 项，网办率: what stands between the two is said of the second.
        let adjoins = count.lead == Lead::Nothing && primary + 1 == at;
        // 应参训 862 人，有 793 人参训: what should be has the verb as well.
        let should_be = is_due(whole) && !is_due(count) && whole.before.contains(&format!("应{}", self.stem));
        let is_other = adjoins || should_be || wording::bears(whole, self.stem, self.verbs).is_none();
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
        // 抽检 862 批次，比上年增长 12.3%；合格 793 批次，合格率: what changed may stand between the two.
        let is_over_a_change = || {
            let between = self.passage.mentions.get(primary + 1..at).unwrap_or_default();
            whole.segment + 1 == count.segment
                && wording::says_no_more(count, self.stem)
                && others.len() == 1
                && !between.is_empty()
                && between.iter().all(|change| change.quantity.is_share() && growth::changes_by(change))
        };
        let is_near = whole.segment == count.segment && count.clause.abs_diff(whole.clause) <= FARTHEST;
        (is_near || is_over_a_change()) && (others.len() == 1 || is_first())
    }

    /// The statement where nothing else of the sentence in front of the rate counts like the count above the line.
    pub fn without_base(&self, above: &Above<'p>) -> Option<Statement> {
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
