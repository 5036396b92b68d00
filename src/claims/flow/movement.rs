//! What a figure does to a stock, told by the words before it.
//!
//! *Invariant:* of several cues the one nearest to the figure counts, of two that end together the longer.

use crate::claims::cue_set::{self, Cue, CueSet};
use crate::claims::label;
use crate::claims::statement::Mention;

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
    if !mention.quantity.is_amount() || mention.depth > 0 {
        return None;
    }
    let of_run_up = || movement_in(mention.run_up, mention.cues.run_up);
    movement_in(mention.before, mention.cues.words).or_else(of_run_up)
}

/// What `words` with these `cues` say that a figure does.
fn movement_in(words: &str, cues: CueSet) -> Option<Movement> {
    if cues.holds(Cue::Elsewhere) || cues.holds(Cue::AgainstLastYear) || cues.holds(Cue::AgainstTheBeginning)
    {
        return None;
    }
    // 承接上级下放 15 项 comes in, whatever it was for those above.
    if label::has(words, &["承接", "接收"]) {
        return Some(Movement::Inflow);
    }
    // 净减 is read by itself alone.
    if cues.holds(Cue::Net) {
        return Some(Movement::Net);
    }
    told_by_cue(words).or_else(|| is_new(words).then_some(Movement::Inflow))
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

/// What the cue words in `words` say: of several the one nearest to the figure counts. 年初原有 opens, 年底新增
/// comes in, 上年未结 is not 未结.
fn told_by_cue(words: &str) -> Option<Movement> {
    const FAMILIES: &[Cue] = &[Cue::Neutral, Cue::Closing, Cue::Opening, Cue::Outflow, Cue::Inflow];
    match cue_set::last_of(FAMILIES, words)? {
        Cue::Neutral => Some(Movement::Neutral),
        Cue::Closing => Some(Movement::Closing),
        Cue::Opening => Some(Movement::Opening),
        Cue::Outflow => Some(Movement::Outflow),
        Cue::Inflow => Some(Movement::Inflow),
        _ => None,
    }
}
