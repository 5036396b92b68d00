//! Headings: the mark at the start of a paragraph, its number and level, and the text up to the
//! first full stop.
//!
//! *Invariant:* a heading lies in one paragraph of the view; its mark, then its text, cover it.

use crate::numeral;
use crate::source::ViewSpan;

/// How a heading is numbered, from the highest level to the lowest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MarkKind {
    /// 第一部分
    Part,
    /// 第一章
    Chapter,
    /// 第一节
    Section,
    /// 一、
    Han,
    /// （一）
    HanBracket,
    /// 1.
    Digit,
    /// （1）
    DigitBracket,
}

/// A heading.
#[derive(Clone, Debug)]
pub struct Heading {
    /// Mark and text up to the first full stop, or the whole paragraph where there is none.
    pub span: ViewSpan,
    /// The mark with what wrongly follows it, such as `一、` or `（一）、`.
    pub mark: ViewSpan,
    /// The number inside the mark.
    pub number_span: ViewSpan,
    /// The text behind the mark.
    pub text: ViewSpan,
    /// 1 for the highest level that the document uses by convention: 一、 unless it has 第一部分.
    pub level: u8,
    /// How it is numbered.
    pub kind: MarkKind,
    /// Its number.
    pub number: u32,
    /// Whether the mark is punctuated against the convention, such as `1、`.
    pub is_wrong_mark: bool,
    /// Whether text goes on behind it in the same paragraph.
    pub is_run_in: bool,
    /// Its place among the blocks of the document.
    pub block: usize,
}

/// The mark at the start of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    pub kind: MarkKind,
    pub number: u32,
    /// Bytes of the whole mark.
    pub len: usize,
    /// Bytes before and of the number inside it.
    number_at: (usize, usize),
    pub is_wrong: bool,
}

impl MarkKind {
    /// How a right mark with `number` is written.
    pub fn write(self, number: u32) -> String {
        let han = numeral::write(number);
        match self {
            Self::Part => format!("第{han}部分"),
            Self::Chapter => format!("第{han}章"),
            Self::Section => format!("第{han}节"),
            Self::Han => format!("{han}、"),
            Self::HanBracket => format!("（{han}）"),
            Self::Digit => format!("{number}."),
            Self::DigitBracket => format!("（{number}）"),
        }
    }

    /// How `number` is written inside the mark.
    pub fn write_number(self, number: u32) -> String {
        match self {
            Self::Digit | Self::DigitBracket => number.to_string(),
            _ => numeral::write(number),
        }
    }
}

/// The bytes of the mark at the start of `line`, which is a line of the view.
pub fn mark_length(line: &str) -> usize {
    mark(line).map_or(0, |mark| mark.len)
}

/// The mark at the start of `line`, which is a line of the view.
pub(super) fn mark(line: &str) -> Option<Mark> {
    let at = |rest: &str| line.len() - rest.len();
    if let Some(mark) = single_character(line) {
        return Some(mark);
    }
    if let Some(after) = line.strip_prefix('第') {
        let (number, rest) = number_prefix(after)?;
        let kinds = [("部分", MarkKind::Part), ("章", MarkKind::Chapter), ("节", MarkKind::Section)];
        let (kind, tail) =
            kinds.into_iter().find_map(|(word, kind)| Some((kind, rest.strip_prefix(word)?)))?;
        let tail = tail.trim_start_matches(['、', '：', '，', ' ']);
        return Some(Mark {
            kind,
            number: number.0,
            len: at(tail),
            number_at: (at(after), at(rest)),
            is_wrong: false,
        });
    }
    if let Some(after) = line.strip_prefix('（') {
        let ((number, is_han), rest) = number_prefix(after)?;
        let tail = rest.strip_prefix('）')?;
        // The rest of a cited law: （三）项规定的事项.
        if tail.starts_with(['项', '款', '目', '条'])
            && !tail.starts_with("项目")
            && !tail.starts_with("条例")
        {
            return None;
        }
        let without = tail.trim_start_matches(['、', '.', '，']);
        let kind = if is_han { MarkKind::HanBracket } else { MarkKind::DigitBracket };
        return Some(Mark {
            kind,
            number,
            len: at(without),
            number_at: (at(after), at(rest)),
            is_wrong: without.len() < tail.len(),
        });
    }
    let ((number, is_han), rest) = number_prefix(line)?;
    let sign = rest.chars().next()?;
    let tail = rest.strip_prefix(sign)?;
    let (kind, is_wrong) = match (is_han, sign) {
        (true, '、') if !is_series(number, tail) => (MarkKind::Han, false),
        (true, '.' | '，' | '：') => (MarkKind::Han, true),
        (false, '.') if !is_decimal(tail) => (MarkKind::Digit, false),
        (false, '、') if !tail.starts_with(|ch: char| ch.is_ascii_digit()) => (MarkKind::Digit, true),
        (false, '）') => (MarkKind::DigitBracket, false),
        _ => return None,
    };
    Some(Mark { kind, number, len: at(tail), number_at: (0, at(rest)), is_wrong })
}

/// The marks ㈠ and ⑴, which are one character.
fn single_character(line: &str) -> Option<Mark> {
    let first = line.chars().next()?;
    let (kind, base) = match first {
        '㈠'..='㈩' => (MarkKind::HanBracket, '㈠'),
        '⑴'..='⒇' => (MarkKind::DigitBracket, '⑴'),
        _ => return None,
    };
    let number = (first as u32) - (base as u32) + 1;
    let len = first.len_utf8();
    Some(Mark { kind, number, len, number_at: (0, len), is_wrong: false })
}

/// The number at the start of `text`, whether it is Chinese, and what follows it.
fn number_prefix(text: &str) -> Option<((u32, bool), &str)> {
    if let Some((number, rest)) = numeral::ordinal_prefix(text) {
        return Some(((number, true), rest));
    }
    let rest = text.trim_start_matches(|ch: char| ch.is_ascii_digit());
    let run = text.get(..text.len() - rest.len())?;
    if run.len() > 2 || run.starts_with('0') {
        return None;
    }
    Some(((run.parse().ok()?, false), rest))
}

/// Whether `1.` before `tail` is the start of a decimal or a name such as 12.4; `1.2023年` is not.
fn is_decimal(tail: &str) -> bool {
    let digits = tail.chars().take_while(char::is_ascii_digit).count();
    digits > 0 && !(digits == 4 && tail.get(4..).is_some_and(|rest| rest.starts_with('年')))
}

/// Whether `一、` before `tail` begins a series such as 一、二级医院.
fn is_series(number: u32, tail: &str) -> bool {
    numeral::ordinal_prefix(tail).is_some_and(|(next, rest)| {
        next == number + 1
            && rest
                .starts_with(['级', '类', '审', '线', '季', '期', '批', '等', '、', '产', '把', '年', '月'])
    })
}

impl Heading {
    /// The heading that the paragraph at `view` with the text `line` begins with; its level is set
    /// by [`assign_levels`].
    pub(super) fn read(line: &str, view: ViewSpan, block: usize) -> Option<Self> {
        let mark = mark(line)?;
        let base = view.start as usize;
        let text = line.get(mark.len..)?;
        let end = text.find('。').unwrap_or(text.len());
        let behind = text.get(end..).unwrap_or("").trim_start_matches('。');
        let span = |start: usize, end: usize| ViewSpan::new(base + start, base + end);
        Some(Self {
            span: span(0, mark.len + end),
            mark: span(0, mark.len),
            number_span: span(mark.number_at.0, mark.number_at.1),
            text: span(mark.len, mark.len + end),
            level: 0,
            kind: mark.kind,
            number: mark.number,
            is_wrong_mark: mark.is_wrong,
            is_run_in: !behind.is_empty(),
            block,
        })
    }
}

/// Sets the levels: every kind of 第…部分, 第…章, 第…节 in use pushes the others one down.
pub(super) fn assign_levels(headings: &mut [Heading]) {
    let uses = |kind: MarkKind| u8::from(headings.iter().any(|heading| heading.kind == kind));
    let (parts, chapters, sections) =
        (uses(MarkKind::Part), uses(MarkKind::Chapter), uses(MarkKind::Section));
    let top = parts + chapters + sections;
    for heading in headings {
        heading.level = match heading.kind {
            MarkKind::Part => 1,
            MarkKind::Chapter => parts + 1,
            MarkKind::Section => parts + chapters + 1,
            MarkKind::Han => top + 1,
            MarkKind::HanBracket => top + 2,
            MarkKind::Digit => top + 3,
            MarkKind::DigitBracket => top + 4,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_marks() {
        use MarkKind::*;
        let table: &[(&str, MarkKind, u32, &str, bool)] = &[
            ("一、总体情况", Han, 1, "一、", false),
            ("十一、其他", Han, 11, "十一、", false),
            ("一.总体", Han, 1, "一.", true),
            ("（一）认真履行职责。局党组重视", HanBracket, 1, "（一）", false),
            ("（二）、健全机制", HanBracket, 2, "（二）、", true),
            ("1.健全组织体系", Digit, 1, "1.", false),
            ("1.2023年全市办结案件", Digit, 1, "1.", false),
            ("12、抓好落实", Digit, 12, "12、", true),
            ("（1）压实责任", DigitBracket, 1, "（1）", false),
            ("㈡健全机制", HanBracket, 2, "㈡", false),
            ("⑶健全机制", DigitBracket, 3, "⑶", false),
            ("第一部分主要举措", Part, 1, "第一部分", false),
            ("第二章工作成效", Chapter, 2, "第二章", false),
        ];
        for &(line, kind, number, text, is_wrong) in table {
            let found = mark(line).unwrap_or_else(|| panic!("{line}"));
            assert_eq!((found.kind, found.number, found.is_wrong), (kind, number, is_wrong), "{line}");
            assert_eq!(line.get(..found.len), Some(text), "{line}");
        }
    }

    #[test]
    fn leaves_prose_alone() {
        for line in [
            "一是健全机制",
            "12.4宪法日",
            "1.5万件",
            "2.0版清单",
            "第一责任人职责",
            "第一季度",
            "2023年，我局",
            "（试行）",
            "三项制度",
            "（三）项规定的事项已办结",
            "一、二级医院全部达标",
            "12345热线",
            "1",
        ] {
            assert_eq!(mark(line), None, "{line}");
        }
    }

    #[test]
    fn ends_a_run_in_heading_at_the_full_stop() {
        let line = "（一）认真履行职责。局党组高度重视。";
        let heading = Heading::read(line, ViewSpan::new(0, line.len()), 0).unwrap();
        assert_eq!(heading.span.of(line), "（一）认真履行职责");
        assert_eq!(heading.text.of(line), "认真履行职责");
        assert_eq!(heading.number_span.of(line), "一");
        assert!(heading.is_run_in);
        let line = "（一）优化营商环境。";
        assert!(!Heading::read(line, ViewSpan::new(0, line.len()), 0).unwrap().is_run_in);
    }
}
