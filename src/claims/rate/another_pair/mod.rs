//! Whether a rate that seems wrong is right of other counts.
//!
//! Where the words do not name the base, a clerk may mean one that stands further off (剔除重复后 181 个), or several
//! parts together (满意和基本满意合计占 96.0%). Two counts rarely come out at a rate of three digits by chance.
//!
//! *Invariant:* such a pair has the statement's count above the line and comes out to the last place that is written.

mod pair;

use crate::claims::Statement;
use crate::claims::doings;
use crate::claims::flow::movement::{Movement, movement};
use crate::claims::kinds;
use crate::claims::label;
use crate::claims::parallel;
use crate::claims::statement::{Mention, Passage};
use crate::facts::{Class, Decimal, Precision};
use crate::review::Status;
use crate::source::ViewSpan;
use pair::Pair;

/// How many figures before the rate are tried.
const NEAREST: usize = 8;
/// The fewest steps of its last place that a rate must have to tell of its counts by rounding.
const TELLING: i128 = 30;

/// Whether other counts before the rate at `index` make it, though those of the broken `statement` do not.
pub fn makes_it(passage: &Passage<'_>, index: usize, statement: &Statement) -> bool {
    let Some(rate) = passage.mentions.get(index) else { return false };
    if statement.status != Status::Broken || rate.quantity.precision != Precision::Exact {
        return false;
    }
    let spans = |role| statement.operands_as(role).map(|operand| operand.span).collect::<Vec<_>>();
    let (above, below) = (spans("numerator"), spans("denominator"));
    if is_of_all_in_front(passage, index, &above) {
        return true;
    }
    let [below] = below.as_slice() else { return false };
    match above.as_slice() {
        [] => is_of_what_is_done(passage, index, &spans("complement"), *below),
        [above] => is_of_another_count(passage, index, *above, *below),
        several => is_of_one_alone(passage, rate, several, *below),
    }
}

/// 合格 683 人，合格率 97.9%，补考后新增合格 11 人: whether the rate is of one of several counts alone.
fn is_of_one_alone(passage: &Passage<'_>, rate: &Mention<'_>, above: &[ViewSpan], below: ViewSpan) -> bool {
    let base = |span| mention_at(passage, span).and_then(|mention| mention.quantity.base());
    let under = base(below);
    above.iter().any(|&over| makes(rate, base(over), under))
}

/// 完成 34 项，基本完成 1 项，未完成 1 项，完成率 94.4%: what is done goes before what is left of what is not, which the figures
/// at `left_out` count.
fn is_of_what_is_done(passage: &Passage<'_>, index: usize, left_out: &[ViewSpan], below: ViewSpan) -> bool {
    let (Some(rate), Some(of)) = (passage.mentions.get(index), mention_at(passage, below)) else {
        return false;
    };
    let Some(under) = of.quantity.base() else { return false };
    if is_rest_of_all(passage, index, left_out, below) {
        return true;
    }
    let is_done = |mention: &Mention<'_>| {
        // 由 15 天压缩至 6 天，压缩率 40%: what is left, for what was taken away, is the mistake.
        !left_out.contains(&mention.quantity.span)
            && mention.quantity.class() == of.quantity.class()
            && makes(rate, mention.quantity.base(), Some(under))
    };
    let in_front = passage.back_from(index).map(|(_, mention)| mention).take(NEAREST);
    in_front.take_while(|mention| mention.sentence == rate.sentence).any(is_done)
}

/// Whether the rate comes out when another count stands in the place of one of the two, or is added to one or left out of it.
fn is_of_another_count(passage: &Passage<'_>, index: usize, above: ViewSpan, below: ViewSpan) -> bool {
    let Some(rate) = passage.mentions.get(index) else { return false };
    let mut counts = counts_before(passage, index, below);
    let (Some(above), Some(below)) = (mention_at(passage, above), mention_at(passage, below)) else {
        return false;
    };
    let pair = Pair { passage, rate, above, below };
    if pair.stands_clause_by_clause() {
        counts.retain(|count| count.segment == rate.segment);
    }
    is_of_a_row(passage, index, &counts)
        || pair.makes_it_together()
        || pair.makes_it_in_the_other_measure()
        || pair.makes_it_without_those_behind()
        || counts.iter().any(|other| pair.is_counted_like(other) && pair.makes_it_with(other))
}

/// The nearest exact counts before the rate at `index`, of which another base than the one at `below` may be meant.
fn counts_before<'p, 'a>(passage: &'p Passage<'a>, index: usize, below: ViewSpan) -> Vec<&'p Mention<'a>> {
    let Some(rate) = passage.mentions.get(index) else { return Vec::new() };
    // 年初 59 人，招录 6 人，年末 58 人，其中硕士 9 人，占 15.3%: of those there are now, not of those there were.
    let is_at_the_end = mention_at(passage, below).and_then(movement) == Some(Movement::Closing);
    let is_of_before = |mention: &Mention<'_>| {
        is_at_the_end && movement(mention).is_some_and(|does| does != Movement::Closing)
    };
    passage
        .back_from(index)
        .map(|(_, mention)| mention)
        .take_while(|mention| mention.sentence + 1 >= rate.sentence)
        .filter(|mention| mention.quantity.is_amount() && mention.quantity.precision == Precision::Exact)
        .filter(|mention| !is_of_before(mention))
        .take(NEAREST)
        .collect()
}

/// Whether `over` of `under` is the rate as it is written.
fn makes(rate: &Mention<'_>, over: Option<Decimal>, under: Option<Decimal>) -> bool {
    over.zip(under).and_then(|(over, under)| comes_out(rate, over, under)) == Some(true)
}

/// 抽检种子 48 个，农药 36 个，肥料 25 个，不合格 5 个，合格率 95.4%: whether the rate at `index` is what the figure at
/// `left_out` leaves of all that stand in a row in front of it, of which the one at `below` is the last.
fn is_rest_of_all(passage: &Passage<'_>, index: usize, left_out: &[ViewSpan], below: ViewSpan) -> bool {
    let left = left_out.first().and_then(|span| mention_at(passage, *span)).and_then(Mention::exact);
    let (Some(rate), Some(last), Some(left)) =
        (passage.mentions.get(index), mention_at(passage, below), left)
    else {
        return false;
    };
    let row = passage.back_from(passage.index_of(last) + 1).map(|(_, mention)| mention).take(NEAREST);
    let row = row.take_while(|mention| {
        mention.segment == rate.segment
            && mention.depth == rate.depth
            && mention.quantity.class() == last.quantity.class()
    });
    let mut all = Decimal::ZERO;
    let makes = |all: Decimal| all.minus(left).and_then(|over| comes_out(rate, over, all)) == Some(true);
    row.map_while(Mention::exact).any(|value| {
        all = all.plus(value).unwrap_or(all);
        makes(all)
    })
}

/// 履行完毕 614 份，正在履行 371 份，逾期 41 份，违约率 4.0%: whether the rate at `index` is that of one of the figures at `above` of all that
/// stand in a row in front of the rate.
fn is_of_all_in_front(passage: &Passage<'_>, index: usize, above: &[ViewSpan]) -> bool {
    let Some(rate) = passage.mentions.get(index) else { return false };
    let over: Vec<Decimal> = above
        .iter()
        .filter_map(|span| mention_at(passage, *span).and_then(|mention| mention.quantity.base()))
        .collect();
    let class = above.first().and_then(|span| mention_at(passage, *span)).and_then(|of| of.quantity.class());
    let row = passage.back_from(index).map(|(_, mention)| mention).take(NEAREST).take_while(|mention| {
        mention.segment == rate.segment
            && mention.depth == rate.depth
            && mention.quantity.class() == class
            && mention.exact().is_some()
    });
    let mut all = Decimal::ZERO;
    for (number, mention) in row.enumerate() {
        let Some(more) = mention.exact().and_then(|value| all.plus(value)) else { return false };
        all = more;
        // 审核合同 480 份，采纳 120 份，采纳率 20%: what was gone through and what came of it are no row.
        if number == 1 && is_pair_of_steps(passage, mention, rate, above) {
            continue;
        }
        if over.iter().any(|over| *over != all && comes_out(rate, *over, all) == Some(true)) {
            return true;
        }
    }
    false
}

/// Whether what was done with all stands at `below` and what came of it at `above`, clause by clause in front of `rate`.
fn is_pair_of_steps(
    passage: &Passage<'_>,
    below: &Mention<'_>,
    rate: &Mention<'_>,
    above: &[ViewSpan],
) -> bool {
    let [above] = above else { return false };
    let Some(above) = mention_at(passage, *above) else { return false };
    let pair = Pair { passage, rate, above, below };
    let labels = [label::label(below), label::label(above)];
    pair.stands_clause_by_clause()
        && doings::doing_in_front(label::strip(below.before)).is_some()
        && !parallel::are_parallel(&labels)
        && !parallel::leave_nothing(&labels)
        && !kinds::are_of_one_set(&labels)
}

/// 复议案件 67 件，城关镇 19 件、云溪乡 13 件、白鹭镇 11 件，三个乡镇占 64.2%: whether the row before the rate at `index`, or two of it or the
/// whole that it makes, is the rate of one of `counts`.
fn is_of_a_row(passage: &Passage<'_>, index: usize, counts: &[&Mention<'_>]) -> bool {
    let Some(rate) = passage.mentions.get(index) else { return false };
    let Some(last) = counts.iter().find(|count| !count.quantity.is_chinese) else { return false };
    let at = passage.index_of(last);
    let row: Vec<&Mention<'_>> = match passage.list_of(at) {
        Some(list) => list.parts.iter().filter_map(|&part| passage.mentions.get(part)).collect(),
        None => passage.row_ending_at(at),
    };
    let values: Vec<Decimal> = row.iter().filter_map(|part| part.exact()).collect();
    if values.len() < 2 || values.len() != row.len() {
        return false;
    }
    let whole = values.iter().try_fold(Decimal::ZERO, |sum, value| sum.plus(*value));
    let pairs = values
        .iter()
        .enumerate()
        .flat_map(|(at, one)| values.iter().skip(at + 1).filter_map(|other| one.plus(*other)));
    let sums: Vec<Decimal> = whole.into_iter().chain(pairs).collect();
    counts
        .iter()
        .filter(|count| count.quantity.class() == last.quantity.class())
        .filter(|count| row.iter().all(|part| part.quantity.span != count.quantity.span))
        .filter_map(|count| count.exact())
        .any(|base| sums.iter().any(|sum| comes_out(rate, *sum, base) == Some(true)))
}

/// The figure that stands at `span`.
fn mention_at<'p, 'a>(passage: &'p Passage<'a>, span: ViewSpan) -> Option<&'p Mention<'a>> {
    let at = passage.index_at(span.start);
    passage.mentions.get(at)
}

/// Whether `above` of `below` is the rate as it is written.
fn comes_out(rate: &Mention<'_>, above: Decimal, below: Decimal) -> Option<bool> {
    let hundred = Decimal::whole(if rate.quantity.class() == Some(Class::PerMille) { 1000 } else { 100 });
    let written = rate.quantity.value;
    if above > below || written.is_zero() || written == hundred {
        return Some(false);
    }
    if above.times(hundred)? == below.times(written)? {
        return Some(true);
    }
    let is_telling = written >= written.step().times(Decimal::whole(TELLING))?;
    Some(is_telling && above.times(hundred)?.div_rounded(below, written.places())? == written)
}
