//! Rates that cannot be, whatever the counts: 整改率 104%.
//!
//! *Invariant:* of a plan or a target more may be done than what the rate is of.

use super::names;
use crate::claims::label;
use crate::claims::statement::Mention;
use crate::claims::{Claim, Fault, Operand, Reason, Statement, figure};
use crate::facts::{Class, Decimal};
use crate::review::{ClaimKind, Status};

/// A rate of completion above 100%.
pub fn claim(rate: &Mention<'_>, name: &str) -> Option<Statement> {
    let hundred = Decimal::whole(100);
    let is_too_high = rate.quantity.class() == Some(Class::Percent)
        && rate.quantity.value > hundred
        && names::find(name).is_some()
        && !may_be_exceeded(name)
        && !label::has(name, &["增长", "预算", "超额"]);
    is_too_high.then(|| {
        let excess = hundred.minus(rate.quantity.value).unwrap_or_default();
        let fault = Fault { computed: hundred, excess, certain: true, reason: Reason::Impossible };
        let equation = format!("{} > 100%", figure(rate.quantity));
        Claim::new(
            ClaimKind::Rate,
            Status::Broken,
            equation,
            None,
            vec![Operand::of("rate", rate)],
            Some(fault),
        )
    })
}

/// Whether more may be done than what the rate is of: of a plan or a target, but not of what was found or came in.
fn may_be_exceeded(name: &str) -> bool {
    const NOT_MORE: &[&str] =
        &["整改", "检查", "抽查", "排查", "审查", "办理", "化解", "销号", "答复", "覆盖"];
    name.ends_with("完成") && !label::has(name, NOT_MORE)
}
