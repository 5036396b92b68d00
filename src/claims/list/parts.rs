//! The parts of a list: how far a row of figures goes on.
//!
//! Takes the first part, the whole and what opened the list; gives all the parts, and the figures of other measure words
//! that each of them has. Which figures are none of them tells `beyond`, what the marks say `marks`.
//!
//! *Invariant:* the mark between the first two parts is the mark of the list; another one, another
//! measure word or a word of a new statement ends it.

use super::Opener;
use super::companions::{is_companion, is_size, numbers_those_who_have, rows_of_companions};
use super::no_whole::is_mean;
use super::shared_out::{is_without_name, names_the_rest};
use super::whole::{counts_days, fits, is_base};
use super::with_share::{has_share, is_step};
use crate::claims::cue_set::Cue;
use crate::claims::growth;
use crate::claims::label;
use crate::claims::parallel;
use crate::claims::statement::{Lead, Mention, Passage};

/// The parts of the list that begins at `first`; and where each has further figures of other measure words right behind
/// it (63 宗、3852 亩), these, a row for each word.
pub fn parts_from(
    passage: &Passage<'_>,
    first: usize,
    whole: usize,
    opener: Opener,
) -> (Vec<usize>, Vec<Vec<usize>>) {
    let Some(head) = passage.mentions.get(first) else { return (Vec::new(), Vec::new()) };
    if label::begins_with_ordinal(head.before) {
        return (numbered_parts(passage, first, whole), Vec::new());
    }
    let mut row = Row::new(passage, (first, head), whole, opener);
    for (index, mention) in passage.ahead_from(first + 1) {
        match row.read(index, mention) {
            Reading::Part => row.parts.push(index),
            Reading::PassedOver => {}
            Reading::End => break,
        }
    }
    let companions = rows_of_companions(passage, &row.parts, row.companions);
    (row.parts, companions)
}

/// 一是 … 二是 …: each ordinal has its figure, in whatever sentence; the others are details.
fn numbered_parts(passage: &Passage<'_>, first: usize, whole: usize) -> Vec<usize> {
    /// How many sentences behind the first the last one may stand.
    const REACH: u32 = 12;
    let Some(head) = passage.mentions.get(first) else { return Vec::new() };
    let of_row = passage.ahead_from(first + 1).filter(|(_, mention)| mention.depth <= head.depth);
    let further = of_row
        .take_while(|(_, mention)| {
            mention.sentence <= head.sentence + REACH && !mention.before.starts_with("一是")
        })
        .filter(|(index, mention)| {
            label::begins_with_ordinal(mention.before) && fits(passage, whole, *index)
        });
    [first].into_iter().chain(further.map(|(index, _)| index)).collect()
}

/// 抽检 412 批次。粮食加工品 103 批次；肉制品 58 批次；其他 251 批次: whether the figure at `first` begins a sentence of which each segment has
/// one figure.
fn is_a_sentence_of_segments(passage: &Passage<'_>, first: usize) -> bool {
    let Some(head) = passage.mentions.get(first).filter(|head| head.lead == Lead::Start) else {
        return false;
    };
    let mut others =
        passage.ahead_from(first + 1).map(|(_, next)| next).take_while(|next| next.sentence == head.sentence);
    let mut segment = head.segment;
    others.all(|next| {
        segment += 1;
        next.segment == segment && next.lead == Lead::Semicolon
    }) && segment > head.segment + 1
}

/// What a figure behind the first part is to the row.
pub(super) enum Reading {
    /// One more part.
    Part,
    /// A detail, a figure of another measure word or a change: the row goes on behind it.
    PassedOver,
    /// The row ends in front of it.
    End,
}

/// A row of parts as far as it is read.
pub(super) struct Row<'p> {
    pub(super) passage: &'p Passage<'p>,
    /// The first part.
    pub(super) head: &'p Mention<'p>,
    /// Where the first part stands.
    pub(super) first: usize,
    /// Where the whole stands.
    pub(super) whole: usize,
    pub(super) opener: Opener,
    /// Whether the row reaches over the segments of its sentence.
    pub(super) spans_segments: bool,
    /// Whether 其中 reaches to the end of its sentence.
    is_among: bool,
    /// Whether the first part stands in another segment than the whole.
    begins_anew: bool,
    /// Whether the first part is told further by a share.
    has_shares: bool,
    /// Whether the whole counts days.
    are_days: bool,
    /// The mark between the parts, once it is known.
    pub(super) style: Option<Lead>,
    /// The mark in front of the number of those to whom the next part belongs.
    of_bodies: Option<Lead>,
    pub(super) parts: Vec<usize>,
    /// Figures of other measure words that each part has.
    companions: Vec<usize>,
}

impl<'p> Row<'p> {
    /// The row of which no more than its first part is read.
    fn new(
        passage: &'p Passage<'p>,
        (first, head): (usize, &'p Mention<'p>),
        whole: usize,
        opener: Opener,
    ) -> Self {
        let stated = passage.mentions.get(whole);
        // 企业 19 户，增长 16%，其中外资企业 3 户，增长 25%；个体工商户 34 户: what changed in the segment of the
        // whole leads back to it.
        let begins_anew = stated.is_some_and(|whole| whole.segment != head.segment);
        // 其中： and a 其中 that begins its sentence reach to the end of it.
        let is_among =
            opener == Opener::Among && (head.lead == Lead::Colon || begins_sentence(passage, first, whole));
        // 按类型分：甲类 41 件；乙类 23 件: behind its colon the sorting reaches over the segments as well.
        let is_sorted = opener == Opener::Sorted && head.lead == Lead::Colon;
        let are_results = opener == Opener::CompleteSet && head.lead == Lead::Colon;
        // 调解、裁决分别为 21 件、9 件；受理 14 件: what is shared out ends with its segment.
        let spans_segments = (matches!(opener, Opener::Partition | Opener::Colon | Opener::Bracket)
            && !is_without_name(head))
            || is_among
            || is_sorted
            || are_results
            || opener == Opener::Stated && is_a_sentence_of_segments(passage, first);
        Self {
            passage,
            head,
            first,
            whole,
            opener,
            spans_segments,
            is_among,
            begins_anew,
            has_shares: has_share(passage, first, begins_anew),
            are_days: stated.is_some_and(counts_days),
            style: None,
            of_bodies: None,
            parts: vec![first],
            companions: Vec::new(),
        }
    }

    /// The whole.
    pub(super) fn stated(&self) -> Option<&'p Mention<'p>> {
        self.passage.mentions.get(self.whole)
    }

    /// Whether the word that opens the row names some of the whole.
    pub(super) fn is_of_some(&self) -> bool {
        matches!(self.opener, Opener::Among | Opener::Including)
    }

    /// Whether `mention` goes with the first part, whatever word it begins with.
    pub(super) fn goes_with_head(&self, mention: &Mention<'_>) -> bool {
        goes_on_alike(self.head, mention) || are_new_and_old(self.head, mention)
    }

    /// What the figure at `index`, the next one, is to the row.
    fn read(&mut self, index: usize, mention: &Mention<'_>) -> Reading {
        if mention.depth > self.head.depth {
            return Reading::PassedOver;
        }
        if mention.bracket != self.head.bracket || mention.sentence != self.head.sentence {
            return Reading::End;
        }
        if !self.may_be_part(index, mention) {
            return Reading::PassedOver;
        }
        if mention.segment != self.head.segment && !self.goes_on_at(index) {
            return Reading::End;
        }
        if mention.begins(Cue::NewStatement) && !self.goes_with_head(mention) {
            let is_detail = self.style == Some(Lead::Semicolon) && mention.lead != Lead::Semicolon;
            return if is_detail { Reading::PassedOver } else { Reading::End };
        }
        if self.ends_before(mention) {
            return Reading::End;
        }
        if numbers_those_who_have(self.passage, index, self.whole) {
            self.of_bodies = Some(mention.lead);
            return Reading::PassedOver;
        }
        let of_bodies = self.of_bodies.take();
        if !fits(self.passage, self.whole, index) {
            return self.read_other_measure(index, mention);
        }
        if self.is_of_another_whole(index, mention) {
            return Reading::End;
        }
        let mark = self.mark_before(index, mention, of_bodies);
        self.read_mark(mark, index, mention)
    }

    /// Whether the figure at `index` counts something, and is neither a change nor a base.
    fn may_be_part(&self, index: usize, mention: &Mention<'_>) -> bool {
        // 税收 66342 万元，增长 18.39%，增收 10304 万元；非税 33881 万元: by how much a part changed is no part.
        let is_change = || is_step(self.passage, index) || growth::is_difference(self.passage, index);
        let counts = mention.quantity.is_amount() || self.are_days && mention.quantity.is_count();
        counts
            && !is_change()
            && !growth::is_set_against(mention)
            && !is_base(self.passage, index)
            && !is_mean_behind_bracket(self.passage, mention)
            && (!is_mean(mention) || is_mean(self.head))
    }

    /// Whether the row goes on with the figure at `index`, which stands in another segment than the first part.
    fn goes_on_at(&self, index: usize) -> bool {
        self.spans_segments
            || self.style == Some(Lead::Semicolon)
            || (self.has_shares && has_share(self.passage, index, self.begins_anew))
    }

    /// What the figure at `index` is to the row, where it counts otherwise than the whole does.
    fn read_other_measure(&mut self, index: usize, mention: &Mention<'_>) -> Reading {
        let (passage, whole) = (self.passage, self.whole);
        // 最多的一家罚款 6 万元，其余两家分别为 3 万元和 2.5 万元: how many are left is none of the parts.
        if names_the_rest(passage, index + 1) && fits(passage, whole, index + 1) {
            return Reading::PassedOver;
        }
        if (is_companion(passage, index) || is_size(passage, (self.first, whole), index, &self.companions))
            && [self.parts.last(), self.companions.last()].contains(&Some(&(index - 1)))
        {
            self.companions.push(index);
            return Reading::PassedOver;
        }
        if mention.lead == Lead::Nothing || self.style == Some(Lead::Semicolon) {
            return Reading::PassedOver;
        }
        // 其中，按日处罚 199 件，罚款 1.86 亿元；查封 8897 件; 包括：处罚案卷 18 卷，发现问题 23 个；许可案卷 14 卷: details of
        // the first part.
        let is_laid_out = self.opener == Opener::Colon && self.head.runs_up_with(Cue::Partition);
        if (self.is_among || is_laid_out) && self.style.is_none() && mention.segment == self.head.segment {
            self.style = Some(Lead::Semicolon);
            return Reading::PassedOver;
        }
        Reading::End
    }
}

/// 所均（全市 94 个所）30.6 件: whether the words in front of the bracket behind which the figure of `mention` stands say that it is a mean.
fn is_mean_behind_bracket(passage: &Passage<'_>, mention: &Mention<'_>) -> bool {
    let ahead = || passage.between(mention.sentence_start, mention.start).rsplit_once('（');
    mention.lead == Lead::Close
        && mention.before.is_empty()
        && ahead().is_some_and(|(words, _)| words.ends_with(['均']) || words.ends_with("平均"))
}

/// 新收 911 件、上年结转 53 件: together they are all there was to do.
pub fn are_new_and_old(one: &Mention<'_>, other: &Mention<'_>) -> bool {
    one.quantity.class() == other.quantity.class()
        && parallel::are_new_and_old(&[label::label(one), label::label(other)])
}

/// 涉及社保的 1206 条，涉及教育的 874 条: what every part begins with begins no new statement.
fn goes_on_alike(head: &Mention<'_>, part: &Mention<'_>) -> bool {
    head.name.starts_with("涉及") && part.before.starts_with("涉及")
}

/// Whether the figure at `first` begins another sentence than that of `whole`.
fn begins_sentence(passage: &Passage<'_>, first: usize, whole: usize) -> bool {
    let sentence = |at: usize| passage.mentions.get(at).map(|mention| mention.sentence);
    sentence(first) != sentence(whole)
}
