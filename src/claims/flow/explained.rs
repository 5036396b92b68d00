//! Whether a flow that does not come out is right in another reading of the figures of its sentence.
//!
//! *Invariant:* every other reading comes out exactly; less than nothing is left only where a figure is wrong, or what
//! came in is told elsewhere.

use crate::claims::Statement;
use crate::claims::judge;
use crate::claims::label;
use crate::claims::statement::{Mention, Passage};
use crate::facts::{Class, Decimal};
use crate::lang::Text;
use crate::review::Status;

/// How many figures on each side are tried.
const NEAREST: usize = 8;
/// The least figure that tells of its part in a flow; smaller ones are often alike.
const TELLING: i128 = 30;

const UNCLEAR: Text = Text {
    zh: "文中另有数字可作期初或增减，未作判断",
    en: "another figure of the text may be the stock before or a movement; not judged",
};

const UNTOLD: Text = Text {
    zh: "文中只写了增加，没有写减少，未作判断",
    en: "the text tells what came in and not what went out; not judged",
};

/// `statement`, left open where it is broken but right in another reading; nothing where it leaves less than nothing
/// and is not nearly right.
pub fn settled(passage: &Passage<'_>, statement: Statement) -> Option<Statement> {
    if computed(passage, &statement).is_some_and(|(_, computed)| computed.is_negative())
        && !misses_by_little(passage, &statement).unwrap_or(false)
    {
        return None;
    }
    if is_of_another_sentence(passage, &statement) {
        return None;
    }
    let note = if statement.status != Status::Broken {
        return Some(statement);
    } else if may_have_lost_some(passage, &statement).unwrap_or(false) {
        UNTOLD
    } else if is_right_otherwise(passage, &statement).unwrap_or(false) {
        UNCLEAR
    } else {
        return Some(statement);
    };
    let equation = statement.equation.split(" ≠ ").collect::<Vec<_>>().join(" ≟ ");
    Some(Statement { status: Status::Open, fault: None, note: Some(note), equation, ..statement })
}

/// 原有执法人员 186 名，新招录 12 名，现有 192 名; 上年结转 26 件，新收 126 件，年底未结 31 件: whether the text tells only what came in, and fewer
/// are left of what goes by itself: people leave, cases are closed, businesses end.
fn may_have_lost_some(passage: &Passage<'_>, statement: &Statement) -> Option<bool> {
    const TO_DO: &[&str] =
        &["未结", "在办", "结转", "未办结", "未审结", "正在", "未完成", "存案", "积案", "剩余"];
    let closing = statement.operands_as("closing").next()?;
    let closing = passage.mentions.get(passage.index_at(closing.span.start))?;
    // 市场主体 8.2 万户，新登记 1.2 万户，年末 8.9 万户: what does business may give it up.
    const BUSINESSES: &[&str] = &["主体", "企业", "个体", "公司", "商户", "店"];
    let opening = statement.operands_as("opening").next()?;
    let opening = passage.mentions.get(passage.index_at(opening.span.start))?;
    let does_business = || [opening, closing].iter().any(|stock| label::has(stock.run_up, BUSINESSES));
    let is_cumulative = label::has(closing.before, &["累计", "总计", "共培养", "共培训"]);
    let goes_by_itself = !is_cumulative
        && (closing.quantity.class() == Some(Class::Person)
            || label::has(closing.before, TO_DO)
            || does_business());
    let tells_only_what_came =
        statement.operands_as("outflow").next().is_none() && statement.operands_as("inflow").next().is_some();
    let (_, computed) = computed(passage, statement)?;
    Some(goes_by_itself && tells_only_what_came && sum_of(passage, statement, "closing")? < computed)
}

/// 年初 412 名，年末 439 名。录用辅警 46 名，离职 9 名，现有辅警 118 名: whether a flow that goes over the end of a sentence misses its last figure
/// by so much, and by no slip, that it is likely of another matter.
pub fn is_of_another_sentence(passage: &Passage<'_>, statement: &Statement) -> bool {
    statement.status == Status::Broken && reaches_far(passage, statement).unwrap_or(false)
}

fn reaches_far(passage: &Passage<'_>, statement: &Statement) -> Option<bool> {
    let figure = |role| {
        let operand = statement.operands_as(role).next()?;
        passage.mentions.get(passage.index_at(operand.span.start))
    };
    let (opening, closing) = (figure("opening")?, figure("closing")?);
    let (_, computed) = computed(passage, statement)?;
    let written = sum_of(passage, statement, "closing")?;
    let gap = computed.minus(written)?.abs();
    let is_near = gap.times(Decimal::whole(4))? <= written || judge::is_one_slip(written, computed);
    Some(opening.sentence < closing.sentence && !is_near)
}

/// Whether `statement` says what came in, and a tenth of all there was to do would make it right: what is farther off is of
/// several things.
fn misses_by_little(passage: &Passage<'_>, statement: &Statement) -> Option<bool> {
    let came_in = sum_of(passage, statement, "inflow").filter(|came| !came.is_zero())?;
    let (before, computed) = computed(passage, statement)?;
    let gap = sum_of(passage, statement, "closing")?.minus(computed)?.times(Decimal::whole(10))?;
    Some(statement.status == Status::Broken && gap <= before.plus(came_in)?)
}

/// The stock before in `statement`, and what its movements make of it.
fn computed(passage: &Passage<'_>, statement: &Statement) -> Option<(Decimal, Decimal)> {
    statement.operands_as("opening").next()?;
    let sum = |role| sum_of(passage, statement, role);
    let before = sum("opening")?;
    Some((before, before.plus(sum("inflow")?)?.minus(sum("outflow")?)?))
}

/// The figures of `statement` in the part `role` together.
fn sum_of(passage: &Passage<'_>, statement: &Statement, role: &str) -> Option<Decimal> {
    let value_at = |start| passage.mentions.get(passage.index_at(start))?.exact();
    let mut values = statement.operands_as(role).map(|operand| value_at(operand.span.start));
    values.try_fold(Decimal::ZERO, |sum, value| sum.plus(value?))
}

fn is_right_otherwise(passage: &Passage<'_>, statement: &Statement) -> Option<bool> {
    let at = |role| {
        let start = statement.operands_as(role).next()?.span.start;
        Some(passage.index_at(start))
    };
    let (first, last) = (at("opening")?, at("closing")?);
    let (opening, closing) = (passage.mentions.get(first)?, passage.mentions.get(last)?);
    let after = closing.exact()?;
    let alike = |mention: &Mention<'_>| mention.quantity.class() == closing.quantity.class();
    let (before, computed) = computed(passage, statement)?;
    // 梳理 1086 件，废止 12 件，修订 7 件，保留 1067 件: the parts of all there were.
    let between = passage.mentions.get(first + 1..last)?;
    let is_row = before >= Decimal::whole(TELLING)
        && between.len() >= 2
        && between.len() <= NEAREST
        && between.iter().all(|mention| alike(mention) && mention.segment == opening.segment);
    let parts = between.iter().map(Mention::exact).try_fold(after, |sum, part| sum.plus(part?));
    if is_row && parts == Some(before) {
        return Some(true);
    }
    // 由上年底的 94 个整合至 61 个，新建 4 个、关停 8 个，年初 65 个: another figure is the stock before; 受理 689 件，上年转入
    // 57 件: or came in besides.
    let in_front = passage.back_from(first).take(NEAREST);
    let behind = passage.ahead_from(last + 1).take(NEAREST);
    let mut others = in_front.chain(behind).map(|(_, mention)| mention).filter(|mention| {
        let is_operand = statement.operands.iter().any(|operand| operand.span == mention.quantity.span);
        // 新收 51 起，上年结转 54 起: what moves the stock is not what was there before.
        !is_operand
            && alike(mention)
            && (mention.sentence == opening.sentence || mention.sentence == closing.sentence)
    });
    Some(others.any(|other| {
        let Some(value) = other.exact().filter(|value| *value >= Decimal::whole(TELLING)) else {
            return false;
        };
        let is_before = computed.minus(before).and_then(|moved| moved.plus(value)) == Some(after);
        let came_in = other.token < opening.token && computed.plus(value) == Some(after);
        is_before || came_in
    }))
}
