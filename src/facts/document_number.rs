//! Numbers of official documents as they are written: 云政办发〔2023〕45号, right or wrong.
//!
//! Takes the folded view, gives one [`DocumentNumber`] for every code–year–number.
//! Decrees (令第711号), announcements (公告2023年第12号) and court cases (（2023）某行初12号) are of
//! another form and are not given.
//!
//! *Invariant:* one pass over the view; facts come in its order and do not overlap.

mod code;

use crate::search;
use crate::source::{Landmark, ViewSpan};
use code::{code_before, numbers_a_case};

/// One document number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentNumber {
    /// From the code to 号.
    pub span: ViewSpan,
    /// The letters that stand for the organ: 云政办发.
    pub code: ViewSpan,
    /// The opening bracket.
    pub open: ViewSpan,
    /// The digits of the year.
    pub year: ViewSpan,
    /// 年 within the brackets, where it is written.
    pub year_word: Option<ViewSpan>,
    /// The closing bracket.
    pub close: ViewSpan,
    /// 第 before the number, where it is written.
    pub ordinal: Option<ViewSpan>,
    /// The digits of the number.
    pub number: ViewSpan,
    /// Whether 号 stands behind the number.
    pub has_sign: bool,
    /// Whether it is the number of a paper on a case (某罚决字〔2023〕第018号, 《催告书》（某催〔2023〕第018号）), which
    /// may carry 第 and noughts.
    pub is_case: bool,
    /// Whether the brackets stand round the number instead of the year (云政发2023〔6〕号).
    pub is_shifted: bool,
    /// Whether no bracket stands at all (云政发2023年6号); `open` and `close` are then empty, beside the year.
    pub is_bare: bool,
}

impl DocumentNumber {
    /// Whether both brackets are those that the standard asks for.
    pub fn has_right_brackets(&self, view: &str) -> bool {
        self.open.of(view) == "〔" && self.close.of(view) == "〕"
    }

    /// The year, where it is written with four digits.
    pub fn full_year(&self, view: &str) -> Option<u16> {
        let year = self.year.of(view);
        if year.len() == 4 { year.parse().ok() } else { None }
    }

    /// Whether the number is padded with noughts.
    pub fn is_padded(&self, view: &str) -> bool {
        self.number.of(view).starts_with('0')
    }
}

const OPEN: [char; 9] = ['〔', '[', '［', '【', '（', '(', '﹝', '<', '〈'];
const CLOSE: [char; 9] = ['〕', ']', '］', '】', '）', ')', '﹞', '>', '〉'];

/// Every document number in `view`, which has these `marks`.
pub fn read(view: &str, marks: &[Landmark]) -> Vec<DocumentNumber> {
    let mut numbers: Vec<DocumentNumber> = Vec::new();
    for landmark in marks.iter().filter(|landmark| OPEN.contains(&landmark.sign)) {
        let at = landmark.at as usize;
        let from = numbers.last().map_or(0, |last| last.span.end as usize);
        let found = read_at(view, from, at).or_else(|| shifted_at(view, from, at));
        numbers.extend(found.or_else(|| bare_at(view, from, at)));
    }
    numbers
}

/// The document number whose year is bracketed at `open`; its code begins at `from` or later.
fn read_at(view: &str, from: usize, open: usize) -> Option<DocumentNumber> {
    let mut cursor = Cursor { view, at: open };
    let open = cursor.one_of(&OPEN)?;
    let year = cursor.digits(2..=4)?;
    let year_word = cursor.one_of(&['年']);
    let close = cursor.one_of(&CLOSE)?;
    let ordinal = cursor.one_of(&['第']);
    let number = cursor.digits(1..=6)?;
    let is_round = matches!(open.of(view), "（" | "(");
    let has_sign = cursor.one_of(&['号']).is_some();
    // Without 号 only a bracket of its own and the end of the mention show what it is.
    if !has_sign && (is_round || !cursor.rest().starts_with(['）', '》', '文', '。'])) {
        return None;
    }
    // 第3批（2022）18号楼 numbers a house.
    if cursor.rest().starts_with(['楼', '院', '线', '门', '车', '店', '井', '机', '地']) {
        return None;
    }
    let code = code_before(view.get(from..open.start as usize)?, from)?;
    let span = ViewSpan::new(code.start as usize, cursor.at);
    let is_case = code.of(view).ends_with('字') || numbers_a_case(view, code);
    Some(DocumentNumber {
        span,
        code,
        open,
        year,
        year_word,
        close,
        ordinal,
        number,
        has_sign,
        is_case,
        is_shifted: false,
        is_bare: false,
    })
}

/// 云政发2023〔6〕号: the document number of which the number is bracketed at `open` and the year stands before.
fn shifted_at(view: &str, from: usize, open: usize) -> Option<DocumentNumber> {
    /// How the codes of organs end; 编号 and 档案 have numbers of another form.
    const ENDS: [char; 8] = ['发', '函', '办', '规', '通', '字', '复', '呈'];
    const YEAR: usize = 4;
    let year_at = open.checked_sub(YEAR).filter(|&at| at >= from)?;
    let year = ViewSpan::new(year_at, open);
    let is_year =
        year.of(view).starts_with(['1', '2']) && year.of(view).bytes().all(|ch| ch.is_ascii_digit());
    let mut cursor = Cursor { view, at: open };
    let open = cursor.one_of(&OPEN).filter(|open| !matches!(open.of(view), "（" | "(" | "<" | "〈"))?;
    let number = cursor.digits(1..=3)?;
    let close = cursor.one_of(&CLOSE)?;
    cursor.one_of(&['号'])?;
    let code = code_before(view.get(from..year_at)?, from)?;
    let words = code.of(view);
    let is_code = is_year && words.ends_with(ENDS);
    let span = ViewSpan::new(code.start as usize, cursor.at);
    is_code.then(|| DocumentNumber {
        span,
        code,
        open,
        year,
        year_word: None,
        close,
        ordinal: None,
        number,
        has_sign: true,
        is_case: words.ends_with('字'),
        is_shifted: true,
        is_bare: false,
    })
}

/// 《某办法》（云政发2023年6号）: the document number without a bracket that is all of the bracket at `bracket` behind a title.
fn bare_at(view: &str, from: usize, bracket: usize) -> Option<DocumentNumber> {
    /// How the codes of organs end; 公报 and 通报 number their issues, a bureau's own name is no code.
    const ENDS: [char; 7] = ['发', '函', '办', '规', '政', '通', '字'];
    const NAMES: [&str; 8] = ["政府", "委员会", "办公", "局", "厅", "公告", "通告", "令"];
    const LONGEST: usize = 8;
    let mut cursor = Cursor { view, at: bracket };
    cursor.one_of(&['（', '('])?;
    let is_behind_title = view.get(from..bracket)?.ends_with(['》', '”']);
    let rest = cursor.rest();
    let letters = rest.chars().take(LONGEST).take_while(|ch| ('一'..='龥').contains(ch));
    let code = cursor.take(letters.map(char::len_utf8).sum());
    let words = code.of(view);
    if !is_behind_title || !words.ends_with(ENDS) || search::length(words) < 2 || search::has(words, &NAMES) {
        return None;
    }
    let year = cursor.digits(4..=4).filter(|year| year.of(view).starts_with(['1', '2']))?;
    let close = ViewSpan::new(cursor.at, cursor.at);
    let year_word = cursor.one_of(&['年', '-', '－', '—', '–', '·', '/']);
    let ordinal = cursor.one_of(&['第']);
    // Without 年 or 第 the digits of the year and those of the number would be one.
    year_word.or(ordinal)?;
    let number = cursor.digits(1..=4)?;
    cursor.one_of(&['号'])?;
    let open = ViewSpan::new(year.start as usize, year.start as usize);
    let span = ViewSpan::new(code.start as usize, cursor.at);
    let is_case = words.ends_with('字') || numbers_a_case(view, code);
    cursor.rest().starts_with(['）', ')', '，', '；', '、']).then_some(DocumentNumber {
        span,
        code,
        open,
        year,
        year_word,
        close,
        ordinal,
        number,
        has_sign: true,
        is_case,
        is_shifted: false,
        is_bare: true,
    })
}

struct Cursor<'a> {
    view: &'a str,
    at: usize,
}

impl<'a> Cursor<'a> {
    fn rest(&self) -> &'a str {
        self.view.get(self.at..).unwrap_or("")
    }

    fn one_of(&mut self, signs: &[char]) -> Option<ViewSpan> {
        let sign = self.rest().chars().next().filter(|sign| signs.contains(sign))?;
        Some(self.take(sign.len_utf8()))
    }

    fn digits(&mut self, lengths: std::ops::RangeInclusive<usize>) -> Option<ViewSpan> {
        let length = self.rest().bytes().take_while(u8::is_ascii_digit).count();
        lengths.contains(&length).then(|| self.take(length))
    }

    fn take(&mut self, length: usize) -> ViewSpan {
        let span = ViewSpan::new(self.at, self.at + length);
        self.at += length;
        span
    }
}

#[cfg(test)]
mod tests;
