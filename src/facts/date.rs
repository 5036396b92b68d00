//! Dates as they are written, and the calendar.

use std::fmt;

use crate::source::ViewSpan;

/// A day that exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// Year of the common era.
    pub year: u16,
    /// 1 to 12.
    pub month: u8,
    /// 1 to the length of the month.
    pub day: u8,
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// A date as it is written, possible or not.
#[derive(Clone, Debug)]
pub struct DateFact {
    /// Where it stands in the view.
    pub span: ViewSpan,
}
