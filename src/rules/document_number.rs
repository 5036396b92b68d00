//! Document numbers that depart from 机关代字〔年份〕序号号.
//!
//! *Invariant:* every number is judged by itself; two numbers of one document are left to `restated-figure`.

use super::{Edit, Fix, Group, Rule, Sink};
use crate::draft::Draft;
use crate::facts::document_number::DocumentNumber;
use crate::lang::{Lang, Text};
use crate::order;
use crate::review::{Safety, Severity};
use crate::source::{Span, ViewSpan};

pub(super) static RULE: Rule = Rule {
    id: "document-number",
    group: Group::Dates,
    severity: Severity::Error,
    title: Text { zh: "发文字号不规范", en: "An irregular document number" },
    page: page!("document-number"),
    check,
};

fn check(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    let limit = latest_year(draft);
    for number in &draft.facts.document_numbers {
        form(draft, sink, number);
        year(draft, sink, number, limit);
    }
    without_number(draft, sink);
}

/// 云政发〔2024〕号: the number is missing. That of the draft itself stands alone in its line and may not be given yet.
fn without_number(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    const YEAR: usize = 4;
    let view = draft.source.view.text.as_str();
    for (close, _) in view.match_indices("〕号") {
        let end = close + "〕号".len();
        let Some(head) = close.checked_sub(YEAR).and_then(|at| view.get(..at)) else { continue };
        let Some(ahead) = head.strip_suffix('〔') else { continue };
        let year = view.get(head.len()..close).unwrap_or("");
        let is_code = |ch: &char| ch.is_alphabetic() && !ch.is_ascii();
        let code: usize =
            ahead.chars().rev().take_while(is_code).take(LONGEST_CODE).map(char::len_utf8).sum();
        let start = ahead.len() - code;
        let is_number = year.bytes().all(|ch| ch.is_ascii_digit()) && code > 0;
        let before = ahead.chars().rev().take(LONGEST_LINE).find(|ch| !is_code(ch));
        let behind = view.get(end..).and_then(|tail| tail.chars().find(|ch| *ch != ' '));
        let is_of_the_draft =
            matches!(before, None | Some('\n')) && matches!(behind, None | Some('\n' | '签'));
        if !is_number || is_of_the_draft {
            continue;
        }
        let span = ViewSpan::new(start, end);
        let quote = draft.source.folded(span);
        let message = match draft.lang {
            Lang::Zh => format!("发文字号“{quote}”缺序号。请补上序号。"),
            Lang::En => format!("The document number “{quote}” has no number behind the year. Add it."),
        };
        sink.push(sink.finding(draft.source.original(span), message));
    }
}

/// The most characters of a code that are shown: 云政办发.
const LONGEST_CODE: usize = 4;
/// The most characters in front of a number that stands alone in its line.
const LONGEST_LINE: usize = 16;

/// Brackets, year, 第 and noughts.
fn form(draft: &Draft<'_>, sink: &mut Sink<'_>, number: &DocumentNumber) {
    let (view, lang) = (draft.source.view.text.as_str(), draft.lang);
    let original = |span| draft.source.original(span);
    let mut defects = Vec::new();
    let mut edits = Vec::new();
    if number.is_shifted {
        defects
            .push(lang.pick("六角括号应括年份，不括序号", "the brackets go round the year, not the number"));
        let end = original(number.close).end;
        edits.push(Edit {
            span: Span { start: original(number.year).start, end },
            text: format!("〔{}〕{}", number.year.of(view), significant(number, view)),
        });
    } else if number.is_bare {
        defects.push(lang.pick("年份应用六角括号“〔〕”括起", "the year takes the brackets “〔〕”"));
        let span = Span { start: original(number.year).start, end: original(number.number).start };
        let ordinal = number.ordinal.filter(|_| number.is_case).map_or("", |ordinal| ordinal.of(view));
        edits.push(Edit { span, text: format!("〔{}〕{ordinal}", number.year.of(view)) });
    } else if !number.has_right_brackets(view) {
        defects.push(lang.pick("年份应用六角括号“〔〕”括起", "the year takes the brackets “〔〕”"));
        edits.push(Edit { span: original(number.open), text: "〔".to_owned() });
        edits.push(Edit { span: original(number.close), text: "〕".to_owned() });
    }
    if number.year.len() != 4 {
        defects.push(lang.pick("年份应写四位数字", "the year needs four digits"));
    }
    if number.year.len() == 2 {
        let start = original(number.year).start;
        edits.push(Edit { span: Span { start, end: start }, text: "20".to_owned() });
    }
    if let Some(word) = number.year_word.filter(|_| !number.is_bare) {
        defects.push(lang.pick("括号内只写数字，不加“年”", "the brackets hold digits only, without “年”"));
        edits.push(Edit { span: original(word), text: String::new() });
    }
    if let Some(ordinal) = number.ordinal.filter(|_| !number.is_case) {
        defects.push(lang.pick("序号前不加“第”", "there is no “第” before the number"));
        if !number.is_bare {
            edits.push(Edit { span: original(ordinal), text: String::new() });
        }
    }
    let digits = number.number.of(view);
    let bare = digits.trim_start_matches('0');
    if bare.is_empty() && !digits.is_empty() {
        let quote = number.span.of(view);
        let message = match lang {
            Lang::Zh => format!("发文字号“{quote}”的序号是 0，序号从 1 编起。请核对序号。"),
            Lang::En => {
                format!("The document number “{quote}” counts from 0; numbers begin with 1. Check it.")
            }
        };
        sink.push(sink.finding(original(number.span), message));
        return;
    }
    if number.is_padded(view) && !number.is_case {
        defects.push(lang.pick("序号不编虚位，应写 1，不写 001", "the number takes no leading zeros"));
        if !number.is_shifted {
            edits.push(Edit { span: original(number.number), text: bare.to_owned() });
        }
    }
    if !number.has_sign {
        defects.push(lang.pick("序号后缺“号”字", "“号” is missing after the number"));
        let end = original(number.number).end;
        edits.push(Edit { span: Span { start: end, end }, text: "号".to_owned() });
    }
    if defects.is_empty() {
        return;
    }
    let (quote, why) = (number.span.of(view), defects.join(lang.pick("；", "; ")));
    let right = regular(number, view);
    let message = match lang {
        Lang::Zh => format!("发文字号“{quote}”写法不规范：{why}。应写为“{right}”。"),
        Lang::En => format!("The document number “{quote}” is irregular: {why}. Write “{right}”."),
    };
    let mut finding = sink.finding(original(number.span), message);
    if !edits.is_empty() {
        order::sort_by_key(&mut edits, |edit| edit.span);
        // Brackets are typography; whatever else is wrong is part of the number.
        let are_brackets =
            defects.len() == 1 && !(number.is_shifted || number.is_bare) && !number.has_right_brackets(view);
        let safety = if are_brackets { Safety::Safe } else { Safety::Suggest };
        let title = lang.pick(format!("改为“{right}”"), format!("Change to “{right}”"));
        finding.fixes.push(Fix { title, safety, edits });
    }
    sink.push(finding);
}

/// The number as it should be written.
fn regular(number: &DocumentNumber, view: &str) -> String {
    let century = if number.year.len() == 2 { "20" } else { "" };
    let (code, year, digits) = (number.code.of(view), number.year.of(view), number.number.of(view));
    match number.is_case {
        true => {
            let ordinal = number.ordinal.map_or("", |ordinal| ordinal.of(view));
            format!("{code}〔{century}{year}〕{ordinal}{digits}号")
        }
        false => format!("{code}〔{century}{year}〕{}号", significant(number, view)),
    }
}

/// The digits of the number as they should be written: those of a case keep their noughts.
fn significant<'a>(number: &DocumentNumber, view: &'a str) -> &'a str {
    let digits = number.number.of(view);
    if number.is_case { digits } else { digits.trim_start_matches('0') }
}

/// A paper cannot cite one that was issued after it.
fn year(draft: &Draft<'_>, sink: &mut Sink<'_>, number: &DocumentNumber, limit: Option<u16>) {
    let view = draft.source.view.text.as_str();
    let Some(year) = number.full_year(view) else { return };
    let quote = number.span.of(view);
    let message = match (draft.lang, limit) {
        (Lang::Zh, Some(limit)) if year > limit => {
            format!("发文字号“{quote}”的年份 {year} 晚于本报告的成文年份 {limit}。请核对年份。")
        }
        (Lang::En, Some(limit)) if year > limit => {
            format!(
                "The document number “{quote}” is of {year}, but this report was signed in {limit}. Check the year."
            )
        }
        (Lang::Zh, _) if year < 1949 => format!("发文字号“{quote}”的年份 {year} 过早。请核对年份。"),
        (Lang::En, _) if year < 1949 => {
            format!("The document number “{quote}” is of {year}, which is too early. Check the year.")
        }
        _ => return,
    };
    let span = draft.source.original(number.year);
    sink.push(sink.finding(span, message).with_severity(Severity::Warning));
}

/// The year in which the report was signed; without a signature, the year after the one it is about.
fn latest_year(draft: &Draft<'_>) -> Option<u16> {
    let document = &draft.document;
    match (document.signed_on, document.report_year) {
        // Signed before the year began: the signature is wrong, and another rule says so.
        (Some(signed), Some(year)) => Some(signed.year.max(year)),
        (Some(signed), None) => Some(signed.year),
        (None, year) => year.map(|year| year + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Date;
    use crate::{Lang, profile};

    fn years(text: &str, signed_on: Option<Date>, report_year: Option<u16>) -> usize {
        let mut draft = Draft::read(text, profile::for_text(text), Lang::Zh);
        draft.document.signed_on = signed_on;
        draft.document.report_year = report_year;
        let mut findings = Vec::new();
        check(&draft, &mut Sink::new(&RULE, &mut findings));
        findings.len()
    }

    #[test]
    fn misses_no_number_but_that_of_the_draft() {
        assert_eq!(years("落实《云山市普法规划》（云政发〔2022〕号）要求。", None, None), 1);
        assert_eq!(years("按照云政办发〔2022〕 6号文件办理。", None, None), 0);
        assert_eq!(years("云山市普法办发〔2023〕号\n关于普法工作的报告\n全年开展普法。", None, None), 0);
        assert_eq!(years("云普办发〔2023〕号    签发人：李明\n关于普法工作的报告", None, None), 0);
    }

    #[test]
    fn knows_that_a_report_cites_no_later_paper() {
        let text = "落实《云山市普法规划》（云政发〔2024〕6号）要求。";
        assert_eq!(years(text, Date::new(2023, 12, 20), Some(2023)), 1);
        assert_eq!(years(text, Date::new(2024, 1, 20), Some(2023)), 0);
        assert_eq!(years(text, None, Some(2023)), 0);
        assert_eq!(years(text, None, Some(2022)), 1);
        assert_eq!(years(text, None, None), 0);
    }
}
