//! What a figure does to a stock, told by the words before it.
//!
//! *Invariant:* of several cues the one nearest to the figure counts, of two that end together the longer.

use crate::claims::statement::Mention;
use crate::claims::{cues, label};
use crate::search::last_of;

/// What a figure does to the stock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Movement {
    /// It is the stock before.
    Opening,
    /// It comes in.
    Inflow,
    /// It goes out.
    Outflow,
    /// An action that leaves the number as it is.
    Neutral,
    /// It is what came in less what went out: 净增, 当年结余.
    Net,
    /// It is the stock after.
    Closing,
}

/// What the words before `mention` say that it does.
pub fn movement(mention: &Mention<'_>) -> Option<Movement> {
    // 2023年初，现行有效文件 86 件: the cue may stand in a clause of its own.
    movement_in(mention, mention.before).or_else(|| movement_in(mention, mention.run_up))
}

fn movement_in(mention: &Mention<'_>, words: &str) -> Option<Movement> {
    if !mention.quantity.is_amount()
        || mention.depth > 0
        || label::has(words, cues::ELSEWHERE)
        || label::has(words, cues::AGAINST_LAST_YEAR)
        || label::has(words, cues::AGAINST_THE_BEGINNING)
    {
        return None;
    }
    // 承接上级下放 15 项 comes in, whatever it was for those above.
    if label::has(words, &["承接", "接收"]) {
        return Some(Movement::Inflow);
    }
    // 净减 is read by itself alone.
    if label::has(words, cues::NET) {
        return Some(Movement::Net);
    }
    let told = told_by_cue(words);
    told.or_else(|| is_new(words).then_some(Movement::Inflow))
}

/// 本年新备案 22 家: what is done newly in the year comes in, whatever it is.
fn is_new(words: &str) -> bool {
    const TIMES: &[&str] = &["本年度", "本年", "今年", "当年", "年内", "全年", "期间", "其中", "已", "又"];
    const NAMES: &[&str] =
        &["新能源", "新型", "新兴", "新冠", "新农", "新闻", "新区", "新任", "新时代", "新业态"];
    let mut rest = words;
    while let Some(shorter) = TIMES.iter().find_map(|time| rest.strip_prefix(time)) {
        rest = shorter;
    }
    rest.starts_with('新') && !label::begins(rest, NAMES)
}

/// What the cue words in `words` say.
fn told_by_cue(words: &str) -> Option<Movement> {
    // The cue nearest to the figure counts, of two that end together the longer: 年初原有 opens,
    // 年底新增 comes in, 上年未结 is not 未结.
    [
        (Movement::Neutral, last_of(words, cues::NEUTRAL)),
        (Movement::Closing, last_of(words, cues::CLOSING)),
        (Movement::Opening, last_of(words, cues::OPENING)),
        (Movement::Outflow, last_of(words, cues::OUTFLOW)),
        (Movement::Inflow, last_of(words, cues::INFLOW)),
    ]
    .into_iter()
    .filter_map(|(movement, at)| Some((movement, at?)))
    .max_by_key(|(_, at)| *at)
    .map(|(movement, _)| movement)
}
