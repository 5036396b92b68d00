//! A net against the two ends of a change that stands apart from it: 新增 16 项、取消 10 项，净增 6 项，权责清单由 312 项增至 318 项;
//! 由 312 项增至 318 项。全年净增 6 项.
//!
//! *Invariant:* the net has no noun of its own; since the change may be of more than the net, only one slip of the pen is told.

use super::change::{Change, change_kind};
use super::departure::starts;
use super::pair::arrives;
use super::{verdict, words};
use crate::claims::Statement;
use crate::claims::cue_set::Cue;
use crate::claims::cues;
use crate::claims::judge;
use crate::claims::statement::{Mention, Passage};
use crate::review::Status;
use crate::search;

/// The statement that the net at `index` lies between the two ends of the change nearest to it.
pub fn claim(passage: &Passage<'_>, index: usize) -> Option<Statement> {
    let net = passage.mentions.get(index).filter(|net| net.depth == 0 && net.quantity.is_amount())?;
    let kind = change_kind(net).filter(|_| is_bare(net))?;
    let (from, to) = behind(passage, index, net).or_else(|| in_front(passage, index, net))?;
    let found = verdict::judged(net, kind, to, from)?;
    (found.status == Status::Holds || is_slip(kind, net, from, to)?).then_some(found)
}

/// Whether the words before `net` say nothing but that it is one, and of which time: 全年净增.
fn is_bare(net: &Mention<'_>) -> bool {
    const NETS: &[&str] = &["净增加了", "净减少了", "净增加", "净减少", "净增", "净减"];
    let ahead = search::ahead(net.before, NETS);
    let is_time = |words: &str| {
        let words = words.trim_start_matches(['，', '共', '实', '际', '全', '年', '本']);
        words.is_empty() || cues::THIS_YEAR.contains(&words)
    };
    net.has(Cue::Net) && ahead.is_some_and(is_time)
}

/// The ends of the change that is the next thing told of what counts like `net`.
fn behind<'p, 'a>(
    passage: &'p Passage<'a>,
    index: usize,
    net: &Mention<'_>,
) -> Option<(&'p Mention<'a>, &'p Mention<'a>)> {
    let (from, to) = (passage.mentions.get(index + 1)?, passage.mentions.get(index + 2)?);
    let is_next = from.sentence == net.sentence && from.clause == net.clause + 1
        || from.sentence == net.sentence + 1 && from.run_up == from.before;
    (is_next && is_change(net, from, to)).then_some((from, to))
}

/// The ends of the change with which the sentence in front of that of `net` ends.
fn in_front<'p, 'a>(
    passage: &'p Passage<'a>,
    index: usize,
    net: &Mention<'_>,
) -> Option<(&'p Mention<'a>, &'p Mention<'a>)> {
    let (from, to) =
        (passage.mentions.get(index.checked_sub(2)?)?, passage.mentions.get(index.checked_sub(1)?)?);
    let is_next = to.sentence + 1 == net.sentence && net.run_up == net.before;
    (is_next && is_change(net, from, to)).then_some((from, to))
}

/// Whether `from` and `to` are the ends of a change of what `net` counts.
fn is_change(net: &Mention<'_>, from: &Mention<'_>, to: &Mention<'_>) -> bool {
    let alike =
        |mention: &Mention<'_>| mention.quantity.class() == net.quantity.class() && mention.depth == 0;
    // 上年净增由 12 家增至 18 家: the net itself is what changed.
    let is_of_nets = from.has(Cue::Net) || words::behind_comparison(net.before).is_some();
    alike(from) && alike(to) && starts(from) && arrives(to) && from.clause == to.clause && !is_of_nets
}

/// Whether one slip of the pen in one of the three figures explains that they do not agree.
fn is_slip(kind: Change, net: &Mention<'_>, from: &Mention<'_>, to: &Mention<'_>) -> Option<bool> {
    let (by, before, after) = (net.exact()?, from.exact()?, to.exact()?);
    let (moved, came, start) = match kind {
        Change::Up => (after.minus(before)?, before.plus(by)?, after.minus(by)?),
        Change::Down => (before.minus(after)?, before.minus(by)?, after.plus(by)?),
        Change::Multiple | Change::Either => return None,
    };
    let slips = [(by, moved), (after, came), (before, start)];
    Some(slips.into_iter().any(|(written, wanted)| judge::is_one_slip(written, wanted)))
}
