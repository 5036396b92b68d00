//! Shares without counts that end in 其他: 婚姻家庭类占 32%、邻里类占 25%、其他占 43% make up 100%; and those of which the sum
//! is told: 电话占 61%、网络占 28%、窗口占 11%，三者合为 100%. Shares by one thing of which each has one (从受理渠道看) are no more than
//! 100% together, whether they are all or not.
//!
//! *Invariant:* only a row of shares with nothing between them, each said to be one, whose last is of the rest or the sum of
//! as many as it says, or which exclude one another by what they are sorted by.

use crate::claims::judge::is_one_slip;
use crate::claims::label;
use crate::claims::notes::ROUNDED;
use crate::claims::statement::{Mention, Passage};
use crate::claims::{Claim, Fault, Operand, Reason, Statement, cues, figure};
use crate::claims::{kinds, overlap, parallel};
use crate::facts::{Class, Decimal, Precision};
use crate::review::{ClaimKind, Status};
use crate::search::{self, Endings};

/// The most shares of one thing that a sentence has.
const MOST_SHARES: usize = 16;

/// The fewest shares that make a row.
const LEAST_SHARES: usize = 3;

/// By how many points shares may be more than all, where no slip of one of them explains it.
const NEAR: i128 = 10;

/// The statements of the rows of shares in `passage`.
pub fn claims(passage: &Passage<'_>, out: &mut Vec<Statement>) {
    let mut rest = passage.mentions.as_slice();
    while let Some(start) = rest.iter().position(is_share) {
        rest = rest.get(start..).unwrap_or_default();
        let joins = |pair: &[Mention<'_>]| match pair {
            [left, right] => {
                is_share(right)
                    && right.sentence == left.sentence
                    && right.bracket == left.bracket
                    && right.clause <= left.clause + 1
            }
            _ => false,
        };
        let length = 1 + rest.windows(2).take_while(|pair| joins(pair)).count();
        let (row, behind) = rest.split_at_checked(length).unwrap_or((rest, &[]));
        let found = claim(row).or_else(|| of_a_set(row)).or_else(|| stated_sum(row));
        out.extend(found.or_else(|| exceeding(passage, row)));
        rest = behind;
    }
}

fn is_share(mention: &Mention<'_>) -> bool {
    mention.quantity.class() == Some(Class::Percent) && mention.quantity.precision == Precision::Exact
}

/// The statement of `row`, up to the share of the rest.
fn claim(row: &[Mention<'_>]) -> Option<Statement> {
    let last = row.iter().position(|mention| label::begins(label::strip(mention.before), cues::REST))?;
    let row = row.get(..=last).filter(|row| row.len() >= LEAST_SHARES)?;
    let (rest, others) = row.split_last()?;
    let heads = others.first()?.run_up;
    let are_shares = row.iter().all(|mention| mention.before.contains('占'))
        || ((label::has(heads, &["占比", "构成"]) || label::has(heads, cues::SHARE_NOUNS))
            && others.iter().skip(1).all(|mention| !mention.before.contains(['率', '长', '降', '升'])));
    if !are_shares || row.iter().any(|mention| label::has(mention.before, cues::COMPARISON)) {
        return None;
    }
    make_a_hundred(rest, others)
}

/// The statement of a row of shares that leave no other: 一般程序占 62%，简易程序占 36%; 35 岁以下占 32.6%，36 至 50 岁占 48.2%，51 岁以上占
/// 19.2%.
fn of_a_set(row: &[Mention<'_>]) -> Option<Statement> {
    const ENDS: Endings =
        Endings::of(&["占", "占比", "占比为", "占到", "的占", "案件占", "案件占比", "案件占比为"]);
    let (last, others) = row.split_last().filter(|_| (2..=MOST_SHARES).contains(&row.len()))?;
    let name = |share: &Mention<'_>| {
        let words = share.before;
        ENDS.ending(words).and_then(|end| words.get(..words.len() - end.len())).map(str::to_owned)
    };
    let names: Vec<String> = row.iter().map(name).collect::<Option<_>>()?;
    let labels: Vec<&str> = names.iter().map(|name| label::strip(name)).collect();
    let leave_none = others.len() == 1 && parallel::leave_nothing(&labels)
        || kinds::are_complete(&labels)
        || kinds::are_bands(&labels);
    leave_none.then(|| make_a_hundred(last, others)).flatten()
}

/// The statement that `rest` is what the shares of `others` leave of all.
fn make_a_hundred(rest: &Mention<'_>, others: &[Mention<'_>]) -> Option<Statement> {
    let hundred = Decimal::whole(100);
    let row = || others.iter().chain([rest]);
    let sum = row().try_fold(Decimal::ZERO, |sum, mention| sum.plus(mention.quantity.value))?;
    let step = row().map(|mention| mention.quantity.value.step()).max()?;
    let slack = step.times(Decimal::whole(i128::try_from(others.len() + 1).ok()?))?.half()?;
    let gap = hundred.minus(sum)?;
    let terms: Vec<String> = row().map(|mention| figure(mention.quantity)).collect();
    let mut operands = vec![Operand::of("rate", rest)];
    operands.extend(others.iter().map(|mention| Operand::of("part", mention)));
    if gap.abs() <= slack {
        let note = (!gap.is_zero()).then_some(ROUNDED);
        let sign = if gap.is_zero() { "=" } else { "≈" };
        let equation = format!("{} {sign} 100%", terms.join(" + "));
        return Some(Claim::new(ClaimKind::Rate, Status::Holds, equation, note, operands, None));
    }
    let computed = rest.quantity.value.plus(gap)?;
    if computed.is_negative() {
        return None;
    }
    let parts: Vec<String> = others.iter().map(|mention| figure(mention.quantity)).collect();
    let equation = format!("100% − {} ≈ {computed}% ≠ {}", parts.join(" − "), figure(rest.quantity));
    let fault = Fault { computed, excess: gap, certain: false, reason: Reason::Arithmetic };
    Some(Claim::new(ClaimKind::Rate, Status::Broken, equation, None, operands, Some(fault)))
}

/// The statement of `row` with the sum that names how many shares it is of: 三者合计 100%.
fn stated_sum(row: &[Mention<'_>]) -> Option<Statement> {
    let (at, number) =
        row.iter().enumerate().find_map(|(at, sum)| number_summed(sum.before).map(|number| (at, number)))?;
    let (sum, parts) = (row.get(at)?, row.get(..at)?);
    let are_shares = parts.iter().all(|part| {
        part.before.contains('占')
            && !part.before.contains("其中")
            && !label::has(part.before, cues::COMPARISON)
    });
    if parts.len() != number || !are_shares {
        return None;
    }
    let computed = parts.iter().try_fold(Decimal::ZERO, |total, part| total.plus(part.quantity.value))?;
    let steps = row.get(..=at)?.iter().map(|share| share.quantity.value.step());
    let slack = steps.max()?.times(Decimal::whole(i128::try_from(number + 1).ok()?))?.half()?;
    let gap = computed.minus(sum.quantity.value)?;
    let terms: Vec<String> = parts.iter().map(|part| figure(part.quantity)).collect();
    let (shown, written) = (terms.join(" + "), figure(sum.quantity));
    let mut operands = vec![Operand::of("rate", sum)];
    operands.extend(parts.iter().map(|part| Operand::of("part", part)));
    if gap.abs() <= slack {
        let (sign, note) = if gap.is_zero() { ("=", None) } else { ("≈", Some(ROUNDED)) };
        let equation = format!("{shown} {sign} {written}");
        return Some(Claim::new(ClaimKind::Rate, Status::Holds, equation, note, operands, None));
    }
    let equation = format!("{shown} ≈ {computed}% ≠ {written}");
    let fault = Fault { computed, excess: gap, certain: false, reason: Reason::Arithmetic };
    Some(Claim::new(ClaimKind::Rate, Status::Broken, equation, None, operands, Some(fault)))
}

/// The statement that the shares of `row`, which are by one thing of which each has one, are more than there is: 从受理渠道看，热线占
/// 61.5%，窗口占 24.3%，网络信箱占 19.2%.
fn exceeding(passage: &Passage<'_>, row: &[Mention<'_>]) -> Option<Statement> {
    const ENDS: Endings = Endings::of(&["占", "占比", "占比为", "占比达", "占到", "约占"]);
    let name = |share: &Mention<'_>| {
        let words = share.before;
        ENDS.ending(words).and_then(|end| words.get(..words.len() - end.len())).map(str::to_owned)
    };
    let first = row.first().filter(|_| (2..=MOST_SHARES).contains(&row.len()))?;
    let (_, head) = first.run_up.strip_suffix(first.before)?.rsplit_once(['从', '按'])?;
    if !sorts_into_one(head.strip_suffix(['，', '：'])?) {
        return None;
    }
    let names: Vec<String> = row.iter().map(name).collect::<Option<_>>()?;
    let labels: Vec<&str> = names.iter().map(String::as_str).collect();
    let are_bands = labels.iter().any(|label| label::has(label, &["以上", "以下", "其中", "合计", "以内"]));
    let are_nested = labels
        .iter()
        .any(|one| one.is_empty() || labels.iter().filter(|other| other.contains(one)).nth(1).is_some());
    let compare = row.iter().any(|share| label::has(share.before, cues::COMPARISON));
    if are_bands || are_nested || compare || parallel::may_overlap(&labels) {
        return None;
    }
    let hundred = Decimal::whole(100);
    let sum = row.iter().try_fold(Decimal::ZERO, |sum, share| sum.plus(share.quantity.value))?;
    let step = row.iter().map(|share| share.quantity.value.step()).max()?;
    let slack = step.times(Decimal::whole(i128::try_from(row.len()).ok()?))?.half()?;
    let (excess, near) = (sum.minus(hundred)?, Decimal::whole(NEAR));
    let is_slip = |share: &Mention<'_>| {
        let written = share.quantity.value;
        written.minus(excess).is_some_and(|wanted| !wanted.is_negative() && is_one_slip(written, wanted))
    };
    // What is far above may be of things that fall under several names.
    if excess <= slack || (excess > near && !row.iter().any(is_slip)) {
        return None;
    }
    if overlap::is_remarked_behind(passage, row.last().map(|last| passage.index_of(last)).into_iter()) {
        return None;
    }
    let terms: Vec<String> = row.iter().map(|share| figure(share.quantity)).collect();
    let equation = format!("{} = {sum}% > 100%", terms.join(" + "));
    let (last, others) = row.split_last()?;
    let mut operands = vec![Operand::of("rate", last)];
    operands.extend(others.iter().map(|share| Operand::of("part", share)));
    let fault =
        Fault { computed: sum, excess: hundred.minus(sum)?, certain: false, reason: Reason::Impossible };
    Some(Claim::new(ClaimKind::Rate, Status::Broken, equation, None, operands, Some(fault)))
}

/// Whether `words`, between 从 and a mark, say by what something is sorted of which each has one: 受理渠道看. One case may have
/// several faults, grounds or demands.
fn sorts_into_one(words: &str) -> bool {
    const VIEWS: Endings = Endings::of(&["来看", "看", "划分", "来分", "分", "统计"]);
    const ONE: Endings = Endings::of(&[
        "渠道", "来源", "类型", "类别", "种类", "级别", "层级", "地域", "区域", "地区", "区划", "年龄",
        "性别", "学历", "结果", "方式", "性质", "规模", "时段", "季度", "月份", "占比", "比重",
    ]);
    const SEVERAL: &[&str] =
        &["问题", "原因", "隐患", "违法", "违规", "诉求", "需求", "事由", "理由", "涉及"];
    let view = VIEWS.ending(words).and_then(|end| words.get(..words.len() - end.len()));
    view.is_some_and(|by| ONE.ending(by).is_some() && !label::has(by, SEVERAL))
}

/// Of how many figures the words before a figure say that it is the sum: 三者合为, 以上两者合计占.
fn number_summed(words: &str) -> Option<usize> {
    const SUMS: &[&str] =
        &["合为", "合计", "合计为", "合计占", "共计", "总计", "之和为", "相加为", "加起来为", "共占"];
    let mut signs = label::without_pointing(words).chars();
    let number = usize::try_from(crate::numeral::digit(signs.next()?)?).ok()?;
    let rest = signs.as_str();
    let noun = search::ahead(rest, SUMS)?;
    (noun == "者").then_some(number)
}
