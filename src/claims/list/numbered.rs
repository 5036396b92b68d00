//! Sums that say of how many parts they are: 酒驾 41 起；超员 23 起；超速 118 起。以上三项合计 182 起.
//!
//! *Invariant:* the number decides how far the row goes back, over marks of any kind; never whether the sum fits.

use super::in_turns::{TURN, are_bare_turns, are_turns};
use super::sum_words::{number_of, reached};
use super::told_of_all;
use super::whole::fits;
use super::{List, varies};
use crate::claims::cue_set::Cue;
use crate::claims::cues;
use crate::claims::doings;
use crate::claims::growth;
use crate::claims::label;
use crate::claims::respective;
use crate::claims::statement::{Lead, Mention, Passage, REACH};
use crate::search::{self, Words};

/// 许可 2140 条，处罚 88 条，强制 35 条，三项共计 2263 条: of how many parts the figure at `index` is the sum, where a measure
/// word of its own makes a figure of that number.
pub fn number_of_parts(passage: &Passage<'_>, index: usize) -> Option<usize> {
    const LONGEST_NOUN: usize = 6;
    const LONGEST_VERB: usize = 10;
    let (total, number) = (passage.mentions.get(index)?, passage.mentions.get(index.checked_sub(1)?)?);
    // 3 期共轮训 594 人: of how many turns it is may be told in digits.
    let are_turns_in_digits = matches!(number.quantity.word(), TURN | "批" | "轮");
    let is_number = matches!(number.lead, Lead::Comma | Lead::Semicolon | Lead::Start | Lead::Colon)
        && (number.quantity.is_chinese || are_turns_in_digits || is_as_long_as_its_row(passage, index - 1))
        && (matches!(number.before, "" | "以上" | "上述" | "前述" | "前") || number.before.ends_with('这'));
    let value = number.quantity.value.to_whole().filter(|_| is_number)?;
    // 三种方式合计办件 1613 件: 合计 may have its verb behind it.
    let named = || {
        let words = total.before;
        let named = cues::SUMS_SO_FAR.iter().chain(cues::TOTALS).find_map(|cue| search::split(words, cue));
        named
            .or_else(|| Some((words.strip_suffix(['共', '计'])?, "")))
            .or_else(|| Some((taken_up(passage, index - 1, words)?, "")))
            .or_else(|| Some((borne_by_each(passage, (index, index - 1), value)?, "")))
            .or_else(|| {
                Some((reached(words).or_else(|| told_of_all::tells_of_all(total).then_some(words))?, ""))
            })
            .filter(|_| total.lead == Lead::Nothing)
    };
    let (noun, verb) = added_up(total.run_up).or_else(named)?;
    let are_short = search::length(noun) <= LONGEST_NOUN && search::length(verb) <= LONGEST_VERB;
    usize::try_from(value).ok().filter(|parts| are_short && (2..=20).contains(parts))
}

/// 甲所 28 件、乙所 31 件、丙所 17 件，3 个所合计 76 件: whether the row right before the number at `number` has as many figures as it says, so that it
/// is of them, digits or not.
fn is_as_long_as_its_row(passage: &Passage<'_>, number: usize) -> bool {
    const SHORTEST: usize = 3;
    let Some(stated) = passage.mentions.get(number) else { return false };
    let value = stated.quantity.value.to_whole().and_then(|value| usize::try_from(value).ok());
    let mut row =
        passage.back_from(number).map(|(_, part)| part).take_while(|part| part.segment == stated.segment);
    let Some(last) = row.next().filter(|last| last.clause + 1 == stated.clause) else { return false };
    let is_alike = |part: &&Mention<'_>| {
        part.quantity.class() == last.quantity.class()
            && part.bracket == last.bracket
            && matches!(part.lead, Lead::Start | Lead::Comma | Lead::Pause | Lead::Colon)
    };
    let length = 1 + row.take_while(is_alike).count();
    length >= SHORTEST && value == Some(length)
}

/// 三轮依次出动 38 艘次、45 艘次、41 艘次，三轮共出动 124 艘次: the noun in front of 共, where the row right before the number at `number`
/// is shared out in order and has the verb behind 共 as well.
fn taken_up<'a>(passage: &Passage<'_>, number: usize, words: &'a str) -> Option<&'a str> {
    let (noun, verb) = words.split_once('共').filter(|(noun, _)| !noun.ends_with('公'))?;
    if search::length(verb) < 2 {
        return None;
    }
    let row = respective::row_ending_before(passage, number);
    let head = row.and_then(|row| passage.mentions.get(row.start));
    // 分别查处 42 起、37 起，两次整治共查处违法行为 79 起: the sum may say of what as well.
    // 分别调解 62 件、48 件，共调解成功 105 件: what was reached with them is less.
    const REACHED: &[&str] = &["成功", "到位", "合格", "完成", "完毕", "结案", "属实", "达标"];
    let deed = doings::doing_in_front(verb)
        .filter(|deed| !verb.strip_prefix(deed).is_some_and(|object| label::begins(object, REACHED)))
        .unwrap_or(verb);
    let is_in_order = head.is_some_and(|head| head.before.contains(deed));
    (is_in_order || are_turns(passage, number, verb)).then_some(noun)
}

/// 甲中队查处 216 起，乙中队查处 173 起，丙点查处 58 起，三处共查处 447 起: the noun in front of 共, where as many figures as the number
/// says, and no more of the sentence, have the verb behind it, or none. The sum stands
/// at `index`, the figures in front of the one at `before`, and `number` says how many they are.
fn borne_by_each<'a>(
    passage: &Passage<'a>,
    (index, before): (usize, usize),
    number: i128,
) -> Option<&'a str> {
    const VERB: usize = 2;
    let total = passage.mentions.get(index)?;
    let together = ["一共", "总共", "共"].iter().find_map(|cue| search::split(total.before, cue));
    let (noun, verb) =
        together.filter(|(noun, verb)| !noun.ends_with('公') && search::length(verb) >= VERB)?;
    let is_alike = |part: &&Mention<'_>| part.quantity.class() == total.quantity.class();
    let parts = passage.back_from(before).map(|(_, part)| part);
    let row: Vec<_> = parts.take_while(|part| part.sentence == total.sentence).filter(is_alike).collect();
    // 派出所调解治安纠纷 1260 起，司法所调解 890 起，三类组织共调解: what one did it to may be told behind the verb.
    let bears = |part: &&Mention<'_>| {
        let split = part.before.rsplit_once(verb);
        split.is_some_and(|(body, object)| !body.is_empty() && search::length(object) <= LONGEST_OBJECT)
    };
    // 市级 12 件、区县 38 件、乡镇 46 件，三级共办理 96 件: the verb behind 共 is that of all, where the parts have none.
    let are_joined = || {
        let first = row.last().map(|first| first.clause);
        let (paused, others) = row.split_at(row.len().saturating_sub(1));
        first.is_some_and(|clause| row.iter().all(|part| part.clause == clause))
            && paused.iter().all(|part| part.lead == Lead::Pause)
            && others.iter().all(|part| part.lead != Lead::Pause)
            && row.iter().all(|part| !part.before.is_empty())
    };
    // 拆除违建 31 处、清理围网 47 处、取缔砂场 8 处，三类问题共销号 86 处: what was done away with in each way of its own.
    let may_differ = search::ending(noun, THINGS).is_some() && SETTLED.contains(&verb);
    let are_bare =
        || are_joined() && (may_differ || !row.iter().any(|part| doings::names_a_doing(part.before)));
    let is_row = i128::try_from(row.len()) == Ok(number) && (row.iter().all(bears) || are_bare());
    is_row.then_some(noun)
}

/// The most characters of what is told behind a verb that several have.
const LONGEST_OBJECT: usize = 6;

/// What is found and settled, whatever is done about it.
const THINGS: &[&str] = &["问题", "隐患", "行为", "违法行为", "乱象", "情形"];

/// Verbs of settling it.
const SETTLED: &[&str] = &["销号", "整治", "整改", "处置", "处理", "清理", "解决", "查处", "清除", "消除"];

/// Words of a sum of all so far: one look spares looking for each.
const SUMS_SO_FAR: Words = Words::of(cues::SUMS_SO_FAR);

/// 市级 12 件、区县 38 件、乡镇 46 件，三级共办理 96 件: of how many parts the figure at `index` is the sum, where the number is no figure of
/// its own.
pub fn number_in_words(passage: &Passage<'_>, index: usize) -> Option<usize> {
    let total = passage.mentions.get(index).filter(|total| total.lead == Lead::Comma)?;
    let has_sum = SUMS_SO_FAR.stand_in(total.before);
    let sum = cues::SUMS_SO_FAR.iter().filter(|_| has_sum).find_map(|cue| search::split(total.before, cue));
    let (noun, _) = sum.or_else(|| total.before.split_once('共'))?;
    let number = number_of(noun).filter(|number| *number >= 2)?;
    let are_turns = noun.ends_with(TURN) && are_bare_turns(passage, index, number);
    let borne = || borne_by_each(passage, (index, index), i128::try_from(number).ok()?).map(|_| number);
    if are_turns { Some(number) } else { borne() }
}

/// 三个方向加在一起，计 207 人次: the noun in front of the verb with which parts are added up, and nothing behind it but
/// that their sum follows.
fn added_up(words: &str) -> Option<(&str, &str)> {
    let (noun, behind) = cues::ADDED_UP.iter().find_map(|cue| search::split(words, cue))?;
    let rest = behind.trim_start_matches(['，', '之', '和']);
    matches!(
        rest,
        "" | "计" | "为" | "是" | "得" | "共" | "即" | "达" | "有" | "共计" | "合计" | "总计" | "共有"
    )
    .then_some((noun, ""))
}

/// The rows of parts that a sum may be of.
pub struct Rows {
    /// The likeliest first: figures that are no parts of others, the first of every segment, all.
    pub rows: Vec<Vec<usize>>,
    /// Whether the first begins in the middle of other figures, so that it may be of others.
    pub is_cut: bool,
}

/// The rows of `number` parts that the words before the figure at `before` may mean for the sum at `index`, of which
/// `adjoining` stand right before it.
pub fn rows(
    passage: &Passage<'_>,
    index: usize,
    before: usize,
    (number, adjoining): (usize, Vec<usize>),
    known: &[List],
) -> Rows {
    let candidates = candidates(passage, index, before);
    // 受理 3128 件，办结 3096 件；受理 1286 件，办结 1270 件；两项合计受理 4414 件: the sum says which of them.
    let verb = passage.mentions.get(index).map_or("", verb_of);
    let has_verb = |at: &usize| passage.mentions.get(*at).is_some_and(|part| part.before.contains(verb));
    let same: Vec<usize> = candidates.iter().copied().filter(has_verb).collect();
    let is_by_verb = !verb.is_empty() && same.len() >= number;
    let candidates = if is_by_verb { same } else { candidates };
    if let Some(named) = of_bodies(passage, index, &candidates, number) {
        return named;
    }
    let segment = |at: usize| passage.mentions.get(at).map(|mention| mention.segment);
    // From the last to the first: a figure is the head of its segment where the next one stands in another.
    let heads = candidates.iter().enumerate().filter(|&(place, &at)| {
        candidates.get(place + 1).is_none_or(|&earlier| segment(earlier) != segment(at))
    });
    let heads: Vec<usize> = heads.map(|(_, &at)| at).collect();
    let mut outer: Vec<usize> = candidates.clone();
    for list in known.iter().rev().take(REACH).filter(|list| candidates.contains(&list.whole)) {
        outer.retain(|at| list.parts.binary_search(at).is_err());
    }
    let all = if is_by_verb || adjoining.len() != number {
        vec![outer, heads, candidates.clone()]
    } else {
        vec![adjoining.into_iter().rev().collect()]
    };
    let mut rows: Vec<Vec<usize>> = Vec::new();
    for mut row in all {
        row.truncate(number);
        row.reverse();
        if row.len() == number && !rows.contains(&row) {
            rows.push(row);
        }
    }
    let first = rows.first().and_then(|row| row.first()).copied();
    let is_cut = !is_by_verb && first.is_some_and(|first| begins_in_a_row(passage, first, &candidates));
    Rows { rows, is_cut }
}

/// 五类案件共 14 件，其中按日计罚为零: of how many things the sentence of the sum at `index` says in words that there are none.
pub fn told_as_none(passage: &Passage<'_>, index: usize) -> usize {
    const LONGEST: usize = 400;
    let Some(total) = passage.mentions.get(index) else { return 0 };
    let before = passage.between(total.sentence_start, total.quantity.span.start);
    let before = label::last_characters(before, LONGEST);
    let behind = label::first_characters(passage.between(total.quantity.span.end, passage.end()), LONGEST);
    let behind = behind.split('。').next().unwrap_or("");
    let none = |words: &str| words.matches("为零").count();
    none(before) + none(behind)
}

/// 水利局罚款 8 万元；林业局罚款 3 万元；公安局涉案金额 51 万元。三部门罚款合计 11 万元: of several bodies only the figures are meant
/// that bear the label of the sum, and one of these may have none.
fn of_bodies(passage: &Passage<'_>, index: usize, candidates: &[usize], number: usize) -> Option<Rows> {
    const BODIES: &[&str] = &[
        "部门",
        "家单位",
        "个单位",
        "单位",
        "乡镇",
        "镇街",
        "街道",
        "县区",
        "县市",
        "区县",
        "地",
        "局",
        "系统",
        "方",
        "家",
        "级",
    ];
    let words = passage.mentions.get(index)?.before;
    let noun =
        cues::SUMS_SO_FAR.iter().find_map(|cue| words.split(cue).next().filter(|noun| *noun != words))?;
    let label = BODIES.iter().find_map(|body| search::split(noun, body)).map(|(_, label)| label)?;
    let bears = |at: &usize| passage.mentions.get(*at).is_some_and(|part| part.before.contains(label));
    let mut row: Vec<usize> = candidates.iter().copied().filter(bears).collect();
    row.truncate(number);
    let is_of_some = search::length(label) >= 2 && row.len() >= 2 && row.len() < candidates.len();
    row.reverse();
    is_of_some.then(|| Rows { rows: vec![row], is_cut: true })
}

/// 三种方式合计办件 1613 件: what the sum says was done.
fn verb_of<'a>(total: &Mention<'a>) -> &'a str {
    cues::SUMS_SO_FAR.iter().find_map(|cue| search::split(total.before, cue)).map_or("", |(_, verb)| verb)
}

/// Whether another of `candidates` stands before the one at `first` in its segment, and no word begins a row with it.
fn begins_in_a_row(passage: &Passage<'_>, first: usize, candidates: &[usize]) -> bool {
    let earlier = candidates.iter().find(|&&at| at < first).and_then(|&at| passage.mentions.get(at));
    passage.mentions.get(first).zip(earlier).is_some_and(|(first, earlier)| {
        earlier.segment == first.segment
            && first.lead != Lead::Colon
            && !first.has(Cue::Among)
            && !label::begins_with_ordinal(first.before)
    })
}

/// The figures before the one at `before` that may be parts of the sum at `index`, the nearest first: each no farther
/// than a sentence from the next.
fn candidates(passage: &Passage<'_>, index: usize, before: usize) -> Vec<usize> {
    let Some(total) = passage.mentions.get(index) else { return Vec::new() };
    let mut found = Vec::new();
    let mut sentence = total.sentence;
    for (at, part) in passage.back_from(before) {
        if part.sentence + 1 < sentence || is_sum(part) {
            break;
        }
        let is_elsewhere = part.bracket != total.bracket
            || !part.quantity.is_amount()
            || part.has(Cue::Comparison)
            || part.begins(Cue::Average)
            || varies(part)
            || growth::is_difference(passage, at)
            || growth::is_left_behind(passage, at);
        if !is_elsewhere && fits(passage, index, at) {
            found.push(at);
            sentence = part.sentence;
        }
    }
    found
}

/// Whether `mention` is a sum itself: what stands before it is of that one.
fn is_sum(mention: &Mention<'_>) -> bool {
    mention.depth == 0 && label::has(mention.before, cues::SUMS)
}
