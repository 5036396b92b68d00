//! A list in the bracket behind its whole: 办结 51 件（许可 16 件、处罚 35 件）.
//!
//! *Invariant:* a bracket that compares, converts or tells of how many opens nothing.

use super::Opener;
use super::left_out;
use super::no_whole::is_mean;
use super::parts::are_new_and_old;
use crate::claims::cue_set::Cue;
use crate::claims::cues;
use crate::claims::growth;
use crate::claims::label;
use crate::claims::scope;
use crate::claims::statement::{Mention, Passage};
use crate::facts::year;
use crate::search;

/// How the list begins that the bracket of the figure at `index` opens, and its whole, which is `directly_before`.
pub fn opener_at(
    passage: &Passage<'_>,
    index: usize,
    directly_before: Option<usize>,
) -> Option<(Opener, usize)> {
    let mention = passage.mentions.get(index)?;
    // 比年初少了 5 家（年初 20 家）: the bracket tells what there was before.
    // 完成 365 个（共 1460 个）: the bracket tells of how many it is.
    // 建议不予签订 4 份（未计入 71 份）: of which it is said to be, or not to be, a part.
    if label::begins(mention.before, &["年初", "期初", "总数"])
        || label::begins(mention.before, cues::SUMS_AND_TOGETHER)
        || (label::is_counted_among(mention.before) && is_alone_in_bracket(passage, index))
        || is_stock_with_parts(passage, index)
        || tells_of_the_beginning(passage, index)
    {
        return None;
    }
    let whole = directly_before.filter(|&whole| bracket_follows(passage, whole, index))?;
    if passage.mentions.get(whole).is_some_and(is_mean) {
        return None;
    }
    // 由 19 家变为 21 家（新评 4 家、摘牌 2 家）: what moved is no part of where it led.
    if left_out::moved_between_ends(passage, whole, index) || tells_of_stages(passage, index) {
        return None;
    }
    if left_out::is_left_out(passage, whole, index)
        || passage.mentions.get(whole).is_some_and(|stated| left_out::is_of_another_period(stated, mention))
        || tells_of_years_before(passage, whole, mention)
        || is_set_against_years(passage, whole, index)
        || left_out::is_what_should_be(passage, whole, mention)
        || left_out::moves_a_change(passage, whole, index)
    {
        return None;
    }
    let opener = if mention.begins(Cue::Including) { Opener::Including } else { Opener::Bracket };
    Some((opener, whole))
}

/// Whether the figure at `index` is the first of its bracket.
pub fn opens_a_bracket(passage: &Passage<'_>, index: usize) -> bool {
    let before = index.checked_sub(1).and_then(|before| passage.mentions.get(before));
    passage.mentions.get(index).is_some_and(|mention| {
        mention.bracket != 0 && before.is_some_and(|before| before.bracket < mention.bracket)
    })
}

/// 安置帮教 64 人（新增 19 人、解除 14 人，年初 59 人）: whether the bracket that the figure at `index` opens tells what there was before, so
/// that it tells how the figure in front came about.
fn tells_of_the_beginning(passage: &Passage<'_>, index: usize) -> bool {
    const BEGINNING: &[&str] = &["年初", "期初", "上年末", "上年底", "去年底", "去年末"];
    let Some(first) = passage.mentions.get(index) else { return false };
    let mut behind = passage.ahead_from(index + 1).map(|(_, mention)| mention);
    behind.by_ref().take_while(|mention| mention.bracket == first.bracket).any(|mention| {
        label::begins(mention.before, BEGINNING) && mention.quantity.class() == first.quantity.class()
    })
}

/// 公开文件 9 件（现行有效 87 件，其中本年制发 9 件）: whether the bracket tells of all there is, of which the figure before it is a
/// part.
fn is_stock_with_parts(passage: &Passage<'_>, index: usize) -> bool {
    const THERE: &[&str] = &["现行有效", "现有", "现存", "现存有效", "累计", "历年", "总数", "在册", "库存"];
    passage.mentions.get(index).zip(passage.mentions.get(index + 1)).is_some_and(|(stock, part)| {
        label::begins(stock.before, THERE)
            && part.bracket == stock.bracket
            && part.has(Cue::Among)
            && part.clause <= stock.clause + 1
    })
}

/// 比前三年平均数 27 人少 4 人（前三年分别为 29 人、28 人和 24 人）: whether the bracket that `mention` opens is of the years before, of
/// which a difference from them, their mean, or what there is now is no whole.
fn tells_of_years_before(passage: &Passage<'_>, whole: usize, mention: &Mention<'_>) -> bool {
    const AHEAD: &[&str] = &["前", "此前", "过去", "往前"];
    const YEARS: &[&str] = &["两年", "二年", "三年", "四年", "五年", "几年", "数年"];
    let is_span = AHEAD.iter().any(|ahead| {
        let rest = mention.before.strip_prefix(ahead);
        rest.is_some_and(|rest| label::begins(rest, YEARS))
    });
    let stated = passage.mentions.get(whole).map_or("", |stated| stated.before);
    if is_span {
        return !(label::has(stated, cues::ALL_SUMS) || stated.contains('总'));
    }
    let is_of_a_year = year::written(mention.before).next().is_some();
    is_of_a_year && (growth::is_difference(passage, whole) || label::has(stated, &["平均", "均值", "均数"]))
}

/// 新收 336 件（2023年 420 件、2024年 357 件），同比减少 20%: whether the bracket that the figure at `index` opens tells the figures of
/// other years, against which the one in front is set behind it; a single one that is more is no part of it either.
fn is_set_against_years(passage: &Passage<'_>, whole: usize, index: usize) -> bool {
    let (Some(stated), Some(first)) = (passage.mentions.get(whole), passage.mentions.get(index)) else {
        return false;
    };
    let is_of_a_year = |mention: &Mention<'_>| {
        year::written(mention.before).next().is_some_and(|named| named.span.start == 0)
    };
    let mut row = passage.ahead_from(index).take_while(|(_, mention)| mention.bracket == first.bracket);
    let mut count = 0;
    if !row.by_ref().inspect(|_| count += 1).all(|(_, mention)| is_of_a_year(mention)) {
        return false;
    }
    let is_compared = || {
        passage.mentions.get(index + count).is_some_and(|next| {
            next.sentence == first.sentence && next.clause <= first.clause + 1 && next.has(Cue::Comparison)
        })
    };
    let is_sum = || label::has(stated.before, cues::ALL_SUMS) || stated.before.contains('总');
    let is_more = || count == 1 && !is_sum() && first.quantity.base() > stated.quantity.base();
    is_compared() || is_more()
}

/// 实施许可 62140 件（申请 62873 件，受理 62415 件，不予许可 58 件）: whether the bracket that the figure at `index` opens names two
/// stages through which the same things go.
fn tells_of_stages(passage: &Passage<'_>, index: usize) -> bool {
    const BEFORE: &[&str] = &["收到申请", "提出申请", "接到申请", "申请", "申报", "接件", "收件"];
    let Some(first) = passage.mentions.get(index) else { return false };
    let stage = |words: &str| {
        let asked = search::beginning(words, BEFORE).filter(|asked| words.len() == asked.len());
        asked.or_else(|| search::beginning(words, cues::STAGES))
    };
    let mut stages = passage
        .ahead_from(index)
        .take_while(|(_, mention)| mention.bracket == first.bracket)
        .filter_map(|(_, mention)| stage(mention.before));
    let earliest = stages.next();
    earliest.is_some() && stages.any(|later| Some(later) != earliest)
}

/// Whether no other figure stands in the bracket of the one at `index`.
fn is_alone_in_bracket(passage: &Passage<'_>, index: usize) -> bool {
    let bracket = |at: usize| passage.mentions.get(at).map(|mention| mention.bracket);
    bracket(index) != bracket(index + 1)
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
    passage.mentions.get(index).is_some_and(|mention| {
        mention.has(Cue::Comparison)
            || label::has(mention.before, REMARKS)
            || scope::has_place(mention.before)
    }) && !begins_with_the_old(passage, index)
}

/// （上年结转 53 件、新收 911 件）: what was carried over and what came in are all of it.
pub fn begins_with_the_old(passage: &Passage<'_>, index: usize) -> bool {
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

/// The most characters of the names in front of the first label of a bracket.
const LONGEST_NAME: usize = 8;
/// 三个单位为县交通运输局（61 个）: whether `words` lead on from what they count to a name, so that a bracket behind them is about
/// that. 违法行为 is a noun.
fn leads_to_a_name(words: &str) -> bool {
    const COPULAS: &[&str] = &["分别为", "分别是", "依次为", "依次是", "为", "是", "即", "包括"];
    const NOUNS: &[char] = &['行', '作', '人', '认', '成', '转', '改', '变', '定', '视'];
    search::each_of(words, COPULAS).any(|(at, copula)| {
        let (before, behind) = (words.get(..at), words.get(at + copula.len()..));
        before.is_some_and(|before| !before.is_empty() && !before.ends_with(NOUNS))
            && behind.is_some_and(|behind| search::length(behind) >= 2)
    })
}

/// Whether the bracket in which `part` stands opens right behind the words of `whole`.
fn bracket_follows(passage: &Passage<'_>, whole: usize, part: usize) -> bool {
    let (Some(whole), Some(part)) = (passage.mentions.get(whole), passage.mentions.get(part)) else {
        return false;
    };
    let words = passage.between(whole.quantity.span.end, part.start);
    // （中央、省级 360 万元，县级 68.6 万元）: a name may stand in front of that of the first figure.
    let is_name =
        |ahead: &str| ahead.is_empty() || ahead.ends_with('、') && search::length(ahead) <= LONGEST_NAME;
    let is_right_behind = words.strip_prefix(whole.after).and_then(|rest| rest.strip_prefix('（'));
    whole.sentence == part.sentence
        && is_right_behind.is_some_and(is_name)
        && !leads_to_a_name(whole.after)
        && search::length(whole.after) <= 12
}
