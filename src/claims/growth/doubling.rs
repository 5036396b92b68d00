//! 翻一番: a change that is said in words, twice or four times the earlier figure.
//!
//! *Invariant:* the words are used loosely, so that only what is far from it is called wrong.

use super::departure::starts;
use super::pair::arrives;
use crate::claims::notes::ROUNDED;
use crate::claims::statement::{Mention, Passage};
use crate::claims::{Claim, Fault, Operand, Reason, Statement, figure};
use crate::facts::{Decimal, Precision};
use crate::review::{ClaimKind, Status};
use crate::source::ViewSpan;

/// The words, and by how much they multiply.
const WORDS: &[(&str, i128)] =
    &[("翻两番", 4), ("翻了两番", 4), ("翻一番", 2), ("翻了一番", 2), ("实现翻番", 2)];

/// How far behind the pair the words may stand, in bytes.
const REACH: usize = 60;

/// The statement that the figure at `index` is twice the one before it: 由 13 个增加到 26 个，实现翻一番.
pub fn claim(passage: &Passage<'_>, index: usize) -> Option<Statement> {
    let (current, previous) = (passage.mentions.get(index)?, passage.mentions.get(index.checked_sub(1)?)?);
    let is_pair = current.segment == previous.segment
        && current.quantity.class() == previous.quantity.class()
        && starts(previous)
        && arrives(current)
        && [current, previous].iter().all(|mention| mention.quantity.precision == Precision::Exact);
    if !is_pair {
        return None;
    }
    let (words, times, span) = words_behind(passage, index).or_else(|| words_ahead(passage, index - 1))?;
    let (now, before) = (current.quantity.base()?, previous.quantity.base()?);
    let ratio = now.div_rounded(before, 2)?;
    let written = Decimal::whole(times);
    let shown = format!("{} ÷ {}", figure(current.quantity), figure(previous.quantity));
    let change = Operand {
        role: "change",
        value: written,
        unit: "倍".into(),
        label: words.to_owned(),
        span,
        digits: None,
    };
    let operands = vec![Operand::of("current", current), Operand::of("previous", previous), change];
    let is_exact = now == before.times(written)?;
    // Nine tenths of it is still called so.
    let is_near = ratio.times(Decimal::whole(10))? >= written.times(Decimal::whole(9))?;
    let (status, equation, note, fault) = if is_exact {
        (Status::Holds, format!("{shown} = {written}"), None, None)
    } else if is_near {
        (Status::Holds, format!("{shown} ≈ {written}"), Some(ROUNDED), None)
    } else {
        let excess = ratio.minus(written)?;
        let fault = Fault { computed: ratio, excess, certain: false, reason: Reason::Arithmetic };
        (Status::Broken, format!("{shown} ≈ {ratio} ≠ {written}"), None, Some(fault))
    };
    Some(Claim::new(ClaimKind::Growth, status, equation, note, operands, fault))
}

/// The words of doubling behind the figure at `index`, before the next figure or the end of the sentence.
fn words_behind(passage: &Passage<'_>, index: usize) -> Option<(&'static str, i128, ViewSpan)> {
    let current: &Mention<'_> = passage.mentions.get(index)?;
    let from = current.quantity.span.end;
    let next = passage.mentions.get(index + 1).map_or(passage.end(), |next| next.quantity.span.start);
    let behind = passage.between(from, next.min(passage.end()));
    let behind = behind.split(['。', '；']).next().unwrap_or("");
    WORDS.iter().find_map(|&(words, times)| {
        let at = behind.find(words).filter(|&at| at <= REACH)?;
        let start = from as usize + at;
        Some((words, times, ViewSpan::new(start, start + words.len())))
    })
}

/// The words of doubling in the clause before the pair that begins at `index`: 立案数翻一番，从 43 件增加到 86 件. Behind another
/// pair they are of that one.
fn words_ahead(passage: &Passage<'_>, index: usize) -> Option<(&'static str, i128, ViewSpan)> {
    let first = passage.mentions.get(index)?;
    let before = index.checked_sub(1).and_then(|before| passage.mentions.get(before));
    if before.is_some_and(|before| before.segment == first.segment && arrives(before)) {
        return None;
    }
    let (clause, _) = first.run_up.strip_suffix(first.before)?.rsplit_once('，')?;
    let clause = clause.trim_end_matches('了');
    let (words, times) = WORDS.iter().find(|(words, _)| clause.ends_with(words))?;
    let end = first.quantity.span.start as usize - first.run_up.len() + clause.len();
    Some((words, *times, ViewSpan::new(end - words.len(), end)))
}
