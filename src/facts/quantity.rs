//! A figure with its measure word.
//!
//! *Invariant:* the value is exactly what is written; how sure it is stands beside it.

use std::borrow::Cow;

use super::Decimal;
use super::measure::{Class, Measure};
use crate::source::ViewSpan;

/// A figure as it is written, with its measure word.
#[derive(Clone, Copy, Debug)]
pub struct Quantity {
    /// From the first digit to the end of the measure word.
    pub span: ViewSpan,
    /// The digits or numerals alone, without 余, 万 or the measure word.
    pub number: ViewSpan,
    /// The figure as written, without 万 or 亿.
    pub value: Decimal,
    /// 1, 1 000, 10 000 (万) or 100 000 000 (亿), or a product of them (万亿).
    pub factor: i128,
    /// Its measure word; a figure in a list may go without.
    pub measure: Option<Measure>,
    /// Whether it is exact.
    pub precision: Precision,
    /// Whether it is written in Chinese numerals.
    pub is_chinese: bool,
}

/// How sure a written figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Precision {
    /// Exact, or rounded in its last written place.
    Exact,
    /// 余, 多, 近, 约, 左右, 上千.
    Approximate,
    /// 以上, 不少于, 至少, 超过.
    AtLeast,
    /// 以下, 不超过, 以内.
    AtMost,
    /// 九成, 三分之二: as near as such words are.
    Rounded,
}

impl Quantity {
    /// Its value in the measure word's unit, 万 and 亿 multiplied out; `None` if too large.
    pub fn base(&self) -> Option<Decimal> {
        self.value.times(Decimal::whole(self.factor))
    }

    /// How far the exact value may lie from the written one: half a unit of the last place where the
    /// figure was rounded, nothing for a plain count.
    pub fn tolerance(&self) -> Option<Decimal> {
        if self.value.places() == 0 && self.factor == 1 {
            return Some(Decimal::ZERO);
        }
        self.value.step().half()?.times(Decimal::whole(self.factor))
    }

    /// The class of its measure word.
    pub fn class(&self) -> Option<Class> {
        self.measure.map(|measure| measure.class)
    }

    /// Whether it is measured in the same unit as `other`: 8 个工作日 and 20 天 are both spans of time, but nobody can
    /// say how many of one make the other.
    pub fn is_in_unit_of(&self, other: &Self) -> bool {
        fn unit(quantity: &Quantity) -> &'static str {
            match quantity.word().trim_start_matches('个') {
                "日" => "天",
                word => word,
            }
        }
        self.class() == other.class() && (self.class() != Some(Class::Time) || unit(self) == unit(other))
    }

    /// Whether it is a share: percent or per mille.
    pub fn is_share(&self) -> bool {
        matches!(self.class(), Some(Class::Percent | Class::PerMille))
    }

    /// Whether 万 or the like stands between its digits and a sign that takes none: 20万% is a slip of the pen for
    /// what nobody can tell, and no figure.
    pub fn is_scaled_share(&self) -> bool {
        let is_of_shares = matches!(
            self.class(),
            Some(Class::Percent | Class::PerMille | Class::PercentagePoint | Class::Times)
        );
        is_of_shares && self.factor != 1
    }

    /// Whether it counts or measures something: neither a share nor a duration nor a factor.
    pub fn is_amount(&self) -> bool {
        !matches!(
            self.class(),
            Some(Class::Percent | Class::PerMille | Class::PercentagePoint | Class::Times | Class::Time)
        )
    }

    /// Whether it counts something, days included: 优良天数 336 天, but not 8 个工作日.
    pub fn is_count(&self) -> bool {
        self.is_amount() || self.class() == Some(Class::Time) && self.word() == "天"
    }

    /// What stands between the digits and the measure word: 万, 亿 and the like.
    pub fn scale(&self) -> &'static str {
        match self.factor {
            1000 => "千",
            10_000 => "万",
            10_000_000 => "千万",
            100_000_000 => "亿",
            100_000_000_000 => "千亿",
            1_000_000_000_000 => "万亿",
            _ => "",
        }
    }

    /// Its measure word, if it has one.
    pub fn word(&self) -> &'static str {
        self.measure.map_or("", |measure| measure.word)
    }

    /// Its unit as written, with 万 or 亿.
    pub fn unit(&self) -> Cow<'static, str> {
        match (self.scale(), self.word()) {
            ("", unit) | (unit, "") => Cow::Borrowed(unit),
            (scale, word) => Cow::Owned([scale, word].concat()),
        }
    }
}
