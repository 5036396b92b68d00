//! What was done up to the end of last year, what was done in this one, and what was done so far: 截至上年底累计建成 86 个，今年新建 18 个，累计建成
//! 104 个.
//!
//! *Invariant:* the three stand in clauses right behind each other, the first and the last tell of it with the same verb, and the
//! second is of this year.

use super::movement::Movement;
use super::statement::{Understood, statement};
use crate::claims::statement::{Lead, Mention, Passage};
use crate::claims::{Statement, cues, label};
use crate::search;

/// The characters of the verb that the first and the last figure share.
const VERB: usize = 2;

/// The statement of the figure at `index` as what was done so far.
pub fn claim(passage: &Passage<'_>, index: usize) -> Option<Statement> {
    let so_far = passage.mentions.get(index)?;
    let more = passage.mentions.get(index.checked_sub(1)?)?;
    let before = passage.mentions.get(index.checked_sub(2)?)?;
    let is_row = [more, so_far].iter().all(|mention| mention.lead == Lead::Comma)
        && (more.clause, so_far.clause) == (before.clause + 1, more.clause + 1)
        && more.sentence == before.sentence
        && [before, more, so_far].iter().all(|mention| {
            mention.depth == 0
                && mention.quantity.is_amount()
                && mention.quantity.class() == so_far.quantity.class()
        });
    let is_told = is_row && is_of_before(before) && is_of_this_year(more) && is_so_far(so_far, before);
    is_told.then(|| statement(Some(before), &[(Movement::Inflow, more)], so_far, Understood::Told))
}

/// 累计签发 312 万张，其中当年签发 86 万张，上年末 226 万张: the statement of the figure at `index` as what was done so far, where the two that
/// make it stand behind it.
pub fn claim_in_front(passage: &Passage<'_>, index: usize) -> Option<Statement> {
    let so_far = passage.mentions.get(index).filter(|so_far| so_far.before.contains("累计"))?;
    let (more, before) = (passage.mentions.get(index + 1)?, passage.mentions.get(index + 2)?);
    let is_row = [more, before].iter().all(|mention| {
        mention.lead == Lead::Comma
            && mention.depth == 0
            && mention.sentence == so_far.sentence
            && mention.quantity.is_amount()
            && mention.quantity.class() == so_far.quantity.class()
    });
    let follow = (more.clause, before.clause) == (so_far.clause + 1, so_far.clause + 2);
    let verb = label::last_characters(so_far.before, VERB);
    let told = more.before.strip_prefix("其中").unwrap_or(more.before);
    let told = search::behind(told, cues::THIS_YEAR)?;
    let is_more = told.trim_start_matches('新') == verb || told.starts_with('新') && told.ends_with(verb);
    let ends_before =
        before.before.trim_start_matches(['较', '比', '截', '至']).trim_end_matches(['的', '为']);
    let rest = search::behind(ends_before, &["上年末", "上年底", "去年底", "去年末"])?;
    let is_before = matches!(rest, "" | "累计" | "共" | "已") || rest.strip_prefix("累计") == Some(verb);
    (is_row && follow && is_more && is_before)
        .then(|| statement(Some(before), &[(Movement::Inflow, more)], so_far, Understood::Told))
}

/// 截至上年底累计建成, 此前已建成: whether the words of `mention` end what was done before this year.
fn is_of_before(mention: &Mention<'_>) -> bool {
    const ENDS: &[&str] =
        &["上年底", "上年末", "去年底", "去年末", "年底", "年末", "此前", "之前", "以前年度", "往年", "历年"];
    const OF_THIS_YEAR: &[&str] = &["今年", "本年", "当年"];
    label::has(mention.run_up, ENDS) && !label::has(mention.run_up, OF_THIS_YEAR)
}

/// 今年新建, 2024年新增: whether the words of `mention` tell of what was done in the year.
fn is_of_this_year(mention: &Mention<'_>) -> bool {
    let words = mention.before;
    let behind = cues::THIS_YEAR.iter().find_map(|year| search::split(words, year)).map(|(_, behind)| behind);
    let behind = behind.or_else(|| search::split(words, "年").map(|(_, behind)| behind)).unwrap_or("");
    behind.trim_start_matches('又').starts_with(['新', '再', '续', '增'])
}

/// 累计建成, 共建成: whether the words of `mention` sum up and end in the verb of `before`.
fn is_so_far(mention: &Mention<'_>, before: &Mention<'_>) -> bool {
    let verb = label::last_characters(mention.before, VERB);
    let ahead = mention.before.strip_suffix(verb).unwrap_or("");
    let ahead = ["目前", "至今", "截至目前", "现", "已"]
        .iter()
        .fold(ahead, |words, now| words.trim_start_matches(now));
    search::length(verb) == VERB && cues::ALL_SUMS.contains(&ahead) && before.before.ends_with(verb)
}
