//! Rates of one way of ending: 审结 90 件，其中调解结案 60 件，裁决结案 30 件，调解结案率 66.7%.
//!
//! *Invariant:* above the line is the count that bears the whole name of the rate; the base is the whole of its list, or else
//! what ended in front of it, and then the rate only ever holds or stays open.

use super::holding;
use super::quotient::Quotient;
use super::verbs::{SEVERAL, before_in_sentence};
use crate::claims::statement::Passage;
use crate::claims::{Statement, label};
use crate::search;

/// The statement of the rate called `name` at `index`.
pub fn claim(passage: &Passage<'_>, index: usize, name: &str) -> Option<Statement> {
    const WAYS: &[&str] = &["调解", "裁决", "和解", "撤诉", "判决", "裁定", "撤回", "驳回", "维持"];
    const ENDED: &[&str] = &["审结", "办结", "结案", "执结", "查结"];
    let stem = label::strip(name).strip_suffix('率').unwrap_or(label::strip(name));
    let way = search::ending(stem, ENDED).and_then(|end| stem.strip_suffix(end))?;
    if !WAYS.contains(&way) {
        return None;
    }
    let rate = passage.mentions.get(index)?;
    let reach = before_in_sentence(passage, index);
    let above = reach.iter().copied().find(|mention| mention.before.contains(stem))?;
    let listed = passage.list_of(passage.index_of(above)).and_then(|list| passage.mentions.get(list.whole));
    if let Some(whole) = listed {
        return Quotient::new(rate, &[above], &[whole])?.judge();
    }
    let ended = reach.iter().copied().find(|mention| {
        mention.token < above.token
            && mention.quantity.class() == above.quantity.class()
            && label::has(mention.before, ENDED)
            && !label::has(mention.before, WAYS)
    })?;
    holding(Quotient::new(rate, &[above], &[ended])?.judge()?, SEVERAL)
}
