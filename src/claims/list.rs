//! Lists of parts and the whole that they belong to, found by grammar alone.
//!
//! A list is opened by 其中, a bracket, a colon, a word of partition (分为, 包括), a complete set of
//! labels, or a stated total in front; or it is closed by 合计. See [`Opener`].
//!
//! *Invariant:* a list never looks at values; whole and parts count in the same measure word.

use super::growth;
use super::label::{self, label};
use super::statement::{Lead, Mention, Passage, REACH};

/// How a list of parts was recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opener {
    /// 其中: a subset unless more is said.
    Among,
    /// A bracket behind the whole.
    Bracket,
    /// A bracket that begins with 含.
    Including,
    /// A colon behind the whole.
    Colon,
    /// 分为, 包括, 分别为 …
    Partition,
    /// Labels that are a complete set, such as 优秀, 合格, 不合格.
    CompleteSet,
    /// 共 in front of the whole and at least three parts in a row behind it.
    Stated,
    /// 其他 or 其余 as the last of the figures that follow the whole.
    Rest,
    /// 按类型分, or 办结的 481 件中: the parts of a figure that was just named.
    Sorted,
    /// 合计 or 共计 behind the parts.
    Reversed,
    /// 79人均已合格 behind the parts.
    AllOf,
}

/// A whole and its parts, as indexes into the passage's mentions.
#[derive(Clone, Debug)]
pub struct List {
    /// The whole.
    pub whole: usize,
    /// Figures that may be the whole as well, the nearest first: 立案 115 起，结案 109 起，其中 … may be
    /// about either.
    pub others: Vec<usize>,
    /// Whether the words leave open which of them it is.
    pub is_distant: bool,
    /// The parts, in order.
    pub parts: Vec<usize>,
    /// How it was recognised.
    pub opener: Opener,
    /// 等 behind the last part: there are more.
    pub is_open_ended: bool,
}

/// Every list of the passage.
pub fn find(passage: &Passage<'_>) -> Vec<List> {
    let mut lists: Vec<List> = Vec::new();
    let mut used = vec![false; passage.mentions.len()];
    for index in 0..passage.mentions.len() {
        if used.get(index).copied().unwrap_or(true) {
            continue;
        }
        let found = opener_at(passage, index, &lists).and_then(|(opener, whole)| {
            let (parts, companions) = parts_from(passage, index, whole, opener);
            let enough = match opener {
                Opener::Stated => 3,
                Opener::Colon | Opener::CompleteSet | Opener::Sorted => 2,
                Opener::Bracket if is_comparison(passage, index) || converts(passage, whole, index) => {
                    return None;
                }
                _ => 1,
            };
            (parts.len() >= enough).then_some((opener, whole, parts, companions))
        });
        if let Some((opener, whole, parts, companions)) = found {
            for &part in parts.iter().chain(&companions) {
                if let Some(slot) = used.get_mut(part) {
                    *slot = true;
                }
            }
            let is_open_ended =
                parts.last().and_then(|&last| passage.mentions.get(last)).is_some_and(ends_openly);
            let others = other_wholes(passage, index, whole, opener, &lists);
            let is_distant = is_distant(passage, index, whole);
            let list = List { whole, others, is_distant, parts, opener, is_open_ended };
            let second = list_of_companions(passage, &list, companions);
            lists.push(list);
            lists.extend(second);
        } else if let Some(list) = reversed_at(passage, index) {
            lists.push(list);
        }
    }
    lists
}

fn ends_openly(mention: &Mention<'_>) -> bool {
    mention.after.starts_with('等') || mention.after.ends_with('等')
}

/// A bracket such as （上年4005件） compares; it names no part.
fn is_comparison(passage: &Passage<'_>, index: usize) -> bool {
    const REMARKS: &[&str] = &["原", "年为", "折合", "约", "每"];
    passage.mentions.get(index).is_some_and(|mention| {
        label::has(mention.before, label::COMPARISON) || label::has(mention.before, REMARKS)
    })
}

/// A bracket such as （42.85万元） says the amount once more in another unit.
fn converts(passage: &Passage<'_>, whole: usize, index: usize) -> bool {
    let (Some(whole), Some(again)) = (passage.mentions.get(whole), passage.mentions.get(index)) else {
        return false;
    };
    matches!(again.before, "" | "即" | "合" | "折合") && whole.quantity.factor != again.quantity.factor
}

/// The most figures that are tried as the whole of one list.
const MOST_READINGS: usize = 6;

/// What else in the sentence of `whole` the list at `index` may be about.
fn other_wholes(
    passage: &Passage<'_>,
    index: usize,
    whole: usize,
    opener: Opener,
    known: &[List],
) -> Vec<usize> {
    let Some(nearest) = passage.mentions.get(whole) else { return Vec::new() };
    if !matches!(opener, Opener::Among | Opener::Sorted)
        || nearest.bracket != 0
        || row_of(whole, known).is_some()
    {
        return Vec::new();
    }
    passage
        .back_from(whole)
        .take_while(|(_, mention)| mention.sentence == nearest.sentence)
        .filter(|(at, mention)| mention.bracket == 0 && is_free(passage, *at, index, known))
        .map(|(at, _)| at)
        .take(MOST_READINGS)
        .collect()
}

/// Whether the list at `index` begins another sentence or segment than `whole`, or figures of another measure
/// word stand between them.
fn is_distant(passage: &Passage<'_>, index: usize, whole: usize) -> bool {
    let (Some(first), Some(stated)) = (passage.mentions.get(index), passage.mentions.get(whole)) else {
        return false;
    };
    first.segment != stated.segment
        || passage.mentions.get(whole + 1..index).unwrap_or_default().iter().take(REACH).any(|between| {
            between.depth == 0
                && between.quantity.is_amount()
                && between.quantity.class() != stated.quantity.class()
                && !label::has(between.before, label::COMPARISON)
        })
}

/// Whether and how a list begins with the figure at `index`, and the whole it belongs to.
fn opener_at(passage: &Passage<'_>, index: usize, known: &[List]) -> Option<(Opener, usize)> {
    let mention = passage.mentions.get(index)?;
    if !mention.quantity.is_amount() {
        return None;
    }
    let directly_before = index.checked_sub(1).filter(|&before| fits(passage, before, index));
    if label::has(mention.before, label::AMONG) {
        if counts_visits(passage, index) {
            return None;
        }
        let nearest = whole_before(passage, index, mention.before.starts_with("其中"), &[])?;
        return Some((Opener::Among, whole_of_row(nearest, known)));
    }
    if mention.lead == Lead::Open {
        let whole = directly_before.filter(|&whole| bracket_follows(passage, whole, index))?;
        let opener =
            if label::begins(mention.before, label::INCLUDING) { Opener::Including } else { Opener::Bracket };
        return Some((opener, whole));
    }
    let partitions = label::has(mention.before, label::PARTITION) && !mention.before.contains("不包括");
    if partitions || (mention.before.starts_with('由') && is_made_up(passage, index)) {
        return Some((Opener::Partition, whole_before(passage, index, true, known)?));
    }
    if begins_complete_set(passage, index) {
        return Some((Opener::CompleteSet, whole_of_set(passage, index)?));
    }
    if is_sorted(passage, index) {
        return Some((Opener::Sorted, whole_to_sort(passage, index, known)?));
    }
    let whole = directly_before?;
    let stated = passage.mentions.get(whole)?;
    if stated.sentence != mention.sentence || stated.depth != mention.depth {
        return None;
    }
    match mention.lead {
        Lead::Colon => Some((Opener::Colon, whole)),
        Lead::Comma
            if stated.before.ends_with('共') || label::has(stated.before, &["共计", "合计", "总计"]) =>
        {
            Some((Opener::Stated, whole))
        }
        Lead::Comma if closes_with_rest(passage, index, whole) => Some((Opener::Rest, whole)),
        _ => None,
    }
}

/// Whether the row of figures from `index` on ends in 其他 or 其余, so that it is all of `whole`.
fn closes_with_rest(passage: &Passage<'_>, index: usize, whole: usize) -> bool {
    let (parts, _) = parts_from(passage, index, whole, Opener::Rest);
    parts.len() >= 2
        && parts
            .last()
            .and_then(|&last| passage.mentions.get(last))
            .is_some_and(|last| label::begins(label::strip(last.before), label::REST))
}

/// Whether 按类型分, 从案件类型看 or 办结的 481 件中 stands in front of the figure at `index`.
fn is_sorted(passage: &Passage<'_>, index: usize) -> bool {
    const BY: &[&str] = &["按", "从", "就"];
    const ENDS: &[&str] = &["看", "来看", "分", "来分", "划分", "分类", "统计"];
    let Some(first) = passage.mentions.get(index) else { return false };
    if first.lead != Lead::Comma {
        return false;
    }
    let clause = first.run_up.strip_suffix(first.before).and_then(|words| words.strip_suffix('，'));
    let clause = clause.and_then(|words| words.rsplit(['，', '；', '。', '）']).next()).unwrap_or("");
    if label::begins(clause, BY) && ENDS.iter().any(|end| clause.ends_with(end)) {
        return true;
    }
    let before = index.checked_sub(1).and_then(|before| passage.mentions.get(before));
    before.is_some_and(|whole| {
        let names_them = matches!(whole.after, "中" | "案件中" | "事项中" | "问题中" | "申请中" | "文件中");
        names_them && whole.clause + 1 == first.clause && whole.sentence == first.sentence
    })
}

/// What is sorted: the nearest figure of the same measure word in the sentence or the one before.
fn whole_to_sort(passage: &Passage<'_>, index: usize, known: &[List]) -> Option<usize> {
    let part = passage.mentions.get(index)?;
    passage
        .back_from(index)
        .take_while(|(_, whole)| whole.sentence + 1 >= part.sentence)
        .find(|(at, whole)| whole.bracket == part.bracket && is_free(passage, *at, index, known))
        .map(|(at, _)| at)
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

/// Whether the list that 由 opens at `index` ends in 构成 or 组成.
fn is_made_up(passage: &Passage<'_>, index: usize) -> bool {
    let Some(first) = passage.mentions.get(index) else { return false };
    passage
        .ahead_from(index)
        .take_while(|(_, mention)| mention.segment == first.segment)
        .any(|(_, mention)| label::begins(mention.after, &["构成", "组成"]))
}

/// The whole of the row of parts in which `nearest` stands, if it is one of several: behind 一审 54 件、
/// 二审 36 件 a further 其中 is about all of them.
fn whole_of_row(nearest: usize, known: &[List]) -> usize {
    row_of(nearest, known).filter(|list| list.parts.len() >= 2).map_or(nearest, |list| list.whole)
}

/// The list found lately of which the figure at `at` is a part.
fn row_of(at: usize, known: &[List]) -> Option<&List> {
    known.iter().rev().take(REACH).find(|list| list.parts.contains(&at))
}

/// Whether the figures at `whole` and `part` count in the same measure word, and the whole is exact
/// enough to be one.
fn fits(passage: &Passage<'_>, whole: usize, part: usize) -> bool {
    let (Some(whole), Some(part)) = (passage.mentions.get(whole), passage.mentions.get(part)) else {
        return false;
    };
    whole.quantity.is_amount()
        && whole.quantity.measure.is_some()
        && (part.quantity.measure.is_none() || whole.quantity.class() == part.quantity.class())
}

/// Whether the figure at `whole` may be the whole of `part`: it counts alike, neither compares nor is a
/// difference, and is not itself a part of one of the lists `known`.
fn is_free(passage: &Passage<'_>, whole: usize, part: usize, known: &[List]) -> bool {
    fits(passage, whole, part)
        && passage.mentions.get(whole).is_some_and(|stated| !label::has(stated.before, label::COMPARISON))
        && !growth::is_difference(passage, whole)
        && row_of(whole, known).is_none()
}

/// The nearest figure before `index` that may be its whole: of the same measure word, not shut in a
/// bracket, in the same sentence, or in the one before if the list begins its sentence.
///
/// A part of one of the lists in `taken` is passed over: a second breakdown is of the same whole.
fn whole_before(passage: &Passage<'_>, index: usize, may_cross: bool, taken: &[List]) -> Option<usize> {
    let part = passage.mentions.get(index)?;
    let earliest =
        if may_cross && part.lead == Lead::Start { part.sentence.checked_sub(1)? } else { part.sentence };
    passage
        .back_from(index)
        .take_while(|(_, whole)| whole.sentence >= earliest)
        .find(|(at, whole)| {
            (whole.bracket == 0 || whole.bracket == part.bracket) && is_free(passage, *at, index, taken)
        })
        .map(|(at, _)| at)
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

fn begins_complete_set(passage: &Passage<'_>, index: usize) -> bool {
    let (Some(first), Some(second)) = (passage.mentions.get(index), passage.mentions.get(index + 1)) else {
        return false;
    };
    let opens = !index.checked_sub(1).and_then(|before| passage.mentions.get(before)).is_some_and(|before| {
        label::are_of_one_set(&[core(before), core(first)]) && before.clause + 1 >= first.clause
    });
    opens
        && matches!(second.lead, Lead::Pause | Lead::Comma)
        && first.sentence == second.sentence
        && first.quantity.class() == second.quantity.class()
        && label::are_of_one_set(&[core(first), core(second)])
}

/// The label without the verb before a result: 评出优秀 is 优秀.
fn core<'a>(mention: &Mention<'a>) -> &'a str {
    let words = label(mention);
    ["评出", "评定", "评为", "作出", "其中", "当年"]
        .iter()
        .find_map(|verb| words.split_once(verb))
        .map_or(words, |(_, rest)| rest)
}

/// The whole of a complete set of results: the nearest figure of the same measure word, up to two
/// sentences back.
fn whole_of_set(passage: &Passage<'_>, index: usize) -> Option<usize> {
    let part = passage.mentions.get(index)?;
    passage
        .back_from(index)
        .take_while(|(_, whole)| whole.sentence + 2 >= part.sentence)
        .find(|(at, whole)| whole.bracket == part.bracket && fits(passage, *at, index))
        .map(|(at, _)| at)
}

/// The parts of the list that begins at `first`; and where each has a second figure of another measure
/// word right behind it (63 宗、3852 亩), these.
fn parts_from(passage: &Passage<'_>, first: usize, whole: usize, opener: Opener) -> (Vec<usize>, Vec<usize>) {
    let Some(head) = passage.mentions.get(first) else { return (Vec::new(), Vec::new()) };
    let mut parts = vec![first];
    let mut companions: Vec<usize> = Vec::new();
    let mut style: Option<Lead> = None;
    // 咨询类 1120 个，占 60.2%；投诉类 512 个，占 27.5%: each part has its share, and a segment of its own.
    let has_share = |at: usize| {
        let (Some(part), Some(next)) = (passage.mentions.get(at), passage.mentions.get(at + 1)) else {
            return false;
        };
        next.quantity.is_share() && next.before.starts_with('占') && next.segment == part.segment
    };
    let has_shares = has_share(first);
    let spans_segments = matches!(opener, Opener::Partition | Opener::Colon | Opener::Bracket);
    for (index, mention) in passage.ahead_from(first + 1) {
        if mention.depth > head.depth {
            continue;
        }
        if mention.bracket != head.bracket || mention.sentence != head.sentence {
            break;
        }
        if !mention.quantity.is_amount() {
            continue;
        }
        let goes_on = spans_segments || style == Some(Lead::Semicolon) || (has_shares && has_share(index));
        if mention.segment != head.segment && !goes_on {
            break;
        }
        let is_rest = label::begins(label::strip(mention.before), label::REST);
        if label::begins(mention.before, label::NEW_STATEMENT) {
            if style == Some(Lead::Semicolon) && mention.lead != Lead::Semicolon {
                continue;
            }
            break;
        }
        if !fits(passage, whole, index) {
            if is_companion(passage, index) && companions.len() < parts.len() {
                companions.push(index);
                continue;
            }
            if mention.lead == Lead::Nothing || style == Some(Lead::Semicolon) {
                continue;
            }
            break;
        }
        match (style, mention.lead) {
            (_, Lead::Nothing | Lead::Start | Lead::Open) => break,
            (None, lead) => style = Some(lead),
            (Some(Lead::Pause), Lead::Comma | Lead::Semicolon) if !is_rest => break,
            (Some(Lead::Comma), Lead::Semicolon) if !is_rest => break,
            (Some(Lead::Semicolon), Lead::Comma | Lead::Pause) => continue,
            _ => {}
        }
        parts.push(index);
    }
    let alike = |other: &usize| {
        let class = |at: &usize| passage.mentions.get(*at).map(|mention| mention.quantity.class());
        class(other) == companions.first().and_then(class)
    };
    if companions.len() != parts.len() || !companions.iter().all(alike) {
        companions.clear();
    }
    (parts, companions)
}

/// Whether the figure at `index` is a second one of the thing before it.
fn is_companion(passage: &Passage<'_>, index: usize) -> bool {
    passage.mentions.get(index).is_some_and(|mention| {
        mention.before.is_empty()
            && matches!(mention.lead, Lead::Pause | Lead::Nothing)
            && mention.quantity.measure.is_some()
    })
}

/// The list that the second figures of the parts of `list` make with a whole of their own.
fn list_of_companions(passage: &Passage<'_>, list: &List, companions: Vec<usize>) -> Option<List> {
    let &first = companions.first().filter(|_| companions.len() >= 2)?;
    let whole = whole_before(passage, first, false, &[])?;
    Some(List { whole, others: Vec::new(), parts: companions, ..list.clone() })
}

/// The list that the figure at `index` sums up from behind.
fn reversed_at(passage: &Passage<'_>, index: usize) -> Option<List> {
    let total = passage.mentions.get(index)?;
    if !total.quantity.is_amount() || total.quantity.measure.is_none() {
        return None;
    }
    let (opener, limit) = if total.before.contains("全年") && follows_all_periods(passage, index) {
        (Opener::Reversed, None)
    } else if let Some(limit) = sums_up(total.before) {
        (Opener::Reversed, limit)
    } else if label::begins(total.after, &["均", "全部"]) && total.lead == Lead::Comma {
        (Opener::AllOf, None)
    } else {
        return None;
    };
    let mut parts = Vec::new();
    let mut style = None;
    for (at, part) in passage.back_from(index) {
        if part.sentence != total.sentence || part.segment != total.segment || part.bracket != total.bracket {
            if part.depth > total.depth && part.segment == total.segment {
                continue;
            }
            break;
        }
        if !part.quantity.is_amount() || growth::is_left_behind(passage, at) {
            continue;
        }
        if !fits(passage, index, at)
            || label::begins(part.before, label::NEW_STATEMENT)
            || limit == Some(parts.len())
            || (total.before.starts_with("罚没") && !label::has(part.before, &["罚", "没收"]))
        {
            break;
        }
        parts.push(at);
        match (style, part.lead) {
            (_, Lead::Start | Lead::Semicolon | Lead::Open | Lead::Colon) => break,
            (None, lead) => style = Some(lead),
            (Some(Lead::Pause), Lead::Comma) => break,
            _ => {}
        }
    }
    parts.reverse();
    (parts.len() >= 2).then_some(List {
        whole: index,
        others: Vec::new(),
        is_distant: false,
        parts,
        opener,
        is_open_ended: false,
    })
}

/// Whether `words` say no more than that a sum follows; with 两项合计, of how many parts.
fn sums_up(words: &str) -> Option<Option<usize>> {
    const NAMES: &[&str] = &["罚没款", "罚没", "罚没金额", "罚没款项"];
    let rest = ["合计", "共计", "总计", "一共", "总共", "累计", "共"].iter().find_map(|cue| {
        words
            .strip_suffix("为")
            .or(words.strip_suffix("达"))
            .or(words.strip_suffix("有"))
            .unwrap_or(words)
            .strip_suffix(cue)
    })?;
    if rest.is_empty() || NAMES.contains(&rest) {
        return Some(None);
    }
    let number = rest.chars().next().and_then(crate::facts::numeral::digit)?;
    let noun = rest.get(rest.chars().next()?.len_utf8()..)?;
    (noun.chars().count() <= 6).then(|| usize::try_from(number).ok())
}

/// Whether the figures before `index` in its sentence are of all quarters or of both halves.
fn follows_all_periods(passage: &Passage<'_>, index: usize) -> bool {
    let Some(total) = passage.mentions.get(index) else { return false };
    let named = |period: &str| {
        passage
            .back_from(index)
            .any(|(_, mention)| mention.sentence == total.sentence && mention.before.contains(period))
    };
    (named("上半年") && named("下半年")) || ["一季度", "二季度", "三季度", "四季度"].into_iter().all(named)
}
