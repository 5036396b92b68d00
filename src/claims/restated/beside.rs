//! What stands beside a figure that is told again, under the same name: 查处 168 起，罚款 86.4 万元 … 查处 168 起，罚款 84.6 万元.
//!
//! *Invariant:* the figure beside which both stand is the same in both places, and each is the only one of its name there; figures
//! that differ by more than a slip of the pen may be of different things.

use super::key::neutral;
use super::taking_part::slip;
use super::{Told, told};
use crate::claims::Statement;
use crate::claims::cue_set::Cue;
use crate::claims::growth;
use crate::claims::statement::{Lead, Passage};
use crate::claims::{Operand, label};
use crate::facts::{Class, Decimal};
use crate::review::{ClaimKind, Status};
use crate::search;
use crate::source::ViewSpan;
use std::collections::BTreeMap;

/// How many clauses away what stands beside a figure may be.
const NEAREST: u32 = 2;

/// What these tell of is another figure of the same name: a part, a stock of another time, an earlier year.
const IS_ANOTHER: &[Cue] = &[
    Cue::Among,
    Cue::Opening,
    Cue::Closing,
    Cue::CarriedOver,
    Cue::Earlier,
    Cue::Comparison,
    Cue::YearEnd,
    Cue::LeftOver,
    Cue::Average,
];

/// Words between a name and its figure that say no more than that there are so many.
const REACHING: &[&str] = &["达到", "达", "合计", "共计", "总计"];

/// What may stand between a figure and its amount of money, and what such an amount is called.
const AMOUNTS: &[&str] = &["", "计", "金额", "涉及金额", "涉案金额", "涉及资金", "总额"];
const UNNAMED: &str = "";

/// What those are called who heard what was held, and one name for all of them.
const AUDIENCE: &[&str] = &[
    "受众",
    "受众群众",
    "覆盖群众",
    "覆盖",
    "受教育群众",
    "受教育",
    "惠及群众",
    "参与群众",
    "服务群众",
    "覆盖人群",
    "覆盖人数",
    "受众人数",
];
const HEARERS: &str = "受众";

/// The fewest characters of a name.
const SHORTEST_NAME: usize = 2;

/// The least figure that is the same by no chance.
const TELLING: i128 = 10;

/// The figures of `passages` that stand beside those that `known` tells to be the same and differ by a slip.
pub fn claims(passages: &[Passage<'_>], known: &[Statement]) -> Vec<Statement> {
    let same = known.iter().filter(|one| one.kind == ClaimKind::Restated && one.status == Status::Holds);
    let mut out: BTreeMap<u32, Statement> = BTreeMap::new();
    for statement in same {
        let [first, again] = statement.operands.as_slice() else { continue };
        if first.value < Decimal::whole(TELLING) {
            continue;
        }
        let (Some(here), Some(there)) = (beside(passages, first), beside(passages, again)) else { continue };
        for one in &here {
            let is_named_alike =
                |other: &&Named<'_, '_>| other.name == one.name && other.told.class == one.told.class;
            let mut others = there.iter().filter(is_named_alike);
            let is_only = here.iter().filter(is_named_alike).nth(1).is_none();
            if let (Some(other), None, true) = (others.next(), others.next(), is_only)
                && let Some(found) = slip(&one.told, &other.told)
            {
                out.insert(other.told.mention.quantity.span.start, found);
            }
        }
    }
    let is_known = |start: &u32| {
        known.iter().any(|one| {
            one.kind == ClaimKind::Restated
                && one.operands.last().is_some_and(|last| last.span.start == *start)
        })
    };
    out.into_iter().filter(|(start, _)| !is_known(start)).map(|(_, found)| found).collect()
}

/// A figure and what it is called.
struct Named<'p, 'a> {
    told: Told<'p, 'a>,
    name: String,
}

/// The figures that stand beside `anchor` in its sentence.
fn beside<'p, 'a>(passages: &'p [Passage<'a>], anchor: &Operand<ViewSpan>) -> Option<Vec<Named<'p, 'a>>> {
    let place = passages.partition_point(|passage| passage.end() <= anchor.span.start);
    let passage = passages.get(place)?;
    let at = passage.mentions.partition_point(|one| one.quantity.span.end <= anchor.span.start);
    let own = passage.mentions.get(at)?;
    let figures = told(std::slice::from_ref(passage))
        .filter(|figure| {
            let mention = figure.mention;
            figure.index != at
                && mention.sentence == own.sentence
                && mention.depth == own.depth
                && mention.clause.abs_diff(own.clause) <= NEAREST
                && mention.quantity.is_amount()
                && !IS_ANOTHER.iter().any(|cue| mention.has(*cue))
                && !mention.before.contains(['原', '后'])
                && !growth::changes_by(mention)
        })
        .map(|figure| {
            let told = Told { place, ..figure };
            let words = label::strip(figure.mention.before);
            let words = words.strip_prefix("累计").unwrap_or(words);
            let words = search::ahead(words, REACHING).unwrap_or(words);
            // 2184 笔、9.36 亿元 and 2184 笔贷款计 9.63 亿元: what stands right behind needs no name.
            let is_next = figure.index.checked_sub(1) == Some(at) && told.class == Class::Money;
            let is_audience = || {
                // 312 场普法讲座覆盖群众 6.4 万人次: what was held may stand in front.
                let is_behind_it = figure.mention.lead == Lead::Nothing;
                search::ending(words, AUDIENCE).is_some_and(|end| is_behind_it || words.len() == end.len())
            };
            let name = if is_next && AMOUNTS.contains(&words) {
                UNNAMED.to_owned()
            } else if figure.index.checked_sub(1) == Some(at) && is_audience() {
                HEARERS.to_owned()
            } else {
                neutral(words).into_owned()
            };
            Named { told, name }
        })
        .filter(|named| named.name == UNNAMED || search::length(&named.name) >= SHORTEST_NAME);
    Some(figures.collect())
}
