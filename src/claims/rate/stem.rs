//! Rates whose own name labels a count: 规范 49 份, 规范率 98%.
//!
//! *Invariant:* the count that bears the name stands right before the rate and its base right before that, or is the whole of the
//! list that both are parts of.

use super::quotient::Quotient;
use super::sums::Sums;
use super::{ahead, general, names};
use crate::claims::cue_set::Cue;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::claims::{Statement, growth, label};
use crate::review::Status;
use crate::search;

/// How many figures before a part its 其中 may stand.
const FARTHEST_PART: usize = 12;

/// A rate whose own name labels a count: 规范 49 份, 规范率 98%. The base is the figure right before.
pub fn claim(passage: &Passage<'_>, index: usize, name: &str, sums: &Sums) -> Option<Statement> {
    let rate = passage.mentions.get(index)?;
    let above_index = index.checked_sub(1)?;
    let below_index = above_index.checked_sub(1)?;
    let (above, below) = (passage.mentions.get(above_index)?, passage.mentions.get(below_index)?);
    let stem = label::strip(name);
    let is_row = above.sentence == rate.sentence
        && below.sentence == rate.sentence
        && rate.clause == above.clause + 1
        && above.clause <= below.clause + 1
        && above.quantity.is_amount()
        && below.quantity.is_amount()
        && above.quantity.class() == below.quantity.class()
        && above.depth == below.depth;
    let words = above.name.trim_start_matches('已');
    // 行政诉讼败诉率 behind 败诉 2 件.
    let object = stem.strip_suffix(words).filter(|object| !object.is_empty() && search::length(words) >= 2);
    // 撤销 1 件、不予执行 1 件，撤销和不予执行率: the name joins both counts, and neither is what the other is of.
    if object.is_some_and(|object| object.ends_with(['和', '或', '与', '及'])) {
        return None;
    }
    let is_named = search::length(stem) >= 2
        && (words.ends_with(stem)
            || object.is_some()
            || is_turned_round(stem, words)
            || names_some_of(stem, words, below.before))
        && !label::has(above.before, &["未", "没有"])
        && !words.strip_suffix(stem).is_some_and(label::ends_in_denial);
    // 逮捕 125 人，不捕 115 人，不捕率: the figure before counts the opposite and not all of them.
    // 不予公开 8 件，部分公开 4 件，公开率: what is not so is never what the rate is of.
    let is_of_the_opposite = stem.strip_prefix(['不', '未']).is_some_and(|done| below.before.contains(done))
        || below.name.strip_suffix(stem).is_some_and(label::ends_in_denial);
    // 比上年增长 48 亿元，增长率为 20%: by how much it grew is not what there is.
    let is_change = growth::changes_by(above);
    if !is_row || !is_named || is_change || is_of_the_opposite || below.has(Cue::Comparison) {
        return None;
    }
    // 审结 548 件，其中 … 撤诉 98 件，败诉 41 件: the base is what the parts before are of.
    // So it is where the count itself is one of their row: 原告撤诉 16 件、败诉 10 件.
    let is_one_of_them = passage.is_part(above_index) && above.lead != Lead::Pause;
    let list = passage.list_of(below_index).filter(|_| !is_one_of_them);
    // 审结 82 件，胜诉 76 件，败诉 6 件，败诉率: what adds up to one figure is of that.
    let summed = || sums.are_siblings(above, below).then(|| sums.whole_of(passage, above)).flatten();
    let of = list.map(|list| list.whole).or_else(summed).unwrap_or(below_index);
    let row = passage.row_ending_at(of);
    let quotient = Quotient::new(rate, &[above], &row)?;
    if row.len() > 1 {
        return quotient.judge().filter(|statement| statement.status == Status::Holds);
    }
    if quotient.numerator > quotient.denominator && stem != "合格" {
        return None;
    }
    // 不属实 130 条；属实线索已督办 81 条: what another segment counts may be more than all of them.
    // 其中终止 52 件；维持 81 件；直接纠错 23 件: what stands in front is another part.
    let is_among_parts = above.segment != below.segment
        && passage
            .back_from(below_index)
            .take(FARTHEST_PART)
            .take_while(|(_, mention)| mention.sentence == rate.sentence)
            .any(|(_, mention)| mention.before.starts_with("其中"));
    let is_of_all = !is_among_parts
        && object.is_none_or(|object| ahead::share_two_characters(object, below.before))
        && (above.segment == below.segment || list.is_none())
        && !general::is_asked(stem)
        // 当场整改 2980 处 are not all that 整改率 is of.
        && !general::goes_beyond(above, name)
        && !is_of_another(rate, stem, above, below);
    quotient.judge().filter(|statement| is_of_all || statement.status == Status::Holds)
}

/// 行政村 247 个，已通客车村 239 个，通客车率: `words` are the name with the noun of what `all` counts.
fn names_some_of(stem: &str, words: &str, all: &str) -> bool {
    words
        .strip_prefix(stem)
        .is_some_and(|noun| (1..=3).contains(&search::length(noun)) && all.ends_with(noun))
}

/// Whether `words` are `stem` with verb and object the other way round: 问题发现率 of 发现问题.
fn is_turned_round(stem: &str, words: &str) -> bool {
    let middle = stem.char_indices().nth(2).map_or(stem.len(), |(at, _)| at);
    let (front, end) = stem.split_at_checked(middle).unwrap_or((stem, ""));
    !end.is_empty() && words.strip_prefix(end) == Some(front)
}

/// 粮食抽检 250 批次，合格 240 批次；蔬菜合格率 98%: whether the rate stands in a segment of its own and has an object of which the
/// counts do not speak.
fn is_of_another(rate: &Mention<'_>, stem: &str, above: &Mention<'_>, below: &Mention<'_>) -> bool {
    let object = names::rate_name(rate.before).and_then(|name| name.strip_suffix(stem)).unwrap_or("");
    let speaks = |count: &Mention<'_>| ahead::share_two_characters(object, count.run_up);
    above.segment != rate.segment && search::length(object) >= 2 && !speaks(above) && !speaks(below)
}
