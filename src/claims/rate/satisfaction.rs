//! How many of those who were asked are content: 满意率 may count 基本满意.
//!
//! *Invariant:* the figures stand in the sentence of the rate; of two readings that the words leave open one that holds is taken.

use super::quotient::Quotient;
use crate::claims::Statement;
use crate::claims::label::label;
use crate::claims::statement::{Mention, Passage};
use crate::review::Status;
use crate::search;

/// Whether the figure counts those who were content and those who were mostly content together.
fn counts_both(mention: &Mention<'_>) -> bool {
    const BOTH: &[&str] =
        &["满意和基本满意", "满意与基本满意", "满意及基本满意", "满意或基本满意", "满意、基本满意"];
    let words = mention.run_up.trim_end_matches(['的', '有', '共', '为', '达']);
    BOTH.iter().any(|both| words.strip_suffix(both).is_some_and(|ahead| !ahead.ends_with('不')))
}

/// 满意率（含基本满意）: whether the rate says itself that it is of both.
pub fn takes_in_both(rate: &Mention<'_>) -> bool {
    rate.before.contains("（含基本满意") || rate.before.contains("（包括基本满意")
}

/// 满意率 counts 基本满意 too, or 满意 alone; either reading is accepted.
pub fn satisfied(passage: &Passage<'_>, index: usize) -> Option<Statement> {
    let rate = passage.mentions.get(index)?;
    let same: Vec<&Mention<'_>> = passage
        .sentence_of(index)
        .into_iter()
        .map(|(_, mention)| mention)
        .filter(|mention| mention.quantity.is_amount())
        .collect();
    let is_content = |words: &str| {
        words.ends_with("满意") && search::ending(words, &["基本满意", "不满意", "较满意"]).is_none()
    };
    // 满意和基本满意的 589 人次 are both in one count.
    let both = same.iter().find(|mention| counts_both(mention)).copied();
    let content = both.or_else(|| same.iter().find(|mention| is_content(label(mention))).copied());
    let Some(content) = content else { return more_than_can_be(rate, &same) };
    let mostly = same.iter().find(|mention| both.is_none() && label(mention).ends_with("基本满意")).copied();
    // 非常满意 986 人、满意 150 人: both are content.
    let is_degree = |mention: &Mention<'_>| {
        ["非常满意", "很满意", "十分满意"].iter().any(|degree| label(mention).ends_with(degree))
    };
    let other = same.iter().copied().find(|mention| {
        mention.token != content.token
            && mention.quantity.class() == content.quantity.class()
            && is_content(label(mention))
            && is_degree(mention) != is_degree(content)
    });
    let contents: Vec<&Mention<'_>> =
        std::iter::once(content).chain(other.filter(|_| both.is_none())).collect();
    // The nearest figure is what was asked about; what was dealt with may stand before it.
    let wholes: Vec<&Mention<'_>> = same
        .iter()
        .rev()
        .copied()
        .filter(|mention| {
            let is_before = mention.token < content.token.min(rate.token);
            // 满意率 99.6%，回访 500 人，满意 463 人: all counts stand behind the rate.
            let is_behind = content.token > rate.token && mention.token < content.token;
            (is_before || (is_behind && mention.segment == rate.segment))
                && mention.quantity.class() == content.quantity.class()
        })
        .collect();
    let of_all = wholes.is_empty().then(|| all_minds(&same)).flatten();
    let wholes = asked_of(rate, wholes);
    let above: Vec<Vec<&Mention<'_>>> = match mostly {
        Some(mostly) if takes_in_both(rate) => vec![[contents, vec![mostly]].concat()],
        Some(mostly) => vec![contents.clone(), [contents, vec![mostly]].concat()],
        None => vec![contents],
    };
    let readings: Vec<Statement> = wholes
        .iter()
        .map(|whole| vec![*whole])
        .chain(of_all)
        .flat_map(|whole| above.iter().map(move |above| Quotient::new(rate, above, &whole)?.judge()))
        .flatten()
        .collect();
    let best = readings.iter().position(|reading| reading.status == Status::Holds);
    let last = above.len().checked_sub(1)?;
    readings.into_iter().nth(best.unwrap_or(last))
}

/// 满意率 99.2%，回访 2500 人，不满意 25 人: a rate that is more than all but those who were not content, who stand right behind the figure
/// of those who were asked.
fn more_than_can_be(rate: &Mention<'_>, same: &[&Mention<'_>]) -> Option<Statement> {
    let at = same.iter().position(|mention| label(mention) == "不满意")?;
    let (asked, discontent) = (same.get(at.checked_sub(1)?)?, same.get(at)?);
    let is_row = discontent.clause == asked.clause + 1
        && asked.quantity.class() == discontent.quantity.class()
        && asked.quantity.base()? > discontent.quantity.base()?
        && asked.segment == rate.segment;
    let found = Quotient::remainder(rate, asked, discontent)?.judge()?;
    let is_more = found.fault.is_some_and(|fault| fault.excess.is_negative());
    (is_row && found.status == Status::Broken && is_more).then_some(found)
}

/// 满意 2160 人，基本满意 620 人，不满意 120 人: all who were asked, where a row of `same` begins the figures of the sentence with those who were
/// content and ends with those who were not.
fn all_minds<'p, 'a>(same: &[&'p Mention<'a>]) -> Option<Vec<&'p Mention<'a>>> {
    const MINDS: &[&str] = &["满意", "一般"];
    let class = same.first()?.quantity.class();
    let is_of_row = |mention: &&&Mention<'_>| {
        mention.quantity.class() == class && search::ending(label(mention), MINDS).is_some()
    };
    let row: Vec<&Mention<'_>> = same.iter().take_while(is_of_row).copied().collect();
    let is_whole = row.len() >= 2
        && row.len() == same.len()
        && row.last().is_some_and(|last| label(last).ends_with("不满意"));
    is_whole.then_some(row)
}

/// 主办 34 件、会办 35 件，主办件满意率 97.1%: of `wholes` the one that the name of `rate` names, where it names one.
fn asked_of<'p, 'a>(rate: &Mention<'_>, wholes: Vec<&'p Mention<'a>>) -> Vec<&'p Mention<'a>> {
    const SHORTEST: usize = 2;
    let name = rate.before.split("满意").next().unwrap_or("");
    let is_named = |whole: &&&Mention<'_>| {
        let of = label(whole);
        search::length(of) >= SHORTEST && name.contains(of)
    };
    let named = wholes.iter().find(is_named).copied();
    named.map_or(wholes, |whole| vec![whole])
}
