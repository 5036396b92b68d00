//! Words of partition: 分为, 包括, 分别为, 即, 由 … 构成.
//!
//! Takes the figure that such a word leads to; gives the list that it opens, and its whole.
//!
//! *Invariant:* only words decide; stages of the same cases and figures of other years are parts of nothing.

use super::bracketed::begins_with_the_old;
use super::number_of_kinds;
use super::opener::is_sorted;
use super::shared_out;
use super::taken_up::{bearer, taken_up};
use super::whole::{fits, part_divided, whole_before, whole_to_sort};
use super::{List, Opener, all_periods};
use crate::claims::cue_set::Cue;
use crate::claims::cues;
use crate::claims::label;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::search;

/// Words that hold those of a partition and are none: 得分为 92 分.
const NO_PARTITION: &[&str] = &[
    "不包括",
    "得分为",
    "评分为",
    "总分为",
    "均分为",
    "积分为",
    "打分为",
    "记分为",
    "计分为",
    "部分为",
    "拆分为",
    "细分为",
];

/// Words that name all parts of the year at once.
const ALL_PERIODS: &[&str] = &[
    "第一季度至第四季度",
    "第一至第四季度",
    "一季度至四季度",
    "一至四季度",
    "一到四季度",
    "1至4季度",
    "四个季度",
    "各季度",
    "上下半年",
    "上、下半年",
    "两个半年",
];

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

/// Words before a colon behind which only some of the parts stand.
const SELECTED: &[&str] = &[
    "前三",
    "前五",
    "前十",
    "前3",
    "前5",
    "前10",
    "居前",
    "位居",
    "排名",
    "排在",
    "主要",
    "较多",
    "较大",
    "最多",
    "集中在",
    "集中于",
    "高发",
    "多发",
    "突出",
    "前列",
    "靠前",
];

/// The words before `mention`, and of those with a bracket what stands behind it: 非建筑物（包括露天场所、绿化带）火灾 6 起, where
/// what the bracket explains is no partition.
pub fn words_behind_bracket<'a>(mention: &Mention<'a>) -> &'a str {
    mention.before.rsplit('）').next().unwrap_or(mention.before)
}

/// Whether the figure at `index` is the first of those into which a word of partition divides a whole.
pub fn divides(passage: &Passage<'_>, index: usize) -> bool {
    let Some(mention) = passage.mentions.get(index) else { return false };
    if all_periods::whole_of(passage, index).is_some() {
        return true;
    }
    let words = words_behind_bracket(mention);
    let names_parts = || {
        mention.has(Cue::Partition)
            && label::has(words, cues::PARTITION)
            && !label::has(words, NO_PARTITION)
            && !takes_out_by_result(words)
    };
    // 讨论议题 127 个，一至四季度分别讨论 28 个、33 个 …: these are all of the year.
    let is_of_all_periods =
        || mention.has(Cue::Respectively) && names_all_periods(mention.before) && mention.lead == Lead::Comma;
    let partitions = (names_parts() || is_spelled_out(passage, index) || is_of_all_periods())
        && (!mention.has(Cue::Earlier) || begins_with_the_old(passage, index))
        && !names_stages(mention)
        && !number_of_kinds::adds(mention)
        && !label::has(words, OTHER_YEARS)
        && !are_of_earlier_batches(passage, index);
    partitions || (mention.before.starts_with('由') && is_made_up(passage, index))
}

/// 第三批 14 项，前两批分别为 22 项和 17 项: whether the figure at `index` begins a row of batches before the one that was told.
fn are_of_earlier_batches(passage: &Passage<'_>, index: usize) -> bool {
    let before = index.checked_sub(1).and_then(|at| passage.mentions.get(at));
    before.is_some_and(|number| {
        number.before.ends_with('前') && matches!(number.quantity.word(), "批" | "轮" | "期" | "次" | "批次")
    })
}

/// Whether `words` begin with all parts of the year, with nobody's name in front: 市本级一至四季度分别办结 is of one body alone.
fn names_all_periods(words: &str) -> bool {
    ALL_PERIODS.iter().find_map(|all| search::split(words, all)).is_some_and(|(owner, _)| {
        owner.is_empty() || owner.starts_with(['全', '其']) || cues::THIS_YEAR.contains(&owner)
    })
}

/// The list that a word of partition opens with the figure at `index`, and its whole.
pub fn opener_at(passage: &Passage<'_>, index: usize, known: &[List]) -> Option<(Opener, usize)> {
    let mention = passage.mentions.get(index)?;
    if let Some(whole) = all_periods::whole_of(passage, index) {
        return Some((Opener::Partition, whole));
    }
    let ahead = named_ahead(passage, index);
    let taken_up = || taken_up(passage, index).map(|(_, whole)| whole);
    let named = part_divided(passage, index).or_else(|| named_by_verb(passage, index)).or_else(taken_up);
    // 从领域看，分为食品类 120 件、…: what a sentence sorts is told in the one before.
    let sorted = || is_sorted(passage, index).then(|| whole_to_sort(passage, index, known)).flatten();
    let whole = named.or(ahead).or_else(|| whole_before(passage, index, true, known)).or_else(sorted)?;
    // 甲、乙、丙分别为 47、55 和 61 件: what another segment says is not the whole of such figures.
    let is_of_names = is_unlabelled(passage, index)
        && passage.mentions.get(whole)?.segment != mention.segment
        && ahead != Some(whole);
    if is_of_names {
        return None;
    }
    // 排名前四的分别是停车管理 1406 件: the first of many are some of them.
    let opener = if names_the_first(passage, index) {
        Opener::Including
    } else if is_unlabelled(passage, index) {
        shared_out::opener_of(passage, index, whole)?
    } else {
        Opener::Partition
    };
    Some((opener, whole))
}

/// 立案查处 296 件。从领域看，立案案件分为食品类 120 件、…: the only figure of the sentence or the one before of which the words in front of 分为
/// name again what was done.
fn named_by_verb(passage: &Passage<'_>, index: usize) -> Option<usize> {
    const DIVIDED: &[&str] = &["分为", "包括", "划分为", "分别为", "主要为"];
    let first = passage.mentions.get(index).filter(|first| first.lead != Lead::Pause)?;
    let (at, _) = search::each_of(first.before, DIVIDED).next()?;
    let name = first.before.get(..at)?.trim_end_matches(['又', '共', '可']);
    bearer(passage, index, name)
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
                && search::length(name) >= SHORTEST
                && sentence.starts_with(name)
                && fits(passage, *at, index)
        });
    named.next().filter(|_| named.next().is_none()).map(|(at, _)| at)
}

/// 信用等级为A级的 120 户、B级的 310 户: whether `words` say with 的 of which result those are that they count, so that there may be
/// others. Of those who may vote not all do.
fn takes_out_by_result(words: &str) -> bool {
    const VOTES: &[&str] = &["表决", "投票", "选举"];
    label::has(words, cues::RESULTS) && (words.ends_with('的') || label::has(words, VOTES))
}

/// 立案、结案分别为 54 起和 51 起: stages of the same cases, and no parts of anything.
fn names_stages(mention: &Mention<'_>) -> bool {
    let clause = mention.run_up.rsplit(['，', '；', '。']).next().unwrap_or("");
    mention.lead == Lead::Pause && label::has(clause, cues::STAGES)
}

/// Whether the words that lead to the figure at `index` pick some of many: 位居前三的工单：…; 居前三位的是甲、乙、丙，分别为, where the rank is
/// a figure of its own.
pub fn names_the_first(passage: &Passage<'_>, index: usize) -> bool {
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
