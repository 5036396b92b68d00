//! Several grades together: 优秀 12 卷、良好 30 卷、合格 18 卷，良好以上 42 卷, or 良好以上占 70%.
//!
//! *Invariant:* which grade is better is told by their names alone; each stands once in the sentence, and the best of
//! the scale and the one that is named are among them, so that nothing is added up that was not told.

use super::growth;
use super::judge;
use super::label;
use super::rate::Quotient;
use super::statement::{Mention, Passage};
use super::{Statement, cues, total};
use crate::facts::Decimal;
use crate::search;

/// Grades, the best first. Each scale is told by its best grade and the one that is named.
const SCALES: &[&[&str]] = &[
    &["优秀", "良好", "中等", "一般", "合格", "基本合格", "不合格"],
    &["优秀", "良好", "中等", "及格", "不及格"],
    &["优秀", "良好", "达标", "基本达标", "不达标"],
    &["优秀", "称职", "基本称职", "不称职"],
    &["满意", "基本满意", "不满意"],
    &["AAA级", "AA级", "A级"],
    &["AAAAA级", "AAAA级", "AAA级", "AA级", "A级"],
    &["A级", "B级", "C级", "D级", "E级"],
    &["A类", "B类", "C类", "D类"],
    &["甲级", "乙级", "丙级"],
    &["甲等", "乙等", "丙等"],
    &["五星级", "四星级", "三星级", "二星级", "一星级"],
];

/// How many points a share may lie from the figure of another sentence to be a mistake.
const MOST_POINTS: i128 = 20;

/// What is worse the farther it is from A: C级以上危房 may be those of D.
const DANGERS: &[&str] = &["危", "风险", "隐患", "灾", "污染", "险"];

/// The statements about several grades together in `passage`.
pub fn claims(passage: &Passage<'_>, out: &mut Vec<Statement>) {
    for (index, mention) in passage.mentions.iter().enumerate() {
        let Some((scale, place)) = threshold(mention) else { continue };
        let sentence = || passage.between(mention.sentence_start, mention.quantity.span.start);
        let is_of_danger = || {
            scale.iter().any(|grade| *grade == "C级" || *grade == "C类") && label::has(sentence(), DANGERS)
        };
        if growth::changes_by(mention) || is_of_danger() {
            continue;
        }
        if mention.quantity.is_share() {
            out.extend(share(passage, index, scale, place));
        } else if mention.quantity.is_amount() {
            out.extend(count(passage, index, scale, place));
        }
    }
}

/// The scale and the place in it that 良好以上 or 良好及以上等次 before `mention`, or 达到良好以上 behind it, names.
fn threshold(mention: &Mention<'_>) -> Option<(&'static [&'static str], usize)> {
    let behind = || label::begins(mention.after, &["达", "被评", "评", "获", "为"]).then_some(mention.after);
    let named = |words: &str| {
        let ahead = search::split(words, "以上")?.0.trim_end_matches('及');
        let ahead = ahead.trim_end_matches("等次").trim_end_matches("档次").trim_end_matches("等级");
        SCALES.iter().find_map(|scale| {
            let place = grade_at_end(scale, ahead)?;
            says_no_more(ahead.strip_suffix(*scale.get(place)?)?).then_some((*scale, place))
        })
    };
    named(mention.before).or_else(|| named(behind()?))
}

/// Whether `words` in front of a grade do no more than lead to it; 连续三年良好以上 is of fewer than the 良好 beside it.
fn says_no_more(words: &str) -> bool {
    const LEADING: &[&str] = &[
        "其中",
        "即",
        "共计",
        "合计",
        "共",
        "被评为",
        "评为",
        "获评",
        "评定为",
        "评定",
        "评价",
        "考核",
        "达到",
        "达",
        "为",
        "案卷",
    ];
    let mut rest = words;
    while let Some(shorter) = search::behind(rest, LEADING) {
        rest = shorter;
    }
    rest.is_empty()
}

/// The place of the grade that ends `words`: 不合格 ends in 合格, and is the longer.
fn grade_at_end(scale: &[&str], words: &str) -> Option<usize> {
    let found = scale.iter().enumerate().filter(|(_, grade)| words.ends_with(**grade));
    found.max_by_key(|(_, grade)| grade.len()).map(|(place, _)| place)
}

/// The grades of `scale` that the sentence of the figure at `index` tells, each with its place; none where one is told
/// twice.
fn grades<'p, 'a>(
    passage: &'p Passage<'a>,
    index: usize,
    scale: &[&str],
) -> Vec<(usize, usize, &'p Mention<'a>)> {
    const NOUNS: &[&str] = &["案卷", "卷宗", "卷", "等次", "档次", "等级", "单位", "项目", "人员"];
    let place_of = |mention: &Mention<'_>| {
        let words = label::label(mention);
        let words = search::ahead(words, NOUNS).unwrap_or(words);
        grade_at_end(scale, words.trim_end_matches('的'))
    };
    let mut told: Vec<(usize, usize, &'p Mention<'a>)> = Vec::new();
    for (at, mention) in passage.sentence_of(index) {
        let Some(place) = place_of(mention).filter(|_| at != index && mention.quantity.is_amount()) else {
            continue;
        };
        let is_like =
            |other: &(usize, usize, &Mention<'_>)| other.2.quantity.class() == mention.quantity.class();
        if told.iter().any(|(known, _, _)| *known == place) || !told.first().is_none_or(is_like) {
            return Vec::new();
        }
        told.push((place, at, mention));
    }
    told
}

/// The grades told that are no worse than the one at `place` of `scale`, where the best and that one are among them.
fn no_worse<'p, 'a>(
    passage: &'p Passage<'a>,
    index: usize,
    scale: &[&str],
    place: usize,
) -> Option<Vec<&'p Mention<'a>>> {
    let told = grades(passage, index, scale);
    let has = |wanted: usize| told.iter().any(|(place, _, _)| *place == wanted);
    let parts: Vec<_> =
        told.iter().filter(|(of, _, _)| *of <= place).map(|(_, _, mention)| *mention).collect();
    (has(0) && has(place) && parts.len() >= 2).then_some(parts)
}

/// Whether beside the grades that are `told` in the sentence of the figure at `index` stands one with their last sign.
fn is_of_another_scale(passage: &Passage<'_>, index: usize, told: &[(usize, usize, &Mention<'_>)]) -> bool {
    let Some(sign) = told.first().and_then(|(_, _, grade)| label::label(grade).chars().next_back()) else {
        return false;
    };
    passage.sentence_of(index).iter().any(|(at, mention)| {
        *at != index
            && label::label(mention).ends_with(sign)
            && sign == '级'
            && told.iter().all(|(_, known, _)| known != at)
    })
}

/// 良好以上 42 卷 is the sum of the grades that are no worse.
fn count(passage: &Passage<'_>, index: usize, scale: &[&str], place: usize) -> Option<Statement> {
    let whole = passage.mentions.get(index)?;
    let parts = no_worse(passage, index, scale, place)?;
    let is_alike = parts.iter().all(|part| part.quantity.class() == whole.quantity.class());
    let terms: Vec<_> = parts.iter().map(|part| (1, part.quantity)).collect();
    let sum = judge::adds_up(&terms, whole.quantity);
    let status = sum.status();
    is_alike.then(|| total::total(whole, &parts, sum, status, false))
}

/// 良好以上占 70% is what the grades that are no worse are of all.
fn share(passage: &Passage<'_>, index: usize, scale: &[&str], place: usize) -> Option<Statement> {
    let rate = passage.mentions.get(index)?;
    // 良好以上 42 卷，占 70% has a count of its own.
    let is_share = rate.before.contains(['占', '率'])
        || label::has(rate.before, cues::SHARE_NOUNS)
        || rate.before.ends_with("以上");
    let parts = no_worse(passage, index, scale, place).filter(|_| is_share)?;
    let told = grades(passage, index, scale);
    let first = told.iter().map(|(_, at, _)| *at).min()?;
    let class = parts.first()?.quantity.class();
    let listed = passage.list_of(first).map(|list| list.whole);
    let whole = listed.or_else(|| {
        let mut before =
            passage.back_from(first).take_while(|(_, mention)| mention.sentence == rate.sentence);
        let found = before.find(|(at, mention)| {
            mention.quantity.class() == class && mention.depth == 0 && !passage.is_part(*at)
        });
        found.map(|(at, _)| at)
    });
    // 年末持证 1260 人…评定优秀 8 人…不合格 2 人: with the worst grade all are told, whatever stands farther in front.
    let are_all_told = told.iter().any(|(place, _, _)| *place + 1 == scale.len());
    let is_near = |whole: &Mention<'_>| whole.sentence == rate.sentence;
    let is_next = |whole: usize| passage.mentions.get(whole).is_some_and(is_near) || whole + 1 == first;
    let whole = whole.filter(|&whole| !are_all_told || is_next(whole));
    let quotient = match whole {
        Some(whole) => Quotient::new(rate, &parts, &[passage.mentions.get(whole)?])?,
        // With the worst grade all are told. A级 is the worst of AAA级 to A级 only where no B级 stands beside it.
        None if is_of_another_scale(passage, index, &told) => return None,
        None if are_all_told => {
            let all: Vec<&Mention<'_>> = told.iter().map(|(_, _, mention)| *mention).collect();
            Quotient::new(rate, &parts, &all)?
        }
        None => return None,
    };
    if quotient.numerator > quotient.denominator {
        return None;
    }
    // 来电 1905 个…。评出优秀 6 个、良好 11 个，良好以上占 89.5%: far from it, the share is of those who were judged, who are told nowhere.
    let is_elsewhere =
        whole.and_then(|whole| passage.mentions.get(whole)).is_some_and(|whole| !is_near(whole));
    let found = quotient.judge()?;
    let is_far_off = found.fault.is_some_and(|fault| fault.excess.abs() > Decimal::whole(MOST_POINTS));
    (!is_elsewhere || !is_far_off).then_some(found)
}
