//! A number and, behind a comma, the things by name: 单位 5 家，分别是甲、乙、丙; by date, see [`dated`].
//!
//! *Invariant:* the words behind 分别 are names without figures; only a near miss is called one.

use super::dated;
use super::labels::{are_organs, joints};
use super::lead;
use super::{Listed, statement};
use crate::claims::Statement;
use crate::claims::label;
use crate::claims::statement::{Mention, Passage};
use crate::facts::TokenKind;
use crate::search;
use crate::source::ViewSpan;

/// The most characters of a name.
const LONGEST_NAME: usize = 14;

/// 单位 3 家，分别是甲、乙、丙; 会议 3 次，分别于 2 月 6 日、5 月 14 日、9 月 3 日 ….
pub fn behind(passage: &Passage<'_>, stated: &Mention<'_>) -> Option<Statement> {
    let comma = stated.token + 1;
    if !matches!(passage.kind(comma)?, TokenKind::Comma | TokenKind::Colon)
        || search::length(stated.after) > 8
        || stated.depth > 0
    {
        return None;
    }
    let from = passage.span(comma).end;
    let mut index = comma + 1;
    let end = loop {
        match passage.kind(index) {
            Some(TokenKind::Pause) => index += 1,
            // 3 家，具体如下：甲、乙、丙
            Some(TokenKind::Colon) if index == comma + 1 => index += 1,
            // 村（居）法律顾问: a bracket inside a name.
            Some(TokenKind::Open) if passage.kind(index + 1) == Some(TokenKind::Close) => index += 2,
            Some(TokenKind::Comma | TokenKind::Semicolon | TokenKind::Stop | TokenKind::Newline) => {
                break passage.span(index).start;
            }
            None => break passage.end(),
            Some(_) => return None,
        }
    };
    let words = passage.between(from, end);
    let by_mark = passage.kind(comma) == Some(TokenKind::Colon);
    if let Some(found) = dated::claim(passage, stated, ViewSpan { start: from, end }, by_mark) {
        return Some(found);
    }
    let by_name = lead::behind_all(words).or_else(|| {
        // 会签单位三家，为市财政局、市税务局、市审计局; 为企业、群众服务 lists nobody.
        let names = search::behind(words, &["为", "系", "有"])?;
        let items: Vec<&str> = names.split('、').collect();
        (are_organs(&items) || are_places(&items)).then_some(names)
    });
    if let Some(found) = each_in_its_place(stated, words, ViewSpan { start: from, end }) {
        return Some(found);
    }
    // 典型案例 5 个：甲案、乙案、丙案: a colon alone is enough for three names or more.
    let is_colon = by_mark && words.matches('、').count() >= 2;
    let by_colon = Some(words).filter(|_| is_colon);
    let items: Vec<&str> = by_name.or(by_colon)?.split('、').collect();
    let (last, others) = items.split_last()?;
    // 红、橙、黄、蓝: signs may be names where all of them are.
    let are_signs = items.len() >= 3 && items.iter().all(|item| search::length(item) == 1);
    let are_names = are_signs || items.iter().all(|item| (2..=LONGEST_NAME).contains(&search::length(item)));
    if others.is_empty() || !are_names || are_kinds(stated, words, &items) {
        return None;
    }
    let most = items.len() + items.iter().map(|item| joints(item)).sum::<usize>();
    let number = stated.quantity.value.to_whole().and_then(|whole| usize::try_from(whole).ok())?;
    let is_open_ended = last.ends_with('等');
    let is_near = is_open_ended || (items.len().saturating_sub(1)..=most + 1).contains(&number);
    let span = ViewSpan { start: from, end };
    is_near
        .then(|| {
            statement(
                stated,
                &Listed { least: items.len(), likely: items.len(), most, span, is_open_ended },
                false,
            )
        })
        .flatten()
}

/// 建成小院 9 个，分别位于甲村、乙村和丙社区: things that each stand in a place of their own, against these. Without 分别 several may
/// stand in one.
fn each_in_its_place(stated: &Mention<'_>, words: &str, span: ViewSpan) -> Option<Statement> {
    const STANDING: &[&str] = &[
        "位于",
        "坐落于",
        "坐落在",
        "设在",
        "设于",
        "设立在",
        "建在",
        "落户",
        "落户于",
        "落户在",
        "落在",
        "分布在",
        "分布于",
        "在",
    ];
    let places = search::behind(words, &["分别", "依次"])?;
    let places = search::beginning(places, STANDING).and_then(|cue| places.strip_prefix(cue))?;
    let (places, is_open_ended) = match places.strip_suffix('等') {
        Some(places) => (places, true),
        None => (places, false),
    };
    let named: Vec<&str> = places.split('、').flat_map(both_places).collect();
    let are_places = named.len() >= 3
        && named.iter().all(|place| is_place(place) && search::length(place) <= LONGEST_NAME);
    // 培训 5 期，分别在甲镇、乙镇: what is held may be held twice in one place.
    let stands = !matches!(
        stated.quantity.word(),
        "次" | "场" | "场次" | "期" | "轮" | "批" | "批次" | "人" | "名" | "起" | "件"
    );
    let number = stated.quantity.value.to_whole().and_then(|whole| usize::try_from(whole).ok())?;
    let is_near = stands && (is_open_ended || number.abs_diff(named.len()) <= 1);
    let count = named.len();
    let listed = Listed { least: count, likely: count, most: count, span, is_open_ended };
    (are_places && is_near).then(|| statement(stated, &listed, false)).flatten()
}

/// 乙村和丙社区: the two places that are joined in `item`, or `item` itself.
fn both_places(item: &str) -> impl Iterator<Item = &str> {
    let joined = ["以及", "和", "与", "及"]
        .iter()
        .find_map(|joint| search::split(item, joint).filter(|(one, other)| is_place(one) && is_place(other)));
    let (one, other) = joined.map_or((item, None), |(one, other)| (one, Some(other)));
    std::iter::once(one).chain(other)
}

/// Whether `name` is that of a place or of a building that stands in one.
fn is_place(name: &str) -> bool {
    const ENDS: &[&str] = &[
        "村", "社区", "镇", "乡", "街道", "县", "区", "市", "小区", "公园", "广场", "园区", "学校", "小学",
        "中学", "医院", "车站", "路", "街", "巷", "港", "码头", "景区", "市场", "中心",
    ];
    search::length(name) >= 2 && search::ending(name, ENDS).is_some()
}

/// 检查企业 5 家，具体为餐饮企业、食品企业; 检查 4 次，包括食品、药品: whether `words`, which do not share out, lead to kinds of what is
/// counted, of each of which there may be several.
fn are_kinds(stated: &Mention<'_>, words: &str, items: &[&str]) -> bool {
    const GENERAL: &[&str] =
        &["企业", "单位", "商户", "机构", "门店", "场所", "公司", "店", "人员", "群众", "对象"];
    const TIMES: &[&str] = &["次", "场", "场次", "轮", "批", "批次", "人次"];
    let shares_out = label::begins(words, &["分别", "依次", "即", "具体分别", "为"]);
    let are_general = GENERAL.iter().any(|noun| items.iter().all(|item| item.ends_with(noun)));
    !shares_out && (are_general || TIMES.contains(&stated.quantity.word()))
}

/// 东陵镇、西坝镇、北集乡: three places or more.
fn are_places(items: &[&str]) -> bool {
    items.len() >= 3 && items.iter().all(|item| item.ends_with(['镇', '乡', '村', '县', '区']))
}
