//! A stated number of things against the things listed beside it.
//!
//! *Invariant:* 等 makes the stated number a bound; a list that the words do not tie to the number
//! is no claim.

use super::label;
use super::list::{self, Opener};
use super::statement::{Lead, Mention, Passage};
use super::{Claim, Fault, Operand, Statement};
use crate::facts::{Decimal, Precision, TokenKind};
use crate::review::{ClaimKind, Status};
use crate::source::ViewSpan;

/// What is counted when documents are listed.
const DOCUMENTS: &[&str] = &[
    "制度", "文件", "规章", "法规", "决策", "规划", "办法", "细则", "方案", "意见", "政策", "规定", "清单",
    "规程", "条例", "指引", "标准",
];

/// Nouns that gather what was listed before them.
const GATHERING: &[&str] = &[
    "专业",
    "领域",
    "方面",
    "环节",
    "部门",
    "类别",
    "类型",
    "地区",
    "方式",
    "渠道",
    "维度",
    "层面",
    "阶段",
    "步骤",
    "平台",
    "行业",
    "机制",
    "司法所",
    "街道",
    "乡镇",
    "镇",
    "县",
    "区",
    "市",
    "单位",
    "重点",
    "要素",
    "关口",
    "体系",
    "板块",
];

/// The statements about listed things in `passage`.
pub fn claims(passage: &Passage<'_>, out: &mut Vec<Statement>) {
    titles(passage, out);
    parts_of_a_total(passage, out);
    for mention in &passage.mentions {
        out.extend(labels_before(passage, mention).or_else(|| quoted_before(passage, mention)));
        out.extend(labels_in_bracket(passage, mention));
    }
}

/// What was counted, where it stands, and what may follow from 等 or 和.
struct Listed {
    least: usize,
    most: usize,
    span: ViewSpan,
    is_open_ended: bool,
}

fn statement(stated: &Mention<'_>, listed: &Listed, certain: bool) -> Option<Statement> {
    let value = stated.quantity.value;
    let number = value.to_whole().and_then(|whole| usize::try_from(whole).ok())?;
    let holds = if listed.is_open_ended {
        listed.least <= number
    } else {
        (listed.least..=listed.most).contains(&number)
    };
    let shown = if holds && !listed.is_open_ended { number } else { listed.least };
    let counted = Decimal::whole(i128::try_from(shown).ok()?);
    let listed_operand = Operand {
        role: "listed",
        value: counted,
        unit: stated.quantity.unit(),
        label: String::new(),
        span: listed.span,
        digits: None,
    };
    let operands = vec![Operand::of("stated", stated), listed_operand];
    let (sign, status, fault) = if holds {
        (if listed.is_open_ended { "≤" } else { "=" }, Status::Holds, None)
    } else {
        (
            if listed.is_open_ended { ">" } else { "≠" },
            Status::Broken,
            Some(Fault { computed: counted, excess: counted.minus(value)?, certain }),
        )
    };
    Some(Claim::new(ClaimKind::Count, status, format!("{shown} {sign} {value}"), None, operands, fault))
}

fn may_count(mention: &Mention<'_>) -> bool {
    let quantity = mention.quantity;
    quantity.precision == Precision::Exact
        && quantity.is_amount()
        && quantity.factor == 1
        && quantity.measure.is_some()
        && quantity.value >= Decimal::whole(2)
        && quantity.value <= Decimal::whole(99)
}

/// 《》 in a row against the number behind or before them.
fn titles(passage: &Passage<'_>, out: &mut Vec<Statement>) {
    let mut index = passage.range.start;
    while index < passage.range.end {
        if passage.kind(index) != Some(TokenKind::Title) {
            index += 1;
            continue;
        }
        let (count, last) = title_row(passage, index);
        let span = passage.span(index).join(passage.span(last));
        if count >= 2 {
            out.extend(
                number_behind(passage, last, span, count)
                    .or_else(|| number_before(passage, index, last, span, count)),
            );
        }
        index = last + 1;
    }
}

/// How many titles follow each other from `first` on, and the token of the last.
fn title_row(passage: &Passage<'_>, first: usize) -> (usize, usize) {
    let (mut count, mut last, mut index) = (1, first, first + 1);
    let mut depth = 0;
    while let Some(kind) = passage.kind(index) {
        match kind {
            TokenKind::Open => depth += 1,
            TokenKind::Close if depth > 0 => depth -= 1,
            _ if depth > 0 => {}
            TokenKind::Pause | TokenKind::Comma => {}
            TokenKind::Title if is_joined(passage, last, index) => {
                count += 1;
                last = index;
            }
            _ => break,
        }
        index += 1;
    }
    (count, last)
}

/// Whether nothing but marks, brackets, 和 and 及 stands between two titles.
fn is_joined(passage: &Passage<'_>, left: usize, right: usize) -> bool {
    let between = passage.between(passage.span(left).end, passage.span(right).start);
    let mut depth = 0;
    let rest: String = between
        .chars()
        .filter(|ch| {
            match ch {
                '（' => depth += 1,
                '）' => depth -= 1,
                _ => return depth == 0,
            }
            false
        })
        .collect();
    matches!(rest.as_str(), "" | "、" | "，" | "和" | "及" | "以及" | "与")
}

fn number_behind(passage: &Passage<'_>, last: usize, span: ViewSpan, count: usize) -> Option<Statement> {
    let stated = passage.mentions.iter().find(|mention| mention.token > last)?;
    let between = passage.between(passage.span(last).end, stated.quantity.span.start);
    let words = without_bracket(between);
    let is_open_ended = words.starts_with('等');
    let tied = ["", "等", "共", "共计", "等共", "这"].contains(&words);
    let counts_documents = label::begins(stated.after, DOCUMENTS)
        || label::has(stated.after, DOCUMENTS)
        || matches!(
            stated.quantity.measure.map(|measure| measure.word),
            Some("件" | "部" | "项" | "份" | "个")
        );
    (tied && may_count(stated) && counts_documents)
        .then(|| statement(stated, &Listed { least: count, most: count, span, is_open_ended }, true))
        .flatten()
}

fn without_bracket(words: &str) -> &str {
    match (words.strip_prefix('（'), words.rfind('）')) {
        (Some(_), Some(close)) => words.get(close + '）'.len_utf8()..).unwrap_or(words),
        _ => words,
    }
}

fn number_before(
    passage: &Passage<'_>,
    first: usize,
    last: usize,
    span: ViewSpan,
    count: usize,
) -> Option<Statement> {
    let stated = passage.mentions.iter().rev().find(|mention| mention.token < first)?;
    let between = passage.between(stated.quantity.span.end, passage.span(first).start);
    let words = between.strip_prefix(stated.after).unwrap_or(between);
    let tied = ["，", "：", "，即", "，包括", "，分别为", "，分别是", "包括", "，其中", "（", "，为"]
        .contains(&words);
    let by_colon = words == "：" || words == "（";
    let counts_documents = label::has(stated.before, DOCUMENTS) || label::has(stated.after, DOCUMENTS);
    let behind = passage.between(passage.span(last).end, passage.span(last).end + '等'.len_utf8() as u32);
    let is_open_ended = behind == "等" || words == "，其中" || words == "包括";
    (tied && may_count(stated) && stated.after.chars().count() <= 14 && (counts_documents || by_colon))
        .then(|| statement(stated, &Listed { least: count, most: count, span, is_open_ended }, true))
        .flatten()
}

/// 任务涉及十个专业共 2707 家 and then a part for each: as many parts as 专业.
fn parts_of_a_total(passage: &Passage<'_>, out: &mut Vec<Statement>) {
    for list in list::find(passage) {
        let (Some(stated), Some(first), Some(last)) = (
            list.whole.checked_sub(1).and_then(|before| passage.mentions.get(before)),
            list.parts.first().and_then(|&part| passage.mentions.get(part)),
            list.parts.last().and_then(|&part| passage.mentions.get(part)),
        ) else {
            continue;
        };
        let Some(whole) = passage.mentions.get(list.whole) else { continue };
        let adjoins = stated.clause == whole.clause && stated.depth == whole.depth;
        let noun = stated.after.trim_end_matches("共计").trim_end_matches('共');
        let gathers = GATHERING.contains(&noun) && noun.len() < stated.after.len();
        if adjoins && gathers && may_count(stated) && list.opener != Opener::Reversed {
            let span = first.quantity.span.join(last.quantity.span);
            let count = list.parts.len();
            out.extend(statement(
                stated,
                &Listed { least: count, most: count, span, is_open_ended: list.is_open_ended },
                true,
            ));
        }
    }
}

/// 甲、乙、丙三个部门.
fn labels_before(passage: &Passage<'_>, stated: &Mention<'_>) -> Option<Statement> {
    const ACTIONS: &[&str] = &[
        "开展", "实施", "推进", "召开", "制定", "完成", "出台", "举办", "组织", "建立", "落实", "做好",
        "抓好", "设立", "成立", "梳理", "印发", "办理", "受理", "审核", "查处", "检查", "提出", "新增",
        "取消", "培训", "发放", "承办", "编制", "公布", "配备", "聘请", "通过",
    ];
    let is_open_ended = stated.before.ends_with('等');
    let last_label = stated.before.strip_suffix('等').unwrap_or(stated.before);
    let fits = stated.lead == Lead::Pause
        && may_count(stated)
        && (stated.quantity.is_chinese || stated.quantity.value <= Decimal::whole(12))
        && gathers(stated)
        && (2..=12).contains(&last_label.chars().count())
        && !label::has(last_label, ACTIONS);
    if !fits {
        return None;
    }
    let mut items = vec![last_label];
    let mut index = stated.token.checked_sub(1)?;
    let mut item_end = passage.span(index).start;
    if passage.kind(index) != Some(TokenKind::Pause) {
        return None;
    }
    loop {
        let before = index.checked_sub(1).filter(|before| passage.range.contains(before));
        let kind = before.and_then(|before| passage.kind(before));
        match (before, kind) {
            (_, Some(TokenKind::Figure(_) | TokenKind::Close | TokenKind::Cell)) => return None,
            (Some(before), Some(TokenKind::Title | TokenKind::Quotation)) => index = before,
            (Some(before), Some(TokenKind::Pause)) => {
                items.push(passage.between(passage.span(before).end, item_end));
                (index, item_end) = (before, passage.span(before).start);
            }
            (before, _) => {
                let start = before
                    .map_or(passage.mentions.first().map_or(0, |first| first.start), |before| {
                        passage.span(before).end
                    });
                items.push(passage.between(start, item_end));
                let joints = items.iter().map(|item| joints(item)).sum::<usize>();
                let span = ViewSpan::new(start as usize, stated.quantity.span.start as usize);
                let listed = Listed { least: items.len(), most: items.len() + joints, span, is_open_ended };
                return statement(stated, &listed, false);
            }
        }
    }
}

fn joints(item: &str) -> usize {
    ["和", "及", "与"].iter().map(|joint| item.matches(joint).count()).sum()
}

fn gathers(stated: &Mention<'_>) -> bool {
    label::begins(stated.after, GATHERING)
        || matches!(stated.quantity.measure.map(|measure| measure.word), Some("方面" | "环节" | "领域"))
}

/// “甲、乙、丙”三个环节.
fn quoted_before(passage: &Passage<'_>, stated: &Mention<'_>) -> Option<Statement> {
    let before = stated.token.checked_sub(1)?;
    if passage.kind(before) != Some(TokenKind::Quotation) || !may_count(stated) || !gathers(stated) {
        return None;
    }
    let span = passage.span(before);
    if span.end != stated.quantity.span.start {
        return None;
    }
    let quoted = passage.between(span.start, span.end);
    let count = quoted.matches('、').count() + 1;
    let most = count + joints(quoted);
    (count >= 2)
        .then(|| {
            statement(
                stated,
                &Listed { least: count, most, span, is_open_ended: quoted.ends_with("等”") },
                false,
            )
        })
        .flatten()
}

/// 示范点 3 个（甲、乙、丙）.
fn labels_in_bracket(passage: &Passage<'_>, stated: &Mention<'_>) -> Option<Statement> {
    if !may_count(stated)
        || passage.kind(stated.token + 1) != Some(TokenKind::Open)
        || stated.after.chars().count() > 8
    {
        return None;
    }
    let open = passage.span(stated.token + 1);
    let mut index = stated.token + 2;
    let close = loop {
        match passage.kind(index)? {
            TokenKind::Close => break passage.span(index),
            TokenKind::Pause | TokenKind::Title | TokenKind::Quotation => {}
            _ => return None,
        }
        index += 1;
    };
    let inside = passage.between(open.end, close.start);
    let items: Vec<&str> = inside.split('、').collect();
    let are_names =
        items.len() >= 3 && items.iter().all(|item| item.chars().count() >= 2) && !inside.contains("含");
    let is_open_ended = inside.ends_with('等');
    let number = stated.quantity.value.to_whole().and_then(|whole| usize::try_from(whole).ok())?;
    let most = items.len() + items.iter().map(|item| joints(item)).sum::<usize>();
    // A bracket may explain instead of listing: only a near miss is called one.
    let is_near = is_open_ended || (items.len().saturating_sub(1)..=most + 1).contains(&number);
    let span = ViewSpan::new(open.end as usize, close.start as usize);
    (are_names && is_near)
        .then(|| statement(stated, &Listed { least: items.len(), most, span, is_open_ended }, false))
        .flatten()
}
