//! Rates whose counts are told by their verbs: 受理 … 办结 …, 办结率.
//!
//! *Invariant:* a count is taken for the verb before it; where several could be meant, or one is of more
//! than the rate, the rate only ever holds or stays open.

use super::general::{carries_over_since, is_of_a_grade, names_what_is_carried};
use super::names::Verbs;
use super::of_levels;
use super::owed;
use super::quotient::Quotient;
use super::{BASE_UNCLEAR, holding};
use crate::claims::cue_set::Cue;
use crate::claims::cues;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::claims::{Statement, label};
use crate::facts::Decimal;
use crate::lang::Text;
use crate::review::Status;
use crate::search;

/// Why a rate with several possible counts above the line is left open.
pub const SEVERAL: Text = Text {
    zh: "有几个数字可作分子，未作判断",
    en: "several figures may be above the line; not judged",
};
const NARROWER: Text = Text {
    zh: "比率限定了范围（如“按期”），文中没有相应的计数，未作判断",
    en: "the rate is of a narrower count, such as what was done in time, that is not written; not judged",
};

/// Words that narrow a rate to some of what was done; what is done in time comes first.
pub const QUALIFIERS: &[&str] = &[
    "按期", "按时", "限时", "准时", "及时", "如期", "当场", "一次", "阶段", "首次", "网上", "主动", "快速",
    "提前", "迅速", "即时", "当日", "当天", "速裁", "简易",
];

/// Words of what was done in time.
pub const IN_TIME: &[&str] = QUALIFIERS.split_at(6).0;

/// What a questionnaire must be to count.
const VALID: &str = "有效";

/// Words of what was not done, or not yet.
pub const NOT_DONE: &[&str] = &["未", "不", "正在"];

/// Words of what was not done in time.
pub const LATE: &[&str] = &["逾期", "超期", "超时", "延迟", "滞后", "超过时限", "超时限"];

/// A rate whose counts are told by their verbs: 受理 … 办结 …
pub fn by_verbs(passage: &Passage<'_>, index: usize, name: &str, known: &Verbs) -> Option<Statement> {
    let rate = passage.mentions.get(index)?;
    let reach: Vec<&Mention<'_>> = before_in_sentence(passage, index);
    if let Some(found) = of_levels::claim(passage, rate, &reach, known) {
        return Some(found);
    }
    // 按期办结 98 件 is above the line of 按期办结率, and not of 办结率.
    let goes_beyond = |mention: &Mention<'_>| {
        QUALIFIERS.iter().any(|qualifier| mention.before.contains(qualifier) && !name.contains(qualifier))
    };
    // 逾期答复 2 件 is no part of 按期答复率.
    let narrows = search::has(name, QUALIFIERS);
    // 回收 1163 份，有效问卷 1128 份，有效回收率: what is valid is told in words of its own.
    let is_of_valid = |mention: &Mention<'_>| !name.contains(VALID) || mention.before.contains(VALID);
    let names_above = |mention: &&&Mention<'_>| {
        (label::has(mention.before, known.above) || name.contains(VALID))
            && is_of_valid(mention)
            && !label::has(mention.before, NOT_DONE)
            && !goes_beyond(mention)
            && (!narrows || !label::has(mention.before, LATE))
    };
    // 负责人出庭 171 件，其中正职出庭 62 件: the rate is of all, unless only some are written.
    let is_detail = |mention: &&&Mention<'_>| {
        let is_named = |qualifier: &&str| name.contains(*qualifier) && mention.before.contains(*qualifier);
        mention.before.starts_with("其中") && !QUALIFIERS.iter().any(is_named)
    };
    if !narrows && let Some(owed) = owed::find(&reach, known) {
        return owed::claim(rate, &reach, owed, known);
    }
    let mut candidates = reach.iter().filter(names_above);
    let nearest = *candidates.next()?;
    let above = if is_detail(&&nearest) {
        candidates
            .find(|other| other.quantity.class() == nearest.quantity.class() && !is_detail(other))
            .copied()
            .unwrap_or(nearest)
    } else {
        nearest
    };
    let is_qualified = |mention: &Mention<'_>| {
        QUALIFIERS.iter().all(|qualifier| !name.contains(qualifier) || mention.before.contains(qualifier))
            && is_of_valid(mention)
    };
    let is_narrower = !is_qualified(above);
    let fits = |mention: &Mention<'_>| {
        mention.token < above.token && mention.quantity.class() == above.quantity.class()
    };
    let carried = reach.iter().copied().find(|mention| fits(mention) && mention.has(Cue::CarriedOver));
    let below = reach.iter().copied().find(|mention| {
        fits(mention)
            && label::has(mention.before, known.below)
            && carried.is_none_or(|carried| carried.token != mention.token)
    });
    let Some(below) = below else {
        let below = in_sentence_before(passage, above, known.below)?;
        let found = Quotient::new(rate, &[above], &[below])?.judge()?;
        // 已整改 54 处，整改率 85.7%；另外 9 处涉及制度调整: what is told of the others says that there was nothing else to do.
        if tells_of_the_others(passage, index, above) {
            return Some(found);
        }
        return holding(found, BASE_UNCLEAR).filter(|statement| statement.status == Status::Holds);
    };
    // 应诉案件上年结转 3 件；收到信访 320 件，办结 290 件: what came over is of another thing.
    let carried =
        carried.filter(|other| other.segment >= below.segment || !names_what_is_carried(other.before));
    // 受理申请 84 件、受理举报 116 件，共计 200 件: the sum is what all of them are done of.
    if let Some(sum) = summed_up(passage, below, above) {
        let of_all = Quotient::new(rate, &[above], &[sum])?.judge()?;
        // 投诉举报办结 110 件: what was done has an object, and may be of one of them.
        let object = object_of(above, known);
        return if object.is_empty() {
            Some(of_all)
        } else {
            let of_one = || Quotient::new(rate, &[above], &[below])?.judge().filter(holds);
            if holds(&of_all) { Some(of_all) } else { of_one().or_else(|| holding(of_all, SEVERAL)) }
        };
    }
    // 当场整改 198 个、限期整改 61 个, or 立行立改 198 个、限期整改 61 个: the rate may be of both.
    let joined = passage.row_ending_with(above);
    let row: Vec<&Mention<'_>> = reach
        .iter()
        .copied()
        .filter(|mention| {
            let is_joined = joined.iter().any(|other| other.token == mention.token);
            mention.token > below.token
                && mention.quantity.class() == above.quantity.class()
                && (is_narrower || is_qualified(mention))
                && (!narrows || !label::has(mention.before, LATE))
                && (is_joined || label::has(mention.before, known.above))
                && !mention.has(Cue::Among)
                && !label::has(mention.before, NOT_DONE)
        })
        .rev()
        .collect();
    if row.len() > 1 {
        let together = Quotient::new(rate, &row, &[below])?.judge()?;
        let alone = Quotient::new(rate, &[above], &[below])?.judge()?;
        let best = if together.status == Status::Holds { together } else { alone };
        return holding(best, SEVERAL);
    }
    let mut side_by_side = passage.row_around(below);
    side_by_side.retain(|one| one.token < above.token);
    if side_by_side.len() > 1 && carried.is_none() {
        return of_a_row(rate, above, &side_by_side);
    }
    let alone = Quotient::new(rate, &[above], &[below])?;
    let mentions_carry = carries_over_since(passage, below, rate);
    match carried {
        Some(carried) => {
            let both = Quotient::new(rate, &[above], &[carried, below])?.judge()?;
            if both.status == Status::Holds { Some(both) } else { holding(alone.judge()?, BASE_UNCLEAR) }
        }
        // 审结 may exceed 受理 by what was carried over from the year before.
        None if mentions_carry || (alone.numerator > alone.denominator && known.carries_over) => {
            holding(alone.judge()?, BASE_UNCLEAR)
        }
        // 新收 120 件，办结 110 件，结案率 86%: of what was there before nothing is said, and it could only lower the rate.
        None if known.carries_over
            && label::has(below.before, &["新收", "新立", "新受理"])
            && exceeds_written(&alone, rate) =>
        {
            holding(alone.judge()?, BASE_UNCLEAR)
        }
        None if is_narrower || is_of_a_grade(name, &[above, below]) => holding(alone.judge()?, NARROWER),
        None => {
            let nearest = alone.judge()?;
            if nearest.status == Status::Holds {
                return Some(nearest);
            }
            // 受理 657 件，调解 649 件，调解成功 638 件: 成功率 is of either, as is the custom.
            let mut others = reach.iter().copied().filter(|mention| {
                mention.token < below.token && fits(mention) && label::has(mention.before, known.below)
            });
            others
                .find_map(|other| Quotient::new(rate, &[above], &[other])?.judge().filter(holds))
                .or(Some(nearest))
        }
    }
}

/// What `mention` counts besides the verbs of the rate.
fn object_of<'m>(mention: &Mention<'m>, known: &Verbs) -> &'m str {
    const SMALL: &[&str] = &[
        "已", "均", "全部", "依法", "及时", "实际", "累计", "共", "现", "目前", "完成", "到位", "完毕",
        "全面",
    ];
    let mut object = mention.name;
    let ends = || known.above.iter().chain(known.below).chain(SMALL);
    while let Some(shorter) =
        ends().find_map(|word| object.strip_suffix(*word).or_else(|| object.strip_prefix(*word)))
    {
        object = shorter;
    }
    object
}

/// What is told between `part` and `above` to be the sum of a row of which `part` is one: 共计 200 件.
fn summed_up<'p>(
    passage: &'p Passage<'_>,
    part: &Mention<'_>,
    above: &Mention<'_>,
) -> Option<&'p Mention<'p>> {
    let sums_up =
        |words: &str| cues::ALL_SUMS.contains(&words) || matches!(words, "共有" | "合计共" | "累计共");
    let at = passage.index_of(part);
    let listed = passage.list_of(at).map(|list| list.whole);
    let next =
        passage.ahead_from(at + 1).find(|(_, mention)| mention.lead != Lead::Pause).filter(|(_, next)| {
            next.lead == Lead::Comma
                && next.sentence == part.sentence
                && next.quantity.class() == part.quantity.class()
                && sums_up(next.before)
        });
    let sum = passage.mentions.get(listed.filter(|&whole| whole > at).or(next.map(|(at, _)| at))?)?;
    (sum.token < above.token).then_some(sum)
}

/// The statement with all the row of `below` under the line: 排查一般隐患 420 处、重大隐患 30 处. Of one of them alone it
/// may be where there are more of that than were done with; else nobody can say.
fn of_a_row(rate: &Mention<'_>, above: &Mention<'_>, row: &[&Mention<'_>]) -> Option<Statement> {
    let together = Quotient::new(rate, &[above], row)?.judge()?;
    let done = above.quantity.base()?;
    let is_of_all = row.iter().all(|one| one.quantity.base().is_some_and(|of_one| of_one < done));
    if is_of_all || holds(&together) {
        return Some(together);
    }
    let alone = || row.iter().find_map(|one| Quotient::new(rate, &[above], &[*one])?.judge().filter(holds));
    alone().or_else(|| holding(together, SEVERAL))
}

/// Whether the counts give more than the written rate.
fn exceeds_written(counts: &Quotient<'_>, rate: &Mention<'_>) -> bool {
    let hundred = Decimal::whole(100);
    let sides = counts.numerator.times(hundred).zip(counts.denominator.times(rate.quantity.value));
    sides.is_some_and(|(above, written)| above > written)
}

fn holds(statement: &Statement) -> bool {
    statement.status == Status::Holds
}

/// Whether the figure behind the rate at `index` is what `above` leaves, by its words: 另外 9 处, 其余 12 处.
fn tells_of_the_others(passage: &Passage<'_>, index: usize, above: &Mention<'_>) -> bool {
    passage.mentions.get(index + 1).is_some_and(|others| {
        others.is_rest()
            && others.sentence == above.sentence
            && others.depth == above.depth
            && others.quantity.class() == above.quantity.class()
            && matches!(others.before, "另外" | "其余" | "其余的" | "剩余" | "余下" | "剩下")
    })
}

/// The only figure of the sentence before that counts alike and is named by one of `verbs`.
fn in_sentence_before<'p>(
    passage: &'p Passage<'_>,
    above: &Mention<'_>,
    verbs: &[&str],
) -> Option<&'p Mention<'p>> {
    let mut found = passage.mentions.iter().filter(|mention| {
        mention.sentence + 1 == above.sentence
            && mention.quantity.class() == above.quantity.class()
            && mention.depth == 0
            && label::has(mention.before, verbs)
    });
    let only = found.next()?;
    found.next().is_none().then_some(only)
}

/// The amounts before `index` in its sentence, the nearest first.
pub fn before_in_sentence<'p, 'a>(passage: &'p Passage<'a>, index: usize) -> Vec<&'p Mention<'a>> {
    let Some(rate) = passage.mentions.get(index) else { return Vec::new() };
    passage
        .back_from(index)
        .map(|(_, mention)| mention)
        .take_while(|mention| mention.sentence == rate.sentence)
        .filter(|mention| mention.quantity.is_amount())
        .collect()
}
