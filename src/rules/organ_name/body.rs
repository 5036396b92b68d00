//! The paper's own organ written out in full in the body, with a part of its name missing or added:
//! 卫生健康委员会 for 卫生健康体育委员会.
//!
//! *Invariant:* compares only names of the same place and the same kind of organ that differ in one
//! part which such names are known to gain or lose, or in one character; where one character is another,
//! the name has to stand as that of the paper's own organ.

use std::borrow::Cow;

use super::Name;
use super::alike::{LONGEST_UNIT, Parts, are_renamed, take_apart};
use super::short::is_short_form;
use crate::draft::Draft;
use crate::lang::Lang;
use crate::numbers::Groups;
use crate::review::Safety;
use crate::rules::{Edit, Sink};
use crate::search;
use crate::source::{Span, ViewSpan};

/// What names of organs gained or lost when organs were merged and divided.
const PARTS: [&str; 21] = [
    "体育",
    "健康",
    "计划生育",
    "人口",
    "农村",
    "规划",
    "旅游",
    "广电",
    "新闻出版",
    "科技",
    "科学技术",
    "信息化",
    "商务",
    "生态",
    "社会保障",
    "城乡建设",
    "数据",
    "林业",
    "水务",
    "民族",
    "宗教",
];

/// Characters that make another organ of the name, or none of weight.
const OTHER_ORGANS: [char; 24] = [
    '和', '与', '及', '总', '分', '副', '原', '省', '市', '县', '区', '州', '镇', '乡', '委', '局', '厅',
    '处', '办', '院', '站', '所', '队', '会',
];

/// In fields of so many characters another one is a slip.
const LONG_FIELD: usize = 4;

/// Words in front of a name that is that of another organ, or one of several.
const BESIDE: [&str; 14] =
    ["会同", "联合", "配合", "协助", "协同", "与", "和", "及", "同", "、", "由", "向", "从", "对"];

/// What begins behind a name that is one of several.
const LISTED: [&str; 9] = ["、", "和", "与", "及", "等", "联合", "会同", "以及", "同"];

/// Words of a paragraph that tells how the organ came to its name.
const HISTORY: [&str; 8] = ["更名", "挂牌", "组建", "合并", "机构改革", "划转", "整合", "前身"];

/// Reports every name in the body that is nearly `reference`, once for all its places.
pub(super) fn check(draft: &Draft<'_>, sink: &mut Sink<'_>, reference: &Name<'_>) {
    let Some(parts) = take_apart(reference.text) else { return };
    let mut wrong: Groups<'_, (&str, Span)> = Groups::default();
    for block in draft.document.body() {
        let text = draft.source.folded(block.span);
        let mut is_history = None;
        for at in search::places_of(text, parts.unit) {
            let Some(name) = name_at(text, at, &parts).or_else(|| changed_at(text, at, &parts)) else {
                continue;
            };
            let span =
                ViewSpan::new(block.span.start as usize + at, block.span.start as usize + at + name.len());
            let is_former = text.get(..at).is_some_and(|before| before.ends_with('原'));
            if is_former || is_short_form(name) || draft.facts.is_cited(span) {
                continue;
            }
            if !*is_history.get_or_insert_with(|| search::has(text, &HISTORY)) {
                wrong.add(Cow::Borrowed(name), (name, draft.source.original(span)));
            }
        }
    }
    let whole = format!("{}{}{}", parts.unit, parts.field, parts.kind);
    for same in wrong.all() {
        let name = same.first().map_or("", |(name, _)| name);
        let places: Vec<Span> = same.iter().map(|(_, place)| *place).collect();
        let (zh, en, right) = (reference.zh, reference.en, reference.text);
        let message = match draft.lang {
            Lang::Zh => format!(
                "正文中的机关名称“{name}”与{zh}的“{right}”不一致；可能是旧名称或者漏字、多字，请核对后统一。"
            ),
            Lang::En => format!(
                "The text names “{name}”, but the {en} “{right}”; it may be an old name or a slip, use one name throughout."
            ),
        };
        let edits = places.iter().map(|&span| Edit { span, text: whole.clone() }).collect();
        let title = match draft.lang {
            Lang::Zh => format!("改为“{whole}”"),
            Lang::En => format!("Change to “{whole}”"),
        };
        let finding = sink
            .finding(places.first().copied(), message)
            .with_related(reference.span, "named", Some(right.to_owned()))
            .with_edits(Safety::Suggest, title, edits);
        sink.push(finding.standing_for(&places));
    }
}

/// The name of an organ at `at` of `text` that is nearly the one in `parts`.
fn name_at<'t>(text: &'t str, at: usize, parts: &Parts<'_>) -> Option<&'t str> {
    let field_at = at + parts.unit.len();
    let rest = text.get(field_at..)?;
    let longest = search::length(parts.field) + LONGEST_UNIT + search::length(parts.kind);
    let near: usize = rest.chars().take(longest).map(char::len_utf8).sum();
    let length = rest.get(..near)?.find(parts.kind)?;
    let field = rest.get(..length)?;
    is_nearly(parts.field, field).then(|| text.get(at..field_at + length + parts.kind.len()))?
}

/// The name of an organ at `at` of `text` that is the one in `parts` but for one character; it stands where
/// the paper speaks of its own organ, at the start of a clause and not among others.
fn changed_at<'t>(text: &'t str, at: usize, parts: &Parts<'_>) -> Option<&'t str> {
    let field_at = at + parts.unit.len();
    let rest = text.get(field_at..)?;
    let length: usize = rest.chars().take(search::length(parts.field)).map(char::len_utf8).sum();
    let field = rest.get(..length)?;
    let behind = rest.get(length..)?.strip_prefix(parts.kind)?;
    let before = text.get(..at)?;
    let is_own = before.is_empty() || before.ends_with(['。', '，', '；', '：']);
    let is_beside = search::ending(before, &BESIDE).is_some() || search::beginning(behind, &LISTED).is_some();
    (is_own && !is_beside && is_changed(parts.field, field))
        .then(|| text.get(at..field_at + length + parts.kind.len()))?
}

/// Whether one character of a long field is another, or both are names of one office.
fn is_changed(right: &str, other: &str) -> bool {
    let mut changed = right.chars().zip(other.chars()).filter(|(one, two)| one != two);
    let is_slip = matches!((changed.next(), changed.next()), (Some((_, ch)), None)
        if !OTHER_ORGANS.contains(&ch) && search::length(right) >= LONG_FIELD);
    is_slip || are_renamed(right, other)
}

/// Whether one of the two is the other with one known part, or one character, more.
fn is_nearly(right: &str, other: &str) -> bool {
    let (short, long) = if right.len() < other.len() { (right, other) } else { (other, right) };
    if search::length(short) < 2 || short.len() == long.len() {
        return false;
    }
    let same: usize =
        short.chars().zip(long.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
    let (Some(tail), Some(rest)) = (short.get(same..), long.get(same..)) else { return false };
    let Some(part) = rest.strip_suffix(tail) else { return false };
    let bare = part.trim_matches(['和', '与']);
    let mut chars = part.chars();
    let is_slip = matches!((chars.next(), chars.next()), (Some(ch), None) if !OTHER_ORGANS.contains(&ch));
    PARTS.contains(&bare) || is_slip
}

#[cfg(test)]
mod tests {
    use crate::rules::organ_name::RULE;
    use crate::rules::prose::testing::{findings, finds};

    fn report(organ: &str, text: &str) -> String {
        format!(
            "{organ}关于2023年度法治政府建设情况的报告\n2023年，{text}\n一、主要成效\n办理许可386件。\n{organ}\n2024年1月22日"
        )
    }

    #[test]
    fn finds_old_names_and_slips() {
        let table: &[(&str, &str, &[&str])] = &[
            ("青澜市卫生健康体育委员会", "青澜市卫生健康委员会认真履职。", &["青澜市卫生健康委员会"]),
            ("河湾市青澜区农业农村局", "青澜区农业局认真履职。", &["青澜区农业局"]),
            ("云山市文化广电和旅游局", "云山市文化和旅游局认真履职。", &["云山市文化和旅游局"]),
            ("云山市市场监督管理局", "云山市市场监督管局认真履职。", &["云山市市场监督管局"]),
            ("青澜市卫生健康体育委员会", "青澜市卫生健康体育委员会认真履职。", &[]),
            ("青澜市卫生健康体育委员会", "青澜市卫健委、青澜市卫生健康委认真履职。", &[]),
            ("青澜市卫生健康体育委员会", "青澜省卫生健康委员会、临江县卫生健康委员会检查。", &[]),
            ("青澜市卫生健康委员会", "青澜市松岭区卫生健康委员会检查。", &[]),
            ("青澜市卫生健康体育委员会", "落实《青澜市卫生健康委员会关于普法的通知》。", &[]),
            ("青澜市卫生健康体育委员会", "原青澜市卫生健康委员会的事项划入。", &[]),
            ("青澜市卫生健康体育委员会", "青澜市卫生健康委员会更名。", &[]),
            ("云山市市场监督管理局", "云山市市场监管局认真履职。", &[]),
            ("云山市住房和城乡建设局", "云山市住房城乡建设局认真履职。", &[]),
            ("云山市水利局", "云山市水务局、云山市财政局配合。", &[]),
            ("云山市水利局", "云山市水务局认真履职。", &["云山市水务局"]),
            ("云山市水利局", "会同云山市水务局、云山市水务局等部门。", &[]),
            ("云山市水利局", "原云山市水务局认真履职。", &[]),
            ("云山市教育局", "云山市体育局认真履职。", &[]),
            ("云山市民政局", "全年云山市财政局认真履职。", &[]),
            ("云山市市场监督管理局", "云山市市场监管管理局认真履职。", &["云山市市场监管管理局"]),
            ("云山市交通运输局", "云山市交通运管局认真履职。", &["云山市交通运管局"]),
            ("云山市卫生健康委员会", "云山市卫生健康标准委员会成立。", &[]),
            ("云山市人民政府", "云山市政府认真履职。", &[]),
        ];
        for (organ, text, expected) in table {
            finds(&RULE, &report(organ, text), expected);
        }
    }

    #[test]
    fn reports_a_name_once() {
        let text = report("青澜区农业农村局", "青澜区农业局履职。青澜区农业局检查12次。");
        let found = findings(&RULE, &text);
        assert_eq!((found.len(), found[0].occurrences), (1, 2));
    }
}
