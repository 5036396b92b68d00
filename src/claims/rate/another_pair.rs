//! Whether a rate that seems wrong is right of other counts.
//!
//! Where the words do not name the base, a clerk may mean one that stands further off (剔除重复后 181 个), or several
//! parts together (满意和基本满意合计占 96.0%). Two counts rarely come out at a rate of three digits by chance.
//!
//! *Invariant:* such a pair has the statement's count above the line and comes out to the last place that is written.

use crate::claims::Statement;
use crate::claims::cues;
use crate::claims::flow::movement::{Movement, movement};
use crate::claims::label;
use crate::claims::list::is_left_out;
use crate::claims::statement::{Mention, Passage};
use crate::facts::{Class, Decimal, Precision};
use crate::review::Status;
use crate::source::ViewSpan;

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
    // 合格 683 人，合格率 97.9%，补考后新增合格 11 人: one of several counts alone.
    if above.len() > 1 {
        let base = |span| mention_at(passage, span).and_then(|mention| mention.quantity.base());
        let is_rate =
            |over| base(over).zip(base(*below)).and_then(|(over, under)| comes_out(rate, over, under));
        return above.into_iter().any(|over| is_rate(over) == Some(true));
    }
    // 完成 34 项，基本完成 1 项，未完成 1 项，完成率 94.4%: what is done goes before what is left of what is not.
    if above.is_empty() {
        let of = mention_at(passage, *below);
        let left_out = spans("complement");
        let Some(under) = of.and_then(|of| of.quantity.base()) else { return false };
        if is_rest_of_all(passage, index, &left_out, *below) {
            return true;
        }
        let is_done = |mention: &Mention<'_>| {
            // 由 15 天压缩至 6 天，压缩率 40%: what is left, for what was taken away, is the mistake.
            !left_out.contains(&mention.quantity.span)
                && mention.quantity.class() == of.and_then(|of| of.quantity.class())
                && mention.quantity.base().and_then(|over| comes_out(rate, over, under)) == Some(true)
        };
        let in_front = passage.back_from(index).map(|(_, mention)| mention).take(NEAREST);
        return in_front.take_while(|mention| mention.sentence == rate.sentence).any(is_done);
    }
    let [above] = above.as_slice() else { return false };
    // 年初 59 人，招录 6 人，年末 58 人，其中硕士 9 人，占 15.3%: of those there are now, not of those there were.
    let is_at_the_end = mention_at(passage, *below).and_then(movement) == Some(Movement::Closing);
    let is_of_before = |mention: &Mention<'_>| {
        is_at_the_end && movement(mention).is_some_and(|does| does != Movement::Closing)
    };
    let counts: Vec<&Mention<'_>> = passage
        .back_from(index)
        .map(|(_, mention)| mention)
        .take_while(|mention| mention.sentence + 1 >= rate.sentence)
        .filter(|mention| mention.quantity.is_amount() && mention.quantity.precision == Precision::Exact)
        .filter(|mention| !is_of_before(mention))
        .take(NEAREST)
        .collect();
    let find = |span| counts.iter().copied().find(|mention| mention.quantity.span == span);
    let (Some(above), Some(below)) = (find(*above), find(*below)) else { return false };
    // 工伤认定 31 件；被申请复议 27 件，被纠错 1 件，纠错率 3.7%: behind its two counts, clause by clause, a rate is of no other segment.
    let is_of_its_segment = below.segment == rate.segment
        && below.clause + 1 == above.clause
        && above.clause + 1 == rate.clause
        && label::label(above).chars().count() >= 2
        && rate.before.strip_suffix('率').is_some_and(|name| label::label(above).ends_with(name));
    let counts: Vec<&Mention<'_>> =
        counts.into_iter().filter(|count| !is_of_its_segment || count.segment == rate.segment).collect();
    // 件 and 件次 are counted alike here.
    let alike = |mention: &&&Mention<'_>| {
        mention.quantity.class() == above.quantity.class()
            || mention
                .quantity
                .word()
                .chars()
                .next()
                .is_some_and(|first| above.quantity.word().starts_with(first))
    };
    if is_of_a_row(passage, index, &counts) {
        return true;
    }
    let (over, under) = (above.quantity.base(), below.quantity.base());
    let makes = |over: Option<Decimal>, under: Option<Decimal>| {
        over.zip(under).and_then(|(over, under)| comes_out(rate, over, under)) == Some(true)
    };
    let plus = |one: Option<Decimal>, other: Option<Decimal>| {
        one.zip(other).and_then(|(one, other)| one.plus(other))
    };
    // 实际采购 6.93 亿元，节约 0.33 亿元，节约率 4.5%: of what it would have been.
    let is_of_both = label::has(rate.before, cues::SAVED) && makes(over, plus(over, under));
    is_of_both
        || counts.iter().filter(alike).any(|other| {
            let third = other.quantity.base();
            let is_third =
                other.quantity.span != above.quantity.span && other.quantity.span != below.quantity.span;
            // 达标 32 个，不达标 8 个，不达标的占 25%: of the other part, which is the mistake.
            let is_other_part = plus(over, third) == under;
            // 遗留的 6 个全部整改到位，整改率 100%: then the other part is done as well.
            let is_all_done = is_other_part
                && rate.quantity.value == Decimal::whole(100)
                && passage.between(other.quantity.span.end, rate.quantity.span.start).contains("全部");
            // 受理 758 件，审结 743 件（含上年结转 22 件），结案率 95.3%: what was carried over is below the line as well.
            let is_carried =
                label::has(other.before, &["结转", "结存", "遗留"]) && makes(over, plus(under, third));
            // 立案 59 宗，结案 49 宗，未立案 6 宗，结案率 75%: of what was to be taken up, not of what was.
            let is_of_all_due =
                label::begins(other.before, &["未", "尚未"]) && makes(over, plus(under, third));
            // 应参加 12 人，称职 11 人，1 人因产假不参加，称职率 100%: of those of whom it was asked.
            let is_not_asked = || {
                let due = third.zip(under).and_then(|(third, under)| under.minus(third));
                is_left_out(passage, passage.index_of(below), passage.index_of(other))
                    && (makes(over, due) || due == over && rate.quantity.value == Decimal::whole(100))
            };
            is_third
                && (is_all_done
                    || is_not_asked()
                    || is_carried
                    || !is_other_part
                        && (is_of_all_due || makes(over, third) || makes(plus(over, third), under)))
        })
}

/// 抽检种子 48 个，农药 36 个，肥料 25 个，不合格 5 个，合格率 95.4%: whether the rate at `index` is what the figure at `left_out` leaves of all that stand
/// in a row in front of it, of which the one at `below` is the last.
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
    for mention in row {
        let Some(more) = mention.exact().and_then(|value| all.plus(value)) else { return false };
        all = more;
        if over.iter().any(|over| *over != all && comes_out(rate, *over, all) == Some(true)) {
            return true;
        }
    }
    false
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
