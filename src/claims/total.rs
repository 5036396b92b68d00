//! Parts against their whole: `total` where the text says that they are all, `subset` where not.
//!
//! *Invariant:* [`exhaustiveness`] answers from words only; the values are looked at afterwards.

use super::cue_set::Cue;
use super::cues;
use super::judge::{self, Sum};
use super::kinds;
use super::label::{self, label};
use super::list::{List, Opener};
use super::notes;
use super::parallel;
use super::slip::{explained_by_slip, first_that_add_up, slip_within, swap_within};
use super::statement::{Mention, Passage};
use super::{Claim, Fault, Operand, Reason, Statement};
use crate::facts::{Decimal, Precision};
use crate::lang::Text;
use crate::review::{ClaimKind, Status};
use crate::source::ViewSpan;

/// Whether the parts of a list must add up to the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Exhaustiveness {
    /// The text says that these are all.
    Asserted,
    /// The parts are of one kind and cannot overlap; that they are all is likely, not said.
    Likely,
    /// Nothing is said.
    Unknown,
    /// The labels may overlap, or the list is left open: parts are only subsets.
    Denied,
}

/// The statements about parts and wholes in `passage`.
pub fn claims(passage: &Passage<'_>, out: &mut Vec<Statement>) {
    for list in &passage.lists {
        out.extend(statement(passage, list));
    }
}

/// The statement of `list`, read of the figure that the words point to, or else of another one that
/// they may point to.
fn statement(passage: &Passage<'_>, list: &List) -> Option<Statement> {
    let first = read(passage, list, list.whole);
    if list.opener == Opener::Rest {
        // 罚款 23 件，没收 4 件，拘留 3 件，其他 1 件: the figure before may be one of the row itself.
        let is_certain = |first: &Statement| {
            first.status == Status::Holds || (is_nearly(first) && !stands_in_row(passage, list.whole))
        };
        return first.filter(is_certain);
    }
    if list.opener == Opener::Reversed && first.as_ref().is_some_and(|first| first.status == Status::Broken) {
        // 合计 may sum up only the last of the figures before it, or some before them as well.
        let rows = shorter_rows(list).chain(longer_rows(passage, list));
        return rows.into_iter().find_map(|row| holding(read(passage, &row, list.whole))).or(first);
    }
    let is_right = |statement: &Statement| statement.status == Status::Holds;
    let is_total = |statement: &Statement| is_right(statement) && statement.kind == ClaimKind::Total;
    // 一季度 38 名 … 全年 155 名，其中 45 名: a figure between the two is the whole, if the part is not above it.
    let exceeds_first =
        |statement: &Statement| statement.kind == ClaimKind::Subset && statement.status == Status::Broken;
    if first.as_ref().is_some_and(exceeds_first) && is_below_one_between(passage, list) {
        return None;
    }
    if list.others.is_empty() || first.as_ref().is_some_and(is_total) {
        // 不合格 347 批次。其中，市局完成的 4068 批次抽检中: what begins another sentence may be about more than
        // the last figure of the one before.
        let is_of_another = |statement: &Statement| {
            list.is_distant && statement.kind == ClaimKind::Subset && statement.status == Status::Broken
        };
        return first.filter(|first| !is_of_another(first) || is_nearly(first));
    }
    let readings: Vec<Statement> =
        list.others.iter().filter_map(|&whole| read(passage, list, whole)).collect();
    if let Some(total) = readings.iter().find(|reading| is_total(reading)) {
        return Some(total.clone());
    }
    // 已化解 27 件，正在推进 5 件，其中涉诉 11 件: what follows the last of a row may be about all of it.
    let is_behind_a_row =
        passage.mentions.get(list.whole).is_some_and(|whole| label::begins(whole.before, cues::STILL_TO_DO));
    if !(list.is_distant || is_behind_a_row) || first.as_ref().is_some_and(is_right) {
        return first;
    }
    // What the words leave open is wrong only where it is wrong of every figure, and nearly right of one.
    let subset = readings.iter().rev().find(|reading| is_right(reading));
    let is_subset = |reading: &&Statement| reading.kind == ClaimKind::Subset;
    subset
        .or_else(|| first.iter().chain(&readings).find(|reading| is_nearly(reading) || is_subset(reading)))
        .cloned()
}

/// Whether the statement would be right if little of it were different.
fn is_nearly(reading: &Statement) -> bool {
    let whole = reading.operands_as("total").chain(reading.operands_as("whole")).next();
    reading.fault.zip(whole).is_some_and(|(fault, whole)| {
        judge::is_within_percent(fault.computed, whole.value, 5)
            || judge::is_one_slip(whole.value, fault.computed)
    })
}

/// Whether a figure that counts alike stands before the one at `index` in its segment.
fn stands_in_row(passage: &Passage<'_>, index: usize) -> bool {
    let before = index.checked_sub(1).and_then(|before| passage.mentions.get(before));
    passage.mentions.get(index).zip(before).is_some_and(|(mention, before)| {
        before.segment == mention.segment
            && before.quantity.class() == mention.quantity.class()
            && !before.has(Cue::Comparison)
    })
}

/// `list` without its first part, its first two parts, and so on.
fn shorter_rows(list: &List) -> impl Iterator<Item = List> {
    (1..list.parts.len().saturating_sub(1))
        .map(|from| List { parts: list.parts.get(from..).unwrap_or_default().to_vec(), ..list.clone() })
}

/// Whether a figure between the whole of `list` and its parts counts alike and is as large as the largest part.
fn is_below_one_between(passage: &Passage<'_>, list: &List) -> bool {
    const MOST: usize = 12;
    let Some(&first) = list.parts.first() else { return false };
    let between = passage.back_from(first).take(MOST).take_while(|(at, _)| *at > list.whole);
    let parts = || list.parts.iter().filter_map(|&part| passage.mentions.get(part));
    between.into_iter().any(|(_, mention)| {
        mention.depth == 0
            && !mention.has(Cue::Comparison)
            && parts()
                .all(|part| part.quantity.class() == mention.quantity.class() && !exceeds(part, mention))
    })
}

/// `list` with the figure before its first part, the two before it, and so on, no farther than the sentence before.
fn longer_rows(passage: &Passage<'_>, list: &List) -> Vec<List> {
    const MOST: usize = 6;
    let (Some(&first), Some(whole)) = (list.parts.first(), passage.mentions.get(list.whole)) else {
        return Vec::new();
    };
    let mut parts = list.parts.clone();
    let mut rows = Vec::new();
    for (at, mention) in
        passage.back_from(first).take_while(|(_, mention)| mention.sentence + 1 >= whole.sentence)
    {
        if mention.depth == 0 && mention.quantity.class() == whole.quantity.class() && rows.len() < MOST {
            parts.insert(0, at);
            rows.push(List { parts: parts.clone(), ..list.clone() });
        }
    }
    rows
}

fn holding(statement: Option<Statement>) -> Option<Statement> {
    statement.filter(|statement| statement.status == Status::Holds)
}

fn read(passage: &Passage<'_>, list: &List, whole_index: usize) -> Option<Statement> {
    let whole = passage.mentions.get(whole_index)?;
    let parts: Vec<&Mention<'_>> = list.parts.iter().filter_map(|&part| passage.mentions.get(part)).collect();
    let terms: Vec<_> = parts.iter().map(|part| (1, part.quantity)).collect();
    let sum = judge::adds_up(&terms, whole.quantity);
    // What is smaller than what follows is one of the row and not its whole.
    let is_one_of_the_row = list.opener == Opener::Rest && parts.iter().any(|part| exceeds(part, whole));
    if moves_a_stock(whole, &parts) || is_one_of_the_row {
        return None;
    }
    // 处罚案卷 60 卷、许可案卷 40 卷，其中优秀 36 卷 …: what follows a row may be about all of it.
    let is_of_a_row = || !passage.is_part(whole_index) && passage.row_ending_at(whole_index).len() > 1;
    let exceeds_one = parts.iter().any(|part| exceeds(part, whole)) || is_above(sum);
    if exceeds_one && is_of_a_row() {
        return None;
    }
    let kind = exhaustiveness(whole, &parts, list, is_followed_by_what_is_left(passage, list));
    if kind != Exhaustiveness::Asserted
        && matches!(sum, Sum::Off { .. })
        && let Some(all) = first_that_add_up(whole, &parts)
    {
        return Some(total(whole, all, Sum::Meets, Status::Holds, true));
    }
    let near = |sum: Sum, parts_needed: usize| match sum {
        Sum::Off { computed, excess } => {
            // Parts of a whole may leave something out, but not be more than it.
            let percent = if excess.is_negative() { 5 } else { 10 };
            parts.len() >= parts_needed
                && judge::is_within_percent(computed, whole.quantity.value, percent)
                && (list.opener == Opener::AllOf
                    || judge::is_within_percent(computed, whole.quantity.value, 1)
                    || explained_by_slip(whole, &parts, sum))
                || (is_by_form(list.opener, &parts) && slip_within(whole, &parts, sum))
                || ((parts.len() >= 3 || kind == Exhaustiveness::Likely)
                    && swap_within(whole, &parts, sum, 15))
        }
        _ => false,
    };
    let (claim_kind, status, certain) = match (kind, sum) {
        (Exhaustiveness::Asserted, Sum::Meets) => (ClaimKind::Total, Status::Holds, true),
        (Exhaustiveness::Asserted, Sum::Off { .. }) => (ClaimKind::Total, Status::Broken, true),
        (Exhaustiveness::Asserted, Sum::Unclear) => (ClaimKind::Total, Status::Open, true),
        (Exhaustiveness::Likely | Exhaustiveness::Unknown | Exhaustiveness::Denied, Sum::Meets)
            if parts.len() >= 2 && !list.is_open_ended =>
        {
            (ClaimKind::Total, Status::Holds, true)
        }
        (Exhaustiveness::Likely, Sum::Off { excess, .. })
            if !excess.is_negative() && !are_stages(&parts, whole) =>
        {
            (ClaimKind::Total, Status::Broken, true)
        }
        (Exhaustiveness::Likely, Sum::Off { .. })
            if (near(sum, 2) && !leaves_room(&parts, sum)) || is_one_short(&parts, sum) =>
        {
            (ClaimKind::Total, Status::Broken, false)
        }
        (Exhaustiveness::Unknown, Sum::Off { .. })
            if near(sum, if is_partition(list.opener) { 2 } else { 3 }) =>
        {
            (ClaimKind::Total, Status::Broken, false)
        }
        _ => (ClaimKind::Subset, Status::Holds, true),
    };
    // Without 其中, a bracket or a partition there is no subset to speak of.
    if claim_kind == ClaimKind::Subset {
        return match list.opener {
            Opener::Stated | Opener::AllOf | Opener::CompleteSet | Opener::Sorted | Opener::Ordinals => {
                near(sum, 2).then(|| total(whole, &parts, sum, Status::Broken, false))
            }
            Opener::Reversed => None,
            _ => Some(subset(whole, &parts)),
        };
    }
    if list.opener == Opener::AllOf && status == Status::Broken && !near(sum, 2) {
        return None;
    }
    Some(total(whole, &parts, sum, status, certain))
}

/// Whether the row shows by its form that it is of the whole.
fn is_by_form(opener: Opener, parts: &[&Mention<'_>]) -> bool {
    let labels = || parts.iter().map(|part| label(part)).collect::<Vec<_>>();
    opener == Opener::AllOf
        || (opener == Opener::Stated
            && (parallel::are_parallel(&labels()) || parallel::are_things(&labels())))
}

fn is_partition(opener: Opener) -> bool {
    matches!(opener, Opener::Bracket | Opener::Partition | Opener::Colon)
}

fn exhaustiveness(
    whole: &Mention<'_>,
    parts: &[&Mention<'_>],
    list: &List,
    leaves_some: bool,
) -> Exhaustiveness {
    let labels: Vec<&str> = parts.iter().map(|part| label(part)).collect();
    // 任务涉及…甲 3 家、乙 4 家: in front of a whole list 涉及 is its verb, not part of a label.
    let overlapping = || {
        let mut things = labels.clone();
        let is_verb = !labels.iter().skip(1).all(|label| label.starts_with("涉及"));
        if let Some(first) = things.first_mut().filter(|_| is_verb) {
            *first = first.trim_start_matches("涉及");
        }
        parallel::are_sorted_differently(&things)
            || (!kinds::end_alike(&labels) && parallel::may_overlap(&things))
    };
    let has_rest = parts.len() >= 2
        && labels.last().is_some_and(|last| label::begins(last.trim_start_matches("涉及"), cues::REST));
    if list.is_open_ended {
        return Exhaustiveness::Denied;
    }
    if (leaves_some && kinds::are_complete(&labels)) || kinds::lack_a_kind_of(whole.before, &labels) {
        return Exhaustiveness::Unknown;
    }
    match list.opener {
        _ if has_rest => Exhaustiveness::Asserted,
        Opener::Reversed | Opener::Rest => Exhaustiveness::Asserted,
        // 罚没款 is by its name 罚款 and what was confiscated.
        _ if kinds::are_penalties(&labels) && whole.before.contains("罚没") => Exhaustiveness::Asserted,
        Opener::Including => Exhaustiveness::Denied,
        Opener::Among if kinds::are_complete(&labels) => Exhaustiveness::Asserted,
        Opener::Among if overlapping() => Exhaustiveness::Denied,
        _ if overlapping() => Exhaustiveness::Unknown,
        Opener::Among if kinds::are_actions(&labels) && is_action_count(whole) => Exhaustiveness::Asserted,
        _ if parts.len() < 2 => Exhaustiveness::Unknown,
        // 审议意见、代表建议合计 87 件，其中审议意见 11 件，代表建议 76 件: the whole names them all.
        Opener::Among if labels.iter().all(|label| whole.run_up.contains(label)) => Exhaustiveness::Asserted,
        Opener::Partition | Opener::Bracket | Opener::Colon => Exhaustiveness::Asserted,
        _ if kinds::are_complete(&labels) => Exhaustiveness::Asserted,
        Opener::Among | Opener::Sorted
            if kinds::are_of_one_kind(&labels)
                || kinds::make_up(&labels, whole.before)
                || parallel::are_parallel(&labels)
                || parallel::leave_nothing(&labels) =>
        {
            Exhaustiveness::Likely
        }
        _ => Exhaustiveness::Unknown,
    }
}

/// 新建 26 个、改建 21 个: two parts that are alike in one sign only may leave a few out.
fn leaves_room(parts: &[&Mention<'_>], sum: Sum) -> bool {
    let labels: Vec<&str> = parts.iter().map(|part| label(part)).collect();
    parts.len() == 2
        && matches!(sum, Sum::Off { excess, .. } if excess.abs() <= Decimal::whole(2))
        && !parallel::are_parallel(&labels)
        && !kinds::are_of_one_set(&labels)
}

/// 应诉 63 件，其中开庭 57 件，负责人出庭 55 件: two of which each is nearly the whole are stages of the same.
fn are_stages(parts: &[&Mention<'_>], whole: &Mention<'_>) -> bool {
    let labels: Vec<&str> = parts.iter().map(|part| label(part)).collect();
    let is_nearly_all = |part: &&Mention<'_>| {
        judge::is_within_percent(part.quantity.value, whole.quantity.value, 20)
            && part.quantity.factor == whole.quantity.factor
    };
    parts.len() == 2 && parts.iter().all(is_nearly_all) && !kinds::are_of_one_set(&labels)
}

/// 以政府名义制发 9 件，以办公室名义制发 8 件: two parts in the very same words that miss by one.
fn is_one_short(parts: &[&Mention<'_>], sum: Sum) -> bool {
    let labels: Vec<&str> = parts.iter().map(|part| label(part)).collect();
    matches!(sum, Sum::Off { excess, .. } if excess.abs() == Decimal::whole(1))
        && parallel::are_in_the_same_words(&labels)
}

/// 查实 32 件、查否 40 件，正在核查 14 件: what is still to be done belongs to the whole as well, however complete the
/// labels before it are.
fn is_followed_by_what_is_left(passage: &Passage<'_>, list: &List) -> bool {
    const LEFT: &[&str] = &["正在", "尚", "仍", "还", "待", "暂", "在办", "在查", "未", "其余", "其他", "另"];
    let last = list
        .parts
        .last()
        .and_then(|&last| Some((passage.mentions.get(last)?, passage.mentions.get(last + 1)?)));
    last.is_some_and(|(last, next)| {
        next.segment == last.segment
            && next.bracket == last.bracket
            && next.quantity.class() == last.quantity.class()
            && label::begins(next.before, LEFT)
    })
}

/// 原有 27 项，其中新增 5 项，取消 16 项: these change the stock and are no parts of it.
fn moves_a_stock(whole: &Mention<'_>, parts: &[&Mention<'_>]) -> bool {
    let mut labels: Vec<&str> = parts.iter().map(|part| label(part)).collect();
    // What they leave may be read on as a part: 取消 16 项，现有 51 项.
    while labels.len() > 1 && labels.last().is_some_and(|last| label::begins(last, cues::CLOSING)) {
        labels.pop();
    }
    whole.has(Cue::Opening) && kinds::are_actions(&labels)
}

/// 共调整 24 项 counts actions; every action is then named.
fn is_action_count(whole: &Mention<'_>) -> bool {
    label::has(whole.before, &["调整", "变动", "变更", "清理"])
}

fn is_above(sum: Sum) -> bool {
    matches!(sum, Sum::Off { excess, .. } if !excess.is_negative())
}

/// The total `whole` of `parts`, as `sum` and `status` say.
pub(super) fn total(
    whole: &Mention<'_>,
    parts: &[&Mention<'_>],
    sum: Sum,
    status: Status,
    certain: bool,
) -> Statement {
    let operands = operands("total", whole, parts);
    let terms = super::figures(parts.iter().map(|part| part.quantity), " + ");
    let written = super::figure(whole.quantity);
    let (equation, fault) = match sum {
        Sum::Off { computed, excess } if status == Status::Broken => (
            format!("{terms} = {computed} ≠ {written}"),
            Some(Fault { computed, excess, certain, reason: Reason::Arithmetic }),
        ),
        _ if status == Status::Open => (format!("{terms} ≈ {written}"), None),
        _ => (format!("{terms} = {written}"), None),
    };
    let note = match (status, sum) {
        (Status::Open, _) => Some(notes::APPROXIMATE),
        _ => None,
    };
    Claim::new(ClaimKind::Total, status, equation, note, operands, fault)
}

/// The operands of a statement: the whole in the part `role`, and its parts.
fn operands(role: &'static str, whole: &Mention<'_>, parts: &[&Mention<'_>]) -> Vec<Operand<ViewSpan>> {
    let parts = parts.iter().map(|part| Operand::of("part", part));
    let mut operands = Vec::with_capacity(1 + parts.len());
    operands.push(Operand::of(role, whole));
    operands.extend(parts);
    operands
}

fn subset(whole: &Mention<'_>, parts: &[&Mention<'_>]) -> Statement {
    let operands = operands("whole", whole, parts);
    let exceeding = parts.iter().find(|part| exceeds(part, whole));
    let is_clear = |mention: &Mention<'_>| mention.quantity.precision == Precision::Exact;
    let clear = is_clear(whole) && parts.iter().all(|part| is_clear(part));
    let is_held = parts.iter().all(|part| surplus(part, whole).is_some());
    let (status, fault) = match exceeding {
        Some(part) => {
            let computed = part.quantity.value;
            let excess = surplus(part, whole).unwrap_or_default();
            (Status::Broken, Some(Fault { computed, excess, certain: true, reason: Reason::Arithmetic }))
        }
        None if clear && is_held => (Status::Holds, None),
        None => (Status::Open, None),
    };
    let written = super::figure(whole.quantity);
    let sign = if exceeding.is_some() { ">" } else { "≤" };
    let shown = match exceeding {
        Some(part) => super::figure(part.quantity),
        None => super::figures(parts.iter().map(|part| part.quantity), "、"),
    };
    let equation = format!("{shown} {sign} {written}");
    let reason = if clear {
        Text { zh: "数字过大，不作比较", en: "a figure is too large; it is not compared" }
    } else {
        Text { zh: "有约数，不作比较", en: "an approximate figure; it is not compared" }
    };
    let note = (status == Status::Open).then_some(reason);
    Claim::new(ClaimKind::Subset, status, equation, note, operands, fault)
}

/// By how much `part` is more than `whole`, in the unit of the part.
fn surplus(part: &Mention<'_>, whole: &Mention<'_>) -> Option<crate::facts::Decimal> {
    part.quantity.base()?.minus(whole.quantity.base()?)?.divided_by_power(part.quantity.factor)
}

fn exceeds(part: &Mention<'_>, whole: &Mention<'_>) -> bool {
    let exact = |mention: &Mention<'_>| mention.quantity.precision == Precision::Exact;
    let surplus = || {
        let slack = part.quantity.tolerance()?.plus(whole.quantity.tolerance()?)?;
        Some(part.quantity.base()?.minus(whole.quantity.base()?)? > slack)
    };
    exact(part) && exact(whole) && surplus().unwrap_or(false)
}
