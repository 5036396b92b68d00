//! A bare share in a bracket behind its count: 1460 个行政村中的 365 个（25%）, 维持 32 件（53.3%）、驳回 28 件（46.7%）.
//!
//! *Invariant:* the bracket holds nothing but the share; where no word says of what it is, only a share that fits, or
//! would but for one slip, is told.

use super::general::{LEAST_DIGITS, slipped};
use super::quotient::Quotient;
use crate::claims::cue_set::Cue;
use crate::claims::growth;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::claims::{Statement, cues, label};
use crate::review::Status;
use crate::search;

/// The statement that the share at `index` makes with the count right in front of its bracket.
pub fn claim(passage: &Passage<'_>, index: usize) -> Option<Statement> {
    let rate = passage.mentions.get(index)?;
    let part_index = index.checked_sub(1)?;
    let part = passage.mentions.get(part_index)?;
    if !is_bare(passage, index) || !is_count(part) {
        return None;
    }
    let listed = passage.list_of(part_index).filter(|list| {
        let with_share = list.parts.iter().filter(|&&at| is_bare(passage, at + 1));
        with_share.take(2).count() == 2
    });
    let nearest = || {
        passage
            .back_from(part_index)
            .take_while(|(_, mention)| mention.sentence == rate.sentence)
            .find(|(at, mention)| {
                mention.quantity.class() == part.quantity.class()
                    && mention.depth == part.depth
                    && is_count(mention)
                    && !passage.is_part(*at)
            })
            .map(|(at, _)| at)
    };
    let whole_index = listed.map(|list| list.whole).or_else(nearest)?;
    let whole = passage.mentions.get(whole_index)?;
    let quotient = Quotient::new(rate, &[part], &[whole])?;
    if quotient.numerator > quotient.denominator {
        return None;
    }
    let statement = quotient.judge()?;
    let is_among = whole_index + 1 == part_index
        && (whole.after.ends_with('中') || search::ending(part.before, &["中的", "中", "中有"]).is_some());
    if statement.status != Status::Broken || listed.is_some() || is_among {
        return Some(statement);
    }
    slipped(statement, rate, LEAST_DIGITS)
}

/// Whether the figure at `index` is a share that stands alone in a bracket right behind a figure.
fn is_bare(passage: &Passage<'_>, index: usize) -> bool {
    let Some(rate) = passage.mentions.get(index) else { return false };
    let behind = rate.quantity.span.end;
    rate.quantity.is_share()
        && rate.lead == Lead::Open
        && rate.before.is_empty()
        && rate.run_up == "（"
        && passage.between(behind, behind + '）'.len_utf8() as u32) == "）"
}

fn is_count(mention: &Mention<'_>) -> bool {
    mention.quantity.is_amount()
        && mention.quantity.measure.is_some()
        && !growth::changes_by(mention)
        && !mention.has(Cue::Comparison)
        && !label::has(mention.before, cues::AVERAGE)
}
