//! The sign between two years: two hyphens, a lost sign, or hyphens beside dashes.
//!
//! *Invariant:* a right dash is never reported, nor what is no span of years.

use super::{Edit, Group, Rule, Sink};
use crate::draft::Draft;
use crate::facts::year_range::YearRange;
use crate::lang::{Lang, Text};
use crate::review::{Safety, Severity};
use crate::source::Span;

pub(super) static RULE: Rule = Rule {
    id: "range-dash",
    group: Group::Text,
    severity: Severity::Warning,
    title: Text { zh: "起止年份之间的连接号不规范", en: "An irregular sign between two years" },
    page: page!("range-dash"),
    check,
};

fn check(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    let mut hyphens = Vec::new();
    let mut has_dash = false;
    for range in &draft.facts.year_ranges {
        match draft.source.folded(range.sign) {
            "--" | "－－" | "——" => {
                // Written right it is a dash.
                has_dash = true;
                wrong_sign(draft, sink, range);
            }
            "" => lost_sign(draft, sink, range),
            "-" => hyphens.push(draft.source.original(range.sign)),
            "—" => has_dash = true,
            _ => {}
        }
    }
    if has_dash {
        mixed(draft, sink, &hyphens);
    }
}

fn wrong_sign(draft: &Draft<'_>, sink: &mut Sink<'_>, range: &YearRange) {
    let (quote, sign) = (draft.source.folded(range.span), draft.source.folded(range.sign));
    let message = match draft.lang {
        Lang::Zh => format!("“{quote}”的起止年份之间用了“{sign}”。应改为一字线“—”。"),
        Lang::En => format!("“{quote}” has “{sign}” between its years. Write one dash “—”."),
    };
    let title = draft.lang.pick("改为“—”", "Change to “—”").to_owned();
    let finding = sink.finding(draft.source.original(range.span), message);
    sink.push(finding.with_fix(Safety::Safe, title, draft.source.original(range.sign), "—".to_owned()));
}

fn lost_sign(draft: &Draft<'_>, sink: &mut Sink<'_>, range: &YearRange) {
    // A line may end between two years that have nothing to do with each other.
    let [first, last] = range.years.map(|year| draft.source.original(year));
    if first.end != last.start {
        return;
    }
    let quote = draft.source.folded(range.span);
    let right = format!("{}—{}年", range.first, range.last);
    let span = draft.source.original(range.span);
    let message = match draft.lang {
        Lang::Zh => format!("“{quote}”的起止年份连在了一起，缺少连接号。应写为“{right}”。"),
        Lang::En => format!("“{quote}” has lost the dash between its years. Write “{right}”."),
    };
    let title = draft.lang.pick(format!("改为“{right}”"), format!("Change to “{right}”"));
    sink.push(sink.finding(span, message).with_fix(Safety::Suggest, title, span, right));
}

/// Hyphens in a paper that has dashes too: one hint for all of them.
fn mixed(draft: &Draft<'_>, sink: &mut Sink<'_>, hyphens: &[Span]) {
    let Some(&first) = hyphens.first() else { return };
    let count = hyphens.len();
    let message = match draft.lang {
        Lang::Zh => {
            format!("全文起止年份之间有的用“-”，有的用“—”，其中“-”有 {count} 处。应统一用一字线“—”。")
        }
        Lang::En => format!("Years are joined now by “-” ({count}), now by “—”. Use “—” throughout."),
    };
    let title = draft.lang.pick("全部改为“—”", "Change all of them to “—”").to_owned();
    let edits = hyphens.iter().map(|&span| Edit { span, text: "—".to_owned() }).collect();
    let finding = sink.finding(first, message).with_severity(Severity::Hint);
    sink.push(finding.with_edits(Safety::Safe, title, edits).standing_for(hyphens));
}
