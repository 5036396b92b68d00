//! What is left of a stock, told by what is still to be done with it: 尚待整改 8 个, 有 8 个尚待整改.
//!
//! *Invariant:* it is the last figure of its sentence that counts so; of several that are still to be done none is all.

use super::movement::Movement;
use super::statement::Understood;
use crate::claims::cue_set::Cue;
use crate::claims::cues;
use crate::claims::label;
use crate::claims::statement::{Mention, Passage};
use crate::search;

/// What is left of a stock.
#[derive(Clone, Copy)]
pub struct Left {
    /// What is still to be done with it.
    verb: &'static str,
    /// Whether 其余 or the like says that there is nothing else.
    is_rest: bool,
    /// Whether it has no noun that only some of the stock bear.
    is_all: bool,
}

/// Words between which and the figure stands the verb of what is still to be done.
const STILL: &[&str] = &[
    "尚待",
    "有待",
    "仍待",
    "还待",
    "尚有待",
    "仍有待",
    "尚在",
    "仍在",
    "还在",
    "正在",
    "尚未",
    "仍未",
    "暂未",
    "尚需",
    "仍需",
    "待",
    "未",
    "在",
];

/// Verbs of dealing with what came in, besides those of having done with it.
const DEALING: &[&str] = &[
    "整治", "治理", "办理", "处理", "审理", "审查", "审核", "核查", "调处", "查处", "查办", "调查", "调解",
    "推进", "跟进", "落实", "消除", "建设", "施工", "建", "办", "审", "查",
];

/// The most characters of an adverb between these and the verb.
const LONGEST_ADVERB: usize = 3;

/// Words that may stand in front of all these.
const AHEAD: &[&str] = &["目前", "现", "截至", "年底", "年末"];

/// What may stand before the figure where the words are behind it.
const EXISTING: &[&str] = &["", "有", "还有", "另有", "尚有", "仍有", "另"];

/// The same where it says that there are no others.
fn leaves_no_others(words: &str) -> bool {
    words == "余" || cues::LEFT.contains(&words.strip_suffix('的').unwrap_or(words))
}

/// 上年结转 12 件，新收 74 件，审结 78 件，结转 8 件: whether `mention`, behind what was done, says of the stock at `start`, of which some was
/// carried over, that it is carried on; of which year need not be told.
pub fn is_carried_on(passage: &Passage<'_>, start: usize, mention: &Mention<'_>) -> bool {
    const ADVERBS: &[char] = &['仍', '尚', '余', '现', '共', '需', '将', '还'];
    const FIRST_TWO: usize = 2;
    let mut opening = passage.ahead_from(start).map(|(_, figure)| figure).take(1 + FIRST_TWO);
    opening.any(|figure| figure.before.contains("上年结转") || figure.before.contains("上年度结转"))
        && mention.quantity.is_amount()
        && mention
            .before
            .strip_suffix("结转")
            .is_some_and(|words| words.trim_start_matches(ADVERBS).is_empty())
}

/// Whether the figure at `index` is what is left of `opening`, and how surely that is all of it: 正在建设省级项目 3 个 are some
/// of what is being built, and where nothing says that some were done with, so may others be that are left.
pub fn is_left(passage: &Passage<'_>, index: usize, opening: &Mention<'_>) -> Option<Left> {
    const ENDS: &[&str] = &["", "的", "中", "之中", "当中", "到位", "完毕", "完成"];
    let mention = passage.mentions.get(index)?;
    let words = still(mention).filter(|_| mention.quantity.is_amount() && mention.depth == 0)?;
    let prefix = STILL.iter().filter(|still| words.starts_with(**still)).max_by_key(|still| still.len())?;
    let to_do = words.strip_prefix(prefix)?;
    let (verb, object) = verb_and_object(to_do, if search::length(prefix) > 1 { LONGEST_ADVERB } else { 0 })?;
    let is_last = !passage
        .ahead_from(index + 1)
        .take_while(|(_, next)| next.sentence == mention.sentence)
        .any(|(_, next)| counts_alike(next, mention));
    let is_rest = leaves_no_others(mention.before);
    // 未完成整改: what was not brought to its end is a verb once more.
    let is_done_once_more = || DEALING.contains(&object) || cues::DONE.contains(&object);
    let is_all = is_rest || ENDS.contains(&object) || is_done_once_more() || opening.before.contains(object);
    is_last.then_some(Left { verb, is_rest, is_all })
}

impl Left {
    /// How surely `movements` make it.
    pub fn understood(self, movements: &[(Movement, &Mention<'_>)]) -> Understood {
        let done = || movements.iter().filter(|(does, _)| *does == Movement::Outflow);
        match self {
            _ if !self.is_all || done().next().is_none() => Understood::Partly,
            // 整改销号 35 个，尚待整改 8 个: the verb of what was done is taken up.
            _ if self.is_rest || done().any(|(_, done)| done.before.contains(self.verb)) => Understood::Told,
            _ => Understood::Likely,
        }
    }
}

/// The verb of dealing near the beginning of `words`, and what stands behind it: 攻坚化解, 按计划推进.
fn verb_and_object(words: &str, longest_adverb: usize) -> Option<(&'static str, &str)> {
    words.char_indices().take(1 + longest_adverb).find_map(|(at, _)| {
        let from = words.get(at..)?;
        let verb = search::beginning(from, cues::DONE).or_else(|| search::beginning(from, DEALING))?;
        Some((verb, from.strip_prefix(verb)?))
    })
}

fn counts_alike(next: &Mention<'_>, mention: &Mention<'_>) -> bool {
    next.depth == 0 && next.quantity.class() == mention.quantity.class() && !next.has(Cue::Comparison)
}

/// The words that tell what is still to be done with `mention`.
fn still<'a>(mention: &Mention<'a>) -> Option<&'a str> {
    const LONGEST_NOUN: usize = 4;
    let words = search::behind(mention.before, AHEAD).unwrap_or(mention.before);
    if label::begins(words, STILL) {
        return Some(words);
    }
    let noun = label::first_characters(mention.after, LONGEST_NOUN);
    let mut behind = noun.char_indices().filter_map(|(at, _)| mention.after.get(at..));
    let is_open = EXISTING.contains(&words) || leaves_no_others(words);
    behind.find(|rest| label::begins(rest, STILL)).filter(|_| is_open)
}
