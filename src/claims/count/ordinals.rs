//! 三项措施：一是…二是…三是…, 四件事：第一，…第二，…: a stated number against ordinals.
//!
//! *Invariant:* the ordinals begin right behind a colon, or a comma or full stop where the words announce them, and count up from one without a gap; what
//! breaks off or skips is left to the rule about enumerations.

use super::labels::is_near;
use super::{Listed, statement};
use crate::claims::Statement;
use crate::claims::label;
use crate::claims::statement::{Mention, Passage};
use crate::facts::{Class, Decimal, TokenKind};
use crate::numeral;
use crate::search;
use crate::source::ViewSpan;

/// How the items are numbered.
const STYLES: &[fn(u32) -> String] = &[
    |number| format!("{}是", numeral::write(number)),
    |number| format!("第{}，", numeral::write(number)),
    |number| format!("（{number}）"),
    |number| format!("（{}）", numeral::write(number)),
    |number| char::from_u32(0x2460 + number - 1).map(String::from).unwrap_or_default(),
];

/// The most items that such a list has.
const MOST: u32 = 20;

/// The ordinals behind `stated` against its number.
pub fn behind(passage: &Passage<'_>, stated: &Mention<'_>) -> Option<Statement> {
    let is_announcement = search::length(stated.after) <= 12 && announces(stated);
    let mut index = stated.token + 1;
    while is_announcement && matches!(passage.kind(index)?, TokenKind::Title | TokenKind::Quotation) {
        index += 1;
    }
    let is_loose = match passage.kind(index) {
        Some(TokenKind::Colon) => false,
        Some(TokenKind::Comma | TokenKind::Stop) if leads_on(stated) => true,
        _ => return None,
    };
    if !is_announcement {
        return None;
    }
    let from = passage.span(index).end;
    let rest = within(passage.between(from, passage.end())).trim_start_matches('\n');
    let style = STYLES.iter().find(|style| rest.starts_with(&style(1)))?;
    let mut at = 0;
    let mut count = 0;
    while count < MOST {
        let Some(found) = rest.get(at..).and_then(|tail| tail.find(&style(count + 1))) else { break };
        count += 1;
        at += found + style(count).len();
    }
    // A list that skips a number, is longer than any, or goes on in the next paragraph is not counted.
    let is_cut_short = (count + 1..=count + 3)
        .any(|skipped| rest.get(at..).is_some_and(|tail| tail.contains(&style(skipped))));
    let goes_on = passage.next_paragraph().is_some_and(|next| next.starts_with(&style(count + 1)));
    if count < 2 || is_cut_short || goes_on {
        return None;
    }
    let span = ViewSpan::new(from as usize, from as usize + at);
    let count = usize::try_from(count).ok()?;
    // Without a colon the ordinals may be of something else: only a near miss is told.
    if is_loose && !is_near(stated, count, 0) {
        return None;
    }
    let listed = Listed { least: count, likely: count, most: count, span, is_open_ended: false };
    statement(stated, &listed, !is_loose)
}

/// 存在三个方面问题。一是…; 采取四项措施，一是…: whether ordinals behind a comma or a full stop are what was announced. What
/// was given before (落实四项制度, 针对上述三个问题) is not.
fn leads_on(stated: &Mention<'_>) -> bool {
    const ANNOUNCED: &[&str] = &[
        "存在",
        "采取",
        "推出",
        "推行",
        "实行",
        "从",
        "抓好",
        "做好",
        "抓实",
        "以下",
        "如下",
        "体现在",
        "表现在",
        "通过",
    ];
    const GIVEN: &[&str] =
        &["上述", "以上", "这", "该", "前", "针对", "对照", "落实", "贯彻", "完成", "其", "另", "未", "没"];
    const NOUNS: &[&str] = &[
        "问题", "不足", "短板", "措施", "举措", "方面", "环节", "任务", "工作", "做法", "原因", "困难",
        "差距", "建议", "着手", "发力", "入手",
    ];
    // 五项工作获市级表彰。一是…: what is told behind the noun is what goes on, and not the number.
    let is_aspect = matches!(stated.quantity.word(), "方面" | "环节" | "点")
        || label::begins(stated.after, &["方面", "环节"]);
    let is_named = search::ending(stated.after, NOUNS).is_some()
        || is_aspect && (stated.after.is_empty() || stated.before.ends_with('从'));
    let is_counted_in_words = stated.quantity.is_chinese || stated.quantity.value <= Decimal::whole(9);
    is_named
        && is_counted_in_words
        && label::has(stated.before, ANNOUNCED)
        && !label::has(stated.before, GIVEN)
}

/// Whether such things are listed one by one: 三项措施, and of Chinese numerals also 四剂药方; of three meetings
/// the topics may follow.
fn announces(stated: &Mention<'_>) -> bool {
    let Some(measure) = stated.quantity.measure else { return false };
    match measure.word {
        "个" | "项" | "条" | "点" | "大" | "方面" | "环节" | "件" => true,
        "批" | "期" | "届" | "轮" | "场" => false,
        word => {
            stated.quantity.is_chinese
                && measure.class == Class::Word(word)
                && !word.ends_with('次')
                && !stated.after.is_empty()
        }
    }
}

/// The beginning of `words` in which a list is looked for, cut at a character.
fn within(words: &str) -> &str {
    const LONGEST_LIST: usize = 12_000;
    let end = (LONGEST_LIST..words.len()).find(|&at| words.is_char_boundary(at)).unwrap_or(words.len());
    words.get(..end).unwrap_or(words)
}
