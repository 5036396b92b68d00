//! Rates that stand before their counts: 办结率 95.2%，受理 126 件，办结 120 件.
//!
//! *Invariant:* only what the sentence has left for this rate is read: no count that a rate behind it names,
//! none where a count before it could be meant; where the counts are of something else, the rate stays open.

use super::due;
use super::general::{COUNTS_UNCLEAR, OF_SOMETHING_ELSE, goes_beyond};
use super::marks::failures;
use super::names::{Counts, Named, Verbs, rate_name};
use super::quotient::Quotient;
use super::verbs::{NOT_DONE, QUALIFIERS, before_in_sentence};
use super::{BASE_UNCLEAR, holding};
use crate::claims::cue_set::Cue;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::claims::{Statement, cues, label, scope};
use crate::search;

/// The most counts behind a rate that are looked at.
const MOST_COUNTS: usize = 8;

/// Words of what is wanted and not yet so.
pub const INTENDED: &[&str] = &["力争", "争取", "目标", "要求", "计划", "预计", "拟"];

/// The statement of the rate at `index` with counts behind it.
pub fn claim(passage: &Passage<'_>, index: usize, name: &str, known: Option<&Named>) -> Option<Statement> {
    let rate = passage.mentions.get(index)?;
    let counts = counts_behind(passage, index, known);
    // 失业率 is of people that no count of the sentence tells.
    let is_of_others = label::has(name, OF_SOMETHING_ELSE);
    if counts.is_empty() || is_of_others || label::has(rate.before, INTENDED) {
        return None;
    }
    let found = match known.map(|known| &known.counts) {
        Some(Counts::Verbs(verbs)) => by_verbs(passage, index, name, verbs, &counts),
        Some(Counts::Marks(_)) if name.ends_with("合格") => {
            let [all, failed, ..] = counts.as_slice() else { return None };
            let statement = failures(rate, all, failed)?;
            // 药品合格率 100%，器械合格率 99.2%，抽检 1260 批次，不合格 9 批次: the counts are of all of them.
            let is_one_of_several =
                index.checked_sub(1).and_then(|at| passage.mentions.get(at)).is_some_and(|other| {
                    other.quantity.is_share()
                        && other.segment == rate.segment
                        && rate_name(other.before).is_some_and(|name| name.ends_with("合格"))
                });
            // 合格率 98%，其中食品抽检 250 批次，不合格 15 批次: these are some of those that the rate is of.
            let is_of_part = all.before.contains("其中");
            return if is_one_of_several || is_of_part {
                holding(statement, COUNTS_UNCLEAR)
            } else {
                Some(statement)
            };
        }
        Some(Counts::Satisfaction) => return None,
        Some(Counts::Marks(_) | Counts::Name) | None => None,
    };
    let Some((above, below, is_sure)) = found.or_else(|| by_name(passage, index, name, &counts)) else {
        let (above, below) = due::behind(name, &counts)?;
        return Quotient::new(rate, &[above], &[below])?.judge();
    };
    // 合同续签率 98%，应续签 1250 份，续签 1205 份: 应 and the verb of the rate say of what it is.
    let stem = label::last_characters(name, 2);
    let is_due = due::is_due(below)
        && below.before.contains(&format!("应{stem}"))
        && above.before.contains(stem)
        && !due::is_due(above);
    let is_of_it = rate.before.contains("确保") || !is_due && is_of_another(name, known, above, below);
    let statement = Quotient::new(rate, &[above], &[below])?.judge()?;
    // 维持率 68%，审结 126 件（含上年结转 6 件），维持 82 件: the base may leave out what came over.
    let last = above.quantity.span.end.max(below.quantity.span.end);
    let carries_over = label::has(passage.between(rate.quantity.span.end, last), cues::CARRIED_OVER);
    let is_sure = is_sure && !carries_over;
    if is_due || is_sure && !is_of_it { Some(statement) } else { holding(statement, BASE_UNCLEAR) }
}

/// The amounts that follow the rate at `index` in its segment and stand behind no rate of the same name.
fn counts_behind<'p, 'a>(
    passage: &'p Passage<'a>,
    index: usize,
    known: Option<&Named>,
) -> Vec<&'p Mention<'a>> {
    let (Some(rate), Some(first)) = (passage.mentions.get(index), passage.mentions.get(index + 1)) else {
        return Vec::new();
    };
    let follows = matches!(first.lead, Lead::Comma | Lead::Colon | Lead::Open)
        && first.segment == rate.segment
        && first.clause <= rate.clause + 1;
    if !follows {
        return Vec::new();
    }
    let behind = || {
        passage
            .ahead_from(index + 1)
            .map(|(_, mention)| mention)
            .take_while(|mention| mention.segment == rate.segment)
    };
    let is_named_again = behind().filter(|mention| mention.quantity.is_share()).any(|other| {
        let name = rate_name(other.before);
        name.is_some_and(|name| known.is_none_or(|known| name.ends_with(known.stem)))
    });
    if is_named_again {
        return Vec::new();
    }
    behind()
        .take_while(|mention| !mention.quantity.is_share())
        .filter(|mention| mention.bracket == first.bracket && mention.quantity.is_amount())
        .take(MOST_COUNTS)
        .collect()
}

/// What is above the line, what is below it, and whether nothing else could be meant.
type Sides<'p, 'a> = (&'p Mention<'a>, &'p Mention<'a>, bool);

/// The counts behind the rate at `index` that its verbs name; 受理 may stand before the rate.
fn by_verbs<'p, 'a>(
    passage: &'p Passage<'a>,
    index: usize,
    name: &str,
    verbs: &Verbs,
    counts: &[&'p Mention<'a>],
) -> Option<Sides<'p, 'a>> {
    let rate = passage.mentions.get(index)?;
    // 应持证 312 人 is what 持证 is a part of.
    let names_above = |mention: &Mention<'_>| {
        verbs
            .above
            .iter()
            .any(|verb| mention.before.contains(verb) && !mention.before.contains(&format!("应{verb}")))
            && !mention.has(Cue::Among)
            && !label::has(mention.before, NOT_DONE)
    };
    let names_below =
        |mention: &Mention<'_>| label::has(mention.before, verbs.below) && !mention.has(Cue::CarriedOver);
    let earlier = before_in_sentence(passage, index);
    if earlier.iter().any(|mention| names_above(mention)) {
        return None;
    }
    let above = *counts.iter().find(|mention| names_above(mention))?;
    let fits = |mention: &&&Mention<'_>| {
        mention.token < above.token
            && mention.quantity.class() == above.quantity.class()
            && names_below(mention)
    };
    let ahead: Vec<_> = counts.iter().filter(fits).collect();
    let before: Vec<_> = earlier.iter().filter(fits).collect();
    let below = match (ahead.as_slice(), before.as_slice()) {
        ([below, ..], []) => **below,
        ([], [below]) => **below,
        _ => return None,
    };
    let qualifies = |words: &str| QUALIFIERS.iter().any(|qualifier| words.contains(qualifier));
    // 办结率 100%，其中受理咨询 32 件: these are some of those that the rate is of.
    let is_part = counts.first().is_some_and(|first| first.before.contains("其中"));
    let may_be_of_others = verbs.carries_over
        && (passage.between(rate.sentence_start, above.quantity.span.start).contains("结转")
            || is_said_before(passage, rate, verbs));
    let is_sure = ahead.len() <= 1
        && !is_part
        && !may_be_of_others
        && qualifies(name) == qualifies(above.before)
        && above.quantity.base()? <= below.quantity.base()?;
    Some((above, below, is_sure))
}

/// Whether the sentence before that of `rate` ends with a count that its verbs name, so that it may be of that.
fn is_said_before(passage: &Passage<'_>, rate: &Mention<'_>, verbs: &Verbs) -> bool {
    passage
        .figure_before(rate.token)
        .is_some_and(|last| last.sentence + 1 == rate.sentence && label::has(last.before, verbs.above))
}

/// 抽查 200 份，优秀率 15%，优秀 30 份; 规范率 98%，抽查 50 份，规范 49 份: the count that the name of the rate at
/// `index` names, and the figure right before it.
fn by_name<'p, 'a>(
    passage: &'p Passage<'a>,
    index: usize,
    name: &str,
    counts: &[&'p Mention<'a>],
) -> Option<Sides<'p, 'a>> {
    let rate = passage.mentions.get(index)?;
    let stem = label::strip(name);
    // 行政诉讼败诉率 and 败诉 2 件; 回收率 and 回收有效问卷 1186 份.
    let bears_name = |mention: &Mention<'_>| {
        let words = mention.name.trim_start_matches('已');
        let is_end = search::length(words) >= 2 && stem.ends_with(words);
        search::length(stem) >= 2
            && (is_end || words.starts_with(stem) || words.ends_with(stem))
            && !label::has(mention.before, &["未", "其中"])
            // 办结率 92.6%，阶段性办结 2 件: they are some of those that are done.
            && !goes_beyond(mention, name)
            // 规范率 94.6%，不规范 14 家.
            && (stem.starts_with('不') || !words.starts_with('不'))
    };
    let before = index.checked_sub(1).and_then(|before| passage.mentions.get(before)).filter(|before| {
        before.segment == rate.segment && before.clause + 1 == rate.clause && before.quantity.is_amount()
    });
    let (above, below) = match (before, counts) {
        (Some(below), [above, ..]) if bears_name(above) && !bears_name(below) => (*above, below),
        (None, [below, above, ..]) if bears_name(above) && !bears_name(below) => (*above, *below),
        _ => return None,
    };
    let is_row = above.quantity.class() == below.quantity.class()
        && above.clause <= below.clause + 2
        && !below.has(Cue::Comparison)
        && above.quantity.base()? <= below.quantity.base()?;
    let words = above.name.trim_start_matches('已');
    let object = stem.strip_suffix(words);
    let is_sure = words.ends_with(stem)
        || names_no_object(below)
        || object.is_some_and(|object| share_two_characters(object, below.before))
        || below.before.strip_prefix('应') == Some(words);
    is_row.then_some((above, below, is_sure))
}

/// 全年审结 98 件: whether `mention` says only that so many were dealt with and not what they are, so that they are what the rate in
/// front of it is of.
fn names_no_object(mention: &Mention<'_>) -> bool {
    const DEALT_WITH: &[&str] = &["审结", "受理", "办结", "收到", "检查", "抽查", "抽检", "评查", "办理"];
    let mut words = label::strip(mention.before).to_owned();
    let has_verb = search::has(&words, DEALT_WITH);
    for word in DEALT_WITH.iter().chain(GENERAL) {
        words = words.replace(word, "");
    }
    has_verb && words.is_empty()
}

/// Whether the counts have an object that the rate has not: 热线办结率 100%，受理行政复议 …
fn is_of_another(name: &str, known: Option<&Named>, above: &Mention<'_>, below: &Mention<'_>) -> bool {
    let stem = known.map_or(name, |known| known.stem);
    let of_rate = object(name.strip_suffix(stem).unwrap_or(""), known);
    let of_whole = object(below.before, known);
    let of_part = object(above.before, known);
    let differ = |a: &str, b: &str| !a.is_empty() && !b.is_empty() && !share_two_characters(a, b);
    // 调解成功率 is of what was 调解.
    let names_whole = match known.map(|known| &known.counts) {
        Some(Counts::Verbs(verbs)) => {
            verbs.below.iter().any(|verb| name.contains(verb) && below.before.contains(verb))
        }
        _ => false,
    };
    (!names_whole && differ(&of_rate, &of_whole))
        || (!of_part.is_empty()
            && of_part != stem
            && !share_two_characters(&of_part, &format!("{of_rate}{of_whole}{stem}")))
}

/// Words that may stand before any object.
const GENERAL: &[&str] = &[
    "全年",
    "今年以来",
    "今年",
    "年内",
    "本年度",
    "本年",
    "累计",
    "总计",
    "合计",
    "共计",
    "完成",
    "已经",
    "成功",
    "审理",
    "依法",
    "全部",
    "各类",
    "及时",
    "实际",
    "其中",
    "共",
    "已",
    "均",
    "的",
];

/// `words` without the verbs of the rate and without what may stand before any object.
fn object(words: &str, known: Option<&Named>) -> String {
    let verbs = match known.map(|known| &known.counts) {
        Some(Counts::Verbs(verbs)) => [verbs.below, verbs.above].concat(),
        _ => Vec::new(),
    };
    let mut words = words.to_owned();
    for word in verbs.iter().chain(QUALIFIERS).chain(GENERAL).chain(scope::PLACES) {
        words = words.replace(word, "");
    }
    words
}

/// Whether two neighbouring characters of `a` stand side by side in `b` as well.
pub fn share_two_characters(a: &str, b: &str) -> bool {
    let ends: Vec<usize> = a.char_indices().map(|(at, _)| at).chain([a.len()]).collect();
    ends.windows(3).any(|window| match window {
        [start, _, end] => a.get(*start..*end).is_some_and(|pair| b.contains(pair)),
        _ => false,
    })
}
