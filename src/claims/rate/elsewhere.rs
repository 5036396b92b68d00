//! Whether a rate that seems wrong is of figures that stand elsewhere: in its own sentence rather than in an earlier one, in the whole of
//! the part beside it, or in none, since it leaves some out.
//!
//! *Invariant:* only a statement that does not hold is doubted, and another figure is preferred only where it comes out exactly.

use super::doubts::place_of;
use super::quotient::Quotient;
use super::share;
use crate::claims::Statement;
use crate::claims::label;
use crate::claims::statement::{Mention, Passage};
use crate::facts::Decimal;
use crate::review::Status;

/// 受理举报 6183 件。复议案件共 470 件，公安类 131 件、城管类 118 件，两类占受理总数的 53%: whether a figure of the sentence of the rate would
/// make it right, where what it is said to be of stands in an earlier one.
pub fn is_of_its_own_sentence(passage: &Passage<'_>, statement: &Statement) -> bool {
    let first = |role| place_of(passage, statement, role).and_then(|at| passage.mentions.get(at));
    let (Some(rate), Some(below)) = (first("rate"), first("denominator")) else { return false };
    let numerators: Vec<&Mention<'_>> = statement
        .operands_as("numerator")
        .filter_map(|operand| passage.mentions.get(passage.index_at(operand.span.start)))
        .collect();
    let is_other = |mention: &Mention<'_>| {
        mention.sentence == rate.sentence
            && mention.quantity.class() == below.quantity.class()
            && mention.quantity.is_amount()
            && !numerators.iter().any(|above| above.token == mention.token)
    };
    let makes_it = |other: &Mention<'_>| {
        let found = Quotient::new(rate, &numerators, &[other]).and_then(|quotient| quotient.judge());
        found.is_some_and(|found| found.status == Status::Holds && found.note.is_none())
    };
    statement.status == Status::Broken
        && below.sentence < rate.sentence
        && passage
            .sentence_of(passage.index_of(rate))
            .iter()
            .any(|(_, other)| is_other(other) && makes_it(other))
}

/// 拆除 6.84 万平方米，其中新增 0.16 万平方米，完成计划 6 万平方米的 114%: whether what stands above the line is a part, and its whole would make
/// the rate.
pub fn is_of_the_whole_of_its_part(passage: &Passage<'_>, statement: &Statement) -> bool {
    let place = |role| place_of(passage, statement, role);
    let (Some(rate), Some(part), Some(below)) = (place("rate"), place("numerator"), place("denominator"))
    else {
        return false;
    };
    let figure = |at: usize| passage.mentions.get(at);
    let whole = passage.list_of(part).and_then(|list| figure(list.whole));
    // 其中新增 12 处、0.16 万平方米: of two measures the second is part of the figure that counts so beside the whole.
    let beside = || {
        let own = figure(part)?;
        let mut before = passage.back_from(part).map(|(_, mention)| mention);
        before.find(|mention| {
            mention.sentence == own.sentence && mention.quantity.class() == own.quantity.class()
        })
    };
    let (Some(rate), Some(below)) = (figure(rate), figure(below)) else { return false };
    // Of itself it is all, which meets whatever bound is written.
    let makes_it = |all: &Mention<'_>| {
        let found = Quotient::new(rate, &[all], &[below])
            .filter(|_| all.token != below.token)
            .and_then(|quotient| quotient.judge());
        found.is_some_and(|found| found.status == Status::Holds && found.note.is_none())
    };
    let is_part = figure(part).is_some_and(|part| part.run_up.contains("其中"))
        || part.checked_sub(1).and_then(figure).is_some_and(|first| first.before.starts_with("其中"));
    statement.status == Status::Broken && is_part && whole.or_else(beside).is_some_and(makes_it)
}

/// 破获 1327 起（含往年积案 214 起），破案率 71.1%（不含积案）: whether the bracket right behind a rate says that it leaves out some of what is
/// counted.
pub fn leaves_some_out(passage: &Passage<'_>, statement: &Statement) -> bool {
    const LEFT_OUT: &[&str] = &["（不含", "（未含", "（剔除", "（扣除", "（不计", "（不包括", "（除去"];
    let rate = statement.operands_as("rate").next();
    statement.status == Status::Broken
        && rate.is_some_and(|rate| label::begins(passage.between(rate.span.end, passage.end()), LEFT_OUT))
}

/// 扶贫资金 215 笔，办结 215 笔。不予处罚 172 件，占办结数的 8.2%: whether a share names its base by what was done alone, which each of several matters
/// has, and the one in an earlier sentence is far from making it.
pub fn is_of_what_else_was_done(passage: &Passage<'_>, statement: &Statement) -> bool {
    const DONE: &[&str] = &["办结", "受理", "审结", "立案", "结案", "查处", "处罚"];
    let figure = |role| place_of(passage, statement, role).and_then(|at| passage.mentions.get(at));
    let (Some(rate), Some(below)) = (figure("rate"), figure("denominator")) else { return false };
    let whole = share::read(rate.before).map_or("", |wording| wording.whole);
    let noun = whole.trim_end_matches(['数', '总', '量', '件', '的']);
    let is_far = || {
        let (fault, two) = (statement.fault?, Decimal::whole(2));
        let (computed, written) = (fault.computed, rate.quantity.value);
        Some(computed.times(two)? < written || written.times(two)? < computed)
    };
    statement.status == Status::Broken
        && below.sentence < rate.sentence
        && DONE.contains(&noun)
        && is_far().unwrap_or(true)
}
