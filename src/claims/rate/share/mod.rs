//! 占: a count as a share of the whole that it is a part of.
//!
//! *Invariant:* the whole counts in the same measure word and is named before the part.

mod candidates;
pub mod counted;
mod doubts;
mod foremost;
mod named_between;
mod naming;
mod of_the_place;
mod of_those;
mod of_two;
mod other_measure;
mod part;
mod ranked;
mod row;
mod row_of_all;
mod several;
mod single;
mod told_behind;
mod whole;
mod wording;

use super::sums::Sums;
use crate::claims::statement::{Lead, Passage};
use crate::claims::{Statement, cues, label};
use crate::search;
pub use foremost::claim as of_the_foremost;
pub use of_the_place::claims as of_the_place;
pub use part::part_of;
pub use several::{of_numbered, of_whole_between};
pub use told_behind::is_count_of_share;
pub use wording::read;
use wording::{Scope, Wording};

/// The shares that begin at `index`: one, or with 分别 one for each count before them.
///
/// `last` remembers the sentence and whole of the share before, for 占 in a row.
pub fn claims(
    passage: &Passage<'_>,
    index: usize,
    wording: Wording<'_>,
    sums: &Sums,
    last: &mut Option<(u32, usize)>,
    out: &mut Vec<Statement>,
) {
    match wording.scope {
        Scope::Respectively => out.extend(
            several::respectively(passage, index, wording)
                .or_else(|| of_two::claim(passage, index, wording))
                .unwrap_or_default(),
        ),
        Scope::Named if several::is_of_names(passage, index) => {
            out.extend(several::named(passage, index, wording, sums));
        }
        Scope::Together => out.extend(together(passage, index, wording)),
        Scope::Single | Scope::Named => {
            // 其中消费投诉占 63%（543 件）: the bracket tells the part that the words name.
            let told = if is_told_in_bracket(passage, index) {
                told_behind::claim(passage, index, wording)
            } else {
                None
            };
            let found = told.or_else(|| single::claim(passage, index, wording, sums, last));
            let behind = || {
                told_behind::claim(passage, index, wording)
                    .or_else(|| told_behind::of_both(passage, index, wording))
                    .or_else(|| told_behind::of_both_in_bracket(passage, index, wording))
                    .or_else(|| told_behind::of_whole_behind(passage, index, wording))
            };
            out.extend(found.or_else(behind).or_else(|| row_of_all::claim(passage, index)));
        }
    }
}

/// 其中消费投诉占 63%（543 件）: whether a bracket opens right behind the share at `index`, with no word before its figure.
pub fn is_told_in_bracket(passage: &Passage<'_>, index: usize) -> bool {
    let part = passage.mentions.get(index + 1);
    part.is_some_and(|part| part.lead == Lead::Open && part.before.is_empty() && part.run_up == "（")
}

/// 占总人数 1126 人的: the sentence and the place of the total right before the share at `index`, where the words call it one.
pub fn base_told(passage: &Passage<'_>, index: usize) -> Option<(u32, usize)> {
    let at = index.checked_sub(1)?;
    let base = passage.mentions.get(at)?;
    let (_, name) = base.before.rsplit_once('占')?;
    let is_total = search::ending(name, cues::TOTALS).is_some() || label::begins(name, &["总", "全部"]);
    is_total.then_some((base.sentence, at))
}

/// Whether the clause in front of the part of the share at `index` names the figure that it is of.
pub fn names_its_base(passage: &Passage<'_>, index: usize) -> bool {
    index.checked_sub(1).is_some_and(|part| of_those::whole(passage, part).is_some())
}

/// The share of all counts right before it.
fn together(passage: &Passage<'_>, index: usize, wording: Wording<'_>) -> Option<Statement> {
    let row = ranked::row_before(passage, index);
    if row.len() > 1 {
        ranked::claim(passage, index, wording, &row)
    } else {
        several::together(passage, index, wording)
    }
}
