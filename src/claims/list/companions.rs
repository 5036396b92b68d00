//! Further figures of the parts of a list: 63 宗、3852 亩, and 74 宗，面积 5922 亩.
//!
//! *Invariant:* a row of them has one figure for each part, in the same words and the same measure word.

use super::List;
use super::whole::{fits, whole_before};
use crate::claims::kinds;
use crate::claims::label;
use crate::claims::statement::{Lead, Passage};
use crate::search;

/// The most measure words in which one thing is counted.
pub const MOST_MEASURES: usize = 4;

/// `companions` sorted by their measure words; only such rows as have a figure right behind each of `parts`, each in the
/// same words.
pub fn rows_of_companions(passage: &Passage<'_>, parts: &[usize], companions: Vec<usize>) -> Vec<Vec<usize>> {
    let class = |at: usize| passage.mentions.get(at).and_then(|mention| mention.quantity.class());
    let mut rows: Vec<Vec<usize>> = Vec::new();
    for at in companions {
        let known = rows.iter().position(|row| row.first().is_some_and(|&first| class(first) == class(at)));
        match known {
            Some(known) => rows.iter_mut().skip(known).take(1).for_each(|row| row.push(at)),
            None if rows.len() < MOST_MEASURES => rows.push(vec![at]),
            None => {}
        }
    }
    let ends = parts.iter().skip(1).copied().chain([usize::MAX]);
    let spans: Vec<_> = parts.iter().copied().zip(ends).collect();
    let words = |at: usize| passage.mentions.get(at).map(|mention| mention.before);
    rows.retain(|row| {
        row.len() == spans.len()
            && row.iter().all(|&at| row.first().is_some_and(|&first| words(first) == words(at)))
            && row.iter().zip(&spans).all(|(&at, &(part, next))| part < at && at < next)
    });
    rows
}

/// Whether the figure at `index` is a second one of the thing before it.
pub fn is_companion(passage: &Passage<'_>, index: usize) -> bool {
    passage.mentions.get(index).is_some_and(|mention| {
        // 东片 5 个村调解 121 件: a row of them has the same words throughout.
        (mention.before.is_empty() && mention.lead == Lead::Pause || mention.lead == Lead::Nothing)
            && mention.quantity.measure.is_some()
    })
}

/// 合法用地 74 宗，面积 5922 亩，违法用地 137 宗，面积 5811 亩: whether the figure at `index` is the size of the part in front of it: the
/// row of (`head`, whole) goes on behind it with a part of the same kind, or the parts before have `sizes` of that name.
pub fn is_size(passage: &Passage<'_>, (head, whole): (usize, usize), index: usize, sizes: &[usize]) -> bool {
    const SIZES: &[&str] = &[
        "面积",
        "总面积",
        "建筑面积",
        "占地面积",
        "涉及面积",
        "金额",
        "总金额",
        "涉案金额",
        "涉及金额",
        "标的额",
        "资金",
        "涉及资金",
        "投资",
        "总投资",
    ];
    let (Some(head), Some(size)) = (passage.mentions.get(head), passage.mentions.get(index)) else {
        return false;
    };
    let goes_on = || {
        let next = passage.ahead_from(index + 1).find(|(_, next)| next.depth == head.depth);
        next.is_some_and(|(at, next)| {
            next.lead == Lead::Comma
                && next.sentence == head.sentence
                && fits(passage, whole, at)
                && kinds::end_alike(&[label::label(head), label::label(next)])
        })
    };
    let comes_again =
        sizes.iter().any(|&at| passage.mentions.get(at).is_some_and(|last| last.before == size.before));
    size.lead == Lead::Comma && SIZES.contains(&size.before) && (comes_again || goes_on())
}

/// The list that the further figures of the parts of `list` make with a whole of their own.
pub fn list_of_companions(passage: &Passage<'_>, list: &List, companions: Vec<usize>) -> Option<List> {
    let &first = companions.first().filter(|_| companions.len() >= 2)?;
    // 培训 42 场次，覆盖 3864 人次。其中干部 6 场次 426 人次: both wholes stand in the sentence before.
    let beside =
        || Some(list.whole + 1).filter(|&at| at < first && list.is_distant && fits(passage, at, first));
    let whole = whole_before(passage, first, false, &[]).or_else(beside)?;
    Some(List { whole, others: Vec::new(), parts: companions, names: list.parts.clone(), ..list.clone() })
}

/// 县直部门 547 人、16 个乡镇 288 人: whether the figure at `index` says how many they are that have the next one, which is a part.
pub fn numbers_those_who_have(passage: &Passage<'_>, index: usize, whole: usize) -> bool {
    const LONGEST: usize = 12;
    const BOUNDS: &[&str] = &["以上", "及以上", "以下", "以内", "（含）以"];
    passage.mentions.get(index).zip(passage.mentions.get(index + 1)).is_some_and(|(number, next)| {
        let counts_bodies = matches!(number.quantity.word(), "个" | "家" | "所")
            && (2..=LONGEST).contains(&search::length(next.before));
        next.lead == Lead::Nothing
            && matches!(number.before, "" | "其余" | "另外" | "其他")
            && (counts_bodies || label::begins(next.before, BOUNDS))
            && !fits(passage, whole, index)
            && fits(passage, whole, index + 1)
    })
}
