//! The same amount right behind itself: in another unit (428500 元，即 42.85 万元), or as 上述 18 件.
//!
//! *Invariant:* nothing but a mark or 即 stands between the two writings of an amount.

use super::compare;
use crate::claims::cue_set::Cue;
use crate::claims::judge::{self, Sum};
use crate::claims::label;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::claims::{Statement, is_one_slip, total};
use crate::facts::{Decimal, Precision};
use crate::review::Status;
use crate::search;

/// How far in front titles may stand that are taken up, in bytes.
const LONGEST_LIST: u32 = 3000;

/// The restatements of `passage` that stand near each other.
pub fn claims(passage: &Passage<'_>) -> Vec<Statement> {
    let mut out = Vec::new();
    for (index, again) in passage.mentions.iter().enumerate() {
        if again.quantity.precision != Precision::Exact || !again.quantity.is_amount() {
            continue;
        }
        if let Some(first) = index.checked_sub(1).and_then(|before| passage.mentions.get(before))
            && is_conversion(passage, first, again)
        {
            out.extend(compare(first, again, true));
        } else if let Some(first) = told_before_its_change(passage, index) {
            out.extend(compare(first, again, true));
        } else if let Some(first) = taken_up(passage, index) {
            let statement = compare(first, again, false);
            // Where they differ in more than a slip, the text may speak of something else.
            out.extend(statement.filter(|statement| {
                statement.status == Status::Holds || is_one_slip(again.quantity.value, first.quantity.value)
            }));
        } else if (again.before.ends_with("上述") || again.before.ends_with("前述"))
            // 改造城东、城西公厕，上述 2 座: it takes up the names of its own sentence.
            && !passage.between(again.sentence_start, again.start).contains('、')
            && !takes_up_titles(passage, again)
            && !is_of_what_was_done(again)
        {
            out.extend(above(passage, index).or_else(|| this(passage, index)));
        } else if matches!(again.before, "这" | "该") {
            out.extend(this(passage, index));
        }
    }
    out
}

/// 排查安全隐患 417 处。这 471 处隐患: the only figure before it that counts alike, whose last words it takes up.
fn this(passage: &Passage<'_>, index: usize) -> Option<Statement> {
    let again = passage.mentions.get(index)?;
    let mut alike = passage
        .back_from(index)
        .map(|(_, other)| other)
        .filter(|other| other.quantity.class() == again.quantity.class());
    let first = alike.next()?;
    let name = label::label(first);
    let at = name.char_indices().rev().nth(1)?.0;
    let is_named = again.after.starts_with(name.get(at..)?);
    let is_one = alike.next().is_none()
        && (first.sentence + 1 == again.sentence
            || first.sentence == again.sentence && first.clause < again.clause)
        && first.quantity.precision == Precision::Exact
        && !first.has(Cue::Comparison);
    // Of two digits one may well be another: these 15 of 25 may be some that no figure told.
    let (a, b) = (again.quantity.value, first.quantity.value);
    let is_slip =
        judge::is_swapped(a, b) && a >= Decimal::whole(10) || is_one_slip(a, b) && a >= Decimal::whole(100);
    let is_same = first.quantity.base() == again.quantity.base();
    (is_named && is_one && (is_slip || is_same)).then(|| compare(first, again, false)).flatten()
}

/// 《甲办法》《乙办法》《丙细则》先后施行 … 上述 3 件: as many titles stand in front as it counts.
fn takes_up_titles(passage: &Passage<'_>, again: &Mention<'_>) -> bool {
    // Looked for no farther than a reader remembers: a paragraph may take up a million times.
    let start = passage.paragraph.start.max(again.start.saturating_sub(LONGEST_LIST));
    let words = passage.between(start, again.start);
    let titles = words.matches('《').count();
    titles > 0 && again.quantity.base() == i128::try_from(titles).ok().map(Decimal::whole)
}

/// 上述五项措施: what was done by so many means is none of the things that were counted before.
fn is_of_what_was_done(again: &Mention<'_>) -> bool {
    const MEANS: &[&str] = &["措施", "举措", "做法", "办法", "方法", "手段", "途径", "路径", "工作"];
    label::begins(again.after.trim_start_matches('的'), MEANS)
}

/// 告知承诺事项 23 项，较上年增加 5 项，即由 18 项扩大到 23 项: the figure whose change 即由 tells once more up to the one at `index`.
fn told_before_its_change<'p>(passage: &'p Passage<'_>, index: usize) -> Option<&'p Mention<'p>> {
    let again = passage.mentions.get(index)?;
    let [first, change, from] = passage.mentions.get(index.checked_sub(3)?..index)? else { return None };
    let leads = label::begins(from.before, &["即由", "即从"]) && from.lead == Lead::Comma;
    let arrives = again.lead == Lead::Nothing && again.before.ends_with(['到', '至', '为']);
    let is_change = change.has(Cue::Comparison) && change.clause + 1 == from.clause;
    let are_alike = [change, from, again].iter().all(|figure| {
        figure.segment == first.segment
            && figure.depth == first.depth
            && figure.quantity.class() == first.quantity.class()
    });
    let is_told = first.clause + 1 == change.clause && first.quantity.precision == Precision::Exact;
    (leads && arrives && is_change && are_alike && is_told).then_some(first)
}

/// 上述 483 处: the only figure before it that counts alike, the whole of what the sentence before took apart, or the
/// sum of its row.
fn above(passage: &Passage<'_>, index: usize) -> Option<Statement> {
    let again = passage.mentions.get(index)?;
    let alike: Vec<(usize, &Mention<'_>)> = passage
        .back_from(index)
        .filter(|(_, other)| other.quantity.class() == again.quantity.class())
        .collect();
    let (last, first) = alike.first()?;
    if first.sentence >= again.sentence || first.has(Cue::Comparison) {
        return None;
    }
    if alike.len() == 1 {
        return compare(first, again, true);
    }
    // 上述 438 处 behind 其中燃气隐患 438 处: it may be that part as well.
    if let Some((_, same)) = alike.iter().find(|(_, other)| other.quantity.base() == again.quantity.base()) {
        return compare(same, again, false);
    }
    let in_sentence = alike.iter().take_while(|(_, other)| other.sentence == first.sentence).count();
    // With several antecedents it may be another one.
    let is_telling = |statement: &Statement| {
        statement.status == Status::Holds
            || statement.fault.is_some_and(|fault| is_one_slip(again.quantity.value, fault.computed))
    };
    let whole = passage.list_of(*last).and_then(|list| passage.mentions.get(list.whole));
    let statement = if let Some(whole) = whole.filter(|whole| whole.sentence == first.sentence) {
        compare(whole, again, false)?
    } else {
        let row = passage.row_ending_at(*last);
        if row.len() < 2 || row.len() != in_sentence {
            return None;
        }
        let terms: Vec<_> = row.iter().map(|part| (1, part.quantity)).collect();
        let sum = judge::adds_up(&terms, again.quantity);
        let status = match sum {
            Sum::Meets => Status::Holds,
            Sum::Off { .. } => Status::Broken,
            Sum::Unclear => return None,
        };
        total::total(again, &row, sum, status, false)
    };
    is_telling(&statement).then_some(statement)
}

/// 办结 481 件 … 办结的 481 件中: the figure that the one at `index` takes up again by the same verb.
fn taken_up<'p>(passage: &'p Passage<'_>, index: usize) -> Option<&'p Mention<'p>> {
    let again = passage.mentions.get(index)?;
    let verb = again.before.strip_suffix('的')?;
    let is_taken_up = again.after.ends_with('中') && (2..=4).contains(&search::length(verb));
    let first = passage.back_from(index).map(|(_, first)| first).find(|first| {
        first.sentence + 2 >= again.sentence
            && first.quantity.class() == again.quantity.class()
            && first.quantity.is_amount()
            // 受理 7 件，不予受理 2 件；受理的 7 件中: what was not done is not what is taken up.
            && !first.name.strip_suffix(verb).is_some_and(label::ends_in_denial)
    });
    let first = first.filter(|first| first.segment < again.segment);
    let named =
        |first: &&Mention<'_>| first.name.ends_with(verb) && first.quantity.precision == Precision::Exact;
    first.filter(named).filter(|_| is_taken_up)
}

/// 428500 元（42.85 万元） or 428500 元，即 42.85 万元.
fn is_conversion(passage: &Passage<'_>, first: &Mention<'_>, again: &Mention<'_>) -> bool {
    let between = passage.between(first.quantity.span.end, again.quantity.number.start);
    first.quantity.class() == again.quantity.class()
        && first.quantity.factor != again.quantity.factor
        && first.quantity.precision == Precision::Exact
        && matches!(between, "（" | "（即" | "（合" | "（折合" | "，即" | "，合" | "，折合" | "，也就是")
        && matches!(again.lead, Lead::Open | Lead::Comma)
}
