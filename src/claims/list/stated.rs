//! Rows behind a stated whole that no word opens: kinds by their names, or a row that ends in 其他.
//!
//! *Invariant:* the whole is the first figure of its segment that counts so; one of a row is never the whole of it.

use super::parts::parts_from;
use super::whole::{is_free, is_of_each};
use super::{List, Opener};
use crate::claims::cue_set::Cue;
use crate::claims::cues;
use crate::claims::kinds;
use crate::claims::label::{self, label};
use crate::claims::parallel;
use crate::claims::period;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::search;

/// Whether the figure at `whole` is the first that counts so in its segment; one in the middle of a row is a part.
pub fn comes_first(passage: &Passage<'_>, whole: usize) -> bool {
    passage.mentions.get(whole).is_some_and(|stated| !label::is_place(stated.before))
        && is_first(passage, whole)
}

/// 收到申请 78 件，上年结转 5 件，共 83 件: whether the figure at `whole` sums up what came in and what was there before, so that what
/// follows is of it and not of the figures in front.
pub fn sums_up_what_came(passage: &Passage<'_>, whole: usize) -> bool {
    let Some(stated) = passage.mentions.get(whole) else { return false };
    let row = || {
        let before = passage.back_from(whole).map(|(_, before)| before);
        before.take_while(|before| {
            before.segment == stated.segment && before.quantity.class() == stated.quantity.class()
        })
    };
    label::begins(stated.before, cues::ALL_SUMS)
        && row().any(|before| before.has(Cue::CarriedOver))
        && row().any(|before| label::has(before.before, cues::CAME_IN))
}

/// 许可 30 卷、处罚 45 卷，共 75 卷。经评查，优秀 21 卷: whether the figure at `whole` sums up a row, and what follows in another sentence
/// than `index` stands in is of it.
pub fn sums_up_before(passage: &Passage<'_>, whole: usize, index: usize) -> bool {
    passage.mentions.get(whole).zip(passage.mentions.get(index)).is_some_and(|(stated, first)| {
        label::begins(stated.before, cues::ALL_SUMS) && stated.sentence + 1 == first.sentence
    })
}

/// 对 7 个乡镇进行评估, 36 个站所评定为优秀 9 个: whether the figure at `whole` is the first of its segment that counts so, and counts
/// what is judged.
pub fn is_judged(passage: &Passage<'_>, whole: usize) -> bool {
    const JUDGED: &[&str] = &[
        "评估", "考核", "评议", "评价", "评查", "测评", "评审", "考评", "评定", "评级", "鉴定", "验收",
        "核查", "核实", "查核", "核验", "甄别", "研判", "审查", "审核", "复核",
    ];
    passage.mentions.get(whole).is_some_and(|stated| {
        let behind = passage.between(stated.quantity.span.end, passage.end());
        let clause = label::first_characters(behind, 40).split(['，', '。', '；']).next().unwrap_or("");
        let are_judged = || {
            let first = passage.mentions.get(whole + 1).filter(|first| first.clause == stated.clause);
            first.is_some_and(|first| label::has(first.before, JUDGED) || label::has(first.before, &["评为"]))
        };
        stated.before.ends_with('对') && search::ending(clause, JUDGED).is_some() || are_judged()
    }) && is_first(passage, whole)
}

/// Whether no figure of the segment before the one at `whole` counts alike; 21142 宗中的 18844 宗 are taken out of those.
fn is_first(passage: &Passage<'_>, whole: usize) -> bool {
    passage.mentions.get(whole).is_some_and(|stated| {
        stated.before.ends_with("中的")
            || !passage.back_from(whole).any(|(at, before)| {
                !is_of_each(passage, at)
                    && before.segment == stated.segment
                    && before.quantity.class() == stated.quantity.class()
            })
    })
}

/// 受理工单 931 件，咨询类 512 件、求助类 264 件、投诉类 155 件: nothing but the names says that these are kinds of it.
pub fn lists_kinds(passage: &Passage<'_>, index: usize, whole: usize) -> bool {
    // 上半年新增企业 212 家，下半年新增企业 187 家: the one before is another part of the year.
    let pair = passage.mentions.get(whole).zip(passage.mentions.get(index));
    let is_next =
        || pair.is_some_and(|(stated, first)| period::follow_each_other(stated.before, first.before));
    if !comes_first(passage, whole) || is_next() {
        return false;
    }
    let (parts, _) = parts_from(passage, index, whole, Opener::Stated);
    let labels: Vec<&str> =
        parts.iter().filter_map(|&part| passage.mentions.get(part)).map(|part| label(part)).collect();
    kinds::are_named_alike(&labels) && !is_one_of(passage, whole, &labels) && !is_summed_up(passage, &parts)
}

/// Whether the row of figures from `index` on ends in 其他 or 其余, so that it is all of `whole`.
pub fn closes_with_rest(passage: &Passage<'_>, index: usize, whole: usize) -> bool {
    // Two figures behind a whole, what was done and what is left, are read in `rest`.
    comes_first(passage, whole) && {
        let (parts, _) = parts_from(passage, index, whole, Opener::Rest);
        let labels = || {
            let parts = parts.iter().filter_map(|&part| passage.mentions.get(part));
            parts.map(|part| label(part)).collect::<Vec<_>>()
        };
        // 受理 36 件，立案 26 件，已办结 21 件，其余 5 件: what is left of what was done is read in `rest`.
        let is_what_is_left =
            || parts.iter().filter_map(|&part| passage.mentions.get(part)).any(|part| part.has(Cue::Done));
        // 年初预算 500 万元，支出 420 万元，追加 30 万元，剩余 110 万元: what moved a stock is no part of it.
        let is_a_stock = passage.mentions.get(whole).is_some_and(|stated| stated.has(Cue::Opening));
        parts.len() >= 3
            && ends_in_rest(passage, &parts)
            && !is_a_stock
            && !is_what_is_left()
            && !is_rest_of_a_noun(&labels())
            && !is_one_of(passage, whole, &labels())
            && !is_summed_up(passage, &parts)
    }
}

/// 开庭 8 件，主要负责人出庭 2 件、其他负责人出庭 6 件: whether the last of `labels` is what else there is of the noun of the one before it, which
/// the first does not have.
fn is_rest_of_a_noun(labels: &[&str]) -> bool {
    let [first, .., one, last] = labels else { return false };
    let noun = search::beginning(last, cues::REST).and_then(|rest| last.strip_prefix(rest)).unwrap_or("");
    search::length(noun) >= 2 && one.ends_with(noun) && !first.ends_with(noun)
}

/// Whether the last of `parts` is 其他 or 其余.
fn ends_in_rest(passage: &Passage<'_>, parts: &[usize]) -> bool {
    let last = parts.last().and_then(|&last| passage.mentions.get(last));
    last.is_some_and(|last| label::begins(last.name, cues::REST) || last.is_rest())
}

/// 从类别看：大气类 74 宗，水类 51 宗，其他 25 宗: the first of a row behind a colon, or one named like the others, is no whole.
fn is_one_of(passage: &Passage<'_>, whole: usize, labels: &[&str]) -> bool {
    passage.mentions.get(whole).is_some_and(|stated| {
        let name = label(stated);
        let others = labels.iter().filter(|label| !label::begins(label, cues::REST));
        let are_alike = |other: &&str| name.ends_with('类') && other.ends_with('类');
        // 办结件中予以公开 29 件，部分公开 4 件; 涉及医疗卫生 41 件，公共场所 29 件: the first of a row is no whole of it.
        let begins_the_row = || {
            let of_set = labels.first().is_some_and(|first| kinds::are_of_one_set(&[name, first]));
            of_set || stated.before.contains("涉及")
        };
        // 公办养老机构 20 家，民办养老机构 30 家，…: a whole has the bare noun of its kinds, one of the row has more.
        let has_their_noun =
            || kinds::end_alike(&[&[name], labels].concat()) && !parallel::is_hypernym(name, labels);
        stated.lead == Lead::Colon
            || (others.clone().next().is_some() && others.clone().all(are_alike))
            || has_their_noun()
            || begins_the_row()
    })
}

/// 建筑业 118 件，制造业 76 件，其他行业 29 件，总计 223 件: the whole of such a row stands behind it.
fn is_summed_up(passage: &Passage<'_>, parts: &[usize]) -> bool {
    let sums_up = |sum: &Mention<'_>| {
        label::begins(sum.before, cues::SUMS_AND_TOGETHER)
            || sum.before.starts_with('总')
            // 三类案件合计 of a row that its number may be read into.
            || search::ending(sum.before, cues::SUMS).is_some()
    };
    let last =
        parts.last().and_then(|&last| Some((passage.mentions.get(last)?, passage.mentions.get(last + 1)?)));
    let is_next = last.is_some_and(|(last, next)| {
        next.sentence == last.sentence && next.quantity.class() == last.quantity.class() && sums_up(next)
    });
    is_next || parts.iter().filter_map(|&part| passage.mentions.get(part)).any(sums_up)
}

/// 共处分 26 人。处分厅局级 1 人，县处级 5 人，其他人员 20 人: a row that ends in 其他 and is all of its sentence, behind
/// a sentence whose only figure that counts alike is a total.
pub fn is_closed_sentence(passage: &Passage<'_>, index: usize, whole: usize) -> bool {
    let (Some(first), Some(stated)) = (passage.mentions.get(index), passage.mentions.get(whole)) else {
        return false;
    };
    let is_behind_total = stated.sentence + 1 == first.sentence
        && stated.depth == 0
        && first.depth == 0
        && label::has(stated.before, cues::ALL_SUMS)
        && !stated.has(Cue::Comparison);
    if !is_behind_total {
        return false;
    }
    let alike = |mention: &Mention<'_>| mention.quantity.class() == first.quantity.class();
    let is_only = !passage
        .back_from(whole)
        .take_while(|(_, mention)| mention.sentence == stated.sentence)
        .any(|(_, mention)| alike(mention));
    let (parts, _) = parts_from(passage, index, whole, Opener::Rest);
    let is_whole_sentence = passage
        .ahead_from(index)
        .take_while(|(_, mention)| mention.sentence == first.sentence)
        .filter(|(_, mention)| alike(mention))
        .count()
        == parts.len();
    is_only && is_whole_sentence && parts.len() >= 3 && ends_in_rest(passage, &parts)
}

/// 收到申请 3248 件。经审查，受理 2906 件，不予受理 187 件，…，其余 93 件作其他处理: what came in by the sentence before, where the row at
/// `index` tells of which it was decided to take them up, of which not, and what became of the others.
pub fn decided(passage: &Passage<'_>, index: usize, known: &[List]) -> Option<usize> {
    const CAME: &[&str] = &["收到", "接收", "接到", "收件", "收悉", "接报", "提交", "申请", "登记"];
    let first =
        passage.mentions.get(index).filter(|first| matches!(first.lead, Lead::Comma | Lead::Start))?;
    let verb = first.before.char_indices().rev().nth(1).and_then(|(at, _)| first.before.get(at..))?;
    let denied = passage
        .ahead_from(index + 1)
        .take_while(|(_, part)| part.sentence == first.sentence)
        .any(|(_, part)| part.before.strip_suffix(verb).is_some_and(label::ends_in_denial));
    if !denied || first.before.strip_suffix(verb).is_none_or(label::ends_in_denial) {
        return None;
    }
    // 予以公开 46 件，部分公开 12 件，不予公开 8 件: in the middle of a row no list begins.
    let is_in_row = passage.back_from(index).take_while(|(_, before)| before.segment == first.segment).any(
        |(_, before)| before.before.ends_with(verb) && before.quantity.class() == first.quantity.class(),
    );
    if is_in_row {
        return None;
    }
    let mut came = passage
        .back_from(index)
        .take_while(|(_, whole)| whole.sentence + 1 >= first.sentence)
        .filter(|(at, whole)| label::has(whole.before, CAME) && is_free(passage, *at, index, known));
    let (whole, _) = came.next().filter(|(_, whole)| whole.sentence != first.sentence && whole.depth == 0)?;
    let (parts, _) = parts_from(passage, index, whole, Opener::Rest);
    (came.next().is_none() && parts.len() >= 3 && ends_in_rest(passage, &parts)).then_some(whole)
}
