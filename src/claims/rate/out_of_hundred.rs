//! So many of every hundred: 登记信访 2400 件，其中重复件 312 件，每百件中有 13 件重复; the counts may stand behind as well.
//!
//! *Invariant:* part and whole are told in one sentence in the measure word of the figure, and the part is called like
//! what is one of so many.

use super::ahead::share_two_characters;
use crate::claims::growth;
use crate::claims::judge;
use crate::claims::notes::LAST_PLACE;
use crate::claims::statement::{Mention, Passage};
use crate::claims::{Claim, Fault, Operand, Reason, Statement, figure};
use crate::facts::{Decimal, Precision};
use crate::review::{ClaimKind, Status};

/// Of how many a figure is told, by the words for it.
const EVERY: &[(&str, i128)] =
    &[("每百", 100), ("每一百", 100), ("每100", 100), ("每千", 1000), ("每一千", 1000), ("每1000", 1000)];

/// How many figures on each side are looked at.
const REACH: usize = 4;

/// The statement of the figure at `index`, if it is so many of every hundred.
pub fn claim(passage: &Passage<'_>, index: usize) -> Option<Statement> {
    let rate = passage.mentions.get(index)?;
    if !rate.before.contains('每') {
        return None;
    }
    let hundred = EVERY.iter().find_map(|(word, of)| rate.before.contains(word).then_some(*of))?;
    let is_exact = rate.quantity.is_amount() && rate.quantity.precision == Precision::Exact;
    let alike = |mention: &Mention<'_>| {
        mention.quantity.class() == rate.quantity.class()
            && mention.sentence == rate.sentence
            && mention.quantity.precision == Precision::Exact
            && !growth::changes_by(mention)
    };
    let ahead = || passage.back_from(index).take(REACH).filter(|(_, mention)| alike(mention));
    let behind = || passage.ahead_from(index + 1).take(REACH).filter(|(_, mention)| alike(mention));
    let mut counts: Vec<(usize, &Mention<'_>)> = ahead().collect();
    counts.reverse();
    if counts.is_empty() {
        counts = behind().collect();
    }
    let [(whole_index, whole), (part_index, part)] = counts.as_slice() else { return None };
    let told = rate.after;
    let is_listed = passage.list_of(*part_index).is_some_and(|list| list.whole == *whole_index);
    let is_named = share_two_characters(told, part.before) || share_two_characters(told, part.after);
    if !is_exact || !(is_named || (is_listed && told.is_empty())) {
        return None;
    }
    judged(rate, part, whole, Decimal::whole(hundred))
}

/// The claim that `part` of `whole` are `rate` of so many.
fn judged(rate: &Mention<'_>, part: &Mention<'_>, whole: &Mention<'_>, of: Decimal) -> Option<Statement> {
    let (above, below) = (part.quantity.base()?, whole.quantity.base()?);
    let written = rate.quantity.value;
    if above > below {
        return None;
    }
    let computed = above.times(of)?.div_rounded(below, written.places())?;
    let excess = computed.minus(written)?;
    let shown = format!("{} ÷ {} × {of}", figure(part.quantity), figure(whole.quantity));
    let operands =
        vec![Operand::of("rate", rate), Operand::of("numerator", part), Operand::of("denominator", whole)];
    let is_exact = above.times(of)? == below.times(written)?;
    if excess.is_zero() || judge::is_last_place(excess, written) {
        let sign = if is_exact { "=" } else { "≈" };
        let note = (!excess.is_zero()).then_some(LAST_PLACE);
        let equation = format!("{shown} {sign} {written}");
        return Some(Claim::new(ClaimKind::Rate, Status::Holds, equation, note, operands, None));
    }
    let equation = format!("{shown} ≈ {computed} ≠ {written}");
    let fault = Fault { computed, excess, certain: false, reason: Reason::Arithmetic };
    Some(Claim::new(ClaimKind::Rate, Status::Broken, equation, None, operands, Some(fault)))
}
