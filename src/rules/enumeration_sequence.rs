//! An enumeration in running text skips or repeats a number, or has one item only.
//!
//! *Invariant:* an item that stands there in a form that is not read as one is never called missing.

use std::borrow::Cow;

use super::{Group, Rule, Sink};
use crate::document::{Enumeration, EnumerationItem, EnumerationStyle, MarkKind};
use crate::draft::Draft;
use crate::lang::Text;
use crate::numbers::Groups;
use crate::numeral;
use crate::review::Severity;
use crate::search;
use crate::source::{Characters, ViewSpan};

pub(super) static RULE: Rule = Rule {
    id: "enumeration-sequence",
    group: Group::Structure,
    severity: Severity::Warning,
    title: Text { zh: "列举序号不连续", en: "An enumeration skips or repeats a number" },
    page: page!("enumeration-sequence"),
    check,
};

/// What stands for the second item though it is not read as one.
const SECONDS: [&str; 10] =
    ["二是", "二要", "其二", "二则", "二来", "第二", "另一是", "另一个是", "再就是", "二、是"];

fn check(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    let mut words = Words {
        view: &draft.source.view.text,
        characters: &draft.source.characters,
        places: Groups::default(),
    };
    for list in &draft.document.enumerations {
        if list.style == EnumerationStyle::First {
            first(draft, list, sink);
            continue;
        }
        let mut previous: Option<&EnumerationItem> = None;
        for item in &list.items {
            let expected = previous.map_or(1, |previous| previous.ordinal + 1);
            // The beginning of a list may have been cut off a fragment, unless it is announced right before.
            // So may that of a numbered list, which often begins in the middle of a clause.
            let may_be_cut = draft.document.is_excerpt || list.style.numbered().is_some();
            let is_cut = previous.is_none() && may_be_cut && !is_announced(draft, item);
            if item.ordinal != expected && !is_cut {
                if is_written_otherwise(draft, &mut words, list, item, previous, expected) {
                    break;
                }
                report(draft, list, item, previous, expected, sink);
                break;
            }
            previous = Some(item);
        }
        if let [only] = list.items.as_slice()
            && only.ordinal == 1
            && matches!(list.style, EnumerationStyle::Is | EnumerationStyle::Must)
            && !may_go_on(draft, only)
            && !has_second(draft, &mut words, only)
        {
            let mark = draft.source.folded(only.mark);
            let next = write(list.style, 2);
            let message = draft.lang.pick(
                format!("有“{mark}”而没有“{next}”，列举只有一项。请补写其余各项，或者删去“{mark}”。"),
                format!("“{mark}” is not followed by “{next}”: the list has one item only. Add the others, or drop “{mark}”."),
            );
            sink.report(draft.source.original(only.span), message);
        }
    }
}

/// 首先 goes with 其次; where 第二 goes on instead, the words are of two kinds. 首先 stands alone as often
/// as not, and 其次 may come twice.
fn first(draft: &Draft<'_>, list: &Enumeration, sink: &mut Sink<'_>) {
    let is_ordinal = |item: &EnumerationItem| draft.source.folded(item.mark).starts_with('第');
    let [previous, item, ..] = list.items.as_slice() else { return };
    if !is_ordinal(item) {
        // 首先，…；其次，…；第三，…；第五，…: behind 其次 the numbers go on by themselves.
        let skips = |pair: &&[EnumerationItem]| matches!(pair, [one, two] if is_ordinal(one) && is_ordinal(two) && two.ordinal > one.ordinal + 1);
        if item.ordinal == 2
            && let Some([previous, item]) = list.items.windows(2).find(skips)
        {
            report(draft, list, item, Some(previous), previous.ordinal + 1, sink);
        }
        // 首先，…。其次，第二，第三类设施: the list has its own way on already.
        return;
    }
    let breaks = |pair: &&[EnumerationItem]| matches!(pair, [one, two] if two.ordinal != one.ordinal + 1);
    if let Some([previous, item]) = list.items.windows(2).find(breaks) {
        report(draft, list, item, Some(previous), previous.ordinal + 1, sink);
        return;
    }
    let (mark, before) = (draft.source.folded(item.mark), draft.source.folded(previous.mark));
    let message = draft.lang.pick(
        format!("“{before}”之后写“{mark}”，前后不配套。请统一为“首先……其次……”或者“第一……第二……”。"),
        format!("“{mark}” follows “{before}”, which is of another kind. Use 首先 … 其次 or 第一 … 第二 throughout."),
    );
    let finding = sink.finding(draft.source.original(item.span), message).with_severity(Severity::Hint);
    sink.push(finding.with_related(draft.source.original(previous.span), "before", None));
}

fn report(
    draft: &Draft<'_>,
    list: &Enumeration,
    item: &EnumerationItem,
    previous: Option<&EnumerationItem>,
    expected: u32,
    sink: &mut Sink<'_>,
) {
    let mark = draft.source.folded(item.mark);
    let (zh, en) = match previous {
        None => ("前面没有", "is not preceded by"),
        Some(previous) if previous.ordinal == item.ordinal => {
            ("重复，此处应为", "is used twice; here it should be")
        }
        Some(_) => ("不连续，此处应为", "breaks the sequence; it should be"),
    };
    let right = write(list.style, expected);
    let message = draft.lang.pick(
        format!("“{mark}”{zh}“{right}”。请核对是漏了一项还是编错了序号。"),
        format!("“{mark}” {en} “{right}”. Check whether an item is missing or the number is wrong."),
    );
    let mut finding = sink.finding(draft.source.original(item.span), message);
    if let Some(previous) = previous {
        finding = finding.with_related(draft.source.original(previous.span), "before", None);
    }
    sink.push(finding);
}

/// Whether the expected mark stands before `item` in a form that is not read as one, such as
/// 主要表现为一是; a circled number may also be a reference.
fn is_written_otherwise(
    draft: &Draft<'_>,
    words: &mut Words<'_>,
    list: &Enumeration,
    item: &EnumerationItem,
    previous: Option<&EnumerationItem>,
    expected: u32,
) -> bool {
    if previous.is_none() && list.style == EnumerationStyle::Circled {
        return true;
    }
    if item.ordinal <= expected {
        return false;
    }
    let mut written = vec![write(list.style, expected), format!("其{}", numeral::write(expected))];
    if expected == 1 && list.style == EnumerationStyle::Ordinal {
        written.push("首先".to_owned());
    }
    match previous {
        Some(previous) => {
            let between = draft.source.folded(ViewSpan { start: previous.mark.end, end: item.mark.start });
            // 一是…；……；四是…: the text says itself that items were left out.
            written.push("……".to_owned());
            written.iter().any(|mark| search::find(between, mark).is_some())
        }
        None => {
            let start = draft.document.scope(item.block).start;
            let before = ViewSpan { start, end: item.mark.start };
            written.iter().any(|mark| words.stands_in(mark, before))
        }
    }
}

/// Whether a colon stands before the mark: 主要做法：二是….
fn is_announced(draft: &Draft<'_>, item: &EnumerationItem) -> bool {
    let before = draft.source.view.text.get(..item.mark.start as usize);
    before.is_some_and(|before| before.ends_with('：'))
}

/// Whether something behind a lone first item stands for the second.
fn has_second(draft: &Draft<'_>, words: &mut Words<'_>, only: &EnumerationItem) -> bool {
    let scope = draft.document.scope(only.block);
    let behind = ViewSpan { start: only.mark.end, end: scope.end };
    SECONDS.iter().any(|second| words.stands_in(second, behind))
}

/// Up to here, in bytes, a stretch is searched as it is.
const SHORT: usize = 3000;

/// Where words stand in the view, each looked for once: a scope may hold very many lists.
struct Words<'v> {
    view: &'v str,
    characters: &'v Characters,
    places: Groups<'static, Vec<usize>>,
}

impl Words<'_> {
    /// Whether `word` stands in `span`.
    fn stands_in(&mut self, word: &str, span: ViewSpan) -> bool {
        if !self.characters.may_hold(word) {
            return false;
        }
        if span.len() <= SHORT {
            return search::find(span.of(self.view), word).is_some();
        }
        if self.places.get(word).is_empty() {
            let found = search::each_of(self.view, &[word]).map(|(at, _)| at).collect();
            self.places.add(Cow::Owned(word.to_owned()), found);
        }
        let Some(places) = self.places.get(word).first() else { return false };
        let next = places.get(places.partition_point(|&at| at < span.start as usize));
        next.is_some_and(|at| at + word.len() <= span.end as usize)
    }
}

/// Whether the list may go on behind the end of a fragment: nothing follows its paragraph.
fn may_go_on(draft: &Draft<'_>, item: &EnumerationItem) -> bool {
    draft.document.is_excerpt && item.block + 1 >= draft.document.blocks.len()
}

/// How the mark of `ordinal` is written.
fn write(style: EnumerationStyle, ordinal: u32) -> String {
    let number = numeral::write(ordinal);
    match style {
        EnumerationStyle::Is => format!("{number}是"),
        EnumerationStyle::Must => format!("{number}要"),
        EnumerationStyle::Ordinal | EnumerationStyle::First => format!("第{number}"),
        EnumerationStyle::Of => format!("其{number}"),
        EnumerationStyle::Circled => {
            char::from_u32('①' as u32 + ordinal.saturating_sub(1)).map(String::from).unwrap_or_default()
        }
        EnumerationStyle::HanBracket => MarkKind::HanBracket.write(ordinal),
        EnumerationStyle::Point => MarkKind::Digit.write(ordinal),
        EnumerationStyle::Bracket => MarkKind::DigitBracket.write(ordinal),
    }
}
