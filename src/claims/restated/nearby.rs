//! The same amount right behind itself: in another unit (428500 元，即 42.85 万元), or as 上述 18 件.
//!
//! *Invariant:* nothing but a mark or 即 stands between the two writings of an amount.

use super::compare;
use crate::claims::Statement;
use crate::claims::label;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::facts::Precision;

/// The restatements of `passage` that stand near each other.
pub fn claims(passage: &Passage<'_>) -> Vec<Statement> {
    let mut out = Vec::new();
    for (index, again) in passage.mentions.iter().enumerate() {
        if again.quantity.precision != Precision::Exact || !again.quantity.is_amount() {
            continue;
        }
        if let Some(first) = index.checked_sub(1).and_then(|before| passage.mentions.get(before))
            && is_conversion(passage, first, again)
        {
            out.extend(compare(first, again, true));
        } else if again.before.ends_with("上述") || again.before.ends_with("前述") {
            let mut alike = passage
                .back_from(index)
                .filter(|(_, other)| other.quantity.class() == again.quantity.class());
            // With several antecedents 上述 may sum them up.
            if let (Some((_, first)), None) = (alike.next(), alike.next())
                && first.sentence < again.sentence
                && !label::has(first.before, label::COMPARISON)
            {
                out.extend(compare(first, again, true));
            }
        }
    }
    out
}

/// 428500 元（42.85 万元） or 428500 元，即 42.85 万元.
fn is_conversion(passage: &Passage<'_>, first: &Mention<'_>, again: &Mention<'_>) -> bool {
    let between = passage.between(first.quantity.span.end, again.quantity.number.start);
    first.quantity.class() == again.quantity.class()
        && first.quantity.factor != again.quantity.factor
        && first.quantity.precision == Precision::Exact
        && matches!(between, "（" | "（即" | "（合" | "（折合" | "，即" | "，合" | "，折合" | "，也就是")
        && matches!(again.lead, Lead::Open | Lead::Comma)
}
