//! What is told behind a row of parts: 投诉 1764 件，物业 812 件、噪声 952 件，比上年减少 419 件 is of the 1764, though the 952 stand
//! nearer.
//!
//! Takes the figure right before what is told, gives the row that ends with it and the figure that this row makes.
//!
//! *Invariant:* a row is told by its marks and labels; its whole by the words that open a list, or by a sum that is exact.

use super::cue_set::Cue;
use super::growth;
use super::list::List;
use super::period;
use super::statement::{Lead, Mention, Passage};
use crate::facts::{Decimal, year};

/// The most figures of a row that no word opens.
const MOST_PARTS: usize = 16;
/// The most figures of the sentence before that are tried as the whole of a row.
const MOST_WHOLES: usize = 6;
/// The fewest steps of its last place that a whole must have for a row to make it by no chance.
const TELLING: i128 = 15;

/// A row of parts, and what it makes.
pub struct Row {
    /// The figure that it makes, if one is told.
    pub whole: Option<usize>,
    /// The parts, the last first.
    pub parts: Vec<usize>,
}

impl Row {
    /// Whether its parts are named by their time: 2022年 98 公里、2023年 112 公里，比上年增长 is of the last of them.
    pub fn is_of_times(&self, passage: &Passage<'_>) -> bool {
        self.parts
            .iter()
            .filter_map(|&part| passage.mentions.get(part))
            .any(|part| year::written(part.before).next().is_some() || period::of(part.before).is_some())
    }
}

/// The row of two parts or more that ends with the figure at `last`, where its parts have labels of their own.
pub fn row_ending_at(passage: &Passage<'_>, last: usize) -> Option<Row> {
    let has_label = |part: &usize| {
        let head = head_of_item(passage, *part);
        passage.mentions.get(head).is_some_and(|head| !head.before.is_empty())
    };
    any_row(passage, last).filter(|row| row.parts.iter().all(has_label))
}

fn any_row(passage: &Passage<'_>, last: usize) -> Option<Row> {
    let listed = passage.list_of(last).filter(|list| list.whole < last);
    let is_row = |list: &&List| list.parts.len() > 1 && list.parts.last() == Some(&last);
    if let Some(list) = listed.filter(is_row).filter(|list| is_of_now(passage, list)) {
        let parts: Vec<usize> = list.parts.iter().rev().copied().collect();
        // 其中热线 320 件、信箱 80 件: where there are more, what follows may be of these alone.
        let is_all = sum(passage, &parts).is_some() && sum(passage, &parts) == exact(passage, list.whole);
        return Some(Row { whole: is_all.then_some(list.whole), parts });
    }
    let part = passage.mentions.get(last)?;
    let mut parts: Vec<usize> = Vec::new();
    let mut joined = 1;
    let mut at = last;
    while parts.len() < MOST_PARTS && is_alike(passage.mentions.get(at)?, part) {
        // The whole right in front of its parts looks like one more of them.
        if parts.len() > 1 && makes(passage, &parts, at) {
            return Some(Row { whole: Some(at), parts });
        }
        parts.push(at);
        let head = head_of_item(passage, at);
        let lead = passage.mentions.get(head)?.lead;
        if lead == Lead::Pause && joined == parts.len() {
            joined += 1;
        }
        let Some(before) = head.checked_sub(1) else { break };
        // 23 件案件中住建 12 件、水利 11 件: with no mark between stands the whole, or nothing of the row.
        if lead == Lead::Nothing && parts.len() > 1 && makes(passage, &parts, before) {
            return Some(Row { whole: Some(before), parts });
        }
        if !matches!(lead, Lead::Pause | Lead::Comma | Lead::Colon) {
            break;
        }
        at = before;
    }
    // Only what stands between 、 is a row without a whole to show it.
    let whole = made_before(passage, &parts);
    if whole.is_none() {
        parts.truncate(joined);
    }
    (parts.len() > 1).then_some(Row { whole, parts })
}

/// Whether neither the whole nor a part of `list` is by how much something changed or what it is compared with: 信访 946 件，增加
/// 84 件，依次为停车 310 件、….
pub fn is_of_now(passage: &Passage<'_>, list: &List) -> bool {
    let is_plain = |mention: &Mention<'_>| !mention.has(Cue::Comparison) && !growth::changes_by(mention);
    passage.mentions.get(list.whole).is_some_and(is_plain)
        && list.parts.iter().all(|&part| passage.mentions.get(part).is_some_and(is_plain))
}

/// The first figure of the item to which the one at `at` belongs: 142 笔 of 投标保证金 142 笔 813 万元.
pub fn head_of_item(passage: &Passage<'_>, at: usize) -> usize {
    const MOST: usize = 3;
    let is_companion = |at: &usize| {
        passage.mentions.get(*at).is_some_and(|one| one.lead == Lead::Nothing && one.before.is_empty())
    };
    (0..MOST).fold(at, |at, _| if is_companion(&at) { at.saturating_sub(1) } else { at })
}

/// Whether `other` counts what `part` counts, and as plainly.
fn is_alike(other: &Mention<'_>, part: &Mention<'_>) -> bool {
    other.quantity.is_amount()
        && other.quantity.class() == part.quantity.class()
        && other.segment == part.segment
        && other.bracket == part.bracket
        && !other.has(Cue::Comparison)
        && !other.has(Cue::Earlier)
        && !growth::changes_by(other)
}

/// The figure that the row `parts` makes: one of the sentence before where the row begins its own, or of its own sentence where
/// no more than changes stand between: 投诉 946 件，同比下降 12%，涉及停车 310 件、….
fn made_before(passage: &Passage<'_>, parts: &[usize]) -> Option<usize> {
    let (&first, &last) = parts.last().zip(parts.first())?;
    let part = passage.mentions.get(last)?;
    let begins = passage.mentions.get(first)?.start <= part.sentence_start;
    if parts.len() < 2 {
        return None;
    }
    let reach = u32::from(begins);
    passage
        .back_from(first)
        .take_while(|(_, mention)| mention.sentence + reach >= part.sentence)
        .filter(|(_, mention)| mention.quantity.class() == part.quantity.class())
        .take(MOST_WHOLES)
        .filter(|(_, mention)| begins || !mention.has(Cue::Comparison) && !growth::changes_by(mention))
        .map(|(at, _)| at)
        .find(|&at| makes(passage, parts, at))
}

/// Whether `parts` make the figure at `whole` exactly, and by no chance.
fn makes(passage: &Passage<'_>, parts: &[usize], whole: usize) -> bool {
    let is_telling = passage.mentions.get(whole).is_some_and(|mention| {
        let least = mention.quantity.value.step().times(Decimal::whole(TELLING));
        let class =
            parts.first().and_then(|&part| passage.mentions.get(part)).map(|part| part.quantity.class());
        class == Some(mention.quantity.class()) && least.is_some_and(|least| mention.quantity.value >= least)
    });
    is_telling && sum(passage, parts).is_some_and(|sum| Some(sum) == exact(passage, whole))
}

fn exact(passage: &Passage<'_>, at: usize) -> Option<Decimal> {
    passage.mentions.get(at)?.exact()
}

fn sum(passage: &Passage<'_>, parts: &[usize]) -> Option<Decimal> {
    parts.iter().try_fold(Decimal::ZERO, |sum, &part| sum.plus(exact(passage, part)?))
}
