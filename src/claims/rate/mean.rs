//! Means beside the two counts that make them: 举办讲座 140 场，受众 2.8 万人次，场均 200 人次.
//!
//! *Invariant:* each of the two counts is the only one of its kind in the sentence before the mean; a mean that is far
//! from them is of something else.

use super::super::judge::Interval;
use super::mean_words::{divisor_named, divisors, every, noun_of_mean, owner, verb_of};
use super::share_two_characters;
use crate::claims::cue_set::Cue;
use crate::claims::growth;
use crate::claims::label;
use crate::claims::notes::ROUNDED;
use crate::claims::scope;
use crate::claims::statement::{Mention, Passage};
use crate::claims::{Claim, Fault, Operand, Reason, Statement, cues, figure};
use crate::facts::{Class, Decimal, Precision};
use crate::review::{ClaimKind, Status};
use crate::search;

/// How many means are looked for in other paragraphs: a report has a few.
const MOST: usize = 16;

/// The statement of the mean at `index`, if it is one.
pub fn claim(passage: &Passage<'_>, index: usize) -> Option<Statement> {
    let mean = passage.mentions.get(index)?;
    let classes = divisors(mean.before)?;
    let class = mean.quantity.class().filter(|class| !classes.contains(class))?;
    if !mean.quantity.is_amount() || label::has(mean.before, cues::COMPARISON) || growth::changes_by(mean) {
        return None;
    }
    let named = divisor_named(mean).or_else(|| owner(mean.before));
    // 轻微违法 436 件，金额 218 万元，件均 5000 元；减轻处罚 85 件，金额 51 万元，件均 6000 元: each segment has its own two counts.
    if let (None, 1, Some(below), Some(above)) = (
        named,
        every(mean.before),
        in_segment(passage, index, &classes),
        in_segment(passage, index, &[class]),
    ) && let Some(own) = judged(mean, above, below, 1)
    {
        return Some(own);
    }
    let below = match named {
        Some(name) => called(passage, index, &classes, name)?,
        None => only(passage, index, &classes, 0)
            .or_else(|| only(passage, index, &classes, 1))
            .or_else(|| by_last_sign(passage, index))?,
    };
    let is_elsewhere = below.sentence != mean.sentence;
    let every = every(mean.before);
    // 平均每百家次检查立案 5.2 件: of several counts that which is called alike.
    let above = if every == 1 { None } else { called(passage, index, &[class], verb_of(mean)) };
    let above = above
        .or_else(|| only(passage, index, &[class], 0))
        .or_else(|| only(passage, index, &[class], 1).filter(|_| every == 1 && !is_elsewhere))?;
    let statement = judged(mean, above, below, every)?;
    // 调解员 360 名。调解 2880 件，人均 8 件: where the words do not say of whom, the division must leave nothing over.
    if is_elsewhere && !is_shown(&statement, mean, above, below) {
        return None;
    }
    if every > 1 && below.quantity.base()? < Decimal::whole(every) {
        return None;
    }
    if statement.status == Status::Broken {
        // 护林员 1103 人，其中生态护林员 746 人，发放 596.8 万元，人均 8000 元: what was paid may be for some of them.
        let some = parts_of(passage, index, &classes)
            .find_map(|below| judged(mean, above, below, every).filter(holds));
        // 两类申请合计 215 件；复议人员 5 人，人均办案 76 件: what was done is told of another figure of the paper.
        let verb = mean.before.split_once('均').map_or("", |(_, verb)| verb);
        let is_of_others = above.segment != mean.segment
            && !verb.is_empty()
            && !above.before.contains(|sign| verb.contains(sign));
        return some.or_else(|| (!is_of_others).then_some(statement));
    }
    Some(statement)
}

fn holds(statement: &Statement) -> bool {
    statement.status == Status::Holds
}

/// The figures of `classes` before the one at `index` in its sentence that are parts of others.
fn parts_of<'p, 'a>(
    passage: &'p Passage<'a>,
    index: usize,
    classes: &[Class],
) -> impl Iterator<Item = &'p Mention<'a>> {
    let sentence = passage.mentions.get(index).map(|mean| mean.sentence);
    passage
        .back_from(index)
        .take_while(move |(_, mention)| Some(mention.sentence) == sentence)
        .filter(|(at, mention)| {
            passage.is_part(*at) && mention.quantity.class().is_some_and(|class| classes.contains(&class))
        })
        .map(|(_, mention)| mention)
}

/// 律师事务所 32 家，执业律师 286 人，每所 8.9 人: the only count of the sentence whose name ends with the sign of which the mean is told.
fn by_last_sign<'p, 'a>(passage: &'p Passage<'a>, index: usize) -> Option<&'p Mention<'a>> {
    const SIGNS: &[char] = &['所', '院', '站', '校', '店', '厂', '司'];
    let mean = passage.mentions.get(index)?;
    let sign = mean.before.split_once('每')?.1.chars().next().filter(|sign| SIGNS.contains(sign))?;
    let mut found = passage
        .back_from(index)
        .take_while(|(_, count)| count.sentence == mean.sentence)
        .filter(|(at, count)| {
            count.quantity.is_count()
                && label::label(count).ends_with(sign)
                && !passage.is_part(*at)
                && is_count(count)
        })
        .map(|(_, count)| count);
    found.next().filter(|_| found.next().is_none())
}

/// The only count of `classes` before the figure at `index` in its sentence whose own words begin `name`, or hold it.
fn called<'p, 'a>(
    passage: &'p Passage<'a>,
    index: usize,
    classes: &[Class],
    name: &str,
) -> Option<&'p Mention<'a>> {
    let mean = passage.mentions.get(index)?;
    // 按受益人数算 is of 受益群众 1450 人.
    let counted = search::ending(name, cues::COUNTED).and_then(|end| name.strip_suffix(end));
    let stem = counted.filter(|stem| search::length(stem) >= 2).unwrap_or(name);
    let is_called = |mention: &Mention<'_>| {
        let words = label::strip(mention.before);
        search::length(words) >= 2 && (name.starts_with(words) || words.contains(stem))
            || (scope::without(words).is_empty() && mention.after.contains(name))
    };
    let mut found = passage
        .back_from(index)
        .map(|(_, mention)| mention)
        .take_while(|mention| mention.sentence == mean.sentence)
        .filter(|mention| mention.quantity.class().is_some_and(|class| classes.contains(&class)))
        .filter(|mention| !growth::changes_by(mention) && !label::has(mention.before, cues::COMPARISON))
        .filter(|mention| is_called(mention));
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

/// The only count of `classes` before the figure at `index` in its segment, which is not the first of its sentence.
fn in_segment<'p, 'a>(passage: &'p Passage<'a>, index: usize, classes: &[Class]) -> Option<&'p Mention<'a>> {
    let mean = passage.mentions.get(index)?;
    let (_, last_before) = passage.back_from(index).find(|(_, mention)| mention.segment != mean.segment)?;
    if last_before.sentence != mean.sentence {
        return None;
    }
    let mut found = passage
        .back_from(index)
        .take_while(|(_, mention)| mention.segment == mean.segment)
        .filter(|(_, mention)| mention.quantity.class().is_some_and(|class| classes.contains(&class)))
        .map(|(_, mention)| mention);
    let first = found.next().filter(|first| is_count(first))?;
    found.next().is_none().then_some(first)
}

/// The only count of `classes` before the figure at `index` in its sentence and so many in front of it. Where it
/// stands in one in front, it is the only one of that as well: 共投入 1200 万元。受益 300 户，户均 4 万元.
fn only<'p, 'a>(
    passage: &'p Passage<'a>,
    index: usize,
    classes: &[Class],
    sentences: u32,
) -> Option<&'p Mention<'a>> {
    let mean = passage.mentions.get(index)?;
    let mut found = passage
        .back_from(index)
        .take_while(|(_, mention)| mention.sentence + sentences >= mean.sentence)
        .filter(|(_, mention)| mention.quantity.class().is_some_and(|class| classes.contains(&class)))
        // What was taken apart is counted once, another mean is no count, and the 260 of 312 起，与上年 260 起相比，上升 20% are of
        // another year.
        .filter(|(at, mention)| !passage.is_part(*at) && is_count(mention))
        .map(|(_, mention)| mention);
    found.next().filter(|_| found.next().is_none())
}

/// Whether the figure counts what there is now: no mean, no change and none of another time.
pub fn is_count(mention: &Mention<'_>) -> bool {
    !label::has(mention.before, cues::AVERAGE)
        && !label::has(mention.before, cues::COMPARISON)
        && !growth::changes_by(mention)
}

/// `above` ÷ `below` against the written `mean`, as far as rounding and one unit of the last place leave it open.
/// `every` is of how many of the divisor at once it is.
pub fn judged(
    mean: &Mention<'_>,
    above: &Mention<'_>,
    below: &Mention<'_>,
    every: i128,
) -> Option<Statement> {
    let are_exact = [above, below].iter().all(|mention| mention.quantity.precision == Precision::Exact);
    if !are_exact || !is_exact(mean) {
        return None;
    }
    let (sum, count) = (Interval::of(above.quantity)?, Interval::of(below.quantity)?);
    let written = mean.quantity.value;
    let factor = Decimal::whole(mean.quantity.factor);
    let of_so_many = Decimal::whole(every);
    let quotient = |sum: Decimal, count: Decimal| {
        sum.times(of_so_many)?.div_rounded(count.times(factor)?, written.places())
    };
    let computed = quotient(sum.value, count.value)?;
    let least = quotient(sum.value.minus(sum.tolerance)?, count.value.plus(count.tolerance)?)?;
    let most = quotient(sum.value.plus(sum.tolerance)?, count.value.minus(count.tolerance)?)?;
    // One unit of the last place is much of 4 场 or 12 名: there it must be more than what was rounded off.
    let is_short = written < written.step().times(Decimal::whole(100))?;
    let is_a_step_off = || {
        let divisor = count.value.times(factor)?;
        let gap = sum.value.times(of_so_many)?.minus(written.times(divisor)?)?.abs();
        let gap = if count.tolerance.is_zero() { gap.plus(sum.tolerance)? } else { gap };
        Some(gap >= written.step().times(divisor)? && computed != written)
    };
    let holds = least.minus(written.step())? <= written && written <= most.plus(written.step())?;
    let holds = holds && !(is_short && is_a_step_off()?);
    let excess = computed.minus(written)?;
    // 人均 may be of other people than those who are counted beside it.
    let is_near = excess.abs().times(Decimal::whole(2))? <= written;
    // 63.7 万元 ÷ 182 is not 350: the point was put one or two places off.
    let is_written = |shifted: Option<Decimal>| {
        shifted.and_then(|shifted| shifted.minus(written)).is_some_and(|gap| gap.abs() <= written.step())
    };
    let is_shifted = || {
        [10, 100].map(Decimal::whole).into_iter().any(|of| {
            let (sum, count) = (sum.value, count.value);
            is_written(sum.times(of).and_then(|sum| quotient(sum, count)))
                || is_written(count.times(of).and_then(|count| quotient(sum, count)))
        })
    };
    let has_digits = written >= written.step().times(Decimal::whole(10))?;
    let is_told = is_near || has_digits && is_called_like(mean, above) && is_shifted();
    let shown = format!("{} ÷ {}", figure(above.quantity), figure(below.quantity));
    let shown = if every == 1 { shown } else { format!("{shown} × {every}") };
    let operands =
        vec![Operand::of("rate", mean), Operand::of("numerator", above), Operand::of("denominator", below)];
    let shown_mean = figure(mean.quantity);
    if holds {
        let note = (!excess.is_zero()).then_some(ROUNDED);
        let equation = format!("{shown} ≈ {shown_mean}");
        return Some(Claim::new(ClaimKind::Rate, Status::Holds, equation, note, operands, None));
    }
    let scale: String = shown_mean.chars().skip_while(|ch| ch.is_ascii_digit() || *ch == '.').collect();
    let equation = format!("{shown} ≈ {computed}{scale} ≠ {shown_mean}");
    let fault = Fault { computed, excess, certain: false, reason: Reason::Arithmetic };
    let broken = Claim::new(ClaimKind::Rate, Status::Broken, equation, None, operands, Some(fault));
    is_told.then_some(broken)
}

/// 退费 63.7 万元，涉及 182 人，人均退费 3500 元: whether the words behind 均 are those of what is divided, or none.
fn is_called_like(mean: &Mention<'_>, above: &Mention<'_>) -> bool {
    let name = mean.before.rsplit('均').next().unwrap_or("");
    name.is_empty() || share_two_characters(name, above.before)
}

/// The means of what another of `passages` counts: 全区共有学校 60 所 … 全年授课 240 课时，平均每校 4 课时; `known` are the statements so
/// far.
pub fn across(passages: &[Passage<'_>], known: &[Statement]) -> Vec<Statement> {
    let means = passages.iter().flat_map(|passage| {
        let each = passage.mentions.iter().enumerate();
        each.filter_map(move |(index, mean)| Some((passage, index, noun_of_mean(mean.before)?)))
    });
    let is_told = |mean: &Mention<'_>| {
        let mut operands = known.iter().flat_map(|statement| statement.operands_as("rate"));
        operands.any(|rate| rate.span == mean.quantity.span)
    };
    let found = means.take(MOST).filter_map(|(passage, index, (_, names, classes))| {
        let mean = passage.mentions.get(index).filter(|mean| !is_told(mean))?;
        let class = mean.quantity.class().filter(|class| !classes.contains(class))?;
        let is_amount = mean.quantity.is_amount() && !label::has(mean.before, cues::COMPARISON);
        let above = only(passage, index, &[class], 0).filter(|_| is_amount)?;
        let below = all_there_are(passages, names, classes)?;
        let statement = judged(mean, above, below, 1)?;
        // Another number of them may be meant.
        is_shown(&statement, mean, above, below).then_some(statement)
    });
    found.collect()
}

/// Whether `statement` holds, or the division leaves nothing over, which shows that it is of these two.
fn is_shown(statement: &Statement, mean: &Mention<'_>, above: &Mention<'_>, below: &Mention<'_>) -> bool {
    let goes_up = |fault: Fault| {
        let all = below.quantity.base()?.times(fault.computed)?;
        Some(all.times(Decimal::whole(mean.quantity.factor))? == above.quantity.base()?)
    };
    statement.fault.is_none_or(|fault| goes_up(fault) == Some(true))
}

/// The figure that the text tells of all that are called by one of `names`, if it tells no other.
fn all_there_are<'p, 'a>(
    passages: &'p [Passage<'a>],
    names: &[&str],
    classes: &[Class],
) -> Option<&'p Mention<'a>> {
    const THERE: &[&str] = &["现有", "共有", "辖", "在册", "登记"];
    let is_all = |whole: &&Mention<'_>| {
        let class = whole.quantity.class().filter(|class| classes.contains(class));
        class.is_some()
            && whole.quantity.is_count()
            && [whole.before, whole.after].iter().any(|words| search::ending(words, names).is_some())
            && (!scope::place(whole.before).is_empty() || label::has(whole.before, THERE))
            && is_count(whole)
            && !whole.has(Cue::Among)
    };
    let mut all = passages.iter().flat_map(|passage| &passage.mentions).filter(is_all);
    let first = all.next()?;
    all.all(|again| again.quantity.base() == first.quantity.base()).then_some(first)
}

/// Whether the mean is written as it came out: 平均 right before the digits says what it is and not that it is about so.
pub fn is_exact(mean: &Mention<'_>) -> bool {
    const ABOUT: &[&str] = &["左右", "上下", "以上", "以下", "以内", "多", "余"];
    let quantity = mean.quantity;
    let is_whole = quantity.span.len() == quantity.number.len() + quantity.unit().len();
    quantity.precision == Precision::Exact
        || (mean.before.ends_with("平均") && is_whole && !label::begins(mean.after, ABOUT))
}
