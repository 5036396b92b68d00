//! Numbers of kinds in front of a row: 三个行业，分别为 15 个、9 个、7 个; 分为四个方面，程序类 31 个、文书类 22 个、…
//!
//! *Invariant:* such a number is neither a whole nor a part of the row, which has as many figures as it says.

use super::List;
use super::Opener;
use super::parts::parts_from;
use super::taken_up::bearer;
use super::whole::{fits, whole_before};
use crate::claims::cue_set::Cue;
use crate::claims::cues;
use crate::claims::doings;
use crate::claims::label;
use crate::claims::respective::IN_ORDER;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::facts::Decimal;
use crate::numeral;
use crate::search;

/// 覆盖制造、商贸、建筑三个行业，分别为 15 个、9 个、7 个: whether the figure at `number` says of how many kinds the row behind it is, so that
/// what is sorted stands before it.
pub fn numbers_what_is_shared_out(passage: &Passage<'_>, number: usize) -> bool {
    let Some(first) = passage.mentions.get(number + 1) else { return false };
    if !(first.has(Cue::Respectively) || first.before.contains("依次")) {
        return false;
    }
    let is_next = |next: &Mention<'_>| {
        next.lead == Lead::Pause && next.before.is_empty() && next.clause == first.clause
    };
    let others = passage.ahead_from(number + 2).take_while(|(_, next)| is_next(next)).count();
    others > 0 && counts(passage, number, others + 1)
}

/// 问题 86 个，分为四个方面，程序类 31 个、文书类 22 个、…: the list that begins at `index` behind such a number.
pub fn opener_behind(passage: &Passage<'_>, index: usize, known: &[List]) -> Option<(Opener, usize)> {
    let number = index.checked_sub(1)?;
    if passage.mentions.get(index).is_some_and(adds) {
        return None;
    }
    if !numbers_its_kinds(passage, number) {
        return Some((Opener::Partition, whole_in_another_measure(passage, index, number, known)?));
    }
    Some((Opener::Partition, whole_before(passage, number, true, known)?))
}

/// 原有 618 项，分两批增加进驻，首批 45 项: whether the clause in front of `first` says that what follows is added, and so is no part of what
/// was there.
pub fn adds(first: &Mention<'_>) -> bool {
    let clause = first.run_up.strip_suffix(first.before).unwrap_or("").trim_end_matches('，');
    let clause = clause.rsplit(['，', '；', '。']).next().unwrap_or("");
    label::has(clause, &["增加", "新增", "追加", "增补", "补充"])
}

/// 276 件案件分属四类：治安类 109 件、…: what the kinds that the figure at `number` counts in a measure word of their own divide, where the
/// row at `index` has as many parts.
fn whole_in_another_measure(
    passage: &Passage<'_>,
    index: usize,
    number: usize,
    known: &[List],
) -> Option<usize> {
    let (kinds, first) = (passage.mentions.get(number)?, passage.mentions.get(index)?);
    let is_number = kinds.quantity.is_chinese
        && matches!(kinds.quantity.word(), "类" | "种" | "大")
        && (search::ending(kinds.before, DIVIDES).is_some()
            || kinds.before.ends_with("涉及") && !label::has(kinds.run_up, &["主要", "重点"])
            || divides_alone(kinds.before))
        && matches!(first.lead, Lead::Comma | Lead::Colon)
        && first.clause <= kinds.clause + 1
        && !fits(passage, number, index);
    if !is_number {
        return None;
    }
    let whole = whole_before(passage, index, true, known).filter(|&whole| whole < number)?;
    let parts = parts_from(passage, index, whole, Opener::Partition).0;
    counts(passage, number, parts.len()).then_some(whole)
}

/// 案件分四类, and not 部分.
fn divides_alone(words: &str) -> bool {
    const OTHERS: &[&str] = &["部分", "得分", "积分", "区分", "充分", "成分", "处分", "评分"];
    words.ends_with('分') && search::ending(words, OTHERS).is_none()
}

/// 划出 41 项。划出事项分别移交住建、水务两个部门 28 项、13 项: what is shared out among as many bodies as the figure before `index` says, and
/// whether it is named, so that they have all of it.
pub fn shared_among(passage: &Passage<'_>, index: usize, known: &[List]) -> Option<(Opener, usize)> {
    let first = passage.mentions.get(index).filter(|first| first.lead == Lead::Nothing)?;
    let number = index.checked_sub(1)?;
    let is_next = |next: &Mention<'_>| {
        next.lead == Lead::Pause && next.before.is_empty() && next.clause == first.clause
    };
    let others = passage.ahead_from(index + 1).take_while(|(_, next)| is_next(next)).count();
    let clause = passage.mentions.get(number)?.run_up.rsplit(['，', '；', '：', '。']).next()?;
    // 委托事项由甲、乙两个镇分别承接 21 项、15 项: it may stand behind their number.
    let of_those = || clause.split_once('由').filter(|_| label::has(first.before, IN_ORDER));
    let (head, _) = IN_ORDER.iter().find_map(|shares| clause.split_once(shares)).or_else(of_those)?;
    if others == 0 || !counts(passage, number, others + 1) {
        return None;
    }
    match head {
        "" => Some((Opener::Shared, whole_before(passage, index, false, known)?)),
        head => Some((Opener::Partition, bearer(passage, index, head)?)),
    }
}

/// Whether the figure at `number` says of how many kinds the row behind it is.
pub fn numbers_kinds(passage: &Passage<'_>, number: usize) -> bool {
    numbers_what_is_shared_out(passage, number) || numbers_its_kinds(passage, number)
}

/// 问题 86 个，分为四个方面，其中程序类 31 个: whether `mention` says in words how many kinds there are, so that it is the whole of none.
pub fn divides_in_words(mention: &Mention<'_>) -> bool {
    mention.quantity.is_chinese && search::ending(mention.before, DIVIDES).is_some()
}

/// Words that lead to a number of kinds.
const DIVIDES: &[&str] =
    &["分为", "分成", "划分为", "划为", "归为", "归入", "归并为", "分属", "分作", "包括", "包含", "涵盖"];

/// Whether the figure at `number` says into how many kinds a row behind it divides what stands before it.
fn numbers_its_kinds(passage: &Passage<'_>, number: usize) -> bool {
    let (Some(kinds), Some(first)) = (passage.mentions.get(number), passage.mentions.get(number + 1)) else {
        return false;
    };
    (search::ending(kinds.before, DIVIDES).is_some() || kinds.before.ends_with("涉及"))
        && matches!(first.lead, Lead::Comma | Lead::Colon)
        && first.clause <= kinds.clause + 1
        && fits(passage, number, number + 1)
        && counts(passage, number, parts_from(passage, number + 1, number, Opener::Partition).0.len())
}

/// 调解员 526 名，分为专职、兼职两类，专职 108 名，兼职 418 名; or 分为专职和兼职，…: the whole of the row that begins at `index` with
/// the very kinds that were named before it, one after the other.
pub fn whole_of_named_kinds(passage: &Passage<'_>, index: usize, known: &[List]) -> Option<usize> {
    let first = passage.mentions.get(index)?;
    if !matches!(first.lead, Lead::Comma | Lead::Colon | Lead::Semicolon) {
        return None;
    }
    let number = index.checked_sub(1).filter(|&number| {
        passage.mentions.get(number).is_some_and(|kinds| {
            let word = kinds.quantity.measure.map(|measure| measure.word);
            kinds.quantity.is_chinese
                && kinds.clause <= first.clause
                && kinds.sentence == first.sentence
                && (matches!(word, Some("类" | "种" | "个" | "大" | "块" | "项" | "组" | "片"))
                    || word == Some("部") && kinds.after.starts_with('分'))
        })
    });
    let words = match number.and_then(|number| passage.mentions.get(number)) {
        Some(kinds) => kinds.run_up,
        None => first.run_up.strip_suffix(first.before)?.strip_suffix(['，', '：', '；'])?,
    };
    let names = named_kinds(words, number.is_some())?;
    let whole = whole_before(passage, number.unwrap_or(index), true, known)
        .filter(|_| number.is_none())
        .or_else(|| whole_ahead(passage, index, number?, known))?;
    let (parts, _) = parts_from(passage, index, whole, Opener::Partition);
    let is_named = |(at, name): (&usize, &&str)| {
        passage.mentions.get(*at).is_some_and(|part| {
            let label = label::label(part);
            let is_its_noun = |noun: &str| {
                !label::has(noun, cues::DONE)
                    && !label::has(noun, cues::STAGES)
                    && !doings::names_a_doing(noun)
            };
            // 交办案件办结 is what became of some of them.
            label.strip_prefix(name).is_some_and(is_its_noun)
                || (search::length(label) >= 2 && name.starts_with(label))
        })
    };
    let are_named = parts.len() == names.len() && parts.iter().zip(&names).all(is_named);
    let is_so_many = number.is_none_or(|number| counts(passage, number, names.len()));
    (are_named && is_so_many).then_some(whole)
}

/// What stands before the number of kinds at `number` and counts as the part at `index` does.
fn whole_ahead(passage: &Passage<'_>, index: usize, number: usize, known: &[List]) -> Option<usize> {
    let whole = whole_before(passage, index, true, known)?;
    (whole < number).then_some(whole)
}

/// The kinds that `words` name behind 分为 up to their end: 专职, 兼职 of 分为专职、兼职; where they `are_numbered`, behind 有 and 由 as well.
fn named_kinds(words: &str, are_numbered: bool) -> Option<Vec<&str>> {
    const DIVIDED: &[&str] =
        &["分为", "分成", "划分为", "划为", "归为", "分作", "具体分", "分", "包括", "包含", "涵盖"];
    const HAVING: &[&str] = &["有", "设有", "设", "含", "由"];
    const LONGEST: usize = 10;
    let clause = words.rsplit(['，', '；', '。', '：']).next()?;
    // 两类 right behind the last name is no figure of its own.
    let (clause, told) = without_number(clause);
    let are_numbered = are_numbered || told.is_some();
    let having = || HAVING.iter().filter(|_| are_numbered).find(|word| clause.starts_with(**word));
    let (at, word) = search::each_of(clause, DIVIDED).next().or_else(|| Some((0, *having()?)))?;
    let (ahead, row) = (clause.get(..at)?, clause.get(at + word.len()..)?);
    // 行政区分、部分 and 分别为 divide nothing.
    let is_verb = word != "分" || ahead.is_empty() || ahead.ends_with(['共', '可', '又', '均']);
    if !is_verb || row.starts_with('别') {
        return None;
    }
    let names: Vec<&str> = row.split(['、', '和', '与', '及']).collect();
    let are_names = names.iter().all(|name| (2..=LONGEST).contains(&search::length(name)));
    let are_so_many = told.is_none_or(|told| i128::try_from(names.len()) == Ok(told));
    (names.len() >= 2 && are_names && are_so_many).then_some(names)
}

/// `clause` without how many kinds there are at its end, and that number: 两类, 三部分组成.
fn without_number(clause: &str) -> (&str, Option<i128>) {
    const MADE: &[&str] = &["组成", "构成"];
    const KINDS: &[&str] = &["部分", "大类", "类", "种", "块", "组"];
    let told = || {
        let words = search::ending(clause, MADE).and_then(|end| clause.strip_suffix(end)).unwrap_or(clause);
        let words = words.strip_suffix(search::ending(words, KINDS)?)?;
        let names = words.trim_end_matches(numeral::is_numeral);
        let number = numeral::parse(words.get(names.len()..)?)?;
        Some((names, number))
    };
    told().map_or((clause, None), |(names, number)| (names, Some(number)))
}

/// Whether the figure at `number` is `count`, exactly.
fn counts(passage: &Passage<'_>, number: usize, count: usize) -> bool {
    let count = i128::try_from(count).ok().map(Decimal::whole);
    let stated = passage.mentions.get(number).and_then(Mention::exact);
    stated.is_some() && stated == count
}
