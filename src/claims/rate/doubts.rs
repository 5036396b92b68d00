//! Whether a rate that seems wrong is one of other counts than those it was read with.
//!
//! Takes a judged statement, gives whether it is plainly of others, or may be.
//!
//! *Invariant:* only a statement that does not hold is doubted, and one whose base the words name is not left open.

use super::another_pair;
use super::first_pass;
use super::names;
use super::restated_base;
use super::satisfaction;
use super::share;
use super::stated_base;
use crate::claims::cues;
use crate::claims::doings;
use crate::claims::label;
use crate::claims::levels;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::claims::{Operand, Statement};
use crate::facts::{Class, Decimal};
use crate::review::Status;
use crate::search;
use crate::source::ViewSpan;

/// Where the first figure of `statement` in the part `role` stands.
pub(super) fn place_of(passage: &Passage<'_>, statement: &Statement, role: &str) -> Option<usize> {
    statement.operands_as(role).next().map(|operand| passage.index_at(operand.span.start))
}

/// Whether a broken rate is plainly one of other counts: what is left of the base would make it (税收 87.9 亿元、非税
/// 38.5 亿元，税收占比 69.5%), or the count is twice its base and more.
pub fn is_of_other_counts(statement: &Statement) -> bool {
    let hundred = Decimal::whole(100);
    let written = statement.operands_as("rate").map(|rate| rate.value).next();
    statement.fault.zip(written).filter(|_| statement.status == Status::Broken).is_some_and(
        |(fault, written)| {
            // 由 15 天压缩至 6 天，压缩率 40%: there the rest is the usual mistake.
            let is_the_rest = statement.operands_as("complement").next().is_none()
                && !is_named_by_its_count(statement)
                && fault.computed.plus(written) == Some(hundred);
            // 撤销 1 件，不予执行 0 件，占 0.1%: nothing has no share.
            let mut counts = statement.operands_as("numerator").peekable();
            let is_nothing = counts.peek().is_some() && counts.all(|count| count.value.is_zero());
            // 优秀 15 个、良好 29 个, and what other lists of the sentence call so: together they are more than all.
            let is_more_than_all = statement.operands_as("numerator").nth(1).is_some()
                && fault.computed > hundred
                && written <= hundred;
            is_nothing
                || is_more_than_all
                || divides_by_itself(statement)
                || is_the_rest
                || (fault.computed > Decimal::whole(200) && written <= hundred)
        },
    )
}

/// 收到 1401 项、审结 750 项，审结率 46.5%: whether the name of the rate ends with the words of what stands above the line.
fn is_named_by_its_count(statement: &Statement) -> bool {
    /// The bytes of a measure word, a comma and 占比.
    const LONGEST_JOINT: u32 = 15;
    let name = statement.operands_as("rate").find_map(|rate| rate.label.strip_suffix('率')).unwrap_or("");
    let is_it = |count: &str| search::length(count) >= 2 && (name.ends_with(count) || count.ends_with(name));
    // 由 4120 家次压减为 3274 家次，压减率 20.5%: what is left there is not what was done.
    let is_done = search::length(name) >= 2 && !name.contains(['减', '降', '缩', '压', '节']);
    // 其中文旅 1379 家，占总数的 52.5%: what names its base is of what stands before it.
    let names_base = statement.operands_as("rate").any(|rate| rate.label.starts_with("占总"));
    // 其中许可 2644 起，占 54.5%: a bare 占 is of the figure that it stands behind.
    let is_bare = statement.operands_as("rate").any(|rate| {
        let adjoins =
            |count: &Operand<ViewSpan>| rate.span.start.saturating_sub(count.span.end) <= LONGEST_JOINT;
        matches!(rate.label.as_str(), "" | "占" | "占比") && statement.operands_as("numerator").any(adjoins)
    });
    names_base || is_bare || is_done && statement.operands_as("numerator").any(|count| is_it(&count.label))
}

/// 优良天数 318 天（优 106 天、良 212 天），优良率 87.4%: whether what is above the line together has the name of what is below it, so that
/// the rate is of more than that.
fn divides_by_itself(statement: &Statement) -> bool {
    let name: String = statement.operands_as("numerator").map(|operand| operand.label.as_str()).collect();
    let mut below = statement.operands_as("denominator");
    let are_signs = statement.operands_as("numerator").all(|operand| search::length(&operand.label) == 1);
    are_signs && search::length(&name) >= 2 && below.next().is_some_and(|of| of.label.contains(&name))
}

/// 审查 46 件，合格 41 件；备案 38 件，抽中 12 件，抽查合格率 100%: whether the segment of a rate that its name alone ties to earlier ones has
/// counts of that kind itself.
pub fn has_nearer_counts(passage: &Passage<'_>, statement: &Statement) -> bool {
    let last = |role| statement.operands_as(role).map(|operand| passage.index_at(operand.span.start)).max();
    let counts = last("numerator").max(last("denominator"));
    let Some((index, counts)) = last("rate").zip(counts) else { return false };
    let pair = passage.mentions.get(index).zip(passage.mentions.get(counts));
    let Some((rate, count)) = pair else { return false };
    let is_nearer = |(_, mention): (usize, &Mention<'_>)| {
        mention.segment == rate.segment && mention.quantity.class() == count.quantity.class()
    };
    statement.status == Status::Broken
        && count.segment < rate.segment
        && share::read(rate.before).is_none()
        && passage.back_from(index).any(is_nearer)
}

/// 调解成功 318 件，标的额 2.14 亿元，标的成功率 74.8%; 清偿 44 笔 2803 万元，按金额计清偿率: whether the name says that it is of money, and
/// something else is divided.
pub fn is_of_other_measure(passage: &Passage<'_>, statement: &Statement) -> bool {
    const MONEY: &[&str] = &["标的", "金额", "按金额", "按标的"];
    let of = |role| place_of(passage, statement, role);
    let is_money = |at: usize| {
        passage.mentions.get(at).is_some_and(|mention| mention.quantity.class() == Some(Class::Money))
    };
    let rate = of("rate").and_then(|at| passage.mentions.get(at));
    let name = rate.and_then(|rate| names::rate_name(rate.before)).unwrap_or("");
    statement.status == Status::Broken
        && label::begins(label::strip(name), MONEY)
        && of("denominator").is_some_and(|at| !is_money(at))
}

/// 抽检食品 1622 批次，不合格 37 批次，其中餐饮具抽检 512 批次，合格率 95.9%: whether 其中 and the verb of what is below the line stand right
/// in front of a rate, so that it is of those alone, and they are none of its counts.
pub fn is_of_some_apart(passage: &Passage<'_>, statement: &Statement) -> bool {
    const VERB: usize = 2;
    let at = |role| place_of(passage, statement, role);
    let (Some(index), Some(below)) = (at("rate"), at("denominator")) else { return false };
    let some = index.checked_sub(1).filter(|&some| some != below);
    let figures = some.and_then(|some| Some((passage.mentions.get(some)?, passage.mentions.get(index)?)));
    figures.zip(passage.mentions.get(below)).is_some_and(|((some, rate), below)| {
        let verb = some.before.char_indices().rev().nth(VERB - 1).and_then(|(at, _)| some.before.get(at..));
        statement.status == Status::Broken
            && some.before.starts_with("其中")
            && some.clause + 1 == rate.clause
            && rate.before.ends_with('率')
            && verb.is_some_and(|verb| doings::doing_in_front(verb).is_some() && below.before.contains(verb))
    })
}

/// 其中砂石企业 31 家全部联网，联网率 92.4%（61 家）: whether the base of a rate is what a bracket right behind it tells, which is how many
/// were so.
pub fn is_of_its_own_count(passage: &Passage<'_>, statement: &Statement) -> bool {
    let at = |role| place_of(passage, statement, role);
    let (Some(rate), Some(below)) = (at("rate"), at("denominator")) else { return false };
    let is_bare = passage
        .mentions
        .get(below)
        .is_some_and(|count| count.lead == Lead::Open && count.before.is_empty() && count.run_up == "（");
    // 四季度应出庭 19 件，实出 19 件，全年出庭率 98.8%: nor is the rate of a year that of a part of it.
    let figures = passage.mentions.get(rate).zip(passage.mentions.get(below));
    let is_of_the_year = || {
        figures.is_some_and(|(rate, below)| {
            rate.before.starts_with("全年") && label::has(below.before, &["季度", "上半年", "下半年"])
        })
    };
    let is_one = statement.operands_as("denominator").nth(1).is_none();
    statement.status == Status::Broken
        && (below == rate + 1 && is_bare
            || is_one && is_of_the_year()
            || figures.is_some_and(|(rate, below)| names_its_counts(rate, below, statement)))
}

/// 改判 1 件，发回 1 件，改判发回率 11.8%: whether the name of the rate is that of what is above the line and of what is below it, so that both
/// are above it.
fn names_its_counts(rate: &Mention<'_>, below: &Mention<'_>, statement: &Statement) -> bool {
    let names = |label: &str| {
        let verb = label::first_characters(label, 2);
        search::length(verb) == 2 && rate.before.contains(verb)
    };
    let below = label::label(below);
    // 调解 1500 件，成功 1470 件，调解成功率: what was done is the base.
    if doings::doing_in_front(below).is_some() {
        return false;
    }
    let mut above = statement.operands_as("numerator");
    rate.before.ends_with('率')
        && names(below)
        && above.next().is_some_and(|above| {
            names(&above.label)
                && label::first_characters(&above.label, 2) != label::first_characters(below, 2)
        })
        && above.next().is_none()
}

/// Whether other counts make the rate of a broken statement, where the words do not name its base.
pub fn is_explained(passage: &Passage<'_>, statement: &Statement) -> bool {
    let Some(rate) = statement.operands_as("rate").next().filter(|_| statement.status == Status::Broken)
    else {
        return false;
    };
    let index = passage.index_at(rate.span.start);
    let place = |role| place_of(passage, statement, role).and_then(|at| passage.mentions.get(at));
    // 参训 487 人；职业技能培训 216 人，就业 189 人，占参训人数的 87.5%: of what the other segment calls so, or of what its own counts.
    let is_in_another_segment = || {
        let segments = place("rate").zip(place("denominator")).zip(place("numerator"));
        segments.is_some_and(|((rate, below), above)| {
            let mut own = passage
                .back_from(index)
                .map(|(_, other)| other)
                .take_while(|other| other.segment == rate.segment)
                .filter(|other| other.token != above.token);
            below.segment != rate.segment
                && above.segment == rate.segment
                && own.any(|other| other.quantity.class() == below.quantity.class())
        })
    };
    let names_base = stated_base::find(passage, index).is_some()
        || restated_base::is_said(passage, index)
        || first_pass::is_told_apart(passage, index, statement)
        || place("rate").is_some_and(satisfaction::takes_in_both)
        || share::names_its_base(passage, index)
        || passage
            .mentions
            .get(index)
            .and_then(|mention| share::read(mention.before))
            .is_some_and(|wording| !wording.whole.is_empty() && !is_in_another_segment());
    !names_base && another_pair::makes_it(passage, index, statement)
}

/// 居民参保 42.16 万人，职工参保 6.84 万人，合计 49 万人，参保率 97.3%: whether a rate behind a sum would be that of one of its parts, where
/// another part is told with the same verb: it is the sum's, and what that is of is not told.
pub fn is_of_the_sum_behind(passage: &Passage<'_>, statement: &Statement) -> bool {
    let at = |role| place_of(passage, statement, role);
    let (Some(rate), Some(above), Some(below)) = (at("rate"), at("numerator"), at("denominator")) else {
        return false;
    };
    let figure = |at: usize| passage.mentions.get(at);
    let (Some(rate), Some(part), Some(sum)) = (figure(rate), figure(above), figure(below)) else {
        return false;
    };
    let stem = names::rate_name(rate.before).map(label::strip).filter(|stem| !stem.is_empty());
    let has_stem = |mention: &Mention<'_>| stem.is_some_and(|stem| mention.before.contains(stem));
    let mut row = passage
        .back_from(below)
        .map(|(_, other)| other)
        .take_while(|other| other.sentence == sum.sentence && other.quantity.class() == sum.quantity.class());
    statement.status == Status::Broken
        && part.token < sum.token
        && label::begins(sum.before, cues::ALL_SUMS)
        && has_stem(part)
        && row.any(|other| other.token != part.token && has_stem(other))
}

/// 两级合计 15563 件。镇级办件中，参保登记 3390 件、资格认证 2641 件，两项占: whether the parts of a share are of those of one level
/// that 中 names in front of them, and its base in an earlier sentence is not called so.
pub fn is_of_some_named_in_front(passage: &Passage<'_>, statement: &Statement) -> bool {
    let at = |role| place_of(passage, statement, role);
    let (Some(above), Some(below)) = (at("numerator"), at("denominator")) else { return false };
    let (Some(part), Some(whole)) = (passage.mentions.get(above), passage.mentions.get(below)) else {
        return false;
    };
    let level = || {
        let (name, _) = part.run_up.split_once("中，")?;
        name.split_once('级').map(|(level, _)| level).filter(|level| levels::of(level).is_some())
    };
    statement.status == Status::Broken
        && whole.sentence < part.sentence
        && level().is_some_and(|level| !whole.before.contains(level))
}
