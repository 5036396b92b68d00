//! By how much a limit was shortened or papers were made fewer: 由 20 个工作日压缩至 6 个工作日，压缩率 70%; 法定 12 天、承诺 9 天，
//! 时限压缩比例 25%.
//!
//! *Invariant:* the two figures right before the rate are the ends of one change; what growth reads as a change is left to it.

use super::quotient::Quotient;
use crate::claims::cue_set::Cue;
use crate::claims::statement::Passage;
use crate::claims::{Statement, growth, label};
use crate::search;

/// More verbs of a fall.
const FALLEN: &[&str] = &["压降", "减少", "降低", "下降", "下调", "化解", "消化", "消减", "核减"];

/// The statement of the rate called `name` at `index`.
pub fn claim(passage: &Passage<'_>, index: usize, name: &str) -> Option<Statement> {
    let verb = search::ending(name, growth::MADE_LESS).or_else(|| search::ending(name, FALLEN))?;
    of_the_pair_before(passage, index, name.strip_suffix(verb)?)
}

/// The statement of the percentage at `index` behind a verb and what was made less: 压缩办理时限 62.5%.
pub fn of_an_object(passage: &Passage<'_>, index: usize) -> Option<Statement> {
    const OBJECTS: &[&str] =
        &["时限", "时间", "用时", "时长", "周期", "环节", "材料", "事项", "要件", "流程", "步骤"];
    const LONGEST: usize = 10;
    let words = label::strip(passage.mentions.get(index)?.before);
    let verb = search::beginning(words, growth::MADE_LESS).or_else(|| search::beginning(words, FALLEN))?;
    let object = words.strip_prefix(verb).filter(|object| search::ending(object, OBJECTS).is_some())?;
    if search::length(words) <= LONGEST { of_the_pair_before(passage, index, object) } else { None }
}

/// The statement of the rate at `index` with the two ends of the change in front of it, where these are of `object`.
fn of_the_pair_before(passage: &Passage<'_>, index: usize, object: &str) -> Option<Statement> {
    let rate = passage.mentions.get(index)?;
    let (to, from) =
        (passage.mentions.get(index.checked_sub(1)?)?, passage.mentions.get(index.checked_sub(2)?)?);
    let is_pair = from.sentence == rate.sentence
        && from.quantity.class() == to.quantity.class()
        && !growth::changes_by(rate)
        && !growth::names_another(object, from, to)
        && to.quantity.base()? < from.quantity.base()?
        && (growth::are_limits(from, to) || from.has(Cue::From) && to.has(Cue::To));
    is_pair.then(|| Quotient::remainder(rate, from, to)?.judge()).flatten()
}
