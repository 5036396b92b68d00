//! A share behind a row: 交通类 78 件、城建类 57 件、政法类 56 件，占 61%.
//!
//! *Invariant:* it is of the last figure of the row or of all of it; which of the two only a row in rank says.

use crate::claims::Statement;
use crate::claims::label;
use crate::claims::rate::holding;
use crate::claims::rate::quotient::Quotient;
use crate::claims::rate::verbs::SEVERAL;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::review::Status;

/// The row of figures that ends with the one at `index`: 交通类 78 件、城建类 57 件、政法类 56 件.
pub(super) fn ending_at(passage: &Passage<'_>, index: usize) -> Vec<usize> {
    let mut row = vec![index];
    for (at, mention) in passage.back_from(index) {
        let is_joined = row.last().and_then(|&next| passage.mentions.get(next)).is_some_and(|next| {
            next.lead == Lead::Pause
                && next.clause == mention.clause
                && next.quantity.class() == mention.quantity.class()
        });
        if !is_joined {
            break;
        }
        row.push(at);
    }
    row.reverse();
    row
}

/// Whether the row is that of the first in rank, 位居前三的工单：…; then a share behind it is of all of it.
pub(super) fn is_ranked(passage: &Passage<'_>, row: &[usize]) -> bool {
    row.len() > 1
        && row
            .first()
            .and_then(|&first| passage.mentions.get(first))
            .is_some_and(|first| first.lead == Lead::Colon && label::has(first.run_up, &["前", "居", "排名"]))
}

/// A share behind a row: it is of the last figure of the row or of all of it.
pub(super) fn claim(
    passage: &Passage<'_>,
    index: usize,
    row: &[usize],
    found: Vec<(usize, Statement)>,
) -> Option<Statement> {
    let rate = passage.mentions.get(index)?;
    let parts: Vec<&Mention<'_>> = row.iter().filter_map(|&at| passage.mentions.get(at)).collect();
    let sums: Vec<Statement> = found
        .iter()
        .filter(|(whole, _)| !row.contains(whole))
        .filter_map(|&(whole, _)| Quotient::new(rate, &parts, &[passage.mentions.get(whole)?])?.judge())
        .collect();
    if let Some(fitting) = sums.iter().find(|statement| statement.status == Status::Holds) {
        return Some(fitting.clone());
    }
    if is_ranked(passage, row) {
        return sums.into_iter().next();
    }
    holding(found.into_iter().next()?.1, SEVERAL)
}
