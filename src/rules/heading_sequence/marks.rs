//! The marks of headings themselves: wrong punctuation, points of two widths, levels left out.
//!
//! *Invariant:* one finding for each kind of slip, with all its places.

use crate::document::{Heading, MarkKind};
use crate::draft::Draft;
use crate::lang::Lang;
use crate::review::{Safety, Severity};
use crate::rules::{Edit, Sink};
use crate::source::{Span, ViewSpan};

/// Looks at the marks of all headings.
pub(super) fn check(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    wrong_marks(draft, sink);
    mixed_points(draft, sink);
    skipped_levels(draft, sink);
}

/// Marks such as （一）、 and 1、: one finding for each kind, however often it occurs.
fn wrong_marks(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    for kind in [MarkKind::Han, MarkKind::HanBracket, MarkKind::Digit, MarkKind::DigitBracket] {
        let wrong: Vec<&Heading> = draft
            .document
            .headings
            .iter()
            .filter(|heading| heading.kind == kind && heading.is_wrong_mark)
            .collect();
        let Some(first) = wrong.first() else { continue };
        let places: Vec<_> = wrong.iter().map(|heading| draft.source.original(heading.mark)).collect();
        let Some(&place) = places.first() else { continue };
        let edits = wrong
            .iter()
            .zip(&places)
            .map(|(heading, &span)| Edit { span, text: kind.write(heading.number) })
            .collect();
        let mark = draft.source.folded(first.mark);
        let right = kind.write(first.number);
        let message = draft.lang.pick(
            format!("标题序号“{mark}”的标点不规范。应写作“{right}”。"),
            format!("The heading number “{mark}” has the wrong punctuation. Write “{right}”."),
        );
        let title = draft.lang.pick("改正序号的标点", "Correct the punctuation").to_owned();
        let finding = sink.finding(place, message).with_severity(Severity::Warning).standing_for(&places);
        sink.push(finding.with_edits(Safety::Safe, title, edits));
    }
}

/// 1. beside 2．: points of both widths behind the numbers; brackets of both widths are `punctuation-width`'s.
fn mixed_points(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    let digits =
        draft.document.headings.iter().filter(|one| one.kind == MarkKind::Digit && !one.is_wrong_mark);
    let point =
        |one: &Heading| draft.source.original(ViewSpan { start: one.number_span.end, end: one.mark.end });
    let (wide, narrow): (Vec<Span>, Vec<Span>) =
        digits.map(point).partition(|&span| draft.source.quote(span).contains('．'));
    let (odd, usual) = if wide.len() > narrow.len() { (&narrow, "．") } else { (&wide, ".") };
    let Some(&first) = odd.first().filter(|_| !wide.is_empty() && !narrow.is_empty()) else { return };
    let count = odd.len();
    let message = match draft.lang {
        Lang::Zh => format!(
            "标题序号后的圆点有全角“．”也有半角“.”，其中 {count} 处与多数不同。全文应统一，可以一次全部改正。"
        ),
        Lang::En => format!(
            "The points behind the numbers of headings are now full-width, now half-width; not as the rest: {count}. Use one form throughout; all can be changed at once."
        ),
    };
    let title = draft.lang.pick(format!("全部改为“{usual}”"), format!("Change all of them to “{usual}”"));
    let edits = odd.iter().map(|&span| Edit { span, text: usual.to_owned() }).collect();
    let finding = sink.finding(first, message).with_severity(Severity::Hint).standing_for(odd);
    sink.push(finding.with_edits(Safety::Safe, title, edits));
}

/// （1） right below 一、 or （一）: the levels between were left out; one hint for the whole paper.
fn skipped_levels(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    let headings = &draft.document.headings;
    let mut above: Option<&Heading> = None;
    let mut found: Vec<(&Heading, &Heading)> = Vec::new();
    for heading in headings {
        if heading.kind != MarkKind::DigitBracket {
            above = Some(heading);
            continue;
        }
        let parent = above.filter(|above| matches!(above.kind, MarkKind::Han | MarkKind::HanBracket));
        if let Some(parent) = parent.filter(|_| heading.number == 1 && !is_item(draft, heading)) {
            found.push((parent, heading));
        }
    }
    let Some(&(parent, first)) = found.first() else { return };
    let (upper, lower) = (parent.kind.write(parent.number), draft.source.folded(first.mark));
    let message = match draft.lang {
        Lang::Zh => format!(
            "“{upper}”之下直接用了“{lower}”，跳过了中间的层次。各层序号依次为“一、”“（一）”“1.”“（1）”，层次少时也应由上往下用，请核对。"
        ),
        Lang::En => format!(
            "“{lower}” comes right below “{upper}” and leaves out the levels between. The levels are 一、 then （一） then 1. then （1）; check whether a higher one is meant."
        ),
    };
    let places: Vec<Span> = found.iter().map(|(_, heading)| draft.source.original(heading.mark)).collect();
    let finding = sink.finding(places.first().copied(), message).with_severity(Severity::Hint);
    sink.push(finding.standing_for(&places));
}

/// Whether `heading` is rather an item of a list that a sentence opens: 包括：（1）…；（2）….
fn is_item(draft: &Draft<'_>, heading: &Heading) -> bool {
    let text = |at: usize| draft.document.blocks.get(at).map_or("", |block| draft.source.folded(block.span));
    let before = heading.block.checked_sub(1).map_or("", text);
    before.ends_with('：') || text(heading.block).ends_with('；')
}
