//! Stocks of those that were entered in a list: 年初入库专家 72 名，当年补充 15 名，年底在库专家 77 名; or that are there, with what
//! came and went behind them: 在册执法车 36 台，报废 5 台，购置 7 台，年底在册 38 台.
//!
//! *Invariant:* nothing of that measure word stands in front of it in its sentence, and behind it stand more that came in and
//! a stock of the end, so that the first was there before them.

use super::movement::Movement;
use super::verb_form::by_direction;
use super::verbs;
use crate::claims::cue_set::Cue;
use crate::claims::label;
use crate::claims::statement::{Mention, Passage};
use crate::search::{self, Words};

/// Verbs of being entered, right behind the time.
const ENTERED: &[&str] =
    &["入库", "入选", "入驻", "入列", "列入", "纳入", "登记", "备案", "注册", "挂牌", "聘任"];

/// Words of what is there at no time that is told.
const THERE: &[&str] = &["在册", "在用", "在编", "在岗", "在库", "在管", "编制内", "实有", "现有"];

const THERE_WORDS: Words = Words::of(THERE);

/// Words of the time at which those entered are told.
const BEGINNING: &[&str] = &["年初", "期初"];

const BEGINNING_WORDS: Words = Words::of(BEGINNING);

/// The most figures up to the stock of the end.
const MOST: usize = 8;

/// Whether the figure at `start` is the stock of those entered at the beginning.
pub fn opens(passage: &Passage<'_>, start: usize) -> bool {
    let Some(first) = passage.mentions.get(start) else { return false };
    let has_time = BEGINNING_WORDS.stand_in(first.before);
    let at_the_beginning = BEGINNING.iter().filter(|_| has_time).any(|time| {
        let behind =
            search::split(first.before, time).map(|(_, behind)| behind.trim_start_matches(['共', '已']));
        behind.is_some_and(|behind| label::begins(behind, ENTERED))
    });
    // 年底在册 71 人 is a stock of the end, 其中在册 some of another.
    let is_there = || {
        THERE_WORDS.stand_in(first.before)
            && !first.has(Cue::Among)
            && !first.has(Cue::Comparison)
            && !first.run_up.contains(['年', '月', '末', '底', '截', '至'])
    };
    if !(at_the_beginning || is_there()) || !first.quantity.is_amount() || first.depth > 0 {
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
    let does = |mention: &Mention<'_>| {
        verbs::does(Some(first), mention).map(|verb| verb.does).or_else(|| by_direction(mention))
    };
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
    let moves = |way: Movement| {
        behind().take_while(|mention| !closes(mention)).any(|mention| does(mention) == Some(way))
    };
    let closing = behind().find(|mention| closes(mention));
    // 在册车辆 36 台，报废 5 台，购置 7 台，现有新能源车 12 台: what has a noun of its own may be some of them.
    let is_of_all =
        || moves(Movement::Outflow) && closing.is_some_and(|closing| has_no_other_noun(closing, first));
    stands_alone && moves(Movement::Inflow) && closing.is_some() && (at_the_beginning || is_of_all())
}

/// Whether the words before `closing` say no more than that so many are there, or name what `first` counts.
fn has_no_other_noun(closing: &Mention<'_>, first: &Mention<'_>) -> bool {
    const ROUND: &[&str] = &[
        "年末", "年底", "期末", "目前", "现有", "现存", "在册", "在用", "在编", "在岗", "在库", "在管",
        "实有", "至", "到", "共有", "共", "有", "为", "仍", "的", "全",
    ];
    let mut noun = closing.before;
    while let Some(rest) = search::beginning(noun, ROUND).and_then(|word| noun.strip_prefix(word)) {
        noun = rest;
    }
    let noun = noun.trim_end_matches(['为', '有', '共', '达']);
    closing.after.is_empty() && (noun.is_empty() || first.before.ends_with(noun))
}
