//! The numbers of headings skip, repeat or do not start anew; a mark is punctuated wrongly.
//!
//! *Invariant:* headings of one level under one parent are a run; a run that only stands in another
//! order is one finding, not one for each heading.

mod marks;

use super::{Finding, Group, Rule, Sink};
use crate::document::{Heading, MarkKind};
use crate::draft::Draft;
use crate::lang::Text;
use crate::order;
use crate::review::{Safety, Severity};
use crate::search;

pub(super) static RULE: Rule = Rule {
    id: "heading-sequence",
    group: Group::Structure,
    severity: Severity::Error,
    title: Text { zh: "标题序号有误", en: "Headings are numbered wrongly" },
    page: page!("heading-sequence"),
    check,
};

fn check(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    let continuous = continuous_kinds(draft);
    let mut continued = Vec::new();
    for run in runs(draft) {
        match run.headings.first() {
            Some(&first) if goes_on(&continuous, &run) => continued.push((first, run.before)),
            _ => check_run(draft, &run, sink),
        }
    }
    report_continued(draft, &continued, sink);
    marks::check(draft, sink);
}

/// Headings of one level under one parent.
#[derive(Debug, Default)]
struct Run<'h> {
    headings: Vec<&'h Heading>,
    /// The last heading of this level before, under another parent.
    before: Option<&'h Heading>,
    /// Whether a heading of a higher level stands above it.
    has_parent: bool,
}

fn runs<'d>(draft: &'d Draft<'_>) -> Vec<Run<'d>> {
    let mut done: Vec<Run<'_>> = Vec::new();
    let mut open: Vec<Run<'_>> = Vec::new();
    let mut last_of: Vec<&Heading> = Vec::new();
    for heading in &draft.document.headings {
        let level = |run: &Run<'_>| run.headings.first().map_or(0, |first| first.level);
        while open.last().is_some_and(|run| level(run) > heading.level) {
            done.extend(open.pop());
        }
        let before = last_of.iter().position(|last| last.kind == heading.kind);
        let is_open = open.last().is_some_and(|run| level(run) == heading.level);
        if is_open && !starts_new_list(draft, open.last(), heading) {
            if let Some(run) = open.last_mut() {
                run.headings.push(heading);
            }
        } else {
            if is_open {
                done.extend(open.pop());
            }
            let before = before.and_then(|at| last_of.get(at).copied());
            open.push(Run { headings: vec![heading], before, has_parent: !open.is_empty() });
        }
        match before.and_then(|at| last_of.get_mut(at)) {
            Some(last) => *last = heading,
            None => last_of.push(heading),
        }
    }
    done.extend(open);
    order::sort_by_key(&mut done, |run| run.headings.first().map_or(0, |first| first.span.start));
    done
}

/// Whether 1. behind 1. 2. begins another list, as short lists inside one part do, or a heading
/// without a number stands before it.
fn starts_new_list(draft: &Draft<'_>, run: Option<&Run<'_>>, heading: &Heading) -> bool {
    if heading.number != 1 {
        return false;
    }
    let is_list = matches!(heading.kind, MarkKind::Digit | MarkKind::DigitBracket)
        && run.is_some_and(|run| run.headings.len() >= 2);
    let before = heading.block.checked_sub(1);
    is_list || before.is_some_and(|before| draft.document.is_unnumbered_heading(&draft.source, before))
}

/// Whether `run` goes on where the one under the parent before it ended, instead of starting anew.
fn goes_on(continuous: &[MarkKind], run: &Run<'_>) -> bool {
    let (Some(first), Some(before)) = (run.headings.first(), run.before) else { return false };
    first.number == before.number + 1
        && (run.headings.len() > 1 || continuous.contains(&first.kind))
        && run.headings.iter().zip(first.number..).all(|(heading, expected)| heading.number == expected)
}

/// Numbering that goes on through the paper is one finding with all its places.
fn report_continued(draft: &Draft<'_>, continued: &[(&Heading, Option<&Heading>)], sink: &mut Sink<'_>) {
    let Some(&(first, before)) = continued.first() else { return };
    let places: Vec<_> = continued.iter().map(|(heading, _)| draft.source.original(heading.span)).collect();
    sink.push(finding(draft, sink, first, before, 1, Problem::NotRestarted).standing_for(&places));
}

fn check_run(draft: &Draft<'_>, run: &Run<'_>, sink: &mut Sink<'_>) {
    let Some(first) = run.headings.first() else { return };
    // What stood before may have been cut off a fragment; below a heading that stands in it nothing was.
    let may_be_cut = run.before.is_none() && !run.has_parent && draft.document.is_excerpt;
    let offset = if may_be_cut { first.number - 1 } else { 0 };
    let mut sorted: Vec<u32> = run.headings.iter().map(|heading| heading.number).collect();
    order::sort(&mut sorted);
    let is_reordered = sorted.iter().zip(1 + offset..).all(|(&number, expected)| number == expected);
    let mut previous: Option<&Heading> = None;
    for (heading, in_place) in run.headings.iter().zip(1 + offset..) {
        let expected = previous.map_or(1 + offset, |previous| previous.number + 1);
        let is_told = heading.number > expected && is_left_out(draft, previous, heading);
        if heading.number != expected && heading.number != in_place && !is_told {
            let problem = match previous {
                Some(previous) if previous.number == heading.number => Problem::Repeated,
                _ if is_reordered => Problem::Reordered,
                _ => Problem::Gap,
            };
            let finding = finding(draft, sink, heading, previous, expected, problem);
            sink.push(finding);
            if is_reordered {
                return;
            }
        }
        previous = Some(heading);
    }
}

/// Whether a line of its own between two headings says that others were left out: ……, （略）.
fn is_left_out(draft: &Draft<'_>, previous: Option<&Heading>, heading: &Heading) -> bool {
    let from = previous.map_or(0, |previous| previous.block + 1);
    let between = draft.document.blocks.get(from..heading.block).unwrap_or_default();
    between.iter().any(|block| {
        let line = draft.source.folded(block.span);
        let is_dots = line.chars().all(|ch| matches!(ch, '…' | '.' | '。' | '·')) && search::length(line) > 1;
        is_dots || matches!(line, "略" | "（略）" | "（以下略）" | "（中略）")
    })
}

/// The kinds of which one heading alone has the number 1: numbering through the whole paper.
fn continuous_kinds(draft: &Draft<'_>) -> Vec<MarkKind> {
    let (mut once, mut often) = (Vec::new(), Vec::new());
    for heading in draft.document.headings.iter().filter(|heading| heading.number == 1) {
        let seen = if once.contains(&heading.kind) { &mut often } else { &mut once };
        if !seen.contains(&heading.kind) {
            seen.push(heading.kind);
        }
    }
    once.retain(|kind| !often.contains(kind));
    once
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Problem {
    Gap,
    Repeated,
    Reordered,
    NotRestarted,
}

fn finding(
    draft: &Draft<'_>,
    sink: &Sink<'_>,
    heading: &Heading,
    previous: Option<&Heading>,
    expected: u32,
    problem: Problem,
) -> Finding {
    let mark = heading.kind.write(heading.number);
    let right = heading.kind.write(expected);
    let (zh, en) = match problem {
        Problem::Gap if previous.is_none() => ("前面没有", "comes first at its level, where one expects"),
        Problem::Gap => ("不连续，此处应为", "breaks the sequence; it should be"),
        Problem::Repeated => ("重复，此处应为", "is used twice; here it should be"),
        Problem::Reordered => ("次序颠倒，此处应为", "is out of order; here it should be"),
        Problem::NotRestarted => {
            ("在新的上级标题下没有重新编号，此处应为", "carries on from the part before; here it should be")
        }
    };
    let message = draft.lang.pick(
        format!("标题序号“{mark}”{zh}“{right}”。请核对是漏了标题还是编错了序号。"),
        format!("The heading number “{mark}” {en} “{right}”. Check whether a heading is missing or the number is wrong."),
    );
    let severity = if problem == Problem::NotRestarted { Severity::Warning } else { Severity::Error };
    let mut finding = sink.finding(draft.source.original(heading.span), message).with_severity(severity);
    if let Some(previous) = previous {
        finding = finding.with_related(draft.source.original(previous.span), "before", None);
    }
    if problem != Problem::Reordered {
        let number = heading.kind.write_number(expected);
        let title = draft.lang.pick(format!("序号改为“{right}”"), format!("Renumber as “{right}”"));
        finding =
            finding.with_fix(Safety::Suggest, title, draft.source.original(heading.number_span), number);
    }
    finding
}

#[cfg(test)]
mod tests {
    use crate::lang::Lang;
    use crate::profile;
    use crate::review::Severity;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let review = crate::check(text, profile::for_text(text), Lang::Zh);
        let found: Vec<String> = review
            .findings
            .into_iter()
            .filter(|finding| finding.rule == "heading-sequence" && finding.severity != Severity::Hint)
            .filter_map(|finding| finding.quote)
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn reports_gaps_repeats_and_order_once() {
        check("一、甲\n正文。\n二、乙\n正文。\n四、丙\n正文。", &["四、丙"]);
        check("一、甲\n正文。\n二、乙\n正文。\n二、丙\n正文。\n三、丁\n正文。", &["二、丙"]);
        check("一、甲\n正文。\n二、乙\n正文。\n二、丙\n正文。\n四、丁\n正文。", &["二、丙"]);
        check("一、甲\n正文。\n三、乙\n正文。\n二、丙\n正文。", &["三、乙"]);
        check("1.甲。正文。\n2.乙。正文。\n4.丙。正文。", &["4.丙"]);
        check("一、甲\n（一）子\n（二）丑\n二、乙\n（三）寅\n（四）卯\n三、丙\n（五）辰", &["（三）寅"]);
    }

    #[test]
    fn stays_quiet_where_numbers_are_right() {
        check("一、甲\n（一）子\n1.其一\n2.其二\n（二）丑\n1.其一\n二、乙\n（一）寅", &[]);
        check("一、甲\n(一)子\n（二）丑\n二、乙\n（一） 寅", &[]);
        check("（三）寅。正文。\n（四）卯。正文。", &[]);
        check("一、甲\n（二）子\n正文。\n（三）丑\n正文。", &["（二）子"]);
        check("（二）甲\n正文。\n二、乙\n（一）子\n正文。\n（二）丑\n正文。", &[]);
        check("一、甲\n……\n（二）子\n正文。\n（三）丑\n正文。", &[]);
        check("一、甲\n1.其一。\n2.其二。\n另有：\n1.其一。\n2.其二。", &[]);
        check(
            "主要成效\n（一）子。正文。\n（二）丑。正文。\n存在的不足\n（一）寅。正文。\n（二）卯。正文。",
            &[],
        );
        check("一、甲\n正文。\n……\n四、乙\n正文。", &[]);
        check("一、甲\n正文。\n（略）\n三、乙\n正文。\n五、丙\n正文。", &["五、丙"]);
        check("一、甲\n正文……\n三、乙\n正文。", &["三、乙"]);
        check("依据第三十二条第一款第（三）项，12.4宪法日，2.0版。", &[]);
    }

    #[test]
    fn hints_at_levels_left_out() {
        use crate::rules::prose::testing::finds;
        let finds = |text, expected| finds(&super::RULE, text, expected);
        finds("一、甲\n（1）子。正文。\n（2）丑。正文。\n二、乙\n（1）寅。正文。", &["（1）"]);
        finds("一、甲\n1.子。正文。\n（1）丑。正文。\n（2）寅。正文。\n二、乙\n（一）卯。正文。", &[]);
        finds("一、甲\n主要包括：\n（1）子；\n（2）丑。\n二、乙\n正文。", &[]);
    }

    #[test]
    fn tells_points_of_two_widths_once() {
        use crate::rules::prose::testing::{finds, repaired};
        let text = "1.甲。正文。\n2．乙。正文。\n3.丙。正文。\n4．丁。正文。\n5.戊。正文。";
        finds(&super::RULE, text, &["．"]);
        assert_eq!(repaired(&super::RULE, text), text.replace('．', "."));
        finds(&super::RULE, "1．甲。正文。\n2．乙。正文。", &[]);
    }

    #[test]
    fn groups_wrong_marks() {
        check("（一）、甲\n正文。\n（二）、乙\n正文。", &["（一）、"]);
        check("1、甲。\n2、乙。\n3、丙。", &["1、"]);
        check("一.甲\n正文。\n二、乙\n正文。", &["一."]);
    }
}
