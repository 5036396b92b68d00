//! Stocks of those that were entered in a list: 年初入库专家 72 名，当年补充 15 名，年底在库专家 77 名.
//!
//! *Invariant:* nothing of that measure word stands in front of it in its sentence, and behind it stand more that came in and
//! a stock of the end, so that the first was there before them.

use super::movement::Movement;
use super::verbs;
use crate::claims::cue_set::Cue;
use crate::claims::label;
use crate::claims::statement::{Mention, Passage};
use crate::search;

/// Verbs of being entered, right behind the time.
const ENTERED: &[&str] =
    &["入库", "入选", "入驻", "入列", "列入", "纳入", "登记", "备案", "注册", "挂牌", "聘任"];

/// The most figures up to the stock of the end.
const MOST: usize = 8;

/// Whether the figure at `start` is the stock of those entered at the beginning.
pub fn opens(passage: &Passage<'_>, start: usize) -> bool {
    let Some(first) = passage.mentions.get(start) else { return false };
    let at_the_beginning = ["年初", "期初"].iter().any(|time| {
        let behind =
            search::split(first.before, time).map(|(_, behind)| behind.trim_start_matches(['共', '已']));
        behind.is_some_and(|behind| label::begins(behind, ENTERED))
    });
    if !at_the_beginning || !first.quantity.is_amount() || first.depth > 0 {
        return false;
    }
    let is_alike = |mention: &Mention<'_>| {
        mention.sentence == first.sentence
            && mention.depth == 0
            && mention.quantity.class() == first.quantity.class()
    };
    let stands_alone = !passage
        .back_from(start)
        .take_while(|(_, mention)| mention.sentence == first.sentence)
        .any(|(_, mention)| is_alike(mention));
    let does = |mention: &Mention<'_>| verbs::does(Some(first), mention).map(|verb| verb.does);
    let behind = || {
        passage
            .ahead_from(start + 1)
            .take(MOST)
            .map(|(_, mention)| mention)
            .filter(|mention| is_alike(mention))
    };
    // 目前已完成 20 个 is what was done with them.
    let closes = |mention: &Mention<'_>| {
        does(mention) == Some(Movement::Closing)
            && label::has(mention.run_up, &["年末", "年底", "期末", "现有", "现存", "在库", "在册"])
            && !mention.has(Cue::Done)
            && !mention.before.contains('已')
    };
    let comes_in = behind()
        .take_while(|mention| !closes(mention))
        .any(|mention| does(mention) == Some(Movement::Inflow));
    stands_alone && comes_in && behind().any(closes)
}
