//! Rates of those with which something was found: 抽查工程 96 个，其中 12 个存在管理不规范问题，问题发生率 12.5%.
//!
//! *Invariant:* the words behind the count say with a verb of what there is, and in the noun of the rate, what was found;
//! the base is the whole of which the count is a part, or the only other count of its kind.

use super::general::is_count;
use super::quotient::Quotient;
use crate::claims::Statement;
use crate::claims::label;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::search;

/// How names of such rates end, in front of 率.
const FOUND: &[&str] = &["发生", "检出", "发现", "存在", "出现"];

/// Further verbs that say of a thing that something was found with it.
const HAVE: &[&str] = &["查出", "有"];

/// The statement of the rate called `name` at `index`.
pub fn claim(passage: &Passage<'_>, index: usize, name: &str) -> Option<Statement> {
    let rate = passage.mentions.get(index)?;
    let above_index = index.checked_sub(1)?;
    let above = passage.mentions.get(above_index)?;
    let noun = search::ahead(name, FOUND).filter(|noun| search::length(noun) >= 2)?;
    let is_row = rate.lead == Lead::Comma
        && rate.clause == above.clause + 1
        && rate.depth == above.depth
        && is_count(above)
        && (label::begins(above.after, FOUND) || label::begins(above.after, HAVE))
        && above.after.ends_with(noun);
    if !is_row {
        return None;
    }
    let base = match passage.list_of(above_index) {
        Some(list) if list.parts.len() == 1 => passage.mentions.get(list.whole)?,
        Some(_) => return None,
        None => only_other(passage, above_index)?,
    };
    let is_base = is_count(base) && base.depth == above.depth && above.clause <= base.clause + 1;
    let quotient = Quotient::new(rate, &[above], &[base]).filter(|_| is_base)?;
    if quotient.numerator <= quotient.denominator { quotient.judge() } else { None }
}

/// The only figure of the sentence in front of the one at `index` that counts like it.
fn only_other<'p>(passage: &'p Passage<'_>, index: usize) -> Option<&'p Mention<'p>> {
    let above = passage.mentions.get(index)?;
    let mut alike = passage
        .back_from(index)
        .map(|(_, mention)| mention)
        .take_while(|mention| mention.sentence == above.sentence)
        .filter(|mention| mention.quantity.class() == above.quantity.class());
    let only = alike.next()?;
    alike.next().is_none().then_some(only)
}
