//! Dates that exist but are not written as official papers write them.
//!
//! *Invariant:* a date that does not exist is left to `impossible-date`.

use super::{Group, Rule, Sink};
use crate::calendar::Date;
use crate::draft::Draft;
use crate::facts::date::{DateFact, Kind, Part, Script};
use crate::facts::year_range::YearRange;
use crate::lang::{Lang, Text};
use crate::review::{Safety, Severity};
use crate::rules::Edit;
use crate::source::{Row, Span, ViewSpan};

pub(super) static RULE: Rule = Rule {
    id: "date-format",
    group: Group::Dates,
    severity: Severity::Warning,
    title: Text { zh: "日期写法不规范", en: "A date in an irregular form" },
    page: page!("date-format"),
    check,
};

fn check(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    let signature = signature(draft);
    let unfinished = unfinished(draft, sink);
    let mut numeric: Vec<&DateFact> = Vec::new();
    let short: Vec<&YearRange> = draft.facts.year_ranges.iter().filter(|range| range.is_short).collect();
    // What does not exist has no right form.
    for fact in draft.facts.dates.iter().filter(|fact| !fact.is_impossible()) {
        // The last year of 2021—25年度 is told with its span.
        let at = short.partition_point(|range| range.span.end <= fact.span.start);
        if short.get(at).is_some_and(|range| range.span.overlaps(fact.span)) {
            continue;
        }
        match fact.kind {
            _ if unfinished == Some(fact) => {}
            _ if signature == Some(fact) => sign_off(draft, sink, fact),
            Kind::Words => words(draft, sink, fact),
            Kind::DottedAnniversary => dotted_anniversary(draft, sink, fact),
            Kind::Dots | Kind::Slashes if is_in_prose(draft, fact) => numeric.push(fact),
            Kind::Dots | Kind::Slashes | Kind::Dashes | Kind::Anniversary => {}
        }
    }
    numeric_in_prose(draft, sink, &numeric);
    short.into_iter().for_each(|range| short_range(draft, sink, range));
}

/// 2021—25年: both years of a span take four digits.
fn short_range(draft: &Draft<'_>, sink: &mut Sink<'_>, range: &YearRange) {
    let span = draft.source.original(range.span);
    let quote = draft.source.folded(range.span);
    let [_, last] = range.years;
    let head = draft.source.folded(ViewSpan { start: range.span.start, end: last.start });
    let right = format!("{head}{}年", range.last);
    let message = match draft.lang {
        Lang::Zh => format!("“{quote}”的截止年份只写了两位。起止年份都应写四位数字，请改为“{right}”。"),
        Lang::En => {
            format!("“{quote}” gives its last year in two digits. Both years take four: write “{right}”.")
        }
    };
    let title = replacement_title(&right, draft.lang);
    sink.push(sink.finding(span, message).with_fix(Safety::Suggest, title, span, right));
}

/// The date that stands alone on one of the last lines: the date of signature.
fn signature<'a>(draft: &'a Draft<'_>) -> Option<&'a DateFact> {
    let fact = draft.facts.dates.last().filter(|fact| !fact.is_anniversary())?;
    let paragraphs = &draft.source.paragraphs;
    let at = paragraphs.iter().rposition(|paragraph| paragraph.view == fact.span)?;
    (at > 0 && at + 3 >= paragraphs.len()).then_some(fact)
}

/// 2024年2月9号 and 2023年12月6 alone on one of the last lines: a date of signature that does not end in 日. Gives what was
/// read of it.
fn unfinished<'a>(draft: &'a Draft<'_>, sink: &mut Sink<'_>) -> Option<&'a DateFact> {
    let fact = draft.facts.dates.last().filter(|fact| fact.kind == Kind::Words)?;
    let paragraphs = &draft.source.paragraphs;
    let at = paragraphs.iter().rposition(|paragraph| paragraph.view.start == fact.span.start)?;
    let line = paragraphs.get(at).filter(|_| at > 0 && at + 3 >= paragraphs.len())?;
    let (view, lang) = (draft.source.view.text.as_str(), draft.lang);
    let rest = view.get(fact.span.end as usize..line.view.end as usize).unwrap_or("");
    let digits = rest.strip_suffix('号').unwrap_or(rest);
    let is_day = (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    let day = digits.parse::<u8>().ok().filter(|_| is_day && fact.day.is_none());
    let date = day
        .zip(fact.full_year())
        .zip(fact.full_month())
        .and_then(|((day, year), month)| Date::new(year, u8::try_from(month).ok()?, day));
    let date = date.filter(|_| line.row == Row::Prose && fact.year.is_some())?;
    let span = draft.source.original(line.view);
    let quote = draft.source.folded(line.view);
    let right = format!("{}年{}月{}日", date.year, date.month, date.day);
    let message = match (lang, digits.len() < rest.len()) {
        (Lang::Zh, true) => format!("成文日期“{quote}”的“号”应写“日”。请改为“{right}”。"),
        (Lang::Zh, false) => format!("成文日期“{quote}”缺“日”字。请改为“{right}”。"),
        (Lang::En, true) => {
            format!("The date of signature “{quote}” ends in “号” instead of “日”. Write “{right}”.")
        }
        (Lang::En, false) => format!("The date of signature “{quote}” lacks “日”. Write “{right}”."),
    };
    let safety = if is_short(fact.year) { Safety::Suggest } else { Safety::Safe };
    let title = replacement_title(&right, lang);
    sink.push(sink.finding(span, message).with_fix(safety, title, span, right));
    Some(fact)
}

/// The date of signature is full, in Arabic digits, with 年, 月 and 日.
fn sign_off(draft: &Draft<'_>, sink: &mut Sink<'_>, fact: &DateFact) {
    let lang = draft.lang;
    let span = draft.source.original(fact.span);
    let quote = draft.source.folded(fact.span);
    if fact.year.is_none() || fact.month.is_none() || fact.day.is_none() {
        let message = match lang {
            Lang::Zh => format!("成文日期“{quote}”不完整。请写全年、月、日。"),
            Lang::En => format!("The date of signature “{quote}” is incomplete. Give year, month and day."),
        };
        return sink.report(span, message);
    }
    let is_words = fact.kind == Kind::Words;
    if fact.month.is_some_and(|month| draft.source.folded(month.span) == "元") {
        let right = in_words(fact);
        let message = match lang {
            Lang::Zh => format!("成文日期“{quote}”的“元月”应写“1月”。请改为“{right}”。"),
            Lang::En => {
                format!("The date of signature “{quote}” has “元月” instead of “1月”. Write “{right}”.")
            }
        };
        let title = replacement_title(&right, lang);
        return sink.push(sink.finding(span, message).with_fix(Safety::Safe, title, span, right));
    }
    if is_words && !is_chinese(fact) || !defects(fact, lang).is_empty() {
        let chinese = lang.pick("成文日期用阿拉伯数字", "a date of signature has Arabic digits");
        return irregular(draft, sink, fact, &in_words(fact), is_chinese(fact).then_some(chinese));
    }
    // Many offices still sign in Chinese numerals, as the standard before this one asked.
    let severity = if is_words { Severity::Hint } else { Severity::Warning };
    let right = in_words(fact);
    let message = match lang {
        Lang::Zh => format!("成文日期“{quote}”应用阿拉伯数字标全年、月、日。请改为“{right}”。"),
        Lang::En => {
            format!(
                "The date of signature “{quote}” should have Arabic digits with 年, 月 and 日. Write “{right}”."
            )
        }
    };
    let title = replacement_title(&right, lang);
    sink.push(sink.finding(span, message).with_severity(severity).with_fix(Safety::Safe, title, span, right));
}

fn words(draft: &Draft<'_>, sink: &mut Sink<'_>, fact: &DateFact) {
    irregular(draft, sink, fact, &regular(fact, draft.source.folded(fact.span)), None);
}

/// What is wrong with the form of a date that should be written as `right`, with `further` if anything is.
fn irregular(
    draft: &Draft<'_>,
    sink: &mut Sink<'_>,
    fact: &DateFact,
    right: &str,
    further: Option<&'static str>,
) {
    let mut defects = defects(fact, draft.lang);
    if defects.is_empty() {
        return;
    }
    defects.extend(further);
    let span = draft.source.original(fact.span);
    let quote = draft.source.folded(fact.span);
    let why = defects.join(draft.lang.pick("；", "; "));
    let message = match draft.lang {
        Lang::Zh => format!("日期“{quote}”写法不规范：{why}。请改为“{right}”。"),
        Lang::En => format!("The date “{quote}” is in an irregular form: {why}. Write “{right}”."),
    };
    // The century of a short year is a guess, everything else is typography.
    let safety = if is_short(fact.year) { Safety::Suggest } else { Safety::Safe };
    let title = replacement_title(right, draft.lang);
    sink.push(sink.finding(span, message).with_fix(safety, title, span, right.to_owned()));
}

fn replacement_title(right: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("改为“{right}”"),
        Lang::En => format!("Change to “{right}”"),
    }
}

fn defects(fact: &DateFact, lang: Lang) -> Vec<&'static str> {
    let mut defects = Vec::new();
    if is_short(fact.year) {
        defects.push(lang.pick("年份应写四位数字", "the year needs four digits"));
    }
    if has_capitals(fact) {
        defects.push(lang.pick("日期不用大写数字", "a date has no numerals in capitals"));
    } else if is_mixed(fact) {
        defects.push(lang.pick(
            "同一日期中汉字数字与阿拉伯数字混用",
            "Chinese numerals and Arabic digits are mixed in one date",
        ));
    } else if fact.year.is_some_and(|year| year.has_wrong_zero()) {
        defects.push(lang.pick(
            "汉字年份里的零应写“〇”，不写“零”“○”“O”或“0”",
            "nought in a year in Chinese numerals is “〇”",
        ));
    }
    if [fact.month, fact.day].into_iter().flatten().any(|part| part.is_padded()) {
        defects.push(lang.pick("月、日不编虚位，应写 1，不写 01", "months and days take no leading zero"));
    }
    defects
}

fn is_short(year: Option<Part>) -> bool {
    year.is_some_and(|year| year.script == Script::Arabic && year.digits == 2)
}

/// 壹月: numerals that keep cheques from being altered.
fn has_capitals(fact: &DateFact) -> bool {
    [fact.year, fact.month, fact.day].into_iter().flatten().any(|part| part.is_capital)
}

fn is_mixed(fact: &DateFact) -> bool {
    let mut scripts = [fact.year, fact.month, fact.day].into_iter().flatten().map(|part| part.script);
    let first = scripts.next();
    scripts.any(|script| Some(script) != first)
}

/// Whether it is written in Chinese numerals throughout.
fn is_chinese(fact: &DateFact) -> bool {
    [fact.year, fact.month, fact.day].into_iter().flatten().all(|part| part.script == Script::Chinese)
}

/// The date as it should be written; `written` is how it is.
fn regular(fact: &DateFact, written: &str) -> String {
    if is_chinese(fact) && !has_capitals(fact) {
        return written.replace(['○', '零', 'O', 'o', '0'], "〇");
    }
    let year = fact.year.and(fact.full_year()).map(|year| format!("{year}年"));
    let month = fact.month.map(|month| format!("{}月", month.value));
    // The first of 12月18—20日 has no 日 of its own.
    let sign = if written.ends_with('日') { "日" } else { "" };
    let day = fact.day.map(|day| format!("{}{sign}", day.value));
    [year, month, day].into_iter().flatten().collect()
}

fn dotted_anniversary(draft: &Draft<'_>, sink: &mut Sink<'_>, fact: &DateFact) {
    let span = draft.source.original(fact.span);
    let quote = draft.source.folded(fact.span);
    let right = quote.replace('.', "·");
    let message = match draft.lang {
        Lang::Zh => {
            format!("“{quote}”是以月、日表示的纪念日，月、日之间应用间隔号“·”，不用小数点。请改为“{right}”。")
        }
        Lang::En => {
            format!(
                "“{quote}” names a day of the year; month and day are joined by “·”, not by a point. Write “{right}”."
            )
        }
    };
    let title = replacement_title(&right, draft.lang);
    sink.push(sink.finding(span, message).with_fix(Safety::Safe, title, span, right));
}

/// 2023.12.18 in running text: one hint for the whole paper.
fn numeric_in_prose(draft: &Draft<'_>, sink: &mut Sink<'_>, facts: &[&DateFact]) {
    let Some(first) = facts.first() else { return };
    let places: Vec<Span> = facts.iter().map(|fact| draft.source.original(fact.span)).collect();
    let (count, quote) = (facts.len(), draft.source.folded(first.span));
    let message = match draft.lang {
        Lang::Zh => {
            format!(
                "正文中有 {count} 处日期写作“{quote}”这样的形式。正文中的日期宜用年、月、日，如“{}”。",
                in_words(first)
            )
        }
        Lang::En => {
            format!(
                "Dates in the text written like “{quote}”: {count}. Running text takes 年, 月 and 日, as in “{}”.",
                in_words(first)
            )
        }
    };
    let edits = facts.iter().zip(&places).map(|(fact, &span)| Edit { span, text: in_words(fact) }).collect();
    let title = draft.lang.pick("全部改为年、月、日形式", "Write all of them with 年, 月 and 日").to_owned();
    let finding = sink.finding(places.first().copied(), message).with_severity(Severity::Hint);
    sink.push(finding.with_edits(Safety::Safe, title, edits).standing_for(&places));
}

/// A full date as 2023年12月18日.
fn in_words(fact: &DateFact) -> String {
    let value = |part: Option<Part>| part.map_or(0, |part| part.value);
    let year = fact.full_year().unwrap_or_else(|| value(fact.year));
    format!("{year}年{}月{}日", value(fact.month), value(fact.day))
}

fn is_in_prose(draft: &Draft<'_>, fact: &DateFact) -> bool {
    let paragraphs = &draft.source.paragraphs;
    let at = paragraphs.partition_point(|paragraph| paragraph.view.end <= fact.span.start);
    paragraphs.get(at).is_some_and(|paragraph| paragraph.row == Row::Prose)
}
