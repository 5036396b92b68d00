//! A change given twice, in amount and in percent, without the earlier figure: 立案 54 起，同比增加 9 起，
//! 增长 20%. The earlier figure is then 45. Or with the earlier figure alone: 比上年的 45 起增加 9 起，增长 20%.
//!
//! *Invariant:* where several figures of the sentence may have changed, one that fits is enough and
//! none that fits is no mistake.

use super::arrived;
use super::change::{Change, change_kind};
use super::earlier::is_earlier;
use super::words::{self, has_no_subject};
use crate::claims::cue_set::Cue;
use crate::claims::flow;
use crate::claims::judge::{self, Interval};
use crate::claims::label;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::claims::{Claim, Fault, Operand, Reason, Statement, figure};
use crate::facts::{Class, Decimal, Precision, year};
use crate::review::{ClaimKind, Status};
use crate::search;
use crate::source::ViewSpan;

/// The statement that the change at `index` makes together with the one right before it, one of them an
/// amount and one a percentage, in either order.
pub fn claim(passage: &Passage<'_>, index: usize) -> Option<Statement> {
    let second = passage.mentions.get(index)?;
    let first_index = index.checked_sub(1)?;
    let first = passage.mentions.get(first_index)?;
    let kind = change_kind(second)?;
    let is_percent = |mention: &Mention<'_>| mention.quantity.class() == Some(Class::Percent);
    let (step, percent) = if is_percent(second) { (first, second) } else { (second, first) };
    // 8.2 亿元，增加 0.3 亿元，增长 3.8%: without 同比, where the figure itself stands right before.
    let adjoins = first_index.checked_sub(1).and_then(|at| passage.mentions.get(at)).is_some_and(|current| {
        current.clause + 1 == first.clause
            && current.quantity.class() == step.quantity.class()
            && change_kind(current).is_none()
    });
    // 与上年相比，增加 80 件，增长 20%: the comparison may be a clause of its own.
    let is_compared = || {
        let ahead = first.run_up.strip_suffix(first.before).and_then(|ahead| ahead.strip_suffix('，'));
        let clause = ahead.and_then(|ahead| ahead.rsplit('，').next());
        search::length(first.before) <= 3 && clause.is_some_and(words::only_compares)
    };
    let compares = words::behind_comparison(first.before).is_some()
        || is_percent(first) && words::behind_comparison(second.before).is_some()
        || is_compared()
        || (adjoins && search::length(first.before) <= 3 && change_kind(first).is_some());
    // 增加 80 件，增长 20%; 增加 80 件、增长 20%; 增加 80 件（增长 20%）.
    let is_next = match second.lead {
        Lead::Comma => second.bracket == first.bracket && second.clause == first.clause + 1,
        Lead::Pause => second.bracket == first.bracket && second.clause == first.clause,
        Lead::Open => second.depth.checked_sub(first.depth) == Some(1) && second.clause == first.clause,
        _ => false,
    };
    let fits = is_percent(percent)
        && step.quantity.is_count()
        && change_kind(first) == Some(kind)
        && matches!(first.lead, Lead::Comma | Lead::Open)
        && is_next
        && compares
        && !first.has(Cue::Respectively)
        && search::length(second.before) <= 6
        && (first.before.contains(second.before)
            || has_no_subject(words::behind_comparison(second.before).unwrap_or(second.before)))
        && (!percent.before.contains('率') || label::begins(percent.before, &["增长率", "下降率"]));
    if !fits {
        return None;
    }
    let candidates: Vec<&Mention<'_>> = passage
        .back_from(first_index)
        .map(|(_, mention)| mention)
        .take_while(|mention| mention.segment == first.segment)
        .filter(|mention| {
            mention.quantity.class() == step.quantity.class()
                && (mention.depth == 0 || mention.bracket == first.bracket)
                && change_kind(mention).is_none()
                && !(is_net_of_movements(passage, first_index, step) && moves(mention))
        })
        .take(4)
        .collect();
    let readings: Vec<Statement> =
        candidates.iter().filter_map(|current| judged(current, step, percent, kind)).collect();
    // 处罚 1264 件，公共场所 877 件、医疗卫生 387 件，同比增加 138 件: behind a row it is the whole that changed.
    if let Some(row) = candidates.first().and_then(|nearest| super::behind_row(passage, nearest)) {
        let whole = row.whole.and_then(|whole| passage.mentions.get(whole));
        let of_whole = whole.and_then(|whole| judged(whole, step, percent, kind));
        let holds = |reading: &Statement| reading.status == Status::Holds;
        return of_whole
            .filter(|reading| holds(reading) || !readings.iter().any(holds))
            .or_else(|| readings.into_iter().find(holds));
    }
    // What has added up over years is not set against one year.
    let is_of_a_year = |mention: &&Mention<'_>| !label::has(mention.before, &["累计", "总数", "总量"]);
    // 其中企业 3.36 万户，同比增加 0.24 万户: what stands behind 其中 is what is told of.
    let is_settled = |nearest: &&Mention<'_>| readings.len() == 1 || nearest.before.starts_with("其中");
    let nearest = candidates.first().filter(|nearest| is_of_a_year(nearest) && is_settled(nearest));
    let clauses = if is_compared() { 2 } else { 1 };
    let is_only = nearest.is_some_and(|nearest| nearest.clause + clauses == first.clause);
    readings.into_iter().find(|reading| reading.status == Status::Holds || is_only)
}

/// 新增 47 家，退库 26 家，净增 21 家，增长 5.4%: whether `step`, of the change at `first`, is what remains of movements before it, which did not
/// grow by it. 受理 412 件，比上年净增 62 件: what is set against the year before behind one figure is a change of that.
fn is_net_of_movements(passage: &Passage<'_>, first: usize, step: &Mention<'_>) -> bool {
    let movements = || {
        passage
            .back_from(first)
            .map(|(_, mention)| mention)
            .take_while(|mention| mention.segment == step.segment)
            .filter(|mention| mention.quantity.class() == step.quantity.class() && moves(mention))
    };
    let is_new = |mention: &Mention<'_>| label::label(mention).starts_with('新');
    step.has(Cue::Net) && (!step.has(Cue::Comparison) || movements().count() > 1 || movements().any(is_new))
}

/// Whether `mention` counts what comes or goes.
fn moves(mention: &Mention<'_>) -> bool {
    flow::movement_of(mention).is_some_and(flow::movement::Movement::moves)
}

/// The statement with the figure of now behind both changes: 立案同比增加 9 起，增长 20%，达到 54 起.
pub fn of_the_arrival(passage: &Passage<'_>, index: usize) -> Option<Statement> {
    let percent = passage.mentions.get(index)?;
    let in_front = passage.mentions.get(index.checked_sub(1)?)?;
    // 较上年增加 862 起，达到 12860 起，增长 7.2%: the percentage may stand behind where it led.
    let is_last = arrived::is_where_it_arrived(in_front);
    let step = if is_last { passage.mentions.get(index.checked_sub(2)?)? } else { in_front };
    let current = if is_last { in_front } else { passage.mentions.get(index + 1)? };
    let kind = change_kind(percent)?;
    let is_next = match percent.lead {
        Lead::Comma if is_last => percent.clause == current.clause + 1 && current.clause == step.clause + 1,
        Lead::Comma => percent.clause == step.clause + 1 && current.clause == percent.clause + 1,
        Lead::Pause => percent.clause == step.clause && current.clause == percent.clause + 1,
        _ => false,
    };
    let fits = percent.quantity.class() == Some(Class::Percent)
        && is_next
        && [step, current].iter().all(|mention| mention.bracket == percent.bracket)
        && has_no_subject(percent.before)
        && step.quantity.is_count()
        && step.quantity.class() == current.quantity.class()
        && change_kind(step) == Some(kind)
        && (step.has(Cue::Comparison) || step.runs_up_with(Cue::Comparison) || is_at_once(step, current))
        && !step.has(Cue::Respectively)
        && (arrived::is_where_it_arrived(current) || step.runs_up_with(Cue::Comparison) && is_all(current));
    if fits { judged(current, step, percent, kind) } else { None }
}

/// 增加 36 件，增长 24%，达 186 件: whether where the change led follows it at once.
fn is_at_once(step: &Mention<'_>, current: &Mention<'_>) -> bool {
    current.clause <= step.clause + 2 && current.sentence == step.sentence
}

/// 共受理 186 件: whether `current` is all that there was.
fn is_all(current: &Mention<'_>) -> bool {
    const LONGEST: usize = 5;
    current.lead == Lead::Comma
        && current.before.starts_with('共')
        && search::length(current.before) <= LONGEST
}

/// The statement that `current` came about by `step`, which is `percent` of what was before.
pub fn judged(
    current: &Mention<'_>,
    step: &Mention<'_>,
    percent: &Mention<'_>,
    kind: Change,
) -> Option<Statement> {
    let (now, by) = (current.quantity.base()?, step.quantity.base()?);
    let is_clear =
        [current, step, percent].iter().all(|mention| mention.quantity.precision == Precision::Exact);
    let sign = match kind {
        Change::Up => "−",
        Change::Down => "+",
        Change::Multiple | Change::Either => return None,
    };
    let earlier = |now: Decimal, by: Decimal| if kind == Change::Up { now.minus(by) } else { now.plus(by) };
    let before = earlier(now, by)?;
    if !is_clear || before.is_negative() || before.is_zero() {
        return None;
    }
    let slack = step.quantity.tolerance()?.plus(current.quantity.tolerance()?)?;
    let shown = format!(
        "{} ÷ ({} {sign} {})",
        figure(step.quantity),
        figure(current.quantity),
        figure(step.quantity)
    );
    let operands =
        vec![Operand::of("current", current), Operand::of("change", percent), Operand::of("change", step)];
    share_of(Interval { value: before, tolerance: slack }, step, percent, &shown, operands)
}

/// The statement that an earlier figure changed by `step`, which is the `percent` behind it: 比上年的 86 起减少 12 起，
/// 下降 14.0%, without the figure of now.
pub fn of_the_earlier(passage: &Passage<'_>, index: usize) -> Option<Statement> {
    let percent = passage.mentions.get(index)?;
    let step = passage.mentions.get(index.checked_sub(1)?)?;
    let earlier = passage.mentions.get(index.checked_sub(2)?)?;
    let kind = change_kind(percent)?;
    let fits = percent.quantity.class() == Some(Class::Percent)
        && percent.lead == Lead::Comma
        && percent.clause == step.clause + 1
        && percent.bracket == step.bracket
        && has_no_subject(percent.before)
        && step.quantity.is_count()
        && step.quantity.class() == earlier.quantity.class()
        && change_kind(step) == Some(kind)
        && step.lead == Lead::Nothing
        && (is_earlier(earlier) || is_of_named_year(earlier, percent))
        && search::has(earlier.before, &["比", "较", "与"]);
    let is_clear =
        [earlier, step, percent].iter().all(|mention| mention.quantity.precision == Precision::Exact);
    if !fits || !is_clear {
        return None;
    }
    let shown = format!("{} ÷ {}", figure(step.quantity), figure(earlier.quantity));
    let operands =
        vec![Operand::of("previous", earlier), Operand::of("change", percent), Operand::of("change", step)];
    share_of(Interval::of(earlier.quantity)?, step, percent, &shown, operands)
}

/// 较2023年的 5200 宗多 780 宗，增加 15%: whether `earlier` is set against as that of a year, and `percent` against no other time.
fn is_of_named_year(earlier: &Mention<'_>, percent: &Mention<'_>) -> bool {
    let words = earlier.before.trim_end_matches(['的', '度', '末', '底']);
    let named = year::written(words).next_back().filter(|named| named.span.end as usize == words.len());
    let ahead = named.and_then(|named| words.get(..named.span.start as usize));
    ahead.is_some_and(|ahead| ahead.ends_with(['比', '较', '与']))
        && !label::has(percent.before, &["同比", "环比", "年均", "平均"])
}

/// The statement that a stock of before grew by the `percent` at `index` through the net movement in front of it: 去年 1240
/// 家，今年净增 93 家，增幅 7.5%.
pub fn of_the_net(passage: &Passage<'_>, index: usize) -> Option<Statement> {
    let percent = passage.mentions.get(index)?;
    let net = passage.mentions.get(index.checked_sub(1)?).filter(|net| net.has(Cue::Net))?;
    let stock = passage.mentions.get(index.checked_sub(2)?)?;
    let kind = change_kind(percent)?;
    let fits = percent.quantity.class() == Some(Class::Percent)
        && percent.lead == Lead::Comma
        && net.lead == Lead::Comma
        && percent.clause == net.clause + 1
        && net.clause == stock.clause + 1
        && [stock, net].iter().all(|mention| mention.bracket == percent.bracket)
        && has_no_subject(percent.before)
        // 净增 93 家，同比增长 12%: more came in than the year before.
        && !percent.before.starts_with('同')
        && change_kind(net) == Some(kind)
        && net.quantity.is_amount()
        && net.quantity.class() == stock.quantity.class()
        && arrived::is_stock_before(stock, net);
    let is_clear = [stock, net, percent].iter().all(|mention| mention.quantity.precision == Precision::Exact);
    if !fits || !is_clear {
        return None;
    }
    let shown = format!("{} ÷ {}", figure(net.quantity), figure(stock.quantity));
    let operands =
        vec![Operand::of("previous", stock), Operand::of("change", percent), Operand::of("change", net)];
    share_of(Interval::of(stock.quantity)?, net, percent, &shown, operands)
}

/// The statement that `step` is `percent` of `base`, shown as `shown`.
fn share_of(
    base: Interval,
    step: &Mention<'_>,
    percent: &Mention<'_>,
    shown: &str,
    operands: Vec<Operand<ViewSpan>>,
) -> Option<Statement> {
    let (by, loose, written) = (step.quantity.base()?, step.quantity.tolerance()?, percent.quantity.value);
    let share =
        |by: Decimal, base: Decimal| by.times(Decimal::whole(100))?.div_rounded(base, written.places());
    let computed = share(by, base.value)?;
    let least = share(by.minus(loose)?, base.value.plus(base.tolerance)?)?;
    let most = share(by.plus(loose)?, base.value.minus(base.tolerance)?).unwrap_or(computed);
    let excess = computed.minus(written)?;
    let holds =
        excess.is_zero() || judge::is_last_place(excess, written) || (least <= written && written <= most);
    let shown_percent = figure(percent.quantity);
    if holds {
        let equation = format!("{shown} ≈ {shown_percent}");
        return Some(Claim::new(ClaimKind::Growth, Status::Holds, equation, None, operands, None));
    }
    let equation = format!("{shown} ≈ {computed}% ≠ {shown_percent}");
    let fault = Fault { computed, excess, certain: true, reason: Reason::Arithmetic };
    Some(Claim::new(ClaimKind::Growth, Status::Broken, equation, None, operands, Some(fault)))
}
