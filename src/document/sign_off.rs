//! The signature: which organ signs, and on which day; at the end or under the title.
//!
//! *Invariant:* reads lines that hold nothing else; a date that no calendar has keeps its place but
//! gives no [`Date`].

use super::{Block, BlockKind, Document, first_bytes, furniture, head, organ};
use crate::calendar::Date;
use crate::numeral;
use crate::source::{Source, ViewSpan};

/// A signature.
#[derive(Clone, Debug, Default)]
pub struct SignOff {
    /// The names of the signing organs, in order.
    pub organs: Vec<Signer>,
    /// Where the date stands.
    pub date: Option<ViewSpan>,
    /// Whether it stands under the title, not at the end.
    pub is_under_title: bool,
}

/// One signing organ.
#[derive(Clone, Debug)]
pub struct Signer {
    /// Its name.
    pub name: String,
    /// Where it stands.
    pub span: ViewSpan,
}

/// A line that is a date, or an organ with a date.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct SignLine<'t> {
    /// The organ before the date, if any.
    pub organ: Option<&'t str>,
    /// Where the date starts in the line.
    pub date_at: usize,
    /// The day, if it exists.
    pub date: Option<Date>,
}

/// More bytes than an organ and a date have; a longer line is no signature.
const LONGEST_SIGN_LINE: usize = 300;

/// Reads `line` as the date line of a signature.
pub(super) fn sign_line(line: &str) -> Option<SignLine<'_>> {
    // Every place of the line is tried with all that follows it.
    let ends_like_a_date =
        line.ends_with(['日', '号', '月', '）']) || line.ends_with(|ch: char| ch.is_ascii_digit());
    if line.len() > LONGEST_SIGN_LINE || !ends_like_a_date {
        return None;
    }
    for (at, _) in line.char_indices() {
        let rest = line.get(at..)?;
        if let Some(date) = whole_date(rest) {
            let before = line.get(..at)?;
            if before.is_empty() {
                return Some(SignLine { organ: None, date_at: 0, date: day(date) });
            }
            return organ::is_organ_line(before).then(|| SignLine {
                organ: Some(before),
                date_at: at,
                date: day(date),
            });
        }
    }
    None
}

/// The year, month and day that `text` writes and nothing else; 0 for a part left blank or missing.
fn whole_date(text: &str) -> Option<(u32, u32, u32)> {
    let text = text.strip_prefix('（').and_then(|text| text.strip_suffix('）')).unwrap_or(text);
    if let Some((year, rest)) = text.split_once('年') {
        let (month, rest) = rest.split_once('月')?;
        // 9号 and 9 are wrong writings, and days all the same.
        let is_bare = rest.bytes().all(|byte| byte.is_ascii_digit());
        let day = rest.strip_suffix(['日', '号']).or_else(|| is_bare.then_some(rest))?;
        let month = if month == "元" { 1 } else { part(month)? };
        return Some((year_value(year)?, month, part(day)?));
    }
    let sign = ['-', '/', '.'].into_iter().find(|&sign| text.matches(sign).count() == 2)?;
    let mut parts = text.split(sign);
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let digits = |text: &str| text.parse::<u32>().ok();
    Some((year_value(year)?, digits(month)?, digits(day)?))
}

fn year_value(text: &str) -> Option<u32> {
    if text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return text.parse().ok();
    }
    let mut year = 0;
    for ch in text.chars() {
        let digit = match ch {
            'O' | '0' => 0,
            '2' => 2,
            _ => numeral::digit_of_row(ch)?,
        };
        year = year * 10 + digit;
        if year > 9999 {
            return None;
        }
    }
    (year >= 1000).then_some(year)
}

/// A month or day in digits or Chinese, 0 where it is blank or a placeholder.
fn part(text: &str) -> Option<u32> {
    if text.chars().all(|ch| matches!(ch, 'X' | 'x' | '×' | '_' | '*' | ' ' | '某')) {
        return Some(0);
    }
    if text.len() <= 2 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return text.parse().ok();
    }
    // A wrong writing is a date all the same.
    let plain: String = text.chars().map(|ch| numeral::of_capital(ch).unwrap_or(ch)).collect();
    numeral::ordinal(&plain)
}

fn day((year, month, day): (u32, u32, u32)) -> Option<Date> {
    Date::new(year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?)
}

impl Document {
    /// Finds the signature: at the end, else under the title.
    pub(super) fn find_sign_off(&mut self, source: &Source<'_>, head: &head::Head) {
        let head_length = head.kinds.len();
        if let Some((sign_off, date)) = self.sign_off_at_end(source, head_length) {
            self.sign_off = Some(sign_off);
            self.signed_on = date;
        }
        let Some(at) = head.date else { return };
        let Some(block) = self.blocks.get(at) else { return };
        let line = sign_line(source.folded(block.span));
        let Some(line) = line else { return };
        let mut under = SignOff { is_under_title: true, ..SignOff::default() };
        under.date = Some(ViewSpan { start: block.span.start + line.date_at as u32, end: block.span.end });
        for &signer in &head.signers {
            let Some(block) = self.blocks.get(signer) else { continue };
            let name = if signer == at { line.organ.unwrap_or("") } else { source.folded(block.span) };
            under.organs.push(signer_at(block.span, name));
        }
        match &mut self.sign_off {
            Some(at_end) if at_end.date.is_some() => {}
            Some(at_end) if at_end.organs.is_empty() => *at_end = under,
            Some(at_end) => {
                at_end.date = under.date;
                self.signed_on = line.date;
            }
            None => {
                self.sign_off = Some(under);
                self.signed_on = line.date;
            }
        }
        if self.signed_on.is_none() && self.sign_off.as_ref().is_some_and(|found| found.is_under_title) {
            self.signed_on = line.date;
        }
    }

    fn sign_off_at_end(&mut self, source: &Source<'_>, from: usize) -> Option<(SignOff, Option<Date>)> {
        let text = |block: &Block| source.folded(block.span);
        for block in self.blocks.iter_mut().skip(from).rev().take(8) {
            if block.kind == BlockKind::Prose && furniture::is_furniture(source.folded(block.span)) {
                block.kind = BlockKind::Furniture;
            }
        }
        let is_prose =
            |index: &usize| self.blocks.get(*index).is_some_and(|block| block.kind == BlockKind::Prose);
        let candidates: Vec<usize> = (from..self.blocks.len()).rev().filter(is_prose).collect();
        let is_organ = |index: usize| {
            is_prose(&index) && self.blocks.get(index).is_some_and(|block| organ::is_organ_line(text(block)))
        };
        let mut sign_off = SignOff::default();
        let mut date = None;
        let mut last_organ = None;
        for (distance, &index) in candidates.iter().enumerate() {
            let Some(block) = self.blocks.get(index) else { continue };
            let Some(line) = sign_line(text(block)) else { continue };
            let above = index.checked_sub(1).filter(|&above| above >= from && is_organ(above));
            if distance > 3 && above.is_none() && line.organ.is_none() {
                continue;
            }
            sign_off.date =
                Some(ViewSpan { start: block.span.start + line.date_at as u32, end: block.span.end });
            date = line.date;
            if let Some(name) = line.organ {
                sign_off.organs.push(signer_at(block.span, name));
            }
            last_organ = above;
            break;
        }
        if sign_off.date.is_none() {
            last_organ = candidates.first().copied().filter(|&index| is_organ(index));
        }
        let date_block = sign_off.date;
        if let Some(last) = last_organ {
            let first =
                (from..=last).rev().take_while(|&index| is_organ(index)).take(4).last().unwrap_or(last);
            for index in (first..=last).rev() {
                if let Some(block) = self.blocks.get_mut(index) {
                    block.kind = BlockKind::SignOffOrgan;
                    sign_off.organs.insert(0, signer_at(block.span, source.folded(block.span)));
                }
            }
        }
        if let Some(date) = date_block {
            for block in self.blocks.iter_mut().filter(|block| block.span.contains(date)) {
                block.kind = BlockKind::SignOffDate;
            }
        }
        (sign_off.date.is_some() || !sign_off.organs.is_empty()).then_some((sign_off, date))
    }
}

/// The signer whose name `line` is, at the start of `span`.
fn signer_at(span: ViewSpan, line: &str) -> Signer {
    let name = organ::strip_seal(line);
    Signer { name: name.to_owned(), span: first_bytes(span, name.len()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_date_lines() {
        type Row = (&'static str, Option<&'static str>, Option<(u16, u8, u8)>);
        let table: &[Row] = &[
            ("2024年1月22日", None, Some((2024, 1, 22))),
            ("二〇二四年一月二十二日", None, Some((2024, 1, 22))),
            ("二○二三年十二月十日", None, Some((2023, 12, 10))),
            ("2024-01-22", None, Some((2024, 1, 22))),
            ("2024年壹月22日", None, Some((2024, 1, 22))),
            ("2024年元月九日", None, Some((2024, 1, 9))),
            ("（2024年3月1日）", None, Some((2024, 3, 1))),
            ("云山市水利局2024年1月22日", Some("云山市水利局"), Some((2024, 1, 22))),
            ("2023年2月29日", None, None),
            ("2024年2月29日", None, Some((2024, 2, 29))),
            ("2024年X月X日", None, None),
            ("2024年1月", None, None),
        ];
        for &(line, organ, date) in table {
            let found = sign_line(line).unwrap_or_else(|| panic!("{line}"));
            assert_eq!(found.organ, organ, "{line}");
            assert_eq!(found.date.map(|date| (date.year, date.month, date.day)), date, "{line}");
        }
        for line in ["2024年1月22日，我局召开会议", "截至2023年12月31日", "特此报告。", "2024年", "1.2.3"]
        {
            assert_eq!(sign_line(line), None, "{line}");
        }
    }
}
