//! Figures that a sum or a share names before it takes them together: A级和B级合计 1015 家, 满意和基本满意合计占 96%.
//!
//! *Invariant:* each name is that of one figure of the sentence, and of no other.

use super::cues;
use super::label::{has, label};
use super::statement::{Lead, Passage};
use crate::numeral;
use crate::order;
use crate::search;

/// The names that `words` take together, where they end in a word for that: A级、B级两类合计.
pub fn named_together(words: &str) -> Option<Vec<&str>> {
    let clause = words.rsplit(['，', '；', '：', '（', '）', '。']).next()?;
    let clause = clause.trim_end_matches(['为', '达', '是', '有']);
    let clause = without_sum(clause)?;
    names(without_number(clause).unwrap_or(clause))
}

/// 警告、罚款 of 警告、罚款两类处罚: `clause` without how many there are and what they are at its end. 二级 of 一级和二级 is a name.
fn without_number(clause: &str) -> Option<&str> {
    const LONGEST: usize = 7;
    let kind = |(_, ch): &(usize, char)| matches!(ch, '类' | '项' | '级' | '档' | '种' | '者');
    let (at, _) = clause.char_indices().rev().take(LONGEST).find(kind)?;
    let ahead = clause.get(..at)?;
    let ahead = ahead.strip_suffix(|ch| numeral::digit(ch).is_some())?;
    (!ahead.is_empty() && !ahead.ends_with(['、', '和', '与', '及'])).then_some(ahead)
}

/// 撤销、变更和责令履行三类案件合计 280 件: the names in front of the sum at `index`, where a figure says how many they are.
pub fn numbered_together<'a>(passage: &Passage<'a>, index: usize) -> Option<Vec<&'a str>> {
    const LONGEST_NOUN: usize = 6;
    let (number, sum) = (passage.mentions.get(index.checked_sub(1)?)?, passage.mentions.get(index)?);
    let noun = without_sum(sum.before).filter(|_| sum.lead == Lead::Nothing && number.quantity.is_chinese)?;
    let names = names(number.run_up.rsplit(['，', '；', '：', '（', '）', '。']).next()?)?;
    let is_so_many = number.quantity.value.to_whole() == i128::try_from(names.len()).ok();
    (is_so_many && search::length(noun) <= LONGEST_NOUN).then_some(names)
}

/// The two names or more that `clause` joins.
fn names(clause: &str) -> Option<Vec<&str>> {
    const LONGEST: usize = 10;
    let clause = clause.strip_prefix("其中").unwrap_or(clause);
    let names = clause.split(['、', '和', '与', '及']).map(|name| name.strip_suffix('以').unwrap_or(name));
    let names: Vec<&str> = names.collect();
    let are_names = names.iter().all(|name| (1..=LONGEST).contains(&search::length(name)));
    (names.len() >= 2 && are_names).then_some(names)
}

/// `words` without the one at their end that takes together what stands before it.
pub fn without_sum(words: &str) -> Option<&str> {
    let sum =
        [cues::ALL_SUMS, cues::ADDED_UP, &["合并"]].iter().find_map(|sums| search::ending(words, sums))?;
    words.strip_suffix(sum)
}

/// What is known of the figures that are named together.
pub enum Addends {
    /// Each name is that of one figure; these, in order.
    Found(Vec<usize>),
    /// Some names are those of figures, and others of none or of several.
    Unclear,
    /// None is: the words are a noun and no names.
    None,
}

/// The figures before the one at `index` that bear `names`, in its sentence or up to `reach` sentences before.
pub fn figures(passage: &Passage<'_>, index: usize, names: &[&str], reach: u32) -> Addends {
    let Some(sum) = passage.mentions.get(index) else { return Addends::None };
    let figures: Vec<(usize, &str)> = passage
        .back_from(index)
        .take_while(|(_, mention)| mention.sentence + reach >= sum.sentence)
        .filter(|(_, mention)| mention.quantity.is_amount())
        .map(|(at, mention)| (at, label(mention)))
        .collect();
    let found: Vec<Option<usize>> = names.iter().map(|name| only(&figures, name)).collect();
    let mut parts: Vec<usize> = found.iter().flatten().copied().collect();
    order::sort(&mut parts);
    parts.dedup();
    let class = |at: &usize| passage.class_at(*at);
    let alike = parts.iter().all(|at| parts.first().is_some_and(|first| class(first) == class(at)));
    match parts.len() {
        0 => Addends::None,
        number if number == names.len() && alike => Addends::Found(parts),
        _ => Addends::Unclear,
    }
}

/// The one of `figures` that is called `name`; or where none is, the one of whose label it is the beginning or the end.
fn only(figures: &[(usize, &str)], name: &str) -> Option<usize> {
    let one = |is_called: &dyn Fn(&str) -> bool| {
        let mut found = figures.iter().filter(|(_, label)| is_called(label)).map(|(at, _)| *at);
        found.next().filter(|_| found.next().is_none())
    };
    let is_like = |label: &str| {
        let denies = label.strip_suffix(name).is_some_and(|ahead| ahead.ends_with(['不', '未', '非']));
        // 复议案件上年结转 30 件 is not all that is called 复议.
        let is_all_of_it = label.strip_prefix(name).is_some_and(|behind| !has(behind, cues::CARRIED_OVER));
        !denies && (is_all_of_it || label.ends_with(name) || label.len() > 3 && name.starts_with(label))
    };
    if figures.iter().any(|(_, label)| *label == name) {
        return one(&|label| label == name);
    }
    one(&is_like)
}
