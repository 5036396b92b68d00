//! One whole and its parts, judged.
//!
//! *Invariant:* whether the parts must be all is answered before their sum is looked at.

use super::behind::{is_followed_by_what_is_left, says_that_these_are_all, tells_of_the_rest_without_figure};
use super::claim::{exceeds, subset, total};
use super::doubts::overlap_by_their_shares;
use super::doubts::{
    are_some_of_it, are_stages, are_told_one_by_one, is_one_short, leaves_room, made_a_change, moves_a_stock,
    need_not_be_all, some_went,
};
use super::exhaustive::{Exhaustiveness, exhaustiveness, leaves_out_cooperatives};
use super::more::{with_the_next, with_what_stands_beside};
use crate::claims::Statement;
use crate::claims::cue_set::Cue;
use crate::claims::judge::{self, Sum};
use crate::claims::kinds;
use crate::claims::label::{self, label};
use crate::claims::later_stage;
use crate::claims::list::{self, List, Opener, takes_up};
use crate::claims::parallel;
use crate::claims::slip::{explained_by_slip, first_that_add_up, is_slip_within, slip_within, swap_within};
use crate::claims::statement::{Lead, Mention, Passage};
use crate::facts::Decimal;
use crate::review::{ClaimKind, Status};

/// The statement of `list` with the figure at `whole_index` as its whole.
pub fn read(passage: &Passage<'_>, list: &List, whole_index: usize) -> Option<Statement> {
    let row = Row::of(passage, list, whole_index)?;
    if row.is_no_part_of_it() || row.is_of_the_row_before() {
        return None;
    }
    let kind = row.exhaustiveness();
    if let Some(found) = row.right_with_fewer_or_one_more(kind) {
        return Some(found);
    }
    let (claim_kind, status, certain) = row.verdict(kind);
    if claim_kind == ClaimKind::Subset {
        return row.as_subset(kind);
    }
    if list.opener == Opener::AllOf && status == Status::Broken && !row.is_near(kind, 2) {
        return None;
    }
    Some(total(row.whole, &row.parts, row.sum, status, certain))
}

/// A whole and the parts that are read as its own.
struct Row<'p, 'a> {
    passage: &'p Passage<'a>,
    list: &'p List,
    whole_index: usize,
    whole: &'p Mention<'a>,
    parts: Vec<&'p Mention<'a>>,
    /// The figures whose words name the parts: mostly these themselves.
    named: Vec<&'p Mention<'a>>,
    /// What the parts make, against the whole.
    sum: Sum,
}

impl<'p, 'a> Row<'p, 'a> {
    fn of(passage: &'p Passage<'a>, list: &'p List, whole_index: usize) -> Option<Self> {
        let whole = passage.mentions.get(whole_index)?;
        let parts: Vec<&Mention<'_>> =
            list.parts.iter().filter_map(|&part| passage.mentions.get(part)).collect();
        let names = if list.names.len() == parts.len() { &list.names } else { &list.parts };
        let named = names.iter().filter_map(|&name| passage.mentions.get(name)).collect();
        let terms: Vec<_> = parts.iter().map(|part| (1, part.quantity)).collect();
        let sum = judge::adds_up(&terms, whole.quantity);
        Some(Row { passage, list, whole_index, whole, parts, named, sum })
    }

    /// Whether the figures stand beside the whole, or move or make it, so that they are no parts of it.
    fn is_no_part_of_it(&self) -> bool {
        let (list, whole) = (self.list, self.whole);
        // What is smaller than what follows is one of the row and not its whole.
        // 从部门看，甲 19804 件，乙 3921 件: what is sorted behind another sentence may be no figure of that.
        // 对 12 个部门进行督察，结果为整改到位问题 31 个: what came of it may be of other things.
        let is_of_a_place = list.opener == Opener::Partition && label::is_place(whole.before);
        let may_be_another = is_of_a_place
            || matches!(list.opener, Opener::Rest | Opener::Shared)
            || (list.opener == Opener::Sorted && list.is_distant);
        let is_one_of_the_row = may_be_another && self.exceeds_whole();
        self.may_be_the_same_again()
            || moves_a_stock(whole, &self.named)
            || made_a_change(self.passage, self.whole_index, &self.named)
            || is_one_of_the_row
            || (whole.has(Cue::Net) && some_went(&self.named))
    }

    /// 第一轮督察 18 家，第二轮督察 23 家，两轮共督察 30 家: whether the same things may have had their turn again, so that they are fewer
    /// than the turns make together and no fewer than one of these has.
    fn may_be_the_same_again(&self) -> bool {
        const AGAIN: &[&str] = &["轮", "次", "阶段"];
        let is_turn = |part: &&Mention<'_>| {
            let rest = part.before.strip_prefix('第').and_then(crate::numeral::ordinal_prefix);
            rest.is_some_and(|(_, rest)| label::begins(rest, AGAIN))
        };
        self.list.opener == Opener::Numbered
            && self.whole.before.starts_with('共')
            && is_above(self.sum)
            && !self.exceeds_whole()
            && self.parts.iter().all(is_turn)
    }

    /// Whether one part is above the whole.
    fn exceeds_whole(&self) -> bool {
        self.parts.iter().any(|part| exceeds(part, self.whole))
    }

    /// 处罚案卷 60 卷、许可案卷 40 卷，其中优秀 36 卷 …: whether parts that are above the whole follow a row of which it is the last, so
    /// that they may be about all of that.
    fn is_of_the_row_before(&self) -> bool {
        let (passage, whole) = (self.passage, self.whole_index);
        // 即办件 41 件、承诺件 28 件；承诺件中，…: what is named again is of that alone.
        let is_named = || {
            self.is_taken_out()
                || self.list.parts.first().is_some_and(|&first| takes_up(passage, first, whole))
        };
        (self.exceeds_whole() || is_above(self.sum))
            && self.list.parts.first().is_some_and(|&first| first > whole)
            && !passage.is_part(whole)
            && passage.row_ending_at(whole).len() > 1
            && !is_named()
    }

    /// 其余 7 件中，转入诉讼 3 件: whether 中 right behind the whole says that the parts are of it alone. What a matter concerns
    /// (涉及燃气 5 处、涉及消防 4 处) shuts out nothing else.
    fn is_taken_out(&self) -> bool {
        self.whole.after.ends_with('中')
            && self.list.opener == Opener::Sorted
            && self.list.parts.first() == Some(&(self.whole_index + 1))
            && !self.named.iter().any(|part| label::begins(part.before, &["涉及", "存在", "涉"]))
    }

    /// Whether the parts must be all of the whole, by their words and by what stands behind them.
    fn exhaustiveness(&self) -> Exhaustiveness {
        let (passage, list) = (self.passage, self.list);
        if says_that_these_are_all(passage, &list.parts) {
            return Exhaustiveness::Asserted;
        }
        if self.are_of_another_doing() {
            return Exhaustiveness::Denied;
        }
        let leaves_some = is_followed_by_what_is_left(passage, list);
        let kind = exhaustiveness(self.whole, &self.named, list, self.shared_names(), leaves_some);
        if list.opener == Opener::Bracket && are_some_of_it(&self.named, self.whole, self.sum) {
            Exhaustiveness::Unknown
        } else if kind == Exhaustiveness::Asserted && are_told_one_by_one(list.opener, &self.parts) {
            Exhaustiveness::Denied
        } else if tells_of_the_rest_without_figure(passage, &list.parts) {
            kind.of_some()
        } else {
            kind
        }
    }

    /// 其中专职、兼职分别为 126 名、862 名: what the parts are called, where 分别 shares the figures out among names in front of it.
    fn shared_names(&self) -> Option<Vec<&'a str>> {
        let first = *self
            .list
            .parts
            .first()
            .filter(|_| self.parts.iter().skip(1).all(|part| part.before.is_empty()))?;
        let mut names = list::names_shared(self.passage, first)?;
        if let Some(first) = names.first_mut() {
            *first = first.trim_start_matches("其中").trim_start_matches('，');
        }
        (names.len() == self.parts.len()).then_some(names)
    }

    /// 受理 150 件，上半年办结 80 件，下半年办结 60 件: whether the parts say in words what else was done than the whole says, so that nothing
    /// tells that they are all of it.
    fn are_of_another_doing(&self) -> bool {
        let is_told_ahead = !matches!(
            self.list.opener,
            Opener::Reversed | Opener::Named | Opener::Numbered | Opener::Rest | Opener::OfAllNamed
        );
        is_told_ahead
            && (later_stage::is_reached_by(self.whole, &self.named)
                || later_stage::is_another_doing_by_times(self.whole, &self.named))
    }

    /// The statement of the first of the parts alone, or of these and the figure behind them, where it is right of those and not
    /// of the parts as they stand.
    fn right_with_fewer_or_one_more(&self, kind: Exhaustiveness) -> Option<Statement> {
        let whole = self.whole;
        if kind != Exhaustiveness::Asserted
            && matches!(self.sum, Sum::Off { .. })
            && let Some(all) = first_that_add_up(whole, &self.parts)
        {
            return Some(total(whole, all, Sum::Meets, Status::Holds, true));
        }
        if let Some(all) = with_what_stands_beside(self.passage, whole, self.list, self.sum) {
            return Some(total(whole, &all, Sum::Meets, Status::Holds, true));
        }
        let all = is_partition(self.list.opener)
            .then(|| with_the_next(self.passage, whole, self.list, &self.parts, self.sum))
            .flatten()?;
        Some(total(whole, &all, Sum::Meets, Status::Holds, true))
    }

    /// Whether the parts miss the whole by so little that they are likely meant to be all, or by one slip of the pen; where
    /// no slip shows it, it takes as many as `parts_needed`.
    fn is_near(&self, kind: Exhaustiveness, parts_needed: usize) -> bool {
        let (whole, parts, sum) = (self.whole, &self.parts, self.sum);
        let opener = self.list.opener;
        let Sum::Off { computed, excess } = sum else { return false };
        // 三个中队查扣 …，全支队累计查扣 176 辆: the body may have others besides.
        if opener == Opener::OfAllNamed {
            return is_slip_within(whole, parts, sum, 10);
        }
        // 小学 2.6 万人，初中 1.3 万人，高中 0.7 万人: there are other schools.
        let labels: Vec<&str> = self.named.iter().map(|part| label(part)).collect();
        if excess.is_negative() && kinds::are_stages_of_school(&labels) {
            return false;
        }
        // Parts of a whole may leave something out, but not be more than it.
        let percent = if excess.is_negative() { 5 } else { 10 };
        parts.len() >= parts_needed
            && judge::is_within_percent(computed, whole.quantity.value, percent)
            && (opener == Opener::AllOf
                || judge::is_within_percent(computed, whole.quantity.value, 1)
                || explained_by_slip(whole, parts, sum))
            || (is_by_form(opener, &self.named) && slip_within(whole, parts, sum))
            || (end_in_what_was_not(opener, &self.named) && is_slip_within(whole, parts, sum, 40))
            || (opener == Opener::AllOf
                && whole.lead == Lead::Nothing
                && is_slip_within(whole, parts, sum, 60))
            || ((parts.len() >= 3 || matches!(kind, Exhaustiveness::Likely | Exhaustiveness::Alike))
                && swap_within(whole, parts, sum, 15))
    }

    /// What is said of the whole and its parts, how it stands, and whether that is certain.
    fn verdict(&self, kind: Exhaustiveness) -> (ClaimKind, Status, bool) {
        const NOTHING_SAID: (ClaimKind, Status, bool) = (ClaimKind::Subset, Status::Holds, true);
        let are_likely_all = match (kind, self.sum) {
            (Exhaustiveness::Asserted, sum) => return (ClaimKind::Total, sum.status(), true),
            (_, Sum::Meets) if self.parts.len() >= 2 && !self.list.is_open_ended => {
                return (ClaimKind::Total, Status::Holds, true);
            }
            (Exhaustiveness::Likely | Exhaustiveness::Exclusive, Sum::Off { excess, .. })
                if !excess.is_negative()
                    && !are_stages(&self.parts, self.whole)
                    && !overlap_by_their_shares(self.passage, self.whole, &self.parts) =>
            {
                return (ClaimKind::Total, Status::Broken, true);
            }
            (Exhaustiveness::Alike, Sum::Off { computed, excess }) if !excess.is_negative() => {
                self.is_slip_of_alike_parts(computed)
            }
            (Exhaustiveness::Likely | Exhaustiveness::Alike, Sum::Off { excess, .. })
                if excess.is_negative() && self.leaves_out_cooperatives() =>
            {
                explained_by_slip(self.whole, &self.parts, self.sum) && self.is_near(kind, 2)
            }
            (Exhaustiveness::Likely | Exhaustiveness::Alike, Sum::Off { .. }) => {
                (self.is_near(kind, 2) && !leaves_room(&self.named, self.sum))
                    || is_one_short(&self.named, self.sum)
            }
            (Exhaustiveness::Unknown, Sum::Off { excess, .. }) => {
                self.is_near(kind, self.least_parts()) && !(excess.is_negative() && self.may_leave_some_out())
            }
            _ => false,
        };
        if are_likely_all { (ClaimKind::Total, Status::Broken, false) } else { NOTHING_SAID }
    }

    /// 联合检查 720 次、夜间检查 386 次 of 860 may be the same ones: whether one slip of the pen, or being many and near, shows that parts with
    /// no more than their noun in common are parts of it that cannot make `computed`.
    fn is_slip_of_alike_parts(&self, computed: Decimal) -> bool {
        const MANY: usize = 3;
        const NEAR: i128 = 10;
        const FAR: i128 = 40;
        let (whole, parts) = (self.whole, &self.parts);
        (is_slip_within(whole, parts, self.sum, FAR)
            || parts.len() >= MANY && judge::is_within_percent(computed, whole.quantity.value, NEAR))
            && !are_stages(parts, whole)
            && !overlap_by_their_shares(self.passage, whole, parts)
    }

    /// Whether what is short of all may be those that are neither enterprises nor owners of their own.
    fn leaves_out_cooperatives(&self) -> bool {
        let labels: Vec<&str> = self.named.iter().map(|part| label(part)).collect();
        leaves_out_cooperatives(self.whole, &labels)
    }

    /// How many parts it takes, where nothing is said, to be likely all: fewer behind a bracket or a word of partition.
    fn least_parts(&self) -> usize {
        let opener = self.list.opener;
        if is_partition(opener) || opener == Opener::OfAllNamed { 2 } else { 3 }
    }

    /// Whether parts behind 其中 that are less than the whole may be some of many, with no swapped digits to explain it.
    fn may_leave_some_out(&self) -> bool {
        self.list.opener == Opener::Among
            && need_not_be_all(&self.named)
            && !swap_within(self.whole, &self.parts, self.sum, 1)
    }

    /// The statement of parts that need not be all. Without 其中, a bracket or a partition there is no subset to speak of.
    fn as_subset(&self, kind: Exhaustiveness) -> Option<Statement> {
        let (whole, parts) = (self.whole, &self.parts);
        match self.list.opener {
            Opener::Stated | Opener::AllOf | Opener::CompleteSet | Opener::Sorted | Opener::Ordinals => {
                let may_be_all =
                    !self.list.is_open_ended && self.is_near(kind, 2) && !self.are_of_another_doing();
                may_be_all.then(|| total(whole, parts, self.sum, Status::Broken, false))
            }
            Opener::Reversed | Opener::Named | Opener::Numbered | Opener::OfAllNamed => None,
            _ if matches!(kind, Exhaustiveness::Unknown | Exhaustiveness::Denied) => {
                Some(subset(whole, &without_what_is_besides(whole, parts)))
            }
            _ => Some(subset(whole, parts)),
        }
    }
}

/// 选派副校长 94 名，其中民警 57 名，聘请校外辅导员 149 名: `parts` without those behind a comma that are above the whole: where they are not
/// of one kind with the first, they are counted besides.
pub fn without_what_is_besides<'p, 'a>(
    whole: &Mention<'_>,
    parts: &[&'p Mention<'a>],
) -> Vec<&'p Mention<'a>> {
    let is_besides =
        |at: usize, part: &Mention<'_>| at > 0 && part.lead == Lead::Comma && exceeds(part, whole);
    parts.iter().enumerate().filter(|(at, part)| !is_besides(*at, part)).map(|(_, part)| *part).collect()
}

/// Whether the row shows by its form that it is of the whole.
fn is_by_form(opener: Opener, parts: &[&Mention<'_>]) -> bool {
    let labels = || parts.iter().map(|part| label(part)).collect::<Vec<_>>();
    opener == Opener::AllOf
        || (opener == Opener::Stated
            && (parallel::are_parallel(&labels()) || parallel::are_things(&labels())))
}

/// 收到 61 条，采纳 43 条，未采纳 18 条: whether the last of a set is what was not done of the others, so that nothing is left. What was
/// refused (不予) may stand beside what is not decided yet.
fn end_in_what_was_not(opener: Opener, parts: &[&Mention<'_>]) -> bool {
    let labels: Vec<&str> = parts.iter().map(|part| label(part)).collect();
    opener == Opener::CompleteSet
        && labels.last().is_some_and(|last| last.starts_with('未'))
        && parallel::leave_nothing(&labels)
}

fn is_partition(opener: Opener) -> bool {
    matches!(opener, Opener::Bracket | Opener::Partition | Opener::Colon | Opener::Shared)
}

fn is_above(sum: Sum) -> bool {
    matches!(sum, Sum::Off { excess, .. } if !excess.is_negative())
}
