//! A bound without 占 behind a part: 受理 500 件，其中治安处罚 210 件，超过四成.
//!
//! *Invariant:* the part belongs to a list, and between it and the share nothing stands but the word of the bound.

use super::quotient::Quotient;
use crate::claims::Statement;
use crate::claims::statement::{Lead, Passage};
use crate::facts::Precision;

/// All that may stand in front of the share.
const BOUNDS: &[&str] =
    &["", "超过", "超", "超出", "逾", "高于", "不足", "不到", "低于", "仅", "已超", "已超过"];

/// The statement that the share at `index` is less or more than the part right before it is of its whole.
pub fn claim(passage: &Passage<'_>, index: usize) -> Option<Statement> {
    let rate = passage.mentions.get(index)?;
    let is_bound = matches!(rate.quantity.precision, Precision::AtLeast | Precision::AtMost);
    if !is_bound || rate.lead != Lead::Comma || !BOUNDS.contains(&rate.before) {
        return None;
    }
    let at = index.checked_sub(1)?;
    let part = passage.mentions.get(at).filter(|part| part.clause + 1 == rate.clause)?;
    let whole = passage.mentions.get(passage.list_of(at)?.whole)?;
    let is_whole = whole.sentence == rate.sentence && whole.quantity.class() == part.quantity.class();
    let quotient = Quotient::new(rate, &[part], &[whole]).filter(|_| is_whole)?;
    if quotient.numerator > quotient.denominator { None } else { quotient.judge() }
}
