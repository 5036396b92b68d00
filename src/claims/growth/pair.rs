//! The two figures that a change lies between.
//!
//! *Invariant:* the pair is found by words: 由…增至…, 比上年的…, （上年…）, 上年同期…, or two named years;
//! without both figures there is none.

use super::arrived;
use super::breakdown;
use super::chain;
use super::change::change_kind;
use super::departure::starts;
use super::earlier::{is_earlier, is_of_a_year_before, is_of_now, is_set_against, year};
use super::limits;
use super::sentence_before;
use super::series;
use super::subject;
use super::told_next;
use super::unlisted;
use crate::claims::cue_set::Cue;
use crate::claims::cues;
use crate::claims::flow::movement::{Movement, movement};
use crate::claims::label;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::facts::{Class, year};

/// The figure now and the figure before that the change at `index` lies between.
pub fn pair<'p>(passage: &'p Passage<'_>, index: usize) -> Option<(&'p Mention<'p>, &'p Mention<'p>)> {
    let change = passage.mentions.get(index)?;
    // 比近三年均值 1412 起下降 6.5%（2021年 1503 起、2022年 1398 起）: what it is set against is told already.
    let base = index.checked_sub(1).and_then(|before| passage.mentions.get(before));
    let has_base = base.is_some_and(|base| change.lead == Lead::Nothing && is_set_against(base));
    if let Some(behind) = passage.mentions.get(index + 1)
        && !has_base
        && behind.lead == Lead::Open
        && (is_earlier(behind) || label::begins(behind.before, &["年初", "期初", "上月", "上期"]))
        && behind.sentence == change.sentence
        // 占 52.5%，提高 5.9 个百分点（上年共 58 项）: points lie between shares.
        && (!is_point(change) || behind.quantity.is_share())
        // 下降 40%，较去年（120 起）: the bracket is of the next change.
        && !behind.run_up.contains('，')
    {
        let behind = if behind.has(Cue::Respectively) { in_order(passage, index)? } else { behind };
        // 新发现 23 人、复吸 63 人，新发现同比下降 32.4%（上年 34 人）: of several the one that the change names.
        let mut figures = figures_of(passage, index, behind.quantity.class(), change);
        let called = figures.find(|(_, current)| subject::is_called(change, current)).map(|(at, _)| at);
        let current = called.or_else(|| nearest(passage, index, behind.quantity.class(), change))?;
        return Some((passage.mentions.get(current)?, behind));
    }
    series::of_named_years(passage, index)
        .or_else(|| series::since_the_first(passage, index))
        .or_else(|| series::from_the_first(passage, index))
        .or_else(|| arrived::pair(passage, index).filter(|(_, previous)| arrived::has_subject(previous)))
        .or_else(|| pair_before(passage, index))
        .or_else(|| sentence_before::pair(passage, index))
        .or_else(|| chain::pair(passage, index))
        .or_else(|| arrived::pair(passage, index))
        .or_else(|| pair_behind(passage, index))
        .or_else(|| breakdown::pair(passage, index))
        .or_else(|| told_next::pair(passage, index))
}

/// 案件下降 12.3%，金额 4260 万元，下降 11.3%（2023年分别为 440 件、4800 万元）: of the row in the bracket behind the change at `index` the
/// one that counts like the figure in front of the change, where no other of the row does.
fn in_order<'p, 'a>(passage: &'p Passage<'a>, index: usize) -> Option<&'p Mention<'a>> {
    let first = passage.mentions.get(index + 1)?;
    let (_, now) = passage.back_from(index).find(|(_, mention)| change_kind(mention).is_none())?;
    let mut alike = passage
        .ahead_from(index + 1)
        .map(|(_, mention)| mention)
        .take_while(|mention| mention.bracket == first.bracket)
        .filter(|mention| mention.quantity.class() == now.quantity.class());
    alike.next().filter(|_| alike.next().is_none())
}

/// 比上年减少 120 件，由 1560 件降至 1440 件; 同比增长 15%，2023年受理 200 件.
fn pair_behind<'p>(passage: &'p Passage<'_>, index: usize) -> Option<(&'p Mention<'p>, &'p Mention<'p>)> {
    let change = passage.mentions.get(index)?;
    let first = passage.mentions.get(index + 1).filter(|first| first.segment == change.segment)?;
    if let Some(second) = passage.mentions.get(index + 2)
        && second.segment == change.segment
        && first.quantity.class() == second.quantity.class()
        // 环保信访减少 12.7%，物业信访增加，由 173 件升至 231 件: nor does another clause stand between.
        && first.clause <= change.clause + 1
        // 分流率由 29% 升至 57% has a subject of its own.
        && label::begins(first.before.trim_start_matches('即'), cues::FROM)
        && arrives(second)
    {
        return Some((second, first));
    }
    if let Some(pair) = then_and_now(passage, index) {
        return Some(pair);
    }
    // 较上年多 245 件，增长 25%，上年受理 1020 件: the same change in another form may stand between.
    let is_the_same =
        change_kind(first).is_some() && first.quantity.is_share() && first.clause == change.clause + 1;
    let beside = if is_the_same { passage.mentions.get(index + 2) } else { None };
    let steps = 1 + u32::from(beside.is_some());
    let first = beside.unwrap_or(first);
    let current = passage.mentions.get(nearest(passage, index, first.quantity.class(), change)?)?;
    let names_a_year = year(first).is_some() || is_earlier(first);
    let is_next_clause =
        first.lead == Lead::Comma && first.clause == change.clause + steps && first.segment == change.segment;
    // The figure of the year before must be of the same thing: 2023年受理 behind 受理行政复议申请.
    let verb = first.before.rsplit(['年', '期']).next().unwrap_or("");
    let verb = verb.trim_start_matches(['末', '底', '初']).trim_end_matches(['为', '的']);
    let is_of_the_same = verb.is_empty() || current.before.contains(verb);
    (names_a_year && is_next_clause && is_of_the_same && current.clause + 1 == change.clause)
        .then_some((current, first))
}

/// 办件量是上年的 1.5 倍，上年 2400 件，今年 3600 件: the two figures right behind the change at `index`, in either order, each with
/// no word but its time, or with the same and that of the change.
fn then_and_now<'p>(passage: &'p Passage<'_>, index: usize) -> Option<(&'p Mention<'p>, &'p Mention<'p>)> {
    let (change, first, second) =
        (passage.mentions.get(index)?, passage.mentions.get(index + 1)?, passage.mentions.get(index + 2)?);
    let is_row = matches!(first.lead, Lead::Comma | Lead::Colon)
        && first.clause <= change.clause + 1
        && second.clause == first.clause + 1
        && second.segment == change.segment
        && [first, second].iter().all(|mention| mention.bracket == change.bracket)
        && first.quantity.is_count()
        && first.quantity.class() == second.quantity.class();
    let ((one, noun), (other, again)) = (time_and_noun(first)?, time_and_noun(second)?);
    let is_of_the_change = noun.is_empty() || change.run_up.contains(noun);
    let pair = match (one, other) {
        (Time::Past, Time::Now) => (second, first),
        (Time::Now, Time::Past) => (first, second),
        (Time::Year(one), Time::Year(other)) if one < other => (second, first),
        (Time::Year(one), Time::Year(other)) if one > other => (first, second),
        _ => return None,
    };
    (is_row && noun == again && is_of_the_change).then_some(pair)
}

/// The time of a figure.
pub enum Time {
    /// 上年
    Past,
    /// 今年
    Now,
    /// 2023年
    Year(u16),
}

/// The time with which the words before `mention` begin, and what is counted.
pub fn time_and_noun<'a>(mention: &Mention<'a>) -> Option<(Time, &'a str)> {
    let words = mention.before;
    let behind = |times: &[&str]| times.iter().find_map(|time| words.strip_prefix(*time));
    let of_year = || {
        let named = year::written(words).next().filter(|named| named.span.start == 0)?;
        Some((Time::Year(named.year), words.get(named.span.end as usize..)?))
    };
    let (time, rest) = behind(cues::LAST_YEAR)
        .map(|rest| (Time::Past, rest))
        .or_else(|| Some((Time::Now, behind(cues::THIS_YEAR)?)))
        .or_else(of_year)?;
    Some((time, rest.trim_start_matches('度').trim_end_matches(['为', '是', '有', '达', '仅', '的'])))
}

/// The pair in front of the change.
fn pair_before<'p>(passage: &'p Passage<'_>, index: usize) -> Option<(&'p Mention<'p>, &'p Mention<'p>)> {
    let change = passage.mentions.get(index)?;
    // 上年为 45 起，同比增加 9 起，增长 20%: the 9 are the change as well and no figure of a year.
    let is_change = |at: &usize| {
        passage.mentions.get(*at).is_some_and(|mention| {
            let is_time = mention.quantity.class() == Some(Class::Time);
            // 增长 15.6%，增加 250 万元: of an amount the change in percent is no figure either.
            let is_in_percent = || mention.quantity.is_share() && change.quantity.is_amount();
            (change_kind(mention).is_some() || unlisted::change(passage, *at).is_some())
                && (mention.quantity.is_amount() || is_point(mention) || is_time || is_in_percent())
        })
    };
    let second_index = (0..index).rev().take(2).find(|at| !is_change(at))?;
    let second = passage.mentions.get(second_index)?;
    let steps = u32::try_from(index - second_index).unwrap_or(1);
    let reach = change.sentence == second.sentence && change.clause <= second.clause + steps;
    let is_span_of_time = second.quantity.class() == Some(Class::Time) && arrives(second);
    // 与上年的 82 次相比多发 14 次: the 14 stand behind what they are set against.
    // 比2020年的 190 件增长 68%，比最高的2022年（360 件）下降 11%: nor is a figure that was set against another what the bracket is of.
    let is_behind_it = is_set_against(second) && second.lead != Lead::Nothing;
    let first_index = if is_behind_it || second.lead == Lead::Open && is_earlier(second) {
        subject(passage, second_index, change)?
    } else {
        nearest(passage, second_index, second.quantity.class(), change)?
    };
    let first = passage.mentions.get(first_index)?;
    if reach && limits::are_limits(first, second) && first_index + 1 == second_index {
        return Some((second, first));
    }
    // 承诺时限 12 个工作日，比法定时限 30 个工作日压缩 60%.
    let is_against_a_limit = || limits::is_against_a_limit(first, second) && first_index + 1 == second_index;
    let comparable = is_amount_or_days(passage, first_index, second_index)
        || second.quantity.is_share()
        || is_span_of_time
        || is_against_a_limit();
    if !reach || !comparable {
        return None;
    }
    if starts(first) && arrives(second) && first_index + 1 == second_index {
        return Some((second, first));
    }
    // 收案 426 件，是应诉 213 件的 2 倍.
    let is_compared = label::begins(second.before, &["是", "为", "相当于"]) && change.before == "的";
    if is_compared && second_index + 1 == index {
        return Some((first, second));
    }
    // 收案 460 件（含上年结转 52 件），同比增长 8.2%: what was carried over is in the first, and nothing it is set against.
    let is_carried = |mention: &Mention<'_>| label::has(mention.before, cues::CARRIED_OVER);
    if is_carried(second) && !is_carried(first) && !is_set_against(second) {
        return None;
    }
    if is_earlier(second) && !is_earlier(first) {
        return Some((first, second));
    }
    // 上年 150 件，今年增加 36 件，达到 186 件，增长 24%: by how much it changed may stand between.
    let is_over_a_change = second_index == first_index + 2
        && arrived::is_where_it_arrived(second)
        && second.clause == first.clause + 2
        && passage.mentions.get(first_index + 1).is_some_and(|between| change_kind(between).is_some());
    if is_earlier(first) && !is_earlier(second) && (second.clause <= first.clause + 1 || is_over_a_change) {
        // 去年底 1240 家，今年新增 93 家: what came to a stock is not set against it.
        let is_added = movement(first) == Some(Movement::Opening) && second.before.contains('增');
        return (!is_added).then_some((second, first));
    }
    // 前年 320 起，去年 256 起: of two years before this one the earlier is told by its name.
    let is_year_before_last = |mention: &Mention<'_>| mention.before.starts_with("前年");
    let is_last_year = |mention: &Mention<'_>| label::begins(mention.before, cues::LAST_YEAR);
    if second.clause <= first.clause + 1 && is_year_before_last(first) && is_last_year(second) {
        return Some((second, first));
    }
    // 环比4月份的 110 件增加 22 件: whatever the figure is of, the one before is set against it.
    let between = passage.mentions.get(first_index + 1..second_index).unwrap_or_default();
    // 申请 412 件（窗口 230 件、网上 182 件），较2023年的 350 件增长 17.7%: a bracket is of the figure in front of it.
    let is_about_it = between.iter().all(|mention| {
        mention.depth > first.depth || is_set_against(mention) || change_kind(mention).is_some()
    });
    if is_set_against(second) && !is_set_against(first) && is_about_it {
        return Some((first, second));
    }
    // 2023年 8640 件，下降 10%，2024年 7344 件: between the two stands a change of the first.
    let adjoins = second.clause <= first.clause + 1
        || (between.len() == 1
            && between.iter().all(|mention| change_kind(mention).is_some())
            && second.clause <= first.clause + 2);
    match (year(first), year(second)) {
        (Some(a), Some(b)) if a > b => Some((first, second)),
        (Some(a), Some(b)) if a < b && adjoins => Some((second, first)),
        // 全年接待 638 批，2022年接待 580 批: the one is of the year of the report, the other of an earlier one.
        _ if is_of_now(first) && is_of_a_year_before(second, first) && adjoins => Some((first, second)),
        _ if is_of_now(second) && is_of_a_year_before(first, second) && adjoins => Some((second, first)),
        _ => series::to_the_last(passage, index),
    }
}

/// Whether the figures at `first` and `second` are amounts, or the only days of their sentence: among several, and among limits, it
/// is not told which are of one thing.
fn is_amount_or_days(passage: &Passage<'_>, first: usize, second: usize) -> bool {
    let Some(later) = passage.mentions.get(second) else { return false };
    // 办案期限 48 天，比上年的 56 天缩短 8 天: set against an earlier one it is how long it took.
    let is_of_before = is_set_against(later) && is_earlier(later);
    let is_limit = |mention: &Mention<'_>| !is_of_before && label::has(mention.before, limits::LIMITS);
    let is_other = |(at, mention): (usize, &Mention<'_>)| {
        mention.quantity.class() == later.quantity.class()
            && (at != first && at != second && change_kind(mention).is_none() || is_limit(mention))
    };
    let are_only_days = || !passage.sentence_of(second).into_iter().any(is_other);
    let is_span = || is_of_before && later.quantity.class() == Some(Class::Time);
    later.quantity.is_amount() || (later.quantity.is_count() || is_span()) && are_only_days()
}

/// The nearest figure before `index` in the sentence of `change` that counts alike.
fn nearest(passage: &Passage<'_>, index: usize, class: Option<Class>, change: &Mention<'_>) -> Option<usize> {
    figures_of(passage, index, class, change).next().map(|(at, _)| at)
}

/// The figures before `index` in the segment of `change` that count in `class` and are no changes, the nearest first.
fn figures_of<'p, 'a>(
    passage: &'p Passage<'a>,
    index: usize,
    class: Option<Class>,
    change: &'p Mention<'_>,
) -> impl Iterator<Item = (usize, &'p Mention<'a>)> {
    // 仲裁员 146 名，新聘 20 名、解聘 8 名，较上年末的 130 名净增 16 名: a net is of the stock, and not of what came and went.
    let of_segment = || passage.back_from(index).take_while(|(_, mention)| mention.segment == change.segment);
    let some_went =
        change.has(Cue::Net) && of_segment().any(|(_, mention)| movement(mention) == Some(Movement::Outflow));
    let moves = move |mention: &Mention<'_>| {
        some_went && matches!(movement(mention), Some(Movement::Inflow | Movement::Outflow))
    };
    of_segment().filter(move |(_, mention)| {
        mention.quantity.class() == class
            && mention.depth == 0
            && change_kind(mention).is_none()
            && !moves(mention)
    })
}

/// What the figure at `index` is set against: the nearest figure before it that counts alike and is not set against
/// another itself. 受理 766 件，比2021年的 802 件少 36 件，比2022年的 781 件少 15 件: both are set against the 766.
fn subject(passage: &Passage<'_>, index: usize, change: &Mention<'_>) -> Option<usize> {
    let class = passage.mentions.get(index)?.quantity.class();
    figures_of(passage, index, class, change).find(|(_, mention)| !is_set_against(mention)).map(|(at, _)| at)
}

fn is_point(mention: &Mention<'_>) -> bool {
    mention.quantity.class() == Some(Class::PercentagePoint)
}

/// Whether a change ends with the figure: 增至 …
pub fn arrives(mention: &Mention<'_>) -> bool {
    mention.has(Cue::To)
}
