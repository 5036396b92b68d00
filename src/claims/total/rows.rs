//! Which other figures the words may mean, where they do not say how far a row goes.
//!
//! Takes a list, gives it once more with fewer parts or with more.
//!
//! *Invariant:* nothing is judged here; a row is tried only where the one that stands there does not fit.

use super::claim::exceeds;
use crate::claims::cue_set::Cue;
use crate::claims::doings;
use crate::claims::judge;
use crate::claims::kinds;
use crate::claims::label;
use crate::claims::list::{List, Opener};
use crate::claims::parallel;
use crate::claims::statement::{Lead, Mention, Passage};

/// `list` without its first part, its first two parts, and so on: cut where more than a pause parts them, since
/// 9 项、93 项、220 项，合计 313 项 sums up all three.
pub fn shorter_rows(passage: &Passage<'_>, list: &List) -> impl Iterator<Item = List> {
    let begins = |from: &usize| {
        let first = list.parts.get(*from).and_then(|&part| passage.mentions.get(part));
        first.is_some_and(|first| first.lead != Lead::Pause)
    };
    (1..list.parts.len().saturating_sub(1))
        .filter(begins)
        .map(|from| List { parts: list.parts.get(from..).unwrap_or_default().to_vec(), ..list.clone() })
}

/// 问题 128 个，其中乱占 17 个，乱采 6 个，乱建 105 个，已销号 125 个，剩余 3 个: `list` up to the part with which it is all of its whole, where nothing but
/// clauses of their own follow.
pub fn up_to_all(passage: &Passage<'_>, list: &List) -> Option<List> {
    let whole = passage.mentions.get(list.whole)?;
    let parts: Vec<&Mention<'_>> = list.parts.iter().filter_map(|&part| passage.mentions.get(part)).collect();
    let are_behind =
        list.opener != Opener::Reversed && list.parts.first()? > &list.whole && list.names.is_empty();
    let number = (2..parts.len()).filter(|_| are_behind).find(|&number| {
        let terms: Vec<_> = parts.iter().take(number).map(|part| (1, part.quantity)).collect();
        judge::adds_up(&terms, whole.quantity) == judge::Sum::Meets
    })?;
    let is_done = |part: &Mention<'_>| {
        part.has(Cue::Done)
            || part.before.starts_with('已')
            || doings::doing_in_front(label::label(part)).is_some()
    };
    let is_apart = parts.iter().skip(1).all(|part| part.lead == Lead::Comma)
        && is_done(parts.get(number)?)
        && !parts.iter().take(number).any(|part| is_done(part));
    is_apart.then(|| List { parts: list.parts.get(..number).unwrap_or_default().to_vec(), ..list.clone() })
}

/// `list` with the figure before its first part, the two before it, and so on, no farther than the sentence before.
pub fn longer_rows(passage: &Passage<'_>, list: &List) -> Vec<List> {
    const MOST: usize = 6;
    let (Some(&first), Some(whole)) = (list.parts.first(), passage.mentions.get(list.whole)) else {
        return Vec::new();
    };
    let mut parts = list.parts.clone();
    let mut rows = Vec::new();
    for (at, mention) in
        passage.back_from(first).take_while(|(_, mention)| mention.sentence + 1 >= whole.sentence)
    {
        if mention.depth == 0 && mention.quantity.class() == whole.quantity.class() && rows.len() < MOST {
            parts.insert(0, at);
            rows.push(List { parts: parts.clone(), ..list.clone() });
        }
    }
    rows
}

/// 检查 430 家，发现问题 96 家，其中立案 71 家、移交 25 家，其余 334 家合格: `list` without the rest, where that is more than the whole and so
/// what is left of something larger.
pub fn without_rest_of_more(passage: &Passage<'_>, list: &List) -> Option<List> {
    let (&last, parts) = list.parts.split_last().filter(|(_, parts)| !parts.is_empty())?;
    let (rest, whole) = (passage.mentions.get(last)?, passage.mentions.get(list.whole)?);
    let is_of_more = list.opener == Opener::Among
        && rest.lead == Lead::Comma
        && rest.is_rest()
        && list.names.is_empty()
        && exceeds(rest, whole);
    is_of_more.then(|| List { parts: parts.to_vec(), ..list.clone() })
}

/// Whether a figure between the whole of `list` and its parts counts alike and is as large as the largest part.
pub fn is_below_one_between(passage: &Passage<'_>, list: &List) -> bool {
    const MOST: usize = 12;
    let Some(&first) = list.parts.first() else { return false };
    let between = passage.back_from(first).take(MOST).take_while(|(at, _)| *at > list.whole);
    let parts = || list.parts.iter().filter_map(|&part| passage.mentions.get(part));
    between.into_iter().any(|(_, mention)| {
        mention.depth == 0
            && !mention.has(Cue::Comparison)
            && parts()
                .all(|part| part.quantity.class() == mention.quantity.class() && !exceeds(part, mention))
    })
}

/// The figure that the ones behind it in its segment, up to the whole of `list`, break down: two or more that add up to it
/// or leave nothing out.
pub fn whole_of_breakdown(passage: &Passage<'_>, list: &List) -> Option<usize> {
    const MOST: usize = 8;
    let last = passage.mentions.get(list.whole)?;
    let earlier = passage
        .back_from(list.whole)
        .take_while(|(_, mention)| mention.segment == last.segment)
        .filter(|(_, mention)| mention.depth == 0 && mention.quantity.class() == last.quantity.class())
        .take(MOST);
    // The last first.
    let mut parts = vec![last];
    for (whole, stated) in earlier {
        if parts.len() >= 2 && breaks_down(stated, &parts) {
            return Some(whole);
        }
        parts.push(stated);
    }
    None
}

/// Whether `parts`, the last first, are all of `stated`.
fn breaks_down(stated: &Mention<'_>, parts: &[&Mention<'_>]) -> bool {
    let labels: Vec<&str> = parts.iter().rev().map(|part| label::label(part)).collect();
    let terms: Vec<_> = parts.iter().map(|part| (1, part.quantity)).collect();
    judge::adds_up(&terms, stated.quantity) == judge::Sum::Meets
        || kinds::are_complete(&labels)
        || parallel::leave_nothing(&labels)
}

/// 县局机关、5 个分局、16 个所共 22 个单位: how many names without a figure stand in the row of `list`, each of them one.
pub fn uncounted(passage: &Passage<'_>, list: &List) -> usize {
    let names = |&at: &usize| {
        let Some(part) = passage.mentions.get(at) else { return 0 };
        let clause = part.run_up.rsplit(['，', '；', '：', '。']).next().unwrap_or("");
        let row = clause.strip_suffix(part.before).unwrap_or("");
        // What stands behind the figure before is its noun.
        let before = at.checked_sub(1).and_then(|before| passage.mentions.get(before));
        let is_behind_one = before.is_some_and(|before| before.clause == part.clause);
        row.split('、').skip(usize::from(is_behind_one)).filter(|name| !name.is_empty()).count()
    };
    list.parts.iter().map(names).sum()
}
