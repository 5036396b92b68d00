//! The sums of a passage as the rates see them: which figures are parts of one whole.
//!
//! Takes the statements found before the rates, gives for a part its whole, so that a sibling is never taken for it.
//!
//! *Invariant:* only a sum that adds up tells what is a part of what.

use super::general::{Bears, bears, is_denied, last_word, narrows};
use super::holding;
use super::names::{self, Counts};
use super::quotient::Quotient;
use super::verbs::SEVERAL;
use crate::claims::Statement;
use crate::claims::doings;
use crate::claims::label;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::order;
use crate::review::{ClaimKind, Status};
use crate::search;

/// For every part where its whole stands, by the beginnings of both.
pub struct Sums(Vec<(u32, u32)>);

impl Sums {
    /// Those among `statements`.
    pub fn of(statements: &[Statement]) -> Self {
        let adds_up =
            |statement: &&Statement| statement.kind == ClaimKind::Total && statement.status == Status::Holds;
        let pairs = |statement: &Statement| -> Vec<(u32, u32)> {
            let whole = statement.operands_as("total").next().map(|whole| whole.span.start);
            let parts = statement.operands_as("part").map(|part| part.span.start);
            whole.map_or(Vec::new(), |whole| parts.map(|part| (part, whole)).collect())
        };
        let mut found: Vec<(u32, u32)> = statements.iter().filter(adds_up).flat_map(pairs).collect();
        order::sort_by_key(&mut found, |pair| *pair);
        Self(found)
    }

    /// The wholes of `part`.
    fn wholes<'s>(&'s self, part: &Mention<'_>) -> impl Iterator<Item = u32> + use<'s> {
        let start = part.quantity.span.start;
        let first = self.0.partition_point(|(part, _)| *part < start);
        let found = self.0.get(first..).unwrap_or_default().iter();
        found.take_while(move |(part, _)| *part == start).map(|(_, whole)| *whole)
    }

    /// The figure of `passage` that `part` adds up to with its siblings.
    pub fn whole_of(&self, passage: &Passage<'_>, part: &Mention<'_>) -> Option<usize> {
        let start = self.wholes(part).next()?;
        let at = passage.index_at(start);
        passage.mentions.get(at).filter(|whole| whole.quantity.span.start == start).map(|_| at)
    }

    /// The statement of the rate called `name` at `index` that is of all parts of one whole that bear its name: 应公开
    /// 420 项，主动公开 415 项，依申请公开 5 项，公开率 100%; unless it is called like one of them.
    pub fn claim(&self, passage: &Passage<'_>, index: usize, name: &str) -> Option<Statement> {
        let rate = passage.mentions.get(index)?;
        let name = label::strip(name);
        if names::find(name).is_some_and(|known| !matches!(known.counts, Counts::Name)) {
            return None;
        }
        let (parts, whole) = self.parts_bearing(passage, index, last_word(name)?)?;
        let is_of_one = search::length(name) > 2 && parts.iter().any(|part| part.before.contains(name));
        let follows = parts.last().is_some_and(|last| rate.clause == last.clause + 1);
        if is_of_one || !follows || narrows(name) {
            return None;
        }
        let all = Quotient::new(rate, &parts, &[whole])?.judge()?;
        if all.status == Status::Holds { Some(all) } else { holding(all, SEVERAL) }
    }

    /// The statement of the rate called `name` at `index` that is of one part of a sum, called alike: 有效 288 份、无效 12 份，
    /// 无效问卷的比例. What is known by name has counts of its own, unless the name denies it.
    pub fn of_one(&self, passage: &Passage<'_>, index: usize, name: &str) -> Option<Statement> {
        const FARTHEST: u32 = 2;
        let rate = passage.mentions.get(index)?;
        let name = label::strip(name);
        let is_known = names::find(name).is_some_and(|known| !matches!(known.counts, Counts::Name));
        // 一审 30 件、上诉 20 件，上诉率: a rate may be of its sibling; a share of what is not so is of all.
        if !is_denied(name) && (is_known || !rate.before.contains("比例")) {
            return None;
        }
        // 投诉 29 件、举报 5 件，投诉办结率 is no share of 投诉: only the noun of the whole may stand behind the part.
        let is_noun = |rest: &str, part: &Mention<'_>| {
            let whole = self.whole_of(passage, part).and_then(|at| passage.mentions.get(at));
            rate.before.contains("比例") && whole.is_some_and(|whole| whole.before.ends_with(rest))
        };
        let is_called = |part: &Mention<'_>| {
            let words = part.before.trim_start_matches("其中");
            let rest = name.strip_prefix(words).filter(|_| search::length(words) >= 2);
            words.ends_with(name) || rest.is_some_and(|rest| is_noun(rest, part))
        };
        let mut found = passage
            .back_from(index)
            .map(|(_, mention)| mention)
            .take_while(|mention| {
                mention.sentence == rate.sentence && rate.clause <= mention.clause + FARTHEST
            })
            .filter(|mention| self.whole_of(passage, mention).is_some() && is_called(mention));
        let part = found.next().filter(|_| found.next().is_none())?;
        // 合格 147 份、不合格 3 份: 不合格 ends in 合格.
        let is_other = !name.starts_with(part.before) && denies_more(part.before, name);
        let whole = passage.mentions.get(self.whole_of(passage, part)?)?;
        if is_other { None } else { Quotient::new(rate, &[part], &[whole])?.judge() }
    }

    /// 追回养老金 84 万元、失业金 11 万元，合计 95 万元: the sum behind the row that the figure at `first` begins with the verb
    /// `stem`, where that is the verb of all its things.
    pub fn of_things(&self, passage: &Passage<'_>, first: usize, stem: &str) -> Option<usize> {
        let part = passage.mentions.get(first)?;
        let at = self.whole_of(passage, part).filter(|at| *at > first)?;
        let has_thing = search::split(part.before, stem).is_some_and(|(_, thing)| !thing.is_empty());
        let further = passage.mentions.get(first + 1..at).unwrap_or_default();
        // 通过评审 84 家、退回 16 家: what has a verb of its own is no thing of the first; 罚款 is money.
        let has_verb =
            |words: &str| doings::doing_in_front(words).is_some() && !words.ends_with(['款', '金', '费']);
        let is_thing = |other: &Mention<'_>| {
            other.lead == Lead::Pause
                && other.clause == part.clause
                && !other.before.is_empty()
                && bears(other, stem, &[]).is_none()
                && !has_verb(other.before)
                && !label::begins(other.before, &["未", "不", "非", "无", "没", "退", "其"])
                && self.are_siblings(part, other)
        };
        let is_alone = part.lead != Lead::Pause && !further.is_empty() && further.iter().all(is_thing);
        (has_thing && is_alone).then_some(at)
    }

    /// The parts of one whole right before the figure at `index` that all bear `stem`, where there are several, with
    /// their whole.
    fn parts_bearing<'p, 'a>(
        &self,
        passage: &'p Passage<'a>,
        index: usize,
        stem: &str,
    ) -> Option<(Vec<&'p Mention<'a>>, &'p Mention<'a>)> {
        let last = passage.mentions.get(index.checked_sub(1)?)?;
        let whole = passage.mentions.get(self.whole_of(passage, last)?)?;
        let mut parts: Vec<&'p Mention<'a>> = passage
            .back_from(index)
            .map(|(_, mention)| mention)
            .take_while(|mention| mention.token == last.token || self.are_siblings(last, mention))
            .filter(|mention| bears(mention, stem, &[]) == Some(Bears::Name))
            .collect();
        parts.reverse();
        (parts.len() > 1).then_some((parts, whole))
    }

    /// Whether `one` and `other` are parts of one whole.
    pub fn are_siblings(&self, one: &Mention<'_>, other: &Mention<'_>) -> bool {
        const MOST: usize = 4;
        self.wholes(one).take(MOST).any(|whole| self.wholes(other).take(MOST).any(|of| of == whole))
    }
}

/// Whether `words` end in `name` with a sign in front of it that denies it.
fn denies_more(words: &str, name: &str) -> bool {
    words.strip_suffix(name).is_some_and(label::ends_in_denial)
}
