//! A stated number of things against the things listed beside it.
//!
//! *Invariant:* 等 makes the stated number a bound; a list that the words do not tie to the number
//! is no claim.

mod bracket;
mod labels;
mod ordinals;
mod parts;
mod titles;

use super::statement::{Mention, Passage};
use super::{Claim, Fault, Operand, Reason, Statement};
use crate::facts::{Decimal, Precision};
use crate::review::{ClaimKind, Status};
use crate::source::ViewSpan;

/// Nouns that gather what was listed before them.
const GATHERING: &[&str] = &[
    "专业",
    "领域",
    "方面",
    "环节",
    "部门",
    "类别",
    "类型",
    "地区",
    "方式",
    "渠道",
    "维度",
    "层面",
    "阶段",
    "步骤",
    "平台",
    "行业",
    "机制",
    "司法所",
    "街道",
    "乡镇",
    "镇",
    "县",
    "区",
    "市",
    "单位",
    "重点",
    "要素",
    "关口",
    "体系",
    "板块",
];

/// The statements about listed things in `passage`.
pub fn claims(passage: &Passage<'_>, out: &mut Vec<Statement>) {
    titles::claims(passage, out);
    parts::claims(passage, out);
    for mention in passage.mentions.iter().filter(|mention| may_count(mention)) {
        out.extend(
            labels::before(passage, mention)
                .or_else(|| labels::quoted_before(passage, mention))
                .or_else(|| bracket::behind(passage, mention))
                .or_else(|| ordinals::behind(passage, mention)),
        );
    }
}

/// What was counted, where it stands, and what may follow from 等 or 和.
struct Listed {
    /// The fewest that the list may be read as.
    least: usize,
    /// As it would be read first.
    likely: usize,
    /// The most, where 和 may join two items or stand inside one.
    most: usize,
    /// Where the list stands.
    span: ViewSpan,
    /// 等 behind the list.
    is_open_ended: bool,
}

fn statement(stated: &Mention<'_>, listed: &Listed, certain: bool) -> Option<Statement> {
    let value = stated.quantity.value;
    let number = value.to_whole().and_then(|whole| usize::try_from(whole).ok())?;
    let holds = if listed.is_open_ended {
        listed.least <= number
    } else {
        (listed.least..=listed.most).contains(&number)
    };
    let shown = if holds && !listed.is_open_ended { number } else { listed.likely };
    let counted = Decimal::whole(i128::try_from(shown).ok()?);
    let listed_operand = Operand {
        role: "listed",
        value: counted,
        unit: stated.quantity.unit(),
        label: String::new(),
        span: listed.span,
        digits: None,
    };
    let operands = vec![Operand::of("stated", stated), listed_operand];
    let (sign, status, fault) = if holds {
        (if listed.is_open_ended { "≤" } else { "=" }, Status::Holds, None)
    } else {
        (
            if listed.is_open_ended { ">" } else { "≠" },
            Status::Broken,
            Some(Fault {
                computed: counted,
                excess: counted.minus(value)?,
                certain,
                reason: Reason::Arithmetic,
            }),
        )
    };
    Some(Claim::new(ClaimKind::Count, status, format!("{shown} {sign} {value}"), None, operands, fault))
}

fn may_count(mention: &Mention<'_>) -> bool {
    let quantity = mention.quantity;
    quantity.precision == Precision::Exact
        && quantity.is_amount()
        && quantity.factor == 1
        && quantity.measure.is_some()
        && quantity.value >= Decimal::whole(2)
        && quantity.value <= Decimal::whole(99)
}
