//! The folded view: what the lexers read instead of the raw draft.
//!
//! Takes the lines of a draft one by one, gives the text in which digits, letters and signs are half-width, Chinese
//! punctuation is full-width ([`fold`](super::fold) knows each), and blanks are gone, but for one between two ASCII words
//! or digit groups, where not every character has one. Every stretch remembers where it came from.
//!
//! *Invariant:* `segments` cover the view without gap, in order, and lead to the draft in order.

use super::fold::{Fold, fold_char, fold_digit, is_blank};
use super::scan::Scan;
use super::{Landmarks, Span, ViewSpan, spaced};

/// Folded text with the way back to the draft.
#[derive(Debug, Default)]
pub struct View {
    /// The folded text.
    pub text: String,
    /// Where marks and numerals stand in it.
    pub(super) landmarks: Landmarks,
    segments: Vec<Segment>,
}

/// A stretch of the view that maps to a stretch of the draft: byte by byte where both are of one
/// length, as a whole where they are not.
#[derive(Clone, Copy, Debug)]
struct Segment {
    view: u32,
    original: u32,
    view_len: u32,
    original_len: u32,
}

impl View {
    /// An empty view with room for what `scan` has seen.
    pub(super) fn for_scan(scan: &Scan<'_>) -> Self {
        let signs = scan.signs.all().len();
        Self {
            text: String::with_capacity(scan.text.len()),
            landmarks: Landmarks::with_capacity(signs),
            segments: Vec::new(),
        }
    }

    /// Where `span` stands in the draft.
    pub fn original(&self, span: ViewSpan) -> Span {
        if span.is_empty() {
            let at = self.original_start(span.start);
            return Span { start: at, end: at };
        }
        let index = self.segments.partition_point(|segment| segment.view + segment.view_len <= span.start);
        // Most lie in one stretch with nothing folded in it.
        if let Some(segment) = self.segments.get(index)
            && segment.view_len == segment.original_len
            && (segment.view..=segment.view + segment.view_len).contains(&span.end)
        {
            let at = |place: u32| segment.original + place.saturating_sub(segment.view);
            return Span { start: at(span.start), end: at(span.end).max(at(span.start)) };
        }
        let start = self.original_start(span.start);
        Span { start, end: self.original_end(span.end).max(start) }
    }

    fn original_start(&self, at: u32) -> u32 {
        let index = self.segments.partition_point(|segment| segment.view + segment.view_len <= at);
        match self.segments.get(index) {
            Some(segment) if segment.view_len == segment.original_len => {
                segment.original + at.saturating_sub(segment.view)
            }
            Some(segment) => segment.original,
            None => self.segments.last().map_or(0, |last| last.original + last.original_len),
        }
    }

    fn original_end(&self, at: u32) -> u32 {
        let index = self.segments.partition_point(|segment| segment.view + segment.view_len < at);
        match self.segments.get(index) {
            Some(segment) if segment.view_len == segment.original_len => {
                segment.original + at.saturating_sub(segment.view)
            }
            Some(segment) => segment.original + segment.original_len,
            None => self.segments.last().map_or(0, |last| last.original + last.original_len),
        }
    }

    /// How long the view is so far.
    pub(super) fn len(&self) -> usize {
        self.text.len()
    }

    /// Adds `piece`, which stands for `original_len` bytes of the draft at `original`.
    fn push(&mut self, piece: &str, original: usize, original_len: usize) {
        let view_len = piece.len();
        let (view, original) = (self.text.len() as u32, original as u32);
        self.text.push_str(piece);
        if let Some(last) = self.segments.last_mut()
            && last.view_len == last.original_len
            && view_len == original_len
            && last.original + last.original_len == original
        {
            last.view_len += view_len as u32;
            last.original_len += original_len as u32;
            return;
        }
        self.segments.push(Segment {
            view,
            original,
            view_len: view_len as u32,
            original_len: original_len as u32,
        });
    }

    /// Adds a character of our own that stands for nothing in the draft, such as the line feed
    /// between paragraphs.
    pub(super) fn push_separator(&mut self, separator: char, original: usize) {
        self.push_char(separator, original, 0);
    }

    /// Adds the character `ch`, which stands for `original_len` bytes of the draft at `original`.
    fn push_char(&mut self, ch: char, original: usize, original_len: usize) {
        self.landmarks.note(self.text.len(), ch);
        let mut buffer = [0; 4];
        self.push(ch.encode_utf8(&mut buffer), original, original_len);
    }

    /// Folds the text of `span` on to the end of the view; `keep_cells` keeps a tab between table cells.
    pub(super) fn fold(&mut self, scan: &Scan<'_>, span: Span, keep_cells: bool) {
        let line = span.of(scan.text);
        let base = span.start as usize;
        let mut run_start = 0;
        let (mut behind_blanks, mut next_word) = (0, None);
        let mut is_spaced = None;
        for sign in scan.signs.within(span) {
            let (at, ch) = (sign.at as usize - base, sign.sign);
            let fold = match ch {
                '0'..='9' | '、' | '。' => Fold::Keep,
                _ => fold_char(ch),
            };
            let fold = match fold {
                Fold::Punctuation(wide) => {
                    let next = line.get(at + ch.len_utf8()..).and_then(|rest| rest.chars().next());
                    let is_inside = self.joins_ascii(line.get(run_start..at).unwrap_or(""), next);
                    if is_inside { Fold::Keep } else { Fold::To(wide) }
                }
                Fold::Blank if keep_cells && ch == '\t' => Fold::Keep,
                other => other,
            };
            let replacement = match fold {
                Fold::Keep | Fold::Punctuation(_) => {
                    self.landmarks.note(self.text.len() + at - run_start, ch);
                    continue;
                }
                Fold::Drop => None,
                Fold::To(folded) => Some(folded),
                Fold::Blank => {
                    self.push_run(line, base, run_start, at);
                    run_start = at + ch.len_utf8();
                    // One answer for all blanks up to the next word.
                    if run_start > behind_blanks {
                        let rest = line.get(run_start..).unwrap_or("");
                        let word = rest.trim_start_matches(is_blank);
                        behind_blanks = line.len() - word.len();
                        next_word = word.chars().next();
                    }
                    let behind = line.get(run_start..).unwrap_or("");
                    // 8 4 件 in a line that is written so throughout is one figure.
                    let is_one_figure = spaced::parts_digits(line.get(..at).unwrap_or(""), behind)
                        && *is_spaced.get_or_insert_with(|| spaced::is_spaced(line));
                    if !is_one_figure && self.joins_ascii("", next_word) {
                        self.push_char(' ', base + at, ch.len_utf8());
                    }
                    continue;
                }
            };
            self.push_run(line, base, run_start, at);
            run_start = at + ch.len_utf8();
            if let Some(folded) = replacement {
                self.push_char(folded, base + at, ch.len_utf8());
            }
        }
        self.push_run(line, base, run_start, line.len());
    }

    fn push_run(&mut self, line: &str, base: usize, start: usize, end: usize) {
        if start < end {
            self.push(line.get(start..end).unwrap_or(""), base + start, end - start);
        }
    }

    /// Whether what stands here lies between two ASCII letters or digits.
    fn joins_ascii(&self, pending: &str, next: Option<char>) -> bool {
        let before = pending.chars().next_back().or_else(|| self.text.chars().next_back());
        before.is_some_and(|before| before.is_ascii_alphanumeric())
            && next.is_some_and(|next| fold_digit(next).is_ascii_alphanumeric())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, folded: &str) {
        let mut view = View::default();
        view.fold(&Scan::new(text), Span::new(0, text.len()), false);
        assert_eq!(view.text, folded);
        let mut before = 0;
        for (at, ch) in folded.char_indices() {
            let span = view.original(ViewSpan::new(at, at + ch.len_utf8()));
            assert!(span.start >= before && !span.is_empty(), "{span:?} of {ch:?}");
            before = span.end;
        }
    }

    #[test]
    fn folds_widths_and_blanks() {
        check("共 ３５０ 项", "共350项");
        check("（一）,(二):A,B", "（一），（二）：A,B");
        check("1 860 次", "1 860次");
        check("1,286条,其中", "1,286条，其中");
        check("9:00—17:00", "9:00—17:00");
        check("　　合格率 97.2％", "合格率97.2%");
        check("手机 APP 平台", "手机APP平台");
        check("A  B", "A B");
        check("共 清 理 规 范 性 文 件 1 8 4 件 。", "共清理规范性文件184件。");
        check("全 年 办 案 合 格 率 为 9 7 . 2 ％ 以 上", "全年办案合格率为97.2%以上");
        check("共 8 4 件", "共8 4件");
        check("零\u{200b}宽", "零宽");
    }

    #[test]
    fn leads_back_to_the_draft() {
        let text = "共 ３５０ 项";
        let mut view = View::default();
        view.fold(&Scan::new(text), Span::new(0, text.len()), false);
        let at = view.text.find("350").unwrap();
        assert_eq!(view.original(ViewSpan::new(at, at + 3)).of(text), "３５０");
    }
}
