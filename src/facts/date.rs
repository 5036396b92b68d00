//! Dates as they are written, possible or not.
//!
//! Takes the folded view, gives one [`DateFact`] for every date in it, as `reader` finds them numeral by numeral. A bare
//! year is no date; it is given only where its writing is at fault (23年底, 二○二三年).
//!
//! *Invariant:* one pass over the view; facts come in its order and do not overlap.

mod lent;
mod link;
mod names;
mod part;
mod reader;

pub use lent::{YearWord, strip as without_year_word};
pub use link::{Link, behind_hour};
pub use part::{Part, Script, whole_number};

use crate::calendar::Date;
use crate::source::{Landmark, ViewSpan};

/// A date as it is written, possible or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateFact {
    /// Where it stands in the view.
    pub span: ViewSpan,
    /// How its parts are kept apart.
    pub kind: Kind,
    /// The written year.
    pub year: Option<Part>,
    /// The written month.
    pub month: Option<Part>,
    /// The written day.
    pub day: Option<Part>,
    /// How it hangs on the date before it.
    pub link: Link,
    /// The year that the date before it lends, where none is written.
    pub lent_year: Option<u16>,
    /// The month that the date before it lends, where none is written.
    pub lent_month: Option<u16>,
    /// What 同年 or 次年 in front of it says.
    pub year_word: Option<YearWord>,
}

/// How the parts of a date are kept apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// 2023年12月18日, 12月18日, 2023年10月.
    Words,
    /// 2023-12-18.
    Dashes,
    /// 2023.12.18.
    Dots,
    /// 2023/12/18.
    Slashes,
    /// 12·4, the name of a day.
    Anniversary,
    /// 12.4, meant as the name of a day.
    DottedAnniversary,
}

impl DateFact {
    /// The year in full, written or lent; 2024 for 24年.
    pub fn full_year(&self) -> Option<u16> {
        match self.year {
            Some(year) if year.digits == 2 && year.script == Script::Arabic => Some(2000 + year.value),
            Some(year) => Some(year.value),
            None => self.lent_year,
        }
    }

    /// The month, written or lent.
    pub fn full_month(&self) -> Option<u16> {
        self.month.map(|month| month.value).or(self.lent_month)
    }

    /// The day that it names, where it names one that exists.
    pub fn date(&self) -> Option<Date> {
        self.date_in(self.full_year()?)
    }

    /// The day that it would name in `year`.
    pub fn date_in(&self, year: u16) -> Option<Date> {
        let month = u8::try_from(self.full_month()?).ok()?;
        Date::new(year, month, u8::try_from(self.day?.value).ok()?)
    }

    /// Whether it has every part and yet names no day that exists.
    pub fn is_impossible(&self) -> bool {
        self.full_month().is_some() && self.day.is_some() && self.year.is_some() && self.date().is_none()
    }

    /// Whether it is a name such as 12·4 rather than a date of an event.
    pub fn is_anniversary(&self) -> bool {
        matches!(self.kind, Kind::Anniversary | Kind::DottedAnniversary)
    }
}

/// Every date in `view`, which has these `digits`.
pub fn read(view: &str, digits: &[Landmark]) -> Vec<DateFact> {
    let mut dates: Vec<DateFact> = Vec::new();
    let mut skip_to = 0;
    for landmark in digits.iter().filter(|landmark| part::begins(landmark.sign)) {
        let at = landmark.at as usize;
        if at < skip_to {
            continue;
        }
        match reader::read(view, at, dates.last()) {
            Ok(fact) => {
                skip_to = fact.span.end as usize;
                dates.push(fact);
            }
            Err(end) => skip_to = end,
        }
    }
    dates
}

#[cfg(test)]
mod tests;
