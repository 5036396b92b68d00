//! What is told of all against more of the same: 全县 15 个乡镇 … 16 个乡镇承接赋权事项; 县政府召开常务会议 24 次 … 主持召开常务会议 74 次.
//!
//! *Invariant:* only more than all is told, since fewer may be some of them; what names another place, another time or what was
//! before a merger is left alone.

use super::{Told, compare, told};
use crate::claims::Statement;
use crate::claims::label;
use crate::claims::scope;
use crate::claims::statement::{Lead, Passage};
use crate::facts::Precision;
use crate::search;

/// Of what a place has one number.
const NOUNS: &[&str] = &["乡镇", "镇街", "街道", "镇办", "乡镇街道"];

/// Words of another place, another time or a merger.
const OTHERS: &[&str] = &[
    "原", "撤并", "合并", "调整", "撤销", "新设", "全省", "全市", "省内", "市内", "周边", "外地", "邻",
    "兄弟", "先后", "累计", "跨", "对口", "结对", "增加", "各地", "计划", "拟", "历年", "去年", "上年",
];

/// The figures of `passages` that count more than all that there are.
pub fn claims(passages: &[Passage<'_>]) -> Vec<Statement> {
    let mut out = more_than_there_are(passages);
    out.extend(more_than_were_held(passages));
    out
}

/// The noun of the things that `figure` counts, with nothing of theirs behind it.
fn noun_of(figure: &Told<'_, '_>) -> Option<&'static str> {
    let quantity = figure.mention.quantity;
    let after = figure.mention.after;
    let noun = NOUNS.iter().filter(|noun| after.starts_with(**noun)).max_by_key(|noun| noun.len())?;
    let rest = after.get(noun.len()..).unwrap_or("");
    let is_count = quantity.word() == "个"
        && quantity.precision == Precision::Exact
        && quantity.is_amount()
        && quantity.factor == 1;
    let is_other = rest.starts_with(['级', '次', '办', '村']) || figure.goes_on_with(&["（", "级"]);
    (is_count && !is_other).then_some(*noun)
}

/// 全县 15 个乡镇, 全县 21 个部门和 15 个乡镇: the place that the words in front of `figure` say has so many.
fn place_of<'a>(figure: &Told<'_, 'a>) -> Option<&'a str> {
    let mention = figure.mention;
    let bare = |words: &'a str| scope::PLACES.contains(&words).then_some(words);
    let before = mention.before.strip_suffix(['共', '有']).unwrap_or(mention.before);
    bare(before).or_else(|| {
        let first = figure.passage.mentions.get(figure.index.checked_sub(1)?)?;
        let joint = figure.passage.between(first.quantity.span.end, mention.quantity.number.start);
        let is_joined = search::length(joint) <= 8 && joint.ends_with(['和', '、', '及', '与']);
        bare(first.before).filter(|_| is_joined && matches!(mention.lead, Lead::Nothing | Lead::Pause))
    })
}

/// 与邻县 19 个乡镇建立机制, 撤并前的 21 个乡镇: whether the words round `figure` speak of another place or time.
fn tells_of_others(figure: &Told<'_, '_>) -> bool {
    let mention = figure.mention;
    let before = figure.passage.between(mention.sentence_start, mention.quantity.number.start);
    let before = label::last_characters(before, 30);
    label::has(before, OTHERS) || label::has(label::first_characters(mention.after, 10), &["试点外", "累计"])
}

/// 全县 15 个乡镇 … 16 个乡镇承接赋权事项: more of a noun than the only place that is named has.
fn more_than_there_are(passages: &[Passage<'_>]) -> Vec<Statement> {
    let counted: Vec<(&str, Told<'_, '_>)> =
        told(passages).filter_map(|figure| Some((noun_of(&figure)?, figure))).collect();
    let of_places: Vec<(&str, &str, &Told<'_, '_>)> =
        counted.iter().filter_map(|(noun, figure)| Some((place_of(figure)?, *noun, figure))).collect();
    // A paper that tells of two places by that noun may mean the other one.
    let is_of_one_place =
        of_places.iter().all(|(place, _, _)| of_places.first().is_none_or(|(first, _, _)| first == place));
    if !is_of_one_place {
        return Vec::new();
    }
    counted
        .iter()
        .filter_map(|(noun, again)| {
            let (_, _, all) = of_places.iter().find(|(_, of, _)| of == noun)?;
            let (more, most) = (again.mention.quantity.base()?, all.mention.quantity.base()?);
            let differs = if place_of(again).is_some() { more != most } else { more > most };
            let is_other =
                tells_of_others(again) || !all.is_of_the_time_of(again) || was_before_a_change(all);
            (differs && again.is_apart_from(all) && !is_other)
                .then(|| compare(all.mention, again.mention, false))
                .flatten()
        })
        .collect()
}

/// Whether the words in front of the place speak of another time.
fn was_before_a_change(all: &Told<'_, '_>) -> bool {
    let before = all.passage.between(all.mention.sentence_start, all.mention.quantity.number.start);
    label::has(label::last_characters(before, 24), &["原", "撤并", "合并", "调整", "去年", "上年"])
}

/// 主持召开常务会议 74 次 above 县政府召开常务会议 24 次: who takes the chair does so at no more than were held.
fn more_than_were_held(passages: &[Passage<'_>]) -> Vec<Statement> {
    const DEEDS: &[&str] = &["召开", "专题研究"];
    const SHORTEST: usize = 6;
    const OF_SOME: &[&str] = &[
        "主持", "牵头", "分管", "季度", "半年", "月", "参加", "列席", "出席", "以来", "上年", "去年", "党组",
    ];
    let deed = |figure: &Told<'_, '_>| {
        let words = figure.mention.before;
        let (at, _) = search::each_of(words, DEEDS).next()?;
        let name = words.get(at..)?;
        let is_count = figure.mention.quantity.word() == "次"
            && figure.mention.quantity.precision == Precision::Exact
            && search::length(name) >= SHORTEST;
        is_count.then_some(at)
    };
    let figures: Vec<(Told<'_, '_>, usize)> =
        told(passages).filter_map(|figure| Some((figure, deed(&figure)?))).collect();
    figures
        .iter()
        .filter_map(|(chaired, at)| {
            let (front, name) = chaired.mention.before.split_at_checked(*at)?;
            if !front.contains("主持") || label::has(front, &["以来", "累计", "上年", "去年"]) {
                return None;
            }
            let is_same = |(held, from): &&(Told<'_, '_>, usize)| {
                let words = held.mention.before.split_at_checked(*from);
                words.is_some_and(|(ahead, held)| held == name && !label::has(ahead, OF_SOME))
            };
            let mut same = figures.iter().filter(is_same);
            let (held, _) = same.next().filter(|_| same.next().is_none())?;
            let is_more = chaired.mention.quantity.base()? > held.mention.quantity.base()?;
            (is_more && held.is_apart_from(chaired) && held.is_of_the_time_of(chaired))
                .then(|| compare(held.mention, chaired.mention, false))
                .flatten()
        })
        .collect()
}
