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
use crate::source::ViewSpan;

/// The most characters of a name.
const LONGEST_NAME: usize = 14;

/// 单位 3 家，分别是甲、乙、丙; 会议 3 次，分别于 2 月 6 日、5 月 14 日、9 月 3 日 ….
pub fn behind(passage: &Passage<'_>, stated: &Mention<'_>) -> Option<Statement> {
    let comma = stated.token + 1;
    if !matches!(passage.kind(comma)?, TokenKind::Comma | TokenKind::Colon)
        || stated.after.chars().count() > 8
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
        let names = ["为", "系", "有"].iter().find_map(|cue| words.strip_prefix(cue))?;
        let items: Vec<&str> = names.split('、').collect();
        (are_organs(&items) || are_places(&items)).then_some(names)
    });
    // 典型案例 5 个：甲案、乙案、丙案: a colon alone is enough for three names or more.
    let is_colon = by_mark && words.matches('、').count() >= 2;
    let by_colon = Some(words).filter(|_| is_colon);
    let items: Vec<&str> = by_name.or(by_colon)?.split('、').collect();
    let (last, others) = items.split_last()?;
    // 红、橙、黄、蓝: signs may be names where all of them are.
    let are_signs = items.len() >= 3 && items.iter().all(|item| item.chars().count() == 1);
    let are_names = are_signs || items.iter().all(|item| (2..=LONGEST_NAME).contains(&item.chars().count()));
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
