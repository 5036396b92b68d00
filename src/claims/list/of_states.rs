//! How far each of what was to be done came, right behind it: 列入决策事项 9 项，已完成 6 项、正在推进 2 项、终止 1 项.
//!
//! *Invariant:* the whole is called what is to be done, and each part a state of it.

use super::Opener;
use super::parts::parts_from;
use super::whole::fits;
use crate::claims::kinds;
use crate::claims::label;
use crate::claims::statement::{Lead, Passage};

/// Words of what is to be done.
const TO_DO: &[&str] = &[
    "列入", "确定", "计划", "任务", "安排", "部署", "明确", "事项", "项目", "梳理", "清单", "交办", "下达",
    "台账",
];

/// The whole of the row of states that begins at `index`.
pub fn whole_of_states(passage: &Passage<'_>, index: usize) -> Option<(Opener, usize)> {
    let at = index.checked_sub(1)?;
    let first =
        passage.mentions.get(index).filter(|first| matches!(first.lead, Lead::Comma | Lead::Colon))?;
    let whole = passage.mentions.get(at).filter(|whole| label::has(whole.before, TO_DO))?;
    if whole.clause + 1 != first.clause || whole.depth != first.depth || !fits(passage, at, index) {
        return None;
    }
    let (parts, _) = parts_from(passage, index, at, Opener::Sorted);
    let labels: Vec<&str> =
        parts.iter().filter_map(|&part| passage.mentions.get(part)).map(label::label).collect();
    kinds::are_states(&labels).then_some((Opener::Sorted, at))
}
