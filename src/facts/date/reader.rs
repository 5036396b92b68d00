//! One date, from its first numeral on: which form it has, what its parts are and what the date before it lends.
//!
//! Takes the view, a place where a numeral begins and the date before it, gives the date or where to go on.
//!
//! *Invariant:* looks no further than the few numerals of one date.

use super::{DateFact, Kind, Link, Part, Script, lent, link, names, part};
use crate::calendar::days_in_month;
use crate::search;
use crate::source::ViewSpan;

/// The date in `view` whose first numeral is at `at`, or the end of the numeral that begins none; `last` is the date
/// before it.
pub(super) fn read(view: &str, at: usize, last: Option<&DateFact>) -> Result<DateFact, usize> {
    let before = view.get(..at).and_then(|before| before.chars().next_back());
    Reader { view, before }.read(at, last)
}

/// Reads one date; `before` is the character in front of it.
struct Reader<'a> {
    view: &'a str,
    before: Option<char>,
}

impl<'a> Reader<'a> {
    /// The date at `at`, or the end of the numeral that begins none.
    fn read(&self, at: usize, last: Option<&DateFact>) -> Result<DateFact, usize> {
        let end = part::end(self.view, at);
        if !matches!(self.char_at(end), Some('年' | '月' | '日' | '-' | '.' | '/' | '·')) {
            return Err(end);
        }
        let (end, first) = part::read(self.view, at);
        let Some(first) = first else { return Err(end) };
        let found = match self.char_at(end) {
            Some('年') => self.with_year(first),
            Some('月') => self.with_month(None, first).or_else(|| self.lone_month(first, last)),
            Some('日') => self.lone_day(first, last),
            Some(sign @ ('-' | '.' | '/')) if first.digits == 4 => self.numeric(first, sign),
            Some(sign @ ('·' | '.')) => self.anniversary(first, sign),
            _ => None,
        };
        let mut fact = found.ok_or(end)?;
        self.borrow(&mut fact, last);
        Ok(fact)
    }

    /// A date that begins with a year: 2023年12月18日, 2023年10月, 23年底.
    fn with_year(&self, year: Part) -> Option<DateFact> {
        let after = year.span.end as usize + '年'.len_utf8();
        let could_be_year = match year.script {
            Script::Arabic => match year.digits {
                2 => !self.follows_duration(year),
                3..=5 => true,
                _ => false,
            },
            Script::Chinese => year.digits == 4 && (1000..3000).contains(&year.value),
        };
        if !could_be_year {
            return None;
        }
        match self.numeral_at(after).or_else(|| self.first_month(after)) {
            Some((end, month)) if self.char_at(end) == Some('月') => {
                let months = fact(year, end + '月'.len_utf8(), Kind::Words, Some(year), Some(month), None);
                let is_plain = matches!(year.digits, 2 | 4);
                self.with_month(Some(year), month).or(is_plain.then_some(months))
            }
            _ => self.lone_year(year, after),
        }
    }

    /// 元 of 元月 where a day stands behind it; it goes with either script, and is of that of the day.
    fn first_month(&self, at: usize) -> Option<(usize, Part)> {
        let end = at + '元'.len_utf8();
        let is_named = self.view.get(at..).is_some_and(|rest| rest.starts_with("元月"));
        let (behind, day) = self.numeral_at(end + '月'.len_utf8()).filter(|_| is_named)?;
        let month = Part { span: ViewSpan::new(at, end), value: 1, digits: 1, zero: None, ..day };
        (self.char_at(behind) == Some('日')).then_some((end, month))
    }

    /// A year alone, where its writing is at fault.
    fn lone_year(&self, year: Part, after: usize) -> Option<DateFact> {
        let rest = self.view.get(after..).unwrap_or("");
        let is_short = year.digits == 2
            && year.value <= 40
            && search::beginning(rest, &AFTER_SHORT_YEARS).is_some()
            && search::beginning(rest, &["度过", "初步", "初心", "末端", "底线"]).is_none()
            && !self.follows_duration(year);
        (is_short || year.has_wrong_zero()).then(|| fact(year, after, Kind::Words, Some(year), None, None))
    }

    /// A date that goes on with a month and has a day: 12月18日, 12月18 before 至20日.
    fn with_month(&self, year: Option<Part>, month: Part) -> Option<DateFact> {
        let (end, day) = self.numeral_at(month.span.end as usize + '月'.len_utf8())?;
        if !month.is_short() || !day.is_short() {
            return None;
        }
        let end = match self.char_at(end) {
            Some('日') => end + '日'.len_utf8(),
            Some(sign) if CONNECTORS.contains(&sign) => {
                let (next, _) = self.numeral_at(end + sign.len_utf8())?;
                (self.char_at(next) == Some('日')).then_some(end)?
            }
            _ => return None,
        };
        Some(fact(year.unwrap_or(month), end, Kind::Words, year, Some(month), Some(day)))
    }

    /// The month that ends a range or takes over its year: 2023年3月至5月, 同年5月.
    fn lone_month(&self, month: Part, last: Option<&DateFact>) -> Option<DateFact> {
        let (last, start) = (last?, month.span.start as usize);
        let is_end =
            last.day.is_none() && last.month.is_some() && link::of(self.view, last, start) == Link::RangeEnd;
        let is_dated = last.full_year().is_some() && lent::word(self.view, last, start).is_some();
        let end = month.span.end as usize + '月'.len_utf8();
        ((is_end || is_dated) && month.is_short())
            .then(|| fact(month, end, Kind::Words, None, Some(month), None))
    }

    /// The day that ends a range or goes on with a list: 12月1日至7日, 9月6日、10日.
    fn lone_day(&self, day: Part, last: Option<&DateFact>) -> Option<DateFact> {
        let last = last.filter(|last| last.day.is_some() && last.kind == Kind::Words)?;
        let end = day.span.end as usize + '日'.len_utf8();
        let link = link::of(self.view, last, day.span.start as usize);
        let is_span_of_time = matches!(self.char_at(end), Some('内' | '后' | '前' | '均' | '以'));
        (link != Link::None && day.is_short() && !(link == Link::List && is_span_of_time))
            .then(|| fact(day, end, Kind::Words, None, None, Some(day)))
    }

    /// 2023-12-18, 2023.12.18, 2023/12/18.
    fn numeric(&self, year: Part, sign: char) -> Option<DateFact> {
        let (end, month) = self.numeral_at(year.span.end as usize + 1)?;
        if self.char_at(end) != Some(sign) {
            return None;
        }
        let (end, day) = self.numeral_at(end + 1)?;
        if !month.is_short_arabic() || !day.is_short_arabic() {
            return None;
        }
        // 编号2023-12-35 and 合同2023-13-01 are no dates.
        if matches!(self.before, Some('号' | '码' | '同')) {
            return None;
        }
        let is_inside_a_code = |ch: char| ch.is_ascii_alphanumeric() || matches!(ch, '-' | '.' | '/');
        if self.before.is_some_and(is_inside_a_code) {
            return None;
        }
        let mut after = self.view.get(end..).unwrap_or("").chars();
        if after.next().is_some_and(is_inside_a_code)
            && after.next().is_some_and(|ch| ch.is_ascii_alphanumeric())
        {
            return None;
        }
        // 2023-15-3 is the number of a project; 2023-13-05 is a date that went wrong.
        let is_dated = (1..=12).contains(&month.value) || (month.digits == 2 && day.digits == 2);
        if !(1900..2100).contains(&year.value) || !is_dated {
            return None;
        }
        let kind = match sign {
            '-' => Kind::Dashes,
            '.' => Kind::Dots,
            _ => Kind::Slashes,
        };
        Some(fact(year, end, kind, Some(year), Some(month), Some(day)))
    }

    /// “12·4”, and “12.4” where it can only be the name of a day.
    fn anniversary(&self, month: Part, sign: char) -> Option<DateFact> {
        let (end, day) = self.numeral_at(month.span.end as usize + sign.len_utf8())?;
        let length = days_in_month(2000, u8::try_from(month.value).ok()?)?;
        let exists = (1..=u16::from(length)).contains(&day.value);
        if !exists || !month.is_short_arabic() || !day.is_short_arabic() {
            return None;
        }
        let rest = self.view.get(end..).unwrap_or("");
        let kind = match sign {
            '·' => Kind::Anniversary,
            _ if names::names_a_day(self.before, rest) => Kind::DottedAnniversary,
            _ => return None,
        };
        Some(fact(month, end, kind, None, Some(month), Some(day)))
    }

    /// Whether two digits before 年 are a length of time: 有期徒刑10年6月.
    fn follows_duration(&self, year: Part) -> bool {
        let before = self.view.get(..year.span.start as usize).unwrap_or("");
        search::ending(before, &BEFORE_DURATIONS).is_some()
    }

    fn borrow(&self, fact: &mut DateFact, last: Option<&DateFact>) {
        let Some(last) = last else { return };
        fact.link = link::of(self.view, last, fact.span.start as usize);
        if fact.year.is_none() {
            fact.year_word = lent::word(self.view, last, fact.span.start as usize);
        }
        if let Some(word) = fact.year_word {
            fact.lent_year = word.of(last);
            return;
        }
        if fact.link == Link::None || fact.year.is_some() {
            return;
        }
        fact.lent_year = last.full_year();
        if fact.month.is_none() {
            fact.lent_month = last.full_month();
        }
    }

    fn char_at(&self, at: usize) -> Option<char> {
        self.view.get(at..)?.chars().next()
    }

    /// The numeral at `at`, if there is one, and its end.
    fn numeral_at(&self, at: usize) -> Option<(usize, Part)> {
        let (end, part) = part::read(self.view, at);
        Some((end, part?))
    }
}

/// What may stand between the two days of 12月18—20日.
const CONNECTORS: [char; 6] = ['至', '到', '—', '-', '~', '～'];

/// What stands behind a year of two digits rather than a length of time.
const AFTER_SHORT_YEARS: [&str; 8] = ["度", "底", "初", "末", "上半年", "下半年", "第一季度", "第四季度"];

/// What stands before a length of time rather than a year: 有期徒刑10年6月.
const BEFORE_DURATIONS: [&str; 16] = [
    "徒刑", "历时", "长达", "满", "近", "约", "共", "达", "第", "过", "续", "每", "超", "逾", "至少", "期限",
];

/// A fact from its first part to `end` that hangs on nothing yet.
fn fact(
    first: Part,
    end: usize,
    kind: Kind,
    year: Option<Part>,
    month: Option<Part>,
    day: Option<Part>,
) -> DateFact {
    let span = ViewSpan::new(first.span.start as usize, end);
    DateFact {
        span,
        kind,
        year,
        month,
        day,
        link: Link::None,
        lent_year: None,
        lent_month: None,
        year_word: None,
    }
}
