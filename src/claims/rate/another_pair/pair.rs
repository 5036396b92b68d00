//! A rate with its two counts, and what another figure beside them would make of it.
//!
//! 受理 758 件，审结 743 件（含上年结转 22 件），结案率 95.3%: the cases carried over belong below the line as well.
//!
//! *Invariant:* the other figure is put in the place of one of the two, added to one or left out of it; no more than one is tried at a time.

use super::makes;
use crate::claims::cues;
use crate::claims::label;
use crate::claims::list::is_left_out;
use crate::claims::rate::names;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::facts::Decimal;
use crate::search;

/// A rate and the two counts that do not make it.
pub struct Pair<'p, 'a> {
    pub passage: &'p Passage<'a>,
    pub rate: &'p Mention<'a>,
    /// The count above the line.
    pub above: &'p Mention<'a>,
    /// The base.
    pub below: &'p Mention<'a>,
}

impl Pair<'_, '_> {
    /// 工伤认定 31 件；被申请复议 27 件，被纠错 1 件，纠错率 3.7%: behind its two counts, clause by clause, a rate is of no other
    /// segment.
    pub fn stands_clause_by_clause(&self) -> bool {
        let (rate, name) = (self.rate, label::label(self.above));
        self.below.segment == rate.segment
            && self.below.clause + 1 == self.above.clause
            && self.above.clause + 1 == rate.clause
            && search::length(name) >= 2
            && names::rate_name(rate.before).map(label::strip).is_some_and(|of| name.ends_with(of))
    }

    /// Whether `other` counts what the part counts; 件 and 件次 are alike here.
    pub fn is_counted_like(&self, other: &Mention<'_>) -> bool {
        let (part, other) = (&self.above.quantity, &other.quantity);
        let begins_alike = || other.word().chars().next().is_some_and(|first| part.word().starts_with(first));
        other.class() == part.class() || begins_alike()
    }

    /// 实际采购 6.93 亿元，节约 0.33 亿元，节约率 4.5%: what was saved is of what it would have been.
    pub fn makes_it_together(&self) -> bool {
        let (over, under) = (self.above.quantity.base(), self.below.quantity.base());
        label::has(self.rate.before, cues::SAVED) && makes(self.rate, over, plus(over, under))
    }

    /// 查实 73 人 48.6 万元，追回 71 人 46.9 万元，追回率 96.5%: whether what both counts have besides makes the rate.
    pub fn makes_it_in_the_other_measure(&self) -> bool {
        let companion = |count: &Mention<'_>| {
            let next = self.passage.mentions.get(self.passage.index_of(count) + 1)?;
            let is_beside = matches!(next.lead, Lead::Nothing | Lead::Pause)
                && next.before.is_empty()
                && next.quantity.class() != count.quantity.class();
            is_beside.then_some((next.quantity.class(), next.quantity.base()))
        };
        companion(self.above)
            .zip(companion(self.below))
            .is_some_and(|((one, over), (other, under))| one == other && makes(self.rate, over, under))
    }

    /// 受理 146 起，调解成功 129 起，成功率 91.5%（另有 5 起尚在调解，未计入）: whether the bracket right behind the rate says of some that they do
    /// not count, and the rate is right of the others.
    pub fn makes_it_without_those_behind(&self) -> bool {
        const NOT_COUNTED: &[&str] =
            &["未计入", "不计入", "不含", "不计", "扣除", "剔除", "除外", "尚在", "正在", "未到期"];
        const LONGEST: usize = 30;
        let Some(left_out) = self.passage.mentions.get(self.passage.index_of(self.rate) + 1) else {
            return false;
        };
        let behind = self.passage.between(self.rate.quantity.span.end, self.passage.end());
        let bracket = label::first_characters(behind, LONGEST).split('）').next().unwrap_or("");
        let (over, under) = (self.above.quantity.base(), self.below.quantity.base());
        left_out.depth > self.rate.depth
            && left_out.quantity.class() == self.below.quantity.class()
            && bracket.starts_with('（')
            && label::has(bracket, NOT_COUNTED)
            && makes(self.rate, over, minus(under, left_out.quantity.base()))
    }

    /// Whether the rate is right of a pair that has `other` in it, or that `other` is added to or taken from.
    pub fn makes_it_with(&self, other: &Mention<'_>) -> bool {
        let is_one_of_them =
            [self.above, self.below].iter().any(|one| one.quantity.span == other.quantity.span);
        if is_one_of_them {
            return false;
        }
        let (over, under) = (self.above.quantity.base(), self.below.quantity.base());
        let third = other.quantity.base();
        if self.is_carried_over_or_not_asked(other) {
            return true;
        }
        // 达标 32 个，不达标 8 个，不达标的占 25%: of the other part, which is the mistake.
        if plus(over, third) == under {
            return self.is_done_as_well(other);
        }
        // 立案 59 宗，结案 49 宗，未立案 6 宗，结案率 75%: of what was to be taken up, not of what was.
        let is_of_all_due =
            label::begins(other.before, &["未", "尚未"]) && makes(self.rate, over, plus(under, third));
        is_of_all_due
            || makes(self.rate, over, third)
            // What another sentence counts is added to nothing.
            || other.sentence == self.rate.sentence && makes(self.rate, plus(over, third), under)
            || self.is_named_apart(other) && makes(self.rate, minus(over, third), under)
            || self.stands_beside_the_base(other) && makes(self.rate, over, plus(under, third))
    }

    /// 破获 926 起，其中往年积案 148 起，当年现案破案率 61.4%: whether `other` is some of what is above the line, which the rate may leave out.
    fn is_named_apart(&self, other: &Mention<'_>) -> bool {
        self.above.token < other.token
            && other.before.starts_with("其中")
            && other.clause == self.above.clause + 1
    }

    /// 免罚 213 件，减轻处罚 341 件；其中个体工商户 308 件，占 55.6%: whether `other` stands in a row with the base, so that 其中 may be of both.
    fn stands_beside_the_base(&self, other: &Mention<'_>) -> bool {
        self.above.before.starts_with("其中")
            && other.clause + 1 == self.below.clause
            && other.quantity.class() == self.below.quantity.class()
    }

    /// Whether `other` belongs below the line as well, or does not belong there.
    fn is_carried_over_or_not_asked(&self, other: &Mention<'_>) -> bool {
        let (over, under) = (self.above.quantity.base(), self.below.quantity.base());
        let third = other.quantity.base();
        // 受理 758 件，审结 743 件（含上年结转 22 件），结案率 95.3%: what was carried over is below the line as well.
        let is_carried =
            label::has(other.before, &["结转", "结存", "遗留"]) && makes(self.rate, over, plus(under, third));
        // 应参加 12 人，称职 11 人，1 人因产假不参加，称职率 100%: of those of whom it was asked.
        let is_not_asked = || {
            let due = third.zip(under).and_then(|(third, under)| under.minus(third));
            is_left_out(self.passage, self.passage.index_of(self.below), self.passage.index_of(other))
                && (makes(self.rate, over, due) || due == over && self.is_of_a_hundred())
        };
        is_carried || is_not_asked()
    }

    /// 遗留的 6 个全部整改到位，整改率 100%: whether `other`, the other part, is told to be done as well.
    fn is_done_as_well(&self, other: &Mention<'_>) -> bool {
        let (other, rate) = (other.quantity.span, self.rate.quantity.span);
        self.is_of_a_hundred() && self.passage.between(other.end, rate.start).contains("全部")
    }

    /// All of them; what 全部 says so of has no need of figures.
    fn is_of_a_hundred(&self) -> bool {
        self.rate.quantity.value == Decimal::whole(100)
    }
}

/// The sum of two figures, where both are known.
fn plus(one: Option<Decimal>, other: Option<Decimal>) -> Option<Decimal> {
    one.zip(other).and_then(|(one, other)| one.plus(other))
}

/// What is left of one figure without the other, where both are known.
fn minus(one: Option<Decimal>, other: Option<Decimal>) -> Option<Decimal> {
    one.zip(other).and_then(|(one, other)| one.minus(other))
}
