//! Growth and comparison: two figures and the change that the text gives between them.
//!
//! [`change`] tells what is a change by its [`words`], [`pair`] and [`in_turn`] between which two figures, [`earlier`] which of
//! them is the one of before, [`verdict`] whether it is right by one of the [`readings`] of it and
//! [`neighbour`] whether it is that of other years;
//! [`paired`] reads several changes in a row, [`named_rows`] changes of one of several named figures, [`series`] a row with
//! one figure for every year, [`implied`], [`doubling`] and [`level`] what needs no written pair of
//! figures and change; [`limits`] are pairs by what they are called, [`arrived`] are
//! told in the order before, change, now; [`told_next`], [`sentence_before`] and [`years_in_bracket`] have the figure of before behind them, the figure of now in the sentence before, or those of the years before in a bracket; [`net_of_ends`] sets a net against a change beside it, [`breakdown`] knows the whole in front of one; [`gross`] is what came and went, and no change; [`unlisted`] are changes by verbs that no list knows, [`contrary`] verbs that say the
//! contrary of their figures, [`trend`] years that do not go the way that is said of all of them;
//! [`ranking`] reads by how many places a rank moved.
//!
//! *Invariant:* the direction word is part of the statement: a right amount with the wrong direction
//! is wrong.

mod arrived;
mod breakdown;
mod chain;
mod change;
mod contrary;
mod departure;
mod doubling;
mod earlier;
mod gross;
mod implied;
mod in_turn;
mod level;
mod limits;
mod named_rows;
mod neighbour;
mod net_of_ends;
mod pair;
mod paired;
mod ranking;
mod readings;
mod sentence_before;
mod series;
mod subject;
mod told_next;
mod trend;
mod unlisted;
mod verdict;
mod words;
mod year_by_year;
mod year_words;
mod years;
mod years_in_bracket;

use super::cue_set::Cue;
use super::statement::{Lead, Mention, Passage};
use super::{Statement, closed, cues, flow, label, list};
use crate::order;
use crate::review::Status;
use crate::search;
pub(super) use change::{Change, change_kind};
pub(super) use change::{MOST_ASIDE, changes_by, is_aside, is_difference, is_left_behind, leads_there};
pub(super) use departure::starts;
pub(super) use earlier::{is_compared_with, is_set_against};
pub(super) use limits::{MADE_LESS, are_limits};
pub(super) use subject::names_another;
pub(super) use year_by_year::{are_years, only_year};

/// The statements about growth in `passage`.
pub fn claims(passage: &Passage<'_>, out: &mut Vec<Statement>) {
    let mut found = Vec::new();
    changes(passage, &mut found);
    let holding = found.iter().filter(|statement| statement.status == Status::Holds);
    let mut right: Vec<(u32, u32)> = holding.filter_map(percent_between).collect();
    order::sort(&mut right);
    // 同比下降 13%，与2021年的 352 件相比下降 23.9%: two percentages are not of one pair, and one of them is right.
    found.retain(|statement| {
        statement.status != Status::Broken
            || percent_between(statement).is_none_or(|pair| right.binary_search(&pair).is_err())
    });
    out.append(&mut found);
}

/// Between which two figures the statement tells of a change in percent.
fn percent_between(statement: &Statement) -> Option<(u32, u32)> {
    let start = |role| statement.operands_as(role).map(|operand| operand.span.start).next();
    let is_percent = statement.operands_as("change").all(|change| change.unit == "%");
    start("current").zip(start("previous")).filter(|_| is_percent)
}

/// All that are told, each by itself.
fn changes(passage: &Passage<'_>, out: &mut Vec<Statement>) {
    let mut paired_to = 0;
    for (index, change) in passage.mentions.iter().enumerate() {
        out.extend(doubling::claim(passage, index));
        out.extend(level::claim(passage, index));
        out.extend(contrary::claim(passage, index));
        out.extend(trend::claim(passage, index));
        out.extend(ranking::claim(passage, index));
        if index < paired_to {
            continue;
        }
        let told = year_by_year::claims(passage, index);
        if !told.is_empty() {
            paired_to = index + told.len();
            out.extend(told);
            continue;
        }
        if let Some(row) = paired::row_at(passage, index) {
            out.extend(paired::claims(passage, &row));
            paired_to = row.range.end;
            continue;
        }
        if let Some((current, previous)) = departure::at_that_speed(passage, index) {
            out.extend(verdict::judged(change, Change::Up, current, previous));
            continue;
        }
        let Some(kind) = passage.change_at(index).or_else(|| unlisted::change(passage, index)) else {
            continue;
        };
        // 与上一版的 16 项相比增加 2 项、删除 1 项: neither is all that lies between the two.
        if change.quantity.is_amount()
            && (flow::is_one_of_several(passage, index) || gross::is_gross(passage, index))
        {
            continue;
        }
        if let Some((current, previous)) = named_rows::pair(passage, index) {
            out.extend(verdict::judged(change, kind, current, previous));
            continue;
        }
        if let Some((current, step)) = named_rows::steps(passage, index, kind) {
            out.extend(implied::judged(current, step, change, kind));
            continue;
        }
        let pair = years_in_bracket::pair(passage, index)
            .or_else(|| in_turn::pair(passage, index))
            .or_else(|| pair::pair(passage, index));
        // 三年分别为 310 件、279 件、248 件，其中2023年较2022年下降: of the figures that the row has for these years.
        let of_row = series::among_the_row(passage, index);
        let of_years = of_row.or_else(|| years::of_its_years(passage, index, pair));
        // 其中2024年比2022年增长 50%: the figures of the years that are named, wherever they stand.
        let told_of = if change.before.starts_with("其中") { of_years.or(pair) } else { pair };
        let names_the_same = unlisted::of_the_same_things(passage, index).is_some();
        if let Some((current, previous)) = told_of.filter(|_| of_row.is_none() && !names_the_same)
            && subject::is_another(change, current, previous)
        {
            let called = subject::called_before(passage, index, (current, previous));
            out.extend(called.and_then(|called| verdict::judged(change, kind, called, previous)));
            continue;
        }
        // 由 92.1% 提高到 97.3%，年均提高 1.3 个百分点: what is told is the mean of several changes.
        if label::has(change.before, cues::AVERAGE) && !pair.is_some_and(|pair| is_of_means(change, pair)) {
            continue;
        }
        let of_years = departure::over_the_years(passage, index, of_years);
        match of_years {
            Some((current, previous)) => out.extend(
                limits::shortened_by(change, kind, current, previous)
                    .or_else(|| between(passage, index, kind, current, previous)),
            ),
            None => {
                let found = implied::of_the_earlier(passage, index)
                    .or_else(|| implied::of_the_net(passage, index))
                    .or_else(|| implied::claim(passage, index))
                    .or_else(|| implied::of_the_arrival(passage, index))
                    .or_else(|| net_of_ends::claim(passage, index));
                out.extend(found);
            }
        }
    }
}

/// Whether the two figures are means themselves, so that their difference is called one: 平均办理时间由 15 天减少到 10 天，
/// 平均缩短 5 天.
fn is_of_means(change: &Mention<'_>, (_, previous): (&Mention<'_>, &Mention<'_>)) -> bool {
    change.before.starts_with("平均")
        && (previous.run_up.contains("平均")
            || label::has(previous.run_up, &["时限", "时间", "用时", "期限"]))
}

/// Whether `current` cannot be what `previous` became: the base of a share (为预算 38 亿元的 101.7%，比上年的 36.73 亿元增长), what came or went
/// where the change is a net (补充 0.61 万件，较年初的 6.11 万件净增), or all where the earlier figure is a mean (31 天共 354 起，比6月日均 8.2 起上升).
fn is_of_another_kind(
    passage: &Passage<'_>,
    change: &Mention<'_>,
    current: &Mention<'_>,
    previous: &Mention<'_>,
) -> bool {
    const PER: &[&str] = &["日均", "月均", "周均", "人均", "户均", "案均", "件均", "场均"];
    let is_base = passage.mentions.get(passage.index_of(current) + 1).is_some_and(|share| {
        share.lead == Lead::Nothing && share.before == "的" && share.quantity.is_share()
    });
    let moves = || {
        change.has(Cue::Net)
            && label::has(previous.before, &["年初", "期初", "年末", "年底", "月末", "月底"])
            && !leads_there(current.before)
            && flow::movement_of(current).is_some_and(flow::movement::Movement::moves)
    };
    // 月均办件量由 1200 件提升至 1500 件: what the one is of the other is as well.
    let is_one_change = || departure::starts(previous) && leads_there(current.before);
    let is_mean = label::has(previous.before, PER) && !current.run_up.contains('均');
    is_base || moves() || is_mean && !is_one_change()
}

/// The change at `index` between two figures. 办结 83 件，其中种子 51 件、农药 32 件，比上年的 64 件增加 19 件: behind a row
/// it is the whole that changed, though the nearest figure is a part.
fn between(
    passage: &Passage<'_>,
    index: usize,
    kind: Change,
    current: &Mention<'_>,
    previous: &Mention<'_>,
) -> Option<Statement> {
    const MOST_READINGS: usize = 8;
    let change = passage.mentions.get(index)?;
    let found = verdict::judged(change, kind, current, previous)?;
    let is_of_others = || {
        is_of_another_kind(passage, change, current, previous)
            || subject::is_of_some(change, current, previous)
    };
    if found.status == Status::Broken && is_of_others() {
        return None;
    }
    let found = neighbour::instead(passage, found, (change, kind), (current, previous));
    // 承诺件 448 件，同比增长 12%（上年承诺件 400 件）: what the earlier figure is of is told.
    let name = label::label(current);
    let is_named =
        search::length(name) > 1 && previous.before.contains(name) || subject::is_called(change, current);
    if found.status == Status::Broken
        && !is_named
        && let Some(row) = behind_row(passage, current)
    {
        let whole = row.whole.and_then(|whole| passage.mentions.get(whole));
        return whole.and_then(|whole| verdict::judged(change, kind, whole, previous));
    }
    // 比上年（25 件）增长 44%: a bracket says whose figure it is.
    let is_compared =
        previous.lead != Lead::Open && (earlier::is_earlier(previous) || is_set_against(previous));
    if found.status != Status::Broken || !is_compared {
        return Some(found);
    }
    let others = || {
        let before = passage.back_from(index).take_while(|(_, mention)| mention.sentence == change.sentence);
        let alike = |mention: &Mention<'_>| {
            mention.start < current.start
                && mention.depth == 0
                && mention.quantity.class() == current.quantity.class()
                && change_kind(mention).is_none()
        };
        before.map(|(_, mention)| mention).filter(move |mention| alike(mention)).take(MOST_READINGS)
    };
    let of_another = others().filter_map(|whole| verdict::judged(change, kind, whole, previous));
    let right = of_another.into_iter().find(|statement| statement.status == Status::Holds);
    // 公园 12 个、长廊 35 处，较2020年的 28 处（个）增加 19 处（个）: what is told in two measure words is of all of the row.
    let is_of_both = list::counts_in_two_units(passage, index);
    // Looked for no farther than a statement reaches: a sentence may have a million changes.
    let at = passage.back_from(index).find(|(_, mention)| mention.token == current.token);
    // 总量 5240 件，其中消费类 3680 件，比上年增长 12.4%: what follows the only part at once is told of that.
    let is_only_part = |at: usize| {
        passage.list_of(at).is_some_and(|list| list.parts.len() == 1)
            && current.begins(Cue::Among)
            && change.clause == current.clause + 1
    };
    let is_part = at.is_some_and(|(at, _)| passage.is_part(at) && !is_only_part(at));
    let is_of_a_row = others().next().is_some() && (current.lead == Lead::Pause || is_part);
    right.or((!is_of_a_row && !is_of_both).then_some(found))
}

/// The row of things of which `current` is the last, so that what is told behind it is of their whole: 投诉 1764 件，物业
/// 812 件、噪声 952 件，与上年（2183 件）相比减少.
fn behind_row(passage: &Passage<'_>, current: &Mention<'_>) -> Option<closed::Row> {
    closed::row_ending_at(passage, passage.index_of(current)).filter(|row| !row.is_of_times(passage))
}
