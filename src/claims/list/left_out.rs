//! What stands in the bracket behind a figure, or behind 其中, and is none of it: 应办结 1184 件（剔除重复的 1524 件）, 降到 3900
//! 次（今年 4906 次）, 较年初减少 188 户，其中新纳入 402 户、退出 590 户.
//!
//! Gives whether the figures at an index are no parts of the one before them.
//!
//! *Invariant:* told by words alone, never by which figure is the larger.

use crate::claims::cue_set::Cue;
use crate::claims::cues;
use crate::claims::flow;
use crate::claims::flow::movement::{self, Movement, is_stock_of_before, movement};
use crate::claims::growth;
use crate::claims::label;
use crate::claims::rate;
use crate::claims::statement::{Mention, Passage};
use crate::facts::{measure, year};
use crate::search;

/// Verbs in front of what was taken out before it was counted.
const TAKEN_OUT: &[&str] =
    &["剔除", "扣除", "扣减", "减去", "除去", "剔减", "去除", "排除", "不含", "不计", "不算", "未含"];

/// Words behind what was taken out, or need not take part.
const OUT_OF_IT: &[&str] =
    &["除外", "不计", "不算", "不在内", "不在其内", "不列入", "不纳入", "未纳入", "未计入"];

/// Words of what is not asked of some, in front of their number or behind it.
const NOT_ASKED: &[&str] = &["免", "豁免", "不参", "不需", "无需", "无须", "不必", "不用", "暂不"];

/// Whether the bracket that the figure at `index` opens tells how many were left out before the figure at `whole` was
/// counted: 应检 106 家（当年新登记的 215 家不参检）. 应检 106 家（12 家未参检）: of those who had to, some did not.
pub fn is_left_out(passage: &Passage<'_>, whole: usize, index: usize) -> bool {
    let (Some(stated), Some(mention)) = (passage.mentions.get(whole), passage.mentions.get(index)) else {
        return false;
    };
    let (before, after) = (bare(mention.before), bare(mention.after));
    let is_due = || stated.before.contains(['应', '需', '须']);
    // 1 人因产假不参加考核: the reason may stand in front.
    let is_not_asked = || {
        let is_for_a_reason = after.starts_with('因') && label::has(after, NOT_ASKED);
        is_for_a_reason || label::begins(before, NOT_ASKED) || label::begins(after, NOT_ASKED)
    };
    // 1 个经复核不属问题予以核销: what is written off was never due.
    const WRITTEN_OFF: &[&str] = &["予以核销", "予以剔除", "不属问题", "不属于问题"];
    // 处置完成 112 批次（6 批次在法定期限内）: those whose time is not over are not done yet.
    const NOT_OVER: &[&str] =
        &["在法定期限", "在办理期限", "在规定期限", "在期限内", "尚在", "仍在", "正在", "未到期"];
    let is_not_over = || stated.has(Cue::Done) && label::begins(after, NOT_OVER);
    label::has(after, WRITTEN_OFF)
        || is_not_over()
        || label::begins(before, TAKEN_OUT)
        || label::begins(after, OUT_OF_IT)
        || (is_due() && is_not_asked())
}

/// 接入部门 66 个（应接入 68 个）, 录用 18 名（计划录用 20 名）: whether the bracket that `mention` opens tells how many there should be of what
/// the figure at `whole` says there are. Of what was found (发现 36 个（应整改 39 个）) these are some.
pub fn is_what_should_be(passage: &Passage<'_>, whole: usize, mention: &Mention<'_>) -> bool {
    const PLANNED: &[&str] = &["计划", "目标", "任务", "年度计划", "年度目标", "年度任务", "核定", "定额"];
    const NEEDED: &[&str] = &["需", "须"];
    const FOUND: &[&str] = &["发现", "查出", "排查", "查摆", "梳理", "反馈", "共有", "现有"];
    let Some(stated) = passage.mentions.get(whole) else { return false };
    let needed = || {
        let verb = search::behind(mention.before, NEEDED);
        verb.and_then(|verb| verb.chars().next()).is_some_and(|verb| stated.before.contains(verb))
    };
    // 立案 29 件（应立案 31 件）: the very verb that it should be.
    let is_same_verb = || {
        let verb = mention.before.rsplit('应').next().map_or("", |verb| label::first_characters(verb, 2));
        search::length(verb) == 2 && stated.before.contains(verb)
    };
    let is_should = |of: &Mention<'_>| rate::is_due(of) || label::begins(of.before, PLANNED);
    (is_should(mention) || needed())
        && !is_should(stated)
        && (is_same_verb() || !label::has(stated.before, FOUND) && !label::has(stated.before, cues::CAME_IN))
}

/// 比年初增加 386 家（新备案 599 家）: whether the bracket that the figure at `index` opens tells of what moved a stock, where the figure at
/// `whole` is by how much it changed: of one direction, so that others may have moved it in the other, or of both.
pub fn moves_a_change(passage: &Passage<'_>, whole: usize, index: usize) -> bool {
    let (Some(stated), Some(first)) = (passage.mentions.get(whole), passage.mentions.get(index)) else {
        return false;
    };
    let is_change = || growth::is_difference(passage, whole) || stated.has(Cue::Net);
    let direction =
        |of: &Mention<'_>| flow::movement_of(of).or_else(|| is_new(of).then_some(Movement::Inflow));
    let next = passage.mentions.get(index + 1).filter(|next| next.bracket == first.bracket);
    match (direction(first), next.map(direction)) {
        (Some(Movement::Inflow | Movement::Outflow), None) => is_change(),
        // Those of both directions are read as a flow, as far as their words are known.
        (Some(_), Some(Some(_))) => {
            let bracket = || {
                passage
                    .ahead_from(index)
                    .map(|(_, mention)| mention)
                    .take_while(|mention| mention.bracket == first.bracket)
            };
            let goes = |way: Movement| bracket().any(|mention| movement::in_words(mention) == Some(way));
            let are_known =
                || bracket().all(|mention| movement::in_words(mention).is_some_and(Movement::moves));
            is_change() && goes(Movement::Inflow) && goes(Movement::Outflow) && are_known()
        }
        _ => false,
    }
}

/// Whether `mention` tells of what was handed out or entered anew.
fn is_new(mention: &Mention<'_>) -> bool {
    const NEW: &[&str] = &["新发", "新办", "新核发", "新颁", "新设", "新登记", "新备案", "新开", "新购"];
    label::has(mention.before, NEW)
}

/// `words` without what stands in front of their verb.
fn bare(words: &str) -> &str {
    words.trim_start_matches(['已', '均', '都', '另', '并', '再', '的'])
}

/// Whether the bracket that `mention` opens has nothing but a year or 今年 in front of its figure, behind one that tells where a
/// change led or what is planned: 明年总量降到 3900 次（今年 4906 次）.
pub fn is_of_another_period(stated: &Mention<'_>, mention: &Mention<'_>) -> bool {
    const NOW: &[&str] = &["目前", "现", "现在", "现有", "当前", "原", "原来", "此前", "原有"];
    const PLANNED: &[&str] = &["明年", "下年", "下一年", "计划", "拟", "力争", "目标", "预计"];
    let time = mention.before.trim_end_matches(['为', '是', '的', '共', '有', '度', '全']);
    let is_year = year::written(time).next().is_some_and(|named| named.span.end as usize == time.len());
    // 现有 84 个（2023年底 90 个）: a stock of another time.
    let day = time.trim_end_matches(['末', '底', '初']);
    let is_other_day = day.len() < time.len()
        && year::written(day)
            .next()
            .is_some_and(|named| named.span.start == 0 && named.span.end as usize == day.len());
    if is_other_day {
        return true;
    }
    let is_time = is_year || NOW.contains(&time) || cues::THIS_YEAR.contains(&time);
    is_time && !time.is_empty() && (growth::leads_there(stated.before) || label::has(stated.run_up, PLANNED))
}

/// 由 46 项精简至 41 项，其中取消 3 项、整合 2 项: whether what is told at `index` moved what led to the figure at `whole`, and is no part
/// of that.
pub fn moved_between_ends(passage: &Passage<'_>, whole: usize, index: usize) -> bool {
    let is_arrival = whole.checked_sub(1).is_some_and(|old| growth::is_left_behind(passage, old));
    let moved = |mention: &Mention<'_>| movement(&Mention { depth: 0, ..*mention }).is_some();
    is_arrival && passage.mentions.get(index).is_some_and(moved)
}

/// Whether what 其中 opens at `index` came and went between two stocks, and is no part of the one at `whole`: 年初 346 人，年末 339
/// 人，其中退休 12 人、考录 5 人.
pub fn are_movements(passage: &Passage<'_>, whole: usize, index: usize) -> bool {
    let (Some(stated), Some(first)) = (passage.mentions.get(whole), passage.mentions.get(index)) else {
        return false;
    };
    // 受理 316 件，比上年增加 20 件，其中立案 200 件、结案 150 件: stages of what came in.
    if matches!(movement(stated), Some(Movement::Inflow | Movement::Outflow | Movement::Neutral))
        || label::has(stated.before, cues::STAGES)
    {
        return false;
    }
    let (mut came, mut went) = (false, false);
    for (_, mention) in passage.ahead_from(index) {
        let is_one = mention.segment == first.segment
            && mention.bracket == first.bracket
            && mention.clause <= first.clause + 1
            && mention.quantity.class() == first.quantity.class();
        if !is_one {
            break;
        }
        // 线索 318 条，较上年增加 20 条，其中立案 200 条、移交 30 条: what became of them.
        if label::has(mention.before, cues::STAGES) {
            return false;
        }
        match flow::movement_of(mention) {
            Some(Movement::Inflow) => came = true,
            Some(Movement::Outflow) => went = true,
            // 新发 84 套、延续 213 套、注销 47 套
            _ => came |= is_new(mention),
        }
    }
    // 保有 1286 套，其中新发 84 套、注销 47 套: what went is none of those that are there.
    let is_kept = || label::has(stated.before, &["保有", "现有", "实有", "在册", "存量", "持有"]);
    went && (came || is_behind_net(passage, index))
        && (is_kept() || lies_between_stocks(passage, whole, index))
}

/// 比上年末净增 12 名，其中发展 18 名、转出 6 名: whether a change from one stock to another stands right before the figure at `index`, so
/// that what went is no part of the stock, whatever the verb of what came.
fn is_behind_net(passage: &Passage<'_>, index: usize) -> bool {
    const STOCKS: &[&str] = &["年初", "期初", "年末", "年底", "净增", "净减"];
    let change = index.checked_sub(1).filter(|&at| growth::is_difference(passage, at));
    change.and_then(|at| passage.mentions.get(at)).is_some_and(|change| label::has(change.before, STOCKS))
}

/// Whether the stock at `whole` is set against an earlier one before the figure at `index`, or its change is told there.
fn lies_between_stocks(passage: &Passage<'_>, whole: usize, index: usize) -> bool {
    let Some(stated) = passage.mentions.get(whole) else { return false };
    let is_alike = |mention: &Mention<'_>| {
        mention.sentence == stated.sentence && mention.quantity.class() == stated.quantity.class()
    };
    let is_earlier = |mention: &Mention<'_>| {
        movement(mention) == Some(Movement::Opening)
            || is_stock_of_before(mention.before)
            || growth::is_set_against(mention)
    };
    let mut between = (whole..index).filter_map(|at| Some((at, passage.mentions.get(at)?)));
    let before = whole.checked_sub(1).and_then(|before| passage.mentions.get(before));
    between.any(|(at, mention)| {
        is_alike(mention) && (growth::is_difference(passage, at) || (at > whole && is_earlier(mention)))
    }) || (movement(stated) == Some(Movement::Closing)
        && before.is_some_and(|before| is_alike(before) && is_earlier(before)))
}

/// 共 157 个（处）: whether a bracket behind the figure at `index` names a further measure word in which it counts.
pub fn counts_in_two_units(passage: &Passage<'_>, index: usize) -> bool {
    const LONGEST: usize = 12;
    let Some(mention) = passage.mentions.get(index) else { return false };
    let behind = label::first_characters(passage.between(mention.quantity.span.end, passage.end()), LONGEST);
    let bracket = behind.strip_prefix('（').and_then(|rest| rest.split_once('）'));
    let is_unit = |word: &str| measure::read(word).is_some_and(|unit| unit.word == word);
    bracket.is_some_and(|(words, _)| words.split(['、', '/']).all(is_unit))
}
