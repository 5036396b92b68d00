//! One row and its whole: what ties them, and what is said where they do not agree.
//!
//! *Invariant:* what ties a row to its whole is found in words before the sum is looked at; what is tied only by its form is
//! wrong only by one slip of the pen.

use super::place::{goes_on, stands_alone};
use crate::claims::cue_set::Cue;
use crate::claims::judge::{self, Sum};
use crate::claims::label::{self, label};
use crate::claims::slip::{explained_by_slip, first_that_add_up, is_slip_within, slip_within, swap_within};
use crate::claims::statement::{Mention, Passage};
use crate::claims::total::{end_all_that_came_in, says_that_these_are_all, total};
use crate::claims::{Statement, cues, doings, kinds, later_stage, list, overlap, parallel};
use crate::facts::Decimal;
use crate::review::Status;

/// The statement of the row that begins at `index` and of the figure at `whole` before it.
pub(super) fn claim(passage: &Passage<'_>, whole: usize, index: usize) -> Option<Statement> {
    let row = Row::of(passage, whole, index)?;
    if row.is_none_of_its_own(whole) || row.is_of_something_else() {
        return None;
    }
    row.judged(&row.ties()?)
}

/// 干部 148 人，取得执法证 121 人，具有法律职业资格 23 人: words of what people have, of which one may have several.
const HOLDING: &[&str] = &["取得", "具有", "具备", "持有", "拥有", "考取", "获得", "领取", "兼任", "担任"];

/// A whole and the figures behind it.
struct Row<'p, 'a> {
    passage: &'p Passage<'a>,
    stated: &'p Mention<'a>,
    first: &'p Mention<'a>,
    parts: Vec<usize>,
    mentions: Vec<&'p Mention<'a>>,
    labels: Vec<&'a str>,
}

/// What ties a row to its whole.
struct Ties {
    /// What ends in 的 says which of them: 结果正常的 913 户，无法联系的 28 户.
    say_which: bool,
    /// The labels leave nothing out: 成立、不成立.
    leave_nothing: bool,
    /// Words say that there are no others.
    are_said_to_be_all: bool,
    /// The text says that all ended, and the parts are ways in which they do.
    have_ended: bool,
    /// The parts are what is decided when something comes in.
    are_decided: bool,
    /// The labels belong together by what they say, and the whole is named by all of them or counts papers handed out for one
    /// of those reasons each.
    are_its_kinds: bool,
    /// Whether any of these, or the form of the row, makes it all of the whole.
    are_of_whole: bool,
}

impl<'p, 'a> Row<'p, 'a> {
    fn of(passage: &'p Passage<'a>, whole: usize, index: usize) -> Option<Self> {
        let (stated, first) = (passage.mentions.get(whole)?, passage.mentions.get(index)?);
        let (parts, _) = list::rows_behind(passage, index, whole);
        let mentions: Vec<&Mention<'_>> =
            parts.iter().filter_map(|&part| passage.mentions.get(part)).collect();
        let labels = mentions.iter().map(|part| label(part)).collect();
        Some(Row { passage, stated, first, parts, mentions, labels })
    }

    /// Whether the figures make no row, or one that begins before the whole or goes on behind.
    fn is_none_of_its_own(&self, whole: usize) -> bool {
        self.parts.len() < 2
            || !stands_alone(self.passage, whole, &self.parts)
            || goes_on(self.passage, &self.parts)
    }

    /// Whether the words of the parts say that they are no parts of the whole, or of each other.
    fn is_of_something_else(&self) -> bool {
        // 2022 年末 131 件，2023 年末 127 件，新制定 10 件: stocks of two years are no parts of each other.
        // 编制 216 名，平均每队 18 名，在编 205 名: a mean begins no row.
        if list::is_mean(self.first) {
            return true;
        }
        let are_years =
            self.stated.has(Cue::YearEnd) || self.mentions.iter().any(|part| part.has(Cue::YearEnd));
        let are_of_both = || self.mentions.iter().any(|part| overlap::is_of_both(part));
        // 同意设立 27 家，不同意设立 3 家，同意设立的 27 家均已挂牌: what has the name of the first takes it up.
        let are_taken_up = || self.mentions.iter().any(|part| label::names_again(part, self.stated));
        // 抽查 50 家，应整改 30 家，实整改 28 家: what was due and what was done of it count the same things.
        let is_told = |word: &str| self.mentions.iter().any(|part| part.before.starts_with(word));
        let are_due_and_done = || is_told("应") && is_told("实");
        are_years
            || self.labels.iter().any(|label| label::begins(label, HOLDING))
            || are_of_both()
            || are_due_and_done()
            || overlap::is_remarked_behind(self.passage, self.parts.iter().copied())
            || are_taken_up()
            || kinds::are_decisions_of_a_court(label(self.stated), label(self.first))
    }

    /// 对 126 家公证处、司法鉴定机构开展抽查，公证处 47 家，司法鉴定机构 79 家: whether the whole is named by its kinds, in front of it or behind.
    fn is_named_by_all(&self) -> bool {
        let behind = self.passage.between(self.stated.quantity.span.end, self.first.start);
        kinds::are_joined(&self.labels, self.stated.run_up) || kinds::are_joined(&self.labels, behind)
    }

    /// What ties the row to its whole; nothing where the row may be of anything.
    fn ties(&self) -> Option<Ties> {
        let (before, labels) = (self.stated.before, self.labels.as_slice());
        let is_opening = label::has(before, cues::OPENING);
        let is_said =
            (doings::names_a_whole(before) || doings::names_a_doing(self.stated.after)) && !is_opening;
        let say_which =
            self.mentions.iter().all(|part| part.before.ends_with('的')) && !parallel::may_overlap(labels);
        let are_parallel = say_which || parallel::are_parallel(labels);
        let are_things = parallel::are_things(labels);
        // Two things may be some of many, unless the whole is said to be all there is.
        let is_marked = || doings::is_marked_as_whole(before) && !is_opening;
        let are_parallel_parts = || {
            are_parallel
                && (is_said
                    || parallel::is_hypernym(label(self.stated), labels)
                    || !is_sibling(self.stated, labels))
        };
        let mut ties = Ties {
            say_which,
            leave_nothing: parallel::leave_nothing(labels),
            are_said_to_be_all: says_that_these_are_all(self.passage, &self.parts),
            have_ended: label::has(before, cues::CAME_IN)
                && (end_all_that_came_in(self.passage, &self.parts) || kinds::are_granted_or_not(labels)),
            are_decided: kinds::are_decided_on_arrival(before, labels),
            // 受理投诉举报 2860 件，投诉 1920 件，举报 940 件; 办理许可 1234 件，新办 680 件，变更 320 件，注销 234 件.
            are_its_kinds: kinds::make_up(labels, label(self.stated))
                || self.is_named_by_all()
                || kinds::are_fates_of_proofs(labels)
                || labels.len() >= 3 && kinds::are_reasons_for_papers(labels, self.stated.quantity.word()),
            are_of_whole: false,
        };
        ties.are_of_whole = are_things && (self.parts.len() >= 3 || is_marked())
            || ties.have_ended
            || ties.are_said_to_be_all
            || ties.leave_nothing
            || ties.are_its_kinds
            || (kinds::are_penalties(labels) && before.contains("罚没"))
            || are_parallel_parts();
        // 合计 386.4 万元，退还企业 212.7 万元，上缴财政 137.7 万元: steps may be all of it where the whole is named a sum.
        let is_sum = || label::has(before, cues::SUMS) || before.contains("总额");
        // A row that has a sentence of its own is of the sentence before only where that names a whole.
        let reaches = self.first.sentence == self.stated.sentence
            || (is_said && (self.parts.len() >= 3 || are_parallel));
        let may_be = || are_things || ties.are_decided || is_sum();
        (reaches && (ties.are_of_whole || may_be())).then_some(ties)
    }

    fn judged(&self, ties: &Ties) -> Option<Statement> {
        let terms: Vec<_> = self.mentions.iter().map(|part| (1, part.quantity)).collect();
        let sum = judge::adds_up(&terms, self.stated.quantity);
        let (computed, excess) = match sum {
            Sum::Meets => return Some(self.told(sum, Status::Holds, true)),
            Sum::Off { computed, excess } => (computed, excess),
            Sum::Unclear => return None,
        };
        // 来访 86 批次，重复访 12 批次，初访 74 批次，集体访 6 批次: what follows the parts is a statement of its own.
        if let Some(all) = first_that_add_up(self.stated, &self.mentions) {
            return Some(total(self.stated, all, Sum::Meets, Status::Holds, true));
        }
        let is_above = !excess.is_negative();
        // 参加考试 300 人，一次通过 276 人，补考通过 20 人: of those who passed, none is told that did not.
        // 在校生 4.8 万人，小学 2.6 万人，初中 1.3 万人，高中 0.7 万人: there are other schools.
        let leaves_others = || kinds::are_content(&self.labels) || kinds::are_stages_of_school(&self.labels);
        if all_passed(&self.labels) || !is_above && leaves_others() {
            return None;
        }
        // 受理 94 件，裁决 12 件、调解 61 件、撤回 21 件，全部办结: each matter ends in one way; others may not be told.
        if ties.have_ended {
            let is_told = is_above || self.mentions.len() >= 3;
            let is_slip = is_told && explained_by_slip(self.stated, &self.mentions, sum);
            return is_slip.then(|| self.told(sum, Status::Broken, is_above));
        }
        if ties.are_said_to_be_all || ties.are_decided && is_above {
            let is_certain = !(ties.are_decided && is_above);
            return Some(self.told(sum, Status::Broken, is_certain));
        }
        if self.may_count_some_twice_or_not(ties, sum, is_above) {
            return None;
        }
        let is_wrong = if ties.are_of_whole {
            !self.leaves_out_a_few(ties, excess)
                && (self.are_contraries_near(sum, computed)
                    || ties.are_its_kinds
                        && judge::is_within_percent(computed, self.stated.quantity.value, 5)
                    || slip_within(self.stated, &self.mentions, sum))
        } else {
            has_three_digits(self.stated) && self.is_swap(sum)
        };
        is_wrong.then(|| self.told(sum, Status::Broken, false))
    }

    fn told(&self, sum: Sum, status: Status, is_certain: bool) -> Statement {
        total(self.stated, &self.mentions, sum, status, is_certain)
    }

    /// Whether the words of the parts leave room for more than the whole, or for less.
    fn may_count_some_twice_or_not(&self, ties: &Ties, sum: Sum, is_above: bool) -> bool {
        // 12 个县里，达标的 9 个，设有机构的 5 个: what is said of some of them may be true of the same ones.
        let are_picked = || ties.say_which && is_picked_from(self.passage, self.stated, self.first);
        // 受理 120 件，审结 98 件，正在审理 30 件: some may have been carried over.
        let may_be_carried =
            || is_to_do(&self.labels) && label::has(self.stated.before, cues::CAME_IN) && !self.is_swap(sum);
        // 发放问卷 2000 份，线上回收 1200 份，线下回收 600 份: not all come back.
        let (whole, parts) = (self.stated, self.mentions.as_slice());
        if is_above {
            are_picked() || may_be_carried() || later_stage::may_be_more_than(whole, parts)
        } else {
            later_stage::is_reached_by(whole, parts)
        }
    }

    fn is_swap(&self, sum: Sum) -> bool {
        swap_within(self.stated, &self.mentions, sum, 25)
    }

    /// 断面 24 个，优良断面 22 个，轻度污染断面 1 个: of two parts that leave out one or two, nothing says that they are all.
    fn leaves_out_a_few(&self, ties: &Ties, excess: Decimal) -> bool {
        self.mentions.len() == 2
            && !ties.leave_nothing
            && excess.is_negative()
            && excess.abs() <= Decimal::whole(2)
            && self.stated.quantity.factor == 1
    }

    /// 成立的 9 件，不成立的 25 件: a thing and its contrary are all, however far they miss.
    fn are_contraries_near(&self, sum: Sum, computed: Decimal) -> bool {
        are_contraries(&self.labels)
            && (is_slip_within(self.stated, &self.mentions, sum, 40)
                || judge::is_within_percent(computed, self.stated.quantity.value, 5))
    }
}

/// Whether 里, 中 or 内 stands between `stated` and the row that `first` begins: 12 个县里，达标的 9 个.
fn is_picked_from(passage: &Passage<'_>, stated: &Mention<'_>, first: &Mention<'_>) -> bool {
    let words = passage.between(stated.quantity.span.end, first.start);
    words.trim_end_matches('，').ends_with(['里', '中', '内'])
}

/// Whether `stated` has the form of the row behind it, so that it is likely the first of it.
fn is_sibling(stated: &Mention<'_>, labels: &[&str]) -> bool {
    let mut all = labels.to_vec();
    all.push(label(stated));
    parallel::are_parallel(&all)
}

/// Whether all of `labels` are of what passed.
fn all_passed(labels: &[&str]) -> bool {
    const PASSED: &[&str] = &["合格", "通过", "达标", "及格"];
    let passed =
        |label: &&str| PASSED.iter().any(|word| label.ends_with(word)) && !label::has(label, &["不", "未"]);
    labels.iter().all(passed)
}

/// Whether the last of `labels` says that something is still to be done.
fn is_to_do(labels: &[&str]) -> bool {
    labels.last().is_some_and(|last| label::begins(last, cues::STILL_TO_DO))
}

/// Whether the last of `labels` denies the one before it.
fn are_contraries(labels: &[&str]) -> bool {
    matches!(labels, [.., one, last] if parallel::are_contrary(one, last))
}

/// Whether `mention` is long enough for two swapped digits to be no chance.
fn has_three_digits(mention: &Mention<'_>) -> bool {
    mention.quantity.value.to_string().bytes().filter(u8::is_ascii_digit).count() >= 3
}
