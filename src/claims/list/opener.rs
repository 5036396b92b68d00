//! What opens a list: 其中, a bracket, a colon, 分为, a complete set of labels, a stated total.
//!
//! *Invariant:* only words and marks decide; a bracket that compares or converts opens nothing.

use super::among::{self, lies_within, tells_what_it_holds};
use super::bracketed::{self, begins_with_the_old, opens_a_bracket};
use super::number_of_kinds::{numbers_kinds, opener_behind, shared_among, whole_of_named_kinds};
use super::sets::{begins_complete_set, sorted_again};
use super::shared_out::{self, names_the_rest};
use super::stated::{closes_with_rest, comes_first, decided, is_closed_sentence, is_judged, lists_kinds};
use super::taken_up::{named_again, taken_up};
use super::whole::{
    fits, is_some_of_days, part_divided, whole_before, whole_of_set, whole_of_share, whole_to_sort,
};
use super::{List, Opener};
use crate::claims::cue_set::Cue;
use crate::claims::cues;
use crate::claims::growth;
use crate::claims::label;
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
    // 非建筑物（包括露天场所、绿化带）火灾 6 起: what a bracket explains is no partition.
    let words = mention.before.rsplit('）').next().unwrap_or(mention.before);
    let names_parts = mention.has(Cue::Partition)
        && label::has(words, cues::PARTITION)
        && !label::has(words, NO_PARTITION)
        && !takes_out_by_result(words);
    // 交付 4 个，包含在上述 7 个中: the whole stands behind; 其余两家分别为: of what is left of the whole.
    // 12 个镇街分为三个片区，分别为 5 个、4 个、3 个: how many kinds there are is none of them.
    if lies_within(words) || names_the_rest(passage, index) || numbers_kinds(passage, index) {
        return None;
    }
    // 讨论议题 127 个，一至四季度分别讨论 28 个、33 个 …: these are all of the year.
    let is_of_all_periods = || {
        mention.has(Cue::Respectively)
            && label::has(mention.before, ALL_PERIODS)
            && mention.lead == Lead::Comma
    };
    let partitions = (names_parts || is_spelled_out(passage, index) || is_of_all_periods())
        && (!mention.has(Cue::Earlier) || begins_with_the_old(passage, index))
        && !names_stages(mention)
        && !label::has(words, OTHER_YEARS);
    if let Some(found) = opener_behind(passage, index, known) {
        return Some(found);
    }
    if partitions || (mention.before.starts_with('由') && is_made_up(passage, index)) {
        let ahead = named_ahead(passage, index);
        let taken_up = || taken_up(passage, index).map(|(_, whole)| whole);
        let named = part_divided(passage, index).or_else(taken_up).or(ahead);
        let whole = named.or_else(|| whole_before(passage, index, true, known))?;
        // 甲、乙、丙分别为 47、55 和 61 件: what another segment says is not the whole of such figures.
        let is_of_names = is_unlabelled(passage, index)
            && passage.mentions.get(whole)?.segment != mention.segment
            && ahead != Some(whole);
        // 排名前四的分别是停车管理 1406 件: the first of many are some of them.
        if is_of_names {
            return None;
        }
        let opener = if names_the_first(passage, index) {
            Opener::Including
        } else if is_unlabelled(passage, index) {
            shared_out::opener_of(passage, index, whole)?
        } else {
            Opener::Partition
        };
        return Some((opener, whole));
    }
    // 案件 52 起，分为三类：一是河道类 31 起；二是 …
    if mention.before.starts_with("一是") && matches!(mention.lead, Lead::Colon | Lead::Start) {
        let whole = whole_before(passage, index, true, known)?;
        let end = passage.mentions.get(whole)?.quantity.span.end;
        let is_divided = label::has(passage.between(end, mention.start), &["分为", "分成", "包括"]);
        return Some((if is_divided { Opener::Partition } else { Opener::Ordinals }, whole));
    }
    if let Some(found) = shared_among(passage, index, known) {
        return Some(found);
    }
    if let Some(whole) = sorted_again(passage, index, known) {
        return Some((Opener::Sorted, whole));
    }
    if let Some(found) = taken_up(passage, index).or_else(|| named_again(passage, index)) {
        return Some(found);
    }
    if begins_complete_set(passage, index) {
        let whole = whole_of_set(passage, index)?;
        if !is_of_those_named(mention, passage.mentions.get(whole)?) {
            return None;
        }
        // 公建民营 21 家、民办 39 家、公办 18 家: in the middle of a row no set begins.
        let is_in_row =
            mention.lead == Lead::Pause || !(comes_first(passage, whole) || is_judged(passage, whole));
        return (!is_in_row).then_some((Opener::CompleteSet, whole));
    }
    if is_sorted(passage, index) {
        let whole = whole_of_share(passage, index).or_else(|| whole_to_sort(passage, index, known))?;
        return Some((Opener::Sorted, whole));
    }
    if let Some(whole) = decided(passage, index, known) {
        return Some((Opener::Rest, whole));
    }
    let whole = directly_before?;
    let stated = passage.mentions.get(whole)?;
    if mention.lead == Lead::Start && is_closed_sentence(passage, index, whole) {
        return Some((Opener::Rest, whole));
    }
    if stated.sentence != mention.sentence || stated.depth != mention.depth {
        return None;
    }
    match mention.lead {
        // 位居前三的工单：… are some of them.
        Lead::Colon if names_the_first(passage, index) => Some((Opener::Including, whole)),
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

/// 涉企事项 52 项。涉企事项由市场监管、应急两个部门实施，分别为 31 项、21 项: the only figure of the sentence before that counts what the
/// sentence of the one at `index` begins with, where a row without words begins there.
fn named_ahead(passage: &Passage<'_>, index: usize) -> Option<usize> {
    const SHORTEST: usize = 4;
    let first = passage.mentions.get(index).filter(|_| is_unlabelled(passage, index))?;
    let sentence = passage.between(first.sentence_start, first.quantity.span.start);
    let mut named = passage
        .back_from(index)
        .take_while(|(_, stated)| stated.sentence + 1 >= first.sentence)
        .filter(|(at, stated)| {
            let name = label::label(stated);
            stated.sentence < first.sentence
                && name.chars().count() >= SHORTEST
                && sentence.starts_with(name)
                && fits(passage, *at, index)
        });
    named.next().filter(|_| named.next().is_none()).map(|(at, _)| at)
}

/// 结转 5 件。答复中，予以公开 61 件: whether `whole` bears the name that 中 ends right in front of `first`, where one does.
fn is_of_those_named(first: &Mention<'_>, whole: &Mention<'_>) -> bool {
    const SHORTEST: usize = 2;
    const LONGEST: usize = 4;
    let words = first.run_up.strip_suffix(first.before).and_then(|words| words.strip_suffix("中，"));
    let named = words.and_then(|words| words.rsplit(['，', '；', '。', '）']).next()).unwrap_or("");
    let is_name =
        (SHORTEST..=LONGEST).contains(&named.chars().count()) && !named.starts_with(['其', '这', '在']);
    let name = label::first_characters(named, SHORTEST);
    !is_name || whole.before.contains(name) || whole.after.contains(name)
}

/// Words that hold those of a partition and are none: 得分为 92 分.
const NO_PARTITION: &[&str] =
    &["不包括", "得分为", "评分为", "总分为", "均分为", "积分为", "打分为", "记分为", "计分为", "部分为"];

/// Words that name all parts of the year at once.
const ALL_PERIODS: &[&str] =
    &["一至四季度", "一到四季度", "1至4季度", "四个季度", "各季度", "上下半年", "上、下半年", "两个半年"];

/// 信用等级为A级的 120 户、B级的 310 户: whether `words` say with 的 of which result those are that they count, so that there may be
/// others. Of those who may vote not all do.
fn takes_out_by_result(words: &str) -> bool {
    const VOTES: &[&str] = &["表决", "投票", "选举"];
    label::has(words, cues::RESULTS) && (words.ends_with('的') || label::has(words, VOTES))
}

/// Words of earlier years, whose figures are no parts of the one before them: 此前四年依次为 83 件、79 件.
const OTHER_YEARS: &[&str] = &[
    "此前",
    "近三年",
    "近四年",
    "近五年",
    "前三年",
    "前四年",
    "前五年",
    "两年来",
    "三年来",
    "四年来",
    "五年来",
    "近年来",
    "历年来",
];

/// 立案、结案分别为 54 起和 51 起: stages of the same cases, and no parts of anything.
fn names_stages(mention: &Mention<'_>) -> bool {
    let clause = mention.run_up.rsplit(['，', '；', '。']).next().unwrap_or("");
    mention.lead == Lead::Pause && label::has(clause, cues::STAGES)
}

/// Words before a colon behind which only some of the parts stand.
const SELECTED: &[&str] = &[
    "前三", "前五", "前十", "前3", "前5", "前10", "居前", "位居", "排名", "排在", "主要", "较多", "较大",
    "最多",
];

/// Whether the words that lead to the figure at `index` pick some of many: 位居前三的工单：…; 居前三位的是甲、乙、丙，分别为, where the rank is
/// a figure of its own.
fn names_the_first(passage: &Passage<'_>, index: usize) -> bool {
    let is_rank = |rank: &Mention<'_>, mention: &Mention<'_>| {
        rank.before.ends_with('前')
            && matches!(rank.quantity.word(), "位" | "名" | "个" | "类" | "项" | "家")
            && rank.segment == mention.segment
    };
    passage.mentions.get(index).is_some_and(|mention| {
        let rank = index.checked_sub(1).and_then(|before| passage.mentions.get(before));
        label::has(mention.run_up, SELECTED) || rank.is_some_and(|rank| is_rank(rank, mention))
    })
}

/// Whether 即 names the parts one by one, 即受理 3 件、办结 2 件; before a single figure it says the same again.
fn is_spelled_out(passage: &Passage<'_>, index: usize) -> bool {
    passage.mentions.get(index).zip(passage.mentions.get(index + 1)).is_some_and(|(first, second)| {
        first.before.starts_with('即')
            && !label::begins(first.before, &["即办", "即时", "即将"])
            && second.lead == Lead::Pause
            && second.clause == first.clause
    })
}

/// Whether the row that begins at `index` is one of figures without words of their own.
fn is_unlabelled(passage: &Passage<'_>, index: usize) -> bool {
    passage
        .mentions
        .get(index + 1)
        .is_some_and(|second| second.lead == Lead::Pause && second.before.is_empty())
}

/// Whether 按类型分, 从案件类型看 or 办结的 481 件中 stands in front of the figure at `index`.
pub(super) fn is_sorted(passage: &Passage<'_>, index: usize) -> bool {
    const BY: &[&str] = &["按", "从", "就"];
    const LONGEST_NOUN: usize = 5;
    const ENDS: &[&str] = &["看", "来看", "分", "来分", "划分", "分类", "统计"];
    let Some(first) = passage.mentions.get(index) else { return false };
    if !matches!(first.lead, Lead::Comma | Lead::Colon) {
        return false;
    }
    let clause = first.run_up.strip_suffix(first.before).and_then(|words| words.strip_suffix(['，', '：']));
    let clause = clause.and_then(|words| words.rsplit(['，', '；', '。', '）']).next()).unwrap_or("");
    let is_by = label::begins(clause, BY) && search::ending(clause, ENDS).is_some();
    // 分产业看, 分区域来看; 分看 alone is nothing.
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
            .is_some_and(|noun| noun.chars().count() <= LONGEST_NOUN && !noun.ends_with('其'));
        names_them && whole.clause + 1 == first.clause && whole.sentence == first.sentence
    })
}

/// Whether the list that 由 opens at `index` ends in 构成 or 组成, or in 三部分构成 with as many parts.
fn is_made_up(passage: &Passage<'_>, index: usize) -> bool {
    let Some(first) = passage.mentions.get(index) else { return false };
    let is_end = |words: &str| label::begins(words, &["构成", "组成"]);
    // 由甲 52 万元、乙 21 万元两部分构成: with the number of the parts in front.
    let of_so_many = |mention: &Mention<'_>, number: usize| {
        let mut signs = mention.after.chars();
        let told = signs.next().and_then(crate::numeral::digit).and_then(|digit| usize::try_from(digit).ok());
        let noun = signs.as_str().trim_start_matches('个');
        let ends = |word: &str| noun.strip_prefix(word).is_some_and(&is_end);
        told == Some(number) && ["部分", "方面", "块"].into_iter().any(ends)
    };
    let mut row = passage.ahead_from(index).take_while(|(_, mention)| mention.segment == first.segment);
    let mut number = 0;
    row.any(|(_, mention)| {
        number += usize::from(mention.quantity.class() == first.quantity.class());
        is_end(mention.after) || of_so_many(mention, number)
    })
}
