//! An ellipsis of another form than ……, or together with 等.
//!
//! *Invariant:* looks at dots beside Chinese text only; addresses, versions and lines to fill in are no ellipsis.

use super::prose::{self, Paragraph};
use super::{Group, Rule, Sink};
use crate::draft::Draft;
use crate::lang::{Lang, Text};
use crate::review::{Safety, Severity};
use crate::search;

pub(super) static RULE: Rule = Rule {
    id: "ellipsis-form",
    group: Group::Text,
    severity: Severity::Warning,
    title: Text { zh: "省略号用法有误", en: "An irregular ellipsis" },
    page: page!("ellipsis-form"),
    check,
};

const RIGHT: &str = "……";

/// A longer row of dots is a leader or a blank to fill in.
const LONGEST: usize = 8;

/// What 等 behind an ellipsis begins where it does not mean “and so on”.
const OTHER_WORDS: [char; 12] = ['到', '待', '级', '候', '同', '于', '高', '价', '量', '额', '式', '次'];

/// What stands before 等 in words that do not mean “and so on”.
const EQUAL: [char; 14] =
    ['平', '相', '同', '上', '中', '下', '高', '初', '均', '对', '不', '优', '头', '一'];

/// What is written for an ellipsis.
const FORMS: [&str; 3] = ["…", "...", "。。。"];

fn check(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    for paragraph in prose::paragraphs(draft).filter(|paragraph| paragraph.is_prose()) {
        let text = paragraph.text;
        let mut end = 0;
        // Nearly every full stop and point stands alone.
        let begins = |&(at, sign): &(usize, char)| match sign {
            '…' => true,
            '.' => search::stands_at(text, at, "..."),
            '。' => search::stands_at(text, at, "。。。"),
            _ => false,
        };
        for (at, _) in paragraph.marks().filter(begins) {
            if at < end {
                continue;
            }
            let Some(word) = text.get(at..).and_then(|rest| search::beginning(rest, &FORMS)) else {
                continue;
            };
            let sign = word.get(..word.len() / search::length(word)).unwrap_or(word);
            let rest = text.get(at..).unwrap_or("");
            end = at + rest.len() - rest.trim_start_matches(sign).len();
            let count = (end - at) / sign.len();
            let is_right = sign == "…" && count == 2;
            let is_ellipsis = is_right || is_other_form(text, at, end, sign, count);
            if !is_ellipsis || with_and_so_on(draft, sink, &paragraph, at, end) || is_right {
                continue;
            }
            other_form(draft, sink, &paragraph, at, end);
        }
    }
}

/// Whether the `count` signs between `at` and `end` are an ellipsis that is not written ……
fn is_other_form(text: &str, at: usize, end: usize, sign: &str, count: usize) -> bool {
    let is_long_enough = match sign {
        "…" => matches!(count, 1 | 3),
        _ => (3..=LONGEST).contains(&count),
    };
    let is_chinese =
        |ch: char| prose::is_han(ch) || matches!(ch, '”' | '》' | '）' | '“' | '《' | '、' | '，');
    is_long_enough
        && prose::before(text, at).is_some_and(is_chinese)
        && prose::after(text, end).is_none_or(|ch| is_chinese(ch) || ch == '。')
}

fn other_form(draft: &Draft<'_>, sink: &mut Sink<'_>, paragraph: &Paragraph<'_>, at: usize, end: usize) {
    let span = draft.source.original(paragraph.span(at, end));
    let quote = draft.source.quote(span).to_owned();
    let message = match draft.lang {
        Lang::Zh => {
            format!("“{quote}”不是规范的省略号。省略号为六个小圆点，占两个字的位置，应写为“{RIGHT}”。")
        }
        Lang::En => format!("“{quote}” is not a regular ellipsis, which has six dots. Write “{RIGHT}”."),
    };
    // Dots may also be full stops struck too often, or a blank that was to be filled in.
    let is_sure = quote.starts_with('…');
    let safety = if is_sure { Safety::Safe } else { Safety::Suggest };
    let title = draft.lang.pick(format!("改为“{RIGHT}”"), format!("Change to “{RIGHT}”"));
    sink.push(sink.finding(span, message).with_fix(safety, title, span, RIGHT.to_owned()));
}

/// Reports 宣传、培训……等: both say that something was left out.
fn with_and_so_on(
    draft: &Draft<'_>,
    sink: &mut Sink<'_>,
    paragraph: &Paragraph<'_>,
    at: usize,
    end: usize,
) -> bool {
    let text = paragraph.text;
    let (head, rest) = (text.get(..at).unwrap_or(""), text.get(end..).unwrap_or(""));
    // “……等事项”: the beginning of what is quoted was left out.
    let is_opening = head.is_empty() || head.ends_with(['“', '《', '（', '‘', '：', '。']);
    let behind = rest.strip_prefix('等').filter(|more| !more.starts_with(OTHER_WORDS));
    let before = head.strip_suffix('等').filter(|more| !more.ends_with(EQUAL));
    let (start, stop) = match (before, behind) {
        _ if is_opening => return false,
        (_, Some(more)) => (at, text.len() - more.trim_start_matches('等').len()),
        (Some(more), None) => (more.trim_end_matches('等').len(), end),
        (None, None) => return false,
    };
    let quote = text.get(start..stop).unwrap_or("");
    let message = match draft.lang {
        Lang::Zh => format!("“{quote}”中省略号与“等”意思重复，不能连用。请删去省略号或者“等”。"),
        Lang::En => {
            format!("In “{quote}” the ellipsis and “等” both mean “and so on”. Drop one of the two.")
        }
    };
    let title = draft.lang.pick("删去省略号", "Drop the ellipsis").to_owned();
    let dots = draft.source.original(paragraph.span(at, end));
    let finding = sink.finding(draft.source.original(paragraph.span(start, stop)), message);
    sink.push(finding.with_fix(Safety::Suggest, title, dots, String::new()));
    true
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::prose::testing::{finds, repaired};

    #[test]
    fn finds_other_forms() {
        finds(&RULE, "抓学习...抓落实。宣传。。。培训。督导…整改。", &["...", "。。。", "…"]);
        finds(&RULE, "宣传、培训……等活动，督导、检查等等……，落实……等等。", &["……等", "等等……", "……等等"]);
        finds(&RULE, "宣传、培训…等活动，督导...等方式。", &["…等", "...等"]);
        assert_eq!(repaired(&RULE, "宣传、培训……等活动；督导…整改。"), "宣传、培训等活动；督导……整改。");
    }

    #[test]
    fn leaves_right_ones_and_other_dots_alone() {
        for text in [
            "宣传、培训、督导……形成声势。",
            "经办人说：“……等待时间短了。”",
            "培训……等到年底再总结。待遇平等……",
            "网址www.example...cn，版本1...2，目录....................3。",
            "……………………",
            "法律规定“……等情形”的，从其规定。",
        ] {
            finds(&RULE, text, &[]);
        }
    }
}
