//! Means beside the two counts that make them: 举办讲座 140 场，受众 2.8 万人次，场均 200 人次.
//!
//! *Invariant:* each of the two counts is the only one of its kind in the sentence before the mean; a mean that is far
//! from them is of something else.

use super::super::judge::Interval;
use super::share_two_characters;
use crate::claims::growth;
use crate::claims::label;
use crate::claims::notes::ROUNDED;
use crate::claims::statement::{Mention, Passage};
use crate::claims::{Claim, Fault, Operand, Reason, Statement, cues, figure};
use crate::facts::{Class, Decimal, Measure, Precision, measure};
use crate::review::{ClaimKind, Status};
use crate::search;

/// What a mean is of, by a word before 均 that is no measure word or stands for more than one.
const OF: &[(&str, &[Class])] = &[
    ("人均", &[Class::Person]),
    ("场均", &[Class::Word("场"), Class::Word("场次")]),
    ("案均", &[Class::Word("件"), Class::Word("起"), Class::Word("宗")]),
    ("次均", &[Class::Word("次"), Class::Word("人次")]),
    ("校均", &[Class::Word("所")]),
    ("村均", &[Class::Word("个")]),
    ("镇均", &[Class::Word("个")]),
    ("社均", &[Class::Word("家"), Class::Word("个")]),
];
/// Words before the measure word that a mean is of.
const EACH: &[&str] = &["平均每", "均每"];

/// The statement of the mean at `index`, if it is one.
pub fn claim(passage: &Passage<'_>, index: usize) -> Option<Statement> {
    let mean = passage.mentions.get(index)?;
    let classes = divisors(mean.before)?;
    let class = mean.quantity.class().filter(|class| !classes.contains(class))?;
    if !mean.quantity.is_amount() || label::has(mean.before, cues::COMPARISON) || growth::changes_by(mean) {
        return None;
    }
    let below = match divisor_named(mean) {
        Some(name) => called(passage, index, &classes, name)?,
        None => only(passage, index, &classes, 0)?,
    };
    let every = every(mean.before);
    // 平均每百家次检查立案 5.2 件: of several counts that which is called alike.
    let above = if every == 1 { None } else { called(passage, index, &[class], verb_of(mean)) };
    let above = above
        .or_else(|| only(passage, index, &[class], 0))
        .or_else(|| only(passage, index, &[class], 1).filter(|_| every == 1))?;
    let statement = judged(mean, above, below, every)?;
    if every > 1 && below.quantity.base()? < Decimal::whole(every) {
        return None;
    }
    if statement.status == Status::Broken {
        // 护林员 1103 人，其中生态护林员 746 人，发放 596.8 万元，人均 8000 元: what was paid may be for some of them.
        let some = parts_of(passage, index, &classes)
            .find_map(|below| judged(mean, above, below, every).filter(holds));
        return some.or(Some(statement));
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

/// The classes of the count that a mean behind `before` is divided by.
fn divisors(before: &str) -> Option<Vec<Class>> {
    if !before.contains('均') {
        return None;
    }
    if let Some((_, classes)) = OF.iter().find(|(word, _)| before.starts_with(word)) {
        return Some(classes.to_vec());
    }
    // 户均, 期均: any measure word but one of time, of which nobody counts how many there were.
    let counted = before.split_once('均').map(|(word, _)| word).filter(|word| !word.is_empty());
    let of_word = |word: &str| measure::read(word).filter(|measure| measure.word == word);
    if let Some(Measure { class: class @ Class::Word(_), .. }) = counted.and_then(of_word) {
        return Some(vec![class]);
    }
    let each = EACH.iter().find_map(|word| before.strip_prefix(word));
    // 每户平均 4 万元.
    let of_each = each.or_else(|| before.strip_prefix('每').filter(|rest| rest.contains("平均")))?;
    let of_each = of_each.trim_start_matches(['一', '十', '百', '千', '万', '1', '0']);
    let measure = measure::read(of_each).filter(|measure| measure.class != Class::Time)?;
    (each.is_some() || of_each.strip_prefix(measure.word)?.starts_with("平均")).then(|| vec![measure.class])
}

/// Of how many at once a mean behind `before` is: 平均每百家次.
fn every(before: &str) -> i128 {
    const EVERY: &[(&str, i128)] = &[
        ("每十", 10),
        ("每百", 100),
        ("每一百", 100),
        ("每100", 100),
        ("每千", 1000),
        ("每一千", 1000),
        ("每1000", 1000),
        ("每万", 10_000),
        ("每一万", 10_000),
    ];
    EVERY.iter().find_map(|(word, of)| before.contains(word).then_some(*of)).unwrap_or(1)
}

/// The last two characters before the figure of a mean: 立案 of 平均每百家次检查立案.
fn verb_of<'a>(mean: &Mention<'a>) -> &'a str {
    let words = mean.before.trim_end_matches(['为', '达', '出', '约', '数', '有', '仅']);
    let at = words.char_indices().rev().nth(1).map_or(0, |(at, _)| at);
    words.get(at..).unwrap_or("")
}

/// What the clause in front of the mean names as its divisor: 办结案件 of 按办结案件计，案均.
fn divisor_named<'a>(mean: &Mention<'a>) -> Option<&'a str> {
    const LONGEST: usize = 12;
    const ENDING: &[&str] = &["计算", "测算", "核算", "折算", "平均", "统计", "计", "算"];
    let clause = mean.run_up.strip_suffix(mean.before)?.strip_suffix('，')?;
    let clause = clause.rsplit(['，', '；', '。', '）']).next()?;
    let opened = ["仅", "若", "如", "均"].iter().find_map(|word| clause.strip_prefix(word)).unwrap_or(clause);
    let named = ["按照", "按", "以"].iter().find_map(|word| opened.strip_prefix(word))?;
    let named = search::ending(named, ENDING).and_then(|end| named.strip_suffix(end))?;
    (2..=LONGEST).contains(&named.chars().count()).then_some(named)
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
    let stem = counted.filter(|stem| stem.chars().count() >= 2).unwrap_or(name);
    let is_called = |mention: &Mention<'_>| {
        let words = label::strip(mention.before);
        words.chars().count() >= 2 && (name.starts_with(words) || words.contains(stem))
            || (words.is_empty() && mention.after.contains(name))
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
        // What was taken apart is counted once, and another mean is no count.
        .filter(|(at, mention)| !passage.is_part(*at) && !label::has(mention.before, cues::AVERAGE))
        .map(|(_, mention)| mention);
    let first = found.next()?;
    let is_count = !growth::changes_by(first) && !label::has(first.before, cues::COMPARISON);
    (is_count && found.next().is_none()).then_some(first)
}

/// `above` ÷ `below` against the written `mean`, as far as rounding and one unit of the last place leave it open.
/// of so many of the divisor at once.
fn judged(mean: &Mention<'_>, above: &Mention<'_>, below: &Mention<'_>, every: i128) -> Option<Statement> {
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
    let holds = least.minus(written.step())? <= written && written <= most.plus(written.step())?;
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

/// Whether the mean is written as it came out: 平均 right before the digits says what it is and not that it is about so.
pub fn is_exact(mean: &Mention<'_>) -> bool {
    const ABOUT: &[&str] = &["左右", "上下", "以上", "以下", "以内", "多", "余"];
    let quantity = mean.quantity;
    let is_whole = quantity.span.len() == quantity.number.len() + quantity.unit().len();
    quantity.precision == Precision::Exact
        || (mean.before.ends_with("平均") && is_whole && !label::begins(mean.after, ABOUT))
}
