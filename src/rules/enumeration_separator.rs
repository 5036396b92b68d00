//! The items of one enumeration end in different marks: 一是…；二是…。三是…，四是….
//!
//! *Invariant:* only lists of three items and more that stand in one paragraph; one hint for the whole paper.

use super::{Group, Rule, Sink};
use crate::document::{Enumeration, EnumerationStyle};
use crate::draft::Draft;
use crate::lang::{Lang, Text};
use crate::review::Severity;
use crate::source::{Span, ViewSpan};

pub(super) static RULE: Rule = Rule {
    id: "enumeration-separator",
    group: Group::Structure,
    severity: Severity::Hint,
    title: Text {
        zh: "同一组列举的分隔标点不一致",
        en: "The items of an enumeration end in different marks",
    },
    page: page!("enumeration-separator"),
    check,
};

/// Fewer items have one mark between them at most.
const FEWEST: usize = 3;

fn check(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    let lists: Vec<Vec<(char, Span)>> =
        draft.document.enumerations.iter().filter_map(|list| separators(draft, list)).collect();
    let mixed = lists.iter().filter(|marks| {
        marks.windows(2).any(|pair| pair.first().map(|one| one.0) != pair.last().map(|one| one.0))
    });
    let places: Vec<(char, Span)> = mixed.flat_map(|marks| odd_ones(marks)).collect();
    let Some(&(_, first)) = places.first() else { return };
    let spans: Vec<Span> = places.iter().map(|place| place.1).collect();
    let message = match draft.lang {
        Lang::Zh => "同一组“一是……二是……”的各项之间标点不一致，有的用分号，有的用句号或逗号。请统一：各项之间用分号、末尾用句号，或者各项都用句号。".to_owned(),
        Lang::En => "The items of one list are parted by different marks, now a semicolon, now a full stop or a comma. Use semicolons with a full stop at the end, or full stops throughout.".to_owned(),
    };
    let finding = sink.finding(first, message);
    sink.push(finding.standing_for(&spans));
}

/// The marks before the items of `list` but the first; nothing where they do not tell.
fn separators(draft: &Draft<'_>, list: &Enumeration) -> Option<Vec<(char, Span)>> {
    let [first, others @ ..] = list.items.as_slice() else { return None };
    let is_plain = matches!(list.style, EnumerationStyle::Is | EnumerationStyle::Must);
    if !is_plain || others.len() + 1 < FEWEST || others.iter().any(|item| item.block != first.block) {
        return None;
    }
    let view = draft.source.view.text.as_str();
    let mark = |at: u32| {
        let ch = view.get(..at as usize)?.chars().next_back()?;
        let start = at - ch.len_utf8() as u32;
        let span = ViewSpan { start, end: at };
        matches!(ch, '；' | '。' | '，').then(|| (ch, draft.source.original(span)))
    };
    others.iter().map(|item| mark(item.mark.start)).collect()
}

/// Those of `marks` that are not the most frequent one; of two as frequent the first is taken to be meant.
fn odd_ones(marks: &[(char, Span)]) -> Vec<(char, Span)> {
    let count = |sign: char| marks.iter().filter(|mark| mark.0 == sign).count();
    let usual = ['，', '。', '；'].into_iter().max_by_key(|&sign| count(sign));
    marks.iter().copied().filter(|mark| Some(mark.0) != usual).collect()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::prose::testing::finds;

    #[test]
    fn points_at_the_odd_marks() {
        finds(&RULE, "一是抓学习；二是抓落实；三是抓督查。四是抓整改。", &["。"]);
        finds(&RULE, "一是抓学习。二是抓落实。三是抓督查，四是抓整改。", &["，"]);
    }

    #[test]
    fn leaves_even_lists_and_short_ones_alone() {
        for text in [
            "一是抓学习；二是抓落实；三是抓督查。",
            "一是抓学习。二是抓落实。三是抓督查。",
            "一是抓学习，二是抓落实，三是抓督查。",
            "一是抓学习；二是抓落实。",
            "一是抓学习。一要集中学；二要自学；三要研讨。二是抓落实。三是抓督查。",
            "一是抓学习。\n二是抓落实；\n三是抓督查。",
        ] {
            finds(&RULE, text, &[]);
        }
    }
}
