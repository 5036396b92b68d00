//! A stated number of things against the things listed beside it.
//!
//! *Invariant:* 等 makes the stated number a bound; a list that the words do not tie to the number
//! is no claim.

mod bodies;
mod bracket;
mod dated;
mod held_on;
pub mod joined_sides;
mod labels;
mod lead;
mod made_up;
mod mixed;
mod named;
mod numbered_titles;
mod ordinals;
mod parts;
mod pointed_at;
mod quotations;
mod quoted;
mod refrain;
pub mod same_sign;
mod segments;
pub mod signs;
mod slogan;
mod steps;
mod summed;
mod titles;
mod turns;

use super::label;
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
    "程序",
    "平台",
    "行业",
    "机制",
    "司法所",
    "片区",
    "功能区",
    "组团",
    "园区",
    "镇街",
    "街镇",
    "区县",
    "市县",
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
    "场所",
    "林场",
    "农场",
    "水库",
    "灌区",
    "森林公园",
    "湿地公园",
    "自然保护区",
    "保护区",
    "景区",
    "港区",
    "口岸",
    "小区",
    "社区",
    "行政村",
];

/// What is counted when documents are listed.
const DOCUMENTS: &[&str] = &[
    "制度", "文件", "规章", "法规", "决策", "规划", "办法", "细则", "方案", "意见", "政策", "规定", "清单",
    "规程", "条例", "指引", "标准",
];

/// The statements about listed things in `passage`.
pub fn claims(passage: &Passage<'_>, out: &mut Vec<Statement>) {
    titles::claims(passage, out);
    parts::claims(passage, out);
    slogan::claims(passage, out);
    same_sign::claims(passage, out);
    signs::claims(passage, out);
    joined_sides::claims(passage, out);
    for mention in passage.mentions.iter().filter(|mention| may_count(mention)) {
        out.extend(
            mixed::before(passage, mention)
                .or_else(|| labels::before(passage, mention))
                .or_else(|| summed::before(passage, mention))
                .or_else(|| pointed_at::before(passage, mention))
                .or_else(|| made_up::before(passage, mention))
                .or_else(|| quotations::list_before(passage, mention))
                .or_else(|| quotations::row_before(passage, mention))
                .or_else(|| quoted::behind(passage, mention))
                .or_else(|| bracket::behind(passage, mention))
                .or_else(|| dated::before(passage, mention))
                .or_else(|| held_on::behind(passage, mention))
                .or_else(|| named::behind(passage, mention))
                .or_else(|| ordinals::behind(passage, mention))
                .or_else(|| segments::behind(passage, mention))
                .or_else(|| bodies::before(passage, mention))
                .or_else(|| refrain::before(passage, mention))
                .or_else(|| turns::behind(passage, mention))
                .or_else(|| turns::named_twice(passage, mention)),
        );
    }
    out.extend(passage.mentions.iter().filter_map(|mention| bracket::dates_of_one(passage, mention)));
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
    let operand = Operand { label: what_is_counted(stated).to_owned(), ..Operand::of("stated", stated) };
    compared(operand, listed, certain)
}

/// The number that `stated` states against what is listed.
fn compared(stated: Operand<ViewSpan>, listed: &Listed, certain: bool) -> Option<Statement> {
    let value = stated.value;
    let number = value.to_whole().and_then(|whole| usize::try_from(whole).ok())?;
    let holds = if listed.is_open_ended {
        listed.least <= number
    } else {
        (listed.least..=listed.most).contains(&number)
    };
    let shown = match (holds, listed.is_open_ended) {
        (true, false) => number,
        (true, true) => listed.likely.min(number),
        _ => listed.likely,
    };
    let listed_number = Decimal::whole(i128::try_from(shown).ok()?);
    let listed_operand = Operand {
        role: "listed",
        value: listed_number,
        unit: stated.unit.clone(),
        label: String::new(),
        span: listed.span,
        digits: None,
    };
    let operands = vec![stated, listed_operand];
    let (sign, status, fault) = if holds {
        (if listed.is_open_ended { "≤" } else { "=" }, Status::Holds, None)
    } else {
        (
            if listed.is_open_ended { ">" } else { "≠" },
            Status::Broken,
            Some(Fault {
                computed: listed_number,
                excess: listed_number.minus(value)?,
                certain,
                reason: Reason::Arithmetic,
            }),
        )
    };
    Some(Claim::new(ClaimKind::Count, status, format!("{shown} {sign} {value}"), None, operands, fault))
}

/// What is counted: 三项措施 counts 措施; without a noun behind it, what the words before say.
fn what_is_counted<'a>(stated: &Mention<'a>) -> &'a str {
    let nouns = GATHERING.iter().chain(DOCUMENTS);
    let noun = nouns.filter(|noun| stated.after.starts_with(**noun)).max_by_key(|noun| noun.len());
    match noun {
        Some(noun) => stated.after.get(..noun.len()).unwrap_or(""),
        None if stated.after.is_empty() => label::label(stated),
        None => label::first_words(stated.after),
    }
}

/// What is counted without a measure word: 等 4 部门.
const UNMEASURED: &[&str] = &[
    "部门", "单位", "乡镇", "街道", "县区", "区县", "地", "要素", "市", "县", "区", "镇", "乡", "村", "国",
    "省", "校", "局",
];

fn may_count(mention: &Mention<'_>) -> bool {
    let quantity = mention.quantity;
    quantity.precision == Precision::Exact
        && quantity.is_amount()
        && quantity.factor == 1
        && (quantity.measure.is_some() || label::begins(mention.after, UNMEASURED))
        && quantity.value >= Decimal::whole(2)
        && quantity.value <= Decimal::whole(99)
        // 邀请法官、检察官、律师各 2 名: so many of each.
        && !mention.before.ends_with('各')
}
