//! The calendar: days that exist, their order and their distance.
//!
//! *Invariant:* a [`Date`] made by [`Date::new`] exists in the Gregorian calendar.

use std::fmt;

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

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

/// Whether `year` has a 29 February.
pub fn is_leap(year: u16) -> bool {
    year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400)
}

/// How many days `month` of `year` has; nothing where there is no such month.
pub fn days_in_month(year: u16, month: u8) -> Option<u8> {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => Some(31),
        4 | 6 | 9 | 11 => Some(30),
        2 => Some(if is_leap(year) { 29 } else { 28 }),
        _ => None,
    }
}

impl Date {
    /// The day, if there is one.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let length = days_in_month(year, month)?;
        (year > 0 && (1..=length).contains(&day)).then_some(Self { year, month, day })
    }

    /// The number of the day, counted from 1 January 1970.
    pub fn day_number(self) -> i32 {
        // The year is counted from March, so that the leap day is its last; 400 years are one cycle.
        let (year, month) = match self.month {
            1 | 2 => (i32::from(self.year) - 1, i32::from(self.month) + 9),
            _ => (i32::from(self.year), i32::from(self.month) - 3),
        };
        let (cycle, of_cycle) = (year.div_euclid(400), year.rem_euclid(400));
        let of_year = (153 * month + 2) / 5 + i32::from(self.day) - 1;
        cycle * 146_097 + of_cycle * 365 + of_cycle / 4 - of_cycle / 100 + of_year - 719_468
    }

    /// Its day of the week.
    pub fn weekday(self) -> Weekday {
        // 1 January 1970 was a Thursday.
        match (self.day_number() + 3).rem_euclid(7) {
            0 => Weekday::Monday,
            1 => Weekday::Tuesday,
            2 => Weekday::Wednesday,
            3 => Weekday::Thursday,
            4 => Weekday::Friday,
            5 => Weekday::Saturday,
            _ => Weekday::Sunday,
        }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(year: u16, month: u8, day: u8) -> Date {
        Date::new(year, month, day).unwrap()
    }

    #[test]
    fn knows_leap_years() {
        assert!(is_leap(2024) && is_leap(2000) && !is_leap(1900) && !is_leap(2023));
        assert_eq!(Date::new(2023, 2, 29), None);
        assert_eq!(date(2024, 2, 29).to_string(), "2024-02-29");
    }

    #[test]
    fn refuses_what_does_not_exist() {
        for (year, month, day) in [(2023, 13, 5), (2023, 0, 1), (2023, 9, 31), (2023, 1, 0), (0, 1, 1)] {
            assert_eq!(Date::new(year, month, day), None, "{year}-{month}-{day}");
        }
    }

    #[test]
    fn orders_and_counts_days() {
        assert!(date(2023, 12, 31) < date(2024, 1, 1));
        assert_eq!(date(1970, 1, 1).day_number(), 0);
        assert_eq!(date(2024, 3, 1).day_number() - date(2024, 2, 28).day_number(), 2);
        assert_eq!(date(2025, 1, 1).day_number() - date(2024, 1, 1).day_number(), 366);
        let mut before = date(1999, 12, 31).day_number();
        for year in 2000..2101 {
            for month in 1..=12 {
                for day in 1..=days_in_month(year, month).unwrap() {
                    let number = date(year, month, day).day_number();
                    assert_eq!(number, before + 1);
                    before = number;
                }
            }
        }
    }

    #[test]
    fn knows_the_day_of_the_week() {
        assert_eq!(date(2023, 12, 18).weekday(), Weekday::Monday);
        assert_eq!(date(2024, 2, 29).weekday(), Weekday::Thursday);
        assert_eq!(date(2000, 1, 1).weekday(), Weekday::Saturday);
        assert_eq!(date(1949, 10, 1).weekday(), Weekday::Saturday);
    }
}
