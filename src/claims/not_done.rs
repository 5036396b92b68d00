//! What was not done, named by the verb of what was: 应出庭 816 件，实际出庭 812 件，未出庭的 4 件; and further down, 承接事项 58 项，实际运用
//! 23 项。尚未运用的 35 项事项.
//!
//! *Invariant:* the verb is the same and is denied in one of the two only; what is not due is wrong only where one slip explains it.

use super::cue_set::Cue;
use super::cues;
use super::judge;
use super::label::{self, label};
use super::rate::share_two_characters;
use super::slip;
use super::statement::{Lead, Mention, Passage};
use super::{Statement, total};
use crate::review::Status;
use crate::search;

/// How many figures of the draft are looked for in other paragraphs.
const MOST_ELSEWHERE: usize = 16;

/// The statements about what was not done, in `passages`; `out` holds those known.
pub fn claims(passages: &[Passage<'_>], out: &mut Vec<Statement>) {
    let mut elsewhere = 0;
    for (at, passage) in passages.iter().enumerate() {
        for (index, rest) in passage.mentions.iter().enumerate() {
            let Some(verb) = denied_verb(rest).filter(|_| !goes_on(passage, index, rest)) else { continue };
            let mut found = of_passage(passage, index, rest, verb);
            if found.is_none() && elsewhere < MOST_ELSEWHERE && !rest.after.is_empty() {
                elsewhere += 1;
                let before = passages.get(..at).unwrap_or_default().iter().rev();
                found = before
                    .map(|other| of_passage(other, other.mentions.len(), rest, verb))
                    .find_map(|found| found);
            }
            let Some(found) = found else { continue };
            match out.iter_mut().find(|known| known.is_the_same_as(&found)) {
                Some(known) => *known = found,
                None => out.push(found),
            }
        }
    }
}

/// The verb that the words before `rest` deny: 运用 of 尚未运用的.
fn denied_verb<'a>(rest: &Mention<'a>) -> Option<&'a str> {
    const AHEAD: &[&str] = &["", "尚", "仍", "还", "暂", "因故", "因公", "因病"];
    if rest.depth > 0 || !rest.quantity.is_amount() || rest.has(Cue::CarriedOver) || rest.has(Cue::Opening) {
        return None;
    }
    let words = rest.before.strip_suffix('的');
    let (ahead, verb) = words.unwrap_or(rest.before).rsplit_once('未')?;
    let is_short = (2..=4).contains(&search::length(verb));
    (is_short && (words.is_some() || AHEAD.contains(&ahead))).then_some(verb)
}

/// The statement of `rest` with what was done and the whole before the figure at `index` of `passage`.
fn of_passage(passage: &Passage<'_>, index: usize, rest: &Mention<'_>, verb: &str) -> Option<Statement> {
    let is_alike = |mention: &Mention<'_>| {
        mention.depth == 0
            && mention.quantity.is_amount()
            && mention.quantity.class() == rest.quantity.class()
    };
    let mut figures = passage.back_from(index).filter(|(_, mention)| is_alike(mention));
    let (done_at, done) =
        figures.find(|(_, mention)| was_done(mention, verb) || denied_verb(mention) == Some(verb))?;
    // 承接 58 项，涉及农业 26 项、城建 32 项，实际运用 23 项: what stands in a row between them is of the whole.
    let is_alone =
        |at: usize, mention: &Mention<'_>| !passage.is_part(at) && passage.row_around(mention).len() < 2;
    let mut row = figures.filter(|(at, mention)| mention.sentence == done.sentence && is_alone(*at, mention));
    let (_, whole) = row.next().filter(|_| denied_verb(done).is_none() && !passage.is_part(done_at))?;
    let is_due =
        whole.before.rsplit_once('应').is_some_and(|(_, due)| due.contains(verb) && !due.contains("已"));
    let here = passage.mentions.get(index).map(|here| here.sentence);
    let is_next = here.is_some_and(|here| here <= done.sentence + 1);
    // 上年未办结 4 件，受理 13 件，办结 11 件: of what came in there may have been some before.
    // 全年受理 399 件、未办结 12 件: what a pause joins to a figure of its own sentence is told of that.
    let is_told_of_another = rest.lead == Lead::Pause && here != Some(done.sentence);
    let is_of_it = row.next().is_none()
        && !is_told_of_another
        && !label::has(whole.before, cues::CAME_IN)
        && ![done, whole].iter().any(|mention| mention.has(Cue::Comparison))
        && (here == Some(done.sentence)
            || is_next && rest.after.is_empty()
            || share_two_characters(label(whole), label::first_words(rest.after)));
    let parts = [done, rest];
    let sum = judge::adds_up(&parts.map(|part| (1, part.quantity)), whole.quantity);
    let is_sure = is_due && is_next;
    let is_told = match sum.status() {
        Status::Broken => is_sure || is_of_it && slip::explained_by_slip(whole, &parts, sum),
        Status::Holds => is_sure || is_of_it,
        Status::Open => false,
    };
    is_told.then(|| total::total(whole, &parts, sum, sum.status(), is_sure))
}

/// Whether `mention` says that `verb` was done, before its figure or behind it: 实际运用 23 项, 已有 131 所完成核准.
fn was_done(mention: &Mention<'_>, verb: &str) -> bool {
    const DENIED: &[char] = &['未', '不', '应', '待', '需', '拟', '可', '当'];
    let words = mention.before.trim_end_matches(['了', '的']);
    let is_before = words
        .strip_suffix(verb)
        .is_some_and(|ahead| !ahead.ends_with(DENIED) && (ahead.contains(['实', '已']) || ahead.is_empty()));
    let is_behind = || {
        search::ending(mention.before, &["已有", "已", "实有"]).is_some()
            && label::first_words(mention.after).ends_with(verb)
    };
    is_before || is_behind()
}

/// 未出庭的 3 件、1 件: whether more is told of it behind the figure at `index`.
fn goes_on(passage: &Passage<'_>, index: usize, rest: &Mention<'_>) -> bool {
    passage.mentions.get(index + 1).is_some_and(|next| {
        next.lead == Lead::Pause
            && next.clause == rest.clause
            && next.quantity.class() == rest.quantity.class()
    })
}
