//! What opens a list: 其中, a bracket, a colon, 分为, a complete set of labels, a stated total.
//!
//! *Invariant:* only words and marks decide; a bracket that compares or converts opens nothing.

use super::parts::are_new_and_old;
use super::shared_out::{self, names_the_rest};
use super::stated::{closes_with_rest, comes_first, is_closed_sentence, is_judged, lists_kinds};
use super::taken_up::taken_up;
use super::whole::{fits, whole_before, whole_of_row, whole_of_set, whole_of_share, whole_to_sort};
use super::years::whole_of_year;
use super::{List, Opener};
use crate::claims::cue_set::Cue;
use crate::claims::cues;
use crate::claims::flow::movement::movement;
use crate::claims::growth;
use crate::claims::kinds;
use crate::claims::label::{self, label};
use crate::claims::parallel;
use crate::claims::period;
use crate::claims::respective;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::search::{self, Words};

/// Whether and how a list begins with the figure at `index`, and the whole it belongs to.
pub fn opener_at(passage: &Passage<'_>, index: usize, known: &[List]) -> Option<(Opener, usize)> {
    let mention = passage.mentions.get(index)?;
    // 应诉分别为 73 件、81 件，败诉依次为 9 件、8 件: the same things again, in the same order.
    if !mention.quantity.is_amount() || respective::begins_beside(passage, index) {
        return None;
    }
    let directly_before = index.checked_sub(1).filter(|&before| fits(passage, before, index));
    if opens_among(mention) {
        if counts_visits(passage, index) {
            return None;
        }
        if opens_a_bracket(passage, index) {
            // 查处案件 129 起（其中查处车辆 47 辆）: a bracket is about what it follows.
            return Some((Opener::Among, whole_of_row(directly_before?, known)));
        }
        let nearest = whole_before(passage, index, mention.run_up.starts_with("其中"), &[])?;
        if let Some(of_year) = whole_of_year(passage, index, nearest) {
            return Some((Opener::Among, of_year));
        }
        return Some((Opener::Among, whole_of_row(nearest, known)));
    }
    if mention.lead == Lead::Open {
        // 比年初少了 5 家（年初 20 家）: the bracket tells what there was before.
        // 完成 365 个（共 1460 个）: the bracket tells of how many it is.
        // 建议不予签订 4 份（未计入 71 份）: of which it is said to be, or not to be, a part.
        if label::begins(mention.before, &["年初", "期初", "共", "总共", "总数", "合计"])
            || (label::is_counted_among(mention.before) && is_alone_in_bracket(passage, index))
        {
            return None;
        }
        let whole = directly_before.filter(|&whole| bracket_follows(passage, whole, index))?;
        // 由 19 家变为 21 家（新评 4 家、摘牌 2 家）: what moved is no part of where it led.
        let is_arrival = whole.checked_sub(1).is_some_and(|old| growth::is_left_behind(passage, old));
        if is_arrival && movement(&Mention { depth: 0, ..*mention }).is_some() {
            return None;
        }
        let opener = if mention.begins(Cue::Including) { Opener::Including } else { Opener::Bracket };
        return Some((opener, whole));
    }
    // 非建筑物（包括露天场所、绿化带）火灾 6 起: what a bracket explains is no partition.
    let words = mention.before.rsplit('）').next().unwrap_or(mention.before);
    let names_parts =
        mention.has(Cue::Partition) && label::has(words, cues::PARTITION) && !words.contains("不包括");
    // 交付 4 个，包含在上述 7 个中: the whole stands behind; 其余两家分别为: of what is left of the whole.
    if lies_within(words) || names_the_rest(passage, index) {
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
        && !names_stages(mention);
    if partitions || (mention.before.starts_with('由') && is_made_up(passage, index)) {
        let whole = whole_before(passage, index, true, known)?;
        // 甲、乙、丙分别为 47、55 和 61 件: what another segment says is not the whole of such figures.
        let is_of_names =
            is_unlabelled(passage, index) && passage.mentions.get(whole)?.segment != mention.segment;
        // 排名前四的分别是停车管理 1406 件: the first of many are some of them.
        if is_of_names {
            return None;
        }
        let opener = if label::has(mention.run_up, SELECTED) {
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
    if let Some(whole) = sorted_again(passage, index, known).or_else(|| taken_up(passage, index)) {
        return Some((Opener::Sorted, whole));
    }
    if begins_complete_set(passage, index) {
        let whole = whole_of_set(passage, index)?;
        // 公建民营 21 家、民办 39 家、公办 18 家: in the middle of a row no set begins.
        let is_in_row =
            mention.lead == Lead::Pause || !(comes_first(passage, whole) || is_judged(passage, whole));
        return (!is_in_row).then_some((Opener::CompleteSet, whole));
    }
    if is_sorted(passage, index) {
        let whole = whole_of_share(passage, index).or_else(|| whole_to_sort(passage, index, known))?;
        return Some((Opener::Sorted, whole));
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
        Lead::Colon if label::has(mention.run_up, SELECTED) => Some((Opener::Including, whole)),
        Lead::Colon => Some((Opener::Colon, whole)),
        Lead::Comma
            if stated.before.ends_with('共') || label::has(stated.before, &["共计", "合计", "总计"]) =>
        {
            Some((Opener::Stated, whole))
        }
        Lead::Comma if lists_kinds(passage, index, whole) => Some((Opener::Stated, whole)),
        Lead::Comma if closes_with_rest(passage, index, whole) => Some((Opener::Rest, whole)),
        _ => None,
    }
}

/// Words that name all parts of the year at once.
const ALL_PERIODS: &[&str] =
    &["一至四季度", "一到四季度", "1至4季度", "四个季度", "各季度", "上下半年", "上、下半年", "两个半年"];

/// Whether `words` say that what stands before them is some of the figure behind them: 包含在上述化解的 7 个项目中.
pub fn lies_within(words: &str) -> bool {
    label::has(words, &["包含在", "包括在", "含在", "涵盖在", "计入在"])
}

/// 立案、结案分别为 54 起和 51 起: stages of the same cases, and no parts of anything.
fn names_stages(mention: &Mention<'_>) -> bool {
    let clause = mention.run_up.rsplit(['，', '；', '。']).next().unwrap_or("");
    mention.lead == Lead::Pause && label::has(clause, cues::STAGES)
}

/// Words before a colon behind which only some of the parts stand.
const SELECTED: &[&str] =
    &["前三", "前五", "前十", "前3", "前5", "前10", "居前", "位居", "排名", "主要", "较多", "较大", "最多"];

/// Whether the figure at `index` is the first of its bracket.
fn opens_a_bracket(passage: &Passage<'_>, index: usize) -> bool {
    let before = index.checked_sub(1).and_then(|before| passage.mentions.get(before));
    passage.mentions.get(index).is_some_and(|mention| {
        mention.bracket != 0 && before.is_some_and(|before| before.bracket < mention.bracket)
    })
}

/// Whether no other figure stands in the bracket of the one at `index`.
fn is_alone_in_bracket(passage: &Passage<'_>, index: usize) -> bool {
    let bracket = |at: usize| passage.mentions.get(at).map(|mention| mention.bracket);
    bracket(index) != bracket(index + 1)
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

/// Whether 其中 stands in front of the figure, in its own clause or with a mark behind it: 其中：许可 16 件;
/// 其中，市、区属学校 12 所.
fn opens_among(mention: &Mention<'_>) -> bool {
    mention.runs_up_with(Cue::Among)
        && cues::AMONG.iter().any(|cue| {
            mention.run_up.rsplit_once(cue).is_some_and(|(_, behind)| {
                let words = behind.strip_prefix(['，', '：']).unwrap_or(behind);
                !words.contains(['，', '；', '：', '。'])
            })
        })
}

/// A bracket such as （上年4005件） compares; it names no part.
pub fn is_comparison(passage: &Passage<'_>, index: usize) -> bool {
    // （全市共 320 起）: the figure is of more than the one before the bracket.
    const REMARKS: &[&str] = &[
        "年初",
        "期初",
        "年末",
        "原",
        "年为",
        "折合",
        "约",
        "每",
        "全国",
        "全省",
        "全市",
        "全县",
        "全区",
        "另",
        "不含",
        "不包括",
        "未计入",
        "不计入",
        "未列入",
        "不列入",
        "未纳入",
        "未包含",
        "不包含",
        "近三年",
        "近五年",
        "近两年",
        "三年来",
        "五年来",
        "历年",
        "累计",
        "以来",
    ];
    passage
        .mentions
        .get(index)
        .is_some_and(|mention| mention.has(Cue::Comparison) || label::has(mention.before, REMARKS))
        && !begins_with_the_old(passage, index)
}

/// （上年结转 53 件、新收 911 件）: what was carried over and what came in are all of it.
fn begins_with_the_old(passage: &Passage<'_>, index: usize) -> bool {
    let pair = passage.mentions.get(index).zip(passage.mentions.get(index + 1));
    pair.is_some_and(|(old, new)| are_new_and_old(old, new))
}

/// A bracket such as （42.85万元） says the amount once more in another unit.
pub fn converts(passage: &Passage<'_>, whole: usize, index: usize) -> bool {
    let (Some(whole), Some(again)) = (passage.mentions.get(whole), passage.mentions.get(index)) else {
        return false;
    };
    matches!(again.before, "" | "即" | "合" | "折合") && whole.quantity.factor != again.quantity.factor
}

/// Whether 按类型分, 从案件类型看 or 办结的 481 件中 stands in front of the figure at `index`.
fn is_sorted(passage: &Passage<'_>, index: usize) -> bool {
    const BY: &[&str] = &["按", "从", "就"];
    const ENDS: &[&str] = &["看", "来看", "分", "来分", "划分", "分类", "统计"];
    let Some(first) = passage.mentions.get(index) else { return false };
    if !matches!(first.lead, Lead::Comma | Lead::Colon) {
        return false;
    }
    let clause = first.run_up.strip_suffix(first.before).and_then(|words| words.strip_suffix(['，', '：']));
    let clause = clause.and_then(|words| words.rsplit(['，', '；', '。', '）']).next()).unwrap_or("");
    if label::begins(clause, BY) && search::ending(clause, ENDS).is_some() {
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
        let names_them = matches!(whole.after, "中" | "案件中" | "事项中" | "问题中" | "申请中" | "文件中");
        names_them && whole.clause + 1 == first.clause && whole.sentence == first.sentence
    })
}

/// 查处 316 人次，其中新发现 42 人: visits were counted before, persons are now; a person comes more than
/// once, and the persons of an earlier clause are others.
fn counts_visits(passage: &Passage<'_>, index: usize) -> bool {
    let word = |at: usize| {
        let mention = passage.mentions.get(at)?;
        mention.quantity.measure.map(|measure| measure.word)
    };
    let before = index.checked_sub(1).and_then(word);
    let adjoins = index.checked_sub(1).and_then(|at| passage.mentions.get(at)).is_some_and(|before| {
        passage.mentions.get(index).is_some_and(|part| part.clause == before.clause + 1)
    });
    adjoins
        && before.zip(word(index)).is_some_and(|(before, part)| {
            before
                .strip_suffix('次')
                .is_some_and(|thing| thing == part || (thing == "人" && matches!(part, "名" | "位")))
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

/// Whether the bracket in which `part` stands opens right behind the words of `whole`.
fn bracket_follows(passage: &Passage<'_>, whole: usize, part: usize) -> bool {
    let (Some(whole), Some(part)) = (passage.mentions.get(whole), passage.mentions.get(part)) else {
        return false;
    };
    let words = passage.between(whole.quantity.span.end, part.start);
    whole.sentence == part.sentence
        && words.strip_suffix('（') == Some(whole.after)
        && whole.after.chars().count() <= 12
}

/// Words in front of a colon behind which results stand.
const RESULTS: &[&str] = &["评查结果", "考核结果", "评议结果", "评定结果", "评价结果", "结果", "结果如下"];

fn begins_complete_set(passage: &Passage<'_>, index: usize) -> bool {
    let (Some(first), Some(second)) = (passage.mentions.get(index), passage.mentions.get(index + 1)) else {
        return false;
    };
    let before = index.checked_sub(1).and_then(|before| passage.mentions.get(before));
    // 一季度接访 210 批，二季度 198 批: the first of the row may tell what is counted.
    let goes_on_with = |before: &Mention<'_>| {
        before.clause + 1 >= first.clause
            && (period::follow_each_other(before.before, first.before)
                || kinds::are_of_one_set(&[core(before), core(first)])
                || kinds::begin_with_one_set(core(before), core(first))
                // 代表、委员满意 327 件，基本满意 3 件: who is of that mind may stand before it.
                || kinds::goes_on_with(core(before), core(first)))
    };
    // 评查结果为：优秀 21 卷；良好 48 卷: behind a colon that says so, every result may have a segment of its own.
    let are_results = || {
        first.lead == Lead::Colon
            && second.lead == Lead::Semicolon
            && first
                .run_up
                .strip_suffix(first.before)
                .and_then(|words| words.strip_suffix('：'))
                .is_some_and(|words| search::ending(words.trim_end_matches(['为', '是']), RESULTS).is_some())
    };
    (matches!(second.lead, Lead::Pause | Lead::Comma) || are_results())
        && first.sentence == second.sentence
        && first.quantity.class() == second.quantity.class()
        && (kinds::are_of_one_set(&[core(first), core(second)])
            || period::follow_each_other(first.before, second.before))
        && !before.is_some_and(goes_on_with)
}

/// 信访件 31 件，其中重点件 4 件，按时办结 29 件、阶段办结 2 件，属实 24 件、不属实 7 件: the whole of a pair that is sorted once more behind
/// the parts of another list.
fn sorted_again(passage: &Passage<'_>, index: usize, known: &[List]) -> Option<usize> {
    let list = known.last()?;
    part_right_before(passage, index, list)?;
    let head = list.parts.first().and_then(|&head| passage.mentions.get(head))?;
    let is_behind =
        matches!(list.opener, Opener::Among | Opener::Sorted) && begins_pair_apart(passage, index, head);
    is_behind.then_some(list.whole)
}

/// The last part of `list`, where the figure at `index` stands in the clause right behind it.
pub fn part_right_before(passage: &Passage<'_>, index: usize, list: &List) -> Option<usize> {
    let part = *list.parts.last().filter(|&&part| part < index)?;
    let (last, first) = (passage.mentions.get(part)?, passage.mentions.get(index)?);
    (first.clause == last.clause + 1 && first.segment == last.segment).then_some(part)
}

/// Whether the figure at `index` begins a clause of two that belong together and not to the row that `head` begins: 按时办结 29
/// 件、阶段办结 2 件 behind 重点件 4 件.
pub fn begins_pair_apart(passage: &Passage<'_>, index: usize, head: &Mention<'_>) -> bool {
    let (Some(first), Some(second)) = (passage.mentions.get(index), passage.mentions.get(index + 1)) else {
        return false;
    };
    let pair = [core(first), core(second)];
    let all = [core(head), core(first), core(second)];
    let are_alike = |labels: &[&str]| {
        kinds::are_of_one_set(labels) || parallel::are_parallel(labels) || parallel::end_alike_in_two(labels)
    };
    let is_apart = || {
        let is_complete = kinds::are_complete(&pair) && !kinds::are_of_one_set(&all);
        is_complete || ((are_alike(&pair) || parallel::leave_nothing(&pair)) && !are_alike(&all))
    };
    first.lead == Lead::Comma
        && second.lead == Lead::Pause
        && second.clause == first.clause
        && first.quantity.class() == second.quantity.class()
        && !second.before.is_empty()
        && is_apart()
}

/// The label without the verb before a result and the marks round it: 评出优秀 is 优秀, 评定为“好” is 好.
pub fn core<'a>(mention: &Mention<'a>) -> &'a str {
    const VERBS: &[&str] = &[
        "评出",
        "评定",
        "评为",
        "获评",
        "定为",
        "确定",
        "结果",
        "作出",
        "其中",
        "当年",
        "本次",
        "经核查",
        "经调查",
        "经查",
    ];
    const VERB_WORDS: Words = Words::of(VERBS);
    let words = label(mention);
    let result = if VERB_WORDS.stand_in(words) {
        VERBS.iter().find_map(|verb| words.split_once(verb)).map_or(words, |(_, rest)| rest)
    } else {
        words
    };
    result.trim_start_matches(['为', '“'])
}
