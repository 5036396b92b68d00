//! Numbered lists inside one paragraph: （1）调卷；（2）阅卷, 1.登记；2.转办, （一）…；（二）….
//!
//! Takes a paragraph with its marks, gives its lists. A number opens an item where a clause begins and words
//! follow; the number that a paragraph begins with, which elsewhere is a heading, is the first item.
//!
//! *Invariant:* every list has two items at least and lies in one paragraph.

use super::enumeration::{Enumeration, EnumerationItem, EnumerationStyle, clause_length};
use super::heading::{self, MarkKind};
use super::{Block, Heading};
use crate::search;
use crate::source::{Source, ViewSpan};

/// The styles of such lists.
const STYLES: [EnumerationStyle; 3] =
    [EnumerationStyle::HanBracket, EnumerationStyle::Point, EnumerationStyle::Bracket];

/// How many lists of one style can lie inside each other.
const MOST_OPEN: usize = 3;

impl EnumerationStyle {
    /// The mark of headings that its items bear, if they bear one.
    pub fn numbered(self) -> Option<MarkKind> {
        match self {
            Self::HanBracket => Some(MarkKind::HanBracket),
            Self::Point => Some(MarkKind::Digit),
            Self::Bracket => Some(MarkKind::DigitBracket),
            _ => None,
        }
    }
}

/// Adds the lists of the paragraph `block`, which is the one at `index` and may begin with `heading`.
pub(super) fn read(
    source: &Source<'_>,
    block: &Block,
    index: usize,
    heading: Option<&Heading>,
    out: &mut Vec<Enumeration>,
) {
    let text = source.folded(block.span);
    let base = block.span.start as usize;
    let mut open: [Vec<Enumeration>; STYLES.len()] = [const { Vec::new() }; STYLES.len()];
    let first = heading.map(|_| 0);
    let behind_marks = block.marks(source).iter().filter_map(|landmark| {
        let is_end = matches!(landmark.sign, '；' | '：' | '。' | '，' | '、');
        is_end.then_some(landmark.end() as usize - base)
    });
    for at in first.into_iter().chain(behind_marks) {
        let Some((style, ordinal, length)) = item(text, at) else { continue };
        let Some(slot) = STYLES.iter().position(|&other| other == style).and_then(|slot| open.get_mut(slot))
        else {
            continue;
        };
        let end = at + length + clause_length(text.get(at + length..).unwrap_or(""));
        let item = EnumerationItem {
            ordinal,
            mark: ViewSpan::new(base + at, base + at + length),
            span: ViewSpan::new(base + at, base + end),
            block: index,
        };
        let goes_on =
            |list: &Enumeration| list.items.last().is_some_and(|last| last.ordinal + 1 == item.ordinal);
        // 1.甲：1.子；2.丑。2.乙: of lists inside each other the one that expects the number goes on.
        let fits = slot.iter().rposition(goes_on).or(slot.len().checked_sub(1)).filter(|_| item.ordinal != 1);
        match fits.and_then(|depth| slot.get_mut(depth)).filter(|list| !starts_anew(source, list, &item)) {
            Some(list) => {
                list.items.push(item);
                let deeper = fits.map_or(0, |depth| depth + 1);
                out.extend(slot.drain(deeper..).filter(is_list));
            }
            None => {
                if slot.len() >= MOST_OPEN {
                    out.extend(slot.drain(..1).filter(is_list));
                }
                slot.push(Enumeration { style, items: vec![item] });
            }
        }
    }
    out.extend(open.into_iter().flatten().filter(is_list));
}

fn is_list(list: &Enumeration) -> bool {
    list.items.len() > 1
}

/// The number at `at` of `text`, where words follow it: style, number, bytes.
fn item(text: &str, at: usize) -> Option<(EnumerationStyle, u32, usize)> {
    let rest = text.get(at..)?;
    if !rest.starts_with(|ch: char| ch == '（' || ch.is_ascii_digit() || ('⑴'..='⒇').contains(&ch)) {
        return None;
    }
    let mark = heading::mark(rest)?;
    let style = STYLES.into_iter().find(|style| style.numbered() == Some(mark.kind))?;
    // （1）甲，（2）乙 and 1.甲，2.乙; a point alone may be anything else: 共3、4个.
    let before = text.get(..at)?.chars().next_back();
    if mark.is_wrong && matches!(before, Some('，' | '、')) {
        return None;
    }
    let words = rest.get(mark.len..)?;
    // （1）类12件 is a kind, and whoever cites a law need not cite all of it.
    let is_kind = words.starts_with(['类', '号', '档']);
    if is_kind || (style == EnumerationStyle::HanBracket && is_citation(text.get(..at)?)) {
        return None;
    }
    words.starts_with(|ch: char| ('一'..='龥').contains(&ch) || matches!(ch, '“' | '《')).then_some((
        style,
        mark.number,
        mark.len,
    ))
}

/// Whether `before` ends in words of a law: 第八条规定的情形：.
fn is_citation(before: &str) -> bool {
    const NEAR: usize = 16;
    let near: usize = before.chars().rev().take(NEAR).map(char::len_utf8).sum();
    let near = before.get(before.len() - near..).unwrap_or("");
    search::has(near, &["条", "》", "规定", "情形"])
}

/// Whether a new list was opened in the middle of a clause since the last item: …。还有（1）丙；（2）丁.
fn starts_anew(source: &Source<'_>, list: &Enumeration, item: &EnumerationItem) -> bool {
    let Some(last) = list.items.last().filter(|last| last.ordinal >= item.ordinal) else { return false };
    let between = source.folded(ViewSpan { start: last.mark.end, end: item.mark.start });
    let first = list.style.numbered().map_or(String::new(), |kind| kind.write(1));
    search::find(between, &first).is_some()
}

#[cfg(test)]
mod tests {
    use crate::document::Document;
    use crate::source::Source;

    #[track_caller]
    fn check(text: &str, expected: &[&[u32]]) {
        let document = Document::read(&Source::new(text));
        let found: Vec<Vec<u32>> = document
            .enumerations
            .iter()
            .map(|list| list.items.iter().map(|item| item.ordinal).collect())
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn reads_numbered_lists_inside_a_paragraph() {
        check("分四步走：（1）调卷；（2）阅卷；（2）评议；（4）反馈。", &[&[1, 2, 2, 4]]);
        check("分四步走:(1)调卷;(2)阅卷;(3)评议。", &[&[1, 2, 3]]);
        check("（1）公开渠道；（2）调查核实；（4）反馈结果。", &[&[1, 2, 4]]);
        check("口径统一为：1.登记；2.甄别；3.转办；5.回访。", &[&[1, 2, 3, 5]]);
        check("口径统一为：１．登记；２．甄别，３．转办。", &[&[1, 2, 3]]);
        check("包括：（一）登记；（二）甄别；（三）转办。", &[&[1, 2, 3]]);
        check("1.甲：（1）子；（2）丑。2.乙：（1）寅；（2）卯。", &[&[1, 2], &[1, 2], &[1, 2]]);
        check("1.甲：1.子；2.丑。2.乙。3.丙。", &[&[1, 2], &[1, 2, 3]]);
        check("包括（1）甲；（2）乙。还有（1）丙；（2）丁。", &[]);
    }

    #[test]
    fn leaves_other_numbers_alone() {
        for text in [
            "依据第三条第（一）项、（三）项作出决定。",
            "增长：1.5%；2.5%；4.5%。",
            "见附件（1）、（3）、（4）。",
            "会议时间为：9:00；11:00。办结1.2万件，2.4万件，共3、4、6号楼。",
            "（1）调卷。\n（2）阅卷。\n（3）评议。",
            "经统计：（1）类12件，（2）类8件，（4）类3件。",
            "《条例》规定的情形包括：（一）逾期不改的；（三）情节严重的。",
            "落实“12.4”、3.15宣传日活动。",
        ] {
            check(text, &[]);
        }
    }
}
