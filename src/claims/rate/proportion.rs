//! Two counts against each other: 男性 30 名、女性 10 名，男女之比为 3:1; 合格与不合格之比为 1:4.
//!
//! *Invariant:* each of the two names is that of one count of the sentence and of no other; which of the two is put
//! first is not told, and only proportions to one are read.

use std::borrow::Cow;

use super::general::is_count;
use crate::claims::statement::{Mention, Passage};
use crate::claims::{Claim, Fault, Operand, Reason, Statement, figure, notes};
use crate::facts::{Decimal, Precision};
use crate::review::{ClaimKind, Status};
use crate::search;
use crate::source::ViewSpan;

/// What a proportion is called.
const NAMES: [&str; 3] = ["之比", "比例", "的比"];

/// What joins its two names.
const JOINTS: [&str; 5] = ["与", "和", "同", "、", "对"];

/// The most characters of one name.
const LONGEST: usize = 8;

/// How many characters of the clause in front are looked at.
const CLAUSE: usize = 24;

/// Signs that deny the name behind them: 不合格 ends in 合格 and is another.
const DENYING: [char; 5] = ['不', '未', '非', '无', '没'];

/// How far behind the last count a proportion may stand, in bytes.
const FARTHEST: usize = 120;

/// The statements about proportions in `passage`.
pub fn claims(passage: &Passage<'_>, out: &mut Vec<Statement>) {
    let text = passage.between(passage.paragraph.start, passage.end());
    if !search::has(text, &NAMES) {
        return;
    }
    for name in NAMES {
        for at in search::places_of(text, name) {
            let found = text.get(at + name.len()..).and_then(proportion).and_then(|found| {
                let behind = passage.paragraph.start as usize + at + name.len();
                let ahead = text.get(..at)?;
                of_the_two(passage, ahead, found, behind)
                    .or_else(|| judged(passage, names(ahead)?, found, behind))
            });
            out.extend(found);
        }
    }
}

/// A proportion as it is written: how many to one, and where.
#[derive(Clone, Copy)]
struct Proportion {
    /// How many of the more there are to one of the fewer.
    value: Decimal,
    /// Where it begins and ends behind its name.
    written: (usize, usize),
    /// Where its digits do, without the one.
    digits: (usize, usize),
}

/// 为 3:1 or 1:3 at the start of `words`.
fn proportion(words: &str) -> Option<Proportion> {
    let rest = words.trim_start_matches(['为', '达', '到', '是', '仅', '已']);
    let from = words.len() - rest.len();
    let first = number(rest)?;
    let sign = rest.get(first.len()..)?.chars().next().filter(|ch| matches!(ch, ':' | '：' | '∶' | '比'))?;
    let second_at = first.len() + sign.len_utf8();
    let second = number(rest.get(second_at..)?)?;
    let end = second_at + second.len();
    // 3:1:1, and what is about so much.
    let goes_on = rest.get(end..)?.starts_with([':', '：', '∶', '.', '%', '左', '以', '比', '-', '—', '/']);
    let (many, at) = match (first, second) {
        (many, "1") => (many, 0),
        ("1", many) => (many, second_at),
        _ => return None,
    };
    let (whole, places) = many.split_once('.').unwrap_or((many, ""));
    let digits: i128 = [whole, places].concat().parse().ok()?;
    let value = Decimal::new(digits, u8::try_from(places.len()).ok()?)?;
    (!goes_on).then(|| Proportion {
        value,
        written: (from, from + end),
        digits: (from + at, from + at + many.len()),
    })
}

/// The digits at the start of `text`.
fn number(text: &str) -> Option<&str> {
    const LONGEST: usize = 6;
    let end = text.bytes().position(|byte| !byte.is_ascii_digit() && byte != b'.').unwrap_or(text.len());
    text.get(..end).filter(|digits| (1..=LONGEST).contains(&digits.len()) && !digits.starts_with('.'))
}

/// The two names at the end of `words`: 男 and 女, 合格 and 不合格.
fn names(words: &str) -> Option<(&str, &str)> {
    let is_mark = |ch: char| matches!(ch, '，' | '。' | '；' | '：' | '（' | '）' | '\n');
    let start = words.char_indices().rev().take(CLAUSE).take_while(|&(_, ch)| !is_mark(ch)).last()?.0;
    let clause = words.get(start..)?.trim_end_matches('的').trim_start_matches("其中");
    let middle = clause.char_indices().nth(1).map_or(clause.len(), |(at, _)| at);
    let (one, other) = JOINTS
        .iter()
        .find_map(|joint| search::split(clause, joint))
        .or_else(|| clause.split_at_checked(middle).filter(|_| search::length(clause) == 2))?;
    // 行政复议案件与行政诉讼案件数量之比: what both are counts of is named once.
    const COUNTED: &[&str] = &["数量", "件数", "收案数"];
    let [one, other] = [one, other].map(|name| search::ahead(name, COUNTED).unwrap_or(name));
    let is_name = |name: &str| {
        (1..=LONGEST).contains(&search::length(name)) && !JOINTS.iter().any(|joint| name.contains(joint))
    };
    (is_name(one) && is_name(other) && one != other).then_some((one, other))
}

/// The proportion of the two counts that bear `names`.
fn judged(passage: &Passage<'_>, names: (&str, &str), found: Proportion, behind: usize) -> Option<Statement> {
    let pair = || Some((named(passage, names.0, behind)?, named(passage, names.1, behind)?));
    let pair = pair().or_else(|| named_next(passage, names, behind + found.written.1))?;
    of_pair(pair, &[names.0, "、", names.1].concat(), found, behind)
}

/// 复议收案 540 件，诉讼收案 360 件，两者之比为 1.5:1: the proportion of the two counts right in front of it, where `ahead` ends in what
/// points to the two.
fn of_the_two(passage: &Passage<'_>, ahead: &str, found: Proportion, behind: usize) -> Option<Statement> {
    const THE_TWO: &[&str] = &["两者", "二者", "两项", "两者数量", "二者数量"];
    let pointing = search::ending(ahead, THE_TWO)?;
    let end = passage.mentions.partition_point(|mention| (mention.quantity.span.end as usize) < behind);
    // 两 of 两者 may be a figure of its own.
    let end = end
        - usize::from(
            end.checked_sub(1)
                .and_then(|at| passage.mentions.get(at))
                .is_some_and(|two| two.quantity.is_chinese),
        );
    let (one, other) =
        (passage.mentions.get(end.checked_sub(2)?)?, passage.mentions.get(end.checked_sub(1)?)?);
    let ends_right_before = ahead.strip_suffix(pointing)?.ends_with('，')
        && passage.between(other.quantity.span.end, u32::try_from(behind).ok()?).matches('，').count() == 1;
    let is_row = one.sentence == other.sentence
        && other.clause <= one.clause + 1
        && [one, other].iter().all(|count| is_count(count) && count.quantity.precision == Precision::Exact);
    if ends_right_before && is_row { of_pair((one, other), pointing, found, behind) } else { None }
}

/// The proportion `found` of the counts `one` and `other`, called by `names`; `behind` is where its words end.
fn of_pair(
    (one, other): (&Mention<'_>, &Mention<'_>),
    names: &str,
    found: Proportion,
    behind: usize,
) -> Option<Statement> {
    let fits = one.token != other.token && one.quantity.class() == other.quantity.class();
    let (a, b) = (one.quantity.base()?, other.quantity.base()?);
    let ((more, many), (fewer, few)) = if a >= b { ((one, a), (other, b)) } else { ((other, b), (one, a)) };
    if !fits || few.is_zero() {
        return None;
    }
    let written = found.value;
    let computed = many.div_rounded(few, written.places())?;
    let shown = format!("{} ÷ {}", figure(more.quantity), figure(fewer.quantity));
    let is_even = written.times(few)? == many;
    // 3.7 to one may be cut to 3 as well.
    let is_cut = written.times(few)? <= many && many < written.plus(written.step())?.times(few)?;
    let place = |(from, to): (usize, usize)| ViewSpan::new(behind + from, behind + to);
    let rate = Operand {
        role: "rate",
        value: written,
        unit: Cow::Borrowed("比 1"),
        label: names.to_owned(),
        span: place(found.written),
        digits: Some(place(found.digits)),
    };
    let operands = vec![rate, Operand::of("numerator", more), Operand::of("denominator", fewer)];
    if computed == written || is_cut {
        let (sign, note) = if is_even { ("=", None) } else { ("≈", Some(notes::ROUNDED)) };
        let equation = format!("{shown} {sign} {written}");
        return Some(Claim::new(ClaimKind::Rate, Status::Holds, equation, note, operands, None));
    }
    let excess = computed.minus(written)?;
    let fault = Fault { computed, excess, certain: false, reason: Reason::Arithmetic };
    let equation = format!("{shown} ≈ {computed} ≠ {written}");
    Some(Claim::new(ClaimKind::Rate, Status::Broken, equation, None, operands, Some(fault)))
}

/// 复议与诉讼之比为 1.8:1，复议收案 540 件，诉讼收案 360 件: the two counts right behind the proportion that ends at `end`, where each bears one of
/// the `names`, in their order.
fn named_next<'p, 'a>(
    passage: &'p Passage<'a>,
    names: (&str, &str),
    end: usize,
) -> Option<(&'p Mention<'a>, &'p Mention<'a>)> {
    const SHORTEST: usize = 2;
    let at = passage.mentions.partition_point(|mention| (mention.quantity.span.start as usize) < end);
    let (one, other) = (passage.mentions.get(at)?, passage.mentions.get(at + 1)?);
    let between = passage.between(u32::try_from(end).ok()?, one.quantity.span.start);
    let is_next = between.starts_with(['，', '（']) && !between.contains(['。', '；', '！', '？']);
    let bears = |mention: &Mention<'_>, name: &str, another: &str| {
        search::length(name) >= SHORTEST
            && is_count(mention)
            && mention.quantity.precision == Precision::Exact
            && mention.sentence == one.sentence
            && mention.name.contains(name)
            && !mention.name.contains(another)
    };
    let [first, second] = [names.0, names.1].map(|name| name.trim_end_matches("案件"));
    let is_pair = bears(one, first, second) && bears(other, second, first);
    (is_next && is_pair && other.clause <= one.clause + 1).then_some((one, other))
}

/// The only count in the sentence that ends at `behind` which is called `name`.
fn named<'p, 'a>(passage: &'p Passage<'a>, name: &str, behind: usize) -> Option<&'p Mention<'a>> {
    let end = passage.mentions.partition_point(|mention| (mention.quantity.span.end as usize) < behind);
    let last = passage.mentions.get(end.checked_sub(1)?)?;
    let is_told = |mention: &Mention<'_>| {
        let words = mention.before.trim_start_matches("其中");
        match search::length(name) {
            1 => mention.name.starts_with(name) && search::length(mention.name) <= 3,
            // 查处超限车 is called 超限.
            _ => words.rsplit_once(name).is_some_and(|(ahead, behind)| {
                !ahead.ends_with(DENYING) && (search::length(behind) <= 2 || ahead.is_empty())
            }),
        }
    };
    let mut found = passage
        .back_from(end)
        .map(|(_, mention)| mention)
        .take_while(|mention| mention.sentence == last.sentence)
        .filter(|mention| {
            is_count(mention) && mention.quantity.precision == Precision::Exact && is_told(mention)
        });
    let only = found.next().filter(|_| found.next().is_none())?;
    let between = passage.between(last.quantity.span.end, behind as u32);
    (between.len() <= FARTHEST && !between.contains(['。', '！', '？'])).then_some(only)
}
