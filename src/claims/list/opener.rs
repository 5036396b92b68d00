//! What opens a list: 其中, a bracket, a colon, 分为, a complete set of labels, a stated total.
//!
//! Takes the figure that may be the first part; gives how the list is recognised, and its whole. Words of partition are
//! read in `partition`, 其中 in `among`, brackets in `bracketed`.
//!
//! *Invariant:* only words and marks decide; a bracket that compares or converts opens nothing.

use super::among::{self, lies_within, tells_what_it_holds};
use super::bracketed::{self, opens_a_bracket};
use super::number_of_kinds::{numbers_kinds, opener_behind, shared_among, whole_of_named_kinds};
use super::of_bodies::whole_of_bodies;
use super::of_levels::whole_of_levels;
use super::of_states::whole_of_states;
use super::partition;
use super::sets::{begins_complete_set, sorted_again};
use super::shared_out::names_the_rest;
use super::stated::{
    closes_with_rest, comes_first, decided, is_closed_sentence, is_judged, lists_kinds, sums_up_before,
    sums_up_what_came,
};
use super::taken_up::{named_again, taken_up};
use super::whole::{
    fits, is_part_of_some, is_some_of_days, whole_before, whole_of_set, whole_of_share, whole_to_sort,
};
use super::{List, Opener, all_periods};
use crate::claims::cues;
use crate::claims::growth;
use crate::claims::label;
use crate::claims::rate::{INSPECTED, share_two_characters};
use crate::claims::respective;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::search;

/// Whether and how a list begins with the figure at `index`, and the whole it belongs to.
pub fn opener_at(passage: &Passage<'_>, index: usize, known: &[List]) -> Option<(Opener, usize)> {
    let mention = passage.mentions.get(index)?;
    // 应诉分别为 73 件、81 件，败诉依次为 9 件、8 件: the same things again, in the same order.
    // 共 17 项，与上一版的 16 项相比: what it is compared with is none of it.
    if !(mention.quantity.is_amount() || is_some_of_days(passage, index))
        || growth::is_compared_with(mention)
        || respective::begins_beside(passage, index)
    {
        return None;
    }
    let directly_before = index.checked_sub(1).filter(|&before| fits(passage, before, index));
    if let Some(whole) = whole_of_named_kinds(passage, index, known) {
        return Some((Opener::Partition, whole));
    }
    if let Some(found) = whole_of_bodies(passage, index).or_else(|| whole_of_levels(passage, index)) {
        return Some(found);
    }
    if among::opens(mention) {
        return among::opener_at(passage, index, directly_before, known);
    }
    if mention.lead == Lead::Open || (mention.lead == Lead::Pause && opens_a_bracket(passage, index)) {
        return bracketed::opener_at(passage, index, directly_before);
    }
    if mention.lead == Lead::Comma && tells_what_it_holds(mention.before) {
        let whole = directly_before.and_then(|at| Some((at, passage.mentions.get(at)?)));
        let whole = whole.filter(|(_, of)| of.clause + 1 == mention.clause && of.depth == mention.depth);
        return whole.map(|(at, _)| (Opener::Including, at));
    }
    // 交付 4 个，包含在上述 7 个中: the whole stands behind; 其余两家分别为: of what is left of the whole.
    // 12 个镇街分为三个片区，分别为 5 个、4 个、3 个: how many kinds there are is none of them.
    if lies_within(partition::words_behind_bracket(mention))
        || names_the_rest(passage, index)
        || numbers_kinds(passage, index)
    {
        return None;
    }
    if let Some(found) = opener_behind(passage, index, known) {
        return Some(found);
    }
    if partition::divides(passage, index) {
        return partition::opener_at(passage, index, known);
    }
    if mention.before.starts_with("一是") && matches!(mention.lead, Lead::Colon | Lead::Start) {
        return of_ordinals(passage, index, known);
    }
    let found = shared_among(passage, index, known)
        .or_else(|| Some((Opener::Sorted, sorted_again(passage, index, known)?)))
        .or_else(|| taken_up(passage, index))
        .or_else(|| named_again(passage, index))
        .or_else(|| whole_of_states(passage, index));
    if found.is_some() {
        return found;
    }
    if begins_complete_set(passage, index) {
        return of_complete_set(passage, index, known);
    }
    if is_sorted(passage, index) {
        let whole = whole_of_share(passage, index).or_else(|| whole_to_sort(passage, index, known))?;
        return Some((Opener::Sorted, whole));
    }
    if let Some(whole) = decided(passage, index, known) {
        return Some((Opener::Rest, whole));
    }
    behind_whole(passage, index, directly_before?)
}

/// The list that 一是 begins at `index`, and its whole.
fn of_ordinals(passage: &Passage<'_>, index: usize, known: &[List]) -> Option<(Opener, usize)> {
    let mention = passage.mentions.get(index)?;
    // 案件 52 起，分为三类：一是河道类 31 起；二是 …
    let whole = whole_before(passage, index, true, known)?;
    let end = passage.mentions.get(whole)?.quantity.span.end;
    let is_divided = label::has(passage.between(end, mention.start), &["分为", "分成", "包括"]);
    Some((if is_divided { Opener::Partition } else { Opener::Ordinals }, whole))
}

/// The list that the first label of a complete set begins at `index`, and its whole.
fn of_complete_set(passage: &Passage<'_>, index: usize, known: &[List]) -> Option<(Opener, usize)> {
    let mention = passage.mentions.get(index)?;
    let whole = whole_of_set(passage, index)?;
    let stated = passage.mentions.get(whole)?;
    // 640 件中，简易程序 402 件；普通程序 238 件。上半年审结 80 件，…: the last part of the sentence before is not what a new one sorts.
    let is_part_of_before = || stated.sentence < mention.sentence && is_part_of_some(whole, known);
    if !is_of_those_named(mention, stated)
        || counts_something_else(mention, stated)
        || looks_at_others(mention, stated)
        || is_part_of_before()
    {
        return None;
    }
    // 公建民营 21 家、民办 39 家、公办 18 家: in the middle of a row no set begins.
    let is_in_row = mention.lead == Lead::Pause
        || !(comes_first(passage, whole)
            || sums_up_what_came(passage, whole)
            || sums_up_before(passage, whole, index)
            || is_judged(passage, whole)
            || all_periods::is_part_of(passage, index, whole));
    (!is_in_row).then_some((Opener::CompleteSet, whole))
}

/// The list that begins with the figure at `index` behind a colon or a stated total, where `whole` stands right before it.
fn behind_whole(passage: &Passage<'_>, index: usize, whole: usize) -> Option<(Opener, usize)> {
    let (mention, stated) = (passage.mentions.get(index)?, passage.mentions.get(whole)?);
    if mention.lead == Lead::Start && is_closed_sentence(passage, index, whole) {
        return Some((Opener::Rest, whole));
    }
    if stated.sentence != mention.sentence || stated.depth != mention.depth {
        return None;
    }
    match mention.lead {
        // 位居前三的工单：… are some of them.
        Lead::Colon if partition::names_the_first(passage, index) => Some((Opener::Including, whole)),
        // 放弃申辩 2416 件；减免类：不予处罚 1084 件、…: a segment of its own names what it lists.
        Lead::Colon if stated.segment != mention.segment => None,
        Lead::Colon => Some((Opener::Colon, whole)),
        Lead::Comma if stated.before.ends_with('共') || label::has(stated.before, cues::SUMS) => {
            Some((Opener::Stated, whole))
        }
        Lead::Comma if lists_kinds(passage, index, whole) => Some((Opener::Stated, whole)),
        Lead::Comma if closes_with_rest(passage, index, whole) => Some((Opener::Rest, whole)),
        _ => None,
    }
}

/// 结转 5 件。答复中，予以公开 61 件: whether `whole` bears the name that 中 ends right in front of `first`, where one does.
fn is_of_those_named(first: &Mention<'_>, whole: &Mention<'_>) -> bool {
    const SHORTEST: usize = 2;
    const LONGEST: usize = 4;
    let words = first.run_up.strip_suffix(first.before).and_then(|words| words.strip_suffix("中，"));
    let named = words.and_then(|words| words.rsplit(['，', '；', '。', '）']).next()).unwrap_or("");
    let is_name =
        (SHORTEST..=LONGEST).contains(&search::length(named)) && !named.starts_with(['其', '这', '在']);
    let name = label::first_characters(named, SHORTEST);
    !is_name || whole.before.contains(name) || whole.after.contains(name)
}

/// 办理提案 105 件。一季度受理企业诉求 45 件: whether the first of a row of parts of the year says what it counts, and `whole`, in an earlier
/// sentence, does not.
fn counts_something_else(first: &Mention<'_>, whole: &Mention<'_>) -> bool {
    const PERIODS: &[&str] = &["季度", "半年", "月份"];
    const SHORTEST: usize = 4;
    let told = PERIODS.iter().find_map(|period| search::split(first.before, period));
    let object = told.map_or("", |(_, object)| object);
    whole.sentence < first.sentence
        && search::length(object) >= SHORTEST
        && !share_two_characters(object, whole.before)
        && !share_two_characters(object, whole.after)
}

/// 查处案件 320 件。抽检样品，合格 95 件: whether the clause in front of the first of a row says that other things were looked at than those that `whole`
/// counts in an earlier sentence.
fn looks_at_others(first: &Mention<'_>, whole: &Mention<'_>) -> bool {
    const THING: std::ops::RangeInclusive<usize> = 2..=4;
    let clause =
        first.run_up.strip_suffix(first.before).and_then(|words| words.strip_suffix('，')).unwrap_or("");
    let thing = search::beginning(clause, INSPECTED).and_then(|verb| clause.strip_prefix(verb)).unwrap_or("");
    // 邀请第三方测评，满意 2160 人: those who were asked are told nowhere.
    let are_asked =
        label::begins(clause, &["邀请", "委托"]) && label::has(clause, &["测评", "评议", "调查", "评价"]);
    if are_asked {
        return whole.sentence < first.sentence
            && !label::has(whole.run_up, &["测评", "评议", "调查", "评价", "问卷"]);
    }
    whole.sentence < first.sentence
        && THING.contains(&search::length(thing))
        && !thing.ends_with(['中', '后', '看', '果', '明', '现'])
        && !share_two_characters(thing, whole.before)
        && !share_two_characters(thing, whole.after)
}

/// Whether 按类型分, 从案件类型看 or 办结的 481 件中 stands in front of the figure at `index`.
pub(super) fn is_sorted(passage: &Passage<'_>, index: usize) -> bool {
    const BY: &[&str] = &["按", "从", "就"];
    const LONGEST_NOUN: usize = 10;
    const ENDS: &[&str] = &["看", "来看", "分", "来分", "划分", "分类", "统计", "而言", "来说"];
    let Some(first) = passage.mentions.get(index) else { return false };
    if label::behind_its_whole(first).is_some() {
        return index.checked_sub(1).is_some_and(|whole| fits(passage, whole, index));
    }
    if !matches!(first.lead, Lead::Comma | Lead::Colon) {
        return false;
    }
    let clause = first.run_up.strip_suffix(first.before).and_then(|words| words.strip_suffix(['，', '：']));
    let clause = clause.and_then(|words| words.rsplit(['，', '；', '。', '）']).next()).unwrap_or("");
    let is_by = label::begins(clause, BY) && search::ending(clause, ENDS).is_some();
    // 分产业看, 分区域来看; 分看 alone is nothing.
    // 按承办类别，主办件 103 件: what it is sorted by may stand alone.
    let is_by = is_by
        || clause.starts_with('按') && search::ending(clause, &["类别", "类型", "性质", "结果"]).is_some();
    let is_apart = clause.starts_with('分') && search::ending(clause, &["看", "来看"]).is_some();
    if is_by || is_apart {
        return true;
    }
    // 受理的诉求中，直办 3753 件: what was counted is named again.
    if clause.ends_with('中')
        && (clause.contains('的') || clause.starts_with('在'))
        && !clause.starts_with('其')
    {
        return true;
    }
    let before = index.checked_sub(1).and_then(|before| passage.mentions.get(before));
    before.is_some_and(|whole| {
        // 完成的 4068 批次抽检中, 受理的 481 件案件中.
        let names_them = whole
            .after
            .strip_suffix('中')
            .is_some_and(|noun| search::length(noun) <= LONGEST_NOUN && !noun.ends_with('其'));
        names_them && whole.clause + 1 == first.clause && whole.sentence == first.sentence
    })
}
